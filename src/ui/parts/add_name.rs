//! A name that was missed: the reader selects its words in the article, or types them, and says what they name.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, Node};
use yew::prelude::*;

use super::block::{field, press};
use super::name_correction::{name_and_kind, name_fields};
use crate::corpus::{Correction, Document, Naming, Reach, Spot};
use crate::entities::EntityKind;
use crate::protocol::Response;
use crate::span::Span;
use crate::text::{filling, runs};
use crate::ui::hooks::use_explorer;

#[derive(Properties, PartialEq)]
pub struct AddNameProps {
    pub opened: Opened,
}

/// The answer that holds the article that is open: compared as one thing, not letter by letter.
#[derive(Clone, Debug)]
pub struct Opened(pub Rc<Response>);

impl PartialEq for Opened {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Words that may be a name, with what stands before them in their paragraph, without blanks.
#[derive(Clone, Debug, Default, PartialEq)]
struct Selected {
    words: String,
    before: String,
}

/// Letters of the longest name.
const LONGEST: usize = 120;
/// Letters before a selection by which its place is told from others with the same words.
const BEFORE: usize = 60;
/// Milliseconds for which a selection stands still before it is looked at.
const PAUSE: u32 = 150;

#[component]
pub fn AddName(props: &AddNameProps) -> Html {
    let explorer = use_explorer();
    let selected = use_selected();
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
    let Some(shown) = &*open else {
        return html! {
            <>
                <p class="add-name-door">{ press("add-name-open", "Ajouter un nom…".to_owned(), ask.clone()) }</p>
                if !selected.words.is_empty() {
                    <p class="add-name-bar">{ press("add-name-selected", format!("Ajouter «\u{a0}{}\u{a0}» comme nom…", selected.words), ask) }</p>
                }
            </>
        };
    };
    let missing = !words.is_empty() && place.is_none();
    html! {
        <form class="add-name" aria-labelledby="add-name-title" {onsubmit}>
            <h2 id="add-name-title" class="caps">{ "Ajouter un nom" }</h2>
            { field("add-words".to_owned(), "Mots du texte", html! { <input id="add-words" type="text" autocomplete="off" maxlength="120" required={true} value={shown.words.clone()} oninput={retype} /> }) }
            if missing { <p role="alert" class="hint">{ "Cet article n’a pas ces mots." }</p> }
            { name_fields("add", &words, EntityKind::Person) }
            <p class="field"><label><input id="add-everywhere" type="checkbox" checked={true} />{ " partout où ces mots sont" }</label></p>
            <p class="buttons"><button type="submit" disabled={place.is_none()}>{ "Ajouter" }</button>{ " " }{ press("close-form", "Fermer".to_owned(), close) }</p>
        </form>
    }
}

/// What is selected in the article; while a form is used it stays.
#[hook]
fn use_selected() -> UseStateHandle<Selected> {
    let selected = use_state_eq(Selected::default);
    {
        let selected = selected.setter();
        use_effect_with((), move |()| {
            let page = gloo::utils::document();
            let pause = Rc::new(std::cell::RefCell::new(None));
            let listener = gloo::events::EventListener::new(&page, "selectionchange", move |_| {
                let selected = selected.clone();
                let look = gloo::timers::callback::Timeout::new(PAUSE, move || selected.set(selection().unwrap_or_default()));
                *pause.borrow_mut() = Some(look);
            });
            move || drop(listener)
        });
    }
    selected
}

/// The words that are selected in the text of the article, if they can be a name.
fn selection() -> Option<Selected> {
    let selection = gloo::utils::window().get_selection().ok()??;
    let range = selection.get_range_at(0).ok()?;
    let words = one_blank(&String::from(range.to_string()));
    if words.is_empty() || words.chars().count() > LONGEST {
        return None;
    }
    let start: Node = range.start_container().ok()?;
    let element: Element = start.dyn_ref::<Element>().cloned().or_else(|| start.parent_element())?;
    element.closest("article.text").ok()??;
    let paragraph = element.closest("p, h1, h2, h3, li").ok()??;
    let before = gloo::utils::document().create_range().ok()?;
    before.set_start(&paragraph, 0).ok()?;
    before.set_end(&start, range.start_offset().ok()?).ok()?;
    Some(Selected { words, before: without_blanks(&String::from(before.to_string())) })
}

fn one_blank(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !filling::is_filling(*c)).collect()
}

/// Where the article has these words: of several places that with most of the same before it.
fn place(document: &Document, selected: &Selected) -> Option<Span> {
    let (text, words) = (document.text(), one_blank(&selected.words));
    let found = document.sentences.iter().flat_map(|sentence| runs(text, sentence.span, &words));
    let alike = |span: &Span| {
        let paragraph = document.zones.iter().find(|zone| zone.span.contains(*span)).map_or(0, |zone| zone.span.start);
        let before = without_blanks(&text[paragraph as usize..span.start as usize]);
        before.chars().rev().take(BEFORE).zip(selected.before.chars().rev()).take_while(|(one, other)| one == other).count()
    };
    // The first of those that are equal.
    let mut best: Option<(usize, Span)> = None;
    for span in found {
        let n = alike(&span);
        if best.is_none_or(|(most, _)| n > most) {
            best = Some((n, span));
        }
    }
    best.map(|(_, span)| span)
}
