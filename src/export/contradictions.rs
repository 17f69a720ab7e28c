//! What articles tell otherwise, as records. A side is the sentence, for a number alone says nothing.

use super::offsets::ScalarOffsets;
use super::records::{ContradictionRecord, SideRecord};
use crate::contradictions::{Contradiction, Side};
use crate::corpus::Corpus;

/// The contradictions of `corpus`, in their order.
pub fn contradictions(corpus: &Corpus, found: &[Contradiction]) -> Vec<ContradictionRecord> {
    let side = |found: &Contradiction, side: &Side| {
        let document = corpus.document(side.document)?;
        let at = ScalarOffsets::of(&document.raw).span(side.sentence);
        Some(SideRecord { doc: document.name.clone(), start: at.start, end: at.end, value: found.value(side) })
    };
    let record = |found: &Contradiction| ContradictionRecord {
        kind: found.kind.label(),
        severity: found.severity.label(),
        topic: found.topic.to_string(),
        sides: found.sides.iter().filter_map(|one| side(found, one)).collect(),
        reason: "real",
        why: found.why.to_string(),
    };
    found.iter().map(record).collect()
}
