//! The grid of statements as an address: which statements are shown.
//!
//! ```text
//! #/comparer/enonces?maniere=autrement&a=003.txt&sans=002.txt&q=réseau&page=2
//! ```

use crate::compare::Manner;

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
    pub fn write(&self, pair: &mut dyn FnMut(&str, &str)) {
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

    pub fn take(&mut self, key: &str, value: &str) -> bool {
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
