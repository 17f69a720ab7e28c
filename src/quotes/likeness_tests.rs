//! Fits the weights again on the marked articles, and holds those that ship to what is found.
//!
//! `cargo test --lib quotes::likeness_tests -- --nocapture` prints them, and what they are worth on an event that they were not fitted on.

use super::likeness::{self, Features, N, NAMES, SURE, WEIGHTS};
use super::utterances::{self, Pair};
use super::*;
use crate::corpus::{Article, Fact, Metadata};

#[path = "../../tests/quotes/marks.rs"]
mod marks;

use marks::Truth;

/// The events on which weights are fitted, each with its folder. Those that are kept to be measured on are not among them.
const FITTED: [(&str, [&str; 4]); 9] = [
    ("press/read", ["fissure", "depeche", "derby", "virale"]),
    ("press/second/read", ["ammoniac-depeche", "ammoniac-national", "ammoniac-regional", "ammoniac-web"]),
    ("press/second/read", ["putsch-agence", "putsch-magazine", "putsch-quotidien", "putsch-region"]),
    ("press/third/read", ["ferry-agence", "ferry-national", "ferry-radio", "ferry-regional"]),
    ("press/third/read", ["handball-agence", "handball-enquete", "handball-regional", "handball-sport"]),
    ("press/third/read", ["album-agence", "album-belge", "album-hebdo", "album-metier"]),
    (TAUGHT, ["tunnel-agence", "tunnel-hebdo", "tunnel-national", "tunnel-region"]),
    (TAUGHT, ["chantier-agence", "chantier-eco", "chantier-quotidien", "chantier-region"]),
    (TAUGHT, ["entraineur-agence", "entraineur-region", "entraineur-sport", "entraineur-web"]),
];
/// Events that were written to be learnt from: nearly every quotation has a version in another article, as nowhere else.
const TAUGHT: &str = "press/taught";
/// What a pair of those counts beside one of the others.
const OF_TAUGHT: f64 = 0.5;
/// What one unit of a squared weight costs: at 0 the few articles are learnt by heart.
const RIDGE: f64 = 0.4;

/// A candidate pair.
struct Example {
    features: Features,
    is_same: bool,
    counts: f64,
    shown: String,
}

/// The articles of an event and what is marked in them.
fn event(folder: &str, names: &[&str]) -> (Vec<Article>, Vec<Truth>) {
    let read = |name: &&str| marks::article(name, &text_of(&format!("tests/{folder}/{name}.txt")));
    let (articles, truths): (Vec<_>, Vec<_>) = names.iter().map(read).unzip();
    (articles, truths.into_iter().flatten().collect())
}

fn text_of(file: &str) -> String {
    std::fs::read_to_string(format!("{}/{file}", env!("CARGO_MANIFEST_DIR"))).expect("the file is there")
}

/// The shipped pages with the quotations of the hand-made reading.
fn pages() -> (Vec<Article>, Vec<Truth>) {
    let manifest: serde_json::Value = serde_json::from_str(&text_of("corpus/manifest.json")).expect("the manifest reads");
    let names = manifest["articles"].as_array().expect("the manifest lists articles").iter();
    let names: Vec<&str> = names.map(|entry| entry["name"].as_str().expect("an article has a name")).collect();
    let articles: Vec<Article> = names.iter().map(|name| Article::new(name, &text_of(&format!("corpus/{name}")))).collect();
    let truth = |line: &str| {
        let value: serde_json::Value = serde_json::from_str(line).expect("a line is JSON");
        let document = format!("{}.txt", value["doc"].as_str().expect("a quotation has an article"));
        let text = &articles.iter().find(|article| article.name == document).expect("it ships").text;
        let byte = |key: &str| {
            let at = usize::try_from(value[key].as_u64().expect("a quotation has offsets")).expect("articles are short");
            text.char_indices().nth(at).map_or(text.len(), |(at, _)| at)
        };
        let outer = Span::new(byte("start"), byte("end"));
        let utterance = value["quote_group"].as_str().map(str::to_owned);
        Truth { document, outer, kind: QuoteKind::Direct, speaker: None, utterance }
    };
    let truths = text_of("tests/gold/quotes.jsonl").lines().map(truth).collect();
    (articles, truths)
}

/// Each candidate of an event with whether it is one utterance.
fn examples((articles, truths): (Vec<Article>, Vec<Truth>), counts: f64) -> Vec<Example> {
    let corpus = Corpus::read(None, articles).expect("the articles are a corpus");
    let entities = EntityIndex::build(&corpus);
    let Said { quotes, contents, rarity } = QuoteIndex::said(&corpus, &entities);
    let marked = |quote: &Quote| {
        let document = &corpus.documents[quote.document.index()];
        let near = |truth: &&Truth| {
            let is_told = (truth.kind == QuoteKind::Indirect) == (quote.kind == QuoteKind::Indirect);
            truth.document == document.name
                && is_told
                && 2 * truth.outer.shared(quote.span) as usize > truth.outer.len().max(quote.span.len())
        };
        truths.iter().filter(near).max_by_key(|truth| truth.outer.shared(quote.span))
    };
    let example = |Pair { a, b, features }: Pair| {
        let shown = |quote: &Quote| {
            let speaker = marked(quote).and_then(|truth| truth.speaker.as_deref()).unwrap_or("-");
            format!("{speaker}: {}", quote.span.slice(corpus.documents[quote.document.index()].text()))
        };
        let (a, b) = (&quotes[a], &quotes[b]);
        let group = |quote: &Quote| marked(quote).and_then(|truth| truth.utterance.as_ref());
        Example { features, is_same: group(a).is_some() && group(a) == group(b), counts, shown: format!("{} + {}", shown(a), shown(b)) }
    };
    utterances::likely(&quotes, &contents, &vec![true; quotes.len()], &rarity).into_iter().map(example).collect()
}

/// The weights of most likelihood, found by Newton's method: the function is convex.
fn fit(examples: &[&Example]) -> [f64; N] {
    let mut weights = [0.0_f64; N];
    for _ in 0..12 {
        let (mut slope, mut bend) = ([0.0_f64; N], [[0.0_f64; N]; N]);
        for Example { features, is_same, counts, .. } in examples {
            let features = features.map(f64::from);
            let sum: f64 = features.iter().zip(&weights).map(|(feature, weight)| feature * weight).sum();
            let sure = 1.0 / (1.0 + (-sum).exp());
            for at in 0..N {
                slope[at] += counts * (sure - f64::from(u8::from(*is_same))) * features[at];
                (0..N).for_each(|other| bend[at][other] += counts * sure * (1.0 - sure) * features[at] * features[other]);
            }
        }
        for at in 1..N {
            slope[at] += RIDGE * weights[at];
            bend[at][at] += RIDGE;
        }
        let step = solve(bend, slope);
        weights.iter_mut().zip(step).for_each(|(weight, step)| *weight -= step);
    }
    weights
}

/// What `matrix`, which is positive definite, takes to `right`: elimination.
fn solve(mut matrix: [[f64; N]; N], mut right: [f64; N]) -> [f64; N] {
    for at in 0..N {
        for row in (0..N).filter(|row| *row != at) {
            let times = matrix[row][at] / matrix[at][at];
            (0..N).for_each(|column| matrix[row][column] -= times * matrix[at][column]);
            right[row] -= times * right[at];
        }
    }
    std::array::from_fn(|at| right[at] / matrix[at][at])
}

#[test]
fn the_weights_are_those_that_fit_the_marked_articles() {
    let events: Vec<Vec<Example>> = FITTED
        .iter()
        .map(|(folder, names)| examples(event(folder, names), if *folder == TAUGHT { OF_TAUGHT } else { 1.0 }))
        .chain([examples(pages(), 1.0)])
        .collect();
    let (mut right, mut wrong, mut missed) = (0, 0, 0);
    for (at, event) in events.iter().enumerate() {
        let others: Vec<&Example> = events.iter().enumerate().filter(|(other, _)| *other != at).flat_map(|(_, event)| event).collect();
        let weights = fit(&others).map(|weight| weight as f32);
        for example in event {
            let sure = likeness::sureness(&example.features, &weights);
            right += usize::from(sure >= SURE && example.is_same);
            wrong += usize::from(sure >= SURE && !example.is_same);
            missed += usize::from(sure < SURE && example.is_same);
            if (sure >= SURE) != example.is_same {
                println!("{} {sure:.2} {}", if example.is_same { "missed" } else { "false" }, example.shown);
            }
        }
    }
    println!("on the event left out: {right} right, {wrong} false, {missed} missed");
    let weights = fit(&events.iter().flatten().collect::<Vec<_>>());
    let shown: Vec<String> = NAMES.iter().zip(weights).map(|(name, weight)| format!("{name}: {weight:.2}")).collect();
    println!("{}\n{weights:.2?}", shown.join("\n"));
    let far = weights.iter().zip(WEIGHTS).map(|(x, y)| (x - f64::from(y)).abs()).fold(0.0, f64::max);
    assert!(far < 0.06, "{far}: {weights:.2?}");
    assert!(right >= 100 && wrong <= 20, "on the event left out: {right} right, {wrong} false, {missed} missed");
}
