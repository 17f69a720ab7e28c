//! The legend of an article's names, which is also the switch of each kind: letter, line, colour, count.

use yew::prelude::*;

use crate::entities::{EntityKind, Mention};
use crate::ui::format;
use crate::ui::hooks::Explorer;
use crate::ui::state::Action;

/// The legend of `mentions`.
pub fn layers(explorer: &Explorer, mentions: &[Mention]) -> Html {
    let counted = EntityKind::ALL.into_iter().filter_map(|kind| {
        let n = mentions.iter().filter(|mention| mention.kind == kind).count();
        (n > 0).then_some((kind, n))
    });
    let entry = |(kind, n)| {
        let words = format::kind(kind);
        let shown = !explorer.state.hidden.contains(&kind);
        let state = explorer.state.clone();
        let onclick = Callback::from(move |_| state.dispatch(Action::Toggle(kind)));
        html! {
            <li key={words.class}>
                <button type="button" class="layer" aria-pressed={shown.to_string()} {onclick}>
                    <span class={classes!("name", "sample", words.class)} aria-hidden="true">{ words.letter }</span>
                    <span class="words">{ words.many }</span>
                    <span class="count">{ n }</span>
                </button>
            </li>
        }
    };
    html! {
        <section class="layers" aria-labelledby="layers-title">
            <h2 id="layers-title" class="caps">{ "Repères" }</h2>
            <ul>{ for counted.map(entry) }</ul>
        </section>
    }
}
