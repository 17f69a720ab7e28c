//! The words of a paragraph by their bytes, already in lower case: the fast lane of reading.
//!
//! Gives what `analysis::tokens` and `analysis::lower_into` give, for the letters that French and English are written in. It
//! stops where anything else stands (a compound, a combining mark, a letter of another script, an apostrophe that elides
//! nothing), and whoever reads asks `analysis` for the words there.

use super::analysis;

/// Bytes that a word is written to.
pub const ROOM: usize = 256;

/// Zeros behind a word.
pub const PADDING: usize = 16;

/// What comes next in a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// A word of so many bytes in lower case, which nothing joins to the word behind it.
    Word {
        start: usize,
        end: usize,
        n_bytes: usize,
    },
    /// Something that `analysis` must read.
    Rare {
        start: usize,
    },
    Over,
}

/// The letter or digit that a byte is, in lower case; nothing for all other bytes.
const LOWER: [u8; 256] = {
    let mut lower = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        if (byte as u8).is_ascii_alphanumeric() {
            lower[byte] = (byte as u8).to_ascii_lowercase();
        }
        byte += 1;
    }
    lower
};

/// The signs of Latin-1 among its letters, × and ÷.
const SIGNS: [u8; 2] = [0x97, 0xb7];

/// What comes in `text` from the byte `at` on; a word is written to `word`, with zeros behind it.
#[inline]
pub fn next(text: &str, mut at: usize, word: &mut [u8; ROOM]) -> Next {
    let bytes = text.as_bytes();
    loop {
        let start = match beginning(text, at) {
            Beginning::Letter(start) => start,
            Beginning::Rare(start) => return Next::Rare { start },
            Beginning::None => return Next::Over,
        };
        let Some((end, n_bytes)) = letters(bytes, start, word) else { return Next::Rare { start } };
        match joint(bytes, end) {
            Joint::Apart => {
                word[n_bytes..][..PADDING].fill(0);
                return Next::Word { start, end, n_bytes };
            }
            Joint::Rare => return Next::Rare { start },
            Joint::Elided { behind } if analysis::is_elided_lower(&word[..n_bytes]) => at = behind,
            Joint::Elided { .. } => return Next::Rare { start },
            Joint::Quoted if analysis::is_elided_lower(&word[..n_bytes]) => return Next::Rare { start },
            Joint::Quoted => {
                word[n_bytes..][..PADDING].fill(0);
                return Next::Word { start, end, n_bytes };
            }
        }
    }
}

enum Beginning {
    Letter(usize),
    Rare(usize),
    None,
}

/// Where the next word begins.
#[inline]
fn beginning(text: &str, mut at: usize) -> Beginning {
    let bytes = text.as_bytes();
    while let Some(&byte) = bytes.get(at) {
        if LOWER[byte as usize] != 0 || is_letter(bytes, at) {
            return Beginning::Letter(at);
        }
        at += match (byte, bytes.get(at + 1)) {
            (0..0x80, _) => 1,
            (0xc3, _) | (0xc2, Some(0xa0 | 0xab | 0xbb)) => 2,
            // General punctuation: nothing in it is a letter.
            (0xe2, Some(0x80)) => 3,
            _ => match text[at..].chars().next() {
                Some(c) if c.is_alphanumeric() => return Beginning::Rare(at),
                c => c.map_or(1, char::len_utf8),
            },
        };
    }
    Beginning::None
}

/// True where a letter of Latin-1 or `œ` stands.
#[inline]
fn is_letter(bytes: &[u8], at: usize) -> bool {
    match (bytes.get(at), bytes.get(at + 1)) {
        (Some(0xc3), Some(low)) => !SIGNS.contains(low),
        (Some(0xc5), Some(0x92 | 0x93)) => true,
        _ => false,
    }
}

/// Writes the letters from `at` on in lower case; tells where they end and how many bytes they take. Nothing for a word that is
/// longer than any that is kept.
#[inline]
fn letters(bytes: &[u8], mut at: usize, word: &mut [u8; ROOM]) -> Option<(usize, usize)> {
    const MOST: usize = ROOM - PADDING - 2;
    let mut n = 0;
    while n < MOST {
        // Eight at once, as far as they are of ASCII; what is written too much is written over.
        if let Some(eight) = bytes[at..].first_chunk::<8>()
            && let Some(room) = word[n..].first_chunk_mut::<8>()
        {
            let (lower, n_letters) = lower_eight(u64::from_le_bytes(*eight));
            *room = lower.to_le_bytes();
            (n, at) = (n + n_letters, at + n_letters);
            if n_letters == 8 {
                continue;
            }
        }
        let Some(&byte) = bytes.get(at) else { return Some((at, n)) };
        let lower = LOWER[byte as usize];
        if lower != 0 {
            word[n] = lower;
            (n, at) = (n + 1, at + 1);
            continue;
        }
        if byte < 0x80 || !is_letter(bytes, at) {
            return Some((at, n));
        }
        let low = bytes[at + 1];
        (word[n], word[n + 1]) = match (byte, low) {
            (0xc3, 0x80..=0x9e) => (0xc3, low + 0x20),
            (0xc3, _) => (0xc3, low),
            _ => (0xc5, 0x93),
        };
        (n, at) = (n + 2, at + 2);
    }
    None
}

/// Eight bytes with their letters in lower case, and how many of the first are letters or digits of ASCII.
#[inline]
fn lower_eight(bytes: u64) -> (u64, usize) {
    /// The same in all eight bytes.
    const fn all(byte: u8) -> u64 {
        u64::from_le_bytes([byte; 8])
    }
    // Digits have the bit of lower case; other bytes that it makes letters of are told by what they were.
    let (lower, low_bits) = (bytes | all(0x20), bytes & all(0x7f));
    let lower_bits = lower & all(0x7f);
    // The highest bit of a byte is set where it is at least `a` and not beyond `z`, or `0` and `9`.
    let letters = (lower_bits + all(0x80 - b'a')) & !(lower_bits + all(0x7f - b'z'));
    let digits = (low_bits + all(0x80 - b'0')) & !(low_bits + all(0x7f - b'9'));
    let others = !((letters | digits) & !bytes) & all(0x80);
    (lower, others.trailing_zeros() as usize / 8)
}

enum Joint {
    Apart,
    /// An apostrophe, and a letter behind it.
    Elided {
        behind: usize,
    },
    /// An apostrophe, and no letter behind it.
    Quoted,
    Rare,
}

/// What stands behind a word that ends at `end`.
#[inline]
fn joint(bytes: &[u8], end: usize) -> Joint {
    let apostrophe = |behind: usize| match bytes.get(behind) {
        Some(&byte) if LOWER[byte as usize] != 0 || is_letter(bytes, behind) => Joint::Elided { behind },
        Some(0..0x80) => Joint::Quoted,
        _ => Joint::Rare,
    };
    let second = bytes.get(end + 1);
    match bytes.get(end) {
        None => Joint::Apart,
        Some(b'\'') => apostrophe(end + 1),
        Some(b'-') => match second {
            Some(&byte) if byte < 0x80 && LOWER[byte as usize] == 0 => Joint::Apart,
            _ => Joint::Rare,
        },
        Some(b'`') => Joint::Rare,
        Some(0..0x80) => Joint::Apart,
        Some(0xc2) if matches!(second, Some(0xa0 | 0xab | 0xbb)) => Joint::Apart,
        Some(0xe2) if second == Some(&0x80) => match bytes.get(end + 2) {
            Some(0x99) => apostrophe(end + 3),
            // Hyphens, the other quotation mark that is taken for an apostrophe, the prime.
            None | Some(0x90 | 0x91 | 0x98 | 0xb2) => Joint::Rare,
            Some(_) => Joint::Apart,
        },
        Some(_) => Joint::Rare,
    }
}

#[cfg(test)]
mod tests {
    use super::super::analysis::{Link, lower_into, tokens};
    use super::*;
    use crate::span::Span;
    use proptest::prelude::*;

    /// The words of `text` up to the first rare thing, and where that stands.
    fn read(text: &str) -> (Vec<(usize, String)>, Option<usize>) {
        let (mut found, mut at, mut word) = (Vec::new(), 0, [1; ROOM]);
        loop {
            match next(text, at, &mut word) {
                Next::Word { start, end, n_bytes } => {
                    assert_eq!(word[n_bytes..n_bytes + PADDING], [0; PADDING]);
                    found.push((start, String::from_utf8(word[..n_bytes].to_vec()).unwrap()));
                    at = end;
                }
                Next::Rare { start } => return (found, Some(start)),
                Next::Over => return (found, None),
            }
        }
    }

    #[test]
    fn ordinary_french_is_never_rare() {
        let text = "« L’État prépare l'œuvre, jusqu’à 12\u{a0}% d’été », dit ÉLODIE : « Ça ! » – 3 × 4 €… 'oui' dit-";
        let (found, rare) = read(text);
        let words: Vec<&str> = found.iter().map(|(_, word)| word.as_str()).collect();
        assert_eq!((words.join(" ").as_str(), rare), ("état prépare œuvre à 12 été dit élodie ça 3 4 oui", Some(text.len() - 4)));
    }

    proptest! {
        #[test]
        fn eight_bytes_are_told_as_one_by_one(bytes: [u8; 8], letters in 0u32..256) {
            let bytes: Vec<u8> = bytes.iter().zip(0..).map(|(byte, at)| if letters & 1 << at != 0 { b"azAZ09`{@[/:"[*byte as usize % 12] } else { *byte }).collect();
            let (lower, n) = lower_eight(u64::from_le_bytes(bytes[..].try_into().unwrap()));
            prop_assert_eq!(n, bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count());
            prop_assert_eq!(&lower.to_le_bytes()[..n], &bytes[..n].to_ascii_lowercase()[..]);
        }

        #[test]
        fn words_are_those_of_the_analysis(
            text in "[a-cA-CéÉœŒßÿ×0-9'’‘`´ -]{0,40}|([a-z]{1,3}|qu|aujourd|hui|l|d|é|[-'’ .«\u{a0}\u{2011}\u{2032}€½]|[\u{ad}\u{2060}\u{301}\u{34f}\u{fe00}\u{200b}ıжŁ]){0,20}|\\PC{0,30}"
        ) {
            let (found, rare) = read(&text);
            let mut lower = String::new();
            let mut expected = Vec::new();
            for token in tokens(&text, Span::of(&text)) {
                let start = token.span.start as usize;
                if rare.is_some_and(|rare| start >= rare) {
                    break;
                }
                lower_into(token.span.slice(&text), &mut lower);
                prop_assert_eq!(token.link, Link::Apart);
                expected.push((start, lower.clone()));
            }
            prop_assert_eq!(found, expected);
        }

        /// Whoever reads on behind something rare begins at a word and reads what it would have read from the front.
        #[test]
        fn words_do_not_depend_on_what_was_before(text in "([a-z]{1,3}|qu|aujourd|hui|l|d|é|[-'’ .«\u{a0}\u{2011}]|[\u{ad}\u{2060}\u{301}]){0,20}") {
            let all: Vec<_> = tokens(&text, Span::of(&text)).collect();
            for (n, token) in all.iter().enumerate().skip(1) {
                if all[n - 1].link == Link::Apart {
                    let rest: Vec<_> = tokens(&text, Span::new(token.span.start as usize, text.len())).collect();
                    prop_assert_eq!(&rest[..], &all[n..]);
                }
            }
        }
    }
}
