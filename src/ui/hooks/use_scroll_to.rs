//! Brings what the address points at into sight, once it is drawn.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use crate::ui::route::Place;

/// Scrolls to the current hit, else to the passage, of `place` when either changes and the article is `drawn`.
#[hook]
pub fn use_scroll_to(place: &Place, drawn: bool, n_hits: usize) {
    let target = match (place.hit, place.passage) {
        (hit, _) if hit > 0 && hit <= n_hits => Some(format!("hit-{hit}")),
        (_, Some(_)) => Some("passage".to_owned()),
        _ => None,
    };
    use_effect_with((target, place.view.clone(), drawn, place.passage), |(target, _, drawn, _)| {
        if let (Some(id), true) = (target, drawn) {
            show(id);
        }
    });
}

/// Brings the element `id` to the middle of what scrolls around it.
pub fn show(id: &str) {
    let found = gloo::utils::document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = found {
        into_sight(&element);
    }
}

/// Brings an element to the middle of what scrolls around it.
pub fn into_sight(element: &HtmlElement) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
