//! Articles come in and become documents: raw text kept whole, zones and metadata found in it.
//!
//! The raw page is never changed. Zones say which part of it is the article and which is furniture.

pub mod article;
pub mod corrections;
pub mod dating;
pub mod document;
pub mod mask;
pub mod metadata;
pub mod naming;
pub mod packed;
pub mod saved;
pub mod training;
pub mod zones;

mod agency;
mod byline;
pub mod calendar;
mod claim;
#[cfg(feature = "whole")]
mod cover;
mod cues;
mod cuts;
mod declared;
mod doubt;
mod ending;
mod evidence;
mod fenced;
mod file_name;
mod flat;
mod front_matter;
mod fused;
mod headline;
#[cfg(test)]
mod heads;
mod html;
mod kept;
mod kinship;
mod layout;
mod line_model;
#[cfg(test)]
pub(crate) mod lined;
mod lines;
mod linked_data;
mod moment;
mod outlet;
mod places;
mod printed;
mod reading;
mod reason;
mod scope;
mod shallow;
mod shared;
mod stamp;
mod tags;
mod tense;
mod trade;
mod usage;
mod vocabulary;

#[cfg(feature = "whole")]
pub(crate) use agency::named as agency_named;
pub use article::{Article, Content, Encoding, ImportError, Origin, Source};
pub use corrections::{Amended, Correction, Field};
#[cfg(feature = "whole")]
pub use cover::Telling;
pub use document::{Corpus, Document, Sentence};
pub use mask::Mask;
pub use metadata::{Basis, Contradicted, Fact, Metadata};
pub use naming::{Naming, Reach, Spot};
pub use reason::{Bound, Reason, Side, Witness};
pub use saved::{Edits, SavedCorpus};
pub use zones::{Zone, ZoneKind};

/// What readers of files share with the reader of pages: HTML in tokens, names in bylines, printed dates.
#[cfg(feature = "readers")]
pub(crate) mod page {
    pub(crate) use super::byline::{is_names, names};
    pub(crate) use super::html::{is_html, plain};
    pub(crate) use super::stamp::first as first_date;
    pub(crate) use super::tags::{Token, attribute, tokens};
}

/// What the dating of articles shares with the reader of all that is said of time: days and months in a sentence, which way it
/// looks, and which day is meant.
pub(crate) mod told {
    pub(crate) use super::moment::{Mark, Moment, Quotation, WEEKDAYS, When, moment, names_calendar};
    pub(crate) use super::stamp::month;
    pub(crate) use super::tense::{Aim, aim};
    pub(crate) use super::usage::resolve;
}
