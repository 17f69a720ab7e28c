//! The distinct words of a corpus in the forms in which they stand there, accents kept, lower case; it grows.
//!
//! A form is called by its place in the order of appearance. A table of hashes finds a form while a text is read; a list in
//! order of the folded forms, brought up to date when somebody asks, finds those with one beginning, and all ways in which
//! one folded word is accented, side by side. A compound read as one word is a form of its own.

use std::cmp::Ordering;
use std::ops::Range;
use std::sync::OnceLock;

use super::alphabet;
use super::analysis;
use super::arena::{Address, Arena, Pages};
use super::hash::hash;
use super::likely::Likely;
use super::postings::{List, Shape};
#[cfg(feature = "whole")]
use super::saved::{LoadError, Saved, Writer};
use crate::text::Language;

/// Place of a form in the order of appearance.
pub type TermId = u32;

/// A form is cut after so many bytes: longer ones are not words, and a text of nothing else must not fill the pages.
pub const LONGEST: usize = 200;

/// A form and its postings.
#[derive(Clone, Copy, Debug)]
pub struct Term {
    /// One byte for the length of the form and one for that of the folded form, none when they are the same; then both.
    text: Address,
    pub list: List,
}

/// Bits of a slot of the table that are a place: sixty-seven million forms fill the memory that WebAssembly has.
const PLACE: u32 = (1 << 26) - 1;

/// The bit of [`List::tag`] that tells a compound; the lowest ones tell the languages in which the form was met.
const COMPOUND: u8 = 0x80;

/// Where in [`List::tag`] five bits tell the first folded letter: one for a, none for what is no letter from a to z.
const INITIAL: u32 = 2;

#[derive(Clone, Debug, Default)]
pub struct Dictionary {
    terms: Pages<Term>,
    texts: Arena,
    /// At a form's hash or after it, one more than its place, and above it six bits of the hash, so that other forms are
    /// seldom read; zero is free.
    table: Vec<u32>,
    /// Places of the first forms in order of the folded form, then of the form, then words before compounds.
    sorted: Vec<TermId>,
    /// The first letters of every form whose rank is a multiple of [`STRIDE`]: most of a search by halves goes through these, which
    /// lie side by side, and not through forms, which lie anywhere.
    milestones: Vec<u64>,
    /// Which folded forms there may be, once that was asked.
    likely: OnceLock<Likely>,
}

/// Ranks from one of the first letters kept to the next: half a byte a form.
const STRIDE: u32 = 16;

impl Term {
    pub fn shape(&self) -> Shape {
        if self.list.tag & COMPOUND == 0 { Shape::Word } else { Shape::Compound }
    }

    /// The same with its first letter, where that is one from a to z.
    #[inline]
    pub fn kind(&self) -> (Shape, Option<char>) {
        let letter = self.list.tag >> INITIAL & 0x1f;
        (self.shape(), letter.checked_sub(1).map(|letter| char::from(b'a' + letter)))
    }

    /// True when the form was met in one of the `languages`, one bit each.
    pub fn is_of(&self, languages: u8) -> bool {
        self.list.tag & languages & ((1 << INITIAL) - 1) != 0
    }
}

impl Dictionary {
    /// Number of forms.
    pub fn len(&self) -> TermId {
        self.terms.len()
    }

    pub fn term(&self, id: TermId) -> &Term {
        self.terms.get(id)
    }

    pub fn term_mut(&mut self, id: TermId) -> &mut Term {
        self.terms.get_mut(id)
    }

    /// The form, in lower case with its accents.
    pub fn form(&self, id: TermId) -> &str {
        read(self.form_bytes(id))
    }

    /// The form without accents.
    pub fn folded(&self, id: TermId) -> &str {
        read(self.folded_bytes(id))
    }

    /// The first letter of the folded form.
    pub fn initial(&self, id: TermId) -> char {
        match self.folded_bytes(id).first() {
            Some(&letter) if letter.is_ascii() => char::from(letter),
            _ => self.folded(id).chars().next().unwrap_or_default(),
        }
    }

    fn form_bytes(&self, id: TermId) -> &[u8] {
        let bytes = self.texts.page_from(self.term(id).text);
        &bytes[2..2 + bytes[0] as usize]
    }

    fn folded_bytes(&self, id: TermId) -> &[u8] {
        let bytes = self.texts.page_from(self.term(id).text);
        let form = 2 + bytes[0] as usize;
        if bytes[1] == 0 { &bytes[2..form] } else { &bytes[form..form + bytes[1] as usize] }
    }

    /// The first eight bytes of the folded form.
    fn first_letters(&self, id: TermId) -> u64 {
        let bytes = self.texts.page_from(self.term(id).text);
        let (start, n) = if bytes[1] == 0 { (2, bytes[0]) } else { (2 + bytes[0] as usize, bytes[1]) };
        match bytes[start..].first_chunk::<8>() {
            Some(eight) => u64::from_be_bytes(*eight) & kept(n as usize),
            None => first_letters(&bytes[start..start + n as usize]),
        }
    }

    /// The place of a form that may be new. Says whether it is new in `language`.
    pub fn enter(&mut self, form: &str, shape: Shape, language: Language) -> (TermId, Met) {
        let form = cut(form);
        let n = self.len() as usize;
        if self.table.len() <= n + n / 2 {
            self.grow();
        }
        let language = 1 << language as u8;
        let slot = match self.slot(form, shape) {
            Ok(id) => {
                let tag = &mut self.terms.get_mut(id).list.tag;
                let met = if *tag & language == 0 { Met::FirstTime } else { Met::Before };
                *tag |= language;
                return (id, met);
            }
            Err(slot) => slot,
        };
        let mut bytes = Vec::with_capacity(2 + 2 * form.len());
        bytes.extend([form.len() as u8, 0]);
        bytes.extend_from_slice(form.as_bytes());
        analysis::fold_into(form, &mut bytes);
        let (_, folded) = bytes.split_at(2 + form.len());
        if folded == form.as_bytes() {
            bytes.truncate(2 + form.len());
        } else {
            let n_folded = cut(read(folded)).len();
            bytes[1] = n_folded as u8;
            bytes.truncate(2 + form.len() + n_folded);
        }
        let text = self.texts.put(&bytes);
        let initial = match bytes[bytes.len() - if bytes[1] == 0 { form.len() } else { bytes[1] as usize }..] {
            [letter @ b'a'..=b'z', ..] => letter - b'a' + 1,
            _ => 0,
        };
        let tag = language | initial << INITIAL | if shape == Shape::Compound { COMPOUND } else { 0 };
        self.terms.push(Term { text, list: List::tagged(tag) });
        let id = self.len() - 1;
        self.table[slot] = slotted(id, hash(form.as_bytes(), shape));
        (id, Met::FirstTime)
    }

    /// The form as it stands in the texts.
    pub fn find(&self, form: &str, shape: Shape) -> Option<TermId> {
        if self.table.is_empty() { None } else { self.slot(cut(form), shape).ok() }
    }

    /// Where the form is, or where it would be in the table.
    fn slot(&self, form: &str, shape: Shape) -> Result<TermId, usize> {
        let mask = self.table.len() - 1;
        let hash = hash(form.as_bytes(), shape);
        let mut slot = (hash >> 32) as usize & mask;
        loop {
            let held = self.table[slot];
            let Some(id) = (held & PLACE).checked_sub(1) else { return Err(slot) };
            if held & !PLACE == hash as u32 & !PLACE && self.form_bytes(id) == form.as_bytes() && self.term(id).shape() == shape {
                return Ok(id);
            }
            slot = (slot + 1) & mask;
        }
    }

    /// What the table holds for a word with this hash, as far as its mark tells: the place of a form that may be it.
    #[inline]
    pub fn marked(&self, hash: u64) -> Option<TermId> {
        let mask = self.table.len().checked_sub(1)?;
        let mut slot = (hash >> 32) as usize & mask;
        loop {
            let held = self.table[slot];
            let id = (held & PLACE).checked_sub(1)?;
            if held & !PLACE == hash as u32 & !PLACE {
                return Some(id);
            }
            slot = (slot + 1) & mask;
        }
    }

    /// Where the bytes of a word are that was met in `language`.
    #[inline]
    pub fn spelt(&self, id: TermId, language: Language) -> Option<Address> {
        let term = self.term(id);
        (term.list.tag & (COMPOUND | 1 << language as u8) == 1 << language as u8).then_some(term.text)
    }

    /// True when the form whose bytes are at `text` is `form`.
    #[inline]
    pub fn is_spelt(&self, text: Address, form: &[u8]) -> bool {
        let bytes = self.texts.page_from(text);
        bytes[0] as usize == form.len() && bytes[2..2 + form.len()] == *form
    }

    fn grow(&mut self) {
        let n = (self.len() as usize * 2).next_power_of_two().max(1024);
        // The old one goes first: it is made again from the forms.
        self.table = Vec::new();
        self.table = vec![0; n];
        for id in 0..self.len() {
            let hash = hash(self.form_bytes(id), self.term(id).shape());
            let mut slot = (hash >> 32) as usize & (n - 1);
            while self.table[slot] != 0 {
                slot = (slot + 1) & (n - 1);
            }
            self.table[slot] = slotted(id, hash);
        }
    }

    /// Brings the order up to date.
    pub fn sort(&mut self) {
        let mut sorted = std::mem::take(&mut self.sorted);
        let new = sorted.len() as TermId..self.len();
        if !new.is_empty() {
            alphabet::insert(&mut sorted, new, |id| self.folded_bytes(id), |a, b| self.key(a).cmp(&self.key(b)));
            self.likely.take();
        }
        self.sorted = sorted;
        self.set_milestones();
    }

    fn set_milestones(&mut self) {
        let every = self.sorted.iter().step_by(STRIDE as usize);
        self.milestones = every.map(|id| self.first_letters(*id)).collect();
    }

    /// Which folded forms there may be.
    pub fn likely(&self) -> &Likely {
        self.likely.get_or_init(|| Likely::of(self.len() as usize, (0..self.len()).map(|id| self.folded(id))))
    }

    /// What forms are ordered by.
    pub fn key(&self, id: TermId) -> (&[u8], &[u8], bool) {
        (self.folded_bytes(id), self.form_bytes(id), self.term(id).shape() == Shape::Compound)
    }

    /// The form at `rank` in the order.
    pub fn at(&self, rank: u32) -> TermId {
        self.sorted[rank as usize]
    }

    /// All ranks.
    pub fn all(&self) -> Range<u32> {
        debug_assert!(self.sorted.len() == self.len() as usize, "the order is brought up to date first");
        0..self.sorted.len() as u32
    }

    /// Ranks of the forms that are `folded` without accents.
    pub fn accented(&self, folded: &str) -> Range<u32> {
        self.spelt_alike(self.all(), cut(folded))
    }

    /// Ranks of the forms that begin with `prefix` without accents.
    pub fn with_prefix(&self, prefix: &str) -> Range<u32> {
        self.beginning_with(self.all(), cut(prefix))
    }

    /// Those of `ranks` that are `folded` without accents.
    pub fn spelt_alike(&self, ranks: Range<u32>, folded: &str) -> Range<u32> {
        let start = self.first_from(ranks.clone(), folded.as_bytes());
        self.leading(start..ranks.end, |word| word == folded.as_bytes())
    }

    /// Those of `ranks` that begin with `prefix` without accents.
    pub fn beginning_with(&self, ranks: Range<u32>, prefix: &str) -> Range<u32> {
        let start = self.first_from(ranks.clone(), prefix.as_bytes());
        self.leading(start..ranks.end, |word| word.starts_with(prefix.as_bytes()))
    }

    /// The first of `ranks` whose folded form does not come before `folded`.
    fn first_from(&self, ranks: Range<u32>, folded: &[u8]) -> u32 {
        let letters = first_letters(folded);
        let Range { mut start, mut end } = ranks;
        let first = start.div_ceil(STRIDE);
        let within = first as usize..end.div_ceil(STRIDE) as usize;
        if let Some(milestones) = self.milestones.get(within) {
            let before = milestones.partition_point(|known| *known < letters);
            let alike = milestones[before..].partition_point(|known| *known == letters);
            if before + alike < milestones.len() {
                end = (first + (before + alike) as u32) * STRIDE;
            }
            if before > 0 {
                start = (first + before as u32 - 1) * STRIDE + 1;
            }
        }
        let comes_before = |id: &TermId| match self.first_letters(*id).cmp(&letters) {
            // Forms of at most eight letters are told by these.
            Ordering::Equal => folded.len() > 8 && self.folded_bytes(*id) < folded,
            order => order.is_lt(),
        };
        start + self.sorted[start as usize..end as usize].partition_point(comes_before) as u32
    }

    /// Those of `ranks` whose folded forms are equal by `compare`, which is given them in order.
    pub fn narrow(&self, ranks: Range<u32>, compare: impl Fn(&[u8]) -> Ordering) -> Range<u32> {
        let sorted = &self.sorted[ranks.start as usize..ranks.end as usize];
        let start = sorted.partition_point(|id| compare(self.folded_bytes(*id)).is_lt());
        self.leading(ranks.start + start as u32..ranks.end, |word| compare(word).is_eq())
    }

    /// The first of `ranks` whose folded forms `fit`, up to one that does not: there are few as a rule.
    fn leading(&self, ranks: Range<u32>, fits: impl Fn(&[u8]) -> bool) -> Range<u32> {
        let sorted = &self.sorted[ranks.start as usize..ranks.end as usize];
        let fits = |id: &TermId| fits(self.folded_bytes(*id));
        let mut bound = 1;
        while sorted.get(bound - 1).is_some_and(fits) {
            bound *= 2;
        }
        let known = bound / 2;
        let length = known + sorted[known..sorted.len().min(bound)].partition_point(fits);
        ranks.start..ranks.start + length as u32
    }

    /// Bytes of memory held.
    pub fn memory(&self) -> usize {
        self.texts.memory()
            + self.terms.memory()
            + (self.table.capacity() + self.sorted.capacity()) * size_of::<TermId>()
            + self.milestones.capacity() * size_of::<u64>()
            + self.likely.get().map_or(0, Likely::memory)
    }
}

fn slotted(id: TermId, hash: u64) -> u32 {
    assert!(id < PLACE, "forms fill the memory before they are so many");
    (id + 1) | hash as u32 & !PLACE
}

#[cfg(feature = "whole")]
impl Dictionary {
    pub fn save(&self, writer: &mut Writer) {
        writer.arena(&self.texts);
        writer.records(&self.terms, |term| {
            let mut bytes = [0; 24];
            bytes[..4].copy_from_slice(&term.text.to_le_bytes());
            bytes[4..].copy_from_slice(&term.list.to_bytes());
            bytes
        });
        writer.number(self.sorted.len() as u32);
        self.sorted.iter().for_each(|id| writer.number(*id));
    }

    pub fn load(saved: &mut Saved) -> Result<Self, LoadError> {
        let texts = saved.arena()?;
        let terms = saved.records(|bytes: &[u8; 24]| {
            let (text, list) = bytes.split_first_chunk::<4>().expect("four bytes of twenty-four");
            Term { text: Address::from_le_bytes(*text), list: List::from_bytes(list.first_chunk().expect("the other twenty")) }
        })?;
        let n = saved.number()? as usize;
        let sorted = saved.take(n.checked_mul(4).ok_or(LoadError::Damaged)?)?;
        let sorted = sorted.chunks_exact(4).map(|id| TermId::from_le_bytes([id[0], id[1], id[2], id[3]])).collect();
        let mut dictionary = Self { terms, texts, sorted, ..Self::default() };
        if dictionary.len() > 0 {
            dictionary.grow();
            dictionary.set_milestones();
        }
        Ok(dictionary)
    }
}

/// Whether a form was met in a language before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Met {
    FirstTime,
    Before,
}

/// The first eight of `bytes` as a number of the same order, zeros behind them: no letter is zero.
fn first_letters(bytes: &[u8]) -> u64 {
    let mut eight = [0; 8];
    let n = bytes.len().min(8);
    eight[..n].copy_from_slice(&bytes[..n]);
    u64::from_be_bytes(eight)
}

/// The bits of the first `n` of eight bytes.
fn kept(n: usize) -> u64 {
    !u64::MAX.checked_shr(8 * n as u32).unwrap_or(0)
}

fn read(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}

/// `form` as far as it is kept.
fn cut(form: &str) -> &str {
    if form.len() <= LONGEST { form } else { &form[..form.floor_char_boundary(LONGEST)] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn searching_by_first_letters_finds_what_reading_all_forms_does(
            words in proptest::collection::btree_set("[ab]{1,4}|abcdefg[a-c]{0,4}|abcdefgh[aé]{0,3}|é[ab]{0,9}", 0..150), asked in "[ab]{0,4}|abcdefg[a-c]{0,3}|abcdefgha?|e[ab]{0,9}"
        ) {
            let mut dictionary = Dictionary::default();
            for word in &words {
                dictionary.enter(word, Shape::Word, Language::French);
            }
            dictionary.sort();
            let ranks = |fits: &dyn Fn(&str) -> bool| dictionary.all().filter(|rank| fits(dictionary.folded(dictionary.at(*rank)))).collect::<Vec<u32>>();
            prop_assert_eq!(dictionary.accented(&asked).collect::<Vec<_>>(), ranks(&|word| word == asked));
            prop_assert_eq!(dictionary.with_prefix(&asked).collect::<Vec<_>>(), ranks(&|word| word.starts_with(&asked)));
        }
    }
}
