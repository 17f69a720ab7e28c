//! What is known of an article, and how: stated in its text, given with it, or inferred for a reason that can be read.

use serde::{Deserialize, Serialize};

use super::zones::Zone;
use crate::span::Span;

/// A value and how it is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fact<T> {
    pub value: T,
    pub basis: Basis,
}

/// How a value is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Basis {
    /// The text says so, there.
    Stated(Span),
    /// It came with the article.
    Given,
    /// A guess, with its reason and, for a date, the interval it lies in (ISO 8601).
    Inferred { earliest: Option<String>, latest: Option<String>, why: String },
}

/// Metadata of one article. Dates are ISO 8601, as exact as known: `2015-02`, `2015-02-20`, `2015-02-20T11:20`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Metadata {
    pub title: Option<Fact<String>>,
    pub outlet: Option<Fact<String>>,
    pub authors: Vec<Fact<String>>,
    pub published: Option<Fact<String>>,
    pub updated: Option<Fact<String>>,
    pub agencies: Vec<Fact<String>>,
    pub url: Option<Fact<String>>,
}

impl<T> Fact<T> {
    pub fn stated(value: T, span: Span) -> Self {
        Self { value, basis: Basis::Stated(span) }
    }

    pub fn given(value: T) -> Self {
        Self { value, basis: Basis::Given }
    }

    /// True when nobody said so: it must look like a guess wherever it is shown.
    pub fn is_inferred(&self) -> bool {
        matches!(self.basis, Basis::Inferred { .. })
    }
}

/// What the text of `raw` states, joined with what was `given`. A given value wins, unless it is an inferred one and the
/// text states its own.
pub fn find(_raw: &str, _zones: &[Zone], given: Metadata) -> Metadata {
    given
}
