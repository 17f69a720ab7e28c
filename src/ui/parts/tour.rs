//! A first visit: five stops that say what can be done there, left at any of them. Offered once where storage may be used.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::ui::focus;
use crate::ui::hooks::use_explorer::Step;
use crate::ui::hooks::{Explorer, use_explorer};
use crate::ui::messages::touring;
use crate::ui::route::{Place, View};
use crate::ui::spoken::storage;
use crate::ui::state::Action;

/// Under which it is kept that the tour was taken, or was not wanted.
const KEPT: &str = "recoupe-tour";

/// The view of each stop.
const STOPS: [fn() -> View; 5] = [|| View::Panorama, || View::Read(None), || View::Compare(None), || View::Index, || View::Corpus];

/// Asks on a first visit whether somebody wants to be shown around.
#[component]
pub fn TourOffer() -> Html {
    let explorer = use_explorer();
    let is_new = use_state(|| storage().is_some_and(|storage| matches!(storage.get_item(KEPT), Ok(None))));
    if !*is_new || explorer.state.tour.is_some() {
        return Html::default();
    }
    let start = {
        let explorer = explorer.clone();
        Callback::from(move |_: MouseEvent| stop_at(&explorer, 0))
    };
    let decline = Callback::from(move |_: MouseEvent| {
        keep();
        is_new.set(false);
        focus::on_view();
    });
    html! {
        <p class="tour-offer">
            { touring::first_visit() }{ " " }
            <button type="button" onclick={start}>{ touring::start(STOPS.len()) }</button>{ " " }
            <button type="button" onclick={decline}>{ touring::decline() }</button>
        </p>
    }
}

/// The stop that is open, with the ways on, back and out.
pub fn tour(explorer: &Explorer) -> Html {
    let Some(at) = explorer.state.tour.map(usize::from) else { return Html::default() };
    let is_last = at + 1 == STOPS.len();
    let go = |to: usize| {
        let explorer = explorer.clone();
        Callback::from(move |_: MouseEvent| stop_at(&explorer, to))
    };
    let leave = {
        let explorer = explorer.clone();
        Callback::from(move |_: MouseEvent| {
            keep();
            explorer.state.dispatch(Action::Tour(None));
            focus::on_view();
        })
    };
    html! {
        <section class="tour" aria-label={touring::title()}>
            <p role="status"><b>{ touring::count(at + 1, STOPS.len()) }</b>{ " " }{ touring::stops()[at] }</p>
            <div class="steps-line">
                if at > 0 { <button type="button" onclick={go(at - 1)}>{ touring::back() }</button> }
                // One button to the end, so that it keeps the focus.
                <button type="button" class="on" onclick={if is_last { leave.clone() } else { go(at + 1) }}>{ if is_last { touring::end() } else { touring::on() } }</button>
                if !is_last { <button type="button" onclick={leave}>{ touring::leave() }</button> }
            </div>
        </section>
    }
}

/// Begins the tour, whoever took it before.
pub fn tour_door(explorer: &Explorer) -> Html {
    let explorer = explorer.clone();
    let onclick = Callback::from(move |_: MouseEvent| stop_at(&explorer, 0));
    html! { <p><button type="button" class="tour-door" {onclick}>{ touring::again() }</button></p> }
}

/// Goes to a stop; the way on has the focus, so that one key goes through all.
fn stop_at(explorer: &Explorer, at: usize) {
    keep();
    explorer.state.dispatch(Action::Tour(u8::try_from(at).ok()));
    explorer.go(&Place::of(STOPS[at]()), Step::New);
    Timeout::new(0, || focus::on(".tour .on")).forget();
}

fn keep() {
    if let Some(storage) = storage() {
        // Where it cannot be kept it is offered again.
        let _ = storage.set_item(KEPT, "1");
    }
}
