//! Quotations: spans, kind and speaker of those found, pairs that are one utterance.
//!
//! A span is right when both ends lie within two scalars of the inner one or on its marks. A speaker is right by any of the
//! gold's names for it; one without a name by a word of its description. Only quotations with a speaker are asked for one.

use std::collections::BTreeMap;

use recoupe::text::fold;

use super::gold::{self, Gold};
use super::{Figure, Measure, Place, assign};

/// What was found, `place` between the marks.
pub struct Quotation {
    pub place: Place,
    pub kind: String,
    /// Name of an entity, or a description.
    pub speaker: Option<String>,
    pub group: Option<String>,
}

pub fn score(gold: &Gold, predicted: &[Quotation]) -> Vec<Figure> {
    let theirs = &gold.quotes;
    let spans = assign(theirs, predicted, |g, p| is_found(g, p).then(|| u32::MAX - g.inner_start.abs_diff(p.place.start)));
    let kinds = spans.iter().filter(|(g, p)| kind(&theirs[*g]) == predicted[*p].kind).count();
    let speaks = |g: &gold::Quotation| g.speaker.is_some();
    let speakers = spans.iter().filter(|(g, p)| speaks(&theirs[*g]) && is_right(gold, &theirs[*g], &predicted[*p])).count();
    let spoken = spans.iter().filter(|(g, _)| speaks(&theirs[*g])).count();
    vec![
        Figure { name: "quotes · spans", measure: Measure::paired(spans.len(), predicted.len(), theirs.len()) },
        Figure { name: "quotes · kind of those found", measure: Measure::share(kinds, spans.len()) },
        Figure { name: "quotes · speaker of those found", measure: Measure::share(speakers, spoken) },
        Figure { name: "quotes · same utterance, pairs", measure: pairs(theirs, predicted, &spans) },
    ]
}

fn is_found(g: &gold::Quotation, p: &Quotation) -> bool {
    let start = (g.place.start..=g.inner_start).contains(&p.place.start) || p.place.start.abs_diff(g.inner_start) <= 2;
    let end = (g.inner_end..=g.place.end).contains(&p.place.end) || p.place.end.abs_diff(g.inner_end) <= 2;
    g.place.doc == p.place.doc && start && end
}

fn kind(g: &gold::Quotation) -> &str {
    if g.kind == "title-of-report" { "title" } else { &g.kind }
}

fn is_right(gold: &Gold, g: &gold::Quotation, p: &Quotation) -> bool {
    let (Some(said), Some(id)) = (p.speaker.as_deref().map(fold), &g.speaker) else { return false };
    let names = gold.names.get(id).into_iter().flatten().any(|name| fold(name) == said);
    let described = [g.speaker_desc.as_deref(), g.speaker_mention.as_ref().map(|mention| mention.surface.as_str())];
    let shares =
        |text: &str| fold(text).split_whitespace().any(|word| word.len() > 4 && said.split_whitespace().any(|other| other == word));
    names || g.speaker_desc.is_some() && described.into_iter().flatten().any(shares)
}

/// Pairs in different documents, by the group of each side.
fn pairs(theirs: &[gold::Quotation], predicted: &[Quotation], spans: &[(usize, usize)]) -> Measure {
    let gold_of: BTreeMap<usize, usize> = spans.iter().map(|(g, p)| (*p, *g)).collect();
    let wanted: Vec<(Option<&String>, &str)> = theirs.iter().map(|g| (g.quote_group.as_ref(), g.place.doc.as_str())).collect();
    let found: Vec<(Option<&String>, &str)> = predicted.iter().map(|p| (p.group.as_ref(), p.place.doc.as_str())).collect();
    let right = together(&found).into_iter().filter(|(a, b)| {
        let group = |p: &usize| gold_of.get(p).and_then(|g| theirs[*g].quote_group.as_ref());
        group(a).is_some() && group(a) == group(b)
    });
    Measure::paired(right.count(), together(&found).len(), together(&wanted).len())
}

fn together(items: &[(Option<&String>, &str)]) -> Vec<(usize, usize)> {
    let pairs = (0..items.len()).flat_map(|a| (a + 1..items.len()).map(move |b| (a, b)));
    pairs.filter(|(a, b)| items[*a].0.is_some() && items[*a].0 == items[*b].0 && items[*a].1 != items[*b].1).collect()
}
