//! Which candidates are names, and of which kind.
//!
//! A candidate is judged with everything the corpus says of its key: a name seen inside a sentence confirms the capital
//! at the start of another, a full name makes a person of the bare surname. What stands beside a mention outweighs what
//! is usual, so that a town and a person of one name stay apart.

use std::collections::{HashMap, HashSet};

use super::EntityKind;
use super::candidate::{Candidate, is_particle, without_particles};
use super::evidence::Votes;
use super::gazetteer;
use super::key::Key;
use super::lexicon::{self, Cue, Sure};
use super::tokens::{Line, Shape, Style};
use crate::id::DocumentId;
use crate::order::Order;

/// A candidate that is a name.
#[derive(Clone, Debug)]
pub(super) struct Resolved {
    pub candidate: Candidate,
    pub kind: EntityKind,
    pub confidence: f32,
}

/// What the whole corpus says of keys.
struct Memory {
    /// How often a word stands without a capital.
    lower: HashMap<Key, u32>,
    /// How often a key is a name beyond doubt.
    firm: HashMap<Key, u32>,
    /// Surname to the documents in which somebody of that name is written in full.
    surnames: HashMap<Key, HashSet<DocumentId>>,
    pooled: HashMap<Key, Votes>,
    pooled_in: HashMap<(DocumentId, Key), Votes>,
}

impl Memory {
    fn of(lines: &[Line], candidates: &[Candidate]) -> Self {
        let mut lower: HashMap<Key, u32> = HashMap::new();
        for token in lines.iter().flat_map(|line| &line.tokens).filter(|t| t.shape == Shape::Lower) {
            *lower.entry(token.key.clone()).or_default() += 1;
        }
        let mut memory = Self { lower, firm: HashMap::new(), surnames: HashMap::new(), pooled: HashMap::new(), pooled_in: HashMap::new() };
        for candidate in candidates.iter().filter(|c| !c.doubtful) {
            memory.remember(candidate);
        }
        memory
    }

    fn remember(&mut self, candidate: &Candidate) {
        *self.firm.entry(candidate.key.clone()).or_default() += 1;
        self.pooled.entry(candidate.key.clone()).or_default().add_all(&candidate.votes, 1.0);
        self.pooled_in.entry((candidate.document, candidate.key.clone())).or_default().add_all(&candidate.votes, 1.0);
        let person = candidate.votes.best().0 == EntityKind::Person && candidate.entry.is_none();
        if person && (candidate.civil || candidate.end - candidate.first > 1) {
            let (_, surname) = candidate.name_parts();
            self.surnames.entry(without_particles(&surname).into()).or_default().insert(candidate.document);
            self.surnames.entry(surname).or_default().insert(candidate.document);
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

    /// True when `candidate` is a name at all.
    fn accepts(&self, candidate: &Candidate, line: &Line) -> bool {
        let lexicon = lexicon::shipped();
        let key = candidate.key.as_str();
        let sure_entry = candidate.entry.is_some() && candidate.votes.best().1 >= 3.0;
        if candidate.civil || sure_entry {
            return true;
        }
        let lone = candidate.end - candidate.first == 1;
        let known = self.n_firm(key) > 0 || self.surnames.contains_key(key);
        let common = lexicon.is_ordinary(key) || self.n_lower(key) > self.n_firm(key);
        if candidate.doubtful {
            if known {
                // A firm named by a common word needs more than its capital: a verb behind it, or to be often named.
                let named = candidate.entry.is_none() || candidate.votes.of(EntityKind::Person) >= 0.3 || self.n_firm(key) > 2;
                return !common && (named || candidate.votes.of(EntityKind::Organisation) >= 1.4);
            }
            let hint = if candidate.entry.is_some() { 1.4 } else { 1.0 };
            return line.style == Style::Plain
                && lone
                && key.len() > 2
                && self.n_lower(key) == 0
                && !lexicon.is_ordinary(key)
                && candidate.votes.best().1 >= hint;
        }
        if lone {
            return !(common && candidate.entry.is_none() && candidate.votes.best().1 < 2.0) && key.chars().count() > 1;
        }
        !(line.style == Style::Shout && candidate.given == 0)
    }

    /// Takes in the particle of a surname that begins a sentence: `Le Goff` after `Anne Le Goff`.
    fn widen(&self, candidate: &mut Candidate, line: &Line) {
        let Some(before) = candidate.first.checked_sub(1).map(|at| &line.tokens[at]) else { return };
        if candidate.civil || candidate.given > 0 || candidate.entry.is_some() || !is_particle(&before.key) {
            return;
        }
        // A small `de` may be a preposition; after another one, or a conjunction, it is not: `le projet de de Gaulle`.
        let earlier = candidate.first.checked_sub(2).map_or("", |at| line.tokens[at].key.as_str());
        if !before.is_nameish() && !matches!(earlier, "de" | "par" | "a" | "pour" | "avec" | "que" | "et" | "selon" | "contre") {
            return;
        }
        let key = format!("{} {}", before.key, candidate.key);
        if line.tokens[candidate.first].near && self.surnames.contains_key(key.as_str()) {
            candidate.first -= 1;
            candidate.span = candidate.span.cover(before.span);
            candidate.parts.insert(0, before.key.clone());
            candidate.key = key.into();
        }
    }

    /// Votes for the kind of `candidate`, with what the corpus says.
    fn judge(&self, candidate: &Candidate) -> Votes {
        let mut votes = candidate.votes;
        let sure_entry = candidate.entry.is_some() && votes.best().1 >= 3.0;
        if candidate.given == 0
            && let Some(documents) = self.surnames.get(&candidate.key)
        {
            let here = documents.contains(&candidate.document);
            votes.add(
                EntityKind::Person,
                if !here {
                    0.8
                } else if sure_entry {
                    2.5
                } else {
                    1.5
                },
            );
        }
        let enough = if candidate.entry.is_some() { 1.0 } else { 1.5 };
        if votes.margin() >= enough || sure_entry {
            return votes;
        }
        if let Some(here) = self.pooled_in.get(&(candidate.document, candidate.key.clone())) {
            votes.add_all(here, 0.5);
        }
        if let Some(all) = self.pooled.get(&candidate.key) {
            votes.add_all(all, 0.3);
        }
        votes
    }
}

/// The candidates that are names, with their kinds, in order; names known from elsewhere are added where capitals say
/// nothing.
pub(super) fn resolve(lines: &[Line], mut candidates: Vec<Candidate>) -> Vec<Resolved> {
    lists(lines, &mut candidates);
    estates(lines, &mut candidates);
    let memory = Memory::of(lines, &candidates);
    // As many as there may be, at once: a list that grows by doubling would be the worst moment of the whole analysis.
    let mut found: Vec<Resolved> = Vec::with_capacity(candidates.len());
    for mut candidate in candidates {
        let line = &lines[candidate.line];
        memory.widen(&mut candidate, line);
        if !memory.accepts(&candidate, line) {
            continue;
        }
        let votes = memory.judge(&candidate);
        let (kind, best) = votes.best();
        let confidence = confidence(best, votes.margin(), candidate.doubtful);
        found.push(Resolved { candidate, kind, confidence });
    }
    drop(memory);
    let swept = sweep(lines, &found);
    found.reserve_exact(swept.len());
    found.extend(swept);
    found.order_by_key(|r| (r.candidate.document, r.candidate.span.start, std::cmp::Reverse(r.candidate.span.end)));
    found
}

/// What an enumeration says: `entre Bagdad et Kirkouk`, `Pixar, Lumo et Disney` join things of one kind.
fn lists(lines: &[Line], candidates: &mut [Candidate]) {
    let n = candidates.len();
    for (from, to) in (1..n).map(|at| (at - 1, at)).chain((1..n).rev().map(|at| (at, at - 1))) {
        let (a, b) = (&candidates[from.min(to)], &candidates[from.max(to)]);
        let between = if a.line == b.line && a.end < b.first { &lines[a.line].tokens[a.end..b.first] } else { continue };
        let joined = matches!(&*between[0].key, "," | "et" | "ou" | "and" | "or" | "/")
            && (between.len() == 1
                || (between.len() == 2 && matches!(&*between[1].key, "le" | "la" | "l" | "les" | "et" | "a" | "de" | "d")));
        // `le procureur de Gap, Jeanne Rey`: an apposition, no list.
        let before = a.first.checked_sub(1).map_or("", |at| lines[a.line].tokens[at].key.as_str());
        let apposed = b.given > 0 && a.given == 0 && between[0].key == "," && matches!(before, "de" | "d" | "du" | "a");
        let joined = joined && !apposed;
        let (kind, best) = candidates[from].votes.best();
        if joined && best >= 2.5 && candidates[from].votes.margin() >= 1.5 && candidates[to].entry.is_none() {
            candidates[to].votes.add(kind, LISTED);
        }
    }
}

/// Joins `Marc Ladreit` and `Lacharrière` over their particle, if nothing says that the second is a town or a firm: it is
/// in no gazetteer and stands nowhere else but for a person.
fn estates(lines: &[Line], candidates: &mut Vec<Candidate>) {
    let joins = |a: &Candidate, b: &Candidate| {
        let tokens = &lines[a.line].tokens;
        let (written, lone) = (a.given > 0 && a.entry.is_none(), b.parts.len() == 1 && b.entry.is_none());
        a.line == b.line
            && b.first == a.end + 1
            && written
            && lone
            && tokens[a.end].shape == Shape::Lower
            && matches!(&*tokens[a.end].key, "de" | "d")
            && tokens[a.end].near
            && tokens[b.first].near
            && tokens[b.first].shape == Shape::Capital
            && b.parts[0].len() > 3
    };
    let mut elsewhere: HashMap<Key, Votes> = HashMap::new();
    for at in 0..candidates.len() {
        if at == 0 || !joins(&candidates[at - 1], &candidates[at]) {
            elsewhere.entry(candidates[at].key.clone()).or_default().add_all(&candidates[at].votes, 1.0);
        }
    }
    candidates.dedup_by(|candidate, last| {
        let free = |votes: &Votes| votes.best().0 == EntityKind::Person;
        let goes_on = joins(last, candidate) && elsewhere.get(&candidate.key).is_none_or(free);
        if goes_on {
            let particle = lines[last.line].tokens[last.end].key.clone();
            last.key = format!("{} {particle} {}", last.key, candidate.key).into();
            last.parts.extend([particle, candidate.key.clone()]);
            (last.end, last.span) = (candidate.end, last.span.cover(candidate.span));
        }
        goes_on
    });
}

/// How much the neighbour in an enumeration counts: less than a noun beside the name, more than a preposition.
const LISTED: f32 = 0.8;

/// 0.4 for a guess, 0.95 for proof.
fn confidence(best: f32, margin: f32, doubtful: bool) -> f32 {
    let sure = 0.4 + 0.1 * best.min(3.5) + 0.1 * margin.clamp(0.0, 2.0);
    (if doubtful { sure - 0.15 } else { sure }).clamp(0.2, 0.95)
}

/// Longest known name that is looked for in a headline.
const LONGEST: usize = 4;

/// Names known from plain sentences, found in headlines whose capitals say nothing.
fn sweep(lines: &[Line], found: &[Resolved]) -> Vec<Resolved> {
    let mut known: HashMap<&str, &Resolved> = HashMap::new();
    for resolved in found.iter().filter(|r| lines[r.candidate.line].style == Style::Plain) {
        known.entry(&resolved.candidate.key).or_insert(resolved);
        if resolved.kind == EntityKind::Person && resolved.candidate.entry.is_none() {
            let surname = resolved.candidate.parts.last().map_or("", Key::as_str);
            known.entry(surname).or_insert(resolved);
        }
    }
    let mut taken: HashSet<(usize, usize)> = HashSet::new();
    for candidate in found.iter().map(|r| &r.candidate).filter(|c| lines[c.line].style != Style::Plain) {
        taken.extend((candidate.first..candidate.end).map(|at| (candidate.line, at)));
    }
    let mut swept = Vec::new();
    for (place, line) in lines.iter().enumerate().filter(|(_, line)| line.style != Style::Plain) {
        let mut at = 0;
        while at < line.tokens.len() {
            let longest = (1..=LONGEST.min(line.tokens.len() - at)).rev().find_map(|n| {
                let free =
                    (at..at + n).all(|i| !taken.contains(&(place, i)) && line.tokens[i].is_word() && (i == at || line.tokens[i].near));
                let key = line.tokens[at..at + n].iter().map(|t| t.key.as_str()).collect::<Vec<_>>().join(" ");
                let worth = key.len() > 3 && line.tokens[at].is_nameish() && !lexicon::shipped().is_ordinary(&key);
                known.get(key.as_str()).filter(|_| free && worth).map(|resolved| (n, Key::from(key.as_str()), *resolved))
            });
            let Some((n, key, model)) = longest else {
                at += 1;
                continue;
            };
            swept.push(copy(model, line, place, at, n, key));
            at += n;
        }
    }
    swept
}

fn copy(model: &Resolved, line: &Line, place: usize, first: usize, n: usize, key: Key) -> Resolved {
    let tokens = &line.tokens[first..first + n];
    let whole = key == model.candidate.key;
    let candidate = Candidate {
        document: line.document,
        line: place,
        first,
        end: first + n,
        span: tokens[0].span.cover(tokens[n - 1].span),
        key,
        parts: tokens.iter().map(|t| t.key.clone()).collect(),
        votes: model.candidate.votes,
        entry: model.candidate.entry.filter(|_| whole),
        doubtful: true,
        given: if whole { model.candidate.given } else { 0 },
        civil: false,
        gender: None,
        acronym: None,
    };
    Resolved { candidate, kind: model.kind, confidence: model.confidence * 0.9 }
}

/// True for a lone first name that proves a person.
pub(super) fn is_first_name(key: &str) -> bool {
    lexicon::shipped().first_name(key) == Some(Sure::Yes)
        && !lexicon::shipped().has(key, Cue::Civil)
        && gazetteer::shipped().by_key(key).is_none()
}
