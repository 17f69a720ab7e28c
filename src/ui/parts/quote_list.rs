//! Quotations in their sentences, by article, each with what is known of it.

use yew::prelude::*;

use super::Keep;
use super::byline::article_name;
use super::element::Link;
use super::passage_list::passage_text;
use super::quote_meta;
use crate::protocol::{ArticleCard, QuoteCard};
use crate::ui::collecting::Wanted;
use crate::ui::followed::{self, Followed};
use crate::ui::route::Place;

/// The list; `quotes` come in order of articles.
pub fn quote_list(articles: &[ArticleCard], quotes: &[QuoteCard], followed: Option<&Followed>) -> Html {
    let section = |of_one: &[QuoteCard]| {
        let card = articles.get(of_one.first()?.mark.document.index())?;
        Some(html! {
            <section key={card.id.0}>
                <h3>{ article_name(card) }</h3>
                <ol>{ for of_one.iter().map(|quote| entry(articles, card, quote, followed)) }</ol>
            </section>
        })
    };
    let sections = quotes.chunk_by(|a, b| a.mark.document == b.mark.document).filter_map(section);
    html! { <div class="quote-list">{ for sections }</div> }
}

fn entry(articles: &[ArticleCard], card: &ArticleCard, quote: &QuoteCard, followed: Option<&Followed>) -> Html {
    let is_followed = followed.is_some_and(|followed| followed.touches(articles, card.id, quote.mark.span));
    let place = Place::read(&card.name).with_passage(Some(quote.mark.span));
    let (before, after) = (quote.passage.cut_before.then_some("… "), quote.passage.cut_after.then_some("…"));
    let passage = html! { <>{ before }{ passage_text(&quote.passage.passage(card.id)) }{ after }</> };
    let link = Link { class: "passage", lang: Some(card.language.clone().into()), ..Link::to(place.fragment()) };
    let keep = Wanted::quotation(articles, &quote.mark).map(|wanted| html! { <p class="keep-line"><Keep {wanted} /></p> });
    html! { <li data-keep="" class={followed::class(is_followed)} aria-current={followed::current(is_followed)}>{ link.around(passage) }{ quote_meta(articles, &quote.mark) }{ for keep }</li> }
}
