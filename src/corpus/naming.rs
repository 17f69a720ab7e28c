//! What a reader corrects in names: which are one, which are two, how they are called, which are none, and which were missed.
//!
//! Told in words that outlive another recognition: an entity by its slug, which is made of kind and name, as it stands when the
//! correction is replayed; a mention by its article and span. What replays them is [`crate::entities::amend`].

use serde::{Deserialize, Serialize};

use crate::kind::EntityKind;
use crate::span::Span;

/// One correction of names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Naming {
    /// Two are one, under the name of the second.
    Merge {
        entity: String,
        into: String,
    },
    /// Some mentions of `entity` name another, of this name and kind: one that is there already, else a new one.
    Split {
        entity: String,
        mentions: Vec<Spot>,
        kind: EntityKind,
        name: String,
    },
    Rename {
        entity: String,
        name: String,
    },
    Retype {
        entity: String,
        kind: EntityKind,
    },
    /// It is no name, anywhere.
    Remove {
        entity: String,
    },
    /// Some of its mentions are none.
    Strike {
        entity: String,
        mentions: Vec<Spot>,
    },
    /// The words at `at` were missed: they name what has this name and kind, one that is there already or a new one.
    Add {
        at: Spot,
        words: String,
        kind: EntityKind,
        name: String,
        reach: Reach,
    },
}

/// Where an article says something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    pub article: String,
    pub span: Span,
}

/// How far a name that was missed is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reach {
    Here,
    /// Wherever an article has the same words and nothing is named there.
    Everywhere,
}

impl Naming {
    /// The spots that it tells of.
    pub fn spots_mut(&mut self) -> &mut [Spot] {
        match self {
            Self::Split { mentions, .. } | Self::Strike { mentions, .. } => mentions,
            Self::Add { at, .. } => std::slice::from_mut(at),
            Self::Merge { .. } | Self::Rename { .. } | Self::Retype { .. } | Self::Remove { .. } => &mut [],
        }
    }
}
