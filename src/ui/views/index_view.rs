//! All names of the corpus, with where they stand.

use yew::prelude::*;

use super::ViewProps;
use crate::ui::format;
use crate::ui::parts::Grid;

/// Rows shown at first: all of a small corpus.
const FIRST: usize = 100;

#[component]
pub fn IndexView(props: &ViewProps) -> Html {
    let n = props.overview.entities.len() - props.overview.described.len();
    html! {
        <div class="index-view">
            <h1 tabindex="-1">{ "Index des noms" }</h1>
            if n == 0 { <p>{ "Aucun nom n’a été reconnu dans ces articles." }</p> }
            else {
                <p class="context">{ format!("{}. Une case ouvre ses phrases.", format::count(n, "nom", "noms")) }</p>
                <Grid overview={props.overview.clone()} first={FIRST} />
            }
        </div>
    }
}
