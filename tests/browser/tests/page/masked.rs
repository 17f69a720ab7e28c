//! Where articles come from is hidden in every view, in addresses too, until it is shown again.

use crate::open;

/// Names that give the shipped articles away.
const TELLING: &str = "/franceinfo|France-Soir|Tendance Ouest|RT en français|Consulat général|Plottu|\\b00\\d\\.txt/i";

fn tells_nothing(page: &browser_tests::Page, view: &str) {
    page.wait_for(".masked");
    page.wait_until("!document.querySelector('[aria-busy=true]')");
    let told =
        page.eval(&format!("(document.querySelector('#main').innerText + location.hash + document.title).match({TELLING})?.[0] ?? ''"));
    assert_eq!(told, "", "{view}");
    let linked = page.eval(&format!(
        "[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href')).find(href => href.match({TELLING})) ?? ''"
    ));
    assert_eq!(linked, "", "{view}");
}

#[test]
fn a_link_that_hides_sources_opens_on_hidden_ones_and_every_view_keeps_them_so() {
    let page = open("#/lire/B?masque=names");
    page.wait_for("#main article.text h1");
    tells_nothing(&page, "lire");
    for view in [
        "panorama",
        "comparer",
        "comparer/enonces",
        "comparer/commun",
        "comparer/titres",
        "comparer/desaccords",
        "index",
        "citations",
        "chiffres",
        "chronologie",
        "chercher?q=ministre",
        "corpus",
        "concordance?q=ministre",
    ] {
        page.go(&format!("#/{view}"));
        page.wait_until("location.hash.includes('masque=names')");
        page.wait_for("#main h1");
        tells_nothing(&page, view);
    }
    page.assert_quiet();
}

#[test]
fn shown_again_sources_are_where_they_were_and_the_address_says_so() {
    let page = open("#/panorama?masque=outlets");
    page.wait_for(".masked button");
    assert!(!page.eval_text("document.querySelector('#main').innerText").contains("France-Soir"));
    page.click(".masked button");
    page.wait_until("document.querySelector('#main')?.innerText.includes('France-Soir')");
    page.wait_until("!location.hash.includes('masque')");
    assert_eq!(page.count(".masked"), 0);
    page.assert_quiet();
}
