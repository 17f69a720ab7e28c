//! The index of names, and the portrait of one: how each article names it, what it says, with whom it appears.

use serde::{Deserialize, Serialize};

use super::Passage;
use crate::entities::{Entity, EntityKind};
use crate::id::DocumentId;
use crate::quotes::{Certainty, QuoteKind};
use crate::span::Span;

/// Which names are listed, and in what order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamesRequest {
    pub sort: NameSort,
    pub kind: NameFilter,
    /// Only those that this article names.
    pub document: Option<DocumentId>,
    /// Only those of which a name holds this, whatever its case and accents.
    pub typed: String,
    /// Rows answered, at most [`MOST_ROWS`].
    pub limit: u32,
}

/// Rows answered at once, at most: what a page draws without a pause.
pub const MOST_ROWS: u32 = 500;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum NameFilter {
    /// All that an article calls by a name.
    #[default]
    Named,
    Kind(EntityKind),
    /// What no article names, only describes: `les géants du Web`.
    Described,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum NameSort {
    /// Named by most articles first.
    #[default]
    Shared,
    Mentions,
    Name,
}

/// Names of the index.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NamesView {
    pub rows: Vec<NameRow>,
    /// Of all rows.
    pub n: u32,
    /// How many there are of each sort, under the other conditions.
    pub counts: Vec<(NameFilter, u32)>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NameRow {
    pub entity: Entity,
    /// Where it is named, in thousandths of each article; at most [`MOST_PLACES`] in all.
    pub places: Vec<(DocumentId, u16)>,
    pub doubtful: bool,
}

/// Places drawn of one name: more would be one bar.
pub const MOST_PLACES: usize = 240;

/// One entity as the articles show it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Portrait {
    pub entity: Entity,
    /// The sentences that name it.
    pub passages: Vec<Passage>,
    pub mentions: Vec<Mentioned>,
    /// At most [`MOST_QUOTATIONS`].
    pub quotations: Vec<Quotation>,
    pub n_quotations: u32,
    /// Those it appears with most often first, at most [`MOST_COMPANIONS`].
    pub company: Vec<Companion>,
    pub n_company: u32,
}

pub const MOST_QUOTATIONS: usize = 12;
pub const MOST_COMPANIONS: usize = 40;

/// One mention: where it stands and how it names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mentioned {
    pub document: DocumentId,
    pub span: Span,
    /// Place of its sentence in [`Portrait::passages`].
    pub passage: u32,
    pub manner: Manner,
    /// The tool is not sure of it.
    pub doubtful: bool,
}

/// How a mention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Manner {
    /// By the whole name.
    Full,
    /// With a civil title: `M. Cazeneuve`.
    Titled,
    /// A person by surname, another by a part of its name.
    Short,
    /// A person by the first name alone.
    Given,
    /// In capitals that stand for words.
    Acronym,
    /// By what it is: `le ministre`.
    Described,
    /// By another name.
    Other,
}

impl Manner {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 7] = [Self::Full, Self::Titled, Self::Short, Self::Given, Self::Acronym, Self::Described, Self::Other];
}

/// What the entity says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotation {
    pub passage: Passage,
    pub verb: String,
    pub kind: QuoteKind,
    pub certainty: Certainty,
}

/// Another entity that appears beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Companion {
    pub slug: String,
    pub name: String,
    pub kind: EntityKind,
    /// Places in [`Portrait::passages`] of the sentences that name both.
    pub sentences: Vec<u32>,
    /// Paragraphs that name both.
    pub n_paragraphs: u32,
    /// Articles with such a paragraph.
    pub n_documents: u32,
}

/// How near two names stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Nearness {
    #[default]
    Sentence,
    Paragraph,
}
