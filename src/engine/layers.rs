//! Hands what was found in the articles to the search, so that a query can ask for it.

use crate::corpus::Corpus;
use crate::entities::{Entity, EntityIndex};
use crate::figures::{Figure, FigureIndex, Value};
use crate::quotes::{Quote, QuoteIndex};
use crate::search::SearchIndex;
use crate::search::layer::{Annotation, Layer};
use crate::times::{Day, Time, TimeIndex};

/// Makes names searchable under every name of their entity, and by its type.
pub fn hand_over_names(index: &mut SearchIndex, corpus: &Corpus, entities: &EntityIndex) {
    let mut hand = |layer: Layer, key: &dyn Fn(&Entity) -> String| {
        let keys: Vec<String> = entities.entities.iter().map(key).collect();
        let mut annotations = entities.mentions.iter().map(|mention| {
            let key = keys[mention.entity.index()].clone();
            Annotation { document: mention.document, span: mention.span, layer, key }
        });
        take(index, corpus, layer, &mut annotations);
    };
    hand(Layer::Entity, &names);
    hand(Layer::EntityType, &|entity| entity.kind.label().to_lowercase());
}

/// All by which an entity is called.
fn names(entity: &Entity) -> String {
    [entity.name.as_str(), &entity.aliases.join(" "), &entity.slug].join(" ")
}

/// Makes quotations searchable, and by who speaks, under every name.
pub fn hand_over_quotes(index: &mut SearchIndex, corpus: &Corpus, entities: &EntityIndex, quotes: &QuoteIndex) {
    let quoted = |quote: &Quote| Annotation { document: quote.document, span: quote.span, layer: Layer::Quotation, key: String::new() };
    take(index, corpus, Layer::Quotation, &mut quotes.quotes.iter().map(quoted));
    let spoken = |quote: &Quote| {
        let speaker = entities.entity(quote.speaker.as_ref()?.entity?)?;
        Some(Annotation { layer: Layer::Speaker, key: names(speaker), ..quoted(quote) })
    };
    take(index, corpus, Layer::Speaker, &mut quotes.quotes.iter().filter_map(spoken));
}

/// Makes days searchable by their date, and figures by their number and by what is counted.
pub fn hand_over_told(index: &mut SearchIndex, corpus: &Corpus, times: &TimeIndex, figures: &FigureIndex) {
    let days = |time: &Time| Some(Annotation { document: time.document, span: time.span, layer: Layer::Day, key: days(time)? });
    take(index, corpus, Layer::Day, &mut times.times.iter().filter_map(days));
    let figure = |figure: &Figure| Annotation { document: figure.document, span: figure.span, layer: Layer::Figure, key: counted(figure) };
    take(index, corpus, Layer::Figure, &mut figures.figures.iter().map(figure));
}

fn take(index: &mut SearchIndex, corpus: &Corpus, layer: Layer, annotations: &mut dyn Iterator<Item = Annotation>) {
    index.set_layer(corpus, layer, annotations);
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
