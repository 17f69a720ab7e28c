//! What the words of a description tell of whom they mean: the noun, one or several, which gender, where it was introduced.

use super::grammar::{Class, Determiner};
use super::phrase;
use super::scene::Scene;
use crate::entities::Gender;
use crate::span::Span;
use crate::text::fold;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Plural {
    Yes,
    No,
}

/// Tokens back to where a description was introduced at most.
const INTRODUCED: usize = 150;

/// `un cadre du groupe`, when `ce cadre` speaks later: the description that introduced whom the same noun takes up.
pub(super) fn introduced(scene: &Scene, first: usize, head: &str) -> Option<Span> {
    let lowest = first.saturating_sub(INTRODUCED);
    let told = (lowest..first).rev().filter(|at| scene.is_word(*at) && scene.is_told(*at));
    let mut nouns = told.filter(|at| fold(scene.lower(*at)) == head);
    let noun = nouns.find(|at| at.checked_sub(1).is_some_and(|before| scene.class(before) == Class::Determiner(Determiner::Indefinite)))?;
    let (first, end) = phrase::forward(scene, noun - 1, noun + INTRODUCED)?.tokens();
    Some(scene.span(first, end))
}

/// The noun of a description, folded: the first word behind the determiner that is no adjective before the noun.
pub(super) fn head(scene: &Scene, first: usize, end: usize) -> String {
    let adjective = |lower: &str| {
        matches!(
            lower,
            "jeune"
                | "jeunes"
                | "ancien"
                | "ancienne"
                | "vieux"
                | "vieil"
                | "vieille"
                | "petit"
                | "petite"
                | "grand"
                | "grande"
                | "autre"
                | "même"
                | "nouveau"
                | "nouvelle"
                | "haut"
                | "proche"
                | "young"
                | "old"
                | "former"
                | "senior"
        )
    };
    let nouns = (first + 1..end).filter(|at| scene.is_word(*at));
    let noun = nouns.clone().find(|at| !adjective(scene.lower(*at))).or_else(|| nouns.clone().next());
    // A prime minister is another than a minister.
    let first_of = |at: usize| matches!(scene.lower(at), "premier" | "première") && scene.lower(at + 1) == "ministre";
    noun.map(|at| if first_of(at) { "premier ministre".to_owned() } else { fold(scene.lower(at)) }).unwrap_or_default()
}

pub(super) fn is_plural(scene: &Scene, first: usize) -> Plural {
    let plural = matches!(
        scene.lower(first),
        "les"
            | "des"
            | "ces"
            | "plusieurs"
            | "certains"
            | "certaines"
            | "quelques"
            | "ses"
            | "leurs"
            | "deux"
            | "trois"
            | "these"
            | "those"
            | "several"
    );
    if plural { Plural::Yes } else { Plural::No }
}

pub(super) fn gender_of(determiner: &str) -> Option<Gender> {
    match determiner {
        "le" | "un" | "ce" | "cet" | "son" | "du" | "au" => Some(Gender::Masculine),
        "la" | "une" | "cette" | "sa" => Some(Gender::Feminine),
        _ => None,
    }
}

/// Behind an elided article the noun alone tells: `l’élu`, `l’élue`, but not `l’architecte`.
pub(super) fn gender_by_ending(noun: &str) -> Option<Gender> {
    let feminine = ["ée", "ue", "trice", "euse", "ière", "ienne", "ante", "ente"].iter().any(|ending| noun.ends_with(ending));
    match noun.ends_with('e') {
        true => feminine.then_some(Gender::Feminine),
        false => Some(Gender::Masculine),
    }
}

pub(super) fn civil(title: &str) -> Option<Gender> {
    match title {
        "m" | "mr" | "monsieur" | "sir" | "lord" => Some(Gender::Masculine),
        "mme" | "mlle" | "mrs" | "ms" | "miss" | "madame" | "mademoiselle" | "lady" => Some(Gender::Feminine),
        _ => None,
    }
}
