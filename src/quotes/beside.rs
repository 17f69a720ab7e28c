//! What stands beside a quotation: whether it can be about it, whether the quotation stands alone, who is spoken of near it.
//!
//! Only the sentence and its neighbours are looked at, and only so many tokens of them.

use super::cue::{self, Cue};
use super::grammar::{self, Class, Determiner, Pronoun};
use super::kind;
use super::marks::Marked;
use super::people::People;
use super::phrase::{self, Subject};
use super::scene::Scene;
use super::verbs::{Form, Stance};
use super::{Certainty, Speaker, clause, unlisted};
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
    let cue = match cue::behind(scene, marked.end, limit) {
        Some(cue) => cue,
        None if comma => return unlisted::behind(scene, marked.end, limit),
        None => return None,
    };
    let inverted = cue.subject.is_none_or(|subject| subject.tokens().0 >= cue.verb.0);
    (comma || inverted && scene.is_word(marked.end)).then_some(cue)
}

/// `« Le spectre » est dans les têtes, a reconnu un conseiller`: a clause that closes the sentence of a quotation, and attributes all of it.
pub(super) fn closing(scene: &Scene, marked: &Marked, limit: usize) -> Option<Cue> {
    let limit = limit.min(marked.end + NEAR);
    let behind = (marked.end..limit).take_while(|at| scene.is_outside(*at));
    let commas = behind.filter(|at| scene.sign(*at) == Some(',') && *at > marked.end);
    commas.into_iter().find_map(|comma| cue::inverted(scene, comma + 1, limit).filter(|_| !scene.tokens[comma + 1].capital))
}

/// `Une version que dément la préfecture : « … », assure-t-elle`: a pronoun behind the words means whoever speaks before the colon.
pub(super) fn with_antecedent(scene: &Scene, marked: &Marked, from: usize, cue: Cue) -> Cue {
    let colon = marked.first.checked_sub(1).filter(|colon| *colon > from && scene.sign(*colon) == Some(':'));
    let stands_for = match cue.subject {
        Some(Subject::Pronoun { stands_for, .. }) => stands_for,
        // `assure-t-on`.
        None => Pronoun::Anybody,
        Some(_) => return cue,
    };
    let Some(colon) = colon else { return cue };
    let subject = cue::before(scene, from, colon).and_then(|before| before.subject);
    let subject = subject.filter(|subject| match subject {
        Subject::Named { .. } => true,
        Subject::Pronoun { .. } => false,
        Subject::Described { first, .. } => match stands_for {
            Pronoun::Feminine => !matches!(scene.lower(*first), "le" | "un" | "ce" | "cet" | "les"),
            Pronoun::Masculine => !matches!(scene.lower(*first), "la" | "une" | "cette" | "les"),
            Pronoun::Plural | Pronoun::Anybody => true,
        },
    });
    Cue { subject: subject.or(cue.subject), ..cue }
}

/// `L’homme qui prétendait « … », le colonel Roy, est en fuite`: the name behind the words stands beside the description before them.
pub(super) fn with_apposed(scene: &Scene, marked: &Marked, limit: usize, cue: Cue) -> Cue {
    let relative = cue.verb.0.checked_sub(1).is_some_and(|before| matches!(scene.lower(before), "qui" | "who"));
    let described = matches!(cue.subject, Some(Subject::Described { .. } | Subject::Pronoun { .. }));
    if !relative || !described || scene.sign(marked.end) != Some(',') {
        return cue;
    }
    let name = phrase::forward(scene, marked.end + 1, limit).filter(|name| {
        let closed = matches!(scene.sign(name.tokens().1), Some(',' | '.'));
        matches!(name, Subject::Named { .. }) && phrase::is_person(scene, *name) && closed
    });
    Cue { subject: name.or(cue.subject), ..cue }
}

/// `L’une évoque « … », une autre « … »`: another subject, of the same verb.
pub(super) fn with_other(scene: &Scene, marked: &Marked, from: usize, cue: Cue) -> Cue {
    let subject = phrase::backward(scene, from.max(cue.end), marked.first).filter(|subject| {
        let (first, end) = subject.tokens();
        end == marked.first
            && (first..end).any(|at| matches!(scene.lower(at), "autre" | "autres" | "other" | "another" | "second" | "seconde"))
    });
    Cue { subject: subject.or(cue.subject), ..cue }
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
    let subject = phrase::of_whole_sentence(scene, first, end)?;
    Some(subject).filter(|subject| phrase::is_person(scene, *subject) || phrase::is_described_person(scene, *subject))
}

/// A verb of speech that ends the sentence before a quotation.
pub(super) fn announced(scene: &Scene, marked: &Marked, from: usize) -> Option<Cue> {
    let (first, end) = scene.sentence(from.checked_sub(1).filter(|_| from == marked.first)?);
    if scene.tokens[first].paragraph != scene.tokens[marked.first].paragraph {
        return None;
    }
    let last = (first..end).rev().find(|at| scene.is_word(*at))?;
    let told = scene.is_told(last) && scene.is_outside(last);
    cue::before(scene, first.max(end.saturating_sub(NEAR)), last + 1).filter(|cue| told && cue.end == last + 1 && cue.stance.is_some())
}

/// The only person whom the sentence before token `from` names: `Vient le tour de Me Blin.`
pub(super) fn only_person_before(scene: &Scene, from: usize) -> Option<Subject> {
    let (first, end) = scene.sentence(from.checked_sub(1)?);
    let mut named = (first.max(end.saturating_sub(NEAR))..end).filter(|at| scene.is_told(*at)).filter_map(|at| {
        let mention = scene.mention_from(at).filter(|mention| mention.kind == EntityKind::Person)?;
        Some(Subject::Named { entity: mention.entity, first: at, end: scene.token_behind(mention.span) })
    });
    let subject = named.next()?;
    let Subject::Named { entity, .. } = subject else { return None };
    named.all(|other| matches!(other, Subject::Named { entity: other, .. } if other == entity)).then_some(subject)
}

/// Places speak only with a verb of speech.
pub(super) fn can_speak(scene: &Scene, subject: Subject) -> bool {
    let Subject::Named { entity, .. } = subject else { return true };
    scene.entities.entity(entity).is_some_and(|entity| entity.kind != EntityKind::Place)
}

/// The person of whom the sentence behind a quotation speaks, when the quotation begins its paragraph.
pub(super) fn subject_behind(scene: &Scene, marked: &Marked) -> Option<Subject> {
    let paragraph = scene.paragraph(marked.first);
    let begins = paragraph.first == marked.first && marked.end < paragraph.end;
    let subject = phrase::of_sentence(scene, marked.end, scene.sentence(marked.end).1).filter(|_| begins)?;
    (matches!(subject, Subject::Named { .. }) && phrase::is_person(scene, subject)).then_some(subject)
}

/// `Jeanne Rey : « … »`, `un message de Jeanne Rey : « … »`.
pub(super) fn before_colon(scene: &Scene, people: &mut People, marked: &Marked, from: usize) -> Option<Speaker> {
    let colon = marked.first.checked_sub(1).filter(|colon| *colon > from && scene.sign(*colon) == Some(':'))?;
    let subject = phrase::backward(scene, from, colon).filter(|subject| matches!(subject, Subject::Named { .. }));
    let subject = subject
        .or_else(|| author(scene, from, colon))
        .or_else(|| phrase::of_sentence(scene, from, colon))
        .filter(|subject| !matches!(subject, Subject::Described { .. }) || phrase::can_act(scene, *subject))?;
    let speaker = people.resolve(scene, subject, subject.tokens().0)?;
    Some(Speaker { certainty: speaker.certainty.max(Certainty::Resolved), ..speaker })
}

/// `Elle « comprend »`, `le groupe a « pris connaissance »`, `le maire, qui « n’exclut rien »`, `la CGT « exige »`: the words in marks are
/// the verb of a subject before them.
pub(super) fn of_verb(scene: &Scene, marked: &Marked, from: usize) -> Option<Subject> {
    let (first, _) = kind::inside(marked);
    let before = marked.first.checked_sub(1).filter(|before| *before >= from && scene.is_told(*before) && scene.is_word(*before))?;
    let small = scene.tokens.get(first).is_some_and(|token| !token.capital && token.sign.is_none());
    let mut at = marked.first;
    while at > from
        && scene.is_word(at - 1)
        && (scene.is_auxiliary(at - 1) || matches!(scene.class(at - 1), Class::Negation | Class::Clitic))
    {
        at -= 1;
    }
    let governed = at < marked.first || scene.class(before) == Class::Relative;
    let verbal =
        || scene.verb(first).is_some_and(|verb| matches!(verb.form, Form::Finite | Form::Either)) || clause::begins_with_verb(scene, first);
    let subject = phrase::backward(scene, from, at).or_else(|| if governed { phrase::of_sentence(scene, from, at) } else { None })?;
    let pronoun = matches!(subject, Subject::Pronoun { stands_for, .. } if stands_for != Pronoun::Anybody);
    let nominal = matches!(scene.class(first), Class::Determiner(_) | Class::Preposition);
    let fits = pronoun && !nominal || verbal() || governed && !nominal && phrase::can_act(scene, subject);
    (small && fits && can_speak(scene, subject) && (pronoun || phrase::can_act(scene, subject))).then_some(subject)
}

/// `L’élu mettra « tout en œuvre » pour convaincre`, `elle a vécu « des heures terribles »`: some words right behind the verb of somebody.
pub(super) fn of_sentence(scene: &Scene, marked: &Marked, from: usize) -> Option<Subject> {
    let (first, end) = kind::inside(marked);
    let several = (first..end.min(first + NEAR)).filter(|at| scene.is_word(*at)).count() >= SEVERAL;
    let before =
        marked.first.checked_sub(1).filter(|before| several && *before > from && scene.is_told(*before) && scene.is_word(*before))?;
    let small = scene.tokens.get(first).is_some_and(|token| !token.capital && token.sign.is_none());
    let subject = phrase::of_sentence(scene, from, before)?;
    let (_, behind) = subject.tokens();
    let close = behind <= before && before < behind + CLOSE && (behind..marked.first).all(|at| scene.is_word(at));
    let verbal = scene.class(before) == Class::Other && scene.mention_to(before).is_none();
    let person = phrase::is_person(scene, subject) || phrase::is_described_person(scene, subject);
    (small && close && verbal && person && !phrase::is_nobody(subject)).then_some(subject)
}

/// Words between marks that somebody has said, behind a verb that is not one of speech, and tokens from the subject to them at most.
const SEVERAL: usize = 3;
const CLOSE: usize = 5;

/// `Le tribunal a été clair : la fermeture porte « une atteinte grave » au droit`: who is spoken of before the colon says what stands behind.
pub(super) fn behind_clause(scene: &Scene, marked: &Marked, from: usize) -> Option<Subject> {
    let (first, end) = kind::inside(marked);
    let lowest = from.max(marked.first.saturating_sub(NEAR));
    let colon = (lowest..marked.first).rev().find(|at| scene.sign(*at) == Some(':') && scene.is_outside(*at))?;
    let long = (first..end.min(first + NEAR)).filter(|at| scene.is_word(*at)).count() >= TOLD;
    let subject = phrase::of_sentence(scene, from, colon).filter(|_| long && colon + 1 < marked.first)?;
    phrase::can_act(scene, subject).then_some(subject)
}

/// Words between marks behind a colon from which they are somebody's.
const TOLD: usize = 4;

/// `« C’est un coup dur » : Anne Roy ne décolère pas`: whom the clause behind the colon is about.
pub(super) fn behind_colon(scene: &Scene, marked: &Marked, from: usize, limit: usize) -> Option<Subject> {
    let colon = Some(marked.end).filter(|colon| marked.first == from && *colon < limit && scene.sign(*colon) == Some(':'))?;
    let subject = phrase::forward(scene, colon + 1, limit)?;
    (!matches!(subject, Subject::Pronoun { .. }) && (phrase::is_person(scene, subject) || phrase::is_described_person(scene, subject)))
        .then_some(subject)
}

/// `« On se bat » (Anne Roy, CGT)`, `« On se bat » — Anne Roy`: a name right behind the words, and no verb.
pub(super) fn credited(scene: &Scene, marked: &Marked) -> Option<Subject> {
    let end = scene.paragraph(marked.first).end;
    let open = Some(marked.end).filter(|at| *at + 1 < end)?;
    let name =
        phrase::forward(scene, open + 1, end).filter(|name| matches!(name, Subject::Named { .. }) && phrase::is_person(scene, *name))?;
    let behind = name.tokens().1;
    let closed = match scene.sign(open)? {
        '(' => matches!(scene.sign(behind), Some(')' | ',')),
        '—' | '–' => behind >= end || scene.sign(behind) == Some(',') && !clause::has_verb(scene, behind, end.min(behind + NEAR)),
        _ => false,
    };
    closed.then_some(name)
}

/// `Anne Roy, 45 ans, ne décolère pas.` behind words that begin a paragraph: whoever is met there said them.
pub(super) fn met_behind(scene: &Scene, marked: &Marked) -> Option<Subject> {
    let subject = subject_behind(scene, marked)?;
    let (first, end) = subject.tokens();
    (first == marked.end && scene.sign(end) == Some(',')).then_some(subject)
}

/// Where the sentence begins that a colon at the end of the paragraph before leads into the words of this one.
pub(super) fn led_from(scene: &Scene, marked: &Marked) -> Option<usize> {
    let start = scene.paragraph(marked.first).first;
    let colon = start.checked_sub(1).filter(|colon| marked.first == start && scene.sign(*colon) == Some(':'))?;
    Some(scene.sentence(colon).0)
}

/// `Sa crainte : « … »`: something of whoever was spoken of before.
pub(super) fn owned_before_colon(scene: &Scene, marked: &Marked, from: usize) -> bool {
    let colon = marked.first.checked_sub(1).filter(|colon| *colon > from && colon - from <= OWNED && scene.sign(*colon) == Some(':'));
    let first = from + usize::from(scene.class(from) == Class::Conjunction);
    colon.is_some_and(|colon| {
        let owned = scene.class(first) == Class::Determiner(Determiner::Possessive);
        owned && !(first..colon).any(|at| scene.is_auxiliary(at) || scene.is_speaking(at))
    })
}

/// Tokens of a noun phrase before a colon at most.
const OWNED: usize = 8;

/// `« Une victoire » pour l’avocat du collectif.`: a viewpoint right behind words that begin the sentence, and no verb.
pub(super) fn viewed(scene: &Scene, marked: &Marked, from: usize, limit: usize) -> Option<Cue> {
    let at = marked.end + usize::from(scene.sign(marked.end) == Some(','));
    if marked.first != from || at >= limit || !matches!(scene.lower(at), "pour" | "for") {
        return None;
    }
    let subject = phrase::forward(scene, at + 1, limit)?;
    let end = subject.tokens().1;
    let person = phrase::is_person(scene, subject) || phrase::is_described_person(scene, subject);
    let finite = (end..limit.min(end + NEAR)).any(|at| scene.is_auxiliary(at) || scene.is_speaking(at));
    (person && !finite && !clause::has_verb(scene, end, limit.min(end + NEAR))).then_some(Cue {
        verb: (at, at + 1),
        stance: None,
        subject: Some(subject),
        end,
    })
}

/// `À la préfecture, on assure que « … »`, `Chez Norvex, on parle de « … »`: where those are whom `on` means.
pub(super) fn seat(scene: &Scene, from: usize, verb: usize) -> Option<Subject> {
    let first = from + usize::from(matches!(scene.class(from), Class::Conjunction | Class::Adverb));
    let at = match (scene.lower(first), scene.lower(first + 1)) {
        ("à" | "au" | "chez" | "dans" | "aux" | "parmi", _) => first + 1,
        ("du", "côté") if matches!(scene.lower(first + 2), "de" | "du" | "d" | "des") => first + 3,
        _ => return None,
    };
    let contracted = || {
        let end = (at + 1..verb).find(|end| !scene.is_word(*end)).unwrap_or(verb);
        let determiner = Determiner::Definite;
        (at < end && matches!(scene.lower(at - 1), "au" | "du" | "aux" | "des")).then_some(Subject::Described {
            first: at,
            end,
            determiner,
        })
    };
    let subject = phrase::forward(scene, at, verb).or_else(contracted)?;
    let (begins, end) = subject.tokens();
    let seated = (begins..end.min(begins + 4)).any(|at| grammar::is_seat(scene.lower(at)) || grammar::is_body(scene.lower(at)));
    let comma = (end..verb.min(end + SEAT)).any(|at| scene.sign(at) == Some(','));
    let town = matches!(subject, Subject::Named { entity, .. }
        if scene.entities.entity(entity).is_some_and(|entity| entity.kind == EntityKind::Place));
    (comma && (seated || matches!(subject, Subject::Named { .. }) && !town || phrase::is_described_person(scene, subject)))
        .then_some(subject)
}

/// Tokens from where somebody is to the comma behind at most: `À la préfecture de la Somme, mardi,`.
const SEAT: usize = 8;

/// Whose words something is: `le message de Jeanne Rey, mère de famille`.
fn author(scene: &Scene, from: usize, end: usize) -> Option<Subject> {
    let from = from.max(end.saturating_sub(NEAR));
    let written = |at: usize| {
        scene.is_word(at) && (grammar::is_message(scene.lower(at)) || matches!(scene.lower(at), "celui" | "celle" | "ceux" | "celles"))
    };
    let words = (from..end).rev().find(|at| written(*at))?;
    let of = (words + 1..end.min(words + AUTHOR)).find(|at| matches!(scene.lower(*at), "de" | "du" | "d" | "des" | "from" | "by"))?;
    phrase::forward(scene, of + 1, end).filter(|subject| phrase::can_act(scene, *subject))
}

/// Tokens from a message to the preposition before its author at most: `le long message publié hier de`.
const AUTHOR: usize = 5;

/// `décrits comme « … » par une voisine`, `« … » lancée par le député`: by whom something is called so, or said.
pub(super) fn agent(scene: &Scene, marked: &Marked, from: usize, limit: usize) -> Option<Cue> {
    let participle = |at: usize| {
        let ends = |ending: &&str| scene.lower(at).ends_with(*ending);
        scene.is_word(at) && scene.class(at) == Class::Other && scene.lower(at).len() > 3 && PARTICIPLES.iter().any(ends)
    };
    let behind = (marked.end < limit && participle(marked.end)).then_some(marked.end);
    // `dans un communiqué, « …`: a noun, and what a comma parts.
    let is_noun = |at: usize| at > from && matches!(scene.class(at - 1), Class::Determiner(_));
    let joined = |at: &usize| (*at..marked.first).all(|at| scene.sign(at) != Some(','));
    let before =
        || (from.max(marked.first.saturating_sub(3))..marked.first).rev().filter(joined).find(|at| participle(*at) && !is_noun(*at));
    let verb = behind.or_else(before)?;
    let by = behind.map_or(marked.end, |verb| verb + 1);
    let subject = phrase::forward(scene, by + 1, limit).filter(|_| by + 1 < limit && matches!(scene.lower(by), "par" | "by"))?;
    // What is done by somebody need not be said: `« Mirage » abattu par l’armée`.
    let (inside, end) = kind::inside(marked);
    let is_name = (inside..end).filter(|at| scene.is_word(*at)).count() < 2;
    let says = behind.is_none() || !is_name && cue::speech(scene, verb).is_some() || is_of_words(scene.lower(verb));
    let acts = phrase::can_act(scene, subject) && !matches!(subject, Subject::Pronoun { .. });
    (says && acts).then_some(Cue { verb: (verb, verb + 1), stance: Some(Stance::Neutral), subject: Some(subject), end: subject.tokens().1 })
}

/// `lancée`, `employés`: of words as well as of things.
fn is_of_words(participle: &str) -> bool {
    matches!(participle.trim_end_matches(['e', 's']), "lancé" | "utilisé" | "employé" | "used" | "coined")
}

/// How participles end that agree with what is called or said.
const PARTICIPLES: &[&str] = &["é", "ée", "és", "ées", "it", "ite", "its", "ites", "ed"];

/// An outlet, a colon and words without full stop: the headline of its report.
pub(super) fn headline(scene: &Scene, marked: &Marked, from: usize) -> Option<Speaker> {
    let colon = marked.first.checked_sub(1).filter(|colon| *colon > from && scene.sign(*colon) == Some(':'))?;
    let mention = scene.mention_from(from).filter(|mention| mention.kind == EntityKind::Media)?;
    let whole = scene.token_behind(mention.span) == colon;
    let (_, end) = kind::inside(marked);
    let stopped = end.checked_sub(1).and_then(|last| scene.sign(last)).is_some_and(|sign| matches!(sign, '.' | '!' | '…'));
    (whole && !stopped).then_some(Speaker { entity: Some(mention.entity), mention: mention.span, certainty: Certainty::Named })
}
