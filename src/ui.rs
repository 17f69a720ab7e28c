//! The page: Yew components over one state, which is the address.
//!
//! `desk` holds the corpus and all that changes it; `client` speaks to the engine through `protocol` only, `readers_client` to
//! the readers of files; `shelf` keeps corpora in the browser; `route` reads and writes addresses, `cited` the words of a passage in them, `tool` those of the researcher's tools, `ledger` those of quotations, `across` those of the comparison over all articles, `classroom` those for a class, whose guesses `guess` counts and `answers` keeps; `state` is one pure reducer;
//! `collecting` keeps what the reader wants for the press review, `press` is that review with what the corpus knows of it, `slides` what a projector shows;
//! `views` are whole pages, those that nobody sees first in a chunk of their own (`views::chunk`), `parts` what they are made of. The public JavaScript API is `api`.

pub mod across;
pub mod among;
pub mod announce;
pub mod answers;
pub mod api;
pub mod app;
pub mod brought;
pub mod cited;
pub mod classroom;
pub mod client;
pub mod clipboard;
pub mod collecting;
pub mod covered;
pub mod crash;
pub mod desk;
pub mod download;
pub mod drawn;
pub mod focus;
pub mod followed;
mod format;
pub mod guess;
pub mod holding;
pub mod hooks;
pub mod ledger;
pub mod link;
pub mod listing;
pub mod messages;
pub mod modules;
pub mod noted;
pub mod opposed;
pub mod origin;
pub mod parts;
pub mod picture;
pub mod pile;
pub mod press;
pub mod readers_client;
pub mod results;
pub mod route;
pub mod sheet;
pub mod shelf;
pub mod shortcuts;
pub mod slides;
pub mod spoken;
pub mod state;
pub mod stated;
pub mod stepping;
pub mod told;
pub mod tool;
pub mod views;

use crate::ui::app::App;
use crate::ui::client::Client;
use crate::ui::desk::Desk;

/// Mounts the page in `#app`, and puts the JavaScript API on the window.
pub fn mount() {
    crash::install();
    spoken::begin();
    let desk = Desk::new(Client::start());
    api::install(&desk);
    let root = element();
    yew::Renderer::<App>::with_root_and_props(root, app::AppProps { desk }).render();
}

/// The element in which the page lives.
fn element() -> web_sys::Element {
    gloo::utils::document().get_element_by_id("app").expect("index.html has #app")
}
