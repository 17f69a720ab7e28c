//! Records from hand-made parts: no layer of the engine is needed to hold the format.

use expect_test::{Expect, expect};
use serde::Serialize;

use super::*;
use crate::compare::Closeness;
use crate::corpus::{Article, ZoneKind};
use crate::entities::EntityKind;
use crate::facts::Facts;
use crate::figures::FigureIndex;
use crate::id::DocumentId;
use crate::search::{MatchedTerm, Notice, NoticeKind};
use crate::span::Span;
use crate::times::TimeIndex;

fn corpus(texts: &[&str]) -> Corpus {
    let article = |(n, text): (usize, &&str)| Article::new(&format!("{n}.txt"), text);
    Corpus::read(None, texts.iter().enumerate().map(article).collect()).expect("the texts are articles")
}

/// The first place of `part` in `text`.
fn span(text: &str, part: &str) -> Span {
    let at = text.find(part).expect("the part is in the text");
    Span::new(at, at + part.len())
}

fn check(record: &impl Serialize, expected: Expect) {
    expected.assert_eq(&jsonl::line(record));
}

fn entity_of(slug: &str, kind: EntityKind, name: &str, n_mentions: &[(u32, u32)]) -> Entity {
    let n_mentions = n_mentions.iter().map(|(document, n)| (DocumentId(*document), *n)).collect();
    Entity {
        id: EntityId(0),
        slug: slug.to_owned(),
        kind,
        name: name.to_owned(),
        aliases: vec![],
        wikidata: None,
        n_mentions,
        corrected: false,
    }
}

#[test]
fn offsets_of_a_hit_count_the_byte_order_mark_and_accents() {
    let text = "\u{feff}Été à Tulle\r\nLa crue déborde.";
    let corpus = corpus(&[text]);
    let hit = Hit {
        document: DocumentId(0),
        score: 1.234_56,
        spans: vec![span(text, "crue"), span(text, "déborde")],
        together: false,
        sentences: vec![],
    };
    let results = SearchResults {
        hits: vec![hit],
        notices: vec![Notice::of(NoticeKind::UnclosedPhrase)],
        conditions: Vec::new(),
        terms: vec![MatchedTerm { query: "crue".to_owned(), forms: vec!["crue".to_owned()] }],
        ..SearchResults::default()
    };
    check(
        &search(&corpus, &results),
        expect![[
            r#"{"hits":[{"doc":"0.txt","score":1.2346,"spans":[[17,21],[22,29]]}],"notices":["guillemet encore ouvert : l’expression va jusqu’à la fin"],"terms":[{"query":"crue","forms":["crue"]}]}"#
        ]],
    );
}

#[test]
fn an_inferred_value_is_told_twice_and_a_stated_one_once() {
    let basis = Basis::Inferred { earliest: Some("2031-02-03".to_owned()), latest: None, why: "« hier » suit la crue".into() };
    let facts = Metadata {
        title: Some(Fact::given("La crue".to_owned())),
        published: Some(Fact { value: "2031-02-04".to_owned(), basis }),
        ..Metadata::default()
    };
    check(
        &metadata("a.txt", &facts, "fr"),
        expect![[
            r#"{"doc":"a.txt","title":"La crue","outlet":null,"authors":[],"published":"2031-02-04","updated":null,"agencies":[],"language":"fr","inferred":{"published":{"value":"2031-02-04","earliest":"2031-02-03","latest":null,"why":"« hier » suit la crue"}}}"#
        ]],
    );
}

#[test]
fn counts_keep_the_order_of_documents_and_leave_out_zeros() {
    let entity = entity_of("loc:tulle", EntityKind::Place, "Tulle", &[(0, 2), (2, 1)]);
    check(
        &super::entity(&entity, &["z.txt", "m.txt", "a.txt"]),
        expect![[r#"{"id":"loc:tulle","type":"LOC","name":"Tulle","aliases":[],"wikidata":null,"n_mentions":{"z.txt":2,"a.txt":1}}"#]],
    );
}

#[test]
fn a_mention_tells_surface_and_slug() {
    let text = "Été à Tulle";
    let corpus = corpus(&[text]);
    let mention = Mention {
        document: DocumentId(0),
        span: span(text, "Tulle"),
        entity: EntityId(0),
        kind: EntityKind::Place,
        form: MentionForm::Name,
        confidence: 0.9,
    };
    check(
        &mentions(&corpus.documents[0], &[mention], &[entity_of("loc:tulle", EntityKind::Place, "Tulle", &[(0, 1)])]),
        expect![[r#"[{"doc":"0.txt","start":6,"end":11,"surface":"Tulle","type":"LOC","id":"loc:tulle","kind":"name","confidence":0.9}]"#]],
    );
}

#[test]
fn zones_speak_the_labels_of_the_format() {
    let mut corpus = corpus(&["À Tulle\nLa crue"]);
    corpus.documents[0].zones =
        vec![Zone { span: Span::new(0, 8), kind: ZoneKind::Heading }, Zone { span: Span::new(9, 16), kind: ZoneKind::Related }];
    check(
        &zones(&corpus.documents[0]),
        expect![[r#"[{"doc":"0.txt","start":0,"end":7,"zone":"body"},{"doc":"0.txt","start":8,"end":15,"zone":"related"}]"#]],
    );
}

#[test]
fn marks_make_a_quotation_and_other_words_a_paraphrase() {
    let (left, right) = ("La crue déborde.", "Été : la crue déborde.");
    let corpus = corpus(&[left, right]);
    let passage = |closeness, quoted| CommonPassage {
        a: span(left, "crue déborde"),
        b: span(right, "crue déborde"),
        closeness,
        score: 0.5,
        runs: vec![],
        quoted,
    };
    let found = Comparison {
        a: DocumentId(0),
        b: DocumentId(1),
        passages: vec![passage(Closeness::Verbatim, true), passage(Closeness::NearVerbatim, false), passage(Closeness::Reworded, false)],
        share_a: 2.0 / 3.0,
        share_b: 0.5,
        both: vec![EntityId(0)],
        only_a: vec![],
        only_b: vec![EntityId(9)],
    };
    let entities = [entity_of("loc:tulle", EntityKind::Place, "Tulle", &[(0, 1), (1, 1)])];
    check(
        &comparison(&found, &corpus.documents[0], &corpus.documents[1], &entities),
        expect![[
            r#"{"a":"0.txt","b":"1.txt","alignments":[{"kind":"same-quote","a":{"doc":"0.txt","start":3,"end":15},"b":{"doc":"1.txt","start":9,"end":21},"score":0.5},{"kind":"agency-reuse","a":{"doc":"0.txt","start":3,"end":15},"b":{"doc":"1.txt","start":9,"end":21},"score":0.5},{"kind":"paraphrase","a":{"doc":"0.txt","start":3,"end":15},"b":{"doc":"1.txt","start":9,"end":21},"score":0.5}],"share_a":0.6667,"share_b":0.5,"both":["loc:tulle"],"only_a":[],"only_b":[]}"#
        ]],
    );
}

#[test]
fn layers_that_are_not_found_yet_have_no_file() {
    let corpus = corpus(&["La crue déborde."]);
    let (entities, times) = (EntityIndex::build(&corpus), TimeIndex::build(&corpus));
    let (quotes, figures) = (QuoteIndex::build(&corpus, &entities), FigureIndex::build(&corpus, &times));
    let comparer = Comparer::new(&corpus);
    let facts = Facts::build(&corpus, &entities, &quotes, &times, &figures);
    let layers = Layers { entities: &entities, times: &times, figures: &figures, quotes: &quotes, facts: &facts, comparer: &comparer };
    let written = files(&corpus, layers);
    let names: Vec<_> = written.into_iter().map(|file| file.name).collect();
    let layers = [
        "metadata",
        "zones",
        "entities",
        "entities_index",
        "dates",
        "quantities",
        "quotes",
        "indirect",
        "alignments",
        "contradictions",
        "omissions",
    ];
    assert_eq!(names, layers.map(|layer| format!("{layer}.jsonl")));
}

#[test]
fn a_date_tells_from_where_it_is_counted_and_a_figure_what_it_counts() {
    let facts = Metadata { published: Some(Fact::given("2031-02-07".to_owned())), ..Metadata::default() };
    let article = Article {
        given: facts,
        ..Article::new("a.txt", "La crue\n\nHier, plus de 1,5 million de sacs ont été livrés à la mairie de la ville.")
    };
    let corpus = Corpus::read(None, vec![article]).expect("it is a corpus");
    let times = TimeIndex::build(&corpus);
    let figures = FigureIndex::build(&corpus, &times);
    check(
        &dates(&corpus.documents[0], &times.times)[0],
        expect![[
            r#"{"doc":"a.txt","start":9,"end":13,"surface":"Hier","type":"DATE","value":"2031-02-06","anchor":"2031-02-07","earliest":"2031-02-06","latest":"2031-02-06","why":"Compté depuis la parution, le 7 février 2031."}"#
        ]],
    );
    check(
        &quantities(&corpus.documents[0], &figures.figures, &[])[0],
        expect![[
            r#"{"doc":"a.txt","start":15,"end":34,"surface":"plus de 1,5 million","value":1500000.0,"value_max":null,"unit":"sacs","approx":true,"at_least":true,"at_most":false,"group":null}"#
        ]],
    );
}
