//! Characters lost or misread: U+FFFD, and UTF-8 read as Windows-1252 (`Ã©` for `é`, `â€™` for `’`).
//!
//! A row of characters is misread when its bytes in Windows-1252 are one character of UTF-8, and one that the European press
//! uses: `à «` with a no-break space is a character of Samaritan by its bytes, and correct French.

use super::Damage;
use crate::span::Span;

/// What Windows-1252 writes as 0x80 to 0x9F; where it has nothing, the character of that number.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–',
    '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Bytes of a word shown on either side of a misread letter, at most.
const SHOWN: usize = 40;

pub(super) fn examine(text: &str, report: &mut impl FnMut(Span, Damage)) {
    if text.is_ascii() {
        return;
    }
    let mut to = 0;
    for (at, c) in text.char_indices() {
        if c == char::REPLACEMENT_CHARACTER {
            report(Span::new(at, at + c.len_utf8()), Damage::Unreadable);
        } else if at >= to
            && let Some((_, length)) = misread(&text[at..])
        {
            // One word is one place, however many letters of it are misread.
            let word = word_around(text, at, at + length);
            to = word.range().end;
            report(
                Span::new(at, at + length),
                Damage::Misread { shown: word.slice(text).to_owned(), repaired: repaired(word.slice(text)) },
            );
        }
    }
}

/// The character that was meant at the start of `text`, with the length of what stands for it.
fn misread(text: &str) -> Option<(char, usize)> {
    let mut bytes = [0_u8; 3];
    for (place, (at, c)) in text.char_indices().take(3).enumerate() {
        bytes[place] = byte(c)?;
        let wanted = match bytes[0] {
            0xC2..=0xC5 => 2,
            0xE2 => 3,
            _ => return None,
        };
        if place + 1 == wanted {
            let meant = std::str::from_utf8(&bytes[..wanted]).ok()?.chars().next()?;
            let is_ours = matches!(meant, '\u{a0}'..='\u{17f}' | '\u{2010}'..='\u{2044}' | '€' | '™');
            return is_ours.then_some((meant, at + c.len_utf8()));
        }
    }
    None
}

/// The byte of a character in Windows-1252.
fn byte(c: char) -> Option<u8> {
    match c {
        '\u{80}'..='\u{ff}' => u8::try_from(u32::from(c)).ok(),
        c => HIGH.iter().position(|high| *high == c).and_then(|at| u8::try_from(0x80 + at).ok()),
    }
}

/// The word that holds a stretch of text, or so much of it as can be shown.
fn word_around(text: &str, start: usize, end: usize) -> Span {
    let (first, last) = (text.ceil_char_boundary(start.saturating_sub(SHOWN)), text.floor_char_boundary(end + SHOWN));
    let start = text[first..start].rfind(|c: char| c.is_ascii_whitespace()).map_or(first, |at| first + at + 1);
    let end = text[end..last].find(|c: char| c.is_ascii_whitespace()).map_or(last, |at| end + at);
    Span::new(start, end)
}

/// A word as it was meant; what was misread twice is read twice.
fn repaired(word: &str) -> String {
    let mut text = word.to_owned();
    for _ in 0..3 {
        let mut better = String::with_capacity(text.len());
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let (meant, length) = misread(&text[at..]).unwrap_or((c, c.len_utf8()));
            better.push(meant);
            at += length;
        }
        if better == text {
            break;
        }
        text = better;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let mut found = Vec::new();
        examine(text, &mut |span, damage| {
            found.push(match damage {
                Damage::Misread { repaired, .. } => repaired,
                _ => span.slice(text).to_owned(),
            });
        });
        found
    }

    #[test]
    fn a_misread_word_is_given_with_the_word_that_was_meant() {
        assert_eq!(
            found("Le dÃ©putÃ© dit Â«\u{a0}nonÂ\u{a0}Â» Ã\u{a0} l’Ã‰tat dâ€™Ã‰vry, cÅ“ur, 5 â‚¬"),
            ["député", "«\u{a0}non\u{a0}»", "à", "l’État", "d’Évry,", "cœur,", "€"]
        );
        assert_eq!(found("LÃƒÂ©gislatif"), ["Législatif"]);
    }

    #[test]
    fn an_unreadable_character_is_told() {
        assert_eq!(found("Le d\u{fffd}put\u{fffd}"), ["\u{fffd}", "\u{fffd}"]);
    }

    #[test]
    fn sound_french_is_not_misread() {
        for text in ["Il appelle à\u{a0}«\u{a0}l’unité\u{a0}», été\u{a0}»", "PÂTÉ, ÂGÉ, São Paulo, Ångström, MÄDCHEN", "l’â€ du capitaine"]
        {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }
}
