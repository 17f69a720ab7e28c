//! The researcher's tools, one link each, with the query that they share; and the ways in which a tool can be set.

use yew::prelude::*;

use crate::ui::route::{Place, View};
use crate::ui::tool::Tool;

/// Heading of a tool's page and the way to the others.
pub fn tool_bar(tool: &Tool, query: &str) -> Html {
    // What several queries begin with is the one that was typed last.
    let query = match tool {
        Tool::Frequencies(queries) => queries.first().map_or("", String::as_str),
        _ => query,
    };
    html! {
        <>
            <h1 tabindex="-1">{ tool.title() }</h1>
            { tool_links(query, Some(tool.path())) }
        </>
    }
}

/// A link to each tool over `query`; the one at the path `open` is open.
pub fn tool_links(query: &str, open: Option<&'static str>) -> Html {
    let several = if query.trim().is_empty() { Vec::new() } else { vec![query.to_owned()] };
    let tools = [Tool::default(), Tool::Dispersion, Tool::surroundings(), Tool::Frequencies(several)];
    let link = |tool: Tool| {
        let (title, current) = (tool.title(), (open == Some(tool.path())).then_some("page"));
        let shared = if matches!(tool, Tool::Frequencies(_)) { "" } else { query };
        html! { <li key={title}><a href={Place::of(View::Tool(tool)).with_query(shared).fragment()} aria-current={current}>{ title }</a></li> }
    };
    html! { <nav class="tool-links" aria-label="Outils"><ul>{ for tools.into_iter().map(link) }</ul></nav> }
}

/// One way to set a tool: what it is called, and each choice with its words, where it leads, and whether it is made.
pub fn choices(name: &'static str, choices: Vec<(String, Place, bool)>) -> Html {
    let link = |(words, place, made): (String, Place, bool)| {
        html! { <li key={words.clone()}><a href={place.fragment()} aria-current={made.then_some("true")}>{ words }</a></li> }
    };
    html! { <div class="choices" role="group" aria-label={name}><span aria-hidden="true">{ name }</span><ul>{ for choices.into_iter().map(link) }</ul></div> }
}
