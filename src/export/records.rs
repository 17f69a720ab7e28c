//! The shapes of the exchange format. Field names are the format's; `start` and `end` are Unicode scalars of the raw file,
//! half-open; `doc` is the name of a document; `id` of an entity is its slug.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize, Serializer};

use super::offsets::ScalarSpan;
use crate::compare::{Closeness, CommonPassage};

/// What a query found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SearchRecord {
    /// Best first.
    pub hits: Vec<HitRecord>,
    /// What could not be read as asked, in words.
    pub notices: Vec<String>,
    pub terms: Vec<TermRecord>,
}

/// One document that answers a query.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HitRecord {
    pub doc: String,
    /// Comparable within one answer only.
    pub score: f64,
    /// `[start, end]` of every mark, in order.
    pub spans: Vec<[u32; 2]>,
}

/// A word of the query with the forms in which it was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermRecord {
    pub query: String,
    pub forms: Vec<String>,
}

/// What is known of an article. Dates are ISO 8601, as exact as known.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MetadataRecord {
    pub doc: String,
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub authors: Vec<String>,
    pub published: Option<String>,
    pub updated: Option<String>,
    pub agencies: Vec<String>,
    /// ISO 639-1 code.
    pub language: String,
    /// By field name: the values above that nobody stated.
    pub inferred: BTreeMap<String, InferredRecord>,
}

/// A guess with its reason and, for a date, the interval it lies in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InferredRecord {
    pub value: String,
    pub earliest: Option<String>,
    pub latest: Option<String>,
    pub why: String,
}

/// A stretch of a page that serves one purpose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ZoneRecord {
    pub doc: String,
    pub start: u32,
    pub end: u32,
    /// `title section byline date lead body caption credit related boilerplate markup`.
    pub zone: &'static str,
}

/// One place where an article names an entity.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MentionRecord {
    pub doc: String,
    pub start: u32,
    pub end: u32,
    /// The exact slice of the raw file.
    pub surface: String,
    /// `PER ORG LOC MEDIA GROUP EVENT LAW PRODUCT`.
    #[serde(rename = "type")]
    pub entity_type: &'static str,
    pub id: String,
    /// `name` or `nominal`.
    pub kind: &'static str,
    /// 0 to 1.
    pub confidence: f64,
}

/// One person, body or place under all its names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EntityRecord {
    pub id: String,
    #[serde(rename = "type")]
    pub entity_type: &'static str,
    pub name: String,
    pub aliases: Vec<String>,
    /// Only where certain.
    pub wikidata: Option<String>,
    /// Documents that name it, in the order of the corpus.
    pub n_mentions: Counts,
}

/// One expression of time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateRecord {
    pub doc: String,
    pub start: u32,
    pub end: u32,
    pub surface: String,
    /// `DATE DURATION SET`.
    #[serde(rename = "type")]
    pub time_type: Cow<'static, str>,
    /// ISO 8601 or TIMEX-like.
    pub value: String,
    /// ISO 8601: the day from which it is counted.
    pub anchor: Option<String>,
    pub earliest: Option<String>,
    pub latest: Option<String>,
    pub why: String,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuantityRecord {
    pub doc: String,
    pub start: u32,
    pub end: u32,
    pub surface: String,
    pub value: f64,
    pub value_max: Option<f64>,
    /// What it is measured in, else what is counted.
    pub unit: Option<String>,
    pub approx: bool,
    pub at_least: bool,
    pub at_most: bool,
    /// Equal for one fact that several documents tell.
    pub group: Option<String>,
}

/// Something that articles tell otherwise, and that nothing in them explains.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ContradictionRecord {
    /// `name figure date place attribution tense metadata`
    pub kind: &'static str,
    /// `high medium low`
    pub severity: &'static str,
    pub topic: String,
    pub sides: Vec<SideRecord>,
    /// `real`: what is explained is no contradiction, and is not here.
    pub reason: &'static str,
    /// The reason in words.
    pub why: String,
}

/// What one article tells and another does not.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OmissionRecord {
    pub present: PassageRecord,
    pub absent_doc: String,
    /// From 1, among what `present.doc` tells and the other does not.
    pub rank: usize,
    /// Articles that tell it.
    pub n_tellers: u32,
}

/// What one article tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SideRecord {
    pub doc: String,
    pub start: u32,
    pub end: u32,
    pub value: String,
}

/// A map from document to number that keeps the order of the documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts(pub Vec<(String, u32)>);

impl Serialize for Counts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(doc, n)| (doc, n)))
    }
}

/// Two articles side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ComparisonRecord {
    pub a: String,
    pub b: String,
    /// In order of `a`.
    pub alignments: Vec<AlignmentRecord>,
    /// Share of the words of each that stand nearly word for word in the other, 0 to 1.
    pub share_a: f64,
    pub share_b: f64,
    /// Ids of entities that both name, that only `a` names, that only `b` names.
    pub both: Vec<String>,
    pub only_a: Vec<String>,
    pub only_b: Vec<String>,
}

/// Two passages of two articles that say the same.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AlignmentRecord {
    pub kind: AlignmentKind,
    pub a: PassageRecord,
    pub b: PassageRecord,
    /// 0 to 1.
    pub score: f64,
}

/// One quotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuoteRecord {
    pub doc: String,
    /// Between the marks.
    pub start: u32,
    pub end: u32,
    /// Without clauses of attribution.
    pub text: String,
    /// `direct partial scare title`, and `indirect` in a file of its own.
    pub kind: &'static str,
    /// Id of an entity, or the description of a source without name.
    pub speaker: Option<String>,
    pub cue_start: Option<u32>,
    pub cue_end: Option<u32>,
    /// Equal for versions of one utterance.
    pub group: Option<String>,
    /// To the fullest version: `full cut spliced reworded indirect`.
    pub relation: Option<&'static str>,
}

/// Where a passage stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PassageRecord {
    pub doc: String,
    pub start: u32,
    pub end: u32,
}

impl PassageRecord {
    pub(super) fn new(doc: &str, span: ScalarSpan) -> Self {
        Self { doc: doc.to_owned(), start: span.start, end: span.end }
    }
}

/// What two aligned passages have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AlignmentKind {
    /// Both stand between quotation marks.
    SameQuote,
    /// The same words outside quotation marks, or nearly.
    AgencyReuse,
    /// The same statement in other words.
    Paraphrase,
    /// The same fact, with hardly a word in common.
    SameFact,
}

impl AlignmentKind {
    pub fn of(passage: &CommonPassage) -> Self {
        match passage.closeness {
            _ if passage.quoted => Self::SameQuote,
            Closeness::Verbatim | Closeness::NearVerbatim => Self::AgencyReuse,
            Closeness::Reworded => Self::Paraphrase,
            Closeness::SameFact => Self::SameFact,
        }
    }
}
