//! One of the researcher's tools over the query: how it is set, what it answers, and the answer to take along.

use std::rc::Rc;

use yew::prelude::*;

use crate::concordance::{Answer, Form};
use crate::protocol::Overview;
use crate::ui::format;
use crate::ui::hooks::{use_answer, use_explorer};
use crate::ui::parts::{
    QueriesField, SheetButtons, dispersion_strips, frequencies, line_table, query_notices, surroundings_lists, tool_bar,
};
use crate::ui::tool::{Tool, answered};

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
    let found = if asked { answered(&answer) } else { None };
    let notices = found.as_ref().map(|found| html! { <div role="status">{ query_notices(found.notices(), explorer.place()) }</div> });
    let shown = found.and_then(|found| shown(props, query, &found));
    let waiting = asked && shown.is_none() && answer.failure.is_none();
    let field = match tool {
        Tool::Frequencies(queries) => html! { <QueriesField queries={queries.join("\n")} /> },
        _ if asked => Html::default(),
        _ => {
            html! { <p class="status" role="status">{ "Tapez dans le champ de recherche ce que vous voulez voir en contexte\u{a0}: un mot, un nom, «\u{a0}une phrase\u{a0}»." }</p> }
        }
    };
    html! {
        <div class="tool-view">
            { tool_bar(tool, query) }
            { field }
            if waiting { <p class="status" role="status" aria-busy="true">{ "Un instant\u{a0}: le moteur complet compte les mots." }</p> }
            if let Some(why) = &answer.failure { <p class="notice" role="alert">{ format::capital(why) }</p> }
            if let Some(shown) = shown { { notices }{ shown }<SheetButtons tool={tool.clone()} query={query.clone()} /> }
        </div>
    }
}

/// The answer; nothing while it is that to another tool.
fn shown(props: &ToolViewProps, query: &str, found: &Answer) -> Option<Html> {
    let articles = &props.overview.articles;
    Some(match (&props.tool, found) {
        (Tool::Lines { choice, from }, Answer::Lines(found)) => line_table(articles, query, choice, *from, found),
        (Tool::Dispersion, Answer::Dispersion(found)) => dispersion_strips(articles, query, found),
        (Tool::Surroundings { window, length, kept }, Answer::Surroundings(found)) => {
            surroundings_lists(query, (*window, *length, *kept), found)
        }
        (Tool::Frequencies(_), Answer::Frequencies(found)) => frequencies(articles, found),
        _ => return None,
    })
}
