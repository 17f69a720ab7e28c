//! Name, views, search.

use yew::prelude::*;

use super::SearchBox;
use super::index_tabs::is_index;
use crate::ui::hooks::Explorer;
use crate::ui::route::{Place, View};

/// The bar.
pub fn top_bar(explorer: &Explorer) -> Html {
    let place = explorer.place();
    let link = |view: View, words: &'static str, open: bool| {
        let to = Place::of(view).with_query(if open { &place.query } else { "" });
        let to = if matches!(to.view, View::Compare(_)) { to.with_until(place.until.as_deref()) } else { to };
        html! { <li><a href={to.fragment()} aria-current={open.then_some("page")}>{ words }</a></li> }
    };
    let open = &place.view;
    html! {
        <header class="top-bar">
            <p class="brand"><a href="#/panorama">{ "Recoupe" }<span aria-hidden="true">{ "." }</span></a></p>
            <nav aria-label="Vues">
                <ul>
                    { link(View::Panorama, "Panorama", *open == View::Panorama) }
                    { link(View::Read(None), "Lire", matches!(open, View::Read(_))) }
                    { link(View::Compare(None), "Comparer", matches!(open, View::Compare(_) | View::Across(_))) }
                    { link(View::Index, "Index", is_index(open)) }
                    { link(View::Corpus, "Corpus", matches!(open, View::Corpus | View::Record(_))) }
                </ul>
            </nav>
            <SearchBox />
        </header>
    }
}
