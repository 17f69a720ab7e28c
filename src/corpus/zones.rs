//! Which part of a raw page is title, byline, lead, body, caption, and which is furniture.

use serde::{Deserialize, Serialize};

use super::metadata::Metadata;
use super::{html, layout, lines};
use crate::span::Span;
use crate::text;

/// A stretch of a page that serves one purpose; a paragraph is a zone of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone {
    pub span: Span,
    pub kind: ZoneKind,
}

/// What a stretch of a page is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ZoneKind {
    Title,
    Section,
    Byline,
    Date,
    Lead,
    /// A heading between paragraphs; `body` in the exchange format.
    Heading,
    Body,
    Caption,
    Credit,
    Related,
    Boilerplate,
    Markup,
}

impl ZoneKind {
    /// True for what is searched, compared and counted: title, lead, body with headings, captions.
    pub fn is_article(self) -> bool {
        matches!(self, Self::Title | Self::Lead | Self::Heading | Self::Body | Self::Caption)
    }

    /// The label of the exchange format.
    pub fn label(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Section => "section",
            Self::Byline => "byline",
            Self::Date => "date",
            Self::Lead => "lead",
            Self::Heading | Self::Body => "body",
            Self::Caption => "caption",
            Self::Credit => "credit",
            Self::Related => "related",
            Self::Boilerplate => "boilerplate",
            Self::Markup => "markup",
        }
    }
}

/// Zones of `raw`, in order, not overlapping, white space at their edges left out. `given` may hold a title to look for.
pub fn find(raw: &str, given: &Metadata) -> Vec<Zone> {
    let title = given.title.as_ref().map(|title| title.value.as_str());
    if html::is_html(raw) {
        return of_html(raw, title);
    }
    let lines = lines::of_text(raw, title);
    let kinds = layout::kinds(&lines, title);
    let zones: Vec<Zone> = lines.iter().zip(kinds).map(|(line, kind)| Zone { span: line.span, kind }).collect();
    with_lead(raw, zones)
}

/// Zones of a page of HTML: a tag inside a paragraph cuts it into several zones of one kind.
fn of_html(raw: &str, title: Option<&str>) -> Vec<Zone> {
    let page = html::read(raw);
    let kinds = layout::kinds(&page.lines, title);
    let texts = page.parts.iter().zip(kinds).flat_map(|(parts, kind)| parts.iter().map(move |&span| Zone { span, kind }));
    let mut zones: Vec<Zone> = texts.chain(page.markup.iter().map(|&span| Zone { span, kind: ZoneKind::Markup })).collect();
    zones.sort_by_key(|zone| zone.span);
    // Tags that follow each other are one stretch of markup.
    zones.dedup_by(|next, last| {
        let both = next.kind == ZoneKind::Markup && last.kind == ZoneKind::Markup;
        if both {
            last.span = last.span.cover(next.span);
        }
        both
    });
    zones
}

/// A page whose article is one paragraph still has a lead: its first sentence.
fn with_lead(raw: &str, mut zones: Vec<Zone>) -> Vec<Zone> {
    let article = |zone: &&Zone| matches!(zone.kind, ZoneKind::Lead | ZoneKind::Body | ZoneKind::Heading);
    let mut found = zones.iter().enumerate().filter(|(_, zone)| article(zone));
    let (Some((at, zone)), None) = (found.next(), found.next()) else { return zones };
    if zone.kind != ZoneKind::Body || zone.span.len() < ONE_LINE {
        return zones;
    }
    let Some(cut) = first_sentence(raw, zone.span) else { return zones };
    let body = Span { start: cut, end: zone.span.end }.trim(raw);
    let lead = Span { start: zone.span.start, end: cut }.trim(raw);
    zones.splice(at..=at, [Zone { span: lead, kind: ZoneKind::Lead }, Zone { span: body, kind: ZoneKind::Body }]);
    zones
}

/// A single paragraph of more bytes is a page that lost its line breaks.
const ONE_LINE: usize = 400;
/// A lead is not longer, in bytes.
const LEAD: usize = 700;

/// Where the first sentence ends. Where breaks were lost, a stop may have been lost with them: a closing mark before
/// `M. Untel` or an article with a capital ends it as well.
fn first_sentence(raw: &str, span: Span) -> Option<u32> {
    const OPENERS: [&str; 16] =
        ["M.", "Mme", "Le", "La", "Les", "Un", "Une", "Il", "Elle", "Selon", "Dans", "The", "A", "Mr", "Mr.", "Mrs"];
    let looked_at = Span::new(span.start as usize, raw.floor_char_boundary((span.start as usize + LEAD + 300).min(span.end as usize)));
    let mut end = text::sentences(raw, looked_at).first()?.end;
    let text = Span { start: span.start, end }.slice(raw);
    let glued = text.char_indices().find(|&(at, c)| {
        let rest = &text[at + c.len_utf8()..];
        let closes = matches!(c, '»' | '”') || c == '"' && !text[..at].ends_with([' ', '\u{a0}', '\u{202f}']);
        closes && rest.starts_with(' ') && OPENERS.contains(&rest.split_whitespace().next().unwrap_or(""))
    });
    if let Some((at, c)) = glued {
        end = span.start + u32::try_from(at + c.len_utf8()).ok()?;
    }
    let length = (end - span.start) as usize;
    (end < span.end && (40..=LEAD).contains(&length)).then_some(end)
}
