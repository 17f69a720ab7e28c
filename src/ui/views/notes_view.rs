//! What the reader noted, filtered by label and article.

use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::Overview;
use crate::ui::messages::frame;
use crate::ui::noted::Noted;
use crate::ui::parts::corpus_tabs::corpus_tabs;
use crate::ui::route::View;

#[derive(Properties, PartialEq)]
pub struct NotesViewProps {
    pub overview: Rc<Overview>,
    pub noted: Noted,
}

#[component]
pub fn NotesView(props: &NotesViewProps) -> Html {
    html! {
        <div class="notes-view">
            { corpus_tabs(&View::Notes(props.noted.clone())) }
            <h1 tabindex="-1">{ frame::notes() }</h1>
            <p class="context">{ props.overview.title.clone() }</p>
        </div>
    }
}
