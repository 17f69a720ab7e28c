//! An index in bytes: what it holds is written as it lies in memory, and only the tables of hashes are made anew.
//!
//! Only with the feature `whole`. The same bytes come out on every machine. A sum over all of them tells a file that was cut or
//! changed; one whose sum is right is believed.

use std::fmt::{self, Display, Formatter};

use super::arena::{Arena, Pages};
use super::index::Index;
use crate::id::Fingerprint;
use crate::say;

/// Why bytes are no index.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    Foreign,
    OtherVersion { found: u8, known: u8 },
    Damaged,
}

impl Display for LoadError {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.write_str(&match self {
            Self::Foreign => say!("ces octets ne sont pas un index enregistré", "these bytes are no saved index").to_owned(),
            Self::OtherVersion { found, known } => say!(
                format!("cet index est de la version {found}, ce programme lit la version {known}"),
                format!("this index is of version {found}, this program reads version {known}")
            ),
            Self::Damaged => say!("l’index enregistré est abîmé", "the saved index is damaged").to_owned(),
        })
    }
}

const MAGIC: &[u8; 4] = b"RcpI";

/// Another number for every change of what is written.
const VERSION: u8 = 2;

/// Writes an index piece by piece.
pub struct Writer {
    pub bytes: Vec<u8>,
}

impl Writer {
    pub fn number(&mut self, number: u32) {
        self.bytes.extend_from_slice(&number.to_le_bytes());
    }

    pub fn run(&mut self, run: &[u8]) {
        self.number(u32::try_from(run.len()).expect("an index is smaller than 4 GiB"));
        self.bytes.extend_from_slice(run);
    }

    pub fn arena(&mut self, arena: &Arena) {
        self.number(arena.filled().map(|page| page.len() as u32).sum());
        arena.filled().for_each(|page| self.bytes.extend_from_slice(page));
    }

    pub fn records<T, const N: usize>(&mut self, records: &Pages<T>, bytes: impl Fn(&T) -> [u8; N]) {
        self.number(records.len());
        records.iter().for_each(|record| self.bytes.extend_from_slice(&bytes(record)));
    }
}

/// Reads what was written.
pub struct Saved<'a> {
    bytes: &'a [u8],
}

impl<'a> Saved<'a> {
    pub fn take(&mut self, n: usize) -> Result<&'a [u8], LoadError> {
        let (taken, rest) = self.bytes.split_at_checked(n).ok_or(LoadError::Damaged)?;
        self.bytes = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], LoadError> {
        let (taken, rest) = self.bytes.split_first_chunk::<N>().ok_or(LoadError::Damaged)?;
        self.bytes = rest;
        Ok(*taken)
    }

    pub fn number(&mut self) -> Result<u32, LoadError> {
        self.array().map(u32::from_le_bytes)
    }

    pub fn run(&mut self) -> Result<&'a [u8], LoadError> {
        let n = self.number()? as usize;
        self.take(n)
    }

    pub fn arena(&mut self) -> Result<Arena, LoadError> {
        self.run().map(Arena::of)
    }

    pub fn records<T, const N: usize>(&mut self, of: impl Fn(&[u8; N]) -> T) -> Result<Pages<T>, LoadError> {
        let mut records = Pages::default();
        for _ in 0..self.number()? {
            records.push(of(&self.array()?));
        }
        Ok(records)
    }
}

/// `index` in bytes.
pub fn save(index: &Index) -> Vec<u8> {
    // Tables of hashes are not written: a little too much is asked for, once.
    let mut writer = Writer { bytes: Vec::with_capacity(index.memory()) };
    writer.bytes.extend_from_slice(MAGIC);
    writer.bytes.push(VERSION);
    index.save(&mut writer);
    let Fingerprint(sum) = Fingerprint::of(&writer.bytes);
    writer.bytes.extend_from_slice(&sum.to_le_bytes());
    writer.bytes
}

/// The index that was saved as `bytes`.
///
/// # Errors
/// When they are no index, one of another version, or were cut or changed.
pub fn load(bytes: &[u8]) -> Result<Index, LoadError> {
    let rest = bytes.strip_prefix(MAGIC).ok_or(LoadError::Foreign)?;
    let (&version, _) = rest.split_first().ok_or(LoadError::Damaged)?;
    if version != VERSION {
        return Err(LoadError::OtherVersion { found: version, known: VERSION });
    }
    let (written, sum) = bytes.split_last_chunk::<8>().ok_or(LoadError::Damaged)?;
    if Fingerprint::of(written) != Fingerprint(u64::from_le_bytes(*sum)) {
        return Err(LoadError::Damaged);
    }
    let mut saved = Saved { bytes: written.get(MAGIC.len() + 1..).ok_or(LoadError::Damaged)? };
    let index = Index::load(&mut saved)?;
    if saved.bytes.is_empty() { Ok(index) } else { Err(LoadError::Damaged) }
}
