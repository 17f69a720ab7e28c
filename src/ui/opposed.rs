//! Disagreements and silences as addresses: which are meant. What is not asked is not written.
//!
//! ```text
//! #/comparer/desaccords?sorte=figure&a=003.txt
//! #/comparer/silences?a=002.txt&dit=004.txt
//! ```
//! `sorte` kind, `a` article; of silences the one that does not tell, and `dit` one that does.

use crate::contradictions::ClashKind;

/// Which disagreements are shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Disagreements {
    pub kind: Option<ClashKind>,
    /// By name.
    pub article: Option<String>,
}

/// Whose silences are shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Silences {
    /// By name; the first article when none is given.
    pub article: Option<String>,
    pub told_by: Option<String>,
}

impl Disagreements {
    pub fn write(&self, pair: &mut dyn FnMut(&str, &str)) {
        if let Some(kind) = self.kind {
            pair("sorte", kind.label());
        }
        if let Some(article) = &self.article {
            pair("a", article);
        }
    }

    /// Takes one pair of an address, if it is the page's; what is damaged asks nothing.
    pub fn take(&mut self, key: &str, value: &str) -> bool {
        match key {
            "sorte" => self.kind = ClashKind::ALL.into_iter().find(|kind| kind.label() == value),
            "a" => self.article = Some(value.to_owned()),
            _ => return false,
        }
        true
    }
}

impl Silences {
    pub fn write(&self, pair: &mut dyn FnMut(&str, &str)) {
        if let Some(article) = &self.article {
            pair("a", article);
        }
        if let Some(told_by) = &self.told_by {
            pair("dit", told_by);
        }
    }

    /// Takes one pair of an address, if it is the page's.
    pub fn take(&mut self, key: &str, value: &str) -> bool {
        match key {
            "a" => self.article = Some(value.to_owned()),
            "dit" => self.told_by = Some(value.to_owned()),
            _ => return false,
        }
        true
    }
}
