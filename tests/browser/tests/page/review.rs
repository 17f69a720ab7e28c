//! The press review: kept from anywhere, put in order, handed on.

use browser_tests::Theme;
use browser_tests::{Page, Visit};

use crate::files::{FIRST, SECOND};
use crate::{open, opened};

/// Hands over what the page saves as text.
const HOLD_FILES: &str = "{ const made = URL.createObjectURL; URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text; }); return made.call(URL, blob); }; }";

/// Waits until the line below the page says how many are kept.
#[track_caller]
fn said(page: &Page, words: &str) {
    page.wait_until(&format!("document.querySelector('#kept-line')?.textContent.replaceAll('\\u00a0', ' ').includes('{words}')"));
}

#[test]
fn a_review_of_five_passages_is_kept_ordered_and_exported_in_eight_actions() {
    let page = opened(Visit::new().with_script(HOLD_FILES).open("#/citations"));
    page.wait_for(".quote-list .keep");
    for n in 1..=5 {
        page.click(".quote-list .keep:not(.kept)");
        said(&page, &format!("a {n} élément"));
    }
    page.click("#kept-line a");
    page.wait_until("location.hash === '#/revue' && document.querySelectorAll('.review-items > .clipping').length === 5");
    let second = page.eval_text("document.querySelector('#item-1 blockquote').textContent");
    page.click("#item-1 .up");
    page.wait_until(&format!("document.querySelector('#item-0 blockquote').textContent === {}", serde_json::json!(second)));
    page.click(".as-markdown");
    page.wait_until("window.saved?.startsWith('# ')");
    let saved = page.eval_text("window.saved");
    assert_eq!(saved.matches("\n> —").count(), 5, "{saved}");
    assert!(saved.find("**1. Citation**") < saved.find("**2. Citation**") && saved.contains("/#/lire/"), "{saved}");
    page.assert_quiet();
}

#[test]
fn the_same_is_done_with_the_keyboard_alone() {
    let page = opened(Visit::new().with_script(HOLD_FILES).open("#/citations"));
    page.wait_for(".quote-list .keep");
    for n in 1..=5 {
        page.tab_to(".quote-list li[data-keep] a.passage:not(li:has(.kept) > *)");
        page.press("r");
        said(&page, &format!("a {n} élément"));
    }
    page.tab_to("#kept-line a");
    page.press("Enter");
    page.wait_until("document.querySelectorAll('.review-items > .clipping').length === 5");
    let second = page.eval_text("document.querySelector('#item-1 blockquote').textContent");
    page.tab_to("#item-1 .take-out");
    page.press("Alt+ArrowUp");
    page.wait_until(&format!("document.querySelector('#item-0 blockquote').textContent === {}", serde_json::json!(second)));
    page.wait_until("document.activeElement.matches('#item-0 .up')");
    page.press("Delete");
    page.wait_until("document.querySelectorAll('.review-items > .clipping').length === 4");
    page.tab_to(".undo");
    page.press("Enter");
    page.wait_until("document.querySelectorAll('.review-items > .clipping').length === 5");
    page.tab_to(".as-html");
    page.press("Enter");
    page.wait_until("window.saved?.startsWith('<!doctype html>')");
    let saved = page.eval_text("window.saved");
    assert_eq!(saved.matches("<blockquote").count(), 5);
    assert!(!saved.contains("<script"));
    page.assert_quiet();
}

#[test]
fn the_key_keeps_what_is_chosen_in_every_view_and_says_when_nothing_is() {
    let page = open("#/panorama");
    page.press("r");
    said(&page, "Rien n’est sélectionné");
    // A door to an utterance.
    page.tab_to(".shared-list a");
    page.press("r");
    said(&page, "a 1 élément");
    // What a search found.
    page.go("#/chercher?q=terrorisme");
    page.wait_for(".hit-list a.passage");
    page.tab_to(".hit-list a.passage");
    page.press("r");
    said(&page, "a 2 éléments");
    // The passage of the address, a row of the grid, a disagreement, a chart.
    page.go("#/lire/003.txt?p=568-700");
    page.wait_for("article.text #passage, article.text .selected, article.text .target");
    page.press("r");
    said(&page, "a 3 éléments");
    page.go("#/comparer/enonces");
    page.wait_for(".statements .keep");
    page.tab_to(".statement");
    page.press("r");
    said(&page, "a 4 éléments");
    page.go("#/comparer/desaccords");
    page.wait_for(".opposed .keep");
    page.click(".opposed .keep");
    said(&page, "a 5 éléments");
    page.go("#/comparer/distances");
    page.wait_for(".keep-line .keep");
    page.click(".keep-line .keep");
    said(&page, "a 6 éléments");
    // Once more takes it out.
    page.click(".keep-line .keep.kept");
    said(&page, "a 5 éléments");
    page.go("#/revue");
    page.wait_until("document.querySelectorAll('.review-items > .clipping').length === 5");
    page.assert_quiet();
}

#[test]
fn what_is_kept_is_metered_written_around_and_there_after_a_reload() {
    let page = open("#/panorama");
    page.drop_files(&format!("{FIRST}, {SECOND}"));
    page.wait_for_text("Deux articles");
    page.go("#/corpus");
    page.wait_for_text("Gardé dans ce navigateur");
    page.go("#/lire/un.txt?p=0-20");
    page.wait_for(".keep");
    page.click(".keep");
    said(&page, "a 1 élément");
    page.go("#/revue");
    page.wait_for(".shares meter");
    page.wait_for_text("mots cités sur");
    page.click(".shares summary");
    page.wait_for(".shares li li a");
    page.click("#item-0 .before");
    page.wait_until("document.activeElement.matches('#item-0 input')");
    page.type_text("Le port");
    page.click("#item-1 .after");
    page.wait_until("document.activeElement.matches('#item-2 textarea')");
    page.type_text("À vérifier.");
    page.fill("#review-title", "Ma revue");
    page.wait_until("document.querySelector('h1').textContent === 'Ma revue'");
    page.assert_accessible();
    page.click(".undo");
    page.click(".undo");
    page.wait_until(
        "document.querySelector('#item-2')?.matches('.words') !== true || document.querySelector('#item-2 textarea').value === ''",
    );
    page.reload();
    page.wait_until("document.querySelector('#item-0 input')?.value === 'Le port'");
    page.assert_quiet();
}

#[test]
fn an_empty_review_says_how_to_collect_and_every_state_is_accessible() {
    for theme in [Theme::Light, Theme::Dark] {
        let page = opened(Visit::new().themed(theme).open("#/revue"));
        page.wait_for_text("Rien n’est encore retenu.");
        page.assert_accessible();
        page.go("#/comparer/desaccords");
        page.wait_for(".opposed .keep");
        page.click(".opposed .keep");
        said(&page, "a 1 élément");
        page.assert_accessible();
        page.go("#/comparer/enonces");
        page.wait_for(".statements .keep");
        page.click(".statements .keep");
        said(&page, "a 2 éléments");
        page.assert_accessible();
        page.go("#/revue");
        page.wait_until("document.querySelectorAll('.review-items > .clipping').length === 2 && document.querySelector('.shares meter')");
        page.assert_accessible();
        page.assert_quiet();
    }
}

#[test]
fn while_sources_are_hidden_the_review_and_what_it_hands_on_do_not_name_them() {
    let page = opened(Visit::new().with_script(HOLD_FILES).open("#/citations?a=003.txt"));
    page.wait_for(".quote-list .keep");
    page.click(".quote-list .keep");
    said(&page, "a 1 élément");
    page.go("#/comparer/distances");
    page.wait_for(".keep-line .keep");
    page.click(".keep-line .keep");
    said(&page, "a 2 éléments");
    page.go("#/revue?masque=names");
    page.wait_until("document.querySelector('.masked') && document.querySelectorAll('.review-items > .clipping').length === 2");
    page.wait_until("document.querySelector('.shares meter') && !document.querySelector('#main').innerText.includes('…')");
    let shown = page.eval_text("document.querySelector('#main').innerText");
    page.click(".as-markdown");
    page.wait_until("window.saved !== undefined");
    let saved = page.eval_text("window.saved");
    for text in [&shown, &saved] {
        for name in ["France-Soir", "franceinfo", "Tendance Ouest", "Plottu", "003.txt"] {
            assert!(!text.contains(name), "{name}: {text}");
        }
    }
    assert!(saved.contains("masque=names"), "{saved}");
    // Revealed, the links are those of the articles again.
    page.click(".masked button");
    page.wait_for_text("France-Soir");
    assert!(page.count(".review-items .from a[href^='#/lire/003.txt']") > 0);
    page.assert_quiet();
}

#[test]
fn charts_are_kept_with_their_drawing_and_table_and_handed_on_with_them() {
    for (theme, charts) in
        [(Theme::Light, ["#/comparer/distances", "#/comparer/titres"]), (Theme::Dark, ["#/chronologie", "#/comparer/distances"])]
    {
        let page = opened(Visit::new().themed(theme).with_script(HOLD_FILES).open("#/revue"));
        for (chart, n) in charts.into_iter().zip(1..) {
            page.go(chart);
            page.wait_for(".keep-line .keep:not(.kept)");
            page.click(".keep-line .keep");
            said(&page, &format!("a {n} élément"));
        }
        page.go("#/revue");
        page.wait_until("document.querySelectorAll('.kept-chart svg.drawing text').length > 5");
        // As many circles and words as the chart has, none outside its frame.
        page.wait_until("[...document.querySelectorAll('.kept-chart svg')].every((svg) => svg.getBBox().width <= 2 * svg.viewBox.baseVal.width && svg.querySelector('circle, rect'))");
        assert_eq!(page.count(".kept-chart table"), 2);
        page.click(".kept-chart summary");
        page.assert_accessible();
        page.click(".as-html");
        page.wait_until("window.saved?.startsWith('<!doctype html>')");
        let saved = page.eval_text("window.saved");
        assert!(saved.matches("<svg").count() == 2 && saved.matches("<table").count() == 2 && !saved.contains("<script"), "{saved}");
        page.eval("window.saved = undefined");
        page.click(".as-markdown");
        page.wait_until("window.saved?.startsWith('# ')");
        let saved = page.eval_text("window.saved");
        assert!(saved.matches("| --- |").count() >= 2 && saved.contains("Graphique"), "{saved}");
        // A drawing names articles: hidden with them.
        page.go("#/revue?masque=outlets");
        page.wait_for(".masked");
        page.wait_gone(".kept-chart");
        page.assert_quiet();
    }
}

#[test]
fn what_is_kept_in_one_language_is_kept_in_the_other() {
    let page = open("#/comparer/desaccords");
    page.wait_for(".opposed .keep");
    page.click(".opposed .keep");
    said(&page, "a 1 élément");
    page.go("#/comparer/enonces");
    page.wait_for(".statements .keep");
    page.click(".statements .keep");
    said(&page, "a 2 éléments");
    page.click("button.language[lang=en]");
    page.wait_until("document.documentElement.lang === 'en'");
    page.wait_until("document.querySelectorAll('.statements .keep.kept').length === 1");
    page.go("#/comparer/desaccords");
    page.wait_until("document.querySelectorAll('.opposed .keep.kept').length === 1");
    page.assert_quiet();
}

#[test]
fn an_item_is_dragged_by_its_handle_and_a_heading_takes_its_group() {
    let page = opened(Visit::new().open("#/citations"));
    page.wait_for(".quote-list .keep");
    for n in 1..=3 {
        page.click(".quote-list .keep:not(.kept)");
        said(&page, &format!("a {n} élément"));
    }
    page.go("#/revue");
    page.wait_until("document.querySelectorAll('.review-items > .clipping').length === 3");
    let words = |at: usize| page.eval_text(&format!("document.querySelector('#item-{at} blockquote').textContent"));
    let (first, last) = (words(0), words(2));
    let drag = |from: usize, to: usize, below: bool| {
        page.eval(&format!(
            "(() => {{ const handle = document.querySelector('#item-{from} .handle'); const goal = document.querySelector('#item-{to}'); const place = goal.getBoundingClientRect(); \
             const dataTransfer = new DataTransfer(); const at = {{ bubbles: true, cancelable: true, dataTransfer, clientX: place.x + 20, clientY: {below} ? place.bottom - 3 : place.top + 3 }}; \
             handle.dispatchEvent(new DragEvent('dragstart', at)); goal.dispatchEvent(new DragEvent('dragover', at)); goal.dispatchEvent(new DragEvent('drop', at)); handle.dispatchEvent(new DragEvent('dragend', at)); }})()"
        ));
    };
    drag(2, 0, false);
    page.wait_until(&format!("document.querySelector('#item-0 blockquote').textContent === {}", serde_json::json!(last)));
    page.wait_until("document.activeElement.matches('#item-0 .up')");
    // A heading over the last two takes them to the top.
    page.click("#item-1 .before");
    page.wait_until("document.activeElement.matches('#item-1 input')");
    page.type_text("Groupe");
    drag(1, 0, false);
    page.wait_until(&format!(
        "document.querySelector('#item-0 input')?.value === 'Groupe' && document.querySelector('#item-1 blockquote').textContent === {}",
        serde_json::json!(first)
    ));
    page.tab_to("#item-0 .up");
    page.press("Alt+Shift+ArrowDown");
    page.wait_until("document.querySelector('#item-0 input') !== null");
    page.assert_accessible();
    page.assert_quiet();
}

#[test]
fn while_sources_are_hidden_what_people_wrote_does_not_name_them() {
    let page = opened(Visit::new().with_script(HOLD_FILES).open("#/citations?a=003.txt"));
    page.wait_for(".quote-list .keep");
    page.click(".quote-list .keep");
    said(&page, "a 1 élément");
    page.go("#/revue");
    page.click("#item-0 .before");
    page.wait_until("document.activeElement.matches('#item-0 input')");
    page.type_text("Vu dans France-Soir");
    page.wait_until("document.querySelector('#item-0 input').value === 'Vu dans France-Soir'");
    page.go("#/revue?masque=outlets");
    page.wait_for(".masked");
    page.wait_until("document.querySelector('#item-0 h2')?.textContent.startsWith('Vu dans ')");
    assert!(!page.eval_text("document.querySelector('#main').innerText").contains("France-Soir"));
    page.click(".as-markdown");
    page.wait_until("window.saved?.includes('Vu dans ')");
    assert!(!page.eval_text("window.saved").contains("France-Soir"));
    page.click(".masked button");
    page.wait_until("document.querySelector('#item-0 input')?.value === 'Vu dans France-Soir'");
    page.assert_quiet();
}
