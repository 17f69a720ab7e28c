//! From parts back to the text: which bytes are marked, and the sentences that show them.
//!
//! The index keeps no offsets. Only the pages that are shown are read again, word by word, as they were when they were
//! indexed, and each word is held against what was looked for; that is some ten microseconds a page against four bytes for
//! every word of the corpus.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::Hit;
use super::analysis::{self, Link};
use super::evaluate::{Answer, Found, Mark, merge};
use super::forms::{Form, Sought};
use super::index::{self, Index};
use super::parts::Side;
use super::places::Place;
use super::plan::Plan;
use super::postings::Shape;
use crate::corpus::{Corpus, Document};
use crate::order::Order;
use crate::span::Span;
use crate::text;

/// Sentences shown of one article: more than anybody reads of a hit; the marks themselves are all there.
const MOST_SENTENCES: usize = 50;

/// Forms told of one word. A prefix may have thousands.
const MOST_FORMS: usize = 12;

/// Reads pages again to show what answers in them.
pub struct Shower<'a> {
    index: &'a Index,
    corpus: &'a Corpus,
    answer: &'a Answer,
    /// Forms of each leaf that is nothing but forms, by their place in the dictionary.
    sought: Vec<Vec<Sought>>,
    /// The forms in which each leaf was met.
    pub forms: Vec<BTreeSet<String>>,
}

/// A page that was read again.
struct Page {
    /// Position and bytes of every word.
    words: Vec<(u32, Span)>,
    /// Places of every leaf.
    leaves: Vec<Vec<Place>>,
}

impl<'a> Shower<'a> {
    pub fn of(index: &'a Index, corpus: &'a Corpus, answer: &'a Answer) -> Self {
        let sought = |plan: &Plan| match plan {
            Plan::Terms(terms) | Plan::Initial(terms, _) => {
                let mut terms = terms.clone();
                terms.order_by_key(|sought| (sought.term, sought.form));
                terms
            }
            _ => Vec::new(),
        };
        let sought = answer.leaves.iter().map(|leaf| sought(&leaf.plan)).collect();
        Self { index, corpus, answer, sought, forms: vec![BTreeSet::new(); answer.leaves.len()] }
    }

    /// What is marked in the part that was `found`, with its bytes. Nothing when the corpus is not the one indexed.
    pub fn marks(&mut self, found: &Found) -> Option<Vec<(Span, Mark)>> {
        let document = self.corpus.document(self.index.parts.get(found.part).document)?;
        Some(self.marks_in(document, found))
    }

    /// The same in `document`, which is the one that was indexed.
    fn marks_in(&mut self, document: &Document, found: &Found) -> Vec<(Span, Mark)> {
        let part = self.index.parts.get(found.part);
        let page = self.read(document, found.part);
        let mut marks = Vec::new();
        let whole = self.answer.missing.is_empty() || part.side() == Side::Furniture;
        for group in &self.answer.groups {
            let leaves: Vec<&[Place]> = group.words.leaves.iter().map(|leaf| &page.leaves[*leaf][..]).collect();
            let passages = group.passages(&leaves, found.part, whole);
            if !whole || !passages.is_empty() || leaves.iter().all(|places| !places.is_empty()) {
                group.mark(&leaves, &passages, &mut marks);
            }
        }
        merge(&mut marks);
        let marks: Vec<(Span, Mark)> = marks.into_iter().filter_map(|mark| Some((page.cover(mark.position, mark.end)?, mark))).collect();
        self.tell_forms(document, &page, &marks);
        marks
    }

    /// The hit for what was `found`.
    pub fn show(&mut self, found: &Found) -> Option<Hit> {
        let document = self.corpus.document(self.index.parts.get(found.part).document)?;
        Some(self.show_in(document, found))
    }

    /// The same from `document`, which is the one that was indexed.
    pub fn show_in(&mut self, document: &Document, found: &Found) -> Hit {
        let marks = self.marks_in(document, found);
        let sentences = sentences(document, self.index.parts.get(found.part).side(), &marks);
        let spans = marks.into_iter().map(|(span, _)| span).collect();
        Hit { document: document.id, score: found.score, spans, together: found.together, sentences }
    }

    fn read(&self, document: &Document, part: u32) -> Page {
        let data = self.index.parts.get(part);
        let known = |leaf: &super::looked::Looked| leaf.known_in(part).map(<[Place]>::to_vec).unwrap_or_default();
        let mut page = Page { words: Vec::new(), leaves: self.answer.leaves.iter().map(known).collect() };
        let (text, language) = (document.text(), 1 << document.language as u8);
        let mut lower = String::new();
        let mut chain: Vec<Span> = Vec::new();
        let take = |leaves: &mut Vec<Vec<Place>>, lower: &str, shape: Shape, position: u32, length: u32| {
            let Some(term) = self.index.dictionary.find(lower, shape) else { return };
            for ((places, sought), leaf) in leaves.iter_mut().zip(&self.sought).zip(&self.answer.leaves) {
                let from = sought.partition_point(|sought| sought.term < term);
                let own = sought[from..].iter().take_while(|sought| sought.term == term);
                if let Some(sought) = own.into_iter().find(|sought| sought.languages & language != 0) {
                    places.push(Place { part, position, form: sought.form, length });
                } else if shape == Shape::Word
                    && let Plan::Initial(_, letter) = leaf.plan
                    && letter == self.index.dictionary.initial(term)
                {
                    places.push(Place { part, position, form: Form::Longer, length });
                }
            }
        };
        index::walk(document, data.side(), |position, span, link, _| {
            page.words.push((position, span));
            analysis::lower_into(span.slice(text), &mut lower);
            take(&mut page.leaves, &lower, Shape::Word, position, 1);
            if link == Link::Joined || !chain.is_empty() {
                chain.push(span);
            }
            if link == Link::Apart {
                let parts: Vec<&str> = chain.iter().map(|span| span.slice(text)).collect();
                if let Some(lower) = analysis::joined(&parts) {
                    let length = parts.len() as u32;
                    take(&mut page.leaves, &lower, Shape::Compound, position + 1 - length, length);
                }
                chain.clear();
            }
        });
        for places in &mut page.leaves {
            if !places.is_sorted() {
                places.order();
            }
            places.dedup_by_key(|place| place.position);
        }
        page
    }

    fn tell_forms(&mut self, document: &Document, page: &Page, marks: &[(Span, Mark)]) {
        for &leaf in &self.answer.wanted {
            for place in &page.leaves[leaf] {
                if self.forms[leaf].len() >= MOST_FORMS {
                    break;
                }
                let after = marks.partition_point(|(_, mark)| mark.position <= place.position);
                let marked = after.checked_sub(1).is_some_and(|at| place.end() <= marks[at].1.end);
                if marked && let Some(span) = page.cover(place.position, place.end()) {
                    self.forms[leaf].insert(text::filling::stripped(span.slice(document.text())).to_lowercase());
                }
            }
        }
    }
}

impl Page {
    /// The bytes from one position to before another.
    fn cover(&self, start: u32, end: u32) -> Option<Span> {
        let word_at = |position: u32| self.words.binary_search_by_key(&position, |(at, _)| *at).ok().map(|at| self.words[at].1);
        Some(word_at(start)?.cover(word_at(end.checked_sub(1)?)?))
    }
}

/// What makes a sentence a good one to show.
#[derive(Clone, Copy, Debug)]
struct Merit {
    leaves: u64,
    /// Positions between the two nearest marks of different leaves; none when one mark holds all.
    nearest: u32,
    n_marks: u32,
    last: Mark,
}

/// Sentences that hold marks: those with more of the words first, then those in which they are nearer, then those with more
/// marks, then in the order of the text.
fn sentences(document: &Document, side: Side, marks: &[(Span, Mark)]) -> Vec<Span> {
    let mut found: BTreeMap<Span, Merit> = BTreeMap::new();
    for (span, mark) in marks {
        let Some(sentence) = sentence_of(document, side, *span) else { continue };
        let nearest = if mark.leaves.count_ones() > 1 { 0 } else { u32::MAX };
        let merit = found.entry(sentence).or_insert(Merit { leaves: 0, nearest, n_marks: 0, last: *mark });
        if merit.last.leaves != mark.leaves {
            merit.nearest = merit.nearest.min(mark.position.saturating_sub(merit.last.end));
        }
        (merit.leaves, merit.n_marks, merit.last) = (merit.leaves | mark.leaves, merit.n_marks + 1, *mark);
        merit.nearest = merit.nearest.min(nearest);
    }
    let mut sentences: Vec<_> = found.into_iter().collect();
    sentences.order_by_key(|(_, merit)| (Reverse(merit.leaves.count_ones()), merit.nearest, Reverse(merit.n_marks)));
    sentences.truncate(MOST_SENTENCES);
    sentences.into_iter().map(|(sentence, _)| sentence).collect()
}

fn sentence_of(document: &Document, side: Side, span: Span) -> Option<Span> {
    match side {
        Side::Article => document.sentence_at(span.start).map(|at| document.sentences[at].span),
        Side::Furniture => {
            let zone = document.paragraphs_of(|kind| side.has(kind)).into_iter().find(|zone| zone.span.contains(span))?;
            text::sentences(document.text(), zone.span).into_iter().find(|sentence| sentence.overlaps(span))
        }
    }
}
