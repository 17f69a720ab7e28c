//! Where each word stands: for every word the parts it occurs in, and its positions there, in bytes.
//!
//! Lists grow while the index is used, so each is a chain of blocks that become longer with it, after Eades, Wyatt & Moffat,
//! *Immediate-Access Indexing Using Space-Efficient Extensible Arrays* (2022): nothing is copied, about a ninth is spare. The few bytes of a rare word lie in its own record. A posting tells how often the word occurs in each field before it
//! tells where, so that ranking reads over positions. Numbers are differences in seven-bit groups; there are no skips.

use super::arena::{Address, Arena};
use super::query::{Field, N_FIELDS};
use super::varint;

/// The postings of one word.
#[derive(Clone, Copy, Debug, Default)]
pub struct List {
    /// The bytes themselves as long as there is no block; then the addresses of the first block and of the next free byte.
    data: [u8; INLINE],
    /// One more than the last part.
    next_part: u32,
    /// Number of articles that were added, those thrown away since included.
    pub n_articles: u32,
    /// Bytes free in the last block; without a block, bytes used in `data`.
    room: u16,
    /// Number of blocks, but no more than there are sizes.
    blocks: u8,
    /// Bits that are the dictionary's; the byte is free here.
    pub tag: u8,
}

/// Bytes of a list without blocks.
const INLINE: usize = 8;

/// Bytes at the end of a block that say where the next one is.
const LINK: usize = 4;

/// Sizes of blocks: each a third longer than the last, so that at most a quarter of a list is spare.
const SIZES: [u16; 24] =
    [20, 24, 32, 40, 56, 72, 96, 128, 160, 208, 272, 352, 456, 592, 768, 1000, 1304, 1696, 2200, 2864, 3720, 4840, 6288, 8176];

/// From so many occurrences on, the bytes that they take are told, so that they can be passed over at once.
const MANY: u32 = 8;

/// Numbers below take at most four bytes, with two bits more.
const MOST_SHORT: u32 = 1 << 26;

/// What the two lowest bits of a posting say: how often, and where.
const ONCE_PLAIN: u32 = 0;
const ONCE_ELSEWHERE: u32 = 1;
const OFTEN_PLAIN: u32 = 2;
const OFTEN_ELSEWHERE: u32 = 3;

/// Where a word stands in one part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Number of words before it in its part.
    pub position: u32,
    /// Number of positions covered: more than one for a compound.
    pub length: u32,
    pub field: Field,
}

/// What is told of an occurrence: where it is, for a compound also how many positions it covers; or nothing, where
/// occurrences are only counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Word,
    Compound,
    Counted,
}

/// How often a word stands in each field.
pub type Counts = [u32; N_FIELDS];

impl List {
    /// An empty list.
    pub fn tagged(tag: u8) -> Self {
        Self { tag, ..Self::default() }
    }

    /// Adds a part that comes after all others. `plain` is the field that goes without saying.
    pub fn push(&mut self, arena: &mut Arena, part: u32, plain: Field, shape: Shape, occurrences: &[Occurrence], scratch: &mut Vec<u8>) {
        let step = part - std::mem::replace(&mut self.next_part, part + 1);
        if let ([only], Shape::Word) = (occurrences, shape)
            && only.field == plain
            && step < MOST_SHORT
            && only.position < MOST_SHORT
        {
            let (head, n_head) = varint::packed(step << 2 | ONCE_PLAIN);
            let (position, n_position) = varint::packed(only.position);
            return self.append_few(arena, head | position << (8 * n_head), n_head + n_position);
        }
        scratch.clear();
        encode(scratch, step, plain, shape, occurrences);
        self.append(arena, scratch);
    }

    /// Appends the lowest `n` bytes of `bytes`, at most eight: three in four postings are so short.
    #[inline]
    fn append_few(&mut self, arena: &mut Arena, bytes: u64, n: usize) {
        let held = self.room as usize;
        if self.blocks == 0 && held + n <= INLINE {
            self.data = (u64::from_le_bytes(self.data) | bytes << (8 * held)).to_le_bytes();
            self.room += n as u16;
        } else if self.blocks > 0 && held >= size_of::<u64>() {
            // What is written too much lies in the block, and is written over.
            let (first, write) = self.addresses();
            arena.put_number(write, bytes);
            self.set_addresses(first, write + n as Address);
            self.room -= n as u16;
        } else {
            self.append(arena, &bytes.to_le_bytes()[..n]);
        }
    }

    fn append(&mut self, arena: &mut Arena, mut bytes: &[u8]) {
        if self.blocks == 0 {
            let held = self.room as usize;
            if let Some(free) = self.data.get_mut(held..held + bytes.len()) {
                free.copy_from_slice(bytes);
                self.room += bytes.len() as u16;
                return;
            }
            let first = arena.take(SIZES[0] as usize);
            arena.slice_mut(first, held).copy_from_slice(&self.data[..held]);
            self.set_addresses(first, first + held as Address);
            (self.blocks, self.room) = (1, SIZES[0] - (LINK + held) as u16);
        }
        let mut write = self.addresses().1;
        loop {
            let n = bytes.len().min(self.room as usize);
            arena.slice_mut(write, n).copy_from_slice(&bytes[..n]);
            write += n as Address;
            self.room -= n as u16;
            bytes = &bytes[n..];
            if bytes.is_empty() {
                break;
            }
            let size = size(self.blocks);
            let next = arena.take(size);
            arena.slice_mut(write, LINK).copy_from_slice(&next.to_le_bytes());
            write = next;
            self.room = (size - LINK) as u16;
            self.blocks = (self.blocks + 1).min(SIZES.len() as u8);
        }
        let first = self.addresses().0;
        self.set_addresses(first, write);
    }

    fn addresses(&self) -> (Address, Address) {
        let [a, b, c, d, e, f, g, h] = self.data;
        (Address::from_le_bytes([a, b, c, d]), Address::from_le_bytes([e, f, g, h]))
    }

    fn set_addresses(&mut self, first: Address, write: Address) {
        self.data[..4].copy_from_slice(&first.to_le_bytes());
        self.data[4..].copy_from_slice(&write.to_le_bytes());
    }

    /// Reads it from its beginning.
    pub fn read<'a>(&'a self, arena: &'a Arena, shape: Shape) -> Reader<'a> {
        let mut reader =
            Reader { arena, block: &[], at: 0, link: 0, blocks: 0, write: 0, next_part: 0, shape, once: (0, 1), pending: 0, n_bytes: 0 };
        if self.blocks == 0 {
            reader.block = &self.data[..self.room as usize];
        } else {
            let (first, write) = self.addresses();
            reader.write = write;
            reader.enter(first);
        }
        reader
    }

    #[cfg(feature = "whole")]
    pub fn to_bytes(self) -> [u8; 20] {
        let mut bytes = [0; 20];
        bytes[..8].copy_from_slice(&self.data);
        bytes[8..12].copy_from_slice(&self.next_part.to_le_bytes());
        bytes[12..16].copy_from_slice(&self.n_articles.to_le_bytes());
        bytes[16..18].copy_from_slice(&self.room.to_le_bytes());
        (bytes[18], bytes[19]) = (self.blocks, self.tag);
        bytes
    }

    #[cfg(feature = "whole")]
    pub fn from_bytes(bytes: &[u8; 20]) -> Self {
        let four = |at: usize| u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
        let mut data = [0; INLINE];
        data.copy_from_slice(&bytes[..INLINE]);
        let room = u16::from_le_bytes([bytes[16], bytes[17]]);
        Self { data, next_part: four(8), n_articles: four(12), room, blocks: bytes[18], tag: bytes[19] }
    }
}

/// Size of the block that comes after `blocks` others.
fn size(blocks: u8) -> usize {
    SIZES[(blocks as usize).min(SIZES.len() - 1)] as usize
}

fn encode(bytes: &mut Vec<u8>, step: u32, plain: Field, shape: Shape, occurrences: &[Occurrence]) {
    let elsewhere = occurrences.iter().any(|occurrence| occurrence.field != plain);
    let length = |bytes: &mut Vec<u8>, occurrence: &Occurrence| {
        if shape == Shape::Compound {
            varint::write(bytes, occurrence.length);
        }
    };
    if let [only] = occurrences {
        // Steps are below a quarter of all numbers: parts are counted, and each has bytes of its own.
        varint::write(bytes, step << 2 | if elsewhere { ONCE_ELSEWHERE } else { ONCE_PLAIN });
        match (elsewhere, shape) {
            (true, _) => varint::write(bytes, only.position << 3 | only.field as u32),
            (false, Shape::Counted) => {}
            (false, _) => varint::write(bytes, only.position),
        }
        return length(bytes, only);
    }
    varint::write(bytes, step << 2 | if elsewhere { OFTEN_ELSEWHERE } else { OFTEN_PLAIN });
    if elsewhere {
        let mut counts = Counts::default();
        occurrences.iter().for_each(|occurrence| counts[occurrence.field as usize] += 1);
        bytes.push(counts.iter().enumerate().fold(0, |mask, (field, n)| mask | u8::from(*n > 0) << field));
        counts.iter().filter(|n| **n > 0).for_each(|n| varint::write(bytes, *n));
    } else {
        varint::write(bytes, occurrences.len() as u32);
    }
    if shape == Shape::Counted {
        return;
    }
    let told = bytes.len();
    let mut before = 0;
    for occurrence in occurrences {
        varint::write(bytes, occurrence.position - before);
        before = occurrence.position;
        length(bytes, occurrence);
    }
    if occurrences.len() as u32 >= MANY {
        let mut taken = Vec::with_capacity(5);
        varint::write(&mut taken, (bytes.len() - told) as u32);
        bytes.splice(told..told, taken);
    }
}

/// Reads the postings of one word, part by part.
pub struct Reader<'a> {
    arena: &'a Arena,
    block: &'a [u8],
    at: usize,
    /// Address of the block after this one.
    link: Address,
    blocks: u8,
    write: Address,
    next_part: u32,
    shape: Shape,
    /// Position and length of the only occurrence of this part.
    once: (u32, u32),
    /// Occurrences of this part that were not read; none when there is only one.
    pending: u32,
    /// Their bytes, if that was told.
    n_bytes: usize,
}

/// One part in which a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting {
    pub part: u32,
    pub count: Count,
}

/// How often a word stands in a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// So often, in the field that goes without saying.
    Plain(u32),
    Fields(Counts),
}

impl Count {
    /// By field, when the `plain` one is known.
    pub fn by_field(self, plain: Field) -> Counts {
        match self {
            Self::Fields(counts) => counts,
            Self::Plain(n) => {
                let mut counts = Counts::default();
                counts[plain as usize] = n;
                counts
            }
        }
    }
}

impl Reader<'_> {
    fn enter(&mut self, start: Address) {
        let size = size(self.blocks) - LINK;
        self.blocks = (self.blocks + 1).min(SIZES.len() as u8);
        let page = self.arena.page_from(start);
        self.at = 0;
        if (start..=start + size as Address).contains(&self.write) {
            self.block = &page[..(self.write - start) as usize];
            self.link = 0;
        } else {
            self.block = &page[..size];
            let link = &page[size..size + LINK];
            self.link = Address::from_le_bytes([link[0], link[1], link[2], link[3]]);
        }
    }

    #[inline]
    fn byte(&mut self) -> u8 {
        if self.at == self.block.len() {
            self.enter(self.link);
        }
        let byte = self.block[self.at];
        self.at += 1;
        byte
    }

    #[inline]
    fn number(&mut self) -> u32 {
        let first = self.byte();
        if first < 0x80 {
            return u32::from(first);
        }
        let (mut number, mut shift) = (u32::from(first & 0x7f), 7);
        loop {
            let byte = self.byte();
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return number;
            }
            shift += 7;
        }
    }

    /// Passes over `n` bytes.
    fn skip(&mut self, mut n: usize) {
        while n > self.block.len() - self.at {
            n -= self.block.len() - self.at;
            self.enter(self.link);
        }
        self.at += n;
    }

    fn skip_numbers(&mut self, mut n: u32) {
        while n > 0 {
            n -= u32::from(self.byte() < 0x80);
        }
    }

    fn is_over(&self) -> bool {
        self.at == self.block.len() && self.link == 0
    }

    /// The next part. Its positions may be read before the next call.
    #[inline]
    pub fn next(&mut self) -> Option<Posting> {
        if self.pending > 0 {
            self.pass();
        }
        if self.is_over() {
            return None;
        }
        let head = self.number();
        let part = self.next_part + (head >> 2);
        self.next_part = part + 1;
        let count = match head & 3 {
            ONCE_PLAIN if self.shape == Shape::Counted => return Some(Posting { part, count: Count::Plain(1) }),
            ONCE_PLAIN => {
                self.once.0 = self.number();
                self.read_length();
                return Some(Posting { part, count: Count::Plain(1) });
            }
            ONCE_ELSEWHERE => {
                let place = self.number();
                self.once.0 = place >> 3;
                self.read_length();
                let mut counts = Counts::default();
                counts[(place & 7) as usize % N_FIELDS] = 1;
                return Some(Posting { part, count: Count::Fields(counts) });
            }
            OFTEN_PLAIN => {
                self.pending = self.number();
                Count::Plain(self.pending)
            }
            _ => Count::Fields(self.fields()),
        };
        if self.shape == Shape::Counted {
            self.pending = 0;
        }
        self.n_bytes = if self.pending >= MANY { self.number() as usize } else { 0 };
        Some(Posting { part, count })
    }

    fn read_length(&mut self) {
        if self.shape == Shape::Compound {
            self.once.1 = self.number();
        }
    }

    fn fields(&mut self) -> Counts {
        let mask = self.byte();
        let mut counts = Counts::default();
        for (field, count) in counts.iter_mut().enumerate() {
            if mask & 1 << field != 0 {
                *count = self.number();
            }
        }
        self.pending = counts.iter().sum();
        counts
    }

    fn pass(&mut self) {
        if self.n_bytes > 0 {
            self.skip(self.n_bytes);
        } else {
            self.skip_numbers(self.pending * if self.shape == Shape::Compound { 2 } else { 1 });
        }
        self.pending = 0;
    }

    /// Gives `each` position and length of all occurrences in the part that came last, in order. To be called once a part.
    pub fn positions(&mut self, mut each: impl FnMut(u32, u32)) {
        if self.pending == 0 {
            return each(self.once.0, self.once.1);
        }
        let mut position = 0;
        for _ in 0..std::mem::take(&mut self.pending) {
            position += self.number();
            let length = if self.shape == Shape::Compound { self.number() } else { 1 };
            each(position, length);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FIELDS: [Field; N_FIELDS] = [Field::Title, Field::Lead, Field::Body, Field::Caption, Field::Furniture];

    /// A part, its places and their lengths, and how often by field.
    type Read = (u32, Vec<(u32, u32)>, Counts);

    fn read(list: &List, arena: &Arena, shape: Shape) -> Vec<Read> {
        let mut reader = list.read(arena, shape);
        let mut found = Vec::new();
        while let Some(posting) = reader.next() {
            let mut places = Vec::new();
            reader.positions(|position, length| places.push((position, length)));
            found.push((posting.part, places, posting.count.by_field(Field::Body)));
        }
        found
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(
            wanted in proptest::collection::btree_map(0u32..4000, proptest::collection::btree_map(0u32..100_000, (1u32..4, 0usize..8), 1..30), 0..200),
            compound: bool,
        ) {
            let shape = if compound { Shape::Compound } else { Shape::Word };
            let (mut arena, mut scratch) = (Arena::default(), Vec::new());
            let mut lists = [List::default(); 3];
            let mut expected = Vec::new();
            for (part, places) in wanted {
                let occurrences: Vec<Occurrence> = places.into_iter().map(|(position, (length, field))| Occurrence {
                    position,
                    length: if compound { length } else { 1 },
                    field: FIELDS.get(field).copied().unwrap_or(Field::Body),
                }).collect();
                lists[part as usize % 2].push(&mut arena, part, Field::Body, shape, &occurrences, &mut scratch);
                let mut counts = Counts::default();
                occurrences.iter().for_each(|occurrence| counts[occurrence.field as usize] += 1);
                expected.push((part, occurrences.iter().map(|o| (o.position, o.length)).collect(), counts));
            }
            let mut found = read(&lists[0], &arena, shape);
            found.extend(read(&lists[1], &arena, shape));
            found.sort();
            prop_assert_eq!(&found, &expected);
            prop_assert!(read(&lists[2], &arena, shape).is_empty());
            for list in &lists[..2] {
                let mut reader = list.read(&arena, shape);
                let passed: Vec<u32> = std::iter::from_fn(|| reader.next().map(|posting| posting.part)).collect();
                prop_assert_eq!(passed, read(list, &arena, shape).into_iter().map(|(part, ..)| part).collect::<Vec<_>>());
            }
        }
    }
}
