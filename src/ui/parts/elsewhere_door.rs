//! Ways on from a passage of the open article: to see it in all others, by a button for what is selected or a link for what is chosen; and to
//! hand on its address.

use yew::prelude::*;

use super::block::press;
use super::element::{Link, element};
use crate::corpus::{Document, Mask};
use crate::id::Fingerprint;
use crate::span::Span;
use crate::ui::cited::Cited;
use crate::ui::clipboard::copy;
use crate::ui::hooks::Explorer;
use crate::ui::hooks::use_explorer::Step;
use crate::ui::hooks::use_selection::{Selected, place};
use crate::ui::messages::elsewhere;
use crate::ui::route::Place;
use crate::ui::state::Action;

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

/// A button that hands over the address of a passage with its words: in the clipboard, and in any case in the address bar. `corpus` is
/// that on which its place holds.
pub fn link_button(explorer: &Explorer, document: &Document, span: Span, corpus: Fingerprint) -> Html {
    let mut place = explorer.place().clone().with_passage(Some(span));
    // Texts whose names are hidden are nobody else's.
    if explorer.state.held.edits.mask == Mask::Off && document.text().get(span.range()).is_some() {
        place = place.with_cited(Cited::of(document, span, corpus));
    }
    let explorer = explorer.clone();
    let onclick = Callback::from(move |_| {
        let explorer = explorer.clone();
        explorer.go(&place, Step::New);
        wasm_bindgen_futures::spawn_local(async move {
            let address = gloo::utils::window().location().href().unwrap_or_default();
            let said = if copy(&address).await.is_ok() { elsewhere::link_copied() } else { elsewhere::link_in_address() };
            explorer.state.dispatch(Action::Notice(said.to_owned()));
        });
    });
    press("selected-link", elsewhere::copy_link().to_owned(), onclick)
}

/// A link for the passage that is chosen.
pub fn elsewhere_link(place: &Place, span: Span) -> Html {
    element("p", "elsewhere-door", vec![Link::to(elsewhere_place(place, span).fragment()).saying(elsewhere::look_elsewhere())])
}

/// The place of a reader with this passage looked for in the other articles.
pub fn elsewhere_place(place: &Place, span: Span) -> Place {
    place.clone().with_entity(None).with_hit(0).with_elsewhere(span)
}
