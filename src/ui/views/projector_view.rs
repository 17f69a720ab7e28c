//! One finding at a time, large, for a class that looks at one screen: stepped by arrows or a presenter's remote, left by Escape.
//!
//! Sizes follow the width of the screen, so that nothing is under 28 px at 1920 × 1080: legible from eight metres on a wall two metres
//! wide. Texts are cut to what a screen holds, and open.

use gloo::events::EventListener;
use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use super::ViewProps;
use crate::corpus::Mask;
use crate::notebook::{Length, short, shown};
use crate::ui::covered::{use_covered, words_of_review};
use crate::ui::hooks::use_explorer::{Explorer, Step};
use crate::ui::hooks::{use_answer, use_articles, use_explorer};
use crate::ui::messages::{frame, projecting as messages};
use crate::ui::parts::block::press;
use crate::ui::parts::element::{Link, element, line};
use crate::ui::press::{Reviewed, articles_of};
use crate::ui::route::Place;
use crate::ui::slides::{MOST_SIDES, Side, slides, who};

/// Words of each side that fit on a screen, by number of sides.
const WORDS: [usize; MOST_SIDES] = [60, 36, 24];

/// A step among the slides.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Move {
    Next,
    Previous,
    First,
    Last,
    Leave,
}

#[component]
pub fn ProjectorView(props: &ViewProps) -> Html {
    let explorer = use_explorer();
    let overview = &*props.overview;
    let review = &explorer.state.held.edits.notebook.review;
    let review = use_covered(|| words_of_review(review)).review(review);
    let mask = explorer.state.held.edits.mask;
    // What was kept has its words with it, unless names are hidden in the texts.
    let documents = use_articles(if mask == Mask::Names { articles_of(&review, overview) } else { Vec::new() });
    let all = slides(overview, &review);
    let at = (explorer.place().shown.max(1) as usize).min(all.len().max(1)) - 1;
    let open = use_state(|| None::<usize>);
    let is_open = *open == Some(at);
    let slide = all.get(at);
    let [first, second] = slide.map(|slide| slide.requests(overview)).unwrap_or_default();
    let answers = [use_answer(first.clone()), use_answer(second.clone())];
    use_light();
    use_keys(&explorer, at, all.len(), is_open);
    let [one, other] = [(&answers[0], first), (&answers[1], second)]
        .map(|(answer, asked)| answer.response.as_deref().filter(|_| asked.is_some_and(|asked| answer.is_to(&asked))));
    let reviewed = Reviewed { overview, review: &review, documents: &documents, mask };
    let sides = slide.map_or_else(Vec::new, |slide| slide.sides(&reviewed, [one, other]));
    let n_words = WORDS[sides.len().clamp(1, MOST_SIDES) - 1];
    let length = if is_open { Length::Whole } else { Length::Short };
    let is_cut = slide.is_some_and(|slide| slide.is_cut(&reviewed));
    let is_cut = is_cut || sides.iter().take(MOST_SIDES).any(|side| shown(&side.words, Length::Short, n_words).1);
    let more = (is_cut || is_open).then(|| {
        let open = open.clone();
        let words = if is_open { messages::shorten() } else { messages::in_full() };
        press("in-full", words.to_owned(), Callback::from(move |_| open.set(if is_open { None } else { Some(at) })))
    });
    let n_hidden = sides.len().saturating_sub(MOST_SIDES);
    let drawn: Vec<Html> =
        sides.iter().take(if is_open { usize::MAX } else { MOST_SIDES }).map(|side| column(side, length, n_words)).collect();
    html! {
        <div class="projector-view">
            <section class="slide" aria-live="polite">
                <h1 tabindex="-1">{ slide.map_or_else(frame::projector, |slide| slide.title()) }</h1>
                if let Some(slide) = slide {
                    if let Some(said) = slide.said(&reviewed, length) { <p class="claim">{ said }</p> }
                    { element("div", ["sides", "sides", "sides two", "sides three"][drawn.len().min(MOST_SIDES)], drawn) }
                    <p class="more">
                        if n_hidden > 0 && !is_open { { messages::others(n_hidden) }{ " " } }
                        { for more }
                        { for slide.door(&reviewed).map(|door| Link { class: "button-like", ..Link::to(door) }.saying(messages::open())) }
                    </p>
                } else { <p class="claim">{ messages::nothing_to_show() }</p> }
            </section>
            { controls(&explorer, at, all.len()) }
        </div>
    }
}

fn column(side: &Side, length: Length, n_words: usize) -> Html {
    let words = short(&side.words, length, n_words);
    let quoted = match (&side.door, side.card) {
        (Some(door), Some(card)) => Link { lang: Some(card.language.clone().into()), ..Link::to(door.fragment()) }.saying(words),
        _ => html! { { words } },
    };
    html! { <figure><blockquote>{ quoted }</blockquote>{ for side.card.map(|card| line("figcaption", "", who(card))) }</figure> }
}

fn controls(explorer: &Explorer, at: usize, n: usize) -> Html {
    let button = |class: &'static str, words: &'static str, to: Move| {
        let explorer = explorer.clone();
        press(class, words.to_owned(), Callback::from(move |_| go(&explorer, at, n, to)))
    };
    let full = can_fill_screen().then(|| press("full-screen", messages::full_screen().to_owned(), Callback::from(|_| fill_screen())));
    html! {
        <nav class="projector-controls" aria-label={messages::controls()}>
            if n > 0 {
                { button("before", messages::before(), Move::Previous) }
                <span class="nth" role="status">{ messages::nth_of(at + 1, n) }</span>
                { button("after", messages::after(), Move::Next) }
            }
            { for full }
            { button("leave", messages::leave(), Move::Leave) }
        </nav>
    }
}

/// Steps are one entry of the history: one step back leaves.
fn go(explorer: &Explorer, at: usize, n: usize, to: Move) {
    let to = match to {
        Move::Leave => {
            let before = &explorer.state.before;
            return explorer.go(before, Step::New);
        }
        Move::Next => (at + 1).min(n.saturating_sub(1)),
        Move::Previous => at.saturating_sub(1),
        Move::First => 0,
        Move::Last => n.saturating_sub(1),
    };
    let place: Place = explorer.place().clone();
    explorer.go(&place.with_shown(u32::try_from(to + 1).unwrap_or(u32::MAX)), Step::Same);
}

/// Arrows, the keys that a remote sends, and Escape. What is opened may be longer than the screen: then the arrows up and down roll it.
#[hook]
fn use_keys(explorer: &Explorer, at: usize, n: usize, is_open: bool) {
    let explorer = explorer.clone();
    use_effect_with((at, n, is_open, explorer.place().fragment()), move |_| {
        let options = gloo::events::EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&gloo::utils::document(), "keydown", options, move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            if event.ctrl_key() || event.meta_key() || event.alt_key() || event.default_prevented() {
                return;
            }
            let on_control =
                event.target_dyn_into::<Element>().is_some_and(|element| matches!(element.tag_name().as_str(), "A" | "BUTTON"));
            let to = match event.key().as_str() {
                "ArrowRight" | "PageDown" => Move::Next,
                "ArrowLeft" | "PageUp" => Move::Previous,
                "ArrowDown" if !is_open => Move::Next,
                "ArrowUp" if !is_open => Move::Previous,
                " " if !on_control => {
                    if event.shift_key() {
                        Move::Previous
                    } else {
                        Move::Next
                    }
                }
                "Home" => Move::First,
                "End" => Move::Last,
                "Escape" => Move::Leave,
                _ => return,
            };
            event.prevent_default();
            go(&explorer, at, n, to);
        });
        move || drop(listener)
    });
}

/// A room with a projector is light: so is the page while it projects, whatever the reader's own scheme, and without its bar.
#[hook]
fn use_light() {
    use_effect_with((), |()| {
        let root = gloo::utils::document().document_element();
        if let Some(root) = &root {
            let _ = root.set_attribute("data-projecting", "");
        }
        move || {
            if let Some(root) = root {
                let _ = root.remove_attribute("data-projecting");
            }
        }
    });
}

/// A frame may be forbidden to fill the screen.
fn can_fill_screen() -> bool {
    Reflect::get(&gloo::utils::document(), &"fullscreenEnabled".into()).is_ok_and(|enabled| enabled.is_truthy())
}

fn fill_screen() {
    let Some(root) = gloo::utils::document().document_element() else { return };
    let ask = Reflect::get(&root, &"requestFullscreen".into()).ok().and_then(|ask| ask.dyn_into::<Function>().ok());
    let asked = ask.and_then(|ask| ask.call0(&root).ok()).and_then(|asked| asked.dyn_into::<js_sys::Promise>().ok());
    if let Some(asked) = asked {
        // Refused, the page stays as it is, and the browser's own key still does it.
        wasm_bindgen_futures::spawn_local(async move {
            let _ = wasm_bindgen_futures::JsFuture::from(asked).await;
        });
    }
}
