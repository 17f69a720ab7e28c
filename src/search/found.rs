//! What answers one query: numbers for every document, texts read only where something is shown.

use std::collections::BTreeSet;

use super::evaluate::{self, Answer};
use super::index::Index;
use super::query::{N_FIELDS, Query};
use super::{Hit, MatchedTerm, Notice, NoticeKind, SearchResults, snippet};
use crate::corpus::Corpus;
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
        let answer = evaluate::answer(index, &query);
        Self { index, corpus, query, notices, answer }
    }

    /// Every article that answers, in the order of the corpus.
    pub fn documents(&self) -> Vec<Matched> {
        self.answer.articles.iter().map(|found| self.matched(found)).collect()
    }

    /// Every document that answers in its furniture, in the order of the corpus.
    pub fn furniture(&self) -> Vec<Matched> {
        self.answer.furniture.iter().map(|found| self.matched(found)).collect()
    }

    /// The best `limit` articles, best first.
    pub fn best(&self, limit: usize) -> Vec<Matched> {
        evaluate::best(&self.answer.articles, limit).iter().map(|found| self.matched(found)).collect()
    }

    /// What is marked in the article of `document`, in order, not overlapping.
    pub fn spans_in(&self, document: DocumentId) -> Vec<Span> {
        let found = self.answer.articles.iter().find(|found| self.index.parts[found.part as usize].document == document);
        let mut forms = vec![BTreeSet::new(); self.query.leaves.len()];
        found
            .and_then(|found| snippet::show(self.index, self.corpus, &self.answer, found, &mut forms))
            .map_or_else(Vec::new, |hit| hit.spans)
    }

    /// Every article that answers, in the order of the corpus, by number alone.
    pub fn matching(&self) -> Vec<DocumentId> {
        self.answer.articles.iter().map(|found| self.document_of(found)).collect()
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
        let mut forms = vec![BTreeSet::new(); query.leaves.len()];
        let mut show = |found: &[evaluate::Found]| -> Vec<Hit> {
            let shown = self.shown(found, window);
            shown.iter().filter_map(|found| snippet::show(self.index, self.corpus, answer, found, &mut forms)).collect()
        };
        let (hits, furniture) = (show(&answer.articles), show(&answer.furniture));
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

    fn shown(&self, found: &[evaluate::Found], window: &Window) -> Vec<evaluate::Found> {
        let mut shown = match window.places {
            None => evaluate::best(found, window.limit),
            Some(places) => {
                let mut placed: Vec<(u32, u32)> = found.iter().zip(0..).map(|(found, at)| (places[self.document_of(found).index()], at)).collect();
                placed.sort_unstable();
                placed.iter().take(window.limit).map(|(_, at)| found[*at as usize]).collect()
            }
        };
        if let Some(open) = window.open
            && !shown.iter().any(|found| self.document_of(found) == open)
        {
            shown.extend(found.iter().find(|found| self.document_of(found) == open));
        }
        shown
    }

    fn document_of(&self, found: &evaluate::Found) -> DocumentId {
        self.index.parts[found.part as usize].document
    }

    fn matched(&self, found: &evaluate::Found) -> Matched {
        let part = &self.index.parts[found.part as usize];
        let mut by_field = [0; N_FIELDS];
        let runs = self.index.runs(part);
        for mark in self.answer.marks(self.index, found.part) {
            let run = runs.partition_point(|(start, _)| *start <= mark.position);
            by_field[runs[run - 1].1 as usize] += 1;
        }
        Matched { document: part.document, score: found.score, n: found.n_marks, by_field }
    }
}
