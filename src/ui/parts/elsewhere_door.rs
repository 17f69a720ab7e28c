//! Ways to see a passage of the open article in all others: a button for what is selected, a link for what is chosen.

use yew::prelude::*;

use super::block::press;
use super::element::{Link, element};
use crate::corpus::Document;
use crate::span::Span;
use crate::ui::hooks::Explorer;
use crate::ui::hooks::use_explorer::Step;
use crate::ui::hooks::use_selection::{Selected, place};
use crate::ui::messages::elsewhere;
use crate::ui::route::Place;

/// Words of a passage that can be looked for: fewer are a name or a formula, which the search finds.
const WORDS: usize = 3;

/// A button for what is selected, where it is long enough to say something.
pub fn elsewhere_button(explorer: &Explorer, document: &Document, selected: &Selected) -> Html {
    if selected.words.split(' ').count() < WORDS {
        return Html::default();
    }
    let Some(span) = place(document, selected) else { return Html::default() };
    let explorer = explorer.clone();
    let onclick = Callback::from(move |_| explorer.go(&elsewhere_place(explorer.place(), span), Step::New));
    press("selected-elsewhere", elsewhere::look_elsewhere().to_owned(), onclick)
}

/// A link for the passage that is chosen.
pub fn elsewhere_link(place: &Place, span: Span) -> Html {
    element("p", "elsewhere-door", vec![Link::to(elsewhere_place(place, span).fragment()).saying(elsewhere::look_elsewhere())])
}

/// The place of a reader with this passage looked for in the other articles.
pub fn elsewhere_place(place: &Place, span: Span) -> Place {
    place.clone().with_entity(None).with_hit(0).with_elsewhere(span)
}
