//! Where the passages of a query lie: place by place in each article, and how evenly over the articles.
//!
//! Evenness is the deviation of proportions (Gries 2008, « Dispersions and adjusted frequencies in corpora », International
//! Journal of Corpus Linguistics 13), which asks for no parts of one size as Juilland's D does; normalised as in Lijffijt &
//! Gries (2012), so that it reaches 1 in corpora of few articles too.

use super::{Dispersion, MOST_STRIPS, Strip};
use crate::corpus::{Corpus, Document};
use crate::order::Order;
use crate::search::{Hit, Notice};
use crate::span::Span;
use crate::text;

/// The dispersion of `hits`, which are in the order of the corpus; `lengths` are the words of all its articles.
pub fn dispersion(corpus: &Corpus, hits: &[Hit], lengths: &[u32], notices: Vec<Notice>) -> Dispersion {
    let counted = |hit: &Hit| u32::try_from(hit.spans.len()).unwrap_or(u32::MAX);
    let counts: Vec<(usize, u32)> = hits.iter().map(|hit| (hit.document.index(), counted(hit))).filter(|(_, n)| *n > 0).collect();
    let mut drawn: Vec<&Hit> = hits.iter().filter(|hit| !hit.spans.is_empty()).collect();
    drawn.order_by_key(|hit| std::cmp::Reverse(hit.spans.len()));
    drawn.truncate(MOST_STRIPS);
    drawn.order_by_key(|hit| hit.document);
    let strip = |hit: &&Hit| {
        let document = corpus.document(hit.document)?;
        Some(Strip { document: hit.document, n_hits: counted(hit), places: places(document, &hit.spans) })
    };
    Dispersion {
        strips: drawn.iter().filter_map(strip).collect(),
        n_hits: counts.iter().map(|(_, n)| n).sum(),
        n_documents: u32::try_from(counts.len()).unwrap_or(u32::MAX),
        deviation: deviation(&counts, lengths).map(|deviation| (deviation * 1000.0).round() as u32),
        notices,
    }
}

/// Where `spans`, which are in order, begin in the words of an article, in thousandths.
fn places(document: &Document, spans: &[Span]) -> Vec<u16> {
    let words: Vec<Span> =
        document.paragraphs().iter().flat_map(|zone| text::words(document.text(), zone.span).collect::<Vec<_>>()).collect();
    let place = |span: &Span| {
        let before = words.partition_point(|word| word.end <= span.start);
        (before * 1000 / words.len().max(1)) as u16
    };
    let mut places: Vec<u16> = spans.iter().map(place).collect();
    places.dedup();
    places
}

/// The normalised deviation of proportions of `counts`, by place in `lengths`.
fn deviation(counts: &[(usize, u32)], lengths: &[u32]) -> Option<f64> {
    let n_hits: f64 = counts.iter().map(|(_, n)| f64::from(*n)).sum();
    let n_words: f64 = lengths.iter().map(|n| f64::from(*n)).sum();
    // An article without words can have no passages and would let none ever reach 1.
    let least = lengths.iter().filter(|n| **n > 0).min().map(|n| f64::from(*n) / n_words)?;
    if n_hits == 0.0 || least >= 1.0 {
        return None;
    }
    let mut differences = vec![0.0; lengths.len()];
    for (difference, length) in differences.iter_mut().zip(lengths) {
        *difference = f64::from(*length) / n_words;
    }
    for (document, n) in counts {
        differences[*document] -= f64::from(*n) / n_hits;
    }
    Some(differences.into_iter().map(f64::abs).sum::<f64>() / 2.0 / (1.0 - least))
}

#[cfg(test)]
mod tests {
    use super::deviation;

    #[test]
    fn the_deviation_is_what_a_hand_counts() {
        // Shares of the text: 0.5, 0.25, 0.25; of the passages: 0.25, 0.5, 0.25. Half of 0.25 + 0.25 + 0 is 0.25; by 0.75: 1/3.
        let found = deviation(&[(0, 1), (1, 2), (2, 1)], &[100, 50, 50]).unwrap();
        assert!((found - 1.0 / 3.0).abs() < 1e-9, "{found}");
    }

    #[test]
    fn an_even_spread_is_nothing_and_one_short_article_is_all() {
        assert_eq!(deviation(&[(0, 2), (1, 1)], &[100, 50]), Some(0.0));
        assert_eq!(deviation(&[(1, 7)], &[100, 50]), Some(1.0));
    }

    #[test]
    fn one_article_or_no_passage_has_no_deviation() {
        assert_eq!(deviation(&[(0, 3)], &[100]), None);
        assert_eq!(deviation(&[], &[100, 50]), None);
        assert_eq!(deviation(&[], &[]), None);
    }
}
