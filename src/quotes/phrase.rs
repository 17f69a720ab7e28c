//! Noun phrases beside a verb of speech: a name, a description, a pronoun.
//!
//! Who is named is taken from the entity index; what it does not hold (`un cadre du groupe`) is described by its words. A
//! phrase is read forward behind a verb and backward before one; complements (`de Facebook`) belong to it and never speak.

use super::description::{Plural, civil, is_plural};
use super::grammar::{self, Class, Determiner, Pronoun};
use super::scene::Scene;
use super::tokens::Joint;
use crate::entities::{self, EntityKind, Mention};
use crate::id::EntityId;
use crate::text::Language;

/// Who speaks, as the sentence says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    Named { entity: EntityId, first: usize, end: usize },
    Pronoun { at: usize, stands_for: Pronoun },
    Described { first: usize, end: usize, determiner: Determiner },
}

impl Subject {
    pub fn tokens(self) -> (usize, usize) {
        match self {
            Self::Named { first, end, .. } | Self::Described { first, end, .. } => (first, end),
            Self::Pronoun { at, .. } => (at, at + 1),
        }
    }
}

/// Tokens of a description at most.
const LONGEST: usize = 14;
/// Tokens between brackets behind a function at most: its party, its town.
const BRACKET: usize = 5;
/// Tokens of what stands between commas behind a name.
const APPOSITION: usize = 18;

/// Words at the head of a sentence in which its subject stands at most.
const SENTENCE: usize = 80;

/// True for what can speak: a book or a law cannot.
fn speaks(mention: &Mention) -> bool {
    !matches!(mention.kind, EntityKind::Event | EntityKind::Law)
}

fn named(scene: &Scene, mention: &Mention, first: usize) -> Subject {
    Subject::Named { entity: mention.entity, first, end: scene.token_behind(mention.span) }
}

/// Behind the phrase that a preposition brings, which begins with token `at`: nobody stands beside it.
pub(super) fn brought(scene: &Scene, at: usize, limit: usize) -> Option<usize> {
    match scene.class(at) {
        Class::Determiner(determiner) if scene.mention_from(at).is_none() && at < limit && scene.is_word(at) => {
            described(scene, at, limit, determiner).map(|subject| subject.tokens().1)
        }
        _ => forward(scene, at, limit).map(|subject| subject.tokens().1),
    }
}

/// The phrase that begins with token `at`, before token `limit`.
pub(super) fn forward(scene: &Scene, at: usize, limit: usize) -> Option<Subject> {
    if at >= limit || !scene.is_word(at) {
        return handle(scene, at, limit);
    }
    if let Some(mention) = scene.mention_from(at).filter(|mention| speaks(mention)) {
        return Some(with_name(scene, named(scene, mention, at), limit));
    }
    let hyphened = scene.joint(at) == Joint::Hyphen;
    match scene.class(at) {
        Class::Pronoun(stands_for) if !hyphened => Some(Subject::Pronoun { at, stands_for }),
        Class::Determiner(determiner) => {
            let subject = described(scene, at, limit, determiner)?;
            let (first, end) = subject.tokens();
            // `le maire (LR) Didier Combes`
            let bracket = (end + 1..limit.min(end + BRACKET)).find(|at| scene.sign(end) == Some('(') && scene.sign(*at) == Some(')'));
            let named = bracket.and_then(|close| apposed(scene, close + 1, first, limit));
            if let Some(named) = named.filter(|name| is_person(scene, *name) && !is_person(scene, subject)) {
                return Some(named);
            }
            let name = if scene.sign(end) == Some(',') { apposed(scene, end + 1, first, limit) } else { None };
            let closed = name.filter(|name| scene.sign(name.tokens().1).is_some() && !is_person(scene, subject));
            Some(closed.unwrap_or(subject))
        }
        _ => None,
    }
}

/// `@vigie_nord`: an account on a network.
fn handle(scene: &Scene, at: usize, limit: usize) -> Option<Subject> {
    let glued = |at: usize| at < limit && scene.joint(at) == Joint::Glued && (scene.is_word(at) || scene.sign(at) == Some('_'));
    let first = Some(at).filter(|at| at + 1 < limit && scene.sign(*at) == Some('@') && glued(at + 1))?;
    let end = (first + 1..limit.min(first + LONGEST)).find(|at| !glued(*at)).unwrap_or(limit.min(first + LONGEST));
    Some(Subject::Described { first, end, determiner: Determiner::Indefinite })
}

/// Tokens of what only says from whose side: `pour sa part`, `de son côté`, `quant à elle`, `à son tour`; 0 for anything else.
pub(super) fn aside(scene: &Scene, at: usize) -> usize {
    let word = |n: usize| scene.lower(at + n);
    let own = matches!(word(1), "son" | "sa" | "leur" | "leurs");
    match word(0) {
        "pour" if own && word(2) == "part" => 3,
        "de" if own && word(2) == "côté" => 3,
        "à" if own && matches!(word(2), "tour" | "endroit") => 3,
        "quant" if word(1) == "à" && matches!(word(2), "lui" | "elle" | "eux" | "elles") => 3,
        "en" if matches!(word(1), "substance" | "retour" | "écho" | "revanche" | "résumé") => 2,
        "lui" | "elle" | "eux" | "elles" if word(1) == "aussi" => 2,
        _ => 0,
    }
}

/// `souffle Hanitra`: capitals right behind a verb of speech are a name, though nobody knows it.
pub(super) fn unknown_name(scene: &Scene, at: usize, limit: usize) -> Option<Subject> {
    let part = |at: usize| {
        at < limit && scene.is_word(at) && scene.tokens[at].capital && scene.class(at) == Class::Other && scene.mention_from(at).is_none()
    };
    let end = (at..limit.min(at + LONGEST)).find(|at| !part(*at)).unwrap_or(limit.min(at + LONGEST));
    let titled = civil(scene.lower(at)).is_some();
    (end > at && !titled).then_some(Subject::Described { first: at, end, determiner: Determiner::Indefinite })
}

/// `le ministre de l’Intérieur Bernard Cazeneuve`: the name behind the function.
fn with_name(scene: &Scene, subject: Subject, limit: usize) -> Subject {
    let (first, end) = subject.tokens();
    let comma = usize::from(scene.sign(end) == Some(','));
    let person = scene.mention_from(end + comma).filter(|mention| mention.kind == EntityKind::Person && end + comma < limit);
    match (subject, person) {
        (Subject::Named { entity, .. }, Some(person)) if comma == 0 || person.entity == entity => {
            Subject::Named { entity: person.entity, first, end: scene.token_behind(person.span) }
        }
        _ => subject,
    }
}

/// A determiner with what belongs to it.
fn described(scene: &Scene, first: usize, limit: usize, determiner: Determiner) -> Option<Subject> {
    let limit = limit.min(first + LONGEST);
    if is_time(scene, first + 1) {
        return None;
    }
    // `l’une d’elles`, `un des leurs`.
    let among = determiner == Determiner::Indefinite && matches!(scene.lower(first + 1), "d" | "des" | "of");
    if among && first + 2 < limit && matches!(scene.lower(first + 2), "eux" | "elles" | "leurs" | "siens" | "them") {
        return Some(Subject::Described { first, end: first + 3, determiner });
    }
    let mut end = first + 1;
    let mut complemented = false;
    while end < limit {
        let behind_determiner = end == first + 1;
        // `a dit à des journalistes Henrik Vos`: several are not called by one name.
        let behind = |mention: &Mention| scene.token_behind(mention.span);
        let one_of_several = |mention: &Mention| {
            let listed = scene.class(behind(mention)) == Class::Conjunction || scene.sign(behind(mention)) == Some(',');
            mention.kind == EntityKind::Person && is_plural(scene, first) == Plural::Yes && !listed
        };
        // `devant des dizaines d’habitants Anne Roy`.
        let behind_several =
            |mention: &Mention| complemented && mention.kind == EntityKind::Person && scene.lower(end - 1).ends_with(['s', 'x']);
        if !behind_determiner && scene.mention_from(end).is_some_and(|mention| one_of_several(mention) || behind_several(mention)) {
            break;
        }
        if !complemented && let Some(mention) = scene.mention_from(end).filter(|mention| speaks(mention)) {
            let person = mention.kind == EntityKind::Person || behind_determiner || grammar::is_body(scene.lower(end - 1));
            if person && mention.kind != EntityKind::Place {
                return Some(named(scene, mention, first));
            }
        }
        let part = match scene.class(end) {
            _ if !scene.is_word(end) => false,
            Class::Determiner(_) if scene.lower(end) == "des" => {
                complemented = true;
                !behind_determiner
            }
            Class::Preposition if !behind_determiner && is_of_verb(scene, end) => false,
            Class::Preposition => {
                let of = matches!(scene.lower(end), "de" | "du" | "d" | "à" | "au" | "aux" | "of" | "in" | "at" | "for" | "en");
                complemented |= of;
                // `une de ses collègues`, `l’un des élus`: the determiner stands for a noun.
                of && (!behind_determiner || matches!(scene.lower(first), "un" | "une" | "plusieurs" | "certains" | "certaines" | "one"))
            }
            Class::Determiner(_) => complemented,
            Class::Adverb => behind_determiner || scene.lower(end) == "même",
            Class::Other if scene.document.language == Language::English && scene.lower(end).ends_with("ed") => behind_determiner,
            Class::Other => behind_determiner || !scene.is_speaking(end) && !is_gerund(scene, end) && !grammar::is_finite(scene.lower(end)),
            _ => false,
        };
        if !part {
            break;
        }
        end += 1;
    }
    // `le compte @vigie`.
    let handle = scene.sign(end) == Some('@') && scene.is_word(end + 1) && scene.joint(end + 1) == Joint::Glued && end + 1 < limit;
    end += if handle { 2 } else { 0 };
    while end > first + 1 && matches!(scene.class(end - 1), Class::Preposition | Class::Determiner(_)) {
        end -= 1;
    }
    (end > first + 1).then_some(Subject::Described { first, end, determiner })
}

/// `26 juin`, `veille`, `matin`.
fn is_time(scene: &Scene, at: usize) -> bool {
    let named = scene.is_word(at) && !scene.tokens[at].capital && grammar::is_time(scene.lower(at));
    named
        || grammar::is_month(scene.lower(at))
        || grammar::is_month(scene.lower(at + 1)) && scene.lower(at).starts_with(|c: char| c.is_ascii_digit())
}

/// `d’une voix blanche`, `à mi-voix`, `en souriant`, `au micro de RTL`, `à l’AFP`: what a preposition brings to the verb.
fn is_of_verb(scene: &Scene, at: usize) -> bool {
    let (preposition, next) = (scene.lower(at), scene.lower(at + 1));
    let determined = matches!(scene.class(at + 1), Class::Determiner(_));
    let noun = at + 1 + usize::from(determined);
    let hearer = || {
        let outlet =
            scene.mention_from(noun).or_else(|| scene.mention_from(at + 1)).is_some_and(|mention| mention.kind == EntityKind::Media);
        outlet || grammar::is_hearer(scene.lower(noun))
    };
    match preposition {
        "d" => matches!(next, "un" | "une") && grammar::is_manner(scene.lower(noun)),
        "en" => grammar::is_manner(next) || next.ends_with("ant") && !grammar::is_kin(next),
        "à" => grammar::is_manner(next) || hearer(),
        "au" | "aux" => hearer(),
        _ => false,
    }
}

fn is_gerund(scene: &Scene, at: usize) -> bool {
    scene.verb(at).is_some_and(|verb| verb.form == super::verbs::Form::Gerund)
}

/// The phrase whose last token is right before token `end`, not before token `from`.
pub(super) fn backward(scene: &Scene, from: usize, end: usize) -> Option<Subject> {
    let last = end.checked_sub(1).filter(|last| *last >= from)?;
    match scene.sign(last) {
        Some(',' | '–' | '—' | ')') => {
            let opening = before_apposition(scene, from, last)?;
            let outer = backward(scene, from, opening)?;
            let (first, _) = outer.tokens();
            return Some(if is_person(scene, outer) { outer } else { apposed(scene, opening + 1, first, last).unwrap_or(outer) });
        }
        Some(_) => return None,
        None => {}
    }
    let class = scene.class(last);
    if let Class::Pronoun(stands_for) = class
        && scene.joint(last) != Joint::Hyphen
    {
        return Some(disjunctive(scene, from, last, stands_for));
    }
    // `Celui-ci a dit`.
    if scene.lower(last) == "ci" && last > from {
        let stands_for = match scene.lower(last - 1) {
            "celui" => Pronoun::Masculine,
            "celle" => Pronoun::Feminine,
            _ => Pronoun::Plural,
        };
        return Some(Subject::Pronoun { at: last - 1, stands_for });
    }
    if class == Class::Relative && matches!(scene.lower(last), "qui" | "who") {
        let comma = usize::from(last > from && scene.sign(last - 1) == Some(','));
        return backward(scene, from, last - comma).or_else(|| antecedent(scene, from, last - comma));
    }
    if let Some(mention) = scene.mention_to(last).filter(|mention| speaks(mention)) {
        let first = scene.token_at(mention.span.start).max(from);
        let determined = first > from + 1 && matches!(scene.class(first - 1), Class::Determiner(Determiner::Definite));
        let of = (first - usize::from(determined)).checked_sub(1).filter(|before| *before >= from).map(|before| scene.lower(before));
        let of = of.unwrap_or_default();
        if !matches!(of, "de" | "du" | "d" | "des" | "of" | "à" | "au" | "aux" | "chez" | "pour" | "en") {
            return Some(Subject::Named { entity: mention.entity, first, end });
        }
        if let Some(described) = described_before(scene, from, end) {
            return Some(described);
        }
        return None;
    }
    described_before(scene, from, end).or_else(|| bare(scene, from, end))
}

/// `a donné raison au collectif, qui dénonce`, `l’avis de Jeanne Rey, qui craint`: what a preposition brings, taken up by `qui`.
fn antecedent(scene: &Scene, from: usize, end: usize) -> Option<Subject> {
    let last = end.checked_sub(1).filter(|last| *last >= from)?;
    if let Some(mention) = scene.mention_to(last).filter(|mention| speaks(mention) && mention.kind != EntityKind::Place) {
        return Some(named(scene, mention, scene.token_at(mention.span.start).max(from)));
    }
    let lowest = from.max(end.saturating_sub(ANTECEDENT));
    let first = (lowest..last).rev().find(|at| matches!(scene.lower(*at), "au" | "du" | "aux" | "des"))? + 1;
    let nouns = (first..end).all(|at| scene.is_word(at) && scene.class(at) == Class::Other);
    let subject = Subject::Described { first: first - 1, end, determiner: Determiner::Definite };
    (nouns && can_act(scene, subject)).then_some(Subject::Described { first, end, determiner: Determiner::Indefinite })
}

/// Words of what a preposition brings before `qui` at most.
const ANTECEDENT: usize = 5;

/// `Witnesses said`: a noun without determiner at the head of an English sentence.
fn bare(scene: &Scene, from: usize, end: usize) -> Option<Subject> {
    let english = scene.document.language == Language::English && end <= from + 3;
    let nouns = english && (from..end).all(|at| scene.class(at) == Class::Other && scene.is_word(at));
    nouns.then_some(Subject::Described { first: from, end, determiner: Determiner::Indefinite })
}

/// `Son président, Hervé Collin,`: the name that stands beside a description.
fn apposed(scene: &Scene, at: usize, first: usize, limit: usize) -> Option<Subject> {
    let Subject::Named { entity, end, .. } = forward(scene, at, limit)? else { return None };
    let kind = scene.entities.entity(entity)?.kind;
    let fits = matches!(kind, EntityKind::Person | EntityKind::Organisation) && end <= limit;
    fits.then_some(Subject::Named { entity, first, end })
}

pub(super) fn is_person(scene: &Scene, subject: Subject) -> bool {
    match subject {
        Subject::Named { entity, .. } => scene.entities.entity(entity).is_some_and(|entity| entity.kind == EntityKind::Person),
        Subject::Pronoun { .. } => true,
        Subject::Described { .. } => false,
    }
}

/// True for `on`.
pub(super) fn is_nobody(subject: Subject) -> bool {
    matches!(subject, Subject::Pronoun { stands_for: Pronoun::Anybody, .. })
}

/// True for a description of one person: `la mère de la victime`, `ce voisin`, `le maire`.
pub(super) fn is_described_person(scene: &Scene, subject: Subject) -> bool {
    let Subject::Described { first, end, .. } = subject else { return false };
    let noun = (first + 1..end.min(first + 4)).take_while(|at| scene.class(*at) != Class::Preposition);
    noun.into_iter().any(|at| grammar::is_kin(scene.lower(at)) || entities::is_function(scene.lower(at)))
}

/// True for a person or a body, and for a description of one: `la ministre`, `ce voisin`, `le club`.
pub(super) fn can_act(scene: &Scene, subject: Subject) -> bool {
    match subject {
        Subject::Named { entity, .. } => {
            let kind = scene.entities.entity(entity).map(|entity| entity.kind);
            matches!(kind, Some(EntityKind::Person | EntityKind::Organisation | EntityKind::Group | EntityKind::Media))
        }
        Subject::Pronoun { .. } => true,
        Subject::Described { first, end, .. } => (first + 1..end.min(first + 4)).any(|at| {
            let lower = scene.lower(at);
            grammar::is_kin(lower) || grammar::is_body(lower) || entities::is_function(lower)
        }),
    }
}

/// `L’élu, lui, a dit`: the pronoun repeats the phrase before it.
fn disjunctive(scene: &Scene, from: usize, at: usize, stands_for: Pronoun) -> Subject {
    let repeats = at.checked_sub(1).filter(|comma| *comma > from && scene.sign(*comma) == Some(','));
    let repeated = repeats.and_then(|comma| backward(scene, from, comma));
    repeated.unwrap_or(Subject::Pronoun { at, stands_for })
}

/// The place of the sign that opens what `last` closes: `, délégué de la CGT,`.
fn before_apposition(scene: &Scene, from: usize, last: usize) -> Option<usize> {
    let opening = match scene.sign(last)? {
        ')' => '(',
        sign => sign,
    };
    let lowest = from.max(last.saturating_sub(APPOSITION));
    (lowest..last).rev().find(|at| scene.sign(*at) == Some(opening))
}

/// The description that ends before `end`: from its first determiner that no preposition precedes.
fn described_before(scene: &Scene, from: usize, end: usize) -> Option<Subject> {
    let mut found = None;
    let lowest = from.max(end.saturating_sub(LONGEST));
    for at in (lowest..end).rev() {
        let of = matches!(scene.lower(at), "de" | "du" | "d" | "des" | "à" | "au" | "aux" | "of" | "en" | "in" | "at");
        match scene.class(at) {
            _ if !scene.is_word(at) => break,
            Class::Determiner(determiner) => {
                let preceded = at > from && scene.class(at - 1) == Class::Preposition && !begins_clause(scene, at - 1);
                if !preceded {
                    found = Some((at, determiner));
                }
                let goes_on = preceded || matches!(scene.lower(at), "des" | "d");
                if !goes_on {
                    break;
                }
            }
            Class::Preposition if of => {}
            Class::Other if !(found.is_none() && at + 1 < end && scene.is_speaking(at)) => {}
            _ => break,
        }
    }
    let (first, determiner) = found?;
    // A name within the description speaks if the description only introduces it: `le commandant Marc Lebrun`.
    match described(scene, first, end, determiner)? {
        subject @ Subject::Named { .. } => Some(subject),
        _ if first + 1 < end => Some(Subject::Described { first, end, determiner }),
        _ => None,
    }
}

/// `after a report found`: in English some prepositions begin clauses too.
fn begins_clause(scene: &Scene, at: usize) -> bool {
    scene.document.language == Language::English && matches!(scene.lower(at), "after" | "before" | "since")
}

/// The subject of a whole sentence: of a description that reaches to its end the last word is the verb.
pub(super) fn of_whole_sentence(scene: &Scene, first: usize, end: usize) -> Option<Subject> {
    match of_sentence(scene, first, end)? {
        Subject::Described { first, end, determiner } if end > first + 2 && !scene.is_word(end) => {
            Some(Subject::Described { first, end: end - 1, determiner })
        }
        subject => Some(subject),
    }
}

/// The first phrase of a sentence that no preposition precedes, before token `end`: very likely its subject.
pub(super) fn of_sentence(scene: &Scene, first: usize, end: usize) -> Option<Subject> {
    let (mut at, mut n) = (first, 0);
    let mut fallback = None;
    while at < end && n < SENTENCE {
        n += 1;
        if let Some(quotation) = scene.quotation(at) {
            at = scene.marked[quotation].end.max(at + 1);
            continue;
        }
        let preceded = at > first && scene.class(at - 1) == Class::Preposition;
        let Some(subject) = forward(scene, at, end) else {
            at += 1;
            continue;
        };
        let behind = subject.tokens().1.max(at + 1);
        // `Son père, lui, n’en démord pas`.
        let repeats = matches!(subject, Subject::Pronoun { at, .. } if fallback.is_some() && at > first && scene.sign(at - 1) == Some(','));
        if !preceded && !repeats {
            if matches!(subject, Subject::Named { .. } | Subject::Pronoun { .. }) {
                return Some(subject).filter(|subject| !matches!(subject, Subject::Pronoun { stands_for: Pronoun::Anybody, .. }));
            }
            fallback = fallback.or(Some(subject));
        }
        // `Sur le parking du collège, Josiane Pradel`: what stands behind the comma is not brought.
        let comma = (at..behind).find(|place| preceded && scene.sign(*place) == Some(','));
        at = comma.unwrap_or(behind);
    }
    fallback
}
