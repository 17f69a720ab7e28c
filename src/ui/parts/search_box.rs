//! The search field: answers as one types, in the open article or in all, and offers how the word may go on.
//!
//! In an open article the field marks and counts there, and Enter goes from hit to hit; elsewhere it opens the results. The
//! list of completions follows the pattern of a combobox with a listbox: it never takes Enter unless an arrow has chosen
//! in it first.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::completions::{Offer, completions};
use super::search_help::search_help;
use crate::protocol::{Completion, Request, Response};
use crate::ui::hooks::use_explorer::Step;
use crate::ui::hooks::{Explorer, use_answer, use_explorer};
use crate::ui::messages::{frame, searching};
use crate::ui::route::{Place, View};
use crate::ui::shortcuts::{self, Shortcut};
use crate::ui::tool::Tool;

const FIRST_HIT: &str = ".hit-list a";

/// What was typed last, of which the rest is offered.
#[derive(Clone, Debug, PartialEq)]
struct Typed {
    query: String,
    /// Where the cursor stands, in bytes.
    at: u32,
}

#[component]
pub fn SearchBox() -> Html {
    let explorer = use_explorer();
    let input = use_node_ref();
    use_slash(input.clone());
    let help_open = use_state(|| false);
    let help = use_answer(help_open.then_some(Request::Help));
    let typed = use_state(|| None::<Typed>);
    let chosen = use_state(|| None::<usize>);
    let request = typed.as_ref().map(|typed| Request::Complete { query: typed.query.clone(), at: typed.at });
    let answer = use_answer(request.clone());
    // Of what was typed before only the look stays until the newer answer comes: it can no longer be taken.
    let offers: &[Completion] = match answer.response.as_deref() {
        Some(Response::Completions(offers)) if typed.is_some() => offers,
        _ => &[],
    };
    let newest = answer.request == request;
    let close = {
        let (typed, chosen) = (typed.clone(), chosen.clone());
        move || {
            typed.set(None);
            chosen.set(None);
        }
    };
    let oninput = Callback::from({
        let (explorer, typed, chosen) = (explorer.clone(), typed.clone(), chosen.clone());
        move |event: InputEvent| {
            let field: HtmlInputElement = event.target_unchecked_into();
            let query = field.value();
            typed.set(Some(Typed { at: cursor(&field, &query), query: query.clone() }));
            chosen.set(None);
            type_query(&explorer, &query);
        }
    });
    let take = Callback::from({
        let (explorer, input, typed, chosen) = (explorer.clone(), input.clone(), typed.clone(), chosen.clone());
        move |offer: Completion| {
            type_query(&explorer, &offer.query);
            if let Some(field) = input.cast::<HtmlInputElement>() {
                place_cursor(&field, &offer);
            }
            // After the name of a field its values are offered at once.
            typed.set(offer.query.ends_with(':').then_some(Typed { query: offer.query, at: offer.cursor }));
            chosen.set(None);
        }
    });
    let onkeydown = Callback::from({
        let (explorer, take, close, chosen) = (explorer.clone(), take.clone(), close.clone(), chosen.clone());
        let offers = if newest { offers.to_vec() } else { Vec::new() };
        move |event: KeyboardEvent| {
            let taken = chosen.and_then(|at| offers.get(at));
            match (event.key().as_str(), taken) {
                ("Enter", None) => {
                    close();
                    enter(&explorer, event.shift_key());
                }
                ("Enter" | "Tab", Some(offer)) => take.emit(offer.clone()),
                ("Escape", _) if !offers.is_empty() => close(),
                ("Escape", _) if !explorer.place().query.is_empty() => type_query(&explorer, ""),
                ("ArrowDown" | "ArrowUp", _) if !offers.is_empty() => chosen.set(next(*chosen, offers.len(), &event.key())),
                ("ArrowDown", _) => focus(FIRST_HIT),
                _ => return,
            }
            event.prevent_default();
        }
    });
    let onblur = Callback::from(move |_: FocusEvent| close());
    let is_open = !offers.is_empty();
    let chosen_id = chosen.filter(|_| is_open).map(|at| format!("completion-{at}"));
    let take = Callback::from(move |offer| {
        if newest {
            take.emit(offer);
        }
    });
    let toggle_help = Callback::from({
        let help_open = help_open.clone();
        move |_: MouseEvent| help_open.set(!*help_open)
    });
    // Whoever follows an example has seen enough of the help.
    let on_help_click = Callback::from({
        let help_open = help_open.clone();
        move |event: MouseEvent| {
            let link = event.target_dyn_into::<web_sys::Element>().and_then(|element| element.closest("a").ok().flatten());
            if link.is_some() {
                help_open.set(false);
            }
        }
    });
    let on_any_key = Callback::from({
        let help_open = help_open.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" && *help_open {
                event.prevent_default();
                help_open.set(false);
                focus(".help-button");
            }
        }
    });
    html! {
        <form class="search-box" role="search" onkeydown={on_any_key} onsubmit={Callback::from(|event: SubmitEvent| event.prevent_default())}>
            <label class="visually-hidden" for="search">{ searching::search_the_articles() }</label>
            <input ref={input} id="search" type="text" inputmode="search" value={explorer.place().query.clone()} {oninput} {onkeydown} {onblur}
                role="combobox" aria-autocomplete="list" aria-expanded={is_open.to_string()} aria-controls="completions" aria-activedescendant={chosen_id}
                placeholder={searching::what_to_type()} autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" aria-keyshortcuts="/" />
            <kbd aria-hidden="true">{ "/" }</kbd>
            <button type="button" class="help-button" aria-label={frame::how_to_search()} aria-expanded={help_open.to_string()} aria-controls="search-help" onclick={toggle_help}>{ "?" }</button>
            <div id="search-help" class="help-panel" hidden={!*help_open} onclick={on_help_click}>
                if *help_open {
                    <h2>{ frame::how_to_search() }</h2>
                    { search_help(&help) }
                    <p><a href={Place::of(View::Help).fragment()}>{ searching::help_as_a_page() }</a></p>
                }
            </div>
            { completions(offers, &Offer { chosen: *chosen, take }) }
        </form>
    }
}

/// The place in a list of `n` that an arrow leads to; beyond its ends lies what was typed.
fn next(chosen: Option<usize>, n: usize, key: &str) -> Option<usize> {
    match (chosen, key) {
        (None, "ArrowDown") => Some(0),
        (None, _) => n.checked_sub(1),
        (Some(at), "ArrowDown") => Some(at + 1).filter(|at| *at < n),
        (Some(at), _) => at.checked_sub(1),
    }
}

/// Where the cursor stands in `text`, in bytes; browsers count in units of UTF-16.
fn cursor(field: &HtmlInputElement, text: &str) -> u32 {
    let units = field.selection_start().ok().flatten().unwrap_or(u32::MAX) as usize;
    let mut before = 0;
    let end = text.char_indices().find(|(_, c)| {
        before += c.len_utf16();
        before > units
    });
    u32::try_from(end.map_or(text.len(), |(at, _)| at)).unwrap_or(u32::MAX)
}

/// Puts what was taken into the field, and the cursor where it ends.
fn place_cursor(field: &HtmlInputElement, offer: &Completion) {
    field.set_value(&offer.query);
    let before = offer.query.get(..offer.cursor as usize).unwrap_or(&offer.query);
    let units = u32::try_from(before.encode_utf16().count()).unwrap_or(u32::MAX);
    let _ = field.set_selection_range(units, units);
    let _ = field.focus();
}

/// Where a query typed at the open view leads.
fn type_query(explorer: &Explorer, query: &str) {
    let here = explorer.place();
    let to = match &here.view {
        View::Read(_) => Place { query: query.to_owned(), hit: 0, passage: None, ..here.clone() },
        // Another query has other lines: what was chosen among the first is let go.
        View::Tool(tool) if !matches!(tool, Tool::Frequencies(_)) => Place::of(View::Tool(tool.anew())).with_query(query),
        _ => Place::of(View::Results).with_query(query).with_sorting(here.sorting),
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
        focus(FIRST_HIT);
    }
}

fn click(selector: &str) {
    if let Some(element) = find(selector) {
        element.click();
    }
}

fn focus(selector: &str) {
    if let Some(element) = find(selector) {
        let _ = element.focus();
    }
}

fn find(selector: &str) -> Option<web_sys::HtmlElement> {
    gloo::utils::document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// A key (`/` at first) puts the cursor in the field, unless the reader is typing elsewhere.
#[hook]
fn use_slash(input: NodeRef) {
    use_effect_with((), move |()| {
        let listener = EventListener::new_with_options(
            &gloo::utils::document(),
            "keydown",
            gloo::events::EventListenerOptions::enable_prevent_default(),
            move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                if shortcuts::pressed(event) == Some(Shortcut::Search) {
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
