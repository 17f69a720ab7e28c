//! What every component can reach: the state, a way to change it, the engine.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::protocol::{Request, Response};
use crate::ui::client::Client;
use crate::ui::files;
use crate::ui::route::{Place, View};
use crate::ui::state::{Action, Report, State};

/// Shared by context.
#[derive(Clone, PartialEq)]
pub struct Explorer {
    pub state: UseReducerHandle<State>,
    pub client: Client,
}

/// Whether a step can be taken back with the browser's button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A new entry in the history.
    New,
    /// The entry is changed: typing is one step, not one a letter.
    Same,
}

impl Explorer {
    /// Goes to `place`: the address first, then the state that follows from it.
    pub fn go(&self, place: &Place, step: Step) {
        let fragment = place.fragment();
        if let Ok(history) = gloo::utils::window().history() {
            let nothing = wasm_bindgen::JsValue::NULL;
            // A browser may refuse when steps come too fast; the state still follows.
            let _ = match step {
                Step::New => history.push_state_with_url(&nothing, "", Some(&fragment)),
                Step::Same => history.replace_state_with_url(&nothing, "", Some(&fragment)),
            };
        }
        self.state.dispatch(Action::Go(place.clone()));
    }

    /// Reads `files` and makes them the corpus, unless none of them is an article; then tells what became of them.
    pub fn bring(&self, files: Vec<web_sys::File>) {
        let explorer = self.clone();
        spawn_local(async move {
            let files::Reading { articles, mut refused } = files::read(files).await;
            let mut n_articles = 0;
            if !articles.is_empty() {
                match explorer.client.call(Request::Load { title: None, articles }).await {
                    Ok(Response::Overview(overview)) => n_articles = overview.articles.len(),
                    Ok(Response::Refused { why }) | Err(why) => refused.push(("corpus".to_owned(), why)),
                    Ok(_) => {}
                }
            }
            // When all is well the new corpus opens on its first view; else what went wrong comes first.
            if refused.is_empty() && n_articles > 0 {
                return explorer.state.dispatch(Action::Report(None));
            }
            explorer.state.dispatch(Action::Report(Some(Report { n_articles, refused })));
            explorer.go(&Place::of(View::Corpus), Step::New);
        });
    }

    /// Makes the shipped corpus the corpus again.
    pub fn bring_back(&self) {
        let explorer = self.clone();
        spawn_local(async move {
            if let Ok(Response::Refused { why }) | Err(why) = explorer.client.call(Request::LoadShipped).await {
                explorer.state.dispatch(Action::Report(Some(Report { n_articles: 0, refused: vec![("corpus".to_owned(), why)] })));
            } else {
                explorer.state.dispatch(Action::Report(None));
            }
        });
    }

    pub fn place(&self) -> &Place {
        &self.state.place
    }
}

/// The explorer of the page.
#[hook]
pub fn use_explorer() -> Explorer {
    use_context::<Explorer>().expect("App provides the explorer")
}
