//! Which headline belongs to which article?
//!
//! The opening of an article is shown, the headlines of several are chosen from. Asked only where the right headline has at least as many
//! words of the opening as every other: for five articles about one event, another headline often fits as well.

use super::{Asked, Held, Lesson, first, n_words, some, words_of};
use crate::corpus::{Basis, ZoneKind};
use crate::order::Order;
use crate::protocol::{Choice, Passage, Question, Wording};
use crate::say;
use crate::span::Span;
use crate::text::filling;

/// Headlines that are chosen from.
const CHOICES: usize = 5;
/// Words of an opening from which it is long enough, and beyond which no further sentence is shown.
const ENOUGH: usize = 45;
/// Letters of a word that tells what a text is about; shorter ones are mostly function words.
const TELLING: usize = 4;

struct Headed<'l> {
    held: &'l Held<'l>,
    title: String,
    words: String,
    /// Where it stands, if it stands in the text.
    at: Option<Span>,
    opening: Span,
}

pub(super) fn headlines(lesson: &Lesson) -> Asked {
    lesson.needs_two()?;
    let all: Vec<Headed> = lesson.held.iter().filter_map(headed).collect();
    let is_alone = |own: &Headed| all.iter().filter(|other| other.words == own.words).count() == 1;
    let mut lot = lesson.lot(20);
    let mut order: Vec<&Headed> = all.iter().filter(|headed| is_alone(headed)).collect();
    if order.len() < 2 {
        return Err(say!(
            "Il faut au moins deux articles dont le titre est connu et différent.",
            "At least two articles are needed whose headlines are known and different."
        )
        .to_owned());
    }
    let unique: Vec<&Headed> = order.clone();
    lot.shuffle(&mut order);
    let mut turn = lot.below(CHOICES);
    let questions = first(lesson.n, order, |own| {
        let question = question(own, &unique, turn, &mut lot)?;
        turn += 1;
        Some(question)
    });
    some(
        questions,
        say!(
            "Les débuts de ces articles conviennent à plusieurs titres : la question n’aurait pas de réponse sûre.",
            "The openings of these articles fit several headlines: the question would have no sure answer."
        ),
    )
}

fn question(own: &Headed, all: &[&Headed], turn: usize, lot: &mut super::Lot) -> Option<Question> {
    let opening = words_of(own.opening.slice(own.held.document.text()));
    let fit = |headed: &Headed| common(&headed.words, &opening);
    let least = fit(own);
    let mut others: Vec<&Headed> = all.iter().copied().filter(|other| other.words != own.words && fit(other) <= least).collect();
    if least == 0 || others.is_empty() {
        return None;
    }
    lot.shuffle(&mut others);
    others.truncate(CHOICES - 1);
    let is_doubtful = others.iter().any(|other| fit(other) == least);
    let place = turn % (others.len() + 1);
    others.insert(place, own);
    let document = own.held.document;
    let mut evidence: Vec<Passage> = own.at.map(|at| Passage::of(document, at, vec![at])).into_iter().collect();
    evidence.push(Passage::of(document, own.opening, Vec::new()));
    Some(Question {
        shown: Passage::of(document, own.opening, Vec::new()),
        wording: Wording::Free,
        choices: others.iter().map(|headed| Choice::Words(headed.title.clone())).collect(),
        answers: vec![u32::try_from(place).ok()?],
        ties: Vec::new(),
        marks: Vec::new(),
        evidence,
        is_doubtful,
    })
}

/// Telling words of a headline that stand in an opening.
fn common(title: &str, opening: &str) -> usize {
    let mut words: Vec<&str> = title.split_whitespace().filter(|word| word.chars().count() >= TELLING).collect();
    words.order();
    words.dedup();
    words.iter().filter(|word| opening.contains(&format!(" {word} "))).count()
}

/// An article with its headline and how it begins; nothing without the one or the other.
fn headed<'l>(held: &'l Held<'l>) -> Option<Headed<'l>> {
    let title = held.document.metadata.title.as_ref()?;
    let words = words_of(&title.value);
    let at = match title.basis {
        Basis::Stated(span) => Some(span),
        _ => None,
    };
    let opening = opening(held).filter(|_| words.len() > 1)?;
    Some(Headed { held, title: filling::in_one_line(&title.value), words, at, opening })
}

/// The first sentences behind the headline, of one paragraph or more, until they are [`ENOUGH`].
pub(super) fn opening(held: &Held) -> Option<Span> {
    let document = held.document;
    let mut sentences = document
        .sentences
        .iter()
        .filter(|sentence| matches!(sentence.zone, ZoneKind::Lead | ZoneKind::Body) && sentence.span.end <= held.end);
    let mut opening = sentences.next()?.span;
    for sentence in sentences {
        if n_words(opening.slice(document.text())) >= ENOUGH
            || document.text()[opening.end as usize..sentence.span.start as usize].trim() != ""
        {
            break;
        }
        opening = opening.cover(sentence.span);
    }
    Some(opening)
}
