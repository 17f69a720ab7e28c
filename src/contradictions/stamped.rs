//! What a page says of its own day, against what its text tells.
//!
//! Dates of the page that were set aside come with their reason; and a stated day of publication is belied by a later day that
//! the text tells as past.

use super::passage::LONGEST;
use super::{ClashKind, Contradiction, Severity, Side, Topic, Why, shown};
use crate::compare::Annotated;
use crate::corpus::{Basis, Contradicted, Corpus, Document, calendar::Day};
use crate::span::Span;
use crate::times::{Certainty, Time, TimeKind};

/// Days around its publication of which an article speaks as of its own.
const NEAR: i32 = 7;

pub(super) fn dates(corpus: &Corpus, found: Annotated) -> Vec<Contradiction> {
    let mut told = Vec::new();
    for document in &corpus.documents {
        let times = found.times.times_in(document.id);
        told.extend(document.metadata.contradicted.iter().filter_map(|stamp| set_aside(document, times, stamp)));
        told.extend(outlived(document, times));
    }
    told
}

/// A date that was set aside, against the words of the text from which the day of the article follows.
fn set_aside(document: &Document, times: &[Time], stamp: &Contradicted) -> Option<Contradiction> {
    let published = document.metadata.published.as_ref().and_then(|fact| Day::range_of(&fact.value));
    let is_near = |days: (Day, Day)| published.is_none_or(|of| days.0.0 - of.1.0 <= NEAR && of.0.0 - days.1.0 <= NEAR);
    let told = times.iter().find(|time| {
        let days = time.earliest.zip(time.latest);
        document.sentence_at(time.span.start).is_some() && days.is_some_and(is_near) && !time.span.overlaps(stamp.span)
    })?;
    let sides = vec![
        Side { document: document.id, sentence: stamp.span, at: stamp.span, value: shown(document, stamp.span) },
        clause(document, told),
    ];
    Some(Contradiction {
        kind: ClashKind::Metadata,
        severity: Severity::High,
        topic: Topic::PageDate,
        sides,
        why: Why::SetAside(stamp.why.clone()),
    })
}

/// A day after the stated one of publication, told as past.
fn outlived(document: &Document, times: &[Time]) -> Option<Contradiction> {
    let fact = document.metadata.published.as_ref().filter(|fact| !fact.is_inferred())?;
    let (_, last) = Day::range_of(&fact.value)?;
    let told = times.iter().find(|time| {
        let later = time.earliest.zip(time.latest).is_some_and(|(first, end)| first.0 > last.0 + 1 && end.0 - first.0 <= LONGEST);
        time.kind == TimeKind::Date && time.certainty == Certainty::Written && later && time.is_past(document)
    })?;
    // A page that was changed later tells more than it knew.
    let updated = document.metadata.updated.as_ref().and_then(|fact| Day::range_of(&fact.value));
    if updated.zip(told.earliest).is_some_and(|(updated, first)| updated.1 >= first) {
        return None;
    }
    let span = match fact.basis {
        Basis::Stated(span) => span,
        _ => document.sentences.first()?.span,
    };
    let sides = vec![Side { document: document.id, sentence: span, at: span, value: String::new() }, clause(document, told)];
    let why = Why::Outlived { published: last, told: told.earliest? };
    Some(Contradiction { kind: ClashKind::Metadata, severity: Severity::High, topic: Topic::PageDate, sides, why })
}

/// The time in its sentence.
fn clause(document: &Document, time: &Time) -> Side {
    let sentence: Span = document.sentence_at(time.span.start).map_or(time.span, |at| document.sentences[at].span);
    Side { document: document.id, sentence, at: time.span, value: shown(document, time.span) }
}
