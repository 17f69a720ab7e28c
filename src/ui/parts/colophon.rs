//! The foot of every page: whose texts these are, and that nothing leaves the tab.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ColophonProps {
    /// Whose the texts are, where that is known.
    pub rights: Option<String>,
}

#[component]
pub fn Colophon(props: &ColophonProps) -> Html {
    html! {
        <footer class="colophon">
            <p>{ "Tout se calcule dans cette page : une fois chargée, elle n’envoie et ne demande rien." }</p>
            if let Some(rights) = &props.rights { <p>{ rights }</p> }
            <p><a href="THIRD-PARTY.txt">{ "Licences des logiciels employés" }</a></p>
        </footer>
    }
}
