//! What several articles tell, statement by statement; one passage in all of them; text that they share.

use crate::{drawn, open};

#[test]
fn a_statement_opens_the_sentences_of_all_who_tell_it_and_each_leads_into_its_article() {
    let page = open("#/comparer");
    page.click_text("nav a", "Énoncés");
    page.wait_for(".statements tbody tr");
    let cells = page.count(".statements tbody tr:first-child td:not(.none)");
    assert!(cells >= 2, "the first statement is told by several");
    page.click(".statements tbody tr:first-child .statement");
    page.wait_until(&format!("document.querySelectorAll('.sentences .tellings > li').length === {cells}"));
    page.click(".sentences .tellings .passage");
    page.wait_until("location.hash.startsWith('#/lire/') && location.hash.includes('p=')");
    page.wait_for("#passage");
    page.assert_quiet();
}

#[test]
fn the_grid_is_walked_with_arrows_and_narrowed_by_its_address() {
    let page = open("#/comparer/enonces");
    page.wait_for(".statements tbody tr");
    page.tab_to(".statements tbody .statement");
    page.press("ArrowRight");
    page.wait_until("document.activeElement.closest('td')");
    page.press("ArrowLeft");
    page.wait_until("document.activeElement.matches('.statement')");
    let all = page.count(".statements tbody tr");
    page.go("#/comparer/enonces?maniere=autrement");
    page.wait_until(&format!("document.querySelectorAll('.statements tbody tr').length < {all}"));
    assert!(page.text(".in-words").starts_with("Parmi ceux qui répondent"), "{}", page.text(".in-words"));
    page.go("#/comparer/enonces?q=zzzzqx");
    page.wait_for_text("Aucun énoncé ne répond");
    page.assert_quiet();
}

#[test]
fn what_is_selected_in_an_article_is_found_in_the_others() {
    let page = open("#/lire/002.txt");
    page.wait_for("article.text p:not(.lead, .outlet)");
    page.eval(
        "(() => { const p = [...document.querySelectorAll('article.text p')].find((p) => p.innerText.includes('une meilleure coordination')); \
         getSelection().selectAllChildren(p); })()",
    );
    page.wait_for(".selected-elsewhere");
    page.click(".selected-elsewhere");
    page.wait_until("location.hash.includes('ailleurs=oui')");
    page.wait_for(".elsewhere-panel .one .passage");
    let address = page.fragment();
    page.reload();
    drawn(&page);
    page.wait_for(".elsewhere-panel .one .passage");
    assert_eq!(page.fragment(), address);
    page.click(".elsewhere-panel .close");
    page.wait_gone(".elsewhere-panel");
    page.assert_quiet();
}

#[test]
fn common_text_is_put_back_in_order_and_what_an_article_adds_stands_out() {
    let page = open("#/panorama");
    let shared = "Un incendie a détruit lundi un entrepôt de bois près du canal, selon les pompiers de la ville. Une centaine de riverains ont \
                  été évacués pendant la nuit vers le gymnase de la commune.";
    let file = |name: &str, outlet: &str, own: &str| {
        format!("new File(['---\\ntitle: Incendie {name}\\noutlet: {outlet}\\n---\\n\\n{shared} {own}'], '{name}.md')")
    };
    let own = ["Le maire parle d’une nuit terrible pour tous.", "Le propriétaire, absent, reste injoignable ce matin."];
    page.drop_files(&[file("a", "Le Phare", own[0]), file("b", "Le Quai", own[1])].join(", "));
    page.wait_for_text("Deux articles");
    page.go("#/comparer/commun");
    page.wait_for(".common-group");
    page.wait_until("document.querySelectorAll('.dispatch li').length === 2");
    page.click(".common-members td[data-label='En propre'] a");
    page.wait_for(".own-text");
    page.wait_until("document.querySelector('.own-text .common-words')");
    assert!(page.text(".own-text").contains("nuit terrible"), "{}", page.text(".own-text"));
    page.go("#/comparer/enonces");
    page.wait_for(".statements tbody tr");
    page.assert_quiet();
}
