//! Passages that say the same, in invented articles in which all of them are marked (`tests/statements/`), so that what is found
//! beyond them is wrong; and where one sentence stands in another article.

#[path = "../statements/marks.rs"]
mod marks;

use std::path::Path;

use recoupe::compare::Closeness;
use recoupe::corpus::{Article, Corpus, Fact, Metadata};
use recoupe::engine::Engine;
use recoupe::id::DocumentId;
use recoupe::span::Span;

use super::alignments::Pair;
use super::gold::Alignment;
use super::{Figure, Measure, Place};
use marks::MarkedArticle;

/// On which the weights were fitted and what was wrong was looked at.
pub const READ: [&str; 3] = ["crue", "greve", "match"];
/// Written before anything was measured, and only scored.
pub const BLIND: [&str; 2] = ["proces", "rachat"];
/// By two other hands who had not seen the rules: one that may be looked at, and one that is only scored.
pub const SECOND_READ: [&str; 2] = ["second/read/ammoniac", "second/read/putsch"];
pub const SECOND_BLIND: [&str; 2] = ["second/blind/maternite", "second/blind/opa"];
/// By five more hands.
pub const THIRD_READ: [&str; 3] = ["third/read/ferry", "third/read/handball", "third/read/album"];
pub const THIRD_BLIND: [&str; 2] = ["third/blind/eau", "third/blind/election"];

struct Event {
    articles: Vec<MarkedArticle>,
    engine: Engine,
}

impl Event {
    fn read(name: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/statements/{name}.txt"));
        let name = name.rsplit('/').next().expect("a path has an end");
        let articles = marks::read(name, &std::fs::read_to_string(path).expect("the corpus is there"));
        let article = |marked: &MarkedArticle| {
            let given = Metadata { published: Some(Fact::given(marked.published.clone())), ..Metadata::default() };
            Article { given, ..Article::new(&marked.name, &marked.text) }
        };
        let corpus = Corpus::read(None, articles.iter().map(article).collect()).expect("the articles are a corpus");
        Self { articles, engine: Engine::new(corpus) }
    }

    /// Passages of one label in two articles, with its letter.
    fn gold(&self) -> Vec<(char, Pair)> {
        let mut gold = Vec::new();
        for (at, a) in self.articles.iter().enumerate() {
            for b in &self.articles[at + 1..] {
                for (label, start, end) in &a.marks {
                    for (_, other_start, other_end) in b.marks.iter().filter(|(other, ..)| other == label) {
                        let letter = label.chars().next().expect("a label has a letter");
                        gold.push((letter, Pair { a: place(&a.name, *start, *end), b: place(&b.name, *other_start, *other_end) }));
                    }
                }
            }
        }
        gold
    }

    fn found(&self) -> Vec<(Closeness, Pair)> {
        let documents = &self.engine.corpus().documents;
        let mut found = Vec::new();
        for (at, a) in documents.iter().enumerate() {
            for b in &documents[at + 1..] {
                let passages = self.engine.comparer().compare(self.engine.annotated(), a.id, b.id).passages;
                let pair = |x: Span, y: Span| Pair { a: span(&a.name, x), b: span(&b.name, y) };
                found.extend(passages.into_iter().map(|passage| (passage.closeness, pair(passage.a, passage.b))));
            }
        }
        found
    }

    fn text(&self, place: &Place) -> &str {
        let article = self.articles.iter().find(|article| article.name == place.doc).expect("the place is in an article");
        &article.text[place.start as usize..place.end as usize]
    }
}

/// Bytes do as well as scalars, as long as both sides have them.
fn place(name: &str, start: usize, end: usize) -> Place {
    Place { doc: name.to_owned(), start: start as u32, end: end as u32 }
}

fn span(name: &str, span: Span) -> Place {
    place(name, span.start as usize, span.end as usize)
}

/// One passage of the one lies on one of the other by half, both of both.
fn covers(gold: &Pair, found: &Pair) -> bool {
    gold.a.half(&found.a) && gold.b.half(&found.b)
}

/// Figures of some events, and what is wrong in them: found beyond the marks, looked-alike taken for the same, and missed.
pub fn score(names: [&'static str; 4], events: &[&str]) -> (Vec<Figure>, Vec<String>) {
    let (mut recall, mut precision, mut first) = ([Measure::default(); 3], Measure::default(), Measure::default());
    let mut wrong = Vec::new();
    for event in events.iter().map(|name| Event::read(name)) {
        let (gold, found) = (event.gold(), event.found());
        for (letter, pair) in gold.iter().filter(|(letter, _)| *letter != 'x') {
            let is_found = found.iter().any(|(_, other)| covers(pair, other));
            let at = ['q', 'p', 'f'].iter().position(|kind| kind == letter).expect("a letter says how");
            recall[at].add(Measure::share(usize::from(is_found), 1));
            if !is_found {
                wrong.push(format!("missed {letter}: {} | {}", event.text(&pair.a), event.text(&pair.b)));
            }
            first.add(Measure::share(usize::from(stands_first(&event.engine, &gold, pair)), 1));
        }
        for (closeness, pair) in &found {
            let is_right = gold.iter().any(|(letter, other)| *letter != 'x' && covers(other, pair));
            precision.add(Measure::share(usize::from(is_right), 1));
            if !is_right {
                wrong.push(format!("wrong {closeness:?}: {} | {}", event.text(&pair.a), event.text(&pair.b)));
            }
        }
    }
    let mut told = Measure::default();
    recall[1..].iter().for_each(|measure| told.add(*measure));
    let figures = [recall[0], told, precision, first];
    (names.into_iter().zip(figures).map(|(name, measure)| Figure { name, measure }).collect(), wrong)
}

/// True when the first passage found for one side lies on a passage that says the same: where one article says a thing twice,
/// either will do.
fn stands_first(engine: &Engine, gold: &[(char, Pair)], pair: &Pair) -> bool {
    let of = |place: &Place| engine.corpus().documents.iter().find(|document| document.name == place.doc).expect("it is an article");
    let (a, b) = (of(&pair.a), of(&pair.b));
    let asked = Span::new(pair.a.start as usize, pair.a.end as usize);
    let there = engine.comparer().elsewhere(engine.annotated(), a.id, asked);
    let Some(found) = there.found.iter().find(|found| found.document == b.id) else { return false };
    let found = span(&b.name, found.span);
    gold.iter().any(|(letter, other)| *letter != 'x' && other.a.half(&pair.a) && other.b.half(&found))
}

/// On the five pages: for each strong alignment, asked from either side, whether the first passage found in the other article
/// lies on one that the list gives for it.
pub fn elsewhere(gold: &[Alignment], engine: &Engine) -> Measure {
    let mut measure = Measure::default();
    for alignment in gold.iter().filter(|g| matches!(g.strength.as_str(), "strong" | "exact" | "variant" | "truncated")) {
        for (from, to) in [(&alignment.a, &alignment.b), (&alignment.b, &alignment.a)] {
            measure.add(Measure::share(usize::from(is_first(engine, gold, from, to)), 1));
        }
    }
    measure
}

fn is_first(engine: &Engine, gold: &[Alignment], from: &Place, to: &Place) -> bool {
    let documents = &engine.corpus().documents;
    let of = |place: &Place| documents.iter().find(|document| document.name.starts_with(&place.doc)).expect("it is an article");
    let (a, b): (DocumentId, DocumentId) = (of(from).id, of(to).id);
    let byte = |raw: &str, at: u32| raw.char_indices().nth(at as usize).map_or(raw.len(), |(at, _)| at);
    let raw = &of(from).raw;
    let asked = Span::new(byte(raw, from.start), byte(raw, from.end));
    let there = engine.comparer().elsewhere(engine.annotated(), a, asked);
    let Some(found) = there.found.iter().find(|found| found.document == b) else { return false };
    let raw = &of(to).raw;
    let scalars = |at: u32| raw[..at as usize].chars().count() as u32;
    let found = Place::new(&to.doc, scalars(found.span.start), scalars(found.span.end));
    let sides = |g: &Alignment| [(g.a.clone(), g.b.clone()), (g.b.clone(), g.a.clone())];
    gold.iter().flat_map(sides).any(|(own, other)| own.half(from) && other.half(&found))
}
