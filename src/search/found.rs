//! What answers one query: numbers for every document, texts read only where something is shown.

use super::evaluate::{self, Answer};
use super::index::Index;
use super::query::{N_FIELDS, Query};
use super::snippet::Shower;
use super::{Hit, MatchedTerm, Notice, NoticeKind, SearchResults};
use crate::corpus::{Corpus, Document};
use crate::id::DocumentId;
use crate::span::Span;

/// Everything that answers one query.
#[derive(Debug)]
pub struct Found<'a> {
    index: &'a Index,
    corpus: &'a Corpus,
    query: Query,
    notices: Vec<Notice>,
    answer: Answer,
}

/// Which of the articles that answer are shown.
#[derive(Clone, Copy, Debug, Default)]
pub struct Window<'w> {
    pub limit: usize,
    /// The place of each document in the order that is wanted; best first when there is none.
    pub places: Option<&'w [u32]>,
    /// Shown whatever its rank, after the others.
    pub open: Option<DocumentId>,
}

/// A document that answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Matched {
    pub document: DocumentId,
    /// Larger is better; comparable within one answer only.
    pub score: f32,
    /// Number of occurrences.
    pub n: u32,
    /// The same by [`super::query::Field`], in its order.
    pub by_field: [u32; N_FIELDS],
}

impl<'a> Found<'a> {
    pub(super) fn of(index: &'a Index, corpus: &'a Corpus, query: Query, notices: Vec<Notice>) -> Self {
        let answer = evaluate::answer(index, corpus, &query);
        Self { index, corpus, query, notices, answer }
    }

    /// Every article that answers, in the order of the corpus.
    pub fn documents(&self) -> impl ExactSizeIterator<Item = Matched> + '_ {
        self.answer.articles.iter().map(matched)
    }

    /// Every document that answers in its furniture, in the order of the corpus.
    pub fn furniture(&self) -> impl ExactSizeIterator<Item = Matched> + '_ {
        self.answer.furniture.iter().map(matched)
    }

    /// The best `limit` articles, best first.
    pub fn best(&self, limit: usize) -> Vec<Matched> {
        evaluate::best(&self.answer.articles, limit).iter().map(matched).collect()
    }

    /// The hit in `document`, for who keeps the texts elsewhere than in a corpus: it is read as it was indexed.
    pub fn hit_in(&self, document: &Document) -> Option<Hit> {
        let articles = &self.answer.articles;
        let found = articles.binary_search_by_key(&document.id, |found| found.document).ok().map(|at| articles[at])?;
        Some(Shower::of(self.index, self.corpus, &self.answer).show_in(document, &found))
    }

    /// What is marked in the article of `document`, in order, not overlapping.
    pub fn spans_in(&self, document: DocumentId) -> Vec<Span> {
        let articles = &self.answer.articles;
        let found = articles.binary_search_by_key(&document, |found| found.document).ok().map(|at| articles[at]);
        let marks = found.and_then(|found| Shower::of(self.index, self.corpus, &self.answer).marks(&found));
        marks.unwrap_or_default().into_iter().map(|(span, _)| span).collect()
    }

    /// Calls `each` with every article that answers and what is marked in it, in the order of the corpus.
    pub fn each_span(&self, mut each: impl FnMut(DocumentId, Vec<Span>)) {
        let mut shower = Shower::of(self.index, self.corpus, &self.answer);
        for found in &self.answer.articles {
            let marks = shower.marks(found).unwrap_or_default();
            each(found.document, marks.into_iter().map(|(span, _)| span).collect());
        }
    }

    /// Every article that answers, in the order of the corpus, by number alone.
    pub fn matching(&self) -> Vec<DocumentId> {
        self.answer.articles.iter().map(|found| found.document).collect()
    }

    /// How many articles answer all of the query.
    pub fn n_whole(&self) -> u32 {
        if self.answer.missing.is_empty() { u32::try_from(self.answer.articles.len()).unwrap_or(u32::MAX) } else { 0 }
    }

    /// At most `limit` articles with their spans and sentences, and what there is to say.
    pub fn results(&self, limit: usize) -> SearchResults {
        self.results_in(&Window { limit, ..Window::default() })
    }

    /// The same for the articles that `window` shows.
    pub fn results_in(&self, window: &Window) -> SearchResults {
        let (answer, query) = (&self.answer, &self.query);
        let mut notices = self.notices.clone();
        let mut shower = Shower::of(self.index, self.corpus, answer);
        let mut show = |found: &[evaluate::Found]| -> Vec<Hit> { window.of(found).iter().filter_map(|found| shower.show(found)).collect() };
        let (hits, furniture) = (show(&answer.articles), show(&answer.furniture));
        let forms = shower.forms;
        let forms_of = |leaf: usize| forms[leaf].iter().cloned().collect::<Vec<String>>();
        if !answer.missing.is_empty() {
            let missing = answer.missing.iter().map(|leaf| query.leaves[*leaf].text.clone()).collect();
            notices.push(Notice::of(NoticeKind::PartialMatches { missing }));
        }
        for leaf in answer.misspelt.iter().copied().filter(|leaf| !forms[*leaf].is_empty()) {
            notices.push(Notice::of(NoticeKind::ReadAs { word: query.leaves[leaf].text.clone(), forms: forms_of(leaf) }));
        }
        let terms =
            answer.wanted.iter().map(|leaf| MatchedTerm { query: query.leaves[*leaf].text.clone(), forms: forms_of(*leaf) }).collect();
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let n_spans = answer.articles.iter().map(|found| found.n_marks).sum();
        let conditions = query.conditions.clone();
        SearchResults { hits, furniture, notices, conditions, terms, n_documents: narrow(answer.articles.len()), n_spans }
    }
}

impl Window<'_> {
    /// Those of `found`, which are in the order of the corpus, that are shown.
    fn of(&self, found: &[evaluate::Found]) -> Vec<evaluate::Found> {
        let mut shown = match self.places {
            None => evaluate::best(found, self.limit),
            Some(places) => {
                let mut slots = vec![u32::MAX; places.len()];
                for (found, at) in found.iter().zip(0..) {
                    slots[places[found.document.index()] as usize] = at;
                }
                slots.iter().filter(|at| **at != u32::MAX).take(self.limit).map(|at| found[*at as usize]).collect()
            }
        };
        if let Some(open) = self.open
            && !shown.iter().any(|found| found.document == open)
        {
            shown.extend(found.binary_search_by_key(&open, |found| found.document).ok().map(|at| found[at]));
        }
        shown
    }
}

fn matched(found: &evaluate::Found) -> Matched {
    Matched { document: found.document, score: found.score, n: found.n_marks, by_field: found.by_field.map(u32::from) }
}
