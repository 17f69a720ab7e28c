//! The files of an archive, each a source of its own, one archive deep in another.
//!
//! What systems and browsers leave in archives is passed over: hidden files in silence, pictures, styles, scripts and the
//! folders beside saved pages in one line with their numbers. One bad member does not stop the rest.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use super::kind;
use super::package::{Budget, MemberKind, Package, Ratio};
use super::saved_pages::SavedPages;
use super::{Imported, Outcome, Read, Refusal};
use crate::id::Fingerprint;
use crate::{locale, say};

/// Archives around a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Depth(u8);

/// Archives in an archive are opened, those in them no more.
const DEEPEST: u8 = 2;

/// Files read of one archive: a corpus of more takes a machine longer than a person waits, and each has its line in the report.
pub const MOST_FILES: u32 = 20_000;

/// Members that are no articles, by their endings.
const ATTACHED: [&[&str]; 6] = [
    &["jpg", "jpeg", "jfif", "png", "gif", "webp", "svg", "ico", "bmp", "avif", "tif", "tiff", "heic", "psd"],
    &["css", "scss", "less"],
    &["js", "mjs", "cjs", "map", "wasm", "php", "download", "téléchargement"],
    &["woff", "woff2", "ttf", "otf", "eot"],
    &["mp3", "mp4", "m4a", "m4v", "mov", "avi", "mkv", "webm", "ogg", "oga", "wav", "flac"],
    &[],
];
/// Place in [`ATTACHED`] of what lies beside a saved page and has no telling ending.
const OF_A_PAGE: usize = 5;

/// Reads the members of an archive that is called `name`.
pub(super) fn read(
    name: &str,
    package: &Package,
    depth: Depth,
    budget: &mut Budget,
    tell: &mut dyn FnMut(Imported) -> ControlFlow<()>,
) -> ControlFlow<()> {
    if depth.0 >= DEEPEST {
        return tell(Imported::refused(name, Refusal::TooDeep));
    }
    let pages = SavedPages::among(package.members().iter().map(|member| &*member.name));
    let mut reading = Reading { archive: name, attached: [0; ATTACHED.len()], seen: BTreeMap::new() };
    let (mut n_read, mut n_told) = (0, 0);
    for (place, member) in package.members().iter().enumerate() {
        let path = &*member.name;
        if member.kind == MemberKind::Folder || is_hidden(path) {
            continue;
        }
        if let Some(kind) = attached(path, &pages).or((member.kind == MemberKind::Link).then_some(OF_A_PAGE)) {
            reading.attached[kind] += 1;
            continue;
        }
        n_told += 1;
        if climbs(path) {
            tell(Imported::refused(&reading.name_of(path), Refusal::ClimbingPath))?;
            continue;
        }
        if n_read == MOST_FILES {
            tell(Imported::refused(name, Refusal::TooMany { limit: MOST_FILES }))?;
            break;
        }
        n_read += 1;
        match package.unpack(place, Ratio::Held, budget) {
            Ok(bytes) => match reading.unique(path, &bytes) {
                Ok(name) => super::read::open(&name, bytes, None, Depth(depth.0 + 1), budget, tell)?,
                Err(refusal) => tell(Imported::refused(&reading.name_of(path), refusal))?,
            },
            // Nothing more may come out of the archive as a whole.
            Err(refusal) if budget.is_spent() => {
                tell(Imported::refused(name, refusal))?;
                break;
            }
            Err(refusal) => tell(Imported::refused(&reading.name_of(path), refusal))?,
        }
    }
    if package.is_cut {
        let why = say!("la liste des fichiers ne se lit pas jusqu’au bout", "the list of files cannot be read to its end").to_owned();
        tell(Imported::refused(name, Refusal::Damaged { why }))?;
    } else if n_told == 0 {
        return tell(Imported::refused(name, Refusal::NoArticle));
    }
    match reading.left_out() {
        Some(left_out) => {
            let read = Read { left_out: vec![left_out], ..Read::default() };
            tell(Imported { outcomes: vec![Outcome { name: name.to_owned(), result: Ok(read) }], ..Imported::default() })
        }
        None => ControlFlow::Continue(()),
    }
}

/// What was met in an archive so far.
struct Reading<'a> {
    archive: &'a str,
    /// Numbers of members left out, by their place in [`ATTACHED`].
    attached: [u32; ATTACHED.len()],
    seen: BTreeMap<String, Fingerprint>,
}

impl Reading<'_> {
    fn name_of(&self, path: &str) -> String {
        let path = if path.is_empty() { say!("sans nom", "unnamed") } else { path };
        [self.archive, "/", path].concat()
    }

    /// What a member is called. A second one of the same path gets a number, unless it is the same file.
    fn unique(&mut self, path: &str, bytes: &[u8]) -> Result<String, Refusal> {
        let (first, fingerprint) = (self.name_of(path), Fingerprint::of(bytes));
        let mut name = first.clone();
        for n in 2_u32.. {
            match self.seen.get(&name) {
                Some(known) if *known == fingerprint => return Err(Refusal::Same { same_as: name }),
                Some(_) => name = format!("{first} ({n})"),
                None => break,
            }
        }
        self.seen.insert(name.clone(), fingerprint);
        Ok(name)
    }

    /// What was left out by its ending, in one line: `12 images, 1 feuille de style`.
    fn left_out(&self) -> Option<String> {
        let count =
            |(n, (one, many)): (&u32, (&str, &str))| format!("{n} {}", if locale::current().is_one(*n as usize) { one } else { many });
        let told: Vec<String> = self.attached.iter().zip(attached_kinds()).filter(|(n, _)| **n > 0).map(count).collect();
        (!told.is_empty()).then(|| told.join(", "))
    }
}

/// What one and several of each kind of [`ATTACHED`] are called.
fn attached_kinds() -> [(&'static str, &'static str); ATTACHED.len()] {
    say!(
        [
            ("image", "images"),
            ("feuille de style", "feuilles de style"),
            ("script", "scripts"),
            ("police", "polices"),
            ("son ou vidéo", "sons ou vidéos"),
            ("élément d’une page enregistrée", "éléments de pages enregistrées"),
        ],
        [
            ("picture", "pictures"),
            ("style sheet", "style sheets"),
            ("script", "scripts"),
            ("font", "fonts"),
            ("sound or video", "sounds or videos"),
            ("part of a saved page", "parts of saved pages"),
        ]
    )
}

/// The kind of a member that is no article, as its place in [`ATTACHED`].
fn attached(path: &str, pages: &SavedPages) -> Option<usize> {
    let ending = kind::ending(path);
    let by_ending = ATTACHED.iter().position(|endings| endings.contains(&&*ending));
    by_ending.or_else(|| pages.hold(path).then_some(OF_A_PAGE))
}

/// True for what an operating system leaves behind.
fn is_hidden(path: &str) -> bool {
    let file = path.rsplit('/').next().unwrap_or_default();
    path.starts_with("__MACOSX/")
        || path.split('/').any(|part| part.starts_with('.') && part != ".." && part != ".")
        || file.starts_with("~$")
        || ["thumbs.db", "desktop.ini"].contains(&&*file.to_lowercase())
}

/// True when a path leads out of the archive.
fn climbs(path: &str) -> bool {
    let drive = path.as_bytes().get(1) == Some(&b':') && path.starts_with(|c: char| c.is_ascii_alphabetic());
    drive || path.starts_with('/') || path.split('/').any(|part| part == "..")
}
