//! The program's modules and how they are started: in a worker, or on the page where no worker can be had.
//!
//! The hosted page has both in files that its boot script names. With the feature `one-file` both are in the page's own file, and its
//! boot script unpacks and starts them.

use gloo::utils::document;
#[cfg(feature = "one-file")]
use js_sys::Function;
#[cfg(not(feature = "one-file"))]
use js_sys::Object;
use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessagePort, Worker};
#[cfg(not(feature = "one-file"))]
use web_sys::{Url, WorkerOptions, WorkerType};

/// Which of the two modules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The page's own, already here: its engine knows the shipped corpus.
    First,
    /// The second one, fetched when it is first needed: its engine makes any corpus, and it reads files.
    Whole,
}

/// What the second module is called for, as a worker's name and as what it answers to on the page.
pub const READERS: &str = "readers";

/// Starts a worker called `name` on a module. What the worker itself does not load is told by its error event.
///
/// # Errors
/// When no worker can be had.
#[cfg(not(feature = "one-file"))]
pub fn worker(name: &str, which: Which) -> Result<Worker, JsValue> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    options.set_name(name);
    let worker = Worker::new_with_options(&address("data-worker", "")?, &options)?;
    let start = Object::new();
    let (glue, module) = match which {
        Which::First => (address("data-js", "")?, wasm_bindgen::module()),
        Which::Whole => (address("data-readers", ".js")?, address("data-readers", "_bg.wasm")?.into()),
    };
    Reflect::set(&start, &"glue".into(), &glue.into())?;
    Reflect::set(&start, &"module".into(), &module)?;
    worker.post_message(&start)?;
    Ok(worker)
}

/// A port to the second module on the page, for `readers` or `engine`: it speaks as a worker does.
///
/// # Errors
/// When the module cannot be fetched or does not start.
#[cfg(not(feature = "one-file"))]
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

/// What the boot script says under `name`, as a whole address.
#[cfg(not(feature = "one-file"))]
fn address(name: &str, ending: &str) -> Result<String, JsValue> {
    let boot = document().query_selector("script[data-readers]")?.ok_or("no boot script")?;
    let path = boot.get_attribute(name).ok_or("boot script without addresses")? + ending;
    Ok(Url::new_with_base(&path, &document().base_uri()?.unwrap_or_default())?.href())
}

/// Starts a worker called `name` on a module. What does not unpack is told as a worker tells its end.
///
/// # Errors
/// When no worker can be had.
#[cfg(feature = "one-file")]
pub fn worker(name: &str, which: Which) -> Result<Worker, JsValue> {
    let act = match which {
        Which::First => "first",
        Which::Whole => "whole",
    };
    Ok(boot(act, name)?.unchecked_into())
}

/// A port to the second module on the page, for `readers` or `engine`: it speaks as a worker does.
///
/// # Errors
/// When the module does not start.
#[cfg(feature = "one-file")]
pub async fn port(role: &str) -> Result<MessagePort, JsValue> {
    JsFuture::from(boot("port", role)?.dyn_into::<Promise>()?).await?.dyn_into()
}

/// Asks the boot script, whose element holds what it can do.
#[cfg(feature = "one-file")]
fn boot(act: &str, name: &str) -> Result<JsValue, JsValue> {
    let boot = document().get_element_by_id("boot").ok_or("no boot script")?;
    Reflect::get(&boot, &act.into())?.dyn_into::<Function>()?.call1(&boot, &name.into())
}

/// What a crash, an error or an error event says, if it says anything.
pub fn message_of(why: &JsValue) -> Option<String> {
    let message = || Reflect::get(why, &"message".into()).ok().and_then(|message| message.as_string());
    why.as_string().or_else(message)
}
