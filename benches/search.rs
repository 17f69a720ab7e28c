//! How the search grows with the corpus: `cargo bench --bench search`.
//!
//! One line for each number of articles: seconds to build the index from texts in memory, bytes that it holds, 95th percentile
//! of queries and of keystrokes. Numbers of articles may be given behind `--`, or folders with files of JSON as the peers'
//! harness writes them (lists of articles with `title` and `body`). Absolute times mean little on a shared machine.

#[allow(dead_code, reason = "each user takes what it needs")]
mod generator;

use std::sync::LazyLock;
use std::time::Instant;

use peak_alloc::PeakAlloc;
use recoupe::corpus::Corpus;
use recoupe::search::SearchIndex;
use recoupe::search::query::Field;
use recoupe::text::Language;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const SEED: u64 = 2023;

/// What is typed letter by letter, all words required, the last one going on.
const TYPED: &[&str] = &[
    "terrorisme",
    "ministre de l'intérieur",
    "réforme des retraites",
    "intelligence artificielle",
    "élection présidentielle",
    "l'assemblée nationale",
    "inflation",
    "coupe du monde",
    "porte-parole du gouvernement",
    "etat",
    "oeuvre",
    "incendie forêt",
    "hôpital public",
    "union européenne",
    "cherche",
    "syndicat grève transport",
];

struct Article {
    title: String,
    body: String,
}

fn main() {
    let given: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    println!("{:>8} {:>8} {:>9} {:>7} {:>9} {:>9} {:>9}", "articles", "build s", "MiB", "peak", "query p95", "key p95", "key max");
    if given.is_empty() {
        [1_000, 10_000, 100_000].into_iter().for_each(|n| measure(&generated(n)));
    }
    let mut given = given.into_iter().peekable();
    while let Some(argument) = given.next() {
        match argument.parse() {
            Ok(n) => measure(&generated(n)),
            Err(_) => measure(&of_harness(&argument, given.next_if(|n| n.parse::<usize>().is_ok()).and_then(|n| n.parse().ok()))),
        }
    }
}

fn generated(n: u64) -> Vec<Article> {
    let split = |text: &str| {
        let (title, body) = text.split_once("\n\n").expect("an article has a title");
        Article { title: title.to_owned(), body: body.to_owned() }
    };
    generator::articles(SEED, n).iter().map(|article| split(&article.text)).collect()
}

/// The first `n` articles of the harness' corpus.
fn of_harness(folder: &str, n: Option<usize>) -> Vec<Article> {
    let mut articles = Vec::new();
    let most = n.unwrap_or(usize::MAX);
    for shard in 0.. {
        let Ok(content) = std::fs::read_to_string(format!("{folder}/shard-{shard}.json")) else { break };
        let values: Vec<serde_json::Value> = serde_json::from_str(&content).expect("a file holds a list");
        let text = |value: &serde_json::Value, field: &str| value[field].as_str().unwrap_or_default().to_owned();
        articles.extend(values.iter().map(|value| Article { title: text(value, "title"), body: text(value, "body") }));
        if articles.len() >= most {
            break;
        }
    }
    articles.truncate(most);
    articles
}

fn measure(articles: &[Article]) {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let start = now();
    let mut index = SearchIndex::default();
    index.add_articles(
        articles
            .iter()
            .map(|article| (vec![(Field::Title, article.title.as_str()), (Field::Body, article.body.as_str())], Language::French)),
    );
    index.settle();
    let build = now() - start;
    let mib = |bytes: usize| bytes as f64 / f64::from(1 << 20);
    let (held, peak) = (mib(MEMORY.current_usage() - before), mib(MEMORY.peak_usage() - before));
    let queries = questions(articles);
    let times = |queries: &[String]| {
        let mut times: Vec<(f64, String)> = queries.iter().map(|query| (best_of(&index, query), query.clone())).collect();
        times.sort_by(|a, b| a.0.total_cmp(&b.0));
        times
    };
    if std::env::var_os("ONLY_BUILD").is_some() {
        return;
    }
    let (queries, keys) = (times(&queries), times(&keystrokes()));
    let p95 = |times: &[(f64, String)]| times[times.len() * 95 / 100].0 * 1e3;
    let max = keys.last().map_or(0.0, |(time, _)| time * 1e3);
    println!("{:>8} {build:>8.2} {held:>9.1} {peak:>7.1} {:>9.2} {:>9.2} {max:>9.2}", articles.len(), p95(&queries), p95(&keys));
    if std::env::var_os("SLOWEST").is_some() {
        for (time, query) in queries.iter().rev().take(8).chain(keys.iter().rev().take(24)) {
            println!("    {:>8.2} ms  {query}", time * 1e3);
        }
    }
}

/// Seconds of processor time of this process where the system tells it, else of the clock.
fn now() -> f64 {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split_whitespace().next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(|| START.elapsed().as_secs_f64(), |n| n / 1e9)
}

/// Seconds of the best of five answers: the clock of the system's processor time is too coarse for one.
fn best_of(index: &SearchIndex, query: &str) -> f64 {
    let corpus = Corpus::default();
    let once = || {
        let start = Instant::now();
        std::hint::black_box(index.find(&corpus, query).best(10));
        start.elapsed().as_secs_f64()
    };
    (0..5).map(|_| once()).fold(f64::INFINITY, f64::min)
}

/// Questions of the harness' kinds, drawn from the articles themselves: a word, a rare word, two, three, one letter wrong, a phrase.
fn questions(articles: &[Article]) -> Vec<String> {
    let mut questions = Vec::new();
    for at in 0..40 {
        let words: Vec<&str> = articles[at * 7 % articles.len()].body.split_whitespace().collect();
        let long = |from: usize| {
            words
                .iter()
                .cycle()
                .skip(from)
                .map(|word| word.trim_matches(|c: char| !c.is_alphabetic()))
                .find(|word| word.chars().count() > 4 && word.chars().all(char::is_alphabetic))
                .unwrap_or("port")
        };
        let (a, b, c) = (long(at * 3), long(at * 5 + 40), long(at * 2 + 90));
        questions.push(format!("{a} "));
        questions.push(format!("{a} OR {b} "));
        questions.push(format!("{a} {b} {c} "));
        questions.push(format!("{}z{}~1 ", &a[..a.chars().next().map_or(0, char::len_utf8)], a.chars().skip(1).collect::<String>()));
        questions.push(format!("\"{}\" ", words[at..at + 3].join(" ")));
    }
    questions
}

fn keystrokes() -> Vec<String> {
    let typed = |text: &&str| {
        let ends: Vec<usize> = text.char_indices().map(|(at, c)| at + c.len_utf8()).filter(|end| !text[..*end].ends_with(' ')).collect();
        ends.into_iter().map(|end| text[..end].to_owned()).collect::<Vec<_>>()
    };
    TYPED.iter().flat_map(typed).collect()
}
