//! Zips for tests, written by hand: honest libraries refuse two members of one name, locked ones and lying sizes.

use std::io::Write;

use super::{Imported, InputFile, Refusal};

/// A member as it is written down.
pub(super) struct Written {
    pub name: Vec<u8>,
    pub bytes: Vec<u8>,
    pub n_unpacked: u32,
    pub crc: u32,
    pub method: u16,
    pub flags: u16,
}

pub(super) fn stored(name: &str, bytes: impl AsRef<[u8]>) -> Written {
    let bytes = bytes.as_ref().to_vec();
    let n_unpacked = u32::try_from(bytes.len()).expect("tests are small");
    Written { name: name.as_bytes().to_vec(), crc: crc(&bytes), n_unpacked, bytes, method: 0, flags: 0 }
}

pub(super) fn deflated(name: &str, bytes: &[u8]) -> Written {
    let mut packer = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(bytes).expect("memory takes all");
    Written { bytes: packer.finish().expect("memory takes all"), method: 8, ..stored(name, bytes) }
}

pub(super) fn zip_of(members: &[Written]) -> Vec<u8> {
    let (mut zip, mut directory) = (Vec::new(), Vec::new());
    for Written { name, bytes, n_unpacked, crc, method, flags } in members {
        let at = u32::try_from(zip.len()).expect("tests are small");
        let mut header = Vec::new();
        header.extend([20_u16, *flags, *method, 0, 33].iter().flat_map(|n| n.to_le_bytes()));
        let n_packed = u32::try_from(bytes.len()).expect("tests are small");
        header.extend([*crc, n_packed, *n_unpacked].iter().flat_map(|n| n.to_le_bytes()));
        header.extend(u16::try_from(name.len()).expect("names are short").to_le_bytes());
        header.extend([0, 0]);
        zip.extend(b"PK\x03\x04");
        zip.extend(&header);
        zip.extend(name);
        zip.extend(bytes);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&header);
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name);
    }
    let (n, length) = (u16::try_from(members.len()).expect("tests are small"), u32::try_from(directory.len()).expect("tests are small"));
    let at = u32::try_from(zip.len()).expect("tests are small");
    zip.extend(directory);
    zip.extend(b"PK\x05\x06\0\0\0\0");
    zip.extend([n.to_le_bytes(), n.to_le_bytes()].concat());
    zip.extend([length.to_le_bytes(), at.to_le_bytes()].concat());
    zip.extend([0, 0]);
    zip
}

/// The check sum of a zip, CRC-32 of ISO 3309.
fn crc(bytes: &[u8]) -> u32 {
    let turn = |crc: u32, _: u32| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
    !bytes.iter().fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), turn))
}

pub(super) fn read(name: &str, bytes: impl Into<Vec<u8>>) -> Imported {
    super::read(InputFile { name: name.to_owned(), bytes: bytes.into(), columns: None })
}

/// Names of the articles.
pub(super) fn names(imported: &Imported) -> Vec<&str> {
    imported.articles.iter().map(|article| &*article.name).collect()
}

/// Names and reasons of what did not come in.
pub(super) fn refused(imported: &Imported) -> Vec<(&str, &Refusal)> {
    imported.outcomes.iter().filter_map(|outcome| Some((&*outcome.name, outcome.result.as_ref().err()?))).collect()
}
