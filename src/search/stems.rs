//! Which forms share a stem, in each language.
//!
//! Stems are not kept: every form has a mark made of its stem, and forms whose marks fall into one class are chained. Who
//! asks walks one chain, and stems the few forms of the same mark again to be sure.

use super::arena::Pages;
use super::dictionary::{Dictionary, TermId};
#[cfg(feature = "whole")]
use super::saved::{LoadError, Saved, Writer};
use crate::id::Fingerprint;
use crate::text::{Language, Stems};

pub const LANGUAGES: [Language; 2] = [Language::French, Language::English];

/// Forms of a class at most, in the mean: a chain is walked once for a word that is asked for.
const MEMBERS: usize = 4;

/// The forms of one language.
#[derive(Clone, Debug, Default)]
pub struct StemTable {
    chained: Pages<Chained>,
    /// One more than the place of the last form of each class.
    heads: Vec<u32>,
}

#[derive(Clone, Copy, Debug)]
struct Chained {
    term: TermId,
    mark: u32,
    /// One more than the place of the next of its class.
    next: u32,
}

impl StemTable {
    /// Adds a form not met in this language before.
    pub fn add(&mut self, language: Language, term: TermId, form: &str) {
        let n = self.chained.len() as usize;
        if self.heads.len() * MEMBERS <= n {
            self.grow();
        }
        let mark = mark(&Stems::of(language).stem(form));
        let class = mark as usize & (self.heads.len() - 1);
        let next = std::mem::replace(&mut self.heads[class], n as u32 + 1);
        self.chained.push(Chained { term, mark, next });
    }

    fn grow(&mut self) {
        let n = (self.chained.len() as usize / MEMBERS * 2).next_power_of_two().max(1024);
        self.heads = Vec::new();
        self.heads = vec![0; n];
        for at in 0..self.chained.len() {
            let chained = self.chained.get_mut(at);
            chained.next = std::mem::replace(&mut self.heads[chained.mark as usize & (n - 1)], at + 1);
        }
    }

    /// Forms whose stem in `language` is `stem`.
    pub fn with_stem<'a>(&'a self, dictionary: &'a Dictionary, language: Language, stem: &'a str) -> impl Iterator<Item = TermId> + 'a {
        let mark = mark(stem);
        let class = (mark as usize).checked_rem(self.heads.len());
        let mut next = class.map_or(0, |class| self.heads[class]);
        std::iter::from_fn(move || {
            loop {
                let chained = self.chained.get(next.checked_sub(1)?);
                next = chained.next;
                if chained.mark == mark && Stems::of(language).stem(dictionary.form(chained.term)) == stem {
                    return Some(chained.term);
                }
            }
        })
    }

    /// Bytes of memory held.
    pub fn memory(&self) -> usize {
        self.chained.memory() + self.heads.capacity() * size_of::<u32>()
    }
}

#[cfg(feature = "whole")]
impl StemTable {
    pub fn save(&self, writer: &mut Writer) {
        writer.records(&self.chained, |chained| {
            let mut bytes = [0; 8];
            bytes[..4].copy_from_slice(&chained.term.to_le_bytes());
            bytes[4..].copy_from_slice(&chained.mark.to_le_bytes());
            bytes
        });
    }

    pub fn load(saved: &mut Saved) -> Result<Self, LoadError> {
        let chained = saved.records(|&[a, b, c, d, e, f, g, h]: &[u8; 8]| Chained {
            term: TermId::from_le_bytes([a, b, c, d]),
            mark: u32::from_le_bytes([e, f, g, h]),
            next: 0,
        })?;
        let mut table = Self { chained, heads: Vec::new() };
        if table.chained.len() > 0 {
            table.grow();
        }
        Ok(table)
    }
}

fn mark(stem: &str) -> u32 {
    let Fingerprint(all) = Fingerprint::of(stem.as_bytes());
    (all ^ all >> 32) as u32
}
