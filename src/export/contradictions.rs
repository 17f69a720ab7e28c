//! What articles tell otherwise: counts, days, and one name in place of another in the same list.
//!
//! Only what nothing explains is written. A side is the sentence, for a number alone says nothing.

use super::offsets::ScalarOffsets;
use super::records::{ContradictionRecord, SideRecord};
use crate::compare::Finding;
use crate::corpus::{Corpus, Document};
use crate::entities::EntityIndex;
use crate::facts::{Facts, Verdict};
use crate::figures::FigureIndex;
use crate::id::{DocumentId, EntityId};
use crate::span::Span;
use crate::text::filling;
use crate::times::TimeIndex;

/// Names that two lists have in common at least, to be one list.
const COMPANIONS: usize = 2;

/// All contradictions: names first, then figures, then days.
pub fn contradictions(
    corpus: &Corpus,
    entities: &EntityIndex,
    (times, figures): (&TimeIndex, &FigureIndex),
    facts: &Facts,
    findings: &[Finding],
) -> Vec<ContradictionRecord> {
    let mut found: Vec<ContradictionRecord> = findings.iter().filter_map(|finding| names(corpus, entities, finding)).collect();
    for count in facts.counts.iter().filter(|count| count.verdict == Verdict::Conflict) {
        let told = count.figures.iter().filter_map(|place| figures.figures.get(*place as usize));
        let sides = told.filter_map(|figure| side(corpus, figure.document, figure.span, figure.span)).collect();
        found.push(ContradictionRecord { kind: "figure", topic: count.counted.clone(), sides, reason: "real", why: count.why.clone() });
    }
    for clash in &facts.clashes {
        let told = [clash.a, clash.b].into_iter().filter_map(|dated| times.times.get(dated.time as usize));
        let sides: Vec<SideRecord> = told.filter_map(|time| side(corpus, time.document, time.span, time.span)).collect();
        let topic = corpus.document(clash.a.document).map_or_else(String::new, |document| shown(document, clash.a.sentence));
        found.push(ContradictionRecord { kind: "date", topic, sides, reason: "real", why: clash.why.clone() });
    }
    found
}

/// The lists in which one article has another name than the others.
fn names(corpus: &Corpus, entities: &EntityIndex, finding: &Finding) -> Option<ContradictionRecord> {
    let Finding::NamedInstead { entity, document, instead } = finding else { return None };
    let (own, with) = sentences(corpus, entities, *document, *instead).into_iter().max_by_key(|(_, with)| with.len())?;
    let name = |id: EntityId| entities.entity(id).map_or_else(String::new, |entity| entity.name.clone());
    let one = |document: DocumentId, sentence: Span, id: EntityId| {
        let mut side = side(corpus, document, sentence, sentence)?;
        side.value = name(id);
        Some(side)
    };
    let mut sides: Vec<SideRecord> = one(*document, own, *instead).into_iter().collect();
    for other in corpus.documents.iter().filter(|other| other.id != *document) {
        let mut lists = sentences(corpus, entities, other.id, *entity).into_iter();
        let alike = lists.find(|(_, names)| names.iter().filter(|name| with.contains(name)).count() >= COMPANIONS);
        sides.extend(alike.and_then(|(sentence, _)| one(other.id, sentence, *entity)));
    }
    let topic = format!("{} ou {}", name(*entity), name(*instead));
    let why = format!("La même liste de noms a «\u{a0}{}\u{a0}» d’un côté, «\u{a0}{}\u{a0}» de l’autre.", name(*entity), name(*instead));
    (sides.len() > 1).then_some(ContradictionRecord { kind: "name", topic, sides, reason: "real", why })
}

/// The sentences of an article that name `entity`, with who else is named there.
fn sentences(corpus: &Corpus, entities: &EntityIndex, document: DocumentId, entity: EntityId) -> Vec<(Span, Vec<EntityId>)> {
    let Some(article) = corpus.document(document) else { return Vec::new() };
    let mentions = entities.mentions_in(document);
    let naming = mentions.iter().filter(|mention| mention.entity == entity).filter_map(|mention| article.sentence_at(mention.span.start));
    let with = |at: usize| {
        let span = article.sentences[at].span;
        let others = mentions.iter().filter(|mention| span.contains(mention.span) && mention.entity != entity);
        (span, others.map(|mention| mention.entity).collect())
    };
    naming.map(with).collect()
}

/// The sentence of `span`, with what is said at `value`.
fn side(corpus: &Corpus, document: DocumentId, span: Span, value: Span) -> Option<SideRecord> {
    let document = corpus.document(document)?;
    let sentence = document.sentence_at(span.start).map_or(span, |at| document.sentences[at].span);
    let at = ScalarOffsets::of(&document.raw).span(sentence);
    Some(SideRecord { doc: document.name.clone(), start: at.start, end: at.end, value: shown(document, value) })
}

fn shown(document: &Document, span: Span) -> String {
    filling::in_one_line(span.slice(document.text()))
}
