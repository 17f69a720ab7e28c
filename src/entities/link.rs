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
use super::lexicon::{self, Cue};
use super::resolve::{Resolved, is_first_name};
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

struct Linker {
    /// Surname, with and without particles, to its bearers in order.
    bearers: HashMap<Key, Bearers>,
    /// First name to bearers.
    by_given: HashMap<Key, Bearers>,
    acronyms_in: HashMap<(DocumentId, Key), Identity>,
    acronyms: HashMap<Key, Identity>,
    /// Document and head of a longer name to that name, `None` when there are several: `l’Assemblée` after
    /// `Assemblée nationale`.
    heads: HashMap<(DocumentId, Key), Option<Identity>>,
    /// Names of media without blanks, for web addresses: `lefigaro`.
    squeezed: HashMap<String, usize>,
}

/// The identity of each of `names`, article by article, in their order.
pub(super) fn identities(names: &[Vec<Resolved>]) -> Vec<Vec<Identity>> {
    let linker = Linker::of(names);
    names.iter().map(|names| names.iter().map(|name| linker.identity(name)).collect()).collect()
}

fn is_initial(part: &str) -> bool {
    part.ends_with('.') && part.len() <= 5
}

impl Linker {
    fn of(names: &[Vec<Resolved>]) -> Self {
        let mut linker = Self {
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
        }
        linker
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
                found.or_else(|| self.nearest(by_given, name, here)).map_or_else(|| Identity::Surname(surname.clone()), known)
            }
        }
    }

    /// The bearer named last before `name` in its document, else first behind it, else the only one anywhere.
    fn nearest<'a>(&self, bearers: Option<&'a Bearers>, name: &Resolved, fits: impl Fn(&Bearer) -> bool) -> Option<&'a Bearer> {
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
