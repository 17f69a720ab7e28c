//! The engine behind a Web Worker: bytes in, bytes out.
//!
//! The worker says that it is ready with one empty message, answers each request in turn, and tells a crash as a string
//! before it goes. It holds one [`Engine`], on the shipped corpus until another is loaded.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::engine::Engine;
use crate::protocol::{self, Request, Response};

/// True when this code runs in a worker.
pub fn is_worker() -> bool {
    js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>().is_ok()
}

/// Serves requests for as long as the worker lives.
pub fn serve() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let crash_scope = scope.clone();
    std::panic::set_hook(Box::new(move |info| {
        // Nothing better can be done when even this fails: the worker is going down.
        let _ = crash_scope.post_message(&JsValue::from_str(&info.to_string()));
    }));
    let mut engine: Option<Engine> = None;
    let port = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let bytes = Uint8Array::new(&event.data()).to_vec();
        post(&port, &answer(&mut engine, &bytes));
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    post(&scope, &[]);
}

/// The bytes that answer the bytes of a request, on the engine in `slot`, started when first needed.
pub fn answer(slot: &mut Option<Engine>, bytes: &[u8]) -> Vec<u8> {
    let message = match protocol::decode::<Request>(bytes) {
        Ok(message) => message,
        Err(error) => return protocol::encode(0, &Response::Refused { why: error.to_string() }),
    };
    let engine = match slot {
        Some(engine) => engine,
        None => match Engine::shipped() {
            Ok(engine) => slot.insert(engine),
            Err(error) => return protocol::encode(message.number, &Response::Refused { why: error.to_string() }),
        },
    };
    protocol::encode(message.number, &engine.answer(message.content))
}

fn post(scope: &DedicatedWorkerGlobalScope, bytes: &[u8]) {
    let array = Uint8Array::from(bytes);
    let transfer = Array::of1(&array.buffer());
    scope.post_message_with_transfer(&array, &transfer).expect("a buffer made here can be transferred");
}
