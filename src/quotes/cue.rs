//! The words that attribute a quotation: a verb of speech with its subject, or a viewpoint (`selon`, `aux yeux de`).
//!
//! Behind a quotation the subject stands behind its verb (`a-t-il dit`, `explique Mme Roy`) or before it; before a
//! quotation the nearest verb of speech governs it, with a subject of its own or that of the sentence.

use super::grammar::{self, Class, Determiner, Pronoun};
use super::phrase::{self, Subject};
use super::scene::Scene;
use super::tokens::Joint;
use super::verbs::{Form, Stance};
use crate::entities;
use crate::text::{Language, WordSet};

/// An attribution as it is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cue {
    /// Tokens of the verb with its auxiliary, or of the viewpoint.
    pub verb: (usize, usize),
    pub stance: Option<Stance>,
    pub subject: Option<Subject>,
    /// Behind verb and subject.
    pub end: usize,
}

/// Tokens between a verb and the subject behind it at most: `a déclaré mardi soir à l’AFP le commandant`.
const INVERTED: usize = 18;

/// Tokens behind a viewpoint in which its comma stands: `d’après un rapport de l’an dernier consulté par l’AFP,`.
const OPINION: usize = 10;

/// Words of the writer before a quotation that are looked at for what governs it at most.
const NEAR: usize = 80;

/// A verb of speech at `at`, with what it is made of: `dit`, `fait valoir`. Its end, stance and form.
pub(super) fn speech(scene: &Scene, at: usize) -> Option<(usize, Stance, Form)> {
    if !scene.is_word(at) {
        return None;
    }
    let compound = matches!(scene.lower(at + 1), "valoir" | "savoir" | "remarquer" | "observer" | "part" | "connaître" | "état");
    let makes = match scene.lower(at) {
        "fait" | "font" | "faisait" | "faisaient" | "fit" | "fera" => Some(Form::Either),
        "faisant" => Some(Form::Gerund),
        "faire" => Some(Form::Infinitive),
        _ => None,
    };
    if let Some(form) = makes.filter(|_| compound) {
        return Some((at + 2, Stance::Neutral, form));
    }
    let verb = scene.verb(at)?;
    let pronoun = |place: usize| matches!(scene.lower(place), "s" | "se");
    let reflects = (at.saturating_sub(4)..at).any(pronoun);
    (!verb.reflexive || reflects).then_some((at + 1, verb.stance, verb.form))
}

/// `fait-on valoir`, `fait-il savoir`: the pronoun stands between the two verbs.
fn parted(scene: &Scene, at: usize) -> Option<(usize, Stance, Form)> {
    let makes = scene.is_word(at) && matches!(scene.lower(at), "fait" | "font" | "faisait" | "fera");
    let (Some(_), behind) = hyphened(scene, at + 1) else { return None };
    let completed = matches!(scene.lower(behind), "valoir" | "savoir" | "remarquer" | "observer" | "part" | "connaître");
    (makes && completed).then_some((behind + 1, Stance::Neutral, Form::Finite))
}

/// What attributes a quotation that ends before token `at`, before token `limit`.
pub(super) fn behind(scene: &Scene, at: usize, limit: usize) -> Option<Cue> {
    let mut from = at;
    while from < limit && matches!(scene.sign(from), Some(',' | '-' | '–' | '—' | '…' | ')')) && from < at + 3 {
        from += 1;
    }
    viewpoint(scene, from, limit).or_else(|| inverted(scene, from, limit)).or_else(|| subject_first(scene, from, limit))
}

/// `a-t-il dit`, `explique Mme Roy`, `s’est félicité le maire`, `said Moira Kerr`.
pub(super) fn inverted(scene: &Scene, first: usize, limit: usize) -> Option<Cue> {
    let mut at = first;
    while at < limit && (scene.is_clitic(at) || scene.class(at) == Class::Adverb) && scene.is_word(at) && !scene.is_auxiliary(at) {
        at += 1;
    }
    let (mut pronoun, auxiliary) = (None, scene.is_auxiliary(at));
    if auxiliary {
        at += 1;
        (pronoun, at) = hyphened(scene, at);
        while at < limit && scene.is_word(at) && is_between(scene, at) && speech(scene, at).is_none() {
            at += 1;
        }
    }
    // `préfère nuancer Mme Roy`, `a tenu à préciser le maire`.
    let willing = willing(scene, at, limit, auxiliary);
    at = willing.unwrap_or(at);
    let (end, stance, form) = speech(scene, at).or_else(|| parted(scene, at)).filter(|_| at < limit)?;
    let fits = match form {
        Form::Infinitive if willing.is_some() => true,
        Form::Participle => auxiliary,
        Form::Finite => !auxiliary,
        Form::Either => true,
        Form::Gerund | Form::Infinitive => false,
    };
    if !fits || matches!(scene.class(end), Class::That) {
        return None;
    }
    let mut behind = end;
    if pronoun.is_none() {
        let inner = hyphened(scene, at + 1);
        (pronoun, behind) = if inner.0.is_some() && inner.1 < end { (inner.0, end) } else { hyphened(scene, end) };
    }
    let subject = match pronoun {
        Some(Subject::Pronoun { stands_for: Pronoun::Anybody, .. }) => source(scene, behind, limit),
        Some(pronoun) => Some(pronoun),
        None => Some(after_verb(scene, end, limit)?),
    };
    let end = subject.map_or(behind, |subject| subject.tokens().1.max(behind));
    Some(Cue { verb: (first, behind), stance: Some(stance), subject, end })
}

/// Verbs that another verb of speech completes, with their participles.
static WILLING: WordSet = WordSet::new(
    "veut voulait voulu préfère préférait préféré tient tenait tenu croit croyait cru aime aimait finit finissait fini \
    contente contentait contenté borne bornait borné empresse empressait empressé hâte hâtait hâté ose osait osé vient venait venu \
    entend entendait souhaite souhaitait souhaité",
);

/// Where the infinitive stands that completes such a verb at `at`.
fn willing(scene: &Scene, at: usize, limit: usize, auxiliary: bool) -> Option<usize> {
    let listed = scene.is_word(at) && WILLING.contains(scene.lower(at));
    let participle = ["é", "i", "u"].iter().any(|ending| scene.lower(at).ends_with(ending));
    let mut place = Some(at + 1).filter(|_| listed && (participle == auxiliary))?;
    place = hyphened(scene, place).1;
    while place < limit && (matches!(scene.lower(place), "à" | "de" | "d" | "par") || scene.is_clitic(place)) && place < at + 5 {
        place += 1;
    }
    speech(scene, place).filter(|(.., form)| *form == Form::Infinitive).map(|_| place)
}

/// `-t-il`, `-elle`: the pronoun and where the sentence goes on.
pub(super) fn hyphened(scene: &Scene, at: usize) -> (Option<Subject>, usize) {
    let linking = usize::from(scene.lower(at) == "t" && scene.joint(at) == Joint::Hyphen);
    let at_pronoun = at + linking;
    match scene.class(at_pronoun) {
        Class::Pronoun(stands_for) if scene.joint(at_pronoun) == Joint::Hyphen => {
            (Some(Subject::Pronoun { at: at_pronoun, stands_for }), at_pronoun + 1)
        }
        _ => (None, at),
    }
}

/// What may stand between auxiliary and participle.
pub(super) fn is_between(scene: &Scene, at: usize) -> bool {
    matches!(scene.class(at), Class::Adverb | Class::Negation)
        || matches!(scene.lower(at), "été" | "tout" | "d" | "abord" | "un" | "peu" | "quant" | "lui" | "elle" | "d’ailleurs" | "ailleurs")
        || scene.lower(at).ends_with("ment")
}

/// The subject somewhere behind its verb: what prepositions bring is stepped over.
fn after_verb(scene: &Scene, from: usize, limit: usize) -> Option<Subject> {
    let limit = limit.min(from + INVERTED);
    let mut at = from;
    while at < limit {
        // `commente, ému, le maire`.
        let inserted = || (at + 1..limit.min(at + 6)).any(|at| scene.sign(at) == Some(','));
        if matches!(scene.sign(at), Some(',' | '(' | ')')) && (at > from || inserted()) {
            at += 1;
            continue;
        }
        if !scene.is_word(at) {
            return phrase::forward(scene, at, limit);
        }
        if phrase::aside(scene, at) > 0 {
            at += phrase::aside(scene, at);
            continue;
        }
        if at == from
            && let Some(subject) = phrase::unknown_name(scene, at, limit)
        {
            return Some(subject);
        }
        if scene.class(at) == Class::Preposition {
            let brought = phrase::brought(scene, at + 1, limit);
            at = brought.unwrap_or(at + 1).max(at + 1);
            continue;
        }
        if let Some(subject) = phrase::forward(scene, at, limit) {
            return Some(subject);
        }
        let stops = matches!(scene.class(at), Class::That | Class::Relative | Class::Subordinator | Class::Conjunction);
        if stops || scene.is_speaking(at) {
            return None;
        }
        at += 1;
    }
    None
}

/// Whom nobody names knows it from: `apprend-on de source proche`, `auprès des secouristes`.
fn source(scene: &Scene, from: usize, limit: usize) -> Option<Subject> {
    let limit = limit.min(from + INVERTED);
    let at = (from..limit).find(|at| matches!(scene.lower(*at), "source" | "sources" | "auprès" | "dans" | "chez" | "par" | "à" | "au"))?;
    if scene.lower(at).starts_with("source") {
        let end = (at + 1..limit).find(|end| !scene.is_word(*end)).unwrap_or(limit);
        return Some(Subject::Described { first: at, end, determiner: super::grammar::Determiner::Indefinite });
    }
    let noun = at + 1 + usize::from(matches!(scene.lower(at + 1), "de" | "du" | "d"));
    if matches!(scene.lower(at), "à" | "au") {
        return phrase::forward(scene, noun, limit).filter(|subject| phrase::can_act(scene, *subject));
    }
    phrase::forward(scene, noun, limit).or_else(|| {
        let end = (noun..limit).find(|end| !scene.is_word(*end)).unwrap_or(limit);
        (noun < end).then_some(Subject::Described { first: noun, end, determiner: super::grammar::Determiner::Definite })
    })
}

/// `», le ministre a indiqué`, `,” she added`.
fn subject_first(scene: &Scene, from: usize, limit: usize) -> Option<Cue> {
    let subject = phrase::forward(scene, from, limit)?;
    let mut at = subject.tokens().1;
    if matches!(scene.sign(at), Some(',')) && verb_group(scene, at + 1, limit).is_some() {
        at += 1;
    } else if matches!(scene.sign(at), Some(',')) {
        at = (at + 1..limit.min(at + INVERTED)).find(|at| scene.sign(*at) == Some(','))? + 1;
    }
    let verb = verb_group(scene, at, limit)?;
    let (end, stance, _) = speech(scene, verb.1 - 1).or_else(|| speech(scene, verb.1.checked_sub(2)?))?;
    Some(Cue { verb: (at, end), stance: Some(stance), subject: Some(subject), end })
}

/// A speaking verb right at `at`, clitics and auxiliary before it: its tokens.
fn verb_group(scene: &Scene, at: usize, limit: usize) -> Option<(usize, usize)> {
    let mut place = at;
    while place < limit.min(at + 6) && scene.is_word(place) {
        let speaks = speech(scene, place).filter(|(.., form)| match form {
            Form::Finite | Form::Either => true,
            Form::Participle => scene.auxiliary_before(place).is_some(),
            Form::Gerund | Form::Infinitive => false,
        });
        if let Some((end, ..)) = speaks {
            return Some((at, end));
        }
        if !(scene.is_clitic(place) || scene.is_auxiliary(place) || is_between(scene, place)) {
            return None;
        }
        place += 1;
    }
    None
}

/// `selon X`, `d’après X`, `pour X`, `aux yeux de X`, `à ses yeux`, `according to X`.
pub(super) fn viewpoint(scene: &Scene, at: usize, limit: usize) -> Option<Cue> {
    let next = |n: usize| scene.lower(at + n);
    let length = match scene.lower(at) {
        // `explique Anne Roy, maire de Gap, pour qui « … »`.
        "pour" | "selon" if next(1) == "qui" => {
            let (from, _) = scene.sentence(at);
            let comma = usize::from(at > from && scene.sign(at - 1) == Some(','));
            let person = |subject: &Subject| !matches!(subject, Subject::Pronoun { .. }) && phrase::can_act(scene, *subject);
            let beside = phrase::backward(scene, from, at - comma).filter(person);
            let subject = beside.or_else(|| phrase::backward(scene, from, at).filter(person))?;
            return Some(Cue { verb: (at, at + 2), stance: None, subject: Some(subject), end: at + 2 });
        }
        "selon" | "dixit" => 1,
        // `Pour Anne Roy, …` at the head of a sentence, `Ainsi, pour Anne Roy, …`.
        "pour" if scene.tokens[at].capital || heads(scene, at) => {
            let subject = phrase::forward(scene, at + 1, limit)?;
            let end = subject.tokens().1;
            let described = |first: usize, determiner| determiner != Determiner::Indefinite && is_somebody(scene.lower(first + 1));
            let person = match subject {
                Subject::Named { .. } => phrase::is_person(scene, subject),
                Subject::Pronoun { stands_for, .. } => stands_for != Pronoun::Anybody,
                Subject::Described { first, determiner, .. } => described(first, determiner),
            };
            let person = person && (at + 2..limit.min(end + OPINION)).any(|at| scene.sign(at) == Some(','));
            return person.then_some(Cue { verb: (at, at + 1), stance: None, subject: Some(subject), end });
        }
        "d" if next(1) == "après" => 2,
        "according" if next(1) == "to" => 2,
        "à" if next(1) == "en" && next(2) == "croire" => 3,
        "aux" if next(1) == "yeux" && matches!(next(2), "de" | "du" | "d" | "des") => 3,
        "de" if next(1) == "l" && next(2) == "avis" && matches!(next(3), "de" | "du" | "d" | "des") => 4,
        "à" if matches!(next(1), "ses" | "leurs") && next(2) == "yeux" => {
            let stands_for = if next(1) == "leurs" { Pronoun::Plural } else { Pronoun::Masculine };
            let subject = Subject::Pronoun { at: at + 1, stands_for };
            return Some(Cue { verb: (at, at + 3), stance: None, subject: Some(subject), end: at + 3 });
        }
        _ => return None,
    };
    let subject = phrase::forward(scene, at + length, limit);
    let subject = subject.or_else(|| source(scene, at + length, limit)).or_else(|| bare(scene, at + length, limit))?;
    Some(Cue { verb: (at, at + length), stance: None, subject: Some(subject), end: subject.tokens().1 })
}

/// True when only a word of connection and its comma stand before `at` in the sentence.
fn heads(scene: &Scene, at: usize) -> bool {
    let (first, _) = scene.sentence(at);
    let connects = matches!(scene.class(first), Class::Adverb | Class::Conjunction)
        || matches!(scene.lower(first), "ainsi" | "mais" | "et" | "or" | "car");
    let comma = first + 1 < at && scene.sign(first + 1) == Some(',');
    connects && at == first + 1 + usize::from(comma)
}

/// A noun for somebody, by what she does or what she is to another, or for a body; in the plural too.
fn is_somebody(noun: &str) -> bool {
    let one = |noun: &str| entities::is_function(noun) || grammar::is_kin(noun) || grammar::is_body(noun);
    one(noun) || noun.strip_suffix('s').is_some_and(one)
}

/// A noun without determiner: `selon Reuters`, where nobody knew the name; `d’après plusieurs témoins`.
fn bare(scene: &Scene, at: usize, limit: usize) -> Option<Subject> {
    let end = (at..limit.min(at + 6)).find(|end| !scene.is_word(*end) || scene.is_auxiliary(*end)).unwrap_or(limit.min(at + 6));
    (at < end).then_some(Subject::Described { first: at, end, determiner: super::grammar::Determiner::Indefinite })
}

/// What governs a quotation that begins with token `first`, in the sentence from token `from` on.
pub(super) fn before(scene: &Scene, from: usize, first: usize) -> Option<Cue> {
    let (mut at, mut n) = (first, 0);
    while at > from && n < NEAR {
        at -= 1;
        n += 1;
        if let Some(quotation) = scene.quotation(at) {
            at = scene.marked[quotation].first.max(from);
            continue;
        }
        if matches!(scene.sign(at), Some(';')) {
            return None;
        }
        let comma = |cue: &Cue| (cue.end..first.min(cue.end + OPINION)).any(|at| scene.sign(at) == Some(','));
        // `selon Anne Roy, présidente de l’APN (Association pour la nature), «`.
        let apposed =
            |cue: &Cue| matches!(scene.sign(cue.end), Some(',' | '(')) && scene.sign(first - 1) == Some(',') && first - cue.end < NEAR / 2;
        // `pour qui « rien n’est prêt » et « tout reste à faire »`.
        let listed = |cue: &Cue| {
            let joins = |at: usize| scene.sign(at) == Some(',') || matches!(scene.lower(at), "et" | "ou" | "mais" | "and");
            first - cue.end < NEAR && (cue.end..first).all(|at| scene.quotation(at).is_some() || joins(at))
        };
        let governs = |cue: &Cue| cue.end + 2 >= first || comma(cue) || apposed(cue) || listed(cue);
        if let Some(cue) = viewpoint(scene, at, first).filter(governs) {
            return Some(cue);
        }
        let Some((end, stance, form)) = speech(scene, at).filter(|_| !is_noun(scene, from, at)) else { continue };
        let auxiliary = scene.auxiliary_before(at);
        let own = match form {
            Form::Finite | Form::Either if auxiliary.is_none() => Some(at),
            Form::Finite => Some(at),
            Form::Either | Form::Participle => auxiliary,
            Form::Gerund | Form::Infinitive => None,
        };
        if form == Form::Participle && own.is_none() && !is_coordinated(scene, from, at) {
            continue;
        }
        let group = own.map(|own| without_clitics(scene, from, own)).unwrap_or(at);
        let inverted = own.and_then(|own| if auxiliary.is_some() { hyphened(scene, own + 1).0 } else { hyphened(scene, end).0 });
        // `ce que dément la préfecture : « … »`.
        let object =
            group > from && matches!(scene.lower(group - 1), "que" | "qu" | "comme") && matches!(form, Form::Finite | Form::Either);
        let inverted = inverted.or_else(|| own.filter(|_| object).and_then(|_| phrase::forward(scene, end, first)));
        let subject = inverted.or_else(|| own.and_then(|_| phrase::backward(scene, from, group)));
        let subject = subject.or_else(|| phrase::of_sentence(scene, from, at));
        return Some(Cue { verb: (group, end), stance: Some(stance), subject, end });
    }
    None
}

/// Before the clitics of a verb: `l’avait dit`, `ne le souhaite`.
fn without_clitics(scene: &Scene, from: usize, verb: usize) -> usize {
    let mut first = verb;
    while first > from
        && (scene.is_clitic(first - 1) || matches!(scene.class(first - 1), Class::Adverb))
        && !scene.tokens[first - 1].capital
    {
        first -= 1;
    }
    first
}

/// `M. Roy a salué … et dénoncé «`: the auxiliary stands with the first participle.
pub(super) fn is_coordinated(scene: &Scene, from: usize, at: usize) -> bool {
    let joined = at > from && (scene.class(at - 1) == Class::Conjunction || scene.sign(at - 1) == Some(','));
    let lowest = from.max(at.saturating_sub(NEAR));
    joined
        && (lowest..at - 1).any(|place| scene.is_outside(place) && scene.verb(place).is_some() && scene.auxiliary_before(place).is_some())
}

/// `la demande`, `une annonce`: a noun that looks like a verb.
fn is_noun(scene: &Scene, from: usize, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| *before >= from) else { return false };
    if scene.document.language == Language::English && scene.lower(before) == "to" {
        return false;
    }
    let Class::Determiner(_) = scene.class(before) else { return matches!(scene.lower(before), "du" | "au") };
    if scene.verb(at).is_some_and(|verb| matches!(verb.form, Form::Infinitive | Form::Gerund)) {
        return false;
    }
    // `il la juge`: a clitic behind its subject.
    let subject = before.checked_sub(1).filter(|place| *place >= from);
    let clitic = scene.is_clitic(before)
        && subject.is_some_and(|place| {
            matches!(scene.class(place), Class::Pronoun(_) | Class::Negation | Class::Relative)
                || scene.lower(place) == "comme"
                || scene.mention_to(place).is_some()
        });
    !clitic
}
