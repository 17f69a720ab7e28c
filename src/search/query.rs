//! What was asked: leaves that are looked up, and how they are put together.

use super::layer::Layer;
use crate::span::Span;

/// A query that has been read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// What is looked up; the tree calls leaves by their place here, at most [`MOST_LEAVES`].
    pub leaves: Vec<Leaf>,
    pub root: Option<Node>,
    /// Articles in which what is looked up must stand, and in which it must not: `dans:003 sans:002`.
    pub sets: Sets,
    /// Where fields stand in what was typed, each with its `-`: they can be shown and taken away one by one.
    pub conditions: Vec<Span>,
}

/// A query of more words is cut: every leaf has one bit in a mask.
pub const MOST_LEAVES: usize = 64;

#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// Things typed one after the other: all of them.
    Words(Words),
    And(Vec<Node>),
    Or(Vec<Node>),
    Not(Box<Node>),
    /// True of an article as a whole: nothing is marked for it, and it has no rank.
    Filter(Filter),
}

/// Things typed one after the other, without an operator.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    pub leaves: Vec<usize>,
    /// For every leaf, how many function words were typed between it and the one before.
    pub skipped: Vec<u32>,
}

/// One thing to look up.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaf {
    /// As typed.
    pub text: String,
    pub kind: LeafKind,
    /// Where in an article it must stand, or must not: all of them hold.
    pub within: Vec<Within>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum LeafKind {
    Word(Word),
    /// `préf*`
    Prefix(String),
    /// `*fixe`
    Suffix(String),
    /// `mot~1`: at most so many letters astray, 1 or 2.
    Fuzzy {
        word: Word,
        edits: u32,
    },
    /// `/regex/`, held against whole folded words.
    Pattern(String),
    /// Words one after the other, in the forms that were typed: `"en cours"`. With `slack` above 0 (`"a b"~5`) all of them in
    /// any order, with at most so many other words among them.
    Phrase {
        words: Vec<Word>,
        slack: u32,
    },
    /// Words one after the other, in any form, or the one word that they make: `cyber-attaque`.
    Compound {
        parts: Vec<Word>,
        joined: Option<Word>,
    },
    /// The two near each other, in any order: `fermer NEAR/3 usine`, `a /s b`, `a /p b`.
    Near {
        left: Box<LeafKind>,
        reach: Reach,
        right: Box<LeafKind>,
    },
    /// What another layer found: `entity:cazeneuve`, `figure:60`, and `in:quote` or `speaker:` where nothing else is asked.
    Annotation(Annotated),
    /// Every word that fits [`Query::sets`]: `dans:003 sans:002` alone.
    Any,
}

/// How far apart two things may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// At most so many words between them.
    Words(u32),
    Sentence,
    Paragraph,
}

/// What another layer found, called by the words that its key must hold, folded; none for all of the layer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotated {
    pub layer: Layer,
    pub key: Vec<String>,
    pub called: Called,
}

/// How the words that are asked for stand in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Called {
    /// Somewhere in it, in any order.
    Partly,
    /// In quotation marks they are all of it. Where nothing is called just so, as when they stand somewhere in it.
    Exactly,
}

/// A place in articles: `in:title`, `-in:quote`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Within {
    pub place: PlaceKind,
    pub side: Inside,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlaceKind {
    Field(Field),
    Annotation(Annotated),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inside {
    Inside,
    Outside,
}

/// Where in an article a word stands, as far as search cares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    Title,
    Lead,
    Body,
    Caption,
    Furniture,
}

/// Number of fields.
pub const N_FIELDS: usize = 5;

/// What must be true of an article as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filter {
    /// The outlet's name holds these folded words.
    Outlet(Vec<String>, Called),
    /// One author's name holds these folded words.
    Author(Vec<String>, Called),
    /// Published on one of these days, as far as is known: `date:2015-02..2015-04`, ISO 8601 days, both included. An article
    /// that is only dated by an interval fits when the interval touches these days.
    Published { first: String, last: String },
}

/// Articles by name, without their endings as well: `003` is `003.txt`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sets {
    pub with: Vec<String>,
    pub without: Vec<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// Lower case, accents kept, for the stemmer.
    pub lower: String,
    /// Folded, as in the dictionary.
    pub term: String,
    pub typed: Typed,
}

/// Whether a word may go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    Whole,
    /// The last word of a query that ends in it: longer words match too, so that nothing vanishes while one types.
    Unfinished,
}

impl LeafKind {
    /// True for `/regex/`, alone or near something.
    pub fn has_pattern(&self) -> bool {
        match self {
            Self::Pattern(_) => true,
            Self::Near { left, right, .. } => left.has_pattern() || right.has_pattern(),
            _ => false,
        }
    }
}

impl Leaf {
    /// True for a bare word or compound: what the words of a passage are made of.
    pub fn is_plain(&self) -> bool {
        matches!(self.kind, LeafKind::Word(_) | LeafKind::Compound { .. })
    }
}

impl Node {
    /// Calls `each` with all groups of words that are asked for, not those that are excluded.
    pub fn wanted<'q>(&'q self, each: &mut impl FnMut(&'q Words)) {
        match self {
            Self::Words(words) => each(words),
            Self::And(nodes) | Self::Or(nodes) => nodes.iter().for_each(|node| node.wanted(each)),
            Self::Not(_) | Self::Filter(_) => {}
        }
    }
}
