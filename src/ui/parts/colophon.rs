//! The foot of every page: whose texts these are, and that nothing leaves the tab.

use yew::prelude::*;

use crate::ui::messages::frame;
use crate::ui::route::{Place, View};

/// The foot; `rights` where it is known whose the texts are.
pub fn colophon(place: &Place, rights: Option<&str>) -> Html {
    html! {
        <footer class="colophon">
            <p>{ frame::nothing_leaves() }</p>
            if let Some(rights) = rights { <p>{ rights }</p> }
            <p class="open-alone"><a href={format!("./{}", place.fragment())} target="_blank">{ frame::open_alone() }</a></p>
            <p><a href={Place::of(View::About).fragment()}>{ frame::about_and_keys() }</a>{ " · " }<a href="THIRD-PARTY.txt">{ frame::licences() }</a></p>
        </footer>
    }
}
