//! What an article could not know: days after it appeared.

use crate::compare::{Annotated, Cell, Statement};
use crate::corpus::{Basis, Document, calendar::Day};
use crate::times::{Certainty, TimeKind};

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

/// The first day on which one of those that tell a row may have appeared; nothing where one has no date.
pub(super) fn appeared(annotated: Annotated, row: &Statement) -> Option<Day> {
    let days = row.cells.iter().map(|cell| appeared_first(annotated.corpus.document(cell.document)?));
    days.collect::<Option<Vec<Day>>>()?.into_iter().min()
}

fn appeared_first(document: &Document) -> Option<Day> {
    let published = document.metadata.published.as_ref()?;
    match &published.basis {
        Basis::Inferred { earliest: Some(earliest), .. } => Day::range_of(earliest).map(|days| days.0),
        _ => Day::range_of(&published.value).map(|days| days.0),
    }
}

/// The latest day that a row tells as past. What is announced for a later day was known before.
pub(super) fn past(annotated: Annotated, row: &Statement) -> Option<Day> {
    let of = |cell: &Cell| {
        let document = annotated.corpus.document(cell.document)?;
        let times = annotated.times.times_in(cell.document);
        let own = times.iter().filter(|time| cell.spans.iter().any(|span| span.overlaps(time.span)));
        let placed = own.filter(|time| time.kind == TimeKind::Date && time.certainty < Certainty::Vague);
        placed.filter(|time| time.is_past(document)).filter_map(|time| time.earliest).max()
    };
    row.cells.iter().filter_map(of).max()
}
