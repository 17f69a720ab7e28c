//! How sure it is that two quotations are versions of one utterance, though neither holds the other's words: what speaks for it and against
//! it, weighed by a logistic regression.
//!
//! Each feature is between 0 and 1. A word is worth its information, the logarithm of how seldom it stands in the corpus (Spärck Jones, 1972),
//! so that `le ministre` shared says little and `poignard` much. The weights were fitted by maximum likelihood with a penalty on their squares
//! (ridge: le Cessie and van Houwelingen, 1992) on the articles that `likeness_tests` names, which fits them again and holds these to what it
//! finds. Fitted on few articles of one language, they say an order more than a probability.

use std::collections::{BTreeMap, BTreeSet};

use super::utterances::{self, Content};
use super::{Certainty, Quote, QuoteKind};

/// Number of features; the first is always 1.
pub(super) const N: usize = 11;

/// What each feature is called, in order.
#[cfg(test)]
pub(super) const NAMES: [&str; N] = [
    "always",
    "contained",
    "alike",
    "contained by beginnings",
    "length of the run",
    "same speaker",
    "one is told",
    "one is a part",
    "few words",
    "best of both",
    "best of one",
];

/// As fitted.
pub(super) const WEIGHTS: Features = [-5.37, 2.46, 2.07, 3.21, 0.36, 0.57, -0.09, -0.68, 0.51, 0.64, 0.39];

/// From how much two are joined.
pub(super) const SURE: f32 = 0.5;

pub(super) type Features = [f32; N];

/// How sure it is, 0 to 1.
pub(super) fn sureness(features: &Features, weights: &Features) -> f32 {
    let sum: f32 = features.iter().zip(weights).map(|(feature, weight)| feature * weight).sum();
    1.0 / (1.0 + (-sum).exp())
}

/// Whether two quotations have one speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mouth {
    Same,
    /// Nobody is said to speak, or it is a guess.
    Open,
    Other,
}

pub(super) fn mouth(a: &Quote, b: &Quote) -> Mouth {
    let guessed = |quote: &Quote| quote.speaker.is_none_or(|speaker| speaker.certainty == Certainty::Guessed);
    match [a, b].map(|quote| quote.speaker.and_then(|speaker| speaker.entity)) {
        [Some(one), Some(other)] if one == other => Mouth::Same,
        [Some(_), Some(_)] if !guessed(a) && !guessed(b) => Mouth::Other,
        _ => Mouth::Open,
    }
}

/// True when two certainly are no versions of one utterance, if they are not the same words: `deux ans` and `trois ans` are two statements.
pub(super) fn clashes((a, x): (&Quote, &Content), (b, y): (&Quote, &Content)) -> bool {
    let other_number = !x.numbers.is_empty() && !y.numbers.is_empty() && !x.numbers.iter().any(|number| y.numbers.contains(number));
    other_number || mouth(a, b) == Mouth::Other
}

/// What one pair has in common, before it is held against the others of its quotations.
#[derive(Clone, Copy, Debug)]
pub(super) struct Common {
    features: Features,
    /// By which the pairs of one quotation are compared.
    pub score: f32,
}

/// What `worth` of each word the stems have, each counted once.
fn worth(stems: &BTreeSet<u32>, rarity: &[f32]) -> f32 {
    stems.iter().map(|stem| rarity[*stem as usize]).sum()
}

pub(super) fn common((a, x): (&Quote, &Content), (b, y): (&Quote, &Content), rarity: &[f32]) -> Option<Common> {
    let mouth = mouth(a, b);
    let of = |keys: &[u32]| keys.iter().copied().collect::<BTreeSet<u32>>();
    let both = |x: &BTreeSet<u32>, y: &BTreeSet<u32>| worth(&x.intersection(y).copied().collect(), rarity);
    let share = |part: f32, whole: f32| if whole > 0.0 { (part / whole).min(1.0) } else { 0.0 };
    let (stems_x, stems_y) = (of(&x.stems), of(&y.stems));
    let (shared, worth_x, worth_y) = (both(&stems_x, &stems_y), worth(&stems_x, rarity), worth(&stems_y, rarity));
    let (roots_x, roots_y) = (of(&x.roots), of(&y.roots));
    let (shared_roots, least) = (both(&roots_x, &roots_y), worth(&roots_x, rarity).min(worth(&roots_y, rarity)));
    // Unless it is known that one person speaks, one word is too little.
    // `un collègue` is nobody who is named elsewhere.
    let somebody = x.by_somebody || y.by_somebody;
    if clashes((a, x), (b, y)) || mouth == Mouth::Open && (somebody || stems_x.intersection(&stems_y).count() < 2) {
        return None;
    }
    let (short, long) = if x.words.len() <= y.words.len() { (x, y) } else { (y, x) };
    // Neither a word in another form nor few words that stand far apart in the other are a part of it.
    let n = x.stems.len().min(y.stems.len());
    let other_form = short.words.len() < 2 && !short.words.iter().all(|word| long.words.contains(word));
    if other_form || utterances::is_scattered(n, &short.words, &long.words) {
        return None;
    }
    let run = longest_run(&short.words, &long.words);
    // Nor two or three words of which no two stand together, nor a single one in a long quotation.
    let torn = (2..=3).contains(&short.words.len()) && run < 2;
    if torn || n < 2 && long.words.len() > utterances::SHORT {
        return None;
    }
    let kinds = |kind: QuoteKind| a.kind == kind || b.kind == kind;
    let is = |yes: bool| if yes { 1.0 } else { 0.0 };
    let contained = share(shared, worth_x.min(worth_y));
    let by_roots = share(shared_roots, least);
    let alike = share(2.0 * shared, worth_x + worth_y);
    let features = [
        1.0,
        contained,
        alike,
        by_roots,
        run.min(7) as f32 / 7.0,
        is(mouth == Mouth::Same),
        is(kinds(QuoteKind::Indirect)),
        is(kinds(QuoteKind::Partial)),
        1.0 / (n as f32).max(1.0),
        0.0,
        0.0,
    ];
    Some(Common { features, score: (contained + by_roots) / 2.0 * shared_roots.max(shared) + 0.01 })
}

/// Words in a row that both have, the longest such run.
fn longest_run(short: &[u32], long: &[u32]) -> usize {
    let mut places: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    long.iter().take(LOOKED_AT).enumerate().for_each(|(at, word)| places.entry(*word).or_default().push(at));
    // Of each place of the longer how many words in a row end there.
    let (mut before, mut longest) = (BTreeMap::new(), 0);
    for word in short.iter().take(LOOKED_AT) {
        let mut here = BTreeMap::new();
        for at in places.get(word).into_iter().flatten().take(16) {
            let n: usize = at.checked_sub(1).and_then(|at| before.get(&at)).map_or(1, |n| n + 1);
            longest = longest.max(n);
            here.insert(*at, n);
        }
        before = here;
    }
    longest
}

/// Words of a quotation in which a run is sought: bounds the work.
const LOOKED_AT: usize = 200;

/// The pair among the others: `best` are the best scores that either quotation has with any in the article of the other.
pub(super) fn features(common: Common, best: [f32; 2]) -> Features {
    let of = best.map(|best| (common.score / best).min(1.0));
    let mut features = common.features;
    features[N - 2] = of[0].min(of[1]);
    features[N - 1] = of[0].max(of[1]);
    features
}
