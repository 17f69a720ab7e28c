//! The browser's second module: the readers of files, and the whole engine, each in a worker of its own, or called by the page
//! where no worker can be had.

use std::cell::RefCell;

use js_sys::{Array, Function, Uint8Array};
use recoupe::engine::Session;
use wasm_bindgen::prelude::*;

fn main() {
    if recoupe::worker::is_engine() {
        recoupe::worker::serve();
    } else {
        recoupe::readers::serve();
    }
}

/// Answers a message to the readers on the page; see [`recoupe::readers::answer_array`].
#[wasm_bindgen]
pub fn readers(message: &Array, give: &Function) {
    recoupe::readers::answer_array(message, give);
}

thread_local! {
    /// The engine on the page: one, since there is one page.
    static SESSION: RefCell<Session> = RefCell::default();
}

/// Answers a message to the engine on the page: calls `give` with the bytes of each message of the answer.
#[wasm_bindgen]
pub fn engine(message: &Uint8Array, give: &Function) {
    SESSION.with_borrow_mut(|session| {
        recoupe::worker::answer(session, &message.to_vec(), &|bytes| {
            // What the page does with an answer is its own affair.
            let _ = give.call1(&JsValue::NULL, &Uint8Array::from(&*bytes));
        });
    });
}
