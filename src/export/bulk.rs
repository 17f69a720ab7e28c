//! The same findings for an engine that holds more than a tab: newline-delimited JSON in the bulk format of OpenSearch and Elasticsearch, with an
//! index that reads French and English.
//!
//! `mapping.json` makes the index; each `bulk-N.ndjson` is the body of one request to `_bulk`, a line that names the article, a line that is it, a
//! line feed behind the last. Entities, quotations and figures are nested, so that who says what is one condition.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{ExchangeFile, Layers, ScalarOffsets, jsonl};
use crate::corpus::{Corpus, Document, Fact};
use crate::id::EntityId;

/// Bytes of one request: the engines' own advice is between 5 and 15 megabytes.
const MOST_BYTES: usize = 8_000_000;
/// What the index is called.
const INDEX: &str = "recoupe";

/// The index and the requests that fill it.
pub fn bulk(corpus: &Corpus, layers: Layers) -> Vec<ExchangeFile> {
    let mut files = vec![ExchangeFile { name: "mapping.json".into(), content: format!("{:#}\n", mapping()) }];
    let mut body = String::new();
    for document in &corpus.documents {
        let action = json!({ "index": { "_index": INDEX, "_id": document.name } });
        let record = format!("{action}\n{}\n", jsonl::line(&article(document, layers)));
        if !body.is_empty() && body.len() + record.len() > MOST_BYTES {
            files.push(request(files.len(), std::mem::take(&mut body)));
        }
        body.push_str(&record);
    }
    files.push(request(files.len(), body));
    files
}

fn request(number: usize, content: String) -> ExchangeFile {
    ExchangeFile { name: format!("bulk-{number:04}.ndjson").into(), content }
}

fn article(document: &Document, layers: Layers) -> Value {
    let facts = &document.metadata;
    let one = |fact: &Option<Fact<String>>| fact.as_ref().map(|fact| fact.value.clone());
    let offsets = ScalarOffsets::of(&document.raw);
    let quotes = super::quotes(document, layers.quotes, &layers.entities.entities).into_iter();
    let groups = vec![None; layers.figures.figures_in(document.id).len()];
    let figures = super::quantities(document, layers.figures.figures_in(document.id), &groups).into_iter();
    let times = layers.times.times_in(document.id).iter().map(|time| {
        let at = offsets.span(time.span);
        json!({ "start": at.start, "end": at.end, "value": time.value, "earliest": time.earliest.map(|day| day.iso()), "latest": time.latest.map(|day| day.iso()) })
    });
    json!({
        "name": document.name,
        "title": one(&facts.title),
        "outlet": one(&facts.outlet),
        "authors": facts.authors.iter().map(|author| &author.value).collect::<Vec<_>>(),
        "published": one(&facts.published),
        "published_inferred": facts.published.as_ref().is_some_and(Fact::is_inferred),
        "language": document.language.code(),
        "text": document.zones.iter().filter(|zone| zone.kind.is_article()).map(|zone| zone.span.slice(document.text())).collect::<Vec<_>>().join("\n\n"),
        "entities": entities(document, layers),
        "quotes": quotes.map(|quote| json!({ "start": quote.start, "end": quote.end, "text": quote.text, "kind": quote.kind, "speaker": quote.speaker })).collect::<Vec<_>>(),
        "figures": figures.map(|figure| json!({ "start": figure.start, "end": figure.end, "surface": figure.surface, "value": figure.value, "value_max": figure.value_max, "unit": figure.unit })).collect::<Vec<_>>(),
        "times": times.collect::<Vec<_>>(),
    })
}

/// Each entity of the article once, with how often it is named.
fn entities(document: &Document, layers: Layers) -> Vec<Value> {
    let mut counts: BTreeMap<EntityId, u32> = BTreeMap::new();
    for mention in layers.entities.mentions_in(document.id) {
        *counts.entry(mention.entity).or_default() += 1;
    }
    let named = counts.into_iter().map(|(id, n)| (&layers.entities.entities[id.index()], n));
    named.map(|(entity, n)| json!({ "id": entity.slug, "type": entity.kind.label(), "name": entity.name, "n": n })).collect()
}

/// Settings and fields of the index.
fn mapping() -> Value {
    let text = json!({ "type": "text", "analyzer": "french", "fields": { "en": { "type": "text", "analyzer": "english" }, "exact": { "type": "text", "analyzer": "standard" } } });
    let (word, number, day) =
        (json!({ "type": "keyword" }), json!({ "type": "double" }), json!({ "type": "date", "ignore_malformed": true }));
    let place = json!({ "type": "integer" });
    json!({
        "settings": { "index": { "number_of_shards": 1 } },
        "mappings": { "dynamic": "strict", "properties": {
            "name": word, "title": text, "outlet": word, "authors": word, "published": day, "published_inferred": { "type": "boolean" }, "language": word, "text": text,
            "entities": { "type": "nested", "properties": { "id": word, "type": word, "name": word, "n": place } },
            "quotes": { "type": "nested", "properties": { "start": place, "end": place, "text": text, "kind": word, "speaker": word } },
            "figures": { "type": "nested", "properties": { "start": place, "end": place, "surface": word, "value": number, "value_max": number, "unit": word } },
            "times": { "type": "nested", "properties": { "start": place, "end": place, "value": word, "earliest": day, "latest": day } },
        } },
    })
}
