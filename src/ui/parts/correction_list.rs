//! What the reader corrected, oldest first, and the way to take the last back.

use yew::prelude::*;

use super::block::press;
use crate::corpus::{Correction, Mask, Naming};
use crate::ui::format;
use crate::ui::hooks::Explorer;
use crate::ui::messages::correcting as messages;
use crate::ui::parts::furniture::zone_words;

/// The list, where there is any.
pub fn correction_list(explorer: &Explorer) -> Html {
    let held = &explorer.state.held;
    let corrections = &held.edits.corrections;
    if corrections.is_empty() && held.undone.is_empty() {
        return Html::default();
    }
    let line = |(correction, place): (&Correction, u32)| {
        let idle = held.passed_over.contains(&place);
        html! { <li>{ described(correction) }if idle { <span class="guess">{ messages::no_effect() }</span> }</li> }
    };
    html! {
        <section class="corrections" aria-labelledby="corrections-title">
            <h2 id="corrections-title">{ messages::your_corrections() }</h2>
            // They call articles by name.
            if !corrections.is_empty() && held.edits.mask == Mask::Off {
                <details>
                    <summary>{ corrections.last().map(|last| messages::n_and_last(corrections.len(), &described(last))) }</summary>
                    <ol>{ for corrections.iter().zip(0..).map(line) }</ol>
                </details>
            }
            { steps_back(explorer) }
        </section>
    }
}

/// The last correction with the ways to take it back and to make it again, where there is any.
pub fn correction_steps(explorer: &Explorer) -> Html {
    let held = &explorer.state.held;
    let last = held.edits.corrections.last().filter(|_| held.edits.mask == Mask::Off);
    if held.edits.corrections.is_empty() && held.undone.is_empty() {
        return Html::default();
    }
    html! {
        <div class="correction-steps" role="group" aria-label={messages::your_corrections()}>
            <p role="status">{ last.map(|last| messages::last(&described(last))) }</p>
            { steps_back(explorer) }
        </div>
    }
}

fn steps_back(explorer: &Explorer) -> Html {
    let held = &explorer.state.held;
    let (undo, redo) = (explorer.desk.clone(), explorer.desk.clone());
    html! {
        <p class="steps-back">
            if !held.edits.corrections.is_empty() { { press("undo", messages::undo().to_owned(), Callback::from(move |_| undo.undo())) } }
            if !held.undone.is_empty() { { press("redo", messages::redo().to_owned(), Callback::from(move |_| redo.redo())) } }
        </p>
    }
}

/// One correction in a sentence.
pub fn described(correction: &Correction) -> String {
    match correction {
        Correction::Field { article, field, values } if values.is_empty() => messages::cleared(article, *field),
        Correction::Field { article, field, values } => messages::set(article, *field, &values.join(", ")),
        Correction::Zone { article, kind, .. } => messages::passage_becomes(article, zone_words(*kind)),
        Correction::Split { article, second, .. } => messages::cut_in_two(article, second),
        Correction::Join { first, second } => messages::joined(first, second),
        Correction::Remove { article } => messages::set_aside(article),
        Correction::Name(naming) => named(naming),
        Correction::Unknown(_) => messages::of_another_version().to_owned(),
    }
}

fn named(naming: &Naming) -> String {
    match naming {
        Naming::Merge { entity, into } => messages::is_the_same(bare(entity), bare(into)),
        Naming::Split { entity, mentions, name, .. } => messages::mentions_mean(mentions.len(), bare(entity), name),
        Naming::Rename { entity, name } => messages::is_called(bare(entity), name),
        Naming::Retype { entity, kind } => messages::becomes(bare(entity), format::kind(*kind).one),
        Naming::Remove { entity } => messages::is_no_name(bare(entity)),
        Naming::Strike { entity, mentions } => messages::mentions_are_no_name(mentions.len(), bare(entity)),
        Naming::Add { words, kind, reach, .. } => messages::is_a_name(words, format::kind(*kind).one, *reach),
    }
}

/// A slug without its kind.
fn bare(slug: &str) -> &str {
    slug.split_once(':').map_or(slug, |(_, name)| name)
}
