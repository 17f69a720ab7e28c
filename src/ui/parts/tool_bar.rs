//! The researcher's tools, one link each, with the query that they share; and what all of them have: ways to be set, a line
//! that says what was counted.

use yew::prelude::*;

use super::index_tabs;
use crate::ui::messages::tools;
use crate::ui::route::{Place, View};
use crate::ui::tool::Tool;

/// Heading of a tool's page and the way to the others.
pub fn tool_bar(tool: &Tool, query: &str, here: &Place) -> Html {
    // Of several queries the first is that which the others came from.
    let query = match tool {
        Tool::Frequencies(queries) => queries.first().map_or("", String::as_str),
        _ => query,
    };
    html! {
        <>
            { index_tabs(&View::Tool(tool.clone()), query, here) }
            <h1 tabindex="-1">{ tool.title() }</h1>
            { tool_links(query, Some(tool.path())) }
        </>
    }
}

/// A link to each tool over `query`; the one at the path `open` is open.
pub fn tool_links(query: &str, open: Option<&'static str>) -> Html {
    let several = if query.trim().is_empty() { Vec::new() } else { vec![query.to_owned()] };
    let tools = [Tool::default(), Tool::Dispersion, Tool::surroundings(), Tool::Frequencies(several)];
    let item = |tool: Tool| {
        let (title, current) = (tool.title(), (open == Some(tool.path())).then_some("page"));
        html! { <li><a href={tool.over(query)} aria-current={current}>{ title }</a></li> }
    };
    html! { <nav class="tool-links" aria-label={tools::tools()}><ul>{ for tools.into_iter().map(item) }</ul></nav> }
}

/// One way to set a tool: what it is called, and `n` choices, each with its words, the tool so set, and whether it is so now.
pub fn choices(name: &'static str, query: &str, n: usize, choice: &dyn Fn(usize) -> (String, Tool, bool)) -> Html {
    let item = |at: usize| {
        let (words, tool, made) = choice(at);
        html! { <li><a href={tool.over(query)} aria-current={made.then_some("true")}>{ words }</a></li> }
    };
    html! { <div class="choices" role="group" aria-label={name}><span aria-hidden="true">{ name }</span><ul>{ for (0..n).map(item) }</ul></div> }
}

/// What was counted.
pub fn status(said: String) -> Html {
    html! { <p role="status" class="status">{ said }</p> }
}
