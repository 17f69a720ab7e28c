//! How the word being typed may go on: a listbox under the field, each line with its sort and its count of articles.

use yew::prelude::*;

use crate::protocol::{Completion, CompletionKind};
use crate::ui::format;
use crate::ui::messages::counts::n_articles;
use crate::ui::messages::{filtering, searching};

/// What the field does with the list.
pub struct Offer {
    /// Which line the arrows have chosen.
    pub chosen: Option<usize>,
    pub take: Callback<Completion>,
}

/// The list; hidden, but there, when nothing is offered: the field points at it.
pub fn completions(offers: &[Completion], field: &Offer) -> Html {
    let line = |(at, offer): (usize, &Completion)| {
        let (take, taken) = (field.take.clone(), offer.clone());
        let onclick = Callback::from(move |_: MouseEvent| take.emit(taken.clone()));
        let (class, sort) = sort(offer);
        html! {
            <li key={at} id={format!("completion-{at}")} role="option" aria-selected={(field.chosen == Some(at)).to_string()} {onclick}>
                <span class={class}>{ &offer.label }</span>
                <small>{ sort }</small>
                if let Some(n) = offer.n_documents { <small class="count">{ n_articles(n as usize) }</small> }
            </li>
        }
    };
    // The focus stays in the field while the mouse is down: else the list would close before the click.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <ul id="completions" class="completions" role="listbox" aria-label={searching::possible_completions()} hidden={offers.is_empty()} {onmousedown}>
            { for offers.iter().enumerate().map(line) }
        </ul>
    }
}

/// How a sort of completion looks, and its word.
fn sort(offer: &Completion) -> (&'static str, String) {
    let (class, words) = match offer.kind {
        CompletionKind::Term => ("", searching::word()),
        CompletionKind::Entity(kind) => (format::kind(kind).name_class, format::kind(kind).one),
        CompletionKind::Speaker => ("", searching::speaker()),
        CompletionKind::Outlet => ("", searching::source()),
        CompletionKind::Author => ("", searching::byline()),
        CompletionKind::Article => ("", searching::article()),
        CompletionKind::Field => ("code", searching::field()),
        CompletionKind::Month => return ("code", format::date(&offer.label)),
        CompletionKind::Value => ("code", filtering::place(&offer.label)),
    };
    (class, words.to_owned())
}
