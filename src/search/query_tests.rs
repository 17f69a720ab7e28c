//! What a query can ask for besides words: fields, sentences, paragraphs, layers, filters, sets, slack.

use super::found::Found;
use super::layer::{Annotation, Layer};
use super::query::*;
use super::*;
use crate::corpus::Fact;
use crate::corpus::lined::corpus;

const PAGES: &[&str] = &[
    "# Le port ferme\nLe maire parle du port. Le préfet se tait sur la digue.\nLe pont reste ouvert.",
    "Le préfet et le maire ouvrent le port.\nLa digue tient. Il y a un pont.",
    "# Digue\nUn pont sans maire.",
];

fn word(term: &str) -> Word {
    Word { lower: term.to_owned(), term: term.to_owned(), typed: Typed::Whole }
}

fn leaf(kind: LeafKind) -> Leaf {
    Leaf { text: String::new(), kind, within: Vec::new() }
}

fn query(leaves: Vec<Leaf>) -> Query {
    let words = Words { skipped: vec![0; leaves.len()], leaves: (0..leaves.len()).collect() };
    Query { root: Some(Node::Words(words)), leaves, ..Query::default() }
}

fn near(left: &str, reach: Reach, right: &str) -> Query {
    let side = |term| Box::new(LeafKind::Word(word(term)));
    query(vec![leaf(LeafKind::Near { left: side(left), reach, right: side(right) })])
}

/// Documents with what is marked in each.
fn found(corpus: &Corpus, index: &SearchIndex, query: Query) -> Vec<String> {
    let found = Found::of(&index.index, corpus, query, Vec::new());
    let texts = |document: DocumentId| {
        let spans = found.spans_in(document);
        spans.iter().map(|span| span.slice(&corpus.documents[document.index()].raw)).collect::<Vec<_>>().join(" | ")
    };
    found.documents().map(|matched| format!("{} {}", matched.document.0, texts(matched.document))).collect()
}

fn built() -> (Corpus, SearchIndex) {
    let corpus = corpus(PAGES);
    let index = SearchIndex::build(&corpus);
    (corpus, index)
}

#[test]
fn two_words_may_be_asked_for_in_one_sentence_or_paragraph() {
    let (corpus, index) = built();
    assert_eq!(found(&corpus, &index, near("maire", Reach::Sentence, "port")), ["0 maire | port", "1 maire | port"]);
    assert_eq!(found(&corpus, &index, near("maire", Reach::Sentence, "prefet")), ["1 préfet | maire"]);
    assert_eq!(found(&corpus, &index, near("maire", Reach::Paragraph, "prefet")), ["0 maire | préfet", "1 préfet | maire"]);
    assert_eq!(found(&corpus, &index, near("digue", Reach::Sentence, "pont")), [""; 0]);
    assert_eq!(found(&corpus, &index, near("digue", Reach::Paragraph, "pont")), ["1 digue | pont"]);
    assert_eq!(found(&corpus, &index, near("pont", Reach::Sentence, "pont")), [""; 0]);
}

#[test]
fn a_phrase_may_have_slack() {
    let (corpus, index) = built();
    let loose = |terms: &[&str], slack| query(vec![leaf(LeafKind::Phrase { words: terms.iter().map(|term| word(term)).collect(), slack })]);
    assert_eq!(found(&corpus, &index, loose(&["port", "maire"], 2)), ["0 maire parle du port", "1 maire ouvrent le port"]);
    assert_eq!(found(&corpus, &index, loose(&["port", "maire"], 1)), [""; 0]);
    assert_eq!(found(&corpus, &index, loose(&["le", "le"], 4)), ["0 Le maire parle du port. Le", "1 Le préfet et le"]);
}

#[test]
fn a_word_may_be_asked_for_in_a_field_or_outside() {
    let (corpus, index) = built();
    let within = |side| {
        let place = PlaceKind::Field(Field::Title);
        query(vec![Leaf { within: vec![Within { place, side }], ..leaf(LeafKind::Word(word("port"))) }])
    };
    assert_eq!(found(&corpus, &index, within(Inside::Inside)), ["0 port"]);
    assert_eq!(found(&corpus, &index, within(Inside::Outside)), ["0 port", "1 port"]);
}

#[test]
fn what_other_layers_found_is_found_by_the_words_of_its_key() {
    let (corpus, mut index) = built();
    let at = |document: usize, text: &str| {
        let start = PAGES[document].find(text).unwrap();
        Span::new(start, start + text.len())
    };
    let annotation = |document: usize, text: &str, key| Annotation { document: DocumentId(document as u32), span: at(document, text), key };
    let keys = |keys: &[&str]| -> Vec<String> { keys.iter().map(|key| (*key).to_owned()).collect() };
    let mut entities = [annotation(0, "Le maire", 0), annotation(1, "le maire", 2)].into_iter();
    index.set_layer(&corpus, Layer::Entity, &keys(&["Jean Dupont maire", "nobody is called so", "Anne Petit"]), &mut entities);
    let mut quotes = [annotation(0, "parle du port. Le préfet", 0)].into_iter();
    index.set_layer(&corpus, Layer::Quotation, &keys(&[""]), &mut quotes);
    let mut days = [annotation(0, "reste", 0), annotation(1, "tient", 1)].into_iter();
    index.set_layer(&corpus, Layer::Day, &keys(&["2015-02-20", "2014-11-02"]), &mut days);
    let asked = |layer, key: &[&str]| Annotated { layer, key: key.iter().map(|word| (*word).to_owned()).collect(), called: Called::Partly };
    let alone = |layer, key: &[&str]| query(vec![leaf(LeafKind::Annotation(asked(layer, key)))]);
    assert_eq!(found(&corpus, &index, alone(Layer::Entity, &["dupont"])), ["0 Le maire"]);
    assert_eq!(found(&corpus, &index, alone(Layer::Entity, &["dupont", "anne"])), [""; 0]);
    assert_eq!(found(&corpus, &index, alone(Layer::Entity, &["called"])), [""; 0]);
    let exactly =
        |key: &[&str]| query(vec![leaf(LeafKind::Annotation(Annotated { called: Called::Exactly, ..asked(Layer::Entity, key) }))]);
    assert_eq!(found(&corpus, &index, exactly(&["dupont"])), ["0 Le maire"], "nothing is called just so");
    let named = ["Jean Dupont\nle maire de Gap", "Gap", "Gap Dupont"];
    let mut entities = [annotation(0, "Le maire", 0), annotation(1, "le maire", 1), annotation(1, "tient", 2)].into_iter();
    index.set_layer(&corpus, Layer::Entity, &keys(&named), &mut entities);
    assert_eq!(found(&corpus, &index, exactly(&["gap"])), ["1 le maire"]);
    assert_eq!(found(&corpus, &index, exactly(&["jean", "dupont"])), ["0 Le maire"]);
    assert_eq!(found(&corpus, &index, alone(Layer::Entity, &["gap", "dupont"])), ["0 Le maire", "1 tient"]);
    assert_eq!(found(&corpus, &index, alone(Layer::Quotation, &[])), ["0 parle du port. Le préfet"]);
    assert_eq!(found(&corpus, &index, alone(Layer::Day, &["2015-02"])), ["0 reste"]);
    assert_eq!(found(&corpus, &index, alone(Layer::Day, &["2014"])), ["1 tient"]);
    assert_eq!(found(&corpus, &index, alone(Layer::Day, &["02"])), [""; 0]);
    let quoted = |side| {
        let place = PlaceKind::Annotation(asked(Layer::Quotation, &[]));
        query(vec![Leaf { within: vec![Within { place, side }], ..leaf(LeafKind::Word(word("port"))) }])
    };
    assert_eq!(found(&corpus, &index, quoted(Inside::Inside)), ["0 port"]);
    assert_eq!(found(&corpus, &index, quoted(Inside::Outside)), ["0 port", "1 port"]);
    let loaded = SearchIndex::load(&index.save()).unwrap();
    assert_eq!(found(&corpus, &loaded, quoted(Inside::Inside)), ["0 port"]);
    // A page that comes before the others does not move what was found in them.
    index.remove(DocumentId(2));
    assert_eq!(found(&corpus, &index, exactly(&["gap"])), ["1 le maire"]);
}

#[test]
fn a_filter_alone_lets_articles_through_and_marks_nothing() {
    let (mut corpus, index) = built();
    corpus.documents[1].metadata.outlet = Some(Fact::given("L’Écho du Port".to_owned()));
    corpus.documents[2].metadata.published = Some(Fact::given("2015-02-20".to_owned()));
    let outlet = Node::Filter(Filter::Outlet(vec!["echo".to_owned()], Called::Partly));
    let only = |root| Query { root: Some(root), ..Query::default() };
    assert_eq!(found(&corpus, &index, only(outlet.clone())), ["1 "]);
    assert_eq!(found(&corpus, &index, only(Node::Not(Box::new(outlet.clone())))), ["0 ", "2 "]);
    let dated = Node::Filter(Filter::Published { first: "2015-02-01".to_owned(), last: "2015-02-28".to_owned() });
    assert_eq!(found(&corpus, &index, only(dated)), ["2 "]);
    let mut both = query(vec![leaf(LeafKind::Word(word("pont")))]);
    both.root = Some(Node::And(vec![both.root.take().unwrap(), outlet]));
    assert_eq!(found(&corpus, &index, both), ["1 pont"]);
}

#[test]
fn sets_keep_what_some_articles_have_and_others_have_not() {
    let (corpus, index) = built();
    let sets = |with: &[&str], without: &[&str]| Sets {
        with: with.iter().map(|name| (*name).to_owned()).collect(),
        without: without.iter().map(|name| (*name).to_owned()).collect(),
    };
    let any = |sets| Query { sets, ..query(vec![leaf(LeafKind::Any)]) };
    assert_eq!(found(&corpus, &index, any(sets(&["0"], &["1"]))), ["0 ferme | parle | tait | reste | ouvert"]);
    assert_eq!(found(&corpus, &index, any(sets(&["2", "0"], &["1"]))), [""; 0]);
    assert_eq!(found(&corpus, &index, any(sets(&["7"], &[]))), [""; 0]);
    let pont = |sets| Query { sets, ..query(vec![leaf(LeafKind::Word(word("pont")))]) };
    assert_eq!(found(&corpus, &index, pont(sets(&["0"], &[]))), ["0 pont"]);
    assert_eq!(found(&corpus, &index, pont(sets(&[], &["0"]))), [""; 0]);
    let phrase = |sets| Query { sets, ..query(vec![leaf(LeafKind::Phrase { words: vec![word("le"), word("port")], slack: 0 })]) };
    assert_eq!(found(&corpus, &index, phrase(sets(&["0"], &["2"]))), ["0 Le port"]);
    assert_eq!(found(&corpus, &index, phrase(sets(&["0", "1"], &[]))), ["0 Le port", "1 le port"]);
    assert_eq!(found(&corpus, &index, phrase(sets(&["0"], &["1"]))), [""; 0]);
}

#[test]
fn endings_and_patterns_find_whole_words() {
    let (corpus, index) = built();
    assert_eq!(found(&corpus, &index, query(vec![leaf(LeafKind::Suffix("ont".to_owned()))])), ["0 pont", "1 pont", "2 pont"]);
    let pattern = |pattern: &str| query(vec![leaf(LeafKind::Pattern(pattern.to_owned()))]);
    assert_eq!(found(&corpus, &index, pattern("po[nr]t")), ["0 port | port | pont", "1 port | pont", "2 pont"]);
    assert_eq!(found(&corpus, &index, pattern("(((((a{999}){999}){999}){999}")), [""; 0]);
}
