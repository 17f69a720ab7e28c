//! Which pairs of many articles are compared in full.
//!
//! Of a few articles all. Of many, each with those that share most rare words with it, found by an inverted index (as for near
//! duplicates: Broder, 1997; here by words, since a paraphrase keeps names and rare words, but no row of six). A word of more
//! articles than [`HOLDERS`] joins none; so time grows with the number of articles, not with its square. What is not compared is
//! counted and told.

use std::collections::HashMap;

use super::Comparer;
use super::holders::Holders;
use crate::corpus::Document;
use crate::id::DocumentId;
use crate::order::Order;

/// Articles of which all pairs are compared.
pub(super) const FEW: usize = 60;
/// Articles with which each of many is compared: those of one event in a week of news are some dozens.
const NEIGHBOURS: usize = 12;
/// Articles that may hold a word for it to join them.
const HOLDERS: usize = 40;

/// Pairs of places in a list of articles.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    /// The lower place first; sorted.
    pub compared: Vec<(usize, usize)>,
    all: bool,
}

impl Pairs {
    pub fn of(comparer: &Comparer, documents: &[&Document]) -> Self {
        let n = documents.len();
        if n <= FEW {
            return Self { compared: (0..n).flat_map(|x| (x + 1..n).map(move |y| (x, y))).collect(), all: true };
        }
        Self { compared: nearest(comparer, documents), all: false }
    }

    /// True when these two were compared.
    pub fn has(&self, x: usize, y: usize) -> bool {
        self.all || self.compared.binary_search(&(x.min(y), x.max(y))).is_ok()
    }
}

fn nearest(comparer: &Comparer, documents: &[&Document]) -> Vec<(usize, usize)> {
    let stems: Vec<Vec<u32>> = documents.iter().map(|document| comparer.stems_of(document)).collect();
    let holders = Holders::of(stems.iter().cloned());
    let mut pairs = Vec::new();
    for (x, stems) in stems.iter().enumerate() {
        let rare: Vec<u32> = stems.iter().copied().filter(|stem| holders.of_stem(*stem).len() <= HOLDERS).collect();
        let ranked = holders.ranked(&rare, &|stem| comparer.vocabulary.weight(stem));
        let others = ranked.into_iter().map(|y| y as usize).filter(|y| *y != x).take(NEIGHBOURS);
        pairs.extend(others.map(|y| (x.min(y), x.max(y))));
    }
    pairs.extend(with_common_text(comparer, documents));
    pairs.order();
    pairs.dedup();
    pairs
}

/// Each article with those that share most text with it: of many versions of one text no word is rare.
fn with_common_text(comparer: &Comparer, documents: &[&Document]) -> Vec<(usize, usize)> {
    let place: HashMap<DocumentId, usize> = documents.iter().enumerate().map(|(place, document)| (document.id, place)).collect();
    let mut others: Vec<Vec<(usize, f32)>> = vec![Vec::new(); documents.len()];
    for (a, b, share_a, share_b) in comparer.common_shares() {
        if let (Some(&x), Some(&y)) = (place.get(a), place.get(b)) {
            others[x].push((y, share_a.max(*share_b)));
            others[y].push((x, share_a.max(*share_b)));
        }
    }
    let mut pairs = Vec::new();
    for (x, mut others) in others.into_iter().enumerate() {
        others.order_by(|y, z| z.1.total_cmp(&y.1).then(y.0.cmp(&z.0)));
        pairs.extend(others.into_iter().take(NEIGHBOURS).map(|(y, _)| (x.min(y), x.max(y))));
    }
    pairs
}
