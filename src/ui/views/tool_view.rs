//! One of the researcher's tools over the query: how it is set, what it answers, and the answer to take along.

use std::rc::Rc;

use yew::prelude::*;

use crate::concordance::{Answer, Form};
use crate::protocol::{Overview, Response};
use crate::search::Notice;
use crate::ui::format;
use crate::ui::hooks::{use_answer, use_explorer};
use crate::ui::parts::{FrequencyTable, SheetButtons, dispersion_strips, line_table, surroundings_lists, tool_bar};
use crate::ui::tool::Tool;

#[derive(Properties, PartialEq)]
pub struct ToolViewProps {
    pub overview: Rc<Overview>,
    pub tool: Tool,
}

#[component]
pub fn ToolView(props: &ToolViewProps) -> Html {
    let explorer = use_explorer();
    let (tool, query) = (&props.tool, &explorer.place().query);
    let request = tool.request(query, Form::View);
    let asked = request.is_some();
    let answer = use_answer(request);
    let found = answer.response.as_deref().filter(|_| asked).and_then(|response| match response {
        Response::Concordance(found) => Some(&**found),
        _ => None,
    });
    let articles = &props.overview.articles;
    let shown = match (tool, found) {
        (Tool::Lines { choice, from }, Some(Answer::Lines(found))) => Some(line_table(articles, query, choice, *from, found)),
        (Tool::Dispersion, Some(Answer::Dispersion(found))) => Some(dispersion_strips(articles, query, found)),
        (Tool::Surroundings { window, length, kept }, Some(Answer::Surroundings(found))) => {
            Some(surroundings_lists(query, (*window, *length, *kept), found))
        }
        _ => None,
    };
    let several = match (tool, found) {
        (Tool::Frequencies(_), Some(Answer::Frequencies(found))) => Some(found.clone()),
        _ => None,
    };
    let waiting = asked && shown.is_none() && several.is_none() && answer.failure.is_none();
    html! {
        <div class="tool-view">
            { tool_bar(tool, query) }
            if let Tool::Frequencies(queries) = tool { <FrequencyTable overview={props.overview.clone()} queries={queries.clone()} found={several} /> }
            else if !asked { <p class="status" role="status">{ "Tapez dans le champ de recherche ce que vous voulez voir en contexte\u{a0}: un mot, un nom, «\u{a0}une phrase\u{a0}»." }</p> }
            if waiting { <p class="status" role="status" aria-busy="true">{ "Un instant\u{a0}: le moteur complet compte les mots." }</p> }
            if let Some(why) = &answer.failure { <p class="notice" role="alert">{ format::capital(why) }</p> }
            { shown }
            if asked && found.is_some() { <SheetButtons tool={tool.clone()} query={query.clone()} /> }
        </div>
    }
}

/// What there is to say about a query.
pub fn notices(notices: &[Notice]) -> Html {
    html! { <>{ for notices.iter().map(|notice| html! { <p class="query-notice">{ format::capital(&notice.to_string()) }</p> }) }</> }
}
