//! Where the focus goes when the page, not the reader, moves it.

use gloo::timers::callback::Timeout;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

/// How often it is looked whether a view that waits for its answer is there, and how long between two looks, in milliseconds.
const WAITED_FOR: u32 = 60;
const PAUSE: u32 = 50;

/// Puts the focus on the first match, without moving the page.
pub fn on(selector: &str) {
    if let Some(element) = first(selector) {
        take(element);
    }
}

/// Puts the focus on what the reader came for, a passage, else on the heading, as soon as the view is drawn; if that takes
/// time, unless the reader has gone on meanwhile.
pub fn on_view() {
    let from = document().active_element();
    Timeout::new(0, move || look(from, WAITED_FOR)).forget();
}

/// Looks for the view's heading, while the focus stays where it was or is nowhere.
fn look(from: Option<Element>, tries: u32) {
    let now = document().active_element();
    let has_stayed = now == from || now.is_none_or(|element| element.tag_name() == "BODY");
    if tries < WAITED_FOR && !has_stayed {
        return;
    }
    let Some(found) = first("#main #passage, #main .hit.current").or_else(|| first("#main h1")) else {
        // A view that is still being fetched is waited for as long as it takes.
        let left = if first("#main .coming").is_some() { WAITED_FOR } else { tries };
        if left > 0 {
            Timeout::new(PAUSE, move || look(from, left - 1)).forget();
        }
        return;
    };
    // What is marked in a text takes the focus only here.
    if !found.has_attribute("tabindex") && found.get_attribute("href").is_none() {
        let _ = found.set_attribute("tabindex", "-1");
    }
    take(found);
}

fn first(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

fn take(element: Element) {
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}
