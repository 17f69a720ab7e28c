//! Which article says it, and told by all, by several or by one?
//!
//! Asked of rows of statements whose whole sentence is the statement. That nobody else tells it is not taken from the row alone:
//! the sentence is looked for in every other article of the lesson, with the search that finds what a comparison leaves aside,
//! and where it finds something the question is not asked. A sentence that names and
//! counts nothing may be told elsewhere in words that share none of its own: that one is asked last, and said to be doubtful.

use super::{Asked, Lesson, first, in_turn, n_words, some, words_of};
use crate::compare::{self, Cell, Closeness, Statement};
use crate::corpus::ZoneKind;
use crate::entities::{Mention, MentionForm};
use crate::id::DocumentId;
use crate::order::Order;
use crate::protocol::{Choice, Passage, Question};
use crate::quotes::QuoteKind;
use crate::say;
use crate::span::Span;
use crate::text::filling;

/// Articles that tell what is asked for, at most: told by more, it is no longer a find.
const TELLERS: usize = 3;
/// Articles that are chosen from.
const CHOICES: usize = 6;
/// Words of a sentence that can be read alone and at once.
const WORDS: std::ops::RangeInclusive<usize> = 8..=45;
/// Part of a sentence that the statement must be: the rest may be told by others.
const WHOLE: f32 = 0.8;
/// How sure it is that two passages in other words say the same, from which a question may rest on it, and from which without
/// saying so. Of the cells of statements in the marked articles (tests/statements) all with 0.7 and more are right, of those
/// with 0.5 and more two in three: those are the doubtful ones.
const LIKELY: f32 = 0.5;
const SURE: f32 = 0.7;
/// How sure it is that another article says it too, below which it is taken not to, and said to be doubtful: of what is found so
/// in the marked articles three in four are look-alikes.
const UNLIKE: f32 = 0.2;
/// Candidates that are looked for in the other articles, for each question: bounds the work where few of them serve.
const TRIED: usize = 5;

/// Which article says it?
pub(super) fn tellers(lesson: &Lesson) -> Asked {
    lesson.needs_two()?;
    let most = TELLERS.min(lesson.held.len() - 1);
    let mut lot = lesson.lot(1);
    let mut rows: Vec<&Statement> = lesson.statements.rows.iter().filter(|row| row.cells.len() <= most && serves(lesson, row)).collect();
    lot.shuffle(&mut rows);
    let mut rows = in_turn(rows, |row| row.document);
    rows.truncate(lesson.n * TRIED);
    let questions = first(lesson.n, rows, |row| teller(lesson, row, &mut lot));
    some(
        questions,
        say!(
            "Aucune phrase de ces articles n’est sûrement propre à l’un d’eux et lisible seule.",
            "No sentence of these articles is surely told by one of them only and readable on its own."
        ),
    )
}

fn teller(lesson: &Lesson, row: &Statement, lot: &mut super::Lot) -> Option<Question> {
    let told: Vec<DocumentId> = row.cells.iter().map(|cell| cell.document).collect();
    let is_doubtful = doubt(lesson, row, &told)?;
    let mut others: Vec<DocumentId> = lesson.held.iter().map(|held| held.document.id).filter(|id| !told.contains(id)).collect();
    lot.shuffle(&mut others);
    others.truncate(CHOICES - told.len());
    let mut articles = [told.clone(), others].concat();
    articles.order();
    let places = (0..).zip(&articles).filter(|(_, id)| told.contains(id)).map(|(place, _)| place);
    Some(Question {
        shown: shown(lesson, row)?,
        answers: places.collect(),
        choices: articles.iter().copied().map(Choice::Article).collect(),
        ties: Vec::new(),
        marks: Vec::new(),
        evidence: evidence(lesson, row),
        is_doubtful,
    })
}

/// Told by all, by several, by one?
pub(super) fn reaches(lesson: &Lesson) -> Asked {
    lesson.needs_two()?;
    let n_articles = lesson.held.len();
    let choices = if n_articles > 2 { vec![Choice::All, Choice::Several, Choice::One] } else { vec![Choice::All, Choice::One] };
    let reach = |row: &Statement| match row.cells.len() {
        1 => Choice::One,
        n if n == n_articles => Choice::All,
        _ => Choice::Several,
    };
    let mut lot = lesson.lot(2);
    let mut rows: Vec<&Statement> = lesson.statements.rows.iter().filter(|row| serves(lesson, row)).collect();
    lot.shuffle(&mut rows);
    // In turn, so that the right answer is each of them about as often.
    let mut rows = in_turn(rows, |row| reach(row));
    rows.truncate(lesson.n * TRIED);
    let ask = |row: &Statement| {
        let told: Vec<DocumentId> = row.cells.iter().map(|cell| cell.document).collect();
        let is_doubtful = doubt(lesson, row, &told)?;
        let place = choices.iter().position(|choice| *choice == reach(row)).and_then(|place| u32::try_from(place).ok())?;
        Some(Question {
            shown: shown(lesson, row)?,
            choices: choices.clone(),
            answers: vec![place],
            ties: Vec::new(),
            marks: Vec::new(),
            evidence: evidence(lesson, row),
            is_doubtful,
        })
    };
    some(
        first(lesson.n, rows, ask),
        say!(
            "Aucune phrase de ces articles ne se prête à la question : ce que chacun dit n’est pas assez sûr.",
            "No sentence of these articles suits the question: what each of them tells is not sure enough."
        ),
    )
}

/// True for a row whose sentence can be shown alone.
fn serves(lesson: &Lesson, row: &Statement) -> bool {
    let Some(held) = lesson.held(row.document) else { return false };
    let Some(at) = held.document.sentence_at(row.span.start) else { return false };
    let sentence = held.document.sentences[at];
    let text = filling::stripped(sentence.span.slice(held.document.text()));
    let opening = crate::text::words(&text, Span::of(&text)).next().map(|word| word.slice(&text));
    matches!(sentence.zone, ZoneKind::Lead | ZoneKind::Body)
        && row.span.len() as f32 >= WHOLE * sentence.span.len() as f32
        && WORDS.contains(&n_words(&text))
        && text.trim_end().ends_with(['.', '!', '»', '”'])
        && text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '«' || c == '“')
        && opening.is_some_and(|word| !compare::is_pronoun(word))
        && balanced(&text)
        && row.cells.iter().all(|cell| cell.spans.iter().all(|span| lesson.shows(cell.document, *span)))
        && lesson.shows(row.document, sentence.span)
        && !lesson.gives_away(row.document, sentence.span)
}

/// True when what is quoted begins and ends within the text.
pub(super) fn balanced(text: &str) -> bool {
    let n = |mark| text.matches(mark).count();
    n('«') == n('»') && n('“') == n('”') && n('"') % 2 == 0 && n('(') == n(')')
}

/// Whether a question about a row must say that it is not sure; nothing when it cannot be asked.
fn doubt(lesson: &Lesson, row: &Statement, told: &[DocumentId]) -> Option<bool> {
    let others = || row.cells.iter().filter(|cell| cell.document != row.document);
    let at_least = |least: f32| others().all(|cell| is_word_for_word(cell) || cell.score >= least);
    let are_statements = others().all(|cell| cell.closeness < Closeness::SameFact);
    let elsewhere = if are_statements && at_least(LIKELY) { elsewhere(lesson, row, told)? } else { return None };
    let is_absent = told.len() == lesson.held.len() || elsewhere == 0.0 && is_specific(lesson, row);
    (elsewhere < UNLIKE).then(|| !at_least(SURE) || !is_absent)
}

/// True for a sentence with a name, a number, a time or a quotation: what another article tells of them is found in whatever words,
/// while `les sacs s’entassent` and `les poubelles débordent` have nothing in common that can be seen.
fn is_specific(lesson: &Lesson, row: &Statement) -> bool {
    let Some(held) = lesson.held(row.document) else { return false };
    let (sentence, id, found) = (held.document.sentence_around(row.span), row.document, lesson.annotated);
    let is_name = |mention: &Mention| mention.form == MentionForm::Name && mention.span.overlaps(sentence);
    found.entities.mentions_in(id).iter().any(is_name)
        || found.figures.figures_in(id).iter().any(|figure| figure.span.overlaps(sentence))
        || found.times.times_in(id).iter().any(|time| time.span.overlaps(sentence))
        || found.quotes.quotes_in(id).iter().any(|quote| quote.span.overlaps(sentence) && quote.kind != QuoteKind::Indirect)
}

fn is_word_for_word(cell: &Cell) -> bool {
    cell.closeness <= Closeness::NearVerbatim
}

/// How much an article of the lesson that is not `told` seems to say it; nothing when one has the very words.
fn elsewhere(lesson: &Lesson, row: &Statement, told: &[DocumentId]) -> Option<f32> {
    let others: Vec<DocumentId> = lesson.held.iter().map(|held| held.document.id).filter(|id| !told.contains(id)).collect();
    let document = lesson.held(row.document)?.document;
    let sentence = document.sentence_around(row.span);
    let words = words_of(sentence.slice(document.text()));
    if lesson.with_words(&words).iter().any(|id| others.contains(id)) {
        return None;
    }
    Some(lesson.comparer.likeness_in(lesson.annotated, (row.document, sentence), &others))
}

fn shown(lesson: &Lesson, row: &Statement) -> Option<Passage> {
    let document = lesson.held(row.document)?.document;
    Some(Passage::of(document, document.sentence_around(row.span), Vec::new()))
}

fn evidence(lesson: &Lesson, row: &Statement) -> Vec<Passage> {
    let around = |cell: &Cell| Some(Passage::around(lesson.held(cell.document)?.document, &cell.spans));
    row.cells.iter().filter_map(around).flatten().collect()
}
