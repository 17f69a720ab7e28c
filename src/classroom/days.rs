//! In which order did they appear?
//!
//! Of articles whose day is known, or lies between two days that no other article of the question lies between. Those of one day may
//! stand in either order. A day that is inferred makes the question doubtful.

use super::{Asked, Held, Lesson, some, titles};
use crate::corpus::Basis;
use crate::order::Order;
use crate::protocol::{Choice, Passage, Question, Wording};
use crate::say;
use crate::times::Day;

/// Articles that are put in order.
const CHOICES: usize = 5;
/// Other choices of articles that are tried for each question.
const TRIED: usize = 8;

/// An article and the days on which it may have appeared.
#[derive(Clone, Copy)]
struct Dated<'l> {
    held: &'l Held<'l>,
    first: Day,
    last: Day,
    /// The day that is most likely.
    best: Day,
    is_inferred: bool,
}

pub(super) fn orders(lesson: &Lesson) -> Asked {
    lesson.needs_two()?;
    let all: Vec<Dated> = lesson.held.iter().filter_map(dated).collect();
    if all.len() < 2 {
        return Err(say!(
            "La date de parution de ces articles n’est pas assez connue pour les mettre en ordre ; elle se corrige dans leur fiche.",
            "The publication dates of these articles are not known well enough to put them in order; they can be corrected in each article’s record."
        )
        .to_owned());
    }
    let mut lot = lesson.lot(21);
    let mut questions: Vec<Question> = Vec::new();
    let mut asked: Vec<Vec<u32>> = Vec::new();
    for _ in 0..lesson.n * TRIED {
        let mut order = all.clone();
        lot.shuffle(&mut order);
        let mut chosen: Vec<Dated> = Vec::new();
        for dated in order {
            if chosen.len() < CHOICES && chosen.iter().all(|other| is_told_apart(other, &dated)) {
                chosen.push(dated);
            }
        }
        let mut ids: Vec<u32> = chosen.iter().map(|dated| dated.held.document.id.0).collect();
        ids.order();
        // What was asked before, or a part of it, is no other question.
        if asked.iter().any(|known| ids.iter().all(|id| known.contains(id))) {
            continue;
        }
        let question = question(chosen);
        if let Some(question) = question {
            asked.push(ids);
            questions.push(question);
        }
        if questions.len() == lesson.n {
            break;
        }
    }
    questions.order_by_key(|question| question.is_doubtful);
    some(
        questions,
        say!(
            "Ces articles ont paru le même jour, ou leurs dates ne se laissent pas départager.",
            "These articles appeared on the same day, or their dates cannot be told apart."
        ),
    )
}

fn question(mut chosen: Vec<Dated>) -> Option<Question> {
    let mut places: Vec<usize> = (0..chosen.len()).collect();
    places.order_by_key(|place| (chosen[*place].best, *place));
    let days: Vec<Day> = places.iter().map(|place| chosen[*place].best).collect();
    if days.first() == days.last() {
        return None;
    }
    if places.is_sorted() {
        // What is shown in its right order is no question.
        chosen.reverse();
        places = (0..chosen.len()).rev().collect();
        places.order_by_key(|place| chosen[*place].best);
    }
    let ties = (0..days.len()).map(|at| at > 0 && days[at - 1] == days[at]).collect();
    let evidence: Option<Vec<Passage>> = places.iter().map(|place| proof(&chosen[*place])).collect();
    let first = chosen[0].held;
    Some(Question {
        shown: Passage::of(first.document, titles::opening(first)?, Vec::new()),
        wording: Wording::Free,
        answers: places.iter().map(|place| u32::try_from(*place).unwrap_or(u32::MAX)).collect(),
        ties,
        marks: Vec::new(),
        evidence: evidence?,
        is_doubtful: chosen.iter().any(|dated| dated.is_inferred),
        choices: chosen.iter().map(|dated| Choice::Article(dated.held.document.id)).collect(),
    })
}

/// Where the date stands; how the article begins when it stands nowhere.
fn proof(dated: &Dated) -> Option<Passage> {
    let document = dated.held.document;
    match document.metadata.published.as_ref()?.basis {
        Basis::Stated(span) => Some(Passage::of(document, span, vec![span])),
        _ => Some(Passage::of(document, titles::opening(dated.held)?, Vec::new())),
    }
}

/// True when it is as good as known which of two came first, or that they came the same day.
fn is_told_apart(x: &Dated, y: &Dated) -> bool {
    let exact = |dated: &Dated| dated.first == dated.last && !dated.is_inferred;
    // At worst both appeared on the day that the two stretches share; then the one is not wrong before the other.
    let before = |x: &Dated, y: &Dated| x.last <= y.first && x.best < y.best;
    before(x, y) || before(y, x) || exact(x) && exact(y)
}

fn dated<'l>(held: &'l Held<'l>) -> Option<Dated<'l>> {
    titles::opening(held)?;
    let published = held.document.metadata.published.as_ref()?;
    let (first, last) = match &published.basis {
        Basis::Inferred { earliest, latest, .. } => {
            let of = |bound: &Option<String>| Day::range_of(bound.as_deref().unwrap_or(&published.value));
            (of(earliest)?.0, of(latest)?.1)
        }
        _ => Day::range_of(&published.value)?,
    };
    let best = Day::range_of(&published.value)?.0.clamp(first, last.max(first));
    let is_inferred = matches!(published.basis, Basis::Inferred { .. }) || first != last;
    (first <= last).then_some(Dated { held, first, last, best, is_inferred })
}
