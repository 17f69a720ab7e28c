//! Letters taken apart and put together: `é` is `e` with an acute, `ﬁ` is `fi`.
//!
//! Two tables of the letters that the press uses (Latin, Greek, Cyrillic, Vietnamese, ligatures, superscripts, fractions)
//! weigh three kilobytes in the page; all of Unicode's would be forty. Tests hold them against all of Unicode's. Han, Hangul
//! and the like stay as they are.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::char::is_combining_mark;

/// Letter, base, mark; in order of the letter.
static COMPOSED: LazyLock<Vec<(char, char, char)>> = LazyLock::new(|| {
    let lines = include_str!("../../corpus/letters/composed.txt").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| three(line.chars())).collect()
});

/// Letter, what it stands for; in order of the letter.
static COMPATIBLE: LazyLock<Vec<(char, &'static str)>> = LazyLock::new(|| {
    let lines = include_str!("../../corpus/letters/compatible.txt").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.chars().next().map(|letter| (letter, &line[letter.len_utf8()..]))).collect()
});

/// Base and mark to letter.
static TOGETHER: LazyLock<HashMap<(char, char), char>> =
    LazyLock::new(|| COMPOSED.iter().map(|&(letter, base, mark)| ((base, mark), letter)).collect());

fn three(mut chars: impl Iterator<Item = char>) -> Option<(char, char, char)> {
    Some((chars.next()?, chars.next()?, chars.next()?))
}

/// Gives `take` the letters that `c` is made of, in lower case or not as they stand, without marks.
pub(super) fn bare(c: char, take: &mut impl FnMut(char)) {
    if c.is_ascii() {
        take(c);
    } else if is_combining_mark(c) {
    } else if let Ok(at) = COMPOSED.binary_search_by_key(&c, |(letter, ..)| *letter) {
        bare(COMPOSED[at].1, take);
    } else if let Ok(at) = COMPATIBLE.binary_search_by_key(&c, |(letter, _)| *letter) {
        COMPATIBLE[at].1.chars().for_each(|c| bare(c, take));
    } else {
        take(plain(c));
    }
}

/// Full-width and mathematical letters and digits as the ordinary ones.
fn plain(c: char) -> char {
    const LETTERS: &[u8; 52] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    let code = c as u32;
    let from = |first: u32, alphabet: &[u8]| char::from(alphabet[(code - first) as usize % alphabet.len()]);
    match code {
        0xFF01..=0xFF5E => char::from_u32(code - 0xFF01 + 0x21).unwrap_or(c),
        0x1D400..=0x1D6A3 => from(0x1D400, LETTERS),
        0x1D7CE..=0x1D7FF => from(0x1D7CE, b"0123456789"),
        _ => c,
    }
}

/// `text` with letters and marks put together where there is a letter for both (as Unicode's NFC does for these letters).
pub fn compose(text: &str) -> String {
    let mut composed = String::with_capacity(text.len());
    for c in text.chars() {
        let together = if is_combining_mark(c) { composed.chars().next_back().and_then(|base| TOGETHER.get(&(base, c))) } else { None };
        if let Some(letter) = together {
            composed.pop();
            composed.push(*letter);
        } else {
            composed.push(c);
        }
    }
    composed
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    fn letters() -> impl Iterator<Item = char> {
        // Letters and digits of the scripts in the tables, Latin ligatures, full-width and mathematical ones.
        (0xA0..=0x52F)
            .chain(0x1E00..=0x218F)
            .chain(0xFB00..=0xFB06)
            .chain(0xFF01..=0xFF5E)
            .chain(0x1D400..=0x1D454)
            .chain(0x1D7CE..=0x1D7FF)
            .filter_map(char::from_u32)
            .filter(|c| c.is_alphanumeric())
    }

    #[test]
    fn letters_are_taken_apart_as_unicode_does() {
        for c in letters() {
            let mut ours = String::new();
            bare(c, &mut |c| ours.push(c));
            let theirs: String = c.to_string().nfkd().filter(|c| !is_combining_mark(*c)).collect();
            // Modifier letters that Unicode writes as a space and a mark are no letters of a word.
            if !theirs.contains(' ') {
                assert_eq!(ours, theirs, "{c} U+{:04X}", c as u32);
            }
        }
    }

    #[test]
    fn letters_are_put_together_as_unicode_does() {
        for c in letters() {
            let apart: String = c.to_string().nfd().collect();
            let theirs: String = apart.nfc().collect();
            assert_eq!(compose(&apart), theirs, "{c} U+{:04X}", c as u32);
        }
        assert_eq!(compose("e\u{301}te\u{301} Vie\u{323}\u{302}t"), "été Việt");
    }
}
