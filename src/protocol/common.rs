//! Text that several articles have nearly word for word, over all of them.

use serde::{Deserialize, Serialize};

use super::Passage;
use crate::compare::Member;
use crate::id::DocumentId;
use crate::span::Span;

/// Groups of one answer, those of most articles first.
pub const MOST_GROUPS: usize = 40;

/// The groups of articles that share text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CommonTextView {
    /// At most [`MOST_GROUPS`].
    pub groups: Vec<CommonTextGroup>,
    pub n_groups: u32,
}

/// Articles that share text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CommonTextGroup {
    /// In order of articles.
    pub members: Vec<Member>,
    /// Where the text probably comes from; nothing when nothing tells.
    pub source: Option<ProbableSource>,
    /// The common text in order, each piece once.
    pub pieces: Vec<CommonPiece>,
}

/// A piece of the common text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CommonPiece {
    pub passage: Passage,
    /// The same in other members, in order of articles.
    pub also: Vec<(DocumentId, Span)>,
}

/// Where common text probably comes from, by what the articles say of themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ProbableSource {
    /// A member is the agency's own.
    Agency { document: DocumentId, name: String },
    /// Members credit an agency, whose dispatch is not in the corpus.
    Credited { name: String, by: Vec<DocumentId> },
    /// A member states that it appeared before all others.
    Earliest { document: DocumentId, fullest: bool },
}
