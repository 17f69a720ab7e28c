//! Numbers that look drawn by lot and follow from a seed: SplitMix64 (Steele, Lea and Flood, 2014).
//!
//! The same on every machine, so that a link brings a whole class to the same questions.

/// A row of numbers.
#[derive(Clone, Debug)]
pub(super) struct Lot(u64);

impl Lot {
    /// The row of a seed and of what it is drawn for: two activities of one lesson do not draw alike.
    pub fn of(seed: u32, purpose: u32) -> Self {
        Self(u64::from(seed) << 32 | u64::from(purpose))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `n`; 0 below nothing.
    pub fn below(&mut self, n: usize) -> usize {
        // What is drawn from is a few thousand items: that their number does not divide 2⁶⁴ is no matter.
        usize::try_from(self.next() % n.max(1) as u64).unwrap_or_default()
    }

    /// Puts `items` in an order drawn by lot (Durstenfeld, 1964).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.below(last + 1);
            items.swap(last, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Lot;

    #[test]
    fn a_seed_always_gives_the_same_order_and_another_seed_another() {
        let order = |seed| {
            let mut items: Vec<u32> = (0..50).collect();
            Lot::of(seed, 1).shuffle(&mut items);
            items
        };
        assert_eq!(order(7), order(7));
        assert_ne!(order(7), order(8));
        let mut sorted = order(7);
        sorted.sort_unstable();
        assert_eq!(sorted, (0..50).collect::<Vec<_>>());
    }

    #[test]
    fn every_place_is_drawn_about_as_often() {
        let mut counts = [0_u32; 6];
        for seed in 0..6_000 {
            counts[Lot::of(seed, 3).below(6)] += 1;
        }
        assert!(counts.iter().all(|n| (850..1150).contains(n)), "{counts:?}");
    }
}
