//! Two texts that scroll together: where one shows a passage that both have, the other shows it at the same height.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use crate::order::Order;

/// What tells that somebody is at a text: what it scrolls then is theirs, and all other scrolling follows.
const SIGNS: [&str; 5] = ["pointerenter", "pointerdown", "touchstart", "focusin", "keydown"];

/// Where the eye is, as a share of what is seen of a text.
const EYE: f64 = 1.0 / 3.0;

/// Scrolls the texts `a` and `b` together while `on`. They hold the same passages under the same label (`data-label`, or the words of
/// a `.number`); `texts` changes when they are others.
#[hook]
pub fn use_linked_scroll<T: PartialEq + 'static>(a: &NodeRef, b: &NodeRef, on: bool, texts: T) {
    let nodes = [a.clone(), b.clone()];
    use_effect_with((on, texts), move |(on, _)| {
        let sides = nodes.map(|node| node.cast::<Element>());
        let listeners = match sides {
            [Some(a), Some(b)] if *on => listen(&[a, b]),
            _ => Vec::new(),
        };
        move || drop(listeners)
    });
}

fn listen(sides: &[Element; 2]) -> Vec<EventListener> {
    let leader = Rc::new(Cell::new(0));
    let mut listeners = Vec::new();
    for at in 0..2 {
        for sign in SIGNS {
            let leader = leader.clone();
            listeners.push(EventListener::new(&sides[at], sign, move |_| leader.set(at)));
        }
        let (leader, leading, led) = (leader.clone(), sides[at].clone(), sides[1 - at].clone());
        listeners.push(EventListener::new(&sides[at], "scroll", move |_| {
            if leader.get() == at {
                follow(&leading, &led);
            }
        }));
    }
    listeners
}

/// Scrolls `led` to where `leading` is.
fn follow(leading: &Element, led: &Element) {
    let [from, to] = [leading, led].map(Extent::of);
    if from.shown == 0.0 || to.shown == 0.0 {
        return;
    }
    let places = passages(led);
    let both =
        passages(leading).into_iter().filter_map(|(label, place)| Some((place, places.iter().find(|(other, _)| *other == label)?.1)));
    let eye = f64::from(leading.scroll_top()) + from.shown * EYE;
    let place = counterpart(eye, both.collect(), from, to) - to.shown * EYE;
    led.set_scroll_top(place.round() as i32);
}

/// How high a text is, in pixels.
#[derive(Clone, Copy)]
struct Extent {
    whole: f64,
    shown: f64,
}

impl Extent {
    fn of(text: &Element) -> Self {
        Self { whole: f64::from(text.scroll_height()), shown: f64::from(text.client_height()) }
    }

    /// Where the eye is at the beginning and at the end.
    fn ends(self) -> [f64; 2] {
        [self.shown * EYE, (self.whole - self.shown * (1.0 - EYE)).max(self.shown * EYE)]
    }
}

/// The passages of a text with their labels, and how far below its beginning they begin; of one in several paragraphs the first.
fn passages(text: &Element) -> Vec<(String, f64)> {
    let Ok(found) = text.query_selector_all("a.common[data-label], .common > .number") else { return Vec::new() };
    let beginning = text.get_bounding_client_rect().top() - f64::from(text.scroll_top());
    let passages = (0..found.length()).filter_map(|at| {
        let element = found.item(at)?.dyn_into::<Element>().ok()?;
        let label = element.get_attribute("data-label").or_else(|| element.text_content())?;
        Some((label, element.get_bounding_client_rect().top() - beginning))
    });
    passages.collect()
}

/// The place in the other text that is where `eye` is in this one: between two passages in proportion. `both` are places of passages in
/// this text and in the other; of passages that stand in another order there, the most are kept that stand in the same.
fn counterpart(eye: f64, mut both: Vec<(f64, f64)>, from: Extent, to: Extent) -> f64 {
    let ([from_start, from_end], [to_start, to_end]) = (from.ends(), to.ends());
    both.retain(|(here, there)| (from_start..from_end).contains(here) && (to_start..to_end).contains(there));
    both.order_by(|a, b| a.0.total_cmp(&b.0));
    let mut stops = vec![(from_start, to_start)];
    stops.extend(in_one_order(&both));
    stops.push((from_end, to_end));
    let after = stops.iter().position(|(here, _)| *here > eye).unwrap_or(stops.len() - 1).max(1);
    let ((here, there), (next_here, next_there)) = (stops[after - 1], stops[after]);
    let way = if next_here > here { ((eye - here) / (next_here - here)).clamp(0.0, 1.0) } else { 0.0 };
    there + way * (next_there - there)
}

/// The longest run of places whose counterparts ascend too, as there are at most some hundreds.
fn in_one_order(both: &[(f64, f64)]) -> Vec<(f64, f64)> {
    // For each the length of the longest run that ends there, and what stands before it.
    let mut runs: Vec<(usize, Option<usize>)> = Vec::with_capacity(both.len());
    for (at, (_, there)) in both.iter().enumerate() {
        let longest = (0..at).filter(|&before| both[before].1 < *there).max_by_key(|&before| (runs[before].0, std::cmp::Reverse(before)));
        runs.push((1 + longest.map_or(0, |before| runs[before].0), longest));
    }
    let mut at = (0..both.len()).max_by_key(|&at| (runs[at].0, std::cmp::Reverse(at)));
    let mut run = Vec::new();
    while let Some(place) = at {
        run.push(both[place]);
        at = runs[place].1;
    }
    run.reverse();
    run
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: Extent = Extent { whole: 1_000.0, shown: 300.0 };
    const LONG: Extent = Extent { whole: 3_000.0, shown: 300.0 };

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-6
    }

    #[test]
    fn beginning_and_end_of_two_texts_are_shown_together() {
        let passages = vec![(400.0, 2_000.0)];
        assert!(near(counterpart(100.0, passages.clone(), TEXT, LONG), 100.0));
        assert!(near(counterpart(800.0, passages, TEXT, LONG), 2_800.0));
    }

    #[test]
    fn a_common_passage_stands_at_the_same_height_and_what_is_between_in_proportion() {
        let passages = vec![(400.0, 2_000.0), (600.0, 2_200.0)];
        assert!(near(counterpart(400.0, passages.clone(), TEXT, LONG), 2_000.0));
        assert!(near(counterpart(500.0, passages.clone(), TEXT, LONG), 2_100.0));
        assert!(near(counterpart(250.0, passages, TEXT, LONG), 1_050.0));
    }

    #[test]
    fn one_passage_that_moved_away_does_not_pull_the_text_back() {
        let passages = [(200.0, 300.0), (300.0, 2_500.0), (400.0, 500.0), (500.0, 600.0)];
        assert_eq!(in_one_order(&passages), [passages[0], passages[2], passages[3]]);
        let mut before = 0.0;
        for eye in 100..800 {
            let place = counterpart(f64::from(eye), passages.to_vec(), TEXT, LONG);
            assert!(place >= before, "{place} after {before}");
            before = place;
        }
    }

    #[test]
    fn a_text_that_is_seen_whole_stays_where_it_is() {
        let short = Extent { whole: 300.0, shown: 300.0 };
        assert!(near(counterpart(500.0, vec![(500.0, 200.0)], TEXT, short), 100.0));
        assert!(near(counterpart(f64::from(700), Vec::new(), short, short), 100.0));
    }
}
