//! The files of the exchange format: one JSON object a line, UTF-8, a line feed after each.

use std::borrow::Cow;

use serde::Serialize;

use crate::compare::{Annotated, Comparer};
use crate::contradictions;
use crate::corpus::{Corpus, Document};
use crate::entities::EntityIndex;
use crate::facts::Facts;
use crate::figures::FigureIndex;
use crate::id::DocumentId;
#[cfg(feature = "whole")]
use crate::quotes::Speaker;
use crate::quotes::{QuoteIndex, QuoteKind};
#[cfg(feature = "whole")]
use crate::text::filling;
use crate::times::TimeIndex;

/// One file, whole, ready for a folder or an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExchangeFile {
    pub name: Cow<'static, str>,
    pub content: String,
}

/// What was found in a corpus, layer by layer.
#[derive(Clone, Copy, Debug)]
pub struct Layers<'l> {
    pub entities: &'l EntityIndex,
    pub times: &'l TimeIndex,
    pub figures: &'l FigureIndex,
    pub quotes: &'l QuoteIndex,
    pub facts: &'l Facts,
    pub comparer: &'l Comparer,
}

#[cfg(feature = "whole")]
impl Layers<'_> {
    /// What somebody who speaks in `document` is called: by name where they have one, else as the text says.
    pub(super) fn name_of(&self, speaker: Speaker, document: &Document) -> String {
        let named = speaker.entity.and_then(|id| self.entities.entities.get(id.index())).map(|entity| entity.name.clone());
        named.unwrap_or_else(|| filling::in_one_line(speaker.mention.slice(document.text())))
    }
}

/// The files of all layers that the engine finds, in a fixed order. Indirect speech has a file of its own: who reads
/// `quotes.jsonl` counts what stands between marks.
pub fn files(corpus: &Corpus, layers: Layers) -> Vec<ExchangeFile> {
    let Layers { entities: index, times, figures, quotes, facts, comparer } = layers;
    let annotated = Annotated { corpus, entities: index, quotes, times, figures };
    let documents = &corpus.documents;
    let metadata = documents.iter().map(|d| super::metadata(&d.name, &d.metadata, d.language.code()));
    let zones = documents.iter().flat_map(super::zones);
    let mentions = documents.iter().flat_map(|d| super::all_mentions(d, index));
    let all = documents.iter().flat_map(|d| super::quotes(d, quotes, &index.entities));
    let (indirect, marked): (Vec<_>, Vec<_>) = all.partition(|quote| quote.kind == QuoteKind::Indirect.label());
    let groups = facts.groups(figures.figures.len());
    let quantities = |d: &Document| {
        let own = figures.figures_in(d.id);
        let first = figures.figures.partition_point(|figure| figure.document < d.id);
        super::quantities(d, own, &groups[first..first + own.len()])
    };
    let contradictions = super::contradictions(corpus, &contradictions::contradictions(annotated, facts));
    let all_ids: Vec<DocumentId> = documents.iter().map(|document| document.id).collect();
    vec![
        ExchangeFile { name: "metadata.jsonl".into(), content: lines(metadata) },
        ExchangeFile { name: "zones.jsonl".into(), content: lines(zones) },
        ExchangeFile { name: "entities.jsonl".into(), content: lines(mentions) },
        ExchangeFile { name: "entities_index.jsonl".into(), content: lines(super::entities(corpus, index)) },
        ExchangeFile { name: "dates.jsonl".into(), content: lines(documents.iter().flat_map(|d| super::dates(d, times.times_in(d.id)))) },
        ExchangeFile { name: "quantities.jsonl".into(), content: lines(documents.iter().flat_map(quantities)) },
        ExchangeFile { name: "quotes.jsonl".into(), content: lines(marked) },
        ExchangeFile { name: "indirect.jsonl".into(), content: lines(indirect) },
        ExchangeFile { name: "alignments.jsonl".into(), content: lines(super::all_alignments(annotated, comparer)) },
        ExchangeFile { name: "contradictions.jsonl".into(), content: lines(contradictions) },
        ExchangeFile {
            name: "omissions.jsonl".into(),
            content: lines(super::omissions(annotated, &comparer.statements(annotated, &all_ids))),
        },
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
