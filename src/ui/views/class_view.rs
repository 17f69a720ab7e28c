//! What a class does with a corpus: one of the pages, below the links to all of them.

use std::rc::Rc;

use yew::prelude::*;

use super::activity_page::ActivityPage;
use super::five_w_page::FiveWPage;
use super::lesson_page::LessonPage;
use super::worksheet_page::WorksheetPage;
use crate::protocol::Overview;
use crate::ui::classroom::{ClassPage, Classroom};
use crate::ui::hooks::use_explorer;
use crate::ui::messages::class_pages;
use crate::ui::parts::class_tabs::class_tabs;
use crate::ui::parts::corpus_tabs::corpus_tabs;
use crate::ui::route::View;

#[derive(Properties, PartialEq)]
pub struct ClassViewProps {
    pub overview: Rc<Overview>,
    pub classroom: Classroom,
}

#[component]
pub fn ClassView(props: &ClassViewProps) -> Html {
    let explorer = use_explorer();
    let (overview, classroom) = (&props.overview, &props.classroom);
    let page = match &classroom.page {
        ClassPage::Lesson => html! { <LessonPage overview={overview.clone()} /> },
        ClassPage::Activity(kind) => {
            html! { <ActivityPage key={kind.label()} overview={overview.clone()} kind={*kind} classroom={classroom.clone()} /> }
        }
        ClassPage::FiveW(article) => html! { <FiveWPage overview={overview.clone()} article={article.clone()} /> },
        ClassPage::Worksheet | ClassPage::Key => html! { <WorksheetPage overview={overview.clone()} classroom={classroom.clone()} /> },
    };
    // A sheet on paper has a style of its own.
    let on_paper = match classroom.page {
        ClassPage::Worksheet => Some(class_pages::worksheet()),
        ClassPage::Key => Some(class_pages::key()),
        _ => None,
    };
    html! {
        <div class={classes!("class-view", on_paper.is_none().then_some("tool-view"))}>
            { corpus_tabs(&View::Class(classroom.clone())) }
            { class_tabs(&explorer, classroom) }
            if let Some(title) = on_paper { <h1 tabindex="-1">{ title }</h1> }
            { page }
        </div>
    }
}
