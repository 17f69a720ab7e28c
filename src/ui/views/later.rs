//! What is in the chunk, in its place: drawn when the chunk is here, a line while it is long in coming, a way to try again when it
//! does not come.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::chunk;
use crate::protocol::Overview;
use crate::ui::focus;
use crate::ui::messages::frame;
use crate::ui::route::View;

/// Milliseconds before a wait is told: what is shorter would only flicker.
const SILENT: u32 = 200;

#[derive(Properties, PartialEq)]
pub struct LaterProps {
    pub overview: Rc<Overview>,
    pub view: View,
}

/// How the chunk stands while it is not here.
#[derive(Clone, Copy)]
enum Coming {
    Soon,
    Late,
    Failed,
}

#[component]
pub fn Later(props: &LaterProps) -> Html {
    let coming = use_state(|| Coming::Soon);
    let tries = use_state(|| 0);
    {
        let coming = coming.setter();
        // Another view is another try.
        use_effect_with((*tries, props.view.page()), move |_| {
            let wait = chunk::here().is_none().then(|| fetch(&coming));
            move || drop(wait)
        });
    }
    let again = {
        let (coming, tries) = (coming.clone(), tries.clone());
        Callback::from(move |_| {
            coming.set(Coming::Soon);
            tries.set(*tries + 1);
            focus::on_view();
        })
    };
    match (chunk::here(), *coming) {
        (Some(draw), _) => draw(props.overview.clone(), props.view.clone()),
        (None, Coming::Soon) => Html::default(),
        (None, Coming::Late) => html! { <p class="coming" role="status">{ frame::view_is_coming() }</p> },
        (None, Coming::Failed) => html! {
            <>
                <h1 tabindex="-1">{ frame::view_does_not_come() }</h1>
                <div class="notice" role="alert">
                    <p>{ frame::why_view_does_not_come() }</p>
                    <button type="button" onclick={again}>{ frame::try_again() }</button>
                </div>
            </>
        },
    }
}

/// Fetches the chunk and tells how it goes; that it takes long is told unless what is given back was dropped before.
fn fetch(coming: &UseStateSetter<Coming>) -> Timeout {
    let (arrival, late, ended) = (coming.clone(), coming.clone(), Rc::new(Cell::new(false)));
    let is_over = ended.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let came = chunk::fetch().await.is_some();
        ended.set(true);
        // Set either way: the view is drawn anew and finds what came.
        arrival.set(if came { Coming::Soon } else { Coming::Failed });
    });
    Timeout::new(SILENT, move || {
        if !is_over.get() {
            late.set(Coming::Late);
        }
    })
}
