//! What several articles tell: the same count in other figures, the same day in other words.
//!
//! `telling` reads a figure with what stands around it, `count` joins those that count the same thing and says how they stand to
//! each other, with `verdict` and `reason`; `event` joins the passages that tell of one day, and finds the few that give one
//! deed two days. Stands above the quotations, for whoever is quoted answers for the figure. Precision comes before recall: what
//! could be a rounding, a part, an older count or another source is never called a disagreement, and figures whose sentences
//! share too little are not joined at all.

pub(crate) mod context;
mod count;
mod event;
mod reason;
pub(crate) mod telling;
#[cfg(test)]
mod tests;
mod verdict;

use serde::{Deserialize, Serialize};

use crate::corpus::Corpus;
use crate::entities::EntityIndex;
use crate::figures::FigureIndex;
use crate::id::DocumentId;
use crate::quotes::QuoteIndex;
use crate::span::Span;
use crate::times::TimeIndex;
pub use reason::{Reason, TwoDays, Why};

/// How the figures of one count stand to each other, least serious first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Verdict {
    /// One article alone tells it.
    Single,
    Same,
    /// `97`, `une centaine`
    Rounding,
    /// One figure is the sum of several of the other article.
    Sum,
    /// A part and its whole, or two places.
    Scope,
    /// Another day, or a count that has gone on.
    Older,
    /// Each is said by somebody else.
    Attribution,
    /// Nothing explains the difference.
    Conflict,
}

impl Verdict {
    /// All that several articles can have, most serious first.
    pub const SHARED: [Self; 7] = [Self::Conflict, Self::Attribution, Self::Older, Self::Scope, Self::Sum, Self::Rounding, Self::Same];

    /// The label of the exchange format, which is also that of an address.
    pub fn label(self) -> &'static str {
        match self {
            Self::Single => "single",
            Self::Same => "same",
            Self::Rounding => "rounding",
            Self::Sum => "sum",
            Self::Scope => "scope",
            Self::Older => "older",
            Self::Attribution => "attribution",
            Self::Conflict => "real",
        }
    }
}

/// One thing that is counted, by one article or several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// What is counted, in the clearest words found: `pays`, `personnes tuées`.
    pub counted: String,
    /// Places in [`FigureIndex::figures`], in order.
    pub figures: Vec<u32>,
    pub n_documents: u32,
    pub verdict: Verdict,
    /// Why the verdict; nothing for a single telling.
    pub why: Option<Why>,
    /// The two figures of which `why` speaks, by place in `figures`; the first one twice when all are the same.
    pub between: (u32, u32),
}

/// A passage that tells of a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dated {
    /// Place in [`TimeIndex::times`].
    pub time: u32,
    pub document: DocumentId,
    /// The sentence.
    pub sentence: Span,
}

/// What happened at one time, as one article or several tell it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// By document, then place.
    pub passages: Vec<Dated>,
    pub n_documents: u32,
}

/// One deed to which two articles give two days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayClash {
    pub a: Dated,
    pub b: Dated,
    pub why: TwoDays,
}

/// All that several articles tell, and what one alone does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Most shared first, disagreements first among them.
    pub counts: Vec<Count>,
    /// By day.
    pub events: Vec<Event>,
    pub clashes: Vec<DayClash>,
}

impl Facts {
    /// Joins what `corpus` tells; all else is what was found in it.
    pub fn build(corpus: &Corpus, entities: &EntityIndex, quotes: &QuoteIndex, times: &TimeIndex, figures: &FigureIndex) -> Self {
        let mut lexis = context::Lexis::default();
        let counts = count::counts(corpus, &telling::tellings(corpus, entities, quotes, times, figures, &mut lexis), figures);
        let (events, clashes) = event::events(corpus, times, &mut lexis);
        Self { counts, events, clashes }
    }

    /// For each of `n_figures` the name of its group, if several articles tell what it counts.
    pub fn groups(&self, n_figures: usize) -> Vec<Option<String>> {
        let mut groups = vec![None; n_figures];
        for (count, n) in self.counts.iter().filter(|count| count.n_documents > 1).zip(1..) {
            for figure in &count.figures {
                if let Some(group) = groups.get_mut(*figure as usize) {
                    *group = Some(format!("f{n}"));
                }
            }
        }
        groups
    }
}
