//! All names of the corpus, with where they stand.

use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::Overview;
use crate::ui::format;
use crate::ui::parts::{Grid, index_tabs};
use crate::ui::route::View;

/// Rows shown at first: all of a small corpus.
const FIRST: usize = 100;

/// The view.
pub fn index_view(overview: &Rc<Overview>) -> Html {
    let (all, shown) = (overview.n_entities as usize, overview.entities.len());
    let n = overview.entities.len() - overview.described.len();
    html! {
        <div class="index-view">
            { index_tabs(&View::Index, "") }
            <h1 tabindex="-1">{ "Index des noms" }</h1>
            if n == 0 { <p>{ "Aucun nom n’a été reconnu dans ces articles." }</p> }
            else {
                <p class="context">{ format!("{}. Une case ouvre ses phrases.", format::count(n, "nom", "noms")) }
                    if all > shown { { format!(" Ce sont les plus partagés\u{a0}; {} sont dans leurs articles et dans la recherche.", format::count(all - shown, "autre", "autres")) } }
                </p>
                <Grid overview={overview.clone()} first={FIRST} />
            }
        </div>
    }
}
