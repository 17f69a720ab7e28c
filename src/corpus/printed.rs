//! Dates that a page prints for its reader: in its zones of dates, at the head of a dispatch. And which of them cannot be
//! that of publication, because the page itself says otherwise.

use super::calendar::Day;
use super::metadata::{Basis, Contradicted, Fact, Metadata};
use super::reason::Reason;
use super::stamp::{self, Event};
use super::zones::{Zone, ZoneKind};
use crate::span::Span;
use crate::text::{fold, words};

/// What the zones of dates say.
#[derive(Default)]
pub(super) struct Dates {
    pub published: Option<Fact<String>>,
    pub updated: Option<Fact<String>>,
    pub contradicted: Vec<Contradicted>,
}

/// Days of publication and of last change. A date without a label is the day of publication when it stands alone, in a
/// zone of dates; a crawler's stamp stands in no such zone, and the day of the site is not that of the article.
pub(super) fn dates(raw: &str, zones: &[Zone]) -> Dates {
    let (mut found, mut unlabelled) = (Dates::default(), None);
    let mut label = None;
    for zone in zones.iter().filter(|zone| matches!(zone.kind, ZoneKind::Date | ZoneKind::Byline)) {
        let events = stamp::events(raw, zone.span);
        if events.is_empty() {
            // `Publié le` alone on its line labels the next one.
            label = stamp::event(&words(raw, zone.span).map(|word| fold(word.slice(raw))).collect::<Vec<_>>().join(" "));
        }
        for (event, stamp) in events {
            let place = match event.or(label) {
                Some(Event::Published) => &mut found.published,
                Some(Event::Updated) => &mut found.updated,
                Some(Event::Site) => {
                    found.contradicted.push(Contradicted { value: stamp.value, span: stamp.span, why: Reason::SiteDate });
                    continue;
                }
                None => &mut unlabelled,
            };
            label = None;
            place.get_or_insert(Fact::stated(stamp.value, stamp.span));
        }
    }
    found.published = found.published.or(unlabelled);
    found
}

/// So many days between two dates of one page are no slip of time zones or of a late correction of the tag.
const N_DAYS_APART: i32 = 31;

/// A date in the head that is much later than the one the page shows its reader is that of a new edition of the page.
pub(super) fn set_later_aside(head: &mut Option<Fact<String>>, shown: Option<&Fact<String>>, contradicted: &mut Vec<Contradicted>) {
    let day = |fact: &Fact<String>| Day::range_of(&fact.value).map(|(first, _)| first);
    let (Some(later), Some(shown)) = (&*head, shown) else { return };
    let (Some(ours), Some(theirs), Basis::Stated(span)) = (day(later), day(shown), &later.basis) else { return };
    if ours.0 - theirs.0 > N_DAYS_APART {
        contradicted.push(Contradicted { value: later.value.clone(), span: *span, why: Reason::PageShows(theirs) });
        *head = None;
    }
}

/// An article is not published after its last change; a day between the two may be the time zone's.
pub(super) fn set_after_change_aside(found: &mut Metadata) {
    let day = |fact: &Option<Fact<String>>| Day::range_of(&fact.as_ref()?.value);
    let (Some((published, _)), Some((_, updated))) = (day(&found.published), day(&found.updated)) else { return };
    if published.0 - updated.0 <= 1 {
        return;
    }
    if let Some(Fact { value, basis: Basis::Stated(span) }) = found.published.take() {
        found.contradicted.push(Contradicted { value, span, why: Reason::ChangedBefore(updated) });
    }
}

/// The day at the head of a dispatch: `LIMOUX, 3 fév 2018 (AFP) - …`, `Paris, le 3 mars 2021 – …`.
pub(super) fn dateline(raw: &str, zones: &[Zone]) -> Option<Fact<String>> {
    let first = zones.iter().find(|zone| matches!(zone.kind, ZoneKind::Lead | ZoneKind::Body))?.span;
    let window = Span::new(first.start as usize, raw.floor_char_boundary((first.start as usize + 60).min(first.end as usize)));
    let dashed = |stamp: &stamp::Stamp| {
        let after = raw[stamp.span.end as usize..first.end as usize].trim_start_matches([' ', '.', ',', '\u{a0}']);
        after.starts_with(['–', '—']) || after.starts_with("- ")
    };
    let agency = dateline_span(raw, zones).and_then(|head| stamp::all(raw, head).into_iter().next());
    let stamp = agency.or_else(|| stamp::all(raw, window).into_iter().next().filter(dashed))?;
    Some(Fact::stated(stamp.value, stamp.span))
}

/// From the start of the article to the dash after `(AFP)`.
pub(super) fn dateline_span(raw: &str, zones: &[Zone]) -> Option<Span> {
    let first = zones.iter().find(|zone| matches!(zone.kind, ZoneKind::Lead | ZoneKind::Body))?.span;
    let text = first.slice(raw);
    let head = &text[..text.floor_char_boundary(90)];
    let end = head.find(')')? + 1;
    let dash = head[end..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_')).starts_with(['-', '–', '—']);
    dash.then(|| Span::new(first.start as usize, first.start as usize + end))
}
