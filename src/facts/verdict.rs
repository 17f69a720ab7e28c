//! How two figures for one thing stand to each other. Every explanation is tried before a disagreement is said.

use super::Verdict;
use super::context::shared;
use super::reason::Reason;
use super::telling::{Telling, is_people};
use crate::corpus::{Document, calendar::Day};
use crate::id::EntityId;

/// An article as far as its figures depend on it.
pub(super) struct Published {
    /// First and last day on which it may have appeared.
    days: Option<(Day, Day)>,
    /// The minute of the day, where it is stated.
    minute: Option<u32>,
}

impl Published {
    pub(super) fn of(document: &Document) -> Self {
        let Some(fact) = &document.metadata.published else { return Self { days: None, minute: None } };
        let (_, hour) = fact.value.split_once('T').unwrap_or_default();
        let number = |at: usize| hour.get(at..at + 2)?.parse::<u32>().ok();
        let minute = number(0).and_then(|hour| Some(60 * hour + number(3)?));
        Self { days: Day::range_of(&fact.value), minute: minute.filter(|_| !fact.is_inferred()) }
    }
}

/// From this many days after a deed on, its toll is known.
const SETTLED: i32 = 21;
/// Articles of which the hours are further apart than this, in minutes, tell of two states of a count that goes on.
const SAME_HOUR: u32 = 60;
/// What is no toll stays so for this many days: a price, a size, a number of posts.
const LASTING: i32 = 30;
/// Shares of the words of the shorter sentence that two figures have in common at least when nothing explains that they differ.
const ALIKE: usize = 40;
/// Small numbers count many things of one story.
const ALIKE_SMALL: usize = 55;
const SMALL: f64 = 5.0;
/// Words of title, sentence and the one before that two articles share which tell of one affair.
const AFFAIR: usize = 3;
/// Words that two sentences of one day share which say the same.
const SAME_WORDS: usize = 3;
/// Two numbers for a thing of one day are no further apart than this many times, with few words in common and with some.
const NARROW: f64 = 1.25;
const WIDE: f64 = 2.0;
/// The same of a thing that each article counts once, on whatever day.
const ALONE: f64 = 1.5;
/// Figures further apart than this many times count two things.
const FACTOR: f64 = 12.0;

/// What two articles tell around two figures that differ.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    /// One article gives both figures.
    pub twice: bool,
    /// Figures of the other article make one up.
    pub is_sum: bool,
    /// Each article gives one number for such a thing, and no other.
    pub is_sole: bool,
}

/// How `a` and `b` stand to each other, if they count the same.
pub(super) fn verdict(a: &Telling, b: &Telling, published: [&Published; 2], found: Found) -> Option<(Verdict, Reason)> {
    if !may_be_one(a, b) {
        return None;
    }
    if a.amount.equals(&b.amount) {
        return Some((Verdict::Same, Reason::Same));
    }
    if a.amount.meets(&b.amount) {
        let alike = !a.amount.is_exact && !b.amount.is_exact && (a.amount.written - b.amount.written).abs() < f64::EPSILON;
        return Some(if alike { (Verdict::Same, Reason::Same) } else { (Verdict::Rounding, Reason::Rounding) });
    }
    if !(is_strong(a, b) || found.is_sole && is_alone(a, b)) {
        return None;
    }
    Some(explained(a, b, published, found).unwrap_or((Verdict::Conflict, Reason::Unexplained)))
}

/// What explains that two figures differ.
fn explained(a: &Telling, b: &Telling, published: [&Published; 2], found: Found) -> Option<(Verdict, Reason)> {
    let apart = |a: (Day, Day), b: (Day, Day)| a.1 < b.0 || b.1 < a.0;
    if found.is_sum {
        return Some((Verdict::Sum, Reason::Sum));
    }
    if found.twice {
        return Some((Verdict::Scope, Reason::Twice));
    }
    if a.is_part || b.is_part {
        return Some((Verdict::Scope, Reason::Part));
    }
    // What is told of one day in the same words is told of the same, though one of them says more.
    let one_deed = is_one_deed(a, b) && shared(&a.stems, &b.stems) >= SAME_WORDS;
    if !one_deed && a.narrowed != b.narrowed && (a.narrowed.is_empty() || b.narrowed.is_empty() || shared(&a.narrowed, &b.narrowed) == 0) {
        return Some((Verdict::Scope, Reason::Narrowed));
    }
    if places_differ(a, b) {
        return Some((Verdict::Scope, Reason::Places));
    }
    if a.days.zip(b.days).is_some_and(|(a, b)| apart(a, b)) {
        return Some((Verdict::Older, Reason::Days));
    }
    if let (Some(x), Some(y)) = (&a.speaker, &b.speaker)
        && x != y
    {
        return Some((Verdict::Attribution, Reason::Sources));
    }
    older(a, b, published)
}

/// Whether the count may have gone on between the two articles.
fn older(a: &Telling, b: &Telling, published: [&Published; 2]) -> Option<(Verdict, Reason)> {
    let [first, second] = published;
    let evolves = a.evolves || b.evolves;
    let (Some(x), Some(y)) = (first.days, second.days) else {
        return (evolves || a.goes_on || b.goes_on).then_some((Verdict::Older, Reason::Undated));
    };
    let apart = x.1 < y.0 || y.1 < x.0;
    let settled = a.days.zip(b.days).is_some_and(|(a, b)| x.0.0 - a.1.0 > SETTLED && y.0.0 - b.1.0 > SETTLED);
    let gap = (x.0.0 - y.0.0).abs();
    if apart && !settled && (evolves || a.goes_on || b.goes_on || gap > LASTING) {
        return Some((Verdict::Older, if x.0 < y.0 { Reason::FirstOlder } else { Reason::SecondOlder }));
    }
    let hours = first.minute.zip(second.minute).map(|(x, y)| x.abs_diff(y));
    // On one day, a count that goes on is compared only where the articles appeared within the hour, or none says when.
    if evolves && !settled && !apart && (hours.is_some_and(|gap| gap > SAME_HOUR) || x != y || a.goes_on || b.goes_on) {
        return Some((Verdict::Older, Reason::Hours));
    }
    None
}

/// True when two figures of one class may be of one fact: their sentences have enough in common.
fn may_be_one(a: &Telling, b: &Telling) -> bool {
    let (near, around) = (shared(&a.stems, &b.stems), shared(&a.around, &b.around));
    let both_narrowed = !a.narrowed.is_empty() && !b.narrowed.is_empty() && shared(&a.narrowed, &b.narrowed) == 0;
    let places_differ = places_differ(a, b);
    let days_differ = a.days.zip(b.days).is_some_and(|(a, b)| a.1 < b.0 || b.1 < a.0);
    let wanted = if both_narrowed || places_differ || days_differ {
        4
    } else if a.amount.written <= SMALL {
        2
    } else {
        1
    };
    near >= wanted || wanted == 1 && (around >= 3 && near + around >= 4 || is_one_deed(a, b))
}

/// Whether the two stand with other places; where the sentences share one, it does not tell them apart.
fn places_differ(a: &Telling, b: &Telling) -> bool {
    let apart = |a: &[EntityId], b: &[EntityId]| !a.is_empty() && !b.is_empty() && !a.iter().any(|place| b.contains(place));
    apart(&a.places, &b.places) && (!is_one_deed(a, b) || apart(&a.around_places, &b.around_places))
}

/// True when both count such a thing, or give such an amount, on one day that both name, and tell of one affair: what changes with
/// the hours and people at large are counted many times a day.
fn is_one_deed(a: &Telling, b: &Telling) -> bool {
    let counts = |of: &Telling| of.class.as_deref().is_some_and(|class| !is_people(class)) && !of.evolves;
    let affair = || shared(&a.around, &b.around) >= AFFAIR;
    a.day.is_some() && a.day == b.day && a.class == b.class && counts(a) && counts(b) && affair()
}

/// True when a noun that each article counts once is counted in one affair, exactly, and nearly alike.
fn is_alone(a: &Telling, b: &Telling) -> bool {
    let is_noun = |of: &Telling| of.counts_noun && !of.evolves && of.class.as_deref().is_some_and(|class| !is_people(class));
    let (least, most) = (a.amount.written.min(b.amount.written), a.amount.written.max(b.amount.written));
    let near = a.amount.is_exact && b.amount.is_exact && least > SMALL && most <= ALONE * least;
    is_noun(a) && is_noun(b) && near && shared(&a.around, &b.around) >= AFFAIR && shared(&a.stems, &b.stems) > 0
}

/// True when the sentences are so alike that two numbers in them are two numbers for one thing.
fn is_strong(a: &Telling, b: &Telling) -> bool {
    let near = shared(&a.stems, &b.stems);
    let shorter = a.stems.len().min(b.stems.len()).max(1);
    let small = a.amount.written.min(b.amount.written) <= SMALL;
    let (least, most) = (a.amount.written.min(b.amount.written), a.amount.written.max(b.amount.written));
    let is_toll = a.evolves && a.class == b.class && near >= 2 && !small;
    let wanted = if small { ALIKE_SMALL } else { ALIKE };
    // Two numbers for a thing of one day are near each other, or their sentences are.
    let closeness = if near >= SAME_WORDS { WIDE } else { NARROW };
    if is_one_deed(a, b) && (a.counts_noun || near >= SAME_WORDS) && !small && most <= closeness * least {
        return true;
    }
    near >= 2 && most <= FACTOR * least && (is_toll || near * 100 >= wanted * shorter && near >= 3)
}
