use super::*;
use crate::corpus::Fact;
use crate::corpus::Metadata;
use crate::protocol::{
    Completion, CompletionKind, FacetField, HelpState, MOST_SHOWN, SHOWN_COMPLETIONS, SearchRequest, SearchView, Sorting,
};

/// Articles about the same flood, published on following days in turn by two outlets.
fn engine(n: usize) -> Engine {
    let article = |at: usize| {
        let given = Metadata {
            outlet: Some(Fact::given(if at.is_multiple_of(2) { "Le Courrier" } else { "L’Écho du Quai" }.to_owned())),
            authors: vec![Fact::given("Anaïs Vernet".to_owned())],
            published: Some(Fact::given(format!("2015-{:02}-{:02}", 1 + at / 28 % 12, 1 + at % 28))),
            ..Metadata::default()
        };
        let text = format!(
            "La rivière menace le pont, la crue enfle\n\nLa rivière monte encore, dit Bernard Cazeneuve. Le pont numéro {at} de la ville est fermé.\n\nRien d’autre.\n"
        );
        Article { given, ..Article::new(&format!("{at:05}.txt"), &text) }
    };
    Engine::build((0..n).map(article).collect(), Edits::default(), &mut |_| {}).expect("the articles make a corpus").0
}

fn search(engine: &mut Engine, query: &str, change: impl Fn(&mut SearchRequest)) -> Rc<SearchView> {
    let mut request = SearchRequest { query: query.to_owned(), limit: 20, ..SearchRequest::default() };
    change(&mut request);
    match engine.answer(Request::Search(request)) {
        Response::Search(view) => view,
        other => panic!("{other:?}"),
    }
}

fn complete(engine: &mut Engine, typed: &str) -> Vec<Completion> {
    let (before, after) = typed.split_once('|').expect("a bar is the cursor");
    match engine.answer(Request::Complete { query: [before, after].concat(), at: before.len() as u32 }) {
        Response::Completions(list) => list,
        other => panic!("{other:?}"),
    }
}

fn taken(list: &[Completion], kind: CompletionKind) -> Vec<String> {
    let shown = |one: &Completion| format!("{}|{}", &one.query[..one.cursor as usize], &one.query[one.cursor as usize..]);
    list.iter().filter(|one| one.kind == kind).map(shown).collect()
}

#[test]
fn every_value_of_a_facet_keeps_as_many_articles_as_it_says() {
    let mut engine = engine(60);
    let view = search(&mut engine, "pont", |_| {});
    assert_eq!(view.results.n_documents, 60);
    let fields: Vec<FacetField> = view.facets.iter().map(|facet| facet.field).collect();
    assert!(
        fields.contains(&FacetField::Outlet) && fields.contains(&FacetField::Month) && fields.contains(&FacetField::Place),
        "{fields:?}"
    );
    for facet in &view.facets {
        for value in &facet.values {
            let narrowed = crate::search::with_condition("pont", facet.field.name(), &value.value);
            assert_eq!(search(&mut engine, &narrowed, |_| {}).results.n_documents, value.n_documents, "{narrowed}");
        }
    }
}

#[test]
fn a_window_is_sent_and_never_more_than_the_most() {
    let mut engine = engine(60);
    let n_hits = |view: &SearchView| view.results.hits.len();
    assert_eq!(n_hits(&search(&mut engine, "pont", |_| {})), 20);
    assert_eq!(n_hits(&search(&mut engine, "pont", |request| request.limit = 40)), 40);
    assert_eq!(n_hits(&search(&mut engine, "pont", |request| request.limit = u32::MAX)), 60.min(MOST_SHOWN as usize));
}

#[test]
fn results_come_in_the_order_asked_for() {
    let mut engine = engine(30);
    let mut first = |sorting| {
        let view = search(&mut engine, "pont", |request| (request.sorting, request.limit) = (sorting, 3));
        view.results.hits.iter().map(|hit| hit.document.0).collect::<Vec<u32>>()
    };
    assert_eq!(first(Sorting::Oldest), [0, 1, 2]);
    assert_eq!(first(Sorting::Newest), [29, 28, 27]);
    assert_eq!(first(Sorting::Outlet), [1, 3, 5], "L’Écho before Le Courrier");
}

#[test]
fn the_open_article_is_answered_whatever_its_rank() {
    let mut engine = engine(60);
    let view = search(&mut engine, "pont", |request| request.open = Some(DocumentId(59)));
    assert_eq!(view.results.hits.len(), 21);
    assert_eq!(view.results.hits[20].document, DocumentId(59));
    let narrow = search(&mut engine, "\"numéro 3\"", |request| request.open = Some(DocumentId(59)));
    assert_eq!(narrow.results.hits.len(), 1, "an article that does not answer is not opened by it");
}

#[test]
fn a_word_in_no_text_is_mended_where_it_stands() {
    let mut engine = engine(4);
    let view = search(&mut engine, "pont riviere rivierre", |_| {});
    let notice = view.results.notices.iter().find(|notice| matches!(notice.kind, crate::search::NoticeKind::ReadAs { .. }));
    let notice = notice.expect("the word is in no text");
    assert_eq!(notice.span.map(|span| span.range()), Some(13..21));
    assert_eq!(notice.mend.as_deref(), Some("pont riviere rivière"));
}

#[test]
fn words_names_outlets_and_fields_are_offered_with_their_counts() {
    let mut engine = engine(4);
    let list = complete(&mut engine, "crue pon|");
    assert_eq!(taken(&list, CompletionKind::Term), ["crue pont |"]);
    assert_eq!(list[0].n_documents, Some(4));
    let list = complete(&mut engine, "caz|");
    assert_eq!(list.iter().filter(|one| one.query.starts_with("entity:\"Bernard Cazeneuve\" ")).count(), 1, "{list:?}");
    assert_eq!(taken(&complete(&mut engine, "ech|"), CompletionKind::Outlet), ["outlet:\"L’Écho du Quai\" |"]);
    assert_eq!(taken(&complete(&mut engine, "vern|"), CompletionKind::Author), ["author:\"Anaïs Vernet\" |"]);
    assert_eq!(taken(&complete(&mut engine, "aut|"), CompletionKind::Field), ["author:|"]);
}

#[test]
fn values_are_offered_after_the_name_of_a_field() {
    let mut engine = engine(4);
    assert_eq!(taken(&complete(&mut engine, "outlet:cou|"), CompletionKind::Outlet), ["outlet:\"Le Courrier\" |"]);
    assert_eq!(taken(&complete(&mut engine, "in:ti|"), CompletionKind::Value), ["in:title |"]);
    assert_eq!(taken(&complete(&mut engine, "date:|"), CompletionKind::Month), ["date:2015-01 |"]);
    assert_eq!(taken(&complete(&mut engine, "dans:0000|"), CompletionKind::Article).len(), 4);
    assert!(complete(&mut engine, "|").is_empty());
    assert!(complete(&mut engine, "pont OR|").is_empty());
}

#[test]
fn hostile_queries_are_completed_with_nothing_or_little() {
    let mut engine = engine(40);
    let long = "pont ".repeat(200_000);
    for query in [long.as_str(), "((((((", "\u{202e}\u{0}", "*", "~9", "é|", "in:in:in:"] {
        for at in [0, 1, query.len() as u32, u32::MAX] {
            let answer = engine.answer(Request::Complete { query: query.to_owned(), at });
            assert!(matches!(answer, Response::Completions(list) if list.len() <= SHOWN_COMPLETIONS));
        }
    }
}

#[test]
fn every_example_of_the_help_that_can_be_run_finds_something() {
    let mut engine = engine(4);
    let Response::Help(lines) = engine.answer(Request::Help) else { panic!("no help") };
    assert_eq!(lines.len(), crate::search::EXAMPLES.len(), "every operator and field has its line");
    let answered = lines.iter().filter(|line| matches!(line.state, HelpState::Answered(1..))).count();
    assert!(answered > lines.len() / 2, "{lines:#?}");
    for line in lines.iter().filter(|line| line.state == HelpState::Pattern) {
        assert!(line.query.contains('…') || !line.query.contains('{'), "{line:?}");
    }
    let mut empty = Engine::build(vec![article_of("a", "Un.")], Edits::default(), &mut |_| {}).expect("a corpus").0;
    assert!(matches!(empty.answer(Request::Help), Response::Help(lines) if lines.len() == crate::search::EXAMPLES.len()));
}

fn article_of(name: &str, text: &str) -> Article {
    Article::new(name, text)
}

#[test]
fn corrected_facts_are_counted_at_once() {
    let mut session = Session::default();
    let watcher: &mut dyn FnMut(Progress) = &mut |_| {};
    session.answer(
        Request::Append {
            articles: protocol::pack_articles(&[article_of("a", "Le pont est fermé."), article_of("b", "Le pont rouvre.")])
        },
        watcher,
    );
    session.answer(Request::Build { base: Base::Appended, edits: Edits::default() }, watcher);
    let corrections = vec![crate::corpus::Correction::Field {
        article: "a".to_owned(),
        field: crate::corpus::Field::Outlet,
        values: vec!["Le Courrier".to_owned()],
    }];
    session.answer(Request::Correct { edits: Edits { corrections, ..Edits::default() } }, watcher);
    let request = SearchRequest { query: "pont".to_owned(), limit: 20, ..SearchRequest::default() };
    let Response::Search(view) = session.answer(Request::Search(request), watcher) else { panic!("no answer") };
    let outlets = view.facets.iter().find(|facet| facet.field == FacetField::Outlet).map(|facet| facet.values.clone()).unwrap_or_default();
    assert_eq!(outlets.iter().map(|value| value.label.as_str()).collect::<Vec<_>>(), ["Le Courrier"]);
}
