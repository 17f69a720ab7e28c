//! What the reader corrected, oldest first, and the way to take the last back.

use yew::prelude::*;

use super::block::press;
use crate::corpus::{Correction, Field, Naming, Reach, Spot};
use crate::ui::format;
use crate::ui::hooks::Explorer;
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
        html! { <li>{ described(correction) }if idle { <span class="guess">{ " (sans effet dans ces articles)" }</span> }</li> }
    };
    html! {
        <section class="corrections" aria-labelledby="corrections-title">
            <h2 id="corrections-title">{ "Vos corrections" }</h2>
            if !corrections.is_empty() {
                <details>
                    <summary>{ format::count(corrections.len(), "correction", "corrections") }{ ", la dernière\u{a0}: " }{ corrections.last().map(described) }</summary>
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
    let last = held.edits.corrections.last();
    if last.is_none() && held.undone.is_empty() {
        return Html::default();
    }
    html! {
        <div class="correction-steps" role="group" aria-label="Vos corrections">
            <p role="status">{ last.map(|last| format!("Dernière correction\u{a0}: {}.", described(last))) }</p>
            { steps_back(explorer) }
        </div>
    }
}

fn steps_back(explorer: &Explorer) -> Html {
    let held = &explorer.state.held;
    let (undo, redo) = (explorer.desk.clone(), explorer.desk.clone());
    html! {
        <p class="steps-back">
            if !held.edits.corrections.is_empty() { { press("undo", "Annuler la dernière".to_owned(), Callback::from(move |_| undo.undo())) } }
            if !held.undone.is_empty() { { press("redo", "Rétablir".to_owned(), Callback::from(move |_| redo.redo())) } }
        </p>
    }
}

/// One correction in a sentence.
pub fn described(correction: &Correction) -> String {
    match correction {
        Correction::Field { article, field, values } if values.is_empty() => format!("{article}\u{a0}: {} effacé", field_words(*field)),
        Correction::Field { article, field, values } => {
            format!("{article}\u{a0}: {} = «\u{a0}{}\u{a0}»", field_words(*field), values.join(", "))
        }
        Correction::Zone { article, kind, .. } => format!("{article}\u{a0}: un passage devient {}", zone_words(*kind)),
        Correction::Split { article, second, .. } => format!("{article}\u{a0}: coupé en deux, la suite est {second}"),
        Correction::Join { first, second } => format!("{first} et {second} sont réunis"),
        Correction::Remove { article } => format!("{article}\u{a0}: écarté du corpus"),
        Correction::Name(naming) => named(naming),
        Correction::Unknown(_) => "une correction d’une autre version de cette page, gardée sans être appliquée".to_owned(),
    }
}

fn named(naming: &Naming) -> String {
    let quoted = |name: &str| format!("«\u{a0}{name}\u{a0}»");
    let n_mentions = |mentions: &[Spot]| format::count(mentions.len(), "mention", "mentions");
    match naming {
        Naming::Merge { entity, into } => format!("{} est {}", quoted(bare(entity)), quoted(bare(into))),
        Naming::Split { entity, mentions, name, .. } => {
            format!("{} de {} désigne {}", n_mentions(mentions), quoted(bare(entity)), quoted(name))
        }
        Naming::Rename { entity, name } => format!("{} s’appelle {}", quoted(bare(entity)), quoted(name)),
        Naming::Retype { entity, kind } => format!("{} devient\u{a0}: {}", quoted(bare(entity)), format::kind(*kind).one),
        Naming::Remove { entity } => format!("{} n’est pas un nom", quoted(bare(entity))),
        Naming::Strike { entity, mentions } => format!("{} de {} n’est pas un nom", n_mentions(mentions), quoted(bare(entity))),
        Naming::Add { words, kind, reach, .. } => {
            let place = if *reach == Reach::Everywhere { "partout" } else { "à un endroit" };
            format!("{} est un nom ({}), {place}", quoted(words), format::kind(*kind).one)
        }
    }
}

/// A slug without its kind.
fn bare(slug: &str) -> &str {
    slug.split_once(':').map_or(slug, |(_, name)| name)
}

/// What a field is called.
pub fn field_words(field: Field) -> &'static str {
    match field {
        Field::Title => "titre",
        Field::Outlet => "source",
        Field::Authors => "auteurs",
        Field::Published => "publication",
        Field::Updated => "mise à jour",
        Field::Agencies => "agences",
        Field::Language => "langue",
    }
}
