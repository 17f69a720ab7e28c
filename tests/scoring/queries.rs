//! Sixty questions: the right documents, the right marks, nothing from the furniture.
//!
//! Forty-nine ask for words; the others ask for an entity, a speaker, a date or a value, and are counted apart.

use std::collections::{BTreeMap, BTreeSet};

use super::gold::{Gold, Query};
use super::{Figure, Measure, Place};

/// What the search says.
#[derive(Default)]
pub struct Answer {
    pub docs: BTreeSet<String>,
    pub spans: Vec<Place>,
}

pub fn score(gold: &Gold, answers: &BTreeMap<String, Answer>) -> Vec<Figure> {
    let nothing = Answer::default();
    let asked = |query: &Query| answers.get(&query.id).unwrap_or(&nothing);
    let count = |queries: &[&Query], right: &dyn Fn(&Query, &Answer) -> bool| {
        Measure::share(queries.iter().filter(|query| right(query, asked(query))).count(), queries.len())
    };
    let all: Vec<&Query> = gold.queries.iter().collect();
    let words: Vec<&Query> = all.iter().copied().filter(|query| !query.matching.contains([':', ' '])).collect();
    vec![
        Figure { name: "queries · documents right", measure: count(&all, &documents_right) },
        Figure { name: "queries · documents right, asking for words", measure: count(&words, &documents_right) },
        Figure { name: "queries · spans right", measure: count(&all, &spans_right) },
        Figure { name: "queries · spans right, asking for words", measure: count(&words, &spans_right) },
        Figure { name: "queries · spans touched, asking for words", measure: count(&words, &spans_touched) },
        Figure { name: "queries · furniture kept out", measure: count(&all, &furniture_kept_out) },
    ]
}

/// One line for each question that is not answered as the gold answers it.
pub fn wrong(gold: &Gold, answers: &BTreeMap<String, Answer>) -> Vec<String> {
    let nothing = Answer::default();
    let line = |query: &Query| {
        let answer = answers.get(&query.id).unwrap_or(&nothing);
        let (theirs, ours) = spans(query, answer);
        let short = |places: Vec<&&Place>| places.iter().map(|p| format!("{}:{}-{}", p.doc, p.start, p.end)).collect::<Vec<_>>().join(" ");
        let missed = short(theirs.difference(&ours).collect());
        let extra = short(ours.difference(&theirs).collect());
        let noise = if furniture_kept_out(query, answer) { "" } else { ", furniture" };
        let wrong = !documents_right(query, answer) || theirs != ours || !noise.is_empty();
        wrong.then(|| format!("{} {} [{}]: missed {missed}, too many {extra}{noise}", query.id, query.query, query.matching))
    };
    gold.queries.iter().filter_map(line).collect()
}

/// Every document asked for, and no other but lenient ones.
pub fn documents_right(query: &Query, answer: &Answer) -> bool {
    let allowed = |doc: &String| query.docs.contains(doc) || query.lenient_docs.contains(doc);
    query.docs.iter().all(|doc| answer.docs.contains(doc)) && answer.docs.iter().all(allowed)
}

/// Marks of the gold in the article, and marks given, both outside lenient documents. Marks of the gold in the byline are
/// not asked for.
fn spans<'a>(query: &'a Query, answer: &'a Answer) -> (BTreeSet<&'a Place>, BTreeSet<&'a Place>) {
    let strict = |place: &&Place| query.docs.contains(&place.doc) || !query.lenient_docs.contains(&place.doc);
    let core = query.hits.iter().filter(|hit| hit.scope == "core").map(|hit| &hit.place);
    let meta: Vec<&Place> = query.hits.iter().filter(|hit| hit.scope == "meta").map(|hit| &hit.place).collect();
    (core.filter(strict).collect(), answer.spans.iter().filter(strict).filter(|place| !meta.contains(place)).collect())
}

/// Exactly the marks of the gold.
pub fn spans_right(query: &Query, answer: &Answer) -> bool {
    let (theirs, ours) = spans(query, answer);
    theirs == ours
}

/// Every mark of the gold is touched and no mark stands apart: the engine may mark the words of a passage one by one.
pub fn spans_touched(query: &Query, answer: &Answer) -> bool {
    let (theirs, ours) = spans(query, answer);
    let touched = |places: &BTreeSet<&Place>, by: &BTreeSet<&Place>| places.iter().all(|a| by.iter().any(|b| a.common(b) > 0));
    touched(&theirs, &ours) && touched(&ours, &theirs)
}

fn furniture_kept_out(query: &Query, answer: &Answer) -> bool {
    let noise = |place: &Place| query.hits.iter().any(|hit| hit.scope == "noise" && hit.place.common(place) > 0);
    !query.noise_docs.iter().any(|doc| answer.docs.contains(doc)) && !answer.spans.iter().any(noise)
}
