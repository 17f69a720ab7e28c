//! One entity as the articles show it: its sentences, how each names it, what it says, with whom it appears.

use super::{Engine, n_of};
use crate::corpus::Document;
use crate::entities::{Entity, EntityKind, Mention, MentionForm};
use crate::id::{DocumentId, EntityId};
use crate::order::Order;
use crate::protocol::{Companion, EntityView, MOST_COMPANIONS, MOST_QUOTATIONS, Manner, Mentioned, Nearness, Passage, Portrait, Quotation};
use crate::quotes::{Quote, QuoteKind};
use crate::say;
use crate::span::Span;
use crate::text::{filling, fold};

/// Below it the tool is in doubt about a mention. Recognition gives 0.4 to a guess and 0.95 to proof; what is kept with less than
/// two votes is below. At 0 nothing is in doubt, at 1 everything.
pub const DOUBTFUL: f32 = 0.6;

impl Engine {
    pub(super) fn entity(&self, slug: &str) -> Result<EntityView, String> {
        let entity = self.called(slug)?.clone();
        let passages = self.passages_of(entity.id);
        Ok(EntityView { entity, passages })
    }

    /// What is called `slug`, or what that was merged into.
    fn called(&self, slug: &str) -> Result<&Entity, String> {
        let find = |slug: &str| self.entities.entities.iter().find(|entity| entity.slug == slug);
        let found = find(slug);
        #[cfg(feature = "whole")]
        let found = found.or_else(|| find(&self.merged_into(slug)?));
        found.ok_or_else(|| say!(format!("ce corpus ne nomme pas « {slug} »"), format!("this corpus does not name “{slug}”")))
    }

    /// The sentences that name an entity; two that share a mention are one.
    fn passages_of(&self, id: EntityId) -> Vec<Passage> {
        let mut passages: Vec<Passage> = Vec::new();
        for mention in self.entities.mentions_of(id) {
            let Some(document) = self.corpus.document(mention.document) else { continue };
            let span = document.sentence_at(mention.span.start).map_or(mention.span, |at| document.sentences[at].span.cover(mention.span));
            match passages.last_mut() {
                Some(last) if last.document == mention.document && last.span.overlaps(span) => last.extend(document, span, mention.span),
                _ => passages.push(Passage::cut(document, span, vec![mention.span])),
            }
        }
        passages
    }

    pub(super) fn portrait(&self, slug: &str) -> Result<Portrait, String> {
        let entity = self.called(slug)?.clone();
        let passages = self.passages_of(entity.id);
        let mut passage = 0;
        let name = Name::of(&entity);
        let mentions = self.entities.mentions_of(entity.id).map(|mention| {
            let holds = |at: usize| passages[at].document == mention.document && passages[at].span.contains(mention.span);
            while passage + 1 < passages.len() && !holds(passage) {
                passage += 1;
            }
            let text = self.corpus.document(mention.document).map_or("", Document::text);
            let manner = name.manner(mention, text);
            let Mention { document, span, confidence, .. } = *mention;
            Mentioned { document, span, passage: n_of(passage), manner, doubtful: confidence < DOUBTFUL }
        });
        let mentions = mentions.collect();
        let said = || self.quotes.quotes.iter().filter(|quote| says(quote, entity.id));
        let quotations = said().take(MOST_QUOTATIONS).filter_map(|quote| self.quotation(quote)).collect();
        let n_quotations = n_of(said().count());
        let (company, n_company) = self.company(entity.id, &passages);
        Ok(Portrait { entity, passages, mentions, quotations, n_quotations, company, n_company })
    }

    fn quotation(&self, quote: &Quote) -> Option<Quotation> {
        let document = self.corpus.document(quote.document)?;
        let verb = quote.verb.map_or("", |verb| verb.slice(document.text()));
        let passage = Passage::cut(document, quote.span, Vec::new());
        Some(Quotation { passage, verb: filling::stripped(verb).into_owned(), kind: quote.kind, certainty: quote.speaker?.certainty })
    }

    /// Whom an entity appears with, and how many they are in all.
    fn company(&self, id: EntityId, passages: &[Passage]) -> (Vec<Companion>, u32) {
        let mut beside: Vec<(EntityId, u32)> = Vec::new();
        for (passage, place) in passages.iter().zip(0..) {
            beside.extend(self.named_in(passage.document, passage.span).map(|mention| (mention.entity, place)));
        }
        let mut around: Vec<(EntityId, DocumentId, u32)> = Vec::new();
        for (document, paragraph) in self.paragraphs_of(passages) {
            around.extend(self.named_in(document.id, paragraph).map(|mention| (mention.entity, document.id, paragraph.start)));
        }
        beside.order();
        beside.dedup();
        around.order();
        around.dedup();
        let groups = around.chunk_by(|one, other| one.0 == other.0).filter(|group| group[0].0 != id);
        let mut company: Vec<Companion> = groups
            .filter_map(|group| {
                let Entity { id, slug, name, kind, .. } = self.entities.entity(group[0].0)?;
                let first = beside.partition_point(|(other, _)| other < id);
                let sentences = beside[first..].iter().take_while(|(other, _)| other == id).map(|(_, place)| *place).collect();
                let n_documents = n_of(group.chunk_by(|one, other| one.1 == other.1).count());
                let (slug, name) = (slug.clone(), name.clone());
                Some(Companion { slug, name, kind: *kind, sentences, n_paragraphs: n_of(group.len()), n_documents })
            })
            .collect();
        let n = n_of(company.len());
        // Entities are in order of how many articles name them, and stay so among equals.
        company.order_by(|one, other| (other.sentences.len(), other.n_paragraphs).cmp(&(one.sentences.len(), one.n_paragraphs)));
        company.truncate(MOST_COMPANIONS);
        (company, n)
    }

    /// Mentions within a stretch of an article.
    fn named_in(&self, document: DocumentId, span: Span) -> impl Iterator<Item = &Mention> {
        let mentions = self.entities.mentions_in(document);
        let first = mentions.partition_point(|mention| mention.span.start < span.start);
        mentions[first..].iter().take_while(move |mention| mention.span.start < span.end)
    }

    /// The paragraphs that hold the beginning of a passage, each once.
    fn paragraphs_of(&self, passages: &[Passage]) -> Vec<(&Document, Span)> {
        let mut found = Vec::new();
        for of_document in passages.chunk_by(|one, other| one.document == other.document) {
            let Some(document) = self.corpus.document(of_document[0].document) else { continue };
            let mut rest = of_document.iter().peekable();
            for paragraph in document.paragraphs() {
                let mut holds = false;
                while rest.next_if(|passage| passage.span.start < paragraph.span.end).is_some() {
                    holds = true;
                }
                if holds {
                    found.push((document, paragraph.span));
                }
            }
        }
        found
    }

    /// The sentences or paragraphs that name two entities, with both marked.
    pub(super) fn together(&self, slug: &str, other: &str, nearness: Nearness) -> Result<Vec<Passage>, String> {
        let (one, other) = (self.called(slug)?.id, self.called(other)?.id);
        let passages = self.passages_of(one);
        let stretches: Vec<(DocumentId, Span)> = match nearness {
            Nearness::Sentence => passages.iter().map(|passage| (passage.document, passage.span)).collect(),
            Nearness::Paragraph => self.paragraphs_of(&passages).into_iter().map(|(document, span)| (document.id, span)).collect(),
        };
        let shared = stretches.into_iter().filter_map(|(document, span)| {
            let named = || self.named_in(document, span).filter(|mention| mention.entity == one || mention.entity == other);
            let both = named().any(|mention| mention.entity == other);
            let marks = named().map(|mention| mention.span).collect();
            self.corpus.document(document).filter(|_| both).map(|document| Passage::cut(document, span, marks))
        });
        Ok(shared.collect())
    }
}

/// True for words that somebody said, not only marked.
fn says(quote: &Quote, id: EntityId) -> bool {
    let spoken = matches!(quote.kind, QuoteKind::Direct | QuoteKind::Partial | QuoteKind::Indirect);
    spoken && quote.speaker.is_some_and(|speaker| speaker.entity == Some(id))
}

/// The name of an entity, to tell how a mention calls it.
struct Name {
    folded: String,
    kind: EntityKind,
}

impl Name {
    fn of(entity: &Entity) -> Self {
        Self { folded: fold(&entity.name), kind: entity.kind }
    }

    fn manner(&self, mention: &Mention, text: &str) -> Manner {
        if mention.form == MentionForm::Nominal {
            return Manner::Described;
        }
        let surface = filling::in_one_line(mention.span.slice(text));
        let folded = fold(&surface);
        let first = folded.split(' ').next().unwrap_or_default();
        let titled = matches!(
            first.trim_end_matches('.'),
            "m" | "mm" | "mr" | "mme" | "mlle" | "mrs" | "ms" | "monsieur" | "madame" | "mademoiselle"
        );
        let of_words = |end: &str, rest: &str| !end.is_empty() && rest.ends_with([' ', '-']);
        let ends = self.folded.strip_suffix(&*folded).is_some_and(|rest| of_words(&folded, rest));
        let begins = self.folded.strip_prefix(&*folded).is_some_and(|rest| rest.starts_with([' ', '-']));
        let capitals = surface.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) && surface.chars().count() <= LONGEST_ACRONYM;
        let person = self.kind == EntityKind::Person;
        match () {
            () if folded == self.folded => Manner::Full,
            () if titled && person => Manner::Titled,
            () if ends && person => Manner::Short,
            () if begins && person => Manner::Given,
            () if capitals && !person => Manner::Acronym,
            () if ends || begins => Manner::Short,
            () => Manner::Other,
        }
    }
}

/// Letters of the longest acronym, with stops.
const LONGEST_ACRONYM: usize = 8;

impl Passage {
    fn cut(document: &Document, span: Span, marks: Vec<Span>) -> Self {
        Self { document: document.id, span, text: span.slice(document.text()).to_owned(), marks }
    }

    fn extend(&mut self, document: &Document, span: Span, mark: Span) {
        self.span = self.span.cover(span);
        self.text = self.span.slice(document.text()).to_owned();
        self.marks.push(mark);
    }
}
