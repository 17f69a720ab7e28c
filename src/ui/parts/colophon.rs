//! The foot of every page: whose texts these are, and that nothing leaves the tab.

use yew::prelude::*;

use crate::ui::messages::frame;

/// The foot; `rights` where it is known whose the texts are.
pub fn colophon(rights: Option<&str>) -> Html {
    html! {
        <footer class="colophon">
            <p>{ frame::nothing_leaves() }</p>
            if let Some(rights) = rights { <p>{ rights }</p> }
            <p><a href="THIRD-PARTY.txt">{ frame::licences() }</a></p>
        </footer>
    }
}
