//! One entity: its names and every sentence that names it, by article.

use std::rc::Rc;

use yew::prelude::*;

use crate::entities::Entity;
use crate::order::Order;
use crate::protocol::{Overview, Passage, Request, Response};
use crate::ui::format;
use crate::ui::hooks::use_answer;
use crate::ui::parts::entity_panel::{aliases, mentions, tally};
use crate::ui::parts::{index_tabs, notice_line};
use crate::ui::route::View;

#[derive(Properties, PartialEq)]
pub struct EntityViewProps {
    pub overview: Rc<Overview>,
    pub slug: String,
    /// The article whose passages come first.
    pub article: Option<String>,
}

#[component]
pub fn EntityView(props: &EntityViewProps) -> Html {
    let answer = use_answer(Some(Request::Entity { slug: props.slug.clone() }));
    let view = match answer.response.as_deref() {
        Some(Response::Entity(view)) if view.entity.slug == props.slug => Some(view),
        _ => None,
    };
    let Some(view) = view else {
        if answer.failure.is_none() {
            return Html::default();
        }
        let text = format!("Ce corpus ne nomme pas «\u{a0}{}\u{a0}». Tous ses noms sont dans l’index.", props.slug);
        return html! { <><h1 tabindex="-1">{ "Index des noms" }</h1>{ notice_line(text, None) }<p><a href="#/index">{ "Ouvrir l’index" }</a></p></> };
    };
    let entity = &view.entity;
    let words = format::kind(entity.kind);
    html! {
        <div class="entity-view">
            { index_tabs(&View::Entity { slug: entity.slug.clone(), article: None }, "") }
            <p class="caps">{ words.one }</p>
            <h1 tabindex="-1"><span class={classes!("name", words.class)}>{ &entity.name }</span></h1>
            <p class="counted">{ tally(entity, props.overview.articles.len()) }</p>
            { aliases(entity) }
            { passages(props, entity, view.passages.clone()) }
        </div>
    }
}

fn passages(props: &EntityViewProps, entity: &Entity, mut passages: Vec<Passage>) -> Html {
    let articles = &props.overview.articles;
    let first = articles.iter().find(|card| Some(&card.name) == props.article.as_ref()).map(|card| card.id);
    passages.order_by_key(|passage| (Some(passage.document) != first, passage.document, passage.span));
    mentions(articles, &passages, &entity.slug, "h2")
}
