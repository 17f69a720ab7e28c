//! The second use: who is named, and where else.

use crate::open;

#[test]
fn by_mouse_a_name_in_the_text_shows_all_its_passages_and_leads_to_one() {
    let page = open("#/lire/003.txt");
    page.click("article.text a.name");
    page.wait_for(".entity-panel .passage mark, .entity-panel .passage .here");
    let name = page.text("#entity-panel-title");
    assert!(page.fragment().contains("e="), "{}", page.fragment());
    assert!(page.count("article.text a.name.selected") > 0, "{name} is not marked as chosen");
    let shown = page.count(".entity-panel .passage");
    page.eval("void (window.last = [...document.querySelectorAll('.entity-panel .passage')].at(-1).setAttribute('id', 'the-last'))");
    page.click("#the-last");
    page.wait_for("article.text .target");
    page.wait_for(".entity-panel");
    assert_eq!((page.text("#entity-panel-title"), page.count(".entity-panel .passage")), (name, shown));
    page.click(".entity-panel .close");
    page.wait_gone(".entity-panel");
    page.assert_quiet();
}

#[test]
fn by_keyboard_a_name_in_the_text_shows_all_its_passages_and_leads_to_one() {
    let page = open("#/lire/003.txt");
    page.wait_for("article.text a.name");
    page.tab_to("article.text a.name");
    page.press("Enter");
    page.wait_for(".entity-panel .passage");
    page.tab_to(".entity-panel .passage");
    page.press("Enter");
    page.wait_for("article.text .target");
    page.assert_quiet();
}

#[test]
fn kinds_are_told_apart_by_letter_line_and_colour() {
    let page = open("#/lire/003.txt");
    page.wait_for("article.text a.name");
    let looks = page.eval(
        "(() => { const looks = {}; for (const one of document.querySelectorAll('article.text .name[data-label]')) { \
           const style = getComputedStyle(one); \
           looks[one.dataset.label] = [style.textDecorationStyle, style.borderBottomStyle, style.textDecorationColor, style.borderBottomColor].join(' '); } \
         return Object.entries(looks); })()",
    );
    let looks = looks.as_array().unwrap();
    assert!(looks.len() >= 2, "one kind only: {looks:?}");
    for (at, one) in looks.iter().enumerate() {
        assert!(!one[0].as_str().unwrap_or_default().is_empty(), "a name without its letter: {looks:?}");
        assert!(looks[..at].iter().all(|other| other[1] != one[1]), "two kinds look the same: {looks:?}");
    }
}

#[test]
fn a_kind_can_be_put_away_and_taken_back() {
    let page = open("#/lire/003.txt");
    page.wait_for("article.text a.name");
    let before = page.count("article.text .name");
    page.click(".layers button");
    page.wait_until(&format!("document.querySelectorAll('article.text .name').length < {before}"));
    page.click(".layers button");
    page.wait_until(&format!("document.querySelectorAll('article.text .name').length === {before}"));
}

#[test]
fn a_cell_of_the_grid_opens_its_sentences() {
    let page = open("");
    let row = page.text("table.grid tbody th a");
    page.click("table.grid td.cell a");
    page.wait_for(".entity-view .passage");
    assert!(page.text(".entity-view h1").contains(&row), "{row}");
    page.click(".entity-view .passage");
    page.wait_for("article.text .target");
    page.assert_quiet();
}
