//! The articles that a query found, each with its best sentence; the others one click away.

use yew::prelude::*;

use super::byline::{article_name, value};
use super::passage_list::passage_text;
use crate::corpus::Basis;
use crate::protocol::{ArticleCard, Passage, SearchView};
use crate::search::Hit;
use crate::ui::format;
use crate::ui::messages::counts::n_passages;
use crate::ui::messages::searching;
use crate::ui::route::Place;

/// The list. `passages` are those of `hits`, in the same order.
pub fn hit_list(articles: &[ArticleCard], found: &SearchView, query: &str) -> Html {
    let mut rest = found.passages.as_slice();
    let entries = found.results.hits.iter().filter_map(|hit| {
        let n = rest.iter().take_while(|passage| passage.document == hit.document).count();
        let (passages, after) = rest.split_at(n);
        rest = after;
        Some(entry(articles.get(hit.document.index())?, hit, passages, query))
    });
    html! { <ol class="hit-list">{ for entries }</ol> }
}

fn entry(card: &ArticleCard, hit: &Hit, passages: &[Passage], query: &str) -> Html {
    let passage = |passage: &Passage| {
        let to = hit_place(card, hit, passage, query);
        html! { <a key={passage.span.start} class="passage" lang={card.language.clone()} href={to.fragment()}>{ passage_text(passage) }</a> }
    };
    let n_sentences = passages.len();
    // A title that is a hit is not told twice.
    let (heading, passages) = match passages {
        [first, rest @ ..] if is_title(card, first) => (passage(first), rest),
        _ => (html! { { format::title(card) } }, passages),
    };
    let (first, others) = passages.split_at(passages.len().min(1));
    html! {
        <li key={card.id.0}>
            <h2 lang={card.language.clone()}>{ heading }</h2>
            <p class="who"><span>{ article_name(card) }</span>
                if let Some(published) = &card.metadata.published { { value(published, day(&format::fact_date(published))) } }
                if !hit.spans.is_empty() { <span class="count">{ n_passages(hit.spans.len()) }</span> }
            </p>
            { for first.iter().map(passage) }
            if n_sentences == 0 { <a class="passage" href={Place::read(&card.name).with_query(query).fragment()}>{ searching::open_the_article() }</a> }
            if !others.is_empty() {
                <details>
                    <summary>{ searching::n_other_sentences(others.len()) }</summary>
                    { for others.iter().map(passage) }
                </details>
            }
        </li>
    }
}

fn is_title(card: &ArticleCard, passage: &Passage) -> bool {
    card.metadata.title.as_ref().is_some_and(|title| match title.basis {
        Basis::Stated(span) => span.overlaps(passage.span),
        _ => title.value.trim() == passage.text.trim(),
    })
}

/// The day without the hour.
fn day(date: &str) -> String {
    date.split(',').next().unwrap_or_default().to_owned()
}

/// A passage of a result opens its article at its first hit.
pub fn hit_place(card: &ArticleCard, hit: &Hit, passage: &Passage, query: &str) -> Place {
    let at = passage.marks.first().and_then(|mark| hit.spans.iter().position(|span| span == mark)).map_or(0, |at| at + 1);
    Place::read(&card.name).with_query(query).with_hit(at)
}
