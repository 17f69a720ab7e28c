//! An address that leaves something open is written out once it is known what it means.

use yew::prelude::*;

use super::use_explorer;
use super::use_explorer::Step;
use crate::ui::route::Place;

/// Puts `place` in the address, in the same step of the history.
#[hook]
pub fn use_exact_address(place: Option<Place>) {
    let explorer = use_explorer();
    use_effect_with(place, move |place| {
        if let Some(place) = place {
            explorer.go(place, Step::Same);
        }
    });
}
