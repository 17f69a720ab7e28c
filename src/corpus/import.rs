//! What a person or a program brings, and what is refused at the door.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::metadata::Metadata;

/// One article as it came: a name, the raw text, and what is said about it outside the text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// File name or identifier.
    pub name: String,
    /// Raw text, kept unchanged.
    pub text: String,
    /// What came with the article; what the text itself states is found by the import.
    pub given: Metadata,
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

/// Refuses what cannot become a corpus.
pub(super) fn check(articles: &[Article]) -> Result<(), ImportError> {
    if articles.is_empty() {
        return Err(ImportError::Empty);
    }
    let mut names = BTreeSet::new();
    for (article, place) in articles.iter().zip(1..) {
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
    Ok(())
}
