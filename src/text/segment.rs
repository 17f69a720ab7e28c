//! Where words and sentences begin and end.
//!
//! A word is a run of letters, digits and combining marks: apostrophes and hyphens separate (`l'État` is two words,
//! `cyber-djihadiste` two). A sentence ends at `.`, `!`, `?` or `…`, with the closing marks that follow, before white space
//! and something that can begin a sentence; abbreviations and initials do not end one.

use unicode_normalization::char::is_combining_mark;

use super::filling::{self, Bare};
use crate::span::Span;

/// Spans of the words of `text` inside `within`, in order.
pub fn words(text: &str, within: Span) -> impl Iterator<Item = Span> + '_ {
    let slice = within.slice(text);
    let base = within.start as usize;
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = word_start(slice, at)?;
        at = word_end(slice, start);
        let word = slice[start..at].trim_end_matches(filling::is_tag);
        Some(Span::new(base + start, base + start + word.len()))
    })
}

/// Where a letter or a digit stands at or after `at`.
fn word_start(slice: &str, mut at: usize) -> Option<usize> {
    loop {
        let byte = *slice.as_bytes().get(at)?;
        if byte.is_ascii() {
            if byte.is_ascii_alphanumeric() {
                return Some(at);
            }
            at += 1;
        } else {
            let c = slice[at..].chars().next()?;
            if is_alphanumeric(c) {
                return Some(at);
            }
            at += c.len_utf8();
        }
    }
}

/// Behind the word that begins at `at`.
fn word_end(slice: &str, mut at: usize) -> usize {
    while let Some(byte) = slice.as_bytes().get(at) {
        if byte.is_ascii() {
            if !byte.is_ascii_alphanumeric() {
                break;
            }
            at += 1;
        } else {
            let Some(c) = slice[at..].chars().next().filter(|c| is_word_char(*c)) else { break };
            at += c.len_utf8();
        }
    }
    at
}

fn is_word_char(c: char) -> bool {
    is_alphanumeric(c) || is_combining_mark(c) || filling::is_tag(c)
}

/// As [`char::is_alphanumeric`], without a table for the letters of French and the quotation marks of the press.
fn is_alphanumeric(c: char) -> bool {
    match c {
        'À'..='ÿ' => !matches!(c, '×' | '÷'),
        '\u{2010}'..='\u{2027}' => false,
        _ => c.is_alphanumeric(),
    }
}

/// Words that a full stop follows without ending the sentence, folded to lower case without the stop.
const ABBREVIATIONS: &[&str] = &[
    "m", "mm", "mr", "mrs", "ms", "mme", "mmes", "mlle", "mlles", "me", "mgr", "dr", "drs", "pr", "prof", "st", "ste", "sr", "jr", "cf",
    "env", "ex", "av", "apr", "bd", "no", "art", "chap", "vol", "fig", "op", "cit", "ibid", "vs", "janv", "fevr", "févr", "juil", "sept",
    "oct", "nov", "dec", "déc", "gen", "gén", "col", "cap", "lt", "sgt", "hon", "rev", "gov", "sen", "rep", "inc", "ltd", "co", "corp",
    "tel", "tél",
];

const CLOSING: &[char] = &['»', '”', '"', '\'', '’', '›', ')', ']', '+'];
const OPENING: &[char] = &['«', '“', '"', '\'', '‘', '‹', '(', '[', '—', '–', '-', '+', '¿', '¡'];

/// Spans of the sentences of `text` inside `within`, in order, without white space at their edges. Together they hold
/// every character of `within` that is not white space.
pub fn sentences(text: &str, within: Span) -> Vec<Span> {
    bare_sentences(text, within).unwrap_or_else(|Filled| match Bare::of(text, within) {
        Some(bare) => {
            let spans = bare_sentences(&bare.bare, Span::of(&bare.bare)).unwrap_or_default();
            spans.into_iter().map(|span| bare.place(span)).collect()
        }
        None => Vec::new(),
    })
}

/// Characters without width stand in a text.
struct Filled;

/// True for the first bytes of what [`stop`] looks for.
const LOOKED_FOR: [bool; 256] = {
    let mut looked_for = [false; 256];
    let bytes = b"\n.!?\xc2\xcd\xe2\xef";
    let mut at = 0;
    while at < bytes.len() {
        looked_for[bytes[at] as usize] = true;
        at += 1;
    }
    looked_for
};

/// Where a sentence may end at or after `at`, and how many bytes stand there. Texts are long and such places few: they are looked
/// for by their bytes.
fn stop(text: &str, mut at: usize) -> Result<Option<(usize, usize)>, Filled> {
    let bytes = text.as_bytes();
    loop {
        let Some(n) = bytes[at..].iter().position(|byte| LOOKED_FOR[*byte as usize]) else { return Ok(None) };
        at += n;
        match (bytes[at], bytes.get(at + 1), bytes.get(at + 2)) {
            (b'\n' | b'.' | b'!' | b'?', ..) => return Ok(Some((at, 1))),
            (0xe2, Some(0x80), Some(0xa6)) => return Ok(Some((at, 3))),
            (0xe2, Some(0x80), _) => at += 3,
            (0xc2, Some(0xa0 | 0xab | 0xbb), _) => at += 2,
            _ => match text[at..].chars().next() {
                Some(c) if filling::is_filling(c) => return Err(Filled),
                c => at += c.map_or(1, char::len_utf8),
            },
        }
    }
}

fn bare_sentences(text: &str, within: Span) -> Result<Vec<Span>, Filled> {
    let slice = within.slice(text);
    let base = within.start as usize;
    let mut found = Vec::new();
    let (mut start, mut read) = (0, 0);
    let mut push = |from: usize, to: usize| {
        let span = Span::new(base + from, base + to).trim(text);
        if !span.is_empty() {
            found.push(span);
        }
    };
    while let Some((at, n_bytes)) = stop(slice, read)? {
        let mut end = at + n_bytes;
        read = end;
        if slice.as_bytes()[at] == b'\n' {
            if slice[end..].trim_start_matches([' ', '\t', '\r', '\u{a0}']).starts_with('\n') {
                push(start, at);
                start = at;
            }
            continue;
        }
        while let Some(c) = slice[end..].chars().next().filter(|c| matches!(c, '.' | '!' | '?' | '…')) {
            end += c.len_utf8();
        }
        read = end;
        let stop_only = end == at + 1 && slice.as_bytes()[at] == b'.';
        let after = closing_marks(&slice[end..]);
        let rest = &slice[end + after..];
        if begins_sentence(rest) && !(stop_only && after == 0 && is_abbreviation(&slice[start..at])) {
            push(start, end + after);
            start = end + after;
        }
    }
    push(start, slice.len());
    Ok(found)
}

/// Length of the closing marks at the start of `rest`, with the space that French puts before `»`.
fn closing_marks(rest: &str) -> usize {
    let mut length = 0;
    loop {
        let tail = &rest[length..];
        let spaced = tail.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
        let skipped = tail.len() - spaced.len();
        match spaced.chars().next() {
            Some('»') => length += skipped + '»'.len_utf8(),
            Some(c) if skipped == 0 && CLOSING.contains(&c) => length += c.len_utf8(),
            _ => return length,
        }
    }
}

/// True when `rest` is over, or goes on with white space and something that can begin a sentence.
fn begins_sentence(rest: &str) -> bool {
    let trimmed = rest.trim_start();
    let Some(first) = trimmed.chars().next() else { return true };
    let glued = trimmed.len() == rest.len();
    if glued {
        // A lost space: `la police.Cet article`; but `france24.com`, `3.5` and `U.S.A` go on.
        return first.is_uppercase() && trimmed.chars().nth(1).is_some_and(char::is_lowercase);
    }
    first.is_uppercase() || first.is_numeric() || OPENING.contains(&first) || (first.is_alphabetic() && !first.is_lowercase())
}

/// True when `before`, the text up to a full stop, ends in an abbreviation or an initial.
pub fn is_abbreviation(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (None, _) => false,
        (Some(c), None) => c.is_uppercase(),
        _ => word.len() <= 5 && ABBREVIATIONS.contains(&word.to_lowercase().as_str()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_digits_are_those_of_unicode() {
        assert!(('\0'..=char::MAX).all(|c| is_alphanumeric(c) == c.is_alphanumeric()));
    }
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    fn check(text: &str, expected: Expect) {
        let found: Vec<_> = sentences(text, Span::of(text)).into_iter().map(|s| s.slice(text)).collect();
        expected.assert_eq(&found.join("\n"));
    }

    #[test]
    fn titles_and_initials_do_not_end_a_sentence() {
        check(
            "M. Cazeneuve est venu. B. Dupont aussi, dit le Dr. Martin. Fin",
            expect![[r#"
                M. Cazeneuve est venu.
                B. Dupont aussi, dit le Dr. Martin.
                Fin"#]],
        );
    }

    #[test]
    fn closing_marks_stay_with_their_sentence() {
        check(
            "« Il viendra. » Elle part. \"Bon !\" Voilà… (Oui.) Puis rien",
            expect![[r#"
                « Il viendra. »
                Elle part.
                "Bon !"
                Voilà…
                (Oui.)
                Puis rien"#]],
        );
    }

    #[test]
    fn addresses_and_decimals_go_on() {
        check(
            "Selon LeFigaro.fr et 3.5 points. fin de la police.Cet article",
            expect![[r#"
            Selon LeFigaro.fr et 3.5 points. fin de la police.
            Cet article"#]],
        );
    }

    #[test]
    fn apostrophes_and_hyphens_separate_words() {
        let text = "l’État-major d'e\u{301}te\u{301}, 10 000 fois";
        let found: Vec<_> = words(text, Span::of(text)).map(|s| s.slice(text)).collect();
        assert_eq!(found, ["l", "État", "major", "d", "e\u{301}te\u{301}", "10", "000", "fois"]);
    }

    proptest! {
        #[test]
        fn sentences_keep_every_character(text in "[a-zA-Zé.!?… »\"\n]{0,80}") {
            let kept: String = sentences(&text, Span::of(&text)).iter().map(|s| s.slice(&text)).collect();
            let squeeze = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(squeeze(&kept), squeeze(&text));
        }

        #[test]
        fn words_lie_on_boundaries(text in "\\PC{0,80}") {
            for span in words(&text, Span::of(&text)) {
                prop_assert!(!span.slice(&text).is_empty());
            }
        }
    }
}
