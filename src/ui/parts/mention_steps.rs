//! From mention to mention of the chosen name in the open article; the keys for it are those of the article (see
//! [`super::reading_marks::stepping`]).

use yew::prelude::*;

use crate::span::Span;
use crate::ui::messages::reading;
use crate::ui::route::Place;

/// The steps between `mentions`, which are those of the open article, in order.
pub fn mention_steps(place: &Place, mentions: &[Span]) -> Html {
    let n = mentions.len();
    // The passage of the address may be a sentence that holds the mention.
    let at = place.passage.and_then(|passage| mentions.iter().position(|mention| passage.overlaps(*mention)));
    let here = match at {
        Some(at) => reading::nth_here(at + 1, n),
        None => reading::mentions_here(n),
    };
    let (before, after) = at.map_or((n.saturating_sub(1), 0), |at| ((at + n - 1) % n, (at + 1) % n));
    let step = |to: usize, label: &'static str, key: &'static str, words: &'static str| {
        let to = mentions.get(to).map(|mention| place.clone().with_passage(Some(*mention)).fragment());
        html! { if let Some(to) = to { <a href={to} aria-label={label} aria-keyshortcuts={key} title={reading::key(key)}>{ words }</a> } }
    };
    let [previous, next, first, first_shown] = reading::mention_steps();
    html! {
        <p class="mention-steps steps"><span role="status">{ here }</span>{ step(before, previous, "k", "‹") }{ step(after, next, "j", "›") }{ step(0, first, "1", first_shown) }</p>
    }
}
