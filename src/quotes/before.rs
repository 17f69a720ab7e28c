//! What the sentences before a pronoun say of whom it means: their subjects, and how far they stand.

use super::description::{Plural, gender_by_ending, gender_of, is_plural};
use super::grammar::{self, Class, Determiner, Pronoun};
use super::phrase::{self, Subject};
use super::scene::Scene;
use crate::entities::{self, EntityKind, Gender, MentionForm};

/// Sentences back to which a chain of the same pronoun is followed at most.
const CHAIN: usize = 6;

/// `Il entre. Il s’assied. « … », dit-il`: the first of sentences of one paragraph that begin with the same pronoun.
pub(super) fn chain(scene: &Scene, stands_for: Pronoun, at: usize) -> usize {
    let (mut earliest, mut from) = (at, scene.sentence(at).0);
    for _ in 0..CHAIN {
        let Some(before) = from.checked_sub(1).filter(|before| scene.tokens[*before].paragraph == scene.tokens[at].paragraph) else {
            break;
        };
        let (first, _) = scene.sentence(before);
        let same =
            |place: &usize| scene.is_told(*place) && scene.class(*place) == Class::Pronoun(stands_for) && scene.tokens[*place].capital;
        // A sentence of somebody's words alone is passed over.
        match Some(first).filter(same) {
            // Whoever is named behind the pronoun may be meant.
            Some(first) if names_somebody(scene, first, from) => break,
            Some(first) => (earliest, from) = (first, first),
            None if (first..=before).all(|at| !scene.is_told(at) || !scene.is_word(at)) && first < from => from = first,
            None => break,
        }
    }
    earliest
}

pub(super) fn names_somebody(scene: &Scene, first: usize, end: usize) -> bool {
    let person = |at: usize| {
        scene.mention_from(at).is_some_and(|mention| mention.kind == EntityKind::Person && mention.form != MentionForm::Nominal)
    };
    (first..end).any(|at| scene.is_told(at) && person(at))
}

/// `Le prévenu s’effondre. « … », sanglote-t-il`: a description that is the subject of the sentence before.
pub(super) fn described_before(scene: &Scene, stands_for: Pronoun, at: usize) -> Option<((usize, usize), Determiner)> {
    let (from, _) = scene.sentence(at);
    let (first, end) = scene.sentence(from.checked_sub(1)?);
    if scene.tokens[first].paragraph != scene.tokens[at].paragraph {
        return None;
    }
    let subject = phrase::of_whole_sentence(scene, first, end)?;
    let several = stands_for == Pronoun::Plural;
    let subject = Some(subject).filter(|subject| phrase::is_described_person(scene, *subject) || several && are_people(scene, *subject))?;
    let Subject::Described { first, end, determiner } = subject else { return None };
    if stands_for == Pronoun::Plural {
        return is_several(scene, first).then_some(((first, end), determiner));
    }
    let gender = gender_of(scene.lower(first)).or_else(|| gender_by_ending(scene.lower(first + 1)));
    let fits = match stands_for {
        Pronoun::Masculine => gender == Some(Gender::Masculine),
        Pronoun::Feminine => gender == Some(Gender::Feminine),
        Pronoun::Plural | Pronoun::Anybody => false,
    };
    (fits && is_plural(scene, first) == Plural::No).then_some(((first, end), determiner))
}

/// `les pompiers`, `une trentaine de militants`.
fn is_several(scene: &Scene, first: usize) -> bool {
    is_plural(scene, first) == Plural::Yes || grammar::is_collective(scene.lower(first + 1))
}

/// True for a description of several people: `des riverains`, `une trentaine d’hommes`.
fn are_people(scene: &Scene, subject: Subject) -> bool {
    let Subject::Described { first, end, .. } = subject else { return false };
    let of = usize::from(grammar::is_collective(scene.lower(first + 1))) * 2;
    let noun = scene.lower(first + 1 + of);
    let one = noun.strip_suffix('s').unwrap_or(noun);
    first + 1 + of < end && (grammar::is_kin(one) || entities::is_function(one))
}

/// True when nothing that takes a subject stands before `place` in its sentence.
pub(super) fn is_head(scene: &Scene, first: usize, place: usize) -> bool {
    let preceded = place > first && scene.class(place - 1) == Class::Preposition;
    // `Le maire de la commune, Alan Roy,`: a description beside the name is no other.
    let other = |at: usize| scene.mention_from(at).is_some_and(|mention| scene.token_behind(mention.span) + 1 < place && at + 4 < place);
    !preceded && !(first..place).any(|at| other(at) || scene.is_auxiliary(at))
}

/// Sentences between two, counted to three.
pub(super) fn n_sentences(scene: &Scene, from: usize, to: usize) -> i32 {
    let (mut at, mut n) = (from, 0);
    while at < to && n < 3 {
        at = scene.sentence(at).1.max(at + 1);
        n += 1;
    }
    n
}
