//! What the training of the line model needs of the reading of pages: the lines, what the rules say of them, their features.

use super::line_model::LineModel;
use super::zones::{self, ZoneKind};
use crate::span::Span;

/// A line of a page as the model sees it.
#[derive(Clone, Debug)]
pub struct Sample {
    /// Where it stands in the page.
    pub span: Span,
    /// Its text, up to some length, tags and references resolved.
    pub text: String,
    pub n_chars: usize,
    /// What the rules say.
    pub kind: ZoneKind,
    /// Whether the model may say otherwise.
    pub open: bool,
    pub features: Vec<u8>,
}

/// The lines of `raw` with their features.
pub fn samples(raw: &str) -> Vec<Sample> {
    zones::samples(raw)
}

/// The same as they would be, did the rules not know some of what lines say of themselves: of ten cues so many are forgotten,
/// which ones depends on `seed` alone. A model that is taught on pages by which the rules were written would believe the rules.
pub fn samples_of_less(raw: &str, forgotten: u64, seed: u64) -> Vec<Sample> {
    zones::samples_of_less(raw, forgotten, seed)
}

/// The kinds of the same lines as these weights revise them; as the rules say when they are no weights.
pub fn revised(raw: &str, weights: &[u8]) -> Vec<ZoneKind> {
    let by_rules = || samples(raw).into_iter().map(|sample| sample.kind).collect();
    LineModel::read(weights).map_or_else(by_rules, |model| zones::revised(raw, &model))
}

/// What weights say of a line with these features, in 32nds of log-odds; `None` when they are no weights.
pub fn score(weights: &[u8], features: &[u8]) -> Option<i32> {
    LineModel::read(weights).map(|model| model.score(features))
}
