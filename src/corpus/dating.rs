//! When articles that do not say so were published: intervals from what they tell of time, in the light of the others.
//!
//! Each article that has no date gets constraints: it follows what it reports and precedes what it announces; its `vendredi`
//! is the Friday that another article dates; it shares its text with one of a known day. Constraints of the surest class
//! come first, and one that contradicts a surer one is dropped; those that contradict each other within a class leave what
//! holds them all. What is found for one article serves the next round. Without evidence nothing is inferred.

use super::calendar::Day;
use super::document::Document;
use super::doubt::{self, Trust};
use super::evidence::{self, Constraint};
use super::file_name;
use super::kinship::Kinship;
use super::metadata::{Basis, Fact};
use super::reason::{Bound, Reason};

/// First and last day on which an article may have been published; nothing for a side that is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Interval {
    pub first: Option<Day>,
    pub last: Option<Day>,
}

/// What is known of the day of one article while the others are dated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// Stated, given or corrected, or inferred elsewhere.
    Said(Interval),
    Inferred(Interval),
    Nothing,
}

/// What was found for one article.
struct Outcome {
    interval: Interval,
    value: Day,
    why: Reason,
}

/// Doubt grows with each step from a date that is stated: further ones are left alone.
const N_ROUNDS: usize = 4;
/// An interval of more days says nothing about a day.
const N_DAYS: i32 = 400;
/// An interval of so many days will not be made better: it serves the others as it is.
const N_DAYS_KNOWN: i32 = 10;
/// Sentences from the top in which an article tells what it is about.
const N_OPENING: usize = 6;

impl Interval {
    pub(super) fn new(first: Day, last: Day) -> Self {
        Self { first: Some(first), last: Some(last) }
    }

    /// Both ends, unless a side is open.
    pub(super) fn ends(self) -> Option<(Day, Day)> {
        Some((self.first?, self.last?))
    }

    /// Few enough days to date others by.
    pub(super) fn is_narrow(self) -> bool {
        self.ends().is_some_and(|(first, last)| last.0 - first.0 <= N_DAYS_KNOWN)
    }

    /// The days that lie in both, if there are any.
    pub(super) fn meet(self, other: Self) -> Option<Self> {
        let first = self.first.max(other.first);
        // An open end is later than any day.
        let last = [self.last, other.last].into_iter().flatten().min();
        (first.zip(last).is_none_or(|(first, last)| first <= last)).then_some(Self { first, last })
    }

    /// The days from the first of either to the last of either.
    fn cover(self, other: Self) -> Self {
        let first = self.first.zip(other.first).map(|(a, b)| a.min(b));
        Self { first, last: self.last.zip(other.last).map(|(a, b)| a.max(b)) }
    }
}

impl Known {
    pub(super) fn interval(self) -> Option<Interval> {
        match self {
            Self::Said(interval) | Self::Inferred(interval) => Some(interval),
            Self::Nothing => None,
        }
    }
}

/// Gives a date to the documents that have none, where there is evidence for one, and takes away dates that the texts
/// contradict. Documents whose date is given, corrected or believed keep it.
pub fn infer(documents: &mut [Document]) {
    let trust: Vec<Trust> = documents.iter().map(doubt::trust).collect();
    let known: Vec<Known> = documents.iter().zip(&trust).map(|(document, trust)| said(document, *trust)).collect();
    let sought: Vec<bool> = known.iter().map(|known| *known == Known::Nothing).collect();
    if sought.contains(&true) {
        infer_sought(documents, &trust, known, &sought);
    }
    documents.iter_mut().for_each(doubt::set_stamp_aside);
}

fn infer_sought(documents: &mut [Document], trust: &[Trust], mut known: Vec<Known>, sought: &[bool]) {
    let kinship = Kinship::of(documents, sought);
    let mut outcomes: Vec<Option<Outcome>> = documents.iter().map(|_| None).collect();
    for _ in 0..N_ROUNDS {
        let anchors = evidence::anchors(&kinship, &known);
        let mut next = known.clone();
        for place in (0..documents.len()).filter(|place| sought[*place] && !is_settled(known[*place])) {
            let constraints = evidence::constraints(documents, place, &kinship, &known, &anchors);
            outcomes[place] = weigh(&constraints);
            next[place] = outcomes[place].as_ref().map_or(Known::Nothing, |outcome| Known::Inferred(outcome.interval));
        }
        if next == known {
            break;
        }
        known = next;
    }
    for ((document, outcome), trust) in documents.iter_mut().zip(outcomes).zip(trust) {
        write(document, outcome, *trust);
    }
}

/// What the metadata say; nothing for a date that only a file name tells or that is doubted.
fn said(document: &Document, trust: Trust) -> Known {
    let Some(fact) = document.metadata.published.as_ref().filter(|_| trust == Trust::Believed) else { return Known::Nothing };
    let range = Day::range_of(&fact.value);
    match &fact.basis {
        Basis::Inferred { .. } if file_name::tells_date(&document.name, &fact.value) => Known::Nothing,
        Basis::Inferred { earliest, latest, .. } => {
            let end = |iso: &Option<String>| iso.as_deref().and_then(Day::range_of);
            Known::Said(Interval { first: end(earliest).map(|day| day.0), last: end(latest).map(|day| day.1) })
        }
        _ => range.map_or(Known::Said(Interval::default()), |(first, last)| Known::Said(Interval::new(first, last))),
    }
}

fn is_settled(known: Known) -> bool {
    known.interval().is_some_and(Interval::is_narrow)
}

/// What all constraints allow, if it says something about a day.
fn weigh(constraints: &[Constraint]) -> Option<Outcome> {
    let mut interval = Interval::default();
    let mut held: Vec<&Constraint> = Vec::new();
    for class in evidence::CLASSES {
        let members = || constraints.iter().filter(|constraint| constraint.class == class);
        let all = members().try_fold(Interval::default(), |all, constraint| all.meet(constraint.interval));
        let all = all.or_else(|| members().map(|constraint| constraint.interval).reduce(Interval::cover)).unwrap_or_default();
        let Some(narrower) = interval.meet(all) else { continue };
        interval = narrower;
        held.extend(members());
    }
    let guess = held.iter().filter_map(|constraint| Some((constraint.rank, constraint.guess?))).max_by_key(|(rank, _)| *rank).map(|g| g.1);
    // Bounds without a likely day between them are no date.
    let guess = guess?;
    let value = match (interval.first, interval.last) {
        (Some(first), Some(last)) if last.0 - first.0 <= N_DAYS => guess.clamp(first, last),
        // A page that was changed was published not long before, as a rule: its day of change is the best guess.
        (None, Some(last)) if held.iter().any(|c| c.is_change && c.interval.last == Some(last)) => last,
        (Some(first), None) if held.iter().any(|c| c.sentence < N_OPENING && c.interval.first == Some(first)) => guess.max(first),
        _ => return None,
    };
    let reason = |tells: &dyn Fn(&Constraint) -> bool| held.iter().find(|constraint| tells(constraint)).map(|constraint| &constraint.why);
    let mut reasons: Vec<Bound> = Vec::new();
    let guess = reason(&|c| c.guess == Some(value));
    let first = reason(&|c| interval.first.is_some() && c.interval.first == interval.first);
    let last = reason(&|c| interval.last.is_some() && c.interval.last == interval.last);
    for why in [guess, first, last].into_iter().flatten() {
        if !reasons.contains(why) {
            reasons.push(why.clone());
        }
    }
    Some(Outcome { interval, value, why: Reason::Bounds(reasons) })
}

/// Puts what was found into the metadata, unless they already say as much.
fn write(document: &mut Document, outcome: Option<Outcome>, trust: Trust) {
    let inferred = outcome.map(|outcome| {
        let Outcome { interval, value, why } = outcome;
        let basis = Basis::Inferred { earliest: interval.first.map(Day::iso), latest: interval.last.map(Day::iso), why };
        (interval, Fact { value: value.iso(), basis })
    });
    if let Some((interval, fact)) = inferred {
        doubt::settle(document, interval, fact, trust);
    }
}
