//! Hands what was found in the articles to the search, so that a query can ask for it.

use crate::corpus::Corpus;
use crate::entities::{Entity, EntityIndex, Mention};
use crate::figures::{Figure, FigureIndex, Value};
use crate::quotes::{Quote, QuoteIndex};
use crate::search::SearchIndex;
use crate::search::layer::{Annotation, Layer};
use crate::times::{Day, Time, TimeIndex};

/// Hands over everything that was found.
pub fn hand_over(
    index: &mut SearchIndex,
    corpus: &Corpus,
    entities: &EntityIndex,
    quotes: &QuoteIndex,
    times: &TimeIndex,
    figures: &FigureIndex,
) {
    hand_over_named(index, corpus, entities, quotes);
    hand_over_days(index, corpus, times);
    hand_over_figures(index, corpus, figures);
}

/// Hands over what hangs on names.
pub fn hand_over_named(index: &mut SearchIndex, corpus: &Corpus, entities: &EntityIndex, quotes: &QuoteIndex) {
    hand_over_names(index, corpus, entities);
    hand_over_quotes(index, corpus, entities, quotes);
}

/// Makes names searchable under every name of their entity, and by its type.
fn hand_over_names(index: &mut SearchIndex, corpus: &Corpus, entities: &EntityIndex) {
    let mut hand = |layer: Layer, key: &dyn Fn(&Entity) -> String| {
        let keys: Vec<String> = entities.entities.iter().map(key).collect();
        let of_mention = |mention: &Mention| Annotation { document: mention.document, span: mention.span, key: mention.entity.0 };
        index.set_layer(corpus, layer, &keys, &mut entities.mentions.iter().map(of_mention));
    };
    hand(Layer::Entity, &names);
    hand(Layer::EntityType, &|entity| entity.kind.label().to_lowercase());
}

/// All by which an entity is called, one a line.
fn names(entity: &Entity) -> String {
    let mut names = vec![entity.name.as_str()];
    names.extend(entity.aliases.iter().map(String::as_str));
    names.push(&entity.slug);
    // A name may stand over two lines of its article.
    names.iter().map(|name| name.replace('\n', " ")).collect::<Vec<_>>().join("\n")
}

/// Makes quotations searchable, and by who speaks, under every name.
fn hand_over_quotes(index: &mut SearchIndex, corpus: &Corpus, entities: &EntityIndex, quotes: &QuoteIndex) {
    let quoted = |quote: &Quote| Annotation { document: quote.document, span: quote.span, key: 0 };
    index.set_layer(corpus, Layer::Quotation, &[String::new()], &mut quotes.quotes.iter().map(quoted));
    let keys: Vec<String> = entities.entities.iter().map(names).collect();
    let spoken = |quote: &Quote| Some(Annotation { key: quote.speaker.as_ref()?.entity?.0, ..quoted(quote) });
    index.set_layer(corpus, Layer::Speaker, &keys, &mut quotes.quotes.iter().filter_map(spoken));
}

/// Makes days searchable by their date.
pub fn hand_over_days(index: &mut SearchIndex, corpus: &Corpus, times: &TimeIndex) {
    let (told, keys): (Vec<&Time>, Vec<String>) = times.times.iter().filter_map(|time| Some((time, days(time)?))).unzip();
    let of_time = |(time, key): (&Time, u32)| Annotation { document: time.document, span: time.span, key };
    index.set_layer(corpus, Layer::Day, &keys, &mut told.into_iter().zip(0..).map(of_time));
}

/// Makes figures searchable by their number and by what is counted.
fn hand_over_figures(index: &mut SearchIndex, corpus: &Corpus, figures: &FigureIndex) {
    let keys: Vec<String> = figures.figures.iter().map(counted).collect();
    let of_figure = |(figure, key): (&Figure, u32)| Annotation { document: figure.document, span: figure.span, key };
    index.set_layer(corpus, Layer::Figure, &keys, &mut figures.figures.iter().zip(0..).map(of_figure));
}

/// Days told one by one: a month has so many; of a longer time no single day is meant.
const MOST_DAYS: i32 = 31;

/// The days that an expression stands for.
fn days(time: &Time) -> Option<String> {
    let (first, last) = time.earliest.zip(time.latest)?;
    if !(0..MOST_DAYS).contains(&(last.0 - first.0)) {
        return None;
    }
    Some((first.0..=last.0).map(|day| Day(day).iso()).collect::<Vec<_>>().join(" "))
}

/// The numbers, the unit and the noun of a figure.
fn counted(figure: &Figure) -> String {
    let numbers = match figure.value {
        Value::Number(number) => number.to_string(),
        Value::Range(least, most) => format!("{least} {most}"),
        Value::Ratio { part, of } => format!("{part} {of}"),
    };
    let counted = figure.counted.as_ref().map_or("", |counted| &counted.key);
    [&numbers, figure.unit.as_deref().unwrap_or_default(), counted].join(" ")
}
