//! The page in English: every view, no word of the page left in French, and the switch.

use serde_json::json;

use crate::{VIEWS, drawn, open};

/// Words that the page itself would say, in French, and no name in the articles.
const FRENCH: &str = "Aucune?|Voir|Fermer|Enregistrer|Corriger|Tous|Toutes|phrases?|mots?|Retirer|Afficher|Montrer|Choisir|Chercher|Lire|Comparer|Citations|Chiffres|\
                      Énoncés|Désaccords|Silences communs|Texte commun|Titres|personnes?|lieux|organisations? citées|Parution|Source inconnue|d’après|selon|rapportées?|\
                      articles? de|sur|dans|avec|sans|pour|les|des|une|est|sont|qui|que";

/// What elements that only the page writes say, where that is French.
fn french_words(page: &browser_tests::Page) -> String {
    let script = format!(
        "(() => {{ const french = new RegExp('(^|[ (])(?:{FRENCH})(?=[ .,:;)]|$)', 'i'); const found = new Set(); \
         const own = (one) => !one.closest('[lang=fr]') && !one.querySelector('[lang=fr]'); \
         for (const one of document.querySelectorAll('button, label, summary, legend, caption, thead th, h1, h2, [role=status], .tabs a, .hint')) \
           if (own(one) && french.test(one.textContent)) found.add(one.textContent.trim().slice(0, 90)); \
         for (const one of document.querySelectorAll('[aria-label], [title], [placeholder]')) \
           for (const name of ['aria-label', 'title', 'placeholder']) \
             if (own(one) && french.test(one.getAttribute(name) ?? '')) found.add(name + ': ' + one.getAttribute(name).slice(0, 90)); \
         return [...found].join('\\n') }})()"
    );
    page.eval_text(&script)
}

#[test]
fn every_view_speaks_english_and_everyone_can_read_it() {
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
        let words = french_words(&page);
        if !words.is_empty() {
            wrong.push(format!("{name} says in French:\n{words}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    page.assert_quiet();
}

#[test]
fn the_switch_changes_every_word_keeps_the_place_and_is_remembered() {
    let page = open("#/comparer/titres");
    page.wait_for_text("Titres");
    page.click("button.language[lang=en]");
    page.wait_until("document.documentElement.lang === 'en'");
    page.wait_until("/Headlines|Titles/.test(document.querySelector('#main').innerText)");
    assert_eq!(page.fragment(), "#/comparer/titres");
    page.reload();
    page.wait_until("/Headlines|Titles/.test(document.querySelector('#main')?.innerText ?? '')");
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
