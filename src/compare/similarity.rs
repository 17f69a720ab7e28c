//! The same statement in other words.
//!
//! Evidence that two stretches say the same: common stems, senses, numbers and names, each counted by how telling it is (the
//! cosine of idf-weighted vectors, Salton and Buckley, 1988), with entities as words of their own, so that a name meets
//! the description that stands for it. Two sentences with evidence in common are narrowed, clause by clause, to the
//! stretches that are most alike; a match stays when either side has hardly a better one. Negation and who says
//! it are deliberately not weighed: precision comes before recall, and a reader has both passages before him.

use super::evidence::{Evidence, Likeness, Stretch, likeness};
use super::reuse::Pair;
use super::{Closeness, CommonPassage};
use crate::order::Order;
use crate::span::Span;

/// Score from which two stretches may say the same. Found on the five shipped pages, where seven of ten above
/// 0.28 do, and two of three above 0.2. Growing, fewer and surer.
const ALIKE: f32 = 0.2;
/// The same when all they share but one word are names: who is named is not what is said.
const ALIKE_BY_NAMES: f32 = 0.28;
/// What the common evidence is worth at least, so that two short stretches with one common word are not matched; two
/// rare words alone are worth about one and a half.
const EVIDENCE: f32 = 1.6;
/// Content words beside names that either stretch has at least: with fewer it only names somebody, `Le maire, Ana Ruiz`.
const SAID: usize = 2;
/// How much evidence halves the worth of more of it: at 0 single words win over whole statements, growing, stretches stay
/// long.
const ENOUGH: f32 = 1.0;
/// Against the best match of the clauses on one of its sides, a match keeps this part at least. One side is enough: an
/// article often says in its title or lead what it says again in its body. At 1, only best matches stay.
const NEAR_BEST: f32 = 0.85;
/// Matches of one sentence at most, the best first: a lead that says all would be matched with every sentence.
const MATCHES_OF_A_SENTENCE: usize = 3;
/// A word in more sentences of one article than this is no evidence.
const SENTENCES_OF_A_WORD: usize = 200;
/// What the common stems of two sentences are worth at least, for them to be looked at closely.
const LOOKED_AT: f32 = 1.2;
/// The same when one sentence is asked for.
const LOOKED_AT_IF_ASKED: f32 = 0.6;
/// Part of a stretch in common text from which the pair is no longer shown as reworded as well.
const MOSTLY: f32 = 0.35;

#[derive(Clone, Copy, Debug)]
struct Match {
    a: Stretch,
    b: Stretch,
    likeness: Likeness,
}

impl Match {
    fn passage(self, a: &Evidence, b: &Evidence) -> CommonPassage {
        CommonPassage {
            a: a.span(self.a),
            b: b.span(self.b),
            closeness: Closeness::Reworded,
            score: self.likeness.score().min(1.0),
            runs: Vec::new(),
            quoted: false,
        }
    }
}

impl Likeness {
    fn is_enough_if_asked(self) -> bool {
        self.n_beside_names > 0 && self.score() >= ALIKE / 2.0
    }

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
pub(super) fn reworded(pair: Pair, (a, b): (&Evidence, &Evidence), common: &[CommonPassage]) -> Vec<CommonPassage> {
    let common = CommonText::new(common);
    let mut matches: Vec<Match> = candidates(pair, b.holders())
        .into_iter()
        .map(|(x, y)| (a.whole(x), b.whole(y)))
        .filter(|(x, y)| !common.holds(a.span(*x), b.span(*y), f32::min))
        .map(|(x, y)| narrowed(a, b, x, y))
        .filter(|found| found.likeness.is_enough())
        .filter(|found| a.n_said(found.a) >= SAID && b.n_said(found.b) >= SAID)
        .filter(|found| !common.holds(a.span(found.a), b.span(found.b), f32::max))
        .collect();
    keep_best(a, b, &mut matches);
    matches.into_iter().map(|found| found.passage(a, b)).collect()
}

/// What says the same as the part of `segments` of `pair.a` that `asked` touches, whatever else is said of it.
pub(super) fn alike(pair: Pair, (a, b): (&Evidence, &Evidence), segments: std::ops::Range<usize>, asked: Span) -> Vec<CommonPassage> {
    let among = candidates_of(pair, segments, b.holders(), LOOKED_AT_IF_ASKED);
    let narrow = |(x, y)| Some(narrowed(a, b, a.touched(x, asked)?, b.whole(y)));
    let matches = among.into_iter().filter_map(narrow).filter(|found| found.likeness.is_enough_if_asked());
    matches.map(|found| found.passage(a, b)).collect()
}

/// Pairs of sentences with enough telling stems in common to be looked at closely, in order.
fn candidates(pair: Pair, holders: &[(u32, u32)]) -> Vec<(usize, usize)> {
    candidates_of(pair, 0..pair.a.segments.len(), holders, LOOKED_AT)
}

/// The same for some segments of `pair.a`.
fn candidates_of(pair: Pair, segments: std::ops::Range<usize>, holders: &[(u32, u32)], least: f32) -> Vec<(usize, usize)> {
    let mut worth = vec![0.0_f32; pair.b.segments.len()];
    let mut found = Vec::new();
    for segment in segments {
        let stems = &pair.a.stems[segment];
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
        touched.order();
        touched.dedup();
        found.extend(touched.iter().filter(|other| worth[**other] >= least).map(|other| (segment, *other)));
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

/// Keeps matches that are near the best that the clauses of either side have, surest first.
fn keep_best(a: &Evidence, b: &Evidence, matches: &mut Vec<Match>) {
    let (mut best_a, mut best_b) = (a.no_scores(), b.no_scores());
    let raise = |best: &mut [Vec<f32>], stretch: Stretch, score: f32| {
        best[stretch.segment][stretch.from..stretch.to].iter_mut().for_each(|best| *best = best.max(score));
    };
    for found in matches.iter() {
        raise(&mut best_a, found.a, found.likeness.score());
        raise(&mut best_b, found.b, found.likeness.score());
    }
    let top = |best: &[Vec<f32>], stretch: Stretch| best[stretch.segment][stretch.from..stretch.to].iter().copied().fold(0.0, f32::max);
    matches.retain(|found| found.likeness.score() >= NEAR_BEST * top(&best_a, found.a).min(top(&best_b, found.b)));
    matches.order_by(|x, y| {
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
