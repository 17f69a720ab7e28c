//! What other layers found in articles, searched as words are: names, quotations, who speaks, days, figures.
//!
//! Search knows no other layer: whoever holds them hands over their spans, each with a key of words.

use serde::{Deserialize, Serialize};

use crate::id::DocumentId;
use crate::span::Span;

/// Which layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Layer {
    /// Mentions; the key is every name of the entity and its slug, one a line.
    Entity,
    /// Mentions; the key is the type of the entity.
    EntityType,
    /// Quotations; no key.
    Quotation,
    /// Quotations of a known speaker; the key is every name of the speaker, one a line.
    Speaker,
    /// Temporal expressions; the key is the days they stand for, `2015-02-20`.
    Day,
    /// Numbers; the key is the value in digits and what is counted.
    Figure,
}

/// Something that a layer found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Annotation {
    pub document: DocumentId,
    pub span: Span,
    /// Place of its key among those of the layer: the words by which it is called.
    pub key: u32,
}
