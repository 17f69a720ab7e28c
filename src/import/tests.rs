use std::ops::ControlFlow;

use proptest::prelude::*;

use super::fixture::{Written, deflated, names, read, refused, stored, zip_of};
use super::package::Budget;
use super::*;
use crate::corpus::{Content, Corpus};

const TEXT: &str = "Crue à Saint-Aubrac\n\nLa Vernelle a débordé mardi.\n";

fn refusal(name: &str, bytes: impl Into<Vec<u8>>) -> Refusal {
    let imported = read(name, bytes);
    assert!(imported.articles.is_empty() && imported.sources.is_empty(), "{imported:?}");
    match <[Outcome; 1]>::try_from(imported.outcomes) {
        Ok([Outcome { name: told, result: Err(refusal) }]) if told == name => refusal,
        other => panic!("{other:?}"),
    }
}

#[test]
fn utf_8_is_its_own_source() {
    let marked = format!("\u{feff}{TEXT}");
    for (name, text) in [("a.txt", TEXT), ("A.MD", &marked), ("sans_extension", TEXT), ("x.HTM", "<p>Été\r\n")] {
        let Imported { articles, sources, outcomes, .. } = read(name, text);
        let [article] = &articles[..] else { panic!("{articles:?}") };
        assert_eq!((&*article.name, &*article.text), (name, text));
        assert_eq!(article.origin.source, Some(sources[0].fingerprint));
        assert_eq!((sources.len(), &sources[0].content), (1, &Content::SameAsText));
        assert_eq!(outcomes[0].result.as_ref().map(|read| read.n_articles), Ok(1));
    }
}

#[test]
fn another_encoding_keeps_its_bytes() {
    let bytes = b"La crue a d\xe9bord\xe9 \xe0 N\xeemes.";
    let Imported { articles, sources, .. } = read("a.txt", *bytes);
    assert_eq!(&*articles[0].text, "La crue a débordé à Nîmes.");
    assert_eq!(articles[0].origin.encoding, Encoding::Windows1252);
    assert_eq!(sources[0].content, Content::Bytes(bytes.to_vec()));
}

#[test]
fn what_is_read_by_nobody_is_refused_by_its_name() {
    for (name, bytes, kind) in [
        ("a.pdf", &b"%PDF-1.4"[..], "PDF"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "PNG"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word 97-2003 (doc)"),
        ("a.rtf", b"{\\rtf1", "RTF"),
        ("a.mp3", b"ID3\x04", "MP3"),
        ("a.html.gz", b"\x1f\x8b\x08", "gzip"),
        ("a.webarchive", b"bplist00", "webarchive"),
    ] {
        assert_eq!(refusal(name, bytes), Refusal::UnknownFormat { kind: kind.to_owned() });
    }
}

#[test]
fn an_empty_file_holds_nothing() {
    for bytes in [&b""[..], b" \r\n\t", b"\xef\xbb\xbf", b"\xef\xbb\xbf\r\n", b"\xff\xfe", b"\xfe\xff\0 "] {
        assert_eq!(refusal("a.txt", bytes), Refusal::Empty, "{bytes:?}");
    }
}

#[test]
fn a_program_called_text_is_no_text() {
    let mut bytes = vec![0x4d, 0x5a, 0x90, 3, 0, 0, 0, 4, 0xff, 0xff, 0, 0];
    assert_eq!(refusal("lettre.txt", bytes.clone()), Refusal::UnknownFormat { kind: "EXE".to_owned() });
    bytes[0] = 0x4e;
    assert_eq!(refusal("lettre.txt", bytes), Refusal::NotText);
}

#[test]
fn a_text_of_odd_utf_16_and_one_with_bad_bytes_come_in_with_their_count() {
    let mut wide: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
    wide.push(b'a');
    let broken = [TEXT.as_bytes(), b"\xff\xfe!", TEXT.as_bytes()].concat();
    for (bytes, encoding, n) in [(wide, Encoding::Utf16, 1), (broken, Encoding::Utf8, 2)] {
        let Imported { articles, outcomes, .. } = read("a.txt", bytes);
        assert_eq!((&articles[0].origin.encoding, articles[0].origin.n_unreadable), (&encoding, n));
        assert_eq!(outcomes[0].result.as_ref().map(|read| read.n_unreadable), Ok(n));
        assert_eq!(articles[0].text.matches('\u{fffd}').count(), n as usize);
    }
}

#[test]
fn every_file_of_an_archive_is_a_source_of_its_own() {
    let inner = zip_of(&[stored("b.txt", TEXT)]);
    let zip = zip_of(&[
        stored("dossier/", ""),
        stored("dossier/a.txt", TEXT),
        deflated("c.html", b"<p>Une page."),
        stored("inner.zip", inner),
        stored("__MACOSX/dossier/._a.txt", "x"),
        stored(".DS_Store", "x"),
        stored("img/Thumbs.db", "x"),
        stored("c_files/photo.JPG", "x"),
        stored("c_files/style.css", "x"),
        stored("c_files/pub.html", "<p>Achetez."),
        stored("b.png", "x"),
    ]);
    let imported = read("corpus.zip", zip);
    assert_eq!(names(&imported), ["corpus.zip/dossier/a.txt", "corpus.zip/c.html", "corpus.zip/inner.zip/b.txt"]);
    assert_eq!(imported.sources.len(), 3);
    let last = imported.outcomes.last().expect("there are outcomes");
    let left_out = last.result.as_ref().map(|read| read.left_out.join("; "));
    assert_eq!((&*last.name, left_out), ("corpus.zip", Ok("2 images, 1 feuille de style, 1 élément d’une page enregistrée".to_owned())));
    assert_eq!(imported.outcomes.len(), 4);
}

#[test]
fn an_archive_in_an_archive_in_an_archive_stays_shut() {
    let deep = zip_of(&[stored("c.txt", TEXT)]);
    let middle = zip_of(&[stored("c.zip", deep), stored("b.txt", TEXT)]);
    let imported = read("a.zip", zip_of(&[stored("b.zip", middle)]));
    assert_eq!(names(&imported), ["a.zip/b.zip/b.txt"]);
    assert_eq!(refused(&imported), [("a.zip/b.zip/c.zip", &Refusal::TooDeep)]);
}

#[test]
fn paths_that_climb_are_left_out_and_the_rest_comes_in() {
    let paths = ["../a.txt", "/etc/passwd", "C:\\a.txt", "x/..\\..\\b.txt", "ok/b.txt"];
    let imported = read("a.zip", zip_of(&paths.map(|path| stored(path, TEXT))));
    assert_eq!(names(&imported), ["a.zip/ok/b.txt"]);
    assert_eq!(refused(&imported).len(), 4);
    assert!(refused(&imported).iter().all(|(_, refusal)| **refusal == Refusal::ClimbingPath));
}

#[test]
fn a_member_twice_is_told_and_another_of_its_name_gets_a_number() {
    let zip = zip_of(&[stored("a.txt", TEXT), stored("a.txt", TEXT), stored("a.txt", "Un autre texte.")]);
    let imported = read("z.zip", zip);
    assert_eq!(names(&imported), ["z.zip/a.txt", "z.zip/a.txt (2)"]);
    assert_eq!(refused(&imported), [("z.zip/a.txt", &Refusal::Same { same_as: "z.zip/a.txt".to_owned() })]);
}

#[test]
fn a_locked_member_is_told_and_the_rest_comes_in() {
    let zip = zip_of(&[Written { flags: 1, ..stored("secret.txt", TEXT) }, stored("b.txt", TEXT)]);
    let imported = read("z.zip", zip);
    assert_eq!(names(&imported), ["z.zip/b.txt"]);
    assert_eq!(refused(&imported), [("z.zip/secret.txt", &Refusal::Locked)]);
}

#[test]
fn a_bomb_is_stopped_while_it_unpacks() {
    let zeros = vec![b' '; 6 << 20];
    let imported = read("z.zip", zip_of(&[deflated("bombe.txt", &zeros), stored("b.txt", TEXT)]));
    assert_eq!(names(&imported), ["z.zip/b.txt"]);
    assert!(matches!(refused(&imported)[..], [("z.zip/bombe.txt", Refusal::Bomb { .. })]), "{:?}", refused(&imported));
    // A header that promises less than comes out is not believed.
    let lying = Written { n_unpacked: 10, ..deflated("bombe.txt", &zeros) };
    let imported = read("z.zip", zip_of(&[lying, stored("b.txt", TEXT)]));
    assert_eq!(names(&imported), ["z.zip/b.txt"]);
}

#[test]
fn many_members_that_are_too_much_together_are_stopped() {
    let text = TEXT.repeat(1_000);
    let inner = zip_of(&["a.txt", "b.txt", "c.txt"].map(|name| deflated(name, text.as_bytes())));
    let zip = zip_of(&[stored("d.txt", TEXT), stored("e.zip", inner), stored("f.txt", TEXT)]);
    let (mut budget, mut all) = (Budget::new(2 * text.len() as u64 + 2_000), Imported::default());
    let _ = super::read::open("z.zip", zip, None, members::Depth::default(), &mut budget, &mut |imported| {
        all.append(imported);
        ControlFlow::Continue(())
    });
    // One zip in another does not begin anew.
    assert_eq!(names(&all), ["z.zip/d.txt", "z.zip/e.zip/a.txt", "z.zip/e.zip/b.txt"]);
    let told = refused(&all);
    assert!(matches!(told[..], [("z.zip/e.zip", Refusal::Bomb { .. }), ("z.zip", Refusal::Bomb { .. })]), "{told:?}");
}

#[test]
fn a_zip_that_was_cut_is_damaged() {
    let zip = zip_of(&[stored("a.txt", TEXT), stored("b.txt", TEXT)]);
    for cut in [4, 40, zip.len() / 2, zip.len() - 1] {
        assert!(matches!(refusal("z.zip", &zip[..cut]), Refusal::Damaged { .. }), "{cut}");
    }
    let mut spoiled = zip.clone();
    spoiled[45] ^= 1;
    let imported = read("z.zip", spoiled);
    assert_eq!(names(&imported), ["z.zip/b.txt"]);
    assert!(matches!(refused(&imported)[..], [("z.zip/a.txt", Refusal::Damaged { .. })]));
    assert_eq!(refusal("vide.zip", zip_of(&[])), Refusal::NoArticle);
}

#[test]
fn of_a_hundred_thousand_files_so_many_come_in_and_the_rest_is_one_line() {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for n in 0..100_000 {
        zip.start_file(format!("{n}.txt"), options).expect("names differ");
        write!(zip, "Texte {n}.").expect("memory takes all");
    }
    let imported = read("z.zip", zip.finish().expect("memory takes all").into_inner());
    assert_eq!(imported.articles.len(), members::MOST_FILES as usize);
    assert_eq!(refused(&imported), [("z.zip", &Refusal::TooMany { limit: members::MOST_FILES })]);
}

#[test]
fn old_names_are_read_in_the_code_page_of_their_machine() {
    let named = |name: &[u8]| zip_of(&[Written { name: name.to_vec(), ..stored("", TEXT) }]);
    assert_eq!(names(&read("z.zip", named(b"\x82t\x82.txt"))), ["z.zip/été.txt"]);
    assert_eq!(names(&read("z.zip", named(b"l\x92\xe9t\xe9.txt"))), ["z.zip/l’été.txt"]);
    assert_eq!(names(&read("z.zip", named("d\\e\u{301}t.txt".as_bytes()))), ["z.zip/d/e\u{301}t.txt"]);
}

#[test]
fn reading_stops_between_two_members_when_told() {
    let zip = zip_of(&[stored("a.txt", TEXT), stored("b.txt", "Deux."), stored("c.txt", "Trois.")]);
    let mut seen = Vec::new();
    let stopped = read_each(InputFile { name: "z.zip".to_owned(), bytes: zip, columns: None }, &mut |imported| {
        seen.push(imported.outcomes[0].name.clone());
        if seen.len() == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert!(stopped.is_break());
    assert_eq!(seen, ["z.zip/a.txt", "z.zip/b.txt"]);
}

#[test]
fn a_page_nested_a_hundred_thousand_deep_is_read() {
    for tag in ["div", "b", "ul><li", "table><tr><td"] {
        let page = format!("<html><body>{}<p>La Vernelle a débordé mardi.</p>", format!("<{tag}>").repeat(100_000));
        let Imported { articles, .. } = read("profond.html", page.clone());
        let corpus = Corpus::read(None, articles).expect("it has text");
        assert_eq!(corpus.documents[0].raw.len(), page.len(), "{tag}");
    }
}

#[test]
fn names_of_refusals_are_sentences_in_both_tongues() {
    let refusals = [Refusal::Empty, Refusal::Locked, Refusal::Bomb { limit: 3 }, Refusal::NewerVersion { found: 2, known: 1 }];
    for refusal in refusals {
        assert!(!refusal.in_english().is_empty() && refusal.in_english() != refusal.to_string(), "{refusal:?}");
    }
}

const NAMES: [&str; 16] = [
    "a.txt",
    "a.md",
    "a.html",
    "a.htm",
    "a.xhtml",
    "a.csv",
    "a.tsv",
    "a.json",
    "a.jsonl",
    "a.docx",
    "a.odt",
    "a.zip",
    "a.recoupe",
    "a.doc",
    "a.mhtml",
    "sans",
];

const STARTS: &[&[u8]] = &[b"", b"PK\x03\x04", b"PK\x05\x06", b"\xef\xbb\xbf", b"\xff\xfe", b"\xd0\xcf\x11\xe0", b"<html>", b"{"];

proptest! {
    #[test]
    fn whatever_bytes_end_in_an_outcome(
        start in proptest::sample::select(STARTS),
        bytes in proptest::collection::vec(any::<u8>(), 0..300),
    ) {
        for name in NAMES {
            let imported = read(name, [start, &bytes].concat());
            prop_assert!(!imported.outcomes.is_empty());
            // A table that may be read again comes along before it has given any article.
            let again = imported.outcomes.iter().any(|outcome| outcome.result.is_err() && outcome.table().is_some());
            prop_assert_eq!(imported.articles.is_empty() && !again, imported.sources.is_empty());
        }
    }

    #[test]
    fn a_spoiled_archive_ends_in_an_outcome(at in 0_usize..600, byte in any::<u8>(), cut in 0_usize..600) {
        let document = b"<w:document><w:body><w:p><w:r><w:t>Bonjour.</w:t></w:r></w:p></w:body></w:document>";
        for (name, zip) in [
            ("a.zip", zip_of(&[stored("a.txt", TEXT), deflated("b.txt", TEXT.as_bytes())])),
            ("a.docx", zip_of(&[deflated("word/document.xml", document)])),
        ] {
            let mut zip = zip;
            let n = zip.len();
            zip[at % n] = byte;
            prop_assert!(!read(name, zip.clone()).outcomes.is_empty());
            zip.truncate(cut);
            prop_assert!(!read(name, zip).outcomes.is_empty());
        }
    }
}
