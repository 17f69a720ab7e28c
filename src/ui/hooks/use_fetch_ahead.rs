//! What a link leads to is fetched when the pointer or the focus comes to it: mostly it is here before the click.
//!
//! Deliberately not when the page is idle: thirty old computers on one line would fetch for readers who never ask.

use gloo::events::EventListener;
use yew::prelude::*;

use crate::ui::route::Place;
use crate::ui::views::chunk;

#[hook]
pub fn use_fetch_ahead() {
    use_effect_with((), |()| {
        let page = gloo::utils::document();
        let listeners = ["pointerover", "focusin"].map(|event| EventListener::new(&page, event, ahead));
        move || drop(listeners)
    });
}

fn ahead(event: &Event) {
    if chunk::here().is_some() {
        return;
    }
    let near = event.target_dyn_into::<web_sys::Element>().and_then(|element| element.closest("a[href^='#']").ok().flatten());
    let address = near.and_then(|link| link.get_attribute("href"));
    if address.and_then(|address| Place::parse(&address).ok()).is_some_and(|place| chunk::holds(&place.view)) {
        // Should it not come, the view tells it when it is opened.
        wasm_bindgen_futures::spawn_local(async {
            let _ = chunk::fetch().await;
        });
    }
}
