//! What changed from one text to another that is nearly the same: sentences taken out, put in, changed word by word.

use yew::prelude::*;

use crate::compare::{Change, WordChange};
use crate::protocol::ComparisonView;
use crate::span::Span;
use crate::text::filling;
use crate::ui::messages::comparing;

/// The changes, where the two articles are near enough for it to say something.
pub fn differences(view: &ComparisonView) -> Html {
    let Some(difference) = &view.difference else { return Html::default() };
    let changed: Vec<&Change> = difference.changes.iter().filter(|change| !matches!(change, Change::Kept { .. })).collect();
    let (a, b) = (Text { text: view.a.text(), start: 0 }, Text { text: view.b.text(), start: 0 });
    let entry = |change: &&Change| match change {
        Change::Kept { .. } => Html::default(),
        Change::Removed { a: span, moved_to } => {
            html! { <li><span class="caps">{ if moved_to.is_some() { comparing::moved() } else { comparing::left_only() } }</span>{ " " }<del>{ shown(a, *span) }</del></li> }
        }
        Change::Added { b: span, moved_from } if moved_from.is_none() => {
            html! { <li><span class="caps">{ comparing::right_only() }</span>{ " " }<ins>{ shown(b, *span) }</ins></li> }
        }
        // It was told where it stood before.
        Change::Added { .. } => Html::default(),
        Change::Changed { words, .. } => {
            html! { <li><span class="caps">{ comparing::changed() }</span>{ " " }{ word_changes(a, b, words) }</li> }
        }
    };
    html! {
        <section class="differences" aria-labelledby="differences-title">
            <h2 id="differences-title">{ comparing::from_one_to_the_other() }</h2>
            if changed.is_empty() { <p>{ comparing::nothing_changed() }</p> }
            <ol>{ for changed.iter().map(entry) }</ol>
        </section>
    }
}

/// A part of an article, and where it begins in it.
#[derive(Clone, Copy)]
pub struct Text<'t> {
    pub text: &'t str,
    pub start: u32,
}

/// What stands in both as text, what only one has as taken out or put in.
pub fn word_changes(a: Text, b: Text, words: &[WordChange]) -> Html {
    let change = |word: &WordChange| match word {
        WordChange::Kept { b: span, .. } => html! { <>{ shown(b, *span) }{ " " }</> },
        WordChange::Removed { a: span } => html! { <><del>{ shown(a, *span) }</del>{ " " }</> },
        WordChange::Added { b: span } => html! { <><ins>{ shown(b, *span) }</ins>{ " " }</> },
    };
    html! { <>{ for words.iter().map(change) }</> }
}

fn shown(whole: Text, span: Span) -> String {
    let inside = Span { start: span.start - whole.start, end: span.end - whole.start };
    filling::in_one_line(inside.slice(whole.text))
}
