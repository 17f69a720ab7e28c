//! Speakers after names were corrected: whoever spoke is whom the name beside the words means now. No article is read again, so
//! a quotation that a missed name hid stays hidden.

use super::{Quote, QuoteIndex, Speaker};
use crate::entities::{EntityIndex, EntityKind, Mention};
use crate::id::{DocumentId, EntityId};
use crate::span::Span;

impl QuoteIndex {
    /// These quotations, found with the names of `found`, with the names of `amended`.
    pub fn follow(&self, found: &EntityIndex, amended: &EntityIndex) -> Self {
        let follower = Follower::of(found, amended);
        Self { quotes: self.quotes.iter().map(|quote| follower.quote(quote)).collect(), utterances: self.utterances.clone() }
    }
}

struct Follower<'e> {
    found: &'e EntityIndex,
    amended: &'e EntityIndex,
    /// What became of each entity found.
    became: Vec<Became>,
    /// Mentions that a reader added.
    added: Vec<&'e Mention>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Became {
    Unknown,
    /// All its mentions are of this one, or of none.
    All(Option<EntityId>),
    /// One mention is of another entity than the next.
    Parts,
}

impl<'e> Follower<'e> {
    fn of(found: &'e EntityIndex, amended: &'e EntityIndex) -> Self {
        let mut became = vec![Became::Unknown; found.entities.len()];
        for mention in &found.mentions {
            let now = entity_at(amended, mention.document, mention.span);
            let known = &mut became[mention.entity.index()];
            *known = match *known {
                Became::Unknown => Became::All(now),
                Became::All(before) if before == now => *known,
                _ => Became::Parts,
            };
        }
        let added = amended.mentions.iter().filter(|mention| entity_at(found, mention.document, mention.span).is_none()).collect();
        Self { found, amended, became, added }
    }

    fn quote(&self, quote: &Quote) -> Quote {
        let speaker = quote.speaker.map(|speaker| Speaker {
            entity: match speaker.entity {
                Some(entity) => self.now(entity, quote.document, speaker.mention),
                None => self.added_in(quote.document, speaker.mention),
            },
            ..speaker
        });
        let medium = quote.medium.and_then(|medium| {
            let entity = self.now(medium.entity, quote.document, medium.mention)?;
            Some(super::Medium { entity, ..medium })
        });
        Quote { speaker, medium, ..quote.clone() }
    }

    /// Who `entity` is now, where `words` of an article mean it.
    fn now(&self, entity: EntityId, document: DocumentId, words: Span) -> Option<EntityId> {
        match self.became[entity.index()] {
            Became::All(now) => now,
            Became::Unknown => None,
            Became::Parts => {
                // A pronoun means whom the article named last before it.
                let mentions = self.found.mentions_in(document);
                let behind = mentions.partition_point(|mention| mention.span.start < words.end);
                let own = |mention: &&Mention| mention.entity == entity;
                let meant = mentions[..behind].iter().rev().find(own).or_else(|| mentions[behind..].iter().find(own))?;
                entity_at(self.amended, document, meant.span)
            }
        }
    }

    /// The name that a reader added within a description.
    fn added_in(&self, document: DocumentId, words: Span) -> Option<EntityId> {
        let first = self.added.partition_point(|mention| (mention.document, mention.span.start) < (document, words.start));
        let inside = self.added[first..].iter().take_while(|mention| mention.document == document && mention.span.start < words.end);
        let mut speaking = inside.filter(|mention| words.contains(mention.span) && mention.kind != EntityKind::Place);
        speaking.next().map(|mention| mention.entity)
    }
}

/// Who is named at exactly this place.
fn entity_at(index: &EntityIndex, document: DocumentId, span: Span) -> Option<EntityId> {
    let mentions = index.mentions_in(document);
    let key = (span.start, std::cmp::Reverse(span.end));
    let at = mentions.binary_search_by_key(&key, |mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
    at.ok().map(|at| mentions[at].entity)
}
