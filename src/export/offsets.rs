//! From bytes to Unicode scalars: where a span stands in the raw file for a reader in another language.
//!
//! Nothing is stripped: a byte order mark is character 0, a carriage return counts. The number of scalars is kept at every
//! block of bytes; a look-up counts the rest of one block, so it costs the same wherever it points.

use crate::span::Span;

/// Bytes between two kept counts: at 1 every byte has a count, growing it saves memory and makes a look-up slower.
const BLOCK: usize = 64;

/// Converts byte offsets of one text to scalar offsets.
#[derive(Clone, Debug)]
pub struct ScalarOffsets<'a> {
    bytes: &'a [u8],
    /// Scalars that begin before byte `i * BLOCK`.
    before_block: Vec<u32>,
}

/// Half-open range of Unicode scalars of a raw file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ScalarSpan {
    pub start: u32,
    pub end: u32,
}

impl From<ScalarSpan> for [u32; 2] {
    fn from(span: ScalarSpan) -> Self {
        [span.start, span.end]
    }
}

impl<'a> ScalarOffsets<'a> {
    /// Reads `text` once.
    pub fn of(text: &'a str) -> Self {
        let mut n = 0;
        let mut before_block = Vec::with_capacity(text.len().div_ceil(BLOCK));
        for block in text.as_bytes().chunks(BLOCK) {
            before_block.push(n);
            n += n_scalars(block);
        }
        Self { bytes: text.as_bytes(), before_block }
    }

    /// Number of scalars before byte `at`, which lies on a character boundary; past the end, that of the whole text.
    pub fn at(&self, at: u32) -> u32 {
        let at = (at as usize).min(self.bytes.len());
        // The end of the text may be the start of a block that does not exist.
        let Some(last) = self.before_block.len().checked_sub(1) else { return 0 };
        let block = (at / BLOCK).min(last);
        self.before_block[block] + n_scalars(&self.bytes[block * BLOCK..at])
    }

    /// `span` in scalars.
    pub fn span(&self, span: Span) -> ScalarSpan {
        ScalarSpan { start: self.at(span.start), end: self.at(span.end) }
    }
}

/// Scalars that begin in `bytes`: all bytes but the continuation bytes `10xxxxxx`.
fn n_scalars(bytes: &[u8]) -> u32 {
    let n = bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
    u32::try_from(n).expect("texts are shorter than 4 GiB")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_mark_of_byte_order_and_a_carriage_return_count() {
        let text = "\u{feff}é\r\n𝄞x";
        let offsets = ScalarOffsets::of(text);
        let x = text.find('x').expect("there is an x");
        assert_eq!(offsets.span(Span::new(x, x + 1)), ScalarSpan { start: 5, end: 6 });
    }

    #[test]
    fn an_empty_text_and_its_end_are_answered() {
        assert_eq!(ScalarOffsets::of("").at(0), 0);
        let block = "é".repeat(BLOCK);
        assert_eq!(ScalarOffsets::of(&block).at(u32::MAX), 64);
    }

    proptest! {
        #[test]
        fn every_boundary_is_counted_right(text in "[a-zéœ\u{feff}\r\n\u{202f}𝄞]{0,300}") {
            let offsets = ScalarOffsets::of(&text);
            for (n, (at, _)) in text.char_indices().chain([(text.len(), ' ')]).enumerate() {
                prop_assert_eq!(offsets.at(u32::try_from(at).unwrap()) as usize, n);
            }
        }

        #[test]
        fn a_span_in_scalars_cuts_the_same_text(text in "\\PC{1,200}", cuts in any::<(prop::sample::Index, prop::sample::Index)>()) {
            let mut places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            places.push(text.len());
            let (a, b) = (places[cuts.0.index(places.len())], places[cuts.1.index(places.len())]);
            let span = Span::new(a.min(b), a.max(b));
            let scalars = ScalarOffsets::of(&text).span(span);
            let cut: String = text.chars().skip(scalars.start as usize).take((scalars.end - scalars.start) as usize).collect();
            prop_assert_eq!(cut, span.slice(&text));
        }
    }
}
