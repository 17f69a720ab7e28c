//! The pages for a class: the lesson, each activity, the five questions, the sheet and its key.

use yew::prelude::*;

use crate::protocol::ActivityKind;
use crate::ui::classroom::{ClassPage, Classroom};
use crate::ui::hooks::Explorer;
use crate::ui::messages::{activities, class_pages};
use crate::ui::route::{Place, View};

/// The address of a page of the class. What is hidden stays hidden for whoever is given it.
pub fn class_place(explorer: &Explorer, classroom: Classroom) -> Place {
    let mask = explorer.state.held.edits.mask;
    Place::of(View::Class(classroom)).with_mask((mask != Default::default()).then_some(mask))
}

/// A link to each page; `open` is the one that is shown.
pub fn class_tabs(explorer: &Explorer, classroom: &Classroom) -> Html {
    let open = &classroom.page;
    let first = [(class_pages::lesson(), ClassPage::Lesson)];
    let kinds = ActivityKind::ALL.map(|kind| (activities::short_name(kind), ClassPage::Activity(kind)));
    let last = [
        (class_pages::five_questions(), ClassPage::FiveW(None)),
        (class_pages::worksheet(), ClassPage::Worksheet),
        (class_pages::key(), ClassPage::Key),
    ];
    let item = |(name, page): (&'static str, ClassPage)| {
        let is_open = page == *open || matches!((&page, open), (ClassPage::FiveW(_), ClassPage::FiveW(_)));
        // A sheet and its key are one choice: from the one to the other all of it stays.
        let is_sheet = |page: &ClassPage| matches!(page, ClassPage::Worksheet | ClassPage::Key);
        let kept = is_sheet(&page) && is_sheet(open);
        let to = class_place(explorer, if kept { Classroom { page, ..classroom.clone() } } else { Classroom::of(page) }).fragment();
        html! { <li key={name}><a href={to} aria-current={is_open.then_some("page")}>{ name }</a></li> }
    };
    html! {
        <nav class="tool-links" aria-label={class_pages::pages()}><ul>{ for first.into_iter().chain(kinds).chain(last).map(item) }</ul></nav>
    }
}
