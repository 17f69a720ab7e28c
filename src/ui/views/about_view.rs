//! What the page says of itself: what it does and keeps, how each measure is made, how often it is wrong, which keys it hears.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::format;
use crate::ui::hooks::use_explorer;
use crate::ui::messages::{about, frame};
use crate::ui::parts::tour::tour_door;
use crate::ui::shortcuts::{self, Shortcut};

/// Where a part of the page stands, and what it is called.
type Part = (&'static str, fn() -> &'static str);

/// The parts, for the list at the page's head.
const PARTS: [Part; 6] = [
    ("purpose", about::purpose_title),
    ("privacy", about::privacy_title),
    ("measures", about::measures_title),
    ("honesty", about::honesty_title),
    ("keys", about::keys_title),
    ("licences", about::licences_title),
];

/// The view.
#[component]
pub fn AboutView() -> Html {
    let explorer = use_explorer();
    html! {
        <article class="about">
            <h1 tabindex="-1">{ frame::about() }</h1>
            <nav class="about-parts" aria-label={about::contents()}><ul>{ for PARTS.iter().map(|(id, title)| door(id, title())) }</ul></nav>
            { part("purpose", about::purpose_title(), html! { <>{ for about::purpose().map(|said| html! { <p>{ said }</p> }) }</> }) }
            { tour_door(&explorer) }
            { part("privacy", about::privacy_title(), html! { <p>{ about::privacy() }</p> }) }
            { part("measures", about::measures_title(), html! { <dl>{ for about::measures().iter().map(measure) }</dl> }) }
            { part("honesty", about::honesty_title(), card()) }
            { part("keys", about::keys_title(), html! { <Keys /> }) }
            { part("licences", about::licences_title(), html! {
                <p>{ about::licences() }{ " " }<a href="THIRD-PARTY.txt">{ frame::licences() }</a></p>
            }) }
        </article>
    }
}

/// A fragment is an address here, so the door moves the page itself.
fn door(id: &'static str, title: &'static str) -> Html {
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        if let Some(heading) = gloo::utils::document().get_element_by_id(id) {
            heading.scroll_into_view();
        }
        crate::ui::focus::on(&format!("#{id}"));
    });
    html! { <li key={id}><a href={format!("#{id}")} {onclick}>{ title }</a></li> }
}

fn part(id: &'static str, title: &'static str, content: Html) -> Html {
    html! { <section aria-labelledby={id}><h2 {id} tabindex="-1">{ title }</h2>{ content }</section> }
}

fn measure(measure: &about::Measure) -> Html {
    html! {
        <div key={measure.name}>
            <dt>{ measure.name }</dt>
            <dd>{ measure.said }if !measure.source.is_empty() { { " " }<cite>{ measure.source }</cite> }</dd>
        </div>
    }
}

fn card() -> Html {
    let [what, five, others] = about::honesty_heads();
    let row = |(what, five, others): (&'static str, u32, u32)| {
        html! { <tr key={what}><th scope="row">{ what }</th><td>{ format::tenths_percent(five) }</td><td>{ format::tenths_percent(others) }</td></tr> }
    };
    html! {
        <>
            <p>{ about::honesty() }</p>
            <table class="honesty">
                <caption class="visually-hidden">{ about::honesty_title() }</caption>
                <thead><tr><th scope="col">{ what }</th><th scope="col">{ five }</th><th scope="col">{ others }</th></tr></thead>
                <tbody>{ for about::card().map(row) }</tbody>
            </table>
        </>
    }
}

/// The keys, each with a field to change it.
#[component]
fn Keys() -> Html {
    let changed = use_force_update();
    let row = |shortcut: Shortcut| {
        let changed = changed.clone();
        let onchange = Callback::from(move |event: Event| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                shortcuts::set_key(shortcut, &field.value());
                field.set_value(&shortcuts::key(shortcut));
                changed.force_update();
            }
        });
        let does = about::key_does(shortcut);
        html! {
            <tr key={does}>
                <td><input class="key" type="text" maxlength="1" size="2" value={shortcuts::key(shortcut)} aria-label={does} {onchange} /></td>
                <th scope="row">{ format::capital(does) }</th>
            </tr>
        }
    };
    let turn = {
        let changed = changed.clone();
        Callback::from(move |_: MouseEvent| {
            shortcuts::toggle();
            changed.force_update();
        })
    };
    let [key, does] = about::heads_of_keys();
    html! {
        <>
            <p>{ about::keys() }</p>
            <table class="keys">
                <caption class="visually-hidden">{ about::keys_title() }</caption>
                <thead><tr><th scope="col">{ key }</th><th scope="col">{ does }</th></tr></thead>
                <tbody>{ for Shortcut::ALL.into_iter().map(row) }</tbody>
            </table>
            <p><button type="button" onclick={turn}>{ about::turn_keys(shortcuts::are_off()) }</button></p>
            <p>{ about::other_keys() }</p>
        </>
    }
}
