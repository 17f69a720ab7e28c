//! The tour of a first visit: offered once, gone through with one key, left at any stop.

use browser_tests::Visit;

#[test]
fn the_tour_is_offered_once_and_one_key_goes_through_it() {
    let page = Visit::new().open("");
    page.wait_for(".tour-offer");
    page.assert_accessible();
    page.click(".tour-offer button");
    page.wait_until("document.activeElement?.matches('.tour .on')");
    for view in ["#/lire", "#/comparer", "#/index", "#/corpus"] {
        page.press("Enter");
        page.wait_until(&format!("location.hash.startsWith('{view}')"));
        page.wait_until("document.activeElement?.matches('.tour .on') && !!document.querySelector('#main h1')");
    }
    page.assert_accessible();
    page.press("Enter");
    page.wait_gone(".tour");
    page.load("#/panorama");
    page.reload();
    page.wait_for(".panorama .lede");
    assert_eq!(page.count(".tour-offer"), 0);
    page.assert_quiet();
}

#[test]
fn who_wants_no_tour_is_not_asked_again() {
    let page = Visit::new().open("");
    page.click_text(".tour-offer button", "Non merci");
    page.wait_gone(".tour-offer");
    page.reload();
    page.wait_for(".panorama .lede");
    assert_eq!(page.count(".tour-offer"), 0);
    page.go("#/a-propos");
    page.click(".tour-door");
    page.wait_for(".tour");
    page.click_text(".tour button", "Quitter");
    page.wait_gone(".tour");
}
