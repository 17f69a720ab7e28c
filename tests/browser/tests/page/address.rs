//! The address is the state: reload, back and a copied link bring everything back.

use browser_tests::{Page, Visit};

use crate::files::{FIRST, SECOND};
use crate::{drawn, open};

/// What a reader would miss: where the page is, what is typed, chosen and marked.
fn state(page: &Page) -> String {
    drawn(page);
    page.wait_for(".hit");
    page.wait_for(".entity-panel, .named-here, .elsewhere section");
    page.eval(
        "[location.hash, document.querySelector('#main h1').innerText, document.getElementById('search').value, \
          document.querySelectorAll('.hit').length, document.querySelector('.hit.current')?.id, \
          document.querySelectorAll('.name.selected').length, document.querySelector('#entity-panel-title')?.innerText]",
    )
    .to_string()
}

#[test]
fn reload_and_a_copied_link_restore_article_query_hit_and_name() {
    let page = open("#/lire/003.txt");
    page.click("article.text a.name");
    page.wait_for(".entity-panel");
    page.fill("#search", "terrorisme");
    page.wait_for(".hit");
    page.press("Enter");
    page.wait_for(".hit.current");
    let before = state(&page);
    page.reload();
    page.wait_for(".hit.current");
    assert_eq!(state(&page), before);
    let copied = open(&page.fragment());
    copied.wait_in_sight(".hit.current");
    assert_eq!(state(&copied), before);
}

#[test]
fn back_and_forward_walk_through_what_was_seen() {
    let page = open("");
    page.click_text("nav a", "Index");
    page.wait_for(".index-view");
    page.click_text("nav a", "Comparer");
    page.wait_for(".compare-view");
    page.back();
    page.wait_for(".index-view");
    page.back();
    page.wait_for(".panorama");
    page.forward();
    page.wait_for(".index-view");
    page.assert_quiet();
}

#[test]
fn typing_a_word_is_one_step_back() {
    let page = open("#/index");
    page.fill("#search", "terrorisme");
    page.wait_for(".results");
    page.back();
    page.wait_for(".index-view");
    assert_eq!(page.value("#search"), "");
}

#[test]
fn a_link_to_a_hit_or_a_passage_shows_it_on_a_desk_and_on_a_phone() {
    for (width, height) in [(1280, 900), (360, 740)] {
        for (fragment, css) in [("#/lire/000.txt?q=terrorisme&h=1", ".hit.current"), ("#/lire/004.txt?p=2499-2605", "#passage")] {
            let page = Visit::new().sized(width, height).open(fragment);
            drawn(&page);
            page.wait_in_sight(css);
        }
    }
}

/// Words of 003.txt, which stand in no other article between the same words.
const CITED: &str = "une meilleure coordination dans la lutte contre la propagande et le recrutement terroristes sur Internet";

/// The words that are marked as the passage of the address, whatever else they are marked as.
fn marked(page: &Page) -> String {
    page.eval_text("[...document.querySelectorAll('article.text .target')].map((one) => one.innerText).join('')")
}

/// A link to these words, as a reader makes it.
#[track_caller]
fn link_to_words() -> String {
    let page = open("#/lire/003.txt");
    page.select("article.text", CITED);
    page.click(".selected-link");
    page.wait_until("/[?&]mots=/.test(location.hash)");
    page.fragment()
}

#[test]
fn a_link_to_a_passage_brings_its_words_and_is_silent_on_the_same_articles() {
    let link = link_to_words();
    for part in ["#/lire/003.txt?p=", "&mots=une+meilleure+coordination+dans", "&fin=", "&avant=participants", "&apres=", "&corpus="] {
        assert!(link.contains(part), "{part}: {link}");
    }
    assert!(link.len() < 260, "short: {link}");
    let page = open(&link);
    page.wait_for("#passage");
    assert_eq!((marked(&page), page.fragment(), page.count(".notice")), (CITED.to_owned(), link, 0));
}

#[test]
fn on_other_articles_a_passage_is_found_by_its_words_and_the_page_says_so() {
    let link = link_to_words();
    // Another article under another name has the sentence at another place, and so has one from which its end is gone.
    for (words, said) in [
        (
            format!("Un titre de plus.\\n\\nHier encore, les soixante pays participants à \\\"{CITED}\\\" ainsi qu'à une harmonisation."),
            "le passage est retrouvé",
        ),
        (
            "Un autre titre.\\n\\nHier, les soixante pays participants à \\\"une meilleure coordination dans la lutte\\\" ont dit non."
                .to_owned(),
            "seul le début",
        ),
    ] {
        let page = open("");
        page.drop_files(&format!("new File([\"{words}\"], 'autre.txt')"));
        page.wait_for_text("Un seul article");
        drawn(&page);
        page.go(&link);
        page.wait_for_text(said);
        page.wait_for("#passage");
        assert!(CITED.starts_with(&marked(&page)), "{}", marked(&page));
        // The place is that of these articles now, and the link a plain one.
        let here = page.fragment();
        assert!(here.starts_with("#/lire/autre.txt?p=") && !here.contains("corpus="), "{here}");
        page.assert_quiet();
    }
}

#[test]
fn a_passage_whose_words_are_nowhere_is_said_with_them_and_nothing_else_is_marked() {
    let link = link_to_words().replace("003.txt", "un.txt");
    let page = open("");
    page.drop_files(&[FIRST, SECOND].join(", "));
    page.wait_for_text("Deux articles");
    drawn(&page);
    page.go(&link);
    page.wait_for_text("son passage n’est pas dans celui-ci");
    page.wait_for_text("une meilleure coordination dans");
    assert_eq!((page.count("#passage"), page.text("article.text h1")), (0, "Le port ferme".to_owned()));
    page.go("#/lire/deux.md?p=9-99999&mots=&corpus=x&avant=%FF");
    page.wait_for_text("n’a pas répondu");
    page.assert_quiet();
}
