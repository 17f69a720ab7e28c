//! The tools over invented articles.

use std::fmt::Write;

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::*;
use crate::corpus::Corpus;
use crate::corpus::lined::corpus;
use crate::search::{NoticeKind, SearchIndex};

const PAGES: &[&str] = &[
    "# Le port fermé\nUn élu ferme le port. Une école ferme le port, dit-on. Là, l’État ferme l’île.\n> Trois ports fermés",
    "Le préfet ferme la route. Éric ferme le port de l’île. Ensuite un élu ferme le port.",
    "Rien ici ne parle de cela.",
];

fn ask(pages: &[&str], question: Question, form: Form) -> Answer {
    let corpus = corpus(pages);
    let index = SearchIndex::build(&corpus);
    Concordancer::default().answer(&corpus, &index, question, form).unwrap()
}

fn lines_of(pages: &[&str], query: &str, choice: Choice) -> Lines {
    let question = Question::Lines { query: query.to_owned(), choice, from: 0, limit: 1_000 };
    let Answer::Lines(lines) = ask(pages, question, Form::View) else { panic!("lines answer lines") };
    lines
}

fn check(query: &str, choice: Choice, expected: Expect) {
    let found = lines_of(PAGES, query, choice);
    let mut shown = format!("{} lines, {} articles, {} passages\n", found.n_lines, found.n_documents, found.n_hits);
    for line in &found.lines {
        writeln!(shown, "{}.{} {}[{}]{}", line.document.0, line.number, line.left, line.hit, line.right).unwrap();
    }
    expected.assert_eq(&shown);
}

fn by(sort: Sort) -> Choice {
    Choice { sort, width: 2, ..Choice::default() }
}

#[test]
fn lines_come_in_the_order_of_the_corpus_and_furniture_does_not() {
    check(
        "\"ferme\" ",
        by(Sort::Place),
        expect![[r#"
        7 lines, 2 articles, 7 passages
        0.1 # Le port [fermé]
        0.2 Un élu [ferme] le port
        0.3 Une école [ferme] le port
        0.4 Là, l’État [ferme] l’île.
        1.1 Le préfet [ferme] la route
        1.2 route. Éric [ferme] le port
        1.3 un élu [ferme] le port.
    "#]],
    );
}

#[test]
fn words_before_are_compared_outward_and_without_accents() {
    check(
        "\"ferme\" ",
        by(Sort::Left),
        expect![[r#"
        7 lines, 2 articles, 7 passages
        0.3 Une école [ferme] le port
        0.2 Un élu [ferme] le port
        1.3 un élu [ferme] le port.
        1.2 route. Éric [ferme] le port
        0.4 Là, l’État [ferme] l’île.
        0.1 # Le port [fermé]
        1.1 Le préfet [ferme] la route
    "#]],
    );
}

#[test]
fn words_behind_are_compared_outward() {
    check(
        "\"ferme\" ",
        by(Sort::Right),
        expect![[r#"
        7 lines, 2 articles, 7 passages
        0.1 # Le port [fermé]
        0.4 Là, l’État [ferme] l’île.
        1.1 Le préfet [ferme] la route
        1.3 un élu [ferme] le port.
        1.2 route. Éric [ferme] le port
        0.3 Une école [ferme] le port
        0.2 Un élu [ferme] le port
    "#]],
    );
}

#[test]
fn passages_are_sorted_by_themselves_then_by_what_follows() {
    check(
        "île OR port ",
        by(Sort::Hit),
        expect![[r#"
        7 lines, 2 articles, 7 passages
        0.4 l’État ferme l’[île].
        1.2 port de l’[île]. Ensuite un
        1.3 ferme le [port].
        1.1 ferme le [port] de l’île
        0.3 ferme le [port], dit-on
        0.1 # Le [port] fermé
        0.2 ferme le [port]. Une école
    "#]],
    );
}

#[test]
fn lines_of_one_article_can_stay_together() {
    check(
        "\"ferme\" ",
        Choice { grouping: Grouping::ByArticle, ..by(Sort::Left) },
        expect![[r#"
        7 lines, 2 articles, 7 passages
        0.3 Une école [ferme] le port
        0.2 Un élu [ferme] le port
        0.4 Là, l’État [ferme] l’île.
        0.1 # Le port [fermé]
        1.3 un élu [ferme] le port.
        1.2 route. Éric [ferme] le port
        1.1 Le préfet [ferme] la route
    "#]],
    );
}

#[test]
fn a_line_can_be_chosen_by_its_article_and_by_what_is_around() {
    let near = |word: &str, window| Choice { with: Some(With::Near { word: word.to_owned(), window }), ..by(Sort::Place) };
    check(
        "\"ferme\" ",
        Choice { article: Some("1".to_owned()), ..by(Sort::Place) },
        expect![[r#"
        3 lines, 1 articles, 7 passages
        1.1 Le préfet [ferme] la route
        1.2 route. Éric [ferme] le port
        1.3 un élu [ferme] le port.
    "#]],
    );
    check(
        "\"ferme\" ",
        near("ile", Window::Words { left: 0, right: 1 }),
        expect![[r#"
        1 lines, 1 articles, 7 passages
        0.4 Là, l’État [ferme] l’île.
    "#]],
    );
    check(
        "\"ferme\" ",
        near("ile", Window::Sentence),
        expect![[r#"
        2 lines, 2 articles, 7 passages
        0.4 Là, l’État [ferme] l’île.
        1.2 route. Éric [ferme] le port
    "#]],
    );
    check(
        "\"ferme\" ",
        Choice { with: Some(With::Run("elu ferme le".to_owned())), ..by(Sort::Place) },
        expect![[r#"
        2 lines, 2 articles, 7 passages
        0.2 Un élu [ferme] le port
        1.3 un élu [ferme] le port.
    "#]],
    );
}

#[test]
fn a_window_of_lines_is_a_part_of_all() {
    let (corpus, mut tool) = (corpus(PAGES), Concordancer::default());
    let index = SearchIndex::build(&corpus);
    let all = lines_of(PAGES, "\"ferme\" ", by(Sort::Left));
    for from in 0..8 {
        let question = Question::Lines { query: "\"ferme\" ".to_owned(), choice: by(Sort::Left), from, limit: 2 };
        let Answer::Lines(part) = tool.answer(&corpus, &index, question, Form::View).unwrap() else { panic!("lines answer lines") };
        let expected: Vec<Line> = all.lines.iter().skip(from as usize).take(2).cloned().collect();
        assert_eq!((part.lines, part.n_lines), (expected, all.n_lines));
    }
}

#[test]
fn more_is_read_around_one_passage_beyond_its_paragraph() {
    let corpus = corpus(&["# Le port fermé\nUn jour.\n> Un menu\nLa mer\u{a0}monte. Le port ferme.\nUn autre jour."]);
    let span = lines_of(&[&corpus.documents[0].raw], "\"ferme\" ", Choice::default()).lines.last().unwrap().span;
    let index = SearchIndex::build(&corpus);
    let ask = |document, span| Concordancer::default().answer(&corpus, &index, Question::Context { document, span }, Form::View);
    let Ok(Answer::Context(line)) = ask(DocumentId(0), span) else { panic!("a context answers a context") };
    expect![[r#"
        # Le port fermé
        Un jour.
        La mer monte. Le port [ferme].
        Un autre jour."#]]
    .assert_eq(&format!("{}[{}]{}", line.left, line.hit, line.right));
    assert!(ask(DocumentId(9), span).is_err());
    assert!(ask(DocumentId(0), Span { start: 5, end: 9_000 }).is_err());
    assert!(ask(DocumentId(0), Span { start: 9, end: 5 }).is_ok(), "an empty passage is one");
}

#[test]
fn a_query_without_words_or_passages_has_no_lines() {
    for query in ["", "   ", "zzzz", "-port", "\"", "(((("] {
        let found = lines_of(PAGES, query, by(Sort::Left));
        assert_eq!((found.n_lines, found.lines.len()), (0, 0), "{query:?}");
    }
}

fn surroundings(pages: &[&str], query: &str, window: Window, length: u32, kept: Kept) -> Surroundings {
    let question = Question::Surroundings { query: query.to_owned(), window, length, kept };
    let Answer::Surroundings(found) = ask(pages, question, Form::View) else { panic!("surroundings answer surroundings") };
    found
}

fn check_around(query: &str, window: Window, length: u32, kept: Kept, expected: Expect) {
    let found = surroundings(PAGES, query, window, length, kept);
    let mut shown = format!("{} near of {}\n", found.n_near, found.n_words);
    for Collocate { shown: word, n_near, n_lines, n_corpus, strength, .. } in &found.collocates {
        writeln!(shown, "{word} {n_near} {n_lines} {n_corpus} {strength}").unwrap();
    }
    for Run { shown: words, n, n_documents, .. } in &found.runs {
        writeln!(shown, "« {words} » {n} {n_documents}").unwrap();
    }
    expected.assert_eq(&shown);
}

#[test]
fn collocates_are_counted_once_though_windows_overlap() {
    check_around(
        "\"ferme\" ",
        Window::Words { left: 1, right: 2 },
        3,
        Kept::All,
        expect![[r#"
            18 near of 35
            port 5 5 5 74
            « ferme le port » 4 2
            « élu ferme le » 2 2
            « Un élu ferme » 2 2
        "#]],
    );
    check_around(
        "\"ferme\" ",
        Window::Sentence,
        2,
        Kept::Content,
        expect![[r#"
            29 near of 35
            « élu ferme » 2 2
        "#]],
    );
}

#[test]
fn every_line_of_a_collocate_and_of_a_run_is_opened_by_it() {
    let mut n_opened = 0;
    for window in [Window::Words { left: 5, right: 5 }, Window::Words { left: 1, right: 2 }, Window::Sentence] {
        let found = surroundings(PAGES, "\"ferme\" ", window, 3, Kept::All);
        n_opened += found.collocates.len() + found.runs.len();
        for word in found.collocates {
            let with = With::Near { word: word.word, window };
            assert_eq!(lines_of(PAGES, "\"ferme\" ", Choice { with: Some(with), ..Choice::default() }).n_lines, word.n_lines);
        }
        for run in found.runs {
            let lines = lines_of(PAGES, "\"ferme\" ", Choice { with: Some(With::Run(run.words)), ..Choice::default() });
            assert_eq!((lines.n_lines, lines.n_documents), (run.n, run.n_documents));
        }
    }
    assert!(n_opened > 4);
}

#[test]
fn passages_lie_where_they_are_counted() {
    let Answer::Dispersion(found) = ask(PAGES, Question::Dispersion { query: "\"ferme\" ".to_owned() }, Form::View) else {
        panic!("a dispersion answers a dispersion")
    };
    // After 2, 5, 10 and 18 of 21 words; after 2, 6 and 15 of 18 words; the third article, of 6, has none.
    let places: Vec<_> = found.strips.iter().map(|strip| (strip.document.0, strip.places.clone())).collect();
    assert_eq!(places, [(0, vec![95, 238, 476, 857]), (1, vec![111, 333, 833])]);
    // Shares of the passages less shares of the text: 4/7 − 21/45, 3/7 − 18/45, 6/45. Half of their sum is 6/45; by 1 − 6/45.
    assert_eq!((found.n_hits, found.n_documents, found.deviation), (7, 2, Some(154)));
}

#[test]
fn each_query_is_counted_by_article_and_many_are_cut() {
    let queries: Vec<String> = (0..40).map(|n| if n % 2 == 0 { "\"ferme\" ".to_owned() } else { "zzzz ".to_owned() }).collect();
    let Answer::Frequencies(found) = ask(PAGES, Question::Frequencies { queries }, Form::View) else { panic!("frequencies answer") };
    assert_eq!(found.len(), MOST_QUERIES);
    assert_eq!((found[0].n_hits, &*found[0].documents), (7, &[(DocumentId(0), 4), (DocumentId(1), 3)][..]));
    assert_eq!((found[1].n_hits, found[1].documents.len()), (0, 0));
}

fn sheet(question: Question, form: Form) -> String {
    let Answer::Sheet(text) = ask(PAGES, question, form) else { panic!("a sheet is asked for") };
    assert!(form == Form::Text || (text.starts_with('\u{feff}') && text.ends_with("\r\n")));
    text.replace('\r', "")
}

#[test]
fn tables_are_read_by_spreadsheets_of_both_habits() {
    let lines = || Question::Lines { query: "\"ferme\" ".to_owned(), choice: by(Sort::Place), from: 3, limit: 1 };
    expect![[r#"
        ﻿article,média,date,titre,numéro,avant,passage,après
        0,,,Le port fermé,1,# Le port,fermé,
        0,,,Le port fermé,2,Un élu,ferme,le port
        0,,,Le port fermé,3,Une école,ferme,le port
        0,,,Le port fermé,4,"Là, l’État",ferme,l’île.
        1,,,,1,Le préfet,ferme,la route
        1,,,,2,route. Éric,ferme,le port
        1,,,,3,un élu,ferme,le port.
    "#]]
    .assert_eq(&sheet(lines(), Form::Csv(Separator::Comma)));
    let queries = || Question::Frequencies { queries: vec!["\"ferme\" ".to_owned(), "=a;\"b".to_owned()] };
    expect![[r#"
        ﻿article;média;date;titre;mots;"""ferme"" ";"""ferme""  (pour 10 000 mots)";"'=a;""b";"'=a;""b (pour 10 000 mots)"
        0;;;Le port fermé;21;4;1904,8;0;0,0
        1;;;;18;3;1666,7;0;0,0
        2;;;;6;0;0,0;0;0,0
    "#]]
    .assert_eq(&sheet(queries(), Form::Csv(Separator::Semicolon)));
    let around =
        Question::Surroundings { query: "\"ferme\" ".to_owned(), window: Window::Words { left: 1, right: 1 }, length: 2, kept: Kept::All };
    expect![[r#"
        ﻿sorte;mots;près;passages;corpus;articles;log-vraisemblance
        cooccurrent;élu;2;2;2;;4,2
        suite;ferme le;;4;;2;
        suite;élu ferme;;2;;2;
    "#]]
    .assert_eq(&sheet(around, Form::Csv(Separator::Semicolon)));
}

#[test]
fn copied_lines_are_aligned_on_the_passage() {
    let lines = Question::Lines { query: "\"ferme\" ".to_owned(), choice: by(Sort::Place), from: 0, limit: 1 };
    expect![[r#"
          # Le port [fermé] (0)
             Un élu [ferme] le port (0)
          Une école [ferme] le port (0)
         Là, l’État [ferme] l’île. (0)
          Le préfet [ferme] la route (1)
        route. Éric [ferme] le port (1)
             un élu [ferme] le port. (1)
    "#]]
    .assert_eq(&sheet(lines, Form::Text));
}

/// A corpus of `n` articles of some forty words, each with two passages.
fn large(n: usize) -> Corpus {
    let page = |n: usize| format!("Le maire numéro {n} ferme le port. {}Un élu {n} ferme la route.", "La mer monte encore ici. ".repeat(5));
    let pages: Vec<String> = (0..n).map(page).collect();
    corpus(&pages.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn ten_thousand_passages_are_counted_exactly_and_read_by_the_page() {
    let corpus = large(5_000);
    let index = SearchIndex::build(&corpus);
    let mut tool = Concordancer::default();
    let choice = Choice { sort: Sort::Left, ..Choice::default() };
    let question = Question::Lines { query: "\"ferme\" ".to_owned(), choice, from: 9_950, limit: 100 };
    let Ok(Answer::Lines(found)) = tool.answer(&corpus, &index, question, Form::View) else { panic!("lines answer lines") };
    assert_eq!((found.n_lines, found.lines.len(), found.n_documents), (10_000, 50, 5_000));
    let answer = Answer::Lines(found);
    let bytes = answer.pack();
    assert_eq!(Answer::unpack(&bytes), Some(answer));
    assert_eq!(Answer::unpack(&bytes[1..]), None);
    assert!(bytes.len() < 20_000, "a page of lines costs its lines: {}", bytes.len());
}

#[test]
fn a_query_of_a_megabyte_is_answered() {
    for unit in ["port ", "(", "\"a ", "-", "\0", "😀"] {
        let found = lines_of(PAGES, &unit.repeat(1_000_000 / unit.len()), by(Sort::Left));
        assert!(!found.notices.is_empty(), "{unit}");
    }
}

#[test]
fn a_very_long_sentence_full_of_passages_is_answered() {
    let page = "ferme le port et ".repeat(5_000);
    let found = surroundings(&[&page], "\"ferme\" ", Window::Sentence, 5, Kept::All);
    assert_eq!((found.n_hits, found.collocates.len()), (5_000, 0), "what is everywhere is near nothing");
    let with = With::Near { word: "port".to_owned(), window: Window::Sentence };
    let found = lines_of(&[&page], "\"ferme\" ", Choice { with: Some(with), sort: Sort::Left, ..Choice::default() });
    assert_eq!(found.n_lines, 5_000);
}

proptest! {
    #[test]
    fn the_parts_of_every_line_put_together_are_the_text(
        pages in proptest::collection::vec("([éàb]|BÀ|l’éb|œb)([ ,.\n’-]{1,2}([éàb]|BÀ|« éb|œb|d'éb)){0,20}", 1..4),
        query in "[eab]|ba|eb|oeb|\"a b\"|b NEAR/2 a",
        width in 0u32..5,
        sort in prop_oneof![Just(Sort::Place), Just(Sort::Left), Just(Sort::Hit), Just(Sort::Right)],
    ) {
        let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
        let found = lines_of(&pages, &query, Choice { width, sort, ..Choice::default() });
        prop_assert_eq!(found.lines.len(), found.n_hits as usize);
        let mut places: Vec<_> = found.lines.iter().map(|line| (line.document, line.span)).collect();
        for line in &found.lines {
            let page = pages[line.document.index()];
            let start = line.span.start as usize - line.left.len();
            let whole = format!("{}{}{}", line.left, line.hit, line.right);
            prop_assert_eq!(page.get(start..start + whole.len()), Some(whole.as_str()));
            prop_assert_eq!(line.span.slice(page), line.hit.as_str());
            prop_assert!(!whole.trim().contains('\n'), "a context stays in its paragraph");
        }
        places.sort();
        places.dedup();
        prop_assert_eq!(places.len(), found.lines.len(), "every passage has one line");
    }
}

#[test]
fn one_thing_is_counted_in_all_articles_where_words_stand_together_in_some() {
    let pages =
        &["Le port ferme. Le port est là, tout ferme, et le port aussi.", "Un port, et ce qui ferme. Le port.", "Le port ferme, oui."];
    let counted = |query: &str| match ask(pages, Question::Frequencies { queries: vec![query.to_owned()] }, Form::View) {
        Answer::Frequencies(found) => (found[0].documents.iter().map(|(_, n)| *n).collect::<Vec<_>>(), found[0].notices.clone()),
        other => panic!("{other:?}"),
    };
    let (together, notices) = counted("port ferme ");
    assert_eq!(together, [1, 1]);
    let [Notice { kind: NoticeKind::Together { n: 2, n_apart: 1 }, mend: Some(mend), .. }] = &notices[..] else { panic!("{notices:?}") };
    assert_eq!(mend, "port AND ferme ");
    let (apart, notices) = counted(mend);
    assert_eq!((apart, notices.len()), (vec![5, 3, 2], 0));
}
