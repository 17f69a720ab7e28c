//! One passage in all other articles: where the same is said, best first, and where it is not.
//!
//! Common text comes first, then the stretch that is most alike. A reader who asks for one sentence sees less sure answers than a
//! comparison shows him unasked: the passage has not to be the best match of anything else, and its score is told. In a large
//! corpus only the articles that share most of the passage's words are looked at, found by an inverted index; so an answer
//! takes its time from the passage and not from the corpus. Never are two other articles compared with each other.

use super::annotated::Annotated;
use super::evidence::Evidence;
use super::reuse::{self, Pair};
use super::similarity;
use super::{Closeness, CommonPassage, Comparer, order_of_texts, versions};
use crate::corpus::Document;
use crate::id::DocumentId;
use crate::order::Order;
use crate::span::Span;

/// Where a passage stands in the other articles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Elsewhere {
    /// What was compared: the passage as asked for, stretched to whole clauses.
    pub asked: Span,
    /// Best first, one an article.
    pub found: Vec<Found>,
    /// Articles in which it was not found, in order.
    pub absent: Vec<DocumentId>,
}

/// The same statement in one article.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    pub document: DocumentId,
    pub span: Span,
    pub closeness: Closeness,
    pub quoted: bool,
    /// From 0 to 1.
    pub score: f32,
    /// Other places of the article that say it too, in order.
    pub also: Vec<Span>,
}

/// Sentences of a passage that are looked for, at most: who marks a page does not ask for one statement.
const SENTENCES: usize = 6;
/// Articles looked at, at most.
const LOOKED_AT: usize = 120;
/// Other places of an article that are told.
const ALSO: usize = 3;

pub(super) fn elsewhere(comparer: &Comparer, annotated: Annotated, id: DocumentId, span: Span) -> Elsewhere {
    let Some(document) = annotated.corpus.document(id) else { return Elsewhere::default() };
    let ready = comparer.ready(document);
    let evidence = comparer.evidence(annotated, document, &ready);
    let asked = Asked::of(&evidence, &ready.prepared, span);
    let mut answer = Elsewhere { asked: asked.span.unwrap_or(span), ..Elsewhere::default() };
    let stems: Vec<u32> = asked.segments.clone().flat_map(|at| ready.prepared.stems[at].iter().copied()).collect();
    let near = comparer.articles_with(annotated.corpus, &stems, LOOKED_AT);
    for other in annotated.corpus.documents.iter().filter(|other| other.id != id) {
        let found = near.binary_search(&other.id).ok().and_then(|_| in_article(comparer, annotated, (document, &asked), other));
        match found {
            Some(found) => answer.found.push(found),
            None => answer.absent.push(other.id),
        }
    }
    answer.found.order_by(|x, y| y.score.total_cmp(&x.score).then(x.closeness.cmp(&y.closeness)).then(x.document.cmp(&y.document)));
    answer
}

/// How sure it is that one of `others` says what a passage says: the best score, 0 when none seems to.
#[cfg(feature = "whole")]
pub(super) fn likeness_in(comparer: &Comparer, annotated: Annotated, (id, span): (DocumentId, Span), others: &[DocumentId]) -> f32 {
    let Some(document) = annotated.corpus.document(id) else { return 0.0 };
    let ready = comparer.ready(document);
    let evidence = comparer.evidence(annotated, document, &ready);
    let asked = Asked::of(&evidence, &ready.prepared, span);
    let others = others.iter().filter(|other| **other != id).filter_map(|other| annotated.corpus.document(*other));
    others.filter_map(|other| in_article(comparer, annotated, (document, &asked), other)).map(|found| found.score).fold(0.0, f32::max)
}

/// The passage asked for.
struct Asked {
    segments: std::ops::Range<usize>,
    span: Option<Span>,
}

impl Asked {
    fn of(evidence: &Evidence, prepared: &super::prepare::Prepared, span: Span) -> Self {
        let mut segments = prepared.segments_at(span);
        segments.end = segments.end.min(segments.start + SENTENCES);
        let stretches = segments.clone().filter_map(|at| evidence.touched(at, span));
        let span = stretches.map(|stretch| evidence.span(stretch)).reduce(Span::cover);
        Self { segments, span }
    }
}

/// The best passage of `other`, if one says the same.
fn in_article(comparer: &Comparer, annotated: Annotated, (document, asked): (&Document, &Asked), other: &Document) -> Option<Found> {
    let span = asked.span?;
    let (ready_a, ready_b) = (comparer.ready(document), comparer.ready(other));
    let (of_a, of_b) = (comparer.evidence(annotated, document, &ready_a), comparer.evidence(annotated, other, &ready_b));
    let pair = Pair { vocabulary: &comparer.vocabulary, a: &ready_a.prepared, b: &ready_b.prepared };
    // In the order in which a comparison reads them, so that both tell the same common text.
    let common = if order_of_texts(document, other).is_le() {
        reuse::common_text(pair)
    } else {
        reuse::common_text(Pair { a: pair.b, b: pair.a, ..pair }).into_iter().map(CommonPassage::mirrored).collect()
    };
    let mut common: Vec<CommonPassage> = common;
    common.extend(versions::versions(annotated, document.id, other.id, &common));
    let mut places: Vec<CommonPassage> = common.into_iter().filter(|passage| passage.a.overlaps(span)).collect();
    places.extend(similarity::alike((&of_a, &of_b), asked.segments.clone(), span));
    // What is said by more of the passage comes first.
    let worth = |passage: &CommonPassage| {
        let inside = passage.a.shared(span);
        let part = inside as f32 / span.len().max(1) as f32;
        if passage.closeness <= Closeness::NearVerbatim { passage.score * part.sqrt() } else { passage.score }
    };
    places.order_by(|x, y| worth(y).total_cmp(&worth(x)).then(x.closeness.cmp(&y.closeness)).then((x.b, x.a).cmp(&(y.b, y.a))));
    let mut also: Vec<Span> = Vec::new();
    let best = places.first()?.clone();
    for place in &places[1..] {
        if also.len() < ALSO && !place.b.overlaps(best.b) && !also.iter().any(|known| known.overlaps(place.b)) {
            also.push(place.b);
        }
    }
    also.order();
    Some(Found { document: other.id, span: best.b, closeness: best.closeness, quoted: best.quoted, score: worth(&best).min(1.0), also })
}
