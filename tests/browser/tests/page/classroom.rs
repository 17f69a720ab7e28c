//! A lesson as a class runs it: guess, then reveal, with the mouse or the keyboard alone; nothing that was answered is lost.

use browser_tests::{Page, Theme, Visit};
use serde_json::json;

use crate::{drawn, open, opened};

/// Every page for a class but the sheets.
const PAGES: &[&str] = &[
    "#/classe",
    "#/classe/article",
    "#/classe/chiffre",
    "#/classe/portee",
    "#/classe/citations",
    "#/classe/titres",
    "#/classe/cinq-questions",
];

#[track_caller]
fn loaded(page: &Page, articles: &str) {
    page.settle(&format!("recoupe.load({articles})")).unwrap();
    drawn(page);
}

#[track_caller]
fn go(page: &Page, fragment: &str) {
    page.go(fragment);
    page.wait_until(&format!("location.hash === {}", json!(fragment)));
    drawn(page);
}

/// Where each link of what was revealed leads.
fn doors(page: &Page) -> Vec<String> {
    let found = page.eval("[...document.querySelectorAll('.revealed a')].map((one) => one.getAttribute('href'))");
    found.as_array().unwrap().iter().map(|door| door.as_str().unwrap().to_owned()).collect()
}

#[test]
fn from_a_fresh_page_to_a_revealed_score_takes_five_steps_with_the_mouse() {
    let page = open("");
    page.click_text(".top-bar a", "Corpus");
    page.click_text(".index-tabs a", "En classe");
    page.click_text(".hour .opens a", "Quel article le dit");
    page.click(".answers input");
    page.click(".check-all");
    page.wait_for(".score .total");
    let total = page.text(".score .total").replace('\u{a0}', " ");
    let n_right = page.count(".revealed.right");
    assert!(total.starts_with(&format!("{n_right} sur 5 : ")), "{total}");
    assert_eq!(page.count(".revealed"), 5);
    page.assert_accessible();
    page.assert_quiet();
}

#[test]
fn the_same_takes_as_many_with_the_keyboard_alone() {
    let page = open("");
    page.tab_to(".top-bar a[href='#/corpus']");
    page.press("Enter");
    page.wait_for(".corpus-view h1");
    page.tab_to(".index-tabs a[href='#/classe']");
    page.press("Enter");
    drawn(&page);
    page.tab_to(".hour .opens a[href='#/classe/article']");
    page.press("Enter");
    page.wait_for(".answers input");
    page.tab_to(".answers input");
    page.press("Space");
    page.tab_to(".check");
    page.press("Enter");
    page.wait_until("document.activeElement?.id === 'verdict-0'");
    assert!(page.text(".score .total").contains("sur 1"), "{}", page.text(".score .total"));
    page.assert_quiet();
}

#[test]
fn every_answer_opens_its_passage() {
    let page = open("#/classe/article");
    for kind in ["article", "voix", "chiffre", "portee", "titres", "ordre", "citations", "sources", "dates"] {
        go(&page, &format!("#/classe/{kind}"));
        page.click(".check-all");
        page.wait_for(".revealed a");
        let n_questions = page.count(".question");
        assert_eq!(page.count(".revealed:has(a)"), n_questions, "{kind}");
        let doors = doors(&page);
        for door in [doors.first(), doors.last()].into_iter().flatten() {
            go(&page, door);
            page.wait_for("#passage");
        }
    }
    page.assert_quiet();
}

#[test]
fn words_are_marked_and_unmarked_with_the_keyboard_and_the_mouse() {
    let page = open("#/classe/citations");
    drawn(&page);
    page.tab_to(".to-mark");
    page.keys(&["ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Enter"]);
    page.wait_until("document.querySelectorAll('.own-marks li').length === 1");
    assert_eq!(page.count("#main .word.marked"), 3);
    page.keys(&["End", "Enter"]);
    page.wait_until("document.querySelectorAll('.own-marks li').length === 2");
    page.press("Enter");
    page.wait_until("document.querySelectorAll('.own-marks li').length === 1");
    page.click("#word-1-2");
    page.wait_until("document.querySelectorAll('.own-marks li').length === 2");
    // What the browser selected, as a finger does it.
    page.eval("void getSelection().setBaseAndExtent(document.querySelector('#word-1-4').firstChild, 0, document.querySelector('#word-1-6').firstChild, 2)");
    page.click(".question:nth-child(2) .actions .quiet");
    page.wait_until("document.querySelectorAll('.question:nth-child(2) .own-marks li').length === 2");
    page.click(".question:nth-child(2) .own-marks button");
    page.wait_until("document.querySelectorAll('.question:nth-child(2) .own-marks li').length === 1");
    page.wait_until("document.activeElement?.id === 'marks-1'");
    page.assert_accessible();
    page.click(".check-all");
    page.wait_for(".finds");
    let n = |title: &str| -> u64 {
        let found = format!(
            "[...document.querySelectorAll('.finds h3')].filter((one) => one.innerText.includes({})).reduce((sum, one) => sum + Number(one.querySelector('.count').innerText), 0)",
            json!(title)
        );
        page.eval(&found).as_u64().unwrap()
    };
    let (both, pupil, tool) = (n("Par vous et par"), n("Par vous seul"), n("Par l’outil seul"));
    assert_eq!(both + pupil, 2, "two marks were made");
    let total = page.text(".score .total").replace('\u{a0}', " ");
    assert_eq!(total, format!("Trouvé par vous et par l’outil : {both} ; par vous seul : {pupil} ; par l’outil seul : {tool}."));
    page.assert_accessible();
    page.assert_quiet();
}

#[test]
fn no_answer_is_lost_in_the_middle_of_a_guess() {
    let page = open("#/classe/article");
    drawn(&page);
    let chosen = "[...document.querySelectorAll('.answers input')].map((one) => one.checked).join()";
    page.click(".question:nth-child(2) .answers li:nth-child(3) input");
    page.click(".question:nth-child(1) .answers li:nth-child(1) input");
    page.click(".question:nth-child(1) .check");
    page.wait_for("#verdict-0");
    let before = page.eval_text(chosen);
    page.click_text(".revealed a", "");
    page.wait_for("article.text");
    page.eval("void history.back()");
    page.wait_for("#verdict-0");
    assert_eq!(page.eval_text(chosen), before);
    page.click(".other-questions");
    page.wait_until("location.hash.includes('graine=1')");
    drawn(&page);
    assert_eq!(page.count(".revealed"), 0);
    page.eval("void history.back()");
    page.wait_for("#verdict-0");
    page.reload();
    page.wait_for("#verdict-0");
    assert_eq!(page.eval_text(chosen), before);
    page.click(".begin-again");
    page.wait_gone(".revealed");
    page.click(".bring-back");
    page.wait_for("#verdict-0");
    assert_eq!(page.eval_text(chosen), before);
    page.assert_quiet();
}

#[test]
fn answers_are_kept_while_the_page_is_open_where_nothing_may_be_stored() {
    let forbidden = "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError'); } })";
    let page = opened(Visit::new().with_script(forbidden).open("#/classe/cinq-questions/003.txt"));
    page.fill(".five-w textarea", "Le ministre part");
    go(&page, "#/classe/article");
    page.click(".answers input");
    go(&page, "#/classe/cinq-questions/003.txt");
    assert_eq!(page.value(".five-w textarea"), "Le ministre part");
    go(&page, "#/classe/article");
    page.wait_for(".answers input:checked");
    page.assert_quiet();
}

#[test]
fn the_five_questions_are_filled_and_then_compared() {
    let page = open("#/classe/cinq-questions");
    drawn(&page);
    assert_eq!((page.count(".five-w textarea"), page.count(".proposals")), (40, 0));
    page.fill(".five-w tbody tr:nth-child(3) td:nth-child(3) textarea", "Cazeneuve");
    page.tab_to(".compare");
    page.press("Enter");
    page.wait_for(".proposals a");
    drawn(&page);
    assert_eq!(page.value(".five-w tbody tr:nth-child(3) td:nth-child(3) textarea"), "Cazeneuve");
    assert!(page.count(".proposals .guess") > 0, "some proposals are guesses");
    page.assert_accessible();
    page.click(".five-w tbody tr:nth-child(3) .proposals a");
    page.wait_for("#passage");
    page.eval("void history.back()");
    page.wait_for(".proposals a");
    page.reload();
    page.wait_for(".proposals a");
    assert_eq!(page.value(".five-w tbody tr:nth-child(3) td:nth-child(3) textarea"), "Cazeneuve");
    page.assert_quiet();
}

#[test]
fn the_code_reads_back_to_the_link_in_light_and_dark_large_and_on_paper() {
    for theme in [Theme::Light, Theme::Dark] {
        let page = opened(Visit::new().themed(theme).open("#/classe/chiffre?graine=3&n=10"));
        drawn(&page);
        page.click(".class-link summary");
        page.wait_for(".code svg");
        let link = page.value("#class-link");
        assert_eq!(page.codes_in(".code svg"), [&*link], "{theme:?}");
        page.click(".enlarge");
        page.wait_for("dialog[open] svg");
        assert_eq!(page.codes_in("dialog[open] svg"), [&*link], "{theme:?}");
        page.press("Escape");
        page.wait_gone("dialog[open]");
        page.as_printed();
        assert_eq!(page.codes_in(".code svg"), [&*link], "{theme:?}");
        page.assert_quiet();
    }
}

#[test]
fn a_link_for_a_class_is_a_field_and_a_code_and_hides_what_is_hidden() {
    let page = open("#/classe/chiffre?graine=3&n=10");
    drawn(&page);
    page.click(".class-link summary");
    assert!(page.value("#class-link").ends_with("/#/classe/chiffre?graine=3&n=10"), "{}", page.value("#class-link"));
    assert_eq!(page.attribute(".code svg", "aria-label").unwrap(), format!("Code QR qui ouvre {}", page.value("#class-link")));
    page.assert_accessible();
    page.tab_to(".enlarge");
    page.press("Enter");
    page.wait_for("dialog[open] svg");
    page.assert_accessible();
    page.press("Escape");
    page.wait_gone("dialog[open]");
    assert!(page.focus().contains("enlarge"), "{}", page.focus());
    go(&page, "#/classe");
    page.click("#mask-names");
    page.wait_for(".masked");
    page.wait_until("document.querySelector('#mask-names')?.checked");
    go(&page, "#/classe/chiffre?graine=3&masque=names");
    page.click(".class-link summary");
    assert!(page.value("#class-link").ends_with("graine=3&masque=names"), "{}", page.value("#class-link"));
    assert!(
        page.texts(".answers label").iter().all(|label| label.len() > 1 && !label.contains("France-Soir")),
        "{:?}",
        page.texts(".answers label")
    );
    page.assert_quiet();
}

#[test]
fn one_article_none_quoted_or_two_alike_give_a_clear_line() {
    let page = open("");
    let text = "Le conseil municipal se tient à Brest.\\n\\nLe port est fermé depuis le matin. Les bateaux restent à quai.";
    loaded(&page, &format!("[{{ id: 'a', title: 'Seul', text: '{text}' }}]"));
    for kind in ["article", "voix", "chiffre", "portee", "citations", "sources", "titres", "ordre"] {
        go(&page, &format!("#/classe/{kind}"));
        page.wait_for(".class-view .none");
        assert!(page.text(".class-view .none").len() > 20, "{kind}: {}", page.text(".class-view .none"));
    }
    go(&page, "#/classe");
    assert!(page.text("#main").contains("un seul article ne se recoupe pas"));
    page.assert_accessible();
    page.click(".class-link summary");
    assert!(page.text(".class-link").contains("n’est que dans ce navigateur"), "{}", page.text(".class-link"));
    assert_eq!((page.value("#class-link").as_str(), page.count(".class-link svg")), ("#/classe", 0));
    go(&page, "#/classe/cinq-questions");
    page.click(".compare");
    page.wait_until("document.querySelector('.proposals') && !document.querySelector('[aria-busy=true]')");
    loaded(&page, &format!("[{{ id: 'a', title: 'Un', text: '{text}' }}, {{ id: 'b', title: 'Deux', text: '{text}' }}]"));
    go(&page, "#/classe/article");
    page.wait_for(".class-view .none");
    page.assert_quiet();
}

#[test]
fn pages_for_a_class_are_accessible_in_both_themes_and_fit_a_phone() {
    for theme in [Theme::Light, Theme::Dark] {
        let page = opened(Visit::new().themed(theme).open("#/classe"));
        for fragment in PAGES {
            go(&page, fragment);
            page.assert_accessible();
            if page.count(".check-all") > 0 {
                page.click(".check-all");
                page.wait_for(".score .total");
                page.assert_accessible();
            }
            page.resize(360, 740);
            assert_eq!(page.overflow(), 0, "{fragment}");
            page.resize(1280, 900);
        }
        page.assert_quiet();
    }
}

#[test]
fn results_are_a_file_that_a_spreadsheet_opens() {
    let page = open("#/classe/article");
    drawn(&page);
    page.eval("void (URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text; }); return '#'; })");
    page.click(".answers input");
    page.click(".check");
    page.click(".take-results");
    page.wait_until("window.saved");
    let table = page.eval_text("saved");
    assert_eq!(table.lines().count(), 7, "{table}");
    assert!(table.contains("\"non vérifié\"") && table.contains(" sur 1"), "{table}");
    page.assert_quiet();
}
