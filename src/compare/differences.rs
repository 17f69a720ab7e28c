//! What changed between two versions of a text: sentences kept, added, removed, moved, and changed word by word.
//!
//! Sentences are paired that are equal, or that share two consecutive content words and most of their content, and then
//! those between two such pairs that share most of their content; of all pairs the heaviest chain in order of both texts is kept (as for anchors in the comparison of genomes: Abouelhoda and
//! Ohlebusch, Chaining algorithms for multiple genome comparison, 2005). Paired sentences are then compared by their heaviest
//! common subsequence of words (see [`super::wording`]). The local alignment of [`super::align`] does not serve here: it stops where texts part, and
//! it weighs words by the corpus, in which many versions of a text make its own words weightless. Case, accents and
//! punctuation do not count as a change.

use serde::{Deserialize, Serialize};

use super::prepare::Token;
use super::reuse::Pair;
use super::{seeds, wording};
use crate::id::DocumentId;
use crate::order::Order;
use crate::span::Span;

/// How one article became the other. The spans of each side, in order, hold every sentence of that side that
/// has words, once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Difference {
    pub a: DocumentId,
    pub b: DocumentId,
    pub changes: Vec<Change>,
}

/// One sentence, or the pieces of a very long one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Change {
    Kept {
        a: Span,
        b: Span,
    },
    /// Only in `a`; or elsewhere in `b`, word for word.
    Removed {
        a: Span,
        moved_to: Option<Span>,
    },
    /// Only in `b`; or elsewhere in `a`, word for word.
    Added {
        b: Span,
        moved_from: Option<Span>,
    },
    /// In both, with other words.
    Changed {
        a: Span,
        b: Span,
        words: Vec<WordChange>,
    },
}

/// A run of words of a changed sentence, with the punctuation that follows: together they hold both sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WordChange {
    Kept { a: Span, b: Span },
    Removed { a: Span },
    Added { b: Span },
}

/// Part of the content of two sentences, twice what they share over what both have, for which they are one sentence changed.
/// At 0, sentences about the same people would be paired; at 1, nothing changed ever is.
const SAME_SENTENCE: f32 = 0.5;
/// Pairs of sentences between two anchors that are all looked at, at most: time stays a multiple of the text's length.
const BETWEEN: usize = 900;
/// Words in common without a content word are kept only in a run of so many: `de` between two changes is a chance.
const CHANCE: usize = 3;

/// What changed from `pair.a` to `pair.b`.
pub(super) fn changes(pair: Pair) -> Vec<Change> {
    let equal = seeds::equal_segments(pair);
    let mut candidates = candidates(pair, &equal);
    let anchors = heaviest_chain(&mut candidates, pair.b.segments.len());
    candidates.extend(between(pair, &anchors));
    let chain = heaviest_chain(&mut candidates, pair.b.segments.len());
    let (place_in_b, place_in_a) = moves(pair, &equal, &chain);
    let (span_a, span_b) = (|at: u32| pair.a.segments[at as usize].span, |at: u32| pair.b.segments[at as usize].span);
    let mut found = Vec::new();
    let (mut i, mut j) = (0, 0);
    let ends = (length(&pair.a.segments), length(&pair.b.segments));
    for (x, y) in chain.into_iter().map(Some).chain([None]).map(|pair| pair.unwrap_or(ends)) {
        found.extend((i..x).map(|at| Change::Removed { a: span_a(at), moved_to: place_in_b[at as usize].map(span_b) }));
        found.extend((j..y).map(|at| Change::Added { b: span_b(at), moved_from: place_in_a[at as usize].map(span_a) }));
        (i, j) = (x + 1, y + 1);
        if (x, y) == ends {
            break;
        }
        let (a, b) = (span_a(x), span_b(y));
        found.push(if pair.a.words(x).eq(pair.b.words(y)) {
            Change::Kept { a, b }
        } else {
            Change::Changed { a, b, words: word_changes((pair.a.segment_tokens(x), a), (pair.b.segment_tokens(y), b)) }
        });
    }
    found
}

fn length<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).expect("fewer sentences than bytes")
}

/// Pairs of sentences that may be one sentence, with what they have in common.
fn candidates(pair: Pair, equal: &[(u32, u32)]) -> Vec<(u32, u32, u32)> {
    let mut found: Vec<_> = equal.iter().map(|&(x, y)| (x, y, length(pair.a.segment_tokens(x)) * 2 + 1)).collect();
    found.extend(seeds::seeded_segments(pair).into_iter().filter_map(|(x, y)| same_sentence(pair, x, y)));
    found
}

/// Pairs of sentences between two anchors, where so few stand that each may be held against each.
fn between(pair: Pair, anchors: &[(u32, u32)]) -> Vec<(u32, u32, u32)> {
    let mut found = Vec::new();
    let (mut i, mut j) = (0, 0);
    let ends = (length(&pair.a.segments), length(&pair.b.segments));
    for &(x, y) in anchors.iter().chain([&ends]) {
        if (x - i) as usize * (y - j) as usize <= BETWEEN {
            found.extend((i..x).flat_map(|x| (j..y).filter_map(move |y| same_sentence(pair, x, y))));
        }
        (i, j) = (x + 1, y + 1);
    }
    found
}

/// The pair with its weight, when most of the content is in common but not all words are.
fn same_sentence(pair: Pair, x: u32, y: u32) -> Option<(u32, u32, u32)> {
    let (of_a, of_b) = (&pair.a.stems[x as usize], &pair.b.stems[y as usize]);
    let common = of_a.iter().filter(|stem| of_b.binary_search(stem).is_ok()).count();
    let alike = 2.0 * common as f32 / (of_a.len() + of_b.len()).max(1) as f32;
    let shorter = length(pair.a.segment_tokens(x)).min(length(pair.b.segment_tokens(y)));
    (alike >= SAME_SENTENCE && !pair.a.words(x).eq(pair.b.words(y))).then(|| (x, y, 1 + (alike * shorter as f32) as u32))
}

/// The pairs of most weight in all that go up on both sides.
fn heaviest_chain(pairs: &mut [(u32, u32, u32)], n_b: usize) -> Vec<(u32, u32)> {
    // Of one sentence of `a`, the later ones of `b` first: a chain takes each sentence once.
    pairs.order_by_key(|(x, y, _)| (*x, std::cmp::Reverse(*y)));
    // Best chain that ends at or before each sentence of `b`, as a tree of prefix maxima (Fenwick 1994): weight, place of its
    // last pair.
    let mut best: Vec<(u32, Option<u32>)> = vec![(0, None); n_b + 1];
    let mut before: Vec<Option<u32>> = Vec::with_capacity(pairs.len());
    for ((_, y, weight), place) in pairs.iter().zip(0..) {
        let mut top = (0, None);
        let mut at = *y as usize;
        while at > 0 {
            top = if best[at].0 > top.0 { best[at] } else { top };
            at &= at - 1;
        }
        before.push(top.1);
        let here = (top.0 + weight, Some(place));
        let mut at = *y as usize + 1;
        while at < best.len() {
            best[at] = if here.0 > best[at].0 { here } else { best[at] };
            at += at & at.wrapping_neg();
        }
    }
    let end = (0..best.len()).fold((0, None), |top, at| if best[at].0 > top.0 { best[at] } else { top }).1;
    let mut chain: Vec<_> = std::iter::successors(end, |at| before[*at as usize]).map(|at| pairs[at as usize]).collect();
    chain.reverse();
    chain.into_iter().map(|(x, y, _)| (x, y)).collect()
}

/// For each sentence of `a` its place in `b` when it was moved, and the other way round.
fn moves(pair: Pair, equal: &[(u32, u32)], chain: &[(u32, u32)]) -> (Vec<Option<u32>>, Vec<Option<u32>>) {
    let (mut in_b, mut in_a) = (vec![None; pair.a.segments.len()], vec![None; pair.b.segments.len()]);
    let (mut free_a, mut free_b) = (vec![true; in_b.len()], vec![true; in_a.len()]);
    for (x, y) in chain {
        (free_a[*x as usize], free_b[*y as usize]) = (false, false);
    }
    for &(x, y) in equal {
        let (at_a, at_b) = (x as usize, y as usize);
        if std::mem::take(&mut free_a[at_a]) {
            if std::mem::take(&mut free_b[at_b]) {
                (in_b[at_a], in_a[at_b]) = (Some(y), Some(x));
            } else {
                free_a[at_a] = true;
            }
        }
    }
    (in_b, in_a)
}

/// The words of one sentence against those of the other.
pub(super) fn word_changes((a, span_a): (&[Token], Span), (b, span_b): (&[Token], Span)) -> Vec<WordChange> {
    let common = common_words(a, b);
    let runs: Vec<&[(usize, usize)]> = common.chunk_by(|x, y| (x.0 + 1, x.1 + 1) == *y).collect();
    let stands = |run: &&[(usize, usize)]| {
        let at_edge = run[0] == (0, 0) || run[run.len() - 1] == (a.len() - 1, b.len() - 1);
        at_edge || run.len() >= CHANCE || run.iter().any(|(i, _)| a[*i].content)
    };
    let mut found = Vec::new();
    let (mut i, mut j) = (0, 0);
    let end = [(a.len(), b.len())];
    for run in runs.into_iter().filter(stands).chain([&end[..]]) {
        let (x, y) = run[0];
        if i < x {
            found.push(WordChange::Removed { a: tile(a, i..x, span_a) });
        }
        if j < y {
            found.push(WordChange::Added { b: tile(b, j..y, span_b) });
        }
        (i, j) = (x + run.len(), y + run.len());
        if x < a.len() && y < b.len() {
            found.push(WordChange::Kept { a: tile(a, x..i, span_a), b: tile(b, y..j, span_b) });
        }
    }
    found
}

/// Some words of a sentence with what stands up to the next one; the first with what stands before.
fn tile(tokens: &[Token], range: std::ops::Range<usize>, sentence: Span) -> Span {
    let start = if range.start == 0 { sentence.start } else { tokens[range.start].span.start };
    let end = tokens.get(range.end).map_or(sentence.end, |next| next.span.start);
    Span { start, end }
}

/// What two sentences have in common, word for word. Sentences have [`super::prepare::LONGEST`] words at most.
fn common_words(a: &[Token], b: &[Token]) -> Vec<(usize, usize)> {
    let words = |tokens: &[Token]| tokens.iter().map(|token| token.word).collect::<Vec<_>>();
    wording::common(&words(a), &words(b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::Comparer;
    use crate::compare::fixture::{corpus, id};
    use crate::text;
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    fn check(a: &str, b: &str, expected: Expect) {
        let corpus = corpus(&[a, b]);
        let mut shown = String::new();
        for change in Comparer::new(&corpus).differences(&corpus, id(0), id(1)).changes {
            shown += &match change {
                Change::Kept { a: x, .. } => format!("= {}\n", x.slice(a)),
                Change::Removed { a: x, moved_to } => format!("- {}{}\n", x.slice(a), if moved_to.is_some() { " (moved)" } else { "" }),
                Change::Added { b: y, moved_from } => format!("+ {}{}\n", y.slice(b), if moved_from.is_some() { " (moved)" } else { "" }),
                Change::Changed { words, .. } => format!("~ {}\n", words.iter().map(|word| shown_words(a, b, word)).collect::<String>()),
            };
        }
        expected.assert_eq(&shown);
    }

    fn shown_words(a: &str, b: &str, word: &WordChange) -> String {
        match word {
            WordChange::Kept { b: y, .. } => y.slice(b).to_owned(),
            WordChange::Removed { a: x } => format!("[-{}-]", x.slice(a)),
            WordChange::Added { b: y } => format!("[+{}+]", y.slice(b)),
        }
    }

    #[test]
    fn sentences_are_kept_added_removed_moved_and_changed_word_by_word() {
        check(
            "La rivière Orne a débordé dans la nuit de lundi à mardi. Deux écoles sont fermées. \
             Le bilan est de trois blessés légers, selon la préfecture. Un car est bloqué près du stade municipal.",
            "Un car est bloqué près du stade municipal. La rivière Orne a débordé dans la nuit de lundi à mardi. \
             Le bilan est de cinq blessés, dont un grave, selon la préfecture. L’eau baisse depuis midi.",
            expect![[r#"
                + Un car est bloqué près du stade municipal. (moved)
                = La rivière Orne a débordé dans la nuit de lundi à mardi.
                - Deux écoles sont fermées.
                ~ Le bilan est de [-trois -][+cinq +]blessés, [-légers, -][+dont un grave, +]selon la préfecture.
                - Un car est bloqué près du stade municipal. (moved)
                + L’eau baisse depuis midi.
            "#]],
        );
    }

    #[test]
    fn a_word_in_common_by_chance_is_part_of_the_change() {
        check(
            "The mayor of Brookfield opened the new covered market of the town on Monday morning.",
            "The mayor of Brookfield opened the new covered market by a speech of thanks on Monday morning.",
            expect![[r#"
                ~ The mayor of Brookfield opened the new covered market [-of the town -][+by a speech of thanks +]on Monday morning.
            "#]],
        );
    }

    #[test]
    fn every_sentence_changed_in_a_text_in_many_versions_is_still_paired() {
        let version =
            |n: usize| format!("Le bilan provisoire de la crue est de {n} blessés. Les secours de {n} villages cherchent encore.");
        let texts: Vec<String> = (0..60).map(version).collect();
        let corpus = corpus(&texts.iter().map(String::as_str).collect::<Vec<_>>());
        let found = Comparer::new(&corpus).differences(&corpus, id(3), id(40)).changes;
        assert!(found.len() == 2 && found.iter().all(|change| matches!(change, Change::Changed { .. })), "{found:?}");
    }

    proptest! {
        #[test]
        fn the_changes_give_back_both_sides(
            a in "((le|pont|de|bois|ferme|lundi|Une|école|ouvre|mardi|[a-z]{3})[ ,]|[.] ){1,60}",
            b in "((le|pont|de|bois|ferme|lundi|Une|école|ouvre|mardi|[a-z]{3})[ ,]|[.] ){1,60}",
        ) {
            prop_assume!(!a.trim().is_empty() && !b.trim().is_empty());
            let corpus = corpus(&[&a, &b]);
            let changes = Comparer::new(&corpus).differences(&corpus, id(0), id(1)).changes;
            let (mut of_a, mut of_b) = (Vec::new(), Vec::new());
            for change in changes {
                match change {
                    Change::Kept { a, b } => { of_a.push(a); of_b.push(b); }
                    Change::Removed { a, .. } => of_a.push(a),
                    Change::Added { b, .. } => of_b.push(b),
                    Change::Changed { a, b, words } => {
                        let (mut at_a, mut at_b) = (a.start, b.start);
                        for word in words {
                            let (x, y) = match word {
                                WordChange::Kept { a, b } => (Some(a), Some(b)),
                                WordChange::Removed { a } => (Some(a), None),
                                WordChange::Added { b } => (None, Some(b)),
                            };
                            if let Some(x) = x { prop_assert_eq!(x.start, at_a); at_a = x.end; }
                            if let Some(y) = y { prop_assert_eq!(y.start, at_b); at_b = y.end; }
                        }
                        prop_assert_eq!((at_a, at_b), (a.end, b.end));
                        of_a.push(a);
                        of_b.push(b);
                    }
                }
            }
            let has_words = |place: usize, span: Span| text::words(&corpus.documents[place].raw, span).next().is_some();
            let spans = |place: usize| {
                let sentences = corpus.documents[place].sentences.iter().map(|sentence| sentence.span);
                sentences.filter(|span| has_words(place, *span)).collect::<Vec<_>>()
            };
            prop_assert_eq!(of_a, spans(0));
            prop_assert_eq!(of_b, spans(1));
        }
    }
}
