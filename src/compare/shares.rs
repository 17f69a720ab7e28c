//! How much text each two of many articles have in common, word for word, without comparing each two.
//!
//! Every run of [`SHINGLE`] words (a shingle: Broder, On the resemblance and containment of documents, 1997) that stands in
//! several articles is listed with them. A formula that many articles carry (`tous droits réservés`) would make a pair of
//! each two of them: a shingle of more than [`HOLDERS`] articles only joins those that follow each other in the corpus. So
//! time and memory grow with the text, whatever is in it; in a corpus of no more articles than that nothing is left out.
//! Shingles are made again at every pass over the words rather than kept with their places: where most of the text is common
//! the places would be four times the words.

use super::prepare::{Prepared, Token};
use super::vocabulary::fingerprint;
use crate::id::DocumentId;

/// Words of a shingle: with fewer, formulas are common text; with more, an edit hides its neighbours.
pub(super) const SHINGLE: usize = 6;
/// Content words of a shingle at least.
const CONTENT: usize = 3;
/// Articles before an article, and as many behind it, with which one shingle joins it. A large agency's dispatch is taken
/// over by some dozens of papers; growing, formulas cost their square.
const HOLDERS: usize = 32;

/// For each pair of documents with a shingle in common, in order of ids: share of the words of each in such shingles.
pub(super) type Shares = Vec<(DocumentId, DocumentId, f32, f32)>;

/// The words of all articles, four bytes each.
#[derive(Debug, Default)]
pub(super) struct Sequences {
    /// Twice the number of a word, and one if it is a content word of no name.
    words: Vec<u32>,
    /// Where each article ends.
    ends: Vec<u32>,
}

/// One place of a shingle that several articles may have.
#[derive(Clone, Copy)]
struct Place {
    shingle: Shingle,
    document: u32,
    /// Word of the article at which it begins.
    at: u32,
}

/// The fingerprint of six words in two halves: what is sorted elsewhere too adds no code to the page.
type Shingle = (u32, u32);

impl Sequences {
    /// Adds the next article.
    pub fn add(&mut self, document: &Prepared) {
        let telling = |token: &Token| u32::from(token.content && !token.name_like);
        self.words.extend(document.tokens.iter().map(|token| token.word << 1 | telling(token)));
        self.ends.push(narrow(self.words.len()));
    }

    fn document(&self, place: u32) -> &[u32] {
        let end = |place: u32| self.ends[place as usize] as usize;
        &self.words[place.checked_sub(1).map_or(0, end)..end(place)]
    }

    /// What the articles have in common.
    pub fn shares(mut self) -> Shares {
        self.words.shrink_to_fit();
        let n_documents = narrow(self.ends.len());
        let lengths: Vec<u32> = (0..n_documents).map(|place| narrow(self.document(place).len())).collect();
        Holders::of(Common::of(self)).shares(&lengths)
    }

    /// Every place of a shingle of one article that says something, in order.
    fn places(&self, document: u32) -> impl Iterator<Item = Place> + '_ {
        self.document(document).windows(SHINGLE).zip(0..).filter_map(move |(words, at)| {
            let telling = words.iter().map(|word| word & 1).sum::<u32>() >= narrow(CONTENT);
            let shingle = fingerprint(words.iter().map(|word| word >> 1));
            telling.then_some(Place { shingle: ((shingle >> 32) as u32, shingle as u32), document, at })
        })
    }
}

/// The words of all articles, with which of their shingles stand in two places at least, and few others.
struct Common {
    sequences: Sequences,
    /// One bit for each of these shingles, in a table so wide that hardly any two share a bit (Bloom, 1970).
    again: Vec<u64>,
}

impl Common {
    fn of(sequences: Sequences) -> Self {
        let n_bits = (sequences.words.len() * 8).next_power_of_two().max(64);
        let (mut met, mut again) = (vec![0_u64; n_bits / 64], vec![0_u64; n_bits / 64]);
        for document in 0..narrow(sequences.ends.len()) {
            for place in sequences.places(document) {
                let (word, bit) = bit(place.shingle, met.len());
                again[word] |= met[word] & bit;
                met[word] |= bit;
            }
        }
        Self { sequences, again }
    }

    fn n_documents(&self) -> u32 {
        narrow(self.sequences.ends.len())
    }

    /// The places of one article that it may have in common with another, in order.
    fn places(&self, document: u32) -> impl Iterator<Item = Place> + '_ {
        self.sequences.places(document).filter(|place| {
            let (word, bit) = bit(place.shingle, self.again.len());
            self.again[word] & bit != 0
        })
    }

    /// The same of all articles.
    fn all_places(&self) -> impl Iterator<Item = Place> + '_ {
        (0..self.n_documents()).flat_map(|document| self.places(document))
    }

    /// Each shingle once, sorted.
    fn shingles(&self) -> Vec<Shingle> {
        let mut shingles: Vec<Shingle> = Vec::new();
        let mut full = FEW_SHINGLES;
        for place in self.all_places() {
            if shingles.len() == full {
                // Mostly they stand in many places: the list never holds much more than twice the shingles there are.
                shingles.sort_unstable();
                shingles.dedup();
                full = FEW_SHINGLES.max(2 * shingles.len());
            }
            shingles.push(place.shingle);
        }
        shingles.sort_unstable();
        shingles.dedup();
        shingles.shrink_to_fit();
        shingles
    }
}

/// Shingles that are listed before the first look whether they repeat each other.
const FEW_SHINGLES: usize = 1 << 16;

/// The bit of a shingle in a table of so many words.
fn bit((high, low): Shingle, n_words: usize) -> (usize, u64) {
    ((low ^ high.rotate_left(16)) as usize % (n_words * 64) / 64, 1_u64 << (low % 64))
}

/// Which articles have which shingle.
struct Holders {
    common: Common,
    /// Each shingle once, sorted.
    shingles: Vec<Shingle>,
    /// Articles that have a shingle, in order, one list behind the other in the order of the shingles.
    documents: Vec<u32>,
    /// Where each list ends.
    ends: Vec<u32>,
}

impl Holders {
    fn of(common: Common) -> Self {
        let shingles = common.shingles();
        let mut holders = Self { common, documents: Vec::new(), ends: vec![0; shingles.len()], shingles };
        // Each list is counted, then filled; it begins where the one before ends, and `ends` grows from there.
        let mut ends = std::mem::take(&mut holders.ends);
        holders.each_holder(&mut |list, _| ends[list] += 1);
        let mut n_before = 0;
        for end in &mut ends {
            (*end, n_before) = (n_before, n_before + *end);
        }
        let mut documents = vec![0; n_before as usize];
        holders.each_holder(&mut |list, document| {
            documents[ends[list] as usize] = document;
            ends[list] += 1;
        });
        (holders.documents, holders.ends) = (documents, ends);
        holders
    }

    /// Every list with every article that is in it, articles in order.
    fn each_holder(&self, each: &mut dyn FnMut(usize, u32)) {
        let mut last = vec![u32::MAX; self.shingles.len()];
        for place in self.common.all_places() {
            let list = self.list(&place);
            if last[list] != place.document {
                last[list] = place.document;
                each(list, place.document);
            }
        }
    }

    fn list(&self, place: &Place) -> usize {
        self.shingles.partition_point(|shingle| *shingle < place.shingle)
    }

    /// Articles with which the shingle of `place` joins its article, in order, itself included.
    fn joined(&self, place: &Place) -> &[u32] {
        let list = self.list(place);
        let start = list.checked_sub(1).map_or(0, |before| self.ends[before]);
        let all = &self.documents[start as usize..self.ends[list] as usize];
        let own = all.partition_point(|document| *document < place.document);
        &all[own.saturating_sub(HOLDERS)..all.len().min(own + HOLDERS + 1)]
    }

    fn shares(&self, lengths: &[u32]) -> Shares {
        let mut counted = vec![Counted::default(); lengths.len()];
        let mut with: Vec<Vec<(u32, f32)>> = vec![Vec::new(); lengths.len()];
        for (document, length) in (0..).zip(lengths) {
            with[document as usize] = self.shares_of(document, *length, &mut counted);
        }
        let mut pairs = Vec::new();
        for (of_a, a) in with.iter().zip(0..) {
            for &(b, share_a) in &of_a[of_a.partition_point(|(b, _)| *b < a)..] {
                let of_b = &with[b as usize];
                let share_b = of_b.binary_search_by_key(&a, |(other, _)| *other).map_or(0.0, |at| of_b[at].1);
                pairs.push((DocumentId(a), DocumentId(b), share_a, share_b));
            }
        }
        pairs
    }

    /// Share of the words of one article in common with each other that has any, in order of these. `counted` is left
    /// as it came, with nothing counted.
    fn shares_of(&self, document: u32, length: u32, counted: &mut [Counted]) -> Vec<(u32, f32)> {
        let mut others = Vec::new();
        for place in self.common.places(document) {
            let end = place.at + narrow(SHINGLE);
            for &other in self.joined(&place).iter().filter(|other| **other != document) {
                let counted = &mut counted[other as usize];
                if counted.n_words == 0 {
                    others.push(other);
                }
                counted.n_words += end - counted.to.max(place.at);
                counted.to = end;
            }
        }
        others.sort_unstable();
        let n_tokens = length.max(1) as f32;
        others.into_iter().map(|other| (other, std::mem::take(&mut counted[other as usize]).n_words as f32 / n_tokens)).collect()
    }
}

/// Words of one article in common with another.
#[derive(Clone, Copy, Default)]
struct Counted {
    n_words: u32,
    /// Behind the last word counted.
    to: u32,
}

fn narrow(n: usize) -> u32 {
    u32::try_from(n).expect("a corpus has fewer words than a tab has bytes")
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
    use crate::compare::census::census;
    use crate::compare::fixture;
    use proptest::prelude::*;
    use std::collections::HashSet;

    /// The same without an index: each article against each other.
    fn shares_of_each_pair(documents: &[Prepared]) -> Shares {
        let shingle = |words: &[Token]| {
            let content = words.iter().filter(|word| word.content && !word.name_like).count();
            (content >= CONTENT).then(|| words.iter().map(|word| word.word).collect::<Vec<_>>())
        };
        let share = |of: &Prepared, other: &Prepared| {
            let known: HashSet<_> = other.tokens.windows(SHINGLE).filter_map(shingle).collect();
            let mut common = vec![false; of.tokens.len()];
            for (at, words) in of.tokens.windows(SHINGLE).enumerate() {
                if shingle(words).is_some_and(|shingle| known.contains(&shingle)) {
                    common[at..at + SHINGLE].fill(true);
                }
            }
            common.iter().filter(|common| **common).count() as f32 / common.len().max(1) as f32
        };
        let id = |place: usize| DocumentId(narrow(place));
        let pairs = (0..documents.len()).flat_map(|a| (a + 1..documents.len()).map(move |b| (a, b)));
        let shares = pairs.map(|(a, b)| (id(a), id(b), share(&documents[a], &documents[b]), share(&documents[b], &documents[a])));
        shares.filter(|(_, _, share_a, _)| *share_a > 0.0).collect()
    }

    proptest! {
        #[test]
        fn shares_are_those_of_each_pair_compared_alone(texts in prop::collection::vec("A( (pont|port|phare|digue|le)){1,40}", 2..6)) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let corpus = fixture::corpus(&texts);
            let (documents, _) = fixture::prepare(&corpus);
            prop_assert_eq!(census(&corpus, &mut |_| {}).1, shares_of_each_pair(&documents));
        }
    }

    #[test]
    fn only_pairs_with_common_text_are_listed_and_each_side_has_its_own_share() {
        let common = "Une fissure longue de douze mètres inquiète les riverains.";
        let corpus = fixture::corpus(&[
            common,
            "Le conseil vote demain le budget de la piscine.",
            &format!("{common} Une réunion publique aura lieu jeudi soir à la mairie annexe."),
        ]);
        let (_, found) = census(&corpus, &mut |_| {});
        let [(a, b, share_a, share_b)] = found[..] else { panic!("{found:?}") };
        assert_eq!((a, b), (DocumentId(0), DocumentId(2)));
        assert!(share_a > 0.99 && share_b < 0.6, "{share_a} {share_b}");
    }

    #[test]
    fn a_formula_of_all_articles_joins_neighbours_only() {
        let formula = "La rédaction du journal recueille chaque matin les questions des lecteurs.";
        let own = |n: usize| format!("Le bassin numéro {n} déborde encore malgré la pompe neuve {n}.");
        let n_pairs = |n: usize| {
            let texts: Vec<String> = (0..n).map(|place| format!("{} {formula}", own(place))).collect();
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            census(&fixture::corpus(&texts), &mut |_| {}).1.len()
        };
        assert_eq!(n_pairs(20), 20 * 19 / 2);
        assert_eq!(n_pairs(400), 400 * HOLDERS - HOLDERS * (HOLDERS + 1) / 2);
    }

    #[test]
    fn articles_far_apart_are_joined_by_what_few_others_have() {
        let formula = "La rédaction du journal recueille chaque matin les questions des lecteurs.";
        let copy = "Une fissure longue de douze mètres inquiète les riverains du barrage.";
        let mut texts = vec![formula.to_owned(); 100];
        texts[0] = format!("{copy} {formula}");
        texts[99] = format!("{copy} {formula}");
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let found = census(&fixture::corpus(&texts), &mut |_| {}).1;
        assert!(found.iter().any(|(a, b, ..)| (*a, *b) == (DocumentId(0), DocumentId(99))));
    }
}
