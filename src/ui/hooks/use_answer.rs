//! One request, its answer, and what is shown meanwhile.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use super::use_explorer;
use crate::protocol::{Request, Response};

/// What is known of a request's answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// The newest answer. While the next one is under way the one before stays: nothing flickers.
    pub response: Option<Rc<Response>>,
    /// Why there is none.
    pub failure: Option<String>,
}

/// Asks `request` whenever it or the corpus changes; only the newest answer is kept. `None` asks nothing.
#[hook]
pub fn use_answer(request: Option<Request>) -> Answer {
    let explorer = use_explorer();
    let answer = use_state(Answer::default);
    let newest = use_mut_ref(|| Rc::new(Cell::new(false)));
    let generation = explorer.state.generation;
    {
        let answer = answer.clone();
        use_effect_with((request, generation), move |(request, _)| {
            let wanted = Rc::new(Cell::new(true));
            newest.replace(wanted.clone()).set(false);
            match request.clone() {
                None => answer.set(Answer::default()),
                Some(request) => {
                    wasm_bindgen_futures::spawn_local(async move {
                        let result = explorer.client.call(request).await;
                        if wanted.get() {
                            answer.set(Answer::from(result));
                        }
                    });
                }
            }
        });
    }
    (*answer).clone()
}

impl From<Result<Response, String>> for Answer {
    fn from(result: Result<Response, String>) -> Self {
        match result {
            Ok(Response::Refused { why }) | Err(why) => Self { response: None, failure: Some(why) },
            Ok(response) => Self { response: Some(Rc::new(response)), failure: None },
        }
    }
}
