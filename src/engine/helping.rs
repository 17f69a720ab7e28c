//! The help on the query language, filled with words of the open corpus.
//!
//! A word that fits an example is looked for in the first articles only: any will do, as long as the example finds something.

use super::Engine;
use crate::corpus::{Document, ZoneKind};
use crate::figures::Value;
use crate::protocol::{HelpLine, HelpState};
use crate::search::{self, EXAMPLES};
use crate::span::Span;
use crate::text::{self, fold};
use crate::times::Day;

/// Articles looked at for words.
const LOOKED_AT: usize = 50;

/// Letters of a word that can be cut at both ends and still means something.
const LONG: usize = 8;

/// Letters of a word that says something alone.
const TELLING: usize = 6;

/// What stands in the gaps of the examples.
#[derive(Debug, Default)]
struct Words {
    word: Option<String>,
    other: Option<String>,
    long: Option<String>,
    expression: Option<String>,
}

impl Engine {
    pub(super) fn help(&self) -> Vec<HelpLine> {
        let words = Words::of(&self.corpus.documents);
        let fill = |gap: &str| self.filling(&words, gap);
        let line = |example: &search::Example| {
            let filled = example.filled(&fill).map(|query| (self.state(&query), query));
            // What the corpus has nothing for is told all the same.
            let (state, query) =
                filled.filter(|(state, _)| *state != HelpState::Answered(0)).unwrap_or_else(|| (HelpState::Pattern, bare(example.pattern)));
            HelpLine { what: example.what().to_owned(), query, state }
        };
        EXAMPLES.iter().map(line).collect()
    }

    fn state(&self, query: &str) -> HelpState {
        if cfg!(not(feature = "whole")) && search::needs_whole(query) {
            return HelpState::Unknown;
        }
        HelpState::Answered(self.index.find(&self.corpus, query).n_whole())
    }

    fn filling(&self, words: &Words, gap: &str) -> Option<String> {
        let part = |from: usize, to: usize| words.long.as_ref().map(|long| long.chars().skip(from).take(to - from).collect::<String>());
        let article = |at: usize| self.corpus.documents.get(at).map(|document| super::completing::stem(&document.name).to_owned());
        match gap {
            "mot" => words.word.clone(),
            "autre" => words.other.clone(),
            "début" => part(0, 4),
            "fin" => words.long.as_ref().and_then(|long| part(long.chars().count() - 5, usize::MAX)),
            "expression" => words.expression.clone(),
            "média" => self.facets.outlets.labels.first().cloned(),
            "auteur" => self.facets.authors.labels.first().cloned(),
            "nom" => self.entities.entities.first().map(|entity| entity.name.clone()),
            "mois" => self.facets.months.labels.first().cloned(),
            "locuteur" => {
                self.quotes.quotes.iter().find_map(|quote| Some(self.entities.entity(quote.speaker.as_ref()?.entity?)?.name.clone()))
            }
            "jour" => self.times.times.iter().find_map(|time| time.earliest.filter(|first| time.latest == Some(*first))).map(Day::iso),
            "nombre" => self.figures.figures.iter().find_map(|figure| match figure.value {
                Value::Number(number) => Some(number.to_string()),
                _ => None,
            }),
            "article" => article(0),
            "second" => article(1),
            _ => None,
        }
    }
}

/// A pattern as it is shown where nothing fills it: `speaker:…`.
fn bare(pattern: &str) -> String {
    let mut shown = String::new();
    let mut gap = false;
    for c in pattern.chars() {
        match c {
            '{' => gap = true,
            '}' => {
                gap = false;
                shown.push('…');
            }
            c if !gap => shown.push(c),
            _ => {}
        }
    }
    shown
}

impl Words {
    /// The first words that fit, of the first sentence that has them all.
    fn of(documents: &[Document]) -> Self {
        let mut found = Self::default();
        for document in documents.iter().take(LOOKED_AT) {
            let raw = document.text();
            let titles = document.zones.iter().filter(|zone| zone.kind == ZoneKind::Title);
            let title: Vec<String> = titles.flat_map(|zone| telling(raw, zone.span)).map(|(word, _)| word).collect();
            for sentence in &document.sentences {
                let words: Vec<(String, Span)> = telling(raw, sentence.span).collect();
                if found.long.is_none() {
                    found.long = words.iter().map(|(word, _)| word).find(|word| word.chars().count() >= LONG).cloned();
                }
                if found.expression.is_none() {
                    let near = words.windows(2).find(|pair| raw[pair[0].1.range().end..pair[1].1.range().start] == *" ");
                    found.expression = near.map(|pair| format!("{} {}", pair[0].0, pair[1].0));
                }
                let word = words.iter().find(|(word, _)| title.contains(word));
                let other = word.and_then(|(word, _)| words.iter().find(|(other, _)| fold(other) != fold(word)));
                if let (None, Some((word, _)), Some((other, _))) = (&found.word, word, other) {
                    (found.word, found.other) = (Some(word.clone()), Some(other.clone()));
                }
                if found.word.is_some() && found.long.is_some() && found.expression.is_some() {
                    return found;
                }
            }
        }
        found
    }
}

/// Words of `within` that say something alone, and are no names, as far as their first letter tells.
fn telling(raw: &str, within: Span) -> impl Iterator<Item = (String, Span)> + '_ {
    text::words(raw, within).filter_map(|span| {
        let word = span.slice(raw);
        let is_plain = word.chars().all(char::is_lowercase) && word.chars().count() >= TELLING;
        is_plain.then(|| (word.to_owned(), span))
    })
}
