//! What stands beside a quotation: whether it can be about it, whether the quotation stands alone, who is spoken of near it.
//!
//! Only the sentence and its neighbours are looked at, and only so many tokens of them.

use super::cue::{self, Cue};
use super::grammar::Class;
use super::kind;
use super::marks::Marked;
use super::people::People;
use super::phrase::{self, Subject};
use super::scene::Scene;
use super::{Certainty, Speaker};
use crate::entities::EntityKind;

/// Tokens beside a quotation that are looked at at most: bounds the work for one quotation.
const NEAR: usize = 120;

/// What follows a quotation, when it can be about it: in the same sentence, behind a comma or in small letters.
pub(super) fn behind(scene: &Scene, marked: &Marked, limit: usize) -> Option<Cue> {
    let (_, end) = kind::inside(marked);
    if marked.end >= limit {
        return None;
    }
    let sign = scene.sign(marked.end);
    let comma = matches!(sign, Some(',' | '-' | '–' | '—'))
        || matches!(end.checked_sub(1).and_then(|last| scene.sign(last)), Some(',' | '?' | '!' | '…' | '.'));
    let cue = cue::behind(scene, marked.end, limit)?;
    let inverted = cue.subject.is_none_or(|subject| subject.tokens().0 >= cue.verb.0);
    (comma || inverted && scene.is_word(marked.end)).then_some(cue)
}

/// True when nothing but signs and conjunctions stands between two tokens.
pub(super) fn joined(scene: &Scene, from: usize, to: usize) -> bool {
    from <= to
        && to - from < NEAR * 4
        && (from..to).all(|at| !scene.is_outside(at) || !scene.is_word(at) || scene.class(at) == Class::Conjunction)
}

/// `« Si cela dure, » a-t-il dit à la radio, « je partirai »`: cut behind a comma, and going on in small letters behind another.
pub(super) fn goes_on(scene: &Scene, other: &Marked, marked: &Marked) -> bool {
    let cut = kind::inside(other).1.checked_sub(1).and_then(|last| scene.sign(last)) == Some(',');
    let comma = marked.first.checked_sub(1).is_some_and(|before| scene.sign(before) == Some(','));
    let small = scene.tokens.get(marked.first + 1).is_some_and(|token| !token.capital);
    comma && (cut || small)
}

/// True when the writer says nothing else in the sentence than the quotation, or begins it with a conjunction.
pub(super) fn stands_alone(scene: &Scene, marked: &Marked, from: usize, limit: usize) -> bool {
    let silent = |at: usize| !scene.is_outside(at) || !scene.is_word(at) || matches!(scene.class(at), Class::Conjunction | Class::Adverb);
    let (from, limit) = (from.max(marked.first.saturating_sub(NEAR)), limit.min(marked.end + NEAR));
    (from..marked.first).all(silent) && (marked.end..limit).all(|at| !scene.is_outside(at) || !scene.is_word(at))
}

/// Sentences of the writer that begin between two tokens.
pub(super) fn sentences_between(scene: &Scene, from: usize, to: usize) -> usize {
    let (mut at, mut n) = (scene.sentence(from.saturating_sub(1)).1, 0);
    while at < to && n < 8 {
        let (_, end) = scene.sentence(at);
        n += usize::from((at..end.min(to)).any(|at| scene.is_outside(at) && scene.is_word(at)));
        at = end.max(at + 1);
    }
    n
}

pub(super) fn shouts(scene: &Scene, marked: &Marked) -> bool {
    kind::inside(marked).1.checked_sub(1).is_some_and(|last| matches!(scene.sign(last), Some('?' | '!' | ',')))
}

pub(super) fn asks(scene: &Scene, marked: &Marked) -> bool {
    kind::inside(marked).1.checked_sub(1).is_some_and(|last| scene.sign(last) == Some('?'))
}

/// The subject of the sentence that ends before token `from`.
pub(super) fn subject_before(scene: &Scene, from: usize) -> Option<Subject> {
    let (first, end) = scene.sentence(from.checked_sub(1)?);
    let subject = phrase::of_sentence(scene, first, end)?;
    Some(subject).filter(|subject| phrase::is_person(scene, *subject))
}

/// Places speak only with a verb of speech.
pub(super) fn can_speak(scene: &Scene, subject: Subject) -> bool {
    let Subject::Named { entity, .. } = subject else { return true };
    scene.entities.entity(entity).is_some_and(|entity| entity.kind != EntityKind::Place)
}

/// The person named at the head of the sentence behind a quotation that begins its paragraph.
pub(super) fn subject_behind(scene: &Scene, marked: &Marked) -> Option<Subject> {
    let paragraph = scene.paragraph(marked.first);
    let begins = paragraph.first == marked.first && marked.end < paragraph.end;
    let subject = phrase::forward(scene, marked.end, paragraph.end).filter(|_| begins)?;
    (matches!(subject, Subject::Named { .. }) && phrase::is_person(scene, subject)).then_some(subject)
}

/// `Jeanne Rey : « … »`.
pub(super) fn before_colon(scene: &Scene, people: &mut People, marked: &Marked, from: usize) -> Option<Speaker> {
    let colon = marked.first.checked_sub(1).filter(|colon| *colon > from && scene.sign(*colon) == Some(':'))?;
    let subject = phrase::backward(scene, from, colon).filter(|subject| matches!(subject, Subject::Named { .. }));
    let subject =
        subject.or_else(|| phrase::of_sentence(scene, from, colon)).filter(|subject| !matches!(subject, Subject::Described { .. }))?;
    let speaker = people.resolve(scene, subject, subject.tokens().0)?;
    Some(Speaker { certainty: speaker.certainty.max(Certainty::Resolved), ..speaker })
}

/// An outlet, a colon and words without full stop: the headline of its report.
pub(super) fn headline(scene: &Scene, marked: &Marked, from: usize) -> Option<Speaker> {
    let colon = marked.first.checked_sub(1).filter(|colon| *colon > from && scene.sign(*colon) == Some(':'))?;
    let mention = scene.mention_from(from).filter(|mention| mention.kind == EntityKind::Media)?;
    let whole = scene.token_behind(mention.span) == colon;
    let (_, end) = kind::inside(marked);
    let stopped = end.checked_sub(1).and_then(|last| scene.sign(last)).is_some_and(|sign| matches!(sign, '.' | '!' | '…'));
    (whole && !stopped).then_some(Speaker { entity: Some(mention.entity), mention: mention.span, certainty: Certainty::Named })
}
