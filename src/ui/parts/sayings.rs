//! What an entity says: each quotation with its verb, its sort, and how sure it is who speaks.

use yew::prelude::*;

use super::block::{section, way};
use super::byline::article_name;
use super::passage_list::passage_text;
use crate::protocol::{ArticleCard, Portrait, Quotation};
use crate::quotes::Certainty;
use crate::ui::ledger::Ledger;
use crate::ui::messages::counts::n_quotations;
use crate::ui::messages::{sayings as messages, values};
use crate::ui::route::{Place, View};

/// Quotations shown; the ledger of quotations has all.
const SHOWN: usize = 6;

/// The first quotations, and the way to all.
pub fn sayings(articles: &[ArticleCard], portrait: &Portrait) -> Html {
    let slug = &portrait.entity.slug;
    let n = portrait.n_quotations as usize;
    let all = Place::of(View::Quotes(Ledger { voice: Some(slug.clone()), ..Ledger::default() }));
    let entries = portrait.quotations.iter().take(SHOWN).filter_map(|quotation| entry(articles, slug, quotation));
    let mut body = vec![html! { <ul>{ for entries }</ul> }];
    if n > 0 {
        body.push(way("all-sayings", all.fragment(), messages::all_with_versions().to_owned()));
    }
    section("sayings", messages::attributed().to_owned(), n_quotations(n), body)
}

fn entry(articles: &[ArticleCard], slug: &str, quotation: &Quotation) -> Option<Html> {
    let passage = &quotation.passage;
    let card = articles.get(passage.document.index())?;
    let to = Place::read(&card.name).with_entity(Some(slug)).with_passage(Some(passage.span));
    let (kind, doubt) = (messages::kind(quotation.kind), messages::doubt(quotation.certainty));
    let guess = quotation.certainty >= Certainty::Inherited;
    Some(html! {
        <li>
            <a class="passage" lang={card.language.clone()} href={to.fragment()}>{ passage_text(passage) }</a>
            <small>{ article_name(card) }{ " · " }{ kind }
                if !quotation.verb.is_empty() { { " · " }<span lang={card.language.clone()}>{ values::in_marks(&quotation.verb) }</span> }
                if let Some(doubt) = doubt { { " · " }<span class={guess.then_some("guess")}>{ doubt }</span> }
            </small>
        </li>
    })
}
