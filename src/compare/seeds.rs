//! Which sentences of two articles are worth aligning: those that share two consecutive content words, or all words.
//!
//! Both articles hold their seeds sorted, so that finding the common ones costs one walk along both lists. What repeats
//! (a refrain, a page pasted a thousand times) is paired in order instead of each with each.

use super::prepare::{Prepared, Seed};
use super::reuse::{NAME, Pair};
use crate::order::Order;

/// What the common seeds of a pair of sentences are worth at least: keeps out pairs that share a name only. A seed of two
/// words that are in few sentences is worth about one and a half.
const SEEDED: f32 = 1.2;

/// A seed in more pairs of sentences than this no longer pairs every sentence with every other, but the first with the
/// first, the second with the second: a refrain costs its length, not its square.
const PAIRS_OF_A_SEED: usize = 36;

/// Pairs of segments whose common seeds are worth an alignment, in order.
pub(super) fn seeded_pairs(pair: Pair) -> Vec<(u32, u32)> {
    let mut seeded: Vec<(u32, u32, f32)> = Vec::new();
    join(
        &pair.a.seeds,
        &pair.b.seeds,
        |x, y| x.key.cmp(&y.key),
        |of_a, of_b| {
            let worth = worth(pair, &of_a[0]);
            pair_up(&segments_of(of_a), &segments_of(of_b), |x, y| seeded.push((x, y, worth)));
        },
    );
    seeded.order_by_key(|(x, y, _)| (*x, *y));
    seeded
        .chunk_by(|x, y| (x.0, x.1) == (y.0, y.1))
        .filter(|seeds| seeds.iter().map(|seed| seed.2).sum::<f32>() >= SEEDED)
        .map(|seeds| (seeds[0].0, seeds[0].1))
        .collect()
}

/// Pairs of segments that share a seed, whatever it is worth in the corpus.
pub(super) fn seeded_segments(pair: Pair) -> Vec<(u32, u32)> {
    let mut found = Vec::new();
    let report = |of_a: &[Seed], of_b: &[Seed]| pair_up(&segments_of(of_a), &segments_of(of_b), |x, y| found.push((x, y)));
    join(&pair.a.seeds, &pair.b.seeds, |x, y| x.key.cmp(&y.key), report);
    found.order();
    found.dedup();
    found
}

/// Pairs of segments with the same words.
pub(super) fn equal_segments(pair: Pair) -> Vec<(u32, u32)> {
    let mut found = Vec::new();
    let words = |document: &Prepared, segment: u32| document.words(segment).collect::<Vec<_>>();
    let of_a: Vec<_> = pair.a.by_words.iter().map(|segment| (words(pair.a, *segment), *segment)).collect();
    let of_b: Vec<_> = pair.b.by_words.iter().map(|segment| (words(pair.b, *segment), *segment)).collect();
    join(
        &of_a,
        &of_b,
        |x, y| x.0.cmp(&y.0),
        |equal_a, equal_b| {
            let segments = |equal: &[(Vec<u32>, u32)]| equal.iter().map(|(_, segment)| *segment).collect::<Vec<_>>();
            pair_up(&segments(equal_a), &segments(equal_b), |x, y| found.push((x, y)));
        },
    );
    found
}

/// Places in `seeds`, sorted, that hold `key`.
pub(super) fn with_key(seeds: &[Seed], key: (u32, u32)) -> &[Seed] {
    let start = seeds.partition_point(|seed| seed.key < key);
    let end = start + seeds[start..].partition_point(|seed| seed.key == key);
    &seeds[start..end]
}

fn worth(pair: Pair, seed: &Seed) -> f32 {
    let names = pair.a.tokens[seed.at as usize].name_like;
    (pair.vocabulary.weight(seed.key.0) + pair.vocabulary.weight(seed.key.1)) * if names { NAME } else { 1.0 }
}

/// Walks along two sorted lists and reports each pair of stretches that are equal.
fn join<T>(of_a: &[T], of_b: &[T], order: impl Fn(&T, &T) -> std::cmp::Ordering, mut report: impl FnMut(&[T], &[T])) {
    let (mut i, mut j) = (0, 0);
    while let (Some(x), Some(y)) = (of_a.get(i), of_b.get(j)) {
        match order(x, y) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                let end_a = i + of_a[i..].iter().take_while(|other| order(other, x).is_eq()).count();
                let end_b = j + of_b[j..].iter().take_while(|other| order(other, y).is_eq()).count();
                report(&of_a[i..end_a], &of_b[j..end_b]);
                (i, j) = (end_a, end_b);
            }
        }
    }
}

fn segments_of(seeds: &[Seed]) -> Vec<u32> {
    let mut segments: Vec<_> = seeds.iter().map(|seed| seed.segment).collect();
    segments.dedup();
    segments
}

/// Each with each when they are few; else in order, the last of the shorter list standing for the rest of the longer.
fn pair_up(of_a: &[u32], of_b: &[u32], mut report: impl FnMut(u32, u32)) {
    if of_a.len() * of_b.len() <= PAIRS_OF_A_SEED {
        for x in of_a {
            of_b.iter().for_each(|y| report(*x, *y));
        }
        return;
    }
    for place in 0..of_a.len().max(of_b.len()) {
        report(of_a[place.min(of_a.len() - 1)], of_b[place.min(of_b.len() - 1)]);
    }
}
