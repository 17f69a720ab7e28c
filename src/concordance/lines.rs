//! Keyword in context: every passage with the words around it, sorted so that what is alike stands together.
//!
//! All lines are found in one walk over the articles that have passages, as places and numbers; only those that are shown
//! become text. Words before a passage are compared outward from it, as a reader of the column compares them.

use std::ops::Range;

use super::reading::Reading;
use super::vocabulary::{Vocabulary, WordId};
use super::{Choice, Grouping, Line, Sort, WIDEST, With};
use crate::corpus::Corpus;
use crate::id::DocumentId;
use crate::search::Hit;
use crate::span::Span;
use crate::text::filling;

/// Words that are compared of a context. At 0 every order is that of the corpus; more than these decide of lines that are
/// alike to the eye.
const COMPARED: usize = 6;

/// One line before it is shown.
#[derive(Clone, Copy, Debug)]
struct Entry {
    document: DocumentId,
    /// With its context.
    context: Span,
    hit: Span,
    number: u32,
    /// What it is sorted by: ranks of words, 0 where there is none.
    key: [u32; COMPARED],
}

/// All lines of one query and choice, sorted.
#[derive(Debug, Default)]
pub struct Concordance {
    entries: Vec<Entry>,
    pub n_documents: u32,
}

impl Concordance {
    /// The lines of `hits`, which are in the order of the corpus.
    pub fn of(corpus: &Corpus, hits: &[Hit], choice: &Choice, vocabulary: &mut Vocabulary) -> Self {
        let mut entries: Vec<Entry> = Vec::new();
        let mut n_documents = 0;
        for hit in hits {
            let Some(document) = corpus.document(hit.document) else { continue };
            if choice.article.as_ref().is_some_and(|name| *name != document.name) {
                continue;
            }
            let before = entries.len();
            Cutter { reading: Reading::of(document), choice, vocabulary }.cut(&hit.spans, &mut entries);
            n_documents += u32::from(entries.len() > before);
        }
        rank(&mut entries, vocabulary);
        let group = |entry: &Entry| if choice.grouping == Grouping::ByArticle { entry.document.0 } else { 0 };
        entries.sort_unstable_by_key(|entry| (group(entry), entry.key, entry.document, entry.hit));
        Self { entries, n_documents }
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// The lines from `from` on, counted from 0, at most `limit`.
    pub fn lines<'c>(&'c self, corpus: &'c Corpus, from: u32, limit: u32) -> impl Iterator<Item = Line> + 'c {
        self.entries.iter().skip(from as usize).take(limit as usize).filter_map(|entry| {
            let text = corpus.document(entry.document)?.text();
            let part = |start: u32, end: u32| filling::stripped(&text[start as usize..end as usize]).into_owned();
            Some(Line {
                document: entry.document,
                span: entry.hit,
                number: entry.number,
                left: part(entry.context.start, entry.hit.start),
                hit: part(entry.hit.start, entry.hit.end),
                right: part(entry.hit.end, entry.context.end),
            })
        })
    }
}

/// Numbers of words become their places in the alphabet.
fn rank(entries: &mut [Entry], vocabulary: &Vocabulary) {
    if entries.iter().all(|entry| entry.key == [0; COMPARED]) {
        return;
    }
    let ranks = vocabulary.ranks();
    for entry in entries {
        entry.key = entry.key.map(|word| word.checked_sub(1).map_or(0, |id| ranks[id as usize]));
    }
}

/// Cuts the lines of one article.
struct Cutter<'c, 'v> {
    reading: Reading<'c>,
    choice: &'v Choice,
    vocabulary: &'v mut Vocabulary,
}

impl Cutter<'_, '_> {
    fn cut(&mut self, spans: &[Span], entries: &mut Vec<Entry>) {
        let mut company = self.choice.with.as_ref().map(|with| Company::of(with, self.vocabulary));
        let ranges: Vec<Range<usize>> = spans.iter().map(|span| self.reading.range(*span)).collect();
        let marked = self.reading.marked(&ranges);
        for ((&hit, range), number) in spans.iter().zip(ranges).zip(1..) {
            if let Some(company) = &mut company
                && !company.holds(&self.reading, &marked, self.vocabulary, &range)
            {
                continue;
            }
            let context = self.reading.context(hit, self.choice.width.min(WIDEST) as usize);
            let key = self.key(hit, &range);
            entries.push(Entry { document: self.reading.document.id, context, hit, number, key });
        }
    }

    /// Numbers of the words that a line is compared by, raised by one: 0 is before all words.
    fn key(&mut self, hit: Span, range: &Range<usize>) -> [u32; COMPARED] {
        let window = self.reading.window(range, super::Window::Words { left: COMPARED as u32, right: COMPARED as u32 });
        let mut key = [0; COMPARED];
        let places: Vec<usize> = match self.choice.sort {
            Sort::Place => return key,
            Sort::Left => (window.start..range.start).rev().collect(),
            Sort::Hit | Sort::Right => (range.end..window.end).collect(),
        };
        let whole = (self.choice.sort == Sort::Hit).then(|| self.whole(hit, range));
        let words = places.into_iter().map(|place| self.vocabulary.id(self.reading.form(place)));
        for (slot, id) in key.iter_mut().zip(whole.into_iter().chain(words)) {
            *slot = id + 1;
        }
        key
    }

    /// The passage as one word.
    fn whole(&mut self, hit: Span, range: &Range<usize>) -> WordId {
        let words: Vec<WordId> = range.clone().map(|place| self.vocabulary.id(self.reading.form(place))).collect();
        if words.is_empty() {
            return self.vocabulary.id(hit.slice(self.reading.document.text()));
        }
        let words: Vec<&str> = words.into_iter().map(|id| self.vocabulary.word(id)).collect();
        self.vocabulary.folded(&words.join(" "))
    }
}

/// What must stand around a passage.
struct Company {
    words: Vec<WordId>,
    window: Option<super::Window>,
    /// The window looked at last and whether it holds the word: in a sentence all passages have one window.
    last: Option<(Range<usize>, bool)>,
}

impl Company {
    fn of(with: &With, vocabulary: &mut Vocabulary) -> Self {
        let (words, window) = match with {
            With::Near { word, window } => (vec![vocabulary.folded(word)], Some(*window)),
            With::Run(words) => (words.split(' ').map(|word| vocabulary.folded(word)).collect(), None),
        };
        Self { words, window, last: None }
    }

    /// `marked` are the words of passages: they are near none.
    fn holds(&mut self, reading: &Reading, marked: &[bool], vocabulary: &mut Vocabulary, range: &Range<usize>) -> bool {
        let Some(window) = self.window else { return self.holds_run(reading, vocabulary, range) };
        let window = reading.window(range, window);
        if let Some((last, held)) = &self.last
            && *last == window
        {
            return *held;
        }
        let held = window.clone().any(|place| !marked[place] && vocabulary.id(reading.form(place)) == self.words[0]);
        self.last = Some((window, held));
        held
    }

    fn holds_run(&self, reading: &Reading, vocabulary: &mut Vocabulary, range: &Range<usize>) -> bool {
        let n = self.words.len();
        n >= range.len()
            && (range.end.saturating_sub(n)..=range.start).any(|start| {
                let Some(run) = reading.words.get(start..start + n) else { return false };
                run.first().map(|word| word.sentence) == run.last().map(|word| word.sentence)
                    && (start..start + n).zip(&self.words).all(|(place, word)| vocabulary.id(reading.form(place)) == *word)
            })
    }
}
