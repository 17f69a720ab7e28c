//! What the training of the tagger needs of the reading of articles: tokens with their features, and an index by other weights.

use super::key::Keys;
use super::tagger::Tagger;
use super::{EntityIndex, features, recognise, tagging, tokens};
use crate::corpus::{Corpus, Document};
use crate::span::Span;

pub use super::tagger::{BITS, KINDS, N_LABELS, UNIT, first, follows, further};

/// A sentence as the tagger sees it.
pub struct Sample {
    /// Its tokens.
    pub tokens: Vec<Span>,
    /// What is said of each.
    pub features: Vec<Vec<u32>>,
}

/// The sentences of `document` that a tagger reads.
pub fn samples(document: &Document) -> Vec<Sample> {
    let mut keys = Keys::default();
    let lines: Vec<_> = tokens::lines(document, &mut keys).collect();
    let candidates = recognise::candidates(&lines, &mut keys);
    let habits = features::Habits::of(&lines, &candidates);
    let mut found = Vec::new();
    for (line, candidates) in tagging::by_line(&lines, &candidates).filter(|(line, _)| tagging::is_read(line)) {
        let features = features::features(line, candidates, &habits);
        let tokens = line.tokens.iter().map(|token| token.span).collect();
        found.push(Sample { tokens, features: features.tokens().map(<[u32]>::to_vec).collect() });
    }
    found
}

/// The index of `corpus` by these weights, or by those that ship when they are none.
pub fn index(corpus: &Corpus, weights: &[u8]) -> EntityIndex {
    match Tagger::read(weights) {
        Some(tagger) => EntityIndex::build_by(&tagger, corpus, &mut |_| {}),
        None => EntityIndex::build(corpus),
    }
}
