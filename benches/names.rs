//! Tokens a second of the whole layer of names, descriptions and links: `cargo bench --bench names`.
//!
//! On generated articles of 400 words, 1, 10 and 100 thousand tokens, then on texts that are bad on purpose, each ten times as long as
//! the one before: capitals only, names only, one sentence of a megabyte, a name of 500 words over and over, names of emoji.
//! The last column is how many times as long ten times as much takes: 10 is linear.

#[allow(dead_code, reason = "each user takes what it needs")]
mod generator;

use std::time::{Duration, Instant};

use recoupe::corpus::{Article, Corpus};
use recoupe::entities::EntityIndex;
use recoupe::span::Span;
use recoupe::text::words;

const SEED: u64 = 1881;
/// Short runs are repeated until they have taken so long; the best counts.
const LEAST: Duration = Duration::from_millis(300);

fn main() {
    println!("{:24} {:>9} {:>10} {:>12} {:>7}", "text", "tokens", "ms", "tokens/s", "growth");
    series("articles", |n| generator::articles(SEED, n_articles(n)), 1_000);
    let repeated = |text: &'static str| move |n: usize| vec![Article::new("a.txt", &text.repeat(n / text.split(' ').count() + 1))];
    series("capitals only", repeated("LE MAIRE DE LYON PAUL ROY A VU LE GROUPE VALMEX À PARIS. "), 1_000);
    series("names only", repeated("Paul Roy Anne Mas Jean Dubois Lyon Paris Valmex Orange Zoltek "), 1_000);
    series("one sentence", repeated("Marthe de Courval et le groupe Valmex, à Lyon, avec Paul Roy, "), 1_700);
    series(
        "a name of 500 words",
        |n| vec![Article::new("a.txt", &format!("{} est venu. ", "Valmex ".repeat(500)).repeat(n / 500 + 1))],
        1_000,
    );
    series("names of emoji", repeated("🙂 Zola 🙂 Émile🙂 M. 🙂 de 🙂 Lyon , "), 1_000);
}

/// Measures at `n`, ten and a hundred times as many tokens.
fn series(name: &str, articles: impl Fn(usize) -> Vec<Article>, n: usize) {
    let mut last: Option<f64> = None;
    for n in [n, 10 * n, 100 * n] {
        let corpus = Corpus::read(None, articles(n)).expect("articles are a corpus");
        let n_tokens: usize = corpus.documents.iter().map(|document| words(&document.raw, Span::of(&document.raw)).count()).sum();
        let (mut best, begin) = (f64::MAX, Instant::now());
        while begin.elapsed() < LEAST || best == f64::MAX {
            let start = Instant::now();
            let index = EntityIndex::build(&corpus);
            best = best.min(start.elapsed().as_secs_f64());
            assert!(index.entities.len() <= index.mentions.len(), "an entity has a mention");
        }
        let growth = last.map_or_else(String::new, |last| format!("{:.1}", best / last));
        println!("{name:24} {n_tokens:>9} {:>10.2} {:>12.0} {growth:>7}", best * 1e3, n_tokens as f64 / best);
        last = Some(best);
    }
}

fn n_articles(n_tokens: usize) -> u64 {
    (n_tokens / 400).max(1).try_into().expect("few articles")
}
