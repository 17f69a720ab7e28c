//! Omissions: what one article tells and another does not. Found when the absent article is right and half of the shorter of the
//! passage and of one that the gold gives for the fact lies on the other.
//!
//! Asked for is the short list of the gold, for each pair and direction; the records are the first of each by rank. The gold
//! lists no every fact of a page, so precision is not measured. It also asks for facts that the absent article, of an
//! earlier day, could not know; those that are set aside for that count as missed.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Figure, Measure, Place};

#[derive(Deserialize)]
pub struct Omission {
    pub present_in: String,
    pub absent_from: String,
    pub fid: String,
    pub short_list: bool,
    pub evidence: Place,
}

/// Where each article tells a fact.
#[derive(Deserialize)]
pub struct Fact {
    pub fid: String,
    pub present: BTreeMap<String, Vec<Place>>,
}

/// A passage, and the article that does not tell it.
pub struct Silence {
    pub present: Place,
    pub absent: String,
}

pub fn score(gold: &[Omission], facts: &[Fact], predicted: &[Silence]) -> Figure {
    let places = |asked: &Omission| {
        let fact = facts.iter().find(|fact| fact.fid == asked.fid);
        let told = fact.and_then(|fact| fact.present.get(&asked.present_in));
        [vec![asked.evidence.clone()], told.cloned().unwrap_or_default()].concat()
    };
    let is_found = |asked: &&&Omission| {
        let places = places(asked);
        predicted.iter().any(|one| one.absent == asked.absent_from && places.iter().any(|place| place.half(&one.present)))
    };
    let short: Vec<&Omission> = gold.iter().filter(|asked| asked.short_list).collect();
    let found = short.iter().filter(is_found).count();
    Figure { name: "omissions · of the short list, first fifteen", measure: Measure::share(found, short.len()) }
}
