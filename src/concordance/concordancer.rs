//! Answers questions about the passages of queries, and keeps what the next question is likely to need.
//!
//! Kept are the passages of the query asked last, its sorted lines, and the counts of the corpus: turning a page of lines
//! costs its lines only. Whoever changes the corpus takes a new one.

use std::rc::Rc;

use super::collocates::{self, Census};
use super::lines::Concordance;
use super::parts::{self, Extent};
use super::reading::{Reading, plain};
use super::terms::Terms;
use super::vocabulary::Vocabulary;
use super::{
    Answer, Choice, Form, Frequency, Kept, Keyness, KeynessRequest, Line, Lines, MOST_IN_TABLE, MOST_LISTED, MOST_QUERIES, Question,
    Surroundings, Window, dispersion, ngrams, sheet,
};
use crate::corpus::Corpus;
use crate::id::DocumentId;
use crate::order::Order;
use crate::say;
use crate::search::{self, Hit, Notice, NoticeKind, SearchIndex};
use crate::span::Span;

/// Words on each side of a passage that is read in its wider context.
const WIDE: usize = 60;

#[derive(Debug, Default)]
pub struct Concordancer {
    vocabulary: Vocabulary,
    census: Option<Census>,
    lengths: Option<Rc<[u32]>>,
    passages: Option<Rc<Passages>>,
    terms: Option<Terms>,
    sorted: Option<(Rc<Passages>, Choice, Rc<Concordance>)>,
}

/// What a query marks, in the order of the corpus.
#[derive(Debug)]
struct Passages {
    query: String,
    hits: Vec<Hit>,
    notices: Vec<Notice>,
    n_hits: u32,
}

impl Concordancer {
    /// Answers `question` about `corpus`, of which `index` is the index.
    ///
    /// # Errors
    /// When the question is about an article or a place that there is not; a sentence for the reader.
    pub fn answer(&mut self, corpus: &Corpus, index: &SearchIndex, question: Question, form: Form) -> Result<Answer, String> {
        let whole = form != Form::View;
        let answer = match question {
            Question::Lines { query, choice, from, limit } => {
                let (from, limit) = if whole { (0, MOST_IN_TABLE) } else { (from, limit) };
                Answer::Lines(self.lines(corpus, index, &query, choice, from, limit))
            }
            Question::Context { document, span } => Answer::Context(context(corpus, document, span)?),
            Question::Dispersion { query } => {
                let passages = self.passages(corpus, index, &query);
                let lengths = self.lengths(corpus);
                Answer::Dispersion(dispersion::dispersion(corpus, &passages.hits, &lengths, passages.notices.clone()))
            }
            Question::Surroundings { query, window, length, kept } => {
                let mut found = self.surroundings(corpus, index, &query, window, length, kept);
                if !whole {
                    found.collocates.truncate(MOST_LISTED);
                    found.runs.truncate(MOST_LISTED);
                }
                Answer::Surroundings(found)
            }
            Question::Keyness(request) => {
                let extent = if whole { Extent::All } else { Extent::Shown };
                Answer::Keyness(self.keyness(corpus, &request, extent))
            }
            Question::Frequencies { queries } => {
                Answer::Frequencies(queries.into_iter().take(MOST_QUERIES).map(|query| frequency(corpus, index, query)).collect())
            }
        };
        Ok(match form {
            Form::View => answer,
            Form::Csv(separator) => Answer::Sheet(sheet::csv(corpus, &self.lengths(corpus), &answer, separator)),
            Form::Text => Answer::Sheet(sheet::text(corpus, &answer)),
        })
    }

    fn lines(&mut self, corpus: &Corpus, index: &SearchIndex, query: &str, choice: Choice, from: u32, limit: u32) -> Lines {
        let passages = self.passages(corpus, index, query);
        let kept = self.sorted.take().filter(|(of, with, _)| Rc::ptr_eq(of, &passages) && *with == choice);
        let (_, _, concordance) = self.sorted.insert(kept.unwrap_or_else(|| {
            let concordance = Concordance::of(corpus, &passages.hits, &choice, &mut self.vocabulary);
            (passages.clone(), choice, Rc::new(concordance))
        }));
        Lines {
            lines: concordance.lines(corpus, from, limit).collect(),
            n_lines: u32::try_from(concordance.len()).unwrap_or(u32::MAX),
            n_documents: concordance.n_documents,
            n_hits: passages.n_hits,
            notices: passages.notices.clone(),
        }
    }

    fn surroundings(&mut self, corpus: &Corpus, index: &SearchIndex, query: &str, window: Window, length: u32, kept: Kept) -> Surroundings {
        let passages = self.passages(corpus, index, query);
        let vocabulary = &mut self.vocabulary;
        let census = self.census.get_or_insert_with(|| Census::of(corpus, vocabulary));
        let (collocates, n_near, n_words) = collocates::collocates(corpus, &passages.hits, window, kept, census, vocabulary);
        let runs = ngrams::runs(corpus, &passages.hits, length, kept, vocabulary);
        let notices = passages.notices.clone();
        Surroundings { collocates, runs, n_hits: passages.n_hits, n_near, n_words, notices }
    }

    fn keyness(&mut self, corpus: &Corpus, request: &KeynessRequest, extent: Extent) -> Keyness {
        let length = request.length.clamp(1, super::LONGEST_RUN);
        let kept = self.terms.take().filter(|terms| (terms.length, terms.kept) == (length, request.kept));
        let terms = kept.unwrap_or_else(|| Terms::of(corpus, length, request.kept, &mut self.vocabulary));
        parts::keyness(corpus, self.terms.insert(terms), &self.vocabulary, request, extent)
    }

    /// The passages of `query`, looked for when it is another than the one before.
    fn passages(&mut self, corpus: &Corpus, index: &SearchIndex, query: &str) -> Rc<Passages> {
        let kept = self.passages.take().filter(|passages| passages.query == query);
        self.passages.insert(kept.unwrap_or_else(|| Rc::new(Passages::of(corpus, index, query)))).clone()
    }

    /// Words of every article.
    fn lengths(&mut self, corpus: &Corpus) -> Rc<[u32]> {
        let length = |document: &crate::corpus::Document| u32::try_from(document.n_words()).unwrap_or(u32::MAX);
        self.lengths.get_or_insert_with(|| corpus.documents.iter().map(length).collect()).clone()
    }
}

impl Passages {
    fn of(corpus: &Corpus, index: &SearchIndex, query: &str) -> Self {
        let found = index.search(corpus, query, usize::MAX);
        let (mut hits, mut notices, mut n_hits) = (found.hits, found.notices, found.n_spans);
        hits.order_by_key(|hit| hit.document);
        // One thing is counted, in all articles the same: passages where the words stand together, if there are any.
        if hits.iter().any(|hit| hit.together) {
            let n_before = hits.len();
            hits.retain(|hit| hit.together);
            n_hits = narrow(hits.iter().map(|hit| hit.spans.len()).sum());
            let kind = NoticeKind::Together { n: narrow(hits.len()), n_apart: narrow(n_before - hits.len()) };
            notices.push(Notice { kind, span: None, mend: Some(search::each_word(query)) });
        }
        Self { query: query.to_owned(), hits, notices, n_hits }
    }
}

fn narrow(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn frequency(corpus: &Corpus, index: &SearchIndex, query: String) -> Frequency {
    let Passages { query, hits, notices, n_hits } = Passages::of(corpus, index, &query);
    let documents = hits.iter().filter(|hit| !hit.spans.is_empty()).map(|hit| (hit.document, hit.spans.len() as u32)).collect();
    Frequency { query, n_hits, documents, notices }
}

fn context(corpus: &Corpus, id: DocumentId, span: Span) -> Result<Line, String> {
    let document = corpus
        .document(id)
        .ok_or_else(|| say!(format!("il n’y a pas d’article n° {}", id.0 + 1), format!("there is no article no. {}", id.0 + 1)))?;
    let hit = document.text().get(span.start as usize..(span.end as usize).max(span.start as usize));
    let hit = plain(hit.ok_or_else(|| say!("ce passage n’est pas dans l’article", "this passage is not in the article").to_owned())?);
    let [left, right] = Reading::of(document).wide(span, WIDE);
    Ok(Line { document: id, span, number: 0, left, hit, right })
}
