//! The number of a form by which a table finds it.

use super::postings::Shape;

const SEED: u64 = 0x51_7c_c1_b7_27_22_0a_95;

/// FxHash, eight bytes at a time, as in the Rust compiler: short words, and nobody chooses them against us who could gain by it.
pub fn hash(bytes: &[u8], shape: Shape) -> u64 {
    let mut hash = bytes.len() as u64 ^ u64::from(shape == Shape::Compound) << 32;
    for chunk in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        hash = mix(hash, word);
    }
    spread(hash)
}

/// The same of a word of `n_bytes` that stands at the beginning of `padded`, with zeros behind it.
#[inline]
pub fn hash_padded(padded: &[u8], n_bytes: usize) -> u64 {
    let chunks = padded[..n_bytes.next_multiple_of(8)].as_chunks::<8>().0;
    spread(chunks.iter().fold(n_bytes as u64, |hash, word| mix(hash, *word)))
}

#[inline]
fn mix(hash: u64, word: [u8; 8]) -> u64 {
    (hash.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(SEED)
}

/// The high bits of a product are its best; the place takes some, the mark others.
#[inline]
fn spread(hash: u64) -> u64 {
    hash ^ hash >> 32 ^ hash << 24
}
