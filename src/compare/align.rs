//! The best local alignment of two sentences, word against word.
//!
//! Smith and Waterman (Identification of common molecular subsequences, 1981) with words for letters: a word counts as much as
//! it is telling, a word of the same stem somewhat less, and words changed, left out or added cost a little, so that an
//! alignment goes on over a small edit and ends where the texts part. Gaps cost the same for each word: the affine kind
//! would only matter for long insertions, where a passage shall end anyway. Which alignments count as common text is not
//! decided here.

use super::prepare::Token;
use super::vocabulary::Vocabulary;

/// One word of either side, aligned with each other. Places are relative to the two slices.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Matched {
    pub a: usize,
    pub b: usize,
    /// The same word, not only the same stem.
    pub identical: bool,
}

/// What a function word in common is worth, against up to 1 for a content word. At 0 runs break at every article; at 1
/// formulas of function words would be passages.
const FUNCTION_WORD: f32 = 0.15;
/// Part of a word's worth kept when only the stem is common.
const SAME_STEM: f32 = 0.7;
/// What a word against another one costs.
const CHANGED: f32 = 0.4;
/// What a word without counterpart costs: a content word says something new, a function word hardly.
const ADDED: f32 = 0.3;
const ADDED_FUNCTION_WORD: f32 = 0.15;

/// Finds alignments; keeps its tables between calls.
#[derive(Debug, Default)]
pub(super) struct Aligner {
    score: Vec<f32>,
    step: Vec<Step>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    Stop,
    Both,
    OnlyA,
    OnlyB,
}

impl Aligner {
    /// The best local alignment of `a` and `b`, in order; empty when they have nothing in common. Words for which
    /// `taken_a` or `taken_b` is true are a wall.
    pub fn align(&mut self, vocabulary: &Vocabulary, a: (&[Token], &[bool]), b: (&[Token], &[bool])) -> Vec<Matched> {
        let best = self.fill(vocabulary, a, b);
        self.trace(best, a.0, b.0)
    }

    fn fill(&mut self, vocabulary: &Vocabulary, (a, taken_a): (&[Token], &[bool]), (b, taken_b): (&[Token], &[bool])) -> (usize, usize) {
        let width = b.len() + 1;
        self.score.clear();
        self.score.resize(width * (a.len() + 1), 0.0);
        self.step.clear();
        self.step.resize(width * (a.len() + 1), Step::Stop);
        let mut best = (0, 0);
        let mut top = 0.0;
        for (i, x) in a.iter().enumerate().filter(|(i, _)| !taken_a[*i]) {
            let worth = if x.content { vocabulary.weight(x.stem) } else { FUNCTION_WORD };
            for (j, y) in b.iter().enumerate().filter(|(j, _)| !taken_b[*j]) {
                let here = (i + 1) * width + j + 1;
                let gain = match (x.word == y.word, x.content && x.stem == y.stem) {
                    (true, _) => worth,
                    (false, true) => worth * SAME_STEM,
                    (false, false) => -CHANGED,
                };
                let steps = [
                    (self.score[here - width - 1] + gain, Step::Both),
                    (self.score[here - width] - cost(x), Step::OnlyA),
                    (self.score[here - 1] - cost(y), Step::OnlyB),
                ];
                let (score, step) = steps.into_iter().fold((0.0, Step::Stop), |best, step| if step.0 > best.0 { step } else { best });
                self.score[here] = score;
                self.step[here] = step;
                if score > top {
                    top = score;
                    best = (i + 1, j + 1);
                }
            }
        }
        best
    }

    fn trace(&self, (mut i, mut j): (usize, usize), a: &[Token], b: &[Token]) -> Vec<Matched> {
        let width = b.len() + 1;
        let mut found = Vec::new();
        loop {
            match self.step[i * width + j] {
                Step::Stop => break,
                Step::Both => {
                    (i, j) = (i - 1, j - 1);
                    let identical = a[i].word == b[j].word;
                    if identical || (a[i].content && a[i].stem == b[j].stem) {
                        found.push(Matched { a: i, b: j, identical });
                    }
                }
                Step::OnlyA => i -= 1,
                Step::OnlyB => j -= 1,
            }
        }
        found.reverse();
        found
    }
}

fn cost(token: &Token) -> f32 {
    if token.content { ADDED } else { ADDED_FUNCTION_WORD }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::fixture::{self, prepare};
    use expect_test::{Expect, expect};

    fn check(a: &str, b: &str, expected: Expect) {
        let corpus = fixture::corpus(&[a, b]);
        let (documents, vocabulary) = prepare(&corpus);
        let (a, b) = (&documents[0].tokens, &documents[1].tokens);
        let found = Aligner::default().align(&vocabulary, (a, &vec![false; a.len()]), (b, &vec![false; b.len()]));
        let word = |document: usize, at: usize| documents[document].tokens[at].span.slice(&corpus.documents[document].raw);
        let shown: Vec<_> = found
            .iter()
            .map(|m| if m.identical { word(0, m.a).to_owned() } else { format!("{}~{}", word(0, m.a), word(1, m.b)) })
            .collect();
        expected.assert_eq(&shown.join(" "));
    }

    #[test]
    fn an_alignment_goes_on_over_a_changed_and_an_added_word() {
        check(
            "Le pont de pierre fermera lundi matin aux camions lourds.",
            "Hier, on apprenait que le vieux pont de bois fermait lundi aux camions lourds.",
            expect!["pont de fermera~fermait lundi aux camions lourds"],
        );
    }

    #[test]
    fn texts_without_a_common_word_have_no_alignment() {
        check("Le pont ferme.", "Une école ouvre.", expect![""]);
    }
}
