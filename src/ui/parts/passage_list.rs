//! Sentences cut out of their articles, grouped by article, each a way into it.

use yew::prelude::*;

use super::byline::article_name;
use super::marked_text::{Overlay, marked_text};
use crate::id::DocumentId;
use crate::protocol::{ArticleCard, Passage};
use crate::span::Span;
use crate::ui::format;
use crate::ui::messages::reading;
use crate::ui::route::Place;

/// What a list of passages is made of.
pub struct Passages<'p> {
    pub articles: &'p [ArticleCard],
    /// Articles come in the order of their first passage.
    pub passages: &'p [Passage],
    /// Where a passage leads.
    pub to: &'p dyn Fn(&ArticleCard, &Passage) -> Place,
    /// How many marks an article has in all, when that is more than what the passages show.
    pub totals: &'p [(DocumentId, usize)],
    /// Element of the articles' headings, one level below the heading above the list.
    pub heading: &'static str,
    /// What is said of the articles that have none; nothing when they are not all known.
    pub absent: &'static str,
    /// So many of what is counted, in words.
    pub count: fn(usize) -> String,
}

/// The list.
pub fn passage_list(props: &Passages) -> Html {
    let mut order: Vec<DocumentId> = Vec::new();
    for passage in props.passages {
        if !order.contains(&passage.document) {
            order.push(passage.document);
        }
    }
    let mut present = vec![false; props.articles.len()];
    for id in &order {
        if let Some(present) = present.get_mut(id.index()) {
            *present = true;
        }
    }
    let absent: Vec<&ArticleCard> = props.articles.iter().filter(|card| !present[card.id.index()]).collect();
    let cards = order.iter().filter_map(|id| props.articles.get(id.index()));
    html! {
        <div class="passage-list">
            for card in cards { { article(props, card) } }
            if !props.absent.is_empty() && !absent.is_empty() && !order.is_empty() {
                <p class="absent">{ absent_words(props.absent, &absent) }</p>
            }
        </div>
    }
}

/// Names shown of the articles that have nothing, before the rest is a number.
const ABSENT_SHOWN: usize = 8;

/// Articles that have nothing, by name as far as a line goes.
pub fn absent_words(words: &str, absent: &[&ArticleCard]) -> String {
    let names = absent.iter().take(ABSENT_SHOWN).map(|card| format::label(card)).collect::<Vec<_>>().join(", ");
    reading::absent(words, &names, absent.len().saturating_sub(ABSENT_SHOWN))
}

fn article(props: &Passages, card: &ArticleCard) -> Html {
    let passages: Vec<&Passage> = props.passages.iter().filter(|passage| passage.document == card.id).collect();
    let shown = passages.iter().map(|passage| passage.marks.len()).sum();
    let n = props.totals.iter().find(|(id, _)| *id == card.id).map_or(shown, |(_, n)| *n);
    let entry = |passage: &Passage| {
        let place = (props.to)(card, passage);
        html! { <li key={passage.span.start}><a class="passage" lang={card.language.clone()} href={place.fragment()}>{ passage_text(passage) }</a></li> }
    };
    html! {
        <section key={card.id.0}>
            <@{props.heading}>{ article_name(card) }{ " " }<span class="count">{ (props.count)(n) }</span></@>
            <ul>{ for passages.into_iter().map(entry) }</ul>
        </section>
    }
}

/// The text of a passage with its marks. One that is all of it says nothing, and is left out.
pub fn passage_text(passage: &Passage) -> Html {
    let base = passage.span.start;
    let shift = |mark: &Span| Span { start: mark.start - base, end: mark.end - base };
    let is_part = |mark: &&Span| shift(mark).slice(&passage.text).trim() != passage.text.trim();
    let overlays: Vec<Overlay> =
        passage.marks.iter().filter(is_part).map(|mark| Overlay { span: shift(mark), class: "here", id: None }).collect();
    marked_text(&passage.text, Span::of(&passage.text), &[], &overlays)
}
