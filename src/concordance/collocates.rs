//! Words that stand near the passages more often than elsewhere.
//!
//! Windows that overlap are counted once, and the words of the passages themselves are left out, near and far: so the four
//! counts behind a ratio are those of distinct words, and can be checked. A word met once near them is chance and not listed.

use std::collections::HashMap;
use std::ops::Range;

use super::likelihood::Counts;
use super::reading::Reading;
use super::vocabulary::{Vocabulary, WordId};
use super::{Collocate, Kept, Window};
use crate::corpus::Corpus;
use crate::order::Order;
use crate::search::{Hit, function_words};
use crate::text::{Language, filling};

/// How often a word must stand near the passages to be told. At 1 every word around a rare passage would be; growing,
/// collocates of rare passages are lost.
const FEWEST: u32 = 2;

/// Ratio below which a collocate is not told: chance does as much in five of a hundred cases (chi-square with one degree of
/// freedom). At 0 every word that is near a little more than expected is told; growing, only what nobody doubts.
const WEAKEST: f64 = 3.84;

/// How often each word stands in the articles.
#[derive(Debug, Default)]
pub struct Census {
    counts: Vec<u32>,
    pub n_words: u32,
}

impl Census {
    pub fn of(corpus: &Corpus, vocabulary: &mut Vocabulary) -> Self {
        let mut census = Self::default();
        for document in &corpus.documents {
            let reading = Reading::of(document);
            for place in 0..reading.words.len() {
                bump(&mut census.counts, vocabulary.id(reading.form(place)));
            }
            census.n_words += reading.words.len() as u32;
        }
        census
    }

    pub fn count(&self, id: WordId) -> u32 {
        self.counts.get(id as usize).copied().unwrap_or(0)
    }
}

/// What was counted in the windows.
#[derive(Default)]
struct Tally {
    near: Vec<u32>,
    lines: Vec<u32>,
    /// The window in which a word was seen last, from 1.
    seen_in: Vec<u32>,
    forms: HashMap<(WordId, String), u32>,
    /// In the passages themselves.
    inside: Vec<u32>,
    n_windows: u32,
    n_near: u32,
    n_inside: u32,
}

/// All collocates of `hits`, strongest first, with the number of words in their windows and of those in the corpus.
pub fn collocates(
    corpus: &Corpus,
    hits: &[Hit],
    window: Window,
    kept: Kept,
    census: &Census,
    vocabulary: &mut Vocabulary,
) -> (Vec<Collocate>, u32, u32) {
    let mut tally = Tally::default();
    for hit in hits {
        let Some(document) = corpus.document(hit.document) else { continue };
        let reading = Reading::of(document);
        let ranges: Vec<Range<usize>> = hit.spans.iter().map(|span| reading.range(*span)).collect();
        tally.add(&reading, &ranges, window, vocabulary);
    }
    let n_words = census.n_words - tally.n_inside;
    let mut found: Vec<(f64, Collocate)> = Vec::new();
    for (&n_near, id) in tally.near.iter().zip(0..) {
        let word = vocabulary.word(id);
        if n_near < FEWEST || (kept == Kept::Content && is_function_word(word)) {
            continue;
        }
        let n_corpus = census.count(id) - tally.inside.get(id as usize).copied().unwrap_or(0);
        let counts = Counts::of(n_near, tally.n_near, n_corpus, n_words);
        let ratio = counts.ratio();
        if counts.near > counts.expected() && ratio >= WEAKEST {
            let (word, n_lines) = (word.to_owned(), tally.lines[id as usize]);
            found.push((
                ratio,
                Collocate { word, shown: String::new(), n_near, n_lines, n_corpus, strength: (ratio * 10.0).round() as u32 },
            ));
        }
    }
    found.order_by(|(a, x), (b, y)| b.total_cmp(a).then_with(|| x.word.cmp(&y.word)));
    let mut collocates: Vec<Collocate> = found.into_iter().map(|(_, collocate)| collocate).collect();
    let n_near = tally.n_near;
    let shown = tally.most_written();
    for collocate in &mut collocates {
        let form = shown.get(&vocabulary.folded(&collocate.word));
        collocate.shown = form.map_or_else(|| collocate.word.clone(), |(form, _)| form.clone());
    }
    (collocates, n_near, n_words)
}

impl Tally {
    /// Counts the windows of one article's passages, which come in order.
    fn add(&mut self, reading: &Reading, ranges: &[Range<usize>], window: Window, vocabulary: &mut Vocabulary) {
        let windows: Vec<Range<usize>> = ranges.iter().map(|range| reading.window(range, window)).collect();
        let marked = reading.marked(ranges);
        for place in (0..marked.len()).filter(|place| marked[*place]) {
            bump(&mut self.inside, vocabulary.id(reading.form(place)));
            self.n_inside += 1;
        }
        // Places before this one are counted.
        let mut counted = 0;
        for place in windows.iter().cloned().flatten() {
            if place < counted || marked[place] {
                continue;
            }
            counted = place + 1;
            let id = vocabulary.id(reading.form(place));
            bump(&mut self.near, id);
            self.n_near += 1;
            let form = filling::stripped(reading.form(place)).to_lowercase();
            *self.forms.entry((id, form)).or_default() += 1;
        }
        // Passages that share a window, as those of one sentence do, are counted together.
        for same in windows.chunk_by(|x, y| x == y) {
            self.n_windows += 1;
            for place in same[0].clone().filter(|place| !marked[*place]) {
                let id = vocabulary.id(reading.form(place));
                grow(&mut self.seen_in, id);
                if self.seen_in[id as usize] != self.n_windows {
                    self.seen_in[id as usize] = self.n_windows;
                    grow(&mut self.lines, id);
                    self.lines[id as usize] += same.len() as u32;
                }
            }
        }
    }

    /// The form of each word that is written most often.
    fn most_written(self) -> HashMap<WordId, (String, u32)> {
        let mut most: HashMap<WordId, (String, u32)> = HashMap::new();
        for ((id, form), n) in self.forms {
            let known = most.entry(id).or_default();
            if n > known.1 || (n == known.1 && form < known.0) {
                *known = (form, n);
            }
        }
        most
    }
}

/// True for a word of grammar, or one letter alone.
pub fn is_function_word(word: &str) -> bool {
    function_words::is_function_word(word)
        || [Language::French, Language::English].into_iter().any(|language| language.is_function_word(word))
        || (word.chars().count() == 1 && !word.chars().all(char::is_numeric))
}

fn grow(counts: &mut Vec<u32>, id: WordId) {
    if counts.len() <= id as usize {
        counts.resize(id as usize + 1, 0);
    }
}

fn bump(counts: &mut Vec<u32>, id: WordId) {
    grow(counts, id);
    counts[id as usize] += 1;
}
