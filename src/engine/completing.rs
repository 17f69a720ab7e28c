//! How what is being typed may go on: words, names, outlets, authors, fields and their values, each with its count.
//!
//! Where the cursor stands in a query is for the search to say, and so are the words of the texts; names of every sort are
//! kept here by the beginnings of their words, so that `caz` finds « Bernard Cazeneuve ».

use super::Engine;
use super::facets::Facets;
use crate::corpus::Document;
use crate::entities::{EntityIndex, EntityKind};
use crate::order::{self, Order};
use crate::protocol::{Completion, CompletionKind, SHOWN_COMPLETIONS};
use crate::search::{FieldName, Typing, TypingKind, context_at};
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

    /// Numbers of at most `limit` names in which a word begins with `typed`: those of most documents, then the first.
    fn find(&self, typed: &str, limit: usize) -> Vec<usize> {
        let typed = fold(typed.trim());
        if typed.is_empty() {
            return self.most(&mut (0..self.n_documents.len()), limit);
        }
        let rest = |at: u32| &self.folded[at as usize..];
        let begins = |at: u32| rest(at).starts_with(&typed);
        let first = self.places.partition_point(|(at, _)| rest(*at) < typed.as_str());
        self.most(&mut self.places[first..].iter().take_while(|(at, _)| begins(*at)).map(|(_, number)| *number as usize), limit)
    }

    fn most(&self, numbers: &mut dyn Iterator<Item = usize>, limit: usize) -> Vec<usize> {
        let mut counted = numbers.map(|number| (u32::MAX - self.n_documents[number], super::n_of(number)));
        order::least(limit, &mut counted).into_iter().map(|(_, number)| number as usize).collect()
    }
}

impl Engine {
    /// Completions of what is typed in `query` before byte `at`.
    pub(super) fn complete(&self, query: &str, at: usize) -> Vec<Completion> {
        let typing = context_at(query, at);
        // A query that is cut on reading cannot be completed where it was cut.
        if query.len() > LONGEST_COMPLETED {
            return Vec::new();
        }
        let typed = typing.typed.as_str();
        let mut offers = Offers { query, typing: &typing, list: Vec::new() };
        match typing.kind {
            TypingKind::Nothing => {}
            TypingKind::Word | TypingKind::Phrase if typed.is_empty() => {}
            TypingKind::Word => {
                let mut others = Offers { query, typing: &typing, list: Vec::new() };
                self.names(&mut others, typed);
                fields(&mut others, typed);
                self.words(&mut offers, typed, SHOWN_COMPLETIONS.saturating_sub(others.list.len()).max(FEWEST_WORDS));
                offers.list.append(&mut others.list);
            }
            TypingKind::Phrase => self.words(&mut offers, typed, SHOWN_COMPLETIONS),
            TypingKind::Field => fields(&mut offers, typed),
            TypingKind::Value(field) => self.values(&mut offers, field, typed),
        }
        offers.list.truncate(SHOWN_COMPLETIONS);
        offers.list
    }

    fn words(&self, offers: &mut Offers, typed: &str, most: usize) {
        let itself = fold(typed);
        // One more, for the word itself may be among them, and to offer it changes nothing.
        for (word, n) in self.index.complete(typed, most + 1).into_iter().filter(|(word, _)| *word != itself).take(most) {
            offers.add(&word, CompletionKind::Term, Some(n));
        }
    }

    /// Names of all sorts in which a word begins with what is typed, a few of each: whoever wants more types the field.
    fn names(&self, offers: &mut Offers, typed: &str) {
        for id in self.known.entities.find(typed, 3) {
            let entity = &self.entities.entities[id];
            offers.add_value(FieldName::Entity, &entity.name, CompletionKind::Entity(entity.kind), self.known.entities.n_documents[id]);
        }
        for (field, kind, names, labels) in self.columns() {
            for at in names.find(typed, 1) {
                offers.add_value(field, &labels[at], kind, names.n_documents[at]);
            }
        }
    }

    fn columns(&self) -> [(FieldName, CompletionKind, &Beginnings, &[String]); 2] {
        [
            (FieldName::Outlet, CompletionKind::Outlet, &self.known.outlets, &self.facets.outlets.labels),
            (FieldName::Author, CompletionKind::Author, &self.known.authors, &self.facets.authors.labels),
        ]
    }

    fn values(&self, offers: &mut Offers, field: FieldName, typed: &str) {
        match field {
            FieldName::Outlet | FieldName::Author => {
                for (_, kind, names, labels) in self.columns().into_iter().filter(|column| column.0 == field) {
                    names
                        .find(typed, SHOWN_COMPLETIONS)
                        .into_iter()
                        .for_each(|at| offers.add(&labels[at], kind, Some(names.n_documents[at])));
                }
            }
            FieldName::Entity | FieldName::Speaker => {
                let is_meant = |id: &usize| field == FieldName::Entity || self.entities.entities[*id].kind == EntityKind::Person;
                for id in self.known.entities.find(typed, MOST_LOOKED_AT).into_iter().filter(is_meant).take(SHOWN_COMPLETIONS) {
                    let entity = &self.entities.entities[id];
                    offers.add(&entity.name, CompletionKind::Entity(entity.kind), Some(self.known.entities.n_documents[id]));
                }
            }
            FieldName::Place | FieldName::Type => {
                field.values_beginning(typed).into_iter().for_each(|value| offers.add(value, CompletionKind::Value, None));
            }
            FieldName::Date => {
                let months = self.facets.months.n_documents();
                let mut fitting: Vec<(&String, u32)> =
                    self.facets.months.labels.iter().zip(months).filter(|(month, _)| month.starts_with(typed)).collect();
                fitting.order();
                fitting.into_iter().take(SHOWN_COMPLETIONS).for_each(|(month, n)| offers.add(month, CompletionKind::Month, Some(n)));
            }
            FieldName::With | FieldName::Without => {
                let typed = fold(typed);
                let fits = |document: &&Document| fold(&document.name).starts_with(&typed);
                let fitting = self.corpus.documents.iter().filter(fits).take(SHOWN_COMPLETIONS);
                fitting.for_each(|document| offers.add(stem(&document.name), CompletionKind::Article, None));
            }
            FieldName::Figure | FieldName::When => {}
        }
    }
}

/// A query of more bytes is not completed: it was pasted, and not typed.
const LONGEST_COMPLETED: usize = 2_000;

/// Words offered at least, whatever names there are.
const FEWEST_WORDS: usize = 3;

/// Names looked at when only persons are meant.
const MOST_LOOKED_AT: usize = 200;

/// Completions of one query.
struct Offers<'q> {
    query: &'q str,
    typing: &'q Typing,
    list: Vec<Completion>,
}

impl Offers<'_> {
    fn add(&mut self, label: &str, kind: CompletionKind, n_documents: Option<u32>) {
        let (query, cursor) = self.typing.complete(self.query, label);
        self.list.push(Completion { label: label.to_owned(), kind, n_documents, query, cursor: super::n_of(cursor) });
    }

    /// Offers a name where a word is typed, as the value of its field.
    fn add_value(&mut self, field: FieldName, label: &str, kind: CompletionKind, n_documents: u32) {
        let typing = Typing { kind: TypingKind::Value(field), ..self.typing.clone() };
        let (mut query, cursor) = typing.complete(self.query, label);
        let prefix = format!("{}:", field.name());
        query.insert_str(typing.span.start as usize, &prefix);
        let cursor = super::n_of(cursor + prefix.len());
        self.list.push(Completion { label: label.to_owned(), kind, n_documents: Some(n_documents), query, cursor });
    }
}

/// Fields whose name begins with what is typed.
fn fields(offers: &mut Offers, typed: &str) {
    for (_, name) in FieldName::beginning(typed) {
        let written = format!("{name}:");
        let (query, cursor) = match offers.typing.kind {
            // Its colon is there.
            TypingKind::Field => offers.typing.complete(offers.query, name),
            _ => Typing { kind: TypingKind::Phrase, ..offers.typing.clone() }.complete(offers.query, &written),
        };
        offers.list.push(Completion { label: written, kind: CompletionKind::Field, n_documents: None, query, cursor: super::n_of(cursor) });
    }
}

/// A file name without its ending, as `dans:` takes it.
pub fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem })
}
