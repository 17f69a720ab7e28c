//! Answers about notes: where they stand in the texts as these are now, and what files bring.
//!
//! A passage is looked for in the article in which it was noted, then, with what stood around it, in the others: an article may be
//! called otherwise on another machine, or have been joined to another. Of an article that nobody has, a few passages are looked for
//! everywhere and the others not, so that notes of another corpus take no time.

use std::collections::BTreeMap;

use super::{Engine, n_of};
use crate::concordance::write_sheet;
use crate::corpus::{Document, Mask};
use crate::export::{PlacedNote, note_annotations, note_markdown, note_rows};
use crate::notebook::{Anchor, Fate, Note, NoteFile, Notebook};
use crate::order::Order;
use crate::protocol::{Location, NoteSheet, NotesAnswer, NotesRequest, Taken};
use crate::span::Span;

/// Bytes of a passage with what stood around it that are enough to know it by: a few words are in many articles.
const TELLING: usize = 40;
/// Older versions of notes that are told.
const MOST_REPLACED: usize = 20;
/// Passages of one article that are looked for in all others before it is given up.
const TRIES: u32 = 3;

impl Engine {
    pub(super) fn notes(&self, request: NotesRequest) -> NotesAnswer {
        let mut finder = Finder::over(self);
        match request {
            NotesRequest::Locate(anchors) => {
                let locations: Vec<Location> = anchors.iter().map(|anchor| finder.locate(anchor)).collect();
                let otherwise = (0..).zip(anchors.iter().zip(&locations)).filter_map(|(at, (anchor, location))| {
                    let Location::Here { document, span } = *location else { return None };
                    let words = span.slice(self.corpus.document(document)?.text());
                    (words != anchor.exact).then(|| (at, words.to_owned()))
                });
                let otherwise = otherwise.collect();
                NotesAnswer::Located(locations, otherwise)
            }
            NotesRequest::Take { notebook, files } => {
                let files = files.iter().filter_map(|bytes| postcard::from_bytes::<Vec<NoteFile>>(bytes).ok()).flatten().collect();
                let (notebook, taken) = take(&mut finder, notebook, files);
                NotesAnswer::Taken { notebook, taken }
            }
            NotesRequest::Cover(texts) => NotesAnswer::Covered(texts.iter().map(|text| self.telling.cover(text)).collect()),
            NotesRequest::Sheet { notebook, title, sheet } => NotesAnswer::Sheet(self.note_sheet(&mut finder, &notebook, &title, sheet)),
        }
    }

    fn note_sheet(&self, finder: &mut Finder, notebook: &Notebook, title: &str, sheet: NoteSheet) -> String {
        let (notebook, title) = (&self.covered(notebook), &*self.telling.cover(title));
        let mut placed = Vec::new();
        for note in &notebook.notes {
            let at = match finder.locate(&note.anchor) {
                Location::Here { document, span } => self.corpus.document(document).map(|document| (document, span)),
                Location::Lost(_) | Location::Absent => None,
            };
            placed.push(PlacedNote { note, at });
        }
        placed.order_by_key(|placed| (placed.at.is_none(), placed.at.map(|(document, span)| (document.id, span))));
        match sheet {
            NoteSheet::Annotations => note_annotations(notebook, &placed, title),
            NoteSheet::Markdown => note_markdown(notebook, &placed, title),
            NoteSheet::Table(separator) => write_sheet(&note_rows(notebook, &placed), separator),
        }
    }
}

impl Engine {
    /// A notebook whose words do not tell where articles come from, while that is hidden.
    fn covered(&self, notebook: &Notebook) -> Notebook {
        let mut notebook = notebook.clone();
        if self.edits.mask == Mask::Off {
            return notebook;
        }
        let cover = |words: &mut String| *words = self.telling.cover(words);
        notebook.labels.iter_mut().for_each(|label| cover(&mut label.name));
        for note in &mut notebook.notes {
            cover(&mut note.text);
            note.label.iter_mut().for_each(cover);
        }
        notebook
    }
}

/// Takes the notes of files into a notebook, whose own are brought up to the texts as they are now first: what is the same must
/// stand at the same place.
fn take(finder: &mut Finder, mut notebook: Notebook, files: Vec<NoteFile>) -> (Notebook, Vec<Taken>) {
    for note in &mut notebook.notes {
        let place = finder.locate(&note.anchor);
        finder.settle(&mut note.anchor, place);
    }
    let n_before = notebook.notes.len();
    let mut taken = Vec::new();
    for NoteFile { name, labels, notes } in files {
        let mut told = Taken { file: name, n_notes: n_of(notes.len()), ..Taken::default() };
        labels.into_iter().for_each(|label| notebook.add_label(label));
        for mut note in notes {
            let place = finder.place_told(&mut note.anchor);
            match place {
                Location::Here { .. } => {}
                Location::Lost(_) => told.n_lost += 1,
                Location::Absent => told.n_absent += 1,
            }
            finder.settle(&mut note.anchor, place);
            // What a file calls by the name under which one writes here is one's own.
            let author = note.author.take().filter(|author| notebook.author.as_ref() != Some(author));
            notebook.notes.push(Note { author, ..note });
        }
        taken.push(told);
    }
    let fates = notebook.join_repeated();
    let mut at = n_before;
    for told in &mut taken {
        let own = &fates[at..at + told.n_notes as usize];
        at += own.len();
        for fate in own {
            let replaced = match fate {
                Fate::Kept => continue,
                Fate::Known => {
                    told.n_known += 1;
                    continue;
                }
                Fate::Newer(text) => {
                    told.n_newer += 1;
                    text
                }
                Fate::Older(text) => {
                    told.n_older += 1;
                    text
                }
            };
            if !replaced.is_empty() && told.replaced.len() < MOST_REPLACED {
                told.replaced.push(replaced.clone());
            }
        }
    }
    (notebook, taken)
}

/// Finds passages in a corpus, and remembers where those of an article went that is not there.
struct Finder<'e> {
    engine: &'e Engine,
    /// By name and by address.
    called: BTreeMap<&'e str, &'e Document>,
    gone: BTreeMap<String, Gone>,
}

/// What is known of an article that nobody has under this name.
#[derive(Clone, Copy, Default)]
struct Gone {
    /// The place of the one in which a passage of it was found.
    found_in: Option<usize>,
    n_tries: u32,
}

impl<'e> Finder<'e> {
    fn over(engine: &'e Engine) -> Self {
        let documents = || engine.corpus.documents.iter();
        let addresses = documents().filter_map(|document| Some((&*document.metadata.url.as_ref()?.value, document)));
        // Of two that have one name or address, the name counts.
        let called = addresses.chain(documents().map(|document| (&*document.name, document))).collect();
        Self { engine, called, gone: BTreeMap::new() }
    }

    /// Where a passage stands now.
    fn locate(&mut self, anchor: &Anchor) -> Location {
        let (home, start) = self.engine.edits.home(anchor);
        let home = self.called.get(home).copied();
        let here = home.and_then(|document| Some((document, document.find(anchor, start)?)));
        // Two corpora that became one may both have an article of this name: a few words are in the other one too, but not between
        // the same.
        let is_sure = here.is_some_and(|(document, span)| anchor.is_around(document.text(), span));
        let found = if is_sure { here } else { self.elsewhere(anchor).or(here) };
        match (found, home) {
            (Some((document, span)), _) => Location::Here { document: document.id, span },
            (None, Some(document)) => Location::Lost(document.id),
            (None, None) => Location::Absent,
        }
    }

    /// In the other articles, with what stood around it, if it stands in one of them alone.
    fn elsewhere(&mut self, anchor: &Anchor) -> Option<(&'e Document, Span)> {
        let around = [&*anchor.prefix, &*anchor.exact, &*anchor.suffix].concat();
        if anchor.exact.is_empty() || around.len() < TELLING {
            return None;
        }
        let documents = &self.engine.corpus.documents;
        let within = |document: &'e Document| {
            let at = document.text().find(&around)? + anchor.prefix.len();
            Some((document, Span::new(at, at + anchor.exact.len())))
        };
        let gone = self.gone.entry(anchor.article.clone()).or_default();
        if let Some(found) = gone.found_in.and_then(|place| within(&documents[place])) {
            return Some(found);
        }
        if gone.n_tries >= TRIES {
            return None;
        }
        gone.n_tries += 1;
        let mut found = documents.iter().filter_map(within);
        let (first, second) = (found.next(), found.next());
        let only = first.filter(|_| second.is_none());
        if let Some((document, _)) = only {
            *gone = Gone { found_in: Some(document.id.index()), n_tries: 0 };
        }
        only
    }

    /// The same for a passage as a file tells it: places in Unicode scalars, articles by name, file name or address. Afterwards the anchor
    /// counts bytes where its article is known.
    fn place_told(&mut self, anchor: &mut Anchor) -> Location {
        if let Some(document) = self.named_so(&anchor.article) {
            anchor.article.clone_from(&document.name);
            let told = bytes(&document.raw, anchor.span);
            anchor.span = told;
            let words = told.slice(&document.raw);
            if !told.is_empty() && (anchor.exact.is_empty() || anchor.exact == words) {
                return Location::Here { document: document.id, span: told };
            }
            // The words of a file may have what the page shows otherwise: references of HTML, tags.
            if let Some(span) = anchor.find(&document.raw) {
                return Location::Here { document: document.id, span };
            }
        }
        self.locate(anchor)
    }

    /// The article that a file means.
    fn named_so(&self, source: &str) -> Option<&'e Document> {
        let called = |name: &str| self.called.get(name).copied();
        let last = || source.split(['?', '#']).next().and_then(|path| path.rsplit('/').next()).filter(|last| !last.is_empty());
        called(source).or_else(|| called(last()?))
    }

    /// Makes an anchor that of a place in the text as it is now; one that has none stays.
    fn settle(&self, anchor: &mut Anchor, place: Location) {
        if let Location::Here { document, span } = place
            && let Some(document) = self.engine.corpus.document(document)
        {
            *anchor = Anchor::of(&document.name, document.text(), span);
        }
    }
}

/// A span of Unicode scalars as one of bytes; past the end, the end.
fn bytes(text: &str, scalars: Span) -> Span {
    let byte = |n: u32| text.char_indices().nth(n as usize).map_or(text.len(), |(at, _)| at);
    let start = byte(scalars.start);
    let n_more = scalars.end.saturating_sub(scalars.start) as usize;
    let end = text[start..].char_indices().nth(n_more).map_or(text.len(), |(at, _)| start + at);
    Span::new(start, end)
}
