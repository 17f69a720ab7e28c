//! The pages of the comparison over all articles as addresses: which page, and how it is set. What is set as it comes is not
//! written; what is damaged is left out.
//!
//! ```text
//! #/comparer/titres
//! ```
//! A page is a variant here, a line in `parts/compare_tabs.rs`, and a file of `views` that `views/across_view.rs` opens.

/// A page over all articles.
#[derive(Clone, Debug, PartialEq)]
pub enum Across {
    /// The headlines, in order of time.
    Titles,
}

impl Across {
    /// The page called `word`, as it comes.
    pub fn at(word: &str) -> Option<Self> {
        Some(match word {
            "titres" => Self::Titles,
            _ => return None,
        })
    }

    /// How it is called in an address.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Titles => "titres",
        }
    }

    /// What its page is called.
    pub fn title(&self) -> &'static str {
        match self {
            Self::Titles => "Titres",
        }
    }

    /// The same page as it comes.
    pub fn page(&self) -> Self {
        match self {
            Self::Titles => Self::Titles,
        }
    }

    /// Writes how it is set, pair by pair.
    pub fn write(&self, _pair: &mut dyn FnMut(&str, &str)) {
        match self {
            Self::Titles => {}
        }
    }

    /// Takes one pair of an address, if it is the page's.
    pub fn take(&mut self, _key: &str, _value: &str) -> bool {
        match self {
            Self::Titles => false,
        }
    }
}
