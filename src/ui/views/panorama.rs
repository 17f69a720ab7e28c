//! The first view: what can be said of these accounts without a click.

use std::rc::Rc;

use yew::prelude::*;

use crate::compare::Finding;
use crate::order::Order;
use crate::protocol::{CommonShare, Overview};
use crate::ui::followed::Followed;
use crate::ui::format;
use crate::ui::hooks::use_steps;
use crate::ui::messages::{frame, panorama as messages};
use crate::ui::parts::byline::article_name;
use crate::ui::parts::element::{Link, element, line};
use crate::ui::parts::tour::TourOffer;
use crate::ui::parts::{Grid, accounts, lede, shared_list};
use crate::ui::route::{Place, View};

#[derive(Properties, PartialEq)]
pub struct PanoramaProps {
    pub overview: Rc<Overview>,
    pub followed: Option<Followed>,
}

/// Behind what is said first: the accounts, the grid, what is found beside it.
const STEPS: u32 = 3;

#[component]
pub fn Panorama(props: &PanoramaProps) -> Html {
    let PanoramaProps { overview, followed } = props;
    let step = use_steps(STEPS);
    html! {
        <div class="panorama">
            <h1 class="visually-hidden" tabindex="-1">{ frame::panorama() }</h1>
            { lede(overview) }
            <TourOffer />
            if step > 0 { { accounts(&overview.articles) } }
            <div class={classes!("split", (step < STEPS).then_some("to-come"))}>
                if step > 1 { <Grid overview={overview.clone()} /> }
                if step > 2 {
                    <aside class="findings" aria-label={messages::findings()}>
                        { same_words(overview, followed.as_ref()) }
                        { common_text(overview) }
                        { by_one(overview) }
                    </aside>
                }
            </div>
        </div>
    }
}

/// What several articles quote; nothing is said where there is none.
fn same_words(overview: &Overview, followed: Option<&Followed>) -> Html {
    if overview.shared.is_empty() {
        return Html::default();
    }
    let all = element("p", "", vec![Link::to("#/citations").saying(messages::who_is_quoted())]);
    element(
        "section",
        "finding",
        vec![line("h2", "", messages::same_words()), shared_list(&overview.articles, &overview.shared, followed), all],
    )
}

/// Pairs shown beside the grid.
const PAIRS: usize = 5;
/// Shares below this are a formula or two, not common text.
const LEAST_SHARE: f32 = 0.02;

fn common_text(overview: &Overview) -> Html {
    let mut pairs: Vec<&CommonShare> = overview.common.iter().filter(|pair| pair.share >= LEAST_SHARE).collect();
    pairs.order_by(|a, b| b.share.total_cmp(&a.share).then((a.document, a.other).cmp(&(b.document, b.other))));
    let mut seen = Vec::new();
    pairs.retain(|pair| {
        let key = (pair.document.min(pair.other), pair.document.max(pair.other));
        let new = !seen.contains(&key);
        seen.push(key);
        new
    });
    let entry = |pair: &&CommonShare| {
        let (a, b) = (overview.articles.get(pair.document.index())?, overview.articles.get(pair.other.index())?);
        let place = Place::of(View::Compare(Some((a.name.clone(), b.name.clone()))));
        Some(
            html! { <li key={place.fragment()}><a href={place.fragment()}>{ messages::share_in(&format::percent(pair.share), article_name(a), article_name(b)) }</a></li> },
        )
    };
    html! {
        <section class="finding">
            <h2>{ messages::common_text() }</h2>
            if pairs.is_empty() { <p>{ messages::no_common_text() }</p> }
            <ul>{ for pairs.iter().take(PAIRS).filter_map(entry) }</ul>
        </section>
    }
}

/// Names that one article alone gives: as many as fit beside the grid.
const ALONE: usize = 8;

fn by_one(overview: &Overview) -> Html {
    if overview.articles.len() < 2 {
        return Html::default();
    }
    let told = |id| overview.findings.iter().any(|finding| matches!(finding, Finding::NamedByOne { entity, .. } if *entity == id));
    let mut alone: Vec<_> =
        overview.entities.iter().filter(|entity| entity.n_documents() == 1 && !overview.described.contains(&entity.id)).collect();
    alone.order_by_key(|entity| (!told(entity.id), std::cmp::Reverse(entity.n_total()), entity.id));
    let entry = |entity: &crate::entities::Entity| {
        let (only, _) = entity.n_mentions.first()?;
        let card = overview.articles.get(only.index())?;
        let place = Place::of(View::Entity { slug: entity.slug.clone(), article: Some(card.name.clone()) });
        Some(
            html! { <li key={entity.slug.clone()}><a href={place.fragment()}>{ &entity.name }</a><small>{ " " }{ article_name(card) }</small></li> },
        )
    };
    html! {
        <section class="finding">
            <h2>{ messages::named_by_one() }</h2>
            if alone.is_empty() { <p>{ messages::none_by_one() }</p> }
            <ul>{ for alone.iter().take(ALONE).filter_map(|entity| entry(entity)) }</ul>
            if alone.len() > ALONE { <p><a href="#/index">{ messages::all_in_index(alone.len()) }</a></p> }
        </section>
    }
}
