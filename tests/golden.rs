//! What three invented articles about a flood give, as a person reads it: `golden/flood.txt`.
//!
//! After a change on purpose: `UPDATE_EXPECT=1 cargo test --test golden`, then read the difference.

use std::fmt::Write;

use expect_test::expect_file;
use recoupe::corpus::{Article, Corpus};
use recoupe::engine::Engine;
use recoupe::export;

const ARTICLES: [(&str, &str); 3] = [
    ("courrier.txt", include_str!("golden/flood/courrier.txt")),
    ("gazette.txt", include_str!("golden/flood/gazette.txt")),
    ("littoral.md", include_str!("golden/flood/littoral.md")),
];

const QUERIES: [&str; 5] = ["digue", "\"quartier des tanneurs\"", "vanne ouverte", "Vaultier NOT Hydralys", "marché"];

/// The scalars `[start, end)` of the article called `doc`, cut short in the middle.
fn slice(doc: &str, start: u32, end: u32) -> String {
    let (_, text) = ARTICLES.iter().find(|(name, _)| *name == doc).expect("records name an article");
    let scalars: Vec<char> = text.chars().collect();
    let scalars = &scalars[start as usize..end as usize];
    if scalars.len() <= 90 {
        return scalars.iter().collect();
    }
    let (head, tail) = (&scalars[..50], &scalars[scalars.len() - 35..]);
    format!("{} … {}", head.iter().collect::<String>(), tail.iter().collect::<String>())
}

/// What was found in each article.
fn articles(engine: &Engine, text: &mut String) -> std::fmt::Result {
    let (corpus, index) = (engine.corpus(), engine.entities());
    for document in &corpus.documents {
        let metadata = export::metadata(&document.name, &document.metadata, document.language.code());
        writeln!(text, "══ {}\n{}\n", document.name, serde_json::to_string_pretty(&metadata).expect("records serialize"))?;
        for zone in export::zones(document) {
            writeln!(text, "{:12}{}", zone.zone, slice(&zone.doc, zone.start, zone.end))?;
        }
        writeln!(text)?;
        for mention in export::mentions(document, index.mentions_in(document.id), &index.entities) {
            let surface = slice(&mention.doc, mention.start, mention.end);
            writeln!(text, "{:5} {:8} {surface} → {} ({:.1})", mention.entity_type, mention.kind, mention.id, mention.confidence)?;
        }
        writeln!(text)?;
    }
    Ok(())
}

/// What was found across the articles.
fn across(engine: &Engine, text: &mut String) -> std::fmt::Result {
    let (corpus, index) = (engine.corpus(), engine.entities());
    writeln!(text, "══ entities")?;
    for entity in export::entities(corpus, index) {
        let counts: Vec<String> = entity.n_mentions.0.iter().map(|(doc, n)| format!("{doc} {n}")).collect();
        writeln!(text, "{} {} | {} | {}", entity.id, entity.name, entity.aliases.join(", "), counts.join(", "))?;
    }
    writeln!(text, "\n══ alignments")?;
    for alignment in export::all_alignments(engine.annotated(), engine.comparer()) {
        writeln!(text, "{:?} {:.1}", alignment.kind, alignment.score)?;
        for side in [alignment.a, alignment.b] {
            writeln!(text, "    {:13} {}", side.doc, slice(&side.doc, side.start, side.end))?;
        }
    }
    for query in QUERIES {
        writeln!(text, "\n══ search {query}")?;
        let found = export::search(corpus, &engine.index().search(corpus, query, usize::MAX));
        for hit in &found.hits {
            let marks: Vec<String> = hit.spans.iter().map(|[start, end]| slice(&hit.doc, *start, *end)).collect();
            writeln!(text, "{:13} {:.1}  {}", hit.doc, hit.score, marks.join(" | "))?;
        }
        found.notices.iter().try_for_each(|notice| writeln!(text, "({notice})"))?;
    }
    Ok(())
}

#[test]
fn the_golden_answer_stands() {
    let article = |(name, text): &(&str, &str)| Article::new(name, text);
    let engine = Engine::new(Corpus::read(None, ARTICLES.iter().map(article).collect()).expect("the articles are a corpus"));
    let mut text = String::new();
    articles(&engine, &mut text).and_then(|()| across(&engine, &mut text)).expect("writing to a string does not fail");
    expect_file!["golden/flood.txt"].assert_eq(&text);
}
