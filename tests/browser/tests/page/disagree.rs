//! What articles tell otherwise, and what one of them does not tell.

use browser_tests::Page;
use serde_json::json;

use crate::{drawn, open};

/// Three articles: two counts of one thing, one place in the place of another, and a toll that only rose.
const OWN: [(&str, &str); 3] = [
    (
        "a.md",
        "---\noutlet: Le Port\ndate: 2020-05-04\n---\n\n# L’usine ferme\n\nL’usine Varnier de Brémoy va fermer le 30 juin 2020. La direction supprimera 340 emplois à Brémoy d’ici à l’été. La tempête a fait 4 blessés dans la vallée de Brémoy. Le marin disparu a été retrouvé à Saint-Elme par les gendarmes.",
    ),
    (
        "b.md",
        "---\noutlet: Le Quai\ndate: 2020-05-04\n---\n\n# Fermeture\n\nFermeture de l’usine Varnier à Brémoy, le 30 juin 2020 : la direction supprimera 430 emplois à Brémoy cet été, dit-on. Le marin disparu a été retrouvé à Chavigny par les gendarmes. La mairie de Brémoy ouvrira un bureau d’accueil des salariés dans l’ancienne école.",
    ),
    (
        "c.md",
        "---\noutlet: La Digue\ndate: 2020-05-07\n---\n\n# Après la tempête\n\nLa tempête a fait 9 blessés dans la vallée de Brémoy, selon un nouveau bilan publié jeudi par les secours de la région. La mairie de Brémoy ouvrira dans l’ancienne école un bureau d’accueil des salariés.",
    ),
];

#[track_caller]
fn bring(articles: &[(&str, &str)]) -> Page {
    let page = open("");
    let own: Vec<String> = articles.iter().map(|(name, text)| format!("new File([{}], '{name}')", json!(text))).collect();
    page.drop_files(&own.join(","));
    let n = if articles.len() == 1 { "1\u{a0}article".to_owned() } else { format!("{}\u{a0}articles", articles.len()) };
    page.wait_until(&format!("document.querySelector('.context')?.innerText.includes('{n}')"));
    page
}

#[track_caller]
fn go(page: &Page, fragment: &str) {
    page.go(fragment);
    drawn(page);
    page.wait_for(".in-words");
}

#[test]
fn both_sides_of_a_disagreement_stand_beside_each_other_and_open_their_sentences() {
    let page = open("#/comparer/desaccords");
    page.wait_for(".opposed li");
    let said = page.text(".disagreements [role=status]");
    assert!(said.contains("désaccord") && said.contains("5\u{a0}articles"), "{said}");
    let sides = page.texts(".opposed > li:first-child .facing h3");
    assert_eq!(sides, ["Microsoft", "Apple"], "the list of names comes first");
    assert!(page.count(".opposed > li:first-child .passage .here") >= 2, "the words that differ are marked");
    page.assert_accessible();
    page.click(".opposed .passage");
    page.wait_until("location.hash.includes('/lire/') && location.hash.includes('p=')");
    page.wait_in_sight("article.text .target");
    page.assert_quiet();
}

#[test]
fn the_sentence_is_true_of_each_filter_and_the_address_keeps_it() {
    let page = bring(&OWN);
    go(&page, "#/comparer/desaccords");
    page.wait_until("document.querySelectorAll('.opposed > li').length === 2");
    let all = page.text(".in-words");
    assert!(all.starts_with("2\u{a0}désaccords entre 3\u{a0}articles") && all.contains("1\u{a0}chiffre, 1\u{a0}lieu"), "{all}");
    page.click_text(".disagreements .choices a", "Lieux");
    page.wait_until("location.hash.includes('sorte=place') && document.querySelectorAll('.opposed > li').length === 1");
    let narrow = page.text(".in-words");
    assert!(narrow.starts_with("1\u{a0}désaccord de la sorte") && narrow.contains("sur 2"), "{narrow}");
    go(&page, "#/comparer/desaccords?a=c.md");
    page.wait_until("document.querySelector('.in-words').innerText.startsWith('Aucun désaccord')");
    assert_eq!(page.count(".opposed > li"), 0, "the toll only rose");
    page.assert_accessible();
    page.assert_quiet();
}

#[test]
fn a_silence_opens_the_sentences_and_what_is_set_aside_is_said() {
    let page = bring(&OWN);
    go(&page, "#/comparer/silences?a=a.md");
    page.wait_for(".silent li");
    assert!(page.text(".silent li").contains("bureau d’accueil"), "{}", page.text(".silent"));
    let said = page.text(".in-words");
    assert!(said.contains("que Le Port ne dit pas"), "{said}");
    page.click(".silent summary");
    page.wait_until("document.querySelectorAll('.silent details[open] li').length === 2");
    page.eval("(() => { const choice = document.getElementById('silent'); choice.value = 'c.md'; choice.dispatchEvent(new Event('change', { bubbles: true })); })()");
    page.wait_until("location.hash.includes('a=c.md')");
    page.wait_until("document.querySelector('.in-words').innerText.includes('La Digue')");
    page.assert_accessible();
    page.assert_quiet();
}

#[test]
fn one_article_has_a_true_line_and_no_empty_view() {
    let page = bring(&OWN[..1]);
    for fragment in ["#/comparer/desaccords", "#/comparer/silences"] {
        go(&page, fragment);
        page.wait_for_text("Un seul article");
    }
    page.assert_quiet();
}
