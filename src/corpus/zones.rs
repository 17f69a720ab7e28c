//! Which part of a raw page is title, byline, lead, body, caption, and which is furniture.

use serde::{Deserialize, Serialize};

use super::metadata::Metadata;
use crate::span::Span;

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
pub fn find(raw: &str, _given: &Metadata) -> Vec<Zone> {
    let mut zones = Vec::new();
    let mut at = 0;
    for line in raw.split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trim(raw);
        at += line.len();
        if !span.is_empty() {
            zones.push(Zone { span, kind: ZoneKind::Body });
        }
    }
    zones
}
