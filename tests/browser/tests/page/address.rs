//! The address is the state: reload, back and a copied link bring everything back.

use browser_tests::{Page, Visit};

use crate::{drawn, open};

/// What a reader would miss: where the page is, what is typed, chosen and marked.
fn state(page: &Page) -> String {
    drawn(page);
    page.wait_for(".hit");
    page.wait_for(".entity-panel, .named-here, .elsewhere section");
    page.eval(
        "[location.hash, document.querySelector('#main h1').innerText, document.getElementById('search').value, \
          document.querySelectorAll('.hit').length, document.querySelector('.hit.current')?.id, \
          document.querySelectorAll('.name.selected').length, document.querySelector('#entity-panel-title')?.innerText]",
    )
    .to_string()
}

#[test]
fn reload_and_a_copied_link_restore_article_query_hit_and_name() {
    let page = open("#/lire/003.txt");
    page.click("article.text a.name");
    page.wait_for(".entity-panel");
    page.fill("#search", "terrorisme");
    page.wait_for(".hit");
    page.press("Enter");
    page.wait_for(".hit.current");
    let before = state(&page);
    page.reload();
    page.wait_for(".hit.current");
    assert_eq!(state(&page), before);
    let copied = open(&page.fragment());
    copied.wait_in_sight(".hit.current");
    assert_eq!(state(&copied), before);
}

#[test]
fn back_and_forward_walk_through_what_was_seen() {
    let page = open("");
    page.click_text("nav a", "Index");
    page.wait_for(".index-view");
    page.click_text("nav a", "Comparer");
    page.wait_for(".compare-view");
    page.back();
    page.wait_for(".index-view");
    page.back();
    page.wait_for(".panorama");
    page.forward();
    page.wait_for(".index-view");
    page.assert_quiet();
}

#[test]
fn typing_a_word_is_one_step_back() {
    let page = open("#/index");
    page.fill("#search", "terrorisme");
    page.wait_for(".results");
    page.back();
    page.wait_for(".index-view");
    assert_eq!(page.value("#search"), "");
}

#[test]
fn a_link_to_a_hit_or_a_passage_shows_it_on_a_desk_and_on_a_phone() {
    for (width, height) in [(1280, 900), (360, 740)] {
        for (fragment, css) in [("#/lire/000.txt?q=terrorisme&h=1", ".hit.current"), ("#/lire/004.txt?p=2499-2605", "#passage")] {
            let page = Visit::new().sized(width, height).open(fragment);
            drawn(&page);
            page.wait_in_sight(css);
        }
    }
}
