//! Sorting that weighs little in the page.
//!
//! The standard sort is compiled anew for every type and every comparison: some forty of them were 180 kB of the page's
//! module, a sixth of its code. Here places are sorted instead of items, by one compiled sort behind a comparison that is
//! called through a pointer, and the items are then swapped into place. It takes about twice the time of the standard sort,
//! so long lists of numbers, which share one compiled sort anyway, keep that one.

use std::cmp::Ordering;

/// Stable sorting of short and middling lists.
pub trait Order<T> {
    /// Sorts by the order of the items themselves.
    fn order(&mut self)
    where
        T: Ord;

    /// Sorts by `compare`; equal items keep their order.
    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// Sorts by the key of each item; equal items keep their order.
    fn order_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K);
}

impl<T> Order<T> for [T] {
    fn order(&mut self)
    where
        T: Ord,
    {
        self.order_by(T::cmp);
    }

    fn order_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let mut place_of = places(self.len(), &mut |x, y| compare(&self[x], &self[y]));
        for at in 0..self.len() {
            while place_of[at] as usize != at {
                let to = place_of[at] as usize;
                self.swap(at, to);
                place_of.swap(at, to);
            }
        }
    }

    fn order_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        self.order_by(|x, y| key(x).cmp(&key(y)));
    }
}

/// The `n` least of many pairs of numbers, each once and in order: for few of many, and without a sort of its own.
pub fn least(n: usize, pairs: &mut dyn Iterator<Item = (u32, u32)>) -> Vec<(u32, u32)> {
    let mut kept: Vec<(u32, u32)> = Vec::new();
    for pair in pairs {
        if kept.len() < n || kept.last().is_some_and(|last| pair < *last) {
            let at = kept.partition_point(|kept| *kept < pair);
            if kept.get(at) != Some(&pair) {
                kept.insert(at, pair);
                kept.truncate(n);
            }
        }
    }
    kept
}

/// Where each of `n` items goes when they are sorted by `compare`, which is given two places.
fn places(n: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<u32> {
    let last = u32::try_from(n).expect("lists are shorter than four thousand million");
    let mut sorted: Vec<u32> = (0..last).collect();
    sorted.sort_by(|x, y| compare(*x as usize, *y as usize));
    let mut place_of = vec![0; n];
    for (item, place) in sorted.into_iter().zip(0..) {
        place_of[item as usize] = place;
    }
    place_of
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_of_many_are_the_first_when_all_are_sorted() {
        let pairs: Vec<(u32, u32)> = (0..500).map(|at: u32| (at.wrapping_mul(2_654_435_761) % 97, at)).collect();
        let mut sorted = pairs.clone();
        sorted.sort();
        for n in [0, 1, 12, 500, 600] {
            assert_eq!(least(n, &mut pairs.iter().copied()), sorted[..n.min(500)]);
        }
    }
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_orders_as_the_standard_sort_does(items in proptest::collection::vec((0..9_u8, 0..200_u8), 0..200)) {
            let (mut ours, mut theirs) = (items.clone(), items);
            ours.order_by_key(|item| item.0);
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(ours, theirs);
        }
    }
}
