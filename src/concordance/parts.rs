//! The words of each part of the corpus that chance does not explain.
//!
//! A part is an article, or all articles of an outlet, of one language: an English word among French articles is no finding.
//! Its words are held against those of the other parts of its language. What is improbable enough to be told is decided in
//! `specificity`; here it is further asked that a word stand in two sentences, as authors repeat themselves within one, and,
//! where several others write, that two articles use a word before a third is said to avoid it.

use std::collections::{HashMap, HashSet};

use super::keyness::{Doubt, KeyPart, KeyWord, Keyness, KeynessRequest, LEADING, MOST_PARTS, Measure, Parting};
use super::likelihood::Counts;
use super::specificity::{self, Dealt, Side, Testable};
use super::terms::{BREAK, TermId, Terms};
use super::vocabulary::Vocabulary;
use crate::corpus::{Corpus, Document, Fact};
use crate::id::DocumentId;
use crate::order::Order;
use crate::text::Language;

/// How often a word must stand in the corpus to be looked at, and in a part to be its own: below, chance is never excluded
/// where there are more than a few parts. At 0 the same words are told of large corpora, after more counting.
const FEWEST: u32 = 3;
/// Sentences of a part in which its own words stand at least.
const SENTENCES: u32 = 2;

/// Probability above which a word is not even listed as one that may be chance: one in a hundred, the threshold of 2 of TXM.
/// At 0 only what is sure is listed; at one in twenty, half the list is chance.
const ALONE: f64 = 0.01;

/// How much is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    Shown,
    All,
}

/// The words of the parts that `request` asks for.
pub fn keyness(corpus: &Corpus, terms: &Terms, vocabulary: &Vocabulary, request: &KeynessRequest, extent: Extent) -> Keyness {
    let groups = [Language::French, Language::English].map(|language| (language, parts(corpus, language, request)));
    let told = told(&groups, terms, request, extent);
    let n_parts = groups.iter().map(|(_, parts)| parts.len() as u32).sum();
    let mut found = Keyness { parts: Vec::new(), n_parts };
    for ((language, parts), is_told) in groups.iter().zip(told) {
        let known = Group::of(terms, parts);
        let mut counter = Counter::of(terms);
        for (part, _) in parts.iter().zip(is_told).filter(|(_, is_told)| *is_told) {
            let mut told = known.words_of(part, &mut counter, request.measure);
            if extent == Extent::Shown && request.chosen.as_ref() != Some(&part.name) {
                told.over.truncate(LEADING);
                told.under.truncate(LEADING);
            }
            let word = |found: &Found| found.word(corpus, terms, vocabulary);
            found.parts.push(KeyPart {
                name: part.name.clone(),
                language: language.code().to_owned(),
                documents: part.documents.iter().map(|document| document.id).collect(),
                n_words: part.n_words(terms),
                n_other_words: known.n_words - part.n_words(terms),
                n_tested: told.n_tested,
                n_over: told.n_over,
                n_under: told.n_under,
                over: told.over.iter().map(word).collect(),
                under: told.under.iter().map(word).collect(),
            });
        }
    }
    found.parts.order_by_key(|part| part.documents.first().copied());
    found
}

/// Which parts of each language are told: all of few; of many the longest, and the one that is chosen.
fn told(groups: &[(Language, Vec<Part>); 2], terms: &Terms, request: &KeynessRequest, extent: Extent) -> [Vec<bool>; 2] {
    let mut places: Vec<(std::cmp::Reverse<u32>, usize, usize)> = Vec::new();
    for ((_, parts), group) in groups.iter().zip(0..) {
        places.extend(parts.iter().zip(0..).map(|(part, place)| (std::cmp::Reverse(part.n_words(terms)), group, place)));
    }
    let is_all = extent == Extent::All || places.len() <= MOST_PARTS;
    let mut told = [0, 1].map(|group: usize| vec![is_all; groups[group].1.len()]);
    if !is_all {
        places.order();
        for (rank, (_, group, place)) in places.into_iter().enumerate() {
            told[group][place] = rank < MOST_PARTS || request.chosen.as_ref() == Some(&groups[group].1[place].name);
        }
    }
    told
}

/// One part.
struct Part<'c> {
    name: String,
    documents: Vec<&'c Document>,
}

impl Part<'_> {
    fn n_words(&self, terms: &Terms) -> u32 {
        self.documents.iter().map(|document| terms.lengths[document.id.index()]).sum()
    }
}

/// The parts of one language, in order of their first article.
fn parts<'c>(corpus: &'c Corpus, language: Language, request: &KeynessRequest) -> Vec<Part<'c>> {
    let mut parts: Vec<Part> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    let aside: HashSet<DocumentId> = request.aside.iter().copied().collect();
    for document in corpus.documents.iter().filter(|document| document.language == language && !aside.contains(&document.id)) {
        let name = match request.parting {
            Parting::Article => document.name.as_str(),
            Parting::Outlet => document.metadata.outlet.as_ref().map_or("", Fact::short),
        };
        let place = *places.entry(name).or_insert(parts.len());
        match parts.get_mut(place) {
            Some(part) => part.documents.push(document),
            None => parts.push(Part { name: name.to_owned(), documents: vec![document] }),
        }
    }
    parts
}

/// All parts of one language together.
struct Group<'t> {
    terms: &'t Terms,
    n_parts: usize,
    n_words: u32,
    /// How often each term stands in them, and in how many articles.
    totals: Vec<u32>,
    n_documents: Vec<u32>,
    /// Terms that are looked at, most frequent first.
    by_total: Vec<TermId>,
    /// Each frequency among them once, falling, with how many terms have it.
    frequencies: Vec<(u32, u32)>,
}

/// What was found of one part.
struct Told {
    n_tested: u32,
    n_over: u32,
    n_under: u32,
    over: Vec<Found>,
    under: Vec<Found>,
}

/// One word that is told.
#[derive(Clone, Copy)]
struct Found {
    id: TermId,
    dealt: Dealt,
    ln_tail: f64,
    likelihood: f64,
    n_documents: u32,
    doubt: Doubt,
}

/// Counts of one part, emptied for the next.
struct Counter {
    here: Vec<u32>,
    sentences: Vec<u32>,
    /// The sentence in which a term was seen last, from 1.
    last: Vec<u32>,
    n_sentences: u32,
    touched: Vec<TermId>,
}

impl<'t> Group<'t> {
    fn of(terms: &'t Terms, parts: &[Part]) -> Self {
        let mut group = Self {
            terms,
            n_parts: parts.len(),
            n_words: parts.iter().map(|part| part.n_words(terms)).sum(),
            totals: vec![0; terms.len()],
            n_documents: vec![0; terms.len()],
            by_total: Vec::new(),
            frequencies: Vec::new(),
        };
        let mut last = vec![u32::MAX; terms.len()];
        for document in parts.iter().flat_map(|part| &part.documents) {
            for id in terms.articles[document.id.index()].iter().filter(|id| **id != BREAK).map(|id| *id as usize) {
                group.totals[id] += 1;
                group.n_documents[id] += u32::from(last[id] != document.id.0);
                last[id] = document.id.0;
            }
        }
        let mut by_total: Vec<TermId> = (0..terms.len() as u32).filter(|id| group.totals[*id as usize] >= FEWEST).collect();
        by_total.sort_unstable_by_key(|id| (std::cmp::Reverse(group.totals[*id as usize]), *id));
        let frequencies = by_total.chunk_by(|x, y| group.totals[*x as usize] == group.totals[*y as usize]);
        group.frequencies = frequencies.map(|same| (group.totals[same[0] as usize], same.len() as u32)).collect();
        group.by_total = by_total;
        group
    }

    fn words_of(&self, part: &Part, counter: &mut Counter, measure: Measure) -> Told {
        let n_here = part.n_words(self.terms);
        let mut told = Told { n_tested: 0, n_over: 0, n_under: 0, over: Vec::new(), under: Vec::new() };
        if self.n_parts < 2 || n_here == 0 || n_here == self.n_words {
            return told;
        }
        counter.count(part, self.terms);
        let testable = self.testable(n_here);
        told.n_tested = testable.n;
        let mut found = self.improbable(n_here, counter);
        let tested = |found: &Found| found.dealt.ln_least() <= testable.ln_least;
        let mut tails: Vec<f64> = found.iter().filter(|found| tested(found)).map(|found| found.ln_tail).collect();
        let demanded = specificity::told(&mut tails, testable.n);
        for found in found.iter_mut().filter(|found| tested(found) && found.ln_tail <= demanded) {
            found.doubt = Doubt::Excluded;
        }
        found.sort_unstable_by(|x, y| {
            let by_measure = match measure {
                Measure::Specificity => x.ln_tail.total_cmp(&y.ln_tail),
                Measure::Likelihood => y.likelihood.total_cmp(&x.likelihood),
            };
            x.doubt.cmp(&y.doubt).then(by_measure).then(x.id.cmp(&y.id))
        });
        (told.over, told.under) = found.into_iter().partition(|found| found.dealt.side() == Side::Over);
        let n_sure = |found: &[Found]| found.iter().filter(|found| found.doubt == Doubt::Excluded).count() as u32;
        (told.n_over, told.n_under) = (n_sure(&told.over), n_sure(&told.under));
        counter.clear();
        told
    }

    /// Which terms can be told from chance in a part of so many words.
    fn testable(&self, n_here: u32) -> Testable {
        let least = |(all, n): &(u32, u32)| (*n, self.dealt(0, *all, n_here).ln_least());
        let mut groups: Vec<(u32, f64)> = self.frequencies.iter().map(least).collect();
        groups.sort_unstable_by(|(_, x), (_, y)| x.total_cmp(y));
        specificity::testable(&groups)
    }

    fn dealt(&self, here: u32, all: u32, n_here: u32) -> Dealt {
        Dealt { here, all, n_here, n_all: self.n_words }
    }

    /// The terms whose count is improbable when looked at alone, and that are spread enough to be told.
    fn improbable(&self, n_here: u32, counter: &Counter) -> Vec<Found> {
        // A term that the part does not have must be this frequent elsewhere, else its absence is no wonder.
        let missed = |id: &&TermId| self.dealt(0, self.totals[**id as usize], n_here).ln_tail() <= ALONE.ln();
        let absent = self.by_total.iter().take_while(missed).filter(|id| counter.here[**id as usize] == 0);
        let others = self.n_parts - 1;
        let found = |id: &TermId| {
            let at = *id as usize;
            let dealt = self.dealt(counter.here[at], self.totals[at], n_here);
            let n_documents = self.n_documents[at];
            let is_spread = match dealt.side() {
                Side::Over => dealt.here >= FEWEST && counter.sentences[at] >= SENTENCES,
                Side::Under => n_documents as usize >= others.min(2) + usize::from(dealt.here > 0),
            };
            if !is_spread || dealt.all < FEWEST {
                return None;
            }
            let ln_tail = dealt.ln_tail();
            let likelihood = || Counts::of(dealt.here, n_here, dealt.all, self.n_words).ratio();
            (ln_tail <= ALONE.ln()).then(|| Found {
                id: *id,
                dealt,
                ln_tail,
                likelihood: likelihood(),
                n_documents,
                doubt: Doubt::Possible,
            })
        };
        counter.touched.iter().chain(absent).filter_map(found).collect()
    }
}

impl Found {
    fn word(&self, corpus: &Corpus, terms: &Terms, vocabulary: &Vocabulary) -> KeyWord {
        KeyWord {
            word: terms.words(self.id, vocabulary),
            shown: terms.shown(self.id, corpus),
            n_here: self.dealt.here,
            n_elsewhere: self.dealt.all - self.dealt.here,
            n_documents: self.n_documents,
            specificity: specificity::tenths(self.ln_tail),
            likelihood: (self.likelihood * 10.0).round() as u32,
            doubt: self.doubt,
        }
    }
}

impl Counter {
    fn of(terms: &Terms) -> Self {
        let none = || vec![0; terms.len()];
        Self { here: none(), sentences: none(), last: none(), n_sentences: 0, touched: Vec::new() }
    }

    fn count(&mut self, part: &Part, terms: &Terms) {
        for document in &part.documents {
            self.n_sentences += 1;
            for &id in &terms.articles[document.id.index()] {
                if id == BREAK {
                    self.n_sentences += 1;
                    continue;
                }
                let at = id as usize;
                if self.here[at] == 0 {
                    self.touched.push(id);
                }
                self.here[at] += 1;
                self.sentences[at] += u32::from(self.last[at] != self.n_sentences);
                self.last[at] = self.n_sentences;
            }
        }
    }

    fn clear(&mut self) {
        for id in self.touched.drain(..) {
            (self.here[id as usize], self.sentences[id as usize]) = (0, 0);
        }
    }
}
