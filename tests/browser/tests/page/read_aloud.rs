//! The three main uses for who hears the page: by roles and names of the accessibility tree alone, in the order in which they are read.

use crate::{drawn, open};

/// Places of the first of each role in the tree, which must all be there.
fn order(page: &browser_tests::Page, roles: &[&str]) -> Vec<usize> {
    let tree = page.tree();
    let place = |role: &&str| tree.iter().position(|node| node.role == *role).unwrap_or_else(|| panic!("no {role}"));
    roles.iter().map(place).collect()
}

#[test]
fn the_page_is_read_from_the_skip_link_to_the_foot() {
    for view in ["#/panorama", "#/lire/003.txt", "#/comparer/enonces", "#/index", "#/corpus"] {
        let page = open(view);
        page.wait_for("#main h1");
        drawn(&page);
        let places = order(&page, &["banner", "navigation", "main", "contentinfo"]);
        assert!(places.is_sorted(), "{view}: {places:?}");
        let tree = page.tree();
        let first = tree.iter().find(|node| node.role == "link").expect("there are links");
        assert_eq!(first.name, "Aller au contenu", "{view}");
        let n_headings = tree.iter().filter(|node| node.role == "heading").count();
        assert!(n_headings >= 1, "{view}");
        let nameless: Vec<&str> = tree
            .iter()
            .filter(|node| matches!(node.role.as_str(), "link" | "button" | "textbox" | "searchbox" | "combobox" | "table" | "navigation"))
            .filter(|node| node.name.is_empty())
            .map(|node| node.role.as_str())
            .collect();
        assert!(nameless.is_empty(), "{view}: {nameless:?} without a name");
        page.assert_quiet();
    }
}

#[test]
fn a_word_is_searched_and_its_passage_opened() {
    let page = open("#/panorama");
    drawn(&page);
    page.focus_in_tree("combobox", "Chercher");
    page.type_text("sans délai");
    page.find_in_tree("mark", "");
    page.act_in_tree("link", "sans délai");
    page.wait_until("location.hash.startsWith('#/lire/')");
    page.find_in_tree("heading", "Terrorisme");
    page.assert_quiet();
}

#[test]
fn a_name_is_chosen_in_an_article_and_its_passages_elsewhere_are_read() {
    let page = open("#/lire/003.txt");
    drawn(&page);
    page.act_in_tree("link", "Bernard Cazeneuve");
    page.find_in_tree("complementary", "");
    page.wait_until("location.hash.includes('e=per')");
    page.find_in_tree("heading", "Bernard Cazeneuve");
    page.assert_quiet();
}

#[test]
fn who_tells_a_statement_is_read_from_the_grid() {
    let page = open("#/panorama");
    drawn(&page);
    page.act_in_tree("link", "Comparer");
    page.act_in_tree("link", "Énoncés");
    page.find_in_tree("table", "Ce qui est dit");
    let heads = page.tree().into_iter().filter(|node| node.role == "columnheader").count();
    assert_eq!(heads, 6, "one for the statement, one for each article");
    page.act_in_tree("button", "Google, Facebook, Microsoft et Twitter");
    page.wait_for(".sentences .tellings .passage");
    page.assert_quiet();
}

#[test]
fn nothing_moves_while_a_view_is_drawn() {
    for view in ["#/panorama", "#/lire/003.txt", "#/comparer/002.txt/003.txt", "#/comparer/enonces", "#/index", "#/citations", "#/corpus"] {
        let page = open(view);
        page.wait_for("#main h1");
        drawn(&page);
        let moved = page.settle(
            "new Promise((done) => { let sum = 0; const observer = new PerformanceObserver((list) => { for (const one of list.getEntries()) \
             if (!one.hadRecentInput) sum += one.value; }); observer.observe({ type: 'layout-shift', buffered: true }); \
             requestAnimationFrame(() => requestAnimationFrame(() => { for (const one of observer.takeRecords()) if (!one.hadRecentInput) sum += one.value; done(sum); })) })",
        );
        let moved = moved.expect("the browser tells shifts").as_f64().expect("a shift is a number");
        // Half of what the measure of cumulative shifts calls good.
        assert!(moved < 0.05, "{view}: {moved}");
    }
}
