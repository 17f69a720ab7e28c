//! What one article tells and another does not, as records: for each pair and direction the first that matter.

use super::offsets::ScalarOffsets;
use super::records::{OmissionRecord, PassageRecord};
use crate::compare::{Annotated, Statements};
use crate::omissions::Weighed;

/// Omissions of a pair and direction: a list that can be read.
pub const FIRST: usize = 15;
/// Articles of which every pair is written; of more, each article against all the others, by the rows that most of them tell:
/// so the work grows with the number of articles.
const PAIRS: usize = 50;
const ROWS: usize = 2_000;

/// The omissions of a corpus, most surprising first for each article and each that tells.
pub fn omissions(annotated: Annotated, statements: &Statements) -> Vec<OmissionRecord> {
    let documents = &annotated.corpus.documents;
    let offsets: Vec<ScalarOffsets> = documents.iter().map(|document| ScalarOffsets::of(&document.raw)).collect();
    let most = Statements { rows: statements.rows.iter().take(ROWS).cloned().collect(), ..*statements };
    let weighed = Weighed::of(annotated, if documents.len() > PAIRS { &most } else { statements });
    let mut records = Vec::new();
    for absent in documents {
        let tellers = documents.iter().map(|document| document.id).filter(|id| *id != absent.id);
        let asked: Vec<_> = if documents.len() > PAIRS { vec![None] } else { tellers.map(Some).collect() };
        for told_by in asked {
            let found = weighed.omissions(absent.id, told_by).found;
            for (omission, rank) in found.into_iter().take(FIRST).zip(1..) {
                let row = &statements.rows[omission.statement];
                let cell = row.cells.iter().find(|cell| told_by.unwrap_or(row.document) == cell.document);
                let Some((cell, span)) = cell.and_then(|cell| Some((cell, *cell.spans.first()?))) else { continue };
                let at = offsets[cell.document.index()].span(span);
                let present = PassageRecord::new(&documents[cell.document.index()].name, at);
                records.push(OmissionRecord { present, absent_doc: absent.name.clone(), rank, n_tellers: omission.n_tellers });
            }
        }
    }
    records
}
