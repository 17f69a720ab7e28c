//! What a person or a program brings, and what is refused at the door.

use std::collections::BTreeSet;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::metadata::Metadata;
use crate::id::Fingerprint;

/// One article as it came: a name, the raw text, and what is said about it outside the text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// File name, path inside an archive, or identifier.
    pub name: String,
    /// Raw text, kept unchanged; shared with the document that is made of it.
    pub text: Rc<str>,
    /// What came with the article; what the text itself states is found when it is read.
    pub given: Metadata,
    pub origin: Origin,
}

/// Where a text comes from and what had to be done to read it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The file that it was read from; `None` when a program gave the text.
    pub source: Option<Fingerprint>,
    /// Which article of that file, from 0.
    pub part: u32,
    pub encoding: Encoding,
    /// Characters of the file that could not be read and stand as U+FFFD in the text.
    pub n_unreadable: u32,
}

/// How a file wrote its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Encoding {
    #[default]
    Utf8,
    Utf16,
    Windows1252,
    /// Another one, by its name in the Encoding Standard.
    Other(String),
}

/// A file as it was brought, byte for byte.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// File name, or path inside the archive that held it.
    pub name: String,
    pub fingerprint: Fingerprint,
    pub content: Content,
}

/// The bytes of a source, not kept twice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Content {
    /// Exactly the text of the one article that was read from it.
    SameAsText,
    Bytes(#[serde(with = "serde_bytes")] Vec<u8>),
}

/// Why articles did not become a corpus.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum ImportError {
    #[error("aucun article : le corpus est vide")]
    Empty,
    #[error("l’article n° {place} n’a pas de nom")]
    NoName { place: usize },
    #[error("l’article « {name} » n’a pas de texte")]
    NoText { name: String },
    #[error("deux articles portent le même nom, « {name} »")]
    SameName { name: String },
    #[error("l’article « {name} » est trop long : {bytes} octets, 64 millions au plus")]
    TooLong { name: String, bytes: usize },
    #[error("le manifeste du corpus ne se lit pas : {why}")]
    Manifest { why: String },
}

/// An article is text for a person: longer ones are something else.
pub const LONGEST: usize = 64_000_000;

impl Article {
    /// An article that a program gives: no file behind it, nothing said about it.
    pub fn new(name: &str, text: &str) -> Self {
        Self { name: name.to_owned(), text: text.into(), given: Metadata::default(), origin: Origin::default() }
    }
}

/// Refuses what cannot become a corpus.
pub(super) fn check<'a>(articles: impl Iterator<Item = &'a Article>) -> Result<(), ImportError> {
    let mut names = BTreeSet::new();
    for (article, place) in articles.zip(1..) {
        let name = article.name.clone();
        if name.trim().is_empty() {
            return Err(ImportError::NoName { place });
        }
        if article.text.trim().is_empty() {
            return Err(ImportError::NoText { name });
        }
        if article.text.len() > LONGEST {
            return Err(ImportError::TooLong { name, bytes: article.text.len() });
        }
        if !names.insert(&article.name) {
            return Err(ImportError::SameName { name });
        }
    }
    if names.is_empty() { Err(ImportError::Empty) } else { Ok(()) }
}
