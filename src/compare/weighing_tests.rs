//! Fits the weights again on the marked articles, and holds those that ship to what is found.

use super::similarity::{self, CommonText};
use super::weighing::{self, Features, N, NAMES, WEIGHTS};
use super::*;
use crate::corpus::{Article, Fact, Metadata};
use crate::figures::FigureIndex;
use crate::quotes::QuoteIndex;
use crate::times::TimeIndex;

#[path = "../../tests/statements/marks.rs"]
mod marks;

use marks::MarkedArticle;

/// The corpora on which weights are fitted; the others are kept to be measured on.
const FITTED: [&str; 3] = ["greve", "crue", "match"];
/// What one unit of a squared weight costs: at 0 the few articles are learnt by heart.
const RIDGE: f64 = 1.0;

/// Passages of two articles, each by name and bytes, that say the same.
type Same = Vec<[(String, Span); 2]>;

/// Each candidate of a corpus with whether it is in the list.
fn examples(articles: Vec<Article>, same: &Same) -> Vec<(Features, bool)> {
    let corpus = Corpus::read(None, articles).expect("the articles are a corpus");
    let entities = EntityIndex::build(&corpus);
    let (quotes, times) = (QuoteIndex::build(&corpus, &entities), TimeIndex::build(&corpus));
    let figures = FigureIndex::build(&corpus, &times);
    let annotated = Annotated { corpus: &corpus, entities: &entities, quotes: &quotes, times: &times, figures: &figures };
    let comparer = Comparer::new(&corpus);
    let mut found = Vec::new();
    for (place, a) in corpus.documents.iter().enumerate() {
        for b in &corpus.documents[place + 1..] {
            let (ready_a, ready_b) = (comparer.ready(a), comparer.ready(b));
            let (of_a, of_b) = (comparer.evidence(annotated, a, &ready_a), comparer.evidence(annotated, b, &ready_b));
            let pair = Pair { vocabulary: &comparer.vocabulary, a: &ready_a.prepared, b: &ready_b.prepared };
            let common = reuse::common_text(pair);
            for found_here in similarity::matches((&of_a, &of_b), &CommonText::new(&common)) {
                let sides = [(a.name.as_str(), of_a.shown(found_here.a)), (b.name.as_str(), of_b.shown(found_here.b))];
                let features = weighing::features((&of_a, found_here.a), (&of_b, found_here.b), found_here.likeness, found_here.standing);
                found.push((features, same.iter().any(|pair| covers(pair, sides))));
            }
        }
    }
    found
}

/// As the scorer has it: the common part is at least half of the shorter, on both sides.
fn covers(pair: &[(String, Span); 2], sides: [(&str, Span); 2]) -> bool {
    let half = |(name, x): &(String, Span), (other, y): (&str, Span)| {
        let common = x.shared(y) as usize;
        let (short, long) = (x.len().min(y.len()), x.len().max(y.len()));
        name == other && common > 0 && 2 * common >= short && long <= (4 * short).max(500)
    };
    half(&pair[0], sides[0]) && half(&pair[1], sides[1]) || half(&pair[0], sides[1]) && half(&pair[1], sides[0])
}

fn path(file: &str) -> String {
    format!("{}/tests/{file}", env!("CARGO_MANIFEST_DIR"))
}

/// An event of `tests/statements/`.
fn event(name: &str) -> Vec<(Features, bool)> {
    let marked = marks::read(name, &std::fs::read_to_string(path(&format!("statements/{name}.txt"))).expect("the corpus is there"));
    let article = |marked: &MarkedArticle| {
        let given = Metadata { published: Some(Fact::given(marked.published.clone())), ..Metadata::default() };
        Article { given, ..Article::new(&marked.name, &marked.text) }
    };
    let mut same = Same::new();
    for (place, a) in marked.iter().enumerate() {
        for b in &marked[place + 1..] {
            for (label, start, end) in a.marks.iter().filter(|(label, ..)| !label.starts_with('x')) {
                let others = b.marks.iter().filter(|(other, ..)| other == label);
                let side = |article: &MarkedArticle, start, end| (article.name.clone(), Span::new(start, end));
                same.extend(others.map(|(_, from, to)| [side(a, *start, *end), side(b, *from, *to)]));
            }
        }
    }
    examples(marked.iter().map(article).collect(), &same)
}

/// The shipped pages.
fn pages() -> Vec<(Features, bool)> {
    let read = |file: &str| std::fs::read_to_string(path(&format!("../corpus/{file}"))).expect("the shipped corpus is there");
    let manifest: serde_json::Value = serde_json::from_str(&read("manifest.json")).expect("the manifest reads");
    let article = |entry: &serde_json::Value| {
        let name = entry["name"].as_str().expect("an article has a name");
        let published = entry["published"]["value"].as_str().map(|value| Fact::given(value.to_owned()));
        Article { given: Metadata { published, ..Metadata::default() }, ..Article::new(name, &read(name)) }
    };
    let articles: Vec<Article> = manifest["articles"].as_array().expect("the manifest lists articles").iter().map(article).collect();
    let list = std::fs::read_to_string(path("gold/alignments.jsonl")).expect("the list is there");
    let side = |value: &serde_json::Value| {
        let name = format!("{}.txt", value["doc"].as_str().expect("a side has an article"));
        let text = &articles.iter().find(|article| article.name == name).expect("it ships").text;
        let byte = |key: &str| {
            let at = usize::try_from(value[key].as_u64().expect("a side has offsets")).expect("articles are short");
            text.char_indices().nth(at).map_or(text.len(), |(at, _)| at)
        };
        let span = Span::new(byte("start"), byte("end"));
        (name, span)
    };
    let pair = |line: &str| {
        let value: serde_json::Value = serde_json::from_str(line).expect("a line is JSON");
        [side(&value["a"]), side(&value["b"])]
    };
    let same = list.lines().map(pair).collect();
    examples(articles, &same)
}

/// The weights of most likelihood, found by gradient descent: the function is convex.
fn fit(examples: &[(Features, bool)]) -> [f64; N] {
    let mut weights = [0.0_f64; N];
    for _ in 0..6_000 {
        let mut slope = [0.0_f64; N];
        for (features, is_same) in examples {
            let sum: f64 = features.iter().zip(&weights).map(|(feature, weight)| f64::from(*feature) * weight).sum();
            let miss = 1.0 / (1.0 + (-sum).exp()) - f64::from(u8::from(*is_same));
            slope.iter_mut().zip(features).for_each(|(slope, feature)| *slope += miss * f64::from(*feature));
        }
        for at in 0..N {
            let pull = if at == 0 { 0.0 } else { RIDGE * weights[at] };
            weights[at] -= (slope[at] + pull) * 4.0 / examples.len() as f64;
        }
    }
    weights
}

#[test]
fn the_weights_are_those_that_fit_the_marked_articles() {
    let examples: Vec<_> = FITTED.iter().flat_map(|name| event(name)).chain(pages()).collect();
    let n_same = examples.iter().filter(|(_, is_same)| *is_same).count();
    let weights = fit(&examples);
    let shown: Vec<String> = NAMES.iter().zip(weights).map(|(name, weight)| format!("{name}: {weight:.2}")).collect();
    println!("{} examples, {n_same} the same\n{}\n{weights:.2?}", examples.len(), shown.join("\n"));
    let far = weights.iter().zip(WEIGHTS).map(|(x, y)| (x - f64::from(y)).abs()).fold(0.0, f64::max);
    assert!(far < 0.06, "{far}: {weights:.2?}");
}
