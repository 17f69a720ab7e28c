//! Two passages that stand in the same place of the same statement, and differ.
//!
//! Passages meet where the word that governs one stands in the clause of the other; of one governing word no more than [`MET`]
//! are held against a passage, those of distinct values first, so that the work grows with the number of passages.

use std::collections::BTreeMap;

use super::company::{Places, are_related};
use super::passage::{LONGEST, Matter, Passage};
use super::why::{Faced, Sourced};
use super::{ClashKind, Contradiction, Severity, Topic, Why, published, shown, side};
use crate::compare::Annotated;
use crate::corpus::{Corpus, Document, calendar::Day};
use crate::facts::context::{Stem, shared};
use crate::groups::Groups;
use crate::id::DocumentId;

/// Passages of one governing word that a passage is held against.
const MET: usize = 96;
/// Words two sentences share at least to be one statement; with fewer, [`FEWEST`], clauses must be equal and the surroundings alike.
const SHARED: usize = 3;
const FEWEST: usize = 2;
/// Words that surroundings share where the statement is short.
const AROUND: usize = 5;
/// Share of the words of each clause, in per cent, that the sentence of the other has.
const COVERED: usize = 60;
/// The same, where the other clause is there whole and they share more.
const PARTLY: usize = 40;
/// The same, where both are told of one time.
const TIMED: usize = 40;
/// Minutes between two hours of one deed at most: what is further apart happened twice.
const HOURS: u32 = 120;
/// Days between two articles after which a plan may have been changed.
const PLANS: i32 = 2;
/// Days after which a place or a length, told again, is more likely that of another occasion.
const LASTING: i32 = 30;
/// Numbers further apart than this many times count two things.
const FACTOR: f64 = 12.0;

/// All contradictions between passages.
pub(super) fn clashes(corpus: &Corpus, found: Annotated, passages: &[Passage]) -> Vec<Contradiction> {
    let mut groups = Groups::new(passages.len());
    let mut by_word: BTreeMap<Stem, Vec<usize>> = BTreeMap::new();
    let known = Known { corpus, found, passages };
    let mut clashing: Vec<(usize, usize)> = Vec::new();
    for (at, passage) in passages.iter().enumerate() {
        let governed = by_word.get(&passage.governor).into_iter().flatten();
        let mut met: Vec<usize> = governed.rev().copied().take(MET).filter(|other| known.face(*other, at)).collect();
        met.sort_unstable();
        for other in met {
            if known.differ(other, at) {
                groups.join(other, at);
                clashing.push((other, at));
            }
        }
        for stem in &passage.stems {
            by_word.entry(*stem).or_default().push(at);
        }
    }
    let mut told: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
    for pair in clashing {
        told.entry(groups.first(pair.0)).or_default().push(pair);
    }
    told.values().filter_map(|pairs| known.told(pairs)).collect()
}

struct Known<'a> {
    corpus: &'a Corpus,
    found: Annotated<'a>,
    passages: &'a [Passage],
}

impl Known<'_> {
    /// True when two passages stand in the same place of one statement.
    fn face(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.passages[a], &self.passages[b]);
        // Where a sentence tells of several days or places, the clause says which deed has which.
        let stands = |governor: Stem, of: &Passage| match of.matter {
            Matter::Length(..) => of.stems.contains(&governor),
            _ => of.clause.contains(&governor),
        };
        if a.document == b.document || !stands(a.governor, b) || !stands(b.governor, a) {
            return false;
        }
        is_one_statement(a, b)
    }

    /// True when they differ, and nothing explains it.
    fn differ(&self, a: usize, b: usize) -> bool {
        let (x, y) = (&self.passages[a], &self.passages[b]);
        let places = if matches!(x.matter, Matter::Place { .. }) || is_headline(x, y) { Places::Differ } else { Places::Count };
        if !is_other(x, y) || !x.company.may_meet(&y.company, places) || !are_related(self.found, x.document, y.document) {
            return false;
        }
        let both_answered = x.source.is_some() && y.source.is_some() && x.source != y.source;
        !both_answered
            && !self.is_changed(x, y)
            && !self.is_own_news(x, y)
            && !self.tells(x, y)
            && !self.tells(y, x)
            && !self.is_finer(x, y)
    }

    /// Whether the article of `teller` also tells such a thing as `other` does.
    fn tells(&self, teller: &Passage, other: &Passage) -> bool {
        let start = self.passages.partition_point(|passage| passage.document < teller.document);
        let own = self.passages[start..].iter().take_while(|passage| passage.document == teller.document);
        own.into_iter().any(|own| {
            own.at != teller.at && is_same(own, other) && (own.clause.contains(&other.governor) || other.clause.contains(&own.governor))
        })
    }

    /// Whether a plan or a count may have changed between two articles.
    fn is_changed(&self, x: &Passage, y: &Passage) -> bool {
        use crate::corpus::told::Aim;
        let ahead = x.aim == Aim::Future || y.aim == Aim::Future;
        let (number, day) = (matches!(x.matter, Matter::Number { .. }), matches!(x.matter, Matter::Day { .. }));
        let published = |passage: &Passage| self.published(passage.document);
        match (published(x), published(y)) {
            (Some(x), Some(y)) => (ahead || number) && (x.0 - y.0).abs() > PLANS || !day && (x.0 - y.0).abs() > LASTING,
            _ => number || ahead,
        }
    }

    /// Whether each tells of a day of its own: articles of two days that have the same to tell of two events.
    fn is_own_news(&self, x: &Passage, y: &Passage) -> bool {
        let near = |passage: &Passage| match (&passage.matter, self.published(passage.document)) {
            (Matter::Day { days, .. }, Some(published)) => (published.0 - days.1.0).abs() <= PLANS,
            (Matter::Day { .. }, None) => false,
            _ => true,
        };
        let apart = self.published(x.document).zip(self.published(y.document)).is_some_and(|(x, y)| (x.0 - y.0).abs() > PLANS);
        apart && matches!(x.matter, Matter::Day { .. }) && near(x) && near(y)
    }

    fn published(&self, document: DocumentId) -> Option<Day> {
        published(self.corpus, document).map(|days| days.0)
    }

    /// Whether one place may lie in the other: some article names them side by side, outside a list.
    fn is_finer(&self, x: &Passage, y: &Passage) -> bool {
        let (Matter::Place { entity: a, .. }, Matter::Place { entity: b, .. }) = (&x.matter, &y.matter) else { return false };
        [x, y].into_iter().any(|passage| {
            let mentions = self.found.entities.mentions_in(passage.document);
            let text = self.corpus.document(passage.document).map_or("", Document::text);
            mentions.windows(2).any(|pair| {
                let pair_of = |first, second| pair[0].entity == first && pair[1].entity == second;
                let beside = pair[0].span.end <= pair[1].span.start;
                (pair_of(*a, *b) || pair_of(*b, *a)) && beside && {
                    let between = &text[pair[0].span.end as usize..pair[1].span.start as usize];
                    let words: Vec<&str> = between.split_whitespace().collect();
                    between.len() < 20
                        && (between.contains('(')
                            || words.iter().any(|word| matches!(*word, "en" | "dans" | "près" | "de" | "in" | "near")))
                }
            })
        })
    }

    /// One contradiction of all pairs that hang together.
    fn told(&self, pairs: &[(usize, usize)]) -> Option<Contradiction> {
        let (first, second) = *pairs.first()?;
        let (a, b) = (&self.passages[first], &self.passages[second]);
        let sides = pairs.iter().flat_map(|(a, b)| [*a, *b]).filter_map(|at| {
            let passage = &self.passages[at];
            side(self.corpus, passage.document, passage.at)
        });
        let document = self.corpus.document(a.document)?;
        let value = |passage: &Passage| self.corpus.document(passage.document).map_or_else(String::new, |own| shown(own, passage.at));
        let (kind, what, severity) = match a.matter {
            Matter::Day { .. } => (ClashKind::Day, Faced::Moments, Severity::High),
            Matter::Place { .. } => (ClashKind::Place, Faced::Places, Severity::Medium),
            Matter::Length(..) => (ClashKind::Figure, Faced::Lengths, Severity::High),
            Matter::Number { .. } => (ClashKind::Figure, Faced::Numbers, Severity::High),
        };
        let sourced = if a.source.is_some() == b.source.is_some() { Sourced::Alike } else { Sourced::One };
        let why = Why::Faced { what, a: value(a), b: value(b), sourced };
        Some(Contradiction { kind, severity, topic: Topic::Words(shown(document, a.sentence)), sides: sides.collect(), why })
    }
}

/// True when two passages belong to sentences that state the same.
pub(super) fn is_one_statement(a: &Passage, b: &Passage) -> bool {
    let near = shared(&a.stems, &b.stems);
    let covered = |of: &Passage, by: &Passage| 100 * shared(&of.clause, &by.stems) / of.clause.len().max(1);
    let (x, y) = (covered(a, b), covered(b, a));
    let (least, most) = (x.min(y), x.max(y));
    near >= SHARED && least >= COVERED
        || near > SHARED && most == 100 && least >= PARTLY
        || near >= FEWEST && least == 100 && shared(&a.around, &b.around) >= AROUND
        || near >= FEWEST && least >= TIMED && is_one_time(a, b)
        || is_headline(a, b)
        || lasted(a, b) && shared(&a.around, &b.around) >= SHARED
}

/// True when both give an hour of one day to the deed of which a title tells, `Un ferry s’échoue`, or whose surroundings are alike.
fn is_headline(a: &Passage, b: &Passage) -> bool {
    let (Matter::Day { days: x, minute: Some(m), .. }, Matter::Day { days: y, minute: Some(n), .. }) = (&a.matter, &b.matter) else {
        return false;
    };
    let titled = |of: &Passage| of.title.binary_search(&a.governor).is_ok();
    let near = || shared(&a.stems, &b.stems) >= FEWEST && shared(&a.around, &b.around) >= AROUND;
    x == y && a.governor == b.governor && (titled(a) || titled(b) || near()) && m.0.abs_diff(n.0) <= HOURS
}

/// True when both say how long one deed lasted, in one unit.
fn lasted(a: &Passage, b: &Passage) -> bool {
    let (Matter::Length(x, of_x, true), Matter::Length(y, of_y, true)) = (&a.matter, &b.matter) else { return false };
    let unit = |length: &str| length.chars().last();
    of_x == of_y && unit(x) == unit(y)
}

/// True when two places are told of one time: that is as good as a word.
fn is_one_time(a: &Passage, b: &Passage) -> bool {
    matches!((&a.matter, &b.matter), (Matter::Place { .. }, Matter::Place { .. })) && a.days.is_some() && a.days == b.days
}

/// True when two passages of one sort cannot both hold.
fn is_other(a: &Passage, b: &Passage) -> bool {
    match (&a.matter, &b.matter) {
        (Matter::Day { days: x, minute: m, is_rough: r }, Matter::Day { days: y, minute: n, is_rough: q }) => {
            let apart = !r && !q && (x.1 < y.0 || y.1 < x.0);
            let alike = x.1.0 - x.0.0 == y.1.0 - y.0.0 || (x.1.0 - x.0.0).max(y.1.0 - y.0.0) <= 1;
            let hours = x == y && m.zip(*n).is_some_and(|(m, n)| m.0.abs_diff(n.0) > m.1.max(n.1));
            // A year says little of which deed is meant: there the sentences are nearly one.
            let long = (x.1.0 - x.0.0).max(y.1.0 - y.0.0) > LONGEST;
            (apart && alike || hours) && (!long || a.clause == b.clause && a.clause.len() >= SHARED)
        }
        (Matter::Length(x, of_x, lasts_x), Matter::Length(y, of_y, lasts_y)) => {
            lasts_x == lasts_y && x != y && of_x == of_y && of_x.is_some() && !x.contains('X') && !y.contains('X')
        }
        (Matter::Number { amount: x, class: c }, Matter::Number { amount: y, class: d }) => {
            let (least, most) = (x.written.min(y.written), x.written.max(y.written));
            c == d && !x.meets(y) && most <= FACTOR * least
        }
        (Matter::Place { entity: x, manner: m }, Matter::Place { entity: y, manner: n }) => x != y && m == n,
        _ => false,
    }
}

/// True when two passages may tell the same of a thing.
fn is_same(a: &Passage, b: &Passage) -> bool {
    match (&a.matter, &b.matter) {
        (Matter::Place { entity: x, .. }, Matter::Place { entity: y, .. }) => x == y,
        (Matter::Length(x, ..), Matter::Length(y, ..)) => x == y,
        (x, y) => std::mem::discriminant(x) == std::mem::discriminant(y) && !is_other(a, b),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::super::passage::passages;
    use super::*;

    /// What is told otherwise in two articles of 6 March 2018.
    fn told(one: &str, other: &str) -> Vec<Vec<String>> {
        fixture::told(&[one, other].map(|text| (Some("2018-03-06"), text)), |corpus, found| {
            clashes(corpus, found, &passages(corpus, found))
        })
    }

    const NONE: &[Vec<String>] = &[];

    #[test]
    fn two_hours_of_the_deed_of_a_headline_are_told() {
        let first = "Une péniche chavire à Lodre\n\nLa péniche Arlan a chaviré lundi à 16 h 20 devant le quai.";
        assert_eq!(
            told(first, "Chaos sur le canal. C’est là que l’Arlan a chaviré lundi vers 17 h 05, sans bruit."),
            [["lundi à 16 h 20", "lundi vers 17 h 05"]]
        );
        for other in [
            "Chaos sur le canal. C’est là que l’Arlan a chaviré lundi vers 16 h 40, sans bruit.",
            "Chaos sur le canal. C’est là que l’Arlan a chaviré lundi à 17 heures, sans bruit.",
            "Chaos sur le canal. C’est là que l’Arlan a été remorquée lundi à 17 h 25, sans bruit.",
            "Chaos sur le canal. C’est là que l’Arlan a chaviré lundi à 21 h 25, sans bruit.",
        ] {
            assert_eq!(told(first, other), NONE, "{other}");
        }
    }

    #[test]
    fn two_places_of_one_time_are_told_with_few_words_in_common() {
        let first = "La querelle a commencé le 12 février, après une projection au cinéma de Lodrans. Simon Ravel en parle.";
        assert_eq!(
            told(first, "Simon Ravel s’explique. Tout vient d’une projection donnée le 12 février au cinéma de Sermaize."),
            [["Lodrans", "Sermaize"]]
        );
        for other in [
            "Simon Ravel s’explique. Tout vient d’une projection donnée le 19 février au cinéma de Sermaize.",
            "Simon Ravel s’explique. Tout vient d’un repas donné le 12 février au cinéma de Sermaize.",
        ] {
            assert_eq!(told(first, other), NONE, "{other}");
        }
    }

    #[test]
    fn two_lengths_of_one_deed_are_told_as_a_noun_and_as_a_verb() {
        let first = "Simon Ravel a ouvert la gare. Trois cents voisins sont restés isolés chez eux pendant deux heures.";
        assert_eq!(
            told(first, "Les voisins de Simon Ravel sont restés là. L’isolement a duré six heures."),
            [["deux heures", "six heures"]]
        );
        for other in [
            "Les voisins de Simon Ravel sont restés là. Le repas a duré six heures.",
            "Les voisins de Simon Ravel sont restés là. L’isolement a duré près de six heures.",
            "M. Ravel cherche un chien. L’isolement a duré six heures.",
        ] {
            assert_eq!(told(first, other), NONE, "{other}");
        }
    }
}
