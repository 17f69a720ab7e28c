//! A field for several queries, one a line.

use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::concordance::MOST_QUERIES;
use crate::ui::hooks::Explorer;
use crate::ui::hooks::use_explorer::Step;
use crate::ui::messages::{frame, tools};
use crate::ui::route::{Place, View};
use crate::ui::tool::Tool;

/// The field with the `queries` that are compared.
pub fn queries_field(explorer: &Explorer, queries: &[String]) -> Html {
    let explorer = explorer.clone();
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let field = gloo::utils::document().get_element_by_id("queries").and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
        let text = field.map(|field| field.value()).unwrap_or_default();
        let queries = text.lines().map(str::trim).filter(|query| !query.is_empty()).take(MOST_QUERIES).map(str::to_owned);
        explorer.go(&Place::of(View::Tool(Tool::Frequencies(queries.collect()))), Step::New);
    });
    html! {
        <form class="queries" {onsubmit}>
            <label for="queries">{ tools::one_query_a_line() }</label>
            <textarea id="queries" rows="4" spellcheck="false" value={queries.join("\n")} />
            <button type="submit">{ frame::compare() }</button>
        </form>
    }
}
