//! How much text each two of many articles have in common, word for word, without comparing each two.
//!
//! Every run of [`SHINGLE`] words (a shingle: Broder, On the resemblance and containment of documents, 1997) is looked up in
//! one index of all articles. The cost grows with the text and with what is really in common, not with the number of
//! pairs.

use std::collections::{BTreeMap, HashMap};

use super::prepare::{Prepared, Token};
use crate::id::DocumentId;

/// Words of a shingle: with fewer, formulas are common text; with more, an edit hides its neighbours.
const SHINGLE: usize = 6;
/// Content words of a shingle at least.
const CONTENT: usize = 3;

/// For each pair of documents with a shingle in common, in order of ids: share of the words of each in such shingles.
pub(super) fn common_shares(documents: &[Prepared]) -> Vec<(DocumentId, DocumentId, f32, f32)> {
    // Documents are visited in order, so that every list is in order; the map itself is only ever asked, never walked.
    let mut holders: HashMap<[u32; SHINGLE], Vec<u32>> = HashMap::new();
    for (document, place) in documents.iter().zip(0_u32..) {
        for (_, shingle) in shingles(document) {
            let holders = holders.entry(shingle).or_default();
            if holders.last() != Some(&place) {
                holders.push(place);
            }
        }
    }
    let shares: Vec<BTreeMap<u32, f32>> = documents.iter().zip(0..).map(|(document, place)| shares_of(document, place, &holders)).collect();
    let back = |a: u32, b: u32| shares[b as usize].get(&a).copied().unwrap_or(0.0);
    let pairs = shares.iter().zip(0..).flat_map(|(with, a)| with.range(a + 1..).map(move |(b, share)| (a, *b, *share)));
    pairs.map(|(a, b, share)| (DocumentId(a), DocumentId(b), share, back(a, b))).collect()
}

/// Share of the words of one document in common with each other that has any.
fn shares_of(document: &Prepared, place: u32, holders: &HashMap<[u32; SHINGLE], Vec<u32>>) -> BTreeMap<u32, f32> {
    // For each other document: words in common, and where the last shingle counted with it ends.
    let mut common: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
    for (at, shingle) in shingles(document) {
        for other in holders.get(&shingle).into_iter().flatten().filter(|other| **other != place) {
            let (n_words, counted_to) = common.entry(*other).or_default();
            *n_words += at + SHINGLE - (*counted_to).max(at);
            *counted_to = at + SHINGLE;
        }
    }
    let n_tokens = document.tokens.len().max(1);
    common.into_iter().map(|(other, (n_words, _))| (other, n_words as f32 / n_tokens as f32)).collect()
}

/// Shingles that say something, with the place of their first word.
fn shingles(document: &Prepared) -> impl Iterator<Item = (usize, [u32; SHINGLE])> + '_ {
    document.tokens.windows(SHINGLE).enumerate().filter_map(|(at, words)| {
        let words: &[Token; SHINGLE] = words.try_into().ok()?;
        let content = words.iter().filter(|word| word.content && !word.name_like).count();
        (content >= CONTENT).then(|| (at, words.map(|word| word.word)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::fixture;
    use crate::compare::prepare::prepare;

    #[test]
    fn only_pairs_with_common_text_are_listed_and_each_side_has_its_own_share() {
        let common = "Une fissure longue de douze mètres inquiète les riverains.";
        let corpus = fixture::corpus(&[
            common,
            "Le conseil vote demain le budget de la piscine.",
            &format!("{common} Une réunion publique aura lieu jeudi soir à la mairie annexe."),
        ]);
        let (documents, _) = prepare(&corpus);
        let found = common_shares(&documents);
        let [(a, b, share_a, share_b)] = found[..] else { panic!("{found:?}") };
        assert_eq!((a, b), (DocumentId(0), DocumentId(2)));
        assert!(share_a > 0.99 && share_b < 0.6, "{share_a} {share_b}");
    }
}
