//! A name corrected by the reader: called otherwise, of another kind, the same as another, no name at all, or two names.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{FormData, HtmlFormElement, HtmlInputElement};
use yew::prelude::*;

use super::passage_list::passage_text;
use crate::corpus::{Correction, Naming, Spot};
use crate::entities::{Entity, EntityKind};
use crate::id::DocumentId;
use crate::protocol::{ArticleCard, NameFilter, NameRow, NamesRequest, Passage, Request, Response};
use crate::span::Span;
use crate::ui::format;
use crate::ui::hooks::use_explorer::{Explorer, Step};
use crate::ui::hooks::{use_answer, use_explorer};
use crate::ui::route::View;

#[derive(Properties, PartialEq)]
pub struct NameCorrectionProps {
    pub entity: Entity,
    /// The sentences that name it.
    pub passages: Rc<[Passage]>,
    pub articles: Rc<[ArticleCard]>,
}

/// Names proposed to be the same.
const PROPOSED: u32 = 8;
/// Mentions to tick; a name with more is searched by article first.
const TICKED: usize = 200;

/// The sentences whose mentions can be ticked.
pub fn to_tick(passages: &[Passage]) -> Rc<[Passage]> {
    passages.iter().take(TICKED).cloned().collect()
}

#[component]
pub fn NameCorrection(props: &NameCorrectionProps) -> Html {
    html! {
        <details class="name-correction">
            <summary>{ "Corriger ce nom" }</summary>
            <p class="hint">{ "Ce que vous corrigez vaut pour tous les articles, se garde avec le corpus et s’annule." }</p>
            <CallOtherwise entity={props.entity.clone()} />
            <SameAs entity={props.entity.clone()} />
            <SetApart entity={props.entity.clone()} passages={props.passages.clone()} articles={props.articles.clone()} />
            <NoName entity={props.entity.clone()} />
        </details>
    }
}

#[derive(Properties, PartialEq)]
struct EntityProps {
    entity: Entity,
}

/// Another name, another kind.
#[component]
fn CallOtherwise(props: &EntityProps) -> Html {
    let explorer = use_explorer();
    let entity = &props.entity;
    let onsubmit = {
        let (explorer, entity) = (explorer.clone(), entity.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some((name, kind)) = name_and_kind(&event) else { return };
            let slug = || entity.slug.clone();
            let mut corrections = Vec::new();
            if !name.is_empty() && name != entity.name {
                corrections.push(Correction::Name(Naming::Rename { entity: slug(), name }));
            }
            if kind != entity.kind {
                corrections.push(Correction::Name(Naming::Retype { entity: slug(), kind }));
            }
            explorer.desk.correct(corrections);
        })
    };
    html! {
        <form class="call-otherwise" {onsubmit}>
            <h3>{ "Il s’appelle autrement" }</h3>
            { name_fields("rename", &entity.name, entity.kind) }
            <button type="submit">{ "Renommer" }</button>
        </form>
    }
}

/// Fields for a name and a kind, as [`name_and_kind`] reads them.
pub fn name_fields(id: &str, name: &str, chosen: EntityKind) -> Html {
    let (name_id, kind_id) = (format!("{id}-name"), format!("{id}-kind"));
    html! {
        <>
            <p class="field"><label for={name_id.clone()}>{ "Nom" }</label><input id={name_id} name="name" type="text" value={name.to_owned()} autocomplete="off" maxlength="200" required={true} /></p>
            <p class="field"><label for={kind_id.clone()}>{ "Sorte" }</label>
                <select id={kind_id} name="kind">
                    for kind in EntityKind::ALL { <option value={kind.label()} selected={kind == chosen}>{ format::kind(kind).one }</option> }
                </select>
            </p>
        </>
    }
}

/// What the fields of a form hold.
pub fn name_and_kind(event: &SubmitEvent) -> Option<(String, EntityKind)> {
    let form: HtmlFormElement = event.target()?.dyn_into().ok()?;
    let data = FormData::new_with_form(&form).ok()?;
    let field = |name: &str| data.get(name).as_string().unwrap_or_default();
    Some((field("name").split_whitespace().collect::<Vec<_>>().join(" "), EntityKind::of_label(&field("kind"))?))
}

/// Another name of the same.
#[component]
fn SameAs(props: &EntityProps) -> Html {
    let explorer = use_explorer();
    let typed = use_state(String::new);
    let wanted = typed.trim().to_owned();
    let answer = use_answer((!wanted.is_empty()).then(|| {
        Request::Names(NamesRequest { typed: wanted.clone(), limit: PROPOSED + 1, kind: NameFilter::Named, ..NamesRequest::default() })
    }));
    let found: &[NameRow] = match answer.response.as_deref() {
        Some(Response::Names(view)) if !wanted.is_empty() => &view.rows,
        _ => &[],
    };
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| typed.set(event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    let others: Vec<&Entity> =
        found.iter().map(|row| &row.entity).filter(|other| other.slug != props.entity.slug).take(PROPOSED as usize).collect();
    let nobody = others.is_empty() && answer.response.is_some() && !wanted.is_empty();
    // A form, so that a return in the field does what the first button does, and nothing else.
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    html! {
        <form class="same-as" {onsubmit}>
            <h3>{ "C’est le même qu’un autre nom" }</h3>
            <p class="field"><label for="same-as">{ "Chercher ce nom" }</label><input id="same-as" type="search" autocomplete="off" maxlength="80" value={(*typed).clone()} {oninput} /></p>
            <ul role="status" aria-label="Noms trouvés">
                for other in others { { same(&explorer, &props.entity, other) } }
                if nobody { <li>{ "Aucun autre nom de ce corpus ne contient cela." }</li> }
            </ul>
        </form>
    }
}

fn same(explorer: &Explorer, entity: &Entity, other: &Entity) -> Html {
    let onclick = {
        let (explorer, from, into) = (explorer.clone(), entity.slug.clone(), other.slug.clone());
        Callback::from(move |_| {
            explorer.desk.correct(vec![Correction::Name(Naming::Merge { entity: from.clone(), into: into.clone() })]);
            // What they were is now there.
            let mut place = explorer.place().clone();
            match &mut place.view {
                View::Entity { slug, .. } if *slug == from => slug.clone_from(&into),
                _ => place.entity = Some(into.clone()),
            }
            explorer.go(&place, Step::Same);
        })
    };
    let words = format::kind(other.kind);
    let told = format!("Réunir avec {} ({}, {})", other.name, words.one, format::count(other.n_documents(), "article", "articles"));
    html! { <li key={other.slug.clone()}><button type="button" class="merge" {onclick}>{ told }</button></li> }
}

#[derive(Properties, PartialEq)]
struct SetApartProps {
    entity: Entity,
    passages: Rc<[Passage]>,
    articles: Rc<[ArticleCard]>,
}

/// Some of the mentions are of another, or of nobody.
#[component]
fn SetApart(props: &SetApartProps) -> Html {
    let explorer = use_explorer();
    let ticked = use_state(Vec::<(DocumentId, Span)>::new);
    // What was ticked of another name, or before a correction, means nothing now.
    {
        let ticked = ticked.clone();
        use_effect_with((props.entity.slug.clone(), props.entity.n_total()), move |_| ticked.set(Vec::new()));
    }
    let spots = {
        let (ticked, articles) = (ticked.clone(), props.articles.clone());
        move || -> Vec<Spot> {
            let spot =
                |(document, span): &(DocumentId, Span)| Some(Spot { article: articles.get(document.index())?.name.clone(), span: *span });
            ticked.iter().filter_map(spot).collect()
        }
    };
    let onsubmit = {
        let (explorer, slug, spots) = (explorer.clone(), props.entity.slug.clone(), spots.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some((name, kind)) = name_and_kind(&event).filter(|(name, _)| !name.is_empty()) else { return };
            if !spots().is_empty() {
                explorer.desk.correct(vec![Correction::Name(Naming::Split { entity: slug.clone(), mentions: spots(), kind, name })]);
            }
        })
    };
    let strike = {
        let (explorer, slug) = (explorer.clone(), props.entity.slug.clone());
        Callback::from(move |_| {
            if !spots().is_empty() {
                explorer.desk.correct(vec![Correction::Name(Naming::Strike { entity: slug.clone(), mentions: spots() })]);
            }
        })
    };
    let mentions = props.passages.iter().flat_map(|passage| passage.marks.iter().map(move |mark| (passage, *mark)));
    let entries = mentions.take(TICKED).map(|(passage, mark)| mention(&props.articles, passage, mark, &ticked));
    let none = ticked.is_empty();
    let n = props.entity.n_total() as usize;
    html! {
        <form class="set-apart" {onsubmit}>
            <h3>{ "Certaines mentions désignent autre chose" }</h3>
            <details>
                <summary>{ "Cocher des mentions" }{ " " }<span class="count" role="status">{ format!("{} sur {}", format::count(ticked.len(), "cochée", "cochées"), format::number(n)) }</span></summary>
                <ul>{ for entries }</ul>
                if n > TICKED { <p class="absent">{ format!("Les {TICKED} premières mentions seulement.") }</p> }
                { name_fields("split", &props.entity.name, props.entity.kind) }
                <p class="buttons"><button type="submit" class="split" disabled={none}>{ "Elles désignent ce nom" }</button>{ " " }<button type="button" class="strike" disabled={none} onclick={strike}>{ "Elles ne sont pas un nom" }</button></p>
            </details>
        </form>
    }
}

fn mention(articles: &[ArticleCard], passage: &Passage, mark: Span, ticked: &UseStateHandle<Vec<(DocumentId, Span)>>) -> Html {
    let one = (passage.document, mark);
    let Some(card) = articles.get(passage.document.index()) else { return Html::default() };
    let checked = ticked.contains(&one);
    let onchange = {
        let ticked = ticked.clone();
        Callback::from(move |_| {
            let mut next: Vec<(DocumentId, Span)> = ticked.iter().filter(|other| **other != one).copied().collect();
            if !checked {
                next.push(one);
            }
            ticked.set(next);
        })
    };
    let alone = Passage { marks: vec![mark], ..passage.clone() };
    html! {
        <li key={format!("{}-{}", one.0.0, mark.start)}><label><input type="checkbox" {checked} {onchange} /><span><small>{ format::label(card) }</small>{ " " }<span lang={card.language.clone()}>{ passage_text(&alone) }</span></span></label></li>
    }
}

/// It is no name.
#[component]
fn NoName(props: &EntityProps) -> Html {
    let explorer = use_explorer();
    let onclick = {
        let slug = props.entity.slug.clone();
        Callback::from(move |_| explorer.desk.correct(vec![Correction::Name(Naming::Remove { entity: slug.clone() })]))
    };
    let n = format::count(props.entity.n_total() as usize, "mention n’est plus marquée", "mentions ne sont plus marquées");
    html! {
        <div class="no-name">
            <h3>{ "Ce n’est pas un nom" }</h3>
            <p><button type="button" class="remove" {onclick}>{ "Ce n’est pas un nom" }</button>{ " " }<small>{ n }</small></p>
        </div>
    }
}
