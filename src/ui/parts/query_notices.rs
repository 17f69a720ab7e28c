//! What there is to say about a query, under the field: the place with a caret under it, and the mend as a way to go.

use yew::prelude::*;

use crate::protocol::SearchView;
use crate::search::{self, Notice};
use crate::span::Span;
use crate::text::fold;
use crate::ui::format;
use crate::ui::messages::searching;
use crate::ui::route::Place;

/// The notices about the query of `place`.
pub fn query_notices(notices: &[Notice], place: &Place) -> Html {
    html! { for notice in notices { { query_notice(notice, place) } } }
}

fn query_notice(notice: &Notice, place: &Place) -> Html {
    let to = notice.mend.as_ref().map(|mend| place.clone().with_query(mend));
    html! {
        <div class="query-notice">
            <p>{ format::capital(&notice.to_string()) }</p>
            if let Some(span) = notice.span { { caret_line(&place.query, span) } }
            if let Some(to) = to { <p><a class="mend" href={to.fragment()}>{ searching::search_instead() }<code>{ shortened(&to.query) }</code></a></p> }
        </div>
    }
}

/// Letters of a query shown before and after the place that a notice is about.
const AROUND: usize = 32;

/// The query with a caret under the place; nothing when the place is not one of this query.
fn caret_line(query: &str, span: Span) -> Html {
    let range = span.range();
    let (Some(before), Some(there), Some(after)) = (query.get(..range.start), query.get(range.clone()), query.get(range.end..)) else {
        return Html::default();
    };
    let first = before.char_indices().rev().nth(AROUND).map_or(0, |(at, _)| at);
    let last = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    let cut = |is_cut: bool| if is_cut { "…" } else { "" };
    let shown: String = there.chars().take(2 * AROUND).collect();
    html! { <p class="caret-line" aria-hidden="true"><code>{ cut(first > 0) }{ &before[first..] }<span>{ shown }</span>{ &after[..last] }{ cut(last < after.len()) }</code></p> }
}

fn shortened(query: &str) -> String {
    let mut shown: String = query.chars().take(2 * AROUND).collect();
    if shown.len() < query.len() {
        shown.push('…');
    }
    shown
}

/// Forms listed for a word.
const FORMS: usize = 11;

/// How the query was read, and which forms of its words the texts have.
pub fn understanding(found: &SearchView, place: &Place) -> Html {
    let terms = found.results.terms.iter().filter(|term| !term.forms.is_empty());
    let spoken = search::spoken(&search::parse(&place.query).0);
    if spoken.is_empty() {
        return Html::default();
    }
    html! {
        <details class="understanding">
            <summary>{ searching::how_it_is_understood() }</summary>
            <p>{ format::capital(&spoken) }
                if found.results.hits.iter().any(|hit| hit.together) {
                    { searching::together_only() }
                    <a href={place.clone().with_query(&search::each_word(&place.query)).fragment()}>{ searching::each_word_everywhere() }</a>
                }
            </p>
            <dl>for term in terms { <dt>{ &term.query }</dt><dd>{ listed(&term.forms, FORMS) }</dd> }</dl>
        </details>
    }
}

/// Forms named beside the count.
const NAMED: usize = 4;

/// Which forms answered, where they are not just the word itself.
pub fn forms(found: &SearchView) -> Html {
    let other = |term: &&search::MatchedTerm| term.forms.iter().any(|form| fold(form) != fold(&term.query));
    let told: Vec<String> = found.results.terms.iter().filter(other).take(NAMED).map(|term| listed(&term.forms, NAMED)).collect();
    if told.is_empty() {
        return Html::default();
    }
    html! { <small>{ searching::forms_found(&told) }</small> }
}

/// The first `most` forms, and whether there are others.
fn listed(forms: &[String], most: usize) -> String {
    let shown = forms.iter().take(most).cloned().collect::<Vec<_>>().join(", ");
    if forms.len() > most { shown + "…" } else { shown }
}
