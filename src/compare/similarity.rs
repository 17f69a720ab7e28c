//! The same statement in other words.
//!
//! Evidence that two stretches say the same: common stems, numbers and names, each counted by how telling it is (the
//! cosine of idf-weighted vectors, Salton and Buckley, 1988), with entities as words of their own, so that a name meets
//! the description that stands for it. Two sentences with evidence in common are narrowed, clause by clause, to the
//! stretches that are most alike; a match stays when either side has hardly a better one. Synonyms, negation and who
//! says it are deliberately not weighed: precision comes before recall, and a reader has both passages before him.

use std::collections::BTreeMap;

use super::prepare::Prepared;
use super::reuse::{NAME, Pair};
use super::{Closeness, CommonPassage};
use crate::entities::{EntityIndex, Mention};
use crate::span::Span;

/// Score from which two stretches may say the same. Found on articles about one event, where nine of ten above 0.3 do,
/// and about two of three above 0.2. Growing, fewer and surer.
const ALIKE: f32 = 0.2;
/// The same when all they share but one word are names: who is named is not what is said.
const ALIKE_BY_NAMES: f32 = 0.28;
/// What the common evidence is worth at least, so that two short stretches with one common word are not matched; two
/// rare words alone are worth about one and a half.
const EVIDENCE: f32 = 1.6;
/// How much evidence halves the worth of more of it: at 0 single words win over whole statements, growing, stretches stay
/// long.
const ENOUGH: f32 = 1.0;
/// Against the best match of the clauses on one of its sides, a match keeps this part at least. One side is enough: an
/// article often says in its title or lead what it says again in its body. At 1, only best matches stay.
const NEAR_BEST: f32 = 0.85;
/// What an entity is worth against a word that is as rare: its name is often among the words already.
const ENTITY: f32 = 0.6;
/// A word in more sentences of one article than this is no evidence.
const SENTENCES_OF_A_WORD: usize = 200;
/// Common evidence of two sentences from which they are looked at closely.
const LOOKED_AT: f32 = 1.2;
/// Part of a stretch in common text from which the pair is no longer shown as reworded as well.
const MOSTLY: f32 = 0.5;

/// One thing that speaks for a clause: a stem, or an entity.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// Stems first, then entities.
    number: u32,
    weight: f32,
    is_name: bool,
}

/// What is known of one article: for each segment its clauses, each with its evidence.
struct Evidence<'a> {
    document: &'a Prepared,
    clauses: Vec<Vec<Vec<Piece>>>,
}

/// Clauses `from..to` of a segment.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Stretch {
    segment: usize,
    from: usize,
    to: usize,
}

#[derive(Clone, Copy, Debug)]
struct Match {
    a: Stretch,
    b: Stretch,
    likeness: Likeness,
}

#[derive(Clone, Copy, Debug, Default)]
struct Likeness {
    cosine: f32,
    worth: f32,
    n_beside_names: u32,
}

impl Likeness {
    fn score(self) -> f32 {
        self.cosine * self.worth / (self.worth + ENOUGH)
    }

    fn is_enough(self) -> bool {
        let alike = match self.n_beside_names {
            0 => return false,
            1 => ALIKE_BY_NAMES,
            _ => ALIKE,
        };
        self.score() >= alike && self.worth >= EVIDENCE
    }
}

/// Reworded passages of the pair, in order of `a`; `common` are the passages already found.
pub(super) fn reworded(pair: Pair, entities: &EntityIndex, mentions: [&[Mention]; 2], common: &[CommonPassage]) -> Vec<CommonPassage> {
    let a = Evidence::of(pair, pair.a, entities, mentions[0]);
    let b = Evidence::of(pair, pair.b, entities, mentions[1]);
    let mut matches: Vec<Match> = candidates(&a, &b)
        .into_iter()
        .map(|(x, y)| narrowed(&a, &b, a.whole(x), b.whole(y)))
        .filter(|found| found.likeness.is_enough())
        .filter(|found| !is_common_text(a.span(found.a), b.span(found.b), common))
        .collect();
    keep_best(&a, &b, &mut matches);
    matches
        .into_iter()
        .map(|Match { a: x, b: y, likeness }| CommonPassage {
            a: a.span(x),
            b: b.span(y),
            closeness: Closeness::Reworded,
            score: likeness.score().min(1.0),
            runs: Vec::new(),
            quoted: false,
        })
        .collect()
}

impl<'a> Evidence<'a> {
    fn of(pair: Pair, document: &'a Prepared, entities: &EntityIndex, mentions: &[Mention]) -> Self {
        let mut clauses: Vec<Vec<Vec<Piece>>> = Vec::with_capacity(document.segments.len());
        for (segment, starts) in document.segments.iter().zip(&document.clauses) {
            let ends = starts[1..].iter().copied().chain([segment.end - segment.first]);
            let of_clause = |(from, to): (&usize, usize)| {
                let tokens = document.tokens[segment.first + from..segment.first + to].iter().filter(|token| token.content);
                let weight = |name_like| if name_like { NAME } else { 1.0 };
                tokens
                    .map(|token| Piece {
                        number: token.stem,
                        weight: pair.vocabulary.weight(token.stem) * weight(token.name_like),
                        is_name: token.name_like,
                    })
                    .collect()
            };
            clauses.push(starts.iter().zip(ends).map(of_clause).collect());
        }
        let mut evidence = Self { document, clauses };
        evidence.add_entities(pair, entities, mentions);
        evidence
    }

    fn add_entities(&mut self, pair: Pair, entities: &EntityIndex, mentions: &[Mention]) {
        for mention in mentions {
            let token = self.document.tokens.partition_point(|token| token.span.start < mention.span.start);
            if token == self.document.tokens.len() {
                continue;
            }
            let segment = self.document.segment_of(token) as usize;
            let place = token - self.document.segments[segment].first;
            let clause = self.document.clauses[segment].partition_point(|start| *start <= place) - 1;
            let frequency = entities.entity(mention.entity).map_or(1, |entity| entity.n_total());
            self.clauses[segment][clause].push(Piece {
                number: pair.vocabulary.n_stems() + mention.entity.0,
                weight: ENTITY * pair.vocabulary.weight_of_frequency(frequency),
                is_name: true,
            });
        }
    }

    fn whole(&self, segment: usize) -> Stretch {
        Stretch { segment, from: 0, to: self.clauses[segment].len() }
    }

    /// Distinct pieces of a stretch, by number; a piece that is a name in one place is one.
    fn pieces(&self, stretch: Stretch) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = self.clauses[stretch.segment][stretch.from..stretch.to].concat();
        pieces.sort_by(|x, y| x.number.cmp(&y.number).then(x.weight.total_cmp(&y.weight)));
        pieces.dedup_by_key(|piece| piece.number);
        pieces
    }

    /// What a reader sees of a stretch.
    fn span(&self, stretch: Stretch) -> Span {
        let segment = &self.document.segments[stretch.segment];
        let starts = &self.document.clauses[stretch.segment];
        let tokens = &self.document.tokens;
        let mut span = segment.span;
        if stretch.from > 0 {
            span.start = tokens[segment.first + starts[stretch.from]].span.start;
        }
        if stretch.to < starts.len() {
            span.end = tokens[segment.first + starts[stretch.to] - 1].span.end;
        }
        span
    }
}

/// Pairs of sentences with evidence in common, in order.
fn candidates(a: &Evidence, b: &Evidence) -> Vec<(usize, usize)> {
    let mut holders: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for segment in 0..b.clauses.len() {
        for piece in b.pieces(b.whole(segment)) {
            holders.entry(piece.number).or_default().push(segment);
        }
    }
    let mut worth = vec![0.0_f32; b.clauses.len()];
    let mut found = Vec::new();
    for segment in 0..a.clauses.len() {
        let mut touched = Vec::new();
        for piece in a.pieces(a.whole(segment)) {
            for other in holders.get(&piece.number).into_iter().filter(|holders| holders.len() <= SENTENCES_OF_A_WORD).flatten() {
                worth[*other] += piece.weight;
                touched.push(*other);
            }
        }
        touched.sort_unstable();
        touched.dedup();
        found.extend(touched.iter().filter(|other| worth[**other] >= LOOKED_AT).map(|other| (segment, *other)));
        touched.iter().for_each(|other| worth[*other] = 0.0);
    }
    found
}

/// Leaves clauses out at the ends, one at a time, as long as that makes the stretches more alike.
fn narrowed(a: &Evidence, b: &Evidence, x: Stretch, y: Stretch) -> Match {
    let mut best = Match { a: x, b: y, likeness: likeness(&a.pieces(x), &b.pieces(y)) };
    loop {
        let shorter = |stretch: Stretch| {
            let ends = [Stretch { from: stretch.from + 1, ..stretch }, Stretch { to: stretch.to - 1, ..stretch }];
            ends.into_iter().filter(|stretch| stretch.from < stretch.to)
        };
        let tries = shorter(best.a).map(|x| (x, best.b)).chain(shorter(best.b).map(|y| (best.a, y)));
        let next = tries
            .map(|(x, y)| Match { a: x, b: y, likeness: likeness(&a.pieces(x), &b.pieces(y)) })
            .fold(best, |best, next| if next.likeness.score() > best.likeness.score() { next } else { best });
        if (next.a, next.b) == (best.a, best.b) {
            return best;
        }
        best = next;
    }
}

fn likeness(a: &[Piece], b: &[Piece]) -> Likeness {
    let norm = |pieces: &[Piece]| pieces.iter().map(|piece| piece.weight * piece.weight).sum::<f32>();
    let mut likeness = Likeness::default();
    let mut squares = 0.0;
    let mut rest = b.iter().peekable();
    for x in a {
        while rest.next_if(|y| y.number < x.number).is_some() {}
        if let Some(y) = rest.next_if(|y| y.number == x.number) {
            squares += x.weight * y.weight;
            likeness.worth += x.weight.min(y.weight);
            likeness.n_beside_names += u32::from(!x.is_name && !y.is_name);
        }
    }
    let norms = (norm(a) * norm(b)).sqrt();
    likeness.cosine = if norms > 0.0 { squares / norms } else { 0.0 };
    likeness
}

/// Keeps matches that are near the best that the clauses of either side have.
fn keep_best(a: &Evidence, b: &Evidence, matches: &mut Vec<Match>) {
    let scores = |evidence: &Evidence| evidence.clauses.iter().map(|clauses| vec![0.0_f32; clauses.len()]).collect::<Vec<_>>();
    let (mut best_a, mut best_b) = (scores(a), scores(b));
    let raise = |best: &mut [Vec<f32>], stretch: Stretch, score: f32| {
        best[stretch.segment][stretch.from..stretch.to].iter_mut().for_each(|best| *best = best.max(score));
    };
    for found in matches.iter() {
        raise(&mut best_a, found.a, found.likeness.score());
        raise(&mut best_b, found.b, found.likeness.score());
    }
    let top = |best: &[Vec<f32>], stretch: Stretch| best[stretch.segment][stretch.from..stretch.to].iter().copied().fold(0.0, f32::max);
    matches.retain(|found| found.likeness.score() >= NEAR_BEST * top(&best_a, found.a).min(top(&best_b, found.b)));
}

/// True when the words of either side stand mostly in common text that both stretches share.
fn is_common_text(a: Span, b: Span, common: &[CommonPassage]) -> bool {
    let inside =
        |whole: Span, part: Span| part.end.min(whole.end).saturating_sub(part.start.max(whole.start)) as f32 / whole.len().max(1) as f32;
    let shared = common.iter().filter(|other| other.a.overlaps(a) && other.b.overlaps(b));
    let (in_a, in_b) = shared.fold((0.0, 0.0), |(x, y), other| (x + inside(a, other.a), y + inside(b, other.b)));
    f32::max(in_a, in_b) > MOSTLY
}
