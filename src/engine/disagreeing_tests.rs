use super::*;
use crate::contradictions::ClashKind;
use crate::corpus::{Article, Fact, Metadata};
use crate::protocol::{DisagreementsRequest, DisagreementsView, SilencesRequest, SilencesView};

/// Articles with their day of publication, or an empty one.
fn engine(articles: &[(&str, &str)]) -> Engine {
    let article = |((published, text), n): (&(&str, &str), usize)| {
        let published = (!published.is_empty()).then(|| Fact::given((*published).to_owned()));
        Article { given: Metadata { published, ..Metadata::default() }, ..Article::new(&format!("{n}.txt"), text) }
    };
    Engine::new(Corpus::read(None, articles.iter().zip(0..).map(article).collect()).expect("the articles are a corpus"))
}

fn disagreements(engine: &mut Engine, request: DisagreementsRequest) -> DisagreementsView {
    match engine.answer(Request::Disagreements(request)) {
        Response::Disagreements(view) => view,
        other => panic!("{other:?}"),
    }
}

fn silences(engine: &mut Engine, article: u32, told_by: Option<u32>) -> SilencesView {
    let request = SilencesRequest { article: DocumentId(article), told_by: told_by.map(DocumentId), without: vec![] };
    match engine.answer(Request::Silences(request)) {
        Response::Silences(view) => *view,
        other => panic!("{other:?}"),
    }
}

const QUAY: &str = "Le quai rouvre.\n\nLe marin disparu a été retrouvé à Saint-Elme par les gendarmes. La mairie de Brémoy ouvrira un bureau \
    d’accueil pour les familles des marins dès lundi. La tempête avait coûté 340 emplois à la conserverie de Brémoy.";
const PORT: &str = "Au port.\n\nLe marin disparu a été retrouvé à Chavigny par les gendarmes. La mairie de Brémoy ouvrira dès lundi un \
    bureau d’accueil pour les familles des marins.";
const DYKE: &str = "Sur la digue.\n\nUne foule silencieuse attendait mardi devant la capitainerie, malgré la pluie et le froid.";

#[test]
fn both_sides_of_a_disagreement_come_with_the_words_that_differ() {
    let mut engine = engine(&[("2020-05-04", QUAY), ("2020-05-04", PORT), ("2020-05-04", DYKE)]);
    let view = disagreements(&mut engine, DisagreementsRequest::default());
    assert_eq!((view.n, view.n_all), (1, 1), "{view:#?}");
    let row = &view.rows[0];
    assert_eq!(row.kind, ClashKind::Place);
    let values: Vec<&str> = row.sides.iter().map(|side| side.value.as_str()).collect();
    assert_eq!(values, ["Saint-Elme", "Chavigny"]);
    let passage = &row.sides[1].passages[0];
    let mark = passage.marks[0];
    assert_eq!(&passage.text[(mark.start - passage.span.start) as usize..(mark.end - passage.span.start) as usize], "Chavigny");
}

#[test]
fn filters_and_articles_set_aside_leave_what_remains() {
    let mut engine = engine(&[("2020-05-04", QUAY), ("2020-05-04", PORT), ("2020-05-04", DYKE)]);
    let of = |kind, article: Option<u32>, without: &[u32]| DisagreementsRequest {
        kind,
        article: article.map(DocumentId),
        without: without.iter().copied().map(DocumentId).collect(),
    };
    assert_eq!(disagreements(&mut engine, of(Some(ClashKind::Figure), None, &[])).n, 0);
    assert_eq!(disagreements(&mut engine, of(None, Some(2), &[])).n, 0);
    assert_eq!(disagreements(&mut engine, of(None, Some(1), &[])).n, 1);
    assert_eq!(disagreements(&mut engine, of(None, None, &[1])).n_all, 0, "one side is set aside");
}

#[test]
fn what_two_others_tell_is_a_silence_and_what_one_tells_is_set_aside() {
    let mut engine = engine(&[("2020-05-04", QUAY), ("2020-05-04", PORT), ("2020-05-04", DYKE)]);
    let view = silences(&mut engine, 2, None);
    assert!(view.rows.iter().any(|row| row.n_tellers == 2 && row.told.len() == 2 && row.title.text.contains("bureau")), "{view:#?}");
    assert!(view.n_few > 0, "the jobs are told by one article alone");
    assert!(view.rows.iter().all(|row| !row.title.text.contains("340")));
    let against_one = silences(&mut engine, 2, Some(0));
    assert!(against_one.rows.iter().any(|row| row.title.text.contains("340")), "{against_one:#?}");
}

#[test]
fn what_happened_after_an_article_appeared_is_no_silence_of_it() {
    let told = "Suite.\n\nLe bateau de sauvetage a coulé le 9 mai 2020 devant le phare de Brémoy, sans faire de victime.";
    let too = "Naufrage.\n\nDevant le phare de Brémoy, le bateau de sauvetage a coulé le 9 mai 2020 sans faire de victime.";
    let mut engine = engine(&[("2020-05-04", DYKE), ("2020-05-10", told), ("2020-05-10", too)]);
    let view = silences(&mut engine, 0, None);
    assert_eq!((view.n, view.n_later), (0, 1), "{view:#?}");
    assert_eq!(view.later[0].day.iso(), "2020-05-09");
}

#[test]
fn one_article_two_identical_ones_and_none_with_a_date_have_quiet_answers() {
    let mut alone = engine(&[("", QUAY)]);
    assert_eq!(disagreements(&mut alone, DisagreementsRequest::default()).n_all, 0);
    assert_eq!((silences(&mut alone, 0, None).n, silences(&mut alone, 0, None).n_others), (0, 0));
    let mut twice = engine(&[("", QUAY), ("", QUAY)]);
    assert_eq!(disagreements(&mut twice, DisagreementsRequest::default()).n_all, 0);
    let view = silences(&mut twice, 1, None);
    assert_eq!((view.n, view.n_few, view.horizon), (0, 0, None));
    assert!(matches!(
        twice.answer(Request::Silences(SilencesRequest { article: DocumentId(9), told_by: None, without: vec![] })),
        Response::Refused { .. }
    ));
}

#[test]
fn a_table_has_a_line_for_each_sentence() {
    use crate::concordance::Separator;
    use crate::protocol::ToldSheet;
    let mut engine = engine(&[("2020-05-04", QUAY), ("2020-05-04", PORT), ("2020-05-04", DYKE)]);
    let sheet = |engine: &mut Engine, sheet| match engine.answer(Request::ToldSheet(sheet)) {
        Response::Sheet(text) => text.lines().count(),
        other => panic!("{other:?}"),
    };
    assert_eq!(sheet(&mut engine, ToldSheet::Disagreements(DisagreementsRequest::default(), Separator::Comma)), 3);
    let request = SilencesRequest { article: DocumentId(2), told_by: None, without: vec![] };
    assert!(sheet(&mut engine, ToldSheet::Silences(request, Separator::Semicolon)) >= 3);
}
