//! What articles tell otherwise: figures, days, places, lists of names, who said it and to whom, done or to come, and what a
//! page says of itself against its text.
//!
//! `passage` reads a time, a length, a place or a number with the words around it; `facing` finds two of them that stand in the
//! same place of the same statement and differ; `listed`, `series`, `gathered`, `uttered`, `aged`, `tense` and `stamped` see to lists of names, groups
//! without names, quotations, ages, announcements and the page's own dates, `denied` to what is done for one and not for another, `counted` to what [`crate::facts`] has judged; `company`
//! tells by the names whether two sentences can speak of one thing at all. One list for everybody who tells of it.
//! Precision comes before recall: a rounding, a part, another source, an older state of things, a question, a negation and a
//! condition explain a difference, and then nothing is said. Which side is right is left to the reader.

mod aged;
mod company;
mod counted;
mod denied;
mod facing;
#[cfg(test)]
mod fixture;
mod gathered;
mod listed;
mod passage;
mod series;
mod stamped;
mod tense;
mod uttered;
mod why;

use serde::{Deserialize, Serialize};

use crate::compare::Annotated;
use crate::corpus::{Corpus, Document};
use crate::facts::Facts;
use crate::id::DocumentId;
use crate::order::Order;
use crate::span::Span;
use crate::text::filling;
use crate::times::Day;
pub use why::{Topic, Why};

/// What sort of thing is told otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ClashKind {
    /// One name in the place of another in the same list.
    Names,
    Figure,
    Day,
    Place,
    /// One utterance of two speakers, or told to two.
    Attribution,
    /// Done for one, still to come, or not done, for another that knew better or could have.
    Tense,
    /// What the page says of itself against what its text tells.
    Metadata,
}

impl ClashKind {
    pub const ALL: [Self; 7] = [Self::Names, Self::Figure, Self::Day, Self::Place, Self::Attribution, Self::Tense, Self::Metadata];

    /// The label of the exchange format, which is also that of an address.
    pub fn label(self) -> &'static str {
        match self {
            Self::Names => "name",
            Self::Figure => "figure",
            Self::Day => "date",
            Self::Place => "place",
            Self::Attribution => "attribution",
            Self::Tense => "tense",
            Self::Metadata => "metadata",
        }
    }
}

/// How much hangs on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    Low,
    Medium,
    High,
}

impl Severity {
    /// The label of the exchange format.
    pub fn label(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// One telling of what is told otherwise elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    pub document: DocumentId,
    /// What a reader opens: the sentence as a rule.
    pub sentence: Span,
    /// The words that differ.
    pub at: Span,
    /// What is said there, in words that can stand beside the other side's; empty for a day that the page says of itself.
    pub value: String,
}

/// Articles that cannot all be right, or a page that belies itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contradiction {
    pub kind: ClashKind,
    pub severity: Severity,
    pub topic: Topic,
    /// Two at least, by article, then place; sides with one value agree.
    pub sides: Vec<Side>,
    pub why: Why,
}

/// Sides of one value that are kept: who needs more has them in the ledgers.
const SIDES: usize = 12;

/// All contradictions of `corpus`, most serious first.
pub fn contradictions(found: Annotated, facts: &Facts) -> Vec<Contradiction> {
    let corpus = found.corpus;
    let passages = passage::passages(corpus, found);
    let mut all = listed::names(corpus, found);
    all.extend(series::names(corpus, found));
    all.extend(gathered::groups(corpus, found));
    all.extend(counted::figures(found, facts));
    all.extend(counted::days(found, facts));
    all.extend(facing::clashes(corpus, found, &passages));
    all.extend(uttered::attributions(corpus, found));
    all.extend(aged::ages(corpus, found));
    all.extend(tense::announced(corpus, &passages));
    all.extend(denied::denials(corpus, found));
    all.extend(stamped::dates(corpus, found));
    all.iter_mut().for_each(Contradiction::settle);
    all.retain(|one| one.sides.len() > 1);
    all.order_by_key(|one| {
        (std::cmp::Reverse(one.severity), one.kind, std::cmp::Reverse(one.n_documents()), one.sides[0].document, one.sides[0].at)
    });
    without_repeats(all)
}

impl Contradiction {
    /// Number of articles that tell it.
    pub fn n_documents(&self) -> usize {
        let documents: std::collections::BTreeSet<DocumentId> = self.sides.iter().map(|side| side.document).collect();
        documents.len()
    }

    /// What a side says.
    pub fn value(&self, side: &Side) -> String {
        match self.why {
            Why::Outlived { published, .. } if side.value.is_empty() => published.in_words(),
            _ => side.value.clone(),
        }
    }

    /// Sides in order, each once, not too many of a value.
    fn settle(&mut self) {
        self.sides.order_by_key(|side| (side.document, side.at));
        self.sides.dedup_by_key(|side| (side.document, side.sentence, side.value.clone()));
        let mut values: Vec<(String, usize)> = Vec::new();
        self.sides.retain(|side| {
            let place = values.iter().position(|(value, _)| *value == side.value).unwrap_or_else(|| {
                values.push((side.value.clone(), 0));
                values.len() - 1
            });
            values[place].1 += 1;
            values[place].1 <= SIDES
        });
    }
}

/// Of two that set the same words against the same words, the first is kept.
fn without_repeats(all: Vec<Contradiction>) -> Vec<Contradiction> {
    let mut kept: Vec<Contradiction> = Vec::with_capacity(all.len());
    let mut told: std::collections::BTreeMap<(DocumentId, Span), Vec<usize>> = std::collections::BTreeMap::new();
    for one in all {
        let near = |side: &Side| told.get(&(side.document, side.sentence)).into_iter().flatten().copied();
        let again = one.sides.iter().flat_map(near).any(|at| {
            let other: &Contradiction = &kept[at];
            let holds = |side: &Side| other.sides.iter().any(|own| own.document == side.document && own.at.overlaps(side.at));
            one.sides.iter().filter(|side| holds(side)).count() >= 2
        });
        if !again {
            one.sides.iter().for_each(|side| told.entry((side.document, side.sentence)).or_default().push(kept.len()));
            kept.push(one);
        }
    }
    kept
}

/// The sentence that holds `at`, with what is said there.
fn side(corpus: &Corpus, document: DocumentId, at: Span) -> Option<Side> {
    let document = corpus.document(document)?;
    let sentence = document.sentence_at(at.start).map_or(at, |place| document.sentences[place].span);
    Some(Side { document: document.id, sentence, at, value: shown(document, at) })
}

/// First and last day on which an article may have appeared, as its date says.
fn published(corpus: &Corpus, document: DocumentId) -> Option<(Day, Day)> {
    Day::range_of(&corpus.document(document)?.metadata.published.as_ref()?.value)
}

/// A stretch in one line, as it is read.
fn shown(document: &Document, span: Span) -> String {
    filling::stripped(span.slice(document.text())).split_whitespace().collect::<Vec<_>>().join(" ")
}
