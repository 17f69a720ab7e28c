//! One of the researcher's tools over the query: how it is set, what it answers, and the answer to take along.

use std::rc::Rc;

use yew::prelude::*;

use crate::concordance::{Answer, Form, Question};
use crate::protocol::{Overview, Request};
use crate::ui::format;
use crate::ui::hooks::{use_answer, use_explorer};
use crate::ui::messages::tools;
use crate::ui::parts::line_table::Opened;
use crate::ui::parts::sheet_buttons::Said;
use crate::ui::parts::{
    dispersion_strips, frequencies, line_table, queries_field, query_notices, sheet_buttons, surroundings_lists, tool_bar,
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
    let open = use_state(|| None);
    let context = open.map(|(document, span)| Request::Concordance(Question::Context { document, span }.pack(Form::View)));
    let context = answered(&use_answer(context));
    let said = use_state(Said::default);
    let found = if asked { answered(&answer) } else { None };
    let notices = found.as_ref().map(|found| html! { <div role="status">{ query_notices(found.notices(), explorer.place()) }</div> });
    let wide = match &context {
        Some(Answer::Context(line)) => Some(line),
        _ => None,
    };
    let opened = Opened { place: &open, wide };
    let shown = found.and_then(|found| shown(props, query, &found, &opened));
    let waiting = asked && shown.is_none() && answer.failure.is_none();
    let field = match tool {
        Tool::Frequencies(queries) => queries_field(&explorer, queries),
        _ if asked => Html::default(),
        _ => {
            html! { <p class="status" role="status">{ tools::what_to_type() }</p> }
        }
    };
    html! {
        <div class="tool-view">
            { tool_bar(tool, query, explorer.place()) }
            { field }
            if waiting { <p class="status" role="status" aria-busy="true">{ tools::counting() }</p> }
            if let Some(why) = &answer.failure { <p class="notice" role="alert">{ format::capital(why) }</p> }
            if let Some(shown) = shown { { notices }{ shown }{ sheet_buttons(&explorer, tool, &said) } }
        </div>
    }
}

/// The answer; nothing while it is that to another tool.
fn shown(props: &ToolViewProps, query: &str, found: &Answer, opened: &Opened) -> Option<Html> {
    let articles = &props.overview.articles;
    Some(match (&props.tool, found) {
        (Tool::Lines { choice, from }, Answer::Lines(found)) => line_table(articles, query, (choice, *from), found, opened),
        (Tool::Dispersion, Answer::Dispersion(found)) => dispersion_strips(articles, query, found),
        (Tool::Surroundings { window, length, kept }, Answer::Surroundings(found)) => {
            surroundings_lists(query, (*window, *length, *kept), found)
        }
        (Tool::Frequencies(_), Answer::Frequencies(found)) => frequencies(articles, found),
        _ => return None,
    })
}
