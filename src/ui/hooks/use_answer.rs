//! One request, its answer, and what is shown meanwhile.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use super::use_explorer;
use crate::protocol::{Request, Response};

/// What is known of a request's answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// What was asked.
    pub request: Option<Request>,
    /// Of which corpus.
    generation: u32,
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
                        let result = explorer.desk.client().call(request.clone()).await;
                        if wanted.get() {
                            answer.set(Answer::new(request, generation, result));
                        }
                    });
                }
            }
        });
    }
    // What was said of another corpus is no answer: its numbers mean other articles here.
    if answer.generation == generation { (*answer).clone() } else { Answer::default() }
}

impl Answer {
    fn new(request: Request, generation: u32, result: Result<Response, String>) -> Self {
        let (response, failure) = match result {
            Ok(Response::Refused { why }) | Err(why) => (None, Some(why)),
            Ok(response) => (Some(Rc::new(response)), None),
        };
        Self { request: Some(request), generation, response, failure }
    }

    /// True when what is known is the answer to `request`, not to the one before.
    pub fn is_to(&self, request: &Request) -> bool {
        self.request.as_ref() == Some(request)
    }

    /// The query that was answered, which may be older than the one that is typed.
    pub fn query(&self) -> &str {
        match &self.request {
            Some(Request::Search(request)) => &request.query,
            _ => "",
        }
    }
}
