//! The browser's second module: the readers of files, in a worker, or called by the page where no worker can be had.

use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;

fn main() {
    recoupe::readers::serve();
}

/// Answers a message on the page; see [`recoupe::readers::answer_array`].
#[wasm_bindgen]
pub fn answer(message: &Array, give: &Function) {
    recoupe::readers::answer_array(message, give);
}
