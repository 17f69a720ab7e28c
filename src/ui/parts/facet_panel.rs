//! By what the articles found can be divided: each value is a way to those articles alone, and back.
//!
//! Values are links and not buttons: the query holds every filter and the address holds the query, so a filter can be copied,
//! opened beside, and taken back with the browser's button.

use yew::prelude::*;

use super::query_terms::{Asked, toggled};
use crate::protocol::{Facet, FacetField, FacetValue, SearchView};
use crate::ui::format;
use crate::ui::messages::counts::n_others;
use crate::ui::messages::{filtering, searching};
use crate::ui::route::Place;

/// Values of one facet that are shown at first.
const FIRST: usize = 5;

/// The facets of `found` at `place`, which has the query that was answered. On a phone they are folded until `open`; the style
/// sheet shows them always where there is room beside the results.
pub fn facet_panel(found: &SearchView, place: &Place, open: &UseStateHandle<bool>) -> Html {
    let facets: Vec<&Facet> = found.facets.iter().filter(|facet| divides(facet, found, place)).collect();
    if facets.is_empty() {
        return Html::default();
    }
    let toggle = Callback::from({
        let open = open.clone();
        move |_| open.set(!*open)
    });
    html! {
        <div class="facets">
            <button type="button" class="facets-toggle" aria-expanded={open.to_string()} aria-controls="facets" onclick={toggle}>{ filtering::refine() }</button>
            <section id="facets" class={classes!("facet-list", open.then_some("open"))} aria-label={filtering::refine_search()}>
                { for facets.into_iter().map(|facet| facet_section(facet, place)) }
            </section>
        </div>
    }
}

/// A facet whose one value all articles have says nothing, unless it is what was asked for.
fn divides(facet: &Facet, found: &SearchView, place: &Place) -> bool {
    let [one] = facet.values.as_slice() else { return true };
    one.n_documents < found.results.n_documents || toggled(&place.query, facet.field, &one.value).1 == Asked::Yes
}

fn facet_section(facet: &Facet, place: &Place) -> Html {
    let title = filtering::facet(facet.field);
    let (first, more) = facet.values.split_at(FIRST.min(facet.values.len()));
    let entry = |value: &FacetValue| entry(facet.field, value, place);
    let n_beyond = (facet.n_values as usize).saturating_sub(facet.values.len());
    html! {
        <div class="facet" key={title}>
            <h2 class="caps">{ title }</h2>
            <ul>{ for first.iter().map(entry) }</ul>
            if !more.is_empty() {
                <details>
                    <summary>{ n_others(more.len()) }</summary>
                    <ul>{ for more.iter().map(entry) }</ul>
                    if n_beyond > 0 { <p class="count">{ filtering::more_to_type(n_beyond) }</p> }
                </details>
            }
        </div>
    }
}

fn entry(field: FacetField, value: &FacetValue, place: &Place) -> Html {
    let (query, asked) = toggled(&place.query, field, &value.value);
    let asked = asked == Asked::Yes;
    let to = place.clone().with_query(&query).with_shown(0);
    let words = match field {
        FacetField::Month => format::date(&value.label),
        FacetField::Place => filtering::place(&value.value).to_owned(),
        _ => value.label.clone(),
    };
    html! {
        <li key={value.value.clone()}>
            <a href={to.fragment()} class={classes!(asked.then_some("asked"))}>
                <span>{ words }if value.n_perhaps == value.n_documents { <span class="perhaps">{ "\u{a0}?" }</span> }if asked { <span class="visually-hidden">{ filtering::remove_this_filter() }</span> }</span>
                <span class="count">{ format::number(value.n_documents as usize) }<span class="visually-hidden">{ searching::articles(value.n_documents as usize) }</span>
                    if value.n_perhaps > 0 { <span class="visually-hidden">{ filtering::perhaps_of_another_month(value.n_perhaps as usize) }</span> }
                </span>
            </a>
        </li>
    }
}
