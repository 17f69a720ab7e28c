//! What a person or a program brings, and what is refused at the door.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Display, Formatter};
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::metadata::Metadata;
use crate::id::Fingerprint;
use crate::say;

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
    Empty,
    NoName { place: usize },
    NoText { name: String },
    SameName { name: String },
    TooLong { name: String, bytes: usize },
    Manifest { why: String },
}

impl Display for ImportError {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.write_str(&match self {
            Self::Empty => say!("aucun article : le corpus est vide", "no article: the corpus is empty").to_owned(),
            Self::NoName { place } => say!(format!("l’article n° {place} n’a pas de nom"), format!("article no. {place} has no name")),
            Self::NoText { name } => say!(format!("l’article « {name} » n’a pas de texte"), format!("article “{name}” has no text")),
            Self::SameName { name } => {
                say!(format!("deux articles portent le même nom, « {name} »"), format!("two articles have the same name, “{name}”"))
            }
            Self::TooLong { name, bytes } => say!(
                format!("l’article « {name} » est trop long : {bytes} octets, 64 millions au plus"),
                format!("article “{name}” is too long: {bytes} bytes, 64 million at most")
            ),
            Self::Manifest { why } => {
                say!(format!("le manifeste du corpus ne se lit pas : {why}"), format!("the manifest of the corpus cannot be read: {why}"))
            }
        })
    }
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
///
/// # Errors
/// When there is no article, when one has no text or no name or too much text, or when two have the same name.
pub fn check(articles: &[Article]) -> Result<(), ImportError> {
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
        if !names.insert(name.clone()) {
            return Err(ImportError::SameName { name });
        }
    }
    Ok(())
}

/// The articles that can become a corpus, each under a name of its own, and those left out: the same part of the same file
/// comes in once. Name of what is left out, and of the one that stays.
pub fn told_apart(articles: Vec<Article>) -> (Vec<Article>, Vec<(String, String)>) {
    // Every name, with the number that the next article of that name gets.
    let mut names: BTreeMap<String, u32> = BTreeMap::new();
    // Every part of a file, with the place of its article.
    let mut known: BTreeMap<String, u32> = BTreeMap::new();
    let (mut kept, mut repeated) = (Vec::<Article>::with_capacity(articles.len()), Vec::new());
    for mut article in articles {
        let part = article.origin.source.map(|source| format!("{}/{}", source.0, article.origin.part));
        if let Some(same) = part.as_ref().and_then(|part| known.get(part)) {
            repeated.push((article.name, kept[*same as usize].name.clone()));
            continue;
        }
        while let Some(next) = names.get_mut(&article.name) {
            let numbered = format!("{} ({next})", article.name);
            *next += 1;
            if !names.contains_key(&numbered) {
                article.name = numbered;
            }
        }
        names.insert(article.name.clone(), 2);
        known.extend(part.map(|part| (part, u32::try_from(kept.len()).unwrap_or(u32::MAX))));
        kept.push(article);
    }
    (kept, repeated)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_files_of_one_name_are_both_kept_and_one_file_comes_in_once() {
        let of = |name: &str, source: Option<u64>, part: u32| Article {
            origin: Origin { source: source.map(Fingerprint), part, ..Origin::default() },
            ..Article::new(name, "x")
        };
        let brought =
            vec![of("a", Some(1), 0), of("a", Some(2), 0), of("b", Some(1), 0), of("b", Some(1), 1), of("a", None, 0), of("a", None, 0)];
        let (kept, repeated) = told_apart(brought);
        let names: Vec<&str> = kept.iter().map(|article| &*article.name).collect();
        assert_eq!(names, ["a", "a (2)", "b", "a (3)", "a (4)"]);
        assert_eq!(repeated, [("b".to_owned(), "a".to_owned())]);
    }
}
