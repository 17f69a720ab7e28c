//! What the page asks of the readers' module and what it answers.
//!
//! A message is a head, the postcard bytes of a shape below, and payloads beside it: the bytes of a file, articles, sources, edits.
//! The page passes payloads on without reading them, so that the text of a corpus is never copied through its memory:
//! articles go to the engine and to the browser's storage as they came.

use serde::{Deserialize, Serialize};

use super::{Columns, Outcome};
use crate::locale;

/// Raised whenever a shape in this module, or one that it or a payload carries, changes.
pub const VERSION: u32 = 6;

/// What is asked of the readers, behind the language in which they speak. Requests are answered in turn, each to its end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ReadersRequest {
    /// Handshake, answered by [`ReadersResponse::Hello`].
    Hello,
    /// Reads one file: payload 0 holds its bytes. Answered by [`ReadersResponse::Imported`], any number of them, then
    /// [`ReadersResponse::Done`].
    Read { name: String, columns: Option<Columns> },
    /// Reads small files together: one payload each. Answered likewise, with many files in one answer, but each table in one
    /// of its own.
    ReadMany { names: Vec<String> },
    /// Writes a corpus as one file: the payloads are its edits, `n_articles` batches of articles, then batches of sources.
    /// Answered by [`ReadersResponse::Packed`].
    Pack { n_articles: u32 },
    /// Writes a page with a corpus inside, to open on `view`: the payloads are the page, then those of [`ReadersRequest::Pack`].
    /// Answered likewise.
    Publish { n_articles: u32, view: String },
}

/// What the readers answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ReadersResponse {
    /// First, so that it reads in every version. A worker says it unasked when it is ready.
    Hello { version: u32 },
    /// A file, or some of an archive's files. Payloads: the postcard bytes of the articles, of their sources, of the edits when
    /// it was a whole corpus, else none, the bytes of the file when it is a table, which may be read again, and the notes when it holds some.
    Imported { outcomes: Vec<Outcome>, n_articles: u32 },
    /// The file was read to its end.
    Done,
    /// Payload 0 is the file.
    Packed,
    /// A sentence for the reader.
    Refused { why: String },
}

/// A message: a head and what travels beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parcel<T> {
    pub head: Vec<u8>,
    pub payloads: Vec<T>,
}

impl<T> Parcel<T> {
    /// A request, with the language of the moment before it.
    pub fn asking(request: &ReadersRequest, payloads: Vec<T>) -> Self {
        Self::new(&(locale::current(), request), payloads)
    }

    /// A message of this head.
    pub fn new(head: &impl Serialize, payloads: Vec<T>) -> Self {
        let head = postcard::to_allocvec(head).expect("these shapes have no length that postcard cannot write");
        Self { head, payloads }
    }
}
