//! How what is being typed may go on: words, names, outlets, authors, fields and their values, each with its count.
//!
//! Where the cursor stands in a query is for the search to say, and so are the words of the texts; names of every sort are
//! kept here by the beginnings of their words, so that `caz` finds « Bernard Cazeneuve ».

use super::Engine;
use super::facets::{Facets, condition};
use crate::entities::EntityIndex;
use crate::order::Order;
use crate::protocol::{Completion, CompletionKind, Example, SHOWN_COMPLETIONS};
use crate::text::fold;

/// What can be named in a query, by the beginnings of its words.
#[derive(Debug, Default)]
pub struct Known {
    outlets: Beginnings,
    authors: Beginnings,
    entities: Beginnings,
}

/// Names of entities that are offered, most shared first: of a very large corpus not those that one article alone names.
const OFFERED_ENTITIES: usize = 20_000;

/// Names by the beginnings of their words.
#[derive(Debug, Default)]
struct Beginnings {
    /// The folded names, one after the other, each with an end of line.
    folded: String,
    /// Where words begin in `folded`, with the number of the name; sorted by what follows there.
    places: Vec<(u32, u32)>,
    /// Documents of each name.
    n_documents: Vec<u32>,
}

impl Known {
    pub fn of(facets: &Facets, entities: &EntityIndex) -> Self {
        let column = |column: &super::facets::Column| Beginnings::of(column.labels.iter().map(String::as_str), column.n_documents());
        let offered = || entities.entities.iter().take(OFFERED_ENTITIES);
        let counts = offered().map(|entity| super::n_of(entity.n_documents())).collect();
        Self {
            outlets: column(&facets.outlets),
            authors: column(&facets.authors),
            entities: Beginnings::of(offered().map(|entity| entity.name.as_str()), counts),
        }
    }
}

impl Beginnings {
    fn of<'n>(names: impl Iterator<Item = &'n str>, n_documents: Vec<u32>) -> Self {
        let mut folded = String::new();
        let mut places = Vec::new();
        for (name, number) in names.zip(0..) {
            let start = folded.len();
            folded.push_str(&fold(name));
            let mut before = ' ';
            for (at, c) in folded[start..].char_indices() {
                if c.is_alphanumeric() && !before.is_alphanumeric() {
                    places.push((super::n_of(start + at), number));
                }
                before = c;
            }
            folded.push('\n');
        }
        let rest = |(at, _): &(u32, u32)| folded[*at as usize..].lines().next().unwrap_or_default();
        places.order_by(|a, b| rest(a).cmp(rest(b)).then(a.1.cmp(&b.1)));
        Self { folded, places, n_documents }
    }

    /// Numbers of the names in which a word begins with `typed`: those of most documents, then the first.
    fn find(&self, typed: &str) -> Vec<usize> {
        let typed = fold(typed.trim());
        if typed.is_empty() {
            return self.most(0..self.n_documents.len());
        }
        let rest = |at: u32| &self.folded[at as usize..];
        let begins = |at: u32| rest(at).starts_with(&typed);
        let first = self.places.partition_point(|(at, _)| rest(*at) < typed.as_str());
        self.most(self.places[first..].iter().take_while(|(at, _)| begins(*at)).map(|(_, number)| *number as usize))
    }

    fn most(&self, numbers: impl Iterator<Item = usize>) -> Vec<usize> {
        let mut best: Vec<(u32, usize)> = numbers.map(|number| (u32::MAX - self.n_documents[number], number)).collect();
        best.sort_unstable();
        best.dedup();
        best.into_iter().take(SHOWN_COMPLETIONS).map(|(_, number)| number).collect()
    }
}

impl Engine {
    pub(super) fn complete(&self, query: &str, at: usize) -> Vec<Completion> {
        let Some(before) = query.get(..at).filter(|before| before.len() < 2_000) else { return Vec::new() };
        let start = before.rfind(' ').map_or(0, |at| at + 1);
        let typed = &before[start..];
        if typed.is_empty() {
            return Vec::new();
        }
        let names = self.known.entities.find(typed);
        let offer = |label: &str, kind, n, text: &str| {
            let cursor = start + text.len();
            Completion { label: label.to_owned(), kind, n_documents: Some(n), query: [&query[..start], text, &query[at..]].concat(), cursor: super::n_of(cursor) }
        };
        let mut offers: Vec<Completion> = names.into_iter().take(3).map(|id| {
            let entity = &self.entities.entities[id];
            offer(&entity.name, CompletionKind::Entity(entity.kind), super::n_of(entity.n_documents()), &condition("entity", &entity.name))
        }).collect();
        offers.extend(self.known.outlets.find(typed).into_iter().take(2).map(|at| {
            let name = &self.facets.outlets.labels[at];
            offer(name, CompletionKind::Outlet, self.known.outlets.n_documents[at], &condition("outlet", name))
        }));
        offers.extend(self.known.authors.find(typed).into_iter().take(1).map(|at| {
            let name = &self.facets.authors.labels[at];
            offer(name, CompletionKind::Author, self.known.authors.n_documents[at], &condition("author", name))
        }));
        offers
    }

    pub(super) fn examples(&self) -> Vec<Example> {
        let example = |told: &str, query: &str| Example { told: told.to_owned(), query: query.to_owned(), n_documents: self.index.find(&self.corpus, query).n_whole() };
        vec![example("les deux mots", "ministre terrorisme"), example("l’expression telle quelle", "\"géants du web\""), example("l’un ou l’autre", "google OR facebook")]
    }
}
