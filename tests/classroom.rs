//! Questions for a class hold what they promise: on the shipped pages, on the marked articles, on newspapers that never were.

#[allow(dead_code, reason = "each user takes what it needs")]
#[path = "../benches/generator.rs"]
mod generator;
#[allow(dead_code, reason = "each user takes what it needs")]
#[path = "statements/marks.rs"]
mod marks;

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use recoupe::corpus::{Article, Corpus, Document};
use recoupe::engine::Engine;
use recoupe::id::DocumentId;
use recoupe::locale::{Locale, speaking};
use recoupe::protocol::{
    Activity, ActivityKind, Ask, Choice, ClassRequest, ClassView, FiveWView, LessonRequest, LessonView, Passage, Question, Request,
    Response, Wording,
};
use recoupe::quotes::QuoteKind;
use recoupe::span::Span;

const EVENTS: [&str; 5] = ["crue", "greve", "match", "proces", "rachat"];

fn engine(texts: &[&str]) -> Engine {
    let articles = texts.iter().enumerate().map(|(place, text)| Article::new(&format!("{place}.txt"), text)).collect();
    Engine::new(Corpus::read(None, articles).unwrap())
}

fn asked(engine: &mut Engine, request: ClassRequest) -> ClassView {
    let Response::Class(bytes) = engine.answer(Request::Class(request.pack())) else { panic!("a class is answered") };
    ClassView::unpack(&bytes).unwrap()
}

fn request(seed: u32, n_questions: u32) -> LessonRequest {
    LessonRequest { kinds: ActivityKind::ALL.to_vec(), seed, n_questions, articles: Vec::new(), words: 0 }
}

fn lesson(engine: &mut Engine, request: LessonRequest) -> LessonView {
    let ClassView::Lesson(view) = asked(engine, ClassRequest::Lesson(request)) else { panic!("a lesson is a lesson") };
    view
}

fn five_w(engine: &mut Engine, document: DocumentId) -> FiveWView {
    let ClassView::FiveW(view) = asked(engine, ClassRequest::FiveW { document }) else { panic!("a table is a table") };
    view
}

fn marked(event: &str) -> Vec<marks::MarkedArticle> {
    let path = format!("{}/tests/statements/{event}.txt", env!("CARGO_MANIFEST_DIR"));
    marks::read(event, &std::fs::read_to_string(path).unwrap())
}

fn event(name: &str) -> Engine {
    let articles =
        marked(name).iter().map(|one| Article { given: published(&one.published), ..Article::new(&one.name, &one.text) }).collect();
    Engine::new(Corpus::read(None, articles).unwrap())
}

fn published(day: &str) -> recoupe::corpus::Metadata {
    let published = Some(recoupe::corpus::Fact { value: day.to_owned(), basis: recoupe::corpus::Basis::Given });
    recoupe::corpus::Metadata { published, ..Default::default() }
}

/// Letters and digits in small letters, a blank for all else: by hand, not by the code under test.
fn plain(text: &str) -> String {
    let letters: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    letters.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn whole(document: &Document) -> String {
    plain(&document.sentences.iter().map(|sentence| sentence.span.slice(document.text())).collect::<Vec<_>>().join(" "))
}

/// Holds everything that a lesson promises.
fn check(engine: &Engine, view: &LessonView, n: usize) {
    for Activity { kind, questions, why_none } in &view.activities {
        assert_eq!(questions.is_empty(), why_none.is_some(), "{kind:?}: {why_none:?}");
        assert!(questions.len() <= n, "{kind:?}");
        let shown: BTreeSet<String> = questions
            .iter()
            .map(|question| {
                format!("{:?}{:?}", question.shown, if *kind == ActivityKind::Order { question.choices.as_slice() } else { &[] })
            })
            .collect();
        assert_eq!(shown.len(), questions.len(), "{kind:?}: a question comes twice");
        for question in questions {
            check_shape(engine, view, *kind, question);
            match kind {
                ActivityKind::Teller => check_teller(engine, view, question),
                ActivityKind::Speaker => check_speaker(engine, question),
                ActivityKind::Figure => check_figure(engine, view, question),
                ActivityKind::Reach => check_reach(engine, view, question),
                ActivityKind::Quotations | ActivityKind::Sources | ActivityKind::Dates => check_marks(engine, *kind, question),
                ActivityKind::Headlines => check_headline(engine, question),
                ActivityKind::Order => check_order(engine, question),
            }
        }
    }
}

fn check_shape(engine: &Engine, view: &LessonView, kind: ActivityKind, question: &Question) {
    let Question { shown, choices, answers, ties, marks, evidence, .. } = question;
    assert!(!evidence.is_empty(), "every answer opens its passage");
    for Passage { document, span, text, marks } in evidence.iter().chain([shown]) {
        let document = engine.corpus().document(*document).unwrap();
        assert_eq!(span.slice(document.text()), text);
        assert!(view.articles.contains(&document.id));
        assert!(marks.iter().all(|mark| span.contains(*mark)), "{kind:?}: {marks:?} in {span:?}");
    }
    let distinct: BTreeSet<String> = choices.iter().map(|choice| format!("{choice:?}")).collect();
    assert_eq!(distinct.len(), choices.len(), "{choices:?}");
    assert!(answers.iter().all(|place| (*place as usize) < choices.len()), "{answers:?} of {choices:?}");
    if kind.is_marking() {
        assert!(choices.is_empty() && answers.is_empty() && !marks.is_empty());
        assert!(marks.windows(2).all(|pair| pair[0].end <= pair[1].start), "{marks:?}");
        assert!(marks.iter().all(|mark| shown.span.contains(*mark) && !mark.is_empty()));
        return;
    }
    assert!((2..=6).contains(&choices.len()), "{choices:?}");
    assert!(marks.is_empty());
    if kind == ActivityKind::Order {
        let mut places = answers.clone();
        places.sort_unstable();
        assert_eq!(places, (0..u32::try_from(choices.len()).unwrap()).collect::<Vec<_>>());
        assert_eq!(ties.len(), answers.len());
    } else {
        assert!(!answers.is_empty() && answers.len() < choices.len() && answers.is_sorted_by(|x, y| x < y), "{answers:?}");
    }
}

/// The articles that are right.
fn right(question: &Question) -> BTreeSet<DocumentId> {
    let article = |place: &u32| match question.choices[*place as usize] {
        Choice::Article(id) => id,
        _ => panic!("articles are chosen from"),
    };
    question.answers.iter().map(article).collect()
}

fn check_teller(engine: &Engine, view: &LessonView, question: &Question) {
    let right = right(question);
    assert_eq!(question.evidence.iter().map(|passage| passage.document).collect::<BTreeSet<_>>(), right);
    let words = plain(&question.shown.text);
    for id in view.articles.iter().filter(|id| !right.contains(id)) {
        let document = engine.corpus().document(*id).unwrap();
        assert!(!whole(document).contains(&words), "{} says it too: {words}", document.name);
    }
    for document in &engine.corpus().documents {
        if let Some(outlet) = &document.metadata.outlet {
            assert!(!question.shown.text.contains(&outlet.value), "an outlet is named: {}", question.shown.text);
        }
    }
}

fn check_speaker(engine: &Engine, question: &Question) {
    let quotes = engine.quotes().quotes_in(question.shown.document);
    let quote = quotes.iter().find(|quote| quote.inner == question.shown.span).expect("what is shown is what is quoted");
    let speaker = quote.speaker.expect("somebody speaks");
    let document = engine.corpus().document(question.shown.document).unwrap();
    let name = match speaker.entity {
        Some(id) => engine.entities().entity(id).unwrap().name.clone(),
        None => speaker.mention.slice(document.text()).split_whitespace().collect::<Vec<_>>().join(" "),
    };
    assert_eq!(question.answers.len(), 1);
    assert_eq!(question.choices[question.answers[0] as usize], Choice::Words(name.clone()));
    let last = plain(&name).split(' ').next_back().unwrap().to_owned();
    assert!(!plain(&question.shown.text).split(' ').any(|word| word == last), "{name} is named in {}", question.shown.text);
}

fn check_figure(engine: &Engine, view: &LessonView, question: &Question) {
    let right = right(question);
    assert_eq!(question.evidence.iter().map(|passage| passage.document).collect::<BTreeSet<_>>(), right);
    let figures = engine.figures();
    let own =
        figures.figures_in(question.shown.document).iter().find(|figure| question.shown.span.contains(figure.span)).expect("a figure");
    let key =
        |figure: &recoupe::figures::Figure| (figure.value, figure.unit.clone(), figure.counted.as_ref().map(|counted| counted.key.clone()));
    for id in &view.articles {
        let gives = figures.figures_in(*id).iter().any(|figure| key(figure) == key(own));
        assert_eq!(gives, right.contains(id), "{:?} {}", id, question.shown.text);
        let document = engine.corpus().document(*id).unwrap();
        assert!(right.contains(id) || !format!(" {} ", whole(document)).contains(&format!(" {} ", plain(&question.shown.text))));
    }
}

fn check_reach(engine: &Engine, view: &LessonView, question: &Question) {
    if question.wording == Wording::Exact {
        let words = format!(" {} ", plain(&question.shown.text));
        let has = |id: &&DocumentId| format!(" {} ", whole(engine.corpus().document(**id).unwrap())).contains(&words);
        let having: BTreeSet<DocumentId> = view.articles.iter().filter(has).copied().collect();
        assert_eq!(having, question.evidence.iter().map(|passage| passage.document).collect(), "{words}");
    }
    let n = question.evidence.iter().map(|passage| passage.document).collect::<BTreeSet<_>>().len();
    let expected = match n {
        1 => Choice::One,
        n if n == view.articles.len() => Choice::All,
        _ => Choice::Several,
    };
    assert_eq!(question.answers.iter().map(|place| &question.choices[*place as usize]).collect::<Vec<_>>(), [&expected]);
}

fn check_marks(engine: &Engine, kind: ActivityKind, question: &Question) {
    let id = question.shown.document;
    let quotes = engine.quotes().quotes_in(id);
    let found: BTreeSet<Span> = match kind {
        ActivityKind::Dates => engine.times().times_in(id).iter().map(|time| time.span).collect(),
        ActivityKind::Quotations => quotes.iter().filter(|quote| quote.kind != QuoteKind::Indirect).map(|quote| quote.span).collect(),
        _ => {
            let speakers = quotes.iter().filter_map(|quote| quote.speaker).map(|speaker| speaker.mention);
            speakers.chain(quotes.iter().filter_map(|quote| quote.medium).map(|medium| medium.mention)).collect()
        }
    };
    assert!(question.marks.iter().all(|mark| found.contains(mark)), "{kind:?}");
    assert_eq!(question.evidence[0].marks, question.marks);
}

fn check_headline(engine: &Engine, question: &Question) {
    let title = engine.corpus().document(question.shown.document).unwrap().metadata.title.as_ref().unwrap();
    let Choice::Words(words) = &question.choices[question.answers[0] as usize] else { panic!("headlines are words") };
    assert_eq!(plain(words), plain(&title.value));
}

fn check_order(engine: &Engine, question: &Question) {
    let day = |place: &u32| {
        let Choice::Article(id) = question.choices[*place as usize] else { panic!("articles are put in order") };
        engine.corpus().document(id).unwrap().metadata.published.as_ref().unwrap().value.get(..10).map(str::to_owned)
    };
    let days: Vec<_> = question.answers.iter().map(day).collect();
    assert!(days.is_sorted(), "{days:?}");
    for at in 1..days.len() {
        assert_eq!(question.ties[at], days[at] == days[at - 1], "{days:?}");
    }
}

#[test]
fn the_shipped_pages_give_questions_of_every_kind() {
    let mut engine = Engine::shipped().unwrap();
    for seed in 0..12 {
        let view = lesson(&mut engine, request(seed, 5));
        check(&engine, &view, 5);
        assert!(view.activities.iter().all(|activity| !activity.questions.is_empty()), "seed {seed}");
    }
}

#[test]
fn the_same_seed_asks_the_same_and_another_seed_something_else() {
    let mut engine = Engine::shipped().unwrap();
    let first = lesson(&mut engine, request(3, 3));
    // Asked for something else meanwhile: nothing that is kept may change an answer.
    lesson(&mut engine, LessonRequest { articles: vec![DocumentId(1), DocumentId(2)], ..request(9, 2) });
    assert_eq!(first, lesson(&mut engine, request(3, 3)));
    assert_eq!(first, lesson(&mut Engine::shipped().unwrap(), request(3, 3)));
    let other = lesson(&mut engine, request(4, 3));
    let changed = first.activities.iter().zip(&other.activities).filter(|(x, y)| x.questions != y.questions).count();
    assert!(changed >= 7, "{changed} of nine activities ask something else");
}

#[test]
fn the_right_answer_stands_in_every_place() {
    let mut engine = Engine::shipped().unwrap();
    for kind in [ActivityKind::Speaker, ActivityKind::Headlines] {
        let mut counts = [0_u32; 6];
        for seed in 0..40 {
            for activity in lesson(&mut engine, LessonRequest { kinds: vec![kind], ..request(seed, 3) }).activities {
                activity.questions.iter().for_each(|question| counts[question.answers[0] as usize] += 1);
            }
        }
        let (most, least) = (counts[..3].iter().max().unwrap(), counts[..3].iter().min().unwrap());
        assert!(*most < 2 * *least, "{kind:?}: {counts:?}");
    }
}

/// Of the sentences that only some are surely said to tell, by the marks of a person: no other article has a passage of their label.
#[test]
fn what_one_article_is_said_to_tell_no_other_tells() {
    let (mut right, mut asked) = (0, 0);
    for name in EVENTS {
        let (mut engine, articles) = (event(name), marked(name));
        let mut known: BTreeSet<Span> = BTreeSet::new();
        for seed in 0..10 {
            let view = lesson(&mut engine, LessonRequest { kinds: vec![ActivityKind::Teller], ..request(seed, 6) });
            check(&engine, &view, 6);
            for question in view
                .activities
                .into_iter()
                .flat_map(|activity| activity.questions)
                // Exact words are asked for as such: who has them is checked above.
                .filter(|question| !question.is_doubtful && question.wording == Wording::Free && known.insert(question.shown.span))
            {
                let told = self::right(&question);
                let labels = labels(&articles[question.shown.document.index()], question.shown.span);
                let tells = |article: &marks::MarkedArticle| article.marks.iter().any(|(label, ..)| labels.contains(label));
                let really = (0..).map(DocumentId).zip(&articles).filter(|(_, article)| tells(article)).map(|(id, _)| id);
                asked += 1;
                let is_right = really.filter(|id| !told.contains(id)).all(|id| id == question.shown.document);
                right += u32::from(is_right);
                if !is_right {
                    println!("told elsewhere too: {} {labels:?}", question.shown.text);
                }
            }
        }
    }
    assert!(asked >= 6, "{asked} questions");
    assert!(right == asked, "{right} of {asked}");
}

fn labels(article: &marks::MarkedArticle, span: Span) -> BTreeSet<String> {
    let inside = article.marks.iter().filter(|(_, start, end)| *start < span.end as usize && span.start < u32::try_from(*end).unwrap());
    inside.map(|(label, ..)| label.clone()).filter(|label| !label.starts_with('x')).collect()
}

#[test]
fn the_marked_events_hold_it_too() {
    for name in EVENTS {
        let mut engine = event(name);
        for seed in 0..4 {
            let view = lesson(&mut engine, request(seed, 4));
            check(&engine, &view, 4);
        }
    }
}

/// Questions of one activity for every answer that is right in them.
fn tally(view: &LessonView, kind: ActivityKind) -> BTreeMap<String, usize> {
    let mut tally = BTreeMap::new();
    for question in view.activities.iter().filter(|activity| activity.kind == kind).flat_map(|activity| &activity.questions) {
        let right: Vec<&Choice> = question.answers.iter().map(|place| &question.choices[*place as usize]).collect();
        *tally.entry(format!("{right:?}")).or_default() += 1;
    }
    tally
}

#[test]
fn the_answers_of_a_lesson_differ() {
    let mut engine = Engine::shipped().unwrap();
    for seed in 0..12 {
        let view = lesson(&mut engine, request(seed, 5));
        for kind in [ActivityKind::Teller, ActivityKind::Speaker, ActivityKind::Figure, ActivityKind::Reach] {
            let tally = tally(&view, kind);
            assert!(tally.values().all(|n| *n <= 3), "seed {seed}, {kind:?}: {tally:?}");
        }
        assert!(tally(&view, ActivityKind::Teller).len() >= 4, "seed {seed}");
        assert!(tally(&view, ActivityKind::Reach).len() >= 2, "seed {seed}");
    }
}

/// Three texts of a hundred words each, of one fire.
const SHORT: [&str; 3] = [
    "Incendie dans un entrepôt de Vaucourt : un pompier blessé\n\nPublié le 12 mars 2024 à 8h30\n\nUn violent incendie a détruit, dans la nuit de lundi à mardi, un entrepôt de meubles de la zone industrielle de Vaucourt. Quatre-vingts pompiers ont été mobilisés. L’un d’eux a été légèrement brûlé à la main et conduit à l’hôpital de Bréville.\n\n« Le feu a pris vers 23 heures près du quai de chargement », indique le commandant Luc Perrin, qui dirige les opérations. Il a fallu six heures pour en venir à bout. Le bâtiment de 4 000 mètres carrés s’est effondré.\n\nLa gérante, Sonia Marchal, emploie 42 salariés. « Nous allons tout reconstruire ici », a-t-elle promis. Une enquête a été ouverte par le parquet de Bréville.",
    "Vaucourt : l’entrepôt Marchal en cendres, 42 emplois menacés\n\n12 mars 2024\n\nIl ne reste que des poutres tordues de l’entrepôt Marchal. Parti lundi soir d’un quai, le feu a ravagé 4 000 mètres carrés de meubles. Environ quatre-vingts sapeurs-pompiers ont lutté jusqu’à l’aube, et l’un d’eux souffre de brûlures légères.\n\nPour les 42 salariés, c’est l’inquiétude. « On ne sait pas si on sera payés à la fin du mois », confie Karim, cariste depuis onze ans. La CGT demande une réunion d’urgence avec la direction.\n\nLe maire, Jean Ollier, annonce une aide de 20 000 euros et ouvre un gymnase pour les réunions du personnel. La piste accidentelle est privilégiée, selon le procureur.",
    "Un entrepôt part en fumée près de Bréville, l’école fermée\n\n13 mars 2024\n\nLes fumées de l’incendie de Vaucourt inquiètent les riverains. Mercredi, l’école Jules-Ferry, à 300 mètres du site, est restée fermée par précaution. Ses 180 élèves reprendront jeudi.\n\n« Les mesures de l’air ne montrent aucun danger », assure la préfète, Anne Delcourt. L’association Vaucourt Respire réclame pourtant une étude indépendante et la publication de toutes les analyses.\n\nL’incendie avait détruit lundi soir un dépôt de meubles de 4 000 mètres carrés et blessé légèrement un pompier. Une enquête est en cours pour en connaître l’origine.",
];

#[test]
fn three_short_articles_give_every_activity_and_ask_nothing_that_can_be_argued_about() {
    let mut engine = engine(&SHORT);
    for seed in 0..10 {
        let view = lesson(&mut engine, request(seed, 5));
        check(&engine, &view, 5);
        for activity in &view.activities {
            assert!(!activity.questions.is_empty(), "{:?}: {:?}", activity.kind, activity.why_none);
        }
        assert_eq!(tally(&view, ActivityKind::Speaker).len(), 3, "three people speak");
        let asked = |kind| {
            let of_kind = view.activities.iter().filter(move |activity| activity.kind == kind);
            of_kind.flat_map(|activity| &activity.questions).map(|question| question.shown.text.as_str())
        };
        // The same jobs and the same firemen have two names: which article gives the figure is a matter of opinion.
        assert!(asked(ActivityKind::Figure).all(|figure| !figure.contains("emplois") && !figure.to_lowercase().contains("pompiers")));
        // A number in common is no telling in common.
        assert!(asked(ActivityKind::Reach).chain(asked(ActivityKind::Teller)).all(|said| !said.contains("inquiétude")));
    }
}

/// Two sentences that tell one thing and have no telling word in common.
#[test]
fn a_paraphrase_without_common_words_is_never_surely_told_by_one() {
    let mut engine = engine(&[
        "Grève des éboueurs à Lormes\n\nLes sacs s’entassent sur les trottoirs de Lormes depuis le début de la semaine. Le maire a réuni son conseil dans la matinée.",
        "Lormes croule sous les déchets\n\nÀ Lormes, des poubelles qui débordent partout dans le centre depuis lundi. Les commerçants se plaignent auprès de la préfecture.",
    ]);
    for seed in 0..10 {
        let view = lesson(&mut engine, request(seed, 5));
        for question in view.activities.iter().flat_map(|activity| &activity.questions) {
            let is_told_twice = question.shown.text.contains("s’entassent") || question.shown.text.contains("débordent");
            let is_free = question.wording == Wording::Free && question.choices.iter().any(|choice| !matches!(choice, Choice::Words(_)));
            assert!(!is_told_twice || !is_free || question.is_doubtful || question.choices.is_empty(), "{}", question.shown.text);
        }
    }
}

#[test]
fn one_article_and_two_that_are_one_say_why_there_is_nothing_to_compare() {
    let text = "Le pont de Saint-Aubry ferme\n\nLe pont de Saint-Aubry a fermé lundi 3 mai 2021 après la crue de la Luize. « Nous rouvrirons avant l’été », a promis la maire, Hélène Faure.";
    for texts in [&[text][..], &[text, text]] {
        let mut engine = engine(texts);
        for locale in Locale::ALL {
            let view = speaking(locale, || lesson(&mut engine, request(1, 3)));
            assert_eq!(view.articles, [DocumentId(0)]);
            check(&engine, &view, 3);
            for activity in &view.activities {
                let sets_beside = !activity.kind.is_marking() && activity.kind != ActivityKind::Speaker;
                let said = activity.why_none.as_deref().unwrap_or_default();
                assert!(
                    !sets_beside || said.contains(if locale == Locale::French { "au moins deux articles" } else { "At least two" }),
                    "{said}"
                );
            }
        }
    }
}

#[test]
fn forty_articles_give_a_lesson_of_a_dozen() {
    let mut engine = Engine::new(Corpus::read(None, generator::articles(3, 40)).unwrap());
    let view = lesson(&mut engine, request(1, 4));
    assert!((2..=12).contains(&view.articles.len()), "{:?}", view.articles);
    check(&engine, &view, 4);
}

#[test]
fn a_corpus_without_quotations_or_dates_says_so() {
    let mut engine = engine(&[
        "Une grue tombe\n\nUne grue est tombée sur un hangar du port sans faire de victime parmi les ouvriers présents.",
        "Le marché déménage\n\nLe marché aux fleurs quitte la place pour le boulevard, où les étals seront plus larges et mieux éclairés.",
    ]);
    let view = lesson(&mut engine, request(0, 3));
    check(&engine, &view, 3);
    for activity in view.activities {
        let is_none = matches!(
            activity.kind,
            ActivityKind::Speaker | ActivityKind::Quotations | ActivityKind::Sources | ActivityKind::Dates | ActivityKind::Order
        );
        assert_eq!(activity.why_none.is_some(), is_none || activity.questions.is_empty(), "{:?}", activity.kind);
        assert!(!is_none || activity.questions.is_empty());
    }
}

#[test]
fn nothing_is_asked_that_stands_below_the_cut() {
    let mut engine = Engine::shipped().unwrap();
    for words in [60, 120, 250] {
        let view = lesson(&mut engine, LessonRequest { words, ..request(2, 5) });
        check(&engine, &view, 5);
        for question in view.activities.iter().filter(|one| one.kind != ActivityKind::Order).flat_map(|one| &one.questions) {
            for passage in question.evidence.iter().chain([&question.shown]) {
                let document = engine.corpus().document(passage.document).unwrap();
                assert!(passage.span.end <= document.end_after(words as usize), "{words}: {}", passage.text);
            }
        }
    }
}

#[test]
fn a_table_has_all_its_questions_and_proposals_in_their_passages() {
    let mut engines: Vec<Engine> = EVENTS.iter().map(|name| event(name)).collect();
    engines.push(Engine::shipped().unwrap());
    for engine in &mut engines {
        for id in engine.corpus().documents.iter().map(|document| document.id).collect::<Vec<_>>() {
            let view = five_w(engine, id);
            assert_eq!(view.rows.iter().map(|row| row.ask).collect::<Vec<_>>(), Ask::ALL);
            let document = engine.corpus().document(id).unwrap();
            for row in &view.rows {
                assert!(row.cells.len() <= 4, "{:?}", row.ask);
                for cell in &row.cells {
                    assert_eq!(cell.passage.span.slice(document.text()), cell.passage.text);
                    assert!(cell.passage.marks.iter().all(|mark| cell.passage.span.contains(*mark)));
                    assert!(!cell.said.trim().is_empty());
                    assert!(cell.is_guess || !matches!(row.ask, Ask::Why | Ask::How));
                }
            }
            assert!(!view.rows[1].cells.is_empty(), "what it is about stands at the top of every article");
        }
    }
}

#[test]
fn a_table_of_an_article_that_is_not_there_is_refused() {
    let mut engine = engine(&["Un titre\n\nUne phrase qui dit quelque chose de la ville et de son port."]);
    let request = ClassRequest::FiveW { document: DocumentId(7) }.pack();
    assert!(matches!(engine.answer(Request::Class(request)), Response::Refused { .. }));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_newspaper_that_never_was_is_asked_about_rightly(seed in 0..1_000_u64, n in 1..9_u64, draw in any::<u32>(), words in prop_oneof![Just(0_u32), 40..400_u32]) {
        let mut engine = Engine::new(Corpus::read(None, generator::articles(seed, n)).unwrap());
        let view = lesson(&mut engine, LessonRequest { words, ..request(draw, 4) });
        check(&engine, &view, 4);
    }

    #[test]
    fn any_articles_may_be_chosen(chosen in proptest::collection::vec(0..12_u32, 0..8), seed in any::<u32>(), n in 0..40_u32) {
        let mut engine = Engine::shipped().unwrap();
        let articles: Vec<DocumentId> = chosen.into_iter().map(DocumentId).collect();
        let view = lesson(&mut engine, LessonRequest { articles: articles.clone(), ..request(seed, n) });
        let known = articles.iter().any(|id| id.index() < 5);
        prop_assert!(!known || view.articles.iter().all(|id| articles.contains(id)));
        check(&engine, &view, if n == 0 { 5 } else { 20.min(n as usize) });
    }
}
