//! The whole search, on invented articles.

use std::fmt::Write;

use super::analysis;
use super::*;
use crate::corpus::lined::corpus;
use expect_test::{Expect, expect};
use proptest::prelude::*;

const PAGES: &[&str] = &[
    "# Cyber-attaque contre le port de l’Île-Verte\nLe maire de l’Île-Verte a fermé le port. La cyberattaque vient d’ailleurs, dit-on.\n> Trois gares fermées",
    "# Le maire fermera l'école\nLe maire actuel de l'île a dit que l'école serait fermée. Les écoliers, eux, iront au port.\n> Le port en images",
    "Aujourd’hui, la gare reste ouverte. Une E\u{301}cole du port aussi.",
    "# The mayor of Greenport\nThe mayor's office said that the harbour was closed and that it is closing the schools of the town.",
];

fn show(corpus: &Corpus, results: &SearchResults) -> String {
    let mut shown = String::new();
    for (mark, hits) in [("", &results.hits), ("furniture ", &results.furniture)] {
        for hit in hits {
            let raw = &corpus.documents[hit.document.index()].raw;
            let spans: Vec<_> = hit.spans.iter().map(|span| span.slice(raw)).collect();
            writeln!(shown, "{mark}{} {}", hit.document.0, spans.join(" | ")).unwrap();
        }
    }
    for notice in &results.notices {
        writeln!(shown, "{}", notice.kind).unwrap();
    }
    shown
}

fn check(query: &str, expected: Expect) {
    let corpus = corpus(PAGES);
    let results = SearchIndex::build(&corpus).search(&corpus, query, 10);
    expected.assert_eq(&show(&corpus, &results));
}

#[test]
fn accents_case_and_apostrophes_do_not_matter() {
    check(
        "ecole ",
        expect![[r#"
        1 école | école
        2 École
    "#]],
    );
    check(
        "L'ÉCOLE ",
        expect![[r#"
        1 école | école
        2 École
    "#]],
    );
    check(
        "aujourd'hui ",
        expect![[r#"
        2 Aujourd’hui
    "#]],
    );
}

#[test]
fn compounds_are_found_however_they_are_written() {
    check(
        "cyberattaque ",
        expect![[r#"
        0 Cyber-attaque | cyberattaque
    "#]],
    );
    check(
        "cyber-attaque ",
        expect![[r#"
        0 Cyber-attaque | cyberattaque
    "#]],
    );
    check(
        "cyber attaque ",
        expect![[r#"
        0 Cyber-attaque
    "#]],
    );
}

#[test]
fn inflected_forms_rank_below_the_form_typed() {
    check(
        "fermé ",
        expect![[r#"
        0 fermé
        1 fermera | fermée
        furniture 0 fermées
    "#]],
    );
    check(
        "schools closed ",
        expect![[r#"
        3 closed | closing | schools
    "#]],
    );
}

#[test]
fn a_form_that_no_article_has_finds_the_others_on_both_sides() {
    let corpus = corpus(&["Les mairies sont ouvertes.", "Le débat est ouvert.", "L’ouverture est proche."]);
    let index = SearchIndex::build(&corpus);
    for typed in ["ouverte", "ouverts "] {
        let hits = index.search(&corpus, typed, 10).hits;
        let found: Vec<_> = hits.iter().map(|hit| hit.document.0).collect();
        assert!(found.contains(&0) && found.contains(&1) && !found.contains(&2), "{typed}: {found:?}");
    }
}

#[test]
fn nothing_vanishes_while_a_word_is_typed() {
    for typed in ["é", "éc", "éco", "écol", "école"] {
        let corpus = corpus(PAGES);
        let results = SearchIndex::build(&corpus).search(&corpus, typed, 10);
        assert!(results.hits.iter().any(|hit| hit.document == DocumentId(1)), "{typed}");
    }
    check(
        "écoli",
        expect![[r#"
            1 écoliers
        "#]],
    );
}

#[test]
fn words_that_stand_together_are_one_passage() {
    check(
        "maire de l ile ",
        expect![[r#"
        0 maire de l’Île
        1 maire actuel de l'île
    "#]],
    );
    check(
        "ile maire ",
        expect![[r#"
        0 Île | maire | Île
        1 maire | maire | île
    "#]],
    );
}

#[test]
fn a_phrase_is_taken_as_written() {
    check(
        "\"maire de l'île\" ",
        expect![[r#"
        0 maire de l’Île
    "#]],
    );
    check(
        "« maire de l’île",
        expect![[r#"
            0 maire de l’Île
            guillemet encore ouvert : l’expression va jusqu’à la fin
        "#]],
    );
    check("\"port du école\"", expect![[""]]);
}

#[test]
fn operators_say_what_must_and_must_not_be_there() {
    check(
        "port AND école ",
        expect![[r#"
        1 école | école | port
        2 École | port
    "#]],
    );
    check(
        "port -école ",
        expect![[r#"
        0 port | port
        furniture 1 port
    "#]],
    );
    check(
        "gare OR mayor ",
        expect![[r#"
        3 mayor | mayor
        2 gare
        furniture 0 gares
    "#]],
    );
    check(
        "maire NEAR/3 fermé ",
        expect![[r#"
        1 maire fermera
    "#]],
    );
    check(
        "-port ",
        expect![[r#"
        3 
    "#]],
    );
}

#[test]
fn a_word_in_no_text_is_read_as_its_neighbour() {
    check(
        "mairre ",
        expect![[r#"
            1 maire | maire
            0 maire
            « mairre » n’est dans aucun texte ; cherché « maire »
        "#]],
    );
    check(
        "gare~1 ",
        expect![[r#"
        2 gare
        furniture 0 gares
    "#]],
    );
    check("xyz ", expect![[""]]);
}

#[test]
fn the_best_partial_answers_say_what_they_lack() {
    check(
        "maire de l'île du dirigeable ",
        expect![[r#"
            0 maire de l’Île
            1 maire actuel de l'île
            aucun article ne contient tous les mots ; voici ceux qui en ont le plus : il y manque « dirigeable »
        "#]],
    );
    check(
        "maire port dirigeable ",
        expect![[r#"
            1 maire | maire | port
            0 port | maire | port
            aucun article ne contient tous les mots ; voici ceux qui en ont le plus : il y manque « dirigeable »
        "#]],
    );
    check(
        "gare mayor ",
        expect![[r#"
            3 mayor | mayor
            2 gare
            aucun article ne contient tous les mots ; voici ceux qui en ont le plus : il y manque « gare » ou « mayor »
        "#]],
    );
}

#[test]
fn furniture_is_never_counted_with_the_article() {
    check(
        "images ",
        expect![[r#"
        furniture 1 images
    "#]],
    );
    let corpus = corpus(PAGES);
    let results = SearchIndex::build(&corpus).search(&corpus, "images", 10);
    assert_eq!((results.n_documents, results.n_spans), (0, 0));
}

#[test]
fn what_is_shown_may_be_less_than_what_is_found() {
    let corpus = corpus(PAGES);
    let results = SearchIndex::build(&corpus).search(&corpus, "port ", 1);
    assert_eq!((results.hits.len(), results.n_documents, results.n_spans), (1, 3, 4));
    assert_eq!(results.terms, [MatchedTerm { query: "port".to_owned(), forms: vec!["port".to_owned()] }]);
    let shown: Vec<_> = results.hits[0].sentences.iter().map(|s| s.slice(&corpus.documents[0].raw)).collect();
    assert_eq!(shown, ["# Cyber-attaque contre le port de l’Île-Verte", "Le maire de l’Île-Verte a fermé le port."]);
}

#[test]
fn an_index_without_its_corpus_shows_nothing() {
    let index = SearchIndex::build(&corpus(PAGES));
    assert_eq!(index.search(&Corpus::default(), "port", 10).hits, []);
    assert_eq!(SearchIndex::default().search(&Corpus::default(), "port", 10).hits, []);
}

/// What a reader finds who goes through the folded text word by word, paragraph by paragraph.
fn scan(raw: &str, phrase: &[String]) -> Vec<Span> {
    let mut end = 0;
    let lines = raw.split_inclusive('\n').map(|line| {
        end += line.len();
        Span::new(end - line.len(), end)
    });
    lines.flat_map(|line| scan_line(raw, line, phrase)).collect()
}

fn scan_line(raw: &str, line: Span, phrase: &[String]) -> Vec<Span> {
    let words: Vec<Span> = analysis::tokens(raw, line).map(|token| token.span).collect();
    let terms: Vec<String> = words.iter().map(|span| analysis::term(span.slice(raw))).collect();
    let mut found: Vec<Span> = Vec::new();
    for (at, window) in terms.windows(phrase.len()).enumerate() {
        let span = words[at].cover(words[at + phrase.len() - 1]);
        if window == phrase && found.last().is_none_or(|last| last.end <= span.start) {
            found.push(span);
        }
    }
    found
}

#[test]
fn no_phrase_runs_into_the_next_paragraph() {
    let corpus = corpus(&["La salle était pleine.\nIl restait trois places."]);
    let index = SearchIndex::build(&corpus);
    assert_eq!(index.search(&corpus, "\"pleine il restait\"", 10).hits, []);
    assert_eq!(index.search(&corpus, "\"il restait\"", 10).hits.len(), 1);
}

#[test]
fn a_misspelt_word_is_vouched_for_by_its_neighbour() {
    let corpus = corpus(&["La préfacture maritime se tait.", "La préfecture a parlé ; l'avenir maritime attend."]);
    let results = SearchIndex::build(&corpus).search(&corpus, "préfecture maritime ", 10);
    expect![[r#"
        0 préfacture maritime
        1 préfecture | maritime
    "#]]
    .assert_eq(&show(&corpus, &results));
}

#[test]
fn a_title_weighs_more_than_a_body() {
    let corpus = corpus(&[
        "# Séance levée\nLe budget du port est voté, budget en baisse.",
        "# Le budget voté\nSéance levée à midi, sans débat, hier.",
    ]);
    let results = SearchIndex::build(&corpus).search(&corpus, "budget ", 10);
    assert_eq!(results.hits.iter().map(|hit| hit.document.0).collect::<Vec<_>>(), [1, 0]);
}

#[test]
fn a_stem_holds_in_its_own_language_only() {
    let corpus = corpus(&["The strike of the crew was called for the day.", "Le strike du joueur est dans les annales et pour les fans."]);
    let results = SearchIndex::build(&corpus).search(&corpus, "striking ", 10);
    expect![[r#"
        0 strike
    "#]]
    .assert_eq(&show(&corpus, &results));
}

#[test]
fn a_million_characters_are_answered_like_two_thousand() {
    let corpus = corpus(PAGES);
    let index = SearchIndex::build(&corpus);
    for unit in ["port ", "(", "\"a ", "-", "é", "NEAR/3 ", "a*", "\0", "mot~1 "] {
        let results = index.search(&corpus, &unit.repeat(1_000_000 / unit.len()), 10);
        assert!(matches!(results.notices[0].kind, NoticeKind::QueryCut { read: 2_000, .. }), "{unit}");
    }
}

proptest! {
    #[test]
    fn phrases_are_found_where_a_scan_finds_them(
        pages in proptest::collection::vec("([aàb]|BA|ab|œb){1}([ ,.\n’-]{1,2}([aàb]|BA|ab|œb|l'ab)){0,12}", 1..4),
        wanted in proptest::collection::vec("[ab]|ba|ab|oeb", 1..4),
    ) {
        let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
        let corpus = corpus(&pages);
        let results = SearchIndex::build(&corpus).search(&corpus, &format!("\"{}\"", wanted.join(" ")), 10);
        let mut found: Vec<_> = results.hits.iter().map(|hit| (hit.document.index(), hit.spans.clone())).collect();
        found.sort();
        let scanned = pages.iter().enumerate().map(|(at, page)| (at, scan(page, &wanted))).filter(|(_, spans)| !spans.is_empty());
        prop_assert_eq!(found, scanned.collect::<Vec<_>>());
    }

    #[test]
    fn words_are_found_where_a_scan_finds_them(
        pages in proptest::collection::vec("([éàb]|BÀ|éb|œb)([ ,.\n’-]{1,2}([éàb]|BÀ|éb|œb|d'éb)){0,12}", 1..4),
        wanted in "[eab]|ba|eb|oeb",
    ) {
        let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
        let corpus = corpus(&pages);
        let results = SearchIndex::build(&corpus).search(&corpus, &format!("{wanted} "), 10);
        let mut found: Vec<_> = results.hits.iter().map(|hit| (hit.document.index(), hit.spans.clone())).collect();
        found.sort();
        for (document, spans) in &found {
            // A compound is found by the one word it makes too, which a scan by words does not see.
            let scanned = scan(pages[*document], std::slice::from_ref(&wanted));
            let whole = |span: &Span| analysis::term(span.slice(pages[*document])) == wanted;
            prop_assert!(spans.iter().all(whole));
            prop_assert!(scanned.iter().all(|span| spans.iter().any(|found| found.contains(*span))));
        }
        let scanned = pages.iter().enumerate().filter(|(_, page)| !scan(page, std::slice::from_ref(&wanted)).is_empty());
        prop_assert!(scanned.into_iter().all(|(at, _)| found.iter().any(|(document, _)| *document == at)));
    }

    #[test]
    fn any_query_is_answered_with_spans_on_boundaries(
        query in "((port|ÉCOLE|mai|l|de|fermé|cyber-attaque|\\PC)[ \"*~()’'-]{0,2}| OR | NOT | NEAR/3 ){0,8}"
    ) {
        let corpus = corpus(PAGES);
        let results = SearchIndex::build(&corpus).search(&corpus, &query, 10);
        for hit in results.hits.iter().chain(&results.furniture) {
            let raw = &corpus.documents[hit.document.index()].raw;
            prop_assert!(hit.spans.iter().all(|span| raw.get(span.range()).is_some_and(|s| !s.is_empty())));
            prop_assert!(hit.spans.windows(2).all(|pair| pair[0].end <= pair[1].start));
        }
        let n_spans: usize = results.hits.iter().map(|hit| hit.spans.len()).sum();
        prop_assert_eq!((results.hits.len(), n_spans), (results.n_documents as usize, results.n_spans as usize));
    }
}

#[test]
fn the_first_person_plural_is_a_form_of_the_verb_where_no_noun_is_in_the_way() {
    let corpus = corpus(&["Nous luttons et mangeons. Une maison.", "Il faut lutter et manger. Des maisons.", "Ils luttaient."]);
    let index = SearchIndex::build(&corpus);
    let found = |query: &str| -> Vec<u32> {
        let results = index.search(&corpus, query, 10);
        let mut found: Vec<u32> = results.hits.iter().map(|hit| hit.document.0).collect();
        found.sort_unstable();
        found
    };
    assert_eq!([found("luttons "), found("lutter "), found("lutté ")], [[0, 1, 2], [0, 1, 2], [0, 1, 2]]);
    assert_eq!([found("mangeons "), found("manger ")], [[0, 1], [0, 1]]);
    assert_eq!([found("maisons "), found("maison ")], [[0, 1], [0, 1]]);
    assert_eq!(found("maiser "), [0; 0]);
}
