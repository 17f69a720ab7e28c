//! Which articles stand, mostly or in part, in a longer one, without looking at each two.
//!
//! Counted in shingles, as in [`super::shares`]. Two thousand versions of one text would be two million pairs, so that an
//! article is held against a few holders of each of its shingles only; articles come shortest first, so that a text meets
//! the ones it grew from. What is held against it has so much of itself in common that its length pays for the counting:
//! time grows with the text.

use std::collections::HashMap;

use super::prepare::Prepared;
use super::shares::{SHINGLE, shingles};
use crate::id::DocumentId;
use crate::order::Order;

/// Words of a text that can stand in another one: a shorter one is a formula, a stub before a paywall.
pub(super) const WORDS: usize = 25;
/// Share of the shorter below which a pair is not looked at. At 0, every quotation would make a pair.
pub(super) const LEAST: f32 = 0.3;
/// Holders of a shingle that are kept: the first ones and the latest ones. Growing, time grows with it.
const HOLDERS: usize = 8;
/// How many times longer the longer text may be for its share to be counted and not estimated.
const COUNTED: usize = 4;

/// Reports pairs, the shorter first, each with the share (0 to 1) of its words that stands in the other: every article with
/// those it has most in common with, of very many like it with some.
pub(super) fn each_pair(documents: &[&Shingled], n_shingles: usize, mut report: impl FnMut((DocumentId, f32), (DocumentId, f32))) {
    let mut order: Vec<u32> = (0..).zip(documents).filter(|(_, of_one)| !of_one.shingles.is_empty()).map(|(place, _)| place).collect();
    order.order_by_key(|place| documents[*place as usize].length);
    let mut holders = vec![Holders::default(); n_shingles];
    // Which article last had each shingle, of the longer ones and of the shorter ones.
    let (mut in_long, mut in_short) = (vec![u32::MAX; holders.len()], vec![u32::MAX; holders.len()]);
    let mut n_common = vec![0; documents.len()];
    for long in order {
        let of_long = &documents[long as usize].shingles;
        let mut met = Vec::new();
        for shingle in of_long.iter().map(|(_, shingle)| *shingle as usize) {
            if std::mem::replace(&mut in_long[shingle], long) != long {
                holders[shingle].each(|holder| {
                    if n_common[holder as usize] == 0 {
                        met.push(holder);
                    }
                    n_common[holder as usize] += 1;
                });
                holders[shingle].push(long);
            }
        }
        for short in met {
            let n_shingles = std::mem::take(&mut n_common[short as usize]);
            let of_short = &documents[short as usize].shingles;
            let [n_short, n_long] = [short, long].map(|place| documents[place as usize].n_words);
            if n_short < WORDS || ((n_shingles + SHINGLE) as f32) < n_short as f32 * LEAST {
                continue;
            }
            let covered_short = covered(of_short, |shingle| in_long[shingle as usize] == long);
            let mut covered_long = covered_short;
            if n_long <= n_short * COUNTED {
                of_short.iter().for_each(|(_, shingle)| in_short[*shingle as usize] = short);
                covered_long = covered(of_long, |shingle| in_short[shingle as usize] == short);
            }
            let share = |covered: usize, n: usize| covered as f32 / n.max(1) as f32;
            report((DocumentId(short), share(covered_short, n_short)), (DocumentId(long), share(covered_long, n_long)));
        }
    }
}

/// One article as shingles with numbers.
#[derive(Debug, Default)]
pub(super) struct Shingled {
    /// In order: place of the first word, number of the shingle.
    shingles: Vec<(u32, u32)>,
    /// Words that stand in a shingle: shares are of these, so that a text has all of itself.
    n_words: usize,
    /// All words.
    length: usize,
}

/// Every shingle met, with its number.
#[derive(Debug, Default)]
pub(super) struct Numbers(HashMap<[u32; SHINGLE], u32>);

impl Numbers {
    pub fn shingled(&mut self, document: &Prepared) -> Shingled {
        let narrow = |n: usize| u32::try_from(n).expect("fewer words than bytes");
        let mut number = |shingle| {
            let next = narrow(self.0.len());
            *self.0.entry(shingle).or_insert(next)
        };
        let shingles: Vec<(u32, u32)> = shingles(document).map(|(at, shingle)| (narrow(at), number(shingle))).collect();
        Shingled { n_words: covered(&shingles, |_| true), shingles, length: document.tokens.len() }
    }

    pub fn n_shingles(&self) -> usize {
        self.0.len()
    }
}

/// Words of an article in those of its shingles that are `common`.
fn covered(shingles: &[(u32, u32)], common: impl Fn(u32) -> bool) -> usize {
    let (mut n, mut to) = (0, 0);
    for (at, _) in shingles.iter().filter(|(_, shingle)| common(*shingle)) {
        let (at, end) = (*at as usize, *at as usize + SHINGLE);
        n += end - to.max(at);
        to = end;
    }
    n
}

/// Some of the articles that have a shingle: the first ones, and the latest ones in turn.
#[derive(Clone, Copy, Default)]
struct Holders {
    n: u32,
    places: [u32; HOLDERS],
}

impl Holders {
    fn each(&self, report: impl FnMut(u32)) {
        self.places.iter().take(self.n as usize).copied().for_each(report);
    }

    fn push(&mut self, place: u32) {
        const LATEST: usize = HOLDERS / 2;
        let n = self.n as usize;
        let at = if n < HOLDERS { n } else { HOLDERS - LATEST + n % LATEST };
        self.places[at] = place;
        self.n += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_holders_the_first_and_the_latest_are_kept() {
        let mut holders = Holders::default();
        (0..2_000).for_each(|place| holders.push(place));
        let mut met = Vec::new();
        holders.each(|place| met.push(place));
        assert_eq!(met, [0, 1, 2, 3, 1996, 1997, 1998, 1999]);
    }
}
