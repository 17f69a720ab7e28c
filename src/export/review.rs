//! A press review to go on writing: articles with where they come from, who is quoted in few words, which figures they give. Markdown.
//!
//! Quotations are short, and each has its reference; who wants more goes to the article.

use std::fmt::Write;

use super::Layers;
use crate::corpus::{Corpus, Document, Fact};
use crate::quotes::QuoteKind;
use crate::say;
use crate::text::filling;

/// Quotations of one article, and words of each.
const QUOTATIONS: usize = 5;
const WORDS: usize = 25;

/// The whole review, articles in the order of the corpus.
pub fn review(corpus: &Corpus, layers: Layers) -> String {
    let mut markdown = format!("# {}\n", corpus.title.as_deref().unwrap_or(say!("Revue de presse", "Press review")));
    corpus.documents.iter().for_each(|document| article(&mut markdown, document, layers));
    let _ = write!(markdown, "\n---\nRecoupe {}\n", env!("CARGO_PKG_VERSION"));
    markdown
}

fn article(markdown: &mut String, document: &Document, layers: Layers) {
    let facts = &document.metadata;
    let title = facts.title.as_ref().map_or(document.name.as_str(), |title| title.value.as_str());
    let _ = write!(markdown, "\n## {}\n\n", plain(title));
    let guess = |fact: &Fact<String>| format!("{}{}", plain(&fact.value), if fact.is_inferred() { " (?)" } else { "" });
    let authors = facts.authors.iter().map(guess).collect::<Vec<_>>().join(", ");
    let source = [facts.outlet.as_ref().map(guess), facts.published.as_ref().map(guess), (!authors.is_empty()).then_some(authors)];
    let reference = source.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let _ = writeln!(markdown, "{reference}{}\n", facts.url.as_ref().map_or_else(String::new, |url| format!(" <{}>", url.value)));
    let said = layers.quotes.quotes_in(document.id).iter().filter(|quote| matches!(quote.kind, QuoteKind::Direct | QuoteKind::Partial));
    for quote in said.take(QUOTATIONS) {
        let words = quote.parts.iter().map(|part| filling::in_one_line(part.slice(document.text()))).collect::<Vec<_>>().join(" ");
        let speaker = quote.speaker.map(|speaker| layers.name_of(speaker, document));
        let _ =
            writeln!(markdown, "> {}", say!(format!("«\u{a0}{}\u{a0}»", plain(&short(&words))), format!("“{}”", plain(&short(&words)))));
        let _ = writeln!(
            markdown,
            "> — {}{}\n",
            plain(&speaker.unwrap_or_else(|| "?".to_owned())),
            if reference.is_empty() { String::new() } else { format!(" ({reference})") }
        );
    }
}

/// The first words.
fn short(words: &str) -> String {
    let mut kept = words.split_whitespace();
    let shown: Vec<&str> = kept.by_ref().take(WORDS).collect();
    format!("{}{}", shown.join(" "), if kept.next().is_some() { " […]" } else { "" })
}

/// Without what Markdown would read.
fn plain(words: &str) -> String {
    words.chars().fold(String::new(), |mut plain, c| {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|') {
            plain.push('\\');
        }
        plain.push(c);
        plain
    })
}
