//! What the engine finds on the five pages, through the records of the exchange format.

use std::collections::BTreeMap;

use recoupe::corpus::{Article, Corpus, Document, Metadata};
use recoupe::engine::Engine;
use recoupe::entities::Entity;
use recoupe::export::{self, MetadataRecord, PassageRecord};
use recoupe::health::{self, Damage};
use recoupe::shipped;
use recoupe::span::Span;

use super::alignments::Pair;
use super::anomalies::Anomaly;
use super::dates::Date;
use super::entities::{Form, Mention};
use super::gold::{Gold, Query};
use super::marked;
use super::omissions::Silence;
use super::quantities::Quantity;
use super::queries::Answer;
use super::quotes::Quotation;
use super::zones::Zone;
use super::{Measure, Place, statements};

/// What was found, layer by layer.
pub struct Found {
    pub zones: Vec<Zone>,
    pub metadata: Vec<MetadataRecord>,
    pub mentions: Vec<Mention>,
    pub alignments: Vec<Pair>,
    pub elsewhere: Measure,
    pub quotes: Vec<Quotation>,
    /// By id of the query.
    pub answers: BTreeMap<String, Answer>,
    pub anomalies: Vec<Anomaly>,
    pub dates: Vec<Date>,
    pub quantities: Vec<Quantity>,
    /// The sides of each.
    pub contradictions: Vec<Vec<Place>>,
    pub omissions: Vec<Silence>,
}

/// What is known of the pages beforehand.
#[derive(Clone, Copy)]
pub enum Beforehand {
    /// The manifest that ships with them.
    Manifest,
    /// Nothing: as if the pages were dropped on the tab.
    Nothing,
}

impl Found {
    pub fn of(beforehand: Beforehand, gold: &Gold) -> Self {
        let (title, articles) = shipped::articles().expect("the shipped corpus reads");
        let bare = |article: Article| Article { given: Metadata::default(), ..article };
        let articles = match beforehand {
            Beforehand::Manifest => articles,
            Beforehand::Nothing => articles.into_iter().map(bare).collect(),
        };
        let engine = Engine::new(Corpus::read(Some(title), articles).expect("the shipped articles are a corpus"));
        let (corpus, index) = (engine.corpus(), engine.entities());
        let documents = || corpus.documents.iter();
        Self {
            zones: documents().flat_map(export::zones).map(zone).collect(),
            metadata: documents().map(|d| export::metadata(&d.name, &d.metadata, d.language.code())).collect(),
            mentions: documents().flat_map(|d| export::all_mentions(d, index)).map(mention).collect(),
            alignments: export::all_alignments(engine.annotated(), engine.comparer()).into_iter().map(pair).collect(),
            elsewhere: statements::elsewhere(&gold.alignments, &engine),
            quotes: documents()
                .flat_map(|d| export::quotes(d, engine.quotes(), &index.entities))
                .filter_map(|q| quotation(q, &index.entities))
                .collect(),
            anomalies: documents().flat_map(anomalies).collect(),
            dates: documents().flat_map(|d| export::dates(d, engine.times().times_in(d.id))).map(marked::date).collect(),
            quantities: documents()
                .flat_map(|d| export::quantities(d, engine.figures().figures_in(d.id), &[]))
                .map(marked::quantity)
                .collect(),
            contradictions: contradictions(&engine),
            omissions: omissions(&engine),
            answers: gold.queries.iter().map(|query| (query.id.clone(), answer(&engine, query))).collect(),
        }
    }
}

fn contradictions(engine: &Engine) -> Vec<Vec<Place>> {
    let found = export::contradictions(engine.corpus(), engine.contradictions());
    let sides = |record: export::ContradictionRecord| record.sides.iter().map(|side| Place::new(&side.doc, side.start, side.end)).collect();
    found.into_iter().map(sides).collect()
}

fn omissions(engine: &Engine) -> Vec<Silence> {
    let ids: Vec<_> = engine.corpus().documents.iter().map(|document| document.id).collect();
    let statements = engine.comparer().statements(engine.annotated(), &ids);
    let silence = |record: export::OmissionRecord| Silence {
        present: Place::new(&record.present.doc, record.present.start, record.present.end),
        absent: Place::new(&record.absent_doc, 0, 0).doc,
    };
    export::omissions(engine.annotated(), &statements).into_iter().map(silence).collect()
}

fn anomalies(document: &Document) -> Vec<Anomaly> {
    let scalars = |at: u32| document.raw[..at as usize].chars().count() as u32;
    let anomaly = |(span, damage): (Span, Damage)| {
        let kind = match damage {
            Damage::LostWords | Damage::LostDate => "missing-words",
            Damage::Cut(_) => "truncation",
            Damage::UnpairedMark => "unclosed-quote",
            Damage::MismatchedMarks => "mismatched-quote",
            Damage::NoStop | Damage::NoSpace => "missing-punctuation",
            Damage::Unreadable
            | Damage::Misread { .. }
            | Damage::CutWord { .. }
            | Damage::Residue
            | Damage::NoSuchDay { .. }
            | Damage::NoSuchNumber { .. } => "crawler-noise",
        };
        Anomaly { place: Place::new(&document.name, scalars(span.start), scalars(span.end)), kind }
    };
    health::damages(document).into_iter().map(anomaly).collect()
}

fn zone(record: export::ZoneRecord) -> Zone {
    Zone { place: Place::new(&record.doc, record.start, record.end), label: record.zone.to_owned() }
}

pub fn mention(record: export::MentionRecord) -> Mention {
    Mention {
        place: Place::new(&record.doc, record.start, record.end),
        surface: record.surface,
        entity_type: record.entity_type.to_owned(),
        id: record.id,
        form: if record.kind == "name" { Form::Name } else { Form::Nominal },
        core_start: None,
    }
}

/// Indirect speech is not in the gold.
fn quotation(record: export::QuoteRecord, entities: &[Entity]) -> Option<Quotation> {
    let named = |id: &String| entities.iter().find(|entity| entity.slug == *id).map_or_else(|| id.clone(), |entity| entity.name.clone());
    (record.kind != "indirect").then(|| Quotation {
        place: Place::new(&record.doc, record.start, record.end),
        kind: record.kind.to_owned(),
        speaker: record.speaker.as_ref().map(named),
        group: record.group,
    })
}

fn pair(record: export::AlignmentRecord) -> Pair {
    let place = |side: PassageRecord| Place::new(&side.doc, side.start, side.end);
    Pair { a: place(record.a), b: place(record.b) }
}

/// The question in the language of queries: a name, a day or a value is asked for by its field, as a reader would who means it.
fn asked(query: &Query) -> String {
    let words = query.query.trim_end_matches(" (entity)").trim_end_matches(" (date)");
    let meant: Vec<&str> = query.matching.split(' ').collect();
    match meant.as_slice() {
        ["timex", .., day] => format!("when:{day}"),
        ["value", value, ..] => format!("figure:{value}"),
        [entity] if entity.starts_with("entity:") => format!("entity:\"{words}\""),
        _ => words.to_owned(),
    }
}

fn answer(engine: &Engine, query: &Query) -> Answer {
    let asked = asked(query);
    let found = export::search(engine.corpus(), &engine.index().search(engine.corpus(), &asked, usize::MAX));
    let spans = |hit: &export::HitRecord| hit.spans.iter().map(|[start, end]| Place::new(&hit.doc, *start, *end)).collect::<Vec<_>>();
    Answer {
        docs: found.hits.iter().map(|hit| Place::new(&hit.doc, 0, 0).doc).collect(),
        spans: found.hits.iter().flat_map(spans).collect(),
    }
}
