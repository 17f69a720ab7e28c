//! The views that nobody sees first: their chunk comes when it is wanted, once, and when it does not come the page says so.

use std::fs;
use std::path::{Path, PathBuf};

use browser_tests::{Page, Visit};

use crate::{VIEWS, drawn, open, opened};

/// How the chunk's name ends.
const CHUNK: &str = "_views.wasm";
/// Views that are in the page's first module.
const FIRST: [&str; 4] = ["panorama", "chercher", "chercher-filtres", "chercher-aide"];

fn n_fetched(page: &Page) -> usize {
    page.arrivals().iter().filter(|request| request.ends_with(CHUNK)).count()
}

/// A copy of the site under test in a folder of its own, to take something away from it.
fn copy_of_site(name: &str) -> PathBuf {
    let site = std::env::var_os("RECOUPE_SITE").map_or_else(xtask::site::tests_folder, PathBuf::from);
    let copy = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&copy).unwrap();
    for entry in fs::read_dir(site).unwrap().flatten() {
        fs::copy(entry.path(), copy.join(entry.file_name())).unwrap();
    }
    copy
}

/// Renames the chunk of a copied site, there or back.
fn rename_chunk(site: &Path, from: &str, to: &str) {
    let names = fs::read_dir(site).unwrap().flatten().map(|entry| entry.path());
    let chunks: Vec<PathBuf> = names.filter(|path| path.to_string_lossy().ends_with(from)).collect();
    assert!(!chunks.is_empty(), "no *{from} in {}", site.display());
    for chunk in chunks {
        fs::rename(&chunk, chunk.to_string_lossy().replace(from, to)).unwrap();
    }
}

#[test]
fn the_first_views_fetch_no_chunk() {
    let page = open("");
    for (_, fragment) in VIEWS.iter().filter(|(name, _)| FIRST.contains(name)) {
        page.go(fragment);
        drawn(&page);
        page.load(fragment);
        drawn(&page);
    }
    page.settle("recoupe.search('préfet', { limit: 3 })").unwrap();
    assert_eq!(n_fetched(&page), 0, "{:?}", page.arrivals());
    page.assert_quiet();
}

#[test]
fn every_later_view_opens_by_its_address_alone() {
    let page = open("");
    for (name, fragment) in VIEWS.iter().filter(|(name, _)| !FIRST.contains(name)) {
        let before = n_fetched(&page);
        page.load(fragment);
        drawn(&page);
        let heading = page.text("#main h1");
        assert!(!heading.contains("ne se charge pas"), "{name}");
        assert_eq!(n_fetched(&page) - before, 1, "{name}: {heading}");
        page.reload();
        drawn(&page);
        assert_eq!(page.text("#main h1"), heading, "{name}");
    }
    page.assert_quiet();
}

#[test]
fn a_click_brings_the_chunk_once_for_all_its_views_and_back_needs_none() {
    let page = open("");
    page.click_text("nav a", "Index");
    page.wait_for(".index-view");
    page.wait_until("document.activeElement?.tagName === 'H1'");
    for (words, view) in [("Comparer", ".compare-view"), ("Corpus", ".corpus-view"), ("Panorama", ".panorama"), ("Index", ".index-view")] {
        page.click_text("nav a", words);
        page.wait_for(view);
    }
    page.back();
    page.wait_for(".panorama");
    page.back();
    page.wait_for(".corpus-view");
    page.forward();
    page.forward();
    page.wait_for(".index-view");
    assert_eq!(n_fetched(&page), 1, "{:?}", page.arrivals());
    page.assert_quiet();
}

#[test]
fn a_link_that_takes_the_focus_fetches_ahead_and_the_click_sends_nothing() {
    let page = open("");
    page.tab_to("nav a[href='#/panorama']");
    assert_eq!(n_fetched(&page), 0, "the first view needs no chunk");
    page.tab_to("nav a[href='#/index']");
    page.wait_until(
        "performance.getEntriesByType('resource').some(({ name, responseEnd }) => name.endsWith('_views.wasm') && responseEnd)",
    );
    page.wait_for(".panorama");
    page.assert_sends_nothing(|page| {
        page.press("Enter");
        page.wait_for(".index-view");
    });
    page.assert_quiet();
}

#[test]
fn a_chunk_that_is_not_found_is_told_and_can_be_tried_again() {
    let site = copy_of_site("without-chunk");
    rename_chunk(&site, CHUNK, "_views.away");
    let page = Visit::of(&site).open("");
    drawn(&page);
    page.click_text("nav a", "Index");
    page.wait_for_text("Cette vue ne se charge pas");
    page.wait_for_complaint("404");
    page.assert_accessible();
    assert_eq!(page.fragment(), "#/index");
    // The rest answers.
    page.click_text("nav a", "Panorama");
    page.wait_for(".panorama");
    page.click_text("nav a", "Comparer");
    page.wait_for("#main [role=alert] button");
    page.click("#main [role=alert] button");
    page.wait_for("#main [role=alert] button");
    page.wait_until("document.activeElement?.tagName === 'H1'");
    rename_chunk(&site, "_views.away", CHUNK);
    page.click("#main [role=alert] button");
    page.wait_for(".compare-view");
    page.wait_until("document.activeElement?.tagName === 'H1'");
    assert!(!page.shows("#crash"));
}

#[test]
fn a_long_wait_is_told_and_the_heading_takes_the_focus_when_it_is_over() {
    let held = "const real = fetch; let go; const gone = new Promise((done) => { go = done; }); window.letGo = go; \
                window.fetch = async (...asked) => { if (String(asked[0]).endsWith('_views.wasm')) await gone; return real(...asked); };";
    let page = opened(Visit::new().with_script(held).open(""));
    page.click_text("nav a", "Index");
    page.wait_for(".coming");
    page.eval("void letGo()");
    page.wait_for(".index-view");
    page.wait_gone(".coming");
    page.wait_until("document.activeElement?.tagName === 'H1'");
    page.assert_quiet();
}

#[test]
fn a_host_that_names_no_type_of_a_module_serves_the_chunk_too() {
    let untyped = "const real = fetch; window.fetch = async (...asked) => { const answer = await real(...asked); \
                   return String(asked[0]).endsWith('_views.wasm') ? new Response(await answer.arrayBuffer()) : answer; };";
    let page = opened(Visit::new().with_script(untyped).open("#/index"));
    page.wait_for(".index-view");
    page.assert_quiet();
}

#[test]
fn views_that_nobody_sees_first_bring_their_styles_and_are_there_without_them() {
    let page = open("");
    drawn(&page);
    let is_styled = "[...document.styleSheets].some((sheet) => (sheet.href ?? '').endsWith('_later.css'))";
    assert_eq!(page.eval(is_styled), false, "the first view does without");
    page.go("#/classe");
    page.wait_for(".class-view h1, .lesson h1, #main h1");
    page.wait_until(is_styled);
    page.go("#/lire");
    page.wait_for("#main article.text");
    assert_eq!(page.eval("document.querySelectorAll('link[href$=\"_later.css\"]').length"), 1, "fetched once");
    page.assert_quiet();
}
