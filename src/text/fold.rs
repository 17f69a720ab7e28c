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
        match frequent(c) {
            Some(c) => folded.push(c),
            None => push_bare(c, &mut folded),
        }
    }
    folded
}

/// What the letters and the apostrophe of French become, without a look into the tables.
fn frequent(c: char) -> Option<char> {
    Some(match c {
        '`' => '\'',
        '\0'..='\u{7f}' => c.to_ascii_lowercase(),
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' => 'e',
        'à' | 'â' | 'À' | 'Â' => 'a',
        'î' | 'ï' | 'Î' => 'i',
        'ô' | 'Ô' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        'ç' | 'Ç' => 'c',
        '’' => '\'',
        _ => return None,
    })
}

fn push_bare(c: char, folded: &mut String) {
    bare(c, &mut |c| push_folded(c, folded));
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

    #[test]
    fn frequent_letters_become_what_the_tables_say() {
        let by_table = |c: char| {
            let mut folded = String::new();
            push_bare(c, &mut folded);
            folded
        };
        let mut frequent = ('\0'..='\u{2fff}').filter_map(|c| Some((c, super::frequent(c)?)));
        assert!(frequent.all(|(c, folded)| by_table(c) == folded.to_string()));
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
