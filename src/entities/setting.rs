//! Places by a common noun: `l’île`, `la commune`, `le pays`.
//!
//! An island, a river or a region is the one whose name stands behind its noun somewhere in the article (`l’île de Bréhat`); a town is
//! the one that the article calls so, or whose mayor it names. `Le pays` is the country that the article names most. Two of a sort
//! are one too many.

use std::collections::HashMap;

use super::EntityKind;
use super::gazetteer;
use super::headed::{Left, is_specified};
use super::link::Identity;
use super::named::Named;
use super::nominal::{Nominal, nominal};
use super::resolve::Resolved;
use super::tokens::{Line, Shape};

/// Nouns of places with the sort that decides which one is meant.
const NOUNS: [(&str, &str); 33] = [
    ("ile", "ile"),
    ("ilot", "ile"),
    ("archipel", "archipel"),
    ("presqu ile", "presqu ile"),
    ("commune", "ville"),
    ("ville", "ville"),
    ("village", "ville"),
    ("bourg", "ville"),
    ("bourgade", "ville"),
    ("localite", "ville"),
    ("cite", "ville"),
    ("maire", "ville"),
    ("mairie", "ville"),
    ("bourgmestre", "ville"),
    ("hameau", "hameau"),
    ("quartier", "quartier"),
    ("departement", "departement"),
    ("region", "region"),
    ("province", "province"),
    ("vallee", "vallee"),
    ("lac", "lac"),
    ("fleuve", "fleuve"),
    ("riviere", "riviere"),
    ("salle", "salle"),
    ("stade", "stade"),
    ("cathedrale", "cathedrale"),
    ("collegiale", "collegiale"),
    ("basilique", "basilique"),
    ("abbaye", "abbaye"),
    ("chapelle", "chapelle"),
    ("mosquee", "mosquee"),
    ("synagogue", "synagogue"),
    ("citadelle", "citadelle"),
];

/// Sorts of which a story has one, so that another article may say which.
const LONE: [&str; 4] = ["ile", "archipel", "presqu ile", "lac"];

/// Nouns that introduce a town and are none.
const OFFICES: [&str; 3] = ["maire", "mairie", "bourgmestre"];

/// Places of one article by their sort.
#[derive(Default)]
pub(super) struct Settings {
    by_sort: HashMap<&'static str, Option<Identity>>,
    country: Option<Identity>,
}

/// True for a place, and for a body that is called as one: `Ville de Gap`.
fn is_setting(name: &Resolved) -> bool {
    name.kind == EntityKind::Place || name.surface.parts.len() > 1 && sort_of(&name.surface.parts[0]).is_some()
}

fn sort_of(noun: &str) -> Option<&'static str> {
    NOUNS.iter().find(|(word, _)| *word == noun).map(|(_, sort)| *sort)
}

/// True for a country: the list of places begins with them.
fn is_country(entry: usize) -> bool {
    static LAST: std::sync::LazyLock<usize> = std::sync::LazyLock::new(|| gazetteer::shipped().by_key("uruguay").unwrap_or(0));
    entry <= *LAST
}

impl Settings {
    /// What the names of one article say themselves.
    pub fn of(names: &[Resolved], identities: &[Identity]) -> Self {
        let mut settings = Self::default();
        let mut countries: Vec<(&Identity, u32)> = Vec::new();
        for (name, identity) in names.iter().zip(identities).filter(|(name, _)| is_setting(name)) {
            if let Some(sort) = sort_of(&name.surface.parts[0]).filter(|_| name.surface.parts.len() > 1) {
                settings.add(sort, identity);
            }
            let Identity::Known(entry) = identity else { continue };
            if is_country(*entry) {
                match countries.iter_mut().find(|(country, _)| *country == identity) {
                    Some((_, n)) => *n += 1,
                    None => countries.push((identity, 1)),
                }
            }
        }
        // France is what French papers mean without a word.
        let abroad =
            |country: &Identity| matches!(country, Identity::Known(entry) if gazetteer::shipped().entries[*entry].name != "France");
        let most = countries.iter().filter(|(country, _)| abroad(country)).max_by_key(|(_, n)| *n);
        let rivals = |n: u32| countries.iter().filter(|(country, other)| abroad(country) && other * 2 > n).count();
        settings.country = most.filter(|(_, n)| *n > 1 && rivals(*n) == 1).map(|(country, _)| (*country).clone());
        settings
    }

    fn add(&mut self, sort: &'static str, identity: &Identity) {
        let held = self.by_sort.entry(sort).or_insert_with(|| Some(identity.clone()));
        if held.as_ref().is_some_and(|other| other != identity) {
            *held = None;
        }
    }

    /// What stands around the places of one sentence: `l’île de Bréhat`, `la commune d’Ury`, `le maire de Gap`, `Ury (Lozère)`.
    pub fn introduce(&mut self, line: &Line, names: &[Resolved], identities: &[Identity]) {
        let tokens = &line.tokens;
        for (name, identity) in names.iter().zip(identities).filter(|(name, _)| name.kind == EntityKind::Place) {
            let first = name.surface.first as usize;
            let near = |back: usize| first.checked_sub(back).map(|at| &tokens[at]).filter(|t| t.shape == Shape::Lower);
            let mut back = 1;
            // `de la Réunion`
            back += usize::from(near(back).is_some_and(|t| matches!(&*t.key, "la" | "l" | "le")));
            let of = near(back).is_some_and(|t| matches!(&*t.key, "de" | "d" | "du"));
            let sort = near(back + usize::from(of)).and_then(|t| sort_of(&t.key));
            let end = name.surface.end as usize;
            let within = names.iter().any(|other| other.kind == EntityKind::Place && other.surface.first as usize == end + 1);
            let mark = |at: usize| tokens.get(at).map_or("", |t| t.key.as_str());
            if within && mark(end) == "(" && (end + 2..end + 8).any(|at| mark(at) == ")") {
                self.add("ville", identity);
            }
            // `la région Bretagne` is named as a whole.
            sort.filter(|sort| of || *sort != "region").into_iter().for_each(|sort| self.add(sort, identity));
        }
    }

    /// `l’île`, `sa commune`, `le pays` in one sentence.
    pub fn read(&self, line: &Line, named: &Named, left: &mut Left) -> Vec<Nominal> {
        let tokens = &line.tokens;
        let mut found = Vec::new();
        for at in 1..tokens.len() {
            let (token, before) = (&tokens[at], &*tokens[at - 1].key);
            let definite = matches!(before, "le" | "la" | "l" | "ce" | "cet" | "cette" | "sa" | "leur");
            if token.shape != Shape::Lower || !token.near || !(definite || matches!(before, "du" | "au")) || named.is_name(at) {
                continue;
            }
            // `cette commune de 540 habitants`
            let counted = matches!(before, "ce" | "cet" | "cette") && tokens.get(at + 2).is_some_and(|t| t.shape == Shape::Number);
            if is_specified(tokens, at + 1) && !counted || OFFICES.contains(&&*token.key) {
                continue;
            }
            let first = if definite { at - 1 } else { at };
            if token.key == "pays" {
                let country = self.country.clone().filter(|_| !matches!(before, "sa" | "leur"));
                found.extend(country.map(|identity| nominal(line, first, at + 1, EntityKind::Place, identity, 0.42)));
                continue;
            }
            let Some(sort) = sort_of(&token.key) else { continue };
            match self.by_sort.get(sort) {
                Some(Some(identity)) => found.push(nominal(line, first, at + 1, EntityKind::Place, identity.clone(), 0.42)),
                Some(None) => {}
                // A town is not meant where no town is spoken of: who governs another may be.
                None if LONE.contains(&sort) => left.leave(line, first, at + 1, sort.to_owned()),
                None => {}
            }
        }
        found
    }

    pub fn into_nouns(self) -> impl Iterator<Item = (String, Identity)> {
        self.by_sort.into_iter().filter_map(|(sort, identity)| identity.map(|identity| (sort.to_owned(), identity)))
    }
}
