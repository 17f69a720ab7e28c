//! How well a part answers.
//!
//! BM25F (Robertson & Zaragoza, *The Probabilistic Relevance Framework: BM25 and Beyond*, 2009, section 3.6): occurrences
//! are weighted by field and by the field's length before they are summed and saturated. Two things are added. Forms are
//! tiers: an article that has the word as typed comes before one that has it inflected, that one before longer words, those
//! before misspelt ones, however often. Nearness of words typed one after the other adds to the score as in Rasolofo &
//! Savoy, *Term Proximity Scoring for Keyword-Based Retrieval Systems* (2003).

use super::index::Index;
use super::lookup::{Form, Place};
use super::query::N_FIELDS;

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
const BY_FORM: [f32; 4] = [1.0, 0.5, 0.25, 0.25];

/// Height of a tier. A saturated count stays below 1, so one more tier always wins.
const TIER: f32 = 1.0;

/// How rare something is that `n` articles of all have; never negative.
pub fn rarity(index: &Index, n: u32) -> f32 {
    let n = n as f32;
    let all = (index.n_articles as f32).max(n);
    (1.0 + (all - n + 0.5) / (n + 0.5)).ln()
}

/// The score of one leaf in a part, for a rarity of 1: the tier of its best form, and below it the saturated count.
pub fn score(index: &Index, part: u32, places: &[Place]) -> f32 {
    let part = &index.parts[part as usize];
    let runs = index.runs(part);
    let mut run = 0;
    let mut count = 0.0;
    let mut best = Form::Misspelt;
    for place in places {
        while runs.get(run + 1).is_some_and(|(start, _)| *start <= place.position) {
            run += 1;
        }
        let field = runs[run].1 as usize;
        let length = part.lengths[field] as f32 / index.mean_lengths[field];
        count += BY_FORM[place.form as usize] * WEIGHTS[field] / (1.0 - B[field] + B[field] * length);
        best = best.min(place.form);
    }
    let tier = (Form::Misspelt as u8 - best as u8) as f32;
    TIER * tier + count / (K1 + count)
}

/// What the highest score of a leaf of rarity 1 stays below: a passage is worth so much for each of its words, so that an
/// article that has the words together comes before any that has them scattered.
pub const HIGHEST: f32 = TIER * 3.0 + 1.0;

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
