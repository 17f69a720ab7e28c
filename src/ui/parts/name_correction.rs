//! A name corrected by the reader: called otherwise, of another kind, the same as another, no name at all, or two names.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{FormData, HtmlFormElement, HtmlInputElement};
use yew::prelude::*;

use super::block::{field, line, press};
use super::passage_list::passage_text;
use crate::corpus::{Correction, Naming, Spot};
use crate::entities::{Entity, EntityKind};
use crate::id::DocumentId;
use crate::protocol::{ArticleCard, NameFilter, NameRow, NamesRequest, Passage, Request, Response};
use crate::span::Span;
use crate::ui::format;
use crate::ui::hooks::use_explorer::{Explorer, Step};
use crate::ui::hooks::{use_answer, use_explorer};
use crate::ui::messages::{names, naming};
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

/// What is typed and ticked, for the name of this slug with so many mentions: for another it means nothing.
#[derive(Clone, Debug, Default, PartialEq)]
struct Draft {
    of: (String, u32),
    typed: String,
    ticked: Vec<(DocumentId, Span)>,
}

#[component]
pub fn NameCorrection(props: &NameCorrectionProps) -> Html {
    let explorer = use_explorer();
    let entity = &props.entity;
    let of = (entity.slug.clone(), entity.n_total());
    let draft = use_state(Draft::default);
    let now = if draft.of == of { (*draft).clone() } else { Draft { of, ..Draft::default() } };
    let wanted = now.typed.trim().to_owned();
    let answer = use_answer((!wanted.is_empty()).then(|| {
        Request::Names(NamesRequest { typed: wanted.clone(), limit: PROPOSED + 1, kind: NameFilter::Named, ..NamesRequest::default() })
    }));
    let found: Option<&[NameRow]> = match answer.response.as_deref() {
        Some(Response::Names(view)) if !wanted.is_empty() => Some(&view.rows),
        _ => None,
    };
    html! {
        <details class="name-correction">
            <summary>{ naming::correct_this_name() }</summary>
            { line("hint", naming::what_corrections_do().to_owned()) }
            { call_otherwise(&explorer, entity) }
            { same_as(&explorer, entity, &draft, &now, found) }
            { set_apart(&explorer, props, &draft, &now) }
            <h3>{ naming::no_name() }</h3>
            <p class="no-name">{ button("remove", naming::no_name(), &explorer, Naming::Remove { entity: entity.slug.clone() }) }</p>
        </details>
    }
}

/// A button that makes one correction.
fn button(class: &'static str, words: &'static str, explorer: &Explorer, naming: Naming) -> Html {
    let desk = explorer.desk.clone();
    press(class, words.to_owned(), Callback::from(move |_| desk.correct(vec![Correction::Name(naming.clone())])))
}

/// Another name, another kind.
fn call_otherwise(explorer: &Explorer, entity: &Entity) -> Html {
    let (desk, slug, name, kind) = (explorer.desk.clone(), entity.slug.clone(), entity.name.clone(), entity.kind);
    let onsubmit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some((new_name, new_kind)) = name_and_kind(&event) else { return };
        let rename = (new_name != name).then(|| Naming::Rename { entity: slug.clone(), name: new_name });
        let retype = (new_kind != kind).then(|| Naming::Retype { entity: slug.clone(), kind: new_kind });
        desk.correct(rename.into_iter().chain(retype).map(Correction::Name).collect());
    };
    html! {
        <form class="call-otherwise" {onsubmit}>
            <h3>{ naming::called_otherwise() }</h3>
            { name_fields("rename", &entity.name, entity.kind) }
            <button type="submit">{ naming::rename() }</button>
        </form>
    }
}

/// Fields for a name and a kind, as [`name_and_kind`] reads them.
pub fn name_fields(id: &str, name: &str, chosen: EntityKind) -> Html {
    let (name_id, kind_id) = (format!("{id}-name"), format!("{id}-kind"));
    html! {
        <>
            { field(name_id.clone(), names::name(), html! { <input id={name_id} name="name" type="text" value={name.to_owned()} autocomplete="off" maxlength="200" required={true} /> }) }
            { field(kind_id.clone(), names::kind(), html! {
                <select id={kind_id} name="kind">
                    for kind in EntityKind::ALL { <option value={kind.label()} selected={kind == chosen}>{ format::kind(kind).one }</option> }
                </select>
            }) }
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
fn same_as(explorer: &Explorer, entity: &Entity, draft: &UseStateHandle<Draft>, now: &Draft, found: Option<&[NameRow]>) -> Html {
    let oninput = {
        let (draft, now) = (draft.clone(), now.clone());
        move |event: InputEvent| draft.set(Draft { typed: event.target_unchecked_into::<HtmlInputElement>().value(), ..now.clone() })
    };
    let others: Vec<&Entity> = found.unwrap_or_default().iter().map(|row| &row.entity).filter(|other| other.slug != entity.slug).collect();
    let nobody = found.is_some() && others.is_empty();
    html! {
        <>
            <h3>{ naming::same_as_another() }</h3>
            { field("same-as".to_owned(), naming::look_for_it(), html! { <input id="same-as" type="search" autocomplete="off" maxlength="80" value={now.typed.clone()} {oninput} /> }) }
            <ul class="same-as" aria-live="polite">
                for other in others.into_iter().take(PROPOSED as usize) { { same(explorer, entity, other) } }
                if nobody { <li>{ naming::nobody() }</li> }
            </ul>
        </>
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
    let told = naming::merge_with(&other.name, words.one, other.n_documents());
    html! { <li key={other.slug.clone()}>{ press("merge", told, onclick) }</li> }
}

/// Some of the mentions are of another, or of nobody.
fn set_apart(explorer: &Explorer, props: &NameCorrectionProps, draft: &UseStateHandle<Draft>, now: &Draft) -> Html {
    let entity = &props.entity;
    let spot =
        |(document, span): &(DocumentId, Span)| Some(Spot { article: props.articles.get(document.index())?.name.clone(), span: *span });
    let spots: Vec<Spot> = now.ticked.iter().filter_map(spot).collect();
    let onsubmit = {
        let (desk, slug, mentions) = (explorer.desk.clone(), entity.slug.clone(), spots.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let Some((name, kind)) = name_and_kind(&event) else { return };
            desk.correct(vec![Correction::Name(Naming::Split { entity: slug.clone(), mentions: mentions.clone(), kind, name })]);
        }
    };
    let mentions = props.passages.iter().flat_map(|passage| passage.marks.iter().map(move |mark| (passage, *mark)));
    let entries = mentions.take(TICKED).map(|(passage, mark)| mention(&props.articles, passage, mark, draft, now));
    let n = entity.n_total() as usize;
    html! {
        <form class="set-apart" {onsubmit}>
            <h3>{ naming::some_mean_another() }</h3>
            <details>
                <summary>{ naming::tick_mentions() }{ " " }<span class="count" role="status">{ naming::ticked_of(now.ticked.len(), n) }</span></summary>
                <ul>{ for entries }</ul>
                if n > TICKED { { line("absent", naming::first_mentions_only(TICKED)) } }
                { name_fields("split", &entity.name, entity.kind) }
                if !spots.is_empty() {
                    <p class="buttons"><button type="submit" class="split">{ naming::they_mean_this_name() }</button>{ " " }{ button("strike", naming::they_are_no_name(), explorer, Naming::Strike { entity: entity.slug.clone(), mentions: spots }) }</p>
                }
            </details>
        </form>
    }
}

fn mention(articles: &[ArticleCard], passage: &Passage, mark: Span, draft: &UseStateHandle<Draft>, now: &Draft) -> Html {
    let one = (passage.document, mark);
    let Some(card) = articles.get(passage.document.index()) else { return Html::default() };
    let checked = now.ticked.contains(&one);
    let onchange = {
        let (draft, now) = (draft.clone(), now.clone());
        move |_| {
            let mut next = now.clone();
            next.ticked.retain(|other| *other != one);
            if !checked {
                next.ticked.push(one);
            }
            draft.set(next);
        }
    };
    let alone = Passage { marks: vec![mark], ..passage.clone() };
    html! {
        <li key={format!("{}-{}", one.0.0, mark.start)}><label><input type="checkbox" {checked} {onchange} /><span><small>{ format::label(card) }</small>{ " " }<span lang={card.language.clone()}>{ passage_text(&alone) }</span></span></label></li>
    }
}
