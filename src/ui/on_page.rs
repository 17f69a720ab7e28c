//! The second module on the page itself, where no worker can be had, and where its files are found.

use gloo::utils::document;
use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessagePort, Url};

/// What the boot script says under `name`, as a whole address.
///
/// # Errors
/// When the page has no boot script that says it.
pub fn address(name: &str, ending: &str) -> Result<String, JsValue> {
    let boot = document().query_selector("script[data-readers]")?.ok_or("no boot script")?;
    let path = boot.get_attribute(name).ok_or("boot script without addresses")? + ending;
    Ok(Url::new_with_base(&path, &document().base_uri()?.unwrap_or_default())?.href())
}

/// A port to one of the module's two roles, `readers` or `engine`: it speaks as a worker does.
///
/// # Errors
/// When the module cannot be fetched or does not start.
pub async fn port(role: &str) -> Result<MessagePort, JsValue> {
    let script = document().create_element("script")?;
    script.set_attribute("src", &address("data-on-page", ".js")?)?;
    script.set_attribute("data-glue", &address("data-readers", ".js")?)?;
    script.set_attribute("data-module", &address("data-readers", "_bg.wasm")?)?;
    script.set_attribute("data-role", role)?;
    let loaded = Promise::new(&mut |resolve, _| {
        for event in ["ready", "error"] {
            // Without a listener the promise would never come: an element takes every one.
            let _ = script.add_event_listener_with_callback(event, &resolve);
        }
    });
    document().document_element().ok_or("no document")?.append_child(&script)?;
    let event = JsFuture::from(loaded).await?;
    script.remove();
    Reflect::get(&event, &"detail".into())?.dyn_into::<MessagePort>()
}

/// What a crash, an error or an error event says, if it says anything.
pub fn message_of(why: &JsValue) -> Option<String> {
    let message = || Reflect::get(why, &"message".into()).ok().and_then(|message| message.as_string());
    why.as_string().or_else(message)
}
