//! Bodies by a common noun, after the article introduced them: `le club`, `la fédération`, `l’entreprise`.
//!
//! A noun belongs to a body whose name begins with it (`Fédération française de handball`), or beside whose name it stands (`la compagnie
//! Nordlys`). It is taken up only while one body of the article has it; for some nouns the
//! only body of that sort will do (`la fédé`, `le régulateur`), but `l’entreprise` is too often another firm. A prefecture or a prosecutor's office without a name here is that of the
//! corpus, where that knows one at most.

use std::collections::HashMap;

use super::EntityKind;
use super::evidence::is_adjective;
use super::kin::Kin;
use super::lexicon::{self, Cue};
use super::link::Identity;
use super::named::Named;
use super::nominal::{Nominal, is_definite, nominal};
use super::resolve::Resolved;
use super::tokens::{Line, Shape, Token};
use crate::id::DocumentId;

/// The only body that a noun stands for; nothing when there are several.
type Only = Option<Identity>;

/// Bodies of one article by their nouns.
#[derive(Default)]
pub(super) struct Heads {
    by_noun: HashMap<String, Only>,
}

/// Bodies of all articles that a noun alone may name.
pub(super) struct Seats {
    by_noun: HashMap<&'static str, Only>,
}

/// Bodies of which a place has one, so that the noun says which.
const SEATED: [&str; 3] = ["prefecture", "parquet", "rectorat"];

/// Nouns that stand for whatever body has one of some others.
const SORTS: [(&str, &[&str]); 6] = [
    ("fede", &["federation"]),
    ("instance", &["federation", "confederation", "ligue"]),
    ("regulateur", &["autorite"]),
    ("groupe", &["firm"]),
    ("industriel", &["usine", "abattoir", "raffinerie", "fonderie", "acierie", "cimenterie", "papeterie"]),
    ("centrale", &["syndicat"]),
];

/// Nouns that only a firm stands beside.
const FIRMS: [&str; 30] = [
    "groupe",
    "entreprise",
    "societe",
    "compagnie",
    "firme",
    "usine",
    "abattoir",
    "raffinerie",
    "fonderie",
    "acierie",
    "cimenterie",
    "papeterie",
    "scierie",
    "laiterie",
    "brasserie",
    "conserverie",
    "constructeur",
    "equipementier",
    "armateur",
    "fabricant",
    "assureur",
    "distributeur",
    "enseigne",
    "multinationale",
    "geant",
    "semencier",
    "chimiste",
    "petrolier",
    "energeticien",
    "avionneur",
];

/// Unions by their letters: each is `le syndicat`.
const UNIONS: [&str; 12] = ["cgt", "cfdt", "fo", "force ouvriere", "unsa", "cftc", "cfe cgc", "fsu", "sud", "solidaires", "fnsea", "snes"];

/// Words in the name of a club.
const CLUBS: [&str; 18] = [
    "club",
    "fc",
    "rc",
    "stade",
    "racing",
    "olympique",
    "sporting",
    "entente",
    "etoile",
    "handball",
    "football",
    "rugby",
    "basket",
    "basketball",
    "volley",
    "hockey",
    "athletic",
    "united",
];

/// Nouns that name too much else.
const LOOSE: [&str; 22] = [
    "maison",
    "titre",
    "service",
    "port",
    "bureau",
    "direction",
    "action",
    "marque",
    "force",
    "forces",
    "haute",
    "haut",
    "hotel",
    "cite",
    "site",
    "aeroport",
    "plateau",
    "chez",
    "micro",
    "office",
    "front",
    "bourse",
];

impl Seats {
    pub fn of(names: &[Vec<Resolved>], identities: &[Vec<Identity>]) -> Self {
        let mut seats = Self { by_noun: HashMap::new() };
        for (name, identity) in names.iter().flatten().zip(identities.iter().flatten()).filter(|(name, _)| is_body(name.kind)) {
            let Some(noun) = SEATED.into_iter().find(|noun| name.surface.parts[0] == *noun) else { continue };
            add(seats.by_noun.entry(noun), identity);
        }
        seats
    }

    /// The body that `noun` alone names in an article that names none of its sort.
    fn get(&self, noun: &str) -> Only {
        let noun = SEATED.into_iter().find(|seated| *seated == noun)?;
        let unnamed = || Some(Identity::Named(EntityKind::Organisation, noun.into()));
        self.by_noun.get(noun).map_or_else(unnamed, Clone::clone)
    }
}

fn is_body(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Organisation | EntityKind::Media | EntityKind::Group)
}

fn add<K>(entry: std::collections::hash_map::Entry<K, Only>, identity: &Identity) {
    let held = entry.or_insert_with(|| Some(identity.clone()));
    if held.as_ref().is_some_and(|other| other != identity) {
        *held = None;
    }
}

fn names_body(noun: &str) -> bool {
    let cues = lexicon::shipped().cues(noun);
    let cue =
        [Cue::Organisation, Cue::HeadOrganisation, Cue::HeadCapital, Cue::HeadSlogan, Cue::Media].into_iter().any(|cue| cues.has(cue));
    cue && !LOOSE.contains(&noun)
}

impl Heads {
    /// What the names of one article say themselves.
    pub fn of(names: &[Resolved], identities: &[Identity]) -> Self {
        let mut heads = Self::default();
        // `le Syndicat des eaux` is no union.
        let unions = !names.iter().any(|name| is_body(name.kind) && name.surface.parts.len() > 1 && name.surface.parts[0] == "syndicat");
        for (name, identity) in names.iter().zip(identities).filter(|(name, _)| is_body(name.kind)) {
            let parts = &name.surface.parts;
            if parts.iter().any(|part| CLUBS.contains(&part.as_str())) && parts.len() > 1 {
                heads.add("club", identity);
            }
            // `FFB`, which stood for `Fédération française de badminton` in another article.
            let key = if let Identity::Named(_, key) = identity { key.as_str() } else { name.surface.key.as_str() };
            if unions && UNIONS.iter().any(|union| key == *union || key.strip_prefix(union).is_some_and(|rest| rest.starts_with(' '))) {
                heads.add("syndicat", identity);
            }
            let head = key.split_once(' ').map(|(head, _)| head).filter(|head| names_body(head) && !CLUBS.contains(head));
            head.into_iter().for_each(|head| heads.add(head, identity));
            // `le conseil régional`, of `conseil régional de Bretagne`
            let two = key.match_indices(' ').nth(1).map(|(at, _)| &key[..at]);
            let specified = two.filter(|two| head.is_some_and(|head| is_adjective(&two[head.len() + 1..])));
            specified.into_iter().for_each(|two| heads.add(two, identity));
        }
        heads
    }

    fn add(&mut self, noun: &str, identity: &Identity) {
        add(self.by_noun.entry(noun.to_owned()), identity);
    }

    /// What stands beside the names of one sentence.
    pub fn introduce(&mut self, line: &Line, names: &[Resolved], identities: &[Identity]) {
        let tokens = &line.tokens;
        let word = |at: Option<usize>| at.map(|at| &tokens[at]).filter(|t| t.shape == Shape::Lower);
        for (name, identity) in names.iter().zip(identities).filter(|(name, _)| is_body(name.kind)) {
            let first = name.surface.first as usize;
            let adjective = word(first.checked_sub(1)).is_some_and(|t| is_adjective(&t.key) && !names_body(&t.key));
            let before = word(first.checked_sub(1 + usize::from(adjective))).filter(|_| tokens[first].near);
            before.filter(|t| names_body(&t.key)).into_iter().for_each(|noun| self.add(&noun.key, identity));
            if before.is_some_and(|t| FIRMS.contains(&&*t.key)) {
                self.add("firm", identity);
            }
            // `le PDG de Gaz de Gap`
            let of = word(first.checked_sub(1)).filter(|t| matches!(&*t.key, "de" | "d"));
            let head =
                of.and_then(|_| word(first.checked_sub(2))).filter(|t| matches!(&*t.key, "pdg" | "usine" | "filiale" | "actionnaires"));
            head.into_iter().for_each(|_| self.add("firm", identity));
        }
    }

    /// The only body of the article that `noun` may stand for.
    fn get(&self, noun: &str) -> Only {
        if let Some(held) = self.by_noun.get(noun) {
            return held.clone();
        }
        let (_, others) = SORTS.iter().find(|(sort, _)| *sort == noun)?;
        let mut one: Option<&Identity> = None;
        for held in others.iter().filter_map(|other| self.by_noun.get(*other)) {
            let identity = held.as_ref()?;
            if one.is_some_and(|other| other != identity) {
                return None;
            }
            one = Some(identity);
        }
        one.cloned()
    }

    /// `le club`, `la préfecture`: nouns of one sentence with nothing behind them but an adjective of their name.
    pub fn read(&self, line: &Line, named: &Named, seats: &Seats, left: &mut Left) -> Vec<Nominal> {
        let tokens = &line.tokens;
        let mut found = Vec::new();
        for at in 1..tokens.len() {
            let (token, before) = (&tokens[at], &*tokens[at - 1].key);
            let definite = is_definite(before);
            if token.shape != Shape::Lower || !token.near || !(definite || matches!(before, "du" | "au")) || named.is_name(at) {
                continue;
            }
            let adjective = tokens.get(at + 1).filter(|t| t.near && t.shape == Shape::Lower && is_adjective(&t.key));
            let specified = adjective.and_then(|t| self.get(&format!("{} {}", token.key, t.key)));
            let end = at + 1 + usize::from(specified.is_some());
            if is_specified(tokens, end) {
                if end != at + 1 || adjective.is_none() || is_specified(tokens, at + 2) {
                    continue;
                }
                // `le collectif lillois`: a town says no more than where; a nation may tell one firm from another.
                let town = adjective.is_some_and(|t| is_of_town(&t.key));
                if let Some(identity) = self.get(&token.key).filter(|_| town && definite) {
                    let kind = if let Identity::Named(kind, _) = identity { kind } else { EntityKind::Organisation };
                    found.push(nominal(line, at - 1, at + 2, kind, identity, 0.5));
                    continue;
                }
                let noun = format!("{} {}", token.key, tokens[at + 1].key);
                if names_body(&token.key) {
                    left.leave(line, if definite { at - 1 } else { at }, at + 2, noun);
                }
                continue;
            }
            let seat = || if self.by_noun.contains_key(token.key.as_str()) { None } else { seats.get(&token.key) };
            let Some(identity) = specified.or_else(|| self.get(&token.key)).or_else(seat) else {
                let lone = !self.by_noun.contains_key(token.key.as_str()) && (names_body(&token.key) || token.key == "club");
                if lone && !FIRMS.contains(&&*token.key) && !MANY.contains(&&*token.key) {
                    left.leave(line, if definite { at - 1 } else { at }, end, token.key.to_string());
                }
                continue;
            };
            let kind = if let Identity::Named(kind, _) = identity { kind } else { EntityKind::Organisation };
            found.push(nominal(line, if definite { at - 1 } else { at }, end, kind, identity, 0.6));
        }
        found
    }
}

/// `lillois`, `tarnaise`: of a town or a county, told by the ending and in no list of nations.
fn is_of_town(key: &str) -> bool {
    let ending = ["ois", "oise", "ais", "aise"].iter().any(|ending| key.ends_with(ending));
    ending && key.len() > 5 && !lexicon::shipped().is_people(key)
}

impl Heads {
    pub fn into_nouns(self) -> impl Iterator<Item = (String, Identity)> {
        self.by_noun.into_iter().filter_map(|(noun, identity)| identity.map(|identity| (noun, identity)))
    }
}

/// Descriptions that no name of their article fits: articles about the same things may say whom they stand for.
#[derive(Default)]
pub(super) struct Left {
    /// With the noun, the identity yet to be found.
    open: Vec<(Nominal, String)>,
    /// Noun to whom it stands for, by article, in order.
    held: HashMap<String, Vec<(DocumentId, Identity)>>,
}

/// Nouns of which one story has several bodies: each article means its own.
const MANY: [&str; 22] = [
    "parti",
    "conseil",
    "commission",
    "comite",
    "mouvement",
    "coalition",
    "alliance",
    "union",
    "chambre",
    "cour",
    "tribunal",
    "assemblee",
    "journal",
    "quotidien",
    "hebdomadaire",
    "magazine",
    "chaine",
    "radio",
    "banque",
    "cabinet",
    "autorite",
    "institut",
];

/// How many articles with the same noun are looked at for one description.
const MEMORY: usize = 64;

impl Left {
    pub fn leave(&mut self, line: &Line, first: usize, end: usize, noun: String) {
        let nobody = Identity::Named(EntityKind::Organisation, noun.as_str().into());
        self.open.push((nominal(line, first, end, EntityKind::Organisation, nobody, 0.42), noun));
    }

    /// Says whom the nouns of an article stand for.
    pub fn holds(&mut self, document: DocumentId, nouns: impl Iterator<Item = (String, Identity)>) {
        for (noun, identity) in nouns {
            self.held.entry(noun).or_default().push((document, identity));
        }
    }

    /// Those whom all articles about the same things call by one name.
    pub fn read(self, kin: &Kin) -> impl Iterator<Item = Nominal> {
        let Self { open, held } = self;
        open.into_iter().filter_map(move |(nominal, noun)| {
            let akin = held.get(&noun)?.iter().take(MEMORY).filter(|(document, _)| kin.akin(*document, nominal.document));
            let mut identities = akin.map(|(_, identity)| identity);
            let one = identities.next()?;
            let kind = if let Identity::Named(kind, _) = one { *kind } else { nominal.kind };
            identities.all(|other| other == one).then(|| Nominal { identity: one.clone(), kind, ..nominal })
        })
    }
}

/// True when what stands at `at` says which one is meant: `le groupe d’amis`, `la compagnie aérienne`, `le club Nordlys`.
pub(super) fn is_specified(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|t| {
        t.near
            && (is_adjective(&t.key) || t.is_nameish() || matches!(&*t.key, "de" | "d" | "du" | "des" | "of" | "pour" | "contre" | "sur"))
    })
}
