//! Answers about what articles tell otherwise, and about what one of them does not tell.

use super::{Engine, n_of};
use crate::compare::{Cell, Statement, Statements};
use crate::contradictions::{ClashKind, Contradiction};
use crate::corpus::Document;
use crate::id::DocumentId;
use crate::omissions::{self, Excuse, Omissions, Since, Weighed};
use crate::protocol::{
    DisagreementRow, DisagreementSide, DisagreementsRequest, DisagreementsView, LaterRow, MOST_DISAGREEMENTS, MOST_LATER, MOST_SILENCES,
    Passage, SilenceRow, SilencesRequest, SilencesView,
};

impl Engine {
    /// Disagreements that are asked for.
    pub(super) fn disagreements(&self, request: &DisagreementsRequest) -> DisagreementsView {
        let mut view = DisagreementsView { rows: Vec::new(), n: 0, n_kinds: [0; 7], n_all: 0 };
        for row in self.disagreement_rows(request) {
            view.n_all += 1;
            if request.article.is_some_and(|article| !has(&row, article)) {
                continue;
            }
            if let Some(place) = ClashKind::ALL.iter().position(|kind| *kind == row.kind) {
                view.n_kinds[place] += 1;
            }
            if request.kind.is_none_or(|kind| kind == row.kind) {
                view.n += 1;
                if view.rows.len() < MOST_DISAGREEMENTS {
                    view.rows.push(row);
                }
            }
        }
        view
    }

    /// Those that remain when some articles are set aside, of whatever kind.
    pub(super) fn disagreement_rows<'e>(&'e self, request: &'e DisagreementsRequest) -> impl Iterator<Item = DisagreementRow> + 'e {
        self.contradictions().iter().filter_map(|one| self.disagreement(one, &request.without))
    }

    fn disagreement(&self, one: &Contradiction, without: &[DocumentId]) -> Option<DisagreementRow> {
        let mut sides: Vec<DisagreementSide> = Vec::new();
        for side in one.sides.iter().filter(|side| !without.contains(&side.document)) {
            let document = self.corpus.document(side.document)?;
            let (span, text) = (side.sentence, side.sentence.slice(document.text()).to_owned());
            let marks = if span.contains(side.at) && span != side.at { vec![side.at] } else { Vec::new() };
            let passage = Passage { document: document.id, span, text, marks };
            let value = one.value(side);
            match sides.iter_mut().find(|known| known.value == value) {
                Some(known) => known.passages.push(passage),
                None => sides.push(DisagreementSide { value, passages: vec![passage] }),
            }
        }
        let Contradiction { kind, severity, topic, why, .. } = one.clone();
        // The same words may mean two days, of articles of two days.
        let n_passages = sides.iter().map(|side| side.passages.len()).sum::<usize>();
        (sides.len() > 1 || n_passages > 1 && one.sides.len() == n_passages).then_some(DisagreementRow {
            kind,
            severity,
            topic,
            why,
            sides,
        })
    }

    /// The silences of an article.
    pub(super) fn silences(&mut self, request: &SilencesRequest) -> Result<SilencesView, String> {
        self.document(request.article)?;
        let (found, rows, n_others) = self.silent(request);
        let horizon = omissions::horizon(self.document(request.article)?);
        let mut view =
            SilencesView { rows: Vec::new(), n: n_of(found.found.len()), later: Vec::new(), n_later: 0, n_few: 0, n_others, horizon };
        for omission in found.found.iter().take(MOST_SILENCES) {
            let Some(row) = rows.rows.get(omission.statement) else { continue };
            let told = row.cells.iter().filter_map(|cell| self.told_in(cell)).flatten().collect();
            let Some(title) = self.title_of(row) else { continue };
            view.rows.push(SilenceRow { title, told, n_tellers: omission.n_tellers, is_after: omission.since == Since::After });
        }
        for (place, excuse) in &found.aside {
            let Excuse::Later(day) = excuse else {
                view.n_few += 1;
                continue;
            };
            view.n_later += 1;
            if view.later.len() < MOST_LATER {
                view.later.extend(rows.rows.get(*place).and_then(|row| self.title_of(row)).map(|title| LaterRow { title, day: *day }));
            }
        }
        Ok(view)
    }

    /// The silences with the rows of which they are made, those of articles set aside left out, and how many others there are.
    pub(super) fn silent(&mut self, request: &SilencesRequest) -> (Omissions, Statements, u32) {
        let kept: Vec<DocumentId> = self
            .corpus
            .documents
            .iter()
            .map(|document| document.id)
            .filter(|id| !request.without.contains(id) || *id == request.article)
            .collect();
        let (_, all) = self.stated(&[]);
        let told = |row: &Statement| {
            let cells: Vec<Cell> = row.cells.iter().filter(|cell| kept.contains(&cell.document)).cloned().collect();
            let first = cells.first()?;
            // A row whose title is set aside is called by the first passage that is left.
            let is_left = cells.iter().any(|cell| cell.document == row.document);
            let (document, span) = if is_left { (row.document, row.span) } else { (first.document, *first.spans.first()?) };
            Some(Statement { document, span, score: row.score, cells })
        };
        let rows = if kept.len() == self.corpus.documents.len() {
            (*all).clone()
        } else {
            Statements { rows: all.rows.iter().filter_map(told).collect(), ..*all }
        };
        let found = Weighed::of(self.annotated(), &rows).omissions(request.article, request.told_by);
        (found, rows, n_of(kept.len().saturating_sub(1)))
    }

    pub(super) fn told_in(&self, cell: &Cell) -> Option<Vec<Passage>> {
        let document: &Document = self.corpus.document(cell.document)?;
        Some(Passage::around(document, &cell.spans))
    }

    fn title_of(&self, row: &Statement) -> Option<Passage> {
        Passage::around(self.corpus.document(row.document)?, &[row.span]).pop()
    }
}

pub(super) fn has(row: &DisagreementRow, article: DocumentId) -> bool {
    row.sides.iter().flat_map(|side| &side.passages).any(|passage| passage.document == article)
}
