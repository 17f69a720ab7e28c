//! What was found, as annotations that other tools of reading take: W3C Web Annotation (<https://www.w3.org/TR/annotation-model/>), JSON-LD.
//!
//! One collection. The source of a target is `urn:recoupe:` and the article's name; each has a position (Unicode scalars of the raw text)
//! and the words with those around them, so that a changed text still finds its place.

use serde_json::{Value, json};

use super::{Layers, ScalarOffsets};
use crate::corpus::{Corpus, Document};
use crate::span::Span;

/// Characters kept before and behind the words.
const AROUND: usize = 32;

/// The collection as JSON-LD: names, quotations, times, figures, in the order of the texts.
pub fn annotations(corpus: &Corpus, layers: Layers) -> String {
    let items: Vec<Value> = corpus.documents.iter().flat_map(|document| of_document(document, layers)).collect();
    let collection = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationCollection",
        "label": "Recoupe",
        "generator": { "type": "Software", "name": "Recoupe", "version": env!("CARGO_PKG_VERSION") },
        "total": items.len(),
        "first": { "type": "AnnotationPage", "startIndex": 0, "items": items },
    });
    format!("{collection:#}\n")
}

fn of_document(document: &Document, layers: Layers) -> Vec<Value> {
    let Layers { entities, times, figures, quotes, .. } = layers;
    let mut found: Vec<(Span, &str, Vec<String>)> = Vec::new();
    for mention in entities.mentions_in(document.id) {
        let entity = &entities.entities[mention.entity.index()];
        let wikidata = entity.wikidata.as_ref().map(|id| format!("http://www.wikidata.org/entity/{id}"));
        let body = [Some(mention.kind.label().to_owned()), Some(entity.name.clone()), wikidata];
        found.push((mention.span, "identifying", body.into_iter().flatten().collect()));
    }
    for quote in quotes.quotes_in(document.id) {
        let speaker = quote.speaker.map(|speaker| layers.name_of(speaker, document));
        found.push((
            quote.span,
            "describing",
            [Some(format!("quotation:{}", quote.kind.label())), speaker].into_iter().flatten().collect(),
        ));
    }
    for time in times.times_in(document.id) {
        found.push((time.span, "tagging", vec![format!("time:{}", time.value)]));
    }
    for figure in figures.figures_in(document.id) {
        found.push((figure.span, "tagging", vec!["figure".to_owned()]));
    }
    found.sort_by_key(|(span, ..)| (span.start, std::cmp::Reverse(span.end)));
    let offsets = ScalarOffsets::of(&document.raw);
    found.iter().enumerate().map(|(at, (span, motivation, bodies))| annotation(document, &offsets, at, *span, motivation, bodies)).collect()
}

fn annotation(document: &Document, offsets: &ScalarOffsets, at: usize, span: Span, motivation: &str, bodies: &[String]) -> Value {
    let place = offsets.span(span);
    let before: String = document.raw[..span.start as usize].chars().rev().take(AROUND).collect::<Vec<_>>().into_iter().rev().collect();
    let behind: String = document.raw[span.end as usize..].chars().take(AROUND).collect();
    let body = |value: &String| match value.starts_with("http") {
        true => json!({ "type": "SpecificResource", "purpose": "identifying", "source": value }),
        false => json!({ "type": "TextualBody", "purpose": "tagging", "value": value }),
    };
    json!({
        "id": format!("urn:recoupe:{}#{at}", document.name),
        "type": "Annotation",
        "motivation": motivation,
        "body": bodies.iter().map(body).collect::<Vec<_>>(),
        "target": {
            "source": format!("urn:recoupe:{}", document.name),
            "selector": [
                { "type": "TextPositionSelector", "start": place.start, "end": place.end },
                { "type": "TextQuoteSelector", "exact": span.slice(&document.raw), "prefix": before, "suffix": behind },
            ],
        },
    })
}
