use super::*;
use crate::compare::Compared;
use crate::concordance;
use crate::corpus::{Basis, Correction, Fact, Field, Mask, Metadata, Naming, Reach, Spot};
use crate::entities::EntityKind;
use crate::protocol::{Manner, NameFilter, NamesRequest, Nearness, SearchRequest};
use crate::span::Span;

pub(super) fn article(name: &str, text: &str) -> Article {
    Article::new(name, text)
}

pub(super) fn append(articles: &[Article]) -> Request {
    Request::Append { articles: protocol::pack_articles(articles) }
}

fn build() -> Request {
    Request::Build { base: Base::Appended, edits: Edits::default() }
}

pub(super) fn answer(session: &mut Session, request: Request) -> Response {
    session.answer(request, &mut |_| {})
}

fn titles(response: Response) -> Vec<String> {
    let overview = match response {
        Response::Built(built) => built.overview,
        Response::Overview(overview) => overview,
        other => panic!("{other:?}"),
    };
    let title = |card: &ArticleCard| card.metadata.title.as_ref().map_or_else(String::new, |title| title.value.clone());
    overview.articles.iter().map(title).collect()
}

#[test]
fn a_refused_corpus_leaves_the_one_before_whole() {
    let mut session = Session::default();
    let before = answer(&mut session, Request::Overview);
    for articles in [vec![], vec![article("a", "  ")], vec![article(" ", "Un.")]] {
        answer(&mut session, append(&articles));
        let answer = answer(&mut session, build());
        assert!(matches!(answer, Response::Refused { .. }), "{answer:?}");
    }
    assert!(matches!(answer(&mut session, Request::Append { articles: vec![9, 9] }), Response::Refused { .. }));
    assert_eq!(answer(&mut session, Request::Overview), before);
}

#[test]
fn another_version_is_refused_at_the_handshake() {
    let mut session = Session::default();
    assert!(matches!(answer(&mut session, Request::Hello { version: VERSION + 1 }), Response::Refused { .. }));
    assert_eq!(answer(&mut session, Request::Hello { version: VERSION }), Response::Hello { version: VERSION });
}

#[test]
fn articles_of_one_outlet_are_counted_by_date() {
    let mut session = Session::default();
    let fact = |value: &str| Some(Fact { value: value.to_owned(), basis: Basis::Given });
    let of = |name: &str, outlet: &str, date: &str| {
        let given = Metadata { outlet: fact(outlet), published: fact(date), ..Metadata::default() };
        Article { given, ..article(name, &format!("Le port {name} ferme.")) }
    };
    let articles = [
        of("a", "Le Port (site)", "2020-05-03"),
        of("b", "Ouest-Soir", "2020-05-01"),
        of("c", "Le Port", "2020-05-01"),
        of("d", "Le Port", "2020-06-01"),
        article("e", "Le port ferme aussi."),
    ];
    answer(&mut session, append(&articles));
    answer(&mut session, build());
    let Response::Overview(overview) = answer(&mut session, Request::Overview) else { panic!("no overview") };
    assert_eq!(overview.articles.iter().map(|card| card.place).collect::<Vec<_>>(), [2, 0, 1, 3, 0]);
}

#[test]
fn unknown_numbers_are_refused_in_words() {
    let mut engine = Engine::shipped().expect("the shipped corpus reads");
    let far = DocumentId(99);
    let unknown = [Request::Read { document: far }, Request::Compare { a: far, b: far }, Request::Entity { slug: "per:nul".to_owned() }];
    for request in unknown {
        assert!(matches!(engine.answer(request), Response::Refused { .. }));
    }
}

#[test]
fn a_corpus_of_one_is_a_corpus() {
    let mut session = Session::default();
    answer(&mut session, append(&[article("seul", "Titre\n\nUn maire parle à Lyon.")]));
    let answer = answer(&mut session, build());
    let Response::Built(built) = answer else { panic!("{answer:?}") };
    assert_eq!(built.overview.articles.len(), 1);
    assert!(built.overview.common.is_empty());
}

#[test]
fn every_stage_is_told_in_order() {
    let mut session = Session::default();
    let articles: Vec<Article> = (0..120).map(|n| article(&n.to_string(), "Un maire parle à Lyon.")).collect();
    answer(&mut session, append(&articles));
    let mut told = Vec::new();
    session.answer(build(), &mut |progress| told.push(progress));
    let stages: Vec<Stage> = told.iter().map(|progress| progress.stage).collect();
    assert!(stages.is_sorted() && stages.contains(&Stage::Comparing), "{stages:?}");
    assert!(told.iter().any(|progress| (progress.done, progress.total) == (100, 120)), "{told:?}");
}

#[test]
fn a_correction_taken_back_leaves_no_trace() {
    let mut session = Session::default();
    let before = answer(&mut session, Request::Overview);
    let title = |value: &str| Correction::Field { article: "000.txt".to_owned(), field: Field::Title, values: vec![value.to_owned()] };
    let cut = Correction::Split { article: "001.txt".to_owned(), at: 1_000, second: "suite".to_owned() };
    let edits = |corrections: Vec<Correction>| Request::Correct { edits: Edits { corrections, ..Edits::default() } };
    assert_eq!(titles(answer(&mut session, edits(vec![title("Autre")])))[0], "Autre");
    let both = titles(answer(&mut session, edits(vec![title("Autre"), cut])));
    assert_eq!((both.len(), both[0].as_str()), (6, "Autre"));
    answer(&mut session, edits(vec![]));
    assert_eq!(answer(&mut session, Request::Overview), before);
}

#[test]
fn no_two_shipped_articles_are_one_text() {
    let engine = Engine::shipped().expect("the shipped corpus reads");
    assert!(engine.comparer.families(&engine.corpus).is_empty(), "the page's first module says so without looking");
}

#[test]
fn what_the_first_module_comes_with_is_what_a_whole_engine_answers() {
    let mut engine = Engine::shipped().expect("the shipped corpus reads");
    let found = (engine.entities.clone(), engine.quotes.clone(), Compared::of(engine.annotated()));
    let packed = postcard::to_allocvec(&found).expect("what is found can be packed");
    let (entities, quotes, compared): (EntityIndex, QuoteIndex, Compared) = postcard::from_bytes(&packed).expect("it reads back");
    assert_eq!((&entities, &quotes), (&engine.entities, &engine.quotes));
    assert!(!quotes.quotes.is_empty());
    assert_eq!((compared.closest.clone(), compared.findings.clone()), engine.compare_all());
    assert_eq!(engine.overview().findings, compared.findings);
    let ids: Vec<_> = engine.corpus.documents.iter().map(|document| document.id).collect();
    for (a, b) in ids.iter().flat_map(|a| ids.iter().map(move |b| (*a, *b))) {
        let Response::Comparison(view) = engine.answer(Request::Compare { a, b }) else { panic!("{a:?} and {b:?} are compared") };
        assert_eq!(compared.compare(a, b), Some(view.comparison));
    }
}

fn lines(session: &mut Session, query: &str) -> u32 {
    let choice = concordance::Choice::default();
    let question = concordance::Question::Lines { query: query.to_owned(), choice, from: 0, limit: 5 };
    let answered = answer(session, Request::Concordance(question.pack(concordance::Form::View)));
    let Response::Concordance(bytes) = answered else { panic!("{answered:?}") };
    let Some(concordance::Answer::Lines(found)) = concordance::Answer::unpack(&bytes) else { panic!("lines answer lines") };
    found.n_lines
}

#[test]
fn lines_are_those_of_the_corpus_that_is_open() {
    let mut session = Session::default();
    assert!(lines(&mut session, "terrorisme ") > 5);
    answer(&mut session, append(&[article("a", "Titre\n\nLe port ferme. Le port rouvre.")]));
    answer(&mut session, build());
    assert_eq!((lines(&mut session, "terrorisme "), lines(&mut session, "port ")), (0, 2));
    let title = Correction::Field { article: "a".to_owned(), field: Field::Title, values: vec!["Autre".to_owned()] };
    answer(&mut session, Request::Correct { edits: Edits { corrections: vec![title], ..Edits::default() } });
    assert_eq!(lines(&mut session, "port "), 2);
}

#[test]
fn a_question_that_does_not_read_is_refused() {
    for bytes in
        [vec![], vec![255; 9], concordance::Question::Dispersion { query: "a".to_owned() }.pack(concordance::Form::View)[1..].to_vec()]
    {
        let answered = answer(&mut Session::default(), Request::Concordance(bytes.clone()));
        assert!(matches!(answered, Response::Refused { .. }), "{bytes:?}: {answered:?}");
    }
}

#[test]
fn a_day_is_searched_by_the_date_that_the_reader_corrected() {
    let mut session = Session::default();
    let given = Metadata { published: Some(Fact { value: "2015-02-21".to_owned(), basis: Basis::Given }), ..Metadata::default() };
    answer(&mut session, append(&[Article { given, ..article("a.txt", "Le port\n\nLe port a fermé hier, dit le maire de la ville.") }]));
    answer(&mut session, build());
    let n_found = |session: &mut Session, query: &str| match answer(session, Request::SearchRecord { query: query.to_owned(), limit: 9 }) {
        Response::SearchRecord(record) => record.hits.len(),
        other => panic!("{other:?}"),
    };
    assert_eq!([n_found(&mut session, "when:2015-02-20 "), n_found(&mut session, "when:2015-03-09 ")], [1, 0]);
    let correction = Correction::Field { article: "a.txt".to_owned(), field: Field::Published, values: vec!["2015-03-10".to_owned()] };
    answer(&mut session, Request::Correct { edits: Edits { corrections: vec![correction], ..Edits::default() } });
    assert_eq!([n_found(&mut session, "when:2015-02-20 "), n_found(&mut session, "when:2015-03-09 ")], [0, 1]);
}

fn named(name: &str, words: &str) -> Correction {
    let at = Spot { article: name.to_owned(), span: Span::new(0, words.len()) };
    Correction::Name(Naming::Add { at, words: words.to_owned(), kind: EntityKind::Event, name: words.to_owned(), reach: Reach::Everywhere })
}

#[test]
fn a_corrected_name_is_corrected_in_the_search_in_quotations_and_after_undo_it_is_as_before() {
    let text = |n: u32| {
        format!(
            "Jean Aubertin en a parlé.\n\nLe projet {n} avance. «\u{a0}Nous irons au bout de ce projet\u{a0}», a déclaré Jean Aubertin. Il a vu Luc Ferrand."
        )
    };
    let articles: Vec<Article> = (0..3).map(|n| Article::new(&format!("{n}.txt"), &text(n))).collect();
    let build = |edits: Edits| Engine::build(articles.clone(), edits, &mut |_| {}).unwrap().0;
    let mut engine = build(Edits::default());
    let edits = |corrections: &[Correction]| Edits { corrections: corrections.to_vec(), ..Edits::default() };
    let corrections = [
        Correction::Name(Naming::Rename { entity: "per:jean-aubertin".to_owned(), name: "Jeanne Aubertine".to_owned() }),
        Correction::Name(Naming::Merge { entity: "per:luc-ferrand".to_owned(), into: "per:jean-aubertin".to_owned() }),
        Correction::Unknown("{}".to_owned()),
        Correction::Name(Naming::Remove { entity: "per:luc-ferrand".to_owned() }),
    ];
    let n_found = |engine: &mut Engine, query: &str| {
        let request = SearchRequest { query: query.to_owned(), limit: 9, ..SearchRequest::default() };
        match engine.answer(Request::Search(request)) {
            Response::Search(view) => view.results.hits.iter().map(|hit| hit.spans.len()).sum::<usize>(),
            other => panic!("{other:?}"),
        }
    };
    let before = (engine.entities().clone(), engine.quotes().clone(), n_found(&mut engine, "speaker:aubertin"));
    assert!(before.2 > 0 && n_found(&mut engine, "speaker:aubertine") == 0);
    // Each list, replayed over the same engine, gives what an engine made with it is; the last one dropped is undo.
    for n in [4, 2, 3, 1, 0, 4, 0] {
        let made = engine.correct(edits(&corrections[..n]), &mut |_| {}).unwrap();
        let anew = build(edits(&corrections[..n]));
        assert_eq!((engine.entities(), engine.quotes()), (anew.entities(), anew.quotes()));
        assert_eq!(made.passed_over, [2, 3].into_iter().filter(|at| *at < n as u32).collect::<Vec<_>>());
        if n > 0 {
            assert_eq!(n_found(&mut engine, "speaker:aubertine"), before.2);
            assert!(n_found(&mut engine, "entity:ferrand type:per") > 0);
        }
    }
    assert_eq!(n_found(&mut engine, "speaker:aubertin"), before.2);
    assert_eq!((engine.entities(), engine.quotes()), (&before.0, &before.1));
    // What was merged is still reached.
    engine.correct(edits(&corrections[..2]), &mut |_| {}).unwrap();
    let Response::Portrait(portrait) = engine.answer(Request::Portrait { slug: "per:luc-ferrand".to_owned() }) else { panic!() };
    assert_eq!((&*portrait.entity.name, portrait.entity.corrected), ("Jeanne Aubertine", true));
}

#[test]
fn a_name_that_is_added_stays_when_another_article_is_corrected() {
    let articles = vec![Article::new("a", "Tram va fermer lundi.\n\nUn texte sur la ville."), Article::new("b", "On dit que Tram rouvre.")];
    let mut engine = Engine::build(articles, Edits::default(), &mut |_| {}).unwrap().0;
    let title = Correction::Field { article: "b".to_owned(), field: Field::Title, values: vec!["x".to_owned()] };
    let dated = Correction::Field { article: "b".to_owned(), field: Field::Published, values: vec!["2015-02-01".to_owned()] };
    let gone = Correction::Remove { article: "b".to_owned() };
    for (corrections, n) in
        [(vec![named("a", "Tram va")], 1), (vec![title, named("a", "Tram va"), dated.clone()], 1), (vec![named("a", "Tram va"), gone], 1)]
    {
        engine.correct(Edits { corrections, ..Edits::default() }, &mut |_| {}).unwrap();
        let added = engine.entities().entities.iter().find(|entity| entity.slug == "event:tram-va").unwrap();
        assert_eq!(added.n_total(), n);
    }
    let lost = engine.correct(Edits { corrections: vec![dated, named("z", "Nulle part")], ..Edits::default() }, &mut |_| {}).unwrap();
    assert_eq!(lost.passed_over, [1]);
}

#[test]
fn the_index_of_names_counts_filters_and_bounds() {
    let articles: Vec<Article> =
        (0..40).map(|n| Article::new(&format!("{n}.txt"), &format!("Luc Ferrand a vu Anne Roux{n} à Paris. Rien."))).collect();
    let mut engine = Engine::build(articles, Edits::default(), &mut |_| {}).unwrap().0;
    let mut ask = |request: NamesRequest| match engine.answer(Request::Names(request)) {
        Response::Names(view) => view,
        other => panic!("{other:?}"),
    };
    let all = ask(NamesRequest { limit: 5, ..NamesRequest::default() });
    assert!(all.rows.len() == 5 && all.n > 5);
    let first = &all.rows[0];
    assert_eq!((first.entity.n_documents(), first.places.len()), (40, 40));
    assert!(first.places.iter().all(|(_, place)| *place <= 1000));
    let typed = ask(NamesRequest { typed: "FERRÀND".to_owned(), limit: 5, ..NamesRequest::default() });
    assert_eq!(typed.rows.iter().map(|row| &*row.entity.slug).collect::<Vec<_>>(), ["per:luc-ferrand"]);
    let here = ask(NamesRequest { document: Some(DocumentId(3)), limit: 99, ..NamesRequest::default() });
    assert!(here.rows.iter().all(|row| row.entity.n_in(DocumentId(3)) > 0) && here.rows.len() < all.n as usize);
    let counted: u32 = all.counts.iter().filter(|(filter, _)| matches!(filter, NameFilter::Kind(_))).map(|(_, n)| n).sum();
    assert_eq!(counted, all.n);
}

#[test]
fn a_portrait_tells_how_an_article_names_and_beside_whom() {
    let text =
        "Luc Ferrand et Anne Roux ont signé. M. Ferrand est content.\n\nFerrand a déclaré : « Nous rouvrons le port. » Anne Roux aussi.";
    let mut engine = Engine::build(vec![Article::new("a", text)], Edits::default(), &mut |_| {}).unwrap().0;
    let Response::Portrait(portrait) = engine.answer(Request::Portrait { slug: "per:luc-ferrand".to_owned() }) else { panic!() };
    let manners: Vec<Manner> = portrait.mentions.iter().map(|mention| mention.manner).collect();
    assert_eq!(manners, [Manner::Full, Manner::Titled, Manner::Short]);
    let roux = portrait.company.iter().find(|companion| companion.slug == "per:anne-roux").unwrap();
    assert_eq!((&roux.sentences[..], roux.n_documents), (&[0][..], 1));
    for (nearness, n) in [(Nearness::Sentence, 1), (Nearness::Paragraph, roux.n_paragraphs as usize)] {
        let together = engine.answer(Request::Together { slug: "per:luc-ferrand".to_owned(), other: "per:anne-roux".to_owned(), nearness });
        let Response::Together(passages) = together else { panic!("{together:?}") };
        assert_eq!(passages.len(), n);
        assert!(passages.iter().all(|passage| passage.marks.len() >= 2 && passage.marks.iter().all(|mark| passage.span.contains(*mark))));
    }
    assert_eq!(portrait.n_quotations, 1);
}

/// All that an engine says of its corpus, as text.
fn all_answers(engine: &mut Engine) -> String {
    let documents: Vec<DocumentId> = engine.corpus().documents.iter().map(|document| document.id).collect();
    let mut requests = vec![
        Request::Overview,
        Request::Entities,
        Request::Health,
        Request::Timeline,
        Request::Told,
        Request::Quotes,
        Request::CommonText,
        Request::Help,
        Request::Counts(protocol::CountsRequest::default()),
        Request::Statements(protocol::StatementsRequest::default()),
        Request::Disagreements(protocol::DisagreementsRequest::default()),
        Request::Search(protocol::SearchRequest { query: "ministre".to_owned(), limit: 10, ..protocol::SearchRequest::default() }),
    ];
    requests.extend(documents.iter().map(|document| Request::Read { document: *document }));
    requests.extend(protocol::ExportForm::ALL.into_iter().filter(|form| form.label() != "exchange").map(Request::Export));
    let answer = |request: Request| match engine.answer(request) {
        Response::File(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Response::Refused { why } => panic!("{why}"),
        other => format!("{other:?}"),
    };
    requests.into_iter().map(answer).collect::<Vec<_>>().join("\n")
}

#[test]
fn no_answer_names_a_source_while_they_are_hidden() {
    let mut engine = Engine::shipped().unwrap();
    let outlets: Vec<String> = engine.overview().articles.iter().filter_map(|card| card.outlet().map(str::to_owned)).collect();
    let names: Vec<String> = engine.corpus().documents.iter().map(|document| document.name.clone()).collect();
    assert!(outlets.len() >= 4 && names.len() == 5);
    let plain = all_answers(&mut engine);
    assert!(outlets.iter().chain(&names).all(|name| plain.contains(name)), "the check sees nothing");
    let made = engine.correct(Edits { mask: Mask::Outlets, ..Edits::default() }, &mut |_| {}).unwrap();
    assert_eq!(made.names, names);
    let masked = all_answers(&mut engine);
    let told: Vec<&String> = names.iter().filter(|name| masked.contains(*name)).collect();
    assert!(told.is_empty(), "{told:?}");
    assert!(engine.overview().articles.iter().all(|card| card.outlet() == Some(&*card.name) && card.metadata.authors.is_empty()));
    engine.correct(Edits { mask: Mask::Names, ..Edits::default() }, &mut |_| {}).unwrap();
    let masked = all_answers(&mut engine);
    let told: Vec<&String> = names.iter().chain(&outlets).filter(|name| masked.contains(*name)).collect();
    assert!(told.is_empty(), "{told:?}");
    engine.correct(Edits::default(), &mut |_| {}).unwrap();
    assert_eq!(all_answers(&mut engine), plain, "what was hidden comes back");
}
