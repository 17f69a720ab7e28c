//! The pages of the comparison over all articles as addresses: which page, and how it is set. What is set as it comes is not
//! written; what is damaged is left out.
//!
//! ```text
//! #/comparer/enonces?maniere=autrement&a=003.txt&sans=002.txt&q=réseau&page=2
//! #/comparer/commun?a=003.txt
//! #/comparer/titres
//! #/comparer/desaccords?sorte=figure&a=003.txt           #/comparer/silences?a=002.txt          see `opposed`
//! ```
//! A page is a variant here, a line in `parts/compare_tabs.rs`, and a file of `views` that `views/across_view.rs` opens.

use super::opposed::{Disagreements, Silences};
use crate::compare::Manner;

/// A page over all articles.
#[derive(Clone, Debug, PartialEq)]
pub enum Across {
    /// What several articles tell × articles.
    Statements(Statements),
    /// Text that several have nearly word for word, and what the article of this name adds.
    CommonText(Option<String>),
    /// The headlines, in order of time.
    Titles,
    /// What they tell otherwise.
    Disagreements(Disagreements),
    /// What one of them does not tell.
    Silences(Silences),
}

/// Which statements are shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statements {
    pub manner: Option<Manner>,
    /// An article that tells it, by name.
    pub told_by: Option<String>,
    /// An article that does not, by name.
    pub absent_from: Option<String>,
    /// Which page of the rows, from 0.
    pub page: u32,
}

impl Statements {
    fn write(&self, pair: &mut dyn FnMut(&str, &str)) {
        if let Some(manner) = self.manner {
            pair("maniere", manner.label());
        }
        if let Some(name) = &self.told_by {
            pair("a", name);
        }
        if let Some(name) = &self.absent_from {
            pair("sans", name);
        }
        if self.page > 0 {
            pair("page", &(self.page + 1).to_string());
        }
    }

    fn take(&mut self, key: &str, value: &str) -> bool {
        match key {
            "maniere" => self.manner = Manner::ALL.into_iter().find(|manner| manner.label() == value),
            "a" => self.told_by = Some(value.to_owned()),
            "sans" => self.absent_from = Some(value.to_owned()),
            "page" => self.page = value.parse().map_or(0, |page: u32| page.saturating_sub(1)),
            _ => return false,
        }
        true
    }
}

impl Across {
    /// The page called `word`, as it comes.
    pub fn at(word: &str) -> Option<Self> {
        Some(match word {
            "enonces" => Self::Statements(Statements::default()),
            "commun" => Self::CommonText(None),
            "titres" => Self::Titles,
            "desaccords" => Self::Disagreements(Disagreements::default()),
            "silences" => Self::Silences(Silences::default()),
            _ => return None,
        })
    }

    /// How it is called in an address.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Statements(_) => "enonces",
            Self::CommonText(_) => "commun",
            Self::Titles => "titres",
            Self::Disagreements(_) => "desaccords",
            Self::Silences(_) => "silences",
        }
    }

    /// What its page is called.
    pub fn title(&self) -> &'static str {
        match self {
            Self::Statements(_) => "Énoncés",
            Self::CommonText(_) => "Texte commun",
            Self::Titles => "Titres",
            Self::Disagreements(_) => "Désaccords",
            Self::Silences(_) => "Silences",
        }
    }

    /// The same page as it comes.
    pub fn page(&self) -> Self {
        match self {
            Self::Statements(_) => Self::Statements(Statements::default()),
            Self::CommonText(_) => Self::CommonText(None),
            Self::Titles => Self::Titles,
            Self::Disagreements(_) => Self::Disagreements(Disagreements::default()),
            Self::Silences(_) => Self::Silences(Silences::default()),
        }
    }

    /// Writes how it is set, pair by pair.
    pub fn write(&self, pair: &mut dyn FnMut(&str, &str)) {
        match self {
            Self::Statements(statements) => statements.write(pair),
            Self::CommonText(Some(article)) => pair("a", article),
            Self::CommonText(None) | Self::Titles => {}
            Self::Disagreements(asked) => asked.write(pair),
            Self::Silences(asked) => asked.write(pair),
        }
    }

    /// Takes one pair of an address, if it is the page's.
    pub fn take(&mut self, key: &str, value: &str) -> bool {
        match self {
            Self::Statements(statements) => statements.take(key, value),
            Self::CommonText(article) if key == "a" => {
                *article = Some(value.to_owned());
                true
            }
            Self::CommonText(_) | Self::Titles => false,
            Self::Disagreements(asked) => asked.take(key, value),
            Self::Silences(asked) => asked.take(key, value),
        }
    }
}
