//! What is selected in one view is followed in the others.

use crate::{drawn, open};

#[test]
fn a_passage_is_followed_into_the_grid_and_back() {
    let page = open("#/comparer/enonces");
    page.wait_for(".statements tbody tr");
    page.click(".statements tbody tr:first-child .statement");
    page.wait_for(".sentences .tellings .passage");
    page.click(".sentences .tellings .passage");
    page.wait_for("#passage");
    let passage = page.fragment();
    page.click_text("header nav a", "Comparer");
    page.wait_for(".joined");
    page.click_text("nav a", "Énoncés");
    page.wait_for(".statements tbody tr:first-child.followed");
    assert!(page.text(".following").contains("un passage de"), "{}", page.text(".following"));
    page.click_text(".following button", "Le montrer ici");
    page.wait_until("document.activeElement.closest('tr.followed')");
    let address = page.fragment();
    page.reload();
    drawn(&page);
    page.wait_for(".statements tr.followed");
    assert_eq!(page.fragment(), address);
    page.click_text("header nav a", "Lire");
    page.wait_for("#passage");
    assert_eq!(page.fragment(), passage);
    page.assert_quiet();
}

#[test]
fn a_sentence_that_others_contradict_is_followed_into_the_disagreements() {
    let page = open("#/lire/002.txt?p=288-417");
    page.wait_for("#passage");
    page.click_text("header nav a", "Comparer");
    page.click_text("nav a", "Désaccords");
    page.wait_for(".opposed > li.followed");
    page.assert_quiet();
}

#[test]
fn a_name_is_followed_through_the_views_until_it_is_let_go() {
    let page = open("#/lire/003.txt?e=org%3Agoogle");
    page.wait_for(".entity-panel");
    page.click_text("header nav a", "Panorama");
    page.wait_for(".grid tr.followed");
    assert_eq!(page.text(".grid tr.followed th a"), "Google");
    page.click_text("header nav a", "Index");
    page.wait_for(".name-list tr.followed");
    assert_eq!(page.count("#main [aria-current='true'].followed"), 1);
    page.click_text(".following a", "Ne plus suivre");
    page.wait_gone(".following");
    assert_eq!((page.count(".followed"), page.fragment()), (0, "#/index".to_owned()));
    page.press("Tab");
    page.assert_quiet();
}

#[test]
fn what_another_corpus_does_not_have_is_followed_without_a_word() {
    let page = open("#/panorama?suivi=per%3Apersonne");
    drawn(&page);
    assert_eq!(page.count(".following, .followed"), 0);
    page.go("#/comparer/enonces?suivi=ailleurs.txt*1-9");
    page.wait_for(".statements tbody tr");
    assert_eq!(page.count(".following, .followed"), 0);
    page.assert_quiet();
}
