//! The headlines on a time line, oldest first, undated last.

use yew::prelude::*;

use super::byline::value;
use crate::protocol::ArticleCard;
use crate::ui::format;
use crate::ui::route::Place;

/// Articles shown before the rest is one click away.
const FIRST: usize = 10;

/// All of them, most of a long list folded.
pub fn accounts(articles: &[ArticleCard]) -> Html {
    let articles = format::chronological(articles);
    let (first, rest) = articles.split_at(articles.len().min(FIRST));
    html! {
        <section class="accounts-section" aria-labelledby="accounts-title">
            <h2 id="accounts-title" class="visually-hidden">{ "Les articles, du plus ancien au plus récent" }</h2>
            <ol class="accounts">{ for first.iter().map(|card| account(card)) }</ol>
            if !rest.is_empty() {
                <details class="more-accounts">
                    <summary>{ format::count(rest.len(), "autre article", "autres articles") }</summary>
                    <ol class="accounts" start={(FIRST + 1).to_string()}>{ for rest.iter().map(|card| account(card)) }</ol>
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
        None => html! { <span>{ "sans date" }</span> },
    };
    let outlet =
        metadata.outlet.as_ref().map_or_else(|| html! { <span>{ "source non dite" }</span> }, |outlet| value(outlet, outlet.value.clone()));
    let authors: Vec<&str> = metadata.authors.iter().map(|author| author.value.as_str()).collect();
    html! {
        <li key={card.id.0} class={classes!("account", guessed.then_some("guessed"))}>
            <p class="when">{ date }</p>
            <h3 lang={card.language.clone()}><a href={Place::read(&card.name).fragment()}>{ format::title(card) }</a></h3>
            <p class="who">{ outlet }if !authors.is_empty() { <span>{ authors.join(", ") }</span> }<span>{ format::count(card.n_words as usize, "mot", "mots") }</span></p>
        </li>
    }
}
