//! The search field: answers as one types, in the open article or in all.
//!
//! In an open article the field marks and counts there, and Enter goes from hit to hit; elsewhere it opens the results.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::hooks::use_explorer::Step;
use crate::ui::hooks::{Explorer, use_explorer};
use crate::ui::route::{Place, View};
use crate::ui::tool::Tool;

#[component]
pub fn SearchBox() -> Html {
    let explorer = use_explorer();
    let input = use_node_ref();
    use_slash(input.clone());
    let oninput = Callback::from({
        let explorer = explorer.clone();
        move |event: InputEvent| {
            let field: HtmlInputElement = event.target_unchecked_into();
            type_query(&explorer, &field.value());
        }
    });
    let onkeydown = Callback::from({
        let explorer = explorer.clone();
        move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" => {
                event.prevent_default();
                enter(&explorer, event.shift_key());
            }
            "Escape" if !explorer.place().query.is_empty() => {
                event.prevent_default();
                type_query(&explorer, "");
            }
            "ArrowDown" => {
                event.prevent_default();
                focus_first_hit();
            }
            _ => {}
        }
    });
    html! {
        <form class="search-box" role="search" onsubmit={Callback::from(|event: SubmitEvent| event.prevent_default())}>
            <label class="visually-hidden" for="search">{ "Chercher dans les articles" }</label>
            <input ref={input} id="search" type="search" value={explorer.place().query.clone()} {oninput} {onkeydown}
                placeholder="Chercher un mot, un nom, « une phrase »" autocomplete="off" spellcheck="false" enterkeyhint="search" aria-keyshortcuts="/" />
            <kbd aria-hidden="true">{ "/" }</kbd>
        </form>
    }
}

/// Where a query typed at the open view leads.
fn type_query(explorer: &Explorer, query: &str) {
    let here = explorer.place();
    let to = match &here.view {
        View::Read(_) => Place { query: query.to_owned(), hit: 0, passage: None, ..here.clone() },
        // Another query has other lines: what was chosen among the first is let go.
        View::Tool(tool) if !matches!(tool, Tool::Frequencies(_)) => Place::of(View::Tool(tool.anew())).with_query(query),
        _ => Place::of(View::Results).with_query(query),
    };
    // The first letter is a step of its own, so that the back button undoes the search.
    let step = if here.query.is_empty() && !matches!(here.view, View::Results | View::Tool(_)) { Step::New } else { Step::Same };
    explorer.go(&to, step);
}

/// In an article: the next hit, or the one before. In the results: the first of them.
fn enter(explorer: &Explorer, backwards: bool) {
    let here = explorer.place();
    if here.query.is_empty() {
        return;
    }
    if matches!(here.view, View::Read(_)) {
        click(if backwards { ".hit-steps .before" } else { ".hit-steps .after" });
    } else {
        focus_first_hit();
    }
}

fn click(selector: &str) {
    if let Some(element) = find(selector) {
        element.click();
    }
}

fn focus_first_hit() {
    if let Some(element) = find(".hit-list a") {
        let _ = element.focus();
    }
}

fn find(selector: &str) -> Option<web_sys::HtmlElement> {
    gloo::utils::document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// `/` puts the cursor in the field, unless the reader is typing elsewhere.
#[hook]
fn use_slash(input: NodeRef) {
    use_effect_with((), move |()| {
        let listener = EventListener::new_with_options(
            &gloo::utils::document(),
            "keydown",
            gloo::events::EventListenerOptions::enable_prevent_default(),
            move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                let typing = gloo::utils::document()
                    .active_element()
                    .is_some_and(|e| matches!(e.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"));
                if event.key() == "/" && !typing && !event.ctrl_key() && !event.meta_key() && !event.alt_key() {
                    event.prevent_default();
                    if let Some(field) = input.cast::<HtmlInputElement>() {
                        let _ = field.focus();
                        field.select();
                    }
                }
            },
        );
        move || drop(listener)
    });
}
