//! The members of a zip, unpacked one at a time and never past a limit.
//!
//! What the headers promise is not believed: bytes are counted as they come out. Only the two methods that everybody writes are
//! unpacked, stored and deflated. Members of one name are all kept, in the order of the zip's directory.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipReadOptions;
use zip::read::{Config, OwnedZipFileEntry};
use zip::result::ZipError;
use zip::unstable::read::ZipIterable;

use super::Refusal;
use crate::say;

/// A zip that is open.
pub(super) struct Package<'a> {
    bytes: &'a [u8],
    members: Vec<Member>,
    /// The first member of each name.
    places: BTreeMap<String, usize>,
    /// True when the directory goes on where it cannot be read, or beyond [`MOST_MEMBERS`].
    pub is_cut: bool,
}

/// One file of a zip.
pub(super) struct Member {
    /// Its path, with slashes, as it stands there.
    pub name: String,
    pub kind: MemberKind,
    entry: OwnedZipFileEntry,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MemberKind {
    File,
    Folder,
    /// Its content is the path of another file.
    Link,
}

/// How much may still come out of a zip and of the zips in it.
pub(super) struct Budget {
    limit: u64,
    left: u64,
}

/// Whether members that grow beyond measure are taken for bombs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ratio {
    Held,
    /// Files that somebody chose to keep grow as they like within the whole.
    Free,
}

/// Bytes that come out of one zip at most, with all in it: a quarter of what a tab of 32 bits can hold, for a text is held up to
/// three times while it is read.
pub(super) const UNPACKED: u64 = 256 << 20;
/// The same for a corpus that was exported, which nobody wants to lose: it is the one thing that the tab then holds.
pub(super) const UNPACKED_CORPUS: u64 = 1 << 30;
/// Bytes of one member: the longest text in UTF-16.
pub(super) const LARGEST_MEMBER: u64 = 2 * crate::corpus::article::LONGEST as u64;
/// Text shrinks to a tenth, markup of office documents to a fiftieth; what shrank more than this, and is not small, is a bomb.
const MOST_GROWTH: u64 = 300;
const SMALL: u64 = 4 << 20;
/// Members whose names are held: a directory of more is cut.
const MOST_MEMBERS: usize = 200_000;

impl Budget {
    pub fn new(limit: u64) -> Self {
        Self { limit, left: limit }
    }

    pub fn is_spent(&self) -> bool {
        self.left == 0
    }
}

impl<'a> Package<'a> {
    /// Reads the directory of a zip.
    ///
    /// # Errors
    /// When it has none, as a zip that was cut.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let mut zip = ZipIterable::try_new(Cursor::new(bytes), Config::default()).map_err(|error| refusal(&error))?;
        let mut package = Self { bytes, members: Vec::new(), places: BTreeMap::new(), is_cut: false };
        let entries = zip.files().map_err(|error| refusal(&error))?;
        for entry in entries {
            match entry {
                Ok(entry) if package.members.len() < MOST_MEMBERS => package.add(entry.into()),
                Err(error) if package.members.is_empty() => return Err(refusal(&error)),
                _ => {
                    package.is_cut = true;
                    break;
                }
            }
        }
        Ok(package)
    }

    fn add(&mut self, entry: OwnedZipFileEntry) {
        let name = name_of(&entry);
        let kind = match () {
            () if entry.is_symlink() => MemberKind::Link,
            () if name.ends_with('/') => MemberKind::Folder,
            () => MemberKind::File,
        };
        self.places.entry(name.clone()).or_insert(self.members.len());
        self.members.push(Member { name, kind, entry });
    }

    pub fn members(&self) -> &[Member] {
        &self.members
    }

    /// The place of the first member of this name.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.places.get(name).copied()
    }

    /// The bytes of the member at a place.
    ///
    /// # Errors
    /// When it is locked, damaged, packed by an unknown method, or grows past a limit.
    pub fn unpack(&self, place: usize, ratio: Ratio, budget: &mut Budget) -> Result<Vec<u8>, Refusal> {
        let Member { entry, .. } = &self.members[place];
        if entry.encrypted() {
            return Err(Refusal::Locked);
        }
        let growth = entry.compressed_size().saturating_mul(MOST_GROWTH).max(SMALL);
        let limit = match ratio {
            Ratio::Held => growth.min(LARGEST_MEMBER),
            Ratio::Free => budget.limit,
        };
        let mut reader = Cursor::new(self.bytes);
        let file = entry.as_ref().with_reader(&mut reader, ZipReadOptions::new()).map_err(|error| refusal(&error))?;
        let mut bytes = Vec::new();
        let taken = file.take(limit.min(budget.left) + 1).read_to_end(&mut bytes);
        let n_bytes = bytes.len() as u64;
        if n_bytes > budget.left {
            budget.left = 0;
            return Err(Refusal::Bomb { limit: budget.limit });
        }
        budget.left -= n_bytes;
        if n_bytes > limit {
            return Err(if growth < LARGEST_MEMBER { Refusal::Bomb { limit } } else { Refusal::TooLarge { bytes: n_bytes, limit } });
        }
        taken.map_err(|_| Refusal::Damaged { why: say!("contenu illisible", "its content cannot be read").to_owned() })?;
        Ok(bytes)
    }
}

/// The path of a member. Old programs wrote names in the code page of their machine: of those of DOS, letters with accents are
/// below 0xA6 (and some of 850, which Western Europe used, scattered above); of that of Windows, above 0xBF.
fn name_of(entry: &OwnedZipFileEntry) -> String {
    let raw = entry.name_raw();
    let name = match std::str::from_utf8(raw) {
        Ok(name) => name.to_owned(),
        Err(_) => {
            let count = |range: std::ops::RangeInclusive<u8>| raw.iter().filter(|byte| range.contains(byte)).count();
            if count(0x80..=0xa5) > count(0xc0..=0xff) {
                entry.name().map(std::borrow::Cow::into_owned).unwrap_or_default()
            } else {
                encoding_rs::WINDOWS_1252.decode_without_bom_handling(raw).0.into_owned()
            }
        }
    };
    // Windows itself once wrote its own slashes.
    name.replace('\\', "/")
}

fn refusal(error: &ZipError) -> Refusal {
    let damaged = |why: &str| Refusal::Damaged { why: why.to_owned() };
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => Refusal::Locked,
        ZipError::CompressionMethodNotSupported(method) => Refusal::UnknownFormat { kind: format!("zip ({method})") },
        ZipError::UnsupportedArchive(_) => Refusal::UnknownFormat { kind: "zip".to_owned() },
        _ => damaged("archive incomplète ou illisible"),
    }
}
