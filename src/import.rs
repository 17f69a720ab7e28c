//! Files come in: bytes of any kind become articles, and each file gets an outcome, whatever it holds.
//!
//! The shapes are always there; the readers themselves (archives, tables, office documents, encodings) are heavy, and only
//! with the feature `readers`: the page fetches them as a module of their own when the first file is brought. What is
//! read is text and data; nothing in a file is ever run or fetched.

pub mod messages;
pub mod saved_pages;

#[cfg(feature = "readers")]
mod annotations;
#[cfg(feature = "readers")]
pub mod archive;
#[cfg(feature = "readers")]
mod cells;
#[cfg(feature = "readers")]
mod column_names;
#[cfg(feature = "readers")]
mod columns;
#[cfg(feature = "readers")]
mod correction_list;
#[cfg(feature = "readers")]
mod dates;
#[cfg(feature = "readers")]
mod docx;
#[cfg(feature = "readers")]
mod encoding;
#[cfg(feature = "readers")]
mod europresse;
#[cfg(feature = "readers")]
mod factiva;
#[cfg(all(test, feature = "readers"))]
mod fixture;
#[cfg(feature = "readers")]
mod kind;
#[cfg(feature = "readers")]
mod manifest;
#[cfg(feature = "readers")]
mod members;
#[cfg(feature = "readers")]
mod mend;
#[cfg(feature = "readers")]
mod mime;
#[cfg(feature = "readers")]
mod nexis;
#[cfg(feature = "readers")]
mod odt;
#[cfg(feature = "readers")]
mod package;
#[cfg(feature = "readers")]
mod press_base;
#[cfg(feature = "readers")]
mod press_page;
#[cfg(feature = "readers")]
mod properties;
#[cfg(feature = "readers")]
mod prose;
#[cfg(feature = "readers")]
mod read;
#[cfg(feature = "readers")]
mod records;
#[cfg(feature = "readers")]
mod rows;
#[cfg(feature = "readers")]
mod table;
#[cfg(all(test, feature = "readers"))]
mod tests;
#[cfg(feature = "readers")]
mod xml;

use std::fmt::{self, Display, Formatter};

use serde::{Deserialize, Serialize};

use crate::corpus::{Article, Encoding, Source};
use crate::locale::{self, Locale};
use crate::notebook::NoteFile;
use crate::say;

#[cfg(feature = "readers")]
pub use read::{read, read_each};

/// A larger file is refused before it is read: all of it would have to lie in the memory of one tab.
pub const LARGEST_FILE: u64 = 2_000_000_000;

/// A file as a person or a folder gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InputFile {
    /// Its name, or its path below the folder that was brought, with slashes.
    pub name: String,
    #[serde(with = "serde_bytes")]
    pub bytes: Vec<u8>,
    /// Which column of a table is what, when somebody corrected the guess.
    pub columns: Option<Columns>,
}

/// What one file gave.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Imported {
    /// Names are unique here as far as the file can tell; they are made unique in the corpus later.
    pub articles: Vec<Article>,
    /// Of the files that gave articles, and of tables that give some when their columns are known.
    pub sources: Vec<Source>,
    /// One for the file, or one for each of an archive's files; never none.
    pub outcomes: Vec<Outcome>,
    /// A corpus that was exported whole: title, corrections, notes.
    pub edits: Option<crate::corpus::Edits>,
    /// Notes on passages of articles that are not in these files.
    pub notes: Vec<NoteFile>,
}

/// What became of one file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// As in [`InputFile::name`]; of an archive's file `archive.zip/folder/file.txt`.
    pub name: String,
    pub result: Result<Read, Refusal>,
}

/// A file that came in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Read {
    pub n_articles: u32,
    /// Of a file of notes on articles.
    pub n_notes: u32,
    pub encoding: Encoding,
    /// Characters that could not be read.
    pub n_unreadable: u32,
    /// The table that it was, with the guess of its columns.
    pub table: Option<Table>,
    /// Rows, parts or members that did not come in, each in a few words: `ligne 12 : guillemet non fermé`.
    pub left_out: Vec<String>,
}

/// A table of articles, one a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Names of the columns, as the first row gives them or `colonne 1`…
    pub names: Vec<String>,
    pub columns: Columns,
    /// Beginnings of the cells of the first rows, for a person to see what a column holds.
    pub sample: Vec<Vec<String>>,
}

/// Which column holds what, by place from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Columns {
    pub text: Option<u32>,
    pub title: Option<u32>,
    pub outlet: Option<u32>,
    pub authors: Option<u32>,
    pub published: Option<u32>,
    pub url: Option<u32>,
    /// What the article is called.
    pub name: Option<u32>,
}

/// Why a file did not come in. Displayed as a sentence behind its name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum Refusal {
    Empty,
    TooLarge { bytes: u64, limit: u64 },
    NotText,
    UnknownFormat { kind: String },
    NoArticle,
    Damaged { why: String },
    NewerVersion { found: u32, known: u32 },
    Locked,
    Bomb { limit: u64 },
    ClimbingPath,
    TooMany { limit: u32 },
    TooDeep,
    NoTextColumn { table: Table },
    Same { same_as: String },
    Cancelled,
    Unreachable { why: String },
}

impl Display for Refusal {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.write_str(&match self {
            Self::Empty => say!("fichier vide", "holds no text").to_owned(),
            Self::TooLarge { bytes, limit } => {
                say!(format!("{bytes} octets : trop grand, {limit} au plus"), format!("is too large: {bytes} bytes, {limit} at most"))
            }
            Self::NotText => say!("ce n’est pas du texte", "is not text").to_owned(),
            Self::UnknownFormat { kind } => {
                say!(format!("ce format n’est pas lu : {kind}"), format!("this format is not read: {kind}"))
            }
            Self::NoArticle => say!("pas de texte d’article dedans", "holds no text of an article").to_owned(),
            Self::Damaged { why } => say!(format!("le fichier est abîmé : {why}"), format!("is damaged ({why})")),
            Self::NewerVersion { found, known } => say!(
                format!("écrit par une version plus récente de Recoupe : format {found}, celle-ci lit jusqu’au format {known}"),
                format!("was written by a newer version: format {found}, read up to format {known}")
            ),
            Self::Locked => say!("protégé par un mot de passe", "is protected by a password").to_owned(),
            Self::Bomb { limit } => {
                say!(
                    format!("archive démesurée : elle se déplierait en plus de {limit} octets"),
                    format!("would unpack to more than {limit} bytes")
                )
            }
            Self::ClimbingPath => say!("chemin qui sort de l’archive : laissé de côté", "its path leaves the archive, left out").to_owned(),
            Self::TooMany { limit } => {
                say!(format!("au-delà de {limit} fichiers : laissé de côté"), format!("beyond {limit} files, left out"))
            }
            Self::TooDeep => {
                say!("archive dans une archive dans une archive : laissée de côté", "an archive in an archive in an archive, left out")
                    .to_owned()
            }
            Self::NoTextColumn { .. } => {
                say!("aucune colonne ne semble contenir le texte des articles", "no column seems to hold the text of articles").to_owned()
            }
            Self::Same { same_as } => {
                say!(format!("le même fichier est déjà là : {same_as}"), format!("is the same file as {same_as}"))
            }
            Self::Cancelled => say!("la lecture a été interrompue", "reading was stopped").to_owned(),
            Self::Unreachable { why } => {
                say!(format!("le navigateur n’a pas pu le lire : {why}"), format!("cannot be read: {why}"))
            }
        })
    }
}

impl Outcome {
    /// The table that the file is, whether its columns were found or not.
    pub fn table(&self) -> Option<&Table> {
        match &self.result {
            Ok(read) => read.table.as_ref(),
            Err(Refusal::NoTextColumn { table }) => Some(table),
            Err(_) => None,
        }
    }
}

impl Imported {
    /// Adds what came after.
    pub fn append(&mut self, other: Self) {
        let Self { articles, sources, outcomes, edits, notes } = other;
        self.articles.extend(articles);
        self.sources.extend(sources);
        self.outcomes.extend(outcomes);
        self.notes.extend(notes);
        match (&mut self.edits, edits) {
            (Some(ours), Some(theirs)) => ours.append(theirs),
            (ours, theirs) => *ours = ours.take().or(theirs),
        }
    }

    /// A file that did not come in.
    pub fn refused(name: &str, refusal: Refusal) -> Self {
        Self { outcomes: vec![Outcome { name: name.to_owned(), result: Err(refusal) }], ..Self::default() }
    }
}

impl Refusal {
    /// For the shell, which speaks English.
    pub fn in_english(&self) -> String {
        locale::speaking(Locale::English, || self.to_string())
    }
}
