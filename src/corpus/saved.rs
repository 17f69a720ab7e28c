//! A corpus as it is kept and handed on: what came in, and what the reader did with it. Everything else is found again.

use serde::{Deserialize, Serialize};

use super::article::{Article, Source};
use super::corrections::Correction;
use super::mask::Mask;
use crate::notebook::{Anchor, Notebook};

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
    /// Notes on passages, and what was collected.
    pub notebook: Notebook,
    /// Whether it is hidden where the articles come from.
    pub mask: Mask,
}

impl Edits {
    /// In which article a passage stands now that articles were cut and joined, and where in it as far as that is known.
    pub fn home<'a>(&'a self, anchor: &'a Anchor) -> (&'a str, u32) {
        let first = (&*anchor.article, anchor.span.start);
        self.corrections.iter().fold(first, |(home, start), correction| match correction {
            Correction::Split { article, at, second } if article == home && *at <= start => (second, start - at),
            Correction::Join { first, second } if second == home => (first, start),
            _ => (home, start),
        })
    }

    /// Joins what was done with another corpus, when both become one. The title of the first stays.
    pub fn append(&mut self, other: Self) {
        self.title = self.title.take().or(other.title);
        self.corrections.extend(other.corrections);
        let gap = if self.notes.is_empty() || other.notes.is_empty() { "" } else { "\n\n" };
        self.notes = [&*self.notes, gap, &*other.notes].concat();
        self.notebook.append(other.notebook);
        if self.mask == Mask::Off {
            self.mask = other.mask;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    #[test]
    fn a_passage_follows_its_half_of_an_article_that_was_cut_and_comes_back_when_it_is_joined() {
        let named = |name: &str| name.to_owned();
        let cut = Correction::Split { article: named("a"), at: 40, second: named("b") };
        let anchor = |start| Anchor { article: named("a"), span: Span { start, end: start + 4 }, ..Anchor::default() };
        let mut edits = Edits { corrections: vec![cut], ..Edits::default() };
        assert_eq!([edits.home(&anchor(3)), edits.home(&anchor(40))], [("a", 3), ("b", 0)]);
        edits.corrections.push(Correction::Join { first: named("a"), second: named("b") });
        assert_eq!([edits.home(&anchor(3)), edits.home(&anchor(40))], [("a", 3), ("a", 0)]);
    }
}
