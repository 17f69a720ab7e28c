//! How the time of a comparison grows with the number of articles: `cargo bench --bench compare`.
//!
//! Articles of 400 words, as `generator` writes them. For 50, 500 and 5,000 of them (other numbers may be given behind `--`):
//! the grid of statements (of 50 articles all pairs are compared, of more each with its nearest), one passage in all others, the
//! first time and the second, and one pair. Absolute times mean little on a shared machine: read the growth.

#[allow(dead_code, reason = "each user takes what it needs")]
mod generator;

use std::time::Instant;

use recoupe::compare::Comparer;
use recoupe::corpus::Corpus;
use recoupe::engine::Engine;
use recoupe::id::DocumentId;

const SEED: u64 = 2023;

fn main() {
    let given: Vec<u64> = std::env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    println!("{:>8} {:22} {:>10} {:>12}", "articles", "what", "ms", "µs/article");
    for n in if given.is_empty() { vec![50, 500, 5_000] } else { given } {
        measure(n);
    }
}

fn measure(n: u64) {
    let line = |what: &str, start: Instant| {
        let seconds = start.elapsed().as_secs_f64();
        println!("{n:>8} {what:22} {:>10.2} {:>12.1}", seconds * 1e3, seconds * 1e6 / n as f64);
    };
    let engine = Engine::new(Corpus::read(None, generator::articles(SEED, n)).expect("articles are a corpus"));
    let (corpus, annotated) = (engine.corpus(), engine.annotated());
    let asked = corpus.documents[0].sentences.last().expect("an article has sentences").span;
    let comparer = Comparer::new(corpus);
    let start = Instant::now();
    let found = comparer.elsewhere(annotated, DocumentId(0), asked);
    line("elsewhere, first", start);
    let start = Instant::now();
    let again = comparer.elsewhere(annotated, DocumentId(0), corpus.documents[0].sentences[4].span);
    line("elsewhere, second", start);
    assert_eq!(found.found.len() + found.absent.len(), again.found.len() + again.absent.len());
    let start = Instant::now();
    comparer.compare(annotated, DocumentId(0), DocumentId(1));
    line("one pair", start);
    let comparer = Comparer::new(corpus);
    let ids: Vec<DocumentId> = corpus.documents.iter().map(|document| document.id).collect();
    let start = Instant::now();
    let statements = comparer.statements(annotated, &ids);
    line("statements", start);
    let n_shared = statements.rows.iter().filter(|row| row.cells.len() > 1).count();
    println!(
        "         {} of {} pairs compared, {n_shared} rows of several articles, {} of one",
        statements.n_compared,
        statements.n_pairs,
        statements.rows.len() - n_shared
    );
}
