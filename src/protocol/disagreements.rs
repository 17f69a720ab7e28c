//! What articles tell otherwise, and what one of them does not tell.

use serde::{Deserialize, Serialize};

use super::Passage;
use crate::contradictions::{ClashKind, Severity, Topic, Why};
use crate::id::DocumentId;
use crate::times::Day;

/// Disagreements of one answer: more than a person reads through.
pub const MOST_DISAGREEMENTS: usize = 200;
/// Silences of one answer.
pub const MOST_SILENCES: usize = 60;
/// Passages set aside as later that are shown.
pub const MOST_LATER: usize = 20;

/// Which disagreements are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisagreementsRequest {
    pub kind: Option<ClashKind>,
    /// An article that takes part.
    pub article: Option<DocumentId>,
    /// Articles that are set aside, as if they were not there.
    pub without: Vec<DocumentId>,
}

/// Disagreements, most serious first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisagreementsView {
    /// At most [`MOST_DISAGREEMENTS`].
    pub rows: Vec<DisagreementRow>,
    /// How many there are that were asked for.
    pub n: u32,
    /// How many of each of [`ClashKind::ALL`], whatever kind is asked for.
    pub n_kinds: [u32; 7],
    /// How many there are in the whole corpus, but for the articles set aside.
    pub n_all: u32,
}

/// One disagreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisagreementRow {
    pub kind: ClashKind,
    pub severity: Severity,
    pub topic: Topic,
    pub why: Why,
    /// Two at least; sides of one value agree.
    pub sides: Vec<DisagreementSide>,
}

/// Those that tell one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisagreementSide {
    pub value: String,
    /// Their sentences, the words that differ marked.
    pub passages: Vec<Passage>,
}

/// Whose silences are asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SilencesRequest {
    pub article: DocumentId,
    /// What this one tells, were it the only one.
    pub told_by: Option<DocumentId>,
    /// Articles that are set aside, as if they were not there.
    pub without: Vec<DocumentId>,
}

/// What the others tell and one article does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SilencesView {
    /// At most [`MOST_SILENCES`], most surprising first.
    pub rows: Vec<SilenceRow>,
    pub n: u32,
    /// What happened after the article appeared: at most [`MOST_LATER`].
    pub later: Vec<LaterRow>,
    pub n_later: u32,
    /// What one other article alone tells.
    pub n_few: u32,
    /// Articles that could tell it.
    pub n_others: u32,
    /// Whether it is known when the article appeared: without a date nothing is later.
    pub horizon: Option<Day>,
}

/// One statement that is not told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SilenceRow {
    /// Its clearest sentence, what the others tell too marked.
    pub title: Passage,
    /// The sentences of all that tell it, in order of articles.
    pub told: Vec<Passage>,
    pub n_tellers: u32,
    /// All that tell it appeared after the article.
    pub is_after: bool,
}

/// A statement of a day after the article appeared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LaterRow {
    pub title: Passage,
    pub day: Day,
}
