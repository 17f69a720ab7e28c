//! What several articles tell: the ledger of figures, and what happened by day.

use serde::{Deserialize, Serialize};

use super::{DisagreementsRequest, SilencesRequest, StatementsRequest};
use crate::concordance::Separator;
use crate::export::{DateRecord, QuantityRecord};
use crate::facts::{Verdict, Why};
use crate::id::DocumentId;
use crate::span::Span;
use crate::times::{Certainty, Day};

/// Rows of a ledger in one answer, of those that several articles tell and of the others: more than a person reads through.
pub const MOST_COUNTS: usize = 300;
/// Events of a time line in one answer.
pub const MOST_EVENTS: usize = 400;

/// Which rows of the ledger are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountsRequest {
    /// Words of which what is counted, or one of its sentences, has each.
    pub text: String,
    pub verdict: Option<Verdict>,
    /// The article that tells it.
    pub article: Option<DocumentId>,
}

/// Rows of the ledger, most shared first, disagreements first among them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountsView {
    /// At most [`MOST_COUNTS`] of several articles, then as many of one.
    pub rows: Vec<CountRow>,
    /// How many there are that were asked for.
    pub n_shared: u32,
    pub n_single: u32,
    /// How many have each of [`Verdict::SHARED`], whatever verdict is asked for.
    pub n_verdicts: [u32; 7],
}

/// One thing that is counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountRow {
    pub counted: String,
    pub verdict: Verdict,
    pub why: Option<Why>,
    /// The cells of which `why` speaks.
    pub between: (u32, u32),
    /// By article, then place.
    pub cells: Vec<CountCell>,
}

/// One figure with its sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountCell {
    pub document: DocumentId,
    /// In the raw text.
    pub span: Span,
    pub sentence: Span,
    /// As it is written.
    pub surface: String,
    pub text: String,
}

/// What happened, by day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineView {
    /// At most [`MOST_EVENTS`]: the most shared ones of more.
    pub events: Vec<TimelineEvent>,
    pub n_events: u32,
}

/// What happened at one time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineEvent {
    pub earliest: Day,
    pub latest: Day,
    /// By article, then place.
    pub passages: Vec<TimelinePassage>,
}

/// One sentence that tells of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelinePassage {
    pub document: DocumentId,
    /// The words that say when, in the raw text.
    pub span: Span,
    pub sentence: Span,
    pub surface: String,
    pub text: String,
    pub certainty: Certainty,
    /// Why it means this day.
    pub why: String,
}

/// All times and figures, in order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ToldView {
    pub dates: Vec<DateRecord>,
    pub figures: Vec<QuantityRecord>,
}

/// What is told, as a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ToldSheet {
    /// One row for each figure.
    Counts(CountsRequest, Separator),
    /// One row for each passage that tells of a day.
    Events(Separator),
    /// The same as JSON Lines.
    EventLines,
    /// One row for each article that tells a statement, of all pages.
    Statements(StatementsRequest, Separator),
    /// One row for each sentence of a disagreement.
    Disagreements(DisagreementsRequest, Separator),
    /// One row for each sentence that tells what an article does not.
    Silences(SilencesRequest, Separator),
}
