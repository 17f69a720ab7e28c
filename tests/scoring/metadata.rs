//! Title, outlet, authors, dates, agencies: only what the gold states. Values given where it states none are not judged.

use std::collections::BTreeSet;

use recoupe::export::MetadataRecord;
use recoupe::text::fold;
use unicode_normalization::UnicodeNormalization;

use super::gold::{self, Gold};
use super::{Figure, Measure, Place, assign};

pub fn score(gold: &Gold, predicted: &[MetadataRecord]) -> Vec<Figure> {
    let mut sums = FIGURES.map(|name| Figure { name, measure: Measure::default() });
    for (doc, stated) in &gold.metadata {
        let record = predicted.iter().find(|record| Place::new(&record.doc, 0, 0).doc == *doc);
        let measures = one(gold, stated, record.expect("every page has its metadata"));
        sums.iter_mut().zip(measures).for_each(|(sum, measure)| sum.measure.add(measure));
    }
    sums.into()
}

const FIGURES: [&str; 8] = [
    "metadata · title",
    "metadata · outlet",
    "metadata · published, stated",
    "metadata · published, inferred within interval",
    "metadata · updated, stated",
    "metadata · authors",
    "metadata · agencies",
    "metadata · language",
];

/// The measures of one page, in the order of [`FIGURES`]; zero of zero where the gold states nothing.
fn one(gold: &Gold, stated: &gold::Metadata, found: &MetadataRecord) -> [Measure; 8] {
    let same_title = |title: &String| right(found.title.as_deref().map(squeezed) == Some(squeezed(title)));
    let same_outlet = |outlet: &String| right(!names_of(found.outlet.as_deref().unwrap_or("")).is_disjoint(&names_of(outlet)));
    let same_time = |theirs: &String, ours: &Option<String>| right(ours.as_deref().is_some_and(|ours| same_time(theirs, ours)));
    [
        stated.title.as_ref().map(same_title).unwrap_or_default(),
        stated.outlet.as_ref().map(same_outlet).unwrap_or_default(),
        stated.published.as_ref().map(|theirs| same_time(theirs, &found.published)).unwrap_or_default(),
        inferred(stated, found),
        stated.updated.as_ref().map(|theirs| same_time(theirs, &found.updated)).unwrap_or_default(),
        authors(stated, found),
        agencies(gold, stated, found),
        right(found.language == stated.language),
    ]
}

fn right(is_right: bool) -> Measure {
    Measure::share(usize::from(is_right), 1)
}

/// A day inside the interval; a month or a year is not exact enough.
fn inferred(stated: &gold::Metadata, found: &MetadataRecord) -> Measure {
    let Some(interval) = stated.published_inferred.as_ref().filter(|_| stated.published.is_none()) else { return Measure::default() };
    let day = found.published.as_deref().and_then(|date| date.get(..10));
    right(day.is_some_and(|day| interval.earliest.as_str() <= day && day <= interval.latest.as_str()))
}

/// By day and, where the gold has a time, by minute.
fn same_time(gold: &str, ours: &str) -> bool {
    let exact = gold.len().min(16);
    ours.get(..exact) == gold.get(..exact)
}

fn authors(stated: &gold::Metadata, found: &MetadataRecord) -> Measure {
    let (ours, theirs) = (folded(&found.authors), folded(&stated.authors));
    if theirs.is_empty() {
        return Measure::default();
    }
    Measure::paired(ours.intersection(&theirs).count(), ours.len(), theirs.len())
}

/// Agencies stated. One that is guessed and marked as a guess is not judged; the script, which reads no marks, counts it.
fn agencies(gold: &Gold, stated: &gold::Metadata, found: &MetadataRecord) -> Measure {
    let no_names = Vec::new();
    let all_names = |id: &String| gold.names.get(id).unwrap_or(&no_names).iter().flat_map(|name| names_of(name)).collect::<BTreeSet<_>>();
    let theirs: Vec<BTreeSet<String>> = stated.agencies.iter().map(|agency| all_names(&agency.id)).collect();
    let guessed = |name: &&String| found.inferred.get("agencies").is_some_and(|guess| guess.value.split(", ").any(|guess| guess == *name));
    let ours: Vec<BTreeSet<String>> = found.agencies.iter().filter(|name| !guessed(name)).map(|name| names_of(name)).collect();
    let pairs = assign(&theirs, &ours, |a, b| (!a.is_disjoint(b)).then_some(1));
    Measure::paired(pairs.len(), ours.len(), theirs.len())
}

/// One reading of a title: composed, plain apostrophes, single spaces.
fn squeezed(title: &str) -> String {
    let plain: String = title.nfc().map(|c| if matches!(c, '’' | '‘' | 'ʼ') { '\'' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn folded(names: &[String]) -> BTreeSet<String> {
    names.iter().map(|name| fold(&squeezed(name))).collect()
}

/// Ways of naming an outlet: whole, without bracket, inside the bracket; each without article.
fn names_of(name: &str) -> BTreeSet<String> {
    let name = fold(&squeezed(name));
    let mut ways = vec![name.clone()];
    if let Some((before, inside)) = name.split_once('(') {
        let (inside, after) = inside.split_once(')').unwrap_or((inside, ""));
        ways.extend([format!("{}{after}", before.trim()), inside.to_owned()]);
    }
    let bare = |way: &String| {
        let article = ["le ", "la ", "les ", "l'"].into_iter().find(|article| way.starts_with(article)).unwrap_or("");
        way[article.len()..].trim().to_owned()
    };
    ways.iter().map(bare).filter(|way| !way.is_empty()).collect()
}
