//! Who said what: the ledger, one utterance in all its versions, and what is marked in the article that is read.

use browser_tests::{Page, Theme, Visit};

use crate::{drawn, number_before, open, opened};

/// Four articles in which one utterance stands whole, cut and spliced, and one that has it not.
const OWN: [(&str, &str); 4] = [
    (
        "plein.txt",
        "Le pont ferme\n\nLa ville de Brest a pris hier sa décision. « Nous fermerons le vieux pont de pierre dès lundi matin, parce que la crue a rongé ses deux piles et que personne ne doit y passer », a déclaré Jeanne Morel, maire de Brest.",
    ),
    (
        "coupe.txt",
        "Brest coupée en deux\n\n« Nous fermerons le vieux pont de pierre dès lundi matin », a martelé Jeanne Morel, maire de Brest, devant la presse locale.",
    ),
    (
        "joint.txt",
        "Un pont de moins\n\nLe conseil s’est réuni. « Nous fermerons le vieux pont de pierre et personne ne doit y passer », a affirmé Jeanne Morel, maire de Brest.",
    ),
    ("sans.txt", "La crue baisse\n\nL’eau a baissé de deux mètres dans la nuit. Les quais de Brest rouvrent mardi, dit la préfecture."),
];

/// Drops articles and waits for their panorama.
#[track_caller]
fn of_own(files: &[(&str, &str)]) -> Page {
    let page = open("");
    let own: Vec<String> = files.iter().map(|(name, text)| format!("new File([{}], '{name}')", serde_json::json!(text))).collect();
    page.drop_files(&own.join(","));
    page.wait_until(&format!("document.querySelector('.context')?.innerText.includes('{}\u{a0}article')", files.len()));
    page
}

/// Waits until the first line of the passage that the address names is in the window, below the bar.
#[track_caller]
fn in_sight(page: &Page) {
    page.wait_until(
        "(line => line && line.top > 60 && line.bottom < innerHeight)(document.querySelector('article.text .target')?.getClientRects()[0])",
    );
}

#[test]
fn the_ledger_opens_the_sentences_of_every_number() {
    let page = open("#/citations");
    page.wait_for(".voices tbody tr");
    let said = number_before(&page.text(".quotes-view [role=status]"), "citation");
    assert!(said > 20, "{said}");
    let words: u32 = page.text(".voices tbody td:nth-child(3) a").parse().expect("a number");
    page.click(".voices tbody td:nth-child(3) a");
    page.wait_until("location.hash.includes('qui=')");
    page.wait_for(".voice-doors");
    assert_eq!(number_before(&page.text(".quotes-view [role=status]"), "mot"), words);
    let quoted = number_before(&page.text(".quotes-view [role=status]"), "citation");
    assert!(u64::from(quoted).min(20) == page.count(".quote-list li"), "{quoted} quotations are told");
    page.click(".quote-list .passage");
    in_sight(&page);
    page.wait_for(".mark-panel .quote-meta");
    page.assert_quiet();
}

#[test]
fn a_cell_of_the_ledger_keeps_to_its_article_after_a_reload_too() {
    let page = open("#/citations");
    page.wait_for(".voices td.in-article a");
    page.click(".voices td.in-article a");
    page.wait_until("location.hash.includes('a=') && location.hash.includes('qui=')");
    page.wait_until("document.querySelectorAll('.quote-list section').length === 1");
    let (address, quotes) = (page.fragment(), page.texts(".quote-list li"));
    page.reload();
    drawn(&page);
    page.wait_for(".quote-list li");
    assert_eq!((page.fragment(), page.texts(".quote-list li")), (address, quotes));
}

#[test]
fn sorts_and_verbs_narrow_the_ledger_and_stay_in_the_address() {
    let page = open("#/citations");
    page.click_text(".ledger-filters a", "Partielles");
    page.wait_until("location.hash.includes('sorte=partielle')");
    page.wait_until("[...document.querySelectorAll('.quote-meta')].every((one) => one.innerText.includes('citation partielle'))");
    page.click_text(".ledger-filters a", "Toutes");
    page.wait_until("!location.hash.includes('sorte')");
    page.click_text(".ledger-filters a", "affirme");
    page.wait_until("location.hash.includes('verbe=affirme')");
    page.wait_until("[...document.querySelectorAll('.quote-meta')].every((one) => one.innerText.includes('comme «\u{a0}affirme\u{a0}»'))");
    page.back();
    page.wait_until("!location.hash.includes('verbe')");
    page.assert_quiet();
}

#[test]
fn an_utterance_shows_its_versions_word_by_word() {
    let page = of_own(&OWN);
    assert!(
        page.text(".lede").contains("Une même parole de Jeanne Morel se lit dans trois articles, sous trois formes"),
        "{}",
        page.text(".lede")
    );
    page.click_text(".lede a", "trois formes");
    page.wait_for(".versions-list > li");
    assert_eq!(page.count(".versions-list > li"), 3);
    let all = page.texts(".versions-list > li");
    assert!(all[0].contains("la plus complète") && all[0].contains("rongé ses deux piles"), "{}", all[0]);
    let spliced = all.iter().find(|text| text.contains("jointe")).expect("one version joins distant parts");
    assert!(spliced.contains("sans signe de coupe") && spliced.contains("14\u{a0}mots"), "{spliced}");
    let left = page.texts(".versions-list del");
    assert!(left.iter().any(|words| words.contains("parce que la crue")), "{left:?}");
    assert!(page.text(".utterance-view .absent").contains("Absent de"), "{}", page.text(".utterance-view .absent"));
    page.assert_accessible();
    page.click_text(".versions-list a", "Lire dans l’article");
    in_sight(&page);
    page.assert_quiet();
}

#[test]
fn the_address_of_an_utterance_and_of_a_quotation_survives_a_reload() {
    let page = open("#/citations");
    page.click(".shared a");
    page.wait_for(".versions-list > li");
    let (address, versions) = (page.fragment(), page.texts(".versions-list > li"));
    assert!(address.starts_with("#/citations/") && versions.len() > 1, "{address}");
    page.reload();
    drawn(&page);
    page.wait_for(".versions-list > li");
    assert_eq!((page.fragment(), page.texts(".versions-list > li")), (address, versions));
    page.click_text(".versions-list a", "Lire dans l’article");
    page.wait_for(".mark-panel blockquote");
    let shown = page.text(".mark-panel blockquote");
    page.reload();
    in_sight(&page);
    assert_eq!(page.text(".mark-panel blockquote"), shown);
}

#[test]
fn layers_are_put_away_and_taken_back() {
    let page = open("#/lire/003.txt");
    for (layer, marks) in [("Citations", "mark.quotation"), ("Dates", ".told.date"), ("Chiffres", ".told.figure")] {
        page.wait_for(&format!("article.text {marks}"));
        page.click_text(".layers button", layer);
        page.wait_gone(&format!("article.text {marks}"));
        page.click_text(".layers button", layer);
        page.wait_for(&format!("article.text {marks}"));
    }
    assert_eq!(page.count("article.text mark.reported"), 0, "reported speech is shown when asked for");
    page.click_text(".layers button", "Paroles rapportées");
    page.wait_for("article.text mark.reported");
    page.assert_accessible();
    page.assert_quiet();
}

#[test]
fn by_keyboard_from_a_date_to_the_next_with_the_list_in_step() {
    let page = open("#/lire/003.txt");
    page.wait_for("article.text a.told.date");
    page.tab_to("article.text a.told.date");
    page.press("Enter");
    page.wait_for(".mark-panel .why");
    let first = page.fragment();
    page.press("j");
    page.wait_until("document.querySelectorAll('.mark-list li:nth-child(2) [aria-current=true]').length === 1");
    in_sight(&page);
    assert_ne!(page.fragment(), first);
    page.press("k");
    page.wait_until("document.querySelectorAll('.mark-list li:first-child [aria-current=true]').length === 1");
    assert_eq!(page.fragment(), first);
    page.press("Escape");
    page.wait_gone(".mark-panel");
    page.assert_quiet();
}

#[test]
fn who_speaks_stands_before_a_quotation_and_leads_to_all_that_is_said() {
    let page = open("#/lire/003.txt");
    page.click_text("article.text a.pin", "Cazeneuve");
    page.click(".mark-panel .who-speaks");
    page.wait_for(".voice-doors");
    page.click_text(".voice-doors a", "Chercher dans ses paroles");
    page.wait_for(".hit-list a");
    page.assert_quiet();
}

#[test]
fn without_a_quotation_the_ledger_says_so_in_words() {
    let page = of_own(&[("un.txt", "La crue baisse\n\nL’eau a baissé de deux mètres dans la nuit. Les quais de Brest rouvrent mardi.")]);
    page.go("#/citations");
    page.wait_for_text("Cet article ne cite personne");
    page.assert_accessible();
}

#[test]
fn the_ledger_is_usable_on_a_small_phone_in_both_themes() {
    for theme in [Theme::Light, Theme::Dark] {
        let page = opened(Visit::new().sized(320, 640).themed(theme).open("#/citations"));
        page.wait_for(".voices tbody tr");
        assert_eq!(page.overflow(), 0);
        page.assert_accessible();
        page.click(".shared a");
        page.wait_for(".versions-list > li");
        assert_eq!(page.overflow(), 0);
        page.assert_accessible();
        page.go("#/lire/003.txt");
        page.click("article.text a.told.figure");
        page.wait_for(".mark-panel");
        assert_eq!(page.overflow(), 0);
        page.assert_accessible();
    }
}

#[test]
fn the_ledger_is_taken_along_as_a_table() {
    let page = open("#/citations?sorte=directe");
    page.eval("void (URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text; }); return 'blob:none'; })");
    page.click_text(".sheet-buttons button", "Citations, CSV");
    page.wait_until("window.saved?.startsWith('\u{feff}article,') || window.saved?.startsWith('article,')");
    let rows = page.eval_text("window.saved");
    assert!(rows.lines().skip(1).filter(|row| row.contains(",direct,")).count() > 5, "{rows}");
}

#[test]
fn scripts_read_all_quotations() {
    let page = open("");
    let quotes = page.settle("window.recoupe.quotes()").expect("the promise is kept");
    let quotes = quotes.as_array().expect("a list");
    assert!(quotes.len() > 20);
    assert!(quotes.iter().any(|quote| quote["group"].is_string() && quote["relation"] == "cut"), "{:?}", quotes[0]);
}
