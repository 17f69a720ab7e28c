//! Which language the page speaks: what its address asks for, what the reader chose before, what the browser prefers; else French.
//!
//! `?lang=en` before the fragment is for whoever links or embeds; a choice made on the page is kept where storage may be used.

use wasm_bindgen::JsValue;

use crate::locale::{self, Locale};

/// Under which the choice is kept.
const KEY: &str = "recoupe-lang";

/// The language at the start, spoken from now on.
pub fn begin() -> Locale {
    let found = asked().or_else(kept).or_else(preferred).unwrap_or_default();
    speak(found);
    found
}

/// Speaks `locale`, and keeps the choice if it can be kept.
pub fn choose(locale: Locale) {
    speak(locale);
    if let Some(storage) = storage() {
        // A full or forbidden storage forgets the choice, no more.
        let _ = storage.set_item(KEY, locale.code());
    }
}

fn speak(locale: Locale) {
    locale::set(locale);
    if let Some(root) = gloo::utils::document().document_element() {
        let _ = root.set_attribute("lang", locale.code());
    }
}

fn asked() -> Option<Locale> {
    said("lang").and_then(|tag| Locale::of_tag(&tag))
}

/// What the address says before its fragment.
fn said(key: &str) -> Option<String> {
    let search = gloo::utils::window().location().search().unwrap_or_default();
    let mut pairs = form_urlencoded::parse(search.trim_start_matches('?').as_bytes());
    pairs.find(|(name, _)| name == key).map(|(_, value)| value.into_owned())
}

fn kept() -> Option<Locale> {
    Locale::of_tag(&storage()?.get_item(KEY).ok()??)
}

/// The first language of the browser's list that the page speaks.
fn preferred() -> Option<Locale> {
    let tags = gloo::utils::window().navigator().languages();
    tags.iter().filter_map(|tag: JsValue| tag.as_string()).find_map(|tag| Locale::of_tag(&tag))
}

/// None in a frame of another site, in a private window, or without a place to write. `?storage=` in the address of an embedded page says
/// that nothing is kept (`none`), or nothing longer than its tab (`session`).
pub fn storage() -> Option<web_sys::Storage> {
    let window = gloo::utils::window();
    match said("storage").as_deref() {
        Some("none") => None,
        Some("session") => window.session_storage().ok().flatten(),
        _ => window.local_storage().ok().flatten(),
    }
}

/// False where the address of the page says that corpora are not kept.
pub fn may_keep() -> bool {
    !matches!(said("storage").as_deref(), Some("none" | "session"))
}
