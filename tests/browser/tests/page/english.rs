//! The page in English: every view, no word of the page left in French, and the switch.

use browser_tests::Page;
use serde_json::json;

use crate::{VIEWS, drawn, open};

/// Five English articles that are called like those that ship, so that every address leads somewhere.
const ARTICLES: &str = r#"[
  {"id": "000.txt", "outlet": "The Harbour News", "published": "2023-05-03T08:00", "title": "Ferry company to close its northern line",
   "text": "Ferry company to close its northern line\n\nNorthline Ferries will close its line to Eddrachil Island on 1 June, the company said on Tuesday. About 300 islanders use it each day. “We have no choice,” said Ruth Abbott, its director. “We have no choice, and we regret it.”\n\nThe council of Eddrachil asked the government for help."},
  {"id": "001.txt", "outlet": "Island Gazette", "published": "2023-05-03T11:30", "title": "Islanders angry as lifeline is cut",
   "text": "Islanders angry as lifeline is cut\n\nNorthline Ferries will close its line to Eddrachil Island on 1 July. Some 340 islanders depend on it. “We have no choice,” Ruth Abbott told the Gazette. John Mackay, a crofter, said that nobody had asked the islanders.\n\nThe closure will cost 40 jobs."},
  {"id": "002.txt", "outlet": "The Harbour News", "published": "2023-05-05", "title": "Minister promises talks about the ferry",
   "text": "Minister promises talks about the ferry\n\nThe transport minister, Helen Grant, promised talks with Northline Ferries yesterday. The company closed the line in 2019 for two months. “Nobody will be left alone,” Mrs Grant said. The council of Eddrachil asked the government for help on Wednesday."},
  {"id": "003.txt", "outlet": "Radio Firth", "published": "2023-05-06", "title": "What we know about the ferry",
   "text": "What we know about the ferry\n\nNorthline Ferries will close its line to Eddrachil Island on 1 June, the company said on Tuesday. Helen Grant will meet Ruth Abbott on Monday. The closure will cost 45 jobs, according to the council of Eddrachil."},
  {"id": "004.txt", "title": "Letter of an islander",
   "text": "Letter of an islander\n\nOur ferry is no luxury. In 2019 we waited two months for Northline Ferries. John Mackay, Eddrachil Island."}
]"#;

/// Words that are French and in no English sentence.
const FRENCH: &str = "aucune?|voir|fermer|enregistrer|corriger|tous|toutes|mots?|retirer|afficher|montrer|choisir|chercher|lire|comparer|citations?|chiffres?|énoncés?|\
                      désaccords?|commun|titres?|personnes?|lieux|parution|d’après|selon|rapportées?|sur|dans|avec|sans|les|des|une|est|sont|qui|que|du|cette|autres?|entre|\
                      seule?|même|jour|jours|années?|fois|parle|dit|trouvée?s?|corpus ouvert|vers le|déduit";

/// What is said in French anywhere on the page, but by the switch to French and in examples of a query.
fn french_words(page: &Page) -> String {
    let script = format!(
        "(() => {{ const french = new RegExp('(^|[^\\\\p{{L}}])(?:{FRENCH})(?=$|[^\\\\p{{L}}])', 'iu'); const found = new Set(); \
         const own = (one) => !one.closest('[lang=fr], code, textarea, option'); \
         const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); \
         for (let node; (node = walk.nextNode());) \
           if (own(node.parentElement) && node.parentElement.checkVisibility() && french.test(node.data)) found.add(node.data.trim().slice(0, 120)); \
         for (const name of ['aria-label', 'title', 'placeholder', 'aria-description']) \
           for (const one of document.querySelectorAll('[' + name + ']')) \
             if (own(one) && french.test(one.getAttribute(name))) found.add(name + ': ' + one.getAttribute(name).slice(0, 120)); \
         return [...found].join('\\n') }})()"
    );
    page.eval_text(&script)
}

#[test]
fn no_view_of_an_english_corpus_says_a_french_word() {
    let page = open("?lang=en");
    drawn(&page);
    page.settle(&format!("recoupe.load({ARTICLES})")).unwrap();
    page.wait_for_text("Harbour News");
    let mut wrong = Vec::new();
    for (name, fragment) in VIEWS {
        page.go(fragment);
        drawn(&page);
        let words = french_words(&page);
        if !words.is_empty() {
            wrong.push(format!("{name}:\n{words}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    page.assert_quiet();
}

#[test]
fn every_view_can_be_read_by_everyone_in_english_too() {
    let page = open("");
    let mut wrong = Vec::new();
    for (name, fragment) in VIEWS {
        page.load(&format!("?lang=en{fragment}"));
        drawn(&page);
        assert_eq!(page.eval("document.documentElement.lang"), json!("en"), "{name}");
        let found = page.axe();
        if !found.is_empty() {
            wrong.push(format!("{name}: {}", found.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn the_switch_changes_every_word_keeps_the_place_and_is_remembered() {
    let page = open("#/comparer/titres");
    page.wait_for_text("Titres");
    page.click("button.language[lang=en]");
    page.wait_until("document.documentElement.lang === 'en'");
    page.wait_for_text("Headlines");
    assert_eq!(page.fragment(), "#/comparer/titres");
    page.reload();
    page.wait_for_text("Headlines");
    page.click("button.language[lang=fr]");
    page.wait_for_text("Titres");
    page.assert_quiet();
}

#[test]
fn a_browser_that_prefers_english_is_answered_in_english() {
    let page = browser_tests::Visit::new()
        .with_script("Object.defineProperty(navigator, 'languages', { get: () => ['de', 'en-GB', 'fr'] })")
        .open("");
    drawn(&page);
    assert_eq!(page.eval("document.documentElement.lang"), json!("en"));
    page.wait_for_text("Overview");
}
