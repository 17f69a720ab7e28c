//! Words that fell out of a text, told by what is left around the gap.
//!
//! A link or a name in bold is lost when a page is copied: `des groupes tels que  (EI)`, `accentuée en  après`, `le maire de ,`.
//! Each rule asks for two words, or a word and a mark, that never follow each other in a sound sentence. A gap that leaves
//! a sentence sound is not found.

use super::Damage;
use super::paragraph::Paragraph;
use crate::corpus::{Document, Zone, ZoneKind};
use crate::span::Span;
use crate::text::{self, Language};

/// Words that something must follow: no clause ends in them and no acronym in brackets explains them.
const OPEN: [(Language, &[&str]); 2] = [
    (Language::French, &["du", "des", "aux", "au", "les", "de", "dans", "chez", "cette", "ces", "le"]),
    (Language::English, &["the", "an"]),
];
/// Others that no acronym in brackets explains.
const BEFORE_ACRONYM: [(Language, &[&str]); 2] = [
    (Language::French, &["que", "par", "avec", "la", "un", "une", "pour", "sur", "et"]),
    (Language::English, &["of", "by", "with", "from", "and", "in", "a"]),
];
/// Words that are never followed by those of [`AFTER_DETERMINER`]: `lors` is not of them, for `des lors` is misspelt, and
/// `car` drives.
const DETERMINERS: [(Language, &[&str]); 2] =
    [(Language::French, &["du", "des", "aux", "au", "cette", "ces"]), (Language::English, &["the", "an"])];
const AFTER_DETERMINER: [(Language, &[&str]); 2] = [
    (Language::French, &["et", "mais", "donc", "qui", "est", "sont", "ont", "selon", "depuis", "lorsque", "par", "avec"]),
    (Language::English, &["and", "but", "is", "was", "were", "had", "said", "of", "from", "by", "after", "since"]),
];
/// Words that are not followed by those of [`AFTER_GAP`] where two spaces stand between them.
const BEFORE_GAP: [(Language, &[&str]); 2] = [
    (Language::French, &["en", "du", "des", "aux", "au", "les", "dans", "chez", "cette", "ces", "de", "par", "à"]),
    (Language::English, &["the", "an", "of", "from", "with", "in", "at", "by"]),
];
const AFTER_GAP: [(Language, &[&str]); 2] = [
    (Language::French, &["après", "depuis", "et", "mais", "car", "donc", "qui", "lors", "lorsque", "selon", "dans", "sur", "où", "pour"]),
    (Language::English, &["and", "but", "after", "since", "which", "who", "of", "from", "was", "is", "has"]),
];
/// Words that label a date, and the small ones between them, folded.
const DATE_LABELS: &[&str] = &["publie", "publiee", "mis", "mise", "modifie", "modifiee", "modification", "published", "updated", "posted"];
const DATE_FILLERS: &[&str] = &["le", "a", "jour", "on", "last", "derniere", "date", "de", "article", "and", "et", "at", "par"];

/// Gaps in one paragraph.
pub(super) fn words(document: &Document, paragraph: &Paragraph, report: &mut impl FnMut(Span, Damage)) {
    let text = &*paragraph.text;
    // Where a page of HTML is read, its tags stand as spaces.
    let spaces_tell = document.reading.is_none();
    let language = document.language;
    let mut before: Option<Span> = None;
    for word in text::words(text, Span::of(text)) {
        if let Some(before) = before {
            let gap = Span { start: before.end, end: word.start };
            if is_unsound(language, text, [before, gap, word], spaces_tell.then_some(2)) {
                report(before.cover(word), Damage::LostWords);
            } else if is_open_before(language, text, [before, gap, word]) {
                let acronym = text[gap.range()].ends_with('(');
                let end = if acronym { word.end + 1 } else { word.start };
                report(Span { start: before.start, end }.trim(text), Damage::LostWords);
            }
        }
        before = Some(word);
    }
    // In code, empty brackets are meant.
    let code = text.contains(['{', '}', '=', '`']) || text.contains("::");
    for empty in ["«»", "« »", "«\u{a0}»", "“”", " ()", " ( )"].iter().filter(|_| !code) {
        report_all(text, empty, report);
    }
}

fn report_all(text: &str, empty: &str, report: &mut impl FnMut(Span, Damage)) {
    for (at, _) in text.match_indices(empty) {
        report(Span::new(at, at + empty.len()).trim(text), Damage::LostWords);
    }
}

fn in_list(lists: [(Language, &[&str]); 2], language: Language, word: &str) -> bool {
    lists.iter().any(|(of, words)| *of == language && words.contains(&word))
}

/// Two words that do not follow each other: some never, others not where so many spaces stand between them.
fn is_unsound(language: Language, text: &str, [before, gap, after]: [Span; 3], gap_from: Option<usize>) -> bool {
    let spaces = gap.slice(text);
    let (first, second) = (before.slice(text), after.slice(text));
    let spaced = !spaces.is_empty() && spaces.chars().all(char::is_whitespace);
    // `dit-il au`, but not `vingt-et-un`, `l’au-delà`, `un sauve-qui-peut`.
    let stands_free =
        text[..before.start as usize].ends_with(char::is_whitespace) && !text[after.end as usize..].starts_with(['-', '\'', '’']);
    if !spaced || !stands_free {
        return false;
    }
    let is_gap = gap_from.is_some_and(|n| spaces.chars().count() >= n) && !spaces.contains('\n');
    (in_list(DETERMINERS, language, first) && in_list(AFTER_DETERMINER, language, second))
        || (is_gap && in_list(BEFORE_GAP, language, first) && in_list(AFTER_GAP, language, second))
}

/// A word that something must follow, before a mark that closes a clause or before an acronym in brackets.
fn is_open_before(language: Language, text: &str, [before, gap, after]: [Span; 3]) -> bool {
    let word = before.slice(text);
    // `prends-les`, `spiegel.de`, `« des »` and `LE` are no open words.
    let stands_free = text[..before.start as usize].ends_with([' ', '\u{a0}', '\n']) && word.starts_with(char::is_lowercase);
    if !stands_free {
        return false;
    }
    let mark = gap.slice(text).trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let is_acronym = || {
        let name = after.slice(text);
        let closes = text[after.end as usize..].starts_with(')');
        closes && (2..=6).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    let is_open = in_list(OPEN, language, word);
    match mark.as_bytes() {
        b"(" => (is_open || in_list(BEFORE_ACRONYM, language, word)) && is_acronym(),
        // A stop must be followed by a space: `de.wikipedia`; a comma in a row of marks is a list of words.
        [b',' | b'.' | b';' | b')', rest @ ..] => {
            is_open && rest.first().is_some_and(u8::is_ascii_whitespace) && rest.iter().all(u8::is_ascii_whitespace)
        }
        _ => false,
    }
}

/// Labels of dates without a date.
pub(super) fn dates(document: &Document) -> Vec<(Span, Damage)> {
    let has_digit = |zone: &Zone| zone.span.slice(document.text()).contains(|c: char| c.is_ascii_digit());
    let mut found = Vec::new();
    for (place, zone) in document.zones.iter().enumerate().filter(|(_, zone)| matches!(zone.kind, ZoneKind::Date | ZoneKind::Byline)) {
        let words: Vec<String> = text::words(document.text(), zone.span).map(|word| text::fold(word.slice(document.text()))).collect();
        let is = |list: &[&str], word: &String| list.contains(&word.as_str());
        let n_labels = words.iter().filter(|word| is(DATE_LABELS, word)).count();
        let only_labels = words.iter().all(|word| is(DATE_LABELS, word) || is(DATE_FILLERS, word));
        let next = document.zones[place + 1..].iter().find(|zone| zone.kind != ZoneKind::Markup);
        // A label alone may stand above its date.
        if n_labels > 0 && only_labels && !next.is_some_and(|next| has_digit(next) && (n_labels == 1 || next.kind == ZoneKind::Date)) {
            found.push((zone.span, Damage::LostDate));
        }
    }
    found
}
