//! Announced by one article, told as done by another that appeared before it.
//!
//! Who announces before the day and who reports after it agree; only an announcement that comes after the report, or of a day
//! that its own article outlived, is told.

use std::collections::BTreeMap;

use super::company::Places;
use super::facing::is_one_statement;
use super::passage::{Matter, Passage};
use super::{ClashKind, Contradiction, Severity, Topic, Why, published, shown, side};
use crate::corpus::Corpus;
use crate::corpus::told::Aim;
use crate::facts::context::Stem;

/// Passages of one governing word that a passage is held against.
const MET: usize = 48;

pub(super) fn announced(corpus: &Corpus, passages: &[Passage]) -> Vec<Contradiction> {
    let dated = |at: &usize| matches!(passages[*at].matter, Matter::Day { .. });
    let mut by_governor: BTreeMap<Stem, Vec<usize>> = BTreeMap::new();
    for at in (0..passages.len()).filter(dated) {
        by_governor.entry(passages[at].governor).or_default().push(at);
    }
    let mut told = Vec::new();
    for (at, of) in by_governor.values().flat_map(|of| of.iter().enumerate().map(move |(at, _)| (at, of))) {
        for other in of[at.saturating_sub(MET)..at].iter() {
            let (a, b) = (&passages[*other], &passages[of[at]]);
            if let (Aim::Future, Aim::Past) = (a.aim, b.aim) {
                told.extend(contradiction(corpus, a, b));
            } else if let (Aim::Past, Aim::Future) = (a.aim, b.aim) {
                told.extend(contradiction(corpus, b, a));
            }
        }
    }
    told
}

fn contradiction(corpus: &Corpus, ahead: &Passage, done: &Passage) -> Option<Contradiction> {
    if ahead.document == done.document || !is_one_statement(ahead, done) || !ahead.company.may_meet(&done.company, Places::Count) {
        return None;
    }
    // Certainly after: the first day on which one may have appeared comes behind the last of the other.
    let after = published(corpus, ahead.document)?;
    let before = published(corpus, done.document)?;
    if after.0 <= before.1 {
        return None;
    }
    let sides = [ahead, done].into_iter().filter_map(|passage| side(corpus, passage.document, passage.at)).collect();
    let topic = Topic::Words(shown(corpus.document(done.document)?, done.sentence));
    Some(Contradiction { kind: ClashKind::Tense, severity: Severity::Medium, topic, sides, why: Why::Announced })
}
