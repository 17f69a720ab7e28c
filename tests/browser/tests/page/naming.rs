//! Names corrected by hand: everywhere at once, taken back and made again, kept, handed on; and the pages of names.

use browser_tests::{Page, Theme, Visit};

use crate::{open, opened};

/// Three articles with a town and a person of one name, and a ship that no list knows.
const ARTICLES: &str = "
    new File(['Le port ferme\\n\\nPaul Vernon, maire de Vernon, a fermé le port lundi. M. Vernon veut un accord avec la société Boréalis. On attend la goélette noire.'], 'un.txt'),
    new File(['La grève continue\\n\\nLe maire Paul Vernon a reçu Boréalis à Paris. « Nous rouvrirons le port dès demain », a promis Paul Vernon. Luc Ferrand était là.'], 'deux.txt'),
    new File(['Un accord\\n\\nPaul Vernon et Luc Ferrand ont signé. À Paris, Boréalis rouvre le port. La goélette noire est revenue.'], 'trois.txt')";

/// The invented articles, loaded and kept.
fn port() -> Page {
    let page = open("#/panorama");
    page.drop_files(ARTICLES);
    page.wait_for_text("Trois articles");
    page.go("#/corpus");
    page.wait_for_text("Gardé dans ce navigateur");
    page
}

fn wait_for_heading(page: &Page, words: &str) {
    page.wait_until(&format!("document.querySelector('#main h1')?.textContent.includes('{words}')"));
}

#[test]
fn a_renamed_name_is_called_so_everywhere_and_undo_and_redo_are_one_press_each() {
    let page = port();
    page.go("#/index/per:luc-ferrand");
    page.click(".name-correction > summary");
    page.fill("#rename-name", "Luc Ferrand-Roy");
    page.click_text(".call-otherwise button", "Renommer");
    wait_for_heading(&page, "Luc Ferrand-Roy");
    page.wait_for_text("corrigé par vous");
    page.go("#/lire/trois.txt");
    page.wait_until("[...document.querySelectorAll('article.text a.name')].some((name) => name.title.startsWith('Luc Ferrand-Roy'))");
    page.go("#/chercher?q=entity%3Aferrand-roy");
    page.wait_for(".hits .passage, .passage");
    page.go("#/index/per:luc-ferrand");
    page.click(".undo");
    page.wait_until("document.querySelector('#main h1')?.textContent.trim() === 'Luc Ferrand'");
    page.click(".redo");
    wait_for_heading(&page, "Luc Ferrand-Roy");
    page.assert_quiet();
}

#[test]
fn a_retyped_name_changes_its_place_in_the_index() {
    let page = port();
    page.go("#/index/per:luc-ferrand");
    page.click(".name-correction > summary");
    page.eval("void (document.querySelector('#rename-kind').value = 'ORG')");
    page.click_text(".call-otherwise button", "Renommer");
    page.wait_for(".entity-view h1 .name.organisation");
    page.go("#/index?type=ORG");
    page.wait_until("[...document.querySelectorAll('.name-list .name')].some((name) => name.textContent === 'Luc Ferrand')");
    page.assert_quiet();
}

#[test]
fn two_names_merged_are_one_in_every_article_after_a_reload_and_apart_again_when_taken_back() {
    let page = port();
    page.go("#/index/per:luc-ferrand");
    page.click(".name-correction > summary");
    page.fill("#same-as", "vernon");
    page.click_text(".merge", "Paul Vernon");
    wait_for_heading(&page, "Paul Vernon");
    assert!(page.fragment().contains("per:paul-vernon") || page.fragment().contains("per%3Apaul-vernon"), "{}", page.fragment());
    page.wait_for_text("Luc Ferrand");
    // The address that was is a way to the same.
    page.go("#/index/per:luc-ferrand");
    wait_for_heading(&page, "Paul Vernon");
    page.go("#/corpus");
    page.wait_for_text("Gardé dans ce navigateur");
    page.reload();
    page.go("#/index/per:luc-ferrand");
    wait_for_heading(&page, "Paul Vernon");
    page.click(".undo");
    wait_for_heading(&page, "Luc Ferrand");
    page.assert_quiet();
}

#[test]
fn what_is_no_name_is_marked_nowhere_and_comes_back() {
    let page = port();
    page.go("#/index/per:luc-ferrand");
    page.click(".name-correction > summary");
    page.click(".no-name button");
    page.wait_for_text("ne nomme pas");
    page.go("#/lire/trois.txt");
    page.wait_for("article.text a.name");
    assert_eq!(
        page.eval("[...document.querySelectorAll('article.text a.name')].some((name) => name.textContent.includes('Ferrand'))"),
        false
    );
    page.click(".undo");
    page.wait_until("[...document.querySelectorAll('article.text a.name')].some((name) => name.textContent.includes('Ferrand'))");
    page.assert_quiet();
}

#[test]
fn ticked_mentions_become_another_name() {
    let page = port();
    page.go("#/index/per:paul-vernon");
    page.wait_for(".entity-view h1");
    page.click(".name-correction > summary");
    page.click(".set-apart summary");
    page.click(".set-apart li label");
    page.wait_until("document.querySelector('.set-apart summary').textContent.includes('1')");
    page.fill("#split-name", "Vernon (Eure)");
    page.eval("void (document.querySelector('#split-kind').value = 'LOC')");
    page.click(".set-apart .split");
    page.wait_for_text("désigne «\u{a0}Vernon (Eure)\u{a0}»");
    page.go("#/index/loc:vernon-eure");
    wait_for_heading(&page, "Vernon (Eure)");
    assert_eq!(page.count(".mentions .passage"), 1);
    page.assert_quiet();
}

#[test]
fn words_selected_in_an_article_become_a_name_in_all() {
    let page = port();
    page.go("#/lire/trois.txt");
    page.wait_for("article.text a.name");
    page.eval(
        "(() => { const walker = document.createTreeWalker(document.querySelector('article.text'), NodeFilter.SHOW_TEXT); \
           for (let node = walker.nextNode(); node; node = walker.nextNode()) { const at = node.data.indexOf('goélette noire'); \
             if (at >= 0) { getSelection().setBaseAndExtent(node, at, node, at + 'goélette noire'.length); return true; } } })()",
    );
    page.click(".add-name-selected");
    page.wait_until("document.activeElement?.id === 'add-words'");
    assert_eq!((page.value("#add-words"), page.value("#add-name")), ("goélette noire".to_owned(), "goélette noire".to_owned()));
    page.assert_accessible();
    page.eval("void (document.querySelector('#add-kind').value = 'PRODUCT')");
    page.click_text(".add-name button", "Ajouter");
    page.wait_until("[...document.querySelectorAll('article.text a.name.product')].some((name) => name.textContent === 'goélette noire')");
    page.go("#/index/product:goelette-noire");
    page.wait_for_text("2\u{a0}mentions dans 2\u{a0}articles");
    page.assert_quiet();
}

#[test]
fn by_keyboard_alone_a_name_is_added_and_taken_back() {
    let page = port();
    page.go("#/lire/un.txt");
    page.wait_for("article.text a.name");
    page.tab_to(".add-name-open");
    page.press("Enter");
    page.wait_until("document.activeElement?.id === 'add-words'");
    page.type_text("goélette noire");
    page.wait_until("!document.querySelector('.add-name button[type=submit]').disabled");
    page.press("Enter");
    page.wait_until("[...document.querySelectorAll('article.text a.name')].some((name) => name.textContent === 'goélette noire')");
    page.tab_to(".undo");
    page.press("Enter");
    page.wait_until("![...document.querySelectorAll('article.text a.name')].some((name) => name.textContent === 'goélette noire')");
    page.assert_quiet();
}

#[test]
fn by_keyboard_alone_two_names_are_merged() {
    let page = port();
    page.go("#/index");
    page.tab_to("#name-typed");
    page.type_text("ferrand");
    page.wait_until("document.querySelectorAll('.name-list tbody tr').length === 1");
    page.tab_to(".name-list a.name");
    page.press("Enter");
    wait_for_heading(&page, "Luc Ferrand");
    page.tab_to(".name-correction > summary");
    page.press("Enter");
    page.tab_to("#same-as");
    page.type_text("boré");
    page.wait_for(".merge");
    page.tab_to(".merge");
    page.press("Enter");
    wait_for_heading(&page, "Boréalis");
    page.assert_quiet();
}

#[test]
fn corrections_of_names_go_out_with_the_corpus_and_come_back() {
    let saved =
        "{ const made = URL.createObjectURL; URL.createObjectURL = (blob) => { window.saved = blob; return made.call(URL, blob); }; }";
    let page = opened(Visit::new().with_script(saved).open("#/index/per:bernard-cazeneuve"));
    // The shipped corpus too is corrected.
    page.click(".name-correction > summary");
    page.fill("#rename-name", "Bernard C.");
    page.click_text(".call-otherwise button", "Renommer");
    wait_for_heading(&page, "Bernard C.");
    page.reload();
    wait_for_heading(&page, "Bernard C.");
    page.go("#/corpus");
    page.click_text(".keeping button", "Exporter ce corpus");
    page.wait_until("window.saved !== undefined");
    page.drop_files("new File([window.saved], 'retour.recoupe')");
    page.wait_until("!document.querySelector('.task') && location.hash.includes('panorama')");
    page.go("#/corpus");
    page.wait_for_text("s’appelle «\u{a0}Bernard C.\u{a0}»");
    page.go("#/index/per:bernard-cazeneuve");
    wait_for_heading(&page, "Bernard C.");
}

#[test]
fn a_correction_that_changes_nothing_is_told_and_lost_nowhere() {
    let page = port();
    page.go("#/index/per:luc-ferrand");
    page.click(".name-correction > summary");
    page.click(".no-name button");
    page.wait_for_text("ne nomme pas");
    page.go("#/corpus/trois.txt");
    page.wait_for("#fact-title");
    page.fill("#fact-title", "Autre titre");
    page.click_text(".facts button", "Corriger");
    page.wait_until("document.querySelector('h1').textContent === 'Autre titre'");
    // The list has both, and each is taken back in turn.
    page.wait_until("document.querySelector('.corrections summary').textContent.startsWith('2')");
    page.click(".corrections .undo");
    page.wait_until("document.querySelector('.corrections summary').textContent.startsWith('1')");
    page.click(".corrections .undo");
    page.wait_for(".corrections .redo");
    page.go("#/index/per:luc-ferrand");
    wait_for_heading(&page, "Luc Ferrand");
    page.assert_quiet();
}

#[test]
fn every_count_of_the_page_of_a_name_opens_as_many_passages() {
    let page = open("#/index/per:bernard-cazeneuve");
    page.wait_for(".naming-ledger td a");
    let cells = page.eval(
        "[...document.querySelectorAll('.naming-ledger tbody td:not(.first) a, .company tbody td:nth-child(2) a')].slice(0, 14).map((one) => [one.textContent, one.hash])",
    );
    for cell in cells.as_array().unwrap() {
        let (n, hash) = (cell[0].as_str().unwrap().parse::<u64>().unwrap(), cell[1].as_str().unwrap());
        page.go(hash);
        page.wait_for(".mentions .all-mentions");
        let shown = if hash.contains("avec=") {
            "document.querySelectorAll('.mentions .passage').length"
        } else {
            "document.querySelectorAll('.mentions .passage .here').length"
        };
        page.wait_until(&format!("{shown} === {n}"));
    }
    page.assert_quiet();
}

#[test]
fn pages_of_names_fit_a_phone_and_are_for_everyone() {
    for theme in [Theme::Light, Theme::Dark] {
        for fragment in
            ["#/index", "#/index?vue=grille", "#/index/per:bernard-cazeneuve", "#/index/org:google?avec=org%3Afacebook&pres=alinea"]
        {
            let page = opened(Visit::new().sized(320, 700).themed(theme).open(fragment));
            page.wait_for("table");
            assert_eq!(page.overflow(), 0, "{fragment}");
            if page.count(".name-correction") > 0 {
                page.click(".name-correction > summary");
                page.click(".set-apart summary");
                assert_eq!(page.overflow(), 0, "{fragment}");
            }
            page.assert_accessible();
        }
    }
}
