//! An explorer is saved with its corpus inside, opens from the disk, and can be saved again.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use browser_tests::{Page, Visit};
use recoupe::export::explorer;

use crate::drawn;
use crate::files::{FIRST, SECOND};
use crate::one_file::{built, spoilt, text};

/// Keeps what is saved where the test finds it. The script of a worker is much smaller than a page.
pub const KEEP: &str = "{ const made = URL.createObjectURL; URL.createObjectURL = (blob) => { \
    if (blob.size > 1000000 || !blob.type) window.saved = blob; return made.call(URL, blob); }; }";

fn visit() -> Visit {
    Visit::new().with_script(KEEP)
}

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{name}", std::process::id()))
}

/// What the page saved, as a file.
#[track_caller]
pub fn saved(page: &Page, name: &str) -> PathBuf {
    page.wait_until("window.saved !== undefined");
    let text = page
        .settle(
            "new Promise((done) => { const reader = new FileReader(); reader.onload = () => done(reader.result.split(',')[1]); reader.readAsDataURL(saved); })",
        )
        .unwrap();
    page.eval("void (window.saved = undefined)");
    let file = path(name);
    fs::write(&file, STANDARD.decode(text.as_str().unwrap()).unwrap()).unwrap();
    file
}

/// Saves the explorer, to open on `view` or on what the page proposes.
#[track_caller]
pub fn publish(page: &Page, view: Option<&str>, name: &str) -> PathBuf {
    page.go("#/corpus");
    page.wait_for(".publish");
    page.eval("scrollTo(0, 0)");
    if let Some(view) = view {
        page.eval(&format!("void (document.querySelector('#first-view').value = '{view}')"));
    }
    page.click(".publish");
    saved(page, name)
}

#[track_caller]
fn assert_same(one: &Path, other: &Path) {
    let (one, other) = (fs::read(one).unwrap(), fs::read(other).unwrap());
    let differs = one.iter().zip(&other).position(|(a, b)| a != b);
    assert!(one == other, "{} and {} bytes, first difference at {differs:?}", one.len(), other.len());
}

/// Only pages from the disk were opened, and scripts that they made for their workers.
#[track_caller]
fn assert_only_pages(page: &Page) {
    let is_page = |address: &String| address.starts_with("file:") && address.split('#').next().is_some_and(|file| file.ends_with(".html"));
    let is_made = |address: &String| ["blob:", "data:", "about:"].iter().any(|kind| address.starts_with(kind));
    let others: Vec<String> = page.requests().into_iter().filter(|address| !is_page(address) && !is_made(address)).collect();
    assert_eq!(others, Vec::<String>::new());
    assert_eq!(page.arrivals(), Vec::<String>::new());
}

#[test]
fn what_is_saved_opens_from_the_disk_with_everything_and_is_saved_again_to_the_same_bytes() {
    let mut page = visit().open_file(&built(), "");
    drawn(&page);
    page.drop_files(&format!("{FIRST}, {SECOND}"));
    page.wait_for_text("Deux articles");
    page.go("#/corpus/un.txt");
    page.wait_for("#fact-title");
    page.fill("#fact-title", "Le port reste fermé");
    page.click_text(".facts button", "Corriger");
    page.wait_for_text("Le port reste fermé");
    page.go("#/corpus");
    page.wait_for("#notes");
    page.fill("#notes", "À vérifier auprès du port.");
    page.eval("scrollTo(0, 0)");
    page.fill("#corpus-title", "La <tempête> & le port");
    page.press("Tab");
    page.wait_until("document.querySelector('.context')?.innerText.includes('La <tempête> & le port')");
    let first = publish(&page, Some("#/index"), "un.html");

    page.open_file(&first, "");
    drawn(&page);
    page.wait_for_text("Paul Le Gall");
    assert_eq!(page.fragment(), "#/index");
    page.go("#/lire/un.txt");
    page.wait_for_text("Le port reste fermé");
    page.go("#/corpus");
    page.wait_until("document.querySelector('#notes')?.value === 'À vérifier auprès du port.'");
    page.wait_for_text("Ce corpus est venu avec la page.");
    page.wait_until("document.querySelector('#corpus-title').value === 'La <tempête> & le port'");
    page.assert_accessible();
    let again = publish(&page, Some("#/index"), "deux.html");
    assert_same(&first, &again);
    assert_only_pages(&page);
    page.assert_quiet();
}

#[test]
fn it_opens_on_the_view_that_the_reader_came_from() {
    let mut page = visit().open_file(&built(), "#/lire/003.txt?q=terrorisme&h=2");
    drawn(&page);
    let file = publish(&page, None, "vue.html");
    page.open_file(&file, "");
    page.wait_until("location.hash === '#/lire/003.txt?q=terrorisme&h=2' && document.querySelector('#main mark')");
    // What it opens on is what it proposes to open on next.
    assert_same(&file, &publish(&page, None, "vue-encore.html"));
    // An address of its own comes before it.
    page.load("#/chiffres");
    drawn(&page);
    assert_eq!(page.fragment(), "#/chiffres");
    page.assert_quiet();
}

#[test]
fn the_hosted_page_saves_the_same_bytes_as_the_page_in_one_file() {
    let hosted = visit().open("#/panorama");
    drawn(&hosted);
    let one = publish(&hosted, None, "hosted.html");
    assert!(hosted.arrivals().iter().any(|line| line.ends_with("/recoupe.html")), "the page is asked for when it is saved");
    let page = visit().open_file(&built(), "#/panorama");
    drawn(&page);
    assert_same(&one, &publish(&page, None, "own.html"));
    hosted.assert_quiet();
}

#[test]
fn the_shell_packs_the_same_bytes() {
    let mut page = visit().open_file(&built(), "");
    drawn(&page);
    page.drop_files(&format!("{FIRST}, {SECOND}"));
    page.wait_for_text("Deux articles");
    page.go("#/corpus");
    page.wait_for(".export");
    page.eval("scrollTo(0, 0)");
    page.click(".export");
    let archive = saved(&page, "corpus.recoupe");
    let published = publish(&page, Some("#/index"), "page.html");
    let packed = path("shell.html");
    let line = [
        OsString::from("pack"),
        archive.into(),
        "--first-view".into(),
        "#/index".into(),
        "--page".into(),
        built().into(),
        "-o".into(),
        packed.clone().into(),
    ];
    let (mut out, mut err) = (Vec::new(), Vec::new());
    assert_eq!(recoupe::cli::run(line, &mut out, &mut err), 0, "{}", String::from_utf8_lossy(&err));
    assert_same(&published, &packed);
    page.open_file(&packed, "");
    page.wait_for_text("Paul Le Gall");
    page.assert_quiet();
}

#[test]
fn what_an_article_holds_stays_in_its_block() {
    let hostile = "</script><script>window.pwned = 1</script><!-- <script> --><img src=x onerror=window.pwned=2> Le maire de Brest, Paul Le Gall, a fermé le port lundi.";
    let mut page = visit().open_file(&built(), "");
    drawn(&page);
    page.drop_files(&format!("new File([{}], '<script>pwned=3<script>.txt')", serde_json::to_string(hostile).unwrap()));
    page.wait_for_text("Un seul article");
    page.go("#/corpus");
    page.wait_for("#corpus-title");
    page.eval("scrollTo(0, 0)");
    page.fill("#corpus-title", "</title><script>window.pwned = 4</script>\"><!--");
    page.press("Tab");
    page.wait_until("document.querySelector('.context')?.innerText.includes('window.pwned = 4')");
    let file = publish(&page, None, "hostile.html");
    page.open_file(&file, "");
    page.wait_for_text("Un seul article");
    assert_eq!(page.eval("window.pwned ?? null").to_string(), "null");
    // Those of the page: its script, its blocks, the corpus.
    assert_eq!(page.count("script"), 6);
    assert_only_pages(&page);
    page.assert_quiet();
}

#[test]
fn a_corpus_that_did_not_come_through_whole_is_told_in_the_place_of_the_tool() {
    let mut page = visit().open_file(&built(), "");
    drawn(&page);
    let whole = text(&publish(&page, None, "whole.html"));
    for other in ["é", "%", ""] {
        let file = path("spoilt.html");
        fs::write(&file, explorer::file(&spoilt(&whole, "data-fingerprint=", 200, other))).unwrap();
        page.open_file(&file, "");
        page.wait_for_text("Ce fichier est abîmé");
        assert_eq!(page.count("#main"), 0);
    }
    let cut = path("cut.html");
    let end = whole.rfind("data-fingerprint=").unwrap() + 20;
    fs::write(&cut, explorer::file(&whole[..end])).unwrap();
    page.open_file(&cut, "");
    page.wait_for_text("n’est pas entier");
}

#[test]
fn fifty_articles_are_saved_and_open_with_everything() {
    let mut page = visit().open_file(&built(), "");
    drawn(&page);
    page.drop_files("...Array.from({ length: 50 }, (_, n) => new File([`Le port ${n} ferme\\n\\nLe maire de Brest, Paul Le Gall, a fermé le quai ${n} lundi 5 mars 2018. « Il rouvrira », a dit le maire. ` + `La digue numéro ${n} tient encore depuis ${n + 2} ans. `.repeat(30)], `article-${n}.txt`))",
    );
    page.wait_for_text("50\u{a0}articles");
    let file = publish(&page, Some("#/panorama"), "cinquante.html");
    page.open_file(&file, "");
    page.wait_for_text("50\u{a0}articles");
    page.go("#/chercher?q=digue");
    page.wait_until("document.querySelector('#main mark')");
    page.assert_quiet();
    assert_only_pages(&page);
}
