//! One paragraph as a reader sees it, without what fills the place of tags.

use crate::corpus::{Document, Zone, ZoneKind};
use crate::span::Span;
use crate::text::filling::Bare;

/// A paragraph of an article.
pub(super) struct Paragraph<'a> {
    pub kind: ZoneKind,
    pub text: std::borrow::Cow<'a, str>,
    /// What was stripped; nothing when nothing was.
    bare: Option<Bare<'a>>,
    start: u32,
}

impl<'a> Paragraph<'a> {
    pub fn of(document: &'a Document, zone: Zone) -> Self {
        let text = document.text();
        let bare = Bare::of(text, zone.span);
        let shown = bare.as_ref().map_or_else(|| zone.span.slice(text).into(), |bare| bare.bare.clone().into());
        Self { kind: zone.kind, text: shown, bare, start: zone.span.start }
    }

    /// The place in the document of a span of the paragraph.
    pub fn place(&self, span: Span) -> Span {
        match &self.bare {
            Some(bare) => bare.place(span),
            None => Span { start: self.start + span.start, end: self.start + span.end },
        }
    }

    /// The place of all of it.
    pub fn whole(&self) -> Span {
        self.place(Span::of(&self.text))
    }

    /// Part of the running text: no title, no caption. A short line without a stop is taken for a heading.
    pub fn is_running(&self) -> bool {
        matches!(self.kind, ZoneKind::Lead | ZoneKind::Heading | ZoneKind::Body)
    }
}
