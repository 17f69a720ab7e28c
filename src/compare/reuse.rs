//! Text that two articles have in common, word for word or nearly.
//!
//! Pairs of sentences that share two consecutive content words are aligned (see [`super::align`]); what is long or telling
//! enough becomes a passage. So a passage is found wherever it was moved to, and a formula (`le ministre de l'Intérieur`)
//! is none. Detection of text reuse by shared n-grams and local alignment follows Smith, Cordell and Mullen
//! (Computational methods for uncovering reprinted texts, 2015). A passage repeated in one article may face several of
//! the other; two passages never overlap on both sides. Who took from whom is deliberately not asked: dates and agencies
//! must say that.

use super::align::{Aligner, Matched};
use super::prepare::{Prepared, Token};
use super::vocabulary::Vocabulary;
use super::{Closeness, CommonPassage, choose, quoted, seeds};
use crate::order::Order;
use crate::span::Span;

/// Matched words that may be common text.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Places in the articles, not in segments; in order, at least one.
    pub matched: Vec<Matched>,
    /// First and last word of the passage on both sides.
    pub ends: (Matched, Matched),
    /// Sum of what the matched content words are worth.
    pub weight: f32,
    pub closeness: Closeness,
    pub score: f32,
}

/// What the matched words of a passage are worth at least, less what else stands in it, when nothing else speaks for it; a
/// content word that is in few sentences is worth about three quarters, a name half of that. Growing, short common clauses
/// are lost; below 1.5, formulas come in.
const TELLING: f32 = 2.0;
/// Words of such a passage at least.
const WORDS: usize = 4;
/// Matched words in the longer side of a passage at least: below half, it is no longer the same text.
const FILLED: f32 = 0.5;
/// Alignments sought in one pair of sentences.
const ALIGNMENTS_OF_A_PAIR: usize = 4;
/// A name is worth this part of another word: names are in common because the event is.
pub(super) const NAME: f32 = 0.5;

/// Two articles, ready, with what is telling in the corpus.
#[derive(Clone, Copy)]
pub(super) struct Pair<'a> {
    pub vocabulary: &'a Vocabulary,
    pub a: &'a Prepared,
    pub b: &'a Prepared,
}

/// Verbatim and nearly verbatim passages of the pair, in order of `a`.
pub(super) fn common_text(pair: Pair) -> Vec<CommonPassage> {
    let mut candidates = quoted::candidates(pair);
    candidates.extend(aligned(pair));
    candidates.extend(equal_sentences(pair));
    let mut chosen = choose::choose(pair, candidates);
    choose::join_equal_neighbours(pair, &mut chosen);
    let mut passages: Vec<_> = chosen.iter().map(|candidate| passage(pair, candidate)).collect();
    passages.order_by_key(|passage| (passage.a, passage.b));
    passages
}

impl Pair<'_> {
    /// What a matched pair of words is worth.
    pub fn worth(&self, matched: &Matched) -> f32 {
        let (x, y) = (&self.a.tokens[matched.a], &self.b.tokens[matched.b]);
        match (x.content, x.name_like || y.name_like) {
            (false, _) => 0.0,
            (true, true) => self.vocabulary.weight(x.stem) * NAME,
            (true, false) => self.vocabulary.weight(x.stem),
        }
    }

    /// A candidate of `matched`, without function words hanging over at its end; nothing when nothing is left.
    pub fn candidate(&self, mut matched: Vec<Matched>) -> Option<Candidate> {
        let stands = |m: &Matched| self.a.tokens[m.a].content || (ends_segment(self.a, m.a) && ends_segment(self.b, m.b));
        while matched.last().is_some_and(|last| !stands(last)) {
            matched.pop();
        }
        let (first, last) = (*matched.first()?, *matched.last()?);
        let weight = matched.iter().map(|m| self.worth(m)).sum();
        let (len_a, len_b) = (last.a - first.a + 1, last.b - first.b + 1);
        let identical = matched.iter().filter(|m| m.identical).count();
        let (closeness, score) = if identical == len_a && identical == len_b {
            (Closeness::Verbatim, 1.0)
        } else {
            // Below 1, even if all that differs is an ending.
            (Closeness::NearVerbatim, (2.0 * matched.len() as f32 / (len_a + len_b) as f32).min(0.99))
        };
        Some(Candidate { matched, ends: (first, last), weight, closeness, score })
    }

    /// Two segments of equal words, as a candidate.
    pub fn whole_segments(&self, x: u32, y: u32) -> Option<Candidate> {
        let (x, y) = (&self.a.segments[x as usize], &self.b.segments[y as usize]);
        let matched = (x.first..x.end).zip(y.first..y.end).map(|(a, b)| Matched { a, b, identical: true });
        self.candidate(matched.collect())
    }

    /// True when all words stand between marks on both sides.
    pub fn is_quoted(&self, candidate: &Candidate) -> bool {
        let (first, last) = candidate.ends;
        let in_marks = |tokens: &[Token]| tokens.iter().all(|token| token.quotation.is_some());
        in_marks(&self.a.tokens[first.a..=last.a]) && in_marks(&self.b.tokens[first.b..=last.b])
    }

    /// False for a name with its function, `le ministre de la Défense, le général Paul Mas`: in common because the person is.
    fn says_something(&self, candidate: &Candidate) -> bool {
        let said = |m: &Matched| {
            let (x, y) = (&self.a.tokens[m.a], &self.b.tokens[m.b]);
            x.content && !x.name_like && !y.name_like && !self.vocabulary.is_function(x.stem)
        };
        let names = |m: &Matched| self.a.tokens[m.a].name_like || self.b.tokens[m.b].name_like;
        candidate.matched.iter().any(said) || !candidate.matched.iter().any(names)
    }

    fn is_telling(&self, candidate: &Candidate) -> bool {
        let (first, last) = candidate.ends;
        let longer = (last.a - first.a).max(last.b - first.b) + 1;
        let filled = candidate.matched.len() as f32 / longer as f32;
        self.says_something(candidate) && candidate.weight * filled >= TELLING && candidate.matched.len() >= WORDS && filled >= FILLED
    }
}

fn ends_segment(document: &Prepared, token: usize) -> bool {
    document.segments[document.segment_of(token) as usize].end == token + 1
}

/// Passages by alignment of sentences.
fn aligned(pair: Pair) -> Vec<Candidate> {
    let mut aligner = Aligner::default();
    let mut found = Vec::new();
    for (segment_a, segment_b) in seeds::seeded_pairs(pair) {
        if pair.a.words(segment_a).eq(pair.b.words(segment_b)) {
            // The alignment of a sentence with itself is known.
            let whole = pair.whole_segments(segment_a, segment_b).filter(|candidate| pair.is_telling(candidate));
            found.extend(whole.into_iter().flat_map(|candidate| at_marks(pair, candidate)));
            continue;
        }
        let (tokens_a, tokens_b) = (pair.a.segment_tokens(segment_a), pair.b.segment_tokens(segment_b));
        let (first_a, first_b) = (pair.a.segments[segment_a as usize].first, pair.b.segments[segment_b as usize].first);
        let mut taken_a = vec![false; tokens_a.len()];
        let mut taken_b = vec![false; tokens_b.len()];
        for _ in 0..ALIGNMENTS_OF_A_PAIR {
            let local = aligner.align(pair.vocabulary, (tokens_a, &taken_a), (tokens_b, &taken_b));
            let (Some(first), Some(last)) = (local.first(), local.last()) else { break };
            taken_a[first.a..=last.a].fill(true);
            taken_b[first.b..=last.b].fill(true);
            let matched: Vec<_> = local.iter().map(|m| Matched { a: m.a + first_a, b: m.b + first_b, ..*m }).collect();
            let candidate = pair.candidate(matched).filter(|candidate| pair.is_telling(candidate));
            let Some(candidate) = candidate else { break };
            found.extend(at_marks(pair, candidate));
        }
    }
    found
}

/// An alignment that enters or leaves a quotation on both sides at once is cut there, if what is quoted can stand alone:
/// then a reader sees the quotation as one passage and the words around it as another.
fn at_marks(pair: Pair, candidate: Candidate) -> Vec<Candidate> {
    let side = |m: &Matched| {
        let (x, y) = (pair.a.tokens[m.a].quotation, pair.b.tokens[m.b].quotation);
        x.zip(y)
    };
    let pieces: Vec<_> = candidate.matched.chunk_by(|x, y| side(x) == side(y)).collect();
    // The same words on both sides are rather kept whole than cut for two words in marks.
    let enough = if candidate.closeness == Closeness::Verbatim { TELLING } else { quoted::WITHOUT_MARKS };
    let stands = |piece: &[Matched]| {
        let in_marks = side(&piece[0]).is_some();
        pair.candidate(piece.to_vec()).filter(|piece| pair.is_telling(piece) || (in_marks && piece.weight >= enough))
    };
    let quoted_stands = pieces.iter().any(|piece| side(&piece[0]).is_some() && stands(piece).is_some());
    if pieces.len() < 2 || !quoted_stands {
        return vec![candidate];
    }
    pieces.into_iter().filter_map(stands).collect()
}

/// Sentences that are the same in both, word for word, and say something.
fn equal_sentences(pair: Pair) -> Vec<Candidate> {
    let same = pair.a.words_of_all().eq(pair.b.words_of_all());
    seeds::equal_segments(pair)
        .into_iter()
        .filter_map(|(x, y)| pair.whole_segments(x, y))
        .filter(|candidate| same || (candidate.matched.len() >= WORDS && candidate.weight >= TELLING / 2.0))
        .collect()
}

fn passage(pair: Pair, candidate: &Candidate) -> CommonPassage {
    let (first, last) = candidate.ends;
    let (tokens_a, tokens_b) = (&pair.a.tokens[first.a..=last.a], &pair.b.tokens[first.b..=last.b]);
    let mut a = tokens_a[0].span.cover(tokens_a[tokens_a.len() - 1].span);
    let mut b = tokens_b[0].span.cover(tokens_b[tokens_b.len() - 1].span);
    // Marks are part of the passage when both sides have them there.
    if let (Some(x), Some(y)) = (pair.a.quotation_from(first.a), pair.b.quotation_from(first.b)) {
        (a.start, b.start) = (x.outer.start, y.outer.start);
    }
    if let (Some(x), Some(y)) = (pair.a.quotation_to(last.a), pair.b.quotation_to(last.b)) {
        (a.end, b.end) = (x.outer.end, y.outer.end);
    }
    let quoted = pair.is_quoted(candidate);
    let Candidate { closeness, score, .. } = *candidate;
    CommonPassage { a, b, closeness, score, runs: runs(pair, &candidate.matched), quoted }
}

/// Runs of identical words, pairwise.
fn runs(pair: Pair, matched: &[Matched]) -> Vec<(Span, Span)> {
    let identical: Vec<_> = matched.iter().filter(|m| m.identical).collect();
    identical
        .chunk_by(|x, y| x.a + 1 == y.a && x.b + 1 == y.b)
        .map(|run| {
            let (first, last) = (run[0], run[run.len() - 1]);
            let cover = |tokens: &[Token], from: usize, to: usize| tokens[from].span.cover(tokens[to].span);
            (cover(&pair.a.tokens, first.a, last.a), cover(&pair.b.tokens, first.b, last.b))
        })
        .collect()
}
