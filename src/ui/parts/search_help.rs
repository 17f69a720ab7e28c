//! How one searches: every operator and field in one line, with an example in words of the open corpus that runs on click.

use yew::prelude::*;

use crate::protocol::{HelpLine, HelpState, Response};
use crate::ui::format;
use crate::ui::hooks::Answer;
use crate::ui::messages::counts::n_articles;
use crate::ui::messages::searching;
use crate::ui::route::{Place, View};

/// The examples, as a list; `answer` is that to [`Request::Help`](crate::protocol::Request::Help).
pub fn search_help(answer: &Answer) -> Html {
    let Some(Response::Help(lines)) = answer.response.as_deref() else {
        return answer.failure.as_ref().map_or_else(Html::default, |why| html! { <p role="alert">{ why }</p> });
    };
    html! {
        <div class="search-help">
            <p>{ searching::how_words_are_found() }</p>
            <dl>{ for lines.iter().map(line) }</dl>
        </div>
    }
}

fn line(line: &HelpLine) -> Html {
    let to = Place::of(View::Results).with_query(&line.query);
    let query = html! { <code>{ &line.query }</code> };
    html! {
        <div key={line.query.clone()}>
            <dt>if line.state == HelpState::Pattern { { query } } else { <a href={to.fragment()}>{ query }</a> }</dt>
            <dd>{ format::capital(&line.what) }
                if let HelpState::Answered(n) = line.state { { " " }<span class="count">{ n_articles(n as usize) }</span> }
            </dd>
        </div>
    }
}
