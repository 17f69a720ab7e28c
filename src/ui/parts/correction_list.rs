//! What the reader corrected, oldest first, and the way to take the last back.

use yew::prelude::*;

use crate::corpus::{Correction, Field};
use crate::ui::format;
use crate::ui::hooks::Explorer;
use crate::ui::parts::furniture::zone_words;

/// The list, where there is any.
pub fn correction_list(explorer: &Explorer) -> Html {
    let corrections = &explorer.state.held.edits.corrections;
    if corrections.is_empty() {
        return Html::default();
    }
    let undo = {
        let desk = explorer.desk.clone();
        Callback::from(move |_| desk.undo())
    };
    html! {
        <section class="corrections" aria-labelledby="corrections-title">
            <h2 id="corrections-title">{ "Vos corrections" }</h2>
            <details>
                <summary>{ format::count(corrections.len(), "correction", "corrections") }{ ", la dernière\u{a0}: " }{ corrections.last().map(described) }</summary>
                <ol>{ for corrections.iter().map(|correction| html! { <li>{ described(correction) }</li> }) }</ol>
            </details>
            <button type="button" onclick={undo}>{ "Annuler la dernière" }</button>
        </section>
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
    }
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
