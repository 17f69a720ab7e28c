//! Words that somebody who types may mean: longer ones, and those one letter away.

use std::cmp::Reverse;

use super::analysis;
use super::edits;
use super::forms::ANY;
use super::index::Index;
use super::postings::Shape;
use crate::order::Order;

/// Forms that begin with `prefix`, its accents apart, with the number of articles that have each, most frequent first.
pub fn complete(index: &Index, prefix: &str, limit: usize) -> Vec<(String, u32)> {
    let prefix = analysis::term(prefix);
    if prefix.is_empty() { Vec::new() } else { most_frequent(index, index.dictionary.with_prefix(&prefix), limit) }
}

/// Forms one letter away from `word`, most frequent first; none when a text has it.
pub fn suggest(index: &Index, word: &str) -> Vec<(String, u32)> {
    let term = analysis::term(word);
    if index.dictionary.accented(&term).any(|rank| index.lives(index.dictionary.at(rank), ANY)) {
        return Vec::new();
    }
    most_frequent(index, edits::one_away(&index.dictionary, &term).into_iter(), usize::MAX)
}

fn most_frequent(index: &Index, ranks: impl Iterator<Item = u32>, limit: usize) -> Vec<(String, u32)> {
    let mut best: Vec<(Reverse<u32>, u32)> = Vec::new();
    let room = limit.saturating_mul(2).max(64);
    for rank in ranks {
        let n = index.n_articles(index.dictionary.at(rank));
        if n == 0 {
            continue;
        }
        if best.len() == room {
            best.order();
            best.truncate(limit);
        }
        best.push((Reverse(n), rank));
    }
    best.order();
    // How a compound is written, `États-Unis`, is not known here: it is offered only where no word goes on so.
    let is_word = |rank: u32| index.dictionary.term(index.dictionary.at(rank)).shape() == Shape::Word;
    if best.iter().any(|(_, rank)| is_word(*rank)) {
        best.retain(|(_, rank)| is_word(*rank));
    }
    // A compound that also stands as one word is told once, by the more frequent of the two.
    let mut words: Vec<(String, u32)> = Vec::new();
    for (Reverse(n), rank) in best {
        let form = index.dictionary.form(index.dictionary.at(rank));
        if words.len() < limit && !words.iter().any(|(known, _)| known == form) {
            words.push((form.to_owned(), n));
        }
    }
    words
}
