//! One file after the other, told by its first bytes and its name.

use super::{Imported, InputFile, Outcome, Read, Refusal};
use crate::corpus::{Article, Content, Origin, Source};
use crate::id::Fingerprint;

/// Reads one file. Never fails: what cannot be read is an outcome.
pub fn read(file: InputFile) -> Imported {
    let InputFile { name, bytes, .. } = file;
    let fingerprint = Fingerprint::of(&bytes);
    let text = match String::from_utf8(bytes) {
        Ok(text) if text.trim().is_empty() => return Imported::refused(&name, Refusal::Empty),
        Ok(text) if !text.contains('\0') => text,
        _ => return Imported::refused(&name, Refusal::NotText),
    };
    let origin = Origin { source: Some(fingerprint), ..Origin::default() };
    Imported {
        articles: vec![Article { origin, ..Article::new(&name, &text) }],
        sources: vec![Source { name: name.clone(), fingerprint, content: Content::SameAsText }],
        outcomes: vec![Outcome { name, result: Ok(Read { n_articles: 1, ..Read::default() }) }],
        edits: None,
    }
}
