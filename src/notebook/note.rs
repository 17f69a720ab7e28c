//! Notes on passages, and the labels that group them.

use serde::{Deserialize, Serialize};

use super::Anchor;

/// What a reader wrote about a passage, or that they marked it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Note {
    pub anchor: Anchor,
    /// Name of a label.
    pub label: Option<String>,
    /// Empty where a passage is only marked.
    pub text: String,
    /// Who wrote it, as they call themselves; none for who sits here.
    pub author: Option<String>,
    /// When, ISO 8601.
    pub made: Option<String>,
}

/// What notes are grouped by. Its name is what tells it apart; the colour helps the eye.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    pub name: String,
    pub colour: Colour,
}

/// Each has a line of its own too, so that none is told by colour alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Colour {
    #[default]
    Yellow,
    Green,
    Blue,
    Pink,
    Orange,
    Grey,
}

impl Colour {
    pub const ALL: [Self; 6] = [Self::Yellow, Self::Green, Self::Blue, Self::Pink, Self::Orange, Self::Grey];

    /// As it is called in files and style sheets.
    pub fn label(self) -> &'static str {
        match self {
            Self::Yellow => "yellow",
            Self::Green => "green",
            Self::Blue => "blue",
            Self::Pink => "pink",
            Self::Orange => "orange",
            Self::Grey => "grey",
        }
    }
}
