//! The pages of the index: names, quotations, words, and whatever else a corpus is looked up by. One line of `PAGES` is one page.

use yew::prelude::*;

use super::tabs::{Page, Standing, tabs};
use crate::ui::ledger::Ledger;
use crate::ui::messages::{comparing, days, frame, names};
use crate::ui::route::{Place, View};
use crate::ui::told::{Days, Figures};
use crate::ui::tool::Tool;

/// The pages, in the order in which they are shown.
const PAGES: &[Page] = &[
    (names::names, || View::Index, |view| matches!(view, View::Index | View::Entity { .. })),
    (frame::quotations, || View::Quotes(Ledger::default()), |view| matches!(view, View::Quotes(_) | View::Utterance { .. })),
    (days::dates, || View::Days(Days::default()), |view| matches!(view, View::Days(_))),
    (frame::figures, || View::Figures(Figures::default()), |view| matches!(view, View::Figures(_))),
    (comparing::words, || View::Tool(Tool::default()), |view| matches!(view, View::Tool(_))),
];

/// True for a view that is a page of the index, or stands below one.
pub fn is_index(view: &View) -> bool {
    PAGES.iter().any(|(_, _, holds)| holds(view))
}

/// A link to each page from `here`; `open` is the view that is shown. The query goes along to the words.
pub fn index_tabs(open: &View, query: &str, here: &Place) -> Html {
    index_tabs_until(open, query, None, here)
}

/// The same while articles that appeared after `until` are set aside.
pub fn index_tabs_until(open: &View, query: &str, until: Option<&str>, here: &Place) -> Html {
    tabs(frame::index(), PAGES, open, &|view, standing| {
        let kept = if standing == Standing::Open || matches!(view, View::Tool(_)) { query } else { "" };
        Place::of(view).with_query(kept).with_until(until).following(here)
    })
}
