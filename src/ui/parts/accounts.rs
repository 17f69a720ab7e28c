//! The headlines on a time line, oldest first, undated last.

use yew::prelude::*;

use super::byline::value;
use crate::order::Order;
use crate::protocol::ArticleCard;
use crate::ui::format;
use crate::ui::route::Place;

#[derive(Properties, PartialEq)]
pub struct AccountsProps {
    pub articles: Vec<ArticleCard>,
}

#[component]
pub fn Accounts(props: &AccountsProps) -> Html {
    let mut articles: Vec<&ArticleCard> = props.articles.iter().collect();
    articles.order_by_key(|card| {
        let published = card.metadata.published.as_ref().map(|published| published.value.clone());
        (published.is_none(), published, card.id)
    });
    html! {
        <section class="accounts-section" aria-labelledby="accounts-title">
            <h2 id="accounts-title" class="visually-hidden">{ "Les articles, du plus ancien au plus récent" }</h2>
            <ol class="accounts">{ for articles.into_iter().map(account) }</ol>
        </section>
    }
}

fn account(card: &ArticleCard) -> Html {
    let metadata = &card.metadata;
    let guessed = metadata.published.as_ref().is_none_or(crate::corpus::Fact::is_inferred);
    let date = match &metadata.published {
        Some(published) => value(published, format::date(&published.value)),
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
