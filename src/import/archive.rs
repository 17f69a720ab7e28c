//! A corpus handed on whole: one file, `name.recoupe`, that any program for zips opens and a person can read without us.
//!
//! ```text
//! manifest.json               {"format": "recoupe", "version": 1, "title", "sources", "articles"}
//! corrections.json            what the reader corrected, oldest first
//! notes.md                    free text about the corpus
//! sources/0001/<file name>    each file as it was brought, byte for byte
//! texts/0001.txt              the text of an article, UTF-8, where it is not its source byte for byte
//! ```
//!
//! An article of the manifest has its `name`, where its `text` stands in the archive, the `source` it was read from with its
//! `part` (from 0), `encoding` and number of `unreadable` characters, and what was `given` with it: `title`, `outlet`, `authors`,
//! `published`, `updated`, `agencies`, `url`, each a `value` with its `basis`, which is `given`, `corrected`, `stated` (with
//! `start` and `end`) or `inferred` (with `why`, and for a date `earliest` and `latest`). A source has its `name`, its `file`
//! in the archive, and says when that is the text of its article (`same_as_text`).
//!
//! Corrections name articles, and count bytes of UTF-8 from 0: `{"correction": "field", "article", "field", "values"}`,
//! `{"correction": "zone", "article", "start", "end", "zone"}`, `{"correction": "split", "article", "at", "second"}`,
//! `{"correction": "join", "first", "second"}`, `{"correction": "remove", "article"}`.
//!
//! What is found in the texts is not in the archive: it is found again. The same corpus gives the same bytes. Members and
//! fields that a reader does not know are passed over; a greater `version` is refused.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::manifest::{self, Manifest};
use super::package::{Budget, Package, Ratio};
use super::{Imported, Outcome, Read, Refusal};
use crate::corpus::{Content, Edits, SavedCorpus, Source};
use crate::id::Fingerprint;

const MANIFEST: &str = "manifest.json";
const CORRECTIONS: &str = "corrections.json";
const NOTES: &str = "notes.md";

/// The bytes of a `.recoupe` file.
pub fn write(corpus: &SavedCorpus) -> Vec<u8> {
    let manifest = manifest::of(corpus);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |path: &str, bytes: &[u8]| {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::DEFAULT)
            .unix_permissions(0o644)
            .system(System::Unix)
            .large_file(u32::try_from(bytes.len()).is_err());
        zip.start_file(path, options)
            .and_then(|()| Ok(zip.write_all(bytes)?))
            .expect("memory takes every file, each under a path of its own");
    };
    add(MANIFEST, &manifest::to_json(&manifest));
    add(CORRECTIONS, &manifest::corrections_to_json(&corpus.edits.corrections));
    add(NOTES, corpus.edits.notes.as_bytes());
    let texts = manifest::Texts::of(&corpus.articles);
    for (entry, source) in manifest.sources.iter().zip(&corpus.sources) {
        let bytes = match &source.content {
            Content::Bytes(bytes) => Some(&**bytes),
            Content::SameAsText => texts.of_source(source).map(str::as_bytes),
        };
        if let (Some(path), Some(bytes)) = (&entry.file, bytes) {
            add(path, bytes);
        }
    }
    for (entry, article) in manifest.articles.iter().zip(&corpus.articles) {
        if entry.text.starts_with(manifest::TEXTS) {
            add(&entry.text, article.text.as_bytes());
        }
    }
    zip.finish().expect("memory takes the directory").into_inner()
}

/// Reads a `.recoupe` file that is called `name`.
///
/// # Errors
/// When it was written by a newer version, or is damaged.
pub(super) fn read(name: &str, package: &Package, budget: &mut Budget) -> Result<Imported, Refusal> {
    let mut member = |path: &str| match package.find(path) {
        Some(place) => package.unpack(place, Ratio::Free, budget),
        None => Err(Refusal::Damaged { why: format!("{path} manque") }),
    };
    let manifest = manifest::from_json(&member(MANIFEST)?)?;
    let corrections = manifest::corrections_from_json(&member(CORRECTIONS)?)?;
    let notes = utf8(NOTES, member(NOTES)?)?;
    let Manifest { title, sources: entries, articles, .. } = manifest;
    let mut sources = Vec::new();
    let mut places = BTreeMap::new();
    for (entry, place) in entries.iter().zip(0_usize..) {
        let content = entry.file.as_deref().map(&mut member).transpose()?;
        let fingerprint = match &content {
            Some(bytes) => Fingerprint::of(bytes),
            None => manifest::fingerprint(entry.fingerprint.as_deref().unwrap_or_default())?,
        };
        places.extend(entry.file.as_deref().map(|path| (path, place)));
        let content = content.map_or(Content::SameAsText, Content::Bytes);
        sources.push(Source { name: entry.name.clone(), fingerprint, content });
    }
    let mut read = Vec::new();
    for entry in articles {
        let text = match places.get(&*entry.text).map(|place| &sources[*place].content) {
            Some(Content::Bytes(bytes)) => bytes.clone(),
            _ => member(&entry.text)?,
        };
        let source = match (&entry.source, &entry.fingerprint) {
            (Some(path), _) => {
                let place = places.get(&**path).ok_or_else(|| Refusal::Damaged { why: format!("{path} manque") })?;
                Some(sources[*place].fingerprint)
            }
            (None, Some(fingerprint)) => Some(manifest::fingerprint(fingerprint)?),
            (None, None) => None,
        };
        let text = utf8(&entry.text, text)?;
        read.push(entry.article(&text, source));
    }
    let texts = manifest::Texts::of(&read);
    for (source, entry) in sources.iter_mut().zip(&entries) {
        // A source whose bytes are no article's text keeps them, whatever is said of it.
        if entry.same_as_text && texts.of_source(source).is_some() {
            source.content = Content::SameAsText;
        }
    }
    let n_articles = u32::try_from(read.len()).unwrap_or(u32::MAX);
    let outcome = Outcome { name: name.to_owned(), result: Ok(Read { n_articles, ..Read::default() }) };
    Ok(Imported { articles: read, sources, outcomes: vec![outcome], edits: Some(Edits { title, corrections, notes }) })
}

fn utf8(path: &str, bytes: Vec<u8>) -> Result<String, Refusal> {
    String::from_utf8(bytes).map_err(|_| Refusal::Damaged { why: format!("{path} n’est pas en UTF-8") })
}
