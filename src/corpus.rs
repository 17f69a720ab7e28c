//! Articles come in and become documents: raw text kept whole, zones and metadata found in it.
//!
//! The raw page is never changed. Zones say which part of it is the article and which is furniture.

pub mod article;
pub mod corrections;
pub mod document;
pub mod metadata;
pub mod saved;
pub mod shipped;
pub mod zones;

mod agency;
mod byline;
mod claim;
mod cues;
mod cuts;
mod ending;
mod flat;
mod front_matter;
mod headline;
mod html;
mod layout;
mod lines;
mod linked_data;
mod outlet;
mod reading;
mod scope;
mod stamp;
mod tags;

pub use article::{Article, Content, Encoding, ImportError, Origin, Source};
pub use corrections::{Amended, Correction, Field};
pub use document::{Corpus, Document, Sentence};
pub use metadata::{Basis, Fact, Metadata};
pub use saved::{Edits, SavedCorpus};
pub use zones::{Zone, ZoneKind};
