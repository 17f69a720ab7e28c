//! Counts and days that the facts call a disagreement, as contradictions.

use super::{ClashKind, Contradiction, Severity, Side, shown, side};
use crate::compare::Annotated;
use crate::facts::{Facts, Verdict};

/// The counts that nothing explains.
pub(super) fn figures(found: Annotated, facts: &Facts) -> Vec<Contradiction> {
    let conflicts = facts.counts.iter().filter(|count| count.verdict == Verdict::Conflict);
    let told = conflicts.map(|count| {
        let told = count.figures.iter().filter_map(|place| found.figures.figures.get(*place as usize));
        let sides = told.filter_map(|figure| side(found.corpus, figure.document, figure.span)).collect();
        let (topic, why) = (count.counted.clone(), count.why.clone());
        Contradiction { kind: ClashKind::Figure, severity: Severity::High, topic, sides, why }
    });
    told.collect()
}

/// The deeds to which two articles give two days.
pub(super) fn days(found: Annotated, facts: &Facts) -> Vec<Contradiction> {
    let told = facts.clashes.iter().map(|clash| {
        let times = [clash.a, clash.b].into_iter().filter_map(|dated| found.times.times.get(dated.time as usize));
        let sides: Vec<Side> = times.filter_map(|time| side(found.corpus, time.document, time.span)).collect();
        let topic = found.corpus.document(clash.a.document).map_or_else(String::new, |document| shown(document, clash.a.sentence));
        Contradiction { kind: ClashKind::Day, severity: Severity::High, topic, sides, why: clash.why.clone() }
    });
    told.collect()
}
