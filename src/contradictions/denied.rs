//! Done for one, not done for another: `la mairie a déposé un recours` against `la mairie n’a déposé aucun recours`.
//!
//! A denial is a verb in the past that is negated, with the words of matter behind it, two at least; who tells the same words without
//! a negation affirms it. Whoever affirms after the denial may tell of something new, so that the deed must lie before the day on
//! which the denial appeared, and both must speak of one subject.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::company::{Company, Places, are_related};
use super::passage::{is_conditional, within};
use super::{ClashKind, Contradiction, Severity, Topic, Why, published, shown, side};
use crate::compare::Annotated;
use crate::corpus::told::names_calendar;
use crate::corpus::{Corpus, Document};
use crate::entities::EntityKind;
use crate::facts::context::{Lexis, Stem, is_telling, shared};
use crate::id::{DocumentId, EntityId};
use crate::span::Span;
use crate::text::{Language, Line};
use crate::times::{Certainty, Day, TimeKind};

/// Affirmations of one word that a denial is held against.
const MET: usize = 48;
/// Words of matter of a denial.
const MATTER: std::ops::RangeInclusive<usize> = 2..=4;
/// Words behind the verb that are read.
const FURTHEST: usize = 9;
/// Words that two passages have in common beside the deed, where their subjects are not known to be one.
const AROUND: usize = 2;
/// Days after which a state, as that of being held, may be over.
const STATE: i32 = 2;

/// A deed that is affirmed or denied.
struct Deed {
    document: DocumentId,
    /// From the verb on.
    at: Span,
    stems: Vec<Stem>,
    subject: Option<EntityId>,
    /// Stems of its sentence and the one before.
    around: Vec<Stem>,
    company: Company,
    /// The one day that its sentence gives.
    day: Option<(Day, Day)>,
    /// No verb but `être`: it may be over tomorrow.
    is_state: bool,
}

/// All that one article tells as done and another as not done.
pub(super) fn denials(corpus: &Corpus, found: Annotated) -> Vec<Contradiction> {
    let mut lexis = Lexis::default();
    let denied: Vec<Deed> = deeds(corpus, found, &mut lexis, &|line, language| groups(line, language, true), &|_| true);
    if denied.is_empty() {
        return Vec::new();
    }
    let wanted: BTreeSet<Stem> = denied.iter().flat_map(|deed| deed.stems.iter().copied()).collect();
    let is_wanted = |stems: &[Stem]| stems.iter().filter(|stem| wanted.contains(stem)).count() >= *MATTER.start();
    let affirmed = deeds(corpus, found, &mut lexis, &|line, language| groups(line, language, false), &is_wanted);
    let mut by_word: BTreeMap<Stem, Vec<usize>> = BTreeMap::new();
    for (at, deed) in affirmed.iter().enumerate() {
        deed.stems.iter().for_each(|stem| by_word.entry(*stem).or_default().push(at));
    }
    let clashes = denied.iter().filter_map(|denial| {
        let with = denial.stems.iter().map(|stem| by_word.get(stem).map_or(&[][..], Vec::as_slice));
        let rarest = with.min_by_key(|with| with.len())?;
        let met = rarest.iter().take(MET).map(|at| &affirmed[*at]);
        let affirmations: Vec<&Deed> = met.filter(|deed| are_opposed(corpus, found, denial, deed)).collect();
        contradiction(corpus, denial, &affirmations)
    });
    clashes.collect()
}

fn contradiction(corpus: &Corpus, denial: &Deed, affirmations: &[&Deed]) -> Option<Contradiction> {
    let first = affirmations.first()?;
    let document = corpus.document(denial.document)?;
    let all = affirmations.iter().copied().chain([denial]);
    let sides = all.filter_map(|deed| side(corpus, deed.document, deed.at)).collect();
    let said = |deed: &Deed| corpus.document(deed.document).map_or_else(String::new, |own| shown(own, deed.at));
    let why = Why::Denied(said(first), said(denial));
    let topic = Topic::Words(shown(document, denial.at));
    Some(Contradiction { kind: ClashKind::Tense, severity: Severity::Medium, topic, sides, why })
}

/// Whether what one denies is what the other affirms.
fn are_opposed(corpus: &Corpus, found: Annotated, denial: &Deed, deed: &Deed) -> bool {
    let has_all = denial.stems.iter().all(|stem| deed.stems.contains(stem));
    if denial.document == deed.document || !has_all || !denial.company.may_meet(&deed.company, Places::Count) {
        return false;
    }
    let (Some(denied_on), Some(told_on)) = (published(corpus, denial.document), published(corpus, deed.document)) else { return false };
    // What was affirmed must have been done when it was denied.
    let done = deed.day.unwrap_or(told_on);
    let is_before = done.1 < denied_on.0;
    let is_over = denial.is_state && denied_on.0.0 - done.0.0 > STATE;
    let other_day = denial.day.zip(deed.day).is_some_and(|(x, y)| x.1 < y.0 || y.1 < x.0);
    let one_subject = denial.subject.is_some() && denial.subject == deed.subject;
    let near = shared(&denial.around, &deed.around).saturating_sub(denial.stems.len());
    is_before && !is_over && !other_day && (one_subject || near >= AROUND) && are_related(found, denial.document, deed.document)
}

/// A verb with what is read of it.
struct Group {
    verb: usize,
    matter: Range<usize>,
    is_state: bool,
}

type Groups<'g> = dyn Fn(&Line<'_>, Language) -> Vec<Group> + 'g;

/// The deeds of all sentences whose stems are `wanted`.
fn deeds(corpus: &Corpus, found: Annotated, lexis: &mut Lexis, groups: &Groups<'_>, wanted: &dyn Fn(&[Stem]) -> bool) -> Vec<Deed> {
    let mut deeds = Vec::new();
    for document in &corpus.documents {
        for (place, sentence) in document.sentences.iter().enumerate() {
            let span = sentence.span;
            if span.slice(document.text()).trim_end().ends_with(['?', '…']) {
                continue;
            }
            let line = Line::of(document.text(), span);
            for group in groups(&line, document.language) {
                let stems = matter(&line, &group, document.language, lexis);
                if stems.len() >= *MATTER.start() && wanted(&stems) {
                    deeds.push(deed(document, place, &line, &group, stems, found, lexis));
                }
            }
        }
    }
    deeds
}

fn deed(document: &Document, place: usize, line: &Line<'_>, group: &Group, stems: Vec<Stem>, found: Annotated, lexis: &mut Lexis) -> Deed {
    let sentence = document.sentences[place].span;
    let at = line.span(group.verb, group.matter.end);
    let before = place.checked_sub(1).map(|before| document.sentences[before].span);
    let mut around = lexis.stems(document.text(), sentence, document.language);
    if let Some(before) = before {
        around.extend(lexis.stems(document.text(), before, document.language));
    }
    around.sort_unstable();
    around.dedup();
    let dated = within(found.times.times_in(document.id), sentence, |time| time.span).iter();
    let mut dated = dated.filter(|time| time.kind == TimeKind::Date && time.certainty <= Certainty::Resolved);
    let day = dated.next().and_then(|time| time.earliest.zip(time.latest)).filter(|_| dated.next().is_none());
    Deed {
        document: document.id,
        at,
        stems,
        subject: subject(document, before.unwrap_or(sentence).start, at.start, found),
        around,
        company: Company::of(found, document.id, said(document, sentence, at, found)),
        day,
        is_state: group.is_state,
    }
}

/// Where the names of a deed stand: whoever says it is none of them.
fn said(document: &Document, sentence: Span, at: Span, found: Annotated) -> Span {
    let quotes = within(found.quotes.quotes_in(document.id), sentence, |quote| quote.span);
    quotes.iter().map(|quote| quote.inner).find(|inner| inner.overlaps(at)).unwrap_or(sentence)
}

/// Whoever is named last before a verb, from a place on.
fn subject(document: &Document, from: u32, verb: u32, found: Annotated) -> Option<EntityId> {
    let mentions = found.entities.mentions_in(document.id);
    let first = mentions.partition_point(|mention| mention.span.start < from);
    let before = mentions[first..].iter().take_while(|mention| mention.span.start < verb);
    let acting = before.filter(|mention| matches!(mention.kind, EntityKind::Person | EntityKind::Organisation));
    acting.last().map(|mention| mention.entity)
}

/// The stems of what is done, sorted.
fn matter(line: &Line<'_>, group: &Group, language: Language, lexis: &mut Lexis) -> Vec<Stem> {
    // `n’a pas voulu porter plainte`: what was not done is to complain.
    const WILLING: &[&str] = &["voulu", "pu", "du", "souhaite", "ose", "able", "wanted"];
    let telling = group.matter.clone().filter(|at| is_telling(line, *at, language) && !WILLING.contains(&line.word(*at)));
    let mut stems: Vec<Stem> = telling.map(|at| lexis.stem(line.word(at), language)).collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

const HAVE: &[&str] = &["a", "ont", "avait", "avaient", "has", "have", "had"];
const BE: &[&str] = &["est", "sont", "etait", "etaient", "is", "are", "was", "were"];
const NOT: &[&str] = &["pas", "jamais", "aucun", "aucune", "not", "never"];

/// The verbs of a sentence in the past, negated or not, with what stands behind them.
fn groups(line: &Line<'_>, language: Language, negated: bool) -> Vec<Group> {
    let mut groups = Vec::new();
    for verb in 0..line.len() {
        let (has, is) = (HAVE.contains(&line.word(verb)), BE.contains(&line.word(verb)));
        if !(has || is) || language == Language::French && is_preposition(line, verb) {
            continue;
        }
        let negation = negation(line, verb, language);
        let is_negated = negation.is_some();
        if is_negated != negated || !is_negated && is_denied_before(line, verb) || supposes(line, verb) {
            continue;
        }
        let first = negation.unwrap_or(verb + 1);
        let furthest = line.len().min(first + if negated { FURTHEST - 2 } else { FURTHEST });
        let end = (first..furthest)
            .find(|at| *at > first && (!line.tied(at - 1) || ends(line.word(*at)) || negated && is_day(line.word(*at))))
            .unwrap_or(furthest);
        let is_state = is && matches!(line.word(first), "en" | "a" | "au" | "dans" | "sous" | "in" | "under");
        if end > first {
            groups.push(Group { verb, matter: first..end, is_state });
        }
    }
    groups
}

/// `à` without its accent is no verb.
fn is_preposition(line: &Line<'_>, at: usize) -> bool {
    matches!(line.written(at), "à" | "À")
}

/// The place behind what negates a verb: `n’a toujours pas`, `has not`.
fn negation(line: &Line<'_>, verb: usize, language: Language) -> Option<usize> {
    const BETWEEN: usize = 3;
    let not = (verb + 1..=verb + BETWEEN).take_while(|at| *at == verb + 1 || line.tied(at - 1)).find(|at| NOT.contains(&line.word(*at)))?;
    let ne = language == Language::English || is_denied_before(line, verb);
    ne.then_some(not + 1)
}

/// `ne`, `n’` before a verb, with no more than pronouns between.
fn is_denied_before(line: &Line<'_>, verb: usize) -> bool {
    const PRONOUNS: &[&str] = &["s", "l", "y", "en", "lui", "leur", "se", "le", "la", "les"];
    let n_pronouns = (1..=2).take_while(|n| PRONOUNS.contains(&line.before(verb, *n))).count();
    matches!(line.before(verb, n_pronouns + 1), "ne" | "n")
}

/// A condition, or what somebody supposes.
fn supposes(line: &Line<'_>, verb: usize) -> bool {
    const SUPPOSING: &[&str] = &["si", "s", "if", "whether", "serait", "aurait"];
    const BACK: usize = 4;
    let first = verb.saturating_sub(BACK);
    // `s’était` is no condition, `s’il avait` is.
    (first..verb).any(|at| is_conditional(line.word(at)) || SUPPOSING.contains(&line.word(at)) && (line.word(at) != "s" || at + 1 != verb))
}

/// Whether a word opens what is no longer the deed.
fn ends(word: &str) -> bool {
    const OPENERS: &[&str] = &[
        "et", "mais", "qui", "que", "dont", "ou", "car", "lorsque", "quand", "selon", "pour", "par", "ni", "and", "but", "who", "which",
        "that", "when", "for", "by",
    ];
    OPENERS.contains(&word)
}

/// Whether a word says when: behind a denial nothing more is read.
fn is_day(word: &str) -> bool {
    names_calendar(word) || matches!(word, "hier" | "yesterday")
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;

    /// What is told otherwise in two articles of these days.
    fn told(one: (&str, &str), other: (&str, &str)) -> Vec<Vec<String>> {
        fixture::told(&[one, other].map(|(day, text)| (Some(day), text)), denials)
    }

    const DENIED: (&str, &str) = ("2018-03-09", "La directrice du musée, Anne Ravel, n’a toujours pas déposé de recours.");

    #[test]
    fn what_was_done_before_it_was_said_not_to_be_is_told() {
        let done = ("2018-03-06", "La directrice du musée, Anne Ravel, a déposé un recours lundi.");
        assert_eq!(told(done, DENIED).len(), 1);
        let held = ("2018-03-06", "Le pilote, Simon Ravel, a été placé lundi en cellule de dégrisement à Nice.");
        let free = ("2018-03-06", "« Simon Ravel n’est pas en cellule de dégrisement », a indiqué la police. Le pilote dort.");
        assert_eq!(told(held, free).len(), 1);
    }

    #[test]
    fn what_came_later_is_supposed_or_of_somebody_else_is_not() {
        for (day, other) in [
            ("2018-03-12", "La directrice du musée, Anne Ravel, a déposé un recours lundi."),
            ("2018-03-06", "La directrice du musée, Anne Ravel, aurait déposé un recours lundi."),
            ("2018-03-06", "La directrice du musée, Anne Ravel, déposera un recours."),
            ("2018-03-06", "L’architecte du musée, Paul Mas, a déposé un recours lundi."),
            ("2018-03-06", "La directrice du musée, Anne Ravel, n’a pas déposé de recours."),
            ("2018-03-06", "La directrice du musée, Anne Ravel, a déposé un projet lundi."),
            ("2018-03-06", "La directrice Anne Ravel a-t-elle déposé un recours ?"),
        ] {
            assert_eq!(told((day, other), DENIED), Vec::<Vec<String>>::new(), "{other}");
        }
    }
}
