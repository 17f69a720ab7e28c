//! Verbs that no list of speech holds, where only a verb of speech can stand: right behind words between marks.

use super::cue::{Cue, hyphened, is_between};
use super::grammar::{Class, Pronoun};
use super::phrase::{self, Subject};
use super::scene::Scene;
use super::tokens::Joint;
use super::verbs::Stance;
use crate::text::Language;

/// `a-t-il rigolé`, `tacle la ministre`, `quipped Ms Roy`: right behind words between marks any verb attributes them, listed or not.
pub(super) fn behind(scene: &Scene, from: usize, limit: usize) -> Option<Cue> {
    let mut first = from;
    while first < limit && matches!(scene.sign(first), Some(',' | '-' | '–' | '—')) && first < from + 2 {
        first += 1;
    }
    if scene.document.language == Language::English
        && let Some(subject) = phrase::forward(scene, first, limit)
    {
        // `,” a local guide reminisced.`
        let verb = subject.tokens().1;
        let speaks = verb < limit && scene.class(verb) == Class::Other && scene.lower(verb).ends_with("ed");
        return speaks.then_some(Cue { verb: (verb, verb + 1), stance: Some(Stance::Neutral), subject: Some(subject), end: verb + 1 });
    }
    let mut at = first;
    while at < limit && scene.is_clitic(at) && !scene.is_auxiliary(at) {
        at += 1;
    }
    let auxiliary = scene.is_auxiliary(at);
    let (mut pronoun, mut verb) = (None, at);
    if auxiliary {
        (pronoun, verb) = hyphened(scene, at + 1);
        while verb < limit && scene.is_word(verb) && is_between(scene, verb) {
            verb += 1;
        }
    }
    if verb >= limit || !scene.is_word(verb) || scene.tokens[verb].capital || scene.class(verb) != Class::Other {
        return None;
    }
    let mut behind = verb + 1;
    if pronoun.is_none() && !auxiliary {
        (pronoun, behind) = hyphened(scene, verb + 1);
    }
    let subject = match pronoun {
        Some(Subject::Pronoun { stands_for: Pronoun::Anybody, .. }) => return None,
        Some(pronoun) => pronoun,
        // Without a hyphen the ending has to be one, and whoever speaks has to stand right behind.
        None if is_verbal(scene, verb, auxiliary) => phrase::forward(scene, behind, limit)
            .filter(|subject| matches!(subject, Subject::Named { .. } | Subject::Described { .. }))
            .filter(|subject| phrase::can_act(scene, *subject))?,
        None => return None,
    };
    let end = subject.tokens().1.max(behind);
    Some(Cue { verb: (first, behind), stance: Some(Stance::Neutral), subject: Some(subject), end })
}

/// True for a word that ends as verbs of the third person do, or as participles behind an auxiliary.
fn is_verbal(scene: &Scene, at: usize, behind_auxiliary: bool) -> bool {
    let lower = scene.lower(at);
    let ends = |endings: &[&str]| lower.chars().count() > 3 && endings.iter().any(|ending| lower.ends_with(ending));
    match (scene.document.language, behind_auxiliary) {
        (Language::English, false) => ends(&["ed"]),
        (Language::English, true) => false,
        (Language::French, true) => ends(&["é", "i", "u", "is", "it"]),
        (Language::French, false) => ends(&["e", "ait", "aient", "ent", "it"]),
    }
}

/// `», disiez-vous`, `», avez-vous dit`: said to whoever spoke the words.
pub(super) fn addresses(scene: &Scene, at: usize) -> bool {
    let first = at + usize::from(scene.sign(at) == Some(','));
    (first..first + 4).any(|at| scene.lower(at) == "vous" && scene.joint(at) == Joint::Hyphen && scene.lower(at - 1).ends_with("ez"))
}
