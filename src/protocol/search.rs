//! What is asked of the search and what it answers: a window of articles with their sentences, facets, completions, examples.
//!
//! The query itself carries every filter; a request adds only what is no part of it.

use serde::{Deserialize, Serialize};

use super::Passage;
use crate::entities::EntityKind;
use crate::id::DocumentId;
use crate::search::{FieldName, SearchResults};

/// A search of the page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SearchRequest {
    pub query: String,
    /// Articles answered, at most [`MOST_SHOWN`].
    pub limit: u32,
    pub sorting: Sorting,
    /// The article that is open: all its marks are answered, whatever its rank.
    pub open: Option<DocumentId>,
}

/// Articles answered at once, at most: what a page draws without a pause. Whoever looks for more narrows the search.
pub const MOST_SHOWN: u32 = 500;

/// Which articles come first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sorting {
    #[default]
    Relevance,
    /// By day of publication; those without one last.
    Oldest,
    /// By day of publication; those without one last.
    Newest,
    /// By name of the outlet; those without one last.
    Outlet,
}

/// What a query found, with the sentences to show.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SearchView {
    pub results: SearchResults,
    /// Sentences of the hits: first article first, its best sentences first, at most [`SHOWN_SENTENCES`] an article.
    pub passages: Vec<Passage>,
    /// Sentences found in the furniture of pages, apart.
    pub furniture: Vec<Passage>,
    /// What the articles have in common, over all that match; those that divide nothing are left out.
    pub facets: Vec<Facet>,
}

// Scores are never NaN; and so an answer that is shared equals itself without being read.
impl Eq for SearchView {}

/// Sentences shown of one article; the article itself shows all.
pub const SHOWN_SENTENCES: usize = 12;

/// One way to divide the articles that match.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facet {
    pub field: FacetField,
    /// Most frequent first, months in their order; at most [`SHOWN_VALUES`].
    pub values: Vec<FacetValue>,
    /// Of all values.
    pub n_values: u32,
}

/// Values sent of one facet: a longer list is typed, not looked through.
pub const SHOWN_VALUES: usize = 12;

/// By what articles are divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum FacetField {
    Outlet,
    /// Month of publication.
    Month,
    Author,
    Entity(EntityKind),
    /// Where in the articles the query is found.
    Place,
}

impl FacetField {
    /// The field of the query language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Outlet => FieldName::Outlet,
            Self::Month => FieldName::Date,
            Self::Author => FieldName::Author,
            Self::Entity(_) => FieldName::Entity,
            Self::Place => FieldName::Place,
        }
        .name()
    }
}

/// One value; as a condition of the query it keeps only its articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetValue {
    pub label: String,
    /// As it stands behind the colon, without quotation marks.
    pub value: String,
    pub n_documents: u32,
    /// Of those, how many perhaps have another value: their day is only known to lie between two.
    pub n_perhaps: u32,
}

/// How what is being typed may go on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completion {
    pub label: String,
    pub kind: CompletionKind,
    /// Articles that hold it; none for what is no content, as the name of a field.
    pub n_documents: Option<u32>,
    /// The query once it is taken.
    pub query: String,
    /// Where the cursor then stands in it, in bytes.
    pub cursor: u32,
}

/// Of what sort a completion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CompletionKind {
    /// A word of the texts.
    Term,
    Entity(EntityKind),
    Speaker,
    Outlet,
    Author,
    /// An article, by name.
    Article,
    /// A field of the query language.
    Field,
    /// A month of publication.
    Month,
    /// What a field knows: a part of the article, a type of names.
    Value,
}

/// Completions answered at once: what a person looks over while typing.
pub const SHOWN_COMPLETIONS: usize = 8;

/// One line of the help: what a query asks for, with words of this corpus where it has them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpLine {
    /// In French.
    pub what: String,
    pub query: String,
    pub state: HelpState,
}

/// Whether the query of a line can be run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum HelpState {
    /// So many articles answer it.
    Answered(u32),
    /// Only a whole engine knows how many.
    Unknown,
    /// This corpus has nothing for it: the query has gaps.
    Pattern,
}
