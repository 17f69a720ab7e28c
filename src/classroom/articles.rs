//! The articles that a class has before it.
//!
//! Of those that are one text the first stands for all: a question that asks which of two copies says something has no answer. A
//! large corpus gives some that tell of one thing, for pupils can look through a dozen and not through five hundred; which
//! ones follows from the seed.

use super::lot::Lot;
use crate::compare::{Annotated, Comparer, CopyKind};
use crate::corpus::Document;
use crate::id::DocumentId;
use crate::order::Order;
use crate::protocol::LessonRequest;
use crate::span::Span;

/// Articles of a lesson when nobody chose them: what a class can look through.
const MOST: usize = 12;
/// Articles that are taken when somebody chose more.
const MOST_CHOSEN: usize = 40;

/// One article as far as the class has it before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Held<'c> {
    pub document: &'c Document,
    /// Where it is cut.
    pub end: u32,
}

impl Held<'_> {
    /// True when the class can read all of `span`.
    pub fn shows(&self, span: Span) -> bool {
        span.end <= self.end
    }
}

/// The ids of the articles that a lesson is about, in order.
pub(crate) fn of_lesson(annotated: Annotated, comparer: &Comparer, request: &LessonRequest) -> Vec<DocumentId> {
    let corpus = annotated.corpus;
    let mut chosen: Vec<DocumentId> = request.articles.iter().copied().filter(|id| corpus.document(*id).is_some()).collect();
    chosen.order();
    chosen.dedup();
    let is_chosen = !chosen.is_empty();
    let copies = copies(annotated, comparer);
    let stands = |id: DocumentId| copies.get(id.index()).copied().unwrap_or(id);
    if is_chosen {
        let mut seen: Vec<DocumentId> = Vec::new();
        chosen.retain(|id| {
            !seen.contains(&stands(*id)) && {
                seen.push(stands(*id));
                true
            }
        });
        chosen.truncate(MOST_CHOSEN);
        return chosen;
    }
    let all: Vec<DocumentId> = corpus.documents.iter().map(|document| document.id).filter(|id| stands(*id) == *id).collect();
    if all.len() <= MOST {
        return all;
    }
    let first = all[Lot::of(request.seed, 0).below(all.len())];
    let Some(document) = corpus.document(first) else { return all };
    let akin = comparer.akin(corpus, document).into_iter().filter(|id| stands(*id) == *id);
    let mut near: Vec<DocumentId> = akin.take(MOST - 1).chain([first]).collect();
    near.order();
    near
}

/// For each article the one that stands for it.
fn copies(annotated: Annotated, comparer: &Comparer) -> Vec<DocumentId> {
    let mut stands: Vec<DocumentId> = annotated.corpus.documents.iter().map(|document| document.id).collect();
    for family in comparer.families(annotated.corpus).iter().filter(|family| family.kind != CopyKind::Excerpt) {
        let Some(first) = family.members.iter().min() else { continue };
        family.members.iter().for_each(|member| stands[member.index()] = *first);
    }
    stands
}
