//! The labels, each to be called otherwise, given another colour, or taken away; its notes follow.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::notes_here::{cut, focus_soon, label_sign};
use crate::notebook::{Colour, LONGEST_LABEL, Label};
use crate::ui::hooks::Explorer;
use crate::ui::hooks::use_explorer::Step;
use crate::ui::messages::noting;
use crate::ui::noted::Noted;
use crate::ui::route::{Place, View};

/// Labels that can be changed at once; who has more has brought files of another sort.
const LISTED: usize = 200;
/// Characters of a name in what is said of a field.
const SAID: usize = 60;

/// The list, folded.
pub fn label_list(explorer: &Explorer) -> Html {
    let labels = &explorer.state.held.edits.notebook.labels;
    if labels.is_empty() {
        return html! { <p class="hint">{ noting::no_labels() }</p> };
    }
    html! {
        <details class="label-list">
            <summary>{ noting::choice(noting::labels(), labels.len()) }</summary>
            <ul>{ for labels.iter().take(LISTED).map(|label| row(explorer, label)) }</ul>
        </details>
    }
}

fn row(explorer: &Explorer, label: &Label) -> Html {
    let name = label.name.clone();
    let said = cut(&name, SAID);
    let n = explorer.state.held.edits.notebook.notes.iter().filter(|note| note.label.as_ref() == Some(&name)).count();
    let to = Place::of(View::Notes(Noted { label: Some(name.clone()), ..Noted::default() }));
    let rename = {
        let (desk, name) = (explorer.desk.clone(), name.clone());
        Callback::from(move |event: Event| {
            let field = event.target_unchecked_into::<HtmlInputElement>();
            desk.write(Step::New, |notebook| notebook.rename_label(&name, &field.value()));
            // An empty name changes nothing; the field says the name again.
            if field.value().trim().is_empty() {
                field.set_value(&name);
            }
        })
    };
    let recolour = {
        let (desk, name) = (explorer.desk.clone(), name.clone());
        Callback::from(move |event: Event| {
            if let Some(colour) = Colour::of_label(&event.target_unchecked_into::<HtmlSelectElement>().value()) {
                desk.write(Step::New, |notebook| notebook.recolour_label(&name, colour));
            }
        })
    };
    let remove = {
        let (desk, name) = (explorer.desk.clone(), name.clone());
        Callback::from(move |_: MouseEvent| {
            desk.write(Step::New, |notebook| notebook.remove_label(&name));
            focus_soon(&[".notes-view .note-undo"]);
        })
    };
    let colour = |colour: Colour| html! { <option value={colour.label()} selected={label.colour == colour}>{ noting::colour_name(colour) }</option> };
    html! {
        <li key={name.clone()}>
            <span class="label-count">{ label_sign(Some(label)) }{ " " }<a href={to.fragment()}>{ noting::n_notes(n) }</a></span>
            <input type="text" autocomplete="off" maxlength={LONGEST_LABEL.to_string()} aria-label={noting::name_of_label(&said)} value={name.clone()} onchange={rename} />
            <select aria-label={noting::colour_of_label(&said)} onchange={recolour}>{ for Colour::ALL.map(colour) }</select>
            <button type="button" class="label-remove" aria-label={noting::remove_label_named(&said)} onclick={remove}>{ noting::remove_label() }</button>
        </li>
    }
}
