//! What the page asks and what the engine answers, as bytes between two memories.
//!
//! Messages are postcard bytes of a [`Message`]: a number that pairs question and answer, and the content. The first
//! request is [`Request::Hello`]; another version on the other side is refused before anything else is read.

use std::rc::Rc;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::compare::{Comparison, Finding};
use crate::corpus::{Article, Document};
use crate::entities::{Entity, Mention};
use crate::export::SearchRecord;
use crate::id::{DocumentId, EntityId};
use crate::search::SearchResults;
use crate::span::Span;

/// Raised whenever a shape in this module, or one that it carries, changes.
pub const VERSION: u32 = 1;

/// A request or response with the number that pairs them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Message<T> {
    pub number: u32,
    pub content: T,
}

/// What can be asked of the engine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Handshake.
    Hello {
        version: u32,
    },
    /// Replaces the corpus. When refused, the one before stays whole.
    Load {
        title: Option<String>,
        articles: Vec<Article>,
    },
    /// Makes the shipped corpus the corpus again.
    LoadShipped,
    /// Everything the first view needs.
    Overview,
    /// One article with its mentions.
    Read {
        document: DocumentId,
    },
    Search {
        query: String,
        limit: u32,
    },
    /// The same for scripts: offsets in Unicode scalars, documents by name.
    SearchRecord {
        query: String,
        limit: u32,
    },
    Compare {
        a: DocumentId,
        b: DocumentId,
    },
    /// One entity with every passage that names it.
    Entity {
        entity: EntityId,
    },
    /// Panics on purpose, so that the way a crash is told to the reader can be tried for real.
    Panic,
}

/// What the engine answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Response {
    Hello {
        version: u32,
    },
    /// Shared: the engine keeps it, and so does every view.
    Overview(Rc<Overview>),
    Article(Box<ArticleView>),
    Search(SearchView),
    SearchRecord(SearchRecord),
    Comparison(Box<ComparisonView>),
    Entity(EntityView),
    /// The request could not be answered; a sentence for the reader.
    Refused {
        why: String,
    },
}

/// The corpus at a glance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Overview {
    pub title: Option<String>,
    /// Whose the texts are, where that is known.
    pub rights: Option<String>,
    pub articles: Vec<ArticleCard>,
    /// Most shared first, as in the entity index; an entity's place is its id.
    pub entities: Vec<Entity>,
    /// Entities that no article names: all their mentions are descriptions.
    pub described: Vec<EntityId>,
    pub findings: Vec<Finding>,
    /// Share of common text for each ordered pair of the documents that have most of it.
    pub common: Vec<CommonShare>,
}

/// One article without its text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArticleCard {
    pub id: DocumentId,
    pub name: String,
    pub metadata: crate::corpus::Metadata,
    /// First words of the article, for one without a title.
    pub opening: String,
    pub n_words: u32,
    /// ISO 639-1 code.
    pub language: String,
}

/// How much of one article stands in another.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CommonShare {
    pub document: DocumentId,
    pub other: DocumentId,
    /// Share of the words of `document`, 0 to 1.
    pub share: f32,
}

/// What a query found, with the sentences to show.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SearchView {
    pub results: SearchResults,
    /// Sentences of the hits: best article first, its best sentences first, at most [`SHOWN_SENTENCES`] an article.
    pub passages: Vec<Passage>,
    /// Sentences found in the furniture of pages, apart.
    pub furniture: Vec<Passage>,
}

/// Sentences shown of one article; the article itself shows all.
pub const SHOWN_SENTENCES: usize = 12;

/// One article with all that is marked in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArticleView {
    pub document: Document,
    pub mentions: Vec<Mention>,
}

/// Two articles side by side, with their texts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ComparisonView {
    pub comparison: Comparison,
    pub a: Document,
    pub b: Document,
}

/// One entity with every passage that names it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EntityView {
    pub entity: Entity,
    pub passages: Vec<Passage>,
}

/// A sentence with what is marked in it, cut out of its document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Passage {
    pub document: DocumentId,
    /// Where it stands in the raw text.
    pub span: Span,
    pub text: String,
    /// Marked spans, in the raw text, inside `span`.
    pub marks: Vec<Span>,
}

/// Bytes that are not a message of this version.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("message illisible : {why}")]
pub struct Unreadable {
    pub why: String,
}

/// The bytes of a message.
pub fn encode<T: Serialize>(number: u32, content: &T) -> Vec<u8> {
    postcard::to_allocvec(&(number, content)).expect("protocol shapes have no length that postcard cannot write")
}

/// Reads the bytes of a message.
///
/// # Errors
/// When the bytes were cut, damaged, or written by another version.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<Message<T>, Unreadable> {
    postcard::from_bytes(bytes).map_err(|error| Unreadable { why: error.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_reads_back() {
        let request = Request::Search { query: "délai".to_owned(), limit: 20 };
        let bytes = encode(7, &request);
        assert_eq!(decode::<Request>(&bytes), Ok(Message { number: 7, content: request }));
    }

    #[test]
    fn cut_bytes_are_refused() {
        let bytes = encode(7, &Request::Search { query: "délai".to_owned(), limit: 20 });
        assert!(decode::<Request>(&bytes[..bytes.len() - 1]).is_err());
        assert!(decode::<Request>(&[]).is_err());
    }
}
