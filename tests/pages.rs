//! Pages of many makes, all invented, and what a careful reader says each line of them is for.
//!
//! `UPDATE_EXPECT=1 cargo test --test pages` writes what the engine says; read the difference line by line before it is kept.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use expect_test::expect_file;
use recoupe::corpus::{Article, Corpus, Document, Fact, ZoneKind};
use recoupe::text::filling;

const PAGES: [&str; 12] = [
    "english_page.html",
    "english_text.txt",
    "interview.txt",
    "line_breaks.html",
    "lists.html",
    "live_blog.html",
    "markdown.md",
    "one_line_dispatch.txt",
    "paywall.html",
    "press_release.txt",
    "regional_daily.html",
    "wrapped_crlf.txt",
];

fn read(name: &str) -> Document {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages").join(name);
    let text = fs::read_to_string(path).expect("the page is there");
    let article = Article::new(name, &text);
    Corpus::read(None, vec![article]).expect("the page is a corpus").documents.remove(0)
}

fn squeezed(text: &str) -> String {
    filling::stripped(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Metadata, then the zones by paragraph; a bar stands where a sentence of the article ends.
fn shown(document: &Document) -> String {
    let mut text = String::new();
    let mut fact = |name: &str, fact: Option<&Fact<String>>| {
        if let Some(fact) = fact {
            writeln!(text, "{name} = {}", fact.value).expect("a string takes all");
        }
    };
    let known = &document.metadata;
    fact("title", known.title.as_ref());
    fact("outlet", known.outlet.as_ref());
    known.authors.iter().for_each(|author| fact("author", Some(author)));
    fact("published", known.published.as_ref());
    fact("updated", known.updated.as_ref());
    known.agencies.iter().for_each(|agency| fact("agency", Some(agency)));
    for zone in document.paragraphs_of(|kind| kind != ZoneKind::Markup) {
        let sentences: Vec<String> = document
            .sentences
            .iter()
            .filter(|sentence| zone.span.contains(sentence.span))
            .map(|sentence| squeezed(sentence.span.slice(document.text())))
            .collect();
        let line = if sentences.is_empty() { squeezed(zone.span.slice(document.text())) } else { sentences.join(" | ") };
        writeln!(text, "{}: {line}", zone.kind.label()).expect("a string takes all");
    }
    text
}

#[test]
fn every_line_of_every_page_is_what_a_reader_says() {
    for name in PAGES {
        expect_file![format!("pages/{name}.truth")].assert_eq(&shown(&read(name)));
    }
}
