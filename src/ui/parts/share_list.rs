//! The articles of a press review as its references, each with the share of it that is quoted and the passages that make it.

use yew::prelude::*;

use super::clipping_card::reference;
use super::element::{Link, element, line};
use crate::span::Span;
use crate::ui::format;
use crate::ui::messages::collecting as messages;
use crate::ui::press::{Quoting, said};
use crate::ui::route::Place;

/// The list.
pub fn share_list(quotings: &[Quoting]) -> Html {
    if quotings.is_empty() {
        return Html::default();
    }
    html! {
        <section class="shares" aria-labelledby="shares-title">
            <h2 id="shares-title">{ messages::sources() }</h2>
            <p class="hint">{ messages::what_counts() }</p>
            <ol>{ for quotings.iter().map(entry) }</ol>
        </section>
    }
}

fn entry(quoting: &Quoting) -> Html {
    let card = quoting.card;
    let title = Link { lang: Some(card.language.clone().into()), ..Link::to(Place::read(&card.name).fragment()) };
    let url = card.metadata.url.as_ref().map(|url| line("span", "url", url.value.clone()));
    let passage = |(span, words): &(Span, String)| {
        let link =
            Link { lang: Some(card.language.clone().into()), ..Link::to(Place::read(&card.name).with_passage(Some(*span)).fragment()) };
        element("li", "", vec![link.saying(words.clone())])
    };
    html! {
        <li key={card.id.0}>
            { element("p", "", vec![title.saying(format::title(card))]) }
            <p class="from">{ for reference(card) }{ " " }{ for url }</p>
            if let Some(quoted) = quoting.quoted {
                <details>
                    <summary><meter min="0" max="1" value={quoted.share().to_string()} aria-hidden="true" />{ " " }{ said(quoting) }</summary>
                    <ul>{ for quoting.passages.iter().map(passage) }</ul>
                </details>
            }
        </li>
    }
}
