//! What speaks for two stretches of text saying the same: stems, senses and entities, each with a weight.
//!
//! Found once for each article, but for entities, which a reader may correct. A stretch is a run of clauses of one
//! sentence. What is alike enough to be shown is not decided here.

use super::prepare::{Prepared, Token};
use super::reuse::NAME;
use super::vocabulary::Vocabulary;
use crate::entities::EntityIndex;
use crate::id::DocumentId;
use crate::order::Order;
use crate::span::Span;

/// What an entity is worth against a word that is as rare: its name is often among the words already.
const ENTITY: f32 = 0.6;
/// What part of a word's evidence is its sense; at 0 senses count nothing, at 1 any two words of one sense are the same.
const SENSE: f32 = 0.4;
/// Entities are numbered behind stems and senses.
const FIRST_ENTITY: u32 = 1 << 31;

/// One thing that speaks for a clause: a stem, or an entity.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    /// Stems first, then senses, then entities.
    number: u32,
    weight: f32,
    worth: f32,
    /// Says something else than who or where, and is not said by another piece too.
    beside_names: bool,
}

/// What the words of one article speak for, found once.
#[derive(Clone, Debug, Default)]
pub(super) struct Matter {
    /// For each segment its clauses, each with its pieces.
    clauses: Vec<Vec<Vec<Piece>>>,
    /// Each content stem with each segment that has it, sorted.
    pub holders: Vec<(u32, u32)>,
}

/// The same with the entities that are known today.
pub(super) struct Evidence<'a> {
    document: &'a Prepared,
    matter: &'a Matter,
    /// Segment, clause and piece, in order.
    entities: Vec<(usize, usize, Piece)>,
}

/// Clauses `from..to` of a segment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stretch {
    pub segment: usize,
    pub from: usize,
    pub to: usize,
}

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Likeness {
    pub cosine: f32,
    pub worth: f32,
    /// Common pieces that say something else than who or where.
    pub n_beside_names: u32,
}

impl Matter {
    pub fn of(document: &Prepared, vocabulary: &Vocabulary) -> Self {
        let mut matter = Self::default();
        for (segment, starts) in document.segments.iter().zip(&document.clauses) {
            let ends = starts[1..].iter().copied().chain([segment.end - segment.first]);
            let of_clause = |(from, to): (&usize, usize)| {
                let tokens = document.tokens[segment.first + from..segment.first + to].iter().filter(|token| token.content);
                tokens.flat_map(|token| Piece::of(token, vocabulary)).collect()
            };
            matter.clauses.push(starts.iter().zip(ends).map(of_clause).collect());
        }
        matter.holders =
            document.stems.iter().zip(0..).flat_map(|(stems, segment)| stems.iter().map(move |stem| (*stem, segment))).collect();
        matter.holders.order();
        matter
    }
}

impl Piece {
    /// A word is evidence by its stem and, where it is known, its sense; together they weigh as much as any word.
    fn of(token: &Token, vocabulary: &Vocabulary) -> impl Iterator<Item = Self> {
        let weight = vocabulary.weight(token.stem) * if token.name_like { NAME } else { 1.0 };
        let sense = vocabulary.sense(token.stem).filter(|_| !token.name_like);
        let share = if sense.is_some() { SENSE } else { 0.0 };
        let piece = |number, share: f32, beside_names| Self { number, weight: weight * share.sqrt(), worth: weight * share, beside_names };
        let stem = piece(token.stem, 1.0 - share, !token.name_like && sense.is_none());
        [Some(stem), sense.map(|sense| piece(vocabulary.n_stems() + sense, share, true))].into_iter().flatten()
    }
}

impl<'a> Evidence<'a> {
    pub fn of(vocabulary: &Vocabulary, id: DocumentId, (document, matter): (&'a Prepared, &'a Matter), entities: &EntityIndex) -> Self {
        let mut found = Vec::new();
        for mention in entities.mentions_in(id) {
            let token = document.tokens.partition_point(|token| token.span.start < mention.span.start);
            if token == document.tokens.len() {
                continue;
            }
            let segment = document.segment_of(token) as usize;
            let place = token - document.segments[segment].first;
            let clause = document.clauses[segment].partition_point(|start| *start <= place) - 1;
            let frequency = entities.entity(mention.entity).map_or(1, |entity| entity.n_total());
            let weight = ENTITY * vocabulary.weight_of_frequency(frequency);
            found.push((segment, clause, Piece { number: FIRST_ENTITY + mention.entity.0, weight, worth: weight, beside_names: false }));
        }
        found.order_by_key(|(segment, clause, piece)| (*segment, *clause, piece.number));
        Self { document, matter, entities: found }
    }

    /// Each content stem with each segment that has it, sorted.
    pub fn holders(&self) -> &[(u32, u32)] {
        &self.matter.holders
    }

    /// A score of 0 for each clause.
    pub fn no_scores(&self) -> Vec<Vec<f32>> {
        self.matter.clauses.iter().map(|clauses| vec![0.0; clauses.len()]).collect()
    }

    pub fn whole(&self, segment: usize) -> Stretch {
        Stretch { segment, from: 0, to: self.matter.clauses[segment].len() }
    }

    /// The clauses of a segment that a span touches.
    pub fn touched(&self, segment: usize, span: Span) -> Option<Stretch> {
        let n = self.matter.clauses[segment].len();
        let clause = |at: usize| self.span(Stretch { segment, from: at, to: at + 1 });
        let from = (0..n).find(|at| clause(*at).overlaps(span))?;
        let to = (from..n).rev().find(|at| clause(*at).overlaps(span))? + 1;
        Some(Stretch { segment, from, to })
    }

    /// Distinct pieces of a stretch, by number; a piece that is a name in one place is one.
    pub fn pieces(&self, stretch: Stretch) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = self.matter.clauses[stretch.segment][stretch.from..stretch.to].concat();
        let first = self.entities.partition_point(|(segment, clause, _)| (*segment, *clause) < (stretch.segment, stretch.from));
        let named = self.entities[first..].iter().take_while(|(segment, clause, _)| (*segment, *clause) < (stretch.segment, stretch.to));
        pieces.extend(named.map(|(.., piece)| piece));
        pieces.order_by(|x, y| x.number.cmp(&y.number).then(x.weight.total_cmp(&y.weight)));
        pieces.dedup_by_key(|piece| piece.number);
        pieces
    }

    /// Number of content words of a stretch that are no part of a name.
    pub fn n_said(&self, stretch: Stretch) -> usize {
        let segment = &self.document.segments[stretch.segment];
        let starts = &self.document.clauses[stretch.segment];
        let end = starts.get(stretch.to).map_or(segment.end, |start| segment.first + start);
        let tokens = &self.document.tokens[segment.first + starts[stretch.from]..end];
        tokens.iter().filter(|token| token.content && !token.name_like).count()
    }

    /// What a reader sees of a stretch.
    pub fn span(&self, stretch: Stretch) -> Span {
        let segment = &self.document.segments[stretch.segment];
        let starts = &self.document.clauses[stretch.segment];
        let tokens = &self.document.tokens;
        let mut span = segment.span;
        // Where a stretch begins or ends with a quotation, the mark is part of it.
        if stretch.from > 0 {
            let first = segment.first + starts[stretch.from];
            span.start = self.document.quotation_from(first).map_or(tokens[first].span.start, |quotation| quotation.outer.start);
        }
        if stretch.to < starts.len() {
            let last = segment.first + starts[stretch.to] - 1;
            span.end = self.document.quotation_to(last).map_or(tokens[last].span.end, |quotation| quotation.outer.end);
        }
        span
    }
}

/// How much two lists of pieces, sorted by number, have in common.
pub(super) fn likeness(a: &[Piece], b: &[Piece]) -> Likeness {
    let norm = |pieces: &[Piece]| pieces.iter().map(|piece| piece.weight * piece.weight).sum::<f32>();
    let mut likeness = Likeness::default();
    let mut squares = 0.0;
    let mut rest = b.iter().peekable();
    for x in a {
        while rest.next_if(|y| y.number < x.number).is_some() {}
        if let Some(y) = rest.next_if(|y| y.number == x.number) {
            squares += x.weight * y.weight;
            likeness.worth += x.worth.min(y.worth);
            likeness.n_beside_names += u32::from(x.beside_names && y.beside_names);
        }
    }
    let norms = (norm(a) * norm(b)).sqrt();
    likeness.cosine = if norms > 0.0 { squares / norms } else { 0.0 };
    likeness
}
