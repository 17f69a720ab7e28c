//! The way to hand on the page with this corpus inside: one file that opens anywhere.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::ui::across::Across;
use crate::ui::classroom::Classroom;
use crate::ui::hooks::use_explorer;
use crate::ui::ledger::Ledger;
use crate::ui::messages::publishing as messages;
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
        views.insert(0, (messages::where_you_were(), before.clone()));
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
                <button type="button" class="publish" aria-describedby="publishing-said" {onclick}>{ messages::save_explorer() }</button>
                <label for="first-view">{ messages::opens_on() }</label>
                <select id="first-view" ref={select}>{ for views.into_iter().map(option) }</select>
            </p>
            <p id="publishing-said" class="said">{ messages::what_is_saved() }</p>
        </div>
    }
}

/// Views that say something of any corpus, with their addresses.
fn views() -> Vec<(&'static str, String)> {
    let views = [
        (messages::on_panorama(), View::Panorama),
        (messages::on_first_article(), View::Read(None)),
        (messages::on_two_articles(), View::Compare(None)),
        (messages::on_statements(), View::Across(Across::Statements(Statements::default()))),
        (messages::on_names(), View::Index),
        (messages::on_quotations(), View::Quotes(Ledger::default())),
        (messages::on_figures(), View::Figures(Figures::default())),
        (messages::on_timeline(), View::Days(Days::default())),
        (messages::on_lesson(), View::Class(Classroom::default())),
    ];
    views.into_iter().map(|(words, view)| (words, Place::of(view).fragment())).collect()
}
