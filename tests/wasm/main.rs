//! What the page keeps and fetches, below its views, in headless Chromium: `cargo xtask test` runs this with
//! `wasm-bindgen-test-runner`, which serves the workspace, and with it the readers' module of the site under test.
#![cfg(target_arch = "wasm32")]

mod readers;
mod shelf;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
