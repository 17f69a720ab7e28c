//! Words one edit away: one letter more, less or other, or two neighbours exchanged (Damerau 1964).
//!
//! Every spelling from which a word may come by one edit is tried: a table of bits passes over those that are no words (`likely`), the
//! few others are looked up among the words that share what lies before the edit. Where few share it, these are looked at one by one.

use super::dictionary::{Dictionary, LONGEST};
use super::likely::Sum;
use crate::order::Order;

/// So many words are looked at one by one: about as many as spellings would be let through and looked up.
const FEW: usize = 24;

/// Ranks of the forms one edit away from `word` without accents, in order. `word` itself is not among them.
pub fn one_away(dictionary: &Dictionary, word: &str) -> Vec<u32> {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() > LONGEST + 1 {
        return Vec::new();
    }
    let likely = dictionary.likely();
    let sums: Vec<Sum> = letters.iter().map(|letter| Sum::of(letter.encode_utf8(&mut [0; 4]))).collect();
    // Of the letters from each place on.
    let mut behind = vec![Sum::NOTHING; letters.len() + 1];
    for (at, sum) in sums.iter().enumerate().rev() {
        behind[at] = sum.then(behind[at + 1]);
    }
    let mut found: Vec<u32> = Vec::new();
    let mut range = dictionary.all();
    let (mut before, mut before_sum) = (String::new(), Sum::NOTHING);
    let mut edited = String::new();
    for at in 0..=letters.len() {
        if range.len() <= FEW {
            let mut other = Vec::new();
            found.extend(range.filter(|rank| {
                other.clear();
                other.extend(dictionary.folded(dictionary.at(*rank)).chars());
                is_one_edit(&letters, &other)
            }));
            break;
        }
        let mut take = |sum: Sum, middle: &[char], rest: usize| {
            if likely.has(before_sum.then(sum).then(behind[rest])) {
                edited.clear();
                edited.push_str(&before);
                edited.extend(middle.iter().chain(&letters[rest..]));
                if edited != word {
                    found.extend(dictionary.spelt_alike(range.clone(), &edited));
                }
            }
        };
        let rest = &letters[at..];
        if !rest.is_empty() {
            take(Sum::NOTHING, &[], at + 1);
        }
        if let [a, b, ..] = rest {
            take(sums[at + 1].then(sums[at]), &[*b, *a], at + 2);
        }
        for (letter, sum) in likely.letters() {
            take(*sum, &[*letter], at);
            if !rest.is_empty() {
                take(*sum, &[*letter], at + 1);
            }
        }
        let Some(next) = rest.first() else { break };
        before.push(*next);
        before_sum = before_sum.then(sums[at]);
        range = dictionary.beginning_with(range, &before);
        if range.is_empty() {
            // What follows has an edit further on: nothing begins like that.
            break;
        }
    }
    found.order();
    found.dedup();
    found
}

/// True when one edit makes `a` of `b`.
fn is_one_edit(a: &[char], b: &[char]) -> bool {
    if a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let n_before = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[n_before..], &b[n_before..]);
    let n_behind = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    match (&a[..a.len() - n_behind], &b[..b.len() - n_behind]) {
        ([_], []) | ([], [_]) | ([_], [_]) => true,
        ([a, a2], [b, b2]) => a == b2 && a2 == b,
        _ => false,
    }
}

/// Ranks of the forms at most `n_edits` away from `word`, in order, without `word` itself. All words of about its length are held
/// against it: with two edits most beginnings have words near, and walking the tree saves little.
pub fn at_most(dictionary: &Dictionary, word: &str, n_edits: u32) -> Vec<u32> {
    let letters: Vec<char> = word.chars().collect();
    let most = n_edits as usize;
    let mut rows = Rows::default();
    let mut other: Vec<char> = Vec::new();
    let is_near = |rank: &u32| {
        let folded = dictionary.folded(dictionary.at(*rank));
        // A letter has at most four bytes.
        if folded.len() + most < letters.len() || folded.len() > 4 * (letters.len() + most) {
            return false;
        }
        other.clear();
        other.extend(folded.chars());
        other.len().abs_diff(letters.len()) <= most && folded != word && rows.distance(&letters, &other, most) <= most
    };
    dictionary.all().filter(is_near).collect()
}

/// Three rows of the table of edits (Damerau 1964; no letter is edited twice).
#[derive(Default)]
struct Rows {
    before: Vec<usize>,
    last: Vec<usize>,
    row: Vec<usize>,
}

impl Rows {
    /// Edits between `a` and `b`; something beyond `most` when there are more.
    fn distance(&mut self, a: &[char], b: &[char], most: usize) -> usize {
        self.last.clear();
        self.last.extend(0..=b.len());
        self.before.clone_from(&self.last);
        for (i, x) in a.iter().enumerate() {
            self.row.clear();
            self.row.push(i + 1);
            for (j, y) in b.iter().enumerate() {
                let changed = self.last[j] + usize::from(x != y);
                let mut least = changed.min(self.last[j + 1] + 1).min(self.row[j] + 1);
                if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                    least = least.min(self.before[j - 1] + 1);
                }
                self.row.push(least);
            }
            if self.row.iter().all(|edits| *edits > most) {
                return most + 1;
            }
            std::mem::swap(&mut self.before, &mut self.last);
            std::mem::swap(&mut self.last, &mut self.row);
        }
        self.last[b.len()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::postings::Shape;
    use crate::text::Language;
    use proptest::prelude::*;

    fn found(words: &[String], word: &str) -> Vec<String> {
        let mut dictionary = Dictionary::default();
        for word in words {
            dictionary.enter(word, Shape::Word, Language::French);
        }
        dictionary.sort();
        one_away(&dictionary, word).into_iter().map(|rank| dictionary.form(dictionary.at(rank)).to_owned()).collect()
    }

    #[test]
    fn one_edit_is_one_letter_or_one_exchange() {
        let words = ["port", "porte", "pot", "part", "prot", "sport", "ports", "porter", "top", "pört"].map(str::to_owned);
        assert_eq!(found(&words, "port"), ["part", "porte", "ports", "pot", "prot", "sport"]);
    }

    /// Edits between two words, as Damerau counts them when no letter is edited twice.
    fn distance(a: &[char], b: &[char]) -> usize {
        match (a, b) {
            ([], rest) | (rest, []) => rest.len(),
            ([x, a @ ..], [y, b @ ..]) if x == y => distance(a, b),
            ([x, rest_a @ ..], [y, rest_b @ ..]) => {
                let swapped = match (rest_a, rest_b) {
                    ([x2, after_a @ ..], [y2, after_b @ ..]) if x == y2 && x2 == y => distance(after_a, after_b),
                    _ => usize::MAX - 1,
                };
                1 + distance(rest_a, rest_b).min(distance(a, rest_b)).min(distance(rest_a, b)).min(swapped)
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_found_is_one_edit_away(words in proptest::collection::btree_set("[abж]{1,5}", 0..200), word in "[abж]{1,5}") {
            let words: Vec<String> = words.into_iter().collect();
            let letters = |w: &str| w.chars().collect::<Vec<_>>();
            let near: Vec<String> = words.iter().filter(|other| distance(&letters(other), &letters(&word)) == 1).cloned().collect();
            prop_assert_eq!(found(&words, &word), near);
        }

        #[test]
        fn the_table_counts_edits(a in "[abж]{0,5}", b in "[abж]{0,5}") {
            let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            prop_assert_eq!(Rows::default().distance(&a, &b, 2).min(3), distance(&a, &b).min(3));
        }
    }
}
