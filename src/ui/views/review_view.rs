//! What the reader collected, in their order, with their words between.

use yew::prelude::*;

use super::ViewProps;
use crate::ui::messages::frame;
use crate::ui::parts::corpus_tabs::corpus_tabs;
use crate::ui::route::View;

#[component]
pub fn ReviewView(props: &ViewProps) -> Html {
    html! {
        <div class="review-view">
            { corpus_tabs(&View::Review) }
            <h1 tabindex="-1">{ frame::review() }</h1>
            <p class="context">{ props.overview.title.clone() }</p>
        </div>
    }
}
