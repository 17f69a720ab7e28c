//! Speech that is told without marks: `a indiqué que`, `selon X`, and the conditional of what is only heard.
//!
//! A clause in which the writer also quotes words is left to that quotation. Infinitives (`promet de partir`) are left out:
//! too often nobody said them.

use super::cue::{self, Cue};
use super::grammar::Class;
use super::people::People;
use super::phrase;
use super::scene::Scene;
use super::verbs::{Form, Stance};
use super::{Closing, Quote, QuoteKind, medium};
use crate::corpus::ZoneKind;
use crate::text::Language;

/// Words of a clause at least: `dit que oui` tells nothing.
const SHORTEST: usize = 3;
/// Tokens of a figure alone behind a colon at most.
const FIGURE: usize = 6;
/// Tokens of a sentence that are looked at: bounds the work in sentences without end.
const LONGEST: usize = 400;

/// Indirect speech of one article, in order.
pub(super) fn quotes(scene: &Scene, people: &mut People) -> Vec<Quote> {
    let mut found = Vec::new();
    for paragraph in &scene.paragraphs {
        let mut at = paragraph.first;
        while at < paragraph.end {
            let (_, end) = scene.sentence(at);
            let end = end.clamp(at + 1, paragraph.end);
            found.extend(in_sentence(scene, people, at, end.min(at + LONGEST), paragraph.kind));
            at = end;
        }
    }
    found
}

fn in_sentence(scene: &Scene, people: &mut People, first: usize, end: usize, zone: ZoneKind) -> Option<Quote> {
    let stop = (first..end).rev().find(|at| scene.is_word(*at) || !scene.is_outside(*at)).map_or(end, |last| last + 1);
    // `a expliqué Anne Roy, pour qui « … »` is about the quotation behind it.
    let told = |cue: &Cue| scene.lower(cue.verb.1 - 1) != "qui";
    let mut viewpoints = (first..stop).filter(|at| scene.is_outside(*at));
    let viewpoint = viewpoints.find_map(|at| cue::viewpoint(scene, at, stop).filter(told).map(|cue| (at, cue)));
    let (clause, cue) = match viewpoint {
        Some((at, cue)) => (around(scene, first, stop, at, cue.end), Some(cue)),
        None => match that_clause(scene, first, stop).or_else(|| having_done(scene, first, stop)).or_else(|| closed(scene, first, stop)) {
            Some((clause, cue)) => (clause, Some(cue)),
            None => ((first, stop), hearsay(scene, first, stop, zone).then_some(None)?),
        },
    };
    // `Bilan : sept morts, selon l’hôpital`: a figure that nobody put into a clause.
    let (from, to) = clause;
    let colon = (from..to).rev().find(|at| viewpoint.is_some() && scene.sign(*at) == Some(':') && scene.is_outside(*at));
    if colon.is_some_and(|colon| to - colon <= FIGURE && !super::clause::has_verb(scene, colon + 1, to)) {
        return None;
    }
    let n_words = (from..to).filter(|at| scene.is_word(*at)).count();
    if n_words < SHORTEST || (from..to).any(|at| !scene.is_outside(at)) {
        return None;
    }
    let speaker = cue.and_then(|cue| cue.subject).and_then(|subject| people.resolve(scene, subject, subject.tokens().0));
    let span = scene.span(from, to);
    Some(Quote {
        document: scene.document.id,
        span,
        inner: span,
        parts: vec![span],
        kind: QuoteKind::Indirect,
        closing: Closing::None,
        speaker,
        verb: cue.map(|cue| scene.span(cue.verb.0, cue.verb.1)),
        stance: cue.and_then(|cue| cue.stance),
        medium: medium::find(scene, (first, end), span, speaker),
        within: None,
        continues: None,
        utterance: None,
    })
}

/// What a viewpoint of tokens `at` to `behind` is about: the rest of its sentence.
fn around(scene: &Scene, first: usize, stop: usize, at: usize, behind: usize) -> (usize, usize) {
    let comma = |at: usize| matches!(scene.sign(at), Some(',' | '–' | '—' | ':'));
    let heads = (first..at).filter(|place| scene.is_word(*place)).count() < 2;
    if heads {
        // `Selon X, qui …, la …` is rare: the first comma ends the viewpoint.
        let from = (behind..stop).find(|place| comma(*place)).map_or(behind, |comma| comma + 1);
        return (from.min(stop), stop);
    }
    let end = at.checked_sub(1).filter(|before| comma(*before)).unwrap_or(at);
    (first, end.max(first))
}

/// `a indiqué que …`: the clause from `que` on, and what governs it.
fn that_clause(scene: &Scene, first: usize, stop: usize) -> Option<((usize, usize), Cue)> {
    for at in (first..stop).filter(|at| scene.is_outside(*at)) {
        let Some((end, stance, form)) = cue::speech(scene, at) else { continue };
        let Some(that) = (end..stop.min(end + 16)).find(|place| !may_stand_before_that(scene, *place)) else { continue };
        if let Some(clause) = unmarked(scene, at, end, stop) {
            return Some((clause, cue::before(scene, first, end)?));
        }
        // `n’a pas voulu dire si`
        let whether = matches!(scene.lower(that), "si" | "s" | "whether") && form == Form::Infinitive && scene.lower(at) == "dire";
        let is_that = scene.class(that) == Class::That || scene.lower(that) == "that" || whether;
        let speaks = !matches!(form, Form::Participle) || scene.auxiliary_before(at).is_some() || cue::is_coordinated(scene, first, at);
        if stance == Stance::Asking || !is_that || !speaks || that + SHORTEST >= stop {
            continue;
        }
        let cue = cue::before(scene, first, that)?;
        return Some(((that, clause_end(scene, that, stop)), cue));
    }
    None
}

/// `affirme avoir alerté la direction`: what somebody says to have done.
fn having_done(scene: &Scene, first: usize, stop: usize) -> Option<((usize, usize), Cue)> {
    let participle =
        |at: usize| ["é", "ée", "és", "ées", "i", "is", "it", "u", "us", "rt"].iter().any(|ending| scene.lower(at).ends_with(ending));
    let done = |at: usize| {
        let behind = at + 1 + usize::from(matches!(scene.class(at + 1), Class::Adverb | Class::Negation));
        matches!(scene.lower(at), "avoir" | "être") && behind < stop && participle(behind)
    };
    for at in (first..stop).filter(|at| scene.is_outside(*at) && scene.is_speaking(*at)) {
        let Some((end, stance, _)) = cue::speech(scene, at) else { continue };
        let not = usize::from(scene.lower(end) == "ne") + usize::from(matches!(scene.lower(end + 1), "pas" | "jamais"));
        let adverb = usize::from(scene.class(end) == Class::Adverb);
        let Some(clause) = [end + adverb, end + not].into_iter().find(|at| done(*at)) else { continue };
        if stance != Stance::Asking {
            return Some(((clause, clause_end(scene, clause, stop)), cue::before(scene, first, end)?));
        }
    }
    None
}

/// `Le colonel a été arrêté, a déclaré le ministre.`: a verb before its subject closes the sentence.
fn closed(scene: &Scene, first: usize, stop: usize) -> Option<((usize, usize), Cue)> {
    let commas = (first..stop).filter(|at| scene.is_outside(*at) && scene.sign(*at) == Some(','));
    let (comma, cue) = commas.into_iter().find_map(|comma| {
        let small = comma + 1 < stop && !scene.tokens[comma + 1].capital;
        let cue = if small { cue::inverted(scene, comma + 1, stop)? } else { return None };
        let subject = cue.subject.filter(|subject| phrase::can_act(scene, *subject))?;
        // `a-t-on appris auprès de la préfecture` says no more than `selon`, and stands behind every other lead.
        let nobody = (cue.verb.0..cue.verb.1).any(|at| scene.lower(at) == "on") || matches!(subject, phrase::Subject::Pronoun { .. });
        (!nobody && cue.stance != Some(Stance::Asking)).then_some((comma, cue))
    })?;
    super::clause::has_verb(scene, first, comma).then_some(((first, comma), cue))
}

/// `She said the signs had been removed`: English leaves `that` out behind the plainest verbs.
fn unmarked(scene: &Scene, at: usize, end: usize, stop: usize) -> Option<(usize, usize)> {
    let plain = matches!(
        scene.lower(at),
        "said" | "says" | "believes" | "believed" | "claimed" | "claims" | "insisted" | "insists" | "admitted" | "thinks"
    );
    let begins =
        matches!(scene.class(end), Class::Determiner(_) | Class::Pronoun(_)) || scene.tokens.get(end).is_some_and(|token| token.capital);
    let subject =
        at.checked_sub(1).is_some_and(|before| scene.is_outside(before) && (scene.is_word(before) || scene.sign(before) == Some(',')));
    let english = scene.document.language == Language::English && plain && begins && subject && scene.is_outside(end);
    let to = if english { clause_end(scene, end, stop) } else { return None };
    super::clause::has_verb(scene, end, to).then_some((end, to))
}

/// `a indiqué mardi à l’AFP que`.
fn may_stand_before_that(scene: &Scene, at: usize) -> bool {
    let word = matches!(scene.class(at), Class::Adverb | Class::Preposition | Class::Determiner(_) | Class::Other);
    scene.is_word(at) && word && scene.lower(at) != "that" && !scene.is_speaking(at)
}

/// Up to a semicolon, a gerund behind a comma or the end of the sentence.
fn clause_end(scene: &Scene, first: usize, stop: usize) -> usize {
    let ends = |at: &usize| {
        matches!(scene.sign(*at), Some(';' | ':'))
            || scene.sign(*at) == Some(',')
                && (cue::speech(scene, at + 1).is_some_and(|(.., form)| form == Form::Gerund)
                    || cue::inverted(scene, at + 1, stop).is_some())
    };
    (first..stop).find(ends).unwrap_or(stop)
}

/// `aurait prévu`, `auraient été vus`: told by the press in the conditional, as heard.
fn hearsay(scene: &Scene, first: usize, stop: usize, zone: ZoneKind) -> bool {
    let conditional = |at: usize| {
        let participle =
            |at: usize| ["é", "ée", "és", "ées", "u", "i", "is", "it", "us"].iter().any(|ending| scene.lower(at).ends_with(ending));
        let behind = at + 1 + usize::from(scene.class(at + 1) == Class::Adverb || scene.lower(at + 1) == "été");
        matches!(scene.lower(at), "aurait" | "auraient") && behind < stop && scene.class(at + 1) != Class::Negation && participle(behind)
    };
    let supposes = |at: usize| {
        matches!(scene.lower(at), "si" | "s" | "sans" | "sinon" | "qui" | "que" | "qu" | "dont" | "on" | "pourquoi" | "comment")
            || scene.class(at) == Class::Dialogue
            || matches!(scene.sign(at), Some('?'))
    };
    let running = matches!(zone, ZoneKind::Body | ZoneKind::Lead | ZoneKind::Title);
    running && (first..stop).any(conditional) && !(first..=stop).any(supposes) && phrase::of_sentence(scene, first, stop).is_some()
}
