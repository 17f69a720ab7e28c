//! What several articles tell: the ledger of figures, the time line, and what was known by then.

use browser_tests::Page;
use serde_json::json;

use crate::{drawn, open};

/// Three articles of three days: one disagreement on the first, an older count, and one that is told by all.
const OWN: [(&str, &str); 3] = [
    (
        "a.md",
        "---\noutlet: Le Port\ndate: 2020-05-04\n---\n\n# L’usine ferme\n\nL’usine Varnier de Brémoy va fermer le 30 juin 2020. La direction supprimera 340 emplois à Brémoy d’ici à l’été. La tempête a fait 4 blessés dans la vallée de Brémoy.",
    ),
    (
        "b.md",
        "---\noutlet: Le Quai\ndate: 2020-05-04\n---\n\n# Fermeture\n\nFermeture de l’usine Varnier à Brémoy, le 30 juin 2020 : la direction supprimera 430 emplois à Brémoy cet été, dit-on.",
    ),
    (
        "c.md",
        "---\noutlet: La Digue\ndate: 2020-05-07\n---\n\n# Après la tempête\n\nLa tempête a fait 9 blessés dans la vallée de Brémoy, selon un nouveau bilan publié jeudi par les secours de la région.",
    ),
];

#[track_caller]
fn of_own(fragment: &str) -> Page {
    let page = open("");
    let own: Vec<String> = OWN.iter().map(|(name, text)| format!("new File([{}], '{name}')", json!(text))).collect();
    page.drop_files(&own.join(","));
    page.wait_until("document.querySelector('.context')?.innerText.includes('3\u{a0}articles')");
    page.go(fragment);
    drawn(&page);
    page
}

#[test]
fn a_cell_of_the_ledger_opens_its_sentence() {
    let page = open("#/chiffres");
    page.wait_for(".counts tbody tr");
    assert_eq!(page.texts(".counts tbody .figure"), ["60", "soixante"]);
    assert!(page.text(".counts tbody th").contains("accord"), "{}", page.text(".counts tbody th"));
    page.click(".counts tbody .figure");
    page.wait_until("location.hash.includes('/lire/') && location.hash.includes('p=')");
    page.wait_in_sight("article.text .target");
    page.assert_quiet();
}

#[test]
fn a_disagreement_comes_first_with_its_reason_and_its_sentences() {
    let page = of_own("#/chiffres");
    page.wait_for(".counts tbody tr.real");
    let rows = page.texts(".counts tbody th");
    assert!(rows[0].contains("désaccord") && rows[0].contains("340") && rows[0].contains("430"), "{rows:?}");
    assert!(rows.iter().any(|row| row.contains("autre date")), "{rows:?}");
    page.click(".counts .real summary");
    page.wait_until("document.querySelectorAll('.counts .real .sides li').length === 2");
    page.click_text(".figures-view .choices a", "Autre date");
    page.wait_until("location.hash.includes('verdict=older') && document.querySelectorAll('.counts tbody tr').length === 1");
    page.reload();
    drawn(&page);
    page.go("#/chiffres");
    page.assert_accessible();
    page.assert_quiet();
}

#[test]
fn the_slider_sets_aside_what_appeared_later_in_every_view() {
    let page = of_own("#/chronologie");
    page.wait_for("#known-by");
    page.eval("document.getElementById('known-by').focus()");
    page.press("Home");
    page.wait_until("location.hash.includes('jusque=2020-05-04')");
    page.wait_for_text("1\u{a0}article paru plus tard est mis de côté");
    assert!(!page.text(".days").contains("9 blessés"), "what was said later is not known");
    page.click_text(".index-tabs a", "Chiffres");
    page.wait_until("location.hash.includes('#/chiffres') && location.hash.includes('jusque=')");
    page.wait_for(".counts tbody tr");
    assert_eq!(page.texts(".counts thead th").len(), 3, "two articles are known");
    page.click_text("nav a", "Comparer");
    page.wait_for("#choice-a");
    page.wait_until("document.querySelectorAll('#choice-a option[disabled]').length === 1");
    page.click_text(".set-aside button", "Tout montrer");
    page.wait_until("!location.hash.includes('jusque')");
    page.wait_gone(".set-aside");
    page.assert_quiet();
}

#[test]
fn the_time_line_says_in_words_and_in_a_table_what_it_draws() {
    let page = of_own("#/chronologie");
    page.wait_for(".time-line svg");
    let said = page.text(".days-view [role=status]");
    assert!(said.contains("par 2\u{a0}articles") && said.contains("30\u{a0}juin 2020"), "{said}");
    assert_eq!(page.attribute(".time-line svg", "aria-label").as_deref(), Some(said.as_str()));
    assert_eq!(page.count(".days tbody tr"), page.count(".time-line .mark"), "a row for each mark");
    page.click(".days .passage");
    page.wait_in_sight("article.text .target");
    page.assert_quiet();
}

#[test]
fn what_was_known_by_then_survives_a_reload() {
    let page = open("#/chronologie?jusque=2015-02-20&certitude=probable");
    page.wait_for(".set-aside");
    let (said, rows) = (page.text(".set-aside"), page.texts(".days tr"));
    page.reload();
    drawn(&page);
    page.wait_for(".set-aside");
    assert_eq!((page.text(".set-aside"), page.texts(".days tr")), (said, rows));
    page.assert_accessible();
}

#[test]
fn scripts_have_dates_and_figures_in_the_exchange_format() {
    let page = open("");
    let figures = page.settle("recoupe.figures()").expect("figures are told");
    let groups = figures.as_array().expect("a list").iter().filter(|figure| !figure["group"].is_null()).count();
    assert_eq!(groups, 2, "60 and soixante");
    let dates = page.settle("recoupe.dates()").expect("dates are told");
    assert!(dates.as_array().expect("a list").iter().any(|date| date["value"] == "2015-02-20" && date["type"] == "DATE"));
}
