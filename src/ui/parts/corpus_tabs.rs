//! What one does with a corpus beside reading it: correct and keep it, note, collect, teach.

use yew::prelude::*;

use super::tabs::{Page, tabs};
use crate::ui::classroom::Classroom;
use crate::ui::messages::frame;
use crate::ui::noted::Noted;
use crate::ui::route::{Place, View};

/// The pages, in the order in which they are shown.
const PAGES: &[Page] = &[
    (frame::corpus, || View::Corpus, |view| matches!(view, View::Corpus | View::Record(_))),
    (frame::notes, || View::Notes(Noted::default()), |view| matches!(view, View::Notes(_))),
    (frame::review, || View::Review, |view| matches!(view, View::Review)),
    (frame::classroom, || View::Class(Classroom::default()), |view| matches!(view, View::Class(_))),
];

/// True for a view that is one of these pages, or stands below one.
pub fn is_corpus(view: &View) -> bool {
    PAGES.iter().any(|(_, _, holds)| holds(view))
}

/// A link to each page; `open` is the view that is shown.
pub fn corpus_tabs(open: &View) -> Html {
    tabs(frame::corpus(), PAGES, open, &|view, _| Place::of(view))
}
