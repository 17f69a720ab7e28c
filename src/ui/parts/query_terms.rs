//! Filters of a query as a person reads them, and the query with one more or one less.

use yew::prelude::*;

use crate::protocol::{FacetField, SearchView};
use crate::search;
use crate::span::Span;
use crate::ui::format;
use crate::ui::messages::filtering;
use crate::ui::route::Place;

/// Filters listed; a query of more is none that a person typed.
const SHOWN: usize = 24;

/// The filters of a query above its results, each to be taken away, or all at once.
pub fn active_filters(found: &SearchView, place: &Place) -> Html {
    // What lies beyond what is read of a query is not carried along in every link.
    let query = search::read_of(&place.query);
    let spans = &found.results.conditions[..found.results.conditions.len().min(SHOWN)];
    if spans.is_empty() {
        return Html::default();
    }
    let to = |query: &str| place.clone().with_query(query).with_shown(0).fragment();
    let chip = |span: &Span| {
        let words = condition_words(query.get(span.range()).unwrap_or_default());
        html! { <li key={span.start}><a href={to(&search::without(query, *span))} aria-label={filtering::remove_filter(&words)}>{ &words }<span aria-hidden="true">{ "\u{a0}×" }</span></a></li> }
    };
    html! {
        <div class="active-filters">
            <h2 class="visually-hidden">{ filtering::filters() }</h2>
            <ul>{ for spans.iter().map(chip) }</ul>
            if spans.len() > 1 { <a class="all" href={to(&without_any(query))}>{ filtering::remove_all() }</a> }
        </div>
    }
}

/// `query` without any of its conditions.
fn without_any(query: &str) -> String {
    let mut left = query.to_owned();
    while let Some(last) = search::parse(&left).0.conditions.last() {
        let next = search::without(&left, *last);
        if next.len() >= left.len() {
            break;
        }
        left = next;
    }
    left
}

/// Whether a query asks for something already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Yes,
    No,
}

/// The query with the condition that `field` has `value`, or without it where it is asked for already.
pub fn toggled(query: &str, field: FacetField, value: &str) -> (String, Asked) {
    let with = search::with_condition(query, field.name(), value);
    if with != query {
        return (with, Asked::No);
    }
    let condition = search::with_condition("", field.name(), value);
    let conditions = search::parse(query).0.conditions;
    let there = conditions.into_iter().find(|span| query.get(span.range()) == Some(condition.as_str()));
    (there.map_or_else(|| query.to_owned(), |span| search::without(query, span)), Asked::Yes)
}

/// `-outlet:"Le Monde"` → `sans source : Le Monde`.
pub fn condition_words(condition: &str) -> String {
    let (excluded, condition) = condition.strip_prefix(['-', '−', '–']).map_or(("", condition), |rest| (filtering::without(), rest));
    let Some((field, value)) = condition.split_once(':') else { return condition.to_owned() };
    let value = value.trim().trim_matches(['"', '«', '»', '“', '”', '\u{a0}', '\u{202f}', ' ']);
    let said = match field {
        "in" | "zone" if !value.is_empty() => filtering::place(value).to_owned(),
        "date" | "when" | "quand" => filtering::is(filtering::condition(field), &period(value)),
        _ => filtering::is(filtering::condition(field), if value.is_empty() { "…" } else { value }),
    };
    format!("{excluded}{said}")
}

/// `2015-02..2015-04` → `février 2015 à avril 2015`.
fn period(value: &str) -> String {
    match value.split_once("..") {
        None => format::date(value),
        Some(("", last)) => filtering::until(&format::date(last)),
        Some((first, "")) => filtering::from(&format::date(first)),
        Some((first, last)) => filtering::from_to(&format::date(first), &format::date(last)),
    }
}
