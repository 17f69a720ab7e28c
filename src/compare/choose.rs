//! Of all passages found, the ones shown: the telling first, none inside another, and what joins them.

use crate::order::Order;
use std::cmp::Reverse;

use super::align::Matched;
use super::prepare::{Prepared, Token};
use super::reuse::{Candidate, Pair};

/// A passage that faces an already chosen one on one side only is a repetition, if it is worth this part of the
/// other at least; less is an echo of a few words and dropped. Growing to 1, only full repetitions stay.
const REPETITION: f32 = 0.7;
/// Chosen passages of a sentence that are looked at before another is dropped: more is a refrain.
const PASSAGES_OF_A_SENTENCE: usize = 64;

/// Candidates that do not overlap a better one, best first.
pub(super) fn choose(pair: Pair, mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.order_by(|x, y| {
        let length = |c: &Candidate| c.ends.1.a - c.ends.0.a + c.ends.1.b - c.ends.0.b;
        let place = |c: &Candidate| (!pair.is_quoted(c), Reverse(length(c)), c.closeness, c.matched[0].a, c.matched[0].b, c.matched.len());
        y.weight.total_cmp(&x.weight).then_with(|| place(x).cmp(&place(y)))
    });
    let mut chosen: Vec<Candidate> = Vec::new();
    let mut in_a = vec![Vec::<usize>::new(); pair.a.segments.len()];
    let mut in_b = vec![Vec::<usize>::new(); pair.b.segments.len()];
    for candidate in candidates {
        let (first, last) = candidate.ends;
        let segments_a = pair.a.segment_of(first.a) as usize..=pair.a.segment_of(last.a) as usize;
        let segments_b = pair.b.segment_of(first.b) as usize..=pair.b.segment_of(last.b) as usize;
        let mut near = in_a[segments_a.clone()].iter().chain(&in_b[segments_b.clone()]).flatten();
        let fits = near.all(|other: &usize| stands_beside(&candidate, &chosen[*other]));
        let is_refrain = in_a[segments_a.clone()].iter().any(|passages| passages.len() >= PASSAGES_OF_A_SENTENCE);
        if fits && !is_refrain {
            in_a[segments_a].iter_mut().for_each(|passages| passages.push(chosen.len()));
            let open = in_b[segments_b].iter_mut().filter(|passages| passages.len() < PASSAGES_OF_A_SENTENCE);
            open.for_each(|passages| passages.push(chosen.len()));
            chosen.push(candidate);
        }
    }
    chosen
}

fn stands_beside(candidate: &Candidate, better: &Candidate) -> bool {
    let ((first, last), (better_first, better_last)) = (candidate.ends, better.ends);
    let over_a = first.a <= better_last.a && better_first.a <= last.a;
    let over_b = first.b <= better_last.b && better_first.b <= last.b;
    match (over_a, over_b) {
        (false, false) => true,
        (true, true) => false,
        _ => candidate.weight >= better.weight * REPETITION,
    }
}

/// Short equal sentences (`Il se tait.`) say nothing alone; beside a passage they are part of what is in common.
pub(super) fn join_equal_neighbours(pair: Pair, chosen: &mut Vec<Candidate>) {
    let mut covered_a = covered(pair.a, chosen, |m| m.a);
    let mut covered_b = covered(pair.b, chosen, |m| m.b);
    let mut place = 0;
    while let Some(candidate) = chosen.get(place) {
        let (first, last) = candidate.ends;
        let before = (pair.a.segment_of(first.a).checked_sub(1), pair.b.segment_of(first.b).checked_sub(1));
        let after = (Some(pair.a.segment_of(last.a) + 1), Some(pair.b.segment_of(last.b) + 1));
        for (x, y) in [before, after] {
            let (Some(x), Some(y)) = (x, y) else { continue };
            if !free(pair.a, &covered_a, x) || !free(pair.b, &covered_b, y) || !pair.a.words(x).eq(pair.b.words(y)) {
                continue;
            }
            if let Some(candidate) = pair.whole_segments(x, y) {
                candidate.matched.iter().for_each(|m| (covered_a[m.a], covered_b[m.b]) = (true, true));
                chosen.push(candidate);
            }
        }
        place += 1;
    }
}

/// For each word of a document, whether it stands in a passage.
fn covered(document: &Prepared, passages: &[Candidate], side: impl Fn(&Matched) -> usize) -> Vec<bool> {
    let mut covered = vec![false; document.tokens.len()];
    for Candidate { ends: (first, last), .. } in passages {
        covered[side(first)..=side(last)].fill(true);
    }
    covered
}

/// True for a segment that exists, has words, and none of them in a passage.
fn free(document: &Prepared, covered: &[bool], segment: u32) -> bool {
    let Some(segment) = document.segments.get(segment as usize) else { return false };
    let words: &[Token] = &document.tokens[segment.first..segment.end];
    !words.is_empty() && !covered[segment.first..segment.end].contains(&true)
}
