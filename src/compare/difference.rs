//! What changed between two passages, word by word.
//!
//! A longest common subsequence over folded words (Wagner and Fischer, 1974): passages are sentences, so the plain table
//! is fast enough. When two texts are far longer than passages, what they share at both ends is kept and the middle is
//! given as changed whole: true, if coarse, and quick. What lies between words (commas, marks) is not compared.

use serde::{Deserialize, Serialize};

use crate::span::Span;
use crate::text;

/// A stretch of one or both texts, from the first to the last of its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// The same words but for case and accents: in a, in b.
    Same(Span, Span),
    OnlyA(Span),
    OnlyB(Span),
}

/// Cells of the table at most; two texts of 2,000 words each.
const LARGEST_TABLE: usize = 4_000_000;

/// What it takes to come from `text_a` to `text_b`, in order; spans are places in the two texts given.
pub fn difference(text_a: &str, text_b: &str) -> Vec<Change> {
    let (a, b) = (Words::of(text_a), Words::of(text_b));
    let (n, m) = (a.folded.len(), b.folded.len());
    let start = a.folded.iter().zip(&b.folded).take_while(|(x, y)| x == y).count();
    let rest = n.min(m) - start;
    let end = a.folded.iter().rev().zip(b.folded.iter().rev()).take(rest).take_while(|(x, y)| x == y).count();
    let mut steps = vec![Step::Same; start];
    steps.extend(middle(&a.folded[start..n - end], &b.folded[start..m - end]));
    steps.extend(vec![Step::Same; end]);
    joined(&steps, &a.spans, &b.spans)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Same,
    OnlyA,
    OnlyB,
}

struct Words {
    spans: Vec<Span>,
    folded: Vec<String>,
}

impl Words {
    fn of(text: &str) -> Self {
        let spans: Vec<_> = text::words(text, Span::of(text)).collect();
        let folded = spans.iter().map(|span| text::fold(span.slice(text))).collect();
        Self { spans, folded }
    }
}

fn middle(a: &[String], b: &[String]) -> Vec<Step> {
    let width = b.len() + 1;
    if (a.len() + 1).saturating_mul(width) > LARGEST_TABLE {
        return [vec![Step::OnlyA; a.len()], vec![Step::OnlyB; b.len()]].concat();
    }
    // Length of the longest common subsequence of what follows.
    let mut common = vec![0_u32; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            common[i * width + j] =
                if a[i] == b[j] { common[(i + 1) * width + j + 1] + 1 } else { common[(i + 1) * width + j].max(common[i * width + j + 1]) };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut steps = Vec::new();
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            steps.push(Step::Same);
            (i, j) = (i + 1, j + 1);
        } else if j == b.len() || (i < a.len() && common[(i + 1) * width + j] >= common[i * width + j + 1]) {
            steps.push(Step::OnlyA);
            i += 1;
        } else {
            steps.push(Step::OnlyB);
            j += 1;
        }
    }
    steps
}

/// Steps of one kind in a row become one change.
fn joined(steps: &[Step], a: &[Span], b: &[Span]) -> Vec<Change> {
    let (mut i, mut j) = (0, 0);
    let cover = |spans: &[Span], from: usize, n: usize| spans[from].cover(spans[from + n - 1]);
    steps
        .chunk_by(|x, y| x == y)
        .map(|row| match row[0] {
            Step::Same => {
                (i, j) = (i + row.len(), j + row.len());
                Change::Same(cover(a, i - row.len(), row.len()), cover(b, j - row.len(), row.len()))
            }
            Step::OnlyA => {
                i += row.len();
                Change::OnlyA(cover(a, i - row.len(), row.len()))
            }
            Step::OnlyB => {
                j += row.len();
                Change::OnlyB(cover(b, j - row.len(), row.len()))
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    fn check(a: &str, b: &str, expected: Expect) {
        let shown: Vec<_> = difference(a, b)
            .into_iter()
            .map(|change| match change {
                Change::Same(span, _) => format!("  {}", span.slice(a)),
                Change::OnlyA(span) => format!("- {}", span.slice(a)),
                Change::OnlyB(span) => format!("+ {}", span.slice(b)),
            })
            .collect();
        expected.assert_eq(&shown.join("\n"));
    }

    #[test]
    fn a_changed_and_an_added_word_are_told_from_the_rest() {
        check(
            "Le vieux pont fermera lundi aux camions.",
            "le pont, fermé dès lundi, aux « camions »",
            expect![[r#"
                  Le
                - vieux
                  pont
                - fermera
                + fermé dès
                  lundi aux camions"#]],
        );
    }

    #[test]
    fn texts_without_words_do_not_differ() {
        check("… !", "", expect![""]);
    }

    #[test]
    fn very_long_texts_keep_their_ends() {
        let a = format!("début {} fin", "un ".repeat(3_000));
        let b = format!("début {} fin", "deux ".repeat(3_000));
        assert!(matches!(difference(&a, &b)[..], [Change::Same(..), Change::OnlyA(_), Change::OnlyB(_), Change::Same(..)]));
    }

    proptest! {
        #[test]
        fn both_sides_can_be_read_back(a in "[aàB ,’é]{0,40}", b in "[aAbé ,]{0,40}") {
            let changes = difference(&a, &b);
            let words = |text: &str, spans: Vec<Span>| spans.into_iter().flat_map(|span| text::words(text, span).collect::<Vec<_>>()).collect::<Vec<_>>();
            let of_a: Vec<_> = changes.iter().filter_map(|change| match change { Change::Same(x, _) | Change::OnlyA(x) => Some(*x), Change::OnlyB(_) => None }).collect();
            let of_b: Vec<_> = changes.iter().filter_map(|change| match change { Change::Same(_, y) | Change::OnlyB(y) => Some(*y), Change::OnlyA(_) => None }).collect();
            prop_assert_eq!(words(&a, of_a), Words::of(&a).spans);
            prop_assert_eq!(words(&b, of_b), Words::of(&b).spans);
            for change in changes {
                if let Change::Same(x, y) = change {
                    prop_assert_eq!(Words::of(x.slice(&a)).folded, Words::of(y.slice(&b)).folded);
                }
            }
        }
    }
}
