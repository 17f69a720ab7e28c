//! The same page in a second engine: what a person meets first, hosted and in one file. Skipped where there is no Firefox.

use browser_tests::{Page, Visit};

use crate::publish::{self, KEEP};
use crate::{drawn, one_file};

#[track_caller]
fn searches_and_reads(page: &Page) {
    drawn(page);
    page.wait_for_text("Cinq articles");
    page.fill("#search", "terrorisme");
    page.wait_for(".hit-list a");
    page.go("#/lire/003.txt?q=terrorisme&h=1");
    page.wait_in_sight(".hit.current");
    page.click("article.text a.name");
    page.wait_for(".entity-panel h2");
    page.go("#/comparer/002.txt/003.txt");
    page.wait_for(".compare-view .common.verbatim");
}

#[test]
fn the_hosted_page_searches_reads_and_compares() {
    let Some(visit) = Visit::in_firefox() else { return };
    searches_and_reads(&visit.open(""));
}

#[test]
fn the_page_in_one_file_opens_from_the_disk_and_searches_reads_and_compares() {
    let Some(visit) = Visit::in_firefox() else { return };
    searches_and_reads(&visit.open_file(&one_file::built(), ""));
}

#[test]
fn a_link_that_was_made_on_other_texts_finds_its_passage_by_the_words() {
    let Some(visit) = Visit::in_firefox() else { return };
    let page =
        visit.open("#/lire/depeche.txt?p=3-40&mots=une+meilleure+coordination+dans+la+lutte&avant=participants+%C3%A0+%22&corpus=00000000");
    page.wait_for("#passage");
    page.wait_for_text("vient d’un autre corpus");
    assert!(page.fragment().starts_with("#/lire/003.txt?p="), "{}", page.fragment());
}

#[test]
fn an_explorer_is_published_and_opens_from_the_disk() {
    let Some(visit) = Visit::in_firefox() else { return };
    let page = visit.open("");
    drawn(&page);
    page.eval(&format!("(() => {KEEP})()"));
    let file = publish::publish(&page, Some("#/index"), "firefox.html");
    let Some(visit) = Visit::in_firefox() else { return };
    let published = visit.open_file(&file, "");
    drawn(&published);
    published.wait_for(".index-view");
    published.wait_for_text("Bernard Cazeneuve");
}
