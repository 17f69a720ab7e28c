//! Who and what the articles name: mentions found, joined into entities across articles.
//!
//! `tokens` show the shape of words, of which `key` holds each once; `recognise` collects candidates (`candidate`) with `compound`; `evidence` weighs what speaks for
//! each kind, from `gazetteer` and `lexicon`; `resolve` decides with the whole corpus in view; `link` gives one identity
//! to one thing; `nominal`, `recent`, `headed`, `collective` and `occasion` find descriptions that stand for somebody or something; `index` counts and names. `tagger` is
//! trained; it is told by `features` what the rules see, and `tagging` joins what it says to what they say. Pronouns are not resolved, and nothing is looked up outside the corpus.

pub mod amend;
#[cfg(test)]
mod amend_tests;
mod anonymous;
mod candidate;
mod collective;
mod compound;
mod evidence;
mod features;
mod function;
mod gazetteer;
#[cfg(test)]
mod habits_tests;
mod headed;
mod index;
mod key;
mod kin;
mod lexicon;
mod link;
mod named;
mod nominal;
mod occasion;
mod recent;
mod recognise;
mod resolve;
mod setting;
mod tagger;
mod tagging;
#[cfg(test)]
mod tests;
mod tokens;
pub mod training;

use serde::{Deserialize, Serialize};

use crate::corpus::{Corpus, Document};
use crate::id::{DocumentId, EntityId};
pub use crate::kind::EntityKind;
use crate::span::Span;
use key::Keys;
use kin::Kin;
pub(crate) use lexicon::Gender;
use resolve::Resolver;
use tagger::Tagger;

/// How a mention names its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum MentionForm {
    /// A proper name, with civil title or initial: `Bernard Cazeneuve`, `M. Cazeneuve`, `EI`.
    Name,
    /// A description that stands for the entity: `le ministre de l’Intérieur`.
    Nominal,
}

/// One place where an article names an entity.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    pub document: DocumentId,
    pub span: Span,
    pub entity: EntityId,
    pub kind: EntityKind,
    pub form: MentionForm,
    /// From 0 to 1: how sure the tool is of span and kind.
    pub confidence: f32,
}

/// One person, body or place under all its names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entity {
    pub id: EntityId,
    /// Readable identifier, unique in the corpus: `per:bernard-cazeneuve`. Kept in addresses.
    pub slug: String,
    pub kind: EntityKind,
    /// The fullest name found.
    pub name: String,
    /// Other surfaces found, in order of first appearance, without repeats; nominals included.
    pub aliases: Vec<String>,
    /// Wikidata identifier, only where certain.
    pub wikidata: Option<String>,
    /// Mentions in each document that names it, in order of documents.
    pub n_mentions: Vec<(DocumentId, u32)>,
    /// A reader gave it its name, its kind or some of its mentions, or took some away.
    pub corrected: bool,
}

impl Entity {
    /// Number of documents that name it.
    pub fn n_documents(&self) -> usize {
        self.n_mentions.len()
    }

    pub fn n_total(&self) -> u32 {
        self.n_mentions.iter().map(|(_, n)| n).sum()
    }

    /// Number of mentions in `document`.
    pub fn n_in(&self, document: DocumentId) -> u32 {
        self.n_mentions.binary_search_by_key(&document, |(id, _)| *id).map_or(0, |at| self.n_mentions[at].1)
    }
}

/// What the first name of a person tells of who bears it; nothing when it is not known.
pub(crate) fn gender_of_name(name: &str) -> Option<Gender> {
    let lexicon = lexicon::shipped();
    let first_name = lexicon::key(name.split(' ').next()?);
    lexicon.first_name(&first_name)?;
    Some(lexicon.gender(&first_name))
}

/// True for a function that one person holds at a time: `préfet`.
pub(crate) fn is_office(noun: &str) -> bool {
    lexicon::shipped().has(&lexicon::key(noun), lexicon::Cue::Office)
}

/// True for what somebody is or does: `entraîneur`, `avocate`.
pub(crate) fn is_function(noun: &str) -> bool {
    lexicon::shipped().has(&lexicon::key(noun), lexicon::Cue::Function)
}

/// All entities of a corpus with all their mentions.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EntityIndex {
    /// Most shared first: by number of documents, then of mentions, then by slug.
    pub entities: Vec<Entity>,
    /// By document, then start, then longest first. Article zones only; nested allowed, crossing never.
    pub mentions: Vec<Mention>,
    /// Persons whom an article lets speak without a name, by document, then start. They are no entities: whoever is quoted so is a
    /// source that is only described.
    pub unnamed: Vec<Unnamed>,
}

/// `un ancien cadre du groupe`, who says something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Unnamed {
    pub document: DocumentId,
    pub span: Span,
    /// The same for all words for one person of one article, of nobody else.
    pub slug: String,
    pub confidence: f32,
}

/// Reads the names of one article. Never a part of the loop over all: browsers make a function of a module fast when it is called
/// again, and none while it runs.
#[inline(never)]
fn read<'a>(tagger: &Tagger, document: &'a Document, keys: &mut Keys<'a>, resolver: &mut Resolver) {
    let lines: Vec<_> = tokens::lines(document, keys).collect();
    let candidates = recognise::candidates(&lines, keys);
    let candidates = tagging::tag(tagger, &lines, candidates, keys);
    resolver.read(lines, candidates);
}

impl EntityIndex {
    /// Recognises and links the entities of `corpus`.
    pub fn build(corpus: &Corpus) -> Self {
        Self::build_with(corpus, &mut |_| {})
    }

    /// The same; `progress` is told how many articles are done. All are read twice, once for names, once for descriptions: a
    /// reading counts half. Of the first only the candidates are kept: the words of all articles would be most of the memory.
    pub fn build_with(corpus: &Corpus, progress: &mut dyn FnMut(u32)) -> Self {
        Self::build_by(tagger::shipped(), corpus, progress)
    }

    fn build_by(tagger: &Tagger, corpus: &Corpus, progress: &mut dyn FnMut(u32)) -> Self {
        let (mut keys, mut resolver) = (Keys::default(), Resolver::default());
        for (document, n_read) in corpus.documents.iter().zip(1..) {
            read(tagger, document, &mut keys, &mut resolver);
            progress(n_read / 2);
        }
        let names = resolver.resolve(&mut keys);
        let kin = Kin::of(&names);
        let identities = link::identities(&names, &kin);
        let (nominals, unnamed) = nominal::nominals(corpus, &mut keys, (&names, &identities, &kin), progress);
        drop(keys);
        let mut index = index::index(corpus, names.into_iter().zip(identities), nominals);
        index.unnamed = index::unnamed(corpus, unnamed);
        progress(u32::try_from(corpus.documents.len()).expect("documents are numbered in 32 bits"));
        index
    }

    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.entities.get(id.index())
    }

    /// Mentions in one document, in order.
    pub fn mentions_in(&self, document: DocumentId) -> &[Mention] {
        let start = self.mentions.partition_point(|m| m.document < document);
        let end = self.mentions.partition_point(|m| m.document <= document);
        &self.mentions[start..end]
    }

    /// Persons without a name in one document, in order.
    pub fn unnamed_in(&self, document: DocumentId) -> &[Unnamed] {
        let start = self.unnamed.partition_point(|unnamed| unnamed.document < document);
        let end = self.unnamed.partition_point(|unnamed| unnamed.document <= document);
        &self.unnamed[start..end]
    }

    /// Mentions of one entity in all documents, in order.
    pub fn mentions_of(&self, entity: EntityId) -> impl Iterator<Item = &Mention> {
        self.mentions.iter().filter(move |m| m.entity == entity)
    }
}
