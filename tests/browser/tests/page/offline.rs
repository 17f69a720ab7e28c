//! The page when its server is gone.

use browser_tests::Visit;

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
