//! What articles tell otherwise, as records. A side is the sentence, for a number alone says nothing.

use super::offsets::ScalarOffsets;
use super::records::{ContradictionRecord, SideRecord};
use crate::contradictions::{Contradiction, Side};
use crate::corpus::Corpus;

/// The contradictions of `corpus`, in their order.
pub fn contradictions(corpus: &Corpus, found: &[Contradiction]) -> Vec<ContradictionRecord> {
    let side = |side: &Side| {
        let document = corpus.document(side.document)?;
        let at = ScalarOffsets::of(&document.raw).span(side.sentence);
        Some(SideRecord { doc: document.name.clone(), start: at.start, end: at.end, value: side.value.clone() })
    };
    let record = |found: &Contradiction| ContradictionRecord {
        kind: found.kind.label(),
        severity: found.severity.label(),
        topic: found.topic.clone(),
        sides: found.sides.iter().filter_map(side).collect(),
        reason: "real",
        why: found.why.clone(),
    };
    found.iter().map(record).collect()
}
