//! A press review to go on writing: articles with where they come from, who is quoted in few words, which figures they give. Markdown.
//!
//! Quotations are short, and each has its reference; who wants more goes to the article.

use std::fmt::Write;

use super::Layers;
use crate::corpus::{Corpus, Document, Fact};
use crate::notebook::{Length, Said, Source, in_marks, plain, short};
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
    let said = |fact: &Fact<String>| Said { value: fact.value.clone(), doubt: fact.is_inferred().then(String::new) };
    let (outlet, published) = (facts.outlet.as_ref().map(said), facts.published.as_ref().map(said));
    let source = Source { outlet, published, authors: facts.authors.iter().map(said).collect(), ..Source::default() };
    let reference = source.reference(&plain);
    let _ = writeln!(markdown, "{reference}{}\n", facts.url.as_ref().map_or_else(String::new, |url| format!(" <{}>", url.value)));
    let said = layers.quotes.quotes_in(document.id).iter().filter(|quote| matches!(quote.kind, QuoteKind::Direct | QuoteKind::Partial));
    for quote in said.take(QUOTATIONS) {
        let words = quote.parts.iter().map(|part| filling::in_one_line(part.slice(document.text()))).collect::<Vec<_>>().join(" ");
        let speaker = quote.speaker.map(|speaker| layers.name_of(speaker, document));
        let _ = writeln!(markdown, "> {}", in_marks(&plain(&short(&words, Length::Short, WORDS))));
        let _ = writeln!(
            markdown,
            "> — {}{}\n",
            plain(&speaker.unwrap_or_else(|| "?".to_owned())),
            if reference.is_empty() { String::new() } else { format!(" ({reference})") }
        );
    }
}
