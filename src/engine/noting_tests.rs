//! Notes: what is written reads back, what is brought together keeps who said it, what was moved is found.

use proptest::prelude::*;

use super::Engine;
use crate::corpus::{Article, Correction, Edits, Mask};
use crate::import::{self, InputFile};
use crate::notebook::{Anchor, Colour, Label, Note, NoteFile, Notebook};
use crate::protocol::{Location, NoteSheet, NotesAnswer, NotesRequest, Taken};
use crate::span::Span;

const PORT: &str = "Le port ferme\n\nLe port de Brest ferme lundi, dit le maire. « Rien n’est prêt », répond Anne Durand à l’été 2015.\n\nLe port ouvrira plus tard, dit le préfet, qui ne donne pas de date.";
const GARE: &str = "La gare ouvre\n\nLa gare de Brest ouvre mardi. Le port ferme, lui, et nul ne dit pourquoi ce jour-là.";

fn engine(edits: Edits) -> Engine {
    let articles = [("port.txt", PORT), ("gare.txt", GARE)].map(|(name, text)| Article::new(name, text));
    Engine::build(articles.to_vec(), edits, &mut |_| {}).expect("two articles are a corpus").0
}

fn note(engine: &Engine, article: &str, words: &str, text: &str) -> Note {
    let document = engine.corpus.documents.iter().find(|document| document.name == article).unwrap();
    let at = document.text().find(words).unwrap();
    Note {
        anchor: Anchor::of(article, document.text(), Span::new(at, at + words.len())),
        label: Some("Lieu".to_owned()),
        text: text.to_owned(),
        made: Some("2026-01-02T03:04:05.006Z".to_owned()),
        ..Note::default()
    }
}

fn notebook(engine: &Engine) -> Notebook {
    let label = Label { name: "Lieu".to_owned(), colour: Colour::Pink };
    let mut by_bo = note(engine, "gare.txt", "Le port ferme", "Où ?\nQuand ?");
    by_bo.author = Some("Bo".to_owned());
    let bare = Note { label: None, ..note(engine, "port.txt", "l’été 2015", "") };
    let notes = vec![note(engine, "port.txt", "« Rien n’est prêt »", "Qui le dit ?"), by_bo, bare];
    Notebook { labels: vec![label], notes, author: Some("Ana".to_owned()), ..Notebook::default() }
}

fn sheet(engine: &Engine, notebook: &Notebook, sheet: NoteSheet) -> String {
    let request = NotesRequest::Sheet { notebook: notebook.clone(), title: "Port".to_owned(), sheet };
    match engine.notes(request) {
        NotesAnswer::Sheet(text) => text,
        other => panic!("{other:?}"),
    }
}

fn file(name: &str, text: &str) -> Vec<u8> {
    let imported = import::read(InputFile { name: name.to_owned(), bytes: text.into(), columns: None });
    assert!(imported.articles.is_empty() && imported.sources.is_empty(), "{imported:?}");
    postcard::to_allocvec(&imported.notes).unwrap()
}

fn take(engine: &Engine, notebook: Notebook, files: Vec<Vec<u8>>) -> (Notebook, Vec<Taken>) {
    match engine.notes(NotesRequest::Take { notebook, files }) {
        NotesAnswer::Taken { notebook, taken } => (notebook, taken),
        other => panic!("{other:?}"),
    }
}

#[test]
fn notes_that_come_back_into_their_notebook_add_nothing() {
    let engine = engine(Edits::default());
    let own = notebook(&engine);
    let (after, taken) = take(&engine, own.clone(), vec![file("n.jsonld", &sheet(&engine, &own, NoteSheet::Annotations))]);
    assert_eq!(after, own);
    assert_eq!(taken, [Taken { file: "n.jsonld".to_owned(), n_notes: 3, n_known: 3, ..Taken::default() }]);
}

#[test]
fn notes_that_come_into_an_empty_notebook_are_the_same_notes() {
    let engine = engine(Edits::default());
    let own = notebook(&engine);
    let empty = Notebook { author: own.author.clone(), ..Notebook::default() };
    let (mut after, _) = take(&engine, empty, vec![file("n.jsonld", &sheet(&engine, &own, NoteSheet::Annotations))]);
    after.notes.sort_by(|a, b| a.identity().cmp(&b.identity()));
    let mut before = own.clone();
    before.notes.sort_by(|a, b| a.identity().cmp(&b.identity()));
    assert_eq!(after, before);
    let (after, _) = take(&engine, Notebook::default(), vec![file("n.jsonld", &sheet(&engine, &own, NoteSheet::Annotations))]);
    let mut authors: Vec<Option<&str>> = after.notes.iter().map(|note| note.author.as_deref()).collect();
    authors.sort_unstable();
    assert_eq!(authors, [Some("Ana"), Some("Ana"), Some("Bo")]);
}

#[test]
fn thirty_files_keep_who_said_what() {
    let engine = engine(Edits::default());
    let files = (0..30).map(|n| {
        let one = Notebook { notes: vec![Note { made: None, ..note(&engine, "port.txt", "le maire", "") }], ..Notebook::default() };
        file(&format!("classe/eleve {n}.jsonld"), &sheet(&engine, &one, NoteSheet::Annotations))
    });
    let (after, taken) = take(&engine, Notebook::default(), files.collect());
    assert_eq!((after.notes.len(), taken.len()), (30, 30));
    assert_eq!(after.notes[4].author.as_deref(), Some("eleve 4"));
}

#[test]
fn notes_of_another_corpus_are_kept_and_counted() {
    let engine = engine(Edits::default());
    let anchor = |article: &str, exact: &str| Anchor { article: article.to_owned(), exact: exact.to_owned(), ..Anchor::default() };
    let of = |anchor| Note { anchor, ..Note::default() };
    let notes = vec![
        of(anchor("ailleurs.txt", "Un autre texte.")),
        of(anchor("port.txt", "des mots qui n’y sont pas")),
        of(anchor("port.txt", "le préfet")),
    ];
    let bytes = postcard::to_allocvec(&vec![NoteFile { name: "f".to_owned(), labels: Vec::new(), notes }]).unwrap();
    let (after, taken) = take(&engine, Notebook::default(), vec![bytes, vec![0xff, 0xff]]);
    assert_eq!(after.notes.len(), 3);
    assert_eq!(taken, [Taken { file: "f".to_owned(), n_notes: 3, n_absent: 1, n_lost: 1, ..Taken::default() }]);
    assert_eq!(after.notes[2].anchor.span.slice(PORT), "le préfet");
}

#[test]
fn a_passage_is_found_in_the_article_that_has_it_under_another_name() {
    let engine = engine(Edits::default());
    let mut told = note(&engine, "port.txt", "« Rien n’est prêt »", "").anchor;
    told.article = "chez-moi.txt".to_owned();
    let NotesAnswer::Located(found, _) = engine.notes(NotesRequest::Locate(vec![told])) else { panic!() };
    let [Location::Here { document, span }] = found[..] else { panic!("{found:?}") };
    assert_eq!((engine.corpus.document(document).map(|found| &*found.name), span.slice(PORT)), (Some("port.txt"), "« Rien n’est prêt »"));
}

#[test]
fn a_passage_behind_a_cut_is_found_in_the_second_article() {
    let before = engine(Edits::default());
    let anchor = note(&before, "port.txt", "le préfet", "").anchor;
    let at = u32::try_from(PORT.find("Le port ouvrira").unwrap()).unwrap();
    let cut = Correction::Split { article: "port.txt".to_owned(), at, second: "suite.txt".to_owned() };
    let engine = engine(Edits { corrections: vec![cut], ..Edits::default() });
    let NotesAnswer::Located(found, _) = engine.notes(NotesRequest::Locate(vec![anchor])) else { panic!() };
    let [Location::Here { document, span }] = found[..] else { panic!("{found:?}") };
    let document = engine.corpus.document(document).unwrap();
    assert_eq!((&*document.name, span.slice(&document.raw)), ("suite.txt", "le préfet"));
}

#[test]
fn a_passage_in_which_a_name_is_hidden_stands_where_it_stood_and_reads_as_it_does_now() {
    let engine = engine(Edits::default());
    let mut anchor = note(&engine, "port.txt", "dit le maire. « Rien", "").anchor;
    anchor.exact = anchor.exact.replace("maire", "Monde");
    let NotesAnswer::Located(found, otherwise) = engine.notes(NotesRequest::Locate(vec![anchor.clone()])) else { panic!() };
    assert!(matches!(found[..], [Location::Here { span, .. }] if span == anchor.span), "{found:?}");
    assert_eq!(otherwise, [(0, "dit le maire. « Rien".to_owned())]);
    anchor.exact = "x".repeat(anchor.exact.len());
    let NotesAnswer::Located(found, _) = engine.notes(NotesRequest::Locate(vec![anchor])) else { panic!() };
    assert!(matches!(found[..], [Location::Lost(_)]), "{found:?}");
}

#[test]
fn a_place_alone_is_enough_and_one_beyond_the_end_is_none() {
    let engine = engine(Edits::default());
    let start = u32::try_from(PORT[..PORT.find("l’été").unwrap()].chars().count()).unwrap();
    let of = |start, end| Note {
        anchor: Anchor { article: "port.txt".to_owned(), span: Span { start, end }, ..Anchor::default() },
        ..Note::default()
    };
    let notes = vec![of(start, start + 5), of(90_000, 90_009)];
    let bytes = postcard::to_allocvec(&vec![NoteFile { notes, ..NoteFile::default() }]).unwrap();
    let (after, taken) = take(&engine, Notebook::default(), vec![bytes]);
    assert_eq!((&*after.notes[0].anchor.exact, taken[0].n_lost), ("l’été", 1));
}

#[test]
fn notes_are_read_as_a_table_and_as_markdown() {
    let engine = engine(Edits::default());
    let own = notebook(&engine);
    let table = sheet(&engine, &own, NoteSheet::Table(crate::concordance::Separator::Comma));
    assert_eq!(table.lines().count(), 5, "{table}");
    assert!(table.contains("port.txt,,") && table.contains("Qui le dit ?"), "{table}");
    let markdown = sheet(&engine, &own, NoteSheet::Markdown);
    assert!(markdown.contains("> « Rien n’est prêt »\n\n**Lieu** Qui le dit ? (Ana)"), "{markdown}");
}

proptest! {
    #[test]
    fn what_is_written_reads_back_whatever_is_noted(
        starts in prop::collection::vec((any::<prop::sample::Index>(), 1..40_usize, "\\PC{0,40}", prop::option::of("[a-zé ]{0,9}x")), 0..6)
    ) {
        let engine = engine(Edits::default());
        let bounds: Vec<usize> = PORT.char_indices().map(|(at, _)| at).chain([PORT.len()]).collect();
        let note = |(place, (at, n, text, label)): (usize, (prop::sample::Index, usize, String, Option<String>))| {
            let start = at.index(bounds.len() - 1);
            let span = Span::new(bounds[start], bounds[(start + n).min(bounds.len() - 1)]);
            let label = label.map(|label| crate::notebook::label_name(&label));
            Note { anchor: Anchor::of("port.txt", PORT, span), label, text: text.trim().to_owned(), made: Some(place.to_string()), ..Note::default() }
        };
        let notes: Vec<Note> = starts.into_iter().enumerate().map(note).collect();
        let own = Notebook { notes, ..Notebook::default() };
        let (mut after, _) = take(&engine, own.clone(), vec![file("n.jsonld", &sheet(&engine, &own, NoteSheet::Annotations))]);
        after.labels.clear();
        prop_assert_eq!(after, own.clone());
        // In another notebook of the same person too, down to the bytes of what is written of it.
        let mut named = Notebook { author: Some("Ana".to_owned()), ..own };
        for name in named.notes.iter().filter_map(|note| note.label.clone()).collect::<Vec<_>>() {
            named.add_label(Label { name, colour: Colour::Green });
        }
        let written = sheet(&engine, &named, NoteSheet::Annotations);
        let empty = Notebook { author: named.author.clone(), ..Notebook::default() };
        let (again, _) = take(&engine, empty, vec![file("n.jsonld", &written)]);
        prop_assert_eq!(sheet(&engine, &again, NoteSheet::Annotations), written);
    }
}

#[test]
fn a_note_that_was_edited_and_comes_back_is_one_note_in_its_newest_words() {
    let engine = engine(Edits::default());
    let of = |text: &str, edited: Option<&str>| {
        let note = note(&engine, "port.txt", "le maire", text);
        let note = Note { id: Some("urn:recoupe:note:0001".to_owned()), edited: edited.map(str::to_owned), ..note };
        Notebook { notes: vec![note], author: Some("Ana".to_owned()), ..Notebook::default() }
    };
    let (old, new) = (of("Lequel ?", None), of("Celui de Brest.", Some("2026-02-02T03:04:05.006Z")));
    let sent = |notebook: &Notebook| file("ana.jsonld", &sheet(&engine, notebook, NoteSheet::Annotations));
    let (kept, taken) = take(&engine, old.clone(), vec![sent(&new)]);
    assert_eq!(kept.notes, new.notes);
    assert_eq!((taken[0].n_newer, &*taken[0].replaced), (1, &["Lequel ?".to_owned()][..]));
    let (kept, taken) = take(&engine, new.clone(), vec![sent(&old)]);
    assert_eq!((&kept.notes, taken[0].n_older), (&new.notes, 1));
    // Both files of one pupil at once, in either order.
    for files in [[sent(&old), sent(&new)], [sent(&new), sent(&old)]] {
        let (kept, _) = take(&engine, Notebook::default(), files.to_vec());
        assert_eq!(kept.notes.iter().map(|note| &*note.text).collect::<Vec<_>>(), ["Celui de Brest."]);
    }
}

/// Two corpora that become one both have a `port.txt`: the second is called otherwise then, its notes are not.
#[test]
fn a_note_finds_its_article_when_another_of_its_name_has_its_words_too() {
    let other = "Le port de Lorient\n\nÀ Lorient, le port ferme aussi, dit le maire. Nul ne sait pour combien de temps.";
    let articles = [Article::new("port.txt", PORT), Article::new("port.txt", other)];
    let engine = Engine::build(articles.to_vec(), Edits::default(), &mut |_| {}).expect("two articles are a corpus").0;
    let at = other.find("le maire").unwrap();
    let anchor = Anchor::of("port.txt", other, Span::new(at, at + "le maire".len()));
    let NotesAnswer::Located(places, _) = engine.notes(NotesRequest::Locate(vec![anchor])) else { panic!("places are asked for") };
    let Location::Here { document, span } = places[0] else { panic!("{places:?}") };
    let found = engine.corpus.document(document).unwrap();
    assert_eq!((&*found.name, span.start as usize), ("port.txt (2)", at));
}

#[test]
fn while_sources_are_hidden_comments_do_not_name_them() {
    let article = |name: &str, text: &str| Article::new(name, &format!("---\ntitle: Le port\noutlet: Le Figaro\n---\n{text}"));
    for mask in [Mask::Outlets, Mask::Names] {
        let articles = [article("port.txt", PORT), article("gare.txt", GARE)];
        let engine = Engine::build(articles.to_vec(), Edits { mask, ..Edits::default() }, &mut |_| {}).expect("a corpus").0;
        let said = "Comme Le Figaro l’écrit, le port ferme.".to_owned();
        let covered = engine.notes(NotesRequest::Cover(vec![said.clone(), "Rien ici.".to_owned()]));
        let NotesAnswer::Covered(covered) = covered else { panic!("{covered:?}") };
        assert!(!covered[0].contains("Figaro") && covered[0].starts_with("Comme ") && covered[1] == "Rien ici.", "{covered:?}");
        let notebook = Notebook { notes: vec![Note { text: said, ..Note::default() }], ..Notebook::default() };
        for form in [NoteSheet::Annotations, NoteSheet::Markdown] {
            assert!(!sheet(&engine, &notebook, form).contains("Figaro"));
        }
    }
}
