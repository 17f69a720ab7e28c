//! Where each word stands: for every word the parts it occurs in, and its positions there, in bytes.
//!
//! Numbers are differences written in seven-bit groups, as in any inverted file since Witten, Moffat & Bell, *Managing
//! Gigabytes* (1994): about one and a half bytes a word of text instead of eight. Read forwards only; there are no skips.

/// Where one word, or a compound of several, stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting {
    pub part: u32,
    pub position: u32,
    /// Number of positions covered: more than one for a compound read as one word.
    pub length: u32,
}

/// The postings of one word while the index is built.
#[derive(Clone, Debug, Default)]
pub struct PostingList {
    bytes: Vec<u8>,
    part: u32,
    position: u32,
    begun: bool,
}

impl PostingList {
    /// Adds a posting that comes after all others, by part, then by position.
    ///
    /// A posting is the step to its part (zero within one), the step to its position with one bit that says whether a
    /// length follows.
    pub fn push(&mut self, posting: Posting) {
        let step = posting.part - self.part;
        if step > 0 || !self.begun {
            self.position = 0;
        }
        let compound = u64::from(posting.length > 1);
        let new_part = u64::from(step > 0);
        write(&mut self.bytes, u64::from(posting.position - self.position) << 2 | compound << 1 | new_part);
        if new_part == 1 {
            write(&mut self.bytes, u64::from(step));
        }
        if compound == 1 {
            write(&mut self.bytes, u64::from(posting.length));
        }
        (self.part, self.position, self.begun) = (posting.part, posting.position, true);
    }
}

/// The postings of all words, by rank of the word.
#[derive(Clone, Debug, Default)]
pub struct Postings {
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl Postings {
    /// Lays the lists one after the other.
    pub fn of(lists: impl Iterator<Item = PostingList>) -> Self {
        let mut postings = Self::default();
        for list in lists {
            postings.bytes.extend_from_slice(&list.bytes);
            postings.ends.push(postings.bytes.len());
        }
        postings.bytes.shrink_to_fit();
        postings
    }

    /// Postings of the word of rank `term`, by part, then by position.
    pub fn of_term(&self, term: u32) -> impl Iterator<Item = Posting> + '_ {
        let term = term as usize;
        let start = term.checked_sub(1).map_or(0, |before| self.ends[before]);
        let mut bytes = &self.bytes[start..self.ends[term]];
        let (mut part, mut position) = (0, 0);
        std::iter::from_fn(move || {
            if bytes.is_empty() {
                return None;
            }
            let head = read(&mut bytes);
            if head & 1 == 1 {
                part += read(&mut bytes);
                position = 0;
            }
            position += head >> 2;
            let length = if head & 2 == 2 { read(&mut bytes) } else { 1 };
            let narrow = |n: u64| u32::try_from(n).expect("written from 32 bits");
            Some(Posting { part: narrow(part), position: narrow(position), length: narrow(length) })
        })
    }
}

fn write(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn read(bytes: &mut &[u8]) -> u64 {
    let (mut number, mut shift) = (0, 0);
    while let Some((&byte, rest)) = bytes.split_first() {
        *bytes = rest;
        number |= u64::from(byte & 0x7f) << shift;
        shift += 7;
        if byte < 0x80 {
            break;
        }
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(wanted in proptest::collection::btree_map((0u32..400, 0u32..100_000), 1u32..4, 0..40)) {
            let all: Vec<_> = wanted.into_iter().map(|((part, position), length)| Posting { part, position, length }).collect();
            let mut list = PostingList::default();
            for posting in &all {
                list.push(*posting);
            }
            let postings = Postings::of([PostingList::default(), list].into_iter());
            prop_assert_eq!(postings.of_term(0).count(), 0);
            prop_assert_eq!(postings.of_term(1).collect::<Vec<_>>(), all);
        }
    }
}
