//! The headlines side by side, in order of time.

use yew::prelude::*;

use crate::protocol::ArticleCard;
use crate::ui::format;
use crate::ui::parts::byline::{article_name, value};
use crate::ui::route::Place;
use crate::ui::told::is_later;

/// The headlines of the articles that had appeared by `until`.
pub fn titles_page(articles: &[ArticleCard], until: Option<&str>) -> Html {
    let known: Vec<&ArticleCard> = format::chronological(articles).into_iter().filter(|card| !is_later(card, until)).collect();
    let row = |card: &&ArticleCard| {
        let published = card.metadata.published.as_ref();
        let when = published.map_or_else(|| html! { "sans date" }, |fact| value(fact, format::fact_date(fact)));
        let to = Place::read(&card.name).with_until(until).fragment();
        html! {
            <tr key={card.id.0}>
                <th scope="row">{ article_name(card) }</th>
                <td>{ when }</td>
                <td lang={card.language.clone()}><a href={to}>{ format::title(card) }</a></td>
            </tr>
        }
    };
    html! {
        <table class="headlines">
            <caption class="visually-hidden">{ "Les titres, du plus ancien au plus récent" }</caption>
            <thead><tr><th scope="col">{ "Article" }</th><th scope="col">{ "Paru" }</th><th scope="col">{ "Titre" }</th></tr></thead>
            <tbody>{ for known.iter().map(row) }</tbody>
        </table>
    }
}
