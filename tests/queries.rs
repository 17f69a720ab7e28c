//! Ten thousand queries, answered by the engine and by somebody who reads every article word by word.
//!
//! The reader (`scan`) shares with the engine only what a word is (`analysis::tokens`); how words are folded, inflected and put
//! together is written here anew, from what the language of queries promises. Both must name the same articles and mark the same
//! bytes. The corpus and the queries are made from a seed: the same every time.

#[path = "queries/articles.rs"]
mod articles;
#[path = "queries/asked.rs"]
mod asked;
#[path = "queries/chance.rs"]
mod chance;
#[path = "queries/lexicon.rs"]
mod lexicon;
#[path = "queries/scan.rs"]
mod scan;

use std::collections::BTreeMap;

use asked::Kind;
use chance::Chance;
use recoupe::corpus::Corpus;
use recoupe::search::{Hit, NoticeKind, SearchIndex, SearchResults};
use recoupe::span::Span;
use scan::{Found, Scan};

const N_ARTICLES: usize = 60;
const N_QUERIES: usize = 10_000;

/// Kinds of queries that the engine does not answer yet. None.
const WAITING: &[Kind] = &[];

/// What came of a number of queries.
#[derive(Default)]
struct Tally {
    wrong: Vec<String>,
    n_found: usize,
    n_partial: usize,
    by_kind: BTreeMap<Kind, usize>,
}

#[test]
fn the_engine_finds_what_a_reader_finds() {
    let halves =
        std::thread::scope(|scope| [2, 3].map(|seed| scope.spawn(move || compare(seed, N_QUERIES / 2))).map(|half| half.join().unwrap()));
    let mut all = Tally::default();
    for half in halves {
        all.wrong.extend(half.wrong);
        (all.n_found, all.n_partial) = (all.n_found + half.n_found, all.n_partial + half.n_partial);
        half.by_kind.into_iter().for_each(|(kind, n)| *all.by_kind.entry(kind).or_insert(0) += n);
    }
    let Tally { wrong, n_found, n_partial, by_kind } = all;
    println!("{n_found} of {N_QUERIES} queries find something, {n_partial} only in part; {by_kind:?}");
    assert!(wrong.is_empty(), "{} of {N_QUERIES}:\n{}", wrong.len(), wrong[..wrong.len().min(10)].join("\n"));
    assert!(n_found > N_QUERIES / 3, "most queries find nothing: {n_found}");
    assert!(by_kind.values().all(|n| *n > 100), "a kind is hardly asked for: {by_kind:?}");
}

fn compare(seed: u64, n_queries: usize) -> Tally {
    let corpus = articles::corpus(&mut Chance::of(1), N_ARTICLES);
    let index = SearchIndex::build(&corpus);
    let scan = Scan::of(&corpus);
    let mut chance = Chance::of(seed);
    let mut tally = Tally::default();
    for _ in 0..n_queries {
        let query = asked::query(&mut chance, &corpus, WAITING);
        let typed = query.typed();
        let results = index.search(&corpus, &typed, corpus.documents.len());
        let read = scan.answer(&query);
        tally.n_found += usize::from(!read.articles.is_empty());
        query.kinds().into_iter().for_each(|kind| *tally.by_kind.entry(kind).or_insert(0) += 1);
        let said = if is_partial(&results) {
            // Where nothing has everything, the engine shows what has most, and says so.
            tally.n_partial += 1;
            (!read.articles.is_empty()).then(|| "partial".to_owned())
        } else {
            differs(&corpus, "article", &results.hits, &read.articles)
                .or_else(|| differs(&corpus, "furniture", &results.furniture, &read.furniture))
        };
        tally.wrong.extend(said.map(|said| format!("{typed}\n    {said}")));
    }
    tally
}

fn is_partial(results: &SearchResults) -> bool {
    results.notices.iter().any(|notice| matches!(notice.kind, NoticeKind::PartialMatches { .. } | NoticeKind::ReadAs { .. }))
}

/// The first difference between what the engine and the reader found.
fn differs(corpus: &Corpus, side: &str, hits: &[Hit], read: &[Found]) -> Option<String> {
    let mut found: Vec<Found> = hits.iter().map(|hit| Found { document: hit.document.index(), spans: hit.spans.clone() }).collect();
    found.sort_by_key(|found| found.document);
    if found == read {
        return None;
    }
    let names = |found: &[Found]| found.iter().map(|found| found.document.to_string()).collect::<Vec<_>>().join(" ");
    let (ours, theirs) = (names(&found), names(read));
    if ours != theirs {
        return Some(format!("{side}: engine {ours}; reader {theirs}"));
    }
    let (ours, theirs) = found.iter().zip(read).find(|(ours, theirs)| ours != theirs)?;
    let raw = &corpus.documents[ours.document].raw;
    let show = |spans: &[Span]| spans.iter().map(|span| format!("{}…{}", span.start, span.slice(raw))).collect::<Vec<_>>().join(" | ");
    Some(format!("{side} {}: engine {}; reader {}", ours.document, show(&ours.spans), show(&theirs.spans)))
}
