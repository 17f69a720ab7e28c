//! How improbable it is that chance puts a word so often, or so rarely, into one part of a corpus.
//!
//! The specificity of Lafon (1980, « Sur la variabilité de la fréquence des formes dans un corpus », Mots 1), which TXM shows
//! too: with the words of the corpus dealt out at random, the count in a part is hypergeometric; the probability of a count as
//! far from what is expected, or further, is the sum of one tail.
//!
//! Many words are looked at, so that some would be improbable by chance. Of discrete counts most can never be: a word met
//! three times is nowhere improbable enough. Those are left out first (Tarone 1990, « A modified Bonferroni method for
//! discrete data », Biometrics 46); among the others no more than [`FALSE`] of what is told is expected to be chance
//! (Benjamini and Hochberg 1995, in the form of Gilbert 2005 for discrete counts). Words are dealt out one by one in this
//! model, and authors repeat themselves: so who asks also demands several sentences.

use std::f64::consts::{LN_10, TAU};

/// Share of the words told that may be chance. At 0 nothing is told; growing, more words and more of them by chance. One in
/// twenty is what the field takes.
pub const FALSE: f64 = 0.05;

/// A word in a part of a corpus: counts of the word, and of all words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dealt {
    pub here: u32,
    pub all: u32,
    pub n_here: u32,
    pub n_all: u32,
}

/// On which side of what is expected a count stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Over,
    Under,
}

impl Dealt {
    pub fn side(self) -> Side {
        let seen = u64::from(self.here) * u64::from(self.n_all);
        if seen > u64::from(self.all) * u64::from(self.n_here) { Side::Over } else { Side::Under }
    }

    /// Natural logarithm of the probability of this count or one further on its side.
    pub fn ln_tail(self) -> f64 {
        let side = self.side();
        let [all, n_here, n_all] = [self.all, self.n_here, self.n_all].map(f64::from);
        // How many times more probable the next count on this side is than `k`.
        let step = |k: f64| match side {
            Side::Over => (all - k) * (n_here - k) / ((k + 1.0) * (n_all - all - n_here + k + 1.0)),
            Side::Under => k * (n_all - all - n_here + k) / ((all - k + 1.0) * (n_here - k + 1.0)),
        };
        let (mut k, mut term, mut sum) = (f64::from(self.here), 1.0, 1.0);
        // The terms fall faster and faster: what is left out is less than the last digit.
        loop {
            let next = step(k);
            term *= next;
            if next.is_nan() || next <= 0.0 || term < sum * 1e-16 {
                break;
            }
            sum += term;
            k += if side == Side::Over { 1.0 } else { -1.0 };
        }
        (self.ln_point() + sum.ln()).min(0.0)
    }

    /// Natural logarithm of the probability of this very count.
    fn ln_point(self) -> f64 {
        let choose = |n: u32, k: u32| ln_factorial(n) - ln_factorial(k) - ln_factorial(n - k);
        let Self { here, all, n_here, n_all } = self;
        choose(all, here) + choose(n_all - all, n_here - here) - choose(n_all, n_here)
    }

    /// The same for the least probable count that the margins allow, on either side.
    pub fn ln_least(self) -> f64 {
        let Self { all, n_here, n_all, .. } = self;
        let most = Self { here: all.min(n_here), ..self }.ln_point();
        let fewest = Self { here: all.saturating_sub(n_all - n_here), ..self }.ln_point();
        most.min(fewest).min(0.0)
    }
}

/// Decimal logarithm of how improbable, in tenths; at most what TXM shows.
pub fn tenths(ln_tail: f64) -> u32 {
    const MOST: f64 = 1_000.0;
    ((-ln_tail / LN_10).min(MOST) * 10.0).round() as u32
}

/// ln n!, by the series of Stirling from where its first two terms are exact.
fn ln_factorial(n: u32) -> f64 {
    const EXACT: u32 = 32;
    if n < EXACT {
        return (2..=n).map(|k| f64::from(k).ln()).sum();
    }
    let n = f64::from(n);
    n * n.ln() - n + 0.5 * (TAU * n).ln() + 1.0 / (12.0 * n) - 1.0 / (360.0 * n * n * n)
}

/// The words that can be told from chance at all: how many there are, and how improbable a count must be able to get for its
/// word to be among them (natural logarithm, one side).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Testable {
    pub n: u32,
    pub ln_least: f64,
}

/// Chooses them: `groups` are numbers of words, each with the least probability that one of them can have on its better side,
/// the least probable first.
pub fn testable(groups: &[(u32, f64)]) -> Testable {
    let demanded = |k: u32| (FALSE / 2.0 / f64::from(k)).ln();
    let n_within = |k: u32| groups.iter().take_while(|(_, least)| *least <= demanded(k)).map(|(n, _)| *n).sum::<u32>();
    // The first k for which no more than k words can be as improbable as one of k tests demands: growing, fewer words can.
    let (mut low, mut high) = (1, groups.iter().map(|(n, _)| *n).sum::<u32>().max(1));
    while low < high {
        let middle = low.midpoint(high);
        if n_within(middle) <= middle { high = middle } else { low = middle + 1 }
    }
    Testable { n: n_within(low), ln_least: demanded(low) }
}

/// How improbable a word must be to be told (natural logarithm, one side), given those of the words tested that are
/// improbable at all, and how many were tested.
pub fn told(ln_tails: &mut [f64], n_tested: u32) -> f64 {
    ln_tails.sort_unstable_by(f64::total_cmp);
    let demanded = |rank: usize| (FALSE / 2.0 * rank as f64 / f64::from(n_tested.max(1))).ln();
    let last = (1..=ln_tails.len()).rev().find(|rank| ln_tails[rank - 1] <= demanded(*rank));
    last.map_or(f64::NEG_INFINITY, demanded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The sum of the tail, term by term, in fractions of whole numbers.
    fn counted(dealt: Dealt) -> f64 {
        let choose = |n: u32, k: u32| (0..k).fold(1.0, |product, i| product * f64::from(n - i) / f64::from(i + 1));
        let Dealt { here, all, n_here, n_all } = dealt;
        let all_counts = all.saturating_sub(n_all - n_here)..=all.min(n_here);
        let tail = all_counts.filter(|k| if dealt.side() == Side::Over { *k >= here } else { *k <= here });
        tail.map(|k| choose(all, k) * choose(n_all - all, n_here - k) / choose(n_all, n_here)).sum()
    }

    #[test]
    fn the_tail_is_what_a_hand_counts() {
        // All four of four words in the half of eight: one hand of seventy.
        let dealt = Dealt { here: 4, all: 4, n_here: 4, n_all: 8 };
        assert!((dealt.ln_tail().exp() - 1.0 / 70.0).abs() < 1e-12);
        assert_eq!((dealt.side(), tenths(dealt.ln_tail())), (Side::Over, 18));
        assert_eq!(dealt.ln_least(), dealt.ln_tail());
    }

    #[test]
    fn a_corpus_of_millions_has_its_tail_too() {
        let dealt = Dealt { here: 900, all: 1_000, n_here: 400_000, n_all: 4_000_000 };
        assert!(dealt.ln_tail().is_finite() && tenths(dealt.ln_tail()) > 5_000);
        let none = Dealt { here: 0, ..dealt };
        assert!((none.ln_tail() - 1_000.0 * 0.9_f64.ln()).abs() < 0.1, "{}", none.ln_tail());
    }

    #[test]
    fn words_that_can_never_be_improbable_are_no_tests() {
        // Ten words whose best is one in a million, a thousand whose best is one in ten.
        let chosen = testable(&[(10, 1e-6_f64.ln()), (1_000, 0.1_f64.ln())]);
        assert_eq!(chosen.n, 10);
        assert!(chosen.ln_least > 1e-6_f64.ln());
        assert_eq!(testable(&[]).n, 0);
    }

    #[test]
    fn what_is_told_is_no_more_than_the_false_share_allows() {
        let mut tails = vec![1e-9_f64.ln(), 0.001_f64.ln(), 0.02_f64.ln()];
        let demanded = told(&mut tails, 40);
        assert_eq!(tails.iter().filter(|tail| **tail <= demanded).count(), 2);
        assert_eq!(told(&mut Vec::new(), 40), f64::NEG_INFINITY);
    }

    proptest! {
        #[test]
        fn the_tail_is_the_sum_of_its_terms(n_all in 2_u32..60, part in 0_u32..60, all in 0_u32..60, here in 0_u32..60) {
            let (n_here, all) = (part % (n_all + 1), all % (n_all + 1));
            let (fewest, most) = (all.saturating_sub(n_all - n_here), all.min(n_here));
            let dealt = Dealt { here: fewest + here % (most - fewest + 1), all, n_here, n_all };
            prop_assert!((dealt.ln_tail().exp() - counted(dealt)).abs() < 1e-9, "{dealt:?}");
            prop_assert!(dealt.ln_least() <= dealt.ln_tail() + 1e-9);
        }
    }
}
