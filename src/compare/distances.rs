//! What is near what: how alike each two articles are, by their common text, by the statements that they share, by their words.
//!
//! Each measure is symmetric and lies between 0, nothing, and 1, all. Common text: the words of both articles that stand in
//! passages of the other, of all their words. Words: the cosine of the articles' stems, each weighted by how often it stands
//! there and by how rare it is (Salton and Buckley 1988, « Term-weighting approaches in automatic text retrieval »).
//! Statements: those that both tell, twice, of all that either tells (Dice 1945).
//!
//! Of more than [`MOST`] articles those are taken that have the nearest neighbours: pairs are looked for by what few articles
//! have, never two by two, and who is left out is said.

use std::collections::{BTreeSet, HashMap};

use super::Comparer;
use super::annotated::Annotated;
use super::prepare::Prepared;
use super::vocabulary::{Form, Vocabulary};
use crate::corpus::Corpus;
use crate::id::DocumentId;
use crate::order::Order;

/// Articles in one matrix: more rows and columns are not read.
pub const MOST: usize = 40;
/// Words of the articles of a matrix up to which each two are compared in full; of more, what stands word for word in both is
/// told. All pairs of forty articles of 2,000 words take about a second.
const FULL: usize = 80_000;
/// Stems of an article that speak for a neighbour, the heaviest; and articles that may have one. Growing, time grows with it.
const TELLING: usize = 12;
const HOLDERS: usize = 48;

/// How alike two articles are.
pub type Likeness = (DocumentId, DocumentId, f64);

/// How alike each two of some articles are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Likenesses {
    /// In order, at most [`MOST`].
    pub articles: Vec<DocumentId>,
    /// Row by row: each with each, itself included.
    pub values: Vec<f64>,
}

impl Likenesses {
    /// Of `articles`, in order, as `likeness` tells it of each two.
    pub fn of(articles: Vec<DocumentId>, likeness: &mut dyn FnMut(usize, usize) -> f64) -> Self {
        let n = articles.len();
        let mut values = vec![1.0; n * n];
        for (a, b) in (0..n).flat_map(|a| (a + 1..n).map(move |b| (a, b))) {
            let value = likeness(a, b).clamp(0.0, 1.0);
            (values[a * n + b], values[b * n + a]) = (value, value);
        }
        Self { articles, values }
    }

    pub fn value(&self, a: usize, b: usize) -> f64 {
        self.values[a * self.articles.len() + b]
    }
}

/// By common text, of `among`.
pub fn by_text(comparer: &Comparer, annotated: Annotated, among: &[DocumentId]) -> Likenesses {
    let lengths: Vec<f64> = annotated.corpus.documents.iter().map(|document| document.n_words() as f64).collect();
    let both = |a: DocumentId, b: DocumentId, share_a: f32, share_b: f32| {
        let [of_a, of_b] = [a, b].map(|id| lengths[id.index()]);
        (f64::from(share_a) * of_a + f64::from(share_b) * of_b) / (of_a + of_b).max(1.0)
    };
    let is_asked = |id: DocumentId| among.binary_search(&id).is_ok();
    let shares = comparer.common_shares().iter().filter(|(a, b, ..)| is_asked(*a) && is_asked(*b));
    let known: Vec<Likeness> = shares.map(|(a, b, share_a, share_b)| (*a, *b, both(*a, *b, *share_a, *share_b))).collect();
    let articles = nearest(among, &known);
    let n_words: f64 = articles.iter().map(|id| lengths[id.index()]).sum();
    let ids = articles.clone();
    Likenesses::of(articles, &mut |a, b| {
        let (a, b) = (ids[a], ids[b]);
        if n_words > FULL as f64 {
            return known.binary_search_by_key(&(a, b), |(a, b, _)| (*a, *b)).map_or(0.0, |at| known[at].2);
        }
        let found = comparer.compare(annotated, a, b);
        both(a, b, found.share_a, found.share_b)
    })
}

/// By words, of `among`.
pub fn by_words(comparer: &Comparer, corpus: &Corpus, among: &[DocumentId]) -> Likenesses {
    let profiles = profiles(&comparer.vocabulary, corpus, among);
    let place = |id: &DocumentId| among.binary_search(id).expect("the nearest are among those asked for");
    let known = if among.len() > MOST { neighbours(among, &profiles, comparer.vocabulary.n_stems()) } else { Vec::new() };
    let articles = nearest(among, &known);
    let places: Vec<usize> = articles.iter().map(place).collect();
    Likenesses::of(articles, &mut |a, b| cosine(&profiles[places[a]], &profiles[places[b]]))
}

/// By statements, of `among`: `statements` are the articles that tell each, in order.
pub fn by_statements(statements: &[Vec<DocumentId>], among: &[DocumentId]) -> Likenesses {
    let mut told: HashMap<DocumentId, u32> = HashMap::new();
    let mut shared: HashMap<(DocumentId, DocumentId), u32> = HashMap::new();
    for tellers in statements {
        let tellers: Vec<DocumentId> = tellers.iter().copied().filter(|id| among.binary_search(id).is_ok()).collect();
        tellers.iter().for_each(|id| *told.entry(*id).or_default() += 1);
        // What very many tell makes a pair of neighbours only, so that pairs do not grow with the square.
        for (at, a) in tellers.iter().enumerate() {
            tellers[at + 1..].iter().take(HOLDERS).for_each(|b| *shared.entry((*a, *b)).or_default() += 1);
        }
    }
    let mut known: Vec<Likeness> =
        shared.into_iter().map(|((a, b), n)| (a, b, 2.0 * f64::from(n) / f64::from(told[&a] + told[&b]))).collect();
    known.order_by_key(|(a, b, _)| (*a, *b));
    let articles = nearest(among, &known);
    let ids = articles.clone();
    Likenesses::of(articles, &mut |a, b| known.binary_search_by_key(&(ids[a], ids[b]), |(a, b, _)| (*a, *b)).map_or(0.0, |at| known[at].2))
}

/// All of few articles; of many, those of the likest pairs in `known`, in order.
fn nearest(among: &[DocumentId], known: &[Likeness]) -> Vec<DocumentId> {
    if among.len() <= MOST {
        return among.to_vec();
    }
    let mut pairs: Vec<&Likeness> = known.iter().filter(|(_, _, value)| *value > 0.0).collect();
    pairs.order_by(|x, y| y.2.total_cmp(&x.2).then((x.0, x.1).cmp(&(y.0, y.1))));
    let mut chosen = BTreeSet::new();
    for (a, b, _) in pairs {
        if chosen.len() + usize::from(!chosen.contains(a)) + usize::from(!chosen.contains(b)) <= MOST {
            chosen.extend([*a, *b]);
        }
    }
    chosen.into_iter().collect()
}

/// The stems of one article in order, with their weights; of length 1, or empty.
type Profile = Vec<(u32, f32)>;

fn profiles(vocabulary: &Vocabulary, corpus: &Corpus, among: &[DocumentId]) -> Vec<Profile> {
    let mut forms: [HashMap<&str, Form>; 2] = Default::default();
    let mut profiles: Vec<Profile> = Vec::with_capacity(among.len());
    for document in among.iter().filter_map(|id| corpus.document(*id)) {
        let known = &mut forms[document.language as usize];
        let mut form = |surface| *known.entry(surface).or_insert_with(|| vocabulary.form(document.language, surface));
        let words = Prepared::words_of(document, &mut form);
        let mut stems: Vec<u32> = words.tokens.iter().filter(|token| token.content).map(|token| token.stem).collect();
        stems.sort_unstable();
        // How rare a stem is, is counted over different sentences: one number of its own does not part two versions.
        let weighed = stems.chunk_by(|x, y| x == y).map(|same| (same[0], (1.0 + (same.len() as f32).ln()) * vocabulary.weight(same[0])));
        let mut profile: Profile = weighed.collect();
        let length = profile.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
        profile.iter_mut().for_each(|(_, weight)| *weight /= length);
        profiles.push(profile);
    }
    profiles
}

fn cosine(a: &Profile, b: &Profile) -> f64 {
    let (mut at, mut sum) = (0, 0.0);
    for (stem, weight) in a {
        while b.get(at).is_some_and(|(other, _)| other < stem) {
            at += 1;
        }
        if let Some((_, other)) = b.get(at).filter(|(other, _)| other == stem) {
            sum += f64::from(*weight) * f64::from(*other);
        }
    }
    sum
}

/// Each article with the one that shares most of its heaviest stems, of those that few articles have.
fn neighbours(among: &[DocumentId], profiles: &[Profile], n_stems: u32) -> Vec<Likeness> {
    let heaviest = |profile: &Profile| {
        let mut heaviest = profile.clone();
        heaviest.order_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
        heaviest.truncate(TELLING);
        heaviest
    };
    let telling: Vec<Profile> = profiles.iter().map(heaviest).collect();
    let mut holders: Vec<Vec<u32>> = vec![Vec::new(); n_stems as usize];
    for (profile, place) in profiles.iter().zip(0..) {
        profile.iter().for_each(|(stem, _)| {
            let holders = &mut holders[*stem as usize];
            if holders.len() < HOLDERS {
                holders.push(place);
            }
        });
    }
    let mut known: Vec<Likeness> = Vec::new();
    let mut weights = vec![0.0_f32; profiles.len()];
    for (telling, place) in telling.iter().zip(0_u32..) {
        let mut met = Vec::new();
        for (stem, weight) in telling {
            for other in holders[*stem as usize].iter().filter(|other| **other != place) {
                if weights[*other as usize] == 0.0 {
                    met.push(*other);
                }
                weights[*other as usize] += weight;
            }
        }
        let best = met.iter().copied().max_by(|x, y| weights[*x as usize].total_cmp(&weights[*y as usize]).then(y.cmp(x)));
        if let Some(best) = best {
            let (a, b) = (place.min(best) as usize, place.max(best) as usize);
            known.push((among[a], among[b], cosine(&profiles[a], &profiles[b])));
        }
        met.into_iter().for_each(|other| weights[other as usize] = 0.0);
    }
    known
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::fixture;

    const FISSURE: &str = "Une fissure longue de douze mètres inquiète les riverains du vieux barrage.";

    fn ids(n: u32) -> Vec<DocumentId> {
        (0..n).map(DocumentId).collect()
    }

    fn both(texts: &[&str]) -> [Likenesses; 2] {
        let corpus = fixture::corpus(texts);
        let entities = fixture::entities(&corpus, &[]);
        let comparer = Comparer::new(&corpus);
        let among = ids(texts.len() as u32);
        [by_text(&comparer, fixture::annotated(&corpus, &entities), &among), by_words(&comparer, &corpus, &among)]
    }

    #[test]
    fn equal_articles_are_wholly_alike_and_others_not_at_all() {
        for likenesses in both(&[FISSURE, "Le conseil vote demain son budget.", FISSURE]) {
            assert!(likenesses.value(0, 2) > 0.999, "{likenesses:?}");
            assert_eq!((likenesses.value(0, 1), likenesses.value(1, 0), likenesses.value(1, 1)), (0.0, 0.0, 1.0));
        }
    }

    #[test]
    fn half_of_an_article_in_another_is_told_of_both_their_words() {
        let [by_text, _] =
            both(&[FISSURE, &format!("{FISSURE} {}", "La mairie annexe recevra mardi soir chaque habitant venu poser sa question.")]);
        assert!((0.6..0.75).contains(&by_text.value(0, 1)), "{by_text:?}");
    }

    #[test]
    fn of_many_articles_the_nearest_are_told() {
        let own = |n: usize| format!("Bassin{n} colza{n} digue{n} élan{n} forge{n} grue{n} halle{n} îlot{n}.");
        let texts: Vec<String> = (0..200).map(|n| if n % 20 == 7 { format!("{FISSURE} {}", own(n)) } else { own(n) }).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        for likenesses in both(&texts) {
            let alike = (0..200).filter(|n| n % 20 == 7).map(DocumentId).collect::<Vec<_>>();
            assert_eq!(likenesses.articles, alike);
        }
    }

    #[test]
    fn two_thousand_versions_of_one_text_make_a_matrix_of_the_nearest() {
        let texts = vec![FISSURE; 2_000];
        for likenesses in both(&texts) {
            assert_eq!(likenesses.articles.len(), MOST);
            assert!(likenesses.values.iter().all(|value| *value > 0.999));
        }
    }

    #[test]
    fn statements_are_counted_for_both_who_tell_them() {
        let statements = [vec![0, 1], vec![0, 1, 2], vec![2], vec![0]].map(|tellers| tellers.into_iter().map(DocumentId).collect());
        let likenesses = by_statements(&statements, &ids(4));
        assert_eq!([likenesses.value(0, 1), likenesses.value(1, 2), likenesses.value(0, 3)], [0.8, 0.5, 0.0]);
    }
}
