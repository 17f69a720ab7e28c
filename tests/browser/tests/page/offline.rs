//! The page when its server is gone.

use browser_tests::Visit;

use crate::drawn;
use crate::publish::{KEEP, publish};

#[test]
fn a_page_that_was_visited_opens_without_its_server() {
    let page = Visit::new().kept().open("");
    page.wait_for(".panorama");
    page.settle("navigator.serviceWorker.ready.then(() => true)").unwrap();
    page.wait_until("!!navigator.serviceWorker.controller");
    page.lose_server();
    page.load("#/comparer/titres");
    page.wait_for("#main h1");
    page.wait_for_text("Titres");
    page.load("#/concordance?q=terrorisme");
    page.wait_for(".kwic .line");
}

#[test]
fn an_explorer_that_was_published_once_is_published_again_without_the_server() {
    let page = Visit::new().kept().with_script(KEEP).open("");
    drawn(&page);
    page.settle("navigator.serviceWorker.ready.then(() => true)").unwrap();
    page.wait_until("!!navigator.serviceWorker.controller");
    let first = publish(&page, None, "served.html");
    // What was handed to the page is kept behind it.
    page.eval("void (async () => { while (!(await caches.match('recoupe.html'))) await new Promise((again) => setTimeout(again, 50)); window.kept = true; })()");
    page.wait_until("window.kept === true");
    page.lose_server();
    let again = publish(&page, None, "unserved.html");
    assert!(std::fs::read(first).unwrap() == std::fs::read(again).unwrap());
}
