//! One person, two ages.
//!
//! An age stands right behind a name (`Paul Mas, 44 ans`, `Paul Mas, âgé de 44 ans`) or in a description that begins the sentence after the
//! one in which one person alone is named (`Ce technicien de 46 ans`). A year apart is a birthday or a count of another day; articles
//! that appeared more than a year apart, or on no known day, are not held against each other.

use std::collections::BTreeMap;

use super::{ClashKind, Contradiction, Severity, Topic, Why, published, side};
use crate::compare::Annotated;
use crate::corpus::{Corpus, Document};
use crate::entities::{EntityKind, Mention, MentionForm};
use crate::id::{DocumentId, EntityId};
use crate::span::Span;
use crate::text::Line;

/// Years by which two ages differ at least.
const YEARS: u32 = 2;
/// Days between the articles at most.
const DAYS: i32 = 366;
/// No one is older.
const OLDEST: u32 = 120;
/// Words of a description before its age, at most.
const DESCRIPTION: usize = 7;

/// Where an age stands, and what it is.
#[derive(Clone, Copy)]
struct Age {
    document: DocumentId,
    at: Span,
    years: u32,
}

pub(super) fn ages(corpus: &Corpus, found: Annotated) -> Vec<Contradiction> {
    let mut of: BTreeMap<EntityId, Vec<Age>> = BTreeMap::new();
    for document in &corpus.documents {
        for (person, age) in in_document(document, found) {
            of.entry(person).or_default().push(age);
        }
    }
    of.into_iter().filter_map(|(person, ages)| contradiction(corpus, found, person, &ages)).collect()
}

fn contradiction(corpus: &Corpus, found: Annotated, person: EntityId, ages: &[Age]) -> Option<Contradiction> {
    let youngest = ages.iter().min_by_key(|age| age.years)?;
    let oldest = ages.iter().max_by_key(|age| age.years)?;
    let days = published(corpus, youngest.document).zip(published(corpus, oldest.document));
    let near = days.is_some_and(|(x, y)| (x.0.0 - y.1.0).abs() <= DAYS && (y.0.0 - x.1.0).abs() <= DAYS);
    // An article that gives both tells of two people, or says so itself.
    let gives = |document: DocumentId, years: u32| ages.iter().any(|age| age.document == document && age.years == years);
    let apart = !gives(youngest.document, oldest.years) && !gives(oldest.document, youngest.years);
    if oldest.years - youngest.years < YEARS || !near || !apart {
        return None;
    }
    let told = ages.iter().filter(|age| age.years == youngest.years || age.years == oldest.years);
    let sides = told.filter_map(|age| side(corpus, age.document, age.at)).collect();
    let years = |age: &Age| age.years.to_string();
    let topic = Topic::Words(found.entities.entity(person)?.name.clone());
    let why = Why::Ages(years(youngest), years(oldest));
    Some(Contradiction { kind: ClashKind::Figure, severity: Severity::Medium, topic, sides, why })
}

/// The ages that an article gives to people.
fn in_document(document: &Document, found: Annotated) -> Vec<(EntityId, Age)> {
    let people = || found.entities.mentions_in(document.id).iter().filter(|mention| mention.kind == EntityKind::Person);
    let mut told: Vec<(EntityId, Age)> = people().filter_map(|mention| Some((mention.entity, behind(document, mention)?))).collect();
    for place in 1..document.sentences.len() {
        let (before, sentence) = (document.sentences[place - 1].span, document.sentences[place].span);
        let Some((at, years)) = described(document, sentence) else { continue };
        let mut named = people().filter(|mention| mention.form == MentionForm::Name && before.overlaps(mention.span));
        let Some(first) = named.next().filter(|first| named.all(|other| other.entity == first.entity)) else { continue };
        told.push((first.entity, Age { document: document.id, at, years }));
    }
    told
}

/// `, 44 ans`, `, âgé de 44 ans`, `(44 ans)` behind a name or description.
fn behind(document: &Document, mention: &Mention) -> Option<Age> {
    let sentence = document.sentences[document.sentence_at(mention.span.start)?].span;
    let rest = Span { start: mention.span.end, end: sentence.end.max(mention.span.end) };
    let line = Line::of(document.text(), rest);
    let old = matches!(line.word(0), "age" | "agee" | "aged");
    let number = if old { 1 + usize::from(line.word(1) == "de") } else { 0 };
    let between = Span { start: rest.start, end: line.tokens.first()?.span.start }.slice(document.text()).trim();
    let years = years(&line, number)?;
    let unit = matches!(line.word(number + 1), "ans") || line.word(0) == "aged";
    let apposed = matches!(between, "," | "(") || old && between.is_empty();
    let at = line.tokens[number].span;
    (unit && apposed).then_some(Age { document: document.id, at, years })
}

/// `Ce technicien de 46 ans` at the start of a sentence.
fn described(document: &Document, sentence: Span) -> Option<(Span, u32)> {
    let line = Line::of(document.text(), sentence);
    if !matches!(line.word(0), "ce" | "cet" | "cette") {
        return None;
    }
    let number = (2..line.len().min(DESCRIPTION)).find(|at| line.word(*at) == "ans")?.checked_sub(1)?;
    let tied = (0..number).all(|at| line.tied(at));
    (tied && line.word(number - 1) == "de").then_some(())?;
    Some((line.tokens[number].span, years(&line, number)?))
}

fn years(line: &Line<'_>, at: usize) -> Option<u32> {
    if at >= line.len() || !line.is_digits(at) {
        return None;
    }
    line.word(at).parse().ok().filter(|years| (1..=OLDEST).contains(years))
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;

    /// The ages that are told otherwise in two articles of these days.
    fn told(one: (&str, &str), other: (&str, &str)) -> Vec<Vec<String>> {
        fixture::told(&[one, other].map(|(day, text)| (Some(day), text)), ages)
    }

    const RAVEL: (&str, &str) = ("2018-03-05", "Simon Ravel, 51 ans, est mort lundi.");

    #[test]
    fn two_ages_of_one_person_are_told() {
        assert_eq!(told(RAVEL, ("2018-03-06", "Le maire, Simon Ravel, âgé de 54 ans, est mort.")), [["51", "54"]]);
        assert_eq!(
            told(RAVEL, ("2018-03-06", "Simon Ravel n’est pas revenu. Ce père de famille de 54 ans aimait la mer.")),
            [["51", "54"]]
        );
    }

    #[test]
    fn a_birthday_another_year_and_another_person_are_not() {
        assert_eq!(told(RAVEL, ("2018-03-06", "Simon Ravel, 52 ans, est mort.")), Vec::<Vec<String>>::new());
        assert_eq!(told(RAVEL, ("2021-03-06", "Simon Ravel, 54 ans, a été décoré.")), Vec::<Vec<String>>::new());
        assert_eq!(told(RAVEL, ("2018-03-06", "Anne Ravel, 54 ans, pleure. Simon Ravel avait 51 ans.")), Vec::<Vec<String>>::new());
        assert_eq!(
            told(RAVEL, ("2018-03-06", "Simon Ravel et Anne Mas sont venus. Ce couple de 54 ans aimait la mer.")),
            Vec::<Vec<String>>::new()
        );
    }
}
