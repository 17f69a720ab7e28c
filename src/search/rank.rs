//! How well a part answers.
//!
//! BM25F (Robertson & Zaragoza, *The Probabilistic Relevance Framework: BM25 and Beyond*, 2009, section 3.6): occurrences
//! are weighted by field and by the field's length before they are summed and saturated. Two things are added. Forms are
//! tiers: an article that has the word as typed comes before one that has it with other accents, that one before inflected
//! ones, those before longer words, those before misspelt ones, however often. Nearness of words typed one after the other
//! adds to the score as in Rasolofo & Savoy, *Term Proximity Scoring for Keyword-Based Retrieval Systems* (2003).
//!
//! The same bits come out on every machine: sums are made in an order that depends on the words only, and the one logarithm
//! is our own.

use super::forms::{Form, N_FORMS};
use super::index::Index;
use super::parts::Part;
use super::places::Place;
use super::query::{Field, N_FIELDS};
use super::scan::Tally;

/// How fast further occurrences stop to count. The value of the TREC runs in Robertson & Zaragoza; at 0 one is as good as
/// many, growing, the score follows the mere count.
const K1: f32 = 1.2;

/// How much a long field dilutes its words, by field: title, lead, body, caption, furniture. 0.75 is the usual value; titles
/// differ little in length. At 0 length does not count, at 1 only the share of the words does.
const B: [f32; N_FIELDS] = [0.3, 0.5, 0.75, 0.5, 0.75];

/// What one occurrence counts, by field. Headlines and leads say what an article is about; the ratios are in the range that
/// Robertson, Zaragoza & Taylor (2004) found for titles. At 0 a field is not searched.
const WEIGHTS: [f32; N_FIELDS] = [4.0, 2.0, 1.0, 0.7, 1.0];

/// What an occurrence counts by form. Only orders articles inside one tier.
pub const BY_FORM: [f32; N_FORMS] = [1.0, 0.9, 0.5, 0.25, 0.25];

/// Height of a tier. A saturated count stays below 1, so one more tier always wins.
const TIER: f32 = 1.0;

/// What the highest score of a leaf of rarity 1 stays below: a passage is worth so much for each of its words, so that an
/// article that has the words together comes before any that has them scattered.
pub const HIGHEST: f32 = TIER * (N_FORMS - 1) as f32 + 1.0;

/// What one occurrence counts in a field of a given length: a weight, divided by a sum that grows with the length.
#[derive(Clone, Copy, Debug)]
pub struct Lengths {
    fixed: [f32; N_FIELDS],
    growing: [f32; N_FIELDS],
}

impl Lengths {
    pub fn of(index: &Index) -> Self {
        let means = index.parts.mean_lengths();
        let mut growing = B;
        growing.iter_mut().zip(means).for_each(|(growing, mean)| *growing /= mean);
        Self { fixed: B.map(|b| 1.0 - b), growing }
    }

    /// What one occurrence in a field of `part` counts.
    pub fn weight(&self, part: &Part, field: Field) -> f32 {
        let at = field as usize;
        WEIGHTS[at] / (self.fixed[at] + self.growing[at] * part.length(field) as f32)
    }
}

/// How rare something is that `n` articles of all have; never negative.
pub fn rarity(index: &Index, n: u32) -> f32 {
    let n = f64::from(n);
    let all = f64::from(index.parts.n_articles).max(n);
    ln(1.0 + (all - n + 0.5) / (n + 0.5)) as f32
}

/// The natural logarithm of a number of at least 1, the same to the bit wherever it runs: the standard one is whatever the
/// machine's library makes of it.
fn ln(x: f64) -> f64 {
    let bits = x.to_bits();
    let exponent = f64::from((bits >> 52) as i32 - 1023);
    let mantissa = f64::from_bits(bits & (u64::MAX >> 12) | 1023 << 52);
    // ln m = 2 artanh((m - 1) / (m + 1)), a series that loses a digit and more with every term.
    let z = (mantissa - 1.0) / (mantissa + 1.0);
    let mut sum = 0.0;
    for odd in (0..14).rev() {
        sum = sum * z * z + 1.0 / f64::from(2 * odd + 1);
    }
    exponent * std::f64::consts::LN_2 + 2.0 * z * sum
}

/// The score of one leaf in a part, for a rarity of 1: the tier of its best form, and below it the saturated count.
pub fn score(tally: &Tally) -> f32 {
    let tier = (Form::Misspelt as u8 - tally.best as u8) as f32;
    TIER * tier + tally.weight / (K1 + tally.weight)
}

/// What two neighbouring words of a group that stand at the given places of one part add, for a rarity of 1.
pub fn nearness(left: &[Place], right: &[Place]) -> f32 {
    let mut nearest = u32::MAX;
    let (mut l, mut r) = (0, 0);
    while let (Some(a), Some(b)) = (left.get(l), right.get(r)) {
        nearest = nearest.min(a.position.abs_diff(b.position).max(1));
        if a.position < b.position { l += 1 } else { r += 1 }
    }
    let distance = nearest as f32;
    1.0 / (distance * distance)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_logarithm_is_the_logarithm() {
        for x in [1.0, 1.000_001, 1.5, 2.0, 3.0, 10.0, 99_999.5, 1e9] {
            assert!((ln(x) - f64::ln(x)).abs() < 1e-9, "{x}: {} {}", ln(x), f64::ln(x));
        }
    }
}
