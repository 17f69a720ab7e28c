//! Whether it is hidden where articles come from: for a class that guesses first.
//!
//! What the choice is called and what articles are called meanwhile; `cover` hides it in the documents.

use serde::{Deserialize, Serialize};

/// What is hidden of where articles come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mask {
    /// Nothing.
    #[default]
    Off,
    /// Names of outlets, authors, agencies and files: articles are called A, B, C…; what stands around their text is away.
    Outlets,
    /// The names that give an outlet away inside the text too.
    Names,
}

impl Mask {
    pub const ALL: [Self; 3] = [Self::Off, Self::Outlets, Self::Names];

    /// As it is called in addresses and files.
    pub fn label(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Outlets => "outlets",
            Self::Names => "names",
        }
    }

    pub fn of_label(label: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mask| mask.label() == label)
    }
}

/// What the article at this place of the corpus is called while names are hidden: A to Z, then AA.
pub fn letter(mut place: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + (place % 26) as u8));
        match place / 26 {
            0 => break,
            more => place = more - 1,
        }
    }
    letters.iter().rev().collect()
}

/// The place of the article that is called so while names are hidden.
pub fn place(letter: &str) -> Option<usize> {
    let digit = |at: usize, c: u8| c.is_ascii_uppercase().then(|| at * 26 + usize::from(c - b'A') + 1);
    // Longer ones are no article of any corpus.
    if letter.len() > 6 {
        return None;
    }
    letter.bytes().try_fold(0, digit)?.checked_sub(1)
}

/// What an article is called in truth, where `names` are hidden in their order; as it is called, where nothing is.
pub fn unmasked(names: &[String]) -> impl Fn(&str) -> String {
    |name| place(name).and_then(|place| names.get(place)).map_or_else(|| name.to_owned(), Clone::clone)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn letters_read_back(place in 0..1_000_000_usize) {
            prop_assert_eq!(super::place(&letter(place)), Some(place));
        }
    }

    #[test]
    fn letters_go_on_after_the_last() {
        assert_eq!([0, 25, 26, 701, 702].map(letter), ["A", "Z", "AA", "ZZ", "AAA"]);
        assert_eq!([place("a"), place(""), place("A1")], [None, None, None]);
    }

    #[test]
    fn a_letter_is_the_name_at_its_place_and_any_other_name_itself() {
        let names = ["un.txt".to_owned(), "deux.txt".to_owned()];
        assert_eq!(["A", "B", "C", "un.txt"].map(unmasked(&names)), ["un.txt", "deux.txt", "C", "un.txt"]);
    }
}
