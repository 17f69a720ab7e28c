//! The legend of what is marked in an article, which is also the switch of each layer: letter, line, colour, count.

use yew::prelude::*;

use super::mark_panel::marks;
use crate::entities::EntityKind;
use crate::protocol::ArticleView;
use crate::quotes::QuoteKind;
use crate::ui::format;
use crate::ui::hooks::Explorer;
use crate::ui::messages::reading;
use crate::ui::state::{Action, Layer};

/// How a layer is written: class of its marks, sign, name.
pub struct LayerWords {
    pub class: &'static str,
    pub sign: &'static str,
    pub one: &'static str,
    pub many: &'static str,
}

/// The layers that are no names.
pub const MARKS: [Layer; 5] = [Layer::Quotations, Layer::Reported, Layer::OtherMarks, Layer::Dates, Layer::Figures];

/// How a layer is written.
pub fn words(layer: Layer) -> LayerWords {
    let class = match layer {
        Layer::Names(kind) => format::kind(kind).name_class,
        Layer::Quotations => "quotation",
        Layer::Reported => "quotation reported",
        Layer::OtherMarks => "quotation aside",
        Layer::Dates => "told date",
        Layer::Figures => "told figure",
    };
    let (sign, one, many) = reading::layer(layer);
    LayerWords { class, sign, one, many }
}

/// The layer of a kind of quotation.
pub fn of_kind(kind: QuoteKind) -> Layer {
    match kind {
        QuoteKind::Direct | QuoteKind::Partial => Layer::Quotations,
        QuoteKind::Indirect => Layer::Reported,
        QuoteKind::Scare | QuoteKind::Title => Layer::OtherMarks,
    }
}

/// How many marks of a layer stand in an article.
fn count(view: &ArticleView, layer: Layer) -> usize {
    match layer {
        Layer::Names(kind) => view.mentions.iter().filter(|mention| mention.kind == kind).count(),
        _ => marks(view, |one| one == layer).len(),
    }
}

/// The legend of an article.
pub fn layers(explorer: &Explorer, view: &ArticleView) -> Html {
    let all = EntityKind::ALL.into_iter().map(Layer::Names).chain(MARKS);
    let counted = all.map(|layer| (layer, count(view, layer))).filter(|(_, n)| *n > 0);
    let entry = |(layer, n)| {
        let words = words(layer);
        let shown = explorer.state.shows(layer);
        let state = explorer.state.clone();
        let onclick = Callback::from(move |_| state.dispatch(Action::Toggle(layer)));
        html! {
            <li key={words.many}>
                <button type="button" class="layer" aria-pressed={shown.to_string()} {onclick}>
                    <span class={classes!("sample", words.class)} aria-hidden="true">{ words.sign }</span>
                    <span class="words">{ words.many }</span>
                    <span class="count">{ format::number(n) }</span>
                </button>
            </li>
        }
    };
    html! {
        <section class="layers" aria-labelledby="layers-title">
            <h2 id="layers-title" class="caps">{ reading::marks() }</h2>
            <ul>{ for counted.map(entry) }</ul>
        </section>
    }
}
