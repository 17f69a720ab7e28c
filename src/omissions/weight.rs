//! How much a statement matters to those that tell it. The numbers are chosen by hand, for order alone: no reader sees them.

use super::Since;
use crate::compare::{Annotated, Cell, Statement};
use crate::corpus::{Document, ZoneKind};
use crate::quotes::QuoteKind;
use crate::text::words;

/// How those that tell a statement tell it.
#[derive(Debug)]
pub(super) struct Telling {
    n_tellers: f32,
    /// From 0 to 1: at the end, up front.
    prominence: f32,
    /// How much it says: length up to a sentence, more with a figure or a quotation.
    matter: f32,
    /// Words of the articles that tell it, on average.
    size: f32,
}

/// Words of a whole sentence; a shorter passage says less.
const SENTENCE: f32 = 18.0;
/// What is told last, beside what is told first.
const LAST: f32 = 0.4;
/// How much more a statement says with a figure, and with somebody's own words.
const FIGURE: f32 = 0.25;
const QUOTED: f32 = 0.25;
/// How much less surprising a silence is when all tellings came after it.
const AFTER: f32 = 0.5;
/// However short an article is, a silence of it counts for so much.
const SHORTEST: f32 = 0.3;

impl Telling {
    pub(super) fn of(annotated: Annotated, row: &Statement) -> Self {
        let (mut prominence, mut matter, mut total) = (0.0_f32, 0.0_f32, 0.0);
        for cell in &row.cells {
            let Some(document) = annotated.corpus.document(cell.document) else { continue };
            prominence = prominence.max(prominence_of(document, cell));
            matter = matter.max(matter_of(annotated, document, cell));
            total += size(document);
        }
        let n_tellers = row.cells.len().max(1) as f32;
        Self { n_tellers, prominence, matter, size: total / n_tellers }
    }

    /// How surprising the silence of an article of `size` words is.
    pub(super) fn surprise(&self, size: f32, since: Since) -> f32 {
        let room = (size / self.size.max(1.0)).clamp(SHORTEST, 1.0);
        let hour = if since == Since::After { AFTER } else { 1.0 };
        self.n_tellers * self.prominence * self.matter * room * hour
    }
}

/// Words of an article.
pub(super) fn size(document: &Document) -> f32 {
    document.sentences.iter().map(|sentence| words(document.text(), sentence.span).count()).sum::<usize>() as f32
}

fn prominence_of(document: &Document, cell: &Cell) -> f32 {
    let places = cell.spans.iter().filter_map(|span| document.sentence_at(span.start));
    let of = |at: usize| match document.sentences[at].zone {
        ZoneKind::Title | ZoneKind::Lead => 1.0,
        _ => 1.0 - (1.0 - LAST) * at as f32 / document.sentences.len().max(1) as f32,
    };
    places.map(of).fold(0.0, f32::max)
}

fn matter_of(annotated: Annotated, document: &Document, cell: &Cell) -> f32 {
    let within = |span: crate::span::Span| cell.spans.iter().any(|own| own.overlaps(span));
    let n_words: usize = cell.spans.iter().map(|span| words(document.text(), *span).count()).sum();
    let figure = annotated.figures.figures_in(document.id).iter().any(|figure| within(figure.span));
    let quotes = annotated.quotes.quotes_in(document.id).iter();
    let quoted = quotes.filter(|quote| quote.kind == QuoteKind::Direct).any(|quote| within(quote.inner));
    (n_words as f32 / SENTENCE).min(1.0) * (1.0 + if figure { FIGURE } else { 0.0 } + if quoted { QUOTED } else { 0.0 })
}
