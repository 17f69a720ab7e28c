//! Search over the articles: folded, ranked, with the spans of every hit in the raw text.
//!
//! Articles are read word by word (`analysis`, most of it by its bytes in a fast `lane`; `batch`, `gather`) into an index that
//! grows and shrinks (`index`: forms in the `dictionary`, in the order of the `alphabet`, and by their `stems`; which spellings may be
//! among them in `likely`, `postings` in an `arena`, what is known of every article in `parts`, what other modules found in `layers`).
//! A query is read (`lex`, `parse` → `query`), each of its leaves becomes a `plan` of the `forms` that answer it, the lists are read
//! (`scan`), articles that answer are found and scored (`evaluate`, `group`, `passages`, `filters`, `sets`, `rank`), and the few that
//! are shown are read again for the bytes to mark (`snippet`). The same `analysis` cuts articles and queries into words. The grammar
//! of queries is told in `parse`.
//!
//! Finds words, not what they mean: that two names are one group, that a date is told by « vendredi », or who speaks is
//! known elsewhere.

mod alphabet;
pub mod analysis;
mod arena;
mod balance;
mod batch;
mod complete;
mod condition;
mod dictionary;
mod edits;
mod evaluate;
mod examples;
mod expression;
mod field;
mod filters;
mod forms;
pub mod found;
pub(crate) mod function_words;
mod gather;
mod group;
mod hash;
mod index;
mod initials;
mod lane;
pub mod layer;
mod layers;
mod lex;
mod likely;
mod looked;
mod notice;
mod notice_text;
mod operand;
mod parse;
mod parts;
mod passages;
mod pattern;
mod period;
mod places;
mod plan;
mod postings;
pub mod query;
mod rank;
mod restrict;
#[cfg(feature = "whole")]
mod saved;
mod scan;
mod sets;
mod snippet;
mod spoken;
mod stems;
mod term;
mod typing;
mod value;
mod varint;

use serde::{Deserialize, Serialize};

pub use self::condition::{each_word, with_condition, without};
pub use self::examples::{EXAMPLES, Example, GAPS};
pub use self::field::FieldName;
pub use self::notice::{Notice, NoticeKind, PatternFault};
pub use self::parse::read_of;
pub use self::spoken::spoken;
pub use self::typing::{Typing, TypingKind, context_at};

use self::found::Found;
use self::gather::Gather;
use self::index::Index;
use self::layer::{Annotation, Layer};
use self::query::{Field, Query};
#[cfg(feature = "whole")]
pub use self::saved::LoadError;
use crate::corpus::{Corpus, Document};
use crate::id::DocumentId;
use crate::span::Span;
use crate::text::Language;

/// What a query found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SearchResults {
    /// Best first; stable order.
    pub hits: Vec<Hit>,
    /// Documents where the query is found only in furniture, or also there: never counted with the hits.
    pub furniture: Vec<Hit>,
    /// What could not be read as asked, or was read otherwise.
    pub notices: Vec<Notice>,
    /// Where fields stand in the query, each with its `-`: they can be shown and taken away one by one.
    pub conditions: Vec<Span>,
    /// Which words of the texts matched, in which form.
    pub terms: Vec<MatchedTerm>,
    /// Number of documents that match, of which `hits` may be the first only.
    pub n_documents: u32,
    /// Number of marked passages in all of them.
    pub n_spans: u32,
}

/// One document that answers a query.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hit {
    pub document: DocumentId,
    /// BM25 with weights of fields, see `rank`; larger is better; comparable within one answer only.
    pub score: f32,
    /// What is marked: bytes of the raw text, in order, not overlapping. A phrase is one span.
    pub spans: Vec<Span>,
    /// Words typed one after the other stand together in this article: there, only such passages are marked.
    pub together: bool,
    /// Sentences that hold the marks, best first.
    pub sentences: Vec<Span>,
}

/// A word of the query with the forms in which it was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatchedTerm {
    pub query: String,
    pub forms: Vec<String>,
}

/// Reads `query`, and tells what could not be read as asked.
pub fn parse(query: &str) -> (Query, Vec<Notice>) {
    parse::parse(query)
}

/// True when only the whole engine can answer `query`: patterns are tried on every word, by a library of its own.
pub fn needs_whole(query: &str) -> bool {
    parse::parse(query).0.leaves.iter().any(|leaf| leaf.kind.has_pattern())
}

/// Index of a corpus.
#[derive(Clone, Debug, Default)]
pub struct SearchIndex {
    index: Index,
}

impl SearchIndex {
    /// Builds the index of `corpus`.
    pub fn build(corpus: &Corpus) -> Self {
        Self::build_with(corpus, &mut |_| {})
    }

    /// The same; `progress` is told how many articles are in it.
    pub fn build_with(corpus: &Corpus, progress: &mut dyn FnMut(u32)) -> Self {
        Self { index: Index::build(corpus, progress) }
    }

    /// Adds `document` at its place in its corpus; those behind it move on by one.
    pub fn add(&mut self, document: &Document) {
        self.index.add(document);
    }

    /// Reads `document` anew, in the place of the one that has its number.
    pub fn replace(&mut self, document: &Document) {
        self.index.replace(document);
    }

    /// Takes a document out; those behind it move up by one.
    pub fn remove(&mut self, document: DocumentId) {
        self.index.remove(document);
    }

    /// Adds articles by their fields, behind all others, without a corpus and without keeping texts. After the last of them
    /// [`Self::settle`] is called, before anything is asked.
    pub fn add_articles<'t>(&mut self, articles: impl Iterator<Item = (Vec<(Field, &'t str)>, Language)>) {
        let mut gather = Gather::default();
        articles.for_each(|(fields, language)| self.index.add_article(&fields, language, &mut gather));
    }

    /// Brings the order of the words up to date: once for many batches of articles, as it costs as much for few as for many.
    pub fn settle(&mut self) {
        self.index.dictionary.sort();
    }

    /// Takes all that `layer` found in `corpus` in the place of what was known of it. Annotations name their key by its place in
    /// `keys`, whose words are folded here; keys that nothing bears are not kept.
    pub fn set_layer(&mut self, corpus: &Corpus, layer: Layer, keys: &[String], annotations: &mut dyn Iterator<Item = Annotation>) {
        self.index.set_layer(corpus, layer, keys, annotations);
    }

    /// The index in bytes, the same on every machine.
    #[cfg(feature = "whole")]
    pub fn save(&self) -> Vec<u8> {
        saved::save(&self.index)
    }

    /// The index that was saved as `bytes`.
    ///
    /// # Errors
    /// When they are no index, one of another version, or were cut or changed.
    #[cfg(feature = "whole")]
    pub fn load(bytes: &[u8]) -> Result<Self, LoadError> {
        Ok(Self { index: saved::load(bytes)? })
    }

    /// Bytes of memory held.
    pub fn memory_bytes(&self) -> usize {
        self.index.memory()
    }

    /// Answers `query` with at most `limit` documents. Never fails: what cannot be read becomes a notice.
    pub fn search(&self, corpus: &Corpus, query: &str, limit: usize) -> SearchResults {
        self.find(corpus, query).results(limit)
    }

    /// Everything that answers `query`: numbers for every document, spans where they are asked for. Without texts, on an empty
    /// corpus, documents are found and ranked all the same.
    pub fn find<'a>(&'a self, corpus: &'a Corpus, query: &str) -> Found<'a> {
        let (query, notices) = parse::parse(query);
        Found::of(&self.index, corpus, query, notices)
    }

    /// Words of the texts that begin with `prefix`, folded, each with the number of articles that have it, most frequent first.
    pub fn complete(&self, prefix: &str, limit: usize) -> Vec<(String, u32)> {
        complete::complete(&self.index, prefix, limit)
    }

    /// Words of the texts one letter away from `word`, most frequent first; none when a text has it.
    pub fn suggest(&self, word: &str) -> Vec<(String, u32)> {
        complete::suggest(&self.index, word)
    }
}

#[cfg(test)]
mod parse_tests;
#[cfg(test)]
mod tests;

#[cfg(test)]
mod growth_tests;
#[cfg(test)]
mod query_tests;
