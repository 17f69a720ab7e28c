//! What page breaks and lost tags leave in a text: missing spaces, words cut at line ends, code of the page.

use super::Damage;
use super::paragraph::Paragraph;
use crate::order::Order;
use crate::span::Span;
use crate::text;

/// Letters on both sides of a stop without space: fewer are initials, units and addresses (`M.Dupont`, `Change.Org`).
const LETTERS: usize = 3;
/// What may rightly stand behind a hyphen and a space or a new line, folded: `pre- and post-war`, `celui-ci`, `dit-il`.
const AFTER_HYPHEN: &[&str] = &[
    "et", "ou", "a", "y", "ni", "and", "or", "to", "und", "ci", "la", "il", "ils", "elle", "elles", "on", "je", "tu", "nous", "vous", "ce",
    "le", "les", "lui", "leur", "leurs", "moi", "toi", "en", "t", "etre", "meme", "memes", "dire", "mais", "de", "the", "in", "of", "up",
];
/// What may rightly stand before a hyphen at the end of a line, folded.
const COMPOUNDS: &[&str] = &[
    "vice",
    "ex",
    "anti",
    "non",
    "demi",
    "mi",
    "semi",
    "contre",
    "sous",
    "sur",
    "co",
    "auto",
    "inter",
    "pre",
    "post",
    "pro",
    "nord",
    "sud",
    "est",
    "ouest",
    "week",
    "peut",
    "celui",
    "celle",
    "ceux",
    "celles",
    "quelques",
    "lui",
    "elle",
    "eux",
    "soi",
    "moi",
    "nous",
    "vous",
    "grand",
    "petit",
    "avant",
    "apres",
    "arriere",
    "porte",
    "franco",
    "self",
    "well",
    "long",
    "short",
    "high",
    "low",
    "mid",
    "multi",
    "socio",
    "north",
    "south",
    "east",
    "west",
    "so",
    "far",
    "two",
    "three",
    "four",
    "five",
    "six",
    "ten",
    "cent",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
];
/// Words cut that are told without another proof: so many compounds do not meet so many ends of lines.
const MANY: usize = 3;
/// Bytes beside a stop in which an address is recognised.
const ADDRESS: usize = 80;
/// Spaces and the new line between the parts, at most.
const SPACES: usize = 3;
/// What code of a page begins with.
const TAGS: &[&str] = &[
    "</p>",
    "<p>",
    "<p ",
    "<br",
    "</a>",
    "<a href",
    "<div",
    "</div",
    "<span",
    "</span",
    "<strong>",
    "</strong>",
    "<em>",
    "</em>",
    "<img ",
    "<iframe",
    "<script",
    "[/caption]",
    "[caption ",
];

pub(super) fn examine(text: &str, report: &mut impl FnMut(Span, Damage)) {
    for (at, mark) in text.match_indices(['.', '?', '&', '<', '[']) {
        let (before, after) = (&text[..at], &text[at + 1..]);
        match mark {
            "." | "?" if is_glued(before, after) => report(around(before, after), Damage::NoSpace),
            "&" if is_reference(after) => report(Span::new(at, at + 1 + after.find(';').map_or(0, |end| end + 1)), Damage::Residue),
            "<" | "[" if TAGS.iter().any(|tag| text[at..].starts_with(tag)) => report(Span::new(at, at + 1), Damage::Residue),
            _ => {}
        }
    }
}

/// `fin.Début`, but no address.
fn is_glued(before: &str, after: &str) -> bool {
    let lower = before.chars().rev().take_while(|c| c.is_lowercase()).count();
    let mut letters = after.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let rest = letters.take_while(|c| c.is_lowercase()).count();
    let word = before[before.ceil_char_boundary(before.len().saturating_sub(ADDRESS))..].split_whitespace().next_back().unwrap_or("");
    let tail = after[..after.floor_char_boundary(ADDRESS)].split_whitespace().next().unwrap_or("");
    let is_address = |part: &str| part.contains(['/', '@', '_', '.', '#']) || part.starts_with("www");
    // An article or a pronoun of one or two letters begins a sentence as well.
    let begins = rest >= LETTERS
        || matches!(
            after.split(|c: char| !c.is_alphabetic()).next(),
            Some("Le" | "La" | "Les" | "Il" | "On" | "Un" | "Une" | "En" | "The" | "He" | "She" | "It")
        );
    lower >= LETTERS && capital && begins && !is_address(word) && !is_address(tail.trim_end_matches(['.', ',']))
}

fn around(before: &str, after: &str) -> Span {
    let start = before.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let end = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
    Span::new(start, before.len() + 1 + end)
}

/// Words cut at the ends of lines, and those left so when the lines were joined. A compound may rightly break at its hyphen,
/// so one is told if the whole word stands elsewhere in the article, and some are told if they are many.
pub(super) fn cut_words(paragraphs: &[Paragraph]) -> Vec<(Span, Damage)> {
    let mut found = Vec::new();
    for paragraph in paragraphs {
        let text = &*paragraph.text;
        let cuts = text.match_indices('-').filter_map(|(at, _)| Some((at, cut_word(&text[..at], &text[at + 1..])?)));
        found.extend(cuts.map(|(at, joined)| (paragraph.place(Span::new(at, at + 1)), joined)));
    }
    if found.is_empty() {
        return Vec::new();
    }
    let mut wanted: Vec<&str> = found.iter().map(|(_, joined)| joined.as_str()).collect();
    wanted.order();
    let mut met = vec![false; wanted.len()];
    for paragraph in paragraphs {
        for word in text::words(&paragraph.text, Span::of(&paragraph.text)) {
            if let Ok(at) = wanted.binary_search(&word.slice(&paragraph.text)) {
                met[at] = true;
            }
        }
    }
    let many = found.len() >= MANY;
    let stands = |joined: &str| many || wanted.binary_search(&joined).is_ok_and(|at| met[at]);
    let told: Vec<bool> = found.iter().map(|(_, joined)| stands(joined)).collect();
    found.into_iter().zip(told).filter(|(_, told)| *told).map(|((span, joined), _)| (span, Damage::CutWord { joined })).collect()
}

/// The whole word when `before` ends in its first part and `after`, on a new line or behind a space, begins with the rest.
fn cut_word(before: &str, after: &str) -> Option<String> {
    let start = before.rfind(|c: char| !c.is_lowercase()).map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let first = &before[start..];
    let stands_free = before[..start].ends_with(|c: char| c.is_whitespace() || matches!(c, '\'' | '’' | '«' | '(')) || start == 0;
    let rest = after.trim_start();
    let spaced = after.len() > rest.len() && after.len() - rest.len() <= SPACES;
    let rest = &rest[..rest.find(|c: char| !c.is_lowercase()).unwrap_or(rest.len())];
    let is_compound = COMPOUNDS.contains(&text::fold(first).as_str()) || AFTER_HYPHEN.contains(&text::fold(rest).as_str());
    (stands_free && spaced && first.len() >= 2 && rest.len() >= 2 && !is_compound).then(|| [first, rest].concat())
}

/// A reference to a character of HTML, left as it was written.
fn is_reference(after: &str) -> bool {
    let Some(end) = after.bytes().take(10).position(|byte| byte == b';') else { return false };
    let name = &after.as_bytes()[..end];
    match name.strip_prefix(b"#") {
        Some(number) => number.len() >= 2 && number.iter().all(u8::is_ascii_hexdigit),
        None => name.len() >= 2 && name.iter().all(u8::is_ascii_alphanumeric),
    }
}
