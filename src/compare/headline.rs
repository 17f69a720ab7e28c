//! A headline with what it claims, as it is told; what finds it stands in `headlines` and `mood`, behind the feature `whole`.

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// One headline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Headline {
    pub mood: Mood,
    /// It asks: it has a question mark.
    pub asks: bool,
    /// Stretches between quotation marks.
    pub n_quoted: u32,
    /// In order, without overlap but for quotations, which hold others.
    pub claims: Vec<Claim>,
    /// The sentence of the body that has most of the claims, at least two, with its mood.
    pub nearest: Option<(Span, Mood)>,
}

/// One thing that a headline says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    pub kind: ClaimKind,
    /// As the headline has it.
    pub shown: String,
    /// Where the body has it first.
    pub found: Option<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ClaimKind {
    Name,
    Figure,
    /// Two words or more between quotation marks.
    Quotation,
    Word,
}

/// How something is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mood {
    /// `aurait demandé`, `could close`: as heard, as possible, or as wished.
    Conditional,
    Indicative,
    /// No verb that is known for one: `Google face à l’État`.
    Unclear,
}
