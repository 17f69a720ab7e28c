//! Who is said to have spoken a quotation: the verb inside, behind or before it, or what was said just before.
//!
//! Quotations are read in order, because one that stands alone goes on with the speaker of the last. After a question the
//! other speaker answers. What no verb governs and nothing continues is left without a speaker.

use std::collections::BTreeMap;

use super::beside;
use super::clause;
use super::cue::{self, Cue};
use super::dialogue::{self, Interview};
use super::grammar::{self, Class, Pronoun};
use super::incise::{self, Incise};
use super::kind::{self, Attributed};
use super::marks::Sort;
use super::people::People;
use super::phrase::{self, Subject};
use super::scene::{Level, Scene};
use super::{Certainty, Quote, QuoteId, QuoteKind, Speaker, description, medium, unlisted};
use crate::corpus::ZoneKind;
use crate::entities::{EntityKind, Gender};
use crate::span::Span;
use crate::text::Language;

/// Sentences of the writer between a quotation and one that goes on with its speaker at most.
const SENTENCES_BETWEEN: usize = 1;

/// Quotations before one that are looked at for its speaker at most, and tokens of the quotation around one: bounds the work.
const LOOKED_AT: usize = 32;
const NEAR: usize = 120;

/// What attributes one quotation.
#[derive(Clone, Copy, Debug, Default)]
struct Attribution {
    cue: Option<Cue>,
    speaker: Option<Speaker>,
    by: By,
    continues: Option<usize>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum By {
    Verb,
    /// A clause at the end of the sentence, with words of the writer's between.
    Clause,
    Inheritance,
    #[default]
    Nobody,
}

/// The quotations of one article between marks or behind dashes, in order.
pub(super) fn quotes(scene: &mut Scene, people: &mut People) -> Vec<Quote> {
    let mut reader = Reader { interview: Interview::of(scene), attributions: Vec::new(), used: BTreeMap::new(), kinds: Vec::new() };
    let mut quotes = Vec::with_capacity(scene.marked.len());
    if let Some(entity) = reader.interview.as_ref().and_then(|interview| interview.speaker().entity) {
        people.is_about(entity);
    }
    for at in 0..scene.marked.len() {
        let incises = incises(scene, at);
        incises.iter().for_each(|incise| scene.tell(incise.first, incise.end));
        let attribution = match scene.marked[at].within {
            None => reader.attribute(scene, people, at, &incises),
            Some(around) => reader.nested(scene, people, at, around),
        };
        let kind = reader.kinds[at];
        if let Some(speaker) = attribution.speaker.filter(|_| scene.marked[at].within.is_none()) {
            people.spoke(speaker, scene.marked[at].first);
        }
        reader.attributions.push(attribution);
        quotes.push(quote(scene, at, kind, &attribution, &incises));
    }
    reader.look_ahead(scene, &mut quotes);
    quotes
}

fn incises(scene: &Scene, at: usize) -> Vec<Incise> {
    let marked = &scene.marked[at];
    if marked.within.is_some() {
        return Vec::new();
    }
    marked.parts.iter().flat_map(|(first, end)| incise::find(scene, *first, *end)).collect()
}

struct Reader {
    interview: Option<Interview>,
    attributions: Vec<Attribution>,
    kinds: Vec<QuoteKind>,
    /// Verbs behind a quotation, by their last token: they do not govern the next one.
    used: BTreeMap<usize, usize>,
}

impl Reader {
    fn attribute(&mut self, scene: &Scene, people: &mut People, at: usize, incises: &[Incise]) -> Attribution {
        let marked = &scene.marked[at];
        let ((from, _), (_, limit)) = (scene.sentence(marked.first), scene.sentence(marked.end - 1));
        let from = beside::led_from(scene, marked).unwrap_or(from);
        let by_words = kind::without_speaker(scene, marked, from);
        // What the medium says in an interview is a question.
        let headline = beside::headline(scene, marked, from).filter(|_| marked.sort != Sort::Label);
        if let Some(speaker) = headline {
            self.kinds.push(QuoteKind::Title);
            return Attribution { speaker: Some(speaker), by: By::Verb, ..Attribution::default() };
        }
        if let Some(kind @ (QuoteKind::Title | QuoteKind::Scare)) = by_words {
            self.kinds.push(kind);
            return Attribution::default();
        }
        let mut found = self.said(scene, people, at, (from, limit), incises);
        let attributed = match found.by {
            By::Verb if found.continues.is_some() || found.cue.is_some_and(|cue| cue.stance.is_some() && cue.verb.0 >= marked.first) => {
                Attributed::BySentence
            }
            By::Verb | By::Clause => Attributed::ByVerb,
            By::Inheritance => Attributed::Inherited,
            By::Nobody => Attributed::No,
        };
        let kind = by_words.unwrap_or_else(|| kind::with_speaker(scene, marked, attributed, from));
        if kind == QuoteKind::Scare {
            found = Attribution::default();
        }
        self.kinds.push(kind);
        found
    }

    fn said(&mut self, scene: &Scene, people: &mut People, at: usize, (from, limit): (usize, usize), incises: &[Incise]) -> Attribution {
        let marked = &scene.marked[at];
        if marked.sort == Sort::Label {
            return Attribution { speaker: dialogue::labelled(scene, marked), by: By::Verb, ..Attribution::default() };
        }
        if let Some(incise) = incises.first() {
            let pronoun = matches!(incise.cue.subject, Some(Subject::Pronoun { .. }));
            let said = self.by_cue(scene, people, at, incise.cue);
            return match self.turn(at).filter(|turn| pronoun && turn.speaker.is_some()) {
                Some(turn) => Attribution { speaker: turn.speaker, ..said },
                None => said,
            };
        }
        if marked.sort == Sort::Dash {
            let behind =
                cue::inverted(scene, marked.end + usize::from(scene.sign(marked.end) == Some(',')), scene.paragraph(marked.first).end);
            return match behind {
                Some(cue) => {
                    match self.turn(at).filter(|turn| matches!(cue.subject, Some(Subject::Pronoun { .. })) && turn.speaker.is_some()) {
                        Some(turn) => Attribution { speaker: turn.speaker, ..self.by_cue(scene, people, at, cue) },
                        None => self.by_cue(scene, people, at, cue),
                    }
                }
                None => {
                    let turn = self.turn(at).or_else(|| self.exchanged(scene, people, at));
                    turn.unwrap_or_else(|| self.inherited(scene, people, at, from))
                }
            };
        }
        // `“Go home!” Kerr said.`
        let called = scene.document.language == Language::English && limit == marked.end && beside::shouts(scene, marked);
        let limit = if called && limit < scene.paragraph(marked.end - 1).end { scene.sentence(limit).1 } else { limit };
        if let Some(cue) = beside::behind(scene, marked, limit) {
            self.used.insert(cue.verb.1, at);
            let cue = beside::with_antecedent(scene, marked, from, cue);
            return self.by_cue(scene, people, at, cue);
        }
        if let Some(subject) = beside::credited(scene, marked) {
            let speaker = people.resolve(scene, subject, subject.tokens().0);
            return Attribution { speaker, by: By::Verb, ..Attribution::default() };
        }
        if let Some(cue) = beside::agent(scene, marked, from, limit) {
            return self.by_cue(scene, people, at, cue);
        }
        if let Some(cue) = cue::before(scene, from, marked.first) {
            let cue = beside::with_other(scene, marked, from, cue);
            let cue = beside::with_apposed(scene, marked, limit, cue);
            return match self.used.get(&cue.verb.1).copied() {
                Some(other)
                    if beside::goes_on(scene, &scene.marked[other], marked)
                        || beside::joined(scene, self.attributions[other].cue.map_or(cue.end, |cue| cue.end), marked.first) =>
                {
                    Attribution { continues: Some(other), ..self.attributions[other] }
                }
                Some(_) => Attribution::default(),
                None => self.by_cue(scene, people, at, cue),
            };
        }
        if let Some(speaker) = beside::before_colon(scene, people, marked, from) {
            return Attribution { speaker: Some(speaker), by: By::Verb, ..Attribution::default() };
        }
        if beside::owned_before_colon(scene, marked, from) {
            return Attribution { by: By::Verb, ..self.inherited(scene, people, at, from) };
        }
        if let Some(cue) = beside::viewed(scene, marked, from, limit) {
            return self.by_cue(scene, people, at, cue);
        }
        if let Some(subject) = beside::behind_colon(scene, marked, from, limit) {
            let speaker = people.resolve(scene, subject, subject.tokens().0);
            let speaker = speaker.map(|speaker| Speaker { certainty: Certainty::Guessed, ..speaker });
            return Attribution { speaker, by: By::Verb, ..Attribution::default() };
        }
        if let Some(cue) = beside::closing(scene, marked, limit) {
            return Attribution { by: By::Clause, ..self.by_cue(scene, people, at, cue) };
        }
        let relative = scene.class(kind::inside(marked).0) == Class::Relative;
        if relative
            && marked.end > marked.first + 4
            && let Some(subject) = phrase::of_sentence(scene, from, marked.first)
            && (phrase::is_person(scene, subject) || phrase::is_described_person(scene, subject))
        {
            // `Le directeur a pris acte d’une décision « qui s’impose à tous »`.
            let speaker = people.resolve(scene, subject, subject.tokens().0);
            let speaker = speaker.map(|speaker| Speaker { certainty: Certainty::Guessed, ..speaker });
            return Attribution { speaker, by: By::Verb, ..Attribution::default() };
        }
        if let Some(subject) = beside::of_verb(scene, marked, from) {
            let speaker = people.resolve(scene, subject, subject.tokens().0);
            return Attribution { speaker, by: By::Verb, ..Attribution::default() };
        }
        if let Some(subject) = beside::of_sentence(scene, marked, from) {
            let speaker = people.resolve(scene, subject, subject.tokens().0);
            let speaker = speaker.map(|speaker| Speaker { certainty: Certainty::Guessed, ..speaker });
            return Attribution { speaker, by: By::Verb, ..Attribution::default() };
        }
        if let Some(subject) = beside::behind_clause(scene, marked, from) {
            let speaker = people.resolve(scene, subject, subject.tokens().0);
            let speaker = speaker.map(|speaker| Speaker { certainty: Certainty::Guessed, ..speaker });
            return Attribution { speaker, by: By::Verb, ..Attribution::default() };
        }
        if clause::begins_with_verb(scene, kind::inside(marked).0)
            && let Some(subject) = phrase::backward(scene, from, marked.first).filter(|subject| beside::can_speak(scene, *subject))
        {
            let speaker = people.resolve(scene, subject, subject.tokens().0);
            return Attribution { speaker, by: By::Verb, ..Attribution::default() };
        }
        if beside::stands_alone(scene, marked, from, limit) { self.inherited(scene, people, at, from) } else { Attribution::default() }
    }

    /// Whose turn it is in an interview.
    fn turn(&self, at: usize) -> Option<Attribution> {
        let interview = self.interview.as_ref()?;
        Some(Attribution { speaker: (!interview.asks(at)).then(|| interview.speaker()), by: By::Inheritance, ..Attribution::default() })
    }

    /// `Anne Roy attend.` and two dashes: whoever writes asks, and whom he has met answers.
    fn exchanged(&self, scene: &Scene, people: &mut People, at: usize) -> Option<Attribution> {
        let paragraph = |place: usize| scene.tokens[scene.marked[place].first].paragraph;
        let follows = |before: usize, behind: usize| scene.marked[before].sort == Sort::Dash && paragraph(before) + 1 == paragraph(behind);
        let outer = |place: &usize| scene.marked[*place].within.is_none();
        let (mut first, mut n) = (at, 0);
        for before in (at.saturating_sub(LOOKED_AT)..at).rev().filter(outer) {
            if !follows(before, first) {
                break;
            }
            (first, n) = (before, n + 1);
        }
        let question = &scene.marked[first];
        let answered = n > 0
            || (at + 1..scene.marked.len()).find(outer).is_some_and(|next| scene.marked[next].sort == Sort::Dash && follows(at, next));
        let asked_by_writer = n == 0 || self.attributions[first].speaker.is_none();
        let addressed = (question.first..question.end.min(question.first + NEAR))
            .any(|at| matches!(scene.lower(at), "vous" | "votre" | "vos" | "tu" | "ton" | "ta" | "tes" | "you" | "your"));
        if !answered || !asked_by_writer || !addressed || !beside::asks(scene, question) {
            return None;
        }
        let start = scene.paragraph(question.first).first;
        let met = beside::subject_before(scene, start).or_else(|| beside::only_person_before(scene, start));
        let met = met.filter(|_| start.checked_sub(1).is_some_and(|last| scene.sign(last) != Some(':')))?;
        let speaker = people.resolve(scene, met, met.tokens().0)?;
        let speaker = (n % 2 == 1).then_some(Speaker { certainty: Certainty::Guessed, ..speaker });
        Some(Attribution { cue: None, speaker, by: By::Inheritance, continues: None })
    }

    fn by_cue(&self, scene: &Scene, people: &mut People, at: usize, cue: Cue) -> Attribution {
        // `en appelant à «` behind `a déploré le ministre`: who spoke last in the sentence.
        let (from, _) = scene.sentence(scene.marked[at].first);
        let last = self.used.range(..=cue.verb.0).next_back().filter(|(verb, _)| **verb > from).map(|(_, other)| *other);
        let own =
            scene.verb(cue.verb.1 - 1).is_some_and(|verb| matches!(verb.form, super::verbs::Form::Gerund | super::verbs::Form::Infinitive));
        let inherited = last.filter(|_| own).and_then(|other| self.attributions.get(other)).and_then(|other| other.speaker);
        let resolve = |subject: Subject, people: &mut People| people.resolve(scene, subject, subject.tokens().0);
        let nobody = matches!(cue.subject, Some(Subject::Pronoun { stands_for: Pronoun::Anybody, .. }));
        let seat = if nobody { beside::seat(scene, from, cue.verb.0) } else { None };
        let cue = Cue { subject: seat.or(cue.subject), ..cue };
        let acting = cue.subject.filter(|subject| phrase::can_act(scene, *subject)).and_then(|subject| resolve(subject, people));
        // `Selon la CGT, cela « … » tout en ajoutant que «`: who was quoted before in the sentence goes on.
        let before = || {
            let other = (at.saturating_sub(LOOKED_AT)..at).rev().find(|other| scene.marked[*other].within.is_none()).filter(|_| own)?;
            self.attributions[other].speaker.filter(|_| scene.marked[other].first >= from)
        };
        let speaker = inherited.or(acting).or_else(before).or_else(|| cue.subject.and_then(|subject| resolve(subject, people)));
        // `Et de conclure : « … »`, `Avant de promettre que « … »`: whoever spoke in the sentence before.
        let speaker = speaker.or_else(|| {
            let goes_on = own && cue.subject.is_none() && cue.verb.0 < scene.marked[at].first;
            let speaker = if goes_on { self.inherited(scene, people, at, from).speaker? } else { return None };
            Some(Speaker { certainty: speaker.certainty.max(Certainty::Inherited), ..speaker })
        });
        Attribution { cue: Some(cue), speaker, by: By::Verb, continues: None }
    }

    /// The speaker of what was said just before, or the subject of the sentence before.
    fn inherited(&self, scene: &Scene, people: &mut People, at: usize, from: usize) -> Attribution {
        let marked = &scene.marked[at];
        // A heading goes on with nothing.
        if matches!(scene.paragraph(marked.first).kind, ZoneKind::Heading | ZoneKind::Title) && marked.sort != Sort::Dash {
            return Attribution { by: By::Inheritance, ..Attribution::default() };
        }
        let outer = |place: &usize| scene.marked[*place].within.is_none() && self.kinds[*place] != QuoteKind::Scare;
        let mut before = (at.saturating_sub(LOOKED_AT)..at).rev().filter(outer);
        let last = before.next().filter(|last| self.attributions[*last].speaker.is_some());
        let paragraph = |place: usize| scene.tokens[scene.marked[place].first].paragraph;
        let near = last.filter(|last| scene.tokens[marked.first].paragraph - paragraph(*last) <= 1);
        let between = near.map(|last| beside::sentences_between(scene, scene.marked[last].end, marked.first));
        let answers = last.is_some_and(|last| beside::asks(scene, &scene.marked[last])) || marked.sort == Sort::Dash;
        let inherited = |other: usize, certainty| Attribution {
            cue: None,
            speaker: self.attributions[other].speaker.map(|speaker| Speaker { certainty, ..speaker }),
            by: By::Inheritance,
            continues: Some(other),
        };
        if answers {
            let asked = last.and_then(|last| self.attributions[last].speaker);
            let other = before.take(4).find(|other| {
                let speaker = self.attributions[*other].speaker;
                speaker.is_some() && speaker.map(|speaker| speaker.entity) != asked.map(|speaker| speaker.entity)
            });
            let answered = other.map(|other| Attribution { continues: None, ..inherited(other, Certainty::Guessed) });
            return answered.unwrap_or(Attribution { by: By::Inheritance, ..Attribution::default() });
        }
        // `Le président l’interrompt. « Plus fort ! »`
        if let Some(cue) = beside::announced(scene, marked, from).filter(|cue| !self.used.contains_key(&cue.verb.1)) {
            let speaker = cue.subject.and_then(|subject| people.resolve(scene, subject, subject.tokens().0));
            if let Some(speaker) = speaker {
                let speaker = Speaker { certainty: speaker.certainty.max(Certainty::Resolved), ..speaker };
                return Attribution { cue: None, speaker: Some(speaker), by: By::Inheritance, continues: None };
            }
        }
        let other_paragraph = near.is_none_or(|last| paragraph(last) != scene.tokens[marked.first].paragraph);
        if let Some(subject) = beside::met_behind(scene, marked).filter(|_| other_paragraph) {
            let speaker = people.resolve(scene, subject, subject.tokens().0);
            let speaker = speaker.map(|speaker| Speaker { certainty: Certainty::Guessed, ..speaker });
            return Attribution { cue: None, speaker, by: By::Inheritance, continues: None };
        }
        if let Some(last) = near.filter(|_| between == Some(0)) {
            return inherited(last, Certainty::Inherited);
        }
        let told = beside::subject_before(scene, from).filter(|_| from > scene.paragraph(marked.first).first);
        let person = told.and_then(|subject| people.resolve(scene, subject, subject.tokens().0));
        if let Some(speaker) = person {
            let speaker = Speaker { certainty: Certainty::Guessed, ..speaker };
            return Attribution { cue: None, speaker: Some(speaker), by: By::Inheritance, continues: None };
        }
        if let Some(last) = near {
            let surely = between.is_some_and(|n| n <= SENTENCES_BETWEEN);
            return inherited(last, if surely { Certainty::Inherited } else { Certainty::Guessed });
        }
        let named = beside::subject_behind(scene, marked).or_else(|| beside::only_person_before(scene, from));
        let named = named.and_then(|subject| people.resolve(scene, subject, subject.tokens().0));
        let speaker = named.map(|speaker| Speaker { certainty: Certainty::Guessed, ..speaker });
        Attribution { cue: None, speaker, by: By::Inheritance, continues: None }
    }

    /// A quotation inside another: by whoever the outer one says, else by its speaker.
    fn nested(&mut self, scene: &mut Scene, people: &mut People, at: usize, around: usize) -> Attribution {
        let outer = self.attributions[around];
        let by_outer = Attribution { cue: None, continues: None, ..outer };
        let deep = scene.marked[around].within.is_some();
        let part = scene.marked[around].parts.iter().rev().find(|part| part.0 <= scene.marked[at].first).copied();
        let cue = part.filter(|_| !deep).and_then(|(first, _)| {
            let stop = |place: usize| matches!(scene.sign(place), Some('.' | '!' | '?'));
            let first = first.max(scene.marked[at].first.saturating_sub(NEAR));
            let from = (first..scene.marked[at].first).rev().find(|place| stop(*place)).map_or(first, |place| place + 1);
            scene.look_at(Level::Quoted);
            let cue = cue::before(scene, from, scene.marked[at].first)
                .or_else(|| (from..scene.marked[at].first).rev().find_map(|place| cue::viewpoint(scene, place, scene.marked[at].first)));
            let found = cue.map(|cue| (cue, cue.subject.and_then(|subject| self.said_inside(scene, people, subject, around))));
            scene.look_at(Level::Writer);
            found
        });
        // `« Petit pas », disiez-vous`: whoever asks quotes whoever answers.
        if cue.is_none()
            && let Some(answers) = self.interview.as_ref().filter(|interview| interview.asks(around)).map(|interview| interview.speaker())
            && unlisted::addresses(scene, scene.marked[at].end)
        {
            self.kinds.push(kind::with_speaker(scene, &scene.marked[at], Attributed::BySentence, scene.marked[at].first));
            return Attribution { speaker: Some(answers), by: By::Verb, ..Attribution::default() };
        }
        let attributed = if cue.is_some() { Attributed::ByVerb } else { Attributed::No };
        self.kinds.push(kind::with_speaker(scene, &scene.marked[at], attributed, usize::MAX));
        match cue {
            Some((cue, Some(speaker))) => Attribution { cue: Some(cue), speaker: Some(speaker), by: By::Verb, continues: None },
            // `Il m’a dit “c’est fini”`: somebody else, who is not known.
            Some((cue, None)) if matches!(cue.subject, Some(Subject::Pronoun { .. })) => {
                Attribution { cue: Some(cue), speaker: None, by: By::Verb, continues: None }
            }
            Some((cue, None)) => Attribution { cue: Some(cue), ..by_outer },
            None => by_outer,
        }
    }

    /// Whom somebody quoted names: pronouns stand for people in the quotation or before it.
    fn said_inside(&self, scene: &Scene, people: &mut People, subject: Subject, around: usize) -> Option<Speaker> {
        if let Subject::Pronoun { at, .. } = subject {
            let start = scene.tokens[scene.marked[around].first].span.start;
            let before = scene.mentions.partition_point(|mention| mention.span.start < scene.tokens[at].span.start);
            let inside = scene.mentions[..before].iter().rev().take_while(|mention| mention.span.start >= start);
            let person = inside.into_iter().find(|mention| mention.kind == EntityKind::Person);
            let kin = self.kin_before(scene, around, subject);
            let nearest = kin.filter(|mention| person.is_none_or(|person| person.span.start < mention.start));
            if let Some(mention) = nearest {
                return Some(Speaker { entity: None, mention, certainty: Certainty::Guessed });
            }
            let person = person?;
            return Some(Speaker { entity: Some(person.entity), mention: scene.tokens[at].span, certainty: Certainty::Resolved });
        }
        people.resolve(scene, subject, subject.tokens().0)
    }

    /// `« Ma fille a appelé. Elle m’a dit “viens” »`: somebody's kin, in the words around or in the line of dialogue before them.
    fn kin_before(&self, scene: &Scene, around: usize, subject: Subject) -> Option<Span> {
        let Subject::Pronoun { at, stands_for } = subject else { return None };
        let wanted = match stands_for {
            Pronoun::Masculine => Gender::Masculine,
            Pronoun::Feminine => Gender::Feminine,
            Pronoun::Plural | Pronoun::Anybody => return None,
        };
        let outer = &scene.marked[around];
        let line = around.checked_sub(1).map(|before| &scene.marked[before]).filter(|before| {
            let adjacent = scene.tokens[before.first].paragraph + 1 == scene.tokens[outer.first].paragraph;
            outer.sort == Sort::Dash && before.sort == Sort::Dash && adjacent
        });
        let from = line.map_or(outer.first, |line| line.first).max(at.saturating_sub(NEAR));
        let fits = |noun: &usize| {
            let gender = description::gender_of(scene.lower(noun - 1)).or_else(|| description::gender_by_ending(scene.lower(*noun)));
            matches!(scene.class(noun - 1), Class::Determiner(_)) && gender.is_none_or(|gender| gender == wanted)
        };
        let noun = (from + 1..at).rev().filter(|noun| scene.is_word(*noun) && grammar::is_kin(scene.lower(*noun))).find(fits)?;
        Some(scene.span(noun - 1, noun + 1))
    }

    /// A quotation without speaker right before one with a verb is by the same speaker, and so is one in the same sentence, which a
    /// verb behind the last of them closes.
    fn look_ahead(&self, scene: &Scene, quotes: &mut [Quote]) {
        // Of the quotation behind: that a verb closes its sentence.
        let mut closes: Option<usize> = None;
        for at in (0..quotes.len()).rev() {
            if scene.marked[at].within.is_some() {
                continue;
            }
            let (marked, own) = (&scene.marked[at], &self.attributions[at]);
            let is_behind = |cue: Cue| cue.verb.0 >= marked.end;
            let of_subject = own.cue.is_none() && own.by == By::Verb && quotes[at].speaker.is_some_and(|speaker| speaker.entity.is_none());
            let is_open = own.by == By::Nobody || of_subject;
            match closes.filter(|next| is_open && scene.sentence(marked.end - 1) == scene.sentence(scene.marked[*next].first)) {
                Some(next) if matches!(quotes[at].kind, QuoteKind::Direct | QuoteKind::Partial) => {
                    quotes[at].speaker =
                        quotes[next].speaker.map(|speaker| Speaker { certainty: speaker.certainty.max(Certainty::Resolved), ..speaker });
                }
                Some(_) => {}
                None => closes = Some(at).filter(|_| own.cue.is_some_and(is_behind) && quotes[at].speaker.is_some()),
            }
        }
        for at in (0..quotes.len().saturating_sub(1)).rev() {
            let next = at + 1;
            let adjacent = scene.marked[at].end == scene.marked[next].first && scene.marked[next].within.is_none();
            let free = quotes[at].speaker.is_none() && self.attributions[at].by == By::Inheritance;
            if adjacent && free && !beside::asks(scene, &scene.marked[at]) {
                quotes[at].speaker = quotes[next].speaker.map(|speaker| Speaker { certainty: Certainty::Guessed, ..speaker });
            }
        }
    }
}

fn quote(scene: &Scene, at: usize, kind: QuoteKind, attribution: &Attribution, incises: &[Incise]) -> Quote {
    let marked = &scene.marked[at];
    let span = scene.span(marked.first, marked.end);
    let (first, end) = kind::inside(marked);
    let inner = if first < end { scene.span(first, end) } else { Span { start: span.end, end: span.end } };
    let place = |local: usize| QuoteId(u32::try_from(local).expect("fewer quotations than bytes"));
    Quote {
        document: scene.document.id,
        span,
        inner,
        parts: incise::parts(scene, marked, incises),
        kind,
        closing: marked.closing,
        speaker: attribution.speaker,
        verb: attribution.cue.filter(|_| matches!(attribution.by, By::Verb | By::Clause)).map(|cue| scene.span(cue.verb.0, cue.verb.1)),
        stance: attribution.cue.and_then(|cue| cue.stance),
        medium: medium::find(scene, scene.sentence(marked.first), span, attribution.speaker),
        within: marked.within.map(place),
        continues: attribution.continues.map(place),
        utterance: None,
    }
}
