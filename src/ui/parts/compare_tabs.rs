//! The pages of the comparison: two articles side by side, and what all of them tell. One line of `PAGES` is one page.

use yew::prelude::*;

use super::tabs::{Page, tabs};
use crate::protocol::DistanceBy;
use crate::ui::across::{Across, Words};
use crate::ui::messages::{comparing, frame};
use crate::ui::opposed::{Disagreements, Silences};
use crate::ui::route::{Place, View};
use crate::ui::stated::Statements;

/// The pages, in the order in which they are shown.
const PAGES: &[Page] = &[
    (comparing::two_articles, || View::Compare(None), |view| matches!(view, View::Compare(_))),
    (
        comparing::statements,
        || View::Across(Across::Statements(Statements::default())),
        |view| matches!(view, View::Across(Across::Statements(_))),
    ),
    (
        comparing::disagreements,
        || View::Across(Across::Disagreements(Disagreements::default())),
        |view| matches!(view, View::Across(Across::Disagreements(_))),
    ),
    (comparing::silences, || View::Across(Across::Silences(Silences::default())), |view| matches!(view, View::Across(Across::Silences(_)))),
    (comparing::common_text, || View::Across(Across::CommonText(None)), |view| matches!(view, View::Across(Across::CommonText(_)))),
    (comparing::words, || View::Across(Across::Words(Words::default())), |view| matches!(view, View::Across(Across::Words(_)))),
    (comparing::titles, || View::Across(Across::Titles(0)), |view| matches!(view, View::Across(Across::Titles(_)))),
    (
        comparing::distances,
        || View::Across(Across::Distances(DistanceBy::default())),
        |view| matches!(view, View::Across(Across::Distances(_))),
    ),
];

/// A link to each page from `here`, while the same articles are set aside; `open` is the view that is shown.
pub fn compare_tabs(open: &View, here: &Place) -> Html {
    tabs(frame::compare(), PAGES, open, &|view, _| Place::of(view).with_until(here.until.as_deref()).following(here))
}
