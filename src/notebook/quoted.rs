//! How much of an article is quoted: its words that stand in at least one of the passages.

use crate::span::Span;
use crate::text;

/// So many words of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quoted {
    pub n_quoted: usize,
    pub n_words: usize,
}

impl Quoted {
    /// Counts in the article's own `paragraphs`, which do not overlap: what is quoted of the lines around them is no part of its
    /// text. A word that two passages hold is quoted once, and one that a passage cuts is quoted.
    pub fn of(text: &str, paragraphs: &[Span], passages: &[Span]) -> Self {
        let mut quoted = Self::default();
        for word in paragraphs.iter().flat_map(|paragraph| text::words(text, *paragraph)) {
            quoted.n_words += 1;
            quoted.n_quoted += usize::from(passages.iter().any(|passage| passage.overlaps(word)));
        }
        quoted
    }

    /// From 0 to 1.
    pub fn share(self) -> f32 {
        self.n_quoted as f32 / self.n_words.max(1) as f32
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str = "Menu. Le port ferme lundi. Le port ouvre mardi.";

    #[test]
    fn overlapping_passages_count_once_and_the_lines_around_not_at_all() {
        let paragraphs = [Span::new(6, 26), Span::new(27, 47)];
        let of = |passages: &[Span]| Quoted::of(TEXT, &paragraphs, passages);
        assert_eq!(of(&[Span::new(6, 19), Span::new(9, 25)]), Quoted { n_quoted: 4, n_words: 8 });
        assert_eq!(of(&[Span::new(0, 5)]).n_quoted, 0);
        assert_eq!(of(&[Span::new(0, 47), Span::new(0, 47)]).share(), 1.0);
        assert_eq!(Quoted::of("", &[], &[]).share(), 0.0);
    }

    proptest! {
        #[test]
        fn the_meter_never_goes_above_all(spans in prop::collection::vec((0..48_usize, 0..48_usize), 0..9)) {
            let spans: Vec<Span> = spans.into_iter().map(|(a, b)| Span::new(a.min(b), a.max(b).min(TEXT.len()))).collect();
            let once = Quoted::of(TEXT, &[Span::of(TEXT)], &spans);
            let twice: Vec<Span> = spans.iter().chain(&spans).copied().collect();
            prop_assert!(once.share() <= 1.0 && once.n_quoted <= once.n_words);
            prop_assert_eq!(Quoted::of(TEXT, &[Span::of(TEXT)], &twice), once);
        }
    }
}
