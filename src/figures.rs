//! What the articles count: numbers in digits and words with their bounds, their unit, and the noun that is counted.
//!
//! `hedge` reads what weakens a number (`près de`, `au moins`), `amount` numbers, ranges, fractions and ratios, `unit` what they are
//! measured in, `counted` the noun, `label` where a number is a name (`Ligue 1`, `l’article 49`). Times are read before: what
//! belongs to one is no figure. Ordinals are left out, and so are lengths of lists and `des milliers`, which say no number.

mod amount;
mod counted;
mod hedge;
mod label;
mod read;
#[cfg(test)]
mod tests;
mod unit;

pub(crate) use counted::singular;
use serde::{Deserialize, Serialize};

use crate::corpus::Corpus;
use crate::id::DocumentId;
use crate::span::Span;
use crate::text::Number;
use crate::times::TimeIndex;

/// How much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Value {
    Number(Number),
    /// `de dix à douze`
    Range(Number, Number),
    /// `un Français sur trois`, `les deux tiers`
    Ratio {
        part: Number,
        of: Number,
    },
}

impl Value {
    /// True when this number is meant: itself, or one of a range.
    pub fn holds(self, number: Number) -> bool {
        match self {
            Self::Number(own) => own == number,
            Self::Range(least, most) => least <= number && number <= most,
            Self::Ratio { .. } => false,
        }
    }
}

/// On which side the number is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Bound {
    /// `au moins`, `plus de`
    AtLeast,
    /// `au plus`, `moins de`, `jusqu’à`
    AtMost,
}

/// The noun that is counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    pub span: Span,
    /// Folded, in the singular: `pays`, `blesse`.
    pub key: String,
}

/// One figure of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    pub document: DocumentId,
    /// The number with what weakens it and with its unit, without the noun.
    pub span: Span,
    pub value: Value,
    /// It is said to be rough: `environ`, `une centaine`, `plus de`.
    pub approximate: bool,
    pub bound: Option<Bound>,
    /// `%`, `EUR`, `km`, `fois`
    pub unit: Option<String>,
    pub counted: Option<Counted>,
}

/// All figures of a corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureIndex {
    /// By document, then start; not overlapping. Article zones only.
    pub figures: Vec<Figure>,
}

impl FigureIndex {
    /// Reads all articles. `times` are those of `corpus`.
    pub fn build(corpus: &Corpus, times: &TimeIndex) -> Self {
        let of = |document| read::read(document, times.times_in(document.id));
        Self { figures: corpus.documents.iter().flat_map(of).collect() }
    }

    /// The figures of one document, in order.
    pub fn figures_in(&self, document: DocumentId) -> &[Figure] {
        let start = self.figures.partition_point(|figure| figure.document < document);
        let end = self.figures.partition_point(|figure| figure.document <= document);
        &self.figures[start..end]
    }
}
