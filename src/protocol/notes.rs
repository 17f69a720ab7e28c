//! Notes beside a corpus: where they stand now, those of files taken in, all of them as a file.
//!
//! The page holds the notes and the engine the texts, so the page hands them over with each question. Requests and answers go as
//! bytes, as those of a class do: who passes them on carries no code to read them.

use serde::{Deserialize, Serialize};

use crate::concordance::Separator;
use crate::id::DocumentId;
use crate::notebook::{Anchor, Notebook};
use crate::span::Span;

/// A question about notes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NotesRequest {
    /// Where these passages stand.
    Locate(Vec<Anchor>),
    /// Takes the notes of files into a notebook. Each file is a piece of postcard bytes of a list of [`crate::notebook::NoteFile`].
    Take { notebook: Notebook, files: Vec<Vec<u8>> },
    /// These words, as they may be shown while it is hidden where articles come from.
    Cover(Vec<String>),
    /// A notebook as a file.
    Sheet { notebook: Notebook, title: String, sheet: NoteSheet },
}

/// Its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NotesAnswer {
    /// One place for each passage; and of those that read otherwise now, as of a text whose names are hidden, the number and the words.
    Located(Vec<Location>, Vec<(u32, String)>),
    Taken {
        notebook: Notebook,
        taken: Vec<Taken>,
    },
    Covered(Vec<String>),
    Sheet(String),
}

/// Where a passage stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Location {
    Here {
        document: DocumentId,
        span: Span,
    },
    /// Its words are no longer in its article.
    Lost(DocumentId),
    /// Its article is not in this corpus.
    Absent,
}

/// What became of the notes of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    pub file: String,
    pub n_notes: u32,
    /// Those that were there already.
    pub n_known: u32,
    /// Those of which an older version was here, and the other way round; one counts, the one that was written last.
    pub n_newer: u32,
    pub n_older: u32,
    /// What the versions say that no longer count, as far as they say something: the first of them.
    pub replaced: Vec<String>,
    /// Those of articles that are not in this corpus.
    pub n_absent: u32,
    /// Those whose words are not in their article.
    pub n_lost: u32,
}

/// In which form notes are handed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoteSheet {
    /// W3C Web Annotation, which reads back.
    Annotations,
    Markdown,
    Table(Separator),
}

impl NotesRequest {
    /// The bytes of a question.
    pub fn pack(&self) -> Vec<u8> {
        postcard::to_allocvec(self).expect("questions have no length that postcard cannot write")
    }

    /// Reads what [`NotesRequest::pack`] wrote; nothing when it was cut, damaged, or written by another version.
    pub fn unpack(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}

impl NotesAnswer {
    /// The bytes of an answer.
    pub fn pack(&self) -> Vec<u8> {
        postcard::to_allocvec(self).expect("answers have no length that postcard cannot write")
    }

    /// Reads what [`NotesAnswer::pack`] wrote; nothing when it was cut, damaged, or written by another version.
    pub fn unpack(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}
