//! A candidate: a stretch of a sentence that may be a name, with its parts and what speaks for each kind.
//!
//! Made by `recognise`, judged by `resolve`, told apart by `link`.

use super::EntityKind;
use super::evidence::{self, Votes};
use super::gazetteer::{self, Match};
use super::key::Key;
use super::lexicon::{self, Gender, Sure};
use super::tokens::{Line, Shape, Style, Token};
use crate::id::DocumentId;
use crate::span::Span;

/// A possible name.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub document: DocumentId,
    /// Place of its sentence among the lines.
    pub line: usize,
    pub first: usize,
    pub end: usize,
    /// With the civil title.
    pub span: Span,
    /// Keys of the name proper, joined by blanks.
    pub key: Key,
    /// The same, token by token.
    pub parts: Vec<Key>,
    pub votes: Votes,
    pub entry: Option<usize>,
    /// Nothing but a capital that any word would have here.
    pub doubtful: bool,
    /// Parts of a person's name before the surname, when it is written as one.
    pub given: usize,
    pub civil: bool,
    /// `Mme` or `M.` before a lone surname tell who of two bearers is meant.
    pub gender: Option<Gender>,
    /// Key of the acronym that stands behind it in brackets.
    pub acronym: Option<Key>,
}

impl Candidate {
    /// The name `core..end` of `line`, civil title from `first`, with the votes of gazetteer, shape and context.
    pub fn new(line: &Line, place: usize, first: usize, core: usize, end: usize, known: Option<Match>) -> Self {
        let tokens = &line.tokens[core..end];
        let parts: Vec<Key> = tokens.iter().map(|t| t.key.clone()).collect();
        let key = Key::join(&parts);
        let civil = core > first;
        let given = given(tokens);
        let mut votes = Votes::default();
        let entry = known.map(|found| found.entry);
        if let Some(found) = known {
            let kind = gazetteer::shipped().entries[found.entry].kind;
            votes.add(kind, if found.doubtful { 1.0 } else { 3.0 });
            // French has no bare noun before a verb: `Orange va embaucher` is the firm.
            if found.doubtful && kind == EntityKind::Organisation && tokens[0].opens && verb_behind(line, end) {
                votes.add(kind, 0.5);
            }
        } else {
            evidence::shape(line, core, end, &mut votes);
        }
        if civil {
            votes.add(EntityKind::Person, 5.0);
        }
        let sure = lexicon::shipped().first_name(&tokens[0].key);
        if given > 0 {
            votes.add(EntityKind::Person, if sure == Some(Sure::Yes) { 3.0 } else { 1.5 });
        } else if known.is_none() && sure.is_some() {
            votes.add(EntityKind::Person, 0.5);
        }
        evidence::context(line, first, end, &mut votes);
        let lone = end - core == 1 && !civil && (known.is_none_or(|m| m.doubtful));
        let styled = line.style != Style::Plain && known.is_none() && given == 0 && !civil;
        let span = line.tokens[first].span.cover(line.tokens[end - 1].span);
        Self {
            document: line.document,
            line: place,
            first: core,
            end,
            span: without_stop(span, line, end),
            key,
            parts,
            votes,
            entry,
            doubtful: styled || (lone && tokens[0].opens && tokens[0].shape == Shape::Capital),
            given,
            civil,
            gender: if civil { gender(&line.tokens[first].key) } else { None },
            acronym: None,
        }
    }

    /// First name and surname of a person written in full; the surname alone otherwise.
    pub fn name_parts(&self) -> (Option<Key>, Key) {
        let words = self.end - self.first;
        let surname = is_particle(&self.parts[0]) && self.given == 0;
        if words < 2 || (self.civil && self.given == 0) || surname {
            return (None, self.key.clone());
        }
        (Some(self.parts[0].clone()), Key::join(&self.parts[self.given.max(1)..]))
    }
}

fn verb_behind(line: &Line, end: usize) -> bool {
    let key = line.tokens.get(end).filter(|t| t.near).map_or("", |t| t.key.as_str());
    matches!(key, "a" | "va" | "avait" | "aura" | "doit" | "peut" | "veut" | "vient" | "est" | "n" | "ne" | "se" | "s")
}

/// An initial at the end of a name keeps its stop only as an acronym: `U.S.A.`
fn without_stop(span: Span, line: &Line, end: usize) -> Span {
    let last = &line.tokens[end - 1];
    let short = last.shape == Shape::Initial && last.key.len() == 2;
    Span { start: span.start, end: if short { span.end - 1 } else { span.end } }
}

fn gender(civil: &str) -> Option<Gender> {
    match civil.trim_end_matches('.') {
        "m" | "mr" | "monsieur" | "sir" | "lord" => Some(Gender::Masculine),
        "mme" | "mlle" | "mrs" | "ms" | "miss" | "madame" | "mademoiselle" | "lady" => Some(Gender::Feminine),
        _ => None,
    }
}

pub(super) fn is_particle(key: &str) -> bool {
    const PARTICLES: [&str; 21] = [
        "de", "d", "du", "des", "la", "le", "von", "van", "der", "den", "ben", "bin", "al", "el", "da", "di", "dos", "del", "della", "ibn",
        "ould",
    ];
    PARTICLES.contains(&key)
}

/// Number of leading first names and initials, the surname left out.
fn given(tokens: &[Token]) -> usize {
    let lexicon = lexicon::shipped();
    let named =
        |t: &Token| t.shape == Shape::Initial || (t.shape != Shape::Lower && !is_particle(&t.key) && lexicon.first_name(&t.key).is_some());
    tokens[..tokens.len() - 1].iter().take_while(|t| named(t)).count()
}

/// A surname without its particles: `de villepin` is called `villepin` as well.
pub(super) fn without_particles(surname: &str) -> &str {
    let mut rest = surname;
    while let Some((first, behind)) = rest.split_once(' ') {
        if !is_particle(first) {
            break;
        }
        rest = behind;
    }
    rest
}
