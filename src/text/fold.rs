//! Folding: case, accents, ligatures and compatibility forms taken away, so that `ETAT`, `État` and `e\u{301}tat` meet.
//!
//! Folding never crosses a word's border, so offsets are kept by folding word by word.

use super::letters::bare;

/// The folded form of one word or short text: compatibility decomposition, no combining marks, lower case, `œ` as `oe`,
/// `æ` as `ae`, typographic apostrophes as `'`.
pub fn fold(text: &str) -> String {
    if text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()) {
        return text.to_owned();
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        bare(c, &mut |c| push_folded(c, &mut folded));
    }
    folded
}

/// One letter without marks, folded.
fn push_folded(c: char, folded: &mut String) {
    match c {
        'œ' | 'Œ' => folded.push_str("oe"),
        'æ' | 'Æ' => folded.push_str("ae"),
        'ø' | 'Ø' => folded.push('o'),
        'ł' | 'Ł' => folded.push('l'),
        'đ' | 'Đ' => folded.push('d'),
        'ß' | 'ẞ' => folded.push_str("ss"),
        '’' | '‘' | 'ʼ' | '`' | '´' => folded.push('\''),
        // Soft hyphen, zero-width characters and marks of direction carry no letter.
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe00}' | '\u{feff}' => {}
        c if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
        c => c.to_lowercase().for_each(|c| bare(c, &mut |c| folded.push(c))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn accents_case_and_ligatures_meet() {
        assert_eq!(fold("État"), "etat");
        assert_eq!(fold("E\u{301}TAT"), "etat");
        assert_eq!(fold("Œuvre"), "oeuvre");
        assert_eq!(fold("ﬁn"), "fin");
        assert_eq!(fold("l’Intérieur"), "l'interieur");
        assert_eq!(fold("İstanbul"), "istanbul");
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
