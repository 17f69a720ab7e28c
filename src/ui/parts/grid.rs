//! Entities × articles: who is named where, most shared first; a cell opens its passages.

use yew::prelude::*;

use super::corrected::corrected_sign;
use crate::entities::{Entity, EntityKind};
use crate::protocol::{ArticleCard, Overview};
use crate::ui::followed::{self, Followed};
use crate::ui::format;
use crate::ui::hooks::use_explorer;
use crate::ui::messages::{counts, panorama};
use crate::ui::route::{Place, View};

#[derive(Properties, PartialEq)]
pub struct GridProps {
    pub overview: std::rc::Rc<Overview>,
    /// Rows shown at first.
    #[prop_or(12)]
    pub first: usize,
}

/// Columns above which outlets stand upright, so that their names fit.
const MANY: usize = 7;
/// Rows added at a time.
const STEP: usize = 200;
/// Articles that have a column each.
const COLUMNS: usize = 40;

#[component]
pub fn Grid(props: &GridProps) -> Html {
    let kind = use_state(|| Rows::Names);
    let shown = use_state(|| props.first);
    let overview = &props.overview;
    let followed = use_explorer().place().followed.clone();
    let described = |entity: &Entity| overview.described.contains(&entity.id);
    let rows: Vec<&Entity> = overview
        .entities
        .iter()
        .filter(|entity| match *kind {
            Rows::Names => !described(entity),
            Rows::Kind(kind) => entity.kind == kind && !described(entity),
            Rows::Descriptions => described(entity),
        })
        .collect();
    // What is followed is shown, however far down it stands.
    let at = followed.as_ref().and_then(|followed| rows.iter().position(|entity| followed.is_entity(&entity.slug)));
    // More columns than can be looked over become one: in how many articles.
    let wide = overview.articles.len() <= COLUMNS;
    let articles = if wide { format::chronological(&overview.articles) } else { Vec::new() };
    let n_shown = (*shown).max(at.map_or(0, |at| at + 1)).min(rows.len());
    // More rows than a person looks through come step by step.
    let next = if n_shown < rows.len() { rows.len().min(n_shown + STEP) } else { props.first };
    let toggle = Callback::from({
        let shown = shown.clone();
        move |_| shown.set(next)
    });
    html! {
        <section class="grid-section" aria-labelledby="grid-title">
            <h2 id="grid-title">{ panorama::who_names_whom() }</h2>
            { filters(overview, &kind) }
            <div class="grid-frame" tabindex="0" role="group" aria-label={panorama::grid()}>
                <table class={classes!("grid", (articles.len() > MANY).then_some("many"))}>
                    <caption class="visually-hidden">{ panorama::grid_caption() }</caption>
                    <thead><tr><th scope="col">{ panorama::most_shared_first() }</th>{ for articles.iter().map(|card| heading(card)) }if !wide { <th scope="col">{ panorama::articles() }</th><th scope="col">{ panorama::mentions() }</th> }</tr></thead>
                    <tbody>{ for rows.iter().take(n_shown).map(|entity| row(entity, &articles, wide, followed.as_ref())) }</tbody>
                </table>
            </div>
            if rows.len() > props.first {
                <button type="button" class="more" aria-expanded={(n_shown == rows.len()).to_string()} onclick={toggle}>
                    { if next < n_shown { panorama::show_fewer().to_owned() } else { panorama::show_names(next, rows.len()) } }
                </button>
            }
        </section>
    }
}

/// Which rows are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rows {
    Names,
    Kind(EntityKind),
    /// What no article names, only describes: `les géants du Web`.
    Descriptions,
}

fn filters(overview: &Overview, rows: &UseStateHandle<Rows>) -> Html {
    let choice = |wanted: Rows, words: &'static str, n: usize| {
        let state = rows.clone();
        let onclick = Callback::from(move |_| state.set(wanted));
        html! { <button type="button" aria-pressed={(**rows == wanted).to_string()} {onclick}>{ words }{ " " }<span class="count">{ format::number(n) }</span></button> }
    };
    let named = |kind: Option<EntityKind>| {
        let of_kind = overview.entities.iter().filter(|entity| kind.is_none_or(|kind| entity.kind == kind));
        of_kind.filter(|entity| !overview.described.contains(&entity.id)).count()
    };
    let present = EntityKind::ALL.into_iter().map(|kind| (kind, named(Some(kind)))).filter(|(_, n)| *n > 0);
    let n_described = overview.described.len();
    html! {
        <div class="filters" role="group" aria-label={panorama::kinds_of_names()}>
            { choice(Rows::Names, panorama::all(), named(None)) }
            { for present.map(|(kind, n)| choice(Rows::Kind(kind), format::kind(kind).many, n)) }
            if n_described > 0 { { choice(Rows::Descriptions, panorama::descriptions(), n_described) } }
        </div>
    }
}

fn heading(card: &ArticleCard) -> Html {
    let guess = card.metadata.outlet.as_ref().is_some_and(crate::corpus::Fact::is_inferred);
    html! { <th scope="col" key={card.id.0} class="cell"><a class={classes!(guess.then_some("guess"))} href={Place::read(&card.name).fragment()} title={format::title(card)}>{ format::bare_label(card) }</a></th> }
}

fn row(entity: &Entity, articles: &[&ArticleCard], wide: bool, followed: Option<&Followed>) -> Html {
    let is_followed = followed.is_some_and(|followed| followed.is_entity(&entity.slug));
    let words = format::kind(entity.kind);
    let open = |article: Option<String>| Place::of(View::Entity { slug: entity.slug.clone(), article }).fragment();
    let cell = |card: &&ArticleCard| {
        let n = entity.n_in(card.id) as usize;
        if n == 0 {
            return html! { <td class="cell none" key={card.id.0}><span aria-hidden="true">{ "·" }</span><span class="visually-hidden">{ panorama::absent() }</span></td> };
        }
        let label = panorama::cell(&entity.name, &format::label(card), &counts::n_mentions(n));
        html! { <td class="cell" key={card.id.0}><a href={open(Some(card.name.clone()))} aria-label={label}>{ n }</a></td> }
    };
    html! {
        <tr key={entity.slug.clone()} class={followed::class(is_followed)} aria-current={followed::current(is_followed)}>
            <th scope="row"><a class={classes!("name", words.class)} data-label={words.letter} href={open(None)}>{ &entity.name }</a>{ corrected_sign(entity) }</th>
            { for articles.iter().map(cell) }
            if !wide {
                <td class="cell"><a href={open(None)}>{ format::number(entity.n_documents()) }</a></td>
                <td class="cell"><a href={open(None)}>{ format::number(entity.n_total() as usize) }</a></td>
            }
        </tr>
    }
}
