//! Words that a list in the source names, looked up without walking the list.

use std::sync::OnceLock;

use crate::order::Order;

/// A set of words, written with blanks between them. It is put in order when it is first asked: by length before letters, so
/// that most comparisons are of two numbers.
pub struct WordSet {
    list: &'static str,
    sorted: OnceLock<Vec<&'static str>>,
}

impl WordSet {
    pub const fn new(list: &'static str) -> Self {
        Self { list, sorted: OnceLock::new() }
    }

    pub fn contains(&self, word: &str) -> bool {
        let sorted = self.sorted.get_or_init(|| {
            let mut words: Vec<&str> = self.list.split_ascii_whitespace().collect();
            words.order_by_key(|word| (word.len(), *word));
            words
        });
        sorted.binary_search_by(|held| (held.len(), *held).cmp(&(word.len(), word))).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_listed_is_contained_in_whatever_order_it_stands() {
        static WORDS: WordSet = WordSet::new("même du été \n au du");
        assert!(["même", "du", "été", "au"].iter().all(|word| WORDS.contains(word)));
        assert!(["", "d", "ét", "meme", "dû", "au du"].iter().all(|word| !WORDS.contains(word)));
    }
}
