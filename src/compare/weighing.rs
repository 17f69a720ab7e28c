//! How sure it is that two stretches say the same: what speaks for it and against it, weighed by a logistic regression.
//!
//! Each feature is between 0 and 1, most of them said in one sentence. The weights were fitted by maximum likelihood with a penalty on their squares
//! (ridge: le Cessie and van Houwelingen, 1992) on invented articles in which every pair of passages that say the same is
//! marked (`tests/statements/`, but for the two corpora that are kept to be measured on), and on the shipped pages with their
//! list (`tests/gold/`); `weighing_tests` fits them again and holds these to what it finds. Fitted on few articles of one
//! language, they say an order more than a probability.

use super::evidence::{Evidence, FigureMark, Likeness, Stretch};
use crate::figures::Value;
use crate::span::Span;

/// Number of features; the first is always 1.
pub(super) const N: usize = 17;

/// What each feature is called, in order.
#[cfg(test)]
pub(super) const NAMES: [&str; N] = [
    "always",
    "cosine",
    "alike",
    "rare",
    "rare in the sentences",
    "said",
    "best of both",
    "best of one",
    "one is quoted",
    "both are quoted",
    "senses",
    "same day",
    "other day",
    "same figure",
    "other figure",
    "same speaker",
    "names",
];

/// As fitted.
pub(super) const WEIGHTS: Features =
    [-5.38, 0.66, 0.78, 1.97, 2.01, 0.70, 0.63, 1.10, -1.62, -1.14, 1.24, 0.99, -0.53, 1.71, -0.81, 0.52, 0.60];

pub(super) type Features = [f32; N];

/// How sure it is, 0 to 1.
pub(super) fn sureness(features: &Features, weights: &Features) -> f32 {
    let sum: f32 = features.iter().zip(weights).map(|(feature, weight)| feature * weight).sum();
    1.0 / (1.0 + (-sum).exp())
}

/// How a pair of stretches stands among the other pairs of their articles.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Standing {
    /// What the rare pieces are worth that the whole sentences share.
    pub rare: f32,
    /// The score over the best that either sentence has; the higher and the lower of the two.
    pub best_of_one: f32,
    pub best_of_both: f32,
}

/// What speaks for and against two stretches saying the same.
pub(super) fn features(a: (&Evidence, Stretch), b: (&Evidence, Stretch), likeness: Likeness, standing: Standing) -> Features {
    let (span_a, span_b) = (a.0.span(a.1), b.0.span(b.1));
    let (same_day, other_day) = days((a.0, span_a), (b.0, span_b));
    let (same_figure, other_figure) = figures((a.0, span_a), (b.0, span_b));
    let (quoted_a, quoted_b) = (a.0.quoted(a.1), b.0.quoted(b.1));
    let half = |x: f32| x / (x + 1.0);
    let least = |n: u32, most: f32| (n as f32).min(most) / most;
    let is = |yes: bool| if yes { 1.0 } else { 0.0 };
    [
        1.0,
        likeness.cosine.min(1.0),
        likeness.score(),
        half(likeness.rare),
        half(standing.rare),
        least(likeness.n_said, 4.0),
        standing.best_of_both,
        standing.best_of_one,
        (quoted_a - quoted_b).abs(),
        quoted_a.min(quoted_b),
        least(likeness.n_senses, 2.0),
        is(same_day),
        is(other_day),
        same_figure,
        is(other_figure),
        is(same_speaker((a.0, span_a), (b.0, span_b))),
        likeness.names,
    ]
}

/// True when both tell one day or one figure.
pub(super) fn is_dated_or_counted(features: &Features) -> bool {
    const SAME_DAY: usize = 11;
    const SAME_FIGURE: usize = 13;
    features[SAME_DAY] > 0.0 || features[SAME_FIGURE] > 0.0
}

/// Whether both name one day, and whether each names days of which the other has none.
fn days((a, span_a): (&Evidence, Span), (b, span_b): (&Evidence, Span)) -> (bool, bool) {
    /// Longer times hold too much to agree by.
    const LONGEST: i32 = 62;
    let of = |evidence: &Evidence, span: Span| {
        let inside = evidence.marks.days.iter().filter(move |(at, first, last)| span.overlaps(*at) && last - first <= LONGEST);
        inside.map(|(_, first, last)| (*first, *last)).collect::<Vec<_>>()
    };
    let (of_a, of_b) = (of(a, span_a), of(b, span_b));
    let meet = of_a.iter().any(|x| of_b.iter().any(|y| x.0 <= y.1 && y.0 <= x.1));
    (meet, !meet && !of_a.is_empty() && !of_b.is_empty())
}

/// What a number is worth that counts things called otherwise: `trois cents riverains`, `300 habitants`, and `40 moutons`.
const CALLED_OTHERWISE: f32 = 0.4;

/// How far both have one number of the same things, and whether only other numbers of the same things.
fn figures((a, span_a): (&Evidence, Span), (b, span_b): (&Evidence, Span)) -> (f32, bool) {
    let of = |evidence: &'_ Evidence, span: Span| {
        evidence.marks.figures.iter().filter(|figure| span.overlaps(figure.span)).cloned().collect::<Vec<FigureMark>>()
    };
    let (of_a, of_b) = (of(a, span_a), of(b, span_b));
    let pairs = || of_a.iter().flat_map(|x| of_b.iter().map(move |y| (x, y)));
    let is_small = |value: Value| matches!(value, Value::Number(number) if number.to_string().len() < 2);
    let one = |(x, y): (&FigureMark, &FigureMark)| match (x.value == y.value, x.counted == y.counted) {
        (true, true) => 1.0,
        (true, false) if !is_small(x.value) => CALLED_OTHERWISE,
        _ => 0.0,
    };
    let same = pairs().map(one).fold(0.0, f32::max);
    let other = pairs().any(|(x, y)| x.counted.is_some() && x.counted == y.counted && x.value != y.value && !x.rough && !y.rough);
    (same, other && same == 0.0)
}

fn same_speaker((a, span_a): (&Evidence, Span), (b, span_b): (&Evidence, Span)) -> bool {
    let of = |evidence: &Evidence, span: Span| {
        let inside = evidence.marks.speakers.iter().filter(move |(at, _)| span.overlaps(*at));
        inside.map(|(_, speaker)| *speaker).collect::<Vec<_>>()
    };
    let of_b = of(b, span_b);
    of(a, span_a).iter().any(|speaker| of_b.contains(speaker))
}
