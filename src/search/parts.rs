//! What is known of every part: whose it is, how long its fields are, where its paragraphs and sentences begin.
//!
//! A part is the article of a page or its furniture: furniture is indexed like an article of its own, so that no search has to
//! ask of every hit where it lies. A part keeps its number as long as it lives; one that is taken out is dead and passed over.

use super::arena::{Address, Arena, Pages};
use super::query::{Field, N_FIELDS};
#[cfg(feature = "whole")]
use super::saved::{LoadError, Saved, Writer};
use super::varint;
use crate::corpus::ZoneKind;
use crate::id::DocumentId;
use crate::text::Language;

/// Which part of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Article,
    Furniture,
}

/// Positions left empty between two paragraphs, so that no phrase and no proximity runs from one into the other.
pub const GAP: u32 = 100;

/// The article or the furniture of one document.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    pub document: DocumentId,
    /// Where its layout is.
    layout: Address,
    n_layout: u32,
    /// Number of words in each field; furniture has its own where an article has its body.
    lengths: [u16; 4],
    bits: u8,
}

const FURNITURE: u8 = 1;
const ENGLISH: u8 = 2;
const DEAD: u8 = 4;

pub const FIELDS: [Field; N_FIELDS] = [Field::Title, Field::Lead, Field::Body, Field::Caption, Field::Furniture];

#[derive(Clone, Debug, Default)]
pub struct Parts {
    parts: Pages<Part>,
    layouts: Arena,
    /// Living articles, and over all living parts the number of words of each field and of parts that have some.
    pub n_articles: u32,
    words: [(u64, u32); N_FIELDS],
    pub n_dead: u32,
}

impl Field {
    pub(super) fn of(kind: ZoneKind) -> Self {
        match kind {
            ZoneKind::Title => Self::Title,
            ZoneKind::Lead => Self::Lead,
            ZoneKind::Heading | ZoneKind::Body => Self::Body,
            ZoneKind::Caption => Self::Caption,
            _ => Self::Furniture,
        }
    }

    /// Its place among the lengths of a part.
    fn slot(self) -> usize {
        if self == Self::Furniture { Self::Body as usize } else { self as usize }
    }
}

impl Side {
    pub(super) fn has(self, kind: ZoneKind) -> bool {
        match self {
            Self::Article => kind.is_article(),
            Self::Furniture => !kind.is_article() && kind != ZoneKind::Markup,
        }
    }

    /// The field that goes without saying.
    pub fn plain(self) -> Field {
        if self == Self::Article { Field::Body } else { Field::Furniture }
    }
}

impl Part {
    pub fn side(&self) -> Side {
        if self.bits & FURNITURE == 0 { Side::Article } else { Side::Furniture }
    }

    pub fn language(&self) -> Language {
        if self.bits & ENGLISH == 0 { Language::French } else { Language::English }
    }

    pub fn is_dead(&self) -> bool {
        self.bits & DEAD != 0
    }

    /// Number of words of `field`; beyond 65,535 no longer field is told from another.
    pub fn length(&self, field: Field) -> u32 {
        u32::from(self.lengths[field.slot()])
    }

    fn has(&self, field: Field) -> bool {
        (field == Field::Furniture) == (self.side() == Side::Furniture) && self.length(field) > 0
    }
}

/// How the words of a part are laid out, while it is read.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// One number a sentence: twice its number of words, and one if it begins a paragraph; then the field follows.
    bytes: Vec<u8>,
    lengths: [u32; 4],
    n_words: u32,
    sentence: u32,
    opens: Option<Field>,
}

impl Layout {
    pub fn clear(&mut self) {
        self.bytes.clear();
        (self.lengths, self.n_words, self.sentence, self.opens) = ([0; 4], 0, 0, None);
    }

    /// Number of words so far: the position of the next one.
    pub fn n_words(&self) -> u32 {
        self.n_words
    }

    pub fn paragraph(&mut self, field: Field) {
        self.end_sentence();
        self.opens = Some(field);
    }

    /// What follows is in another sentence.
    pub fn end_sentence(&mut self) {
        if self.sentence > 0 {
            varint::write(&mut self.bytes, self.sentence << 1 | u32::from(self.opens.is_some()));
            self.bytes.extend(self.opens.take().map(|field| field as u8));
            self.sentence = 0;
        }
    }

    pub fn word(&mut self, field: Field) {
        self.n_words += 1;
        self.sentence += 1;
        self.lengths[field.slot()] += 1;
    }
}

impl Parts {
    pub fn len(&self) -> u32 {
        self.parts.len()
    }

    pub fn get(&self, part: u32) -> &Part {
        self.parts.get(part)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter()
    }

    pub fn is_article(&self, part: u32) -> bool {
        self.get(part).side() == Side::Article
    }

    pub fn push(&mut self, document: DocumentId, side: Side, language: Language, layout: &mut Layout) -> u32 {
        layout.end_sentence();
        // A layout is at most a page of bytes: what lies behind in a text of millions of sentences is one sentence.
        let bytes = &layout.bytes[..layout.bytes.len().min(Arena::LARGEST)];
        let n_layout = bytes.len() as u32;
        let bits = if side == Side::Furniture { FURNITURE } else { 0 } | if language == Language::English { ENGLISH } else { 0 };
        let lengths = layout.lengths.map(|n| u16::try_from(n).unwrap_or(u16::MAX));
        let part = Part { document, layout: self.layouts.put(bytes), n_layout, lengths, bits };
        self.count(&part, u64::wrapping_add, u32::wrapping_add);
        self.parts.push(part);
        self.len() - 1
    }

    pub fn kill(&mut self, part: u32) {
        let before = *self.get(part);
        if !before.is_dead() {
            self.parts.get_mut(part).bits |= DEAD;
            self.n_dead += 1;
            self.count(&before, u64::wrapping_sub, u32::wrapping_sub);
        }
    }

    fn count(&mut self, part: &Part, words: fn(u64, u64) -> u64, parts: fn(u32, u32) -> u32) {
        if part.side() == Side::Article {
            self.n_articles = parts(self.n_articles, 1);
        }
        for field in FIELDS.into_iter().filter(|field| part.has(*field)) {
            let (sum, n) = &mut self.words[field as usize];
            (*sum, *n) = (words(*sum, u64::from(part.length(field))), parts(*n, 1));
        }
    }

    pub fn set_document(&mut self, part: u32, document: DocumentId) {
        self.parts.get_mut(part).document = document;
    }

    /// Mean number of words of each field, over the parts that have it.
    pub fn mean_lengths(&self) -> [f32; N_FIELDS] {
        self.words.map(|(sum, n)| if n == 0 { 1.0 } else { sum as f32 / n as f32 })
    }

    /// The layout of `part`, into `read`.
    pub fn layout(&self, part: u32, read: &mut Ruler) {
        let part = self.get(part);
        let mut bytes = self.layouts.slice(part.layout, part.n_layout as usize);
        read.paragraphs.clear();
        read.sentences.clear();
        let mut position = 0;
        while !bytes.is_empty() {
            let head = varint::read(&mut bytes);
            if head & 1 == 1
                && let Some((&field, rest)) = bytes.split_first()
            {
                bytes = rest;
                read.paragraphs.push((position, FIELDS[field as usize % N_FIELDS]));
            }
            read.sentences.push(position);
            position += head >> 1;
        }
    }

    /// The bytes of a layout: to hand it on.
    pub fn copy(&mut self, from: &Self, part: u32) -> u32 {
        let old = *from.get(part);
        let layout = self.layouts.put(from.layouts.slice(old.layout, old.n_layout as usize));
        let part = Part { layout, ..old };
        self.count(&part, u64::wrapping_add, u32::wrapping_add);
        self.parts.push(part);
        self.len() - 1
    }

    /// Bytes of memory held.
    pub fn memory(&self) -> usize {
        self.parts.memory() + self.layouts.memory()
    }
}

#[cfg(feature = "whole")]
impl Parts {
    pub fn save(&self, writer: &mut Writer) {
        writer.arena(&self.layouts);
        writer.records(&self.parts, |part| {
            let mut bytes = [0; 21];
            bytes[..4].copy_from_slice(&part.document.0.to_le_bytes());
            bytes[4..8].copy_from_slice(&part.layout.to_le_bytes());
            bytes[8..12].copy_from_slice(&part.n_layout.to_le_bytes());
            bytes[12..20].iter_mut().zip(part.lengths.iter().flat_map(|n| n.to_le_bytes())).for_each(|(to, from)| *to = from);
            bytes[20] = part.bits;
            bytes
        });
    }

    pub fn load(saved: &mut Saved) -> Result<Self, LoadError> {
        let layouts = saved.arena()?;
        let four = |bytes: &[u8; 21], at: usize| u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
        let read = saved.records(|bytes: &[u8; 21]| Part {
            document: DocumentId(four(bytes, 0)),
            layout: four(bytes, 4),
            n_layout: four(bytes, 8),
            lengths: [12, 14, 16, 18].map(|at| u16::from_le_bytes([bytes[at], bytes[at + 1]])),
            bits: bytes[20],
        })?;
        let mut parts = Self { layouts, ..Self::default() };
        for part in read.iter() {
            if part.is_dead() {
                parts.n_dead += 1;
            } else {
                parts.count(part, u64::wrapping_add, u32::wrapping_add);
            }
        }
        parts.parts = read;
        Ok(parts)
    }
}

/// Where the paragraphs and sentences of one part begin, counted in words.
#[derive(Clone, Debug, Default)]
pub struct Ruler {
    pub paragraphs: Vec<(u32, Field)>,
    pub sentences: Vec<u32>,
}

impl Ruler {
    /// Number of the paragraph of a word.
    pub fn paragraph(&self, word: u32) -> u32 {
        (self.paragraphs.partition_point(|(start, _)| *start <= word) as u32).saturating_sub(1)
    }

    pub fn sentence(&self, word: u32) -> u32 {
        (self.sentences.partition_point(|start| *start <= word) as u32).saturating_sub(1)
    }

    pub fn field(&self, word: u32) -> Field {
        self.paragraphs.get(self.paragraph(word) as usize).map_or(Field::Body, |(_, field)| *field)
    }

    /// The word at a position that counts the gaps between paragraphs.
    pub fn word(&self, position: u32) -> u32 {
        let starts = self.paragraphs.iter().zip(0..).map(|((start, _), at)| start + GAP * at);
        position - GAP * (starts.take_while(|start| *start <= position).count() as u32).saturating_sub(1)
    }

    /// The position of a word when gaps are left between paragraphs.
    pub fn spread(&self, word: u32) -> u32 {
        word + GAP * self.paragraph(word)
    }
}
