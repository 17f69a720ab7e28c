//! A leaf of a query that was looked up: in which parts it stands, how often, and where, if that had to be known.

use super::index::Index;
use super::places::{Place, Places};
use super::plan::Plan;
use super::postings::Shape;
use super::rank::Lengths;
use super::scan::{self, Tally};

/// A leaf that was looked up.
#[derive(Debug)]
pub struct Looked {
    pub plan: Plan,
    /// How often it stands where, in order of the parts.
    pub tallies: Vec<Tally>,
    /// All its places, where those had to be known.
    places: Option<Places>,
}

impl Looked {
    pub fn of(index: &Index, plan: Plan, lengths: &Lengths) -> Self {
        if let Plan::Terms(terms) = &plan {
            let tallies = scan::tally(index, terms, lengths);
            return Self { plan, tallies, places: None };
        }
        if let Plan::Initial(named, letter) = &plan {
            let tallies = scan::tally_initial(index, named, *letter, lengths);
            return Self { plan, tallies, places: None };
        }
        let places = plan.places(index, None);
        Self { tallies: scan::tally_places(index, &places, lengths), plan, places: Some(places) }
    }

    /// Parts in which it stands, in order.
    pub fn parts(&self) -> Vec<u32> {
        self.tallies.iter().map(|tally| tally.part).collect()
    }

    /// Number of articles in which it stands.
    pub fn n_articles(&self, index: &Index) -> u32 {
        self.tallies.iter().map(|tally| u32::from(index.parts.is_article(tally.part))).sum()
    }

    /// Number of occurrences in `parts`, which are in order.
    pub fn n_in(&self, parts: &[u32]) -> u64 {
        let mut parts = parts.iter().peekable();
        let mut is_asked = |part: u32| {
            while parts.next_if(|asked| **asked < part).is_some() {}
            parts.peek() == Some(&&part)
        };
        self.tallies.iter().filter(|tally| is_asked(tally.part)).map(|tally| u64::from(tally.n())).sum()
    }

    pub fn places_in(&self, index: &Index, parts: &[u32]) -> Places {
        match (&self.places, &self.plan) {
            (Some(places), _) => Places::of(parts.iter().flat_map(|part| places.in_part(*part)).copied().collect()),
            (None, plan) => plan.places(index, Some(parts)),
        }
    }

    /// Its places in one part, if they had to be known.
    pub fn known_in(&self, part: u32) -> Option<&[Place]> {
        self.places.as_ref().map(|places| places.in_part(part))
    }

    /// True when it is only counted: where it stands is not looked up.
    pub fn is_counted(&self) -> bool {
        matches!(self.plan, Plan::Initial(..))
    }

    /// True when one of its forms is a compound, whose marks may lie over those of others.
    pub fn has_compounds(&self, index: &Index) -> bool {
        let Plan::Terms(terms) = &self.plan else { return !self.is_counted() };
        terms.len() > 1 && terms.iter().any(|sought| index.dictionary.term(sought.term).shape() == Shape::Compound)
    }
}
