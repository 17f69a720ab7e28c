//! The sign of a name that the reader corrected.

use yew::prelude::*;

use crate::entities::Entity;

/// In words, beside a heading.
pub fn corrected(entity: &Entity) -> Html {
    if entity.corrected {
        html! { <small class="corrected">{ "corrigé par vous" }</small> }
    } else {
        Html::default()
    }
}

/// As a sign, in a table or a list.
pub fn corrected_sign(entity: &Entity) -> Html {
    if !entity.corrected {
        return Html::default();
    }
    html! { <span class="corrected" title="corrigé par vous"><span aria-hidden="true">{ "\u{a0}✎" }</span><span class="visually-hidden">{ " (corrigé par vous)" }</span></span> }
}
