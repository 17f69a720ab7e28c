//! Hands a text to the person: into the clipboard, for whatever they paste it into.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Puts `text` in the clipboard.
///
/// # Errors
/// When the browser has none, or does not let the page write there.
pub async fn copy(text: &str) -> Result<(), JsValue> {
    let navigator = Reflect::get(&gloo::utils::window(), &"navigator".into())?;
    let clipboard = Reflect::get(&navigator, &"clipboard".into())?;
    let write: Function = Reflect::get(&clipboard, &"writeText".into())?.dyn_into()?;
    let written = write.call1(&clipboard, &text.into())?;
    JsFuture::from(written.dyn_into::<js_sys::Promise>()?).await.map(|_| ())
}
