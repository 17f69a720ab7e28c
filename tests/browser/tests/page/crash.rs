//! When something breaks: the reader is told, and can go on.

use browser_tests::Visit;

use crate::{VIEWS, drawn, open, opened};

#[test]
fn a_panic_on_the_page_is_told_and_a_button_reloads() {
    let page = open("#/lire/003.txt");
    page.eval("void setTimeout(() => recoupe.panic('page'))");
    page.wait_for("#crash");
    assert!(page.text("#crash").contains("Recoupe s’est arrêté"));
    page.assert_accessible();
    page.click("#crash-reload");
    page.wait_gone("#crash");
    drawn(&page);
    assert_eq!(page.fragment(), "#/lire/003.txt");
}

#[test]
fn a_panic_of_the_engine_is_told_and_a_button_reloads() {
    let page = open("#/lire/003.txt");
    page.wait_for("article.text p");
    let title = page.text("#main h1");
    page.eval("void Promise.resolve(recoupe.panic('worker')).catch(() => 0)");
    page.wait_for(".crash button");
    assert!(page.text(".crash:not([hidden])").contains("s’est arrêté"), "{}", page.text(".crash:not([hidden])"));
    assert_eq!(page.text("#main h1"), title, "what was shown stays");
    page.assert_accessible();
    page.click(".crash:not([hidden]) button");
    page.wait_gone(".crash");
    drawn(&page);
    page.wait_for("article.text p");
}

#[test]
fn a_request_after_the_engine_stopped_is_refused_and_not_forgotten() {
    let page = open("");
    page.eval("void Promise.resolve(recoupe.panic('worker')).catch(() => 0)");
    page.wait_for(".crash button");
    let refusal = page.settle("recoupe.search('préfet', { limit: 3 })").expect_err("there is no engine");
    assert!(refusal.len() > 10, "{refusal}");
}

#[test]
fn without_a_worker_the_page_answers_itself() {
    let none = "window.Worker = class { constructor() { throw new Error('no worker here'); } };";
    let page = opened(Visit::new().with_script(none).open(""));
    every_use(&page);
    page.assert_quiet();
}

#[test]
fn with_a_worker_that_never_starts_the_page_answers_itself() {
    let broken = "window.Worker = class extends Worker { constructor() { super('missing.js'); } };";
    let page = opened(Visit::new().with_script(broken).open(""));
    every_use(&page);
}

fn every_use(page: &browser_tests::Page) {
    for (_, fragment) in VIEWS {
        page.go(fragment);
        drawn(page);
    }
    page.fill("#search", "terrorisme");
    page.wait_for(".hit-list a");
    page.go("#/comparer/002.txt/003.txt");
    page.wait_for(".column a.common");
}
