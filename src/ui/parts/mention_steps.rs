//! From mention to mention of the chosen name in the open article: by links, and by one key each while the focus is in the
//! article or beside it. `1` is the first, `m` the next, `M` the one before.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

use crate::span::Span;
use crate::ui::format;
use crate::ui::hooks::use_explorer;
use crate::ui::hooks::use_explorer::Step;

#[derive(Properties, PartialEq)]
pub struct MentionStepsProps {
    /// The mentions in the open article, in order.
    pub mentions: Vec<Span>,
}

#[component]
pub fn MentionSteps(props: &MentionStepsProps) -> Html {
    let explorer = use_explorer();
    let place = explorer.place().clone();
    let mentions = &props.mentions;
    let n = mentions.len();
    // The passage of the address may be a sentence that holds the mention.
    let at = place.passage.and_then(|passage| mentions.iter().position(|mention| passage.overlaps(*mention)));
    let [first, after, before] = steps(at, n);
    {
        let (explorer, mentions, place) = (explorer.clone(), mentions.clone(), place.clone());
        use_effect_with((mentions, at, place), move |(mentions, _, place)| {
            let (mentions, place) = (mentions.clone(), place.clone());
            let listener = EventListener::new(&gloo::utils::document(), "keydown", move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                let to = match &*event.key() {
                    "1" => first,
                    "m" => after,
                    "M" => before,
                    _ => return,
                };
                let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key() && !event.default_prevented();
                if let Some(mention) = mentions.get(to).filter(|_| plain && is_reading()) {
                    event.prevent_default();
                    explorer.go(&place.clone().with_passage(Some(*mention)), Step::Same);
                }
            });
            move || drop(listener)
        });
    }
    if n == 0 {
        return html! { <p class="mention-steps counted">{ "Absent de cet article." }</p> };
    }
    let to = |step: usize| mentions.get(step).map(|mention| place.clone().with_passage(Some(*mention)).fragment());
    let here = match at {
        Some(at) => format!("{} sur {} dans cet article", format::number(at + 1), format::number(n)),
        None => format!("{} dans cet article", format::count(n, "mention", "mentions")),
    };
    html! {
        <p class="mention-steps steps">
            <span role="status">{ here }</span>
            <a href={to(before)} aria-label="Mention précédente" aria-keyshortcuts="Shift+M" title="Touche M">{ "‹" }</a>
            <a href={to(after)} aria-label="Mention suivante" aria-keyshortcuts="m" title="Touche m">{ "›" }</a>
            <a class="first-mention" href={to(first)} aria-keyshortcuts="1" title="Touche 1">{ "première" }</a>
        </p>
    }
}

/// The first, the next and the one before, of `n`.
fn steps(at: Option<usize>, n: usize) -> [usize; 3] {
    match at {
        Some(at) => [0, (at + 1) % n.max(1), (at + n.max(1) - 1) % n.max(1)],
        None => [0, 0, n.saturating_sub(1)],
    }
}

/// True while the focus is in the article or beside it, and not in a field.
fn is_reading() -> bool {
    let Some(focused) = gloo::utils::document().active_element() else { return false };
    let typing = focused.matches("input, select, textarea").unwrap_or(false)
        || focused.dyn_ref::<HtmlElement>().is_some_and(HtmlElement::is_content_editable);
    !typing && focused.closest(".read-view, #main").ok().flatten().is_some()
}
