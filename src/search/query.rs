//! What was asked: leaves that are looked up, and how they are put together.

/// A query that has been read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// What is looked up; the tree calls leaves by their place here, at most [`MOST_LEAVES`].
    pub leaves: Vec<Leaf>,
    pub root: Option<Node>,
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
}

#[derive(Clone, Debug, PartialEq)]
pub enum LeafKind {
    Word(Word),
    /// `préf*`
    Prefix(String),
    /// `mot~1`
    Fuzzy(Word),
    /// Words one after the other, in the forms that were typed: `"en cours"`.
    Phrase(Vec<Word>),
    /// Words one after the other, in any form, or the one word that they make: `cyber-attaque`.
    Compound {
        parts: Vec<Word>,
        joined: Option<Word>,
    },
    /// The two with at most so many words between them, in any order: `fermer NEAR/3 usine`.
    Near {
        left: Box<LeafKind>,
        between: u32,
        right: Box<LeafKind>,
    },
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
            Self::Not(_) => {}
        }
    }
}
