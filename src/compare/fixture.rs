//! Small corpora for the tests of this floor, with entities written by hand.

use std::sync::LazyLock;

use super::annotated::Annotated;
use super::census::census;
use super::prepare::Prepared;
use super::vocabulary::Vocabulary;
use crate::corpus::{Article, Corpus};
use crate::entities::{Entity, EntityIndex, EntityKind, Mention, MentionForm};
use crate::figures::FigureIndex;
use crate::id::{DocumentId, EntityId};
use crate::quotes::QuoteIndex;
use crate::span::Span;
use crate::times::TimeIndex;

/// Articles named `0`, `1`, …; every line is a paragraph of the body.
pub(super) fn corpus(texts: &[&str]) -> Corpus {
    let articles = texts.iter().enumerate().map(|(place, text)| Article::new(&place.to_string(), text)).collect();
    Corpus::read(None, articles).expect("test articles have text")
}

/// All articles of `corpus`, ready.
pub(super) fn prepare(corpus: &Corpus) -> (Vec<Prepared>, Vocabulary) {
    let (vocabulary, _) = census(corpus, &mut |_| {});
    (corpus.documents.iter().map(|document| Prepared::of(document, &vocabulary)).collect(), vocabulary)
}

/// Every place where one of `names` stands is a mention of it.
pub(super) fn entities(corpus: &Corpus, names: &[(&str, EntityKind)]) -> EntityIndex {
    let mut index = EntityIndex::default();
    for ((name, kind), place) in names.iter().zip(0..) {
        let id = EntityId(place);
        let mut n_mentions: Vec<(DocumentId, u32)> = Vec::new();
        for document in &corpus.documents {
            for (start, _) in document.raw.match_indices(name) {
                match n_mentions.last_mut() {
                    Some((last, n)) if *last == document.id => *n += 1,
                    _ => n_mentions.push((document.id, 1)),
                }
                let span = Span::new(start, start + name.len());
                let form = MentionForm::Name;
                index.mentions.push(Mention { document: document.id, span, entity: id, kind: *kind, form, confidence: 1.0 });
            }
        }
        let (slug, name) = (name.to_lowercase(), (*name).to_owned());
        index.entities.push(Entity { id, slug, kind: *kind, name, aliases: vec![], wikidata: None, n_mentions, corrected: false });
    }
    index.mentions.sort_by_key(|mention| (mention.document, mention.span));
    index
}

/// `corpus` with its names, and nothing else found in it.
pub(super) fn annotated<'c>(corpus: &'c Corpus, entities: &'c EntityIndex) -> Annotated<'c> {
    static NOTHING: LazyLock<(QuoteIndex, TimeIndex, FigureIndex)> = LazyLock::new(Default::default);
    Annotated { corpus, entities, quotes: &NOTHING.0, times: &NOTHING.1, figures: &NOTHING.2 }
}

pub(super) fn id(place: u32) -> DocumentId {
    DocumentId(place)
}
