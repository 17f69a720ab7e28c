//! Reads the words of one part of a page, and gathers them by form.
//!
//! A text is read once, front to back, most of it in the fast lane. Its words are chained by form before they are added to
//! their lists, so that each list is touched once a part.

use super::analysis::{self, Link, Token};
use super::batch::{Batch, Forms};
use super::dictionary::TermId;
use super::lane::{self, Next};
use super::parts::{FIELDS, Layout};
use super::postings::{Occurrence, Shape};
use super::query::{Field, N_FIELDS};
use crate::span::Span;

/// What is read of one part.
#[derive(Clone, Debug, Default)]
pub struct Gather {
    /// Of one form in order.
    words: Vec<Word>,
    forms: Vec<Chain>,
    /// At the place that a term's number gives or after it, where its chain is; elsewhere anything.
    table: Vec<u32>,
    pub layout: Layout,
    batch: Batch,
    chain: Vec<Span>,
    lower: String,
}

/// A word, and where the next of its form is.
#[derive(Clone, Copy, Debug)]
struct Word {
    term: TermId,
    /// Position, field and length, packed.
    place: u32,
    next: u32,
}

/// All words of one form.
#[derive(Clone, Copy, Debug)]
struct Chain {
    slot: u32,
    first: u32,
    last: u32,
}

/// Behind the last word of a chain.
const NONE: u32 = u32::MAX;

const FIELD_BITS: u32 = 3;
const LENGTH_BITS: u32 = 2;
const POSITION_BITS: u32 = 32 - FIELD_BITS - LENGTH_BITS;

/// Words of a part that are read: more than the memory of a tab can hold the text of.
const MOST_WORDS: u32 = (1 << POSITION_BITS) - 1;

/// Where the sentences of a paragraph begin.
struct Sentences<'a> {
    starts: &'a mut dyn Iterator<Item = u32>,
    next: Option<u32>,
}

impl Gather {
    pub fn clear(&mut self) {
        self.words.clear();
        self.forms.clear();
        self.layout.clear();
    }

    /// Reads the words of `text` inside `span`, a paragraph of `field`; a sentence begins at each of `starts`, which come in
    /// order and are taken as far as the paragraph goes.
    pub fn paragraph(&mut self, forms: &mut Forms, text: &str, span: Span, field: Field, starts: &mut dyn Iterator<Item = u32>) {
        self.layout.paragraph(field);
        let mut sentences = Sentences { next: starts.next(), starts };
        let text = &text[..span.end as usize];
        let mut at = span.start as usize;
        while self.layout.n_words() < MOST_WORDS {
            match lane::next(text, at, self.batch.room()) {
                Next::Word { start, end, n_bytes } => {
                    self.begin(start as u32, &mut sentences);
                    self.take(forms, n_bytes, field);
                    at = end;
                }
                Next::Rare { start } => at = self.rare(forms, text, start, field, &mut sentences),
                Next::Over => break,
            }
        }
    }

    /// Ends the sentence when the next one begins at `start` or before it.
    #[inline]
    fn begin(&mut self, start: u32, sentences: &mut Sentences) {
        while sentences.next.is_some_and(|next| next <= start) {
            self.layout.end_sentence();
            sentences.next = sentences.starts.next();
        }
    }

    /// Takes the word that was written to the batch.
    #[inline]
    fn take(&mut self, forms: &mut Forms, n_bytes: usize, field: Field) {
        self.batch.take(n_bytes, place(self.layout.n_words(), field, 1));
        self.layout.word(field);
        if self.batch.is_full() {
            self.find(forms);
        }
    }

    fn find(&mut self, forms: &mut Forms) {
        self.batch.find(forms, |term, place| self.words.push(Word { term, place, next: NONE }));
    }

    /// Reads the words from `start` on to the end of the compound that stands there, if one does. Tells where to read on.
    fn rare(&mut self, forms: &mut Forms, text: &str, start: usize, field: Field, sentences: &mut Sentences) -> usize {
        self.chain.clear();
        let mut tokens = analysis::tokens(text, Span::new(start, text.len()));
        while let Some(token) = tokens.next() {
            if self.layout.n_words() >= MOST_WORDS {
                break;
            }
            self.begin(token.span.start, sentences);
            self.word(forms, text, token, field);
            if token.link == Link::Apart {
                return tokens.next().map_or(text.len(), |next| next.span.start as usize);
            }
        }
        text.len()
    }

    fn word(&mut self, forms: &mut Forms, text: &str, token: Token, field: Field) {
        let position = self.layout.n_words();
        analysis::lower_into(token.span.slice(text), &mut self.lower);
        let n_bytes = self.batch.write(&self.lower);
        self.take(forms, n_bytes, field);
        if token.link == Link::Apart && self.chain.is_empty() {
            return;
        }
        self.chain.push(token.span);
        if token.link == Link::Apart {
            let parts: Vec<&str> = self.chain.iter().map(|span| span.slice(text)).collect();
            if let Some(lower) = analysis::joined(&parts) {
                let length = parts.len() as u32;
                let term = forms.enter(&lower, Shape::Compound);
                self.words.push(Word { term, place: place(position + 1 - length, field, length), next: NONE });
            }
            self.chain.clear();
        }
    }

    /// Chains what was read by its form, once all paragraphs are.
    pub fn chain(&mut self, forms: &mut Forms) {
        self.find(forms);
        if self.table.len() < 2 * self.words.len() {
            self.table = vec![0; (2 * self.words.len()).next_power_of_two()];
        }
        for at in 0..self.words.len() {
            let chain = self.chain_of(self.words[at].term);
            match chain {
                Ok(chain) => {
                    let last = std::mem::replace(&mut self.forms[chain].last, at as u32);
                    self.words[last as usize].next = at as u32;
                }
                Err(slot) => {
                    self.table[slot] = self.forms.len() as u32;
                    self.forms.push(Chain { slot: slot as u32, first: at as u32, last: at as u32 });
                }
            }
        }
    }

    /// The chain of a form, or the slot where it may be told. The table is never emptied: a slot is believed if its chain names it.
    fn chain_of(&self, term: TermId) -> Result<usize, usize> {
        let mask = self.table.len() - 1;
        let mut slot = (term.wrapping_mul(0x9e37_79b9) >> 8) as usize & mask;
        loop {
            let chain = self.table[slot] as usize;
            match self.forms.get(chain).filter(|chain| chain.slot as usize == slot) {
                None => return Err(slot),
                Some(known) if self.words[known.first as usize].term == term => return Ok(chain),
                Some(_) => slot = (slot + 1) & mask,
            }
        }
    }

    /// All terms, each once, after [`Self::chain`].
    pub fn terms(&self) -> impl Iterator<Item = TermId> {
        self.forms.iter().map(|chain| self.words[chain.first as usize].term)
    }

    /// Gives `each` every term with its occurrences, in order.
    pub fn by_term(&self, mut each: impl FnMut(TermId, &[Occurrence])) {
        let mut occurrences = Vec::new();
        for chain in &self.forms {
            let first = self.words[chain.first as usize];
            if first.next == NONE {
                each(first.term, &[unpack(first.place)]);
                continue;
            }
            occurrences.clear();
            let mut next = chain.first;
            while let Some(word) = self.words.get(next as usize) {
                occurrences.push(unpack(word.place));
                next = word.next;
            }
            each(first.term, &occurrences);
        }
    }
}

fn place(position: u32, field: Field, length: u32) -> u32 {
    position << (FIELD_BITS + LENGTH_BITS) | (field as u32) << LENGTH_BITS | (length - 1)
}

fn unpack(place: u32) -> Occurrence {
    let field = FIELDS[(place >> LENGTH_BITS) as usize % (1 << FIELD_BITS) % N_FIELDS];
    Occurrence { position: place >> (FIELD_BITS + LENGTH_BITS), length: place % (1 << LENGTH_BITS) + 1, field }
}
