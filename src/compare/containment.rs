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
pub(super) fn each_pair(documents: &[Prepared], mut report: impl FnMut((DocumentId, f32), (DocumentId, f32))) {
    let numbered = Numbered::of(documents);
    let mut order: Vec<u32> = (0..).take(documents.len()).collect();
    order.order_by_key(|place| documents[*place as usize].tokens.len());
    let mut holders = vec![Holders::default(); numbered.n_shingles as usize];
    // Which article last had each shingle, of the longer ones and of the shorter ones.
    let (mut in_long, mut in_short) = (vec![u32::MAX; holders.len()], vec![u32::MAX; holders.len()]);
    let mut n_common = vec![0; documents.len()];
    for long in order {
        let of_long = &numbered.documents[long as usize];
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
            let of_short = &numbered.documents[short as usize];
            let [n_short, n_long] = [short, long].map(|place| numbered.n_words[place as usize]);
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

/// The articles as shingles with numbers.
struct Numbered {
    /// For each article, in order: place of the first word, number of the shingle.
    documents: Vec<Vec<(u32, u32)>>,
    /// Words of each article that stand in a shingle: shares are of these, so that a text has all of itself.
    n_words: Vec<usize>,
    n_shingles: u32,
}

impl Numbered {
    fn of(documents: &[Prepared]) -> Self {
        let mut numbers: HashMap<[u32; SHINGLE], u32> = HashMap::new();
        let mut n_shingles = 0;
        let mut number = |shingle| {
            *numbers.entry(shingle).or_insert_with(|| {
                n_shingles += 1;
                n_shingles - 1
            })
        };
        let place = |at: usize| u32::try_from(at).expect("fewer words than bytes");
        let numbered = |document| shingles(document).map(|(at, shingle)| (place(at), number(shingle))).collect();
        let documents: Vec<Vec<_>> = documents.iter().map(numbered).collect();
        let n_words = documents.iter().map(|shingles| covered(shingles, |_| true)).collect();
        Self { documents, n_words, n_shingles }
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
