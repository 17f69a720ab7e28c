//! The exchange format: what was found, as plain records with offsets in Unicode scalars of the raw file.
//!
//! The shell command writes these records one a line ([`files`]); the page hands the same records to scripts. Functions take
//! plain parts (documents, entities, names), because the page holds answers and never the engine. Layers that the engine
//! does not find yet are absent: an empty file would say that there is nothing to find.
//!
//! [`explorer`] hands on a corpus with the page itself, for who has neither shell nor site.

#[cfg(feature = "whole")]
mod annotations;
#[cfg(feature = "whole")]
mod bulk;
mod contradictions;
pub mod explorer;
pub mod form;
pub mod jsonl;
#[cfg(feature = "whole")]
mod notes;
pub mod offsets;
mod omissions;
pub mod records;
#[cfg(feature = "whole")]
mod review;
#[cfg(feature = "whole")]
mod tei;

#[cfg(feature = "whole")]
pub use annotations::annotations;
#[cfg(feature = "whole")]
pub use bulk::bulk;
pub use contradictions::contradictions;
pub use form::ExportForm;
pub use jsonl::{ExchangeFile, Layers, files};
#[cfg(feature = "whole")]
pub use notes::{PlacedNote, note_annotations, note_markdown, note_rows};
pub use offsets::ScalarOffsets;
pub use omissions::omissions;
pub use records::{
    AlignmentKind, AlignmentRecord, ComparisonRecord, ContradictionRecord, Counts, DateRecord, EntityRecord, HitRecord, InferredRecord,
    MentionRecord, MetadataRecord, OmissionRecord, PassageRecord, QuantityRecord, QuoteRecord, SearchRecord, SideRecord, TermRecord,
    ZoneRecord,
};

#[cfg(feature = "whole")]
pub use review::review;
#[cfg(feature = "whole")]
pub use tei::tei;

use std::collections::BTreeMap;

use crate::compare::{Annotated, CommonPassage, Comparer, Comparison};
use crate::corpus::{Basis, Corpus, Document, Fact, Metadata, Zone};
use crate::entities::{Entity, EntityIndex, EntityKind, Mention, MentionForm};
use crate::figures::{Bound, Figure, Value};
use crate::id::EntityId;
use crate::order::Order;
use crate::quotes::{Quote, QuoteId, QuoteIndex, Relation, Speaker};
use crate::say;
use crate::search::{Hit, SearchResults};
use crate::span::Span;
use crate::text::filling;
use crate::times::{Anchor, Day, Time};

/// What a query found. Hits in furniture stay out: they never count with the articles.
pub fn search(corpus: &Corpus, results: &SearchResults) -> SearchRecord {
    let hit = |hit: &Hit| {
        let document = corpus.document(hit.document)?;
        let offsets = ScalarOffsets::of(&document.raw);
        let spans = hit.spans.iter().map(|span| offsets.span(*span).into()).collect();
        Some(HitRecord { doc: document.name.clone(), score: rounded(hit.score), spans })
    };
    SearchRecord {
        hits: results.hits.iter().filter_map(hit).collect(),
        notices: results.notices.iter().map(ToString::to_string).collect(),
        terms: results.terms.iter().map(|term| TermRecord { query: term.query.clone(), forms: term.forms.clone() }).collect(),
    }
}

/// What is known of an article called `name`. `language` is an ISO 639-1 code.
pub fn metadata(name: &str, metadata: &Metadata, language: &str) -> MetadataRecord {
    let one = |fact: &Option<Fact<String>>| fact.as_ref().map(|fact| fact.value.clone());
    let all = |facts: &[Fact<String>]| facts.iter().map(|fact| fact.value.clone()).collect();
    let fields = [
        ("title", metadata.title.as_slice()),
        ("outlet", metadata.outlet.as_slice()),
        ("authors", &metadata.authors),
        ("published", metadata.published.as_slice()),
        ("updated", metadata.updated.as_slice()),
        ("agencies", &metadata.agencies),
    ];
    MetadataRecord {
        doc: name.to_owned(),
        title: one(&metadata.title),
        outlet: one(&metadata.outlet),
        authors: all(&metadata.authors),
        published: one(&metadata.published),
        updated: one(&metadata.updated),
        agencies: all(&metadata.agencies),
        language: language.to_owned(),
        inferred: fields.into_iter().filter_map(|(field, facts)| Some((field.to_owned(), inferred(facts)?))).collect::<BTreeMap<_, _>>(),
    }
}

/// The inferred ones of `facts` as one record: values and reasons of a list are joined.
fn inferred(facts: &[Fact<String>]) -> Option<InferredRecord> {
    let mut record: Option<InferredRecord> = None;
    for fact in facts {
        let Basis::Inferred { earliest, latest, why } = &fact.basis else { continue };
        match &mut record {
            Some(record) => {
                record.value = format!("{}, {}", record.value, fact.value);
                record.why = format!("{}{}{why}", record.why, say!(" ; ", "; "));
            }
            None => {
                let (earliest, latest) = (earliest.clone(), latest.clone());
                record = Some(InferredRecord { value: fact.value.clone(), earliest, latest, why: why.to_string() });
            }
        }
    }
    record
}

/// Zones of one document, in order.
pub fn zones(document: &Document) -> Vec<ZoneRecord> {
    let offsets = ScalarOffsets::of(&document.raw);
    let zone = |zone: &Zone| {
        let at = offsets.span(zone.span);
        ZoneRecord { doc: document.name.clone(), start: at.start, end: at.end, zone: zone.kind.label() }
    };
    document.zones.iter().map(zone).collect()
}

/// Mentions in one document, in order. `entities` are all entities of the index: a mention points at one by place.
pub fn mentions(document: &Document, mentions: &[Mention], entities: &[Entity]) -> Vec<MentionRecord> {
    let offsets = ScalarOffsets::of(&document.raw);
    let mention = |mention: &Mention| {
        let at = offsets.span(mention.span);
        Some(MentionRecord {
            doc: document.name.clone(),
            start: at.start,
            end: at.end,
            surface: mention.span.slice(&document.raw).to_owned(),
            entity_type: mention.kind.label(),
            id: entities.get(mention.entity.index())?.slug.clone(),
            kind: match mention.form {
                MentionForm::Name => "name",
                MentionForm::Nominal => "nominal",
            },
            confidence: rounded(mention.confidence),
        })
    };
    mentions.iter().filter_map(mention).collect()
}

/// Mentions in one document with the persons who speak in it without a name, in order: a record of these is a description whose id is
/// no entity of the index.
pub fn all_mentions(document: &Document, index: &EntityIndex) -> Vec<MentionRecord> {
    let offsets = ScalarOffsets::of(&document.raw);
    let unnamed = index.unnamed_in(document.id).iter().map(|unnamed| {
        let at = offsets.span(unnamed.span);
        MentionRecord {
            doc: document.name.clone(),
            start: at.start,
            end: at.end,
            surface: unnamed.span.slice(&document.raw).to_owned(),
            entity_type: EntityKind::Person.label(),
            id: unnamed.slug.clone(),
            kind: "nominal",
            confidence: rounded(unnamed.confidence),
        }
    });
    let mut all = mentions(document, index.mentions_in(document.id), &index.entities);
    all.extend(unnamed);
    all.order_by_key(|record| (record.start, std::cmp::Reverse(record.end)));
    all
}

/// Expressions of time in one document, in order.
pub fn dates(document: &Document, times: &[Time]) -> Vec<DateRecord> {
    let offsets = ScalarOffsets::of(&document.raw);
    let date = |time: &Time| {
        let at = offsets.span(time.span);
        let anchor = match time.anchor {
            Anchor::None => None,
            Anchor::Published(day) | Anchor::Scene(day) => Some(day.iso()),
        };
        DateRecord {
            doc: document.name.clone(),
            start: at.start,
            end: at.end,
            surface: time.span.slice(&document.raw).to_owned(),
            time_type: time.kind.label().into(),
            value: time.value.clone(),
            anchor,
            earliest: time.earliest.map(Day::iso),
            latest: time.latest.map(Day::iso),
            why: time.why(),
        }
    };
    times.iter().map(date).collect()
}

/// Figures of one document, in order, with the name of the group of each, as far as it has one.
pub fn quantities(document: &Document, figures: &[Figure], groups: &[Option<String>]) -> Vec<QuantityRecord> {
    let offsets = ScalarOffsets::of(&document.raw);
    let quantity = |(at_place, figure): (usize, &Figure)| {
        let at = offsets.span(figure.span);
        let (value, value_max) = match figure.value {
            Value::Number(number) => (number.to_f64(), None),
            Value::Range(least, most) => (least.to_f64(), Some(most.to_f64())),
            Value::Ratio { part, of } => (part.to_f64() / of.to_f64(), None),
        };
        let counted = || figure.counted.as_ref().map(|counted| filling::stripped(counted.span.slice(document.text())).into_owned());
        QuantityRecord {
            doc: document.name.clone(),
            start: at.start,
            end: at.end,
            surface: figure.span.slice(&document.raw).to_owned(),
            value,
            value_max,
            unit: figure.unit.clone().or_else(counted),
            approx: figure.approximate,
            at_least: figure.bound == Some(Bound::AtLeast),
            at_most: figure.bound == Some(Bound::AtMost),
            group: groups.get(at_place).cloned().flatten(),
        }
    };
    figures.iter().enumerate().map(quantity).collect()
}

/// Quotations of one document, in order, indirect speech with them. `entities` are all entities of the index.
pub fn quotes(document: &Document, index: &QuoteIndex, entities: &[Entity]) -> Vec<QuoteRecord> {
    let offsets = ScalarOffsets::of(&document.raw);
    let shown = |span: Span| filling::in_one_line(span.slice(document.text()));
    let first = index.quotes.partition_point(|quote| quote.document < document.id);
    let quote = |(quote, place): (&Quote, u32)| {
        let (at, verb) = (offsets.span(quote.inner), quote.verb.map(|verb| offsets.span(verb)));
        let named = |speaker: Speaker| speaker.entity.and_then(|id| entities.get(id.index())).map(|entity| entity.slug.clone());
        QuoteRecord {
            doc: document.name.clone(),
            start: at.start,
            end: at.end,
            text: quote.parts.iter().map(|part| shown(*part)).collect::<Vec<_>>().join(" "),
            kind: quote.kind.label(),
            speaker: quote.speaker.map(|speaker| named(speaker).unwrap_or_else(|| shown(speaker.mention))),
            cue_start: verb.map(|verb| verb.start),
            cue_end: verb.map(|verb| verb.end),
            group: quote.utterance.map(|utterance| format!("u{}", utterance.0 + 1)),
            relation: index.relation(QuoteId(place)).map(Relation::label),
        }
    };
    let places = u32::try_from(first).expect("fewer quotations than bytes")..;
    index.quotes_in(document.id).iter().zip(places).map(quote).collect()
}

/// All entities of a corpus, in the order of the index.
pub fn entities(corpus: &Corpus, index: &EntityIndex) -> Vec<EntityRecord> {
    let names: Vec<&str> = corpus.documents.iter().map(|document| document.name.as_str()).collect();
    index.entities.iter().map(|found| entity(found, &names)).collect()
}

/// One entity. `names` are the names of all documents of the corpus, in its order.
pub fn entity(entity: &Entity, names: &[&str]) -> EntityRecord {
    let counts = entity.n_mentions.iter().filter_map(|(document, n)| Some((*names.get(document.index())?, *n)));
    EntityRecord {
        id: entity.slug.clone(),
        entity_type: entity.kind.label(),
        name: entity.name.clone(),
        aliases: entity.aliases.clone(),
        wikidata: entity.wikidata.clone(),
        n_mentions: Counts(counts.map(|(name, n)| (name.to_owned(), n)).collect()),
    }
}

/// Two articles side by side. `entities` are those that the comparison lists at least, by id.
pub fn comparison(comparison: &Comparison, a: &Document, b: &Document, entities: &[Entity]) -> ComparisonRecord {
    let by_id = |id: EntityId| entities.binary_search_by_key(&id, |entity| entity.id).ok().map(|at| &entities[at]);
    let slugs = |ids: &[EntityId]| ids.iter().filter_map(|id| Some(by_id(*id)?.slug.clone())).collect();
    ComparisonRecord {
        a: a.name.clone(),
        b: b.name.clone(),
        alignments: alignments(&comparison.passages, a, b),
        share_a: rounded(comparison.share_a),
        share_b: rounded(comparison.share_b),
        both: slugs(&comparison.both),
        only_a: slugs(&comparison.only_a),
        only_b: slugs(&comparison.only_b),
    }
}

/// Common passages of every pair of documents, the earlier document first. `comparer` is that of the corpus.
pub fn all_alignments(annotated: Annotated, comparer: &Comparer) -> Vec<AlignmentRecord> {
    let documents = &annotated.corpus.documents;
    let pairs = documents.iter().flat_map(|a| documents.iter().filter(|b| b.id > a.id).map(move |b| (a, b)));
    pairs.flat_map(|(a, b)| alignments(&comparer.compare(annotated, a.id, b.id).passages, a, b)).collect()
}

fn alignments(passages: &[CommonPassage], a: &Document, b: &Document) -> Vec<AlignmentRecord> {
    let (offsets_a, offsets_b) = (ScalarOffsets::of(&a.raw), ScalarOffsets::of(&b.raw));
    let alignment = |passage: &CommonPassage| AlignmentRecord {
        kind: AlignmentKind::of(passage),
        a: PassageRecord::new(&a.name, offsets_a.span(passage.a)),
        b: PassageRecord::new(&b.name, offsets_b.span(passage.b)),
        score: rounded(passage.score),
    };
    passages.iter().map(alignment).collect()
}

/// A score as it is written: four decimals say more than anybody reads, and keep files alike across platforms.
fn rounded(score: f32) -> f64 {
    (f64::from(score) * 10_000.0).round() / 10_000.0
}

#[cfg(test)]
mod tests;
