//! What is asked and answered about all articles side by side: what their headlines claim, how near they are to each other.
//!
//! Both go as bytes, as the researcher's tools do: who passes them on carries no code to read them.

use serde::{Deserialize, Serialize};

use crate::compare::Headline;
use crate::concordance::Form;
use crate::id::DocumentId;

/// A question about all articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AcrossRequest {
    /// The headlines of these articles, held against their bodies.
    Headlines(Vec<DocumentId>),
    Distances(DistancesRequest),
}

/// Its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AcrossView {
    /// Of those that have one.
    Headlines(Vec<HeadlineView>),
    Distances(DistancesView),
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
    pub ground: Ground,
    /// Articles that are left out.
    pub aside: Vec<DocumentId>,
}

/// What makes two articles near.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ground {
    /// The words of both that stand in text they have in common, of all their words.
    #[default]
    Text,
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
