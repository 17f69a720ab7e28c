//! A corpus with all that was found in it: what two passages are held together by is not only words.

use crate::corpus::Corpus;
use crate::entities::EntityIndex;
use crate::figures::FigureIndex;
use crate::quotes::QuoteIndex;
use crate::times::TimeIndex;

/// A corpus and what was found in it; all indexes are its own.
#[derive(Clone, Copy, Debug)]
pub struct Annotated<'c> {
    pub corpus: &'c Corpus,
    pub entities: &'c EntityIndex,
    pub quotes: &'c QuoteIndex,
    pub times: &'c TimeIndex,
    pub figures: &'c FigureIndex,
}
