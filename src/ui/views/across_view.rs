//! One of the pages over all articles, below the tabs that they share.

use std::rc::Rc;

use yew::prelude::*;

use super::common_page::CommonPage;
use super::disagreements_page::DisagreementsPage;
use super::distances_page::DistancesPage;
use super::silences_page::SilencesPage;
use super::statements_page::StatementsPage;
use super::titles_page::TitlesPage;
use super::words_page::WordsPage;
use crate::protocol::Overview;
use crate::ui::across::Across;
use crate::ui::hooks::use_explorer;
use crate::ui::parts::compare_tabs;
use crate::ui::parts::set_aside::set_aside;

#[derive(Properties, PartialEq)]
pub struct AcrossViewProps {
    pub overview: Rc<Overview>,
    pub across: Across,
}

#[component]
pub fn AcrossView(props: &AcrossViewProps) -> Html {
    let explorer = use_explorer();
    let (overview, place) = (&props.overview, explorer.place());
    let page = match &props.across {
        Across::Statements(statements) => html! { <StatementsPage overview={overview.clone()} statements={statements.clone()} /> },
        Across::CommonText(article) => html! { <CommonPage overview={overview.clone()} article={article.clone()} /> },
        Across::Disagreements(asked) => html! { <DisagreementsPage overview={overview.clone()} asked={asked.clone()} /> },
        Across::Silences(asked) => html! { <SilencesPage overview={overview.clone()} asked={asked.clone()} /> },
        Across::Words(words) => html! { <WordsPage overview={overview.clone()} words={words.clone()} /> },
        Across::Distances(ground) => html! { <DistancesPage overview={overview.clone()} ground={*ground} /> },
        Across::Titles(followed) => html! { <TitlesPage overview={overview.clone()} followed={*followed} /> },
    };
    html! {
        <div class="across-view tool-view">
            { compare_tabs(&place.view, place) }
            <h1 tabindex="-1">{ props.across.title() }</h1>
            { set_aside(&explorer, &overview.articles) }
            { page }
        </div>
    }
}
