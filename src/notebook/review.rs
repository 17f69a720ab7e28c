//! A press review in the making: what was collected, in the reader's order, with their own words between.

use serde::{Deserialize, Serialize};

use super::Anchor;

/// What was collected, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Review {
    pub title: Option<String>,
    pub items: Vec<Item>,
}

/// One thing of a review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Item {
    /// Begins a group.
    Heading(String),
    /// What the reader writes between.
    Words(String),
    Clipping(Clipping),
}

/// What was cut out of the corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Clipping {
    pub kind: ClippingKind,
    /// The passages: one, or those of both sides of a disagreement, or all that tell a statement.
    pub anchors: Vec<Anchor>,
    /// What is said of them in words: the speaker of a quotation, the sentence of a finding or chart. May be empty.
    pub said: String,
    /// Where in the page it was found, from its `#` on; empty when that is the passage itself.
    pub address: String,
}

/// What a clipping is of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ClippingKind {
    #[default]
    Passage,
    Quotation,
    Statement,
    Disagreement,
    Chart,
}

impl Item {
    /// The passages that it shows.
    pub fn anchors(&self) -> &[Anchor] {
        match self {
            Self::Clipping(clipping) => &clipping.anchors,
            Self::Heading(_) | Self::Words(_) => &[],
        }
    }

    pub(super) fn anchors_mut(&mut self) -> &mut [Anchor] {
        match self {
            Self::Clipping(clipping) => &mut clipping.anchors,
            Self::Heading(_) | Self::Words(_) => &mut [],
        }
    }
}
