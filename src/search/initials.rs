//! How often words of each initial letter stand in each part.
//!
//! The first letter of a word that is being typed is the beginning of a tenth of all words. Their lists lie all over the
//! memory, and to read them all would take longer than the next letter. So occurrences are also counted by initial: half a
//! hundred bytes for each article.

use super::arena::Arena;
use super::parts::{FIELDS, Parts, Side};
use super::postings::{Counts, List, Occurrence, Reader, Shape};
use super::query::N_FIELDS;
#[cfg(feature = "whole")]
use super::saved::{LoadError, Saved, Writer};

#[derive(Clone, Debug, Default)]
pub struct Initials {
    /// In order of the letters.
    letters: Vec<(char, Counted)>,
    /// Where a letter was found last, by its lowest five bits.
    found: [u8; 32],
}

#[derive(Clone, Copy, Debug, Default)]
struct Counted {
    list: List,
    /// Counts of the part that is being read.
    open: Counts,
}

impl Initials {
    /// Counts the occurrences of a word that begins with `letter`.
    pub fn count(&mut self, letter: char, occurrences: &[Occurrence]) {
        let found = usize::from(self.found[letter as usize % 32]);
        let at = if self.letters.get(found).is_some_and(|(known, _)| *known == letter) { found } else { self.place(letter) };
        occurrences.iter().for_each(|occurrence| self.letters[at].1.open[occurrence.field as usize] += 1);
    }

    fn place(&mut self, letter: char) -> usize {
        let at = self.letters.binary_search_by_key(&letter, |(letter, _)| *letter).unwrap_or_else(|at| {
            self.letters.insert(at, (letter, Counted::default()));
            at
        });
        self.found[letter as usize % 32] = u8::try_from(at).unwrap_or_default();
        at
    }

    /// Writes down what was counted in `part`.
    pub fn end(&mut self, arena: &mut Arena, part: u32, side: Side, scratch: &mut Vec<u8>) {
        let mut occurrences = Vec::new();
        for (_, counted) in self.letters.iter_mut().filter(|(_, counted)| counted.open != [0; N_FIELDS]) {
            occurrences.clear();
            for (field, n) in FIELDS.into_iter().zip(std::mem::take(&mut counted.open)) {
                occurrences.extend((0..n).map(|_| Occurrence { position: 0, length: 1, field }));
            }
            counted.list.push(arena, part, side.plain(), Shape::Counted, &occurrences, scratch);
        }
    }

    /// The same for parts with other `numbers`, those without one left out.
    pub fn renumbered(&self, arena: &Arena, into: &mut Arena, numbers: &[u32], parts: &Parts) -> Self {
        let mut renumbered = Self::default();
        let (mut occurrences, mut scratch) = (Vec::new(), Vec::new());
        for (letter, counted) in &self.letters {
            let mut list = List::default();
            let mut reader = counted.list.read(arena, Shape::Counted);
            while let Some(posting) = reader.next() {
                let part = numbers[posting.part as usize];
                if part == u32::MAX {
                    continue;
                }
                let plain = parts.get(part).side().plain();
                occurrences.clear();
                for (field, n) in FIELDS.into_iter().zip(posting.count.by_field(plain)) {
                    occurrences.extend((0..n).map(|_| Occurrence { position: 0, length: 1, field }));
                }
                list.push(into, part, plain, Shape::Counted, &occurrences, &mut scratch);
            }
            renumbered.letters.push((*letter, Counted { list, open: Counts::default() }));
        }
        renumbered
    }

    /// Counts of the words that begin with `letter`, part by part.
    pub fn read<'a>(&'a self, arena: &'a Arena, letter: char) -> Option<Reader<'a>> {
        let at = self.letters.binary_search_by_key(&letter, |(letter, _)| *letter).ok()?;
        Some(self.letters[at].1.list.read(arena, Shape::Counted))
    }
}

#[cfg(feature = "whole")]
impl Initials {
    pub fn save(&self, writer: &mut Writer) {
        writer.number(self.letters.len() as u32);
        for (letter, counted) in &self.letters {
            writer.number(u32::from(*letter));
            writer.run(&counted.list.to_bytes());
        }
    }

    pub fn load(saved: &mut Saved) -> Result<Self, LoadError> {
        let mut initials = Self::default();
        for _ in 0..saved.number()? {
            let letter = char::from_u32(saved.number()?).ok_or(LoadError::Damaged)?;
            let list = List::from_bytes(saved.run()?.first_chunk().ok_or(LoadError::Damaged)?);
            initials.letters.push((letter, Counted { list, open: Counts::default() }));
        }
        Ok(initials)
    }
}
