//! Which article gives this figure?
//!
//! The figure is shown with what it counts, in the words of one article. Every article that gives the same number of the same thing is
//! a right answer; an article in which that number stands without it being known what it counts leaves the question
//! unasked, and so does a large number of something else, which may be the same thing under another name (`42 salariés`,
//! `42 emplois`). Articles that count the same thing otherwise come first among the wrong choices.

use super::spread::spread;
use super::{Asked, Lesson, in_turn, some, words_of};
use crate::figures::{Figure, Value};
use crate::id::DocumentId;
use crate::order::Order;
use crate::protocol::{Choice, Passage, Question, Wording};
use crate::say;
use crate::span::Span;

/// Articles that are chosen from.
const CHOICES: usize = 6;
/// Articles that give the figure, at most.
const TELLERS: usize = 3;
/// Figures that are looked at for each question.
const TRIED: usize = 5;
/// Numbers up to it are of many things in any article.
const SMALL: f64 = 12.0;
/// Part of a number by which a round one may differ from it.
const ROUND: f64 = 0.1;
/// Bytes between a number and what it counts, beyond which the two are no longer read as one.
const GAP: u32 = 30;
/// Passages of one article that are given as proof.
const PROOFS: usize = 2;

pub(super) fn figures(lesson: &Lesson) -> Asked {
    lesson.needs_two()?;
    let mut lot = lesson.lot(4);
    let mut all: Vec<&Figure> = lesson.held.iter().flat_map(|held| lesson.annotated.figures.figures_in(held.document.id)).collect();
    all.retain(|figure| is_a_number(figure));
    let mut candidates: Vec<&Figure> = all.iter().copied().filter(|figure| serves(lesson, figure)).collect();
    lot.shuffle(&mut candidates);
    // What several articles count is asked first: there the figures differ.
    let counted =
        |figure: &Figure| all.iter().any(|other| other.document != figure.document && key(other) == key(figure) && key(figure).is_some());
    candidates.order_by_key(|figure| !counted(figure));
    let candidates = in_turn(candidates, |figure| figure.document);
    let mut asked: Vec<&Figure> = Vec::new();
    let questions = candidates.into_iter().take(lesson.n * TRIED).filter_map(|figure| {
        let words = words_of(shown(lesson, figure).slice(lesson.held(figure.document)?.document.text()));
        if asked.iter().any(|known| is_same(known, figure)) {
            return None;
        }
        let question = question(lesson, &all, figure, &words, &mut lot)?;
        asked.push(figure);
        Some((question.answers.iter().map(|place| question.choices[*place as usize].clone()).collect::<Vec<_>>(), question))
    });
    some(
        spread(lesson.n, questions.collect()),
        say!(
            "Aucun chiffre de ces articles, avec ce qu’il compte, n’est sûrement propre à quelques-uns d’entre eux.",
            "No figure of these articles, with what it counts, is surely given by only some of them."
        ),
    )
}

fn question(lesson: &Lesson, all: &[&Figure], figure: &Figure, words: &str, lot: &mut super::Lot) -> Option<Question> {
    let same: Vec<&Figure> = all.iter().copied().filter(|other| is_same(figure, other)).collect();
    let mut told: Vec<DocumentId> = same.iter().map(|same| same.document).collect();
    told.dedup();
    let is_told = |id: &DocumentId| told.contains(id);
    let may_be_told = all.iter().any(|other| !is_told(&other.document) && may_be_same(figure, other));
    let is_doubtful = all.iter().any(|other| !is_told(&other.document) && other.value == figure.value);
    let elsewhere = lesson.with_words(words).iter().any(|id| !is_told(id));
    let out_of_sight = same.iter().any(|same| !lesson.shows(same.document, same.span));
    if told.len() > TELLERS || told.len() == lesson.held.len() || may_be_told || elsewhere || out_of_sight {
        return None;
    }
    let mut others: Vec<DocumentId> = lesson.held.iter().map(|held| held.document.id).filter(|id| !is_told(id)).collect();
    lot.shuffle(&mut others);
    let counts_it = |id: &DocumentId| all.iter().any(|other| other.document == *id && key(other) == key(figure));
    others.order_by_key(|id| !counts_it(id));
    others.truncate(CHOICES - told.len());
    let mut articles = [told.clone(), others].concat();
    articles.order();
    let answers = (0..).zip(&articles).filter(|(_, id)| is_told(id)).map(|(place, _)| place).collect();
    Some(Question {
        shown: Passage::of(lesson.held(figure.document)?.document, shown(lesson, figure), Vec::new()),
        wording: Wording::Exact,
        choices: articles.into_iter().map(Choice::Article).collect(),
        answers,
        ties: Vec::new(),
        marks: Vec::new(),
        evidence: told.iter().flat_map(|id| proofs(lesson, *id, &same)).collect(),
        is_doubtful,
    })
}

fn proofs(lesson: &Lesson, id: DocumentId, same: &[&Figure]) -> Vec<Passage> {
    let Some(held) = lesson.held(id) else { return Vec::new() };
    let own: Vec<Span> = same.iter().filter(|same| same.document == id).map(|same| shown(lesson, same)).take(PROOFS).collect();
    Passage::around(held.document, &own)
}

/// The number with what it counts, as it is written: `80 sapeurs-pompiers`.
fn shown(lesson: &Lesson, figure: &Figure) -> Span {
    let counted = figure.counted.as_ref().filter(|counted| is_beside(figure, counted.span));
    let span = counted.map_or(figure.span, |counted| figure.span.cover(counted.span));
    let behind = lesson.held(figure.document).map_or("", |held| &held.document.text()[span.end as usize..]);
    let joined = behind.strip_prefix(['-', '\u{2010}', '\u{2011}']).filter(|rest| rest.starts_with(char::is_alphabetic));
    let n_more = joined.map_or(0, |rest| behind.len() - rest.trim_start_matches(char::is_alphabetic).len());
    Span::new(span.start as usize, span.end as usize + n_more)
}

fn is_beside(figure: &Figure, counted: Span) -> bool {
    counted.start <= figure.span.end + GAP && figure.span.start <= counted.end + GAP
}

/// True for a figure that says more than that there is one of something.
fn is_a_number(figure: &Figure) -> bool {
    !matches!(figure.value, Value::Number(number) if number.whole().is_some_and(|n| n < 2))
}

/// True for a figure that can be shown with what it counts and gives nothing else away.
fn serves(lesson: &Lesson, figure: &Figure) -> bool {
    let says_what = figure.unit.is_some() || figure.counted.as_ref().is_some_and(|counted| is_beside(figure, counted.span));
    let shown = shown(lesson, figure);
    says_what && lesson.shows(figure.document, shown) && !lesson.gives_away(figure.document, shown)
}

/// What is counted or measured.
fn key(figure: &Figure) -> Option<(&str, Option<&str>)> {
    let counted = figure.counted.as_ref().map(|counted| counted.key.as_str());
    counted.or(figure.unit.as_deref()).map(|what| (what, figure.unit.as_deref()))
}

fn is_same(x: &Figure, y: &Figure) -> bool {
    x.value == y.value && key(x) == key(y)
}

/// True when it cannot be excluded that a figure is the one that is asked for: the number is the same, and it is not known that it
/// counts something else; or both count the same, and one number may stand for the other.
fn may_be_same(asked: &Figure, other: &Figure) -> bool {
    let same_key = key(asked) == key(other);
    let unknown = key(other).is_none() || asked.counted.is_none();
    let meets = match (asked.value, other.value) {
        (Value::Number(x), y) if y.holds(x) => true,
        (x, Value::Number(y)) if x.holds(y) => true,
        (x, y) => x == y,
    };
    // A large number does not come twice by chance: about one event it is the same thing under another name.
    let same_unit = asked.unit == other.unit && (asked.unit.is_some() || !is_small(asked));
    let nearly = || asked.approximate || other.approximate;
    meets && (same_key || unknown || same_unit) || same_key && nearly() || same_unit && nearly() && is_about(asked.value, other.value)
}

fn is_small(figure: &Figure) -> bool {
    matches!(figure.value, Value::Number(number) if number.to_f64() <= SMALL)
}

/// True when one number may be said for the other: `une quarantaine` of 42.
fn is_about(x: Value, y: Value) -> bool {
    let (Value::Number(x), Value::Number(y)) = (x, y) else { return false };
    let (x, y) = (x.to_f64(), y.to_f64());
    (x - y).abs() <= ROUND * x.max(y)
}
