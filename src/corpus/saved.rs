//! A corpus as it is kept and handed on: what came in, and what the reader did with it. Everything else is found again.

use serde::{Deserialize, Serialize};

use super::article::{Article, Source};
use super::corrections::Correction;

/// All that must be kept of a corpus.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SavedCorpus {
    pub articles: Vec<Article>,
    /// The files that the articles were read from; not those of articles that a program gave.
    pub sources: Vec<Source>,
    pub edits: Edits,
}

/// What the reader did with a corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edits {
    /// What the corpus is called.
    pub title: Option<String>,
    /// Oldest first.
    pub corrections: Vec<Correction>,
    /// Free text about the corpus.
    pub notes: String,
}

impl Edits {
    /// Joins what was done with another corpus, when both become one. The title of the first stays.
    pub fn append(&mut self, other: Self) {
        self.title = self.title.take().or(other.title);
        self.corrections.extend(other.corrections);
        let gap = if self.notes.is_empty() || other.notes.is_empty() { "" } else { "\n\n" };
        self.notes = [&*self.notes, gap, &*other.notes].concat();
    }
}
