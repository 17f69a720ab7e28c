//! The reader's corrections of names over what was found: names, speakers, and what the search knows of both. No article is
//! read again.

use super::{Engine, layers, n_of};
use crate::corpus::{Article, Corpus, Correction, Edits, Naming};
use crate::entities::{EntityIndex, amend};
use crate::order::Order;
use crate::quotes::QuoteIndex;

/// What was found in the articles, before any correction of names.
#[derive(Debug)]
pub struct Found {
    entities: EntityIndex,
    quotes: QuoteIndex,
    /// The corrections that lie over it.
    namings: Vec<Naming>,
}

impl Engine {
    /// Analyses `corpus`, in which all corrections of `edits` but those of names are made, and makes these. The places of the
    /// corrections that fit nothing, of which `lost` are known.
    pub fn named(corpus: Corpus, edits: Edits, lost: Vec<usize>) -> (Self, Vec<u32>) {
        let mut engine = Self { edits, ..Self::analyse(corpus, &mut |_| {}) };
        let passed_over = engine.settle(lost);
        (engine, passed_over)
    }

    /// Holds what came in too, before any correction, to hand it on.
    #[must_use]
    pub fn holding(self, articles: Vec<Article>) -> Self {
        Self { articles, ..self }
    }

    /// Replays the corrections of names, if they are others than those before. The places of all corrections that fit nothing,
    /// of which `lost` are known, in order.
    pub(super) fn amend_names(&mut self, mut lost: Vec<usize>) -> Vec<u32> {
        let namings: Vec<(usize, Naming)> = self.edits.corrections.iter().enumerate().filter_map(naming).collect();
        if namings.is_empty() && self.found.is_none() {
            return lost.into_iter().map(n_of).collect();
        }
        let (entities, quotes, before) = match self.found.take() {
            Some(Found { entities, quotes, namings }) => (entities, quotes, namings),
            None => (std::mem::take(&mut self.entities), std::mem::take(&mut self.quotes), Vec::new()),
        };
        let (amended, passed_over) = amend::amend(&self.corpus, &entities, namings.iter().map(|(place, naming)| (*place, naming)));
        lost.extend(passed_over);
        lost.order();
        let namings: Vec<Naming> = namings.into_iter().map(|(_, naming)| naming).collect();
        let changed = namings != before;
        if namings.is_empty() {
            (self.entities, self.quotes) = (entities, quotes);
        } else {
            if changed {
                self.quotes = quotes.follow(&entities, &amended);
                self.entities = amended;
            }
            self.found = Some(Found { entities, quotes, namings });
        }
        if changed {
            layers::hand_over_named(&mut self.index, &self.corpus, &self.entities, &self.quotes);
        }
        lost.into_iter().map(n_of).collect()
    }

    /// Names and quotations as they were found, before any correction of names.
    pub(super) fn found_names(&self) -> (&EntityIndex, &QuoteIndex) {
        self.found.as_ref().map_or((&self.entities, &self.quotes), |found| (&found.entities, &found.quotes))
    }

    /// The slug of what `slug` was merged into, if it was.
    pub(super) fn merged_into(&self, slug: &str) -> Option<String> {
        let namings = self.found.as_ref().map_or(&[][..], |found| &found.namings);
        let step = |now: String, naming: &Naming| match naming {
            Naming::Merge { entity, into } if *entity == now => into.clone(),
            _ => now,
        };
        Some(namings.iter().fold(slug.to_owned(), step)).filter(|now| now != slug)
    }
}

fn naming((place, correction): (usize, &Correction)) -> Option<(usize, Naming)> {
    match correction {
        Correction::Name(naming) => Some((place, naming.clone())),
        _ => None,
    }
}
