//! What people bring by mistake or by malice, from the file to the engine: nothing stops it, and the rest is analysed.

use recoupe::corpus::Corpus;
use recoupe::engine::Engine;
use recoupe::import::{self, InputFile};

const TEXT: &str = "Crue à Saint-Aubrac\n\nLa Vernelle a débordé mardi. Le maire, Honoré Vaultier, demande de l’aide.\n";

/// The engine on what one file gives.
fn engine(name: &str, bytes: impl Into<Vec<u8>>) -> Engine {
    let imported = import::read(InputFile { name: name.to_owned(), bytes: bytes.into(), columns: None });
    Engine::new(Corpus::read(None, imported.articles).unwrap_or_else(|error| panic!("{error}: {:?}", imported.outcomes)))
}

/// How many zones the engine found in its one document, and how many of its sentences are ours.
fn found(engine: &Engine) -> (usize, usize) {
    let document = &engine.corpus().documents[0];
    let ours = document.sentences.iter().filter(|sentence| sentence.span.slice(document.text()).contains("Vaultier"));
    (document.zones.len(), ours.count())
}

#[test]
fn a_page_nested_deep_is_analysed_whatever_its_depth() {
    for tag in ["div", "b", "ul><li", "table><tr><td", "article", "blockquote class=\"related\""] {
        let page = |depth: usize| format!("<html><body>{}<p>{TEXT}</p>", format!("<{tag}>").repeat(depth));
        let (shallow, deep) = (found(&engine("a.html", page(10))), found(&engine("a.html", page(100_000))));
        assert_eq!(shallow, deep, "{tag}");
    }
}

#[test]
fn a_page_that_closes_what_it_never_opened_is_analysed() {
    let page = format!("<html><body>{}<p>{TEXT}</p>{}", "<b><i></b>".repeat(50_000), "</div></p>".repeat(50_000));
    assert_eq!(found(&engine("a.html", page)).1, 1);
}

#[test]
fn texts_that_were_hard_to_read_are_analysed() {
    let utf16: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_be_bytes).chain([0x41]).collect();
    let windows: Vec<u8> = TEXT.chars().map(|c| u8::try_from(c).unwrap_or(0x92)).collect();
    let broken = [TEXT.as_bytes(), &[0xff, 0xc3, b'\n']].concat();
    let zeros = [TEXT.as_bytes(), &[0; 2]].concat();
    for (name, bytes) in [("16.txt", utf16), ("1252.txt", windows), ("broken.txt", broken), ("zeros.txt", zeros)] {
        assert_eq!(found(&engine(name, bytes)).1, 1, "{name}");
    }
}

#[test]
fn of_an_archive_full_of_bad_files_the_good_one_is_analysed() {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let bomb = vec![b' '; 6 << 20];
    let members: [(&str, &[u8]); 7] = [
        ("../dehors.txt", TEXT.as_bytes()),
        ("vide.txt", b""),
        ("programme.txt", b"\x7fELF\x02\x01\0\0\0\0\0\x03\0>\0"),
        ("bombe.txt", &bomb),
        ("crue.txt", TEXT.as_bytes()),
        ("table.csv", b"titre,texte\n\"Un titre,\"Une cellule qui ne ferme pas\nUn autre,\"x"),
        ("image.png", b"\x89PNG\r\n"),
    ];
    for (name, bytes) in members {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("names differ");
        std::io::Write::write_all(&mut zip, bytes).expect("memory takes all");
    }
    let bytes = zip.finish().expect("memory takes all").into_inner();
    let imported = import::read(InputFile { name: "envoi.zip".to_owned(), bytes, columns: None });
    let refused: Vec<&str> = imported.outcomes.iter().filter(|outcome| outcome.result.is_err()).map(|outcome| &*outcome.name).collect();
    for name in ["dehors.txt", "vide.txt", "programme.txt", "bombe.txt", "table.csv"] {
        assert!(refused.iter().any(|told| told.ends_with(name)), "{name} has no line: {refused:?}");
    }
    let engine = Engine::new(Corpus::read(None, imported.articles).expect("one article is left"));
    let names: Vec<&str> = engine.corpus().documents.iter().map(|document| &*document.name).collect();
    assert!(names.contains(&"envoi.zip/crue.txt") && !names.iter().any(|name| name.contains("dehors")), "{names:?}");
}

#[test]
fn a_page_of_nothing_but_short_lines_is_analysed() {
    for line in ["Accueil\n", "Par Jean Dupont\n", "À lire aussi\n", "1. Un titre (3)\n\n", "12 mars 2021\n"] {
        let (zones, ours) = found(&engine("a.txt", format!("{}{TEXT}", line.repeat(5_000))));
        assert!(zones >= 5_000 && ours == 1, "{line}: {zones} zones, {ours} sentences of ours");
    }
}
