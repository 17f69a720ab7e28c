//! The engine behind a Web Worker: bytes in, bytes out.
//!
//! The worker says that it is ready with one empty message, answers each request in turn, and tells a crash as a string
//! before it goes. Long work is told on the way: [`Response::Progress`] under the request's number, before its answer.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::engine::Session;
use crate::locale;
use crate::protocol::{self, Message, Request, Response};

/// Name of the workers that serve an engine: the second module has two roles.
pub const ENGINE: &str = "engine";

/// True when this code runs in a worker that is to serve an engine.
pub fn is_engine() -> bool {
    js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>().is_ok_and(|scope| scope.name() == ENGINE)
}

/// True when this code runs in a worker.
pub fn is_worker() -> bool {
    js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>().is_ok()
}

/// Serves requests for as long as the worker lives.
pub fn serve() {
    serve_by(Session::default());
}

/// The same, on the shipped corpus at once: it is asked for as soon as somebody listens.
pub fn serve_shipped() {
    serve_by(Session::shipped());
}

fn serve_by(mut session: Session) {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let crash_scope = scope.clone();
    std::panic::set_hook(Box::new(move |info| {
        // Nothing better can be done when even this fails: the worker is going down.
        let _ = crash_scope.post_message(&JsValue::from_str(&info.to_string()));
    }));
    let port = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let bytes = Uint8Array::new(&event.data()).to_vec();
        answer(&mut session, &bytes, &|bytes| post(&port, &bytes));
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    post(&scope, &[]);
}

/// Answers the bytes of a request by `session`: `tell` is called with the bytes of each report of progress and of the answer,
/// which comes last.
pub fn answer(session: &mut Session, bytes: &[u8], tell: &dyn Fn(Vec<u8>)) {
    match protocol::decode::<Request>(bytes) {
        Ok(Message { number, locale, content }) => {
            locale::set(locale);
            let answer = session.answer(content, &mut |progress| tell(protocol::encode(number, &Response::Progress(progress))));
            tell(protocol::encode(number, &answer));
        }
        Err(error) => tell(protocol::encode(0, &Response::Refused { why: error.to_string() })),
    }
}

fn post(scope: &DedicatedWorkerGlobalScope, bytes: &[u8]) {
    let array = Uint8Array::from(bytes);
    let transfer = Array::of1(&array.buffer());
    scope.post_message_with_transfer(&array, &transfer).expect("a buffer made here can be transferred");
}
