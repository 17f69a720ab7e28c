//! Search over the articles: folded, ranked, with the spans of every hit in the raw text.
//!
//! A query is read (`lex`, `parse` → `query`), its words are looked up in every form (`lookup`, in the `index` of sorted words
//! and positions), parts that have them are found and scored (`evaluate`, `group`, `passages`, `rank`), and the few that are
//! shown are read again for the bytes to mark (`snippet`). The same `analysis` cuts articles and queries into words. The
//! grammar of queries is told in `parse`.
//!
//! Finds words, not what they mean: that two names are one group, that a date is told by « vendredi », or who speaks is
//! known elsewhere.

pub mod analysis;
mod balance;
mod complete;
mod condition;
mod dictionary;
mod evaluate;
mod examples;
mod expression;
mod field;
pub mod found;
mod function_words;
mod group;
mod index;
pub mod layer;
mod lex;
mod lookup;
mod notice;
mod operand;
mod parse;
mod passages;
mod period;
mod postings;
pub mod query;
mod rank;
mod restrict;
mod snippet;
mod spoken;
mod term;
mod typing;
mod value;

use serde::{Deserialize, Serialize};

pub use self::condition::{with_condition, without};
pub use self::examples::{EXAMPLES, Example, GAPS};
pub use self::field::FieldName;
pub use self::notice::{Notice, NoticeKind, PatternFault};
pub use self::spoken::spoken;
pub use self::typing::{Typing, TypingKind, context_at};

use self::found::Found;
use self::index::Index;
use self::query::Query;
use crate::corpus::Corpus;
use crate::id::DocumentId;
use crate::span::Span;

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
    /// BM25 with zone weights; larger is better; comparable within one answer only.
    pub score: f32,
    /// What is marked: bytes of the raw text, in order, not overlapping. A phrase is one span.
    pub spans: Vec<Span>,
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
