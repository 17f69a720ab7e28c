//! The pages of the index: names, quotations, words, and whatever else a corpus is looked up by. One line of `PAGES` is one page.

use yew::prelude::*;

use crate::ui::ledger::Ledger;
use crate::ui::route::{Place, View};
use crate::ui::told::{Days, Figures};
use crate::ui::tool::Tool;

/// One page of the index: its name here, its view as it comes, and which views belong to it.
type Page = (&'static str, fn() -> View, fn(&View) -> bool);

/// The pages, in the order in which they are shown.
const PAGES: &[Page] = &[
    ("Noms", || View::Index, |view| matches!(view, View::Index | View::Entity { .. })),
    ("Citations", || View::Quotes(Ledger::default()), |view| matches!(view, View::Quotes(_) | View::Utterance { .. })),
    ("Dates", || View::Days(Days::default()), |view| matches!(view, View::Days(_))),
    ("Chiffres", || View::Figures(Figures::default()), |view| matches!(view, View::Figures(_))),
    ("Mots", || View::Tool(Tool::default()), |view| matches!(view, View::Tool(_))),
];

/// True for a view that is a page of the index, or stands below one.
pub fn is_index(view: &View) -> bool {
    PAGES.iter().any(|(_, _, holds)| holds(view))
}

/// A link to each page; `open` is the view that is shown. The query goes along to the words.
pub fn index_tabs(open: &View, query: &str) -> Html {
    index_tabs_until(open, query, None)
}

/// The same while articles that appeared after `until` are set aside.
pub fn index_tabs_until(open: &View, query: &str, until: Option<&str>) -> Html {
    let item = |(name, view, holds): &Page| {
        let (to, here) = (view(), holds(open));
        let kept = if here || matches!(to, View::Tool(_)) { query } else { "" };
        let current = here.then_some(if *open == to { "page" } else { "true" });
        html! { <li><a href={Place::of(to).with_query(kept).with_until(until).fragment()} aria-current={current}>{ *name }</a></li> }
    };
    html! { <nav class="index-tabs" aria-label="Index"><ul>{ for PAGES.iter().map(item) }</ul></nav> }
}
