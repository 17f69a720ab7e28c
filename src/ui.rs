//! The page: Yew components over one state, which is the address.
//!
//! `client` speaks to the engine through `protocol` only, `readers_client` to the readers of files; `shelf` keeps
//! corpora in the browser; `route` reads and writes addresses; `state` is one pure reducer;
//! `views` are whole pages, `parts` what they are made of. The public JavaScript API is `api`.

pub mod api;
pub mod app;
pub mod client;
pub mod crash;
pub mod files;
pub mod format;
pub mod hooks;
pub mod parts;
pub mod readers_client;
pub mod route;
pub mod shelf;
pub mod state;
pub mod views;

use crate::ui::app::App;
use crate::ui::client::Client;

/// Mounts the page in `#app`, and puts the JavaScript API on the window.
pub fn mount() {
    crash::install();
    let client = Client::start();
    api::install(&client);
    let root = gloo::utils::document().get_element_by_id("app").expect("index.html has #app");
    yew::Renderer::<App>::with_root_and_props(root, app::AppProps { client }).render();
}
