//! Corrections of names replayed over what was recognised: the index found and a list give another index.
//!
//! Each correction is applied to what the ones before it left; one that fits nothing (its name or article is gone, it would
//! change nothing) is passed over and told, and the rest holds. To take one back is to replay the list without it. Slugs stay
//! when a name or kind changes, so that addresses and later corrections still lead there. No article is read again: only a
//! name that was missed is looked for, word by word. What hangs on names (speakers, search) follows the new index.

use std::collections::HashMap;

use super::index::{MOST_ALIASES, ranked, slug, surface};
use super::{Entity, EntityIndex, EntityKind, Mention, MentionForm};
use crate::corpus::{Corpus, Document, Naming, Reach, Spot};
use crate::id::{DocumentId, EntityId};
use crate::order::Order;
use crate::span::Span;
use crate::text;

/// `found` as corrected, and the places of the corrections that fit nothing; each correction comes with its place.
pub fn amend<'n>(corpus: &Corpus, found: &EntityIndex, namings: impl Iterator<Item = (usize, &'n Naming)>) -> (EntityIndex, Vec<usize>) {
    let mut draft = Draft::of(corpus, found);
    let passed_over = namings.filter(|(_, naming)| draft.apply(naming).is_none()).map(|(place, _)| place).collect();
    (EntityIndex { unnamed: found.unnamed.clone(), ..draft.index() }, passed_over)
}

/// An index on its way to another. Entities keep their places until the end.
struct Draft<'c> {
    corpus: &'c Corpus,
    articles: HashMap<&'c str, DocumentId>,
    entities: Vec<Entity>,
    fates: Vec<Fate>,
    /// Of those that stay.
    slugs: HashMap<String, usize>,
    /// By document, in order.
    mentions: Vec<Vec<Mention>>,
}

/// What became of an entity.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Stays,
    /// It is the one at this place.
    Merged(usize),
    Gone,
}

/// Whose word counts where names meet.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    /// The reader pointed at these words: what crosses them gives way.
    Readers,
    /// The same words elsewhere: they are a name where nothing else is named.
    Same,
}

impl<'c> Draft<'c> {
    fn of(corpus: &'c Corpus, found: &EntityIndex) -> Self {
        Self {
            corpus,
            articles: corpus.documents.iter().map(|document| (&*document.name, document.id)).collect(),
            entities: found.entities.clone(),
            fates: vec![Fate::Stays; found.entities.len()],
            slugs: found.entities.iter().zip(0..).map(|(entity, place)| (entity.slug.clone(), place)).collect(),
            mentions: corpus.documents.iter().map(|document| found.mentions_in(document.id).to_vec()).collect(),
        }
    }

    /// Applies one correction, or changes nothing.
    fn apply(&mut self, naming: &Naming) -> Option<()> {
        match naming {
            Naming::Merge { entity, into } => {
                let (from, to) = (self.place(entity)?, self.place(into)?);
                if from == to {
                    return None;
                }
                self.end(from, Fate::Merged(to));
                self.entities[to].corrected = true;
            }
            Naming::Split { entity, mentions, kind, name } => {
                let (from, name) = (self.place(entity)?, told(name)?);
                let moved = self.found(from, mentions);
                if moved.is_empty() {
                    return None;
                }
                let to = EntityId(narrow(self.other(from, *kind, &name)));
                for (document, at) in moved {
                    self.mentions[document][at].entity = to;
                }
                self.entities[from].corrected = true;
            }
            Naming::Rename { entity, name } => {
                let (place, name) = (self.place(entity)?, told(name)?);
                let entity = &mut self.entities[place];
                if entity.name == name {
                    return None;
                }
                (entity.name, entity.corrected) = (name, true);
            }
            Naming::Retype { entity, kind } => {
                let place = self.place(entity)?;
                let entity = &mut self.entities[place];
                if entity.kind == *kind {
                    return None;
                }
                // What is known of a name is known of its kind.
                (entity.kind, entity.corrected, entity.wikidata) = (*kind, true, None);
            }
            Naming::Remove { entity } => {
                let place = self.place(entity)?;
                self.end(place, Fate::Gone);
            }
            Naming::Strike { entity, mentions } => {
                let place = self.place(entity)?;
                let mut struck = self.found(place, mentions);
                if struck.is_empty() {
                    return None;
                }
                struck.order();
                struck.dedup();
                for (document, at) in struck.into_iter().rev() {
                    self.mentions[document].remove(at);
                }
                self.entities[place].corrected = true;
            }
            Naming::Add { at, words, kind, name, reach } => self.add(at, &told(words)?, *kind, &told(name)?, *reach)?,
        }
        Some(())
    }

    /// The place of an entity that stays.
    fn place(&self, slug: &str) -> Option<usize> {
        self.slugs.get(slug).copied()
    }

    /// The place of what the entity at `place` became.
    fn root(&self, mut place: usize) -> usize {
        while let Fate::Merged(into) = self.fates[place] {
            place = into;
        }
        place
    }

    fn end(&mut self, place: usize, fate: Fate) {
        self.fates[place] = fate;
        self.slugs.remove(&self.entities[place].slug);
    }

    /// Where those of `spots` stand that name the entity at `place`.
    fn found(&self, place: usize, spots: &[Spot]) -> Vec<(usize, usize)> {
        let one = |spot: &Spot| {
            let document = self.articles.get(&*spot.article)?.index();
            let key = (spot.span.start, std::cmp::Reverse(spot.span.end));
            let mentions = &self.mentions[document];
            let at = mentions.binary_search_by_key(&key, |mention| (mention.span.start, std::cmp::Reverse(mention.span.end))).ok()?;
            (self.root(mentions[at].entity.index()) == place).then_some((document, at))
        };
        spots.iter().filter_map(one).collect()
    }

    /// The place of the entity of this kind and name that is not `from`: one that is there, else a new one.
    fn other(&mut self, from: usize, kind: EntityKind, name: &str) -> usize {
        let stays = |place: usize| place != from && self.fates[place] == Fate::Stays;
        let same = (0..self.entities.len()).find(|place| {
            let entity = &self.entities[*place];
            entity.kind == kind && entity.name == name && stays(*place)
        });
        let base = slug(kind, name);
        let known = same.or_else(|| self.place(&base).filter(|place| *place != from && self.entities[*place].kind == kind));
        if let Some(place) = known {
            self.entities[place].corrected = true;
            return place;
        }
        let mut slug = base.clone();
        let mut n = 1_u32;
        while self.slugs.contains_key(&slug) {
            n += 1;
            slug = format!("{base}-{n}");
        }
        let place = self.entities.len();
        self.slugs.insert(slug.clone(), place);
        let name = name.to_owned();
        let n_mentions = Vec::new();
        self.entities.push(Entity { id: EntityId(0), slug, kind, name, aliases: Vec::new(), wikidata: None, n_mentions, corrected: true });
        self.fates.push(Fate::Stays);
        place
    }

    fn add(&mut self, at: &Spot, words: &str, kind: EntityKind, name: &str, reach: Reach) -> Option<()> {
        let corpus = self.corpus;
        let mut places: Vec<(&Document, Span, Word)> = Vec::new();
        let here = self.articles.get(&*at.article).and_then(|id| corpus.document(*id));
        if let Some(document) = here.filter(|document| is_at(document, at.span, words)) {
            places.push((document, at.span, Word::Readers));
        }
        if reach == Reach::Everywhere {
            let same = |document: &'c Document| occurrences(document, words).into_iter().map(move |span| (document, span, Word::Same));
            places.extend(corpus.documents.iter().flat_map(same));
        }
        // None is made before it is known that there is a place for it.
        places.retain(|(document, span, word)| *word == Word::Readers || !self.is_taken(document.id, *span));
        if places.is_empty() {
            return None;
        }
        let entity = self.other(usize::MAX, kind, name);
        for (document, span, _) in places {
            self.put(document.id, span, entity);
        }
        Some(())
    }

    /// True when something that is no part of `span` is named there.
    fn is_taken(&self, document: DocumentId, span: Span) -> bool {
        let overlapping = self.mentions[document.index()].iter().take_while(|mention| mention.span.start < span.end);
        overlapping.filter(|mention| mention.span.overlaps(span)).any(|mention| !span.contains(mention.span) || mention.span == span)
    }

    /// Makes `span` a mention. What crosses it, stands in its place, or is a piece of the same name gives way.
    fn put(&mut self, document: DocumentId, span: Span, place: usize) {
        let kind = self.entities[place].kind;
        let mentions = &mut self.mentions[document.index()];
        let entities = &mut self.entities;
        let fates = &self.fates;
        mentions.retain(|mention| {
            let other = mention.span;
            let nested = other.contains(span) && other != span;
            let piece = span.contains(other) && other != span && mention.kind != kind;
            let stays = !other.overlaps(span) || nested || piece;
            if !stays && fates[mention.entity.index()] == Fate::Stays {
                entities[mention.entity.index()].corrected = true;
            }
            stays
        });
        let after = mentions.partition_point(|mention| {
            (mention.span.start, std::cmp::Reverse(mention.span.end)) < (span.start, std::cmp::Reverse(span.end))
        });
        let mention = Mention { document, span, entity: EntityId(narrow(place)), kind, form: MentionForm::Name, confidence: 1.0 };
        mentions.insert(after, mention);
    }

    /// The index that it became: entities counted anew, those without mentions left out.
    fn index(mut self) -> EntityIndex {
        let n = self.entities.len();
        let roots: Vec<usize> = (0..n).map(|place| self.root(place)).collect();
        for entity in &mut self.entities {
            entity.n_mentions.clear();
            if entity.corrected {
                entity.aliases.clear();
            }
        }
        let mut mentions: Vec<Mention> = Vec::new();
        for (document, found) in self.corpus.documents.iter().zip(self.mentions) {
            for mut mention in found {
                let place = roots[mention.entity.index()];
                if self.fates[place] == Fate::Gone {
                    continue;
                }
                let entity = &mut self.entities[place];
                entity.count(document, mention.span);
                mention.entity = EntityId(narrow(place));
                mention.kind = entity.kind;
                mentions.push(mention);
            }
        }
        let drafts: Vec<(usize, Entity)> = self.entities.into_iter().enumerate().filter(|(_, entity)| entity.n_total() > 0).collect();
        let (entities, ids) = ranked(drafts, n);
        for mention in &mut mentions {
            mention.entity = ids[mention.entity.index()];
        }
        EntityIndex { entities, mentions, unnamed: Vec::new() }
    }
}

impl Entity {
    /// Counts a mention; of an entity that a reader corrected its words are an alias.
    fn count(&mut self, document: &Document, span: Span) {
        match self.n_mentions.last_mut() {
            Some((last, n)) if *last == document.id => *n += 1,
            _ => self.n_mentions.push((document.id, 1)),
        }
        if self.corrected && self.aliases.len() < MOST_ALIASES {
            let surface = surface(span, document.text());
            if surface != self.name && !self.aliases.contains(&surface) {
                self.aliases.push(surface);
            }
        }
    }
}

/// A name as it is kept: with one blank between words; none when nothing is left.
fn told(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn narrow(place: usize) -> u32 {
    u32::try_from(place).expect("entities are numbered in 32 bits")
}

/// True when one sentence of the article has `words` at `span`.
fn is_at(document: &Document, span: Span, words: &str) -> bool {
    let inside = document.sentence_at(span.start).is_some_and(|at| document.sentences[at].span.contains(span));
    inside && document.text().get(span.range()).is_some() && surface(span, document.text()) == words
}

/// Where the article has `words` as words of their own.
fn occurrences(document: &Document, words: &str) -> Vec<Span> {
    let text = document.text();
    let found = document.sentences.iter().flat_map(|sentence| text::runs(text, sentence.span, words));
    found.filter(|span| text::stands_alone(text, *span)).collect()
}
