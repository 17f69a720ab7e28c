//! Who speaks in each quotation, and how many words are theirs: what every answer about quotations is made of.
//!
//! A source that is only described is one voice within its article: the same description in another may be somebody else.
//! A word within a quotation within another counts once, for who speaks it last.

use crate::corpus::{Corpus, Document};
use crate::id::EntityId;
use crate::order::Order;
use crate::protocol::{NOBODY, Tally};
use crate::quotes::{Certainty, Quote, QuoteIndex, QuoteKind};
use crate::span::Span;
use crate::text::{self, filling, fold};

/// Letters of a description that are shown.
const LONGEST_NAME: usize = 120;

/// Voices and words of all quotations of a corpus.
#[derive(Debug, Default)]
pub(super) struct Voices {
    /// Of each voice who it is.
    pub who: Vec<Who>,
    /// Of each voice the words that describe it first; empty for one that is named.
    pub described: Vec<String>,
    /// Of each quotation its voice.
    pub of_quote: Vec<u32>,
    /// Of each quotation the words that are its speaker's own.
    pub n_words: Vec<u32>,
}

/// Whose voice it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Who {
    Named(EntityId),
    /// The key of the description: article, and its words folded.
    Described(String),
    Nobody,
}

impl Voices {
    pub fn of(corpus: &Corpus, index: &QuoteIndex) -> Self {
        let of_quote =
            |quote: &Quote| corpus.document(quote.document).map_or((Who::Nobody, String::new()), |document| who(document, quote));
        let all: Vec<(Who, String)> = index.quotes.iter().map(of_quote).collect();
        let mut who: Vec<Who> = all.iter().map(|(who, _)| who.clone()).collect();
        who.order();
        who.dedup();
        let mut voices = Self { n_words: own_words(corpus, index), described: vec![String::new(); who.len()], who, of_quote: Vec::new() };
        for (one, words) in all {
            let place = voices.who.binary_search(&one).unwrap_or_default();
            if voices.described[place].is_empty() {
                voices.described[place] = words;
            }
            voices.of_quote.push(super::n_of(place));
        }
        voices
    }

    /// What one quotation counts.
    pub fn tally(&self, quote: &Quote, at: usize) -> Tally {
        let n_words = self.n_words[at];
        let uncertain = quote.speaker.is_some_and(|speaker| speaker.certainty == Certainty::Guessed);
        Tally { n_quotes: 1, n_words, n_uncertain: if uncertain { n_words } else { 0 } }
    }
}

impl Tally {
    pub(super) fn add(&mut self, other: Self) {
        self.n_quotes += other.n_quotes;
        self.n_words += other.n_words;
        self.n_uncertain += other.n_uncertain;
    }
}

impl Who {
    /// The key of all that nobody is said to have spoken.
    pub fn nobody() -> String {
        NOBODY.to_owned()
    }
}

/// True for what somebody said.
pub(super) fn is_spoken(quote: &Quote) -> bool {
    !matches!(quote.kind, QuoteKind::Scare | QuoteKind::Title)
}

/// Who speaks, and how a source without name is described.
fn who(document: &Document, quote: &Quote) -> (Who, String) {
    let Some(speaker) = quote.speaker else { return (Who::Nobody, String::new()) };
    if let Some(id) = speaker.entity {
        return (Who::Named(id), String::new());
    }
    let name = clipped(&shown(document, speaker.mention), LONGEST_NAME);
    (Who::Described(format!("source:{}:{}", document.name, fold(&name))), name)
}

/// A stretch of an article as a reader sees it, on one line.
pub(super) fn shown(document: &Document, span: Span) -> String {
    filling::in_one_line(span.slice(document.text()))
}

/// The first letters of a text.
pub(super) fn clipped(text: &str, n_letters: usize) -> String {
    let mut shown: String = text.chars().take(n_letters).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}

fn own_words(corpus: &Corpus, index: &QuoteIndex) -> Vec<u32> {
    let mut own: Vec<u32> = Vec::with_capacity(index.quotes.len());
    // Spoken quotations around the place that is looked at.
    let mut around: Vec<usize> = Vec::new();
    for (at, quote) in index.quotes.iter().enumerate() {
        let count = |span: &Span| corpus.document(quote.document).map_or(0, |document| text::words(document.text(), *span).count());
        let n = super::n_of(quote.parts.iter().map(count).sum());
        own.push(n);
        if !is_spoken(quote) {
            continue;
        }
        let holds = |outer: &usize| {
            let outer = &index.quotes[*outer];
            outer.document == quote.document && outer.span.contains(quote.span)
        };
        while around.last().is_some_and(|outer| !holds(outer)) {
            around.pop();
        }
        if let Some(outer) = around.last() {
            own[*outer] = own[*outer].saturating_sub(n);
        }
        around.push(at);
    }
    own
}
