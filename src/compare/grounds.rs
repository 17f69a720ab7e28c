//! What two passages have in common, piece by piece, so that a reader can judge for himself.
//!
//! Read again from the two passages when an alignment is shown, not kept with it: of all alignments few are looked at. What
//! decides whether two passages are aligned is in `evidence`; both look at the same things.

use serde::{Deserialize, Serialize};

use super::Annotated;
use super::prepare::{Prepared, Token};
use super::vocabulary::Vocabulary;
use crate::entities::MentionForm;
use crate::figures::Figure;
use crate::id::DocumentId;
use crate::order::Order;
use crate::span::Span;
use crate::times::{Time, TimeKind};

/// What supports an alignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum GroundKind {
    /// Versions of one utterance.
    Quotation,
    /// A number of the same things.
    Figure,
    /// Times that may be one.
    Day,
    /// Somebody or something named or described.
    Name,
    /// The same word, or another form of it.
    Word,
    /// Words that mean nearly the same.
    Sense,
}

/// One thing that two passages have in common.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ground {
    pub kind: GroundKind,
    pub here: Span,
    pub there: Span,
    /// From 0 to 1: how much it tells in this corpus.
    pub weight: f32,
}

/// A stretch of an article that is ready.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub document: DocumentId,
    pub prepared: &'a Prepared,
    pub span: Span,
}

/// Grounds of one alignment that are told, at most.
const MOST: usize = 12;

impl<'a> Side<'a> {
    /// Its words.
    pub fn tokens(&self) -> &'a [Token] {
        self.prepared.within(self.span)
    }

    pub fn times(&self, annotated: Annotated<'a>) -> impl Iterator<Item = &'a Time> + use<'a> {
        let span = self.span;
        let dated = |time: &&Time| time.kind == TimeKind::Date && time.earliest.is_some() && time.latest.is_some();
        annotated.times.times_in(self.document).iter().filter(move |time| span.overlaps(time.span)).filter(dated)
    }

    pub fn figures(&self, annotated: Annotated<'a>) -> impl Iterator<Item = &'a Figure> + use<'a> {
        let span = self.span;
        annotated.figures.figures_in(self.document).iter().filter(move |figure| span.overlaps(figure.span))
    }
}

/// What `here` and `there` have in common, strongest first.
pub(super) fn grounds(annotated: Annotated, vocabulary: &Vocabulary, here: Side, there: Side) -> Vec<Ground> {
    let mut found = quotations(annotated, here, there);
    found.extend(figures(annotated, here, there));
    found.extend(days(annotated, here, there));
    found.extend(names(annotated, vocabulary, here, there));
    let covered: Vec<Span> = found.iter().filter(|ground| ground.kind != GroundKind::Quotation).map(|ground| ground.here).collect();
    found.extend(words(vocabulary, here, there).into_iter().filter(|ground| !covered.iter().any(|span| span.overlaps(ground.here))));
    found.order_by(|x, y| x.kind.cmp(&y.kind).then(y.weight.total_cmp(&x.weight)).then((x.here, x.there).cmp(&(y.here, y.there))));
    // A quotation, figure or day is always told; of words the rarest.
    found.truncate(MOST);
    found
}

fn quotations(annotated: Annotated, here: Side, there: Side) -> Vec<Ground> {
    let of = |side: Side| {
        let quotes = annotated.quotes.quotes_in(side.document).iter().filter(move |quote| quote.span.overlaps(side.span));
        quotes.filter_map(|quote| Some((quote.utterance?, quote.span))).collect::<Vec<_>>()
    };
    let others = of(there);
    let same = |(utterance, here): (_, Span)| {
        let there = others.iter().find(|(other, _)| *other == utterance)?.1;
        Some(Ground { kind: GroundKind::Quotation, here, there, weight: 1.0 })
    };
    of(here).into_iter().filter_map(same).collect()
}

fn figures(annotated: Annotated, here: Side, there: Side) -> Vec<Ground> {
    let same = |x: &Figure| {
        let y = there.figures(annotated).find(|y| x.value == y.value && x.unit == y.unit)?;
        Some(Ground { kind: GroundKind::Figure, here: x.span, there: y.span, weight: 1.0 })
    };
    here.figures(annotated).filter_map(same).collect()
}

fn days(annotated: Annotated, here: Side, there: Side) -> Vec<Ground> {
    let same = |x: &Time| {
        let y = there.times(annotated).find(|y| meet(x, y))?;
        let shorter = length(x).min(length(y));
        Some(Ground { kind: GroundKind::Day, here: x.span, there: y.span, weight: if shorter <= 1 { 1.0 } else { 0.5 } })
    };
    here.times(annotated).filter_map(same).collect()
}

/// True when both may mean one time, and neither is so long that this says nothing.
pub(super) fn meet(x: &Time, y: &Time) -> bool {
    const YEAR: i32 = 366;
    let overlap = x.earliest <= y.latest && y.earliest <= x.latest;
    overlap && length(x).max(length(y)) <= YEAR
}

/// Days that it may mean.
pub(super) fn length(time: &Time) -> i32 {
    time.earliest.zip(time.latest).map_or(i32::MAX, |(first, last)| last.0 - first.0 + 1)
}

fn names(annotated: Annotated, vocabulary: &Vocabulary, here: Side, there: Side) -> Vec<Ground> {
    let of = |side: Side| {
        let mentions = annotated.entities.mentions_in(side.document).iter();
        mentions.filter(move |mention| side.span.overlaps(mention.span)).copied().collect::<Vec<_>>()
    };
    let others = of(there);
    let mut found: Vec<Ground> = Vec::new();
    for mention in of(here) {
        let same = others.iter().filter(|other| other.entity == mention.entity);
        let Some(other) = same.min_by_key(|other| other.form != MentionForm::Name) else { continue };
        if found.iter().any(|ground| ground.there == other.span || ground.here.overlaps(mention.span)) {
            continue;
        }
        let frequency = annotated.entities.entity(mention.entity).map_or(1, |entity| entity.n_total());
        let weight = vocabulary.weight_of_frequency(frequency);
        found.push(Ground { kind: GroundKind::Name, here: mention.span, there: other.span, weight });
    }
    found
}

/// Words of both, by stem or by sense; each of `here` once.
fn words(vocabulary: &Vocabulary, here: Side, there: Side) -> Vec<Ground> {
    let mut found = Vec::new();
    let mut met: Vec<u32> = Vec::new();
    for x in here.tokens().iter().filter(|token| token.content) {
        if met.contains(&x.stem) {
            continue;
        }
        let mut others = there.tokens().iter().filter(|token| token.content);
        let sense = vocabulary.sense(x.stem);
        let ground = match others.clone().find(|y| x.stem == y.stem) {
            Some(y) => Some((GroundKind::Word, y)),
            None => others.find(|y| sense.is_some() && vocabulary.sense(y.stem) == sense).map(|y| (GroundKind::Sense, y)),
        };
        if let Some((kind, y)) = ground {
            met.push(x.stem);
            found.push(Ground { kind, here: x.span, there: y.span, weight: vocabulary.telling(x.stem) });
        }
    }
    found
}
