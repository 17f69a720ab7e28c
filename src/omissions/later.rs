//! What an article could not know: days after it appeared.

use super::Since;
use crate::compare::{Annotated, Statement};
use crate::corpus::told::{Aim, aim};
use crate::corpus::{Basis, Document, calendar::Day};
use crate::text::Line;
use crate::times::{Certainty, Time, TimeKind};

/// The last day of which an article may tell as past: the latest on which it may have appeared, or was changed.
pub fn horizon(document: &Document) -> Option<Day> {
    let metadata = &document.metadata;
    let last = |iso: &str| Day::range_of(iso).map(|days| days.1);
    let published = metadata.published.as_ref().and_then(|fact| match &fact.basis {
        Basis::Inferred { latest: Some(latest), .. } => last(latest),
        _ => last(&fact.value),
    })?;
    let updated = metadata.updated.as_ref().and_then(|fact| last(&fact.value));
    Some(updated.map_or(published, |updated| updated.max(published)))
}

/// The first day on which an article may have appeared.
fn appeared(document: &Document) -> Option<Day> {
    let published = document.metadata.published.as_ref()?;
    match &published.basis {
        Basis::Inferred { earliest: Some(earliest), .. } => Day::range_of(earliest).map(|days| days.0),
        _ => Day::range_of(&published.value).map(|days| days.0),
    }
}

/// The day after `horizon` on which what a row tells happened, if some cell tells it as past. What is announced for a later day
/// was known before.
pub(super) fn happened_after(annotated: Annotated, row: &Statement, horizon: Day) -> Option<Day> {
    row.cells.iter().find_map(|cell| {
        let document = annotated.corpus.document(cell.document)?;
        let times = annotated.times.times_in(cell.document);
        let own = times.iter().filter(|time| cell.spans.iter().any(|span| span.overlaps(time.span)));
        let later = own.filter(|time| time.kind == TimeKind::Date && time.certainty < Certainty::Vague);
        later.filter(|time| time.earliest.is_some_and(|first| first > horizon)).find(|time| is_past(document, time))?.earliest
    })
}

fn is_past(document: &Document, time: &Time) -> bool {
    let Some(at) = document.sentence_at(time.span.start) else { return false };
    let line = Line::of(document.text(), document.sentences[at].span);
    let first = line.tokens.partition_point(|token| token.span.end <= time.span.start);
    let next = line.tokens.partition_point(|token| token.span.start < time.span.end);
    aim(document.text(), &line.tokens, first, next, document.language) == Aim::Past
}

/// Whether all that tell a row appeared after `horizon`.
pub(super) fn since(annotated: Annotated, row: &Statement, horizon: Option<Day>) -> Since {
    let Some(horizon) = horizon else { return Since::Known };
    let after = |cell: &crate::compare::Cell| {
        let document = annotated.corpus.document(cell.document);
        document.and_then(appeared).is_some_and(|day| day > horizon)
    };
    if row.cells.iter().all(after) { Since::After } else { Since::Known }
}
