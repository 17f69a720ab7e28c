//! Reads the words of one part of a page into the dictionary, and gathers them by word.
//!
//! A text is read once, front to back. Its words are sorted before they are added to their lists, so that each list is
//! touched once a part.

use super::analysis::{self, Link, Token};
use super::dictionary::{Dictionary, Met, TermId};
use super::parts::{FIELDS, Layout};
use super::postings::{Occurrence, Shape};
use super::query::{Field, N_FIELDS};
use super::stems::StemTable;
use crate::span::Span;
use crate::text::Language;

/// What is read of one part.
#[derive(Clone, Debug, Default)]
pub struct Gather {
    /// Term, position, field and length, packed so that they sort in this order.
    words: Vec<u64>,
    pub layout: Layout,
    lower: String,
    chain: Vec<Span>,
    recent: Recent,
}

/// Frequent forms by their bytes, so that three in four words are found without a look at the whole dictionary, which no
/// processor's cache holds.
#[derive(Clone, Debug, Default)]
struct Recent {
    forms: Vec<(u128, TermId)>,
}

impl Recent {
    /// The longest form that is kept: its length and language take the last of sixteen bytes.
    const LONGEST: usize = 15;
    /// Half a hundred kilobytes and more: what a cache of the second level holds beside the rest.
    const SLOTS: usize = 1 << 12;

    /// Where the form would be kept, and as what.
    fn slot(form: &str, language: Language) -> Option<(usize, u128)> {
        let mut key = [0; Self::LONGEST + 1];
        key.get_mut(..form.len()).filter(|key| key.len() <= Self::LONGEST)?.copy_from_slice(form.as_bytes());
        key[Self::LONGEST] = 1 + form.len() as u8 * 2 + language as u8;
        let key = u128::from_le_bytes(key);
        let mixed = (key as u64 ^ ((key >> 64) as u64).rotate_left(23)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        Some(((mixed >> 52) as usize % Self::SLOTS, key))
    }
}

const FIELD_BITS: u32 = 3;
const LENGTH_BITS: u32 = 2;
const POSITION_BITS: u32 = 32 - FIELD_BITS - LENGTH_BITS;

/// Words of a part that are read: more than the memory of a tab can hold the text of.
const MOST_WORDS: u32 = (1 << POSITION_BITS) - 1;

/// What forms are found in, and added to.
pub struct Forms<'a> {
    pub dictionary: &'a mut Dictionary,
    pub stems: &'a mut [StemTable; 2],
    pub language: Language,
}

impl Forms<'_> {
    fn word(&mut self, form: &str, recent: &mut Recent) -> TermId {
        let Some((slot, key)) = Recent::slot(form, self.language) else { return self.enter(form, Shape::Word) };
        if recent.forms.is_empty() {
            recent.forms.resize(Recent::SLOTS, (0, 0));
        }
        let (held, term) = recent.forms[slot];
        if held == key {
            return term;
        }
        let term = self.enter(form, Shape::Word);
        recent.forms[slot] = (key, term);
        term
    }

    fn enter(&mut self, form: &str, shape: Shape) -> TermId {
        let (term, met) = self.dictionary.enter(form, shape, self.language);
        if met == Met::FirstTime {
            self.stems[self.language as usize].add(self.language, term, self.dictionary.form(term));
        }
        term
    }
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
        self.chain.clear();
        let mut next = starts.next();
        for token in analysis::tokens(text, span) {
            if self.layout.n_words() >= MOST_WORDS {
                break;
            }
            while next.is_some_and(|start| start <= token.span.start) {
                self.layout.end_sentence();
                next = starts.next();
            }
            self.word(forms, text, token, field);
        }
    }

    fn word(&mut self, forms: &mut Forms, text: &str, token: Token, field: Field) {
        let position = self.layout.n_words();
        analysis::lower_into(token.span.slice(text), &mut self.lower);
        let term = forms.word(&self.lower, &mut self.recent);
        self.words.push(pack(term, position, field, 1));
        self.layout.word(field);
        if token.link == Link::Apart && self.chain.is_empty() {
            return;
        }
        self.chain.push(token.span);
        if token.link == Link::Apart {
            let parts: Vec<&str> = self.chain.iter().map(|span| span.slice(text)).collect();
            if let Some(lower) = analysis::joined(&parts) {
                let length = parts.len() as u32;
                let term = forms.enter(&lower, Shape::Compound);
                self.words.push(pack(term, position + 1 - length, field, length));
            }
            self.chain.clear();
        }
    }

    /// Gives `each` every term with its occurrences, in order.
    pub fn by_term(&mut self, mut each: impl FnMut(TermId, &[Occurrence])) {
        self.words.sort_unstable();
        let mut occurrences = Vec::new();
        for run in self.words.chunk_by(|a, b| a >> 32 == b >> 32) {
            occurrences.clear();
            occurrences.extend(run.iter().map(|word| unpack(*word)));
            each((run[0] >> 32) as TermId, &occurrences);
        }
    }
}

fn pack(term: TermId, position: u32, field: Field, length: u32) -> u64 {
    let place = position << (FIELD_BITS + LENGTH_BITS) | (field as u32) << LENGTH_BITS | (length - 1);
    u64::from(term) << 32 | u64::from(place)
}

fn unpack(word: u64) -> Occurrence {
    let place = word as u32;
    let field = FIELDS[(place >> LENGTH_BITS) as usize % (1 << FIELD_BITS) % N_FIELDS];
    Occurrence { position: place >> (FIELD_BITS + LENGTH_BITS), length: place % (1 << LENGTH_BITS) + 1, field }
}
