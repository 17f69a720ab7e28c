//! Words typed one after the other, with what is known of them once they are looked up.

use super::evaluate::Mark;
use super::index::Index;
use super::looked::Looked;
use super::passages::{self, LOOSE};
use super::places::{Place, Places};
use super::plan::Plan;
use super::query::{Query, Words};
use super::{rank, scan};

#[derive(Debug)]
pub struct Group {
    pub words: Words,
    /// Bare words, at least two: what can be a passage.
    pub is_plain: bool,
    /// How rare each word is.
    pub rarity: Vec<f32>,
    /// Places of each word in the parts that may answer, if there are several words.
    places: Vec<Places>,
    /// Words that are only counted, and stand nowhere.
    n_counted: usize,
    /// Passages in which one word is misspelt; only if there is none in which all are right.
    pub misspelt: Places,
}

/// If words stand in more places together, only those places of them are read that are near the rarest of them: beyond,
/// nothing is a passage, and nearness adds next to nothing. Ten thousand places take a millisecond.
const MOST_PLACES: u64 = 10_000;

/// Words around the rarest word in which the others are looked for: longer than any passage of few words.
const NEAR: u32 = 24;

impl Group {
    pub fn of(index: &Index, query: &Query, leaves: &[Looked], words: &Words) -> Self {
        let is_plain = words.leaves.len() > 1 && words.leaves.iter().all(|leaf| query.leaves[*leaf].is_plain());
        let rarity = words.leaves.iter().map(|leaf| rank::rarity(index, leaves[*leaf].n_articles(index))).collect();
        let n_counted = words.leaves.iter().filter(|leaf| leaves[**leaf].is_counted()).count();
        Self { words: words.clone(), is_plain, rarity, places: Vec::new(), n_counted, misspelt: Places::default() }
    }

    /// Looks up where the words stand in `parts`.
    pub fn look(&mut self, index: &Index, leaves: &[Looked], parts: &[u32]) {
        if self.words.leaves.len() < 2 {
            return;
        }
        let leaves: Vec<&Looked> = self.words.leaves.iter().map(|leaf| &leaves[*leaf]).collect();
        let n: Vec<u64> = leaves.iter().map(|leaf| if leaf.is_counted() { 0 } else { leaf.n_in(parts) }).collect();
        let rarest = n.iter().zip(0..).filter(|(n, _)| **n > 0).min().map_or(0, |(_, at)| at);
        let terms = |leaf: &Looked| if let Plan::Terms(terms) = &leaf.plan { Some(terms.clone()) } else { None };
        if n.iter().sum::<u64>() > MOST_PLACES
            && let Some(rare) = terms(leaves[rarest])
        {
            let core = Places::of(scan::words(index, &rare, Some(parts), |_, _| true));
            let near = |leaf: &&Looked| match terms(leaf) {
                Some(terms) => Places::spread(index, scan::places_near(index, &terms, &core, NEAR)),
                None => leaf.places_in(index, parts),
            };
            self.places = leaves.iter().map(|leaf| if leaf.is_counted() { Places::default() } else { near(leaf) }).collect();
        } else {
            let places = |leaf: &&Looked| if leaf.is_counted() { Places::default() } else { leaf.places_in(index, parts) };
            self.places = leaves.iter().map(places).collect();
        }
    }

    /// Where each word stands in `part`, if there are several.
    pub fn in_part(&self, part: u32) -> Vec<&[Place]> {
        self.places.iter().map(|places| places.in_part(part)).collect()
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
        let all = present.len() + self.n_counted >= leaves.len();
        if (all && present.len() > 1) || (!whole && present.len() > 1) {
            passages::find(&present, &skipped, LOOSE, &mut found);
        }
        if found.is_empty() {
            found.extend(self.misspelt.in_part(part));
        }
        found
    }

    /// True when all words stand together in `part`.
    pub fn has_passage(&self, part: u32) -> bool {
        !self.passages(&self.in_part(part), part, true).is_empty()
    }

    /// What is marked where the words stand at `leaves` of `part`.
    pub fn mark(&self, leaves: &[&[Place]], passages: &[Place], marks: &mut Vec<Mark>) {
        let mark = |place: &Place, leaves: u64| Mark { position: place.position, end: place.end(), leaves };
        if passages.is_empty() {
            for (leaf, places) in self.words.leaves.iter().zip(leaves) {
                marks.extend(places.iter().map(|place| mark(place, 1 << leaf)));
            }
        } else {
            let all = self.words.leaves.iter().fold(0, |mask, leaf| mask | 1 << leaf);
            marks.extend(passages.iter().map(|place| mark(place, all)));
        }
    }
}
