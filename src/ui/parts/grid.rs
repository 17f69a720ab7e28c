//! Entities × articles: who is named where, most shared first; a cell opens its passages.

use yew::prelude::*;

use crate::entities::{Entity, EntityKind};
use crate::protocol::{ArticleCard, Overview};
use crate::ui::format::{self, KINDS};
use crate::ui::route::{Place, View};

#[derive(Properties, PartialEq)]
pub struct GridProps {
    pub overview: std::rc::Rc<Overview>,
    /// Rows shown at first.
    #[prop_or(12)]
    pub first: usize,
}

#[component]
pub fn Grid(props: &GridProps) -> Html {
    let kind = use_state(|| None::<EntityKind>);
    let all = use_state(|| false);
    let rows: Vec<&Entity> = props.overview.entities.iter().filter(|entity| kind.is_none_or(|kind| entity.kind == kind)).collect();
    let n_shown = if *all { rows.len() } else { props.first.min(rows.len()) };
    let toggle = Callback::from({
        let all = all.clone();
        move |_| all.set(!*all)
    });
    html! {
        <section class="grid-section" aria-labelledby="grid-title">
            <h2 id="grid-title">{ "Qui nomme qui" }</h2>
            { filters(&props.overview.entities, &kind) }
            <div class="grid-frame" tabindex="0" role="group" aria-label="Tableau des noms par article">
                <table class="grid">
                    <caption class="visually-hidden">{ "Nombre de mentions de chaque nom dans chaque article, des plus partagés aux plus rares" }</caption>
                    <thead><tr><th scope="col">{ "Du plus partagé au plus rare" }</th>{ for props.overview.articles.iter().map(heading) }</tr></thead>
                    <tbody>{ for rows.iter().take(n_shown).map(|entity| row(entity, &props.overview.articles)) }</tbody>
                </table>
            </div>
            if rows.len() > props.first {
                <button type="button" class="more" aria-expanded={all.to_string()} onclick={toggle}>
                    { if *all { "Montrer moins".to_owned() } else { format!("Montrer les {} noms", format::number(rows.len())) } }
                </button>
            }
        </section>
    }
}

fn filters(entities: &[Entity], kind: &UseStateHandle<Option<EntityKind>>) -> Html {
    let choice = |wanted: Option<EntityKind>, words: &'static str, n: usize| {
        let state = kind.clone();
        let onclick = Callback::from(move |_| state.set(wanted));
        html! { <button type="button" aria-pressed={(**kind == wanted).to_string()} {onclick}>{ words }{ " " }<span class="count">{ format::number(n) }</span></button> }
    };
    let present = KINDS.into_iter().filter_map(|k| {
        let n = entities.iter().filter(|entity| entity.kind == k).count();
        (n > 0).then(|| choice(Some(k), format::kind(k).many, n))
    });
    html! { <div class="filters" role="group" aria-label="Sortes de noms">{ choice(None, "Tous", entities.len()) }{ for present }</div> }
}

fn heading(card: &ArticleCard) -> Html {
    let guess = card.metadata.outlet.as_ref().is_some_and(crate::corpus::Fact::is_inferred);
    html! { <th scope="col" key={card.id.0} class="cell"><a class={classes!(guess.then_some("guess"))} href={Place::read(&card.name).fragment()} title={format::title(card)}>{ format::label(card) }</a></th> }
}

fn row(entity: &Entity, articles: &[ArticleCard]) -> Html {
    let words = format::kind(entity.kind);
    let open = |article: Option<String>| Place::of(View::Entity { slug: entity.slug.clone(), article }).fragment();
    let cell = |card: &ArticleCard| {
        let n = entity.n_mentions.get(card.id.index()).copied().unwrap_or(0) as usize;
        if n == 0 {
            return html! { <td class="cell none" key={card.id.0}><span aria-hidden="true">{ "·" }</span><span class="visually-hidden">{ "absent" }</span></td> };
        }
        let label = format!("{} dans {} : {}", entity.name, format::label(card), format::count(n, "mention", "mentions"));
        html! { <td class="cell" key={card.id.0}><a href={open(Some(card.name.clone()))} aria-label={label}>{ n }</a></td> }
    };
    html! {
        <tr key={entity.slug.clone()}>
            <th scope="row"><a class={classes!("name", words.class)} data-label={words.letter} href={open(None)}>{ &entity.name }</a></th>
            { for articles.iter().map(cell) }
        </tr>
    }
}
