//! The same statement in other words.
//!
//! Evidence that two stretches say the same: common stems, senses, numbers and names, each counted by how telling it is (the
//! cosine of idf-weighted vectors, Salton and Buckley, 1988), with entities as words of their own, so that a name meets
//! the description that stands for it. Two sentences with evidence in common are narrowed, clause by clause, to the
//! stretches that are most alike; then all that is known of both is weighed (see [`super::weighing`]), and a match stays when either
//! side has hardly a surer one. Negation is deliberately not weighed: a reader has both passages before him.

use super::evidence::{Evidence, Likeness, Stretch, likeness};
use super::weighing::{self, Standing, WEIGHTS};
use super::{Closeness, CommonPassage};
use crate::order::Order;
use crate::span::Span;

/// How sure it is at least that two stretches say the same. Growing, fewer and surer: here three of four and more that are
/// found on the shipped pages are right.
const SURE: f32 = 0.4;
/// The same for one that is the best match of both its sentences.
const SURE_IF_BEST: f32 = 0.38;
/// The same when all they share but one word, of no known sense, are names: who is named is not what is said.
const SURE_BY_NAMES: f32 = 0.5;
/// The same when a reader asks for one sentence, and sees how sure the answer is.
const SURE_IF_ASKED: f32 = 0.12;
/// Content words beside names that either stretch has at least: with fewer it only names somebody, `Le maire, Ana Ruiz`.
const SAID: usize = 2;
/// How much evidence halves the worth of more of it: at 0 single words win over whole statements, growing, stretches stay
/// long.
const ENOUGH: f32 = 1.0;
/// Against the best match of the clauses on one of its sides, a match keeps this part at least. One side is enough: an
/// article often says in its title or lead what it says again in its body. At 1, only best matches stay.
const NEAR_BEST: f32 = 0.7;
/// Matches of one sentence at most, the best first: a lead that says all would be matched with every sentence.
const MATCHES_OF_A_SENTENCE: usize = 3;
/// Sentences of one article that are looked at closely for one of the other, at most.
const CLOSELY: usize = 6;
/// A word in more sentences of one article than this is no evidence.
const SENTENCES_OF_A_WORD: usize = 200;
/// What the common evidence of two sentences is worth at least, for them to be looked at closely: two rare words alone are
/// worth about one and a half.
const LOOKED_AT: f32 = 0.5;
/// The same when one sentence is asked for.
const LOOKED_AT_IF_ASKED: f32 = 0.6;
/// Part of a stretch in common text from which the pair is no longer shown as reworded as well.
const MOSTLY: f32 = 0.35;
/// Of what speaks for a match, what words of the same form are worth at most for it to be the same fact and no rewording.
const HARDLY_A_WORD: f32 = 0.25;

/// Two stretches that may say the same.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match {
    pub a: Stretch,
    pub b: Stretch,
    pub likeness: Likeness,
    pub standing: Standing,
    /// How sure it is, 0 to 1.
    pub sure: f32,
    /// All they share but one word, of no known sense, are names.
    pub only_names: bool,
}

impl Match {
    fn passage(self, a: &Evidence, b: &Evidence) -> CommonPassage {
        let hardly = self.likeness.words < HARDLY_A_WORD * self.likeness.worth;
        CommonPassage {
            a: a.shown(self.a),
            b: b.shown(self.b),
            closeness: if hardly { Closeness::SameFact } else { Closeness::Reworded },
            score: self.sure.min(1.0),
            runs: Vec::new(),
            quoted: false,
        }
    }
}

impl Likeness {
    pub fn score(self) -> f32 {
        self.cosine * self.worth / (self.worth + ENOUGH)
    }
}

/// Reworded passages of the pair, surest first; `common` are the passages already found.
pub(super) fn reworded((a, b): (&Evidence, &Evidence), common: &[CommonPassage]) -> Vec<CommonPassage> {
    let mut common = common.to_vec();
    common.order_by_key(|passage| passage.a);
    let mut matches = matches((a, b), &CommonText::new(&common));
    matches.retain(|found| found.sure >= if found.only_names { SURE_BY_NAMES } else { SURE_IF_BEST });
    keep_best(a, b, &mut matches);
    matches.into_iter().map(|found| found.passage(a, b)).collect()
}

/// What says the same as the part of `segments` of the first article that `asked` touches, whatever else is said of it.
pub(super) fn alike((a, b): (&Evidence, &Evidence), segments: std::ops::Range<usize>, asked: Span) -> Vec<CommonPassage> {
    let mut found = Vec::new();
    for (x, others) in segments.clone().zip(candidates((a, b), segments, LOOKED_AT_IF_ASKED)) {
        let Some(stretch) = a.touched(x, asked) else { continue };
        found.extend(others.into_iter().map(|(y, _)| narrowed(a, b, stretch, b.whole(y))));
    }
    weigh((a, b), &mut found);
    found.into_iter().filter(|found| found.sure >= SURE_IF_ASKED).map(|found| found.passage(a, b)).collect()
}

/// All matches that are no common text, with how sure each is.
pub(super) fn matches((a, b): (&Evidence, &Evidence), common: &CommonText) -> Vec<Match> {
    let mut found = Vec::new();
    for (x, others) in (0..).zip(candidates((a, b), 0..a.n_segments(), LOOKED_AT)) {
        let near = others.into_iter().map(|(y, _)| (a.whole(x), b.whole(y)));
        let new = near.filter(|(x, y)| !common.holds(a.span(*x), b.span(*y), f32::min));
        found.extend(new.map(|(x, y)| narrowed(a, b, x, y)).filter(|found| {
            a.n_said(found.a) >= SAID && b.n_said(found.b) >= SAID && !common.holds(a.span(found.a), b.span(found.b), f32::max)
        }));
    }
    weigh((a, b), &mut found);
    found
}

/// For each of `segments` of the first article the sentences of the other with most evidence in common, with their score.
fn candidates((a, b): (&Evidence, &Evidence), segments: std::ops::Range<usize>, least: f32) -> Vec<Vec<(usize, f32)>> {
    let mut worth = vec![0.0_f32; b.n_segments()];
    let mut found = Vec::new();
    for segment in segments {
        let mut touched: Vec<usize> = Vec::new();
        for piece in a.of_segment(segment) {
            for (_, other) in b.holders(piece, SENTENCES_OF_A_WORD) {
                let other = *other as usize;
                if worth[other] == 0.0 {
                    touched.push(other);
                }
                worth[other] += piece.worth();
            }
        }
        let mut near: Vec<(usize, f32)> = Vec::new();
        touched.order();
        for other in touched {
            if std::mem::take(&mut worth[other]) >= least {
                near.push((other, likeness(a.of_segment(segment), b.of_segment(other)).score()));
            }
        }
        near.order_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
        near.truncate(CLOSELY);
        found.push(near);
    }
    found
}

/// Leaves clauses out at the ends, one at a time, as long as that makes the stretches more alike.
fn narrowed(a: &Evidence, b: &Evidence, x: Stretch, y: Stretch) -> Match {
    let of = |x: Stretch, y: Stretch, pieces: (&[super::evidence::Piece], &[super::evidence::Piece])| Match {
        a: x,
        b: y,
        likeness: likeness(pieces.0, pieces.1),
        standing: Standing::default(),
        sure: 0.0,
        only_names: false,
    };
    let (mut pieces_a, mut pieces_b) = (a.pieces(x), b.pieces(y));
    let mut best = of(x, y, (&pieces_a, &pieces_b));
    let shorter = |stretch: Stretch| {
        let ends = [Stretch { from: stretch.from + 1, ..stretch }, Stretch { to: stretch.to - 1, ..stretch }];
        ends.into_iter().filter(|stretch| stretch.from < stretch.to)
    };
    loop {
        let (x, y) = (best.a, best.b);
        let mut next = best;
        for x in shorter(x) {
            let tried = of(x, y, (&a.pieces(x), &pieces_b));
            next = if tried.likeness.score() > next.likeness.score() { tried } else { next };
        }
        for y in shorter(y) {
            let tried = of(x, y, (&pieces_a, &b.pieces(y)));
            next = if tried.likeness.score() > next.likeness.score() { tried } else { next };
        }
        if (next.a, next.b) == (best.a, best.b) {
            return best;
        }
        (pieces_a, pieces_b) = (a.pieces(next.a), b.pieces(next.b));
        best = next;
    }
}

/// Says of each match how it stands among the others, and how sure it is.
fn weigh((a, b): (&Evidence, &Evidence), matches: &mut [Match]) {
    let (mut best_a, mut best_b) = (vec![0.0_f32; a.n_segments()], vec![0.0_f32; b.n_segments()]);
    for found in matches.iter() {
        let score = found.likeness.score();
        best_a[found.a.segment] = best_a[found.a.segment].max(score);
        best_b[found.b.segment] = best_b[found.b.segment].max(score);
    }
    for found in matches.iter_mut() {
        let (x, y) = (found.a.segment, found.b.segment);
        let score = found.likeness.score();
        let part = |best: f32| if best > 0.0 { score / best } else { 0.0 };
        let (of_a, of_b) = (part(best_a[x]), part(best_b[y]));
        let rare = likeness(a.of_segment(x), b.of_segment(y)).rare;
        found.standing = Standing { rare, best_of_one: of_a.max(of_b), best_of_both: of_a.min(of_b) };
        let features = weighing::features((a, found.a), (b, found.b), found.likeness, found.standing);
        found.sure = weighing::sureness(&features, &WEIGHTS);
        let Likeness { n_said, n_senses, .. } = found.likeness;
        found.only_names = n_said < 2 && n_senses == 0 && !weighing::is_dated_or_counted(&features);
    }
}

/// Keeps matches that are near the best that the clauses of either side have, surest first.
fn keep_best(a: &Evidence, b: &Evidence, matches: &mut Vec<Match>) {
    let (mut best_a, mut best_b) = (a.no_scores(), b.no_scores());
    let raise = |best: &mut [Vec<f32>], stretch: Stretch, score: f32| {
        best[stretch.segment][stretch.from..stretch.to].iter_mut().for_each(|best| *best = best.max(score));
    };
    for found in matches.iter() {
        raise(&mut best_a, found.a, found.sure);
        raise(&mut best_b, found.b, found.sure);
    }
    let top = |best: &[Vec<f32>], stretch: Stretch| best[stretch.segment][stretch.from..stretch.to].iter().copied().fold(0.0, f32::max);
    matches.retain(|found| {
        let (of_a, of_b) = (top(&best_a, found.a), top(&best_b, found.b));
        found.sure >= NEAR_BEST * of_a.min(of_b) && (found.sure >= SURE || found.sure >= of_a.max(of_b))
    });
    matches.order_by(|x, y| y.sure.total_cmp(&x.sure).then((x.a.segment, x.b.segment).cmp(&(y.a.segment, y.b.segment))));
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
pub(super) struct CommonText<'a> {
    passages: &'a [CommonPassage],
    /// Length in `a` of the longest.
    longest: u32,
}

impl<'a> CommonText<'a> {
    pub fn new(passages: &'a [CommonPassage]) -> Self {
        let longest = passages.iter().map(|passage| passage.a.end - passage.a.start).max().unwrap_or(0);
        Self { passages, longest }
    }

    /// True when two stretches stand mostly in common text that both share; `sides` makes one part of the parts of the two.
    fn holds(&self, a: Span, b: Span, sides: fn(f32, f32) -> f32) -> bool {
        let inside = |whole: Span, part: Span| part.shared(whole) as f32 / whole.len().max(1) as f32;
        let start = self.passages.partition_point(|passage| passage.a.start + self.longest <= a.start);
        let near = self.passages[start..].iter().take_while(|passage| passage.a.start < a.end);
        let shared = near.filter(|passage| passage.a.overlaps(a) && passage.b.overlaps(b));
        let (in_a, in_b) = shared.fold((0.0, 0.0), |(x, y), passage| (x + inside(a, passage.a), y + inside(b, passage.b)));
        sides(in_a, in_b) > MOSTLY
    }
}
