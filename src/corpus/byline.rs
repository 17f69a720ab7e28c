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

/// Words of those who sign that say what they do or for whom, folded.
const ROLES: [&str; 34] = [
    "envoye",
    "envoyee",
    "envoyes",
    "envoyees",
    "correspondant",
    "correspondante",
    "correspondants",
    "correspondent",
    "correspondents",
    "journaliste",
    "journalistes",
    "reporter",
    "reporters",
    "editor",
    "editors",
    "editing",
    "writer",
    "writing",
    "reporting",
    "columnist",
    "chroniqueur",
    "chroniqueuse",
    "redacteur",
    "redactrice",
    "editorialiste",
    "stagiaire",
    "chef",
    "cheffe",
    "producer",
    "avec",
    "with",
    "bureau",
    "staff",
    "agences",
];

/// `Prénom Nom, urbaniste, maîtresse de conférences à …`: a name and, behind a comma, who that is.
pub(super) fn opens(text: &str) -> bool {
    text.split_once(", ").is_some_and(|(name, rest)| is_name(trimmed(name)) && !rest.contains([':', '«', '?']))
}

/// True for what stands after `Par` and names persons, with what they do, where, and for which house or agency.
pub(super) fn is_signed(text: &str) -> bool {
    let stop = text.find(STOPS).unwrap_or(text.len());
    let rest = &text[stop..];
    let plain = !rest.starts_with(':') && rest.split_whitespace().count() <= 8;
    let known = |piece: &str| {
        let piece = trimmed(piece);
        piece.is_empty() || is_name(piece) || is_aside(piece)
    };
    plain && !names(text).is_empty() && pieces(&text[..stop]).all(known)
}

/// What may stand between the names: a role, a place, an agency, a house.
fn is_aside(piece: &str) -> bool {
    let words: Vec<String> = piece.split_whitespace().map(fold).collect();
    let place = matches!(words.first().map(String::as_str), Some("à" | "a" | "au" | "aux" | "en" | "in" | "at")) && words.len() <= 5;
    place
        || words.len() <= 7 && words.iter().any(|word| ROLES.contains(&word.as_str()))
        || super::agency::named(piece).is_some()
        || super::outlet::named(piece).is_some()
}

/// True when `text` holds nothing but names of persons, joined by commas, `et`, `and`, `&`.
pub(crate) fn is_names(text: &str) -> bool {
    let names = names(text);
    let kept: usize = names.iter().map(|name| name.chars().filter(|c| c.is_alphanumeric()).count()).sum();
    let all = text.chars().filter(|c| c.is_alphanumeric()).count();
    !names.is_empty() && kept * 10 >= all * 6 && text.chars().count() <= 160
}

/// The names of persons in `text`, which stands after `Par` or `Auteur(s)`, as they are written there. The first piece
/// that is no name ends the list, except a role, a place, a house or a news agency, which are passed over.
pub(crate) fn names(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let stop = text.find(STOPS).unwrap_or(text.len());
    let stop = text[..stop].find(" - ").unwrap_or(stop);
    for piece in pieces(&text[..stop]) {
        let piece = trimmed(piece);
        if is_name(piece) {
            found.push(piece);
        } else if !piece.is_empty() && !is_aside(piece) {
            break;
        }
    }
    found
}

/// What ends a list of names.
const STOPS: [char; 11] = ['|', '•', '·', '—', '–', '(', '/', '\t', ':', '@', '['];

/// One piece of a list without its marks, its place and whom it was written with.
fn trimmed(piece: &str) -> &str {
    let piece = piece.trim_matches(['*', '_', '#', '>', ' ', '\u{a0}']);
    let initial = piece.trim_end_matches('.').split(' ').next_back().is_some_and(|word| word.chars().count() == 1);
    let piece = if initial { piece } else { piece.trim_end_matches('.') };
    let place = [" avec ", " with ", " à ", " in ", " at "].iter().filter_map(|cue| piece.find(cue)).min();
    place.map_or(piece, |at| &piece[..at]).trim()
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
        assert_eq!(names("à Rome, Paolo Bianchi"), ["Paolo Bianchi"]);
        assert_eq!(names("Hugo van der Meer, à Bruxelles, et Inès de La Tour"), ["Hugo van der Meer", "Inès de La Tour"]);
        assert_eq!(names("Jane Doe; Editing by John Smith"), ["Jane Doe"]);
    }

    #[test]
    fn houses_places_and_sentences_are_no_names() {
        for text in ["Radio France", "La rédaction", "AFP", "Port-Hervé", "ailleurs, le maire a dit", "201 voix contre 115", ""] {
            assert!(names(text).is_empty(), "{text}");
        }
    }
}
