//! What counts as a word for search, the same for articles and for queries.
//!
//! An elided particle is cut off (`l'État` is `état`), so is an English contraction (`town's`); a few words that hold an
//! apostrophe are one word. A hyphen, or an apostrophe that elides nothing, separates and joins: `cyber-attaque` is the words
//! `cyber` and `attaque` and also, over both, `cyberattaque`. Whether a word is stemmed, and how it ranks, is decided elsewhere.

use crate::span::Span;
use crate::text::{self, compose, filling};

/// One word at one position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub span: Span,
    /// What stands between this word and the next.
    pub link: Link,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    Apart,
    /// A hyphen or an apostrophe, nothing else.
    Joined,
}

/// Particles that lose their vowel before another word.
const ELIDED: &[&str] = &["l", "d", "qu", "c", "s", "n", "m", "t", "j", "jusqu", "lorsqu", "puisqu", "quoiqu"];

/// Words written with an apostrophe that are one word.
const FIXED: &[(&str, &str)] = &[
    ("aujourd", "hui"),
    ("prud", "homme"),
    ("prud", "hommes"),
    ("prud", "homal"),
    ("prud", "homale"),
    ("prud", "homaux"),
    ("presqu", "île"),
    ("presqu", "îles"),
    ("quelqu", "un"),
    ("quelqu", "une"),
];

/// What English contracts after an apostrophe.
const CONTRACTED: &[&str] = &["s", "t", "re", "ve", "ll", "d", "m"];

/// Parts that say a hyphen is one of grammar (`a-t-il`, `celui-ci`), not one of a compound.
const CLITIC: &[&str] = &[
    "t", "y", "a", "il", "ils", "elle", "elles", "on", "je", "tu", "nous", "vous", "moi", "toi", "lui", "leur", "le", "la", "les", "ce",
    "ci", "en", "meme", "memes",
];

/// A compound of more parts is found by its parts only: longer chains are lists and addresses.
pub const LONGEST_COMPOUND: usize = 4;

/// Words of `text` inside `within`, in order. The place in this sequence is a word's position.
pub fn tokens(text: &str, within: Span) -> impl Iterator<Item = Token> + '_ {
    let mut words = text::words(text, within).peekable();
    std::iter::from_fn(move || {
        loop {
            let word = words.next()?;
            let Some(&next) = words.peek() else { return Some(Token { span: word, link: Link::Apart }) };
            if matches!(next.start - word.end, 1) && text.as_bytes()[word.end as usize] == b' ' {
                return Some(Token { span: word, link: Link::Apart });
            }
            let gap = filling::stripped(&text[word.end as usize..next.start as usize]);
            let gap = &*gap;
            if is_hyphen(gap) {
                return Some(Token { span: word, link: Link::Joined });
            }
            if !gap.starts_with(is_apostrophe) {
                return Some(Token { span: word, link: Link::Apart });
            }
            let (left, right) = (word.slice(text), next.slice(text));
            let glued = gap.chars().count() == 1;
            if glued && is_fixed(left, right) {
                words.next();
                return Some(Token { span: word.cover(next), link: Link::Apart });
            }
            if is_elided(left) {
                continue;
            }
            if glued && CONTRACTED.iter().any(|c| c.eq_ignore_ascii_case(right)) {
                words.next();
                return Some(Token { span: word, link: Link::Apart });
            }
            return Some(Token { span: word, link: if glued { Link::Joined } else { Link::Apart } });
        }
    })
}

/// True for a particle that stands for itself only when cut off from its vowel.
pub fn is_elided(word: &str) -> bool {
    ELIDED.iter().any(|e| e.eq_ignore_ascii_case(word))
}

/// The same of a word in lower case, given by its bytes.
pub fn is_elided_lower(word: &[u8]) -> bool {
    ELIDED.iter().any(|e| e.as_bytes() == word)
}

pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '′' | '＇')
}

fn is_hyphen(gap: &str) -> bool {
    matches!(gap, "-" | "\u{2010}" | "\u{2011}")
}

fn is_fixed(left: &str, right: &str) -> bool {
    // `î` is compared after folding; nearly all words fail the first comparison.
    FIXED.iter().any(|(l, r)| l.eq_ignore_ascii_case(left) && text::fold(r) == text::fold(right))
}

/// The term under which a word is kept: folded, letters and digits only.
pub fn term(word: &str) -> String {
    let mut folded = text::fold(word);
    folded.retain(char::is_alphanumeric);
    folded
}

/// The lower-case form of a word with its accents, as the stemmer wants it.
pub fn lower(word: &str) -> String {
    compose(word).chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The same into `lower`, which is cleared. What the press writes is read by its bytes.
pub fn lower_into(word: &str, into: &mut String) {
    into.clear();
    let mut bytes = word.as_bytes().iter();
    while let Some(&byte) = bytes.next() {
        let letter = match byte {
            b'A'..=b'Z' => char::from(byte | 0x20),
            b'a'..=b'z' | b'0'..=b'9' => char::from(byte),
            // À to ÿ, without the two signs among them.
            0xc3 => match bytes.next() {
                Some(&low @ 0x80..=0x9e) if low != 0x97 => char::from(low + 0x60),
                Some(&low @ 0x9f..=0xbf) if low != 0xb7 => char::from(low + 0x40),
                _ => return into.clone_from(&lower(word)),
            },
            0xc5 if matches!(bytes.next(), Some(0x92 | 0x93)) => 'œ',
            _ => return into.clone_from(&lower(word)),
        };
        into.push(letter);
    }
}

/// Writes the folded form of a word in lower case, as [`term`] gives it, behind `into`. What the press writes is read by its bytes.
pub fn fold_into(lower: &str, into: &mut Vec<u8>) {
    let before = into.len();
    let mut bytes = lower.as_bytes().iter();
    while let Some(&byte) = bytes.next() {
        match (byte, if byte < 0x80 { None } else { bytes.next() }) {
            (b'a'..=b'z' | b'0'..=b'9', _) => into.push(byte),
            (0xc3, Some(low)) if (0xa0..=0xbf).contains(low) && FOLDED[usize::from(low - 0xa0)] != b' ' => {
                match FOLDED[usize::from(low - 0xa0)] {
                    b'&' => into.extend(b"ae"),
                    letter => into.push(letter),
                }
            }
            (0xc5, Some(0x93)) => into.extend(b"oe"),
            _ => {
                into.truncate(before);
                return into.extend(term(lower).into_bytes());
            }
        }
    }
}

/// Letters of Latin-1 from à to ÿ without their marks: `&` is two letters, a space one that is left to [`text::fold`].
const FOLDED: &[u8; 32] = b"aaaaaa&ceeeeiiii nooooo ouuuuy y";

/// The one word that `parts` make when nothing separates them, if they are a compound.
pub fn joined(parts: &[&str]) -> Option<String> {
    let compound = (2..=LONGEST_COMPOUND).contains(&parts.len()) && !parts.iter().any(|part| CLITIC.contains(&term(part).as_str()));
    compound.then(|| parts.iter().map(|part| lower(part)).collect())
}

/// The folded words of `text`, with a space before and after each.
pub fn padded(text: &str) -> String {
    let mut words = String::from(" ");
    for token in tokens(text, Span::of(text)) {
        words.push_str(&term(token.span.slice(text)));
        words.push(' ');
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    fn check(text: &str, expected: Expect) {
        let mut shown = String::new();
        for token in tokens(text, Span::of(text)) {
            shown.push_str(&term(token.span.slice(text)));
            shown.push(if token.link == Link::Joined { '-' } else { ' ' });
        }
        expected.assert_eq(shown.trim_end());
    }

    #[test]
    fn elided_particles_are_cut_whatever_the_apostrophe() {
        check("L’été d'un maire, jusqu'à l\u{2bc}aube ; afin d'\"agir\" qu’il", expect!["ete un maire a laube afin agir il"]);
    }

    #[test]
    fn some_words_keep_their_apostrophe() {
        check("Aujourd’hui les prud'hommes d'aujourd'hui, quelqu'un", expect!["aujourdhui les prudhommes aujourdhui quelquun"]);
    }

    #[test]
    fn hyphens_and_names_join() {
        check("cyber-attaque, O'Brien’s, a-t-il, Saint\u{2011}Malo", expect!["cyber-attaque o-brien a-t-il saint-malo"]);
        assert_eq!(joined(&["Cyber", "attaque"]), Some("cyberattaque".to_owned()));
        assert_eq!(joined(&["a", "t", "il"]), None);
    }

    proptest! {
        #[test]
        fn words_are_put_in_lower_case_the_same_way_by_their_bytes(word in "[a-zA-ZÀ-ÿŒœŸß0-9\\u{300}-\\u{303}ªéİΣ]{0,8}|\\PC{0,6}") {
            let mut into = "old".to_owned();
            lower_into(&word, &mut into);
            prop_assert_eq!(into, lower(&word));
        }

        #[test]
        fn words_are_folded_the_same_way_by_their_bytes(word in "[a-zà-ÿœß0-9]{0,8}|\\PC{0,6}") {
            let mut into = b"kept".to_vec();
            fold_into(&lower(&word), &mut into);
            prop_assert_eq!(into, format!("kept{}", term(&lower(&word))).into_bytes());
        }

        #[test]
        fn tokens_go_forward_on_boundaries(text in "[a-zA-Zéœ'’\\- .\u{301}]{0,60}") {
            let mut at = 0;
            for token in tokens(&text, Span::of(&text)) {
                prop_assert!(token.span.start >= at && !token.span.slice(&text).is_empty());
                at = token.span.end;
            }
        }
    }
}
