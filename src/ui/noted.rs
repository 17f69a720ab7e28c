//! The list of notes as an address: which of them are shown.
//!
//! ```text
//! #/notes?etiquette=Lieu&a=003.txt&de=Ana
//! ```

/// Which notes are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Noted {
    /// Name of a label.
    pub label: Option<String>,
    /// By name.
    pub article: Option<String>,
    /// Who wrote them; empty for who sits here.
    pub author: Option<String>,
}

impl Noted {
    pub(super) fn write(&self, pair: &mut dyn FnMut(&str, &str)) {
        for (key, value) in [("etiquette", &self.label), ("a", &self.article), ("de", &self.author)] {
            if let Some(value) = value {
                pair(key, value);
            }
        }
    }

    /// Takes one pair of an address, if it is the list's.
    pub(super) fn take(&mut self, key: &str, value: &str) -> bool {
        match key {
            "etiquette" => self.label = Some(value.to_owned()),
            "a" => self.article = Some(value.to_owned()),
            "de" => self.author = Some(value.to_owned()),
            _ => return false,
        }
        true
    }
}
