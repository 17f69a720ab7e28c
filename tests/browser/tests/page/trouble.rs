//! Bad input: a clear line, the state kept, nothing lost, never a blank page.

use crate::{drawn, open};

/// One article of a corpus for `load`.
const ONE: &str =
    "{ id: 'seul.txt', title: 'Seul', text: 'Seul\\n\\nLe préfet a parlé à Lyon. Bernard Cazeneuve a répondu au préfet.\\n' }";

#[test]
fn an_unknown_address_is_said_and_the_view_stays() {
    let page = open("#/nulle-part");
    page.wait_for_text("ne mène nulle part");
    drawn(&page);
    page.go("#/lire/003.txt");
    page.wait_gone(".notice");
    let title = page.text("#main h1");
    page.go("#%E0%A4%A");
    page.wait_for_text("ne mène nulle part");
    assert_eq!(page.text("#main h1"), title);
    for (fragment, words) in
        [("#/lire/999.txt", "pas d’article"), ("#/comparer/000.txt/999.txt", "n’a pas à la fois"), ("#/index/per:personne", "ne nomme pas")]
    {
        page.go(fragment);
        page.wait_for_text(words);
        drawn(&page);
    }
    page.assert_quiet();
}

#[test]
fn a_query_of_a_megabyte_is_answered() {
    let page = open("#/lire/003.txt");
    page.paste("#search", &"préfecture ".repeat(100_000));
    page.wait_until("document.querySelector('.hit-steps [role=status]')?.innerText");
    page.wait_for_text("seuls les 2000 premiers caractères sur 1100000 sont lus");
    assert_eq!(page.value("#search").len(), "préfecture ".len() * 100_000, "nothing of the query is lost");
    assert!(page.fragment().len() < 20_000, "the address has {} characters", page.fragment().len());
    page.paste("#search", &"x".repeat(1_000_000));
    page.wait_for_text("Rien");
    page.press("Escape");
    page.wait_gone(".hit-steps");
    page.paste("#search", "terrorisme");
    page.wait_for(".hit");
    page.assert_quiet();
}

#[test]
fn a_malformed_corpus_is_refused_with_a_sentence_and_nothing_is_lost() {
    let page = open("#/lire/003.txt?q=terrorisme");
    page.wait_for(".hit");
    let hits = page.count(".hit");
    for wrong in [
        "undefined",
        "null",
        "42",
        "'text'",
        "{}",
        "[]",
        "[1]",
        "[{}]",
        "[{ id: 'a' }]",
        "[{ id: 'a', text: 'x' }, { id: 'a', text: 'y' }]",
    ] {
        let refusal = page.settle(&format!("recoupe.load({wrong})")).expect_err(wrong);
        assert!(refusal.len() > 10, "{wrong}: “{refusal}”");
        assert!(!refusal.contains("panicked"), "{wrong}: {refusal}");
    }
    assert_eq!((page.count(".hit"), page.fragment().as_str()), (hits, "#/lire/003.txt?q=terrorisme"));
    page.assert_quiet();
}

#[test]
fn a_corpus_of_one_has_every_view() {
    let page = open("");
    page.settle(&format!("recoupe.load([{ONE}])")).unwrap();
    page.wait_for(".panorama");
    page.wait_for_text("Seul");
    for (view, words) in
        [("#/lire", "préfet"), ("#/index", "Index"), ("#/chercher?q=préfet", "2\u{a0}passages"), ("#/comparer", "deux articles")]
    {
        page.go(view);
        page.wait_for_text(words);
        drawn(&page);
        page.assert_accessible();
    }
    page.assert_quiet();
}

#[test]
fn odd_articles_are_shown_and_not_obeyed() {
    let page = open("");
    let odd = "recoupe.load([{ id: '<img src=x onerror=alert(1)>', title: '<b>gras</b>', text: '<script>document.title = \"pris\"</script> & préfet' }, \
                             { id: 'vide & # ? %.txt', text: '\\u0000\\u202e préfet \\ud83d\\ude00' }])";
    page.settle(odd).unwrap();
    page.wait_for(".panorama");
    page.go("#/chercher?q=préfet");
    page.wait_for(".hit-list a");
    page.click(".hit-list a");
    page.wait_for("article.text");
    assert_ne!(page.eval_text("document.title"), "pris");
    assert_eq!(page.count("#main img, #main script, #main b"), 0);
    page.reload();
    drawn(&page);
    page.assert_quiet();
}
