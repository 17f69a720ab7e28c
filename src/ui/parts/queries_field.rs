//! A field for several queries, one a line.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::concordance::MOST_QUERIES;
use crate::ui::hooks::use_explorer;
use crate::ui::hooks::use_explorer::Step;
use crate::ui::route::{Place, View};
use crate::ui::tool::Tool;

#[derive(Properties, PartialEq)]
pub struct QueriesFieldProps {
    /// With line breaks between two.
    pub queries: AttrValue,
}

#[component]
pub fn QueriesField(props: &QueriesFieldProps) -> Html {
    let explorer = use_explorer();
    let field = use_node_ref();
    let onsubmit = Callback::from({
        let field = field.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            let text = field.cast::<HtmlTextAreaElement>().map(|field| field.value()).unwrap_or_default();
            let queries = text.lines().map(str::trim).filter(|query| !query.is_empty()).take(MOST_QUERIES).map(str::to_owned);
            explorer.go(&Place::of(View::Tool(Tool::Frequencies(queries.collect()))), Step::New);
        }
    });
    html! {
        <form class="queries" {onsubmit}>
            <label for="queries">{ format!("Une requête par ligne, {MOST_QUERIES} au plus") }</label>
            <textarea ref={field} id="queries" rows="4" spellcheck="false" value={props.queries.clone()} />
            <button type="submit">{ "Comparer" }</button>
        </form>
    }
}
