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
pub(super) fn is_names(text: &str) -> bool {
    let names = names(text);
    let kept: usize = names.iter().map(|name| name.chars().filter(|c| c.is_alphanumeric()).count()).sum();
    let all = text.chars().filter(|c| c.is_alphanumeric()).count();
    !names.is_empty() && kept * 10 >= all * 6 && text.chars().count() <= 160
}

/// The names of persons in `text`, which stands after `Par` or `Auteur(s)`, as they are written there. The first piece
/// that is no name ends the list, except a news agency, which is passed over.
pub(super) fn names(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let stop = text.find(['|', '•', '·', '—', '–', '(', '/', '\t', ':', '@', '[']).unwrap_or(text.len());
    let stop = text[..stop].find(" - ").unwrap_or(stop);
    for piece in pieces(&text[..stop]) {
        let piece = piece.trim().trim_end_matches(['.', ',', ';']).trim_start_matches(['*', '_', '#', '>']).trim_end_matches(['*', '_']);
        let piece = ["avec ", "with "].iter().find_map(|cue| piece.find(cue)).map_or(piece, |at| &piece[..at]).trim();
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
    if !(2..=6).contains(&words.len()) || text.chars().any(|c| c.is_numeric()) {
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
