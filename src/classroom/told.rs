//! Which article says it, and told by all, by several or by one?
//!
//! Asked of rows of statements whose whole sentence is the statement. That nobody else tells it is not taken from the row alone:
//! the sentence is looked for in every other article of the lesson, with the search that finds what a comparison leaves aside,
//! and where it finds something the question is not asked. A sentence that names and
//! counts nothing that is its own may be told elsewhere in words that share none of its own: that one is said to be doubtful. A
//! paraphrase with too few words in common is not asked about. Between such sentences stand [`words`](super::words) that an
//! article has just so or has not; what is asked is spread over the articles and over how many tell it.

use super::spread::spread;
use super::words::{self, Stretch};
use super::{Asked, Lesson, has_words, in_turn, n_words, some, words_of};
use crate::compare::{self, Cell, Closeness, Statement};
use crate::corpus::ZoneKind;
use crate::entities::{Mention, MentionForm};
use crate::id::DocumentId;
use crate::order::Order;
use crate::protocol::{Choice, Passage, Question, Wording};
use crate::quotes::QuoteKind;
use crate::say;
use crate::span::Span;
use crate::text::{Stems, filling};
use crate::times::{self, Time};

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
/// Letters of a word that tells what a sentence is about, and such words that a sentence and its paraphrase have in common from which
/// the paraphrase is taken for one: with fewer, as with a figure alone, each may tell something of its own.
const TELLING: usize = 4;
const COMMON: usize = 3;
/// Candidates that are looked for in the other articles, for each question: bounds the work where few of them serve.
const TRIED: usize = 5;

/// Which article says it?
pub(super) fn tellers(lesson: &Lesson, shown: &[&Passage]) -> Asked {
    lesson.needs_two()?;
    let most = TELLERS.min(lesson.held.len() - 1);
    let mut lot = lesson.lot(1);
    let mut rows: Vec<&Statement> = lesson.statements.rows.iter().filter(|row| row.cells.len() <= most && serves(lesson, row)).collect();
    lot.shuffle(&mut rows);
    let mut stretches = words::stretches(lesson);
    stretches.retain(|stretch| stretch.n_known <= most);
    lot.shuffle(&mut stretches);
    let found = found(lesson, in_turn(rows, |row| row.document), in_turn(stretches, |stretch| stretch.document), shown);
    let fit = found.into_iter().filter(|found| found.told.len() <= most);
    let asked = fit.map(|found| (found.told.clone(), teller(lesson, found, &mut lot))).collect();
    some(
        spread(lesson.n, asked),
        say!(
            "Aucune phrase de ces articles n’est sûrement propre à l’un d’eux et lisible seule.",
            "No sentence of these articles is surely told by one of them only and readable on its own."
        ),
    )
}

/// What can be asked about: a passage, and who has it.
struct Found {
    shown: Passage,
    wording: Wording,
    /// In order.
    told: Vec<DocumentId>,
    evidence: Vec<Passage>,
    is_doubtful: bool,
}

/// What can be asked of the first of `rows` and `stretches`, in turn; nothing that has the words of another, and last what the sheet
/// has `shown` already.
fn found(lesson: &Lesson, rows: Vec<&Statement>, stretches: Vec<Stretch>, shown: &[&Passage]) -> Vec<Found> {
    let n = lesson.n * TRIED;
    let rows = rows.into_iter().take(n).map(|row| told(lesson, row));
    let mut stretches = stretches.into_iter().take(n).map(|stretch| exact(lesson, stretch));
    let mut candidates: Vec<Option<Found>> = Vec::new();
    for row in rows {
        candidates.push(row);
        candidates.extend(stretches.next());
    }
    candidates.extend(stretches);
    let mut known: Vec<String> = Vec::new();
    let mut found: Vec<Found> = candidates.into_iter().flatten().collect();
    found.retain(|found| {
        let words = words_of(&found.shown.text);
        let is_new = !known.iter().any(|known| has_words(known, &words) || has_words(&words, known));
        known.push(words);
        is_new
    });
    let is_shown =
        |found: &Found| shown.iter().any(|shown| shown.document == found.shown.document && shown.span.overlaps(found.shown.span));
    found.order_by_key(|found| is_shown(found));
    found
}

fn told(lesson: &Lesson, row: &Statement) -> Option<Found> {
    let told: Vec<DocumentId> = row.cells.iter().map(|cell| cell.document).collect();
    let is_doubtful = doubt(lesson, row, &told)?;
    Some(Found { shown: shown(lesson, row)?, wording: Wording::Free, told, evidence: evidence(lesson, row), is_doubtful })
}

fn exact(lesson: &Lesson, stretch: Stretch) -> Option<Found> {
    let words::Held { told, evidence } = words::held(lesson, stretch)?;
    let shown = Passage::of(lesson.held(stretch.document)?.document, stretch.span, Vec::new());
    Some(Found { shown, wording: Wording::Exact, told, evidence, is_doubtful: false })
}

fn teller(lesson: &Lesson, found: Found, lot: &mut super::Lot) -> Question {
    let Found { shown, wording, told, evidence, is_doubtful } = found;
    let mut others: Vec<DocumentId> = lesson.held.iter().map(|held| held.document.id).filter(|id| !told.contains(id)).collect();
    lot.shuffle(&mut others);
    others.truncate(CHOICES - told.len());
    let mut articles = [told.clone(), others].concat();
    articles.order();
    let answers = (0..).zip(&articles).filter(|(_, id)| told.contains(id)).map(|(place, _)| place).collect();
    let choices = articles.into_iter().map(Choice::Article).collect();
    Question { shown, wording, choices, answers, ties: Vec::new(), marks: Vec::new(), evidence, is_doubtful }
}

/// Told by all, by several, by one?
pub(super) fn reaches(lesson: &Lesson, shown: &[&Passage]) -> Asked {
    lesson.needs_two()?;
    let n_articles = lesson.held.len();
    let choices = if n_articles > 2 { vec![Choice::All, Choice::Several, Choice::One] } else { vec![Choice::All, Choice::One] };
    let reach = |n_telling: usize| match n_telling {
        1 => Choice::One,
        n if n == n_articles => Choice::All,
        _ => Choice::Several,
    };
    let mut lot = lesson.lot(2);
    let mut rows: Vec<&Statement> = lesson.statements.rows.iter().filter(|row| serves(lesson, row)).collect();
    lot.shuffle(&mut rows);
    let mut stretches = words::stretches(lesson);
    lot.shuffle(&mut stretches);
    // In turn, so that the right answer is each of them about as often, and each article tells about as much alone.
    let rows = in_turn(in_turn(rows, |row| row.document), |row| reach(row.cells.len()));
    let stretches = in_turn(in_turn(stretches, |stretch| stretch.document), |stretch| reach(stretch.n_known));
    let ask = |found: Found| {
        let right = reach(found.told.len());
        let place = choices.iter().position(|choice| *choice == right).and_then(|place| u32::try_from(place).ok())?;
        let Found { shown, wording, evidence, is_doubtful, .. } = found;
        let choices = choices.clone();
        let question =
            Question { shown, wording, choices, answers: vec![place], ties: Vec::new(), marks: Vec::new(), evidence, is_doubtful };
        Some((right, question))
    };
    some(
        spread(lesson.n, found(lesson, rows, stretches, shown).into_iter().filter_map(ask).collect()),
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
    let is_absent = told.len() == lesson.held.len() || elsewhere == 0.0 && is_own(lesson, row, told);
    let are_near = || others().all(|cell| is_word_for_word(cell) || is_near(lesson, row, cell));
    (elsewhere < UNLIKE && are_near()).then(|| !at_least(SURE) || !is_absent)
}

/// True for a sentence with words that were said, or with a name, a number or a day that nobody else has: who told the same in other
/// words would give them too. `Les sacs s’entassent` and `les poubelles débordent` have nothing in common that can be seen, nor have
/// two sentences about a town that every article names.
fn is_own(lesson: &Lesson, row: &Statement, told: &[DocumentId]) -> bool {
    let Some(held) = lesson.held(row.document) else { return false };
    let (sentence, id, found) = (held.document.sentence_around(row.span), row.document, lesson.annotated);
    let others = || lesson.held.iter().map(|held| held.document.id).filter(|id| !told.contains(id));
    let names_elsewhere =
        |mention: &Mention| others().any(|id| found.entities.mentions_in(id).iter().any(|other| other.entity == mention.entity));
    let is_name = |mention: &&Mention| mention.form == MentionForm::Name && mention.span.overlaps(sentence);
    let gives_elsewhere = |value| others().any(|id| found.figures.figures_in(id).iter().any(|other| other.value == value));
    let day = |time: &Time| (time.earliest, time.latest);
    let told_elsewhere = |time: &Time| others().any(|id| found.times.times_in(id).iter().any(|other| day(other) == day(time)));
    let has_day = |time: &&Time| time.span.overlaps(sentence) && time.earliest.is_some() && time.certainty < times::Certainty::Likely;
    found.entities.mentions_in(id).iter().filter(is_name).any(|mention| !names_elsewhere(mention))
        || found.figures.figures_in(id).iter().any(|figure| figure.span.overlaps(sentence) && !gives_elsewhere(figure.value))
        || found.times.times_in(id).iter().filter(has_day).any(|time| !told_elsewhere(time))
        || found.quotes.quotes_in(id).iter().any(|quote| quote.span.overlaps(sentence) && quote.kind == QuoteKind::Direct)
}

/// True when an article that tells a row in words of its own has enough of its words.
fn is_near(lesson: &Lesson, row: &Statement, cell: &Cell) -> bool {
    let stems = |id: DocumentId, spans: &[Span]| {
        let document = lesson.held(id)?.document;
        let stems = Stems::of(document.language);
        let text = document.text();
        let sentences = spans.iter().map(|span| document.sentence_around(*span));
        let words = sentences.flat_map(|sentence| words_of(sentence.slice(text)).split_whitespace().map(str::to_owned).collect::<Vec<_>>());
        let telling = words.filter(|word| word.chars().count() >= TELLING || word.bytes().all(|byte| byte.is_ascii_digit()));
        let mut stems: Vec<String> = telling.map(|word| stems.stem(&word)).collect();
        stems.order();
        stems.dedup();
        Some(stems)
    };
    let (Some(own), Some(theirs)) = (stems(row.document, &[row.span]), stems(cell.document, &cell.spans)) else { return false };
    own.iter().filter(|stem| theirs.contains(stem)).count() >= COMMON
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
