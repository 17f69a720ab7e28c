//! Which candidates are names, and of which kind.
//!
//! A candidate is judged with everything the corpus says of its key: a name seen inside a sentence confirms the capital
//! at the start of another, a full name makes a person of the bare surname. What stands beside a mention outweighs what
//! is usual, so that a town and a person of one name stay apart.

use std::collections::{HashMap, HashSet};

use super::EntityKind;
use super::candidate::{Candidate, Surface, narrow, without_particles};
use super::evidence::Votes;
use super::gazetteer;
use super::key::{Key, Keys};
use super::lexicon::{self, Cue, Sure};
use super::tagging::{self, Chances};
use super::tokens::{Line, Shape, Style};
use crate::id::DocumentId;
use crate::order::Order;

/// A candidate that is a name.
#[derive(Clone, Debug)]
pub(super) struct Resolved {
    pub surface: Surface,
    pub kind: EntityKind,
    pub confidence: f32,
}

/// What the articles read so far say, before anything is decided.
#[derive(Default)]
pub(super) struct Resolver {
    /// How often a word stands without a capital.
    lower: HashMap<Key, u32>,
    /// By article, so that each list can be given back when its article is judged.
    candidates: Vec<Vec<Candidate>>,
    /// Sentences whose capitals say nothing, with their place in the article.
    headlines: Vec<(u32, Line)>,
}

/// What the whole corpus says of keys.
struct Memory {
    lower: HashMap<Key, u32>,
    /// How often a key is a name beyond doubt.
    firm: HashMap<Key, u32>,
    /// Surname to the documents in which somebody of that name is written in full, in order.
    surnames: HashMap<Key, Vec<DocumentId>>,
    pooled: HashMap<Key, Votes>,
    /// What the tagger says of all mentions of a name together, and of how many.
    tagged: HashMap<Key, (Chances, f32)>,
}

/// What one article says of keys.
type Here = HashMap<Key, Votes>;

impl Memory {
    fn of(lower: HashMap<Key, u32>, candidates: &[Vec<Candidate>]) -> Self {
        let mut memory = Self { lower, firm: HashMap::new(), surnames: HashMap::new(), pooled: HashMap::new(), tagged: HashMap::new() };
        for candidate in candidates.iter().flatten().filter(|c| !c.surface.doubtful) {
            memory.remember(candidate);
        }
        for Candidate { surface, tagged, .. } in candidates.iter().flatten() {
            let Some(chances) = tagged else { continue };
            let (sums, n) = memory.tagged.entry(surface.key.clone()).or_default();
            sums.iter_mut().zip(chances).for_each(|(sum, chance)| *sum += chance);
            *n += 1.0;
        }
        memory
    }

    fn remember(&mut self, candidate: &Candidate) {
        let Candidate { surface, votes, .. } = candidate;
        *self.firm.entry(surface.key.clone()).or_default() += 1;
        self.pooled.entry(surface.key.clone()).or_default().add_all(votes, 1.0);
        let person = votes.best().0 == EntityKind::Person && surface.entry.is_none();
        if person && (surface.civil || surface.n_words() > 1) {
            let (_, surname) = surface.name_parts();
            for key in [without_particles(&surname).into(), surname] {
                let documents = self.surnames.entry(key).or_default();
                if documents.last() != Some(&surface.document) {
                    documents.push(surface.document);
                }
            }
        }
    }

    /// Singular counted for a plural: `Libertés` where the article says `la liberté`.
    fn n_lower(&self, key: &str) -> u32 {
        let of = |key: &str| self.lower.get(key).copied().unwrap_or(0);
        of(key) + key.strip_suffix('s').map_or(0, of)
    }

    fn n_firm(&self, key: &str) -> u32 {
        self.firm.get(key).copied().unwrap_or(0)
    }

    /// True when `candidate` is a name at all: by the rules, unless the tagger is sure of the contrary.
    fn accepts(&self, candidate: &Candidate) -> bool {
        let by_rules = self.accepts_by_rules(candidate);
        match candidate.tagged.as_ref().map(tagging::chance) {
            _ if self.is_proven(candidate) => by_rules,
            Some(chance) if by_rules => chance >= REFUSED,
            Some(chance) => chance >= ACCEPTED,
            None => by_rules,
        }
    }

    /// True when the tagger is not asked: it knows no laws, and what title, gazetteer, many votes or a namesake in full say is surer.
    fn is_proven(&self, candidate: &Candidate) -> bool {
        let Candidate { surface, votes, .. } = candidate;
        let (kind, best) = votes.best();
        let listed = surface.civil || surface.entry.is_some() || self.surnames.contains_key(&surface.key);
        listed || best >= PROOF || kind == EntityKind::Law
    }

    fn accepts_by_rules(&self, candidate: &Candidate) -> bool {
        let lexicon = lexicon::shipped();
        let Candidate { surface, votes, .. } = candidate;
        let key = surface.key.as_str();
        let sure_entry = surface.entry.is_some() && votes.best().1 >= 3.0;
        if surface.civil || sure_entry {
            return true;
        }
        let lone = surface.n_words() == 1;
        let known = self.n_firm(key) > 0 || self.surnames.contains_key(key);
        let common = lexicon.is_ordinary(key) || self.n_lower(key) > self.n_firm(key);
        if surface.doubtful {
            if known {
                // A firm named by a common word needs more than its capital: a verb behind it, or to be often named.
                let named = surface.entry.is_none() || votes.of(EntityKind::Person) >= 0.3 || self.n_firm(key) > 2;
                return !common && (named || votes.of(EntityKind::Organisation) >= 1.4);
            }
            let hint = if surface.entry.is_some() { 1.4 } else { 1.0 };
            return surface.style == Style::Plain
                && lone
                && key.len() > 2
                && self.n_lower(key) == 0
                && !lexicon.is_ordinary(key)
                && votes.best().1 >= hint;
        }
        if lone {
            return !(common && surface.entry.is_none() && votes.best().1 < 2.0) && key.chars().count() > 1;
        }
        !(surface.style == Style::Shout && surface.given == 0)
    }

    /// Takes in the particle of a surname that begins a sentence: `Le Goff` after `Anne Le Goff`.
    fn widen(&self, candidate: &mut Candidate) {
        let surface = &mut candidate.surface;
        let Some((particle, start)) = candidate.before.take() else { return };
        if surface.civil || surface.given > 0 || surface.entry.is_some() {
            return;
        }
        let key = format!("{particle} {}", surface.key);
        if self.surnames.contains_key(key.as_str()) {
            surface.first -= 1;
            surface.span.start = start;
            surface.parts = std::iter::once(&particle).chain(&*surface.parts).cloned().collect();
            surface.key = key.into();
        }
    }

    /// Votes for the kind of `candidate`, with what the tagger says.
    fn judge(&self, candidate: &Candidate, here: &Here) -> Votes {
        let mut votes = self.judge_by_rules(candidate, here);
        // `la raffinerie Vasseur` where M. Vasseur is named too: the tagger knows the person best.
        let beside = candidate.votes.of(EntityKind::Organisation) >= NOUN_BESIDE;
        if beside && votes.best().0 == EntityKind::Organisation && self.surnames.contains_key(&candidate.surface.key) {
            return votes;
        }
        if let (Some(own), Some(all)) = (&candidate.tagged, self.tagged.get(&candidate.surface.key))
            && !candidate.is_known()
        {
            tagging::add(&mut votes, own, all);
        }
        votes
    }

    /// How likely the tagger holds `candidate` for a name of `kind`, here and elsewhere.
    fn likely(&self, candidate: &Candidate, kind: EntityKind) -> Option<f32> {
        let mut said = Votes::default();
        said.add(kind, f32::EPSILON);
        tagging::add(&mut said, candidate.tagged.as_ref()?, self.tagged.get(&candidate.surface.key)?);
        Some(said.of(kind) / tagging::WEIGHT)
    }

    /// With what its article and the corpus say.
    fn judge_by_rules(&self, candidate: &Candidate, here: &Here) -> Votes {
        let (surface, mut votes) = (&candidate.surface, candidate.votes);
        let sure_entry = surface.entry.is_some() && votes.best().1 >= 3.0;
        if surface.given == 0
            && let Some(documents) = self.surnames.get(&surface.key)
        {
            let weight = match documents.binary_search(&surface.document) {
                Err(_) => 0.8,
                Ok(_) if sure_entry => 2.5,
                // `l’usine Maury`: what stands beside it says that the firm is meant, not the family.
                Ok(_) if candidate.votes.of(EntityKind::Organisation) >= NOUN_BESIDE => 0.3,
                Ok(_) => 1.5,
            };
            votes.add(EntityKind::Person, weight);
        }
        let enough = if surface.entry.is_some() { 1.0 } else { 1.5 };
        if votes.margin() >= enough || sure_entry {
            return votes;
        }
        if let Some(here) = here.get(&surface.key) {
            votes.add_all(here, 0.5);
        }
        if let Some(all) = self.pooled.get(&surface.key) {
            votes.add_all(all, 0.3);
        }
        votes
    }

    /// Those of the candidates of one article that are names.
    fn resolve(&self, candidates: Vec<Candidate>) -> Vec<Resolved> {
        let mut here = Here::new();
        for Candidate { surface, votes, .. } in candidates.iter().filter(|c| !c.surface.doubtful) {
            here.entry(surface.key.clone()).or_default().add_all(votes, 1.0);
        }
        let mut found = Vec::new();
        for mut candidate in candidates {
            self.widen(&mut candidate);
            if self.accepts(&candidate) {
                let votes = self.judge(&candidate, &here);
                let (kind, best) = votes.best();
                let likely = self.likely(&candidate, kind).unwrap_or(UNTAGGED);
                let confidence = confidence(best, votes.margin(), likely, candidate.surface.doubtful);
                if confidence < LEAST && candidate.votes.best().1 < HINT && !self.is_proven(&candidate) {
                    continue;
                }
                found.push(Resolved { surface: candidate.surface, kind, confidence });
            }
        }
        found
    }
}

impl Resolver {
    /// Takes the candidates of the next article, with its sentences.
    pub fn read(&mut self, lines: Vec<Line>, mut candidates: Vec<Candidate>) {
        lists(&lines, &mut candidates);
        candidates.shrink_to_fit();
        self.candidates.push(candidates);
        for token in lines.iter().flat_map(|line| &line.tokens).filter(|t| t.shape == Shape::Lower) {
            *self.lower.entry(token.key.clone()).or_default() += 1;
        }
        self.headlines.extend((0..).zip(lines).filter(|(_, line)| line.style != Style::Plain));
    }

    /// The candidates that are names, with their kinds, article by article, in order; names known from elsewhere are added
    /// where capitals say nothing.
    pub fn resolve(mut self, keys: &mut Keys) -> Vec<Vec<Resolved>> {
        estates(&mut self.candidates);
        let memory = Memory::of(self.lower, &self.candidates);
        let mut found: Vec<Vec<Resolved>> = self.candidates.into_iter().map(|candidates| memory.resolve(candidates)).collect();
        drop(memory);
        islands(&mut found);
        one_kind(&mut found);
        for swept in sweep(&self.headlines, &found, keys) {
            found[swept.surface.document.index()].push(swept);
        }
        for names in &mut found {
            names.order_by_key(|r| (r.surface.span.start, std::cmp::Reverse(r.surface.span.end)));
        }
        found
    }
}

/// `l’île de Bréhat` is Bréhat where that name stands alone somewhere, else `île de Bréhat`.
fn islands(found: &mut [Vec<Resolved>]) {
    let island = |name: &Resolved| name.kind == EntityKind::Place && name.surface.n_words() == 3 && name.surface.parts[0] == "ile";
    let within = |at: usize, names: &[Resolved]| {
        let name = &names[at].surface;
        at.checked_sub(1).is_some_and(|before| island(&names[before]) && names[before].surface.span.contains(name.span))
    };
    let mut alone: HashSet<Key> = HashSet::new();
    for names in &*found {
        alone.extend((0..names.len()).filter(|at| !within(*at, names)).map(|at| names[at].surface.key.clone()));
    }
    for names in found {
        let drop: Vec<bool> = (0..names.len())
            .map(|at| {
                let outer = island(&names[at]) && at + 1 < names.len() && within(at + 1, names);
                outer && alone.contains(&names[at + 1].surface.key) || within(at, names) && !alone.contains(&names[at].surface.key)
            })
            .collect();
        let mut drop = drop.into_iter();
        for at in 1..names.len() {
            if within(at, names) {
                names[at].kind = EntityKind::Place;
            }
        }
        names.retain(|_| !drop.next().unwrap_or(false));
    }
}

/// What stands for a name of one kind in most places is of that kind where it is taken for another: of several words, it is one thing.
/// A lone word may be a person or a town by turns; of what is no person the kind that is said three times as often holds.
fn one_kind(found: &mut [Vec<Resolved>]) {
    let free = |name: &Resolved| name.surface.entry.is_none() && !name.surface.civil;
    let mut said: HashMap<Key, [f32; 8]> = HashMap::new();
    for name in found.iter().flatten().filter(|name| free(name)) {
        // Without a first name that is known a person is the last guess.
        said.entry(name.surface.key.clone()).or_default()[name.kind as usize] += name.confidence;
    }
    said.retain(|_, kinds| kinds.iter().filter(|sum| **sum > 0.0).count() > 1);
    for name in found.iter_mut().flatten().filter(|name| free(name)) {
        let Some(kinds) = said.get(&name.surface.key) else { continue };
        // Without a first name that is known a person is the last guess, unless it may be an outlet that asks questions, turn by turn.
        let guessed = name.surface.given == 0 && name.surface.n_words() > 1 && kinds[EntityKind::Media as usize] <= 0.0;
        let weight = |kind: usize| if guessed && kind == EntityKind::Person as usize { 0.1 } else { 1.0 };
        let best = (0..kinds.len()).max_by(|a, b| (weight(*a) * kinds[*a]).total_cmp(&(weight(*b) * kinds[*b]))).unwrap_or(0);
        let best_kind = EntityKind::ALL[best];
        let lone = name.surface.n_words() == 1;
        let person = name.kind == EntityKind::Person || best_kind == EntityKind::Person;
        if !lone || !person && kinds[best] >= 3.0 * kinds[name.kind as usize] {
            name.kind = best_kind;
        }
    }
}

/// What an enumeration says: `entre Bagdad et Kirkouk`, `Pixar, Lumo et Disney` join things of one kind.
fn lists(lines: &[Line], candidates: &mut [Candidate]) {
    let n = candidates.len();
    for (from, to) in (1..n).map(|at| (at - 1, at)).chain((1..n).rev().map(|at| (at, at - 1))) {
        let (a, b) = (&candidates[from.min(to)].surface, &candidates[from.max(to)].surface);
        if a.line != b.line || a.end >= b.first {
            continue;
        }
        let tokens = &lines[a.line as usize].tokens;
        let between = &tokens[a.end as usize..b.first as usize];
        let joined = matches!(&*between[0].key, "," | "et" | "ou" | "and" | "or" | "/")
            && (between.len() == 1
                || (between.len() == 2 && matches!(&*between[1].key, "le" | "la" | "l" | "les" | "et" | "a" | "de" | "d")));
        // `le procureur de Gap, Jeanne Rey`: an apposition, no list.
        let before = a.first.checked_sub(1).map_or("", |at| tokens[at as usize].key.as_str());
        let apposed = b.given > 0 && a.given == 0 && between[0].key == "," && matches!(before, "de" | "d" | "du" | "a");
        let joined = joined && !apposed;
        let (kind, best) = candidates[from].votes.best();
        if joined && best >= 2.5 && candidates[from].votes.margin() >= 1.5 && candidates[to].surface.entry.is_none() {
            candidates[to].votes.add(kind, LISTED);
        }
    }
}

/// Joins `Marc Ladreit` and `Lacharrière` over their particle, if nothing says that the second is a town or a firm: it is
/// in no gazetteer and stands nowhere else but for a person.
fn estates(candidates: &mut [Vec<Candidate>]) {
    let joins = |a: &Candidate, b: &Candidate| {
        let (a, joint, b) = (&a.surface, &b.joint, &b.surface);
        let (written, lone) = (a.given > 0 && a.entry.is_none(), b.parts.len() == 1 && b.entry.is_none());
        a.line == b.line && b.first == a.end + 1 && written && lone && joint.is_some() && b.parts[0].len() > 3
    };
    let mut elsewhere: HashMap<Key, Votes> = HashMap::new();
    for of_one in &*candidates {
        for (at, candidate) in of_one.iter().enumerate() {
            if at == 0 || !joins(&of_one[at - 1], candidate) {
                elsewhere.entry(candidate.surface.key.clone()).or_default().add_all(&candidate.votes, 1.0);
            }
        }
    }
    for of_one in candidates {
        of_one.dedup_by(|candidate, last| {
            let free = |votes: &Votes| votes.best().0 == EntityKind::Person;
            let goes_on = joins(last, candidate) && elsewhere.get(&candidate.surface.key).is_none_or(free);
            if let Some(particle) = candidate.joint.clone().filter(|_| goes_on) {
                let (last, next) = (&mut last.surface, &candidate.surface);
                last.key = format!("{} {particle} {}", last.key, next.key).into();
                last.parts = last.parts.iter().chain([&particle, &next.key]).cloned().collect();
                (last.end, last.span) = (next.end, last.span.cover(next.span));
            }
            goes_on
        });
    }
}

/// What the rules take for a name and the tagger holds for less likely than this is none.
const REFUSED: f32 = 0.05;
/// What the rules do not take for a name and the tagger holds for likelier than this is one.
const ACCEPTED: f32 = 0.85;

/// What a noun beside a name says at least of its kind.
const NOUN_BESIDE: f32 = 2.0;

/// How much the neighbour in an enumeration counts: less than a noun beside the name, more than a preposition.
const LISTED: f32 = 0.8;

/// What the rules have so many votes for is a name, whatever the tagger says.
const PROOF: f32 = 2.5;
/// Fewer votes are habits only.
const HINT: f32 = 1.0;
/// What nothing speaks for but a capital is left out: of such, none was right in the articles that were held against.
const LEAST: f32 = 0.28;

/// How likely a name is taken to be that the tagger did not read.
const UNTAGGED: f32 = 0.7;

/// From 0.2 to 0.97: what the tagger says weighs as much as what speaks for the kind and against others. Held against marked articles
/// that were not trained on, of a hundred names of about this confidence about so many are right.
fn confidence(best: f32, margin: f32, likely: f32, doubtful: bool) -> f32 {
    let sure = 0.1 + 0.45 * likely + 0.06 * best.min(4.0) + 0.06 * margin.clamp(0.0, 3.0);
    (if doubtful { sure - 0.05 } else { sure }).clamp(0.2, 0.97)
}

/// Longest known name that is looked for in a headline.
const LONGEST: usize = 4;

/// Names known from plain sentences, found in headlines whose capitals say nothing.
fn sweep(headlines: &[(u32, Line)], found: &[Vec<Resolved>], keys: &mut Keys) -> Vec<Resolved> {
    let mut known: HashMap<&str, &Resolved> = HashMap::new();
    let mut taken: HashSet<(u32, u32, u32)> = HashSet::new();
    for resolved in found.iter().flatten() {
        let Resolved { surface, kind, .. } = resolved;
        if surface.style != Style::Plain {
            taken.extend((surface.first..surface.end).map(|at| (surface.document.0, surface.line, at)));
            continue;
        }
        known.entry(&surface.key).or_insert(resolved);
        if *kind == EntityKind::Person && surface.entry.is_none() {
            let surname = surface.parts.last().map_or("", Key::as_str);
            known.entry(surname).or_insert(resolved);
        }
    }
    let mut swept = Vec::new();
    for (place, line) in headlines {
        let mut at = 0;
        while at < line.tokens.len() {
            let longest = (1..=LONGEST.min(line.tokens.len() - at)).rev().find_map(|n| {
                let free = (at..at + n).all(|i| {
                    !taken.contains(&(line.document.0, *place, narrow(i))) && line.tokens[i].is_word() && (i == at || line.tokens[i].near)
                });
                let key = line.tokens[at..at + n].iter().map(|t| t.key.as_str()).collect::<Vec<_>>().join(" ");
                let worth = key.len() > 3 && line.tokens[at].is_nameish() && !lexicon::shipped().is_ordinary(&key);
                known.get(key.as_str()).filter(|_| free && worth).map(|resolved| (n, *resolved))
            });
            let Some((n, model)) = longest else {
                at += 1;
                continue;
            };
            swept.push(copy(model, line, *place, at, n, keys));
            at += n;
        }
    }
    swept
}

fn copy(model: &Resolved, line: &Line, place: u32, first: usize, n: usize, keys: &mut Keys) -> Resolved {
    let tokens = &line.tokens[first..first + n];
    let (key, parts) = keys.join(tokens.iter().map(|t| t.key.clone()).collect());
    let whole = key == model.surface.key;
    let surface = Surface {
        document: line.document,
        line: place,
        first: narrow(first),
        end: narrow(first + n),
        span: tokens[0].span.cover(tokens[n - 1].span),
        key,
        parts,
        entry: model.surface.entry.filter(|_| whole),
        acronym: None,
        given: if whole { model.surface.given } else { 0 },
        style: line.style,
        doubtful: true,
        civil: false,
        gender: None,
    };
    Resolved { surface, kind: model.kind, confidence: model.confidence * 0.9 }
}

/// True for a lone first name that proves a person.
pub(super) fn is_first_name(key: &str) -> bool {
    lexicon::shipped().first_name(key) == Some(Sure::Yes)
        && !lexicon::shipped().has(key, Cue::Civil)
        && gazetteer::shipped().by_key(key).is_none()
}
