//! Lists of names as they are written, known or not: `la gardienne Ana Sol, l’ailière Mia Rey (22 ans) et Eva Mas`.
//!
//! [`listed`](super::listed) asks for names that are recognised; who is named once, with a description before the name or an age behind
//! it, often is not. Here a list is three or more runs of capitals with commas and a conjunction between them, and two
//! lists that differ in one name oppose each other where their sentences have a word, a number or a day in common.

use std::collections::{BTreeMap, BTreeSet};

use super::company::are_related;
use super::listed::is_open;
use super::passage::within;
use super::{ClashKind, Contradiction, Severity, Side, Topic, Why, shown};
use crate::compare::Annotated;
use crate::corpus::{Corpus, Document};
use crate::facts::context::{Lexis, Stem, is_telling, shared};
use crate::figures::Value;
use crate::id::DocumentId;
use crate::span::Span;
use crate::text::{Line, tokens};
use crate::times::{Day, TimeKind};

/// Names of a list.
const NAMES: std::ops::RangeInclusive<usize> = 3..=12;
/// Lists of one name that a list is held against.
const MET: usize = 24;
/// Words before a name that describe who it is, at most.
const DESCRIPTION: usize = 4;
/// Words of a name, at most.
const WORDS: usize = 5;
/// Signs of one statement that two sentences share where the name is told elsewhere in the other article.
const PLAINLY: usize = 4;

/// One list where it stands.
struct Series {
    document: DocumentId,
    sentence: Span,
    span: Span,
    /// The last words of the names with where the names stand, by word.
    names: BTreeMap<String, Span>,
    stems: Vec<Stem>,
    numbers: Vec<Value>,
    days: Vec<(Day, Day)>,
}

/// Contradictions between lists as they are written.
pub(super) fn names(corpus: &Corpus, found: Annotated) -> Vec<Contradiction> {
    let mut lexis = Lexis::default();
    let mut all: Vec<Series> = Vec::new();
    let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut told = Vec::new();
    for document in &corpus.documents {
        for sentence in &document.sentences {
            for series in in_sentence(document, sentence.span, found, &mut lexis) {
                let of_name = series.names.keys().filter_map(|name| by_name.get(name));
                let met: BTreeSet<usize> = of_name.flat_map(|of| of.iter().rev().take(MET)).copied().collect();
                told.extend(met.into_iter().filter_map(|other| contradiction(corpus, found, &all[other], &series)));
                series.names.keys().for_each(|name| by_name.entry(name.clone()).or_default().push(all.len()));
                all.push(series);
            }
        }
    }
    told
}

fn contradiction(corpus: &Corpus, found: Annotated, a: &Series, b: &Series) -> Option<Contradiction> {
    let only = |of: &Series, other: &Series| {
        let mut only = of.names.iter().filter(|(name, _)| !other.names.contains_key(*name));
        let first = only.next().map(|(name, span)| (name.clone(), *span));
        first.filter(|_| only.next().is_none())
    };
    let ((name_a, at_a), (name_b, at_b)) = only(a, b).zip(only(b, a))?;
    if a.document == b.document || a.names.len() != b.names.len() || !are_related(found, a.document, b.document) {
        return None;
    }
    let (first, second) = (corpus.document(a.document)?, corpus.document(b.document)?);
    let signs = shared(&a.stems, &b.stems)
        + a.numbers.iter().filter(|number| b.numbers.contains(number)).count()
        + a.days.iter().filter(|day| b.days.contains(day)).count();
    let names = |document: &Document, name: &str| tokens(document.text(), Span::of(document.text())).iter().any(|token| token.word == name);
    let wanted = if signs > 0 && signs < PLAINLY && (names(first, &name_b) || names(second, &name_a)) { PLAINLY } else { 1 };
    if signs < wanted {
        return None;
    }
    let (name_a, name_b) = (shown(first, at_a), shown(second, at_b));
    let side = |of: &Series, at: Span, value: &str| Side { document: of.document, sentence: of.sentence, at, value: value.to_owned() };
    let sides = vec![side(a, at_a, &name_a), side(b, at_b, &name_b)];
    let (topic, why) = (Topic::Either(name_a.clone(), name_b.clone()), Why::Lists(name_a, name_b));
    Some(Contradiction { kind: ClashKind::Names, severity: Severity::High, topic, sides, why })
}

/// The whole lists of a sentence.
fn in_sentence(document: &Document, sentence: Span, found: Annotated, lexis: &mut Lexis) -> Vec<Series> {
    let text = sentence.slice(document.text());
    if !text.contains(',') || text.trim_end().ends_with('?') {
        return Vec::new();
    }
    let line = Line::of(document.text(), sentence);
    let runs = runs(&line);
    let mut all = Vec::new();
    for list in runs.chunk_by(|x, y| are_joined(&line, *x, *y)) {
        let (first, next) = (list[0].0, list[list.len() - 1].1);
        if !NAMES.contains(&list.len()) || is_open(&line, first, next) || !closes(&line, list) {
            continue;
        }
        let names: BTreeMap<String, Span> =
            list.iter().map(|(first, next)| (line.word(next - 1).to_owned(), line.span(*first, *next))).collect();
        if names.len() != list.len() {
            continue;
        }
        // Who tells of two things in one town has its name in common.
        let told = (0..first).chain(next..line.len());
        let told = told.filter(|at| (*at == 0 || !line.is_capital(*at)) && is_telling(&line, *at, document.language));
        let mut stems: Vec<Stem> = told.map(|at| lexis.stem(line.word(at), document.language)).collect();
        stems.sort_unstable();
        stems.dedup();
        let figures = within(found.figures.figures_in(document.id), sentence, |figure| figure.span);
        let times = within(found.times.times_in(document.id), sentence, |time| time.span);
        let dated = times.iter().filter(|time| time.kind == TimeKind::Date);
        all.push(Series {
            document: document.id,
            sentence,
            span: line.span(first, next),
            names,
            stems,
            numbers: figures.iter().map(|figure| figure.value).collect(),
            days: dated.filter_map(|time| time.earliest.zip(time.latest)).filter(|days| days.0 == days.1).collect(),
        });
    }
    debug_assert!(all.iter().all(|series| sentence.contains(series.span)));
    all
}

/// The runs of capitals of a sentence, but for the word that begins it.
fn runs(line: &Line<'_>) -> Vec<(usize, usize)> {
    let mut runs = Vec::new();
    let mut at = 1;
    while at < line.len() {
        let mut next = at;
        while next < line.len() && line.is_capital(next) && (next == at || line.tied(next - 1)) {
            next += 1;
        }
        // `L’Iris`, `Quatre-Quarts`, `Rives-sur-Orne`
        while next > at && next + 1 < line.len() && line.tied(next - 1) && line.gap(next - 1) == "-" {
            next += 1;
        }
        if next > at && next - at <= WORDS {
            runs.push((at, next));
        }
        at = next.max(at + 1);
    }
    runs
}

/// Whether two names are of one list: a comma or a conjunction, and no more than a description between them.
fn are_joined(line: &Line<'_>, x: (usize, usize), y: (usize, usize)) -> bool {
    const SMALL: &[&str] = &["le", "la", "les", "l", "de", "d", "du", "des", "a", "au", "aux", "en", "un", "une", "the", "of"];
    const OF: &[&str] = &["de", "d", "du", "des", "of"];
    let mut at = x.1;
    let gap = |at: usize| line.gap(at - 1);
    // `(24 ans)` behind a name.
    let mut joins = false;
    if gap(at).trim() == "(" {
        let end = (at + 1..y.0.min(at + DESCRIPTION) + 1).find(|end| gap(*end).contains(')'));
        let Some(end) = end else { return false };
        joins = gap(end).trim_start().trim_start_matches(')').trim() == ",";
        if !joins && !matches!(gap(end).trim(), ")") {
            return false;
        }
        at = end;
    } else {
        match gap(at).trim() {
            "," => joins = true,
            "" => {}
            _ => return false,
        }
    }
    if !joins {
        if !matches!(line.word(at), "et" | "and") {
            return false;
        }
        at += 1;
    }
    let described = at..y.0;
    let is_tied = described.clone().all(|at| line.tied(at));
    let only_small = described.clone().all(|at| SMALL.contains(&line.word(at)));
    // `l’ailière`, `de la demi-centre`: with its article, and nothing of which it is.
    let begins = described.clone().find(|at| !OF.contains(&line.word(*at)));
    let article = begins.filter(|at| matches!(line.word(*at), "l" | "le" | "la" | "the"));
    let is_description = article.is_some_and(|at| (at + 1..y.0).all(|at| !SMALL.contains(&line.word(at)) && !line.is_capital(at)));
    is_tied && described.len() <= DESCRIPTION && (only_small || is_description)
}

/// Whether the last name is brought in by a conjunction: nothing follows.
fn closes(line: &Line<'_>, list: &[(usize, usize)]) -> bool {
    let [.., before, last] = list else { return false };
    (before.1..last.0).any(|at| matches!(line.word(at), "et" | "and"))
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;

    /// The names that differ in the lists of two articles.
    fn told(one: &str, other: &str) -> Vec<Vec<String>> {
        fixture::told(&[one, other].map(|text| (Some("2018-03-05"), text)), names)
    }

    const RUNNERS: &str = "La fédération a disqualifié trois coureuses à Lens : Solveig, la sprinteuse Mia Reyssac (22 ans) et Eva Massol.";

    #[test]
    fn one_name_in_the_place_of_another_is_told_with_descriptions_and_ages() {
        let other = "À Lens, la fédération a disqualifié lundi Solveig, Mia Reyssac et la cadette Ida Bornet.";
        assert_eq!(told(RUNNERS, other), [["Eva Massol", "Ida Bornet"]]);
    }

    #[test]
    fn open_lists_other_statements_and_two_other_names_are_not() {
        for other in [
            "À Lens, la fédération a disqualifié notamment Solveig, Mia Reyssac et Ida Bornet.",
            "À Lens, le public a aimé Solveig, Mia Reyssac et Ida Bornet.",
            "À Lens, la fédération a disqualifié Solveig, Anne Pic et Ida Bornet.",
            "À Lens, la fédération a disqualifié Solveig, Mia Reyssac, Eva Massol et Ida Bornet.",
            "À Lens, la fédération a disqualifié Solveig, Mia Reyssac, maire d’Eva Massol et Ida Bornet.",
        ] {
            assert_eq!(told(RUNNERS, other), Vec::<Vec<String>>::new(), "{other}");
        }
    }
}
