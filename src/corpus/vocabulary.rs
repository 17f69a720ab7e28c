//! How words are spread over the lines of a page: what the text is about, and which words any text is made of.

use super::claim::is_long;
use super::lines::Line;
use super::shallow::{Said, is_function_word, percent, scale};
use crate::order::Order as _;

/// How the words are spread over the lines of the page.
pub(super) struct Vocabulary<'a> {
    /// Longer words of the article, as the rules see it, with the line they stand in.
    article: Vec<(&'a str, usize)>,
    /// The words that the page uses most.
    common: Vec<&'a str>,
    /// How often the same line comes again.
    again: Vec<u8>,
}

/// Words of so many bytes tell what a text is about.
const LONG_WORD: usize = 5;
/// The words used most are mostly function words, in any language.
const COMMON: usize = 30;

impl<'a> Vocabulary<'a> {
    pub(super) fn of(page: &[Said<'a>]) -> Self {
        let words = |i: usize| page[i].line.words.iter().map(String::as_str);
        let long = |i: usize| words(i).filter(|word| word.len() >= LONG_WORD && !is_function_word(word)).map(move |word| (word, i));
        let mut article: Vec<(&str, usize)> = (0..page.len()).filter(|i| page[*i].kind.is_article()).flat_map(long).collect();
        article.order();
        article.dedup();
        let mut all: Vec<&str> = (0..page.len()).filter(|i| is_long(page[*i].line)).flat_map(words).collect();
        all.order();
        let mut counted: Vec<(usize, &str)> = all.chunk_by(|a, b| a == b).map(|same| (same.len(), same[0])).collect();
        counted.order_by_key(|(n, word)| (std::cmp::Reverse(*n), *word));
        let mut common: Vec<&str> = counted.into_iter().take(COMMON).map(|(_, word)| word).collect();
        common.order();
        let mut keys: Vec<(String, usize)> = (0..page.len()).map(|i| (page[i].line.key(), i)).collect();
        keys.order();
        let mut again = vec![0; page.len()];
        for same in keys.chunk_by(|a, b| a.0 == b.0) {
            same.iter().for_each(|&(_, i)| again[i] = scale(same.len() - 1));
        }
        Self { article, common, again }
    }

    pub(super) fn is_common(&self, word: &str) -> bool {
        self.common.binary_search(&word).is_ok()
    }

    pub(super) fn again(&self, i: usize) -> u8 {
        self.again[i]
    }

    /// The share of the line's longer words that other lines of the article use too; 101 for a line without any.
    pub(super) fn kinship(&self, i: usize, line: &Line<'_>) -> u8 {
        let long = line.words.iter().filter(|word| word.len() >= LONG_WORD && !is_function_word(word));
        let (mut n, mut met) = (0, 0);
        for word in long {
            let from = self.article.partition_point(|(other, _)| *other < word.as_str());
            let elsewhere = self.article[from..].iter().take(2).any(|(other, at)| other == word && *at != i);
            n += 1;
            met += usize::from(elsewhere);
        }
        if n == 0 { 101 } else { percent(met, n) }
    }
}
