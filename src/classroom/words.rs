//! Words that stand in articles just so: of these it can be proved by looking who has them and who has not.
//!
//! What is between quotation marks in one piece, and stretches that several articles have in common. An article that has a part of
//! them, or another version of the same utterance, leaves them unasked: there it would be a matter of opinion.

use super::{Lesson, has_words, n_words, words_of};
use crate::compare::Closeness;
use crate::corpus::Document;
use crate::id::DocumentId;
use crate::order::Order;
use crate::protocol::Passage;
use crate::quotes::{Closing, Quote, QuoteKind};
use crate::span::Span;

/// Words that are enough to be known by, and not yet a page.
const WORDS: std::ops::RangeInclusive<usize> = 6..=60;
/// Letters that a word of grammar has at most.
const SHORT: usize = 3;
/// Words that follow each other in another article from which it has a part of what is asked.
const PART: usize = 5;

/// A stretch of an article.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    pub document: DocumentId,
    pub span: Span,
    /// Articles that have it, as far as rows of statements and utterances know; the text itself is asked later.
    pub n_known: usize,
}

/// A stretch with who has it.
pub(super) struct Held {
    /// In order.
    pub told: Vec<DocumentId>,
    pub evidence: Vec<Passage>,
}

/// All stretches of the lesson, as they stand.
pub(super) fn stretches(lesson: &Lesson) -> Vec<Stretch> {
    let common = lesson.statements.rows.iter().filter(|row| row.cells.len() > 1);
    let common = common.filter(|row| row.cells.iter().all(|cell| cell.closeness == Closeness::Verbatim));
    let common = common.filter_map(|row| {
        let span = without_opening(row.span, lesson.held(row.document)?.document.text());
        Some(Stretch { document: row.document, span, n_known: row.cells.len() })
    });
    let quoted = lesson.held.iter().flat_map(|held| lesson.annotated.quotes.quotes_in(held.document.id));
    let quoted = quoted.filter(|quote| is_in_one_piece(lesson, quote)).map(|quote| Stretch {
        document: quote.document,
        span: quote.inner,
        n_known: 1 + others_quoting(lesson, quote).len(),
    });
    let mut stretches: Vec<Stretch> = common.chain(quoted).filter(|stretch| serves(lesson, *stretch)).collect();
    // Of stretches that lie in each other the longest.
    stretches.order_by_key(|stretch| (stretch.document, stretch.span.start, std::cmp::Reverse(stretch.span.end)));
    stretches.dedup_by(|next, kept| next.document == kept.document && kept.span.overlaps(next.span));
    stretches
}

/// Who has a stretch; nothing when that can be argued about.
pub(super) fn held(lesson: &Lesson, stretch: Stretch) -> Option<Held> {
    let document = lesson.held(stretch.document)?.document;
    let words = words_of(stretch.span.slice(document.text()));
    let told = lesson.with_words(&words);
    let others: Vec<DocumentId> = lesson.held.iter().map(|held| held.document.id).filter(|id| !told.contains(id)).collect();
    if told.is_empty() || has_a_part(lesson, &words, &others) || is_another_version(lesson, stretch, &others) {
        return None;
    }
    let evidence: Option<Vec<Passage>> = told.iter().map(|id| place(lesson, *id, &words)).collect();
    evidence.map(|evidence| Held { told, evidence })
}

/// A stretch without the articles and prepositions before its first long word: `d’un sommet international` is `sommet international`.
fn without_opening(span: Span, text: &str) -> Span {
    let is_long = |word: &Span| word.slice(text).rsplit(['\'', '’']).next().unwrap_or_default().chars().count() > SHORT;
    let first = crate::text::words(text, span).find(is_long);
    first.map_or(span, |first| Span { start: first.start, ..span })
}

fn serves(lesson: &Lesson, Stretch { document, span, .. }: Stretch) -> bool {
    let Some(held) = lesson.held(document) else { return false };
    WORDS.contains(&n_words(span.slice(held.document.text()))) && held.shows(span) && !lesson.gives_away(document, span)
}

/// True for words that somebody said, without clauses of attribution between.
pub(super) fn is_in_one_piece(lesson: &Lesson, quote: &Quote) -> bool {
    let Some(held) = lesson.held(quote.document) else { return false };
    let text = held.document.text();
    matches!(quote.kind, QuoteKind::Direct | QuoteKind::Partial)
        && quote.closing == Closing::Paired
        && quote.within.is_none()
        && quote.parts.iter().copied().reduce(Span::cover) == Some(quote.inner)
        && quote.parts.windows(2).all(|pair| text[pair[0].end as usize..pair[1].start as usize].trim().is_empty())
}

/// The articles of the lesson that have another version of what was said.
fn others_quoting(lesson: &Lesson, quote: &Quote) -> Vec<DocumentId> {
    let quotes = lesson.annotated.quotes;
    let utterance = quote.utterance.and_then(|id| quotes.utterances.get(id.0 as usize));
    let versions = utterance.map_or(&[][..], |utterance| &utterance.versions);
    let mut documents: Vec<DocumentId> =
        versions.iter().filter_map(|version| quotes.quote(version.quote)).map(|version| version.document).collect();
    documents.retain(|id| *id != quote.document && lesson.held(*id).is_some());
    documents.order();
    documents.dedup();
    documents
}

fn is_another_version(lesson: &Lesson, Stretch { document, span, .. }: Stretch, others: &[DocumentId]) -> bool {
    let quotes = lesson.annotated.quotes.quotes_in(document).iter().filter(|quote| quote.span.overlaps(span));
    quotes.flat_map(|quote| others_quoting(lesson, quote)).any(|id| others.contains(&id))
}

/// True when one of `others` has some of the words one behind the other.
fn has_a_part(lesson: &Lesson, words: &str, others: &[DocumentId]) -> bool {
    let words: Vec<&str> = words.split_whitespace().collect();
    let mut parts = words.windows(PART).map(|part| format!(" {} ", part.join(" ")));
    parts.any(|part| lesson.with_words(&part).iter().any(|id| others.contains(id)))
}

/// The sentence in which an article has the words, or two in a row, or the paragraph; nothing when the class does not see it.
fn place(lesson: &Lesson, id: DocumentId, words: &str) -> Option<Passage> {
    let held = lesson.held(id)?;
    let document: &Document = held.document;
    let sentences = document.sentences.iter().map(|sentence| sentence.span);
    let pairs = document.sentences.windows(2).map(|pair| pair[0].span.cover(pair[1].span));
    let paragraphs = document.paragraphs().into_iter().map(|zone| zone.span);
    let mut places = sentences.chain(pairs).chain(paragraphs);
    let place = places.find(|span| has_words(&words_of(span.slice(document.text())), words))?;
    held.shows(place).then(|| Passage::of(document, place, Vec::new()))
}
