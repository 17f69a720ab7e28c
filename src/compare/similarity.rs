//! The same statement in other words.
//!
//! Evidence that two sentences say the same: common stems, numbers and names, each counted by how telling it is (the
//! cosine of idf-weighted vectors, Salton and Buckley, 1988), with entities as words of their own, so that a name meets
//! the description that stands for it. Two sentences are matched when each is among the best the other has. Synonyms,
//! negation and who says it are deliberately not weighed: precision comes before recall, and a reader has both passages
//! before him.

use std::collections::BTreeMap;

use super::reuse::Pair;
use super::{Closeness, CommonPassage};
use crate::entities::{EntityIndex, Mention};

/// Cosine of two sentences from which they may say the same; found on articles about one event, where sentences that do
/// not say the same rarely pass 0.25. Growing, fewer and surer.
const ALIKE: f32 = 0.28;
/// What the common evidence is worth at least, so that two short sentences with one common word are not matched.
const EVIDENCE: f32 = 1.6;
/// Common pieces of evidence at least.
const PIECES: u32 = 3;
/// Against the best match of either sentence, a match keeps this part at least; at 1 only mutual best matches stay.
const NEAR_BEST: f32 = 0.85;
/// What an entity is worth against a word that is as rare: its name is often among the words already.
const ENTITY: f32 = 0.6;
/// A word in more sentences of one article than this is no evidence.
const SENTENCES_OF_A_WORD: usize = 200;
/// Part of a sentence in common text from which the pair is no longer shown as reworded as well.
const MOSTLY: f32 = 0.5;

/// A match of two sentences.
#[derive(Clone, Copy, Debug)]
struct Match {
    a: u32,
    b: u32,
    score: f32,
}

/// What speaks for a sentence: numbers of stems, then of entities, with weights.
type Evidence = Vec<(u32, f32)>;

/// Reworded passages of the pair, in order of `a`; `common` are the passages already found.
pub(super) fn reworded(pair: Pair, entities: &EntityIndex, mentions: [&[Mention]; 2], common: &[CommonPassage]) -> Vec<CommonPassage> {
    let a = evidence(pair, entities, mentions[0], Side::A);
    let b = evidence(pair, entities, mentions[1], Side::B);
    let mut matches = matches(&a, &b);
    let (mut best_a, mut best_b) = (vec![0.0_f32; a.len()], vec![0.0_f32; b.len()]);
    for found in &matches {
        best_a[found.a as usize] = best_a[found.a as usize].max(found.score);
        best_b[found.b as usize] = best_b[found.b as usize].max(found.score);
    }
    matches.retain(|found| found.score >= NEAR_BEST * best_a[found.a as usize].max(best_b[found.b as usize]));
    matches
        .into_iter()
        .map(|Match { a, b, score }| CommonPassage {
            a: pair.a.segments[a as usize].span,
            b: pair.b.segments[b as usize].span,
            closeness: Closeness::Reworded,
            score: score.min(1.0),
            runs: Vec::new(),
            quoted: false,
        })
        .filter(|passage| !is_common_text(passage, common))
        .collect()
}

#[derive(Clone, Copy)]
enum Side {
    A,
    B,
}

fn evidence(pair: Pair, entities: &EntityIndex, mentions: &[Mention], side: Side) -> Vec<Evidence> {
    let document = match side {
        Side::A => pair.a,
        Side::B => pair.b,
    };
    let first_entity = pair.vocabulary.n_stems();
    let mut found: Vec<Evidence> =
        document.stems.iter().map(|stems| stems.iter().map(|stem| (*stem, pair.vocabulary.weight(*stem))).collect()).collect();
    for mention in mentions {
        let token = document.tokens.partition_point(|token| token.span.start < mention.span.start);
        if token < document.tokens.len() {
            let frequency = entities.entity(mention.entity).map_or(1, |entity| entity.n_total());
            let weight = ENTITY * pair.vocabulary.weight_of_frequency(frequency);
            found[document.segment_of(token) as usize].push((first_entity + mention.entity.0, weight));
        }
    }
    for evidence in &mut found {
        evidence.sort_by_key(|(number, _)| *number);
        evidence.dedup_by_key(|(number, _)| *number);
    }
    found
}

/// All pairs of sentences that are alike, in order.
fn matches(a: &[Evidence], b: &[Evidence]) -> Vec<Match> {
    let postings = postings(b);
    let norm = |evidence: &Evidence| evidence.iter().map(|(_, weight)| weight * weight).sum::<f32>();
    let norms_b: Vec<f32> = b.iter().map(norm).collect();
    // What each sentence of `b` has in common with the sentence of `a` at hand: squares, worth, pieces.
    let mut common = vec![(0.0_f32, 0.0_f32, 0_u32); b.len()];
    let mut found = Vec::new();
    for (evidence, place) in a.iter().zip(0..) {
        let mut touched = Vec::new();
        for (number, weight) in evidence {
            for other in postings.get(number).map_or(&[][..], Vec::as_slice) {
                let (squares, worth, pieces) = &mut common[*other as usize];
                if *pieces == 0 {
                    touched.push(*other);
                }
                *squares += weight * weight;
                *worth += weight;
                *pieces += 1;
            }
        }
        touched.sort_unstable();
        for other in touched {
            let (squares, worth, pieces) = std::mem::take(&mut common[other as usize]);
            let score = squares / (norm(evidence) * norms_b[other as usize]).sqrt();
            if score >= ALIKE && worth >= EVIDENCE && pieces >= PIECES {
                found.push(Match { a: place, b: other, score });
            }
        }
    }
    found
}

/// For each piece of evidence, the sentences that have it; what nearly all have is left out.
fn postings(b: &[Evidence]) -> BTreeMap<u32, Vec<u32>> {
    let mut postings: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (evidence, place) in b.iter().zip(0..) {
        for (number, _) in evidence {
            postings.entry(*number).or_default().push(place);
        }
    }
    postings.retain(|_, sentences| sentences.len() <= SENTENCES_OF_A_WORD);
    postings
}

/// True when the words of either side stand mostly in common text that the two sentences share.
fn is_common_text(passage: &CommonPassage, common: &[CommonPassage]) -> bool {
    let part = |whole: crate::span::Span, part: crate::span::Span| part.len() as f32 / whole.len().max(1) as f32;
    let shared = common.iter().filter(|other| other.a.overlaps(passage.a) && other.b.overlaps(passage.b));
    let (in_a, in_b) = shared.fold((0.0, 0.0), |(x, y), other| (x + part(passage.a, other.a), y + part(passage.b, other.b)));
    in_a.max(in_b) > MOSTLY
}
