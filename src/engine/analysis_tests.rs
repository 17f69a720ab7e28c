//! What was found is handed out and taken back.

use super::tests::{answer, append, article};
use super::*;
use crate::corpus::{Correction, Field, ZoneKind};
use crate::protocol::Built;

const PAGES: &[(&str, &str)] = &[
    (
        "a.txt",
        "Le port ferme\n\nLe maire de Brest, Anne Le Goff, a fermé le port hier. « Nous rouvrirons lundi », a dit Mme Le Goff à 60 dockers.",
    ),
    (
        "b.html",
        "<!doctype html><html><body><nav><a href=\"/\">Accueil</a></nav><article><h1>Le port de Brest ferm&eacute;</h1><p>Le port ferme, a dit \
         <b>Anne Le Goff</b>, maire de la ville. Soixante dockers attendent.</p></article></body></html>",
    ),
    ("c.txt", "Rien ici ne parle de cela, mais il y a une phrase de plus."),
];

fn articles() -> Vec<Article> {
    PAGES.iter().map(|(name, text)| article(name, text)).collect()
}

fn made(session: &mut Session, articles: &[Article], pieces: &[Vec<u8>], edits: &Edits) -> Built {
    answer(session, append(articles));
    for piece in pieces {
        assert_eq!(answer(session, Request::AppendAnalysis { piece: piece.clone() }), Response::Appended);
    }
    match answer(session, Request::Build { base: Base::Appended, edits: edits.clone() }) {
        Response::Built(built) => built,
        other => panic!("{other:?}"),
    }
}

fn pieces(session: &mut Session) -> Vec<Vec<u8>> {
    let mut piece = |number: u32| match answer(session, Request::Analysis { piece: number }) {
        Response::Analysis(piece) => piece,
        other => panic!("{other:?}"),
    };
    (0..).map_while(&mut piece).collect()
}

/// Everything that a reader can see of a corpus.
fn seen(session: &mut Session) -> Vec<Response> {
    let mut seen = vec![answer(session, Request::Overview), answer(session, Request::Health), answer(session, Request::Entities)];
    for document in [0, 1, 2].map(DocumentId) {
        seen.push(answer(session, Request::Read { document }));
        seen.push(answer(session, Request::Compare { a: document, b: DocumentId(0) }));
    }
    for query in ["port ferme", "entity:goff", "in:quote lundi", "figure:60", "speaker:Goff", "\"le port\""] {
        seen.push(answer(session, Request::SearchRecord { query: query.to_owned(), limit: 9 }));
    }
    seen
}

fn corrected(field: Field, value: &str) -> Edits {
    let correction = Correction::Field { article: "a.txt".to_owned(), field, values: vec![value.to_owned()] };
    Edits { title: Some("Brest".to_owned()), corrections: vec![correction], ..Edits::default() }
}

#[test]
fn what_was_found_before_answers_as_if_it_was_found_now() {
    let mut first = Session::default();
    let zone = Correction::Zone { article: "c.txt".to_owned(), span: Span::new(0, 10), kind: ZoneKind::Boilerplate };
    let edits = Edits { corrections: vec![zone], ..corrected(Field::Published, "2015-03-10") };
    assert!(!made(&mut first, &articles(), &[], &edits).recalled);
    let pieces = pieces(&mut first);
    let mut second = Session::default();
    assert!(made(&mut second, &articles(), &pieces, &edits).recalled);
    assert_eq!(seen(&mut second), seen(&mut first));
}

#[test]
fn edits_that_came_later_are_replayed_over_it() {
    let mut first = Session::default();
    made(&mut first, &articles(), &[], &Edits::default());
    let pieces = pieces(&mut first);
    for edits in [corrected(Field::Title, "Autre titre"), corrected(Field::Published, "2015-03-10"), corrected(Field::Language, "en")] {
        let mut recalling = Session::default();
        assert!(!made(&mut recalling, &articles(), &pieces, &edits).recalled);
        let mut finding = Session::default();
        made(&mut finding, &articles(), &[], &edits);
        assert_eq!(seen(&mut recalling), seen(&mut finding));
    }
}

#[test]
fn what_was_found_in_other_articles_or_was_cut_is_passed_over() {
    let mut first = Session::default();
    made(&mut first, &articles(), &[], &Edits::default());
    let whole = pieces(&mut first);
    let mut others = articles();
    others[2] = article("c.txt", "Un autre texte, plus court.");
    let mut anew = Session::default();
    assert!(!made(&mut anew, &others, &whole, &Edits::default()).recalled);
    let cut: Vec<u8> = whole.concat();
    for damaged in [vec![], vec![cut[..cut.len() - 1].to_vec()], vec![cut[1..].to_vec()], vec![cut.clone(), vec![0; 9]]] {
        let mut session = Session::default();
        assert!(!made(&mut session, &articles(), &damaged, &Edits::default()).recalled);
        assert_eq!(seen(&mut session), seen(&mut first));
    }
    // Nothing of it is left for the corpus after.
    assert!(!made(&mut anew, &articles(), &[], &Edits::default()).recalled);
}

#[test]
fn a_correction_between_two_pieces_ends_them() {
    let mut session = Session::default();
    made(&mut session, &articles(), &[], &Edits::default());
    assert!(matches!(answer(&mut session, Request::Analysis { piece: 0 }), Response::Analysis(Some(_))));
    answer(&mut session, Request::Correct { edits: corrected(Field::Title, "Autre") });
    assert_eq!(answer(&mut session, Request::Analysis { piece: 1 }), Response::Analysis(None));
}
