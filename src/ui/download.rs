//! Hands a file to the person: the browser saves it where it saves what is downloaded.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, HtmlAnchorElement, Url};

/// How long the browser is given to take the bytes, in milliseconds.
const TAKEN: u32 = 60_000;

/// Saves `bytes` as `name`.
pub fn save(name: &str, bytes: &Uint8Array) {
    let Ok(blob) = Blob::new_with_u8_array_sequence(&Array::of1(bytes)) else { return };
    let Ok(address) = Url::create_object_url_with_blob(&blob) else { return };
    let page = gloo::utils::document();
    if let Some(link) = page.create_element("a").ok().and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    gloo::timers::callback::Timeout::new(TAKEN, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
}
