//! A researcher's tools over a query: its passages in line, where they lie along the articles, what stands around them, and
//! how often several queries are met; and the words that are one article's or outlet's own.
//!
//! All of it works on the passages that the search marks, whatever the query; passages in the furniture of pages are never
//! counted. The shapes of questions and answers are known everywhere; the work is behind the feature `whole`, so that the
//! page's first module carries none of it. What a word is, is what it is for the search, so that a word counted here is found
//! there; lengths of articles are those shown beside their names.
//!
//! Says what stands where and how often. What it means is left to who reads.

#[cfg(feature = "whole")]
mod collocates;
#[cfg(feature = "whole")]
mod concordancer;
#[cfg(feature = "whole")]
mod dispersion;
mod keyness;
#[cfg(feature = "whole")]
mod likelihood;
#[cfg(feature = "whole")]
mod lines;
#[cfg(feature = "whole")]
mod ngrams;
#[cfg(feature = "whole")]
mod parts;
#[cfg(all(test, feature = "whole"))]
mod parts_tests;
#[cfg(feature = "whole")]
mod reading;
#[cfg(feature = "whole")]
mod sheet;
#[cfg(feature = "whole")]
mod specificity;
#[cfg(feature = "whole")]
mod terms;
#[cfg(all(test, feature = "whole"))]
mod tests;
#[cfg(feature = "whole")]
mod vocabulary;

use serde::{Deserialize, Serialize};

use crate::id::DocumentId;
use crate::search::Notice;
use crate::span::Span;

#[cfg(feature = "whole")]
pub use concordancer::Concordancer;
pub use keyness::{Doubt, KeyPart, KeyWord, Keyness, KeynessRequest, LEADING, LONGEST_RUN, MOST_PARTS, Measure, Parting};
#[cfg(feature = "whole")]
pub use sheet::write as write_sheet;

/// What can be asked about the passages of a query.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Question {
    /// The passages in line, `limit` of them from the one of number `from` on, counted from 0.
    Lines { query: String, choice: Choice, from: u32, limit: u32 },
    /// One passage with more of what is around it.
    Context { document: DocumentId, span: Span },
    /// Where they lie along the articles.
    Dispersion { query: String },
    /// Words around them, and runs of `length` words that hold them.
    Surroundings { query: String, window: Window, length: u32, kept: Kept },
    /// How often each query is met in each article.
    Frequencies { queries: Vec<String> },
    /// Words that are an article's own, or an outlet's.
    Keyness(KeynessRequest),
}

/// How lines are chosen, cut and sorted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    pub sort: Sort,
    pub grouping: Grouping,
    /// Words on each side, at most [`WIDEST`].
    pub width: u32,
    /// Only lines of the article of this name.
    pub article: Option<String>,
    /// Only lines with this around the passage.
    pub with: Option<With>,
}

impl Default for Choice {
    fn default() -> Self {
        Self { sort: Sort::Place, grouping: Grouping::Together, width: 8, article: None, with: None }
    }
}

/// Words of context shown on each side at most: more is read in the article.
pub const WIDEST: u32 = 40;

/// What lines are sorted by; the place in the corpus decides between those that are equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sort {
    /// Article and place in it.
    Place,
    /// Words before the passage, the nearest first, folded.
    Left,
    /// The passage, then the words behind it.
    Hit,
    /// Words behind the passage, the nearest first.
    Right,
}

/// Whether the lines of one article stay together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Grouping {
    Together,
    ByArticle,
}

/// What must stand around a passage; words are folded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum With {
    /// One word in the window.
    Near { word: String, window: Window },
    /// A run of words that holds the passage, with a space between two.
    Run(String),
}

/// How far around a passage words count as near it; never beyond its paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Window {
    /// At most [`WIDEST`] on each side.
    Words { left: u32, right: u32 },
    /// All of the sentence.
    Sentence,
}

/// Which words are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kept {
    All,
    /// Not those that carry grammar (`le`, `de`, `the`); no run that begins or ends with one.
    Content,
}

/// In what form an answer is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// As [`Answer`] has it.
    View,
    /// All of it as a table of comma-separated values, or as French spreadsheets read it: semicolons, decimal commas.
    Csv(Separator),
    /// All of it as plain text, aligned.
    Text,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Separator {
    Comma,
    Semicolon,
}

impl Question {
    /// The bytes of a question with the form of its answer. Whoever passes them on need not read them: the page's first module
    /// writes questions and reads answers, and carries no code for the other way round.
    pub fn pack(&self, form: Form) -> Vec<u8> {
        postcard::to_allocvec(&(self, form)).expect("questions have no length that postcard cannot write")
    }

    /// Reads what [`Question::pack`] wrote; nothing when it was cut, damaged, or written by another version.
    pub fn unpack(bytes: &[u8]) -> Option<(Self, Form)> {
        postcard::from_bytes(bytes).ok()
    }
}

impl Answer {
    /// What there is to say about the one query that it answers.
    pub fn notices(&self) -> &[Notice] {
        match self {
            Self::Lines(Lines { notices, .. })
            | Self::Dispersion(Dispersion { notices, .. })
            | Self::Surroundings(Surroundings { notices, .. }) => notices,
            Self::Context(_) | Self::Frequencies(_) | Self::Sheet(_) | Self::Keyness(_) => &[],
        }
    }

    /// The bytes of an answer.
    pub fn pack(&self) -> Vec<u8> {
        postcard::to_allocvec(self).expect("answers have no length that postcard cannot write")
    }

    /// Reads what [`Answer::pack`] wrote; nothing when it was cut, damaged, or written by another version.
    pub fn unpack(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}

/// Lines in one table at most; the page says so where there are more.
pub const MOST_IN_TABLE: u32 = 100_000;

/// Answers, in the order of [`Question`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    Lines(Lines),
    Context(Line),
    Dispersion(Dispersion),
    Surroundings(Surroundings),
    /// One for each query, in order, at most [`MOST_QUERIES`].
    Frequencies(Vec<Frequency>),
    /// A table or a text.
    Sheet(String),
    Keyness(Keyness),
}

/// A stretch of a concordance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lines {
    pub lines: Vec<Line>,
    /// Of all lines that were chosen.
    pub n_lines: u32,
    /// Articles in which they stand.
    pub n_documents: u32,
    /// Passages of the query, chosen or not.
    pub n_hits: u32,
    pub notices: Vec<Notice>,
}

/// One passage in its context. The three parts put together are the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub document: DocumentId,
    pub span: Span,
    /// Which hit of its article it is, from 1; 0 where that is not known.
    pub number: u32,
    pub left: String,
    pub hit: String,
    pub right: String,
}

/// Where a query's passages lie.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dispersion {
    /// Articles with passages, in the order of the corpus; of very many, the [`MOST_STRIPS`] with most passages.
    pub strips: Vec<Strip>,
    pub n_hits: u32,
    /// Articles with passages.
    pub n_documents: u32,
    /// Deviation of proportions, in thousandths: 0 when every article has its share by length, 1000 when they stand in the
    /// shortest article only (Gries 2008, normalised as in Lijffijt & Gries 2012). Nothing without passages, or with one article.
    pub deviation: Option<u32>,
    pub notices: Vec<Notice>,
}

/// Articles of a dispersion that are drawn.
pub const MOST_STRIPS: usize = 200;

/// One article of a dispersion.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Strip {
    pub document: DocumentId,
    pub n_hits: u32,
    /// Where passages begin, in thousandths of the article's words, each once.
    pub places: Vec<u16>,
}

/// What stands around a query's passages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Surroundings {
    /// Strongest first, at most [`MOST_LISTED`].
    pub collocates: Vec<Collocate>,
    /// Most frequent first, at most [`MOST_LISTED`].
    pub runs: Vec<Run>,
    pub n_hits: u32,
    /// Words in all windows together.
    pub n_near: u32,
    /// Words in the corpus that are not in the passages themselves.
    pub n_words: u32,
    pub notices: Vec<Notice>,
}

/// Collocates and runs listed; the table has all of them.
pub const MOST_LISTED: usize = 100;

/// A word that stands near the passages more often than chance would have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Collocate {
    /// Folded.
    pub word: String,
    /// As it is written most often near the passages.
    pub shown: String,
    /// How often it stands in the windows.
    pub n_near: u32,
    /// In how many of the windows it stands.
    pub n_lines: u32,
    /// How often it stands in the corpus, the passages themselves left out.
    pub n_corpus: u32,
    /// Log-likelihood ratio (Dunning 1993), in tenths.
    pub strength: u32,
}

/// Words one after the other in one sentence, the passage among them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// Folded, with a space between two.
    pub words: String,
    /// As it is first written.
    pub shown: String,
    pub n: u32,
    pub n_documents: u32,
}

/// How often a query is met.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Frequency {
    pub query: String,
    pub n_hits: u32,
    /// Articles that have passages, in order, with their number.
    pub documents: Vec<(DocumentId, u32)>,
    pub notices: Vec<Notice>,
}

/// Queries compared at once: more columns are not looked over.
pub const MOST_QUERIES: usize = 12;
