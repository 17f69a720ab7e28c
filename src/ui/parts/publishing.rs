//! The way to hand on the page with this corpus inside: one file that opens anywhere.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::ui::across::Across;
use crate::ui::hooks::use_explorer;
use crate::ui::ledger::Ledger;
use crate::ui::route::{Place, View};
use crate::ui::stated::Statements;
use crate::ui::told::{Days, Figures};

#[derive(Properties, PartialEq)]
pub struct PublishingProps {
    /// What the corpus is called where the reader has not named it.
    pub title: Option<String>,
}

/// Saves the explorer, which opens on the view that the reader came from unless they choose another.
#[component]
pub fn Publishing(props: &PublishingProps) -> Html {
    let explorer = use_explorer();
    let select = use_node_ref();
    let before = explorer.state.before.fragment();
    let mut views = views();
    if views.iter().all(|(_, address)| *address != before) {
        views.insert(0, ("la vue d’où vous venez", before.clone()));
    }
    let onclick = {
        let (select, desk, title) = (select.clone(), explorer.desk.clone(), props.title.clone());
        Callback::from(move |_| {
            let view = select.cast::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default();
            desk.publish(view, title.clone());
        })
    };
    let option = |(words, address): (&'static str, String)| {
        let selected = address == before;
        html! { <option value={address} {selected}>{ words }</option> }
    };
    html! {
        <div class="publishing">
            <p class="actions">
                <button type="button" class="publish" aria-describedby="publishing-said" {onclick}>{ "Enregistrer l’explorateur (.html)" }</button>
                <label for="first-view">{ "ouvert sur" }</label>
                <select id="first-view" ref={select}>{ for views.into_iter().map(option) }</select>
            </p>
            <p id="publishing-said" class="said">{ "Un seul fichier, avec l’outil, ces articles, vos corrections et vos notes\u{a0}: il s’ouvre d’un double-clic, sans réseau, et peut à son tour être enregistré." }</p>
        </div>
    }
}

/// Views that say something of any corpus, with their addresses.
fn views() -> Vec<(&'static str, String)> {
    let views = [
        ("le panorama", View::Panorama),
        ("le premier article", View::Read(None)),
        ("la comparaison de deux articles", View::Compare(None)),
        ("les affirmations côte à côte", View::Across(Across::Statements(Statements::default()))),
        ("l’index des noms", View::Index),
        ("les citations", View::Quotes(Ledger::default())),
        ("les chiffres", View::Figures(Figures::default())),
        ("la chronologie", View::Days(Days::default())),
    ];
    views.into_iter().map(|(words, view)| (words, Place::of(view).fragment())).collect()
}
