//! Whether it is hidden where articles come from: for a class that guesses first.

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
