//! The first picture of the page in steps, each painted before the next is laid out.
//!
//! Text that is laid out for the first time costs a slow computer most of its start, because the forms of letters are looked up then.
//! In one go it would answer to nothing for a third of a second; in steps it answers in between. Only the first view is drawn so:
//! later ones stand at once, so that going back finds the place one came from.

use std::cell::Cell;

use gloo::render::request_animation_frame;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// Milliseconds after which a step comes in any case: a page in the background paints nothing.
const UNPAINTED: u32 = 300;

thread_local! {
    static IS_DRAWN: Cell<bool> = const { Cell::new(false) };
}

/// How many of `last` steps behind the first are to be drawn: one more after each picture, all of them once one view was drawn.
#[hook]
pub fn use_steps(last: u32) -> u32 {
    let step = use_state(|| if IS_DRAWN.get() { last } else { 0 });
    {
        let step = step.clone();
        use_effect_with(*step, move |&drawn| {
            let next = (drawn < last).then(|| after_picture(move || step.set(drawn + 1)));
            if next.is_none() {
                IS_DRAWN.set(true);
            }
            move || drop(next)
        });
    }
    *step
}

/// Calls once when the next picture was painted; not at all when what is given back is dropped before.
fn after_picture(call: impl Fn() + Clone + 'static) -> impl Sized {
    let late = Timeout::new(UNPAINTED, call.clone());
    let painted = std::rc::Rc::new(Cell::new(None));
    let held = painted.clone();
    // What is asked for within a frame runs behind its painting.
    let frame = request_animation_frame(move |_| held.set(Some(Timeout::new(0, call))));
    (late, frame, painted)
}
