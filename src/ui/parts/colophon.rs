//! The foot of every page: whose texts these are, and that nothing leaves the tab.

use yew::prelude::*;

#[component]
pub fn Colophon() -> Html {
    html! {
        <footer class="colophon">
            <p>{ "Tout se calcule dans cette page : une fois chargée, elle n’envoie et ne demande rien. Les articles appartiennent à leurs éditeurs ; ils sont montrés ici pour être comparés." }</p>
        </footer>
    }
}
