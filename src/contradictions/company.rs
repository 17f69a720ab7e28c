//! Whether two sentences can speak of one thing, by who is named in them and in their articles.
//!
//! A death, a race or a stage is told in nearly the same words every time: what tells two of them apart is the names. Sentences
//! that each name somebody, and nobody in common, speak of two things; so do two articles that share no name of their own.

use crate::compare::Annotated;
use crate::entities::{EntityKind, MentionForm};
use crate::id::{DocumentId, EntityId};
use crate::span::Span;

/// Who and what a sentence names.
#[derive(Clone, Debug, Default)]
pub(super) struct Company {
    /// By name: persons, places, all else.
    named: [Vec<EntityId>; 3],
    /// All that it speaks of, descriptions with them; sorted.
    all: Vec<EntityId>,
}

/// Whether places count: not where they are what differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Places {
    Count,
    Differ,
}

/// A name that more articles have than this, or than this part of a large corpus, tells no event: a country, a capital.
const COMMON: usize = 10;
const COMMON_PART: usize = 10;

/// A name of less confidence is a guess, of which the kind may be another elsewhere: it tells nothing apart.
const SURE: f32 = 0.5;

impl Company {
    pub(super) fn of(annotated: Annotated, document: DocumentId, sentence: Span) -> Self {
        let mut company = Self::default();
        let mentions = annotated.entities.mentions_in(document);
        let first = mentions.partition_point(|mention| mention.span.start < sentence.start);
        for mention in mentions[first..].iter().take_while(|mention| mention.span.start < sentence.end) {
            company.all.push(mention.entity);
            if mention.form == MentionForm::Name && mention.confidence >= SURE {
                let group = match mention.kind {
                    EntityKind::Person => 0,
                    EntityKind::Place => 1,
                    _ => 2,
                };
                company.named[group].push(mention.entity);
            }
        }
        company.all.sort_unstable();
        company.all.dedup();
        company
    }

    /// False where each names somebody, some place or some body, and none in common.
    pub(super) fn may_meet(&self, other: &Self, places: Places) -> bool {
        let apart = |group: usize| {
            let (own, others) = (&self.named[group], &other.named[group]);
            let met = |own: &[EntityId], all: &[EntityId]| own.iter().any(|id| all.binary_search(id).is_ok());
            !own.is_empty() && !others.is_empty() && !met(own, &other.all) && !met(others, &self.all)
        };
        !(apart(0) || apart(2) || places == Places::Count && apart(1))
    }
}

/// Whether two articles may tell of one event: they share a name that is not everybody's, or one names nobody.
pub(super) fn are_related(annotated: Annotated, a: DocumentId, b: DocumentId) -> bool {
    let most = COMMON.max(annotated.corpus.documents.len() / COMMON_PART);
    let mut n_named = 0;
    for mention in annotated.entities.mentions_in(a).iter().filter(|mention| mention.form == MentionForm::Name) {
        let Some(entity) = annotated.entities.entity(mention.entity) else { continue };
        n_named += 1;
        if entity.n_documents() <= most && entity.n_in(b) > 0 {
            return true;
        }
    }
    n_named == 0 || annotated.entities.mentions_in(b).is_empty()
}
