//! How time and memory grow with the corpus, stage by stage: `cargo bench --bench scale`.
//!
//! One line for each stage at 100, 1,000 and 10,000 articles of 400 words (other numbers may be given behind `--`, or a
//! file of JSON lines with a `text` each): seconds; what is held when the stage is done and the most that was held during it,
//! as multiples of the bytes of text, texts included. Absolute times mean little on a shared machine: read the growth.

#[allow(dead_code, reason = "each user takes what it needs")]
mod generator;

use std::time::Instant;

use peak_alloc::PeakAlloc;
use recoupe::compare::Comparer;
use recoupe::concordance::{Form, Kept, KeynessRequest, Measure, Parting, Question};
use recoupe::corpus::{Article, Corpus};
use recoupe::engine::Engine;
use recoupe::entities::EntityIndex;
use recoupe::facts::Facts;
use recoupe::figures::FigureIndex;
use recoupe::id::DocumentId;
use recoupe::protocol::{
    self, AcrossRequest, ActivityKind, ClassRequest, DistanceBy, DistancesRequest, LessonRequest, Request, Response, SearchRequest,
};
use recoupe::quotes::QuoteIndex;
use recoupe::search::SearchIndex;
use recoupe::times::TimeIndex;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const SEED: u64 = 2023;
const QUERIES: [&str; 4] = ["projet", "\"le maire\" Paul", "budg*", "conseil marché hôpital"];

fn main() {
    let given: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    println!("{:>8} {:11} {:>9} {:>9} {:>7} {:>7}", "articles", "stage", "seconds", "µs/art.", "held", "peak");
    if given.is_empty() {
        rates();
        [100, 1_000, 10_000].into_iter().for_each(|n| measure(|| generator::articles(SEED, n)));
    }
    for argument in given {
        match argument.parse() {
            Ok(n) => measure(|| generator::articles(SEED, n)),
            Err(_) => measure(|| lines(&argument)),
        }
    }
}

/// How many tokens a second are read for quotations, times and figures together, at about 1,000, 10,000 and 100,000 tokens.
/// Names are found before, and are not counted.
fn rates() {
    println!("{:>8} {:>12} {:>12} {:>12} {:>12}", "tokens", "quotes", "times", "figures", "all, tok./s");
    for n in [3, 27, 270] {
        let corpus = Corpus::read(None, generator::articles(SEED, n)).expect("articles are a corpus");
        let entities = EntityIndex::build(&corpus);
        let n_tokens: usize = corpus.documents.iter().map(recoupe::corpus::Document::n_words).sum();
        // A thousand tokens are read in no time that a clock can tell: as many rounds as make up the largest corpus.
        let rounds = (100_000 / n_tokens).clamp(1, 100);
        let timed = |work: &mut dyn FnMut()| {
            let start = Instant::now();
            (0..rounds).for_each(|_| work());
            start.elapsed().as_secs_f64() / rounds as f64
        };
        let quotes = timed(&mut || drop(QuoteIndex::build(&corpus, &entities)));
        let times = timed(&mut || drop(TimeIndex::build(&corpus)));
        let read = TimeIndex::build(&corpus);
        let figures = timed(&mut || drop(FigureIndex::build(&corpus, &read)));
        let rate = |seconds: f64| n_tokens as f64 / seconds;
        let [quoted, dated, counted, all] = [quotes, times, figures, quotes + times + figures].map(rate);
        println!("{n_tokens:>8} {quoted:>12.0} {dated:>12.0} {counted:>12.0} {all:>12.0}");
    }
}

/// Articles of a file of JSON lines.
fn lines(path: &str) -> Vec<Article> {
    let content = std::fs::read_to_string(path).expect("the file given can be read");
    let values = content.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).expect("a line is JSON"));
    values.enumerate().map(|(place, value)| Article::new(&place.to_string(), value["text"].as_str().expect("a line has a text"))).collect()
}

/// Times and weighs the stages of one corpus.
struct Table {
    n_articles: usize,
    n_bytes: usize,
    before: usize,
}

impl Table {
    fn stage<T>(&self, name: &str, work: impl FnOnce() -> T) -> T {
        MEMORY.reset_peak_usage();
        let start = Instant::now();
        let done = work();
        let seconds = start.elapsed().as_secs_f64();
        let multiple = |bytes: usize| bytes.saturating_sub(self.before) as f64 / self.n_bytes as f64;
        let (held, peak) = (multiple(MEMORY.current_usage()), multiple(MEMORY.peak_usage()));
        let each = seconds * 1e6 / self.n_articles as f64;
        println!("{:>8} {name:11} {seconds:>9.3} {each:>9.1} {held:>7.2} {peak:>7.2}", self.n_articles);
        done
    }
}

fn measure(articles: impl Fn() -> Vec<Article>) {
    stages(articles());
    answers(articles());
}

/// Each stage of the analysis by itself, one after the other.
fn stages(articles: Vec<Article>) {
    let n_bytes = generator::n_bytes(&articles);
    let texts: usize = articles.iter().map(|article| article.text.len() + size_of::<Article>() + article.name.len()).sum();
    let table = Table { n_articles: articles.len(), n_bytes, before: MEMORY.current_usage() - texts };
    let corpus = table.stage("read", || Corpus::read(None, articles).expect("articles are a corpus"));
    let entities = table.stage("entities", || EntityIndex::build(&corpus));
    let times = table.stage("times", || TimeIndex::build(&corpus));
    let figures = table.stage("figures", || FigureIndex::build(&corpus, &times));
    let quotes = table.stage("quotes", || QuoteIndex::build(&corpus, &entities));
    table.stage("facts", || Facts::build(&corpus, &entities, &quotes, &times, &figures));
    let index = table.stage("index", || SearchIndex::build(&corpus));
    let comparer = table.stage("comparer", || Comparer::new(&corpus));
    drop((entities, quotes, index, comparer));
}

/// A lesson with all its activities, the next one of the same corpus, and the five questions of an article.
fn class(table: &Table, engine: &mut Engine) {
    for (name, seed) in [("lesson", 1), ("next lesson", 2)] {
        let request = LessonRequest { kinds: ActivityKind::ALL.to_vec(), seed, n_questions: 5, articles: Vec::new(), words: 0 };
        table.stage(name, || engine.answer(Request::Class(ClassRequest::Lesson(request).pack())));
    }
    table.stage("five w", || engine.answer(Request::Class(ClassRequest::FiveW { document: DocumentId(0) }.pack())));
}

/// The whole analysis, the overview, and what the page then asks.
fn answers(articles: Vec<Article>) {
    let n_bytes = generator::n_bytes(&articles);
    let texts: usize = articles.iter().map(|article| article.text.len() + size_of::<Article>() + article.name.len()).sum();
    let table = Table { n_articles: articles.len(), n_bytes, before: MEMORY.current_usage() - texts };
    let mut engine = table.stage("engine", || Engine::new(Corpus::read(None, articles).expect("articles are a corpus")));
    let overview = table.stage("overview", || engine.answer(Request::Overview));
    let bytes = table.stage("encode", || protocol::encode(1, &overview));
    table.stage("decode", || protocol::decode::<Response>(&bytes).expect("what was written is read"));
    if let Response::Overview(overview) = &overview {
        let size = |bytes: Vec<u8>| bytes.len();
        let parts = [
            ("articles", size(protocol::encode(1, &overview.articles))),
            ("entities", size(protocol::encode(1, &overview.entities))),
            ("described", size(protocol::encode(1, &overview.described))),
            ("findings", size(protocol::encode(1, &overview.findings))),
            ("common", size(protocol::encode(1, &overview.common))),
        ];
        println!("         overview in bytes: {parts:?}, {} entities", overview.entities.len());
    }
    let last = DocumentId(u32::try_from(table.n_articles - 1).expect("few articles"));
    table.stage("read one", || engine.answer(Request::Read { document: last }));
    table.stage("compare", || engine.answer(Request::Compare { a: DocumentId(0), b: DocumentId(1) }));
    across(&table, &mut engine);
    class(&table, &mut engine);
    for query in QUERIES {
        table.stage("search", || {
            engine.answer(Request::Search(SearchRequest { query: query.to_owned(), limit: 20, ..SearchRequest::default() }))
        });
    }
}

/// What the pages over all articles ask: words of their own, runs of two and three, what is near what, a hundred headlines.
fn across(table: &Table, engine: &mut Engine) {
    for (name, length) in [("words", 1), ("runs of 2", 2), ("runs of 3", 3)] {
        let (parting, measure) = (Parting::Article, Measure::Specificity);
        let request = KeynessRequest { parting, chosen: None, length, kept: Kept::Content, measure, aside: Vec::new() };
        table.stage(name, || engine.answer(Request::Concordance(Question::Keyness(request).pack(Form::View))));
    }
    for (name, ground) in [("near: text", DistanceBy::Text), ("near: words", DistanceBy::Words)] {
        let request = AcrossRequest::Distances(DistancesRequest { ground, aside: Vec::new() });
        table.stage(name, || engine.answer(Request::Across(request.pack(Form::View))));
    }
    let first = (0..).take(table.n_articles.min(100)).map(DocumentId).collect();
    table.stage("headlines", || engine.answer(Request::Across(AcrossRequest::Headlines(first).pack(Form::View))));
}
