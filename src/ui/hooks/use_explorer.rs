//! What every component can reach: the state, a way to change it, the desk.

use yew::prelude::*;

use crate::ui::brought::Brought;
use crate::ui::desk::Desk;
use crate::ui::route::Place;
use crate::ui::state::{Action, State};

/// Shared by context.
#[derive(Clone, PartialEq)]
pub struct Explorer {
    pub state: UseReducerHandle<State>,
    pub desk: Desk,
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

    /// Reads what is brought and makes it the corpus, or joins it to the reader's own.
    pub fn bring(&self, brought: Vec<Brought>) {
        self.desk.bring(brought, self.state.join);
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
