//! The page in one file, opened from the disk: everything works, and nothing is asked of anybody.

use std::path::{Path, PathBuf};

use browser_tests::{Page, Visit};
use recoupe::export::explorer;

use crate::files::{FIRST, SECOND};
use crate::{VIEWS, drawn};

/// The page as it was built.
pub fn built() -> PathBuf {
    Visit::new().file("recoupe.html")
}

#[track_caller]
fn open(fragment: &str) -> Page {
    let page = Visit::new().open_file(&built(), fragment);
    drawn(&page);
    page
}

/// A copy of the page, changed, in a folder that lives as long as the tests.
pub fn changed(name: &str, change: impl FnOnce(String) -> String) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let file = folder.join(format!("{name}-{}.html", std::process::id()));
    std::fs::write(&file, explorer::file(&change(text(&built())))).unwrap();
    file
}

/// What a page from the disk reads as.
pub fn text(file: &Path) -> String {
    explorer::text(&std::fs::read(file).unwrap()).expect("a page in one file")
}

/// `text` with `other` in the place of the letter that is `n` letters after the end of `mark`.
pub fn spoilt(text: &str, mark: &str, n: usize, other: &str) -> String {
    let (before, after) = text.split_at(text.rfind(mark).expect("the page has this block") + mark.len());
    let (at, letter) = after.char_indices().nth(n).expect("the block is longer");
    [before, &after[..at], other, &after[at + letter.len_utf8()..]].concat()
}

/// Nothing but the page itself, and the script of its workers, which the page made.
#[track_caller]
fn assert_alone(page: &Page) {
    assert_eq!(page.foreign_requests(), Vec::<String>::new());
    assert_eq!(page.arrivals(), Vec::<String>::new());
    let asked = page.requests();
    assert!(asked.iter().any(|address| address.starts_with("file:")), "the page itself is recorded: {asked:?}");
    let entries =
        page.eval("performance.getEntriesByType('resource').map((one) => one.name).filter((name) => !/^(blob|data):/.test(name))");
    assert_eq!(entries.to_string(), "[]");
}

#[test]
fn it_opens_from_the_disk_on_five_articles_and_finds_and_compares() {
    let page = open("");
    page.wait_for_text("Cinq articles");
    page.wait_gone(".task");
    page.fill("#search", "terrorisme");
    page.press("Enter");
    page.wait_until("location.hash.includes('terrorisme') && document.querySelector('#main mark')");
    page.go("#/comparer/enonces");
    page.wait_until("document.querySelectorAll('#main table tbody tr').length > 3");
    page.go("#/lire/003.txt?p=568-700&ailleurs=oui");
    page.wait_for_text("autres articles");
    page.assert_accessible();
    page.assert_quiet();
    assert_alone(&page);
}

#[test]
fn every_view_is_drawn_and_none_asks_for_anything() {
    let page = open("");
    for (name, fragment) in VIEWS {
        page.go(fragment);
        page.wait_until(&format!("decodeURI(location.hash) === decodeURI({})", serde_json::to_string(fragment).unwrap()));
        drawn(&page);
        assert!(page.count("#main h1") > 0, "{name}");
        page.assert_quiet();
    }
    page.click("a[href='THIRD-PARTY.txt'], a[href^='blob:']");
    assert_alone(&page);
}

#[test]
fn articles_that_are_dropped_become_the_corpus() {
    let page = open("");
    page.drop_files(&format!("{FIRST}, {SECOND}"));
    page.wait_for_text("Deux articles");
    page.go("#/comparer/un.txt/deux.md");
    drawn(&page);
    page.wait_for_text("Paul Le Gall");
    page.assert_quiet();
    assert_alone(&page);
}

#[test]
fn where_no_worker_can_be_had_it_works_on_the_page() {
    let page = Visit::new().with_script("window.Worker = class { constructor() { throw new Error('no'); } };").open_file(&built(), "");
    drawn(&page);
    page.wait_for_text("Cinq articles");
    page.drop_files(FIRST);
    page.wait_for_text("Un seul article");
    page.go("#/comparer/enonces");
    drawn(&page);
    page.assert_quiet();
    assert_alone(&page);
}

#[test]
fn an_engine_that_crashes_is_told_as_on_the_hosted_page() {
    let page = open("");
    page.eval("void recoupe.panic('worker').catch(() => 0)");
    page.wait_for_text("Le moteur s’est arrêté.");
    assert_alone(&page);
}

#[test]
fn a_page_that_was_cut_says_so_wherever_it_was_cut() {
    let whole = text(&built());
    let places =
        ["id=\"packed-texts\">", "id=\"packed-page\">", "id=\"boot\">", "id=\"packed-views\">", "<script type=\"application/zip\""];
    let cuts = places.map(|place| whole.find(place).unwrap() + place.len());
    let mut page = None;
    for (n, cut) in
        cuts.into_iter().chain([whole.floor_char_boundary(whole.len() / 2), whole.find("<i id=\"end\"").unwrap() + 5]).enumerate()
    {
        let file = changed(&format!("cut-{n}"), |whole| whole[..cut].to_owned());
        let page = page.get_or_insert_with(|| Visit::new().open_file(&file, ""));
        page.open_file(&file, "");
        page.wait_for_text("n’est pas entier");
        page.wait_for_text("is not whole");
        assert_eq!(page.count("#main"), 0);
    }
}

#[test]
fn a_page_that_was_damaged_says_so() {
    let file = changed("damaged", |text| spoilt(&text, "id=\"packed-page\">", 40_000, "é"));
    let mut page = Visit::new().open_file(&file, "");
    page.wait_for_text("Ce fichier est abîmé");
    assert_eq!(page.count("#main"), 0);
    // What is needed later is checked when it is needed.
    let file = changed("damaged-later", |text| spoilt(&text, "id=\"packed-readers\">", 40_000, "é"));
    page.open_file(&file, "#/comparer/enonces");
    page.wait_until("/check|far/.test(document.querySelector('#main')?.innerText ?? '')");
}

#[test]
fn a_page_that_may_not_run_its_module_says_so() {
    let file = changed("forbidden", |text| text.replace(" 'wasm-unsafe-eval'", ""));
    let page = Visit::new().open_file(&file, "");
    page.wait_for_text("WebAssembly n’y est pas permis");
    let scripts = changed("scriptless", |text| text.replace("script-src 'sha256-", "script-src 'sha256-x"));
    let page = Visit::new().open_file(&scripts, "");
    page.wait_for_text("JavaScript et WebAssembly ne sont pas permis ici");
}
