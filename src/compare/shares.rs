//! How much text each two of many articles have in common, word for word, without comparing each two.
//!
//! Every run of [`SHINGLE`] words (a shingle: Broder, On the resemblance and containment of documents, 1997) is looked up in
//! one index of all articles. Memory grows with the text and with the pairs that really have something in common; time
//! too, but for one list of numbers that is cleared for each article.

use std::collections::HashMap;

use super::prepare::{Prepared, Token};
use crate::id::DocumentId;
use crate::order::Order;

/// Words of a shingle: with fewer, formulas are common text; with more, an edit hides its neighbours.
pub(super) const SHINGLE: usize = 6;
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
    let mut shares: Vec<Vec<(u32, f32)>> = Vec::with_capacity(documents.len());
    let mut pairs = Vec::new();
    for (document, b) in documents.iter().zip(0_u32..) {
        let with = shares_of(document, b, documents.len(), &holders);
        for &(a, share_b) in with.iter().take_while(|(a, _)| *a < b) {
            let before = &shares[a as usize];
            let share_a = before.binary_search_by_key(&b, |(other, _)| *other).map_or(0.0, |at| before[at].1);
            pairs.push((DocumentId(a), DocumentId(b), share_a, share_b));
        }
        shares.push(with);
    }
    pairs.order_by_key(|(a, b, ..)| (*a, *b));
    pairs
}

/// Share of the words of one document in common with each other that has any.
fn shares_of(document: &Prepared, place: u32, n_documents: usize, holders: &HashMap<[u32; SHINGLE], Vec<u32>>) -> Vec<(u32, f32)> {
    let mut n_words = vec![0_usize; n_documents];
    let mut counted_to = vec![0_usize; n_documents];
    for (at, shingle) in shingles(document) {
        for other in holders.get(&shingle).into_iter().flatten().filter(|other| **other != place) {
            let other = *other as usize;
            n_words[other] += at + SHINGLE - counted_to[other].max(at);
            counted_to[other] = at + SHINGLE;
        }
    }
    let n_tokens = document.tokens.len().max(1) as f32;
    n_words.into_iter().zip(0..).filter(|(n, _)| *n > 0).map(|(n, other)| (other, n as f32 / n_tokens)).collect()
}

/// Shingles that say something, with the place of their first word.
pub(super) fn shingles(document: &Prepared) -> impl Iterator<Item = (usize, [u32; SHINGLE])> + '_ {
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
