//! Names of those who signed: which words of a byline are names, and how many people they are.

use crate::text::fold;

const PARTICLES: [&str; 24] = [
    "de", "du", "des", "la", "le", "les", "d", "l", "van", "von", "der", "den", "ten", "el", "al", "ben", "bin", "ibn", "da", "dos", "di",
    "do", "y", "mc",
];

/// Words that stand in a byline with a capital and are no name of a person.
const NOT_NAMES: [&str; 44] = [
    "redaction",
    "radio",
    "france",
    "agence",
    "journal",
    "avec",
    "with",
    "bureau",
    "service",
    "correspondant",
    "correspondante",
    "envoye",
    "envoyee",
    "special",
    "speciale",
    "journaliste",
    "reporter",
    "editor",
    "staff",
    "newsroom",
    "correspondent",
    "photo",
    "photos",
    "video",
    "image",
    "publie",
    "publiee",
    "published",
    "mis",
    "updated",
    "le",
    "the",
    "la",
    "les",
    "rubrique",
    "desk",
    "press",
    "presse",
    "news",
    "tv",
    "tele",
    "television",
    "agences",
    "agencies",
];

/// True when `text` holds nothing but names of persons, joined by commas, `et`, `and`, `&`.
pub(crate) fn is_names(text: &str) -> bool {
    let names = names(text);
    let kept: usize = names.iter().map(|name| name.chars().filter(|c| c.is_alphanumeric()).count()).sum();
    let all = text.chars().filter(|c| c.is_alphanumeric()).count();
    !names.is_empty() && kept * 10 >= all * 6 && text.chars().count() <= 160
}

/// The names of persons in `text`, which stands after `Par` or `Auteur(s)`, as they are written there. The first piece
/// that is no name ends the list, except a news agency, which is passed over.
pub(crate) fn names(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let stop = text.find(['|', '•', '·', '—', '–', '(', '/', '\t', ':', '@', '[']).unwrap_or(text.len());
    let stop = text[..stop].find(" - ").unwrap_or(stop);
    for piece in pieces(&text[..stop]) {
        let piece = piece.trim_matches(['*', '_', '#', '>', ' ', '\u{a0}']);
        let initial = piece.trim_end_matches('.').split(' ').next_back().is_some_and(|word| word.chars().count() == 1);
        let piece = if initial { piece } else { piece.trim_end_matches('.') };
        let place = [" avec ", " with ", " à ", " in ", " at "].iter().filter_map(|cue| piece.find(cue)).min();
        let piece = place.map_or(piece, |at| &piece[..at]).trim();
        if is_name(piece) {
            found.push(piece);
        } else if super::agency::named(piece).is_none() && !piece.is_empty() {
            break;
        }
    }
    found
}

fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', '&', ';']).flat_map(|piece| piece.split(" et ")).flat_map(|piece| piece.split(" and ")).map(str::trim)
}

/// Two to five words with capitals, particles apart; initials count.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split(|c: char| c.is_whitespace() || c == '-' || c == '’' || c == '\'').filter(|w| !w.is_empty()).collect();
    if !(2..=6).contains(&words.len()) || !text.trim().contains(char::is_whitespace) || text.chars().any(|c| c.is_numeric()) {
        return false;
    }
    let first_capital = text.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
    let mut n_capitals = 0;
    for word in &words {
        let key = fold(word.trim_end_matches('.'));
        if PARTICLES.contains(&key.as_str()) && word.chars().next().is_some_and(char::is_lowercase) {
            continue;
        }
        if NOT_NAMES.contains(&key.as_str()) && !matches!(key.as_str(), "le" | "la" | "les" | "france") {
            return false;
        }
        if !word.chars().next().is_some_and(char::is_uppercase) || super::agency::named(word).is_some() {
            return false;
        }
        n_capitals += 1;
    }
    let article_first = matches!(fold(words[0]).as_str(), "le" | "la" | "les" | "l" | "the");
    first_capital && n_capitals >= 2 && !article_first
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_kept_and_roles_are_not() {
        assert_eq!(names("Claire Vasseur et Luc Mandrin"), ["Claire Vasseur", "Luc Mandrin"]);
        assert_eq!(names("Jean-Marc de La Rivière, à Dakar"), ["Jean-Marc de La Rivière"]);
        assert_eq!(names("Emma Castle in Varn and agencies"), ["Emma Castle"]);
        assert_eq!(names("Jean Dalmas (avec AFP)"), ["Jean Dalmas"]);
        assert_eq!(names("AFP, Nora Bell"), ["Nora Bell"]);
        assert_eq!(names("M. L."), ["M. L."]);
    }

    #[test]
    fn houses_places_and_sentences_are_no_names() {
        for text in ["Radio France", "La rédaction", "AFP", "Port-Hervé", "ailleurs, le maire a dit", "201 voix contre 115", ""] {
            assert!(names(text).is_empty(), "{text}");
        }
    }
}
