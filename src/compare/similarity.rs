//! The same statement in other words.
//!
//! Evidence that two stretches say the same: common stems, numbers and names, each counted by how telling it is (the
//! cosine of idf-weighted vectors, Salton and Buckley, 1988), with entities as words of their own, so that a name meets
//! the description that stands for it. Two sentences with evidence in common are narrowed, clause by clause, to the
//! stretches that are most alike; a match stays when either side has hardly a better one. Synonyms, negation and who
//! says it are deliberately not weighed: precision comes before recall, and a reader has both passages before him.

use super::prepare::{Prepared, Token};
use super::reuse::{NAME, Pair};
use super::vocabulary::Vocabulary;
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
/// Matches of one sentence at most, the best first: a lead that says all would be matched with every sentence.
const MATCHES_OF_A_SENTENCE: usize = 3;
/// What an entity is worth against a word that is as rare: its name is often among the words already.
const ENTITY: f32 = 0.6;
/// What part of a word's evidence is its sense; at 0 senses count nothing, at 1 any two words of one sense are the same.
const SENSE: f32 = 0.4;
/// Entities are numbered behind stems and senses.
const FIRST_ENTITY: u32 = 1 << 31;
/// A word in more sentences of one article than this is no evidence.
const SENTENCES_OF_A_WORD: usize = 200;
/// What the common stems of two sentences are worth at least, for them to be looked at closely.
const LOOKED_AT: f32 = 1.2;
/// Part of a stretch in common text from which the pair is no longer shown as reworded as well.
const MOSTLY: f32 = 0.35;

/// One thing that speaks for a clause: a stem, or an entity.
#[derive(Clone, Copy, Debug)]
struct Piece {
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
    holders: Vec<(u32, u32)>,
}

/// The same with the entities that are known today.
struct Evidence<'a> {
    document: &'a Prepared,
    matter: &'a Matter,
    /// Segment, clause and piece, in order.
    entities: Vec<(usize, usize, Piece)>,
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

/// Reworded passages of the pair, surest first; `common` are the passages already found.
pub(super) fn reworded(
    pair: Pair,
    matter: [&Matter; 2],
    entities: &EntityIndex,
    mentions: [&[Mention]; 2],
    common: &[CommonPassage],
) -> Vec<CommonPassage> {
    let a = Evidence::of(pair, (pair.a, matter[0]), entities, mentions[0]);
    let b = Evidence::of(pair, (pair.b, matter[1]), entities, mentions[1]);
    let common = CommonText::new(common);
    let mut matches: Vec<Match> = candidates(pair, &matter[1].holders)
        .into_iter()
        .map(|(x, y)| (a.whole(x), b.whole(y)))
        .filter(|(x, y)| !common.holds(a.span(*x), b.span(*y), f32::min))
        .map(|(x, y)| narrowed(&a, &b, x, y))
        .filter(|found| found.likeness.is_enough())
        .filter(|found| !common.holds(a.span(found.a), b.span(found.b), f32::max))
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
        matter.holders.sort_unstable();
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
    fn of(pair: Pair<'a>, (document, matter): (&'a Prepared, &'a Matter), entities: &EntityIndex, mentions: &[Mention]) -> Self {
        let mut found = Vec::new();
        for mention in mentions {
            let token = document.tokens.partition_point(|token| token.span.start < mention.span.start);
            if token == document.tokens.len() {
                continue;
            }
            let segment = document.segment_of(token) as usize;
            let place = token - document.segments[segment].first;
            let clause = document.clauses[segment].partition_point(|start| *start <= place) - 1;
            let frequency = entities.entity(mention.entity).map_or(1, |entity| entity.n_total());
            let weight = ENTITY * pair.vocabulary.weight_of_frequency(frequency);
            found.push((segment, clause, Piece { number: FIRST_ENTITY + mention.entity.0, weight, worth: weight, beside_names: false }));
        }
        found.sort_by_key(|(segment, clause, piece)| (*segment, *clause, piece.number));
        Self { document, matter, entities: found }
    }

    fn whole(&self, segment: usize) -> Stretch {
        Stretch { segment, from: 0, to: self.matter.clauses[segment].len() }
    }

    /// Distinct pieces of a stretch, by number; a piece that is a name in one place is one.
    fn pieces(&self, stretch: Stretch) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = self.matter.clauses[stretch.segment][stretch.from..stretch.to].concat();
        let first = self.entities.partition_point(|(segment, clause, _)| (*segment, *clause) < (stretch.segment, stretch.from));
        let named = self.entities[first..].iter().take_while(|(segment, clause, _)| (*segment, *clause) < (stretch.segment, stretch.to));
        pieces.extend(named.map(|(.., piece)| piece));
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

/// Pairs of sentences with enough telling stems in common to be looked at closely, in order.
fn candidates(pair: Pair, holders: &[(u32, u32)]) -> Vec<(usize, usize)> {
    let mut worth = vec![0.0_f32; pair.b.segments.len()];
    let mut found = Vec::new();
    for (segment, stems) in pair.a.stems.iter().enumerate() {
        let mut touched = Vec::new();
        for stem in stems {
            let start = holders.partition_point(|(other, _)| other < stem);
            let n = holders[start..].iter().take(SENTENCES_OF_A_WORD + 1).take_while(|(other, _)| other == stem).count();
            if n > SENTENCES_OF_A_WORD {
                continue;
            }
            for (_, other) in &holders[start..start + n] {
                worth[*other as usize] += pair.vocabulary.weight(*stem);
                touched.push(*other as usize);
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
            likeness.worth += x.worth.min(y.worth);
            likeness.n_beside_names += u32::from(x.beside_names && y.beside_names);
        }
    }
    let norms = (norm(a) * norm(b)).sqrt();
    likeness.cosine = if norms > 0.0 { squares / norms } else { 0.0 };
    likeness
}

/// Keeps matches that are near the best that the clauses of either side have, surest first.
fn keep_best(a: &Evidence, b: &Evidence, matches: &mut Vec<Match>) {
    let scores = |evidence: &Evidence| evidence.matter.clauses.iter().map(|clauses| vec![0.0_f32; clauses.len()]).collect::<Vec<_>>();
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
    matches.sort_by(|x, y| {
        y.likeness.score().total_cmp(&x.likeness.score()).then((x.a.segment, x.b.segment).cmp(&(y.a.segment, y.b.segment)))
    });
    let (mut n_a, mut n_b) = (vec![0; best_a.len()], vec![0; best_b.len()]);
    matches.retain(|found| {
        let (n_a, n_b) = (&mut n_a[found.a.segment], &mut n_b[found.b.segment]);
        let few = *n_a < MATCHES_OF_A_SENTENCE && *n_b < MATCHES_OF_A_SENTENCE;
        if few {
            (*n_a, *n_b) = (*n_a + 1, *n_b + 1);
        }
        few
    });
}

/// Common text already found, in order of `a`.
struct CommonText<'a> {
    passages: &'a [CommonPassage],
    /// Length in `a` of the longest.
    longest: u32,
}

impl<'a> CommonText<'a> {
    fn new(passages: &'a [CommonPassage]) -> Self {
        let longest = passages.iter().map(|passage| passage.a.end - passage.a.start).max().unwrap_or(0);
        Self { passages, longest }
    }

    /// True when two stretches stand mostly in common text that both share; `sides` makes one part of the parts of the two.
    fn holds(&self, a: Span, b: Span, sides: fn(f32, f32) -> f32) -> bool {
        let inside = |whole: Span, part: Span| {
            part.end.min(whole.end).saturating_sub(part.start.max(whole.start)) as f32 / whole.len().max(1) as f32
        };
        let start = self.passages.partition_point(|passage| passage.a.start + self.longest <= a.start);
        let near = self.passages[start..].iter().take_while(|passage| passage.a.start < a.end);
        let shared = near.filter(|passage| passage.a.overlaps(a) && passage.b.overlaps(b));
        let (in_a, in_b) = shared.fold((0.0, 0.0), |(x, y), passage| (x + inside(a, passage.a), y + inside(b, passage.b)));
        sides(in_a, in_b) > MOSTLY
    }
}
