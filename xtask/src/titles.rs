//! The titles of the articles that ship, in the page itself: what a reader sees whose browser runs no script.
//!
//! They are found in the texts by the engine, as the page finds them, so that they cannot go stale.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use recoupe::corpus::{Corpus, Document};
use recoupe::shipped;

/// Where they go in `index.html`.
const PLACE: &str = r#"<ul id="titles"></ul>"#;

/// Writes them into the page in `folder`.
///
/// # Errors
/// When the page cannot be read or written, or has no place for them.
pub fn write(folder: &Path) -> Result<()> {
    let path = folder.join("index.html");
    let page = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    fs::write(&path, with_titles(&page)?).with_context(|| format!("cannot write {}", path.display()))
}

/// `page` with the titles in their place.
fn with_titles(page: &str) -> Result<String> {
    let Some((before, after)) = page.split_once(PLACE) else { bail!("index.html has no {PLACE}") };
    let (title, articles) = shipped::articles()?;
    let corpus = Corpus::read(Some(title), articles)?;
    let items: String = corpus.documents.iter().map(item).collect();
    Ok(format!(r#"{before}<ul id="titles">{items}</ul>{after}"#))
}

fn item(document: &Document) -> String {
    let opening = || document.sentences.first().map(|sentence| sentence.span.slice(document.text()).to_owned());
    let title = document.metadata.title.as_ref().map(|title| title.value.clone()).or_else(opening).unwrap_or_default();
    format!(r#"<li lang="{}">{}</li>"#, document.language.code(), escaped(&title))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_script_the_page_shows_every_title() {
        let source = fs::read_to_string(crate::workspace().join("index.html")).expect("the page is there");
        let page = with_titles(&source).expect("the page has a place for them");
        let (before, rest) = page.split_once("<noscript>").expect("there is a notice");
        let (notice, _) = rest.split_once("</noscript>").expect("it ends");
        assert_eq!((notice.matches("<li lang=\"fr\">").count(), before.contains("<li ")), (5, false));
        assert!(notice.contains("Bernard Cazeneuve demande à Google et Facebook") && !notice.contains("<li lang=\"fr\"></li>"));
        assert!(notice.contains("lang=\"en\""));
    }

    #[test]
    fn a_page_without_their_place_is_an_error() {
        assert!(with_titles("<html></html>").is_err());
        assert_eq!(escaped("a < b & c"), "a &lt; b &amp; c");
    }
}
