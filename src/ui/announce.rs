//! What the page tells whoever is around it, as events on its window: scripts of the same page, and through `framed.js` the page around
//! a frame.
//!
//! `recoupe-ready` once, when the first view is drawn; `recoupe-statechange` with the address, at every step; `recoupe-select` with what is
//! chosen; `recoupe-error` with what the engine said before it stopped.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};
use yew::prelude::*;

use super::hooks::{Answer, use_explorer};
use super::route::{Place, View};

/// Announces what changes while the page is drawn.
#[hook]
pub fn use_announcements(overview: &Answer) {
    let drawn = overview.response.is_some();
    let explorer = use_explorer();
    let place = explorer.place().clone();
    use_effect_with(drawn, |drawn| {
        if *drawn {
            if let Some(root) = gloo::utils::document().document_element() {
                // For who comes too late to hear it.
                let _ = root.set_attribute("data-ready", "");
            }
            announce("recoupe-ready", &JsValue::NULL);
        }
    });
    use_effect_with((drawn, place.fragment()), |(drawn, fragment)| {
        if *drawn {
            announce("recoupe-statechange", &fragment.as_str().into());
        }
    });
    use_effect_with((place.entity.clone(), place.passage), move |_| {
        if place.entity.is_some() || place.passage.is_some() {
            announce("recoupe-select", &selection(&place));
        }
    });
    use_effect_with(explorer.state.crash.clone(), |crash| {
        if let Some(why) = crash {
            announce("recoupe-error", &object(&[("code", "crash".into()), ("message", why.as_str().into())]));
        }
    });
}

/// The slug of the name, the article and the passage in it: offsets in bytes of the raw text, as in addresses.
fn selection(place: &Place) -> JsValue {
    let article = match &place.view {
        View::Read(name) => name.as_deref(),
        View::Compare(Some((a, _))) => Some(a.as_str()),
        _ => None,
    };
    let offset = |at: Option<u32>| at.map_or(JsValue::NULL, |at| at.into());
    object(&[
        ("entity", place.entity.as_deref().into()),
        ("article", article.into()),
        ("start", offset(place.passage.map(|span| span.start))),
        ("end", offset(place.passage.map(|span| span.end))),
    ])
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

fn announce(name: &str, detail: &JsValue) {
    let told = CustomEventInit::new();
    told.set_detail(detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &told) {
        // Nobody can refuse it.
        let _ = gloo::utils::window().dispatch_event(&event);
    }
}
