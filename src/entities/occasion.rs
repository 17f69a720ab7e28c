//! Descriptions of events without a name of their own: `les attentats de janvier`, `une visite à San Francisco`, `cette réunion`.
//!
//! A noun that says what happened, with what tells it from others of its sort: a place, a date, an adjective of origin, an aim. Two
//! are one event when their nouns mean the same and nothing that tells them apart differs: an event that is told by its month may
//! be told by its town as well. Bare `cette réunion` is the last of its sort in the article, and left out when there is none.
//! Plans, habits and kinds of events (`des attentats`, `toute visite`) are left out.

use std::collections::HashMap;

use super::EntityKind;
use super::evidence::is_adjective;
use super::key::Key;
use super::lexicon;
use super::link::Identity;
use super::named::Named;
use super::nominal::{Nominal, nominal};
use super::tokens::{Line, Shape, Token, near_key};
use crate::id::DocumentId;

/// Nouns of events with the noun that stands for all that mean the same.
const NOUNS: [(&str, &str); 48] = [
    ("attentat", "attentat"),
    ("attentats", "attentat"),
    ("attaque", "attentat"),
    ("attaques", "attentat"),
    ("fusillade", "attentat"),
    ("tuerie", "attentat"),
    ("massacre", "massacre"),
    ("visite", "visite"),
    ("deplacement", "visite"),
    ("voyage", "visite"),
    ("reunion", "reunion"),
    ("rencontre", "reunion"),
    ("sommet", "sommet"),
    ("conference", "conference"),
    ("congres", "congres"),
    ("colloque", "colloque"),
    ("manifestation", "manifestation"),
    ("marche", "marche"),
    ("rassemblement", "rassemblement"),
    ("greve", "greve"),
    ("emeutes", "emeutes"),
    ("seisme", "seisme"),
    ("tremblement", "seisme"),
    ("inondation", "inondation"),
    ("inondations", "inondation"),
    ("crue", "crue"),
    ("crues", "crue"),
    ("tempete", "tempete"),
    ("ouragan", "ouragan"),
    ("cyclone", "cyclone"),
    ("canicule", "canicule"),
    ("incendie", "incendie"),
    ("incendies", "incendie"),
    ("explosion", "explosion"),
    ("accident", "accident"),
    ("crash", "crash"),
    ("naufrage", "naufrage"),
    ("deraillement", "deraillement"),
    ("avalanche", "avalanche"),
    ("epidemie", "epidemie"),
    ("proces", "proces"),
    ("referendum", "referendum"),
    ("scrutin", "election"),
    ("election", "election"),
    ("elections", "election"),
    ("presidentielle", "presidentielle"),
    ("finale", "finale"),
    ("ceremonie", "ceremonie"),
];

const MONTHS: [&str; 12] =
    ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"];

/// What tells an event from others of its sort.
#[derive(Clone, Debug, Default, PartialEq)]
struct Told {
    date: Option<Key>,
    place: Option<Key>,
    /// An aim or an adjective: `contre la violence`, `parisiens`.
    other: Option<Key>,
}

impl Told {
    fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// Nothing that is said of both differs, except words of other sorts, which may be said of one event.
    fn fits(&self, other: &Self) -> bool {
        let same = |a: &Option<Key>, b: &Option<Key>| a.is_none() || b.is_none() || a == b;
        let named = self.date.is_some() && other.date.is_some() || self.place.is_some() && other.place.is_some();
        same(&self.date, &other.date) && same(&self.place, &other.place) && (named || self.other == other.other || self.is_loose(other))
    }

    /// One is told by what says where from, the other by its date or place.
    fn is_loose(&self, other: &Self) -> bool {
        let origin = |told: &Self| told.other.as_ref().is_none_or(|word| is_origin(word));
        origin(self) && origin(other) && (self.other.is_none() || other.other.is_none())
    }

    fn add(&mut self, other: Self) {
        self.date = self.date.take().or(other.date);
        self.place = self.place.take().or(other.place);
        self.other = self.other.take().or(other.other);
    }
}

/// An event that has been told of.
struct Met {
    sort: &'static str,
    told: Told,
    document: DocumentId,
    identity: Identity,
}

/// The events met so far, in all articles.
#[derive(Default)]
pub(super) struct Occasions {
    met: Vec<Met>,
    /// The last of each sort, for `cette réunion`.
    last: HashMap<&'static str, usize>,
}

/// How many earlier events are looked at for one description.
const MEMORY: usize = 200;

impl Occasions {
    /// The descriptions of events in `line`.
    pub fn read(&mut self, line: &Line, named: &Named) -> Vec<Nominal> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < line.tokens.len() {
            let token = &line.tokens[at];
            let sort = NOUNS.iter().find(|(noun, _)| token.key == *noun && token.shape != Shape::Upper).map(|(_, sort)| *sort);
            let Some(sort) = sort.filter(|_| !named.is_name(at)) else {
                at += 1;
                continue;
            };
            let (end, told) = complements(line, at + 1, named);
            if let Some((first, identity)) = self.identity(line, at, sort, told) {
                found.push(nominal(line, first, end, EntityKind::Event, identity, 0.5));
            }
            at = end;
        }
        found
    }

    /// Where the description begins, and which event it stands for.
    fn identity(&mut self, line: &Line, at: usize, sort: &'static str, told: Told) -> Option<(usize, Identity)> {
        let before = at.checked_sub(1).map_or("", |at| line.tokens[at].key.as_str());
        let definite = matches!(before, "le" | "la" | "l" | "les" | "ce" | "cet" | "cette" | "ces" | "the" | "this");
        let contracted = matches!(before, "du" | "au" | "des" | "aux");
        let first = if definite || matches!(before, "un" | "une") { at - 1 } else { at };
        if told.is_nothing() {
            let pointed = matches!(before, "ce" | "cet" | "cette" | "ces");
            let met = &self.met[*self.last.get(sort).filter(|_| definite && (pointed || !before.ends_with('s')))?];
            return (met.document == line.document).then(|| (first, met.identity.clone()));
        }
        // `des attentats en Europe` are a kind of event; `une visite à Gap` is one.
        let plural = line.tokens[at].key.ends_with('s') && line.tokens[at].key != "proces";
        if plural && !definite && !contracted || told.date.is_none() && told.place.is_none() && before.is_empty() {
            return None;
        }
        let known = self.met.iter().rev().take(MEMORY).position(|met| met.sort == sort && met.told.fits(&told));
        let place = match known {
            Some(back) => self.met.len() - 1 - back,
            None => {
                let words: Vec<&str> = [&told.date, &told.place, &told.other].into_iter().flatten().map(Key::as_str).collect();
                let name = format!("{sort} {}", words.join(" "));
                let identity = Identity::Named(EntityKind::Event, name.into());
                self.met.push(Met { sort, told: Told::default(), document: line.document, identity });
                self.met.len() - 1
            }
        };
        let met = &mut self.met[place];
        met.told.add(told);
        met.document = line.document;
        self.last.insert(sort, place);
        Some((first, met.identity.clone()))
    }
}

/// Behind the adjectives and up to two complements from `at`, with what they tell.
fn complements(line: &Line, at: usize, named: &Named) -> (usize, Told) {
    let tokens = &line.tokens;
    let small = |at: usize| tokens.get(at).filter(|t| t.near && t.shape == Shape::Lower).map_or("", |t| t.key.as_str());
    let (mut end, mut told) = (at, Told::default());
    // `conférence de presse`, `tremblement de terre`, `prise d’otages`.
    if matches!((small(end), small(end + 1)), ("de", "presse" | "terre" | "paix")) {
        end += 2;
    }
    while is_adjective(small(end)) {
        if told.other.is_none() && !QUALITIES.contains(&small(end)) {
            told.other = Some(singular(&tokens[end].key));
        }
        end += 1;
    }
    for _ in 0..2 {
        let Some((behind, more)) = complement(tokens, end, named) else { break };
        let aim = more.other.is_some();
        told.add(more);
        end = behind;
        if aim {
            break;
        }
    }
    (end, told)
}

/// Adjectives that say how grave or great an event was, and not which.
const QUALITIES: [&str; 14] = [
    "international",
    "internationale",
    "terroriste",
    "terroristes",
    "grand",
    "grande",
    "meurtriere",
    "meurtrieres",
    "mortelle",
    "majeur",
    "majeure",
    "officielle",
    "exceptionnelle",
    "exceptionnel",
];

/// `parisien`, `kurde`: where an event was.
fn is_origin(adjective: &str) -> bool {
    lexicon::shipped().is_people(adjective)
        || ["ien", "ienne", "ois", "oise", "ais", "aise"].iter().any(|ending| adjective.ends_with(ending))
}

fn singular(key: &Key) -> Key {
    key.strip_suffix('s').map_or_else(|| key.clone(), Key::from)
}

/// `de janvier`, `du 13 novembre`, `aux Etats-Unis`, `au ministère de l’Intérieur`, `contre la violence extrémiste`.
fn complement(tokens: &[Token], at: usize, named: &Named) -> Option<(usize, Told)> {
    let key = |at: usize| near_key(tokens, at);
    let preposition = key(at);
    if preposition == "d" && key(at + 1).starts_with("aujourd") {
        return Some((at + 2, Told { date: Some("aujourd'hui".into()), ..Told::default() }));
    }
    if !matches!(preposition, "de" | "du" | "des" | "d" | "a" | "au" | "aux" | "en" | "dans" | "contre" | "sur" | "pour" | "of" | "in") {
        return None;
    }
    let mut noun = at + 1;
    while matches!(key(noun), "la" | "le" | "l" | "les" | "the") {
        noun += 1;
    }
    let head = tokens.get(noun).filter(|t| t.near)?;
    let month = usize::from(head.shape == Shape::Number);
    if MONTHS.contains(&key(noun + month)) {
        let day = if month == 1 { format!("{} {}", key(noun), key(noun + 1)) } else { key(noun).to_owned() };
        let year = usize::from(tokens.get(noun + month + 1).is_some_and(|t| t.near && t.shape == Shape::Number && t.key.len() == 4));
        return Some((noun + month + 1 + year, Told { date: Some(day.into()), ..Told::default() }));
    }
    if head.shape == Shape::Number && head.key.len() == 4 {
        return Some((noun + 1, Told { date: Some(head.key.clone()), ..Told::default() }));
    }
    if let Some(end) = named.name_end(noun) {
        return Some((end, Told { place: Some(Key::join(&keys(&tokens[noun..end]))), ..Told::default() }));
    }
    let aim = matches!(preposition, "contre" | "sur" | "pour") && head.shape == Shape::Lower && noun > at + 1;
    if !aim || head.key.len() < 4 {
        return None;
    }
    let mut end = noun + 1;
    while tokens.get(end).is_some_and(|t| t.near && t.shape == Shape::Lower && is_adjective(&t.key)) {
        end += 1;
    }
    Some((end, Told { other: Some(head.key.clone()), ..Told::default() }))
}

fn keys(tokens: &[Token]) -> Vec<Key> {
    tokens.iter().map(|token| token.key.clone()).collect()
}
