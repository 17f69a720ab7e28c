//! Words as numbers: forms that fold to one word have one number.
//!
//! A form is folded once, however often it is met; what is counted and sorted afterwards are numbers. It grows with what it
//! is asked about and forgets nothing: distinct forms grow slower than texts.

use std::collections::HashMap;

use crate::search::analysis;

/// Number of a word in its vocabulary.
pub type WordId = u32;

#[derive(Debug, Default)]
pub struct Vocabulary {
    forms: HashMap<String, WordId>,
    ids: HashMap<String, WordId>,
    words: Vec<String>,
}

impl Vocabulary {
    /// The number of the word that `form` folds to.
    pub fn id(&mut self, form: &str) -> WordId {
        if let Some(id) = self.forms.get(form) {
            return *id;
        }
        let id = self.folded(&analysis::term(form));
        self.forms.insert(form.to_owned(), id);
        id
    }

    /// The number of a word that is folded already, or of several with spaces.
    pub fn folded(&mut self, word: &str) -> WordId {
        if let Some(id) = self.ids.get(word) {
            return *id;
        }
        let id = WordId::try_from(self.words.len()).expect("fewer words than bytes");
        self.ids.insert(word.to_owned(), id);
        self.words.push(word.to_owned());
        id
    }

    pub fn word(&self, id: WordId) -> &str {
        &self.words[id as usize]
    }

    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// The place of every word among all words in alphabetical order, from 1; 0 is left for no word.
    pub fn ranks(&self) -> Vec<u32> {
        let mut sorted: Vec<WordId> = (0..).take(self.len()).collect();
        sorted.sort_unstable_by_key(|id| self.word(*id));
        let mut ranks = vec![0; self.len()];
        for (id, rank) in sorted.into_iter().zip(1..) {
            ranks[id as usize] = rank;
        }
        ranks
    }
}
