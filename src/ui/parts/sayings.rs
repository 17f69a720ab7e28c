//! What an entity says: each quotation with its verb, its sort, and how sure it is who speaks.

use yew::prelude::*;

use super::byline::article_name;
use super::passage_list::passage_text;
use crate::protocol::{ArticleCard, Portrait, Quotation};
use crate::quotes::{Certainty, QuoteKind};
use crate::ui::format;
use crate::ui::route::Place;

/// Quotations shown before the rest is asked for.
const SHOWN: usize = 8;

/// The quotations, if there are any.
pub fn sayings(articles: &[ArticleCard], portrait: &Portrait) -> Html {
    let all = &portrait.quotations;
    if all.is_empty() {
        return html! { <section class="sayings" aria-labelledby="sayings-title"><h2 id="sayings-title">{ "Ce qui lui est attribué" }</h2><p class="absent">{ "Aucune citation ne lui est attribuée dans ces articles." }</p></section> };
    }
    let entry = |quotation: &Quotation| entry(articles, &portrait.entity.slug, quotation);
    let (first, rest) = all.split_at(all.len().min(SHOWN));
    html! {
        <section class="sayings" aria-labelledby="sayings-title">
            <h2 id="sayings-title">{ "Ce qui lui est attribué" }{ " " }<span class="count">{ format::count(portrait.n_quotations as usize, "citation", "citations") }</span></h2>
            <ul>{ for first.iter().filter_map(entry) }</ul>
            if !rest.is_empty() {
                <details><summary>{ format!("Les {} autres", format::number(rest.len())) }</summary><ul>{ for rest.iter().filter_map(entry) }</ul></details>
            }
            if all.len() < portrait.n_quotations as usize { <p class="absent">{ format!("Les {} premières.", format::number(all.len())) }</p> }
        </section>
    }
}

fn entry(articles: &[ArticleCard], slug: &str, quotation: &Quotation) -> Option<Html> {
    let passage = &quotation.passage;
    let card = articles.get(passage.document.index())?;
    let to = Place::read(&card.name).with_entity(Some(slug)).with_passage(Some(passage.span));
    let kind = match quotation.kind {
        QuoteKind::Indirect => "sans guillemets",
        QuoteKind::Partial => "fragment cité",
        _ => "citation",
    };
    let doubt = match quotation.certainty {
        Certainty::Guessed => Some("qui parle est une supposition"),
        Certainty::Inherited => Some("suite de la citation précédente"),
        Certainty::Resolved => Some("par un pronom ou une fonction"),
        Certainty::Named | Certainty::Described => None,
    };
    let guess = quotation.certainty >= Certainty::Inherited;
    Some(html! {
        <li>
            <a class="passage" lang={card.language.clone()} href={to.fragment()}>{ passage_text(passage) }</a>
            <small>{ article_name(card) }{ " · " }{ kind }
                if !quotation.verb.is_empty() { { " · " }<span lang={card.language.clone()}>{ format!("«\u{a0}{}\u{a0}»", quotation.verb) }</span> }
                if let Some(doubt) = doubt { { " · " }<span class={guess.then_some("guess")}>{ doubt }</span> }
            </small>
        </li>
    })
}
