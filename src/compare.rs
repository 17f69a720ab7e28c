//! Where accounts agree, word for word or nearly, and what only one of them names.
//!
//! A [`Comparer`] reads all articles once and keeps what is known of the whole corpus; then any two of them are made ready and compared: text in common first, then the same
//! statements in other words, then names. Only the article is compared, never the furniture of its page. That two texts
//! have words in common is said; who took them from whom is not.

mod align;
mod annotated;
mod census;
mod choose;
mod clauses;
mod common;
mod common_words;
mod compared;
mod containment;
mod copies;
#[cfg(test)]
mod copies_tests;
mod differences;
#[cfg(feature = "whole")]
mod distances;
mod elsewhere;
mod enumerations;
mod evidence;
mod expressions;
mod findings;
#[cfg(test)]
mod fixture;
mod function_words;
mod grounds;
mod headline;
#[cfg(feature = "whole")]
mod headlines;
mod holders;
mod likeness;
mod manner;
mod marks;
#[cfg(feature = "whole")]
mod mood;
mod named;
mod nearest;
mod prepare;
mod quoted;
mod ready;
mod reuse;
#[cfg(feature = "whole")]
mod scaling;
mod seeds;
mod senses;
pub(crate) use senses::words as senses;
mod shares;
mod similarity;
mod statements;
#[cfg(test)]
mod tests;
mod versions;
mod vocabulary;
mod weighing;
#[cfg(test)]
mod weighing_tests;
mod wording;

use std::cell::OnceCell;
use std::cmp::Ordering;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::corpus::{Corpus, Document};
use crate::entities::EntityIndex;
use crate::id::{DocumentId, EntityId};
use crate::order::Order;
use crate::say;
use crate::span::Span;
use evidence::Evidence;
use grounds::Side;
use holders::Holders;
use prepare::Prepared;
use ready::{Ready, Shelf};
use reuse::Pair;
use shares::Shares;
use vocabulary::Vocabulary;

pub use annotated::Annotated;
pub use common::{CommonGroup, Member, Piece};
pub use compared::Compared;
pub use copies::{CopyKind, Family, Tie};
pub use differences::{Change, Difference, WordChange};
#[cfg(feature = "whole")]
pub use distances::{Likenesses, MOST as MOST_IN_MATRIX, by_statements, by_text, by_words};
pub use elsewhere::{Elsewhere, Found};
pub(crate) use enumerations::{Enumeration, enumerations_in};
pub use grounds::{Ground, GroundKind};
pub use headline::{Claim, ClaimKind, Headline, Mood};
#[cfg(feature = "whole")]
pub use headlines::headline;
pub use likeness::Detail;
pub use manner::{Divergence, Manner, Unlike};
#[cfg(feature = "whole")]
pub use scaling::{Map, map};
#[cfg(feature = "whole")]
pub(crate) use statements::is_pronoun;
pub use statements::{Cell, Statement, Statements};
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
    /// The same fact: who, when, how many or what is done agree, and hardly a word.
    SameFact,
}

impl Closeness {
    /// In words, for the reader and for tables.
    pub fn label(self) -> &'static str {
        match self {
            Self::Verbatim => say!("mêmes mots", "same words"),
            Self::NearVerbatim => say!("presque les mêmes mots", "almost the same words"),
            Self::Reworded => say!("en d’autres mots", "in other words"),
            Self::SameFact => say!("le même fait", "the same fact"),
        }
    }
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

/// What two passages that are held to say the same have in common, and in what they differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Explained {
    /// Strongest first.
    pub grounds: Vec<Ground>,
    pub manner: Manner,
    /// Not empty when `manner` is [`Manner::Otherwise`].
    pub unlike: Vec<Divergence>,
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
    /// Made when first asked for.
    holders: OnceCell<Holders>,
}

impl Comparer {
    /// Reads all articles of `corpus`; its answers are about that corpus.
    pub fn new(corpus: &Corpus) -> Self {
        Self::new_with(corpus, &mut |_| {})
    }

    /// The same; `progress` is told how many articles are read.
    pub fn new_with(corpus: &Corpus, progress: &mut dyn FnMut(u32)) -> Self {
        let (vocabulary, shares) = census::census(corpus, progress);
        Self { vocabulary, shares, ..Self::default() }
    }

    /// Compares two articles of the corpus that was read. With an unknown id there are no passages.
    pub fn compare(&self, annotated: Annotated, a: DocumentId, b: DocumentId) -> Comparison {
        let named = named::compare(annotated.entities, a, b);
        let mut comparison =
            Comparison { a, b, passages: vec![], share_a: 0.0, share_b: 0.0, both: named.both, only_a: named.only_a, only_b: named.only_b };
        let (Some(of_a), Some(of_b)) = (annotated.corpus.document(a), annotated.corpus.document(b)) else { return comparison };
        let (ready_a, ready_b) = (self.ready(of_a), self.ready(of_b));
        let evidence = |document: &Document, ready| self.evidence(annotated, document, ready);
        let pair = Pair { vocabulary: &self.vocabulary, a: &ready_a.prepared, b: &ready_b.prepared };
        let sides = (&evidence(of_a, &ready_a), &evidence(of_b, &ready_b));
        let ids = (a, b);
        comparison.passages = if order_of_texts(of_a, of_b).is_le() {
            passages(annotated, ids, pair, sides)
        } else {
            passages(annotated, (b, a), Pair { a: pair.b, b: pair.a, ..pair }, (sides.1, sides.0))
                .into_iter()
                .map(CommonPassage::mirrored)
                .collect()
        };
        comparison.passages.order_by_key(CommonPassage::order);
        let common = || comparison.passages.iter().filter(|passage| passage.closeness <= Closeness::NearVerbatim);
        comparison.share_a = pair.a.share_within(common().map(|passage| passage.a));
        comparison.share_b = pair.b.share_within(common().map(|passage| passage.b));
        comparison
    }

    /// The passages of each of `pairs`, places in `documents` of which the first comes first in the order of texts, one
    /// pair after the other.
    fn compare_pairs(
        &self,
        annotated: Annotated,
        documents: &[&Document],
        pairs: &[(usize, usize)],
        found: &mut dyn FnMut((usize, usize), Vec<CommonPassage>),
    ) {
        // Of a few articles each is read once; of many, those at hand are few.
        let few: Vec<Rc<Ready>> =
            if documents.len() <= nearest::FEW { documents.iter().map(|document| self.ready(document)).collect() } else { Vec::new() };
        let known: Vec<Evidence> = few.iter().zip(documents).map(|(ready, document)| self.evidence(annotated, document, ready)).collect();
        if !few.is_empty() {
            for &(x, y) in pairs {
                let pair = Pair { vocabulary: &self.vocabulary, a: &few[x].prepared, b: &few[y].prepared };
                found((x, y), passages(annotated, (documents[x].id, documents[y].id), pair, (&known[x], &known[y])));
            }
            return;
        }
        for own in pairs.chunk_by(|x, y| x.0 == y.0) {
            let a = documents[own[0].0];
            let ready_a = self.ready(a);
            let of_a = self.evidence(annotated, a, &ready_a);
            for &(x, y) in own {
                let ready_b = self.ready(documents[y]);
                let of_b = self.evidence(annotated, documents[y], &ready_b);
                let pair = Pair { vocabulary: &self.vocabulary, a: &ready_a.prepared, b: &ready_b.prepared };
                found((x, y), passages(annotated, (a.id, documents[y].id), pair, (&of_a, &of_b)));
            }
        }
    }

    fn ready(&self, document: &Document) -> Rc<Ready> {
        self.shelf.ready(document, &self.vocabulary)
    }

    fn evidence<'r>(&self, annotated: Annotated, document: &Document, ready: &'r Ready) -> Evidence<'r> {
        Evidence::of(&self.vocabulary, annotated, document, (&ready.prepared, &ready.matter))
    }

    /// Distinct content stems of an article, sorted.
    fn stems_of(&self, document: &Document) -> Vec<u32> {
        let words = Prepared::words_of(document, &mut |surface| self.vocabulary.form(document.language, surface));
        let mut stems = words.stems.concat();
        stems.order();
        stems.dedup();
        stems
    }

    /// At most `most` articles that share most of `stems`, in order of ids; all of a corpus that has no more.
    fn articles_with(&self, corpus: &Corpus, stems: &[u32], most: usize) -> Vec<DocumentId> {
        if corpus.documents.len() <= most {
            return corpus.documents.iter().map(|document| document.id).collect();
        }
        let mut ids: Vec<DocumentId> = self.ranked_with(corpus, stems).take(most).collect();
        ids.order();
        ids
    }

    /// Articles that share some of `stems`, those whose common stems weigh most first.
    fn ranked_with(&self, corpus: &Corpus, stems: &[u32]) -> impl Iterator<Item = DocumentId> {
        let holders = self.holders.get_or_init(|| Holders::of(corpus.documents.iter().map(|document| self.stems_of(document))));
        let ranked = holders.ranked(stems, &|stem| self.vocabulary.weight(stem));
        ranked.into_iter().map(|place| corpus.documents[place as usize].id)
    }

    /// The other articles that share words with `document`, of `corpus` as it was read, those that share most first.
    #[cfg(feature = "whole")]
    pub fn akin(&self, corpus: &Corpus, document: &Document) -> Vec<DocumentId> {
        self.ranked_with(corpus, &self.stems_of(document)).filter(|id| *id != document.id).collect()
    }

    /// What `articles` tell, one row a statement. They are articles of the corpus that was read.
    pub fn statements(&self, annotated: Annotated, articles: &[DocumentId]) -> Statements {
        statements::statements(self, annotated, articles)
    }

    /// Where a passage of an article stands in the others, in whatever words. With an unknown id, nowhere.
    pub fn elsewhere(&self, annotated: Annotated, document: DocumentId, span: Span) -> Elsewhere {
        elsewhere::elsewhere(self, annotated, document, span)
    }

    /// How sure it is, from 0 to 1, that one of `others` says what a passage of an article says, in whatever words.
    #[cfg(feature = "whole")]
    pub fn likeness_in(&self, annotated: Annotated, passage: (DocumentId, Span), others: &[DocumentId]) -> f32 {
        elsewhere::likeness_in(self, annotated, passage, others)
    }

    /// What the passage `here` has in common with `there`, how it tells it, and in what it differs. Nothing with an unknown id.
    pub fn explain(&self, annotated: Annotated, here: (DocumentId, Span), there: (DocumentId, Span)) -> Option<Explained> {
        let (of_here, of_there) = (annotated.corpus.document(here.0)?, annotated.corpus.document(there.0)?);
        let (here_ready, there_ready) = (self.ready(of_here), self.ready(of_there));
        let here = Side { document: here.0, prepared: &here_ready.prepared, span: here.1 };
        let there = Side { document: there.0, prepared: &there_ready.prepared, span: there.1 };
        let grounds = grounds::grounds(annotated, &self.vocabulary, here, there);
        let (manner, unlike) = manner::manner(annotated, &self.vocabulary, here, there);
        Some(Explained { grounds, manner, unlike })
    }

    /// How one passage became another, word by word: together the changes hold both.
    pub fn words(&self, corpus: &Corpus, there: (DocumentId, Span), here: (DocumentId, Span)) -> Vec<WordChange> {
        let (Some(of_there), Some(of_here)) = (corpus.document(there.0), corpus.document(here.0)) else { return Vec::new() };
        let (of_there, of_here) = (self.ready(of_there), self.ready(of_here));
        differences::word_changes((of_there.prepared.within(there.1), there.1), (of_here.prepared.within(here.1), here.1))
    }

    /// Articles of `corpus`, the one that was read, that share text, and that text put back in order. In a large corpus only the
    /// pairs with most common text are looked at.
    pub fn common_text(&self, corpus: &Corpus) -> Vec<CommonGroup> {
        common::groups(self, corpus)
    }

    /// For each pair of articles with common text: both ids, then the share of the words of each that stands in the other,
    /// 0 to 1. Word for word only, so a little below [`Comparison::share_a`], at a fraction of the price: for an overview. Of
    /// a formula that more than 33 articles have, only articles that follow each other are told.
    pub fn common_shares(&self) -> &[(DocumentId, DocumentId, f32, f32)] {
        &self.shares
    }

    /// The `n` pairs of articles with most text in common, compared in full, as [`Comparer::common_shares`] ranks them: both
    /// ids, then the shares of [`Comparison`].
    pub fn closest_pairs(&self, corpus: &Corpus, n: usize) -> Vec<(DocumentId, DocumentId, f32, f32)> {
        let mut pairs: Shares = Vec::new();
        // The best of a few more than wanted, again and again, so that what is sorted stays short.
        for more in self.shares.chunks(n.max(256)) {
            pairs.extend(more);
            pairs.order_by(|x, y| y.2.max(y.3).total_cmp(&x.2.max(x.3)).then((x.0, x.1).cmp(&(y.0, y.1))));
            pairs.truncate(n);
        }
        for (a, b, share_a, share_b) in &mut pairs {
            (*share_a, *share_b) = self.shares_of(corpus, *a, *b);
        }
        pairs
    }

    /// The shares of common text of [`Comparison`].
    fn shares_of(&self, corpus: &Corpus, a: DocumentId, b: DocumentId) -> (f32, f32) {
        let (Some(of_a), Some(of_b)) = (corpus.document(a), corpus.document(b)) else { return (0.0, 0.0) };
        let (first, second) = if order_of_texts(of_a, of_b).is_le() { (of_a, of_b) } else { (of_b, of_a) };
        let (first, second) = (self.ready(first), self.ready(second));
        let pair = Pair { vocabulary: &self.vocabulary, a: &first.prepared, b: &second.prepared };
        let common = reuse::common_text(pair);
        let share_first = pair.a.share_within(common.iter().map(|passage| passage.a));
        let share_second = pair.b.share_within(common.iter().map(|passage| passage.b));
        if order_of_texts(of_a, of_b).is_le() { (share_first, share_second) } else { (share_second, share_first) }
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

/// What two articles have in common, of which the first comes first in the order of their texts.
fn passages(annotated: Annotated, (a, b): (DocumentId, DocumentId), pair: Pair, sides: (&Evidence, &Evidence)) -> Vec<CommonPassage> {
    let mut passages = reuse::common_text(pair);
    passages.extend(versions::versions(annotated, a, b, &passages));
    passages.extend(similarity::reworded(sides, &passages));
    passages
}

/// The longer text first, then by text: each pair is compared in this order, so that an answer depends neither on who is
/// asked first nor on the order in which articles came; a refrain of the longer is found in the shorter again and again.
fn order_of_texts(a: &Document, b: &Document) -> Ordering {
    let by_length = b.text().len().cmp(&a.text().len());
    by_length.then_with(|| a.text().cmp(b.text())).then_with(|| a.name.cmp(&b.name))
}
