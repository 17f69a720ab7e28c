//! Where accounts agree, word for word or nearly, and what only one of them names.
//!
//! A [`Comparer`] reads all articles once and keeps what is known of the whole corpus; then any two of them are made ready and compared: text in common first, then the same
//! statements in other words, then names. Only the article is compared, never the furniture of its page. That two texts
//! have words in common is said; who took them from whom is not.

mod align;
mod census;
mod choose;
mod clauses;
mod compared;
mod containment;
mod copies;
#[cfg(test)]
mod copies_tests;
mod differences;
#[cfg(feature = "whole")]
mod distances;
mod enumerations;
mod evidence;
mod findings;
#[cfg(test)]
mod fixture;
mod function_words;
mod headline;
#[cfg(feature = "whole")]
mod headlines;
mod likeness;
mod marks;
#[cfg(feature = "whole")]
mod mood;
mod named;
mod prepare;
mod quoted;
mod ready;
mod reuse;
#[cfg(feature = "whole")]
mod scaling;
mod seeds;
mod senses;
mod shares;
mod similarity;
#[cfg(test)]
mod tests;
mod vocabulary;
mod wording;

use serde::{Deserialize, Serialize};

use crate::corpus::Corpus;
use crate::entities::EntityIndex;
use crate::id::{DocumentId, EntityId};
use crate::order::Order;
use crate::span::Span;
use ready::Shelf;
use reuse::Pair;
use shares::Shares;
use vocabulary::Vocabulary;

pub use compared::Compared;
pub use copies::{CopyKind, Family, Tie};
pub use differences::{Change, Difference, WordChange};
#[cfg(feature = "whole")]
pub use distances::{Likenesses, MOST as MOST_IN_MATRIX, by_statements, by_text, by_words};
pub use headline::{Claim, ClaimKind, Headline, Mood};
#[cfg(feature = "whole")]
pub use headlines::headline;
pub use likeness::Detail;
#[cfg(feature = "whole")]
pub use scaling::{Map, map};
pub use wording::{COMPARED, Wording, wordings};

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
    /// One utterance stands in several articles, and not in the same words: its fullest version begins at `start`.
    Versions { document: DocumentId, start: u32, speaker: Option<EntityId>, n_articles: u32, n_wordings: u32, seam: Join },
}

/// Whether a version of an utterance joins distant parts as if they were one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Join {
    None,
    Spliced,
}

/// Pairs whose share of common text is given in an overview: a quick estimate ranks all pairs, these are then compared in
/// full, so that the overview and the comparison give one figure. Growing, the overview of a large corpus takes longer.
pub const CLOSEST_PAIRS: usize = 40;

/// What comparing two articles must know of the whole corpus: its words with how telling each is, and which articles have
/// text in common.
#[derive(Clone, Debug, Default)]
pub struct Comparer {
    vocabulary: Vocabulary,
    shares: Shares,
    shelf: Shelf,
}

impl Comparer {
    /// Reads all articles of `corpus`; its answers are about that corpus.
    pub fn new(corpus: &Corpus) -> Self {
        Self::new_with(corpus, &mut |_| {})
    }

    /// The same; `progress` is told how many articles are read.
    pub fn new_with(corpus: &Corpus, progress: &mut dyn FnMut(u32)) -> Self {
        let (vocabulary, shares) = census::census(corpus, progress);
        Self { vocabulary, shares, shelf: Shelf::default() }
    }

    /// Compares two articles of the corpus that was read. With an unknown id there are no passages.
    pub fn compare(&self, corpus: &Corpus, entities: &EntityIndex, a: DocumentId, b: DocumentId) -> Comparison {
        // One order for each pair, so that the answer does not depend on who comes first.
        if a > b { self.compare_in_order(corpus, entities, b, a).mirrored() } else { self.compare_in_order(corpus, entities, a, b) }
    }

    fn compare_in_order(&self, corpus: &Corpus, entities: &EntityIndex, a: DocumentId, b: DocumentId) -> Comparison {
        let named = named::compare(entities, a, b);
        let mut comparison =
            Comparison { a, b, passages: vec![], share_a: 0.0, share_b: 0.0, both: named.both, only_a: named.only_a, only_b: named.only_b };
        let ready = |id| corpus.document(id).map(|document| self.shelf.ready(document, &self.vocabulary));
        let (Some(of_a), Some(of_b)) = (ready(a), ready(b)) else { return comparison };
        let pair = Pair { vocabulary: &self.vocabulary, a: &of_a.prepared, b: &of_b.prepared };
        let common = reuse::common_text(pair);
        comparison.share_a = pair.a.share_within(common.iter().map(|passage| passage.a));
        comparison.share_b = pair.b.share_within(common.iter().map(|passage| passage.b));
        let mentions = [entities.mentions_in(a), entities.mentions_in(b)];
        let reworded = similarity::reworded(pair, [&of_a.matter, &of_b.matter], entities, mentions, &common);
        comparison.passages = common;
        comparison.passages.extend(reworded);
        comparison.passages.order_by_key(CommonPassage::order);
        comparison
    }

    /// For each pair of articles with common text: both ids, then the share of the words of each that stands in the other,
    /// 0 to 1. Word for word only, so a little below [`Comparison::share_a`], at a fraction of the price: for an overview. Of
    /// a formula that more than 33 articles have, only articles that follow each other are told.
    pub fn common_shares(&self) -> &[(DocumentId, DocumentId, f32, f32)] {
        &self.shares
    }

    /// The `n` pairs of articles with most text in common, compared in full, as [`Comparer::common_shares`] ranks them: both
    /// ids, then the shares of [`Comparison`].
    pub fn closest_pairs(&self, corpus: &Corpus, entities: &EntityIndex, n: usize) -> Vec<(DocumentId, DocumentId, f32, f32)> {
        let mut pairs: Shares = Vec::new();
        // The best of a few more than wanted, again and again, so that what is sorted stays short.
        for more in self.shares.chunks(n.max(256)) {
            pairs.extend(more);
            pairs.order_by(|x, y| y.2.max(y.3).total_cmp(&x.2.max(x.3)).then((x.0, x.1).cmp(&(y.0, y.1))));
            pairs.truncate(n);
        }
        for (a, b, share_a, share_b) in &mut pairs {
            let comparison = self.compare(corpus, entities, *a, *b);
            (*share_a, *share_b) = (comparison.share_a, comparison.share_b);
        }
        pairs
    }

    /// Articles of `corpus`, the one that was read, that are one text: the same twice, versions, copies in several outlets,
    /// excerpts.
    pub fn families(&self, corpus: &Corpus) -> Vec<Family> {
        let mut alike = vec![false; corpus.documents.len()];
        for (a, b, ..) in self.shares.iter().filter(|(_, _, share_a, share_b)| share_a.max(*share_b) >= containment::LEAST / 2.0) {
            (alike[a.index()], alike[b.index()]) = (true, true);
        }
        copies::families(corpus, &self.vocabulary, &alike)
    }

    /// What changed from article `a` to article `b`, sentence by sentence and word by word. With an unknown id nothing.
    pub fn differences(&self, corpus: &Corpus, a: DocumentId, b: DocumentId) -> Difference {
        let ready = |id| corpus.document(id).map(|document| self.shelf.ready(document, &self.vocabulary));
        let changes = match (ready(a), ready(b)) {
            (Some(a), Some(b)) => differences::changes(Pair { vocabulary: &self.vocabulary, a: &a.prepared, b: &b.prepared }),
            _ => Vec::new(),
        };
        Difference { a, b, changes }
    }

    /// What stands out when all articles are compared, most telling first. `closest` are the pairs of
    /// [`Comparer::closest_pairs`].
    pub fn findings(&self, corpus: &Corpus, entities: &EntityIndex, closest: &[(DocumentId, DocumentId, f32, f32)]) -> Vec<Finding> {
        findings::findings(corpus, entities, closest)
    }
}

impl Comparison {
    /// The same comparison from the other side.
    fn mirrored(self) -> Self {
        let mut passages: Vec<_> = self.passages.into_iter().map(CommonPassage::mirrored).collect();
        passages.order_by_key(CommonPassage::order);
        Self {
            a: self.b,
            b: self.a,
            passages,
            share_a: self.share_b,
            share_b: self.share_a,
            both: self.both,
            only_a: self.only_b,
            only_b: self.only_a,
        }
    }
}

impl CommonPassage {
    fn order(&self) -> (Span, Span, Closeness) {
        (self.a, self.b, self.closeness)
    }

    fn mirrored(self) -> Self {
        let mut runs: Vec<_> = self.runs.into_iter().map(|(a, b)| (b, a)).collect();
        runs.order();
        Self { a: self.b, b: self.a, runs, ..self }
    }
}

/// Compares two articles of `corpus`. To compare many, keep a [`Comparer`].
pub fn compare(corpus: &Corpus, entities: &EntityIndex, a: DocumentId, b: DocumentId) -> Comparison {
    Comparer::new(corpus).compare(corpus, entities, a, b)
}
