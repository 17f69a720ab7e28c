//! What a query found in all articles: the best sentence of each, and what divides them.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::ViewProps;
use crate::protocol::{MOST_SHOWN, Overview, Request, Response, SearchRequest, SearchView, Sorting};
use crate::search;
use crate::ui::format;
use crate::ui::hooks::{use_answer, use_explorer};
use crate::ui::messages::counts::{n_articles, n_passages};
use crate::ui::messages::{frame, searching};
use crate::ui::parts::passage_list::{Passages, absent_words, passage_list};
use crate::ui::parts::query_notices::{forms, understanding};
use crate::ui::parts::tool_bar::tool_links;
use crate::ui::parts::{active_filters, facet_panel, hit_list, query_notices, search_help};
use crate::ui::route::{Place, View};

/// Articles shown at first, and added at a time: what a person looks through before they look again.
pub const WINDOW: u32 = 20;

#[component]
pub fn Results(props: &ViewProps) -> Html {
    let explorer = use_explorer();
    let place = explorer.place();
    let asked = place.view == View::Results && !place.query.trim().is_empty();
    let help = use_answer((!asked).then_some(Request::Help));
    let request = SearchRequest { query: place.query.clone(), limit: place.shown.max(WINDOW), sorting: place.sorting, open: None };
    let answer = use_answer(asked.then_some(Request::Search(request)));
    let found = match answer.response.as_deref() {
        Some(Response::Search(found)) if asked => Some(found.clone()),
        _ => None,
    };
    if place.view == View::Help {
        return html! { <div class="help"><h1 tabindex="-1">{ frame::how_to_search() }</h1>{ search_help(&help) }</div> };
    }
    let is_fetching = asked && answer.query() != place.query && search::needs_whole(&place.query) && !explorer.desk.client().is_whole();
    // What is shown is always one answer with its own query, even while the next letters are on their way.
    let place = place.clone().with_query(answer.query());
    html! {
        <div class="results">
            <h1 tabindex="-1">{ frame::search() }</h1>
            <div role="status" class="status">
                if is_fetching { <p>{ format::capital(&search::NoticeKind::PatternNeedsWhole.to_string()) }{ "…" }</p> }
                else if let Some(found) = &found { { summary(found, &place) } } else if !asked { <p>{ searching::nothing_is_asked() }</p> }
            </div>
            if asked { { tool_links(&place.query, None) } }
            if let Some(why) = &answer.failure { <p class="notice" role="alert">{ why }</p> }
            if let Some(found) = found { <Answered overview={props.overview.clone()} {found} {place} /> } else if !asked { { search_help(&help) } }
        </div>
    }
}

/// What was found, in one sentence, and what there is to say about the query.
pub fn summary(found: &SearchView, place: &Place) -> Html {
    let results = &found.results;
    let n_articles_found = results.n_documents as usize;
    let shown: String = place.query.trim().chars().take(60).collect();
    html! {
        <>
            if n_articles_found == 0 { <p>{ searching::nothing_for(&shown, results.furniture.len()) }</p> }
            // A search that only filters marks nothing.
            else if results.n_spans == 0 { <p>{ n_articles(n_articles_found) }</p> }
            else { <p>{ searching::passages_in(results.n_spans as usize, n_articles_found) }{ forms(found) }</p> }
            { query_notices(&results.notices, place) }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct AnsweredProps {
    overview: Rc<Overview>,
    found: Rc<SearchView>,
    /// With the query that was answered.
    place: Place,
}

/// One answer. A component of its own, so that it is drawn once for each answer and not once more for each letter.
#[component]
fn Answered(props: &AnsweredProps) -> Html {
    let AnsweredProps { overview, found, place } = props;
    let unfolded = use_state(|| false);
    let (articles, results) = (&overview.articles, &found.results);
    let all_shown = results.hits.len() == results.n_documents as usize;
    let present: Vec<_> = results.hits.iter().map(|hit| hit.document).collect();
    let absent: Vec<_> = articles.iter().filter(|card| !present.contains(&card.id)).collect();
    html! {
        <div class="answered">
            <div class="answered-head">
                { active_filters(found, place) }
                { understanding(found, place) }
                if results.n_documents > 1 { { sortings(place) } }
            </div>
            { facet_panel(found, place, &unfolded) }
            <div class="answered-list" onkeydown={Callback::from(walk)}>
                { hit_list(articles, found, &place.query) }
                if !all_shown { { more(found, place) } }
                if all_shown && !absent.is_empty() && results.n_documents > 0 && articles.len() <= NAMED_ABSENT { <p class="absent">{ absent_words(if results.n_spans > 0 { searching::without_passage() } else { searching::left_out() }, &absent) }</p> }
                if !found.furniture.is_empty() { { around(overview, found, place) } }
            </div>
        </div>
    }
}

/// What the arrows go through: passages, and what unfolds more of them.
const STEPS: &str = ".hit-list > li > a, .hit-list h2 a, .hit-list summary, .hit-list details[open] a, .more-hits a";

/// Arrows go from passage to passage; above the first, and with Escape, back to the field.
fn walk(event: KeyboardEvent) {
    let key = event.key();
    let step = match key.as_str() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        "Escape" => 0,
        _ => return,
    };
    let page = gloo::utils::document();
    let Ok(steps) = page.query_selector_all(STEPS) else { return };
    let here = page.active_element().map(web_sys::Node::from);
    let at = (0..steps.length()).find(|at| steps.get(*at) == here);
    let to = match at.and_then(|at| at.checked_add_signed(step)).filter(|_| step != 0) {
        Some(next) => steps.get(next),
        None => page.get_element_by_id("search").map(web_sys::Node::from),
    };
    event.prevent_default();
    if let Some(element) = to.and_then(|node| node.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// In a corpus of more articles those without a passage are no news.
const NAMED_ABSENT: usize = 40;

fn sortings(place: &Place) -> Html {
    let orders = [Sorting::Relevance, Sorting::Oldest, Sorting::Newest, Sorting::Outlet];
    let link = |sorting: Sorting| {
        let words = searching::sorting(sorting);
        let to = place.clone().with_sorting(sorting).with_shown(0);
        html! { <li key={words}><a href={to.fragment()} aria-current={(place.sorting == sorting).then_some("true")}>{ words }</a></li> }
    };
    html! { <nav class="sortings" aria-label={searching::order_of_articles()}><span aria-hidden="true">{ searching::order() }</span><ul>{ for orders.into_iter().map(link) }</ul></nav> }
}

fn more(found: &SearchView, place: &Place) -> Html {
    let next = place.shown.max(WINDOW) + WINDOW;
    let rest = found.results.n_documents.saturating_sub(place.shown.max(WINDOW)).min(WINDOW);
    html! {
        <p class="more-hits">
            if next <= MOST_SHOWN { <a href={place.clone().with_shown(next).fragment()}>{ searching::more(rest as usize) }</a> }
            else { <span>{ searching::refine_for_more() }</span> }
            <span class="count">{ searching::shown_of(found.results.hits.len(), found.results.n_documents as usize) }</span>
        </p>
    }
}

fn around(overview: &Overview, found: &SearchView, place: &Place) -> Html {
    let around = Passages {
        articles: &overview.articles,
        passages: &found.furniture,
        to: &|card, _| Place::read(&card.name).with_query(&place.query),
        totals: &[],
        heading: "h2",
        absent: "",
        count: n_passages,
    };
    html! {
        <details class="furniture" open={found.results.n_documents == 0}>
            <summary>{ searching::found_around() }</summary>
            <div class="passage-list-around">{ passage_list(&around) }</div>
        </details>
    }
}
