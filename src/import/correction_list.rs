//! Corrections of a `.recoupe` archive as JSON, in words that a stranger understands; see [`super::archive`].

use serde::{Deserialize, Serialize};

use super::{Refusal, manifest};
use crate::corpus::{Correction, Field, ZoneKind};
use crate::span::Span;

#[derive(Serialize, Deserialize)]
#[serde(tag = "correction", rename_all = "lowercase")]
enum CorrectionEntry {
    Field {
        article: String,
        #[serde(with = "FieldName")]
        field: Field,
        values: Vec<String>,
    },
    Zone {
        article: String,
        start: u32,
        end: u32,
        #[serde(with = "ZoneName")]
        zone: ZoneKind,
    },
    Split {
        article: String,
        at: u32,
        second: String,
    },
    Join {
        first: String,
        second: String,
    },
    Remove {
        article: String,
    },
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Field", rename_all = "lowercase")]
enum FieldName {
    Title,
    Outlet,
    Authors,
    Published,
    Updated,
    Agencies,
    Language,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "ZoneKind", rename_all = "lowercase")]
enum ZoneName {
    Title,
    Section,
    Byline,
    Date,
    Lead,
    Heading,
    Body,
    Caption,
    Credit,
    Related,
    Boilerplate,
    Markup,
}

pub(super) fn to_json(corrections: &[Correction]) -> Vec<u8> {
    let entries: Vec<CorrectionEntry> = corrections.iter().map(CorrectionEntry::from).collect();
    serde_json::to_vec_pretty(&entries).expect("strings, numbers and lists are JSON")
}

/// # Errors
/// When it is no list of corrections.
pub(super) fn from_json(bytes: &[u8]) -> Result<Vec<Correction>, Refusal> {
    let entries: Vec<CorrectionEntry> = manifest::json("corrections.json", bytes)?;
    Ok(entries.into_iter().map(Correction::from).collect())
}

impl From<&Correction> for CorrectionEntry {
    fn from(correction: &Correction) -> Self {
        match correction.clone() {
            Correction::Field { article, field, values } => Self::Field { article, field, values },
            Correction::Zone { article, span: Span { start, end }, kind: zone } => Self::Zone { article, start, end, zone },
            Correction::Split { article, at, second } => Self::Split { article, at, second },
            Correction::Join { first, second } => Self::Join { first, second },
            Correction::Remove { article } => Self::Remove { article },
        }
    }
}

impl From<CorrectionEntry> for Correction {
    fn from(entry: CorrectionEntry) -> Self {
        match entry {
            CorrectionEntry::Field { article, field, values } => Self::Field { article, field, values },
            CorrectionEntry::Zone { article, start, end, zone: kind } => {
                Self::Zone { article, span: Span { start, end: end.max(start) }, kind }
            }
            CorrectionEntry::Split { article, at, second } => Self::Split { article, at, second },
            CorrectionEntry::Join { first, second } => Self::Join { first, second },
            CorrectionEntry::Remove { article } => Self::Remove { article },
        }
    }
}
