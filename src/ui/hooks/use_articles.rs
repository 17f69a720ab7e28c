//! Several articles with their texts: those of a list that the reader made.

use std::rc::Rc;

use yew::prelude::*;

use super::use_explorer;
use crate::corpus::Document;
use crate::id::DocumentId;
use crate::protocol::{Request, Response};

/// What came, compared as one thing, and of which corpus it is.
#[derive(Clone, Default)]
struct Came {
    generation: u32,
    documents: Rc<Vec<Document>>,
}

/// Asks for the articles whenever they or the corpus change, one after the other; those that came so far. Of an article that cannot be
/// had there is nothing here.
#[hook]
pub fn use_articles(wanted: Vec<DocumentId>) -> Rc<Vec<Document>> {
    let explorer = use_explorer();
    let came = use_state(Came::default);
    let newest = use_mut_ref(|| 0_u32);
    let generation = explorer.state.generation;
    {
        let came = came.clone();
        use_effect_with((wanted, generation), move |(wanted, generation)| {
            let (wanted, generation) = (wanted.clone(), *generation);
            *newest.borrow_mut() += 1;
            let mine = *newest.borrow();
            wasm_bindgen_futures::spawn_local(async move {
                let known = if came.generation == generation { came.documents.clone() } else { Rc::default() };
                let mut documents = Vec::new();
                for document in wanted {
                    if let Some(known) = known.iter().find(|known| known.id == document) {
                        documents.push(known.clone());
                    } else if let Ok(Response::Article(view)) = explorer.desk.client().call(Request::Read { document }).await {
                        documents.push(view.document);
                    }
                    if *newest.borrow() != mine {
                        return;
                    }
                }
                came.set(Came { generation, documents: Rc::new(documents) });
            });
        });
    }
    // What is known of another corpus is no answer.
    if came.generation == generation { came.documents.clone() } else { Rc::default() }
}
