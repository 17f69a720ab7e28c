//! The browser's first module where the page is one file: in a worker it serves the engine, in a window the page's script calls
//! [`page`], once it knows that the corpus came through whole.

use js_sys::Uint8Array;
use recoupe::export::explorer;
use recoupe::ui::{self, origin};
use wasm_bindgen::prelude::*;

fn main() {
    if recoupe::worker::is_worker() {
        recoupe::worker::serve_shipped();
    }
}

/// Whether the bytes of a corpus are those that were published.
#[wasm_bindgen]
pub fn is_whole(corpus: &Uint8Array, fingerprint: &str) -> bool {
    explorer::fingerprint(&corpus.to_vec()) == fingerprint
}

/// Mounts the page, on the corpus that its file holds if it holds one; else on the shipped one.
#[wasm_bindgen]
pub fn page(corpus: Option<Uint8Array>) {
    origin::bring(corpus);
    ui::mount();
}
