//! What another page's script can ask: promises of plain objects.

use serde_json::Value;

use crate::open;

#[test]
fn search_gives_documents_scores_and_spans() {
    let page = open("");
    let found = page.settle("recoupe.search('délai', { limit: 3 })").unwrap();
    let hits = found["hits"].as_array().unwrap();
    assert!(!hits.is_empty() && hits.len() <= 3, "{found}");
    for hit in hits {
        assert!(hit["doc"].as_str().is_some_and(|name| name.ends_with(".txt")), "{hit}");
        assert!(hit["score"].is_number() && !hit["spans"].as_array().unwrap().is_empty(), "{hit}");
    }
    assert!(found["notices"].is_array(), "{found}");
    assert!(page.settle("recoupe.search('délai')").is_ok(), "a limit need not be given");
    assert_eq!(page.settle("recoupe.search('', { limit: 3 })").unwrap()["hits"], Value::Array(Vec::new()));
}

#[test]
fn entities_and_compare_give_plain_objects() {
    let page = open("");
    let entities = page.settle("recoupe.entities()").unwrap();
    assert!(entities.as_array().or_else(|| entities["entities"].as_array()).is_some_and(|list| !list.is_empty()), "{entities}");
    let comparison = page.settle("recoupe.compare('002.txt', '003.txt')").unwrap();
    assert!(comparison.is_object(), "{comparison}");
}

#[test]
fn wrong_arguments_are_refused_with_a_sentence() {
    let page = open("");
    for wrong in [
        "recoupe.compare('002.txt', 'none.txt')",
        "recoupe.compare()",
        "recoupe.search()",
        "recoupe.search(42)",
        "recoupe.search('a', { limit: 'x' })",
    ] {
        let refusal = page.settle(wrong).expect_err(wrong);
        assert!(refusal.len() > 10 && !refusal.contains("panicked"), "{wrong}: “{refusal}”");
    }
    let code = page.settle("recoupe.search(42).catch((why) => why.code)").unwrap();
    assert_eq!(code, "refused");
    assert!(page.settle("recoupe.search('délai')").is_ok(), "the engine still answers");
    page.assert_quiet();
}

#[test]
fn another_corpus_replaces_the_first() {
    let page = open("#/lire/003.txt?q=terrorisme");
    page.settle("recoupe.load([{ id: 'a', text: 'Le préfet parle à Lyon.' }, { id: 'b', text: 'À Lyon, le préfet se tait.' }])").unwrap();
    page.wait_for(".panorama");
    let found = page.settle("recoupe.search('préfet')").unwrap();
    let documents: Vec<_> =
        found["hits"].as_array().unwrap().iter().map(|hit| hit["doc"].as_str().unwrap_or_default().to_owned()).collect();
    assert_eq!(documents.len(), 2, "{found}");
    page.assert_quiet();
}
