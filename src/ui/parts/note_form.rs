//! A note that is being written: on which passage, under which label, with which words.
//!
//! The passage can be moved from sentence to sentence, so that one who has no pointer can note any of them.

use wasm_bindgen::JsCast;
use web_sys::{FormData, HtmlFormElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::add_name::Opened;
use super::block::press;
use super::mark_panel::mark_place;
use super::notes_here::{cut, focus_soon, noted_class};
use crate::corpus::Document;
use crate::notebook::{Anchor, Colour, LONGEST_LABEL, Label, NOTE_ID, Note, label_name};
use crate::protocol::Response;
use crate::span::Span;
use crate::text::filling;
use crate::ui::hooks::use_explorer;
use crate::ui::hooks::use_explorer::{Explorer, Step};
use crate::ui::messages::noting;

/// What is being written: on a passage, and instead of which note if it is not a new one.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    pub span: Span,
    pub old: Option<Note>,
}

/// The draft, where there is one.
pub type Drafting = UseStateHandle<Option<Draft>>;

#[derive(Properties, PartialEq)]
pub struct NoteFormProps {
    pub opened: Opened,
    pub drafting: Drafting,
    pub draft: Draft,
}

/// Characters of a comment: more is a text of its own.
const LONGEST_COMMENT: usize = 10_000;
/// Characters of the passage that are shown in the form.
const SHOWN_PASSAGE: usize = 280;
/// Value of the choice of a label that is not there yet; those that are there are called by their places.
const NEW: &str = "new";

#[component]
pub fn NoteForm(props: &NoteFormProps) -> Html {
    let explorer = use_explorer();
    let is_new_label = use_state(|| false);
    use_effect_with((), |()| focus_soon(&["#note-comment"]));
    let Response::Article(view) = &*props.opened.0 else { return Html::default() };
    let document = &view.document;
    let Draft { span, old } = props.draft.clone();
    let labels = &explorer.state.held.edits.notebook.labels;
    let close = {
        let drafting = props.drafting.clone();
        Callback::from(move |_: MouseEvent| shut(&drafting))
    };
    let onkeydown = {
        let drafting = props.drafting.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                // What was typed is not lost by a key; the button closes all the same.
                event.prevent_default();
                if typed().is_empty() {
                    shut(&drafting);
                }
            }
        })
    };
    let onsubmit = {
        let (explorer, opened, drafting, old) = (explorer.clone(), props.opened.clone(), props.drafting.clone(), old.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let form = event.target_unchecked_into::<HtmlFormElement>();
            if let (Response::Article(view), Ok(data)) = (&*opened.0, FormData::new_with_form(&form)) {
                save(&explorer, &view.document, span, old.as_ref(), &data);
                shut(&drafting);
            }
        })
    };
    let chosen = old.as_ref().and_then(|old| old.label.as_deref());
    let onchange = {
        let is_new_label = is_new_label.clone();
        Callback::from(move |event: Event| is_new_label.set(event.target_unchecked_into::<HtmlSelectElement>().value() == NEW))
    };
    let option = |(at, label): (usize, &Label)| html! { <option value={at.to_string()} selected={chosen == Some(&*label.name)}>{ cut(&label.name, SHOWN_LABEL) }</option> };
    let heading = if old.is_some() { noting::edit_note() } else { noting::new_note() };
    html! {
        <form class="note-form" aria-labelledby="note-form-title" {onsubmit} {onkeydown}>
            <h2 id="note-form-title" class="caps">{ heading }</h2>
            <blockquote id="note-passage" lang={document.language.code()} aria-label={noting::passage()}>{ cut(&filling::in_one_line(span.slice(document.text())), SHOWN_PASSAGE) }</blockquote>
            { steps(&explorer, document, props) }
            <p class="field"><label for="note-label">{ noting::label() }</label>
                <select id="note-label" name="label" {onchange}>
                    <option value="" selected={chosen.is_none()}>{ noting::no_label() }</option>
                    { for labels.iter().enumerate().map(option) }
                    <option value={NEW}>{ noting::new_label() }</option>
                </select>
            </p>
            if *is_new_label { { label_fields(labels.len()) } }
            <p class="field"><label for="note-comment">{ noting::comment() }</label>
                <textarea id="note-comment" name="text" rows="3" maxlength={LONGEST_COMMENT.to_string()} aria-describedby="note-passage" value={old.map(|old| old.text)} />
            </p>
            <p class="buttons"><button type="submit">{ noting::save() }</button>{ " " }{ press("close-form", noting::close().to_owned(), close) }</p>
        </form>
    }
}

/// Characters of a label in a list to choose from.
const SHOWN_LABEL: usize = 60;

/// Name and colour of a label that is not there yet; the colour proposed is the next that no label before it has.
fn label_fields(n_labels: usize) -> Html {
    let colour = |(at, colour): (usize, Colour)| {
        let checked = at == n_labels % Colour::ALL.len();
        html! { <label><input type="radio" name="colour" value={colour.label()} {checked} />{ " " }<span class={classes!("label-sign", noted_class(Some(colour)))}>{ noting::colour_name(colour) }</span></label> }
    };
    html! {
        <fieldset class="new-label">
            <legend>{ noting::new_label() }</legend>
            <p class="field"><label for="note-label-name">{ noting::label_name() }</label><input id="note-label-name" name="name" type="text" autocomplete="off" required=true maxlength={LONGEST_LABEL.to_string()} /></p>
            <div class="colours" role="group" aria-label={noting::colour()}>{ for Colour::ALL.into_iter().enumerate().map(colour) }</div>
        </fieldset>
    }
}

/// What moves the passage: to the sentence before, to the whole of its own, to the next.
fn steps(explorer: &Explorer, document: &Document, props: &NoteFormProps) -> Html {
    let Draft { span, old } = &props.draft;
    let sentences = &document.sentences;
    let behind = sentences.partition_point(|sentence| sentence.span.start <= span.start);
    let own = behind.checked_sub(1);
    let around = own.map(|own| sentences[own].span).filter(|sentence| sentence.contains(*span) && sentence != span);
    let to = [
        own.and_then(|own| own.checked_sub(1)).map(|before| sentences[before].span),
        around,
        sentences.get(behind).map(|sentence| sentence.span),
    ];
    let step = |(words, to): (&'static str, Option<Span>)| {
        let (explorer, drafting, old) = (explorer.clone(), props.drafting.clone(), old.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            let Some(span) = to else { return };
            drafting.set(Some(Draft { span, old: old.clone() }));
            explorer.go(&mark_place(explorer.place(), span), Step::Same);
        });
        // One that leads nowhere keeps the focus that it has.
        html! { <button type="button" aria-disabled={to.is_none().then_some("true")} {onclick}>{ words }</button> }
    };
    html! { <p class="note-steps">{ for noting::sentence_steps().into_iter().zip(to).map(step) }</p> }
}

/// Closes the form; the focus goes to what was noted.
fn shut(drafting: &Drafting) {
    drafting.set(None);
    focus_soon(&["article.text .pin.noted.selected", "article.text #passage", ".note-panel .note-open"]);
}

/// The comment as it stands in the form.
fn typed() -> String {
    let field = gloo::utils::document().get_element_by_id("note-comment");
    field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()).map_or_else(String::new, |field| field.value())
}

/// A name that no other note has.
fn fresh_id() -> String {
    let number = || (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    format!("{NOTE_ID}{:08x}{:08x}", number(), number())
}

/// Writes what the form says into the notebook.
fn save(explorer: &Explorer, document: &Document, span: Span, old: Option<&Note>, data: &FormData) {
    let said = |field: &str| data.get(field).as_string().unwrap_or_default();
    let colour = Colour::of_label(&said("colour")).unwrap_or_default();
    let fresh = Some(label_name(&said("name"))).filter(|name| !name.is_empty()).map(|name| Label { name, colour });
    let (choice, text) = (said("label"), said("text").trim().to_owned());
    let now = js_sys::Date::new_0().to_iso_string().as_string();
    // What somebody else wrote becomes one's own when it is written again: a note of its own, so that theirs stays theirs.
    let own = old.filter(|old| old.author.is_none());
    let id = own.and_then(|own| own.id.clone()).unwrap_or_else(fresh_id);
    let made = own.map_or_else(|| now.clone(), |own| own.made.clone());
    let edited = own.and(now);
    let anchor = Anchor::of(&document.name, document.text(), span);
    explorer.desk.write(Step::New, |notebook| {
        let known = choice.parse::<usize>().ok().and_then(|at| notebook.labels.get(at)).map(|label| label.name.clone());
        let label = if choice == NEW { fresh.as_ref().map(|label| label.name.clone()) } else { known };
        if let (NEW, Some(label)) = (&*choice, fresh) {
            notebook.add_label(label);
        }
        let note = Note { id: Some(id), anchor, label, text, author: None, made, edited };
        match old.and_then(|old| notebook.notes.iter_mut().find(|note| *note == old)) {
            Some(place) => *place = note,
            None => notebook.notes.push(note),
        }
    });
    explorer.go(&mark_place(explorer.place(), span), Step::Same);
}
