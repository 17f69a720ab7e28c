//! Words that somebody who types may mean: longer ones, and those one letter away.

use super::analysis;
use super::index::Index;
use crate::order::Order;

/// Words that begin with `prefix`, folded, with the number of articles that have each, most frequent first.
pub fn complete(index: &Index, prefix: &str, limit: usize) -> Vec<(String, u32)> {
    let prefix = analysis::term(prefix);
    if prefix.is_empty() { Vec::new() } else { most_frequent(index, index.terms.with_prefix(&prefix), limit) }
}

/// Words one letter away from `word`, most frequent first; none when a text has it.
pub fn suggest(index: &Index, word: &str) -> Vec<(String, u32)> {
    let term = analysis::term(word);
    if index.terms.find(&term).is_some() { Vec::new() } else { most_frequent(index, index.terms.one_edit_from(&term), usize::MAX) }
}

fn most_frequent(index: &Index, terms: impl Iterator<Item = u32>, limit: usize) -> Vec<(String, u32)> {
    let n_articles = |term: u32| {
        let mut parts: Vec<u32> = index.postings.of_term(term).map(|posting| posting.part).filter(|part| index.is_article(*part)).collect();
        parts.dedup();
        u32::try_from(parts.len()).unwrap_or(u32::MAX)
    };
    let mut words: Vec<(String, u32)> = terms.map(|term| (index.terms.word(term).to_owned(), n_articles(term))).collect();
    words.retain(|(_, n)| *n > 0);
    words.order_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    words.truncate(limit);
    words
}
