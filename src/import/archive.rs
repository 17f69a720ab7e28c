//! A corpus handed on whole: one file, `name.recoupe`, that any program for zips opens and a person can read without us.
//!
//! ```text
//! manifest.json               {"format": "recoupe", "version": 1, "title", "sources", "articles"}
//! corrections.json            what the reader corrected, oldest first
//! notes.md                    free text about the corpus
//! notebook.json               notes on passages and the press review, where there are any
//! sources/0001/<file name>    each file as it was brought, byte for byte
//! texts/0001.txt              the text of an article, UTF-8, where it is not its source byte for byte
//! ```
//!
//! An article of the manifest has its `name`, where its `text` stands in the archive, the `source` it was read from with its
//! `part` (from 0), `encoding` and number of `unreadable` characters, and what was `given` with it: `title`, `outlet`, `authors`,
//! `published`, `updated`, `agencies`, `url`, each a `value` with its `basis`, which is `given`, `corrected`, `stated` (with
//! `start` and `end`) or `inferred` (with `why`, perhaps the same as data under `reason`, and for a date `earliest` and
//! `latest`). A source has its `name`, its `file` in the archive, and says when that is the text of its article (`same_as_text`).
//!
//! Corrections name articles, and count bytes of UTF-8 from 0: `{"correction": "field", "article", "field", "values"}`,
//! `{"correction": "zone", "article", "start", "end", "zone"}`, `{"correction": "split", "article", "at", "second"}`,
//! `{"correction": "join", "first", "second"}`, `{"correction": "remove", "article"}`. Those of names call an entity by its slug
//! and a mention by `article`, `start`, `end`; `type` is `PER`, `ORG`, `LOC`, `MEDIA`, `GROUP`, `EVENT`, `LAW` or `PRODUCT`:
//! `{"correction": "merge-names", "entity", "into"}`, `{"correction": "split-name", "entity", "mentions": [], "type", "name"}`,
//! `{"correction": "rename-name", "entity", "name"}`, `{"correction": "retype-name", "entity", "type"}`,
//! `{"correction": "remove-name", "entity"}`, `{"correction": "strike-mentions", "entity", "mentions": []}`,
//! `{"correction": "add-name", "article", "start", "end", "words", "type", "name", "everywhere"}`. A correction that a reader of
//! the file does not know is passed over, told, and written again as it was.
//!
//! What is found in the texts is not in the archive: it is found again. The same corpus gives the same bytes. Members and
//! fields that a reader does not know are passed over; a greater `version` is refused.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::manifest::{self, Manifest};
use super::package::{Budget, Package, Ratio};
use super::{Imported, Outcome, Read, Refusal, correction_list};
use crate::corpus::{Content, Edits, SavedCorpus, Source};
use crate::id::Fingerprint;
use crate::notebook::Notebook;
use crate::say;

const MANIFEST: &str = "manifest.json";
const CORRECTIONS: &str = "corrections.json";
const NOTES: &str = "notes.md";
const NOTEBOOK: &str = "notebook.json";

/// The bytes of a `.recoupe` file.
pub fn write(corpus: &SavedCorpus) -> Vec<u8> {
    write_with(corpus, [])
}

/// The same with more files behind its own, which whoever reads the corpus passes over.
pub fn write_with<'f>(corpus: &SavedCorpus, more: impl IntoIterator<Item = (&'f str, Cow<'f, [u8]>)>) -> Vec<u8> {
    let manifest = manifest::of(corpus);
    let mut files: Vec<(&str, Cow<[u8]>)> = Vec::new();
    let mut add = |path, bytes| files.push((path, bytes));
    add(MANIFEST, manifest::to_json(&manifest).into());
    add(CORRECTIONS, correction_list::to_json(&corpus.edits.corrections).into());
    add(NOTES, corpus.edits.notes.as_bytes().into());
    if !corpus.edits.notebook.is_empty() {
        let notebook = serde_json::to_vec_pretty(&corpus.edits.notebook).expect("strings, numbers and lists are JSON");
        add(NOTEBOOK, notebook.into());
    }
    let texts = manifest::Texts::of(&corpus.articles);
    for (entry, source) in manifest.sources.iter().zip(&corpus.sources) {
        let bytes = match &source.content {
            Content::Bytes(bytes) => Some(&**bytes),
            Content::SameAsText => texts.of_source(source).map(str::as_bytes),
        };
        if let (Some(path), Some(bytes)) = (&entry.file, bytes) {
            add(path, bytes.into());
        }
    }
    for (entry, article) in manifest.articles.iter().zip(&corpus.articles) {
        if entry.text.starts_with(manifest::TEXTS) {
            add(&entry.text, article.text.as_bytes().into());
        }
    }
    for (path, bytes) in more {
        add(path, bytes);
    }
    zipped(files)
}

/// A zip of these files, each under a path of its own. The same files give the same bytes.
pub fn zipped<'f>(files: impl IntoIterator<Item = (&'f str, Cow<'f, [u8]>)>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::DEFAULT)
            .unix_permissions(0o644)
            .system(System::Unix)
            .large_file(u32::try_from(bytes.len()).is_err());
        zip.start_file(path, options)
            .and_then(|()| Ok(zip.write_all(&bytes)?))
            .expect("memory takes every file, each under a path of its own");
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
        None => Err(Refusal::Damaged { why: missing(path) }),
    };
    let manifest = manifest::from_json(&member(MANIFEST)?)?;
    let corrections = correction_list::from_json(&member(CORRECTIONS)?)?;
    let notes = utf8(NOTES, member(NOTES)?)?;
    let notebook = match package.find(NOTEBOOK) {
        Some(_) => manifest::json(NOTEBOOK, &member(NOTEBOOK)?)?,
        None => Notebook::default(),
    };
    let Manifest { title, mask, sources: entries, articles, .. } = manifest;
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
                let place = places.get(&**path).ok_or_else(|| Refusal::Damaged { why: missing(path) })?;
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
    Ok(Imported {
        articles: read,
        sources,
        outcomes: vec![outcome],
        edits: Some(Edits { title, corrections, notes, notebook, mask }),
        ..Imported::default()
    })
}

fn utf8(path: &str, bytes: Vec<u8>) -> Result<String, Refusal> {
    String::from_utf8(bytes)
        .map_err(|_| Refusal::Damaged { why: say!(format!("{path} n’est pas en UTF-8"), format!("{path} is not UTF-8")) })
}

/// That a part of an archive is not in it.
pub(super) fn missing(path: &str) -> String {
    say!(format!("{path} manque"), format!("{path} is missing"))
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use proptest::collection::vec;
    use proptest::option;
    use proptest::prelude::*;

    use super::*;
    use crate::corpus::Mask;
    use crate::corpus::{Article, Basis, Correction, Encoding, Fact, Field, Metadata, Naming, Origin, Reach, Reason, Spot, ZoneKind};
    use crate::import::fixture::{read, refused, stored, zip_of};
    use crate::kind::EntityKind;
    use crate::notebook::{Anchor, Clipping, ClippingKind, Colour, Item, Label, Length, Note, Review};
    use crate::span::Span;

    fn name() -> impl Strategy<Value = String> {
        prop_oneof![
            Just("../x".to_owned()),
            Just("C:\\a:b".to_owned()),
            Just("con.txt".to_owned()),
            Just("corpus.zip/dossier/Été 2015.html".to_owned()),
            Just(String::new()),
            ".{0,12}",
            "[\\PC/]{90,140}",
        ]
    }

    fn reason() -> impl Strategy<Value = Reason> {
        let both = (".{0,9}", ".{0,9}").prop_map(|(french, english)| Reason::Sentences { french, english });
        prop_oneof![".{0,9}".prop_map(Reason::Sentence), both, Just(Reason::DocumentAuthor), Just(Reason::DocumentDay)]
    }

    fn fact() -> impl Strategy<Value = Fact<String>> {
        let basis = prop_oneof![
            Just(Basis::Given),
            Just(Basis::Corrected),
            (0..9_u32, 0..9_u32).prop_map(|(start, n)| Basis::Stated(Span { start, end: start + n })),
            (option::of(".{0,5}"), reason()).prop_map(|(earliest, why)| Basis::Inferred { earliest, latest: None, why }),
        ];
        (".{0,9}", basis).prop_map(|(value, basis)| Fact { value, basis })
    }

    fn given() -> impl Strategy<Value = Metadata> {
        (option::of(fact()), vec(fact(), 0..3), option::of(fact())).prop_map(|(title, authors, url)| Metadata {
            title,
            authors,
            url,
            ..Metadata::default()
        })
    }

    fn correction() -> impl Strategy<Value = Correction> {
        prop_oneof![
            (name(), vec(".{0,5}", 0..3)).prop_map(|(article, values)| Correction::Field { article, field: Field::Published, values }),
            name().prop_map(|article| Correction::Zone { article, span: Span { start: 3, end: 9 }, kind: ZoneKind::Heading }),
            (name(), any::<u32>(), name()).prop_map(|(article, at, second)| Correction::Split { article, at, second }),
            (name(), name()).prop_map(|(first, second)| Correction::Join { first, second }),
            name().prop_map(|article| Correction::Remove { article }),
            naming().prop_map(Correction::Name),
            Just(Correction::Unknown("{\"correction\":\"later\"}".to_owned())),
        ]
    }

    fn naming() -> impl Strategy<Value = Naming> {
        let spots = || vec(name().prop_map(|article| Spot { article, span: Span { start: 3, end: 9 } }), 0..3);
        let kind = || (0..8_usize).prop_map(|at| EntityKind::ALL[at]);
        prop_oneof![
            (name(), name()).prop_map(|(entity, into)| Naming::Merge { entity, into }),
            (name(), spots(), kind(), name()).prop_map(|(entity, mentions, kind, name)| Naming::Split { entity, mentions, kind, name }),
            (name(), name()).prop_map(|(entity, name)| Naming::Rename { entity, name }),
            (name(), kind()).prop_map(|(entity, kind)| Naming::Retype { entity, kind }),
            name().prop_map(|entity| Naming::Remove { entity }),
            (name(), spots()).prop_map(|(entity, mentions)| Naming::Strike { entity, mentions }),
            (name(), name(), kind(), name()).prop_map(|(article, words, kind, name)| {
                let at = Spot { article, span: Span { start: 1, end: 2 } };
                Naming::Add { at, words, kind, name, reach: Reach::Here }
            }),
        ]
    }

    fn notebook() -> impl Strategy<Value = Notebook> {
        let anchor = || {
            (name(), 0..9_u32, ".{0,9}").prop_map(|(article, start, exact)| Anchor {
                article,
                span: Span { start, end: start + 3 },
                exact,
                ..Anchor::default()
            })
        };
        let label = (name(), (0..6_usize).prop_map(|at| Colour::ALL[at])).prop_map(|(name, colour)| Label { name, colour });
        let note = (anchor(), option::of(name()), ".{0,9}", option::of(name())).prop_map(|(anchor, label, text, author)| Note {
            id: None,
            edited: None,
            anchor,
            label,
            text,
            author,
            made: None,
        });
        let clipping = (vec(anchor(), 0..3), name(), name()).prop_map(|(anchors, said, address)| Clipping {
            drawing: String::new(),
            kind: ClippingKind::Disagreement,
            length: Length::Whole,
            anchors,
            said,
            address,
        });
        let item = prop_oneof![".{0,9}".prop_map(Item::Heading), ".{0,9}".prop_map(Item::Words), clipping.prop_map(Item::Clipping)];
        let review = (option::of(name()), vec(item, 0..4)).prop_map(|(title, items)| Review { title, items });
        (vec(label, 0..3), vec(note, 0..3), review, option::of(name())).prop_map(|(labels, notes, review, author)| Notebook {
            labels,
            notes,
            review,
            author,
        })
    }

    /// A file as it came, with its articles: its text, other texts, or none.
    fn file() -> impl Strategy<Value = (Option<Source>, Vec<Article>)> {
        let whole = (name(), name(), ".{0,30}", given()).prop_map(|(file, name, text, given)| {
            let fingerprint = Fingerprint::of(text.as_bytes());
            let origin = Origin { source: Some(fingerprint), ..Origin::default() };
            let article = Article { given, origin, ..Article::new(&name, &text) };
            (Some(Source { name: file, fingerprint, content: Content::SameAsText }), vec![article])
        });
        let parts = (name(), vec(any::<u8>(), 0..40), vec((name(), ".{0,30}", given()), 0..3)).prop_map(|(file, bytes, texts)| {
            let fingerprint = Fingerprint::of(&bytes);
            let article = |((name, text, given), part): ((String, String, Metadata), u32)| Article {
                origin: Origin { source: Some(fingerprint), part, encoding: Encoding::Other("ISO-8859-15".to_owned()), n_unreadable: part },
                given,
                ..Article::new(&name, &text)
            };
            let articles = texts.into_iter().zip(0..).map(article).collect();
            (Some(Source { name: file, fingerprint, content: Content::Bytes(bytes) }), articles)
        });
        let nowhere = (name(), ".{0,30}", option::of(any::<u64>())).prop_map(|(name, text, source)| {
            let origin = Origin { source: source.map(Fingerprint), encoding: Encoding::Windows1252, ..Origin::default() };
            (None, vec![Article { origin, ..Article::new(&name, &text) }])
        });
        let lost = (name(), any::<u64>()).prop_map(|(name, fingerprint)| {
            (Some(Source { name, fingerprint: Fingerprint(fingerprint), content: Content::SameAsText }), Vec::new())
        });
        prop_oneof![whole, parts, nowhere, lost]
    }

    fn corpus() -> impl Strategy<Value = SavedCorpus> {
        let edits = (option::of(".{0,9}"), vec(correction(), 0..4), "(?s).{0,30}", notebook(), (0..3_usize).prop_map(|at| Mask::ALL[at]));
        (vec(file(), 0..5), edits).prop_map(|(files, (title, corrections, notes, notebook, mask))| {
            let (sources, articles): (Vec<_>, Vec<_>) = files.into_iter().unzip();
            let (sources, articles) = (sources.into_iter().flatten().collect(), articles.into_iter().flatten().collect());
            SavedCorpus { articles, sources, edits: Edits { title, corrections, notes, notebook, mask } }
        })
    }

    proptest! {
        #[test]
        fn a_corpus_reads_back_as_it_was(corpus in corpus()) {
            let bytes = write(&corpus);
            prop_assert_eq!(&bytes, &write(&corpus));
            let imported = read("c.recoupe", bytes);
            prop_assert_eq!(refused(&imported), []);
            let Imported { articles, sources, edits, .. } = imported;
            prop_assert_eq!(SavedCorpus { articles, sources, edits: edits.unwrap_or_default() }, corpus);
        }

        #[test]
        fn a_spoiled_corpus_ends_in_an_outcome(corpus in corpus(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
            let mut bytes = write(&corpus);
            let at = at.index(bytes.len());
            bytes[at] = byte;
            prop_assert!(!read("c.recoupe", bytes.clone()).outcomes.is_empty());
            bytes.truncate(at);
            let imported = read("c.recoupe", bytes);
            prop_assert!(imported.articles.is_empty() && refused(&imported).len() == 1, "{:?}", imported);
        }
    }

    #[test]
    fn any_program_finds_the_files_byte_for_byte() {
        let bytes = vec![0xe9, 0, 13, 10];
        let source =
            Source { name: "a/../Lettre: 1?.doc".to_owned(), fingerprint: Fingerprint::of(&bytes), content: Content::Bytes(bytes.clone()) };
        let written = write(&SavedCorpus { sources: vec![source], ..SavedCorpus::default() });
        let mut zip = zip::ZipArchive::new(Cursor::new(written)).expect("it is a zip");
        let names: Vec<String> = zip.file_names().flatten().map(|name| name.into_owned()).collect();
        assert_eq!(names, ["manifest.json", "corrections.json", "notes.md", "sources/0001/Lettre_ 1_.doc"]);
        let mut found = Vec::new();
        zip.by_index(3).expect("it is there").read_to_end(&mut found).expect("it unpacks");
        assert_eq!(found, bytes);
    }

    #[test]
    fn what_is_no_corpus_of_this_version_is_refused() {
        let zip = |manifest: &str| zip_of(&[stored("manifest.json", manifest), stored("corrections.json", "[]"), stored("notes.md", "")]);
        let refusal = |bytes: Vec<u8>| refused(&read("c.recoupe", bytes)).first().map(|(_, refusal)| (*refusal).clone());
        let newer = "{\"format\": \"recoupe\", \"version\": 9, \"articles\": 3}";
        assert_eq!(refusal(zip(newer)), Some(Refusal::NewerVersion { found: 9, known: 1 }));
        let foreign = "{\"format\": \"autre\", \"version\": 1}";
        assert_eq!(refusal(zip(foreign)), Some(Refusal::UnknownFormat { kind: "autre".to_owned() }));
        let without_text = "{\"format\": \"recoupe\", \"version\": 1, \"articles\": [{\"name\": \"a\", \"text\": \"texts/1.txt\"}]}";
        for bytes in [zip("{"), zip("[]"), zip(without_text), zip_of(&[stored("a.txt", "x")])] {
            assert!(matches!(refusal(bytes), Some(Refusal::Damaged { .. })));
        }
        assert_eq!(refusal(zip("{\"format\": \"recoupe\", \"version\": 1, \"later\": true}")), None);
    }
}
