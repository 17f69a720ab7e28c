//! The browser's only module where the page is one file: in a worker it serves the engine or reads files, in a window the page's
//! script calls [`page`]. As `readers`, which it holds, it serves nobody on its own in a window: the page may start it there a
//! second time where no worker can be had.

use js_sys::Uint8Array;
use recoupe::export::explorer;
use recoupe::ui::{self, origin};
use wasm_bindgen::prelude::*;

fn main() {
    recoupe::readers::serve_either();
}

/// Whether the bytes of a corpus are those that were published.
#[wasm_bindgen]
pub fn is_whole(corpus: &Uint8Array, fingerprint: &str) -> bool {
    explorer::fingerprint(&corpus.to_vec()) == fingerprint
}

/// Mounts the page, on the corpus that its file holds if it holds one; else on the shipped one, with what was `found` in it when the
/// page was built.
#[wasm_bindgen]
pub fn page(corpus: Option<Uint8Array>, found: Option<Uint8Array>) {
    origin::bring(corpus, found);
    ui::mount();
}
