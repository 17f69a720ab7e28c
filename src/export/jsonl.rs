//! The files of the exchange format: one JSON object a line, UTF-8, a line feed after each.

use serde::Serialize;

use crate::compare::Comparer;
use crate::corpus::Corpus;
use crate::entities::EntityIndex;
use crate::figures::FigureIndex;
use crate::times::TimeIndex;

/// One file, whole, ready for a folder or an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExchangeFile {
    pub name: &'static str,
    pub content: String,
}

/// The files of all layers that the engine finds, in a fixed order.
pub fn files(corpus: &Corpus, index: &EntityIndex, comparer: &Comparer, times: &TimeIndex, figures: &FigureIndex) -> Vec<ExchangeFile> {
    let documents = &corpus.documents;
    let metadata = documents.iter().map(|d| super::metadata(&d.name, &d.metadata, d.language.code()));
    let zones = documents.iter().flat_map(super::zones);
    let mentions = documents.iter().flat_map(|d| super::mentions(d, index.mentions_in(d.id), &index.entities));
    vec![
        ExchangeFile { name: "metadata.jsonl", content: lines(metadata) },
        ExchangeFile { name: "zones.jsonl", content: lines(zones) },
        ExchangeFile { name: "entities.jsonl", content: lines(mentions) },
        ExchangeFile { name: "entities_index.jsonl", content: lines(super::entities(corpus, index)) },
        ExchangeFile { name: "dates.jsonl", content: lines(documents.iter().flat_map(|d| super::dates(d, times.times_in(d.id)))) },
        ExchangeFile {
            name: "quantities.jsonl",
            content: lines(documents.iter().flat_map(|d| super::quantities(d, figures.figures_in(d.id)))),
        },
        ExchangeFile { name: "alignments.jsonl", content: lines(super::all_alignments(corpus, index, comparer)) },
    ]
}

/// One record a line.
pub fn lines<T: Serialize>(records: impl IntoIterator<Item = T>) -> String {
    records.into_iter().fold(String::new(), |mut text, record| {
        text.push_str(&line(&record));
        text.push('\n');
        text
    })
}

/// One record as JSON without a line break.
pub fn line<T: Serialize>(record: &T) -> String {
    serde_json::to_string(record).expect("records have text keys and nothing that fails to serialize")
}
