//! Search over the articles: folded, ranked, with the spans of every hit in the raw text.

use serde::{Deserialize, Serialize};

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

/// Something to say about a query.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Notice {
    /// Only the first part of a very long query was read.
    QueryCut { read: u32, length: u32 },
    /// No document has all words: those with some are shown.
    PartialMatches { missing: Vec<String> },
    /// A quotation mark was not closed; it was closed at the end.
    UnclosedPhrase,
    /// Nothing in the query is a word.
    NoWord,
}

impl std::fmt::Display for Notice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::QueryCut { read, length } => {
                write!(f, "requête très longue : seuls les {read} premiers caractères sur {length} sont lus")
            }
            Self::PartialMatches { missing } => {
                write!(f, "aucun article ne contient tous les mots ; sans « {} » :", missing.join(" », « "))
            }
            Self::UnclosedPhrase => write!(f, "guillemet non fermé : l’expression va jusqu’à la fin"),
            Self::NoWord => write!(f, "aucun mot à chercher dans cette requête"),
        }
    }
}

/// Index of a corpus.
#[derive(Clone, Debug, Default)]
pub struct SearchIndex {}

impl SearchIndex {
    /// Builds the index of `corpus`.
    pub fn build(_corpus: &Corpus) -> Self {
        Self::default()
    }

    /// Answers `query` with at most `limit` documents. Never fails: what cannot be read becomes a notice.
    pub fn search(&self, _corpus: &Corpus, _query: &str, _limit: usize) -> SearchResults {
        SearchResults::default()
    }
}
