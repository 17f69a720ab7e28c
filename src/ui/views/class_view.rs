//! What a class does with a corpus.

use std::rc::Rc;

use yew::prelude::*;

use super::worksheet_page::WorksheetPage;
use crate::protocol::Overview;
use crate::ui::classroom::{ClassPage, Classroom};
use crate::ui::messages::frame;
use crate::ui::parts::corpus_tabs::corpus_tabs;
use crate::ui::route::View;

#[derive(Properties, PartialEq)]
pub struct ClassViewProps {
    pub overview: Rc<Overview>,
    pub classroom: Classroom,
}

#[component]
pub fn ClassView(props: &ClassViewProps) -> Html {
    html! {
        <div class="class-view">
            { corpus_tabs(&View::Class(props.classroom.clone())) }
            <h1 tabindex="-1">{ frame::classroom() }</h1>
            <p class="context">{ props.overview.title.clone() }</p>
            if matches!(props.classroom.page, ClassPage::Worksheet | ClassPage::Key) {
                <WorksheetPage overview={props.overview.clone()} classroom={props.classroom.clone()} />
            }
        </div>
    }
}
