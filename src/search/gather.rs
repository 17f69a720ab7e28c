//! Reads the words of one part of a page, and gathers them by form.
//!
//! A text is read once, front to back, most of it in the fast lane. Its words are sorted before they are added to their
//! lists, so that each list is touched once a part.

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
    /// Term, position, field and length, packed so that they sort in this order.
    words: Vec<u64>,
    pub layout: Layout,
    batch: Batch,
    chain: Vec<Span>,
    lower: String,
}

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
        self.batch.find(forms, |term, place| self.words.push(pack(term, place)));
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
        self.words.push(pack(forms.enter(&self.lower, Shape::Word), place(position, field, 1)));
        self.layout.word(field);
        if token.link == Link::Apart && self.chain.is_empty() {
            return;
        }
        self.chain.push(token.span);
        if token.link == Link::Apart {
            let parts: Vec<&str> = self.chain.iter().map(|span| span.slice(text)).collect();
            if let Some(lower) = analysis::joined(&parts) {
                let length = parts.len() as u32;
                self.words.push(pack(forms.enter(&lower, Shape::Compound), place(position + 1 - length, field, length)));
            }
            self.chain.clear();
        }
    }

    /// Puts what was read in order, once all paragraphs are.
    pub fn sort(&mut self, forms: &mut Forms) {
        self.find(forms);
        self.words.sort_unstable();
    }

    /// All terms, each once, after [`Self::sort`].
    pub fn terms(&self) -> impl Iterator<Item = TermId> {
        self.words.chunk_by(|a, b| a >> 32 == b >> 32).map(|run| (run[0] >> 32) as TermId)
    }

    /// Gives `each` every term with its occurrences, in order.
    pub fn by_term(&self, mut each: impl FnMut(TermId, &[Occurrence])) {
        let mut occurrences = Vec::new();
        for run in self.words.chunk_by(|a, b| a >> 32 == b >> 32) {
            occurrences.clear();
            occurrences.extend(run.iter().map(|word| unpack(*word)));
            each((run[0] >> 32) as TermId, &occurrences);
        }
    }
}

fn pack(term: TermId, place: u32) -> u64 {
    u64::from(term) << 32 | u64::from(place)
}

fn place(position: u32, field: Field, length: u32) -> u32 {
    position << (FIELD_BITS + LENGTH_BITS) | (field as u32) << LENGTH_BITS | (length - 1)
}

fn unpack(word: u64) -> Occurrence {
    let place = word as u32;
    let field = FIELDS[(place >> LENGTH_BITS) as usize % (1 << FIELD_BITS) % N_FIELDS];
    Occurrence { position: place >> (FIELD_BITS + LENGTH_BITS), length: place % (1 << LENGTH_BITS) + 1, field }
}
