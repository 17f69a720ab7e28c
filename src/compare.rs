//! Where accounts agree, word for word or nearly, and what only one of them names.

use serde::{Deserialize, Serialize};

use crate::corpus::Corpus;
use crate::entities::EntityIndex;
use crate::id::{DocumentId, EntityId};
use crate::span::Span;

/// How close two passages are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Closeness {
    /// The same words in the same order, but for case, accents and punctuation.
    Verbatim,
    /// The same passage with words changed, left out or added.
    NearVerbatim,
    /// The same statement in other words.
    Reworded,
}

/// Two passages, one of each article, that say the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CommonPassage {
    pub a: Span,
    pub b: Span,
    pub closeness: Closeness,
    /// From 0 to 1.
    pub score: f32,
    /// Runs of identical words inside, pairwise: (in a, in b), in order of a.
    pub runs: Vec<(Span, Span)>,
    /// True when both stand between quotation marks.
    pub quoted: bool,
}

/// Two articles side by side.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    pub a: DocumentId,
    pub b: DocumentId,
    /// In order of `a`.
    pub passages: Vec<CommonPassage>,
    /// Share of the words of `a` and of `b` that stand in verbatim or near-verbatim passages, 0 to 1.
    pub share_a: f32,
    pub share_b: f32,
    /// Entities named by both, by `a` only, by `b` only (names, not nominals), most mentioned first.
    pub both: Vec<EntityId>,
    pub only_a: Vec<EntityId>,
    pub only_b: Vec<EntityId>,
}

/// Something true and worth a look, found by comparing all articles. Each claim opens its passages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Finding {
    /// All articles but `document` name `entity`; `document` alone names `instead`, in the same kind of list.
    NamedInstead { entity: EntityId, document: DocumentId, instead: EntityId },
    /// Every article names it.
    NamedByAll { entities: Vec<EntityId> },
    /// Only this article names it, of at least three.
    NamedByOne { entity: EntityId, document: DocumentId },
    /// This share (0 to 1) of the words of `document` stands nearly word for word in `source`.
    CommonText { document: DocumentId, source: DocumentId, share: f32 },
}

/// Compares two articles of `corpus`.
pub fn compare(_corpus: &Corpus, _entities: &EntityIndex, a: DocumentId, b: DocumentId) -> Comparison {
    Comparison { a, b, passages: vec![], share_a: 0.0, share_b: 0.0, both: vec![], only_a: vec![], only_b: vec![] }
}

/// What stands out when all articles are compared, most telling first.
pub fn findings(_corpus: &Corpus, _entities: &EntityIndex) -> Vec<Finding> {
    Vec::new()
}
