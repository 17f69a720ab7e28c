//! A name that was missed: the reader selects its words in the article, or types them, and says what they name.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Keep;
use super::block::{field, press};
use super::elsewhere_door::{elsewhere_button, link_button};
use super::name_correction::{name_and_kind, name_fields};
use super::note_form::Drafting;
use super::note_panel::begin_on;
use crate::corpus::{Correction, Naming, Reach, Spot};
use crate::entities::EntityKind;
use crate::id::Fingerprint;
use crate::protocol::Response;
use crate::ui::collecting::Wanted;
use crate::ui::hooks::use_explorer;
use crate::ui::hooks::use_selection::{self, Selected, one_blank, place, use_selection};
use crate::ui::messages::{naming, noting};

#[derive(Properties, PartialEq)]
pub struct AddNameProps {
    pub opened: Opened,
    /// Of the corpus, for a link to what is selected.
    pub corpus: Fingerprint,
    /// What is selected can be noted too.
    pub drafting: Drafting,
}

/// The answer that holds the article that is open: compared as one thing, not letter by letter.
#[derive(Clone, Debug)]
pub struct Opened(pub Rc<Response>);

impl PartialEq for Opened {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Letters of the longest name.
const LONGEST: usize = 120;
#[component]
pub fn AddName(props: &AddNameProps) -> Html {
    let explorer = use_explorer();
    let selected = use_selection();
    let open = use_state(|| None::<Selected>);
    use_effect_with(open.is_some(), |open| {
        let field = open.then(|| gloo::utils::document().get_element_by_id("add-words")).flatten();
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
            let _ = field.focus();
        }
    });
    let Response::Article(view) = &*props.opened.0 else { return Html::default() };
    let document = &view.document;
    let words = open.as_ref().map_or_else(String::new, |open| one_blank(&open.words));
    let place = open.as_ref().and_then(|open| place(document, open));
    let ask = {
        let (open, selected) = (open.clone(), selected.clone());
        Callback::from(move |_| open.set(Some((*selected).clone())))
    };
    let close = {
        let open = open.clone();
        Callback::from(move |_| open.set(None))
    };
    let retype = {
        let open = open.clone();
        Callback::from(move |event: InputEvent| {
            let typed = event.target_unchecked_into::<HtmlInputElement>().value();
            open.set(Some(Selected { words: typed, before: String::new() }));
        })
    };
    let onsubmit = {
        let (explorer, open, article, words) = (explorer.clone(), open.clone(), document.name.clone(), words.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let (Some(span), Some((name, kind))) = (place, name_and_kind(&event)) else { return };
            let name = if name.is_empty() { words.clone() } else { name };
            let everywhere = gloo::utils::document().query_selector("#add-everywhere:checked").ok().flatten().is_some();
            let reach = if everywhere { Reach::Everywhere } else { Reach::Here };
            let at = Spot { article: article.clone(), span };
            explorer.desk.correct(vec![Correction::Name(Naming::Add { at, words: words.clone(), kind, name, reach })]);
            open.set(None);
        })
    };
    let note = {
        let (explorer, opened, drafting, selected) = (explorer.clone(), props.opened.clone(), props.drafting.clone(), selected.clone());
        Callback::from(move |_| {
            if let Response::Article(view) = &*opened.0 {
                begin_on(&explorer, &view.document, &drafting, &selected);
            }
        })
    };
    let Some(shown) = &*open else {
        return html! {
            <>
                <p class="add-name-door">{ press("add-name-open", naming::add_a_name_door().to_owned(), ask.clone()) }</p>
                if !selected.words.is_empty() {
                    <p class="selection-bar">
                        { press("selected-note", noting::note_selection().to_owned(), note) }
                        { elsewhere_button(&explorer, document, &selected) }
                        if let Some(span) = use_selection::place(document, &selected) { { link_button(&explorer, document, span, props.corpus) }<Keep wanted={Wanted::of_article(view, span)} /> }
                        if selected.words.chars().count() <= LONGEST { { press("add-name-selected", naming::add_as_name(&selected.words), ask) } }
                    </p>
                }
            </>
        };
    };
    let missing = !words.is_empty() && place.is_none();
    html! {
        <form class="add-name" aria-labelledby="add-name-title" {onsubmit}>
            <h2 id="add-name-title" class="caps">{ naming::add_a_name() }</h2>
            { field("add-words".to_owned(), naming::words_of_the_text(), html! { <input id="add-words" type="text" autocomplete="off" maxlength="120" required={true} value={shown.words.clone()} oninput={retype} /> }) }
            if missing { <p role="alert" class="hint">{ naming::no_such_words() }</p> }
            { name_fields("add", &words, EntityKind::Person) }
            <p class="field"><label><input id="add-everywhere" type="checkbox" checked={true} />{ naming::wherever_they_are() }</label></p>
            <p class="buttons"><button type="submit" disabled={place.is_none()}>{ naming::add() }</button>{ " " }{ press("close-form", naming::close().to_owned(), close) }</p>
        </form>
    }
}
