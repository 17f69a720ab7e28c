//! A table of figures, each a way to its passages.

use yew::prelude::*;

/// A table: what it is called, its columns, its rows by [`row`].
pub fn figure_table(caption: String, heads: &[&str], rows: Vec<Html>) -> Html {
    let heads = heads.iter().map(|head| html! { <th scope="col">{ *head }</th> });
    html! {
        <div class="figure-frame" tabindex="0" role="group" aria-label={caption.clone()}><table class="figures">
            <caption>{ caption }</caption>
            <thead><tr>{ for heads }</tr></thead>
            <tbody>{ for rows }</tbody>
        </table></div>
    }
}

/// A row: what it is about, then its cells.
pub fn row(head: Html, cells: Vec<Html>) -> Html {
    html! { <tr><th scope="row">{ head }</th>{ for cells }</tr> }
}

/// The row of what is followed from view to view.
pub fn followed_row(head: Html, cells: Vec<Html>) -> Html {
    html! { <tr class="followed" aria-current="true"><th scope="row">{ head }</th>{ for cells }</tr> }
}

/// A figure, what it opens, and what is said beside it in small.
pub fn figure(figure: String, to: Option<String>, beside: &str) -> Html {
    let shown = match to {
        Some(to) => link(to, html! { { figure } }),
        None => html! { { figure } },
    };
    html! { <td>{ shown }if !beside.is_empty() { <small>{ beside }</small> }</td> }
}

pub fn link(to: String, words: Html) -> Html {
    html! { <a href={to}>{ words }</a> }
}
