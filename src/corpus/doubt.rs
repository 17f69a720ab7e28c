//! Dates that stand on a page and are not that of the article: a collector's stamp, the day of the site, a date that the
//! text belies.
//!
//! They are kept apart with the reason, so that a reader can see what was set aside. A date under a label that says
//! `published` is believed; one in a tag or alone on its line yields to an article that clearly belongs to another time.

use super::calendar::Day;
use super::dating::Interval;
use super::document::Document;
use super::metadata::{Basis, Contradicted, Fact};
use super::moment::{self, Quotation, When};
use super::reason::Reason;
use super::stamp;
use super::zones::ZoneKind;
use crate::span::Span;
use crate::text::{fold, words};

/// A text whose latest date is so many days older than the date of its page may be older than its page.
const N_DAYS_OLDER: i32 = 180;
/// Days between the latest possible day and a stamp that make the stamp a contradiction: less is a late reading.
const N_DAYS_APART: i32 = 31;
/// A collector's stamp stands at the very top, in bytes.
const TOP: usize = 120;

/// A collector's stamp: its days and its place.
pub(super) struct CrawlStamp {
    pub first: Day,
    pub last: Day,
    pub span: Span,
}

/// The date, perhaps without its day, that a collector put at the top of the page: `date 2021-10`, `crawled: 2021-10-03`.
pub(super) fn crawl_stamp(document: &Document) -> Option<CrawlStamp> {
    const LABELS: [&str; 12] = [
        "date",
        "crawl",
        "crawled",
        "crawldate",
        "fetched",
        "retrieved",
        "scraped",
        "archived",
        "collecte",
        "capture",
        "timestamp",
        "consulte",
    ];
    let text = document.text();
    let top = Span::new(0, text.floor_char_boundary(TOP.min(text.len())));
    let spans: Vec<Span> = words(text, top).take(8).collect();
    let label = spans.iter().take(3).position(|span| LABELS.contains(&fold(span.slice(text)).as_str()))?;
    let numbers: Vec<Span> =
        spans[label + 1..].iter().copied().take_while(|span| span.slice(text).bytes().all(|b| b.is_ascii_digit())).collect();
    let [year, month, ..] = numbers[..] else { return None };
    let dashed = |left: Span, right: Span| text[left.end as usize..right.start as usize] == *"-";
    if year.len() != 4 || month.len() != 2 || !dashed(year, month) {
        return None;
    }
    let whole = match numbers.get(2) {
        Some(day) if day.len() == 2 && dashed(month, *day) => year.cover(*day),
        _ => year.cover(month),
    };
    let (first, last) = Day::range_of(whole.slice(text))?;
    // What was read as the day of publication is no stamp.
    let stated = document.metadata.published.as_ref().is_some_and(|fact| matches!(fact.basis, Basis::Stated(span) if span.overlaps(whole)));
    (!stated).then_some(CrawlStamp { first, last, span: whole })
}

/// Whether the date of a page is taken at its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trust {
    Believed,
    Doubted,
}

/// A date of publication is doubted when no label states it and the text names other years only, all of them earlier.
pub(super) fn trust(document: &Document) -> Trust {
    if is_suspect(document) { Trust::Doubted } else { Trust::Believed }
}

fn is_suspect(document: &Document) -> bool {
    let Some(Fact { value, basis: Basis::Stated(span) }) = &document.metadata.published else { return false };
    let Some((published, _)) = Day::range_of(value) else { return false };
    if is_labelled(document, *span) {
        return false;
    }
    let text = document.text();
    let year = published.date().0;
    let mut latest: Option<Day> = None;
    for sentence in &document.sentences {
        let slice = sentence.span.slice(text);
        if !slice.bytes().any(|b| b.is_ascii_digit()) {
            continue;
        }
        let tokens = crate::text::tokens(text, sentence.span);
        if tokens.iter().any(|token| token.word.parse() == Ok(year)) {
            return false;
        }
        for moment in moment::find(text, sentence.span, &tokens, document.language, &mut Quotation::default()) {
            let day = match moment.when {
                When::Date { year: Some(year), month, day, .. } => Day::of(year, month, day),
                When::Month { year: Some(year), month } => Day::of(year, month, 1),
                _ => None,
            };
            latest = latest.max(day);
        }
    }
    latest.is_some_and(|latest| published.0 - latest.0 > N_DAYS_OLDER)
}

/// Whether the zone of this date says that it is that of publication. What a head states has no zone of dates.
fn is_labelled(document: &Document, span: Span) -> bool {
    let zone = document.zones.iter().find(|zone| zone.span.contains(span) && matches!(zone.kind, ZoneKind::Date | ZoneKind::Byline));
    zone.is_some_and(|zone| {
        let found = stamp::events(document.text(), zone.span).into_iter().find(|(_, stamp)| stamp.span == span);
        found.is_some_and(|(event, _)| event.is_some())
    })
}

/// Puts an inferred date in its place: where there is none, or in that of a doubted one which it clearly belies.
pub(super) fn settle(document: &mut Document, interval: Interval, fact: Fact<String>, trust: Trust) {
    if trust == Trust::Doubted {
        let doubted = document.metadata.published.clone();
        let Some(Fact { value, basis: Basis::Stated(span) }) = doubted else { return };
        let apart = interval.ends().zip(Day::range_of(&value)).is_some_and(|((_, last), (stated, _))| stated.0 - last.0 > 2 * N_DAYS_APART);
        if !apart {
            return;
        }
        document.metadata.contradicted.push(Contradicted { value, span, why: Reason::TextBefore(interval.last) });
    }
    document.metadata.published = Some(fact);
}

/// Sets aside a collector's stamp that is later than what is known of the day of publication.
pub(super) fn set_stamp_aside(document: &mut Document) {
    let Some(stamp) = crawl_stamp(document) else { return };
    let Some(published) = &document.metadata.published else { return };
    let latest = match &published.basis {
        Basis::Inferred { latest, .. } => latest.as_deref().and_then(Day::range_of),
        _ => Day::range_of(&published.value),
    };
    let Some((_, latest)) = latest.filter(|(_, latest)| stamp.first.0 - latest.0 > N_DAYS_APART) else { return };
    let value = stamp.span.slice(&document.raw).to_owned();
    if document.metadata.contradicted.iter().all(|known| known.span != stamp.span) {
        document.metadata.contradicted.push(Contradicted { value, span: stamp.span, why: Reason::PublishedBefore(latest) });
    }
}
