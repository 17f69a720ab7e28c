//! One entity beside the article: its names, and all its passages in all articles.

use std::rc::Rc;

use yew::prelude::*;

use super::passage_list::{Passages, passage_list};
use crate::entities::Entity;
use crate::protocol::{ArticleCard, Passage, Request, Response};
use crate::text::fold;
use crate::ui::format;
use crate::ui::hooks::{use_answer, use_explorer};
use crate::ui::messages::counts::n_mentions;
use crate::ui::messages::{names, reading, values};
use crate::ui::parts::NameCorrection;
use crate::ui::parts::corrected::corrected;
use crate::ui::parts::correction_list::correction_steps;
use crate::ui::parts::mention_steps::mention_steps;
use crate::ui::parts::name_correction::to_tick;
use crate::ui::route::{Place, View};

#[derive(Properties, PartialEq)]
pub struct EntityPanelProps {
    pub articles: Rc<[ArticleCard]>,
    pub slug: String,
}

/// Passages listed beside an article.
const SHOWN: usize = 300;

#[component]
pub fn EntityPanel(props: &EntityPanelProps) -> Html {
    let explorer = use_explorer();
    let request = Request::Entity { slug: props.slug.clone() };
    let answer = use_answer(Some(request.clone()));
    let close = explorer.place().clone().with_entity(None);
    let view = match answer.response.as_deref() {
        Some(Response::Entity(view)) if answer.is_to(&request) => view,
        _ => {
            return answer.failure.map_or_else(
                Html::default,
                |why| html! { <><p role="alert">{ format::capital(&why) }{ "." }</p>{ correction_steps(&explorer) }</> },
            );
        }
    };
    let entity = &view.entity;
    // What a panel can hold; the page of the name has the rest.
    let shown = &view.passages[..view.passages.len().min(SHOWN)];
    let here = match &explorer.place().view {
        View::Read(Some(name)) => props.articles.iter().find(|card| card.name == *name).map(|card| {
            let here = view.passages.iter().filter(|passage| passage.document == card.id);
            here.flat_map(|passage| passage.marks.iter().copied()).collect::<Vec<_>>()
        }),
        _ => None,
    };
    let words = format::kind(entity.kind);
    html! {
        <section class="entity-panel" aria-labelledby="entity-panel-title">
            <a class="close" href={close.fragment()} aria-label={reading::close_panel()}>{ "×" }</a>
            <p class="caps">{ words.one }</p>
            <h2 id="entity-panel-title"><span class={classes!("name", words.class)}>{ &entity.name }</span></h2>
            { corrected(entity) }
            { correction_steps(&explorer) }
            <p class="counted">{ tally(entity, props.articles.len()) }</p>
            { aliases(entity) }
            <p class="whole-entity"><a href={Place::of(View::Entity { slug: entity.slug.clone(), article: None }).fragment()}>{ names::the_whole_page() }</a></p>
            if let Some(here) = here { { mention_steps(explorer.place(), &here) } }
            { mentions(&props.articles, shown, &props.slug, "h3", if shown.len() < view.passages.len() { "" } else { names::absent_from() }) }
            if shown.len() < view.passages.len() { <p class="absent">{ names::first_passages(SHOWN, view.passages.len()) }</p> }
            <NameCorrection entity={entity.clone()} passages={to_tick(&view.passages)} articles={props.articles.clone()} />
        </section>
    }
}

/// The passages that name an entity, as a list.
pub fn mentions(articles: &[ArticleCard], passages: &[Passage], slug: &str, heading: &'static str, absent: &'static str) -> Html {
    passage_list(&Passages {
        articles,
        passages,
        to: &|card, passage| Place::read(&card.name).with_entity(Some(slug)).with_passage(Some(passage.span)),
        totals: &[],
        heading,
        absent,
        count: n_mentions,
    })
}

/// `22 mentions dans 5 articles sur 5`.
pub fn tally(entity: &Entity, n_articles: usize) -> String {
    names::tally(entity.n_total() as usize, entity.n_documents(), n_articles)
}

/// The other names, if there are any.
pub fn aliases(entity: &Entity) -> Html {
    let others = other_names(entity);
    if others.is_empty() {
        return Html::default();
    }
    html! { <p class="aliases">{ names::also() }{ others.join(", ") }</p> }
}

/// The other names, between quotation marks; those that differ in case and accents only are one.
pub fn other_names(entity: &Entity) -> Vec<String> {
    let mut seen = vec![fold(&entity.name)];
    let mut quoted = Vec::new();
    for alias in &entity.aliases {
        let folded = fold(alias);
        if !seen.contains(&folded) {
            seen.push(folded);
            quoted.push(values::in_marks(alias));
        }
    }
    quoted
}
