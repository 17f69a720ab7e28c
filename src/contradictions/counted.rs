//! Counts and days that the facts call a disagreement, as contradictions.

use super::company::{Company, Places, are_related};
use super::{ClashKind, Contradiction, Severity, Side, Topic, Why, published, shown, side};
use crate::compare::Annotated;
use crate::facts::{Dated, DayClash, Facts, Verdict};
use crate::figures::Figure;
use crate::id::DocumentId;
use crate::span::Span;
use crate::times::Certainty;

/// The counts that nothing explains.
pub(super) fn figures(found: Annotated, facts: &Facts) -> Vec<Contradiction> {
    let conflicts = facts.counts.iter().filter(|count| count.verdict == Verdict::Conflict);
    let told = conflicts.filter_map(|count| {
        let told: Vec<&Figure> = count.figures.iter().filter_map(|place| found.figures.figures.get(*place as usize)).collect();
        let (x, y) = (told.get(count.between.0 as usize)?, told.get(count.between.1 as usize)?);
        if !may_be_one(found, (x.document, x.span), (y.document, y.span), Places::Differ) {
            return None;
        }
        // Of the others in the count those that say the same as one of the two.
        let told = told.iter().filter(|figure| figure.value == x.value || figure.value == y.value);
        let sides = told.filter_map(|figure| side(found.corpus, figure.document, figure.span)).collect();
        let (topic, why) = (Topic::Words(count.counted.clone()), Why::Counted(count.why.clone()?));
        Some(Contradiction { kind: ClashKind::Figure, severity: Severity::High, topic, sides, why })
    });
    told.collect()
}

/// The deeds to which two articles give two days.
pub(super) fn days(found: Annotated, facts: &Facts) -> Vec<Contradiction> {
    let one = |clash: &&DayClash| {
        let place = |dated: Dated| (dated.document, dated.sentence);
        // `lundi` is another day in an article of another week.
        let is_counted = |dated: Dated| found.times.times.get(dated.time as usize).is_none_or(|time| time.certainty != Certainty::Written);
        let moved = is_counted(clash.a)
            && is_counted(clash.b)
            && published(found.corpus, clash.a.document) != published(found.corpus, clash.b.document);
        !moved && may_be_one(found, place(clash.a), place(clash.b), Places::Count)
    };
    let told = facts.clashes.iter().filter(one).map(|clash| {
        let times = [clash.a, clash.b].into_iter().filter_map(|dated| found.times.times.get(dated.time as usize));
        let sides: Vec<Side> = times.filter_map(|time| side(found.corpus, time.document, time.span)).collect();
        let topic = found.corpus.document(clash.a.document).map_or_else(String::new, |document| shown(document, clash.a.sentence));
        let (topic, why) = (Topic::Words(topic), Why::TwoDays(clash.why.clone()));
        Contradiction { kind: ClashKind::Day, severity: Severity::High, topic, sides, why }
    });
    told.collect()
}

/// Whether two places of two articles can tell of one thing, by the names. Which places tell counts apart the facts have judged.
fn may_be_one(found: Annotated, a: (DocumentId, Span), b: (DocumentId, Span), places: Places) -> bool {
    let company = |(document, at): (DocumentId, Span)| {
        let article = found.corpus.document(document)?;
        let sentence = article.sentence_at(at.start).map_or(at, |place| article.sentences[place].span);
        Some(Company::of(found, document, sentence))
    };
    company(a).zip(company(b)).is_some_and(|(x, y)| x.may_meet(&y, places)) && are_related(found, a.0, b.0)
}
