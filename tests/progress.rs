//! Whoever waits for a large corpus is told how far each stage is.

#[path = "../benches/generator.rs"]
#[allow(dead_code, reason = "each user takes what it needs")]
mod generator;

use recoupe::compare::Comparer;
use recoupe::corpus::Corpus;
use recoupe::entities::EntityIndex;
use recoupe::search::SearchIndex;

const N: u32 = 60;

fn check(stage: &str, told: &[u32]) {
    assert!(told.is_sorted(), "{stage} goes back: {told:?}");
    assert_eq!(told.last(), Some(&N), "{stage} ends with all articles");
    assert!(told.windows(2).all(|pair| pair[1] - pair[0] <= 1), "{stage} is told article by article: {told:?}");
}

#[test]
fn every_stage_is_told_article_by_article_and_ends_with_all() {
    let articles = generator::articles(1, u64::from(N));
    assert!(generator::n_bytes(&articles) > 100_000);
    let mut told = Vec::new();
    let corpus = Corpus::read_with(None, articles, &mut |n| told.push(n)).expect("generated articles are a corpus");
    check("reading", &told);
    told.clear();
    EntityIndex::build_with(&corpus, &mut |n| told.push(n));
    check("names", &told);
    told.clear();
    SearchIndex::build_with(&corpus, &mut |n| told.push(n));
    check("words", &told);
    told.clear();
    Comparer::new_with(&corpus, &mut |n| told.push(n));
    check("comparing", &told);
}
