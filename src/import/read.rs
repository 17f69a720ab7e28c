//! One file after the other: told what it is, opened, read. Whatever it holds, it ends in an outcome.

use std::ops::ControlFlow;
use std::rc::Rc;

use super::annotations::{self, Notes};
use super::encoding::{self, Decoded};
use super::kind::{self, Kind, ZipKind};
use super::members::{self, Depth};
use super::package::{Budget, Package, UNPACKED, UNPACKED_CORPUS};
use super::{Columns, Imported, InputFile, LARGEST_FILE, Outcome, Read, Refusal, archive, docx, mime, odt, press_base, table};
use crate::corpus::article::LONGEST;
use crate::corpus::{Article, Content, Metadata, Origin, Source};
use crate::id::Fingerprint;
use crate::say;

/// Reads one file. Never fails: what cannot be read is an outcome.
pub fn read(file: InputFile) -> Imported {
    let mut all = Imported::default();
    let _ = read_each(file, &mut |imported| {
        all.append(imported);
        ControlFlow::Continue(())
    });
    all
}

/// Reads one file and tells each thing in it as soon as it is read: the file itself, or the members of an archive. Stops
/// between two of them when it is told to.
pub fn read_each(file: InputFile, tell: &mut dyn FnMut(Imported) -> ControlFlow<()>) -> ControlFlow<()> {
    let InputFile { name, bytes, columns } = file;
    let n_bytes = bytes.len() as u64;
    if n_bytes > LARGEST_FILE {
        return tell(Imported::refused(&name, Refusal::TooLarge { bytes: n_bytes, limit: LARGEST_FILE }));
    }
    open(&name, bytes, columns.as_ref(), Depth::default(), &mut Budget::new(UNPACKED), tell)
}

/// Reads one file that may lie in an archive.
pub(super) fn open(
    name: &str,
    bytes: Vec<u8>,
    columns: Option<&Columns>,
    depth: Depth,
    budget: &mut Budget,
    tell: &mut dyn FnMut(Imported) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let found = match kind::of(name, &bytes) {
        Kind::Zip => match Package::open(&bytes) {
            Ok(package) => match kind::of_zip(name, &package) {
                ZipKind::Files => return members::read(name, &package, depth, budget, tell),
                ZipKind::Docx => docx::read(&package, budget).and_then(|read| document(name, read)),
                ZipKind::Odt => odt::read(&package, budget).and_then(|read| document(name, read)),
                ZipKind::Corpus => {
                    let mut whole = Budget::new(UNPACKED_CORPUS);
                    let budget = if depth == Depth::default() { &mut whole } else { budget };
                    let corpus = archive::read(name, &package, budget);
                    return tell(corpus.unwrap_or_else(|refusal| Imported::refused(name, refusal)));
                }
                ZipKind::Foreign(kind) => Err(Refusal::UnknownFormat { kind: kind.to_owned() }),
            },
            Err(refusal) => Err(refusal),
        },
        Kind::Container => Err(match kind::of_container(name, &bytes) {
            Ok(kind) => Refusal::UnknownFormat { kind: kind.to_owned() },
            Err(kind::Locked) => Refusal::Locked,
        }),
        Kind::Mime => mime::read(name, &bytes).and_then(|(article, read)| {
            check(&article.text)?;
            Ok(Found { articles: vec![article], read })
        }),
        Kind::Broken => Err(Refusal::Damaged { why: say!("ne commence pas comme une archive", "does not begin as an archive").to_owned() }),
        Kind::Foreign(kind) => Err(Refusal::UnknownFormat { kind: kind.to_owned() }),
        kind @ (Kind::Text | Kind::Table) => match annotations::read(name, &bytes) {
            Some(Ok(notes)) => return tell(noted(name, notes)),
            Some(Err(refusal)) => Err(refusal),
            None => text(kind, name, &bytes, columns),
        },
    };
    tell(match found {
        Ok(found) => found.imported(name, bytes),
        // It may be read again when somebody says which column holds the text.
        Err(refusal @ Refusal::NoTextColumn { .. }) => {
            let source = Source { name: name.to_owned(), fingerprint: Fingerprint::of(&bytes), content: Content::Bytes(bytes) };
            Imported { sources: vec![source], ..Imported::refused(name, refusal) }
        }
        Err(refusal) => Imported::refused(name, refusal),
    })
}

/// A file of notes, which is no source of any article.
fn noted(name: &str, Notes { file, left_out }: Notes) -> Imported {
    let n_notes = u32::try_from(file.notes.len()).unwrap_or(u32::MAX);
    let read = Read { n_notes, left_out, ..Read::default() };
    let notes = if file.notes.is_empty() { Vec::new() } else { vec![file] };
    Imported { notes, outcomes: vec![Outcome { name: name.to_owned(), result: Ok(read) }], ..Imported::default() }
}

/// What a file holds.
struct Found {
    articles: Vec<Article>,
    read: Read,
}

impl Found {
    /// The articles with their source, which is not kept twice when it is the text of its one article.
    fn imported(self, name: &str, bytes: Vec<u8>) -> Imported {
        let Self { mut articles, read } = self;
        let fingerprint = Fingerprint::of(&bytes);
        for (article, part) in articles.iter_mut().zip(0..) {
            let (encoding, n_unreadable) = (read.encoding.clone(), read.n_unreadable);
            article.origin = Origin { source: Some(fingerprint), part, encoding, n_unreadable };
        }
        let content = match &*articles {
            [only] if only.text.as_bytes() == bytes => Content::SameAsText,
            _ => Content::Bytes(bytes),
        };
        let source = Source { name: name.to_owned(), fingerprint, content };
        let read = Read { n_articles: u32::try_from(articles.len()).unwrap_or(u32::MAX), ..read };
        Imported {
            articles,
            sources: vec![source],
            outcomes: vec![Outcome { name: name.to_owned(), result: Ok(read) }],
            ..Imported::default()
        }
    }
}

/// The text of an office document, which is its one article.
fn document(name: &str, (text, given): (String, Metadata)) -> Result<Found, Refusal> {
    check(&text)?;
    Ok(Found { articles: vec![Article { given, ..Article::new(name, &text) }], read: Read::default() })
}

/// Refuses what is no article by its length.
fn check(text: &str) -> Result<(), Refusal> {
    match text.len() {
        _ if is_blank(text) => Err(Refusal::Empty),
        bytes if bytes > LONGEST => Err(Refusal::TooLarge { bytes: bytes as u64, limit: LONGEST as u64 }),
        _ => Ok(()),
    }
}

/// A file of text: a table of articles, or one article.
fn text(kind: Kind, name: &str, bytes: &[u8], columns: Option<&Columns>) -> Result<Found, Refusal> {
    let Decoded { text, encoding, n_unreadable } = encoding::decode(bytes).ok_or(Refusal::NotText)?;
    if is_blank(&text) {
        return Err(Refusal::Empty);
    }
    let (articles, read) = match kind {
        Kind::Table => table::read(name, &text, columns)?,
        _ => match press_base::split(name, &text) {
            Some(articles) => (articles, Read::default()),
            None => {
                check(&text)?;
                (vec![Article { text: Rc::from(&*text), ..Article::new(name, "") }], Read::default())
            }
        },
    };
    Ok(Found { articles, read: Read { encoding, n_unreadable, ..read } })
}

/// True when a person would see nothing.
fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c.is_control() || c == '\u{feff}')
}
