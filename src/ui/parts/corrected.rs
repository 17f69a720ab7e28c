//! The sign of a name that the reader corrected.

use yew::prelude::*;

use crate::entities::Entity;
use crate::ui::messages::correcting;

/// In words, beside a heading.
pub fn corrected(entity: &Entity) -> Html {
    if entity.corrected {
        html! { <small class="corrected">{ correcting::by_you() }</small> }
    } else {
        Html::default()
    }
}

/// As a sign, in a table or a list.
pub fn corrected_sign(entity: &Entity) -> Html {
    if !entity.corrected {
        return Html::default();
    }
    html! { <span class="corrected" title={correcting::by_you()}><span aria-hidden="true">{ "\u{a0}✎" }</span><span class="visually-hidden">{ correcting::by_you_beside() }</span></span> }
}
