//! What the others tell and one article does not, the most surprising silence first.
//!
//! Made of the rows of [`Statements`]: a row without a cell of the article is a silence. It is the more surprising the more
//! articles tell it, the further up front they do, and the more it says; less where the article is shorter than theirs, or
//! where all of theirs appeared after it. What happened after the article appeared is set aside and said to be: nobody tells
//! what is not known yet. Whether a silence is a fault is left to the reader.

mod later;
mod weight;

use crate::compare::{Annotated, Statement, Statements};
use crate::corpus::ZoneKind;
use crate::id::DocumentId;
use crate::order::Order;
use crate::times::Day;
pub use later::horizon;
use weight::Telling;

/// One statement that an article does not tell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Omission {
    /// Place in [`Statements::rows`].
    pub statement: usize,
    pub n_tellers: u32,
    /// Greater is more surprising; comparable within one article only.
    pub surprise: f32,
    pub since: Since,
}

/// When those that tell it appeared, beside the article that does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// One at least appeared before it or the same day, or it is not known.
    Known,
    /// All of them after it: it may have come out in between.
    After,
}

/// Why a statement that an article does not tell is no silence of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excuse {
    /// It happened on this day, after the article had appeared.
    Later(Day),
    /// Only one other article tells it.
    Few,
}

/// The silences of one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Omissions {
    /// Most surprising first.
    pub found: Vec<Omission>,
    /// In order of the rows.
    pub aside: Vec<(usize, Excuse)>,
}

/// Tellings from which what several articles tell is worth a line, where there are so many others.
const TELLERS: usize = 2;

/// The rows of a corpus, each weighed once for all articles that may not tell it.
#[derive(Debug)]
pub struct Weighed<'s> {
    annotated: Annotated<'s>,
    statements: &'s Statements,
    rows: Vec<Row>,
}

#[derive(Debug)]
struct Row {
    telling: Telling,
    /// The latest day that it tells as past.
    past: Option<Day>,
    /// The first day on which one that tells it may have appeared, where all have a date.
    appeared: Option<Day>,
    /// Headlines alone have it: they tell in short what their articles tell again.
    in_title: bool,
}

impl<'s> Weighed<'s> {
    pub fn of(annotated: Annotated<'s>, statements: &'s Statements) -> Self {
        let row = |row: &Statement| Row {
            telling: Telling::of(annotated, row),
            past: later::past(annotated, row),
            appeared: later::appeared(annotated, row),
            in_title: is_in_title(annotated, row),
        };
        Self { annotated, statements, rows: statements.rows.iter().map(row).collect() }
    }

    /// What the other articles tell and `absent` does not; with `told_by`, what that one does, were it the only one.
    pub fn omissions(&self, absent: DocumentId, told_by: Option<DocumentId>) -> Omissions {
        let mut omissions = Omissions::default();
        let Some(article) = self.annotated.corpus.document(absent) else { return omissions };
        let (horizon, size) = (horizon(article), weight::size(article));
        let n_others = self.annotated.corpus.documents.len().saturating_sub(1);
        for (place, (row, weighed)) in self.statements.rows.iter().zip(&self.rows).enumerate() {
            let tells = |id: DocumentId| row.cells.iter().any(|cell| cell.document == id);
            if weighed.in_title || tells(absent) || !told_by.is_none_or(tells) {
                continue;
            }
            if let Some(day) = weighed.past.filter(|day| horizon.is_some_and(|horizon| *day > horizon)) {
                omissions.aside.push((place, Excuse::Later(day)));
            } else if told_by.is_none() && row.cells.len() < TELLERS && n_others >= TELLERS {
                omissions.aside.push((place, Excuse::Few));
            } else {
                let after = weighed.appeared.zip(horizon).is_some_and(|(appeared, horizon)| appeared > horizon);
                let since = if after { Since::After } else { Since::Known };
                let n_tellers = u32::try_from(row.cells.len()).unwrap_or(u32::MAX);
                omissions.found.push(Omission { statement: place, n_tellers, surprise: weighed.telling.surprise(size, since), since });
            }
        }
        omissions.found.order_by(|x, y| y.surprise.total_cmp(&x.surprise).then(x.statement.cmp(&y.statement)));
        omissions
    }
}

fn is_in_title(annotated: Annotated, row: &Statement) -> bool {
    row.cells.iter().all(|cell| {
        let document = annotated.corpus.document(cell.document);
        let zone = |at: u32| document.and_then(|document| Some(document.sentences[document.sentence_at(at)?].zone));
        cell.spans.iter().all(|span| matches!(zone(span.start), Some(ZoneKind::Title)))
    })
}
