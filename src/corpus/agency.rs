//! News agencies: their names, and where a text credits one.

use crate::span::Span;
use crate::text::{fold, words};

/// Name to show, and the folded words by which it is known. Short names count only in capitals.
const AGENCIES: [(&str, &[&str]); 22] = [
    ("AFP", &["AFP", "agence france presse"]),
    ("Reuters", &["reuters", "thomson reuters"]),
    ("Associated Press", &["AP", "associated press"]),
    ("Belga", &["belga", "agence belga"]),
    ("Keystone-ATS", &["ATS", "keystone ats", "agence telegraphique suisse"]),
    ("DPA", &["DPA", "deutsche presse agentur"]),
    ("EFE", &["EFE", "agencia efe"]),
    ("ANSA", &["ANSA"]),
    ("TASS", &["TASS", "itar tass", "agence tass"]),
    ("Interfax", &["interfax"]),
    ("RIA Novosti", &["ria novosti"]),
    ("Xinhua", &["xinhua", "chine nouvelle"]),
    ("Kyodo", &["kyodo", "kyodo news"]),
    ("Press Association", &["press association", "PA media"]),
    ("UPI", &["UPI", "united press international"]),
    ("La Presse canadienne", &["presse canadienne", "canadian press"]),
    ("Anadolu", &["anadolu", "agence anadolu"]),
    ("Maghreb Arabe Presse", &["MAP", "maghreb arabe presse"]),
    ("Algérie Presse Service", &["APS", "algerie presse service"]),
    ("Ukrinform", &["ukrinform"]),
    ("PTI", &["PTI", "press trust of india"]),
    ("Bloomberg", &["bloomberg news"]),
];

/// The agency that `text` names, when it names nothing else.
pub(crate) fn named(text: &str) -> Option<&'static str> {
    let found = mentions(text, Span::of(text)).into_iter().next()?;
    let all: usize = words(text, Span::of(text)).map(Span::len).sum();
    let named: usize = words(text, found.1).map(Span::len).sum();
    let article = fold(text.split(['\'', '’', ' ']).next().unwrap_or(""));
    (named == all || matches!(article.as_str(), "l" | "la" | "the") && named + article.len() == all).then_some(found.0)
}

/// Agencies named inside `within`, in order, each with its place.
pub(super) fn mentions(raw: &str, within: Span) -> Vec<(&'static str, Span)> {
    let mut found: Vec<(&'static str, Span)> = Vec::new();
    // The last words, each with whether a name may begin with it.
    let mut recent: Vec<(Span, bool)> = Vec::new();
    for span in words(raw, within) {
        recent.push((span, begins_name(span.slice(raw))));
        if recent.len() > 4 {
            recent.remove(0);
        }
        // The longest run of words that ends here and is a name.
        let hit = (0..recent.len()).filter(|from| recent[*from].1).find_map(|from| {
            let whole = Span { start: recent[from].0.start, end: span.end };
            name_of(raw, &recent[from..]).map(|name| (name, whole))
        });
        if let Some((name, whole)) = hit {
            match found.last_mut() {
                Some(last) if last.1.overlaps(whole) => *last = (name, whole),
                _ => found.push((name, whole)),
            }
        }
    }
    found
}

/// True when a name begins with `word`.
fn begins_name(word: &str) -> bool {
    let Some(first) = word.chars().next().filter(|first| first.is_uppercase()) else { return false };
    // Nearly every word is told from nearly every name by its first letter; beyond ASCII only folding tells.
    let may_begin = |key: &&&str| !first.is_ascii() || key.starts_with([first, first.to_ascii_lowercase()]);
    AGENCIES
        .iter()
        .flat_map(|(_, keys)| *keys)
        .filter(may_begin)
        .any(|key| key.split(' ').next().is_some_and(|part| is_part(key, part, word)))
}

fn name_of(raw: &str, run: &[(Span, bool)]) -> Option<&'static str> {
    let is_run = |key: &str| {
        key.split(' ').count() == run.len() && key.split(' ').zip(run).all(|(part, (span, _))| is_part(key, part, span.slice(raw)))
    };
    AGENCIES.iter().find(|(_, keys)| keys.iter().any(|key| is_run(key))).map(|(name, _)| *name)
}

/// True when `word` is `part` of a name, as it is written in one with a capital, folded in others.
fn is_part(key: &str, part: &str, word: &str) -> bool {
    if key.starts_with(char::is_uppercase) { word == part } else { fold(word) == part }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agencies_are_found_under_all_their_names() {
        let text = "(CBS/AP/LesEchos.fr), comme l’a rapporté Reuters, selon l’Agence France-Presse et l'AFP ; apparemment pas atsuo.";
        let found: Vec<_> = mentions(text, Span::of(text)).into_iter().map(|(name, span)| (name, span.slice(text))).collect();
        assert_eq!(found, [("Associated Press", "AP"), ("Reuters", "Reuters"), ("AFP", "Agence France-Presse"), ("AFP", "AFP")]);
    }

    #[test]
    fn a_name_alone_is_named() {
        assert_eq!(named("l’AFP"), Some("AFP"));
        assert_eq!(named("Associated Press"), Some("Associated Press"));
        assert_eq!(named("AFP et Reuters"), None);
        assert_eq!(named("Le Monde avec AFP"), None);
    }
}
