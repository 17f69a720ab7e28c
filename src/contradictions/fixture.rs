//! Articles of a unit test, read by every layer that a contradiction rests on.

use super::Contradiction;
use crate::compare::Annotated;
use crate::corpus::{Article, Corpus};
use crate::entities::EntityIndex;
use crate::figures::FigureIndex;
use crate::quotes::QuoteIndex;
use crate::times::TimeIndex;

/// A text with its day of publication, as year, month and day with hyphens, or without one.
pub(super) type Dated<'a> = (Option<&'a str>, &'a str);

/// The values of the sides of everything that `find` finds in these articles.
pub(super) fn told(articles: &[Dated], find: impl Fn(&Corpus, Annotated) -> Vec<Contradiction>) -> Vec<Vec<String>> {
    let article = |(at, (day, text)): (usize, &Dated)| match day {
        Some(day) => Article::new(&format!("{at}.md"), &format!("---\ndate: {day}\n---\n\n{text}\n")),
        None => Article::new(&format!("{at}.txt"), text),
    };
    let corpus = Corpus::read(None, articles.iter().enumerate().map(article).collect()).unwrap();
    let entities = EntityIndex::build(&corpus);
    let (quotes, times) = (QuoteIndex::build(&corpus, &entities), TimeIndex::build(&corpus));
    let figures = FigureIndex::build(&corpus, &times);
    let found = Annotated { corpus: &corpus, entities: &entities, quotes: &quotes, times: &times, figures: &figures };
    find(&corpus, found).into_iter().map(|one| one.sides.into_iter().map(|side| side.value).collect()).collect()
}
