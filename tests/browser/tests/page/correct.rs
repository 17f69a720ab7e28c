//! Correcting by hand: facts, zones, one text in two, two in one; and every correction can be taken back.

use crate::files::{FIRST, SECOND};
use crate::open;

#[test]
fn a_corrected_title_is_shown_everywhere_until_it_is_taken_back() {
    let page = open("#/corpus/003.txt");
    page.wait_for("#fact-title");
    let before = page.value("#fact-title");
    page.assert_accessible();
    page.fill("#fact-title", "Un autre titre");
    page.fill("#fact-authors", "Ana Petit; Luc Roy");
    page.click_text(".facts button", "Corriger");
    page.wait_until("document.querySelector('h1').textContent === 'Un autre titre'");
    page.go("#/panorama");
    page.wait_for_text("Un autre titre");
    page.wait_for_text("Ana Petit, Luc Roy");
    page.reload();
    page.wait_for_text("Un autre titre");
    page.go("#/corpus");
    page.click_text(".corrections button", "Annuler la dernière");
    page.wait_until("document.querySelector('.corrections summary').textContent.startsWith('1')");
    page.click_text(".corrections button", "Annuler la dernière");
    page.wait_for_text(&before);
    // What was taken back can be made again; nothing is left to take back.
    page.wait_for(".corrections .redo");
    assert_eq!(page.count(".corrections .undo"), 0);
    page.assert_quiet();
}

#[test]
fn a_date_that_is_none_is_refused_in_words() {
    let page = open("#/corpus/003.txt");
    page.wait_for("#fact-published");
    page.fill("#fact-published", "hier");
    page.click_text(".facts button", "Corriger");
    page.wait_for_text("n’est pas une date");
    assert_eq!(page.count(".corrections"), 0);
    page.assert_quiet();
}

#[test]
fn a_paragraph_put_aside_leaves_the_article_and_comes_back() {
    let page = open("#/corpus/003.txt");
    page.wait_for(".zones li.own");
    let n_own = page.count(".zones li.own");
    page.eval("(() => { const field = document.querySelectorAll('.zones li.own select')[2]; field.value = '5'; field.dispatchEvent(new Event('change', { bubbles: true })); return true; })()");
    page.wait_until(&format!("document.querySelectorAll('.zones li.own').length === {}", n_own - 1));
    page.click_text(".corrections button", "Annuler la dernière");
    page.wait_until(&format!("document.querySelectorAll('.zones li.own').length === {n_own}"));
    page.assert_quiet();
}

#[test]
fn one_text_is_cut_in_two_and_two_are_joined() {
    let page = open("#/panorama");
    page.drop_files(&format!("{FIRST}, {SECOND}"));
    page.wait_for_text("Deux articles");
    page.go("#/corpus/un.txt");
    page.wait_for("#raw");
    page.eval("(() => { const area = document.querySelector('#raw'); area.setSelectionRange(15, 15); return true; })()");
    page.click(".texts .cut");
    page.wait_for_text("coupé en deux");
    page.go("#/corpus");
    page.wait_until("document.querySelectorAll('.loaded li').length === 3");
    page.go("#/corpus/un.txt");
    page.wait_for(".texts .join");
    page.eval("(() => { const field = document.querySelector('.texts .join'); field.value = 'un.txt (2)'; field.dispatchEvent(new Event('change', { bubbles: true })); return true; })()");
    page.wait_for_text("sont réunis");
    page.go("#/corpus");
    page.wait_until("document.querySelectorAll('.loaded li').length === 2");
    page.assert_quiet();
}
