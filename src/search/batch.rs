//! Words that were read and whose places in the dictionary are still to be found, a few hundred at a time.
//!
//! A dictionary of a hundred thousand forms lies in no cache of the processor. Frequent forms are found in a small table of
//! their own. The others are looked for together, step by step: at each step the memory is asked for all of them before
//! the first answer is needed.

use super::arena::Address;
use super::dictionary::{Dictionary, LONGEST, Met, TermId};
use super::hash::hash_padded;
use super::lane::{PADDING, ROOM};
use super::postings::Shape;
use super::stems::StemTable;
use crate::text::Language;

/// What forms are found in, and added to.
pub struct Forms<'a> {
    pub dictionary: &'a mut Dictionary,
    pub stems: &'a mut [StemTable; 2],
    pub language: Language,
}

impl Forms<'_> {
    pub fn enter(&mut self, form: &str, shape: Shape) -> TermId {
        let (term, met) = self.dictionary.enter(form, shape, self.language);
        if met == Met::FirstTime {
            self.stems[self.language as usize].add(self.language, term, self.dictionary);
        }
        term
    }
}

/// Words looked for at once: what is kept of them stays in the processor's first cache.
const MOST: usize = 256;

/// Bytes of their letters.
const LETTERS: usize = MOST * 24;

#[derive(Clone, Debug)]
pub struct Batch {
    /// The words one behind another, each from a multiple of eight bytes on and with zeros behind it.
    letters: Vec<u8>,
    end: usize,
    words: Vec<Word>,
    recent: Vec<Recent>,
    missed: Vec<Missed>,
}

#[derive(Clone, Copy, Debug)]
struct Word {
    start: u32,
    n_bytes: u32,
    hash: u64,
    /// What the reader wants to be told with the term.
    place: u32,
}

/// A word that is looked for in the dictionary.
#[derive(Clone, Copy, Debug)]
struct Missed {
    word: u32,
    /// The form that may be it, and where its bytes are.
    term: Option<TermId>,
    text: Option<Address>,
}

/// A frequent form: its bytes, and in the last of them its language.
#[derive(Clone, Copy, Debug, Default)]
struct Recent {
    key: [u64; 2],
    term: TermId,
}

/// The longest form among the recent ones.
const LONGEST_RECENT: usize = 15;

/// Frequent forms kept, in a hundred kilobytes: what a cache of the second level holds beside the rest.
const N_RECENT: usize = 1 << 12;

impl Default for Batch {
    fn default() -> Self {
        Self { letters: Vec::new(), end: 0, words: Vec::with_capacity(MOST), recent: Vec::new(), missed: Vec::with_capacity(MOST) }
    }
}

impl Batch {
    /// Where the next word is to be written.
    #[inline]
    pub fn room(&mut self) -> &mut [u8; ROOM] {
        if self.letters.is_empty() {
            self.letters.resize(LETTERS + ROOM, 0);
            self.recent.resize(N_RECENT, Recent::default());
        }
        self.letters[self.end..].first_chunk_mut().expect("room for a word is left behind the last")
    }

    /// Writes a word that was put in lower case; tells its length as far as it is kept.
    pub fn write(&mut self, lower: &str) -> usize {
        let n_bytes = lower.floor_char_boundary(LONGEST);
        let room = self.room();
        room[..n_bytes].copy_from_slice(&lower.as_bytes()[..n_bytes]);
        room[n_bytes..][..PADDING].fill(0);
        n_bytes
    }

    /// Takes the word of `n_bytes` that was written, with zeros behind it.
    #[inline]
    pub fn take(&mut self, n_bytes: usize, place: u32) {
        let n_bytes = if n_bytes <= LONGEST { n_bytes } else { self.cut(n_bytes) };
        let hash = hash_padded(&self.letters[self.end..], n_bytes);
        self.words.push(Word { start: self.end as u32, n_bytes: n_bytes as u32, hash, place });
        self.end += n_bytes.next_multiple_of(8).max(PADDING);
    }

    /// The length of a word as far as it is kept.
    #[cold]
    fn cut(&mut self, n_bytes: usize) -> usize {
        let word = &mut self.letters[self.end..self.end + n_bytes];
        let kept = std::str::from_utf8(word).map_or(0, |word| word.floor_char_boundary(LONGEST));
        word[kept..].fill(0);
        kept
    }

    /// True when [`Self::find`] is to be called before the next word is written.
    #[inline]
    pub fn is_full(&self) -> bool {
        self.words.len() == MOST || self.end >= LETTERS
    }

    /// Finds the terms of all words, and gives `each` with what was wanted to be told.
    pub fn find(&mut self, forms: &mut Forms, mut each: impl FnMut(TermId, u32)) {
        self.missed.clear();
        for (word, at) in self.words.iter().zip(0..) {
            let recent = &self.recent[word.hash as usize % N_RECENT];
            match word.key(&self.letters, forms.language) {
                Some(key) if recent.key == key => each(recent.term, word.place),
                _ => self.missed.push(Missed { word: at, term: None, text: None }),
            }
        }
        let dictionary = &*forms.dictionary;
        for missed in &mut self.missed {
            missed.term = dictionary.marked(self.words[missed.word as usize].hash);
        }
        for missed in &mut self.missed {
            missed.text = missed.term.and_then(|term| dictionary.spelt(term, forms.language));
        }
        for missed in &self.missed {
            let word = &self.words[missed.word as usize];
            let form = &self.letters[word.start as usize..][..word.n_bytes as usize];
            let term = match (missed.term, missed.text) {
                (Some(term), Some(text)) if forms.dictionary.is_spelt(text, form) => term,
                _ => forms.enter(std::str::from_utf8(form).expect("letters were written whole"), Shape::Word),
            };
            if let Some(key) = word.key(&self.letters, forms.language) {
                self.recent[word.hash as usize % N_RECENT] = Recent { key, term };
            }
            each(term, word.place);
        }
        self.words.clear();
        self.end = 0;
    }
}

impl Word {
    #[inline]
    fn key(&self, letters: &[u8], language: Language) -> Option<[u64; 2]> {
        if self.n_bytes as usize > LONGEST_RECENT {
            return None;
        }
        let [low, high] = *letters[self.start as usize..].as_chunks::<8>().0.first_chunk::<2>()?;
        Some([u64::from_le_bytes(low), u64::from_le_bytes(high) | (1 + language as u64) << 56])
    }
}
