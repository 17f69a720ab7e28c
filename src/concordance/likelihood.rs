//! How much more often a word stands near the passages than elsewhere.
//!
//! The log-likelihood ratio of Dunning (1993, « Accurate methods for the statistics of surprise and coincidence »,
//! Computational Linguistics 19): it holds for rare words too, where a chi-square does not.

/// What is counted of one word: in the windows and in the rest of the corpus, this word and all others.
#[derive(Clone, Copy, Debug)]
pub struct Counts {
    pub near: f64,
    pub near_others: f64,
    pub far: f64,
    pub far_others: f64,
}

impl Counts {
    /// Of a word that stands `near` times among `n_near` words and `all` times among `n_all`, which hold the former.
    pub fn of(near: u32, n_near: u32, all: u32, n_all: u32) -> Self {
        let [near, n_near, all, n_all] = [near, n_near, all, n_all].map(f64::from);
        Self { near, near_others: n_near - near, far: all - near, far_others: (n_all - n_near) - (all - near) }
    }

    fn total(self) -> f64 {
        self.near + self.near_others + self.far + self.far_others
    }

    /// How often it would stand in the windows if it were spread evenly.
    pub fn expected(self) -> f64 {
        (self.near + self.near_others) * (self.near + self.far) / self.total()
    }

    /// The log-likelihood ratio: 0 when it is spread evenly, 10.8 where chance would do as much once in a thousand times.
    pub fn ratio(self) -> f64 {
        let rows = [self.near + self.near_others, self.far + self.far_others];
        let columns = [self.near + self.far, self.near_others + self.far_others];
        let cells = [(self.near, 0, 0), (self.near_others, 0, 1), (self.far, 1, 0), (self.far_others, 1, 1)];
        let total = self.total();
        let term = |(seen, row, column): (f64, usize, usize)| {
            let expected = rows[row] * columns[column] / total;
            if seen > 0.0 { seen * (seen / expected).ln() } else { 0.0 }
        };
        (2.0 * cells.into_iter().map(term).sum::<f64>()).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tables 5 and 6 of the article: pairs of words, with the four counts and the ratio as printed there.
    #[test]
    fn the_ratio_is_that_of_the_published_tables() {
        for (near, near_others, far, far_others, printed) in
            [(110.0, 2442.0, 111.0, 29114.0, 270.72), (29.0, 13.0, 123.0, 31612.0, 263.90), (31.0, 23.0, 139.0, 31584.0, 256.84)]
        {
            let ratio = Counts { near, near_others, far, far_others }.ratio();
            assert!((ratio - printed).abs() < 0.01, "{ratio} is not {printed}");
        }
    }

    #[test]
    fn the_ratio_is_what_a_hand_counts() {
        // Near: 3 of 4 words; elsewhere: 1 of 4. 2 × (3 ln 1.5 + ln 0.5 + ln 0.5 + 3 ln 1.5) = 2.0929…
        let counts = Counts::of(3, 4, 4, 8);
        assert_eq!(counts.expected(), 2.0);
        assert!((counts.ratio() - 2.092_994).abs() < 1e-5, "{}", counts.ratio());
    }

    #[test]
    fn what_is_spread_evenly_tells_nothing() {
        assert_eq!(Counts::of(2, 10, 20, 100).ratio(), 0.0);
        assert!(Counts::of(0, 10, 20, 100).ratio() > 0.0);
        assert!(Counts::of(5, 5, 5, 5).ratio().abs() < 1e-9);
    }
}
