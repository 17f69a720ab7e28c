//! One entity: how each article names it, what it says, with whom it appears, every sentence that names it, and the way to
//! correct its name.

use std::rc::Rc;

use yew::prelude::*;

use crate::order::Order;
use crate::protocol::{ArticleCard, Mentioned, Overview, Passage, Portrait, Request, Response};
use crate::ui::among::Among;
use crate::ui::format;
use crate::ui::hooks::{use_answer, use_explorer};
use crate::ui::messages::counts::n_passages;
use crate::ui::messages::{names, portrait};
use crate::ui::parts::block::{section, way};
use crate::ui::parts::company_graph::company_graph;
use crate::ui::parts::corrected::corrected;
use crate::ui::parts::correction_list::correction_steps;
use crate::ui::parts::entity_panel::{aliases, mentions, tally};
use crate::ui::parts::name_correction::to_tick;
use crate::ui::parts::naming_ledger::naming_ledger;
use crate::ui::parts::sayings::sayings;
use crate::ui::parts::{NameCorrection, index_tabs, notice_line};
use crate::ui::route::{Place, View};

#[derive(Properties, PartialEq)]
pub struct EntityViewProps {
    pub overview: Rc<Overview>,
    pub slug: String,
    /// The article whose passages come first; with a manner, the only one.
    pub article: Option<String>,
}

/// Sentences shown at first, and more at each step.
const SHOWN: usize = 60;

#[component]
pub fn EntityView(props: &EntityViewProps) -> Html {
    let explorer = use_explorer();
    let place = explorer.place().clone();
    let request = Request::Portrait { slug: props.slug.clone() };
    let answer = use_answer(Some(request.clone()));
    let together = use_answer(match &place.among {
        Among::With { slug, nearness } => Some(Request::Together { slug: props.slug.clone(), other: slug.clone(), nearness: *nearness }),
        _ => None,
    });
    let portrait = match answer.response.as_deref() {
        Some(Response::Portrait(portrait)) if answer.is_to(&request) => &**portrait,
        _ if answer.failure.is_none() => return Html::default(),
        _ => {
            let text = names::no_such_name(&props.slug);
            return html! { <><h1 tabindex="-1">{ names::index_of_names() }</h1>{ notice_line(text, None) }{ correction_steps(&explorer) }<p><a href="#/index">{ names::open_the_index() }</a></p></> };
        }
    };
    let entity = &portrait.entity;
    let words = format::kind(entity.kind);
    let articles = &props.overview.articles;
    let shared = match together.response.as_deref() {
        Some(Response::Together(passages)) => Some(&passages[..]),
        _ => None,
    };
    let chosen = passages(props, portrait, &place, shared);
    // Whoever asked for some of the sentences sees them first.
    let asked = props.article.is_some() || place.among != Among::All;
    html! {
        <div class="entity-view">
            { index_tabs(&View::Entity { slug: entity.slug.clone(), article: None }, "", &place) }
            <p class="caps">{ words.one }</p>
            <h1 tabindex="-1"><span class={classes!("name", words.class)}>{ &entity.name }</span>{ " " }{ corrected(entity) }</h1>
            <p class="counted">{ tally(entity, articles.len()) }{ doubt(portrait) }</p>
            { aliases(entity) }
            if let Some(id) = &entity.wikidata { <p class="aliases"><a href={format!("https://www.wikidata.org/wiki/{id}")} rel="external noreferrer">{ portrait::wikidata(id) }</a>{ portrait::outside_page() }</p> }
            { correction_steps(&explorer) }
            if asked { { chosen.clone() } }
            { naming_ledger(articles, portrait) }
            { sayings(articles, portrait) }
            { company_graph(portrait) }
            if !asked { { chosen } }
            <NameCorrection entity={entity.clone()} passages={to_tick(&portrait.passages)} articles={articles.clone()} />
        </div>
    }
}

/// What is uncertain of its mentions.
fn doubt(portrait: &Portrait) -> Html {
    let n = portrait.mentions.iter().filter(|mention| mention.doubtful).count();
    if n == 0 {
        return Html::default();
    }
    let to = Place::of(View::Entity { slug: portrait.entity.slug.clone(), article: None }).with_among(Among::Doubtful);
    portrait::of_which(html! { <a class="guess" href={to.fragment()}>{ portrait::n_uncertain(n) }</a> })
}

/// The sentences that were asked for, or all.
fn passages(props: &EntityViewProps, portrait: &Portrait, place: &Place, shared: Option<&[Passage]>) -> Html {
    let articles = &props.overview.articles;
    let first = articles.iter().find(|card| Some(&card.name) == props.article.as_ref());
    let only = |wanted: &dyn Fn(&Mentioned) -> bool| {
        marked(portrait, &|mention| wanted(mention) && first.is_none_or(|card| card.id == mention.document))
    };
    let narrow: Vec<Passage>;
    let mut chosen: Vec<&Passage> = match &place.among {
        Among::All => portrait.passages.iter().collect(),
        Among::With { .. } => shared.unwrap_or_default().iter().collect(),
        Among::Manner(_) | Among::Doubtful => {
            narrow = only(&|mention| if let Among::Manner(manner) = place.among { mention.manner == manner } else { mention.doubtful });
            narrow.iter().collect()
        }
    };
    chosen.order_by_key(|passage| (Some(passage.document) != first.map(|card| card.id), passage.document, passage.span));
    let n = chosen.len();
    let shown = (place.shown as usize).max(SHOWN);
    let chosen: Vec<Passage> = chosen.into_iter().take(shown).cloned().collect();
    let all = Place::of(View::Entity { slug: portrait.entity.slug.clone(), article: None });
    let narrowed = place.among != Among::All;
    let mut body = Vec::new();
    if narrowed {
        body.push(way("all-mentions", all.fragment(), portrait::all_its_mentions().to_owned()));
    }
    body.push(mentions(articles, &chosen, &portrait.entity.slug, "h3", if n > shown || narrowed { "" } else { names::absent_from() }));
    if n > shown {
        let more = place.clone().with_shown(u32::try_from(shown + 4 * SHOWN).unwrap_or(u32::MAX));
        body.push(way("more-passages", more.fragment(), portrait::show_the_rest(n - shown)));
    }
    section("mentions", heading(portrait, &place.among, first.filter(|_| narrowed)), n_passages(n), body)
}

/// The sentences of the mentions that are `wanted`, only those marked.
fn marked(portrait: &Portrait, wanted: &dyn Fn(&Mentioned) -> bool) -> Vec<Passage> {
    let mut found: Vec<Passage> = Vec::new();
    let mut last = None;
    for mention in portrait.mentions.iter().filter(|mention| wanted(mention)) {
        if last != Some(mention.passage) {
            last = Some(mention.passage);
            found.extend(portrait.passages.get(mention.passage as usize).map(|passage| Passage { marks: Vec::new(), ..passage.clone() }));
        }
        if let Some(passage) = found.last_mut() {
            passage.marks.push(mention.span);
        }
    }
    found
}

fn heading(portrait: &Portrait, among: &Among, article: Option<&ArticleCard>) -> String {
    let what = match among {
        Among::All => portrait::its_mentions().to_owned(),
        Among::Manner(manner) => portrait::named_so(*manner),
        Among::Doubtful => portrait::uncertain_mentions().to_owned(),
        Among::With { slug, nearness } => {
            let other = portrait.company.iter().find(|other| other.slug == *slug).map_or(slug, |other| &other.name);
            portrait::together_with(other, *nearness)
        }
    };
    article.map_or(what.clone(), |card| portrait::in_article(&what, &format::label(card)))
}
