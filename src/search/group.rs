//! Words typed one after the other, with what is known of them once they are looked up.

use super::index::Index;
use super::lookup::{Place, Places};
use super::passages::{self, LOOSE};
use super::query::{Query, Words};
use super::rank;

#[derive(Debug)]
pub struct Group {
    pub words: Words,
    /// Bare words, at least two: what can be a passage.
    pub is_plain: bool,
    /// How rare each word is.
    pub rarity: Vec<f32>,
    /// Passages in which one word is misspelt; only if there is none in which all are right.
    pub misspelt: Vec<Place>,
}

impl Group {
    pub fn of(index: &Index, query: &Query, places: &[Places], words: &Words) -> Self {
        let is_plain = words.leaves.len() > 1 && words.leaves.iter().all(|leaf| query.leaves[*leaf].is_plain());
        let rarity = words.leaves.iter().map(|leaf| rank::rarity(index, places[*leaf].n_articles(index))).collect();
        Self { words: words.clone(), is_plain, rarity, misspelt: Vec::new() }
    }

    /// Passages in `part`, where the words stand at `leaves`. Unless `whole`, of the words that are there.
    pub fn passages(&self, leaves: &[&[Place]], part: u32, whole: bool) -> Vec<Place> {
        let mut found = Vec::new();
        if !self.is_plain {
            return found;
        }
        let (mut present, mut skipped) = (Vec::with_capacity(leaves.len()), Vec::with_capacity(leaves.len()));
        let mut before = 0;
        for (places, typed_before) in leaves.iter().zip(&self.words.skipped) {
            before += typed_before;
            if places.is_empty() {
                before += 1;
            } else {
                present.push(*places);
                skipped.push(std::mem::take(&mut before));
            }
        }
        if present.len() == leaves.len() || (!whole && present.len() > 1) {
            passages::find(&present, &skipped, LOOSE, &mut found);
        }
        if found.is_empty() {
            found.extend(self.misspelt.iter().filter(|place| place.part == part));
        }
        found
    }
}
