//! A press review as it is handed on: its passages cut to length, each with where it comes from, and how much of each article it quotes.
//!
//! Made by who has the articles; the forms in which it is written ([`markdown`](super::markdown), [`html`](super::html)) add no words but
//! those that every one of them has.

use super::{Drawing, Source};
use crate::say;

/// A review with all that it says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Press {
    pub title: String,
    /// Of which corpus.
    pub context: String,
    pub slips: Vec<Slip>,
    /// The articles that are quoted, in the order of their first passage.
    pub sources: Vec<Share>,
    /// What is said at the end: by what it was made.
    pub colophon: String,
}

/// One thing of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Slip {
    Heading(String),
    /// The reader's own.
    Words(String),
    Cutting(Cutting),
}

/// A clipping in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cutting {
    /// From 1.
    pub number: usize,
    pub kind: String,
    /// Who speaks, what is disagreed about, what a chart shows.
    pub said: String,
    pub fragments: Vec<Fragment>,
    /// Of a chart.
    pub drawing: Option<Drawing>,
    /// Where a chart stands, if anywhere on the web.
    pub link: Option<String>,
}

/// A passage, cut to length.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fragment {
    pub words: String,
    /// Place in [`Press::sources`]; none when the article is not in the corpus any more.
    pub source: Option<usize>,
    /// Where it can be read.
    pub link: Option<String>,
    /// That its article or its words are not found any more.
    pub gone: Option<String>,
}

/// An article, and how much of it is quoted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Share {
    pub source: Source,
    pub said: String,
}

/// Above the list of articles.
pub(super) fn references() -> &'static str {
    say!("Références", "References")
}

/// Said once where something is a guess.
pub(super) fn guesses() -> &'static str {
    say!("(?)\u{a0}: déduit, l’article ne le dit pas.", "(?): inferred, the article does not say so.")
}

/// What is said of an article of which nothing is known.
pub(super) fn unknown_source() -> &'static str {
    say!("source non indiquée", "source not stated")
}

/// What a chart's link says.
pub(super) fn see_chart() -> &'static str {
    say!("Voir le graphique", "See the chart")
}

impl Press {
    /// True when a reference has a guess in it.
    pub(super) fn has_doubt(&self) -> bool {
        self.sources.iter().any(|share| share.source.has_doubt())
    }

    /// The outlet, authors and date of a passage, with the number of its article in the list.
    pub(super) fn reference(&self, fragment: &Fragment, escaped: &dyn Fn(&str) -> String) -> Option<(String, usize)> {
        let at = fragment.source?;
        let reference = self.sources.get(at)?.source.reference(escaped);
        let known = if reference.is_empty() { escaped(unknown_source()) } else { reference };
        Some((known, at + 1))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::{Said, drawing};
    use super::*;

    /// A review that says `words` wherever it can.
    pub fn saying(words: &str) -> Press {
        let said = || Said { value: words.to_owned(), doubt: Some(words.to_owned()) };
        let source = Source {
            title: words.to_owned(),
            outlet: Some(said()),
            authors: vec![said()],
            published: Some(said()),
            url: Some("https://a.org/b".to_owned()),
            language: "fr".to_owned(),
        };
        let fragment = Fragment {
            words: words.to_owned(),
            source: Some(0),
            link: Some(format!("https://recoupe.example/#/lire/{}", words.replace(char::is_whitespace, "+"))),
            gone: Some(words.to_owned()),
        };
        let cutting = Cutting {
            number: 1,
            kind: words.to_owned(),
            said: words.to_owned(),
            fragments: vec![fragment.clone(), Fragment { link: None, ..fragment }],
            drawing: Some(drawing::tests::saying(words)),
            link: Some("javascript:alert(1)".to_owned()),
        };
        Press {
            title: words.to_owned(),
            context: words.to_owned(),
            slips: vec![Slip::Heading(words.to_owned()), Slip::Words(words.to_owned()), Slip::Cutting(cutting)],
            sources: vec![Share { source, said: words.to_owned() }],
            colophon: words.to_owned(),
        }
    }
}
