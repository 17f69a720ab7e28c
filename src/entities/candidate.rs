//! A candidate: a stretch of a sentence that may be a name, with its parts and what speaks for each kind.
//!
//! Made by `recognise`, judged by `resolve`, told apart by `link`. The candidates of all articles are held at once and their
//! sentences are not, so a candidate keeps what is later asked of the words around it, and of a name only the surface stays.

use std::rc::Rc;

use super::EntityKind;
use super::evidence::{self, Votes};
use super::gazetteer::{self, Match};
use super::key::{Key, Keys};
use super::lexicon::{self, Gender, Sure};
use super::tagging::Chances;
use super::tokens::{Line, Shape, Style, Token, near_key};
use crate::id::DocumentId;
use crate::span::Span;

/// A possible name.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub surface: Surface,
    pub votes: Votes,
    /// The particle right before it that may be its own, with its start: `Le` in `Le Goff`, where only capital and place say so.
    pub before: Option<(Key, u32)>,
    /// The `de` right before it that may join it to a name written in full: `Marc Ladreit de Lacharrière`.
    pub joint: Option<Key>,
    /// How likely it is a name of each kind, by the tagger; nothing where that does not read.
    pub tagged: Option<Chances>,
}

/// A name as it is written.
#[derive(Clone, Debug)]
pub(super) struct Surface {
    pub document: DocumentId,
    /// Place of its sentence in the article.
    pub line: u32,
    /// Its words in the sentence, without the civil title.
    pub first: u32,
    pub end: u32,
    /// With the civil title.
    pub span: Span,
    /// Keys of the name proper, joined by blanks.
    pub key: Key,
    /// The same, token by token.
    pub parts: Rc<[Key]>,
    pub entry: Option<usize>,
    /// Key of the acronym that stands behind it in brackets.
    pub acronym: Option<Key>,
    /// Parts of a person's name before the surname, when it is written as one.
    pub given: u32,
    /// Of its sentence.
    pub style: Style,
    /// Nothing but a capital that any word would have here.
    pub doubtful: bool,
    pub civil: bool,
    /// `Mme` or `M.` before a lone surname tell who of two bearers is meant.
    pub gender: Option<Gender>,
}

/// Where a candidate stands in its article: the place of the sentence, and the words from the civil title on, from the name
/// proper on, and up to its end.
#[derive(Clone, Copy)]
pub(super) struct Stretch {
    pub place: u32,
    pub first: usize,
    pub core: usize,
    pub end: usize,
}

impl Candidate {
    /// The name that is written at `stretch` of `line`, with the votes of gazetteer, shape and context.
    pub fn new(line: &Line, stretch: Stretch, known: Option<Match>, keys: &mut Keys) -> Self {
        let Stretch { place, first, core, end } = stretch;
        let tokens = &line.tokens[core..end];
        let (key, parts) = keys.join(tokens.iter().map(|t| t.key.clone()).collect());
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
        let surface = Surface {
            document: line.document,
            line: place,
            first: narrow(core),
            end: narrow(end),
            span: without_stop(span, line, end),
            key,
            parts,
            entry,
            acronym: None,
            given: narrow(given),
            style: line.style,
            doubtful: styled || (lone && tokens[0].opens && tokens[0].shape == Shape::Capital),
            civil,
            gender: if civil { gender(&line.tokens[first].key) } else { None },
        };
        Self { surface, votes, before: particle_before(line, core), joint: joint_before(line, core), tagged: None }
    }
}

impl Candidate {
    /// True for a name of the gazetteer that is nothing else.
    pub fn is_known(&self) -> bool {
        self.surface.entry.is_some_and(|entry| self.votes.of(gazetteer::shipped().entries[entry].kind) >= 3.0)
    }
}

impl Surface {
    /// Number of its words.
    pub fn n_words(&self) -> u32 {
        self.end - self.first
    }

    /// First name and surname of a person written in full; the surname alone otherwise.
    pub fn name_parts(&self) -> (Option<Key>, Key) {
        let surname = is_particle(&self.parts[0]) && self.given == 0;
        if self.n_words() < 2 || (self.civil && self.given == 0) || surname {
            return (None, self.key.clone());
        }
        (Some(self.parts[0].clone()), Key::join(&self.parts[self.given.max(1) as usize..]))
    }
}

/// The particle before word `at` that may begin a surname, with its start.
fn particle_before(line: &Line, at: usize) -> Option<(Key, u32)> {
    let before = &line.tokens[at.checked_sub(1)?];
    // A small `de` may be a preposition; after another one, or a conjunction, it is not: `le projet de de Gaulle`.
    let earlier = at.checked_sub(2).map_or("", |at| line.tokens[at].key.as_str());
    let own = before.is_nameish() || matches!(earlier, "de" | "par" | "a" | "pour" | "avec" | "que" | "et" | "selon" | "contre");
    (line.tokens[at].near && own && is_particle(&before.key)).then(|| (before.key.clone(), before.span.start))
}

/// The small `de` before a capital word at `at`.
fn joint_before(line: &Line, at: usize) -> Option<Key> {
    let (before, own) = (&line.tokens[at.checked_sub(1)?], &line.tokens[at]);
    let joins = before.shape == Shape::Lower && matches!(&*before.key, "de" | "d") && before.near;
    (joins && own.near && own.shape == Shape::Capital).then(|| before.key.clone())
}

/// A number of words of one sentence.
pub(super) fn narrow(n: usize) -> u32 {
    u32::try_from(n).expect("a sentence has fewer words than bytes")
}

fn verb_behind(line: &Line, end: usize) -> bool {
    matches!(
        near_key(&line.tokens, end),
        "a" | "va" | "avait" | "aura" | "doit" | "peut" | "veut" | "vient" | "est" | "n" | "ne" | "se" | "s"
    )
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
