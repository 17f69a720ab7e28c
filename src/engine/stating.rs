//! Answers about statements: the grid of what several articles tell, and one passage in all other articles.

use std::rc::Rc;

use super::Engine;
use crate::compare::{self, Cell, Explained, Statement, Statements};
use crate::corpus::Document;
use crate::id::DocumentId;
use crate::order::Order;
use crate::protocol::{
    ElsewhereCard, ElsewhereView, GroundLine, MOST_STATEMENTS, Passage, StatementCell, StatementRow, StatementsRequest, StatementsView,
    UnlikeLine,
};
use crate::say;
use crate::span::Span;
use crate::text::{filling, fold};

/// The rows of some articles, kept until others are asked for.
#[derive(Debug)]
pub(super) struct Stated {
    articles: Vec<DocumentId>,
    statements: Rc<Statements>,
}

impl Engine {
    /// Rows of the grid.
    pub(super) fn statements(&mut self, request: &StatementsRequest) -> StatementsView {
        let (articles, statements) = self.stated(&request.articles);
        let folded = fold(&request.text);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let (mut n_shared, mut n_single) = (0, 0);
        let from = request.from as usize;
        let page = from..from.saturating_add(MOST_STATEMENTS);
        let mut rows = Vec::new();
        for statement in statements.rows.iter().filter(|statement| self.fits(statement, request, &words)) {
            let n: &mut u32 = if statement.cells.len() > 1 { &mut n_shared } else { &mut n_single };
            if page.contains(&(*n as usize)) {
                rows.extend(self.statement_row(statement));
            }
            *n += 1;
        }
        let (n_compared, n_pairs) = (statements.n_compared, statements.n_pairs);
        StatementsView { articles, rows, n_shared, n_single, n_compared, n_pairs }
    }

    /// The rows of all pages.
    pub(super) fn all_statements(&mut self, request: &StatementsRequest) -> Vec<StatementRow> {
        let (_, statements) = self.stated(&request.articles);
        let folded = fold(&request.text);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let wanted = statements.rows.iter().filter(|statement| self.fits(statement, request, &words));
        wanted.filter_map(|statement| self.statement_row(statement)).collect()
    }

    pub(super) fn stated(&mut self, articles: &[DocumentId]) -> (Vec<DocumentId>, Rc<Statements>) {
        let mut wanted: Vec<DocumentId> = articles.iter().copied().filter(|id| self.corpus.document(*id).is_some()).collect();
        if wanted.is_empty() {
            wanted = self.corpus.documents.iter().map(|document| document.id).collect();
        }
        wanted.order();
        wanted.dedup();
        let kept = self.memo.stated.take().filter(|kept| kept.articles == wanted);
        let made = kept.unwrap_or_else(|| {
            let statements = Rc::new(self.comparer.statements(self.annotated(), &wanted));
            Stated { articles: wanted.clone(), statements }
        });
        (wanted, self.memo.stated.insert(made).statements.clone())
    }

    fn fits(&self, statement: &Statement, request: &StatementsRequest, words: &[&str]) -> bool {
        let is_told_by = |id: DocumentId| statement.cells.iter().any(|cell| cell.document == id);
        if request.told_by.is_some_and(|id| !is_told_by(id)) || request.absent_from.is_some_and(is_told_by) {
            return false;
        }
        let others = || statement.cells.iter().filter(|cell| cell.document != statement.document);
        if request.closeness.is_some_and(|closeness| others().all(|cell| cell.closeness != closeness)) {
            return false;
        }
        if !words.is_empty() && !statement.cells.iter().any(|cell| self.has_words(cell, words)) {
            return false;
        }
        let told_so = |cell: &Cell| self.explained(statement, cell).is_some_and(|told| Some(told.manner) == request.manner);
        request.manner.is_none() || others().any(told_so)
    }

    fn has_words(&self, cell: &Cell, words: &[&str]) -> bool {
        let Some(document) = self.corpus.document(cell.document) else { return false };
        cell.spans.iter().any(|span| {
            let text = fold(document.sentence_around(*span).slice(document.text()));
            words.iter().all(|word| text.contains(word))
        })
    }

    /// How a cell tells its statement; the passage of several that is longest speaks for it.
    fn explained(&self, statement: &Statement, cell: &Cell) -> Option<Explained> {
        let first = *cell.spans.first()?;
        let span = cell.spans.iter().fold(first, |best, span| if span.len() > best.len() { *span } else { best });
        self.comparer.explain(self.annotated(), (cell.document, span), (statement.document, statement.span))
    }

    fn statement_row(&self, statement: &Statement) -> Option<StatementRow> {
        let document = self.corpus.document(statement.document)?;
        let title = Passage::around(document, &[statement.span]).pop()?;
        let cells = statement.cells.iter().filter_map(|cell| self.statement_cell(statement, cell)).collect();
        Some(StatementRow { title, score: statement.score, cells })
    }

    fn statement_cell(&self, statement: &Statement, cell: &Cell) -> Option<StatementCell> {
        let document = self.corpus.document(cell.document)?;
        let (closeness, quoted, score) = (cell.closeness, cell.quoted, cell.score);
        let passages = Passage::around(document, &cell.spans);
        if cell.document == statement.document {
            let (grounds, unlike) = (Vec::new(), Vec::new());
            let manner = compare::Manner::Full;
            return Some(StatementCell { document: cell.document, passages, manner, closeness, quoted, score, grounds, unlike });
        }
        let told = self.explained(statement, cell)?;
        let (grounds, unlike) = self.lines(&told, document, statement.document)?;
        Some(StatementCell { document: cell.document, passages, manner: told.manner, closeness, quoted, score, grounds, unlike })
    }

    /// What supports an alignment and what speaks against it, in words.
    fn lines(&self, told: &Explained, here: &Document, there: DocumentId) -> Option<(Vec<GroundLine>, Vec<UnlikeLine>)> {
        let there = self.corpus.document(there)?;
        let ground = |ground: &compare::Ground| GroundLine {
            kind: ground.kind,
            here: shown(here, ground.here),
            there: shown(there, ground.there),
            here_span: ground.here,
            there_span: ground.there,
        };
        let unlike = |unlike: &compare::Divergence| UnlikeLine {
            kind: unlike.kind,
            here: shown(here, unlike.here),
            there: shown(there, unlike.there),
            here_span: unlike.here,
            there_span: unlike.there,
        };
        Some((told.grounds.iter().map(ground).collect(), told.unlike.iter().map(unlike).collect()))
    }

    /// One passage in all other articles.
    pub(super) fn elsewhere(&self, document: DocumentId, span: Span) -> Result<ElsewhereView, String> {
        let from = self.document(document)?;
        let text = from.text();
        let is_inside = span.start < span.end && text.get(span.start as usize..span.end as usize).is_some();
        if !is_inside {
            return Err(say!("ce passage n’est pas dans l’article", "this passage is not in the article").to_owned());
        }
        let answer = self.comparer.elsewhere(self.annotated(), document, span);
        let asked = (document, answer.asked);
        let card = |found: &compare::Found| {
            let other = self.corpus.document(found.document)?;
            let here = (found.document, found.span);
            let told = self.comparer.explain(self.annotated(), here, asked)?;
            let (grounds, unlike) = self.lines(&told, other, document)?;
            Some(ElsewhereCard {
                document: found.document,
                passage: Passage::around(other, &[found.span]).pop()?,
                manner: told.manner,
                closeness: found.closeness,
                quoted: found.quoted,
                score: found.score,
                words: self.comparer.words(&self.corpus, asked, here),
                grounds,
                unlike,
                also: found.also.clone(),
            })
        };
        let found = answer.found.iter().filter_map(card).collect();
        let sentences = from.sentences.iter().map(|sentence| sentence.span).filter(|sentence| sentence.overlaps(answer.asked));
        let whole = sentences.reduce(Span::cover).map_or(answer.asked, |sentences| sentences.cover(answer.asked));
        let asked = Passage { document, span: whole, text: whole.slice(text).to_owned(), marks: vec![answer.asked] };
        Ok(ElsewhereView { asked, found, absent: answer.absent })
    }
}

/// A stretch in one line, as it is read.
fn shown(document: &Document, span: Span) -> String {
    filling::in_one_line(span.slice(document.text()))
}
