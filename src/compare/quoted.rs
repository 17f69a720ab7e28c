//! Quotations that both articles bring, however short: a quotation is chosen words, so two of them in common tell what
//! five words of running text tell.
//!
//! Full, cut short (`« une responsabilité partagée »`, `« responsabilité »`) or inflected (`« la responsabilité était
//! partagée »`) between marks on both sides; word for word where only one side has marks. Long quotations with a changed
//! word are found by the alignment of sentences. Who is quoted is left to the module of quotations.

use crate::order::Order;
use std::collections::BTreeMap;

use super::Closeness;
use super::align::{Aligner, Matched};
use super::prepare::{Prepared, Quotation, Token};
use super::reuse::{Candidate, Pair};
use super::seeds::with_key;

/// Content words of a quotation looked at here, at most: longer ones are found by alignment.
const LONGEST: usize = 24;
/// Quotations, or places, that share words and are looked at for one quotation, at most.
const PLACES: usize = 32;
/// What the words of a quotation are worth at least when the other side has no marks; two words in few sentences of the
/// corpus are worth about one and a half. Below 1.2, pairs of frequent words count.
pub(super) const WITHOUT_MARKS: f32 = 1.3;
/// The same between marks on both sides. At 0, any word in scare quotes would count.
const IN_MARKS: f32 = 0.5;
/// A single word is the same quotation only in a quotation of so many content words at most.
const AROUND_A_WORD: usize = 2;

/// Quotations of either article that stand in the other.
pub(super) fn candidates(pair: Pair) -> Vec<Candidate> {
    let mut found = both_in_marks(pair);
    for (a, b) in spelled_out(pair.a, pair.b) {
        found.extend(word_for_word(pair, a, b));
    }
    for (b, a) in spelled_out(pair.b, pair.a) {
        found.extend(word_for_word(pair, a, b));
    }
    found
}

/// Quotations between marks on both sides, of which the shorter stands in the longer.
fn both_in_marks(pair: Pair) -> Vec<Candidate> {
    let mut with_stem: BTreeMap<u32, Vec<&Quotation>> = BTreeMap::new();
    for quotation in &pair.b.quotations {
        for at in content(pair.b, quotation) {
            with_stem.entry(pair.b.tokens[at].stem).or_default().push(quotation);
        }
    }
    let mut aligner = Aligner::default();
    let mut found = Vec::new();
    for x in &pair.a.quotations {
        let mut others: Vec<_> = content(pair.a, x)
            .into_iter()
            .filter_map(|at| with_stem.get(&pair.a.tokens[at].stem))
            .filter(|others| others.len() <= PLACES)
            .flatten()
            .collect();
        others.order_by_key(|y| y.first);
        others.dedup_by_key(|y| y.first);
        found.extend(others.into_iter().filter_map(|y| same_quotation(pair, &mut aligner, x, y)));
    }
    found
}

fn same_quotation(pair: Pair, aligner: &mut Aligner, x: &Quotation, y: &Quotation) -> Option<Candidate> {
    let (tokens_a, tokens_b) = (&pair.a.tokens[x.first..x.end], &pair.b.tokens[y.first..y.end]);
    let free = [false; LONGEST * 8];
    let (taken_a, taken_b) = (free.get(..tokens_a.len())?, free.get(..tokens_b.len())?);
    let local = aligner.align(pair.vocabulary, (tokens_a, taken_a), (tokens_b, taken_b));
    let matched: Vec<_> = local.iter().map(|m| Matched { a: m.a + x.first, b: m.b + y.first, ..*m }).collect();
    let common: Vec<_> = matched.iter().filter(|m| pair.a.tokens[m.a].content).collect();
    let (shorter, longer) = {
        let (n, m) = (content(pair.a, x).len(), content(pair.b, y).len());
        (n.min(m), n.max(m))
    };
    let telling = match common.as_slice() {
        [only] => longer <= AROUND_A_WORD && pair.vocabulary.is_rare(pair.a.tokens[only.a].stem) && !pair.a.tokens[only.a].name_like,
        common => common.len() >= 2,
    };
    if !telling || common.len() < shorter {
        return None;
    }
    let candidate = pair.candidate(matched).filter(|candidate| candidate.weight >= IN_MARKS)?;
    Some(if shorter == longer { whole_quotations(pair, candidate, x, y) } else { candidate })
}

/// When the content is the same, small words at the borders (`une`, `la`) belong to the passage too.
fn whole_quotations(pair: Pair, candidate: Candidate, x: &Quotation, y: &Quotation) -> Candidate {
    let ends = (Matched { a: x.first, b: y.first, identical: false }, Matched { a: x.end - 1, b: y.end - 1, identical: false });
    let words = |tokens: &[Token]| tokens.iter().map(|token| token.word).collect::<Vec<_>>();
    let (closeness, score) = if words(&pair.a.tokens[x.first..x.end]) == words(&pair.b.tokens[y.first..y.end]) {
        (Closeness::Verbatim, 1.0)
    } else {
        (Closeness::NearVerbatim, 2.0 * candidate.matched.len() as f32 / (x.end - x.first + y.end - y.first) as f32)
    };
    Candidate { ends, closeness, score: score.min(1.0), ..candidate }
}

/// Places (first word of a quotation of `quoting`, first word in `other`) where the other article has all words of a
/// quotation.
fn spelled_out(quoting: &Prepared, other: &Prepared) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for quotation in &quoting.quotations {
        let [first, second, ..] = content(quoting, quotation)[..] else { continue };
        let before = first - quotation.first;
        let places = with_key(&other.seeds, (quoting.tokens[first].stem, quoting.tokens[second].stem));
        if places.len() > PLACES {
            continue;
        }
        for start in places.iter().filter_map(|seed| (seed.at as usize).checked_sub(before)) {
            let words = &quoting.tokens[quotation.first..quotation.end];
            let same =
                other.tokens.get(start..start + words.len()).is_some_and(|there| words.iter().zip(there).all(|(x, y)| x.word == y.word));
            if same {
                found.push((quotation.first, start));
            }
        }
    }
    found
}

/// The words of a quotation that begins at `a` in one article or at `b` in the other, as a candidate.
fn word_for_word(pair: Pair, a: usize, b: usize) -> Option<Candidate> {
    let length = |document: &Prepared, at: usize| document.quotation_from(at).map(|quotation| quotation.end - at);
    let n_words = [length(pair.a, a), length(pair.b, b)].into_iter().flatten().max()?;
    let same = |n: &usize| {
        let (x, y) = (pair.a.tokens.get(a + n), pair.b.tokens.get(b + n));
        x.zip(y).is_some_and(|(x, y)| x.word == y.word)
    };
    let matched = (0..n_words).take_while(same).map(|n| Matched { a: a + n, b: b + n, identical: true }).collect();
    pair.candidate(matched).filter(|candidate| candidate.weight >= WITHOUT_MARKS)
}

/// Places of the content words of a quotation; none for a very long one.
fn content(document: &Prepared, quotation: &Quotation) -> Vec<usize> {
    let places: Vec<_> = (quotation.first..quotation.end).filter(|at| document.tokens[*at].content).collect();
    if places.len() > LONGEST { Vec::new() } else { places }
}
