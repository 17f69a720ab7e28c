//! A half-open range of bytes in a text that somebody else owns.
//!
//! Texts are owned once, by the corpus; everything else points. Offsets are bytes and always lie on character
//! boundaries. Conversion to Unicode scalars belongs to `export`, to UTF-16 to the page.

use serde::{Deserialize, Serialize};

/// Half-open byte range `[start, end)` on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    /// A span from byte positions; texts are shorter than 4 GiB.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span does not run backwards");
        let narrow = |at: usize| u32::try_from(at).expect("texts are shorter than 4 GiB");
        Self { start: narrow(start), end: narrow(end) }
    }

    /// The whole of `text`.
    pub fn of(text: &str) -> Self {
        Self::new(0, text.len())
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// True when the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Number of bytes that both have.
    pub fn shared(self, other: Span) -> u32 {
        self.end.min(other.end).saturating_sub(self.start.max(other.start))
    }

    /// The slice of `text` that this span points at.
    pub fn slice(self, text: &str) -> &str {
        &text[self.range()]
    }

    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The smallest span that holds both.
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The span without white space at its edges; empty spans stay where they start.
    pub fn trim(self, text: &str) -> Span {
        let slice = self.slice(text);
        let start = self.start as usize + (slice.len() - slice.trim_start().len());
        Span::new(start, start + slice.trim().len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trimming_leaves_no_white_space_at_the_edges() {
        let text = "\u{a0} déjà \n";
        assert_eq!(Span::of(text).trim(text).slice(text), "déjà");
        assert!(Span::of("  ").trim("  ").is_empty());
    }

    #[test]
    fn touching_spans_do_not_overlap() {
        assert!(!Span::new(0, 3).overlaps(Span::new(3, 5)));
        assert!(Span::new(0, 4).overlaps(Span::new(3, 5)));
    }
}
