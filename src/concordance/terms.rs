//! Words, or words in a row, of all articles as numbers, counted once for all questions about parts of the corpus.
//!
//! A run stays in one sentence and is told apart from others by its folded words; a run that begins or ends with a word of
//! grammar may be left out. An article is kept as its terms in order, with a break behind every sentence.

use std::collections::HashMap;

use super::Kept;
use super::collocates::is_function_word;
use super::keyness::LONGEST_RUN;
use super::reading::{Reading, plain};
use super::vocabulary::{Vocabulary, WordId};
use crate::corpus::Corpus;
use crate::span::Span;

/// Number of a term.
pub type TermId = u32;

/// Stands between the terms of two sentences.
pub const BREAK: TermId = TermId::MAX;
/// Stands in a run where it has no more words.
const NO_WORD: WordId = WordId::MAX;

type Key = [WordId; LONGEST_RUN as usize];

/// Where a term is written: in lower case, if it ever is.
#[derive(Clone, Copy, Debug)]
struct Written {
    document: u32,
    span: Span,
    is_capital: bool,
}

/// The terms of a corpus.
#[derive(Debug)]
pub struct Terms {
    pub length: u32,
    pub kept: Kept,
    keys: Vec<Key>,
    written: Vec<Written>,
    /// Terms of each article in order, sentences divided by [`BREAK`].
    pub articles: Vec<Vec<TermId>>,
    /// Runs of this length in each article, told or not.
    pub lengths: Vec<u32>,
}

impl Terms {
    /// Reads `corpus`, for runs of `length` words.
    pub fn of(corpus: &Corpus, length: u32, kept: Kept, vocabulary: &mut Vocabulary) -> Self {
        let length = length.clamp(1, LONGEST_RUN);
        let (articles, lengths) = (Vec::with_capacity(corpus.documents.len()), Vec::new());
        let mut terms = Self { length, kept, keys: Vec::new(), written: Vec::new(), articles, lengths };
        let mut ids: HashMap<Key, TermId> = HashMap::new();
        // Whether a word carries grammar, asked once for each.
        let mut grammar: Vec<Option<bool>> = Vec::new();
        for (document, place) in corpus.documents.iter().zip(0..) {
            let reading = Reading::of(document);
            let words: Vec<WordId> = (0..reading.words.len()).map(|at| vocabulary.id(reading.form(at))).collect();
            grammar.resize(vocabulary.len(), None);
            let mut is_grammar = |id: WordId| *grammar[id as usize].get_or_insert_with(|| is_function_word(vocabulary.word(id)));
            let (mut article, mut n_runs) = (Vec::new(), 0);
            for start in 0..words.len() {
                let Some(run) = reading.words.get(start..start + length as usize) else { break };
                let (first, last) = (run[0], run[run.len() - 1]);
                if start > 0 && first.sentence != reading.words[start - 1].sentence && article.last().is_some_and(|last| *last != BREAK) {
                    article.push(BREAK);
                }
                if first.sentence != last.sentence {
                    continue;
                }
                n_runs += 1;
                if kept == Kept::Content && (is_grammar(words[start]) || is_grammar(words[start + run.len() - 1])) {
                    continue;
                }
                let mut key = [NO_WORD; LONGEST_RUN as usize];
                key[..run.len()].copy_from_slice(&words[start..start + run.len()]);
                let span = first.span.cover(last.span);
                let is_capital = span.slice(document.text()).starts_with(char::is_uppercase);
                article.push(terms.number(&mut ids, key, Written { document: place, span, is_capital }));
            }
            terms.articles.push(article);
            terms.lengths.push(n_runs);
        }
        terms
    }

    fn number(&mut self, ids: &mut HashMap<Key, TermId>, key: Key, written: Written) -> TermId {
        let next = TermId::try_from(self.keys.len()).expect("fewer runs than bytes");
        let id = *ids.entry(key).or_insert(next);
        match self.written.get_mut(id as usize) {
            None => {
                self.keys.push(key);
                self.written.push(written);
            }
            Some(before) if before.is_capital && !written.is_capital => *before = written,
            Some(_) => {}
        }
        id
    }

    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Its folded words, with a space between two.
    pub fn words(&self, id: TermId, vocabulary: &Vocabulary) -> String {
        let words = self.keys[id as usize].iter().filter(|word| **word != NO_WORD);
        words.map(|word| vocabulary.word(*word)).collect::<Vec<_>>().join(" ")
    }

    /// As it is written in one place.
    pub fn shown(&self, id: TermId, corpus: &Corpus) -> String {
        let Written { document, span, .. } = self.written[id as usize];
        plain(span.slice(corpus.documents[document as usize].text()))
    }
}
