//! The headlines on a time line, oldest first, undated last.

use yew::prelude::*;

use super::byline::value;
use crate::protocol::ArticleCard;
use crate::ui::format;
use crate::ui::messages::{counts, panorama};
use crate::ui::route::Place;

/// Articles shown before the rest is one click away.
const FIRST: usize = 10;
/// Articles drawn beyond these.
const MOST: usize = 190;

/// All of them, most of a long list folded.
pub fn accounts(articles: &[ArticleCard]) -> Html {
    let articles = format::chronological(articles);
    let (first, rest) = articles.split_at(articles.len().min(FIRST));
    html! {
        <section class="accounts-section" aria-labelledby="accounts-title">
            <h2 id="accounts-title" class="visually-hidden">{ panorama::articles_in_order() }</h2>
            <ol class="accounts">{ for first.iter().map(|card| account(card)) }</ol>
            if !rest.is_empty() {
                <details class="more-accounts">
                    <summary>{ panorama::n_more_articles(rest.len()) }</summary>
                    <ol class="accounts" start={(FIRST + 1).to_string()}>{ for rest.iter().take(MOST).map(|card| account(card)) }</ol>
                    if rest.len() > MOST { <p><a href="#/corpus">{ panorama::all_articles() }</a></p> }
                </details>
            }
        </section>
    }
}

fn account(card: &ArticleCard) -> Html {
    let metadata = &card.metadata;
    let guessed = metadata.published.as_ref().is_none_or(crate::corpus::Fact::is_inferred);
    let date = match &metadata.published {
        Some(published) => value(published, format::fact_date(published)),
        None => html! { <span>{ panorama::undated() }</span> },
    };
    let outlet = metadata
        .outlet
        .as_ref()
        .map_or_else(|| html! { <span>{ panorama::outlet_not_stated() }</span> }, |outlet| value(outlet, outlet.value.clone()));
    let authors: Vec<&str> = metadata.authors.iter().map(|author| author.value.as_str()).collect();
    html! {
        <li key={card.id.0} class={classes!("account", guessed.then_some("guessed"))}>
            <p class="when">{ date }</p>
            <h3 lang={card.language.clone()}><a href={Place::read(&card.name).fragment()}>{ format::title(card) }</a></h3>
            <p class="who">{ outlet }if !authors.is_empty() { <span>{ authors.join(", ") }</span> }<span>{ counts::n_words(card.n_words as usize) }</span></p>
        </li>
    }
}
