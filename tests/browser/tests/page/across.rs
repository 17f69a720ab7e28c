//! All articles beside each other: their own words, their headlines, what is near what.

use crate::{drawn, open};

#[test]
fn the_tabs_lead_to_every_page_and_back_to_two_articles() {
    let page = open("#/comparer");
    for (tab, heading) in [("Mots", "Mots"), ("Titres", "Titres et ordre"), ("Distances", "Distances"), ("Deux articles", "Comparer")] {
        page.click_text(".index-tabs a", tab);
        page.wait_until(&format!("document.querySelector('#main h1')?.innerText === '{heading}'"));
        drawn(&page);
        assert_eq!(page.text(".index-tabs [aria-current]"), tab);
    }
    page.assert_quiet();
}

#[test]
fn a_word_of_its_own_opens_its_lines_and_its_count_those_of_the_article() {
    let page = open("#/comparer/mots");
    page.drop_files(&[own("a", "phare"), own("b", "digue"), own("c", "marché")].join(", "));
    page.wait_until("document.querySelector('#main h1')?.innerText !== 'Mots'");
    page.go("#/comparer/mots?a=a.md");
    page.wait_for(".key-part td a");
    let said = page.text(".in-words");
    assert!(said.contains("d’abord «\u{a0}phare\u{a0}» (25 ici, 0 ailleurs)"), "{said}");
    page.click(".key-part td a");
    page.wait_for(".kwic .line");
    assert_eq!(page.eval_text("new URLSearchParams(location.hash.split('?')[1]).get('a')"), "a.md");
    assert!(page.texts(".kwic .line a").iter().all(|hit| hit.to_lowercase() == "phare"));
    page.go("#/comparer/mots?par=media");
    page.wait_for(".key-parts tbody tr");
    drawn(&page);
    assert_eq!(page.count(".key-parts tbody tr"), 3);
    page.assert_quiet();
}

/// An article in which one word is its own.
fn own(name: &str, word: &str) -> String {
    format!(
        "new File(['---\\ntitle: Le {word} de la ville\\noutlet: Journal {name}\\n---\\n\\n' + 'La ville garde son {word} cette année. Les riverains dorment tôt.\\n\\n'.repeat(24)], '{name}.md')"
    )
}

#[test]
fn one_article_alone_is_told_in_words_on_every_page() {
    let page = open("");
    page.drop_files(&own("a", "phare"));
    page.wait_for_text("Le phare de la ville");
    for (fragment, said) in [
        ("#/comparer/mots", "Il n’y a qu’un article"),
        ("#/comparer/distances", "Il n’y a qu’un article"),
        ("#/comparer/distances?par=mots", "Il n’y a qu’un article"),
        ("#/comparer/titres", "1\u{a0}titre"),
    ] {
        page.go(fragment);
        page.wait_for_text(said);
    }
    page.assert_quiet();
}

#[test]
fn a_cell_of_the_matrix_opens_both_articles_and_a_point_its_own() {
    let page = open("#/comparer/distances");
    page.wait_for(".near-matrix .near a");
    assert_eq!((page.count(".near-matrix tbody tr"), page.count(".near-matrix .near")), (5, 20));
    assert!(page.text(".in-words").contains("les plus proches sont"), "{}", page.text(".in-words"));
    let label = page.eval_text("document.querySelector('.near-matrix .near a').getAttribute('aria-label')");
    page.click(".near-matrix .near a");
    page.wait_for(".column");
    let shown = page.text(".compare-view .sentence");
    assert!(label.split(" et ").next().is_some_and(|first| shown.contains(first)), "{label}: {shown}");
    page.go("#/comparer/distances?par=mots");
    page.wait_for(".distance-map a");
    drawn(&page);
    assert_eq!(page.count(".distance-map circle"), 5);
    page.eval("document.querySelector('.distance-map a').focus()");
    page.press("Enter");
    page.wait_until("location.hash.startsWith('#/lire/')");
    page.assert_quiet();
}

#[test]
fn what_a_headline_claims_opens_where_its_text_says_it() {
    let page = open("#/comparer/titres");
    page.wait_for(".claims a");
    assert_eq!(page.count(".headlines tbody tr"), 5);
    assert!(page.text(".in-words").contains("élément"), "{}", page.text(".in-words"));
    let word = page.text(".claims a");
    page.click(".claims a");
    page.wait_for("#passage");
    let stem: String = word.chars().take(4).collect::<String>().to_lowercase();
    assert!(page.text("#passage").to_lowercase().contains(&stem), "{word}: {}", page.text("#passage"));
    page.assert_quiet();
}

#[test]
fn a_statement_is_followed_from_article_to_article_and_its_rank_opens_its_passage() {
    let page = open("#/comparer/titres");
    page.wait_for(".ranks .number");
    let n = page.count(".ranks tbody tr");
    assert_eq!(page.count(".slopes g"), n, "one line a statement");
    page.click(".ranks tr:nth-child(2) .number");
    page.wait_for(".slopes .followed");
    assert_eq!(page.eval_text("new URLSearchParams(location.hash.split('?')[1]).get('enonce')"), "2");
    page.click(".ranks .followed td a");
    page.wait_for("#passage");
    page.assert_quiet();
}
