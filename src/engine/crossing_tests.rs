//! All articles beside each other: what is near what, their headlines, their order; and what is asked of a corpus that has
//! next to nothing to compare.

use super::Engine;
use crate::concordance::{Answer, Form, Kept, Keyness, KeynessRequest, Measure, Parting, Question, Separator};
use crate::corpus::{Article, Corpus};
use crate::id::DocumentId;
use crate::protocol::{AcrossRequest, AcrossView, DistanceBy, DistancesRequest, DistancesView, MOST_RANKING, RanksView, Request, Response};

const GROUNDS: [DistanceBy; 3] = [DistanceBy::Text, DistanceBy::Statements, DistanceBy::Words];

const FIRST: &str = "La digue de Sorgue a cédé dans la nuit de mardi à mercredi.\n\nLe préfet a fait évacuer quatre cents habitants du \
    quartier des Tanneries. Les écoles restent fermées jusqu’à vendredi, annonce la mairie de Sorgue.";
const SECOND: &str = "Les écoles restent fermées jusqu’à vendredi, annonce la mairie de Sorgue.\n\nQuatre cents habitants du quartier des \
    Tanneries ont été évacués sur ordre du préfet. La digue de Sorgue a cédé dans la nuit de mardi à mercredi.";
const ENGLISH: &str = "The council will vote on the new budget for the library next week, and the mayor has said that it is not for sale.";

fn engine(texts: &[&str]) -> Engine {
    let articles = texts.iter().zip(0..).map(|(text, at): (&&str, u32)| Article::new(&format!("{at}.txt"), text)).collect();
    Engine::new(Corpus::read(None, articles).expect("test articles have text"))
}

fn ask(engine: &mut Engine, request: &AcrossRequest, form: Form) -> AcrossView {
    match engine.answer(Request::Across(request.pack(form))) {
        Response::Across(bytes) => AcrossView::unpack(&bytes).expect("what was written is read"),
        other => panic!("{other:?}"),
    }
}

fn distances(engine: &mut Engine, ground: DistanceBy) -> DistancesView {
    match ask(engine, &AcrossRequest::Distances(DistancesRequest { ground, aside: Vec::new() }), Form::View) {
        AcrossView::Distances(view) => view,
        other => panic!("{other:?}"),
    }
}

fn ranks(engine: &mut Engine) -> RanksView {
    match ask(engine, &AcrossRequest::Ranks(Vec::new()), Form::View) {
        AcrossView::Ranks(view) => view,
        other => panic!("{other:?}"),
    }
}

fn words(engine: &mut Engine) -> Keyness {
    let (parting, measure) = (Parting::Article, Measure::Specificity);
    let request = KeynessRequest { parting, chosen: None, length: 1, kept: Kept::Content, measure, aside: Vec::new() };
    match engine.answer(Request::Concordance(Question::Keyness(request).pack(Form::View))) {
        Response::Concordance(bytes) => match Answer::unpack(&bytes) {
            Some(Answer::Keyness(found)) => found,
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_order_of_what_two_articles_share_is_told_and_turned_about() {
    let view = ranks(&mut engine(&[FIRST, SECOND]));
    assert!(view.n_rows >= 2, "{view:?}");
    let of = |words: &str| {
        let row = view.rows.iter().find(|row| row.text.contains(words)).unwrap_or_else(|| panic!("{words}: {view:?}"));
        row.cells.iter().map(|cell| cell.rank).collect::<Vec<_>>()
    };
    let (dyke, schools) = (of("digue"), of("écoles"));
    assert!(dyke[0] < schools[0] && dyke[1] > schools[1], "{view:?}");
    for row in &view.rows {
        assert!(row.cells.iter().all(|cell| cell.rank >= 1 && cell.rank <= view.n_shared[cell.document.index()]), "{view:?}");
    }
}

#[test]
fn articles_that_tell_the_same_are_nearer_by_every_measure() {
    let mut engine = engine(&[FIRST, SECOND, "Le marché de Noël ouvre ses portes samedi sur la place de la Liberté à Ormont."]);
    for ground in GROUNDS {
        let view = distances(&mut engine, ground);
        assert!(view.between(0, 1) > 300 && view.between(0, 1) > view.between(0, 2) + 200, "{ground:?} {view:?}");
        assert_eq!((view.between(1, 0), view.between(2, 2)), (view.between(0, 1), 1_000));
        assert_eq!(distances(&mut engine, ground), view, "the same question has the same answer");
    }
}

#[test]
fn one_article_one_sentence_and_equal_ones_are_answered() {
    for texts in [vec![FIRST], vec!["Il pleut."], vec![FIRST, FIRST], vec!["Il pleut.", "Il pleut.", FIRST]] {
        let mut engine = engine(&texts);
        let n = engine.corpus().documents.len();
        for ground in GROUNDS {
            let view = distances(&mut engine, ground);
            assert_eq!((view.articles.len(), view.likeness.len(), view.points.len(), view.n_left_out), (n, n * n, n, 0), "{ground:?}");
        }
        assert_eq!(words(&mut engine).parts.iter().map(|part| part.n_over + part.n_under).sum::<u32>(), 0);
        assert_eq!(ranks(&mut engine).articles.len(), n);
    }
    let equal = distances(&mut engine(&[FIRST, FIRST]), DistanceBy::Text);
    assert_eq!((equal.between(0, 1), equal.kept), (1_000, None));
}

#[test]
fn articles_without_a_language_in_common_are_near_in_nothing() {
    let mut engine = engine(&[FIRST, ENGLISH]);
    for ground in GROUNDS {
        assert_eq!(distances(&mut engine, ground).between(0, 1), 0, "{ground:?}");
    }
    assert_eq!(ranks(&mut engine).n_rows, 0);
    assert!(words(&mut engine).parts.iter().all(|part| part.n_other_words == 0 && part.over.is_empty()));
}

#[test]
fn of_many_versions_of_one_text_some_are_shown_and_the_others_are_counted() {
    let texts: Vec<String> = (0..120).map(|at| format!("{FIRST} Version {at}.")).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let mut engine = engine(&texts);
    for ground in GROUNDS {
        let view = distances(&mut engine, ground);
        assert_eq!(view.articles.len() + view.n_left_out as usize, 120, "{ground:?}");
        assert!((30..=40).contains(&view.articles.len()) && view.between(0, 1) > 800, "{ground:?} {view:?}");
    }
    let view = ranks(&mut engine);
    assert_eq!((view.articles.len(), view.n_left_out as usize), (MOST_RANKING, 120 - MOST_RANKING));
    assert!(words(&mut engine).parts.iter().all(|part| part.n_over + part.n_under == 0));
}

#[test]
fn every_answer_can_be_taken_along_and_what_is_set_aside_is_not_in_it() {
    let mut engine = engine(&[FIRST, SECOND, ENGLISH]);
    let aside = vec![DocumentId(1), DocumentId(900)];
    for (request, n_columns) in [
        (AcrossRequest::Headlines(vec![DocumentId(0), DocumentId(7)]), 12),
        (AcrossRequest::Distances(DistancesRequest { ground: DistanceBy::Words, aside: aside.clone() }), 7),
        (AcrossRequest::Ranks(aside), 7),
    ] {
        let AcrossView::Sheet(text) = ask(&mut engine, &request, Form::Csv(Separator::Semicolon)) else { panic!("{request:?}") };
        assert_eq!(text.lines().next().map(|head| head.split(';').count()), Some(n_columns), "{text}");
        assert!(!text.contains("1.txt"), "{text}");
    }
    assert!(matches!(engine.answer(Request::Across(vec![255; 3])), Response::Refused { .. }));
}
