//! One identity for one thing under all its names, across documents.
//!
//! A name of the gazetteer is its entry; an acronym is what it was expanded to; a person written in full is that person,
//! and a surname alone is whoever bore it last before in the same article, else the only bearer in the corpus. Two
//! bearers elsewhere and none here: the surname stays by itself, since a wrong person is worse than a nameless one.

use std::collections::HashMap;

use super::EntityKind;
use super::candidate::without_particles;
use super::gazetteer;
use super::key::Key;
use super::kin::Kin;
use super::lexicon::{self, Cue};
use super::resolve::{Resolved, is_first_name};
use super::tokens::Style;
use crate::id::DocumentId;
use crate::order::Order;

/// What two mentions share when they name the same thing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Identity {
    Known(usize),
    /// First name and surname.
    Person(Key, Key),
    Surname(Key),
    Named(EntityKind, Key),
}

/// Somebody written in full.
#[derive(Clone, Debug)]
struct Bearer {
    document: DocumentId,
    start: u32,
    given: Key,
    surname: Key,
}

struct Linker<'a> {
    kin: &'a Kin,
    /// Surname, with and without particles, to its bearers in order.
    bearers: HashMap<Key, Bearers>,
    /// First name to bearers.
    by_given: HashMap<Key, Bearers>,
    acronyms_in: HashMap<(DocumentId, Key), Identity>,
    acronyms: HashMap<Key, Identity>,
    /// Document and head of a longer name to that name, `None` when there are several: `l’Assemblée` after
    /// `Assemblée nationale`.
    heads: HashMap<(DocumentId, Key), Option<Identity>>,
    /// Head to the articles that name such a body, in order.
    headed: HashMap<Key, Vec<DocumentId>>,
    /// `Saint-Brice` to the towns `Saint-Brice-sur-…`, with the articles that name them.
    towns: HashMap<Key, Vec<(DocumentId, Identity)>>,
    /// First letters of the words of a body to it, `None` when there are several.
    initials: HashMap<String, Option<Identity>>,
    /// Names of media without blanks, for web addresses: `lefigaro`.
    squeezed: HashMap<String, usize>,
}

/// The identity of each of `names`, article by article, in their order.
pub(super) fn identities(names: &[Vec<Resolved>], kin: &Kin) -> Vec<Vec<Identity>> {
    let linker = Linker::of(names, kin);
    names.iter().map(|names| names.iter().map(|name| linker.identity(name)).collect()).collect()
}

fn is_initial(part: &str) -> bool {
    part.ends_with('.') && part.len() <= 5
}

impl<'a> Linker<'a> {
    fn of(names: &[Vec<Resolved>], kin: &'a Kin) -> Self {
        let mut linker = Self {
            kin,
            headed: HashMap::new(),
            towns: HashMap::new(),
            initials: HashMap::new(),
            bearers: HashMap::new(),
            by_given: HashMap::new(),
            acronyms_in: HashMap::new(),
            acronyms: HashMap::new(),
            heads: HashMap::new(),
            squeezed: HashMap::new(),
        };
        let squeezed = gazetteer::shipped().entries.iter().enumerate().filter(|(_, e)| e.kind == EntityKind::Media);
        linker.squeezed = squeezed.map(|(at, entry)| (squeeze(&crate::text::fold(entry.name)), at)).collect();
        for name in names.iter().flatten().filter(|n| n.kind == EntityKind::Person && n.surface.entry.is_none()) {
            linker.add_bearer(name);
        }
        for name in names.iter().flatten() {
            let Some(acronym) = name.surface.acronym.clone() else { continue };
            let identity = linker.identity(name);
            linker.acronyms_in.entry((name.surface.document, acronym.clone())).or_insert_with(|| identity.clone());
            linker.acronyms.entry(acronym).or_insert(identity);
        }
        for name in names.iter().flatten().filter(|n| n.kind != EntityKind::Person && n.surface.parts.len() > 1) {
            linker.add_head(name);
            linker.add_initials(name);
        }
        names.iter().flatten().filter(|n| n.kind == EntityKind::Place).for_each(|name| linker.add_town(name));
        for (document, head) in linker.heads.keys() {
            linker.headed.entry(head.clone()).or_default().push(*document);
        }
        linker.headed.values_mut().for_each(|documents| documents.order());
        linker
    }

    /// `Saint-Brice-sur-Ernée` is called Saint-Brice.
    fn add_town(&mut self, name: &Resolved) {
        let key = name.surface.key.as_str();
        let parts = [" sur ", " en ", " sous ", " les ", " le ", " la ", " l ", " aux ", " au ", " d "];
        let short = parts.iter().filter_map(|part| key.find(part)).min().filter(|at| *at > 4);
        let Some(at) = short else { return };
        let (short, identity): (Key, _) = (key[..at].into(), self.identity(name));
        let towns = self.towns.entry(short).or_default();
        if towns.last().is_none_or(|last| last.0 != name.surface.document || last.1 != identity) {
            towns.push((name.surface.document, identity));
        }
    }

    /// `Agence nationale du vin` is called ANV, brackets or not.
    fn add_initials(&mut self, name: &Resolved) {
        if !matches!(name.kind, EntityKind::Organisation | EntityKind::Media) || name.surface.acronym.is_some() {
            return;
        }
        let words = name.surface.parts.iter().flat_map(|part| part.split(' ')).filter(|word| word.len() > 3);
        let initials: String = words.filter_map(|word| word.chars().next()).collect();
        if initials.len() < 3 {
            return;
        }
        let identity = self.identity(name);
        let held = self.initials.entry(initials).or_insert_with(|| Some(identity.clone()));
        if held.as_ref().is_some_and(|other| *other != identity) {
            *held = None;
        }
    }

    /// The only town that an article calls so for short, or one that tells of the same things.
    fn town(&self, name: &Resolved) -> Option<Identity> {
        let towns = self.towns.get(&name.surface.key)?.iter().take(MEMORY);
        one(towns.filter(|(document, _)| self.kin.akin(*document, name.surface.document)).map(|(_, identity)| identity))
    }

    /// `l’Assemblée` of an article that tells of the same things as those which name `Assemblée nationale`.
    fn headed_elsewhere(&self, name: &Resolved) -> Option<Identity> {
        let (here, key) = (name.surface.document, &name.surface.key);
        let documents = self.headed.get(key)?.iter().take(MEMORY).filter(|document| self.kin.akin(**document, here));
        let mut found = None;
        for held in documents.filter_map(|document| self.heads.get(&(*document, key.clone()))) {
            let held = held.as_ref()?;
            // Every society has its general assembly.
            if matches!(held, Identity::Named(_, key) if key.contains(" generale ")) {
                return None;
            }
            if found.is_some_and(|other| other != held) {
                return None;
            }
            found = Some(held);
        }
        found.cloned()
    }

    fn add_head(&mut self, name: &Resolved) {
        let head = name.surface.parts[0].clone();
        let lexicon = lexicon::shipped();
        let body = lexicon.has(&head, Cue::HeadOrganisation) || lexicon.has(&head, Cue::HeadCapital);
        // `Bluestar Inc` is Bluestar; `Bluestar France` need not be.
        let form = name.surface.parts.last().is_some_and(|last| lexicon.has(last, Cue::CompanyForm));
        if !(body || form) || name.kind == EntityKind::Place || gazetteer::shipped().by_key(&head).is_some() {
            return;
        }
        let identity = self.identity(name);
        let held = self.heads.entry((name.surface.document, head)).or_insert_with(|| Some(identity.clone()));
        if held.as_ref().is_some_and(|other| *other != identity) {
            *held = None;
        }
    }

    fn add_bearer(&mut self, name: &Resolved) {
        let (Some(given), surname) = name.surface.name_parts() else { return };
        if is_initial(&given) || name.surface.doubtful && name.surface.given == 0 {
            return;
        }
        let bearer = Bearer { document: name.surface.document, start: name.surface.span.start, given, surname };
        let bare = tail(&bearer.surname, without_particles(&bearer.surname));
        let last = tail(&bearer.surname, bearer.surname.rsplit(' ').next().unwrap_or_default());
        self.by_given.entry(bearer.given.clone()).or_default().push(&bearer);
        let mut keys = vec![bearer.surname.clone(), bare, last];
        keys.order();
        keys.dedup();
        for key in keys.into_iter().filter(|key| !key.is_empty()) {
            self.bearers.entry(key).or_default().push(&bearer);
        }
    }

    fn identity(&self, name: &Resolved) -> Identity {
        let candidate = &name.surface;
        if let Some(entry) = candidate.entry.filter(|e| gazetteer::shipped().entries[*e].kind == name.kind) {
            return self.acronyms_in.get(&(candidate.document, candidate.key.clone())).cloned().unwrap_or(Identity::Known(entry));
        }
        if name.kind == EntityKind::Person {
            return self.person(name);
        }
        let bare = tail(&candidate.key, bare_name(&candidate.key));
        if let Some(known) = self.acronyms_in.get(&(candidate.document, bare.clone())).or_else(|| self.acronyms.get(&bare)) {
            return known.clone();
        }
        if let Some(Some(longer)) = self.heads.get(&(candidate.document, candidate.key.clone())) {
            return longer.clone();
        }
        if !self.heads.contains_key(&(candidate.document, candidate.key.clone()))
            && let Some(longer) = self.headed_elsewhere(name)
        {
            return longer;
        }
        if name.kind == EntityKind::Place
            && let Some(town) = self.town(name)
        {
            return town;
        }
        let letters = candidate.n_words() == 1
            && candidate.style == Style::Plain
            && matches!(name.kind, EntityKind::Organisation | EntityKind::Media);
        if letters && let Some(Some(spelled)) = self.initials.get(bare.as_str()) {
            return spelled.clone();
        }
        if let Some((host, _)) = bare.rsplit_once('.')
            && let Some(entry) = self.squeezed.get(&squeeze(host))
        {
            return Identity::Known(*entry);
        }
        Identity::Named(name.kind, bare)
    }

    fn person(&self, name: &Resolved) -> Identity {
        let candidate = &name.surface;
        let (given, surname) = candidate.name_parts();
        let known = |bearer: &Bearer| Identity::Person(bearer.given.clone(), bearer.surname.clone());
        match given {
            Some(given) if !is_initial(&given) => Identity::Person(given, surname),
            Some(initial) => {
                let letter = initial.chars().next();
                let fits = |b: &Bearer| b.given.chars().next() == letter;
                let found = self.nearest(self.bearers.get(&surname), name, fits);
                found.map_or_else(|| Identity::Person(initial.clone(), surname.clone()), known)
            }
            None => {
                // `M. de Lachasse` after `Marc Dorvel de Lachasse`.
                let bearers = self.bearers.get(&surname).or_else(|| self.bearers.get(without_particles(&surname)));
                let by_given = if is_first_name(&surname) && !candidate.civil { self.by_given.get(&surname) } else { None };
                let same = |b: &Bearer| candidate.gender.is_none_or(|g| lexicon::shipped().gender(&b.given) == g);
                let found = self.nearest(bearers, name, same).or_else(|| self.nearest(bearers, name, |_| true));
                let here = |b: &Bearer| b.document == candidate.document;
                let akin = || {
                    let people = by_given?.in_order.iter().take(MEMORY).filter(|b| self.kin.akin(b.document, candidate.document));
                    one(people.map(known))
                };
                let found = found.or_else(|| self.nearest(by_given, name, here)).map(known);
                found.or_else(akin).unwrap_or_else(|| Identity::Surname(surname.clone()))
            }
        }
    }

    /// The bearer named last before `name` in its document, else first behind it, else the only one anywhere.
    fn nearest<'b>(&self, bearers: Option<&'b Bearers>, name: &Resolved, fits: impl Fn(&Bearer) -> bool) -> Option<&'b Bearer> {
        let bearers = bearers?;
        let here = (name.surface.document, name.surface.span.start);
        let before = bearers.in_order.partition_point(|b| (b.document, b.start) < here);
        let local = |b: &&Bearer| b.document == here.0 && fits(b);
        let preceding = bearers.in_order[..before].iter().rev().take(MEMORY).find(local);
        let following = || bearers.in_order[before..].iter().take(MEMORY).find(local);
        preceding.or_else(following).or_else(|| {
            let mut fitting = bearers.people.iter().take(MEMORY).filter(|b| fits(b));
            fitting.next().filter(|_| fitting.next().is_none())
        })
    }
}

/// The one of `all`, if they are the same.
fn one<T: Clone + PartialEq>(mut all: impl Iterator<Item = impl std::borrow::Borrow<T>>) -> Option<T> {
    let first = all.next()?.borrow().clone();
    all.all(|other| *other.borrow() == first).then_some(first)
}

/// How many bearers of a surname are looked at for one mention: bounds the work where a name comes a thousand times.
const MEMORY: usize = 32;

/// The bearers of one surname.
#[derive(Debug, Default)]
struct Bearers {
    /// Every change of bearer, in order.
    in_order: Vec<Bearer>,
    /// Each of them once; more than are looked at are not kept.
    people: Vec<Bearer>,
}

impl Bearers {
    /// Adds `bearer` unless it is the last one again: a name repeated a thousand times costs once.
    fn push(&mut self, bearer: &Bearer) {
        let same = |b: &Bearer| b.given == bearer.given && b.surname == bearer.surname;
        if self.in_order.last().is_some_and(|b| b.document == bearer.document && same(b)) {
            return;
        }
        self.in_order.push(bearer.clone());
        if self.people.len() < MEMORY && !self.people.iter().any(same) {
            self.people.push(bearer.clone());
        }
    }
}

fn squeeze(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The end of a key as a key of its own.
fn tail(key: &Key, end: &str) -> Key {
    if key.len() == end.len() { key.clone() } else { end.into() }
}

/// The key without a leading article.
fn bare_name(key: &str) -> &str {
    ["le ", "la ", "les ", "l ", "the "].iter().find_map(|article| key.strip_prefix(article)).unwrap_or(key)
}
