//! The foot of every page: whose texts these are, and that nothing leaves the tab.

use yew::prelude::*;

/// The foot; `rights` where it is known whose the texts are.
pub fn colophon(rights: Option<&str>) -> Html {
    html! {
        <footer class="colophon">
            <p>{ "Tout se calcule dans cette page : elle n’envoie rien, et ne demande que son propre code." }</p>
            if let Some(rights) = rights { <p>{ rights }</p> }
            <p><a href="THIRD-PARTY.txt">{ "Licences des logiciels employés" }</a></p>
        </footer>
    }
}
