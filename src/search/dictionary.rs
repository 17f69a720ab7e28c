//! The distinct words of a corpus, sorted, so that the words with one beginning lie side by side.
//!
//! All words lie in one string; a word is called by its rank. Built once; it does not grow.

use std::ops::Range;

/// Rank of a word in its dictionary.
pub type TermId = u32;

#[derive(Clone, Debug, Default)]
pub struct Dictionary {
    text: String,
    /// Where each word ends in `text`.
    ends: Vec<u32>,
}

impl Dictionary {
    /// A dictionary of `words`, which come sorted and without doubles.
    pub fn of<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut dictionary = Self::default();
        for word in words {
            dictionary.text.push_str(word);
            dictionary.ends.push(u32::try_from(dictionary.text.len()).expect("distinct words are shorter than 4 GiB together"));
        }
        debug_assert!((1..dictionary.len()).all(|id| dictionary.word(id - 1) < dictionary.word(id)), "words come sorted");
        dictionary
    }

    /// Number of words.
    pub fn len(&self) -> TermId {
        TermId::try_from(self.ends.len()).expect("fewer words than bytes")
    }

    /// The word of rank `id`.
    pub fn word(&self, id: TermId) -> &str {
        let id = id as usize;
        let start = id.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start as usize..self.ends[id] as usize]
    }

    pub fn find(&self, word: &str) -> Option<TermId> {
        let id = self.first_not(|w| w < word);
        (id < self.len() && self.word(id) == word).then_some(id)
    }

    /// Ranks of the words that begin with `prefix`.
    pub fn with_prefix(&self, prefix: &str) -> Range<TermId> {
        let start = self.first_not(|w| w < prefix);
        let end = self.first_not(|w| w < prefix || w.starts_with(prefix));
        start..end
    }

    /// Ranks of the words one edit away from `word`, in order: one letter more, less or other, or two neighbours exchanged
    /// (Damerau 1964). `word` itself is not among them.
    pub fn one_edit_from<'d>(&'d self, word: &str) -> impl Iterator<Item = TermId> + use<'d> {
        let letters: Vec<char> = word.chars().collect();
        let length = word.len();
        // A letter takes four bytes at most, so most words are told apart by their length alone.
        (0..self.len()).filter(move |&id| {
            let other = self.word(id);
            other.len().abs_diff(length) <= 4 && is_one_edit(&letters, other)
        })
    }

    fn first_not(&self, before: impl Fn(&str) -> bool) -> TermId {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if before(self.word(middle)) { low = middle + 1 } else { high = middle }
        }
        low
    }
}

/// True when `b` is exactly one edit away from `a`.
fn is_one_edit(a: &[char], b: &str) -> bool {
    let common = a.iter().zip(b.chars()).take_while(|(x, y)| *x == y).count();
    let mut a = &a[common..];
    let mut b = b.char_indices().nth(common).map_or("", |(at, _)| &b[at..]);
    if let ([x, y, rest_a @ ..], mut swapped) = (a, b.chars())
        && swapped.next() == Some(*y)
        && swapped.next() == Some(*x)
        && swapped.eq(rest_a.iter().copied())
    {
        return true;
    }
    while let (Some(x), Some(y)) = (a.last(), b.chars().next_back())
        && *x == y
    {
        a = &a[..a.len() - 1];
        b = &b[..b.len() - y.len_utf8()];
    }
    let left = b.chars().take(2).count();
    a.len() <= 1 && left <= 1 && a.len() + left > 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn dictionary(words: &[&str]) -> Dictionary {
        let sorted: BTreeSet<_> = words.iter().copied().collect();
        Dictionary::of(sorted.into_iter())
    }

    fn check(words: &[&str], found: impl Fn(&Dictionary) -> Vec<TermId>, expected: Expect) {
        let dictionary = dictionary(words);
        expected.assert_eq(&found(&dictionary).into_iter().map(|id| dictionary.word(id)).collect::<Vec<_>>().join(" "));
    }

    #[test]
    fn words_with_one_beginning_lie_together() {
        check(&["pont", "port", "porte", "portail", "été"], |d| d.with_prefix("por").collect(), expect!["port portail porte"]);
        check(&["pont"], |d| d.with_prefix("zo").collect(), expect![""]);
    }

    #[test]
    fn one_edit_is_one_letter_or_one_exchange() {
        let words = ["port", "porte", "pot", "part", "prot", "sport", "ports", "porter", "top"];
        check(&words, |d| d.one_edit_from("port").collect(), expect!["part porte ports pot prot sport"]);
    }

    proptest! {
        #[test]
        fn an_edit_can_be_taken_back(a in "[abé]{0,5}", b in "[abé]{0,5}") {
            let letters = |w: &str| w.chars().collect::<Vec<_>>();
            prop_assert_eq!(is_one_edit(&letters(&a), &b), is_one_edit(&letters(&b), &a));
            prop_assert!(!is_one_edit(&letters(&a), &a));
        }
    }
}
