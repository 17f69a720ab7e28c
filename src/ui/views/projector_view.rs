//! One finding at a time, large, for a class that looks at one screen.

use yew::prelude::*;

use super::ViewProps;
use crate::ui::messages::frame;
use crate::ui::parts::corpus_tabs::corpus_tabs;
use crate::ui::route::View;

#[component]
pub fn ProjectorView(props: &ViewProps) -> Html {
    html! {
        <div class="projector-view">
            { corpus_tabs(&View::Projector) }
            <h1 tabindex="-1">{ frame::projector() }</h1>
            <p class="context">{ props.overview.title.clone() }</p>
        </div>
    }
}
