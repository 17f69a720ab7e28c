//! One reading of all articles: which words there are, how telling each is, and which articles have text in common.
//!
//! All that is kept of an article is in the vocabulary and in the shares; to be compared it is read again (see `prepare`).

use std::collections::{HashMap, HashSet};

use super::prepare::Prepared;
use super::shares::{Sequences, Shares};
use super::vocabulary::{Form, Vocabulary};
use crate::corpus::Corpus;

/// Reads `corpus`; `progress` is told after each article how many are read.
pub(super) fn census(corpus: &Corpus, progress: &mut dyn FnMut(u32)) -> (Vocabulary, Shares) {
    let mut vocabulary = Vocabulary::default();
    let mut sequences = Sequences::default();
    let mut seen = HashSet::new();
    // What each surface form is, by language, so that none is folded and stemmed twice.
    let mut forms: [HashMap<&str, Form>; 2] = Default::default();
    for (document, n_read) in corpus.documents.iter().zip(1..) {
        let known = &mut forms[document.language as usize];
        let mut form = |surface| *known.entry(surface).or_insert_with(|| vocabulary.add(document.language, surface));
        let words = Prepared::words_of(document, &mut form);
        vocabulary.count(&words, &mut seen);
        sequences.add(&words);
        progress(n_read);
    }
    vocabulary.finish();
    (vocabulary, sequences.shares())
}
