//! The pages of the comparison over all articles as addresses: which page, and how it is set. What is set as it comes is not
//! written; what is damaged is left out.
//!
//! ```text
//! #/comparer/titres
//! #/comparer/desaccords?sorte=figure&a=003.txt           #/comparer/silences?a=002.txt          see `opposed`
//! ```
//! A page is a variant here, a line in `parts/compare_tabs.rs`, and a file of `views` that `views/across_view.rs` opens.

use super::opposed::{Disagreements, Silences};

/// A page over all articles.
#[derive(Clone, Debug, PartialEq)]
pub enum Across {
    /// The headlines, in order of time.
    Titles,
    /// What they tell otherwise.
    Disagreements(Disagreements),
    /// What one of them does not tell.
    Silences(Silences),
}

impl Across {
    /// The page called `word`, as it comes.
    pub fn at(word: &str) -> Option<Self> {
        Some(match word {
            "titres" => Self::Titles,
            "desaccords" => Self::Disagreements(Disagreements::default()),
            "silences" => Self::Silences(Silences::default()),
            _ => return None,
        })
    }

    /// How it is called in an address.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Titles => "titres",
            Self::Disagreements(_) => "desaccords",
            Self::Silences(_) => "silences",
        }
    }

    /// What its page is called.
    pub fn title(&self) -> &'static str {
        match self {
            Self::Titles => "Titres",
            Self::Disagreements(_) => "Désaccords",
            Self::Silences(_) => "Silences",
        }
    }

    /// The same page as it comes.
    pub fn page(&self) -> Self {
        match self {
            Self::Titles => Self::Titles,
            Self::Disagreements(_) => Self::Disagreements(Disagreements::default()),
            Self::Silences(_) => Self::Silences(Silences::default()),
        }
    }

    /// Writes how it is set, pair by pair.
    pub fn write(&self, pair: &mut dyn FnMut(&str, &str)) {
        match self {
            Self::Titles => {}
            Self::Disagreements(asked) => asked.write(pair),
            Self::Silences(asked) => asked.write(pair),
        }
    }

    /// Takes one pair of an address, if it is the page's.
    pub fn take(&mut self, key: &str, value: &str) -> bool {
        match self {
            Self::Titles => false,
            Self::Disagreements(asked) => asked.take(key, value),
            Self::Silences(asked) => asked.take(key, value),
        }
    }
}
