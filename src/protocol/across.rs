//! What is asked and answered about all articles side by side: what their headlines claim, in
//! which order they tell what several tell, how near they are to each other.
//!
//! Both go as bytes, as the researcher's tools do: who passes them on carries no code to read them.

use serde::{Deserialize, Serialize};

use crate::compare::Headline;
use crate::concordance::Form;
use crate::id::DocumentId;
use crate::span::Span;

/// A question about all articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AcrossRequest {
    /// The headlines of these articles, held against their bodies.
    Headlines(Vec<DocumentId>),
    Distances(DistancesRequest),
    /// In which order articles tell what several tell, without those that are left out.
    Ranks(Vec<DocumentId>),
}

/// Its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AcrossView {
    /// Of those that have one.
    Headlines(Vec<HeadlineView>),
    Distances(DistancesView),
    Ranks(RanksView),
    /// A table, as text.
    Sheet(String),
}

/// The headline of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadlineView {
    pub document: DocumentId,
    pub headline: Headline,
    /// What the nearest sentence of the body says, in one line.
    pub nearest: String,
}

/// How near articles are to each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DistancesRequest {
    pub ground: DistanceBy,
    /// Articles that are left out.
    pub aside: Vec<DocumentId>,
}

/// What makes two articles near.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum DistanceBy {
    /// The words of both that stand in text they have in common, of all their words.
    #[default]
    Text,
    /// The statements that both tell, of all that each shares with somebody.
    Statements,
    /// Their words, each weighted by how few articles have it.
    Words,
}

/// The articles of a matrix, and of a map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DistancesView {
    /// In order: all of few, the nearest of many.
    pub articles: Vec<DocumentId>,
    /// Row by row, in thousandths: 1000 for equal articles.
    pub likeness: Vec<u16>,
    /// On the map, in thousandths of its half width from its middle.
    pub points: Vec<(i16, i16)>,
    /// How much of the differences the map keeps, in thousandths; nothing where there are none.
    pub kept: Option<u16>,
    /// Articles that were asked for and are not among them.
    pub n_left_out: u32,
}

/// The order in which articles tell what several of them tell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RanksView {
    /// In order, at most [`MOST_RANKING`]: of more, those that share most.
    pub articles: Vec<DocumentId>,
    /// How many statements each of them shares with another.
    pub n_shared: Vec<u32>,
    /// Most shared first, at most [`MOST_RANKED`] of `n_rows`.
    pub rows: Vec<RankRow>,
    pub n_rows: u32,
    pub n_left_out: u32,
}

/// Articles, and statements, in one chart: more lines and columns are not followed by an eye.
pub const MOST_RANKING: usize = 8;
pub const MOST_RANKED: usize = 16;

/// One statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RankRow {
    /// Its clearest passage, in one line.
    pub text: String,
    /// ISO 639-1 code of that passage.
    pub language: String,
    /// In order of articles.
    pub cells: Vec<RankCell>,
}

/// Where one article tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RankCell {
    pub document: DocumentId,
    pub span: Span,
    /// From 1, among all statements that the article shares with another of the chart.
    pub rank: u32,
}

impl DistancesView {
    /// How alike two are, by their places in the list, in thousandths.
    pub fn between(&self, a: usize, b: usize) -> u16 {
        self.likeness.get(a * self.articles.len() + b).copied().unwrap_or(0)
    }
}

impl AcrossRequest {
    /// The bytes of a question with the form of its answer.
    pub fn pack(&self, form: Form) -> Vec<u8> {
        postcard::to_allocvec(&(self, form)).expect("questions have no length that postcard cannot write")
    }

    /// Reads what [`AcrossRequest::pack`] wrote; nothing when it was cut, damaged, or written by another version.
    pub fn unpack(bytes: &[u8]) -> Option<(Self, Form)> {
        postcard::from_bytes(bytes).ok()
    }
}

impl AcrossView {
    /// The bytes of an answer.
    pub fn pack(&self) -> Vec<u8> {
        postcard::to_allocvec(self).expect("answers have no length that postcard cannot write")
    }

    /// Reads what [`AcrossView::pack`] wrote; nothing when it was cut, damaged, or written by another version.
    pub fn unpack(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}
