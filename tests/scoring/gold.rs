//! Reads `tests/gold/`: what a careful reader says of the five pages.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::Place;
use super::contradictions::Contradiction;
use super::dates::Date;
use super::entities::{Form, Mention};
use super::omissions::Omission;
use super::quantities::Quantity;
use super::zones::Zone;

/// The gold of all layers that the engine finds.
#[derive(Default)]
pub struct Gold {
    pub zones: Vec<Zone>,
    pub metadata: BTreeMap<String, Metadata>,
    /// Names and descriptions of the article and of its byline; those in related links are left out.
    pub mentions: Vec<Mention>,
    /// Ways of writing the name of an entity, by id.
    pub names: BTreeMap<String, Vec<String>>,
    pub alignments: Vec<Alignment>,
    /// Those of the article.
    pub quotes: Vec<Quotation>,
    pub queries: Vec<Query>,
    pub anomalies: Vec<Anomaly>,
    /// Of the article and its lines of date and byline.
    pub dates: Vec<Date>,
    pub quantities: Vec<Quantity>,
    pub contradictions: Vec<Contradiction>,
    pub omissions: Vec<Omission>,
    /// Where each article tells a fact.
    pub facts: Vec<super::omissions::Fact>,
}

#[derive(Deserialize)]
pub struct Metadata {
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub authors: Vec<String>,
    pub published: Option<String>,
    pub published_inferred: Option<Interval>,
    pub updated: Option<String>,
    pub agencies: Vec<Agency>,
    pub language: String,
}

#[derive(Deserialize)]
pub struct Interval {
    pub earliest: String,
    pub latest: String,
}

#[derive(Deserialize)]
pub struct Agency {
    pub id: String,
}

#[derive(Deserialize)]
pub struct Alignment {
    pub kind: String,
    /// Weak ones are not asked for and not punished.
    pub strength: String,
    pub a: Place,
    pub b: Place,
}

#[derive(Clone, Deserialize)]
pub struct Quotation {
    /// With marks.
    #[serde(flatten)]
    pub place: Place,
    pub inner_start: u32,
    pub inner_end: u32,
    pub kind: String,
    pub speaker: Option<String>,
    /// In English, and for some the words of the article.
    pub speaker_desc: Option<String>,
    pub speaker_mention: Option<Surface>,
    /// `qg:…`; a formula only is `mg:…` and not here.
    pub quote_group: Option<String>,
    pub scope: String,
}

#[derive(Clone, Deserialize)]
pub struct Surface {
    pub surface: String,
}

#[derive(Deserialize)]
pub struct Query {
    pub id: String,
    pub query: String,
    /// How it is meant to be matched: `folded-phrase`, `fuzzy-1`, `entity:…`, `timex …`.
    #[serde(rename = "match")]
    pub matching: String,
    pub docs: Vec<String>,
    /// Neither asked for nor punished.
    pub lenient_docs: Vec<String>,
    /// Found in furniture only: a hit there is an error.
    pub noise_docs: Vec<String>,
    pub hits: Vec<QueryHit>,
}

#[derive(Deserialize)]
pub struct QueryHit {
    #[serde(flatten)]
    pub place: Place,
    /// `core`, `meta` or `noise`.
    pub scope: String,
}

#[derive(Deserialize)]
pub struct Anomaly {
    #[serde(flatten)]
    pub place: Place,
    pub kind: String,
}

#[derive(Deserialize)]
struct ZoneRow {
    #[serde(flatten)]
    place: Place,
    label: String,
}

#[derive(Deserialize)]
struct MentionRow {
    #[serde(flatten)]
    place: Place,
    surface: String,
    #[serde(rename = "type")]
    entity_type: String,
    id: String,
    mention_kind: Form,
    core_start: Option<u32>,
    scope: String,
}

#[derive(Deserialize)]
struct DateRow {
    #[serde(flatten)]
    place: Place,
    #[serde(rename = "type")]
    time_type: String,
    value: String,
    value_text_only: Option<String>,
    interval: Option<String>,
    #[serde(default)]
    approx: bool,
    confidence: String,
    scope: String,
}

#[derive(Deserialize)]
struct QuantityRow {
    #[serde(flatten)]
    place: Place,
    value: f64,
    /// The length of a list.
    #[serde(default)]
    implicit: bool,
    scope: String,
}

#[derive(Deserialize)]
struct KnownEntity {
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
}

impl Gold {
    /// Those that lie in the article or its lines of date and byline; others are neither asked for nor punished.
    pub fn of_article<'a, T>(&self, found: &'a [T], place: impl Fn(&T) -> &Place) -> Vec<&'a T> {
        let furniture = |label: Option<&str>| matches!(label, Some("related" | "boilerplate"));
        found.iter().filter(|one| !furniture(super::zones::label_at(self, place(one)))).collect()
    }

    pub fn read() -> Self {
        let known: BTreeMap<String, KnownEntity> = json("entities_kb.json");
        let mut names: BTreeMap<String, Vec<String>> =
            known.into_iter().map(|(id, entity)| (id, [vec![entity.name], entity.aliases].concat())).collect();
        let rows: Vec<MentionRow> = lines("entities.jsonl");
        let mentions: Vec<Mention> = rows.into_iter().filter(|row| row.scope != "noise").map(mention).collect();
        for mention in &mentions {
            names.entry(mention.id.clone()).or_default().push(mention.surface.clone());
        }
        let zone = |row: ZoneRow| Zone { place: row.place, label: zone_label(&row.label).to_owned() };
        Self {
            zones: lines("zones.jsonl").into_iter().map(zone).collect(),
            metadata: json("metadata.json"),
            mentions,
            names,
            alignments: lines("alignments.jsonl"),
            quotes: lines("quotes.jsonl").into_iter().filter(|quote: &Quotation| quote.scope == "core").collect(),
            queries: lines("queries.jsonl"),
            anomalies: lines("anomalies.jsonl"),
            dates: lines("dates.jsonl").into_iter().filter(|row: &DateRow| row.scope != "noise").map(date).collect(),
            quantities: lines("quantities.jsonl")
                .into_iter()
                .filter(|row: &QuantityRow| row.scope != "noise" && !row.implicit)
                .map(quantity)
                .collect(),
            contradictions: lines("contradictions.jsonl"),
            omissions: lines("omissions.jsonl"),
            facts: lines("facts.jsonl"),
        }
    }
}

fn date(row: DateRow) -> Date {
    let DateRow { place, time_type, value, value_text_only, interval, approx, confidence, .. } = row;
    let unsure = approx || confidence != "high";
    let interval = interval.filter(|_| !value.contains('T'));
    let inside = interval.clone().filter(|_| unsure);
    Date { place, time_type, value, others: value_text_only.into_iter().chain(interval).collect(), inside }
}

fn quantity(row: QuantityRow) -> Quantity {
    Quantity { place: row.place, value: row.value, value_max: None }
}

fn mention(row: MentionRow) -> Mention {
    let MentionRow { place, surface, entity_type, id, mention_kind: form, core_start, .. } = row;
    Mention { place, surface, entity_type, id, form, core_start }
}

/// The label of the exchange format for a label of the gold.
fn zone_label(label: &str) -> &str {
    match label {
        "dateline" => "date",
        "related-links" => "related",
        label => label,
    }
}

fn read(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold").join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn json<T: DeserializeOwned>(file: &str) -> T {
    serde_json::from_str(&read(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn lines<T: DeserializeOwned>(file: &str) -> Vec<T> {
    let line = |(n, line)| serde_json::from_str(line).unwrap_or_else(|error| panic!("{file}, line {}: {error}", n + 1));
    read(file).lines().enumerate().map(line).collect()
}
