//! What is asked and answered about the words that are an article's own, or an outlet's.
//!
//! The work is in `parts`, behind the feature `whole`.

use serde::{Deserialize, Serialize};

use super::Kept;
use crate::id::DocumentId;

/// Which words are asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeynessRequest {
    pub parting: Parting,
    /// Name of the part of which all is told: of an article, or of an outlet. Of the others, what leads.
    pub chosen: Option<String>,
    /// Words in a row, 1 to [`LONGEST_RUN`].
    pub length: u32,
    pub kept: Kept,
    pub measure: Measure,
    /// Articles that are not counted.
    pub aside: Vec<DocumentId>,
}

/// Words in a row at most: above, next to none comes often enough to be told from chance.
pub const LONGEST_RUN: u32 = 3;
/// Parts in one answer; of more, the longest, and the one that is chosen.
pub const MOST_PARTS: usize = 40;
/// Words told of a part that is not chosen, on each side.
pub const LEADING: usize = 6;

/// What is held against the rest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Parting {
    #[default]
    Article,
    /// All articles of one outlet together.
    Outlet,
}

/// What words are sorted by. Which ones are told is decided by the exact probability, whatever they are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Measure {
    /// How improbable the count is (Lafon 1980).
    #[default]
    Specificity,
    /// Log-likelihood ratio (Dunning 1993).
    Likelihood,
}

/// The words of each part that chance does not explain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keyness {
    /// In the order of the corpus, at most [`MOST_PARTS`] and the chosen one.
    pub parts: Vec<KeyPart>,
    /// Of all parts.
    pub n_parts: u32,
}

/// One part and its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyPart {
    /// Of the article, or of the outlet; empty for articles whose outlet is not known.
    pub name: String,
    /// ISO 639-1 code: a part is held against what is written in its own language.
    pub language: String,
    pub documents: Vec<DocumentId>,
    pub n_words: u32,
    /// Of the articles of its language that are not its own.
    pub n_other_words: u32,
    /// Words that are frequent enough for chance to be excluded at all.
    pub n_tested: u32,
    /// Words that are more frequent here, and less, chance excluded.
    pub n_over: u32,
    pub n_under: u32,
    /// The same, then those that may be chance, strongest first: all of the chosen part, the first [`LEADING`] of others.
    pub over: Vec<KeyWord>,
    pub under: Vec<KeyWord>,
}

/// A word, or words in a row, more or less frequent than chance would have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyWord {
    /// Folded, with a space between two.
    pub word: String,
    /// As it is written.
    pub shown: String,
    pub n_here: u32,
    /// Elsewhere, in articles of the same language.
    pub n_elsewhere: u32,
    /// Articles of the language in which it stands.
    pub n_documents: u32,
    /// Decimal logarithm of how improbable the count is, in tenths.
    pub specificity: u32,
    /// Log-likelihood ratio, in tenths.
    pub likelihood: u32,
    pub doubt: Doubt,
}

/// Whether chance explains a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Doubt {
    /// Not among so many words tested, but for one in twenty of those told.
    Excluded,
    /// Improbable of this word alone; among as many words as there are, some are as improbable.
    Possible,
}
