use super::*;
use crate::compare::{Closeness, GroundKind, Manner};
use crate::corpus::Article;
use crate::protocol::{ElsewhereView, StatementsRequest, StatementsView};

fn engine(texts: &[&str]) -> Engine {
    let articles = texts.iter().zip(0..).map(|(text, n)| Article::new(&format!("{n}.txt"), text)).collect();
    Engine::new(Corpus::read(None, articles).expect("the articles are a corpus"))
}

fn statements(engine: &mut Engine, request: StatementsRequest) -> StatementsView {
    match engine.answer(Request::Statements(request)) {
        Response::Statements(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn elsewhere(engine: &mut Engine, document: u32, words: &str) -> ElsewhereView {
    let id = DocumentId(document);
    let start = engine.corpus.documents[id.index()].text().find(words).expect("the article has these words");
    match engine.answer(Request::Elsewhere { document: id, span: crate::span::Span::new(start, start + words.len()) }) {
        Response::Elsewhere(view) => *view,
        other => panic!("{other:?}"),
    }
}

const FIRST: &str = "La digue de Sorgue a cédé dans la nuit de mardi à mercredi.\n\nLe préfet a fait évacuer quatre cents habitants du \
    quartier des Tanneries. Les écoles restent fermées jusqu’à vendredi. Une cagnotte a été ouverte par un boulanger.";
const SECOND: &str = "À Sorgue, la digue a cédé dans la nuit de mardi à mercredi.\n\nQuatre cents habitants du quartier des Tanneries ont \
    été évacués sur ordre du préfet. Le train ne circule plus entre Sorgue et Ormont.";
const THIRD: &str = "Sorgue sous les eaux.\n\nLe préfet a fait évacuer deux cents habitants du quartier des Tanneries. La musique du \
    village a annulé son concert.";

#[test]
fn what_most_articles_tell_comes_first_and_what_one_tells_is_there_too() {
    let mut engine = engine(&[FIRST, SECOND, THIRD]);
    let view = statements(&mut engine, StatementsRequest::default());
    assert_eq!((view.n_pairs, view.n_compared), (3, 3));
    let first = &view.rows[0];
    assert_eq!(first.cells.len(), 3, "{first:#?}");
    assert!(first.title.text.contains("Tanneries"));
    let other = first.cells.iter().find(|cell| cell.manner == Manner::Otherwise).expect("four hundred are not two hundred");
    assert!(
        other
            .unlike
            .iter()
            .any(|line| [&line.here, &line.there].iter().any(|side| side.contains("quatre cents") || side.contains("Quatre cents")))
    );
    assert!(view.rows.iter().any(|row| row.cells.len() == 1 && row.title.text.contains("cagnotte")));
    let counts: Vec<usize> = view.rows.iter().map(|row| row.cells.len()).collect();
    assert!(counts.is_sorted_by(|x, y| x >= y), "{counts:?}");
}

#[test]
fn rows_are_filtered_by_who_tells_them_and_by_words() {
    let mut engine = engine(&[FIRST, SECOND, THIRD]);
    let told_by = StatementsRequest { told_by: Some(DocumentId(1)), absent_from: Some(DocumentId(2)), ..StatementsRequest::default() };
    let view = statements(&mut engine, told_by);
    assert!(!view.rows.is_empty());
    for row in &view.rows {
        let told_by: Vec<u32> = row.cells.iter().map(|cell| cell.document.0).collect();
        assert!(told_by.contains(&1) && !told_by.contains(&2), "{told_by:?}");
    }
    let worded = statements(&mut engine, StatementsRequest { text: "boulanger".to_owned(), ..StatementsRequest::default() });
    assert_eq!((worded.n_shared, worded.n_single), (0, 1));
    let two = StatementsRequest { articles: vec![DocumentId(2), DocumentId(0)], ..StatementsRequest::default() };
    assert_eq!(statements(&mut engine, two).articles, [DocumentId(0), DocumentId(2)]);
}

#[test]
fn a_sentence_is_found_in_the_others_with_what_supports_it_and_where_it_is_not() {
    let mut engine = engine(&[FIRST, SECOND, THIRD]);
    let view = elsewhere(&mut engine, 0, "Le préfet a fait évacuer quatre cents habitants");
    let found: Vec<u32> = view.found.iter().map(|card| card.document.0).collect();
    assert!(found.contains(&1) && found.contains(&2), "{found:?}");
    let card = view.found.iter().find(|card| card.document.0 == 1).expect("the second article tells it");
    assert!(card.grounds.iter().any(|ground| ground.kind == GroundKind::Name && ground.here == "Tanneries"), "{:?}", card.grounds);
    assert!(card.words.len() > 1);
    let alone = elsewhere(&mut engine, 0, "Une cagnotte a été ouverte par un boulanger.");
    assert_eq!(alone.absent, [DocumentId(1), DocumentId(2)]);
}

#[test]
fn a_passage_that_is_not_there_is_refused() {
    let mut engine = engine(&[FIRST]);
    let beyond = Request::Elsewhere { document: DocumentId(0), span: crate::span::Span::new(9_000, 9_010) };
    assert!(matches!(engine.answer(beyond), Response::Refused { .. }));
    let nobody = Request::Elsewhere { document: DocumentId(9), span: crate::span::Span::new(0, 4) };
    assert!(matches!(engine.answer(nobody), Response::Refused { .. }));
}

#[test]
fn one_article_alone_has_rows_of_one() {
    let view = statements(&mut engine(&[FIRST]), StatementsRequest::default());
    assert_eq!((view.n_shared, view.n_pairs), (0, 0));
    assert!(view.rows.iter().all(|row| row.cells.len() == 1 && row.cells[0].closeness == Closeness::Verbatim));
    assert_eq!(view.n_single, 4);
}
