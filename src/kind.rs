//! What sort of thing a name stands for: said by what finds names, and by a reader who corrects them.

use serde::{Deserialize, Serialize};

/// What sort of thing a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EntityKind {
    Person,
    Organisation,
    Place,
    Media,
    Group,
    Event,
    Law,
    Product,
}

impl EntityKind {
    /// All kinds, in the order of their declaration, which is the order in which they are shown.
    pub const ALL: [Self; 8] =
        [Self::Person, Self::Organisation, Self::Place, Self::Media, Self::Group, Self::Event, Self::Law, Self::Product];

    /// The label of the exchange format.
    pub fn label(self) -> &'static str {
        match self {
            Self::Person => "PER",
            Self::Organisation => "ORG",
            Self::Place => "LOC",
            Self::Media => "MEDIA",
            Self::Group => "GROUP",
            Self::Event => "EVENT",
            Self::Law => "LAW",
            Self::Product => "PRODUCT",
        }
    }

    /// The kind with this label.
    pub fn of_label(label: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.label() == label)
    }
}
