//! Clauses of attribution inside the marks: `« Nous partirons, dit-il, demain. »`.
//!
//! Only a verb that stands before its subject behind a comma, a dash or an end of sentence is one; what follows up to the
//! next comma or stop belongs to it (`la directrice générale`, `devant la presse`). Whoever quotes takes it out of the text.

use super::cue::{self, Cue};
use super::grammar::{Class, Determiner};
use super::marks::Marked;
use super::phrase::Subject;
use super::scene::Scene;
use super::tokens::Joint;
use super::verbs::Form;
use crate::span::Span;

/// A clause of attribution: from its comma to what ends it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Incise {
    /// The comma before it.
    pub first: usize,
    /// Where the words of the speaker go on.
    pub end: usize,
    pub cue: Cue,
}

/// Tokens from the subject to the sign that ends the clause at most.
const LONGEST_END: usize = 14;

/// The clauses of attribution between tokens `first` and `end`, in order.
pub(super) fn find(scene: &Scene, first: usize, end: usize) -> Vec<Incise> {
    let mut found = Vec::new();
    let mut at = first + 1;
    while at + 1 < end {
        let opens = matches!(scene.sign(at), Some(',' | '?' | '!' | '…' | '–' | '—'));
        match if opens { incise(scene, at, end) } else { None } {
            Some(incise) => {
                at = incise.end.max(at + 1);
                found.push(incise);
            }
            None => at += 1,
        }
    }
    found
}

/// What was said, without the clauses of attribution.
pub(super) fn parts(scene: &Scene, marked: &Marked, incises: &[Incise]) -> Vec<Span> {
    let mut parts = Vec::new();
    for (first, end) in &marked.parts {
        let mut from = *first;
        let mut add = |from: usize, to: usize| {
            if from < to {
                parts.push(scene.span(from, to));
            }
        };
        for incise in incises.iter().filter(|incise| incise.first >= *first && incise.first < *end) {
            let sign = usize::from(matches!(scene.sign(incise.first), Some('?' | '!' | '…')));
            add(from, incise.first + sign);
            from = incise.end;
        }
        add(from, *end);
    }
    parts
}

fn incise(scene: &Scene, comma: usize, limit: usize) -> Option<Incise> {
    let first = comma + 1;
    if scene.tokens[first].capital || !scene.is_word(first) {
        return None;
    }
    let cue = cue::inverted(scene, first, limit)?;
    // Without a hyphen the verb stands right before whom it is said of: else it is a sentence of the speaker's own.
    let close = match cue.subject {
        // `a-t-on demandé`.
        None => true,
        Some(Subject::Pronoun { at, .. }) => scene.joint(at) == Joint::Hyphen,
        Some(Subject::Named { .. }) => true,
        Some(Subject::Described { determiner, .. }) => determiner != Determiner::Possessive,
    };
    let gerund = cue::speech(scene, first).is_some_and(|(.., form)| form == Form::Gerund);
    if !close || gerund {
        return None;
    }
    let end = (cue.end..limit.min(cue.end + LONGEST_END)).find(|at| ends(scene, *at));
    let Some(mut end) = end else {
        return (limit <= cue.end + LONGEST_END).then_some(Incise { first: comma, end: limit, cue });
    };
    // `, assure Claire Vasseur, la directrice générale, mais`: what stands beside the name belongs to it.
    if scene.sign(end) == Some(',')
        && let Some(behind) = apposition(scene, end, limit)
    {
        end = behind;
    }
    Some(Incise { first: comma, end: end + 1, cue })
}

fn ends(scene: &Scene, at: usize) -> bool {
    matches!(scene.sign(at), Some(',' | '.' | ';' | ':' | '…' | '–' | '—' | '!' | '?'))
}

/// The sign that ends the apposition that `comma` begins, if it begins one.
fn apposition(scene: &Scene, comma: usize, limit: usize) -> Option<usize> {
    let first = comma + 1;
    let end = (first..limit.min(first + LONGEST_END)).find(|at| ends(scene, *at))?;
    let begins = matches!(scene.class(first), Class::Determiner(_)) || is_role(scene.lower(first));
    let verb = (first + 1..end).any(|at| {
        let class = scene.class(at);
        scene.is_auxiliary(at)
            || matches!(class, Class::Pronoun(_) | Class::Dialogue | Class::Negation | Class::Relative)
            || scene.is_speaking(at)
    });
    (begins && !verb && !super::clause::has_verb(scene, first, end)).then_some(end)
}

fn is_role(lower: &str) -> bool {
    let endings = [
        "eur", "euse", "trice", "ier", "ière", "iste", "ant", "ante", "ent", "ente", "aire", "ien", "ienne", "ué", "uée", "er", "or", "man",
    ];
    matches!(
        lower,
        "ancien"
            | "ancienne"
            | "maire"
            | "chef"
            | "patron"
            | "patronne"
            | "élu"
            | "élue"
            | "avocat"
            | "avocate"
            | "député"
            | "députée"
            | "juge"
    ) || lower.len() > 5 && endings.iter().any(|ending| lower.ends_with(ending))
}
