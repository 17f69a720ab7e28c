//! What sort of quotation stands between marks: speech in full or in part, a distance, a title.
//!
//! A clause with its own verb is direct; a phrase that completes the writer's sentence is partial; words that nobody is said
//! to have spoken are a distance; the title of a work is told by the noun before it.

use super::grammar::{self, Class};
use super::marks::{Marked, Sort};
use super::scene::Scene;
use super::{QuoteKind, clause, phrase};

/// Words of a distance at most: longer stretches were spoken, though nobody is said to have.
const LONGEST_DISTANCE: usize = 6;
/// Tokens before a mark in which the noun of a work may stand.
const BEFORE: usize = 5;

/// Whether a quotation is attributed to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Attributed {
    /// A verb of speech or a viewpoint governs it.
    ByVerb,
    /// A verb of speech follows it, or stands inside: nothing of the writer's goes on in it.
    BySentence,
    /// It stands alone and goes on with what was said before.
    Inherited,
    No,
}

/// The kind that the marks and the words before them show, whoever speaks.
pub(super) fn without_speaker(scene: &Scene, marked: &Marked, from: usize) -> Option<QuoteKind> {
    if matches!(marked.sort, Sort::Dash | Sort::Label) {
        return Some(QuoteKind::Direct);
    }
    let (first, end) = inside(marked);
    if names_a_work(scene, marked, from) {
        return Some(QuoteKind::Title);
    }
    let before = marked.first.checked_sub(1).filter(|before| *before >= from);
    let distant = before.is_some_and(|before| keeps_distance(scene, before, first));
    let n_words = (first..end).filter(|at| scene.is_word(*at)).count();
    if distant && n_words <= LONGEST_DISTANCE && !clause::has_verb(scene, first, end) || is_charge(scene, marked, from) {
        return Some(QuoteKind::Scare);
    }
    // `se défend de toute « fuite en avant »`: the words of whoever accuses.
    let denied = before.is_some_and(|before| matches!(scene.lower(before), "tout" | "toute" | "any"));
    if denied && n_words <= LONGEST_DISTANCE && !clause::has_verb(scene, first, end) {
        return Some(QuoteKind::Scare);
    }
    None
}

/// `une enquête pour « mise en danger d’autrui »`: words of the law, which nobody speaks.
fn is_charge(scene: &Scene, marked: &Marked, from: usize) -> bool {
    let (first, end) = inside(marked);
    let before = marked.first.checked_sub(1).filter(|before| *before > from);
    let brought = before.is_some_and(|before| matches!(scene.lower(before), "pour" | "de" | "d" | "for" | "of" | "with"));
    let lowest = from.max(marked.first.saturating_sub(COURT));
    let nominal = scene.tokens.get(first).is_some_and(|token| !token.capital) && !clause::has_verb(scene, first, end);
    brought && nominal && (lowest..marked.first).any(|at| scene.is_word(at) && grammar::is_of_court(scene.lower(at)))
}

/// Tokens between a word of the courts and the charge at most.
const COURT: usize = 8;

/// The kind of what is left, once it is known whether somebody speaks.
pub(super) fn with_speaker(scene: &Scene, marked: &Marked, attributed: Attributed, from: usize) -> QuoteKind {
    let (first, end) = inside(marked);
    let n_words = (first..end).filter(|at| scene.is_word(*at)).count();
    let verb = clause::has_verb(scene, first, end);
    let capital = scene.tokens.get(first).is_some_and(|token| token.capital);
    let last = end.checked_sub(1).and_then(|last| scene.sign(last));
    let shouted = matches!(last, Some('!' | '?'));
    let sentence = capital && matches!(last, Some('.' | '…'));
    let cut = capital && last == Some(',');
    if marked.within.is_some() && (attributed == Attributed::No || n_words <= 2) {
        let spoken = attributed != Attributed::No || verb && n_words > 2;
        return if spoken && verb {
            QuoteKind::Direct
        } else if spoken {
            QuoteKind::Partial
        } else {
            QuoteKind::Scare
        };
    }
    // Words that begin a sentence of their own are more than a part of the writer's.
    let alone = capital && n_words > 1 && marked.first == from;
    // `ajoutant que « le niveau baisse »`: what `que` begins and the mark ends is a clause, whatever its verb.
    let that = marked.first > from.min(marked.first) && scene.class(marked.first - 1) == Class::That && n_words > 3;
    let closes = matches!(scene.sign(marked.end), Some('.' | ',' | ';' | '!' | '?')) || scene.paragraph(marked.first).end == marked.end;
    match attributed {
        Attributed::ByVerb | Attributed::No if clause::begins_with_verb(scene, first) => QuoteKind::Partial,
        // `La victime « intervenait sur une vanne », a dit le préfet`: its subject is the writer's.
        Attributed::BySentence if clause::begins_with_verb(scene, first) && goes_on_behind_subject(scene, marked, from) => {
            QuoteKind::Partial
        }
        // `assure avoir « tout fait »`, `une décision « qui s’impose »`.
        Attributed::ByVerb | Attributed::BySentence if !capital && is_governed(scene, marked, from) => QuoteKind::Partial,
        Attributed::ByVerb | Attributed::BySentence if that && closes => QuoteKind::Direct,
        Attributed::BySentence if verb || alone => QuoteKind::Direct,
        _ if verb && n_words > 2 => QuoteKind::Direct,
        Attributed::ByVerb | Attributed::BySentence | Attributed::Inherited if verb || shouted || sentence || cut => QuoteKind::Direct,
        Attributed::ByVerb | Attributed::BySentence => QuoteKind::Partial,
        Attributed::Inherited if capital && n_words > 1 => QuoteKind::Direct,
        Attributed::Inherited => QuoteKind::Partial,
        Attributed::No if n_words > LONGEST_DISTANCE || shouted && n_words > 2 => {
            if sentence || shouted {
                QuoteKind::Direct
            } else {
                QuoteKind::Partial
            }
        }
        Attributed::No => QuoteKind::Scare,
    }
}

/// True when a subject of the writer's stands right before the mark, and no verb of speech with it.
fn goes_on_behind_subject(scene: &Scene, marked: &Marked, from: usize) -> bool {
    let lowest = from.max(marked.first.saturating_sub(SUBJECT));
    phrase::backward(scene, from, marked.first).is_some() && !(lowest..marked.first).any(|at| scene.is_outside(at) && scene.is_speaking(at))
}

/// Tokens of a subject with what stands beside it at most.
const SUBJECT: usize = 32;

/// True when the words complete an auxiliary before the mark, or begin as a relative clause.
fn is_governed(scene: &Scene, marked: &Marked, from: usize) -> bool {
    let before = marked.first.checked_sub(1).filter(|before| *before >= from);
    let auxiliary = |at: usize| matches!(scene.lower(at), "avoir" | "être") || scene.is_auxiliary(at);
    before.is_some_and(auxiliary) || scene.class(inside(marked).0) == Class::Relative
}

/// `les jihadistes dits «`, but not `il s’est dit «` nor `elle se dit «`; `le plan dit «` names something.
fn keeps_distance(scene: &Scene, before: usize, first: usize) -> bool {
    let said = scene.auxiliary_before(before).is_some() || scene.is_speaking(before) && !scene.tokens[first].capital;
    scene.is_word(before) && grammar::keeps_distance(scene.lower(before)) && !said
}

pub(super) fn inside(marked: &Marked) -> (usize, usize) {
    let first = marked.parts.first().map_or(marked.first, |part| part.0);
    (first, marked.parts.last().map_or(marked.end, |part| part.1))
}

/// `dans son livre « … »`, `le film “…”`: the noun of a work before the mark, and no verb of speech behind that noun.
fn names_a_work(scene: &Scene, marked: &Marked, from: usize) -> bool {
    let (first, end) = inside(marked);
    let capital = scene.tokens.get(first).is_some_and(|token| token.capital || !scene.word(first).lower.starts_with(char::is_alphabetic));
    let spoken = matches!(end.checked_sub(1).and_then(|last| scene.sign(last)), Some('.' | ','));
    if !capital || spoken {
        return false;
    }
    let lowest = from.max(marked.first.saturating_sub(BEFORE));
    for at in (lowest..marked.first).rev() {
        if !scene.is_word(at) {
            // `son livre, « … »` and `le film (2012) « … »` still name it; a colon opens speech, but for `titre : «`.
            if matches!(scene.sign(at), Some(':')) && !scene.lower(at.saturating_sub(1)).starts_with("titr") {
                return false;
            }
            continue;
        }
        if grammar::is_work(scene.lower(at)) {
            let article = scene.lower(at) != "une" || at + 1 == marked.first && scene.lower(at.saturating_sub(1)) == "la";
            return article;
        }
        if scene.is_speaking(at) || matches!(scene.class(at), Class::That | Class::Pronoun(_) | Class::Auxiliary) {
            return false;
        }
    }
    false
}
