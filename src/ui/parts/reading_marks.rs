//! What is marked in the article that is read: names, dates and figures as doors, quotations laid over the text with who speaks
//! before them; and the keys that lead from one to the next.

use yew::prelude::*;

use super::element::{Link, element, line};
use super::elsewhere_door::elsewhere_place;
use super::layers::{MARKS, words as layer_words};
use super::mark_panel::{Mark, days, mark_at, mark_place, marks, value};
use super::marked_text::{Door, Overlay, Pin};
use super::quote_meta::quote_tip;
use crate::entities::Entity;
use crate::protocol::{self, ArticleView, QuoteMark};
use crate::quotes::Certainty;
use crate::span::Span;
use crate::ui::format;
use crate::ui::hooks::use_explorer::{Explorer, Step};
use crate::ui::messages::counts::n_mentions;
use crate::ui::messages::{filtering, reading};
use crate::ui::route::Place;
use crate::ui::shortcuts::{self, Shortcut};
use crate::ui::state::Layer;

/// All that is shown of the layers of an article.
pub struct Marked {
    pub doors: Vec<Door>,
    pub overlays: Vec<Overlay>,
    pub pins: Vec<Pin>,
}

/// What is marked in an article.
pub fn marked(explorer: &Explorer, view: &ArticleView) -> Marked {
    let mut marked = Marked { doors: names(explorer, view), overlays: Vec::new(), pins: Vec::new() };
    mark_layers(explorer, view, &mut marked);
    marked
}

/// The names of the article as doors: each selects its entity, and once more puts it down.
fn names(explorer: &Explorer, view: &ArticleView) -> Vec<Door> {
    let place = explorer.place();
    let shown = view.mentions.iter().filter(|mention| explorer.state.shows(Layer::Names(mention.kind)));
    shown
        .filter_map(|mention| {
            let entity = protocol::entity(&view.entities, mention.entity)?;
            let selected = place.entity.as_deref() == Some(&entity.slug);
            let to = place.clone().with_passage(None).with_entity((!selected).then_some(&entity.slug));
            let words = format::kind(mention.kind);
            Some(Door {
                span: mention.span,
                class: words.name_class,
                label: words.letter.into(),
                href: to.fragment().into(),
                tip: name_tip(entity).into(),
                selected,
                id: None,
            })
        })
        .collect()
}

/// What a name stands for.
fn name_tip(entity: &Entity) -> String {
    let corrected = if entity.corrected { reading::corrected_by_you() } else { "" };
    let n = n_mentions(entity.n_total() as usize);
    format!("{}, {}, {n}{corrected}", entity.name, format::kind(entity.kind).one)
}

/// Dates and figures as doors, quotations laid over the text with who speaks pinned before them.
fn mark_layers(explorer: &Explorer, view: &ArticleView, marked: &mut Marked) {
    let Marked { doors, overlays, pins } = marked;
    let place = explorer.place();
    // Where the widest quotation so far ends: what begins before stands within it.
    let mut outer = 0;
    // Who was named last in a paragraph is not named again by its next quotation.
    let mut last = None;
    for mark in marks(view, |layer| explorer.state.shows(layer)) {
        let (span, words) = (mark.span(), layer_words(mark.layer()));
        let selected = place.passage == Some(span);
        let to = if selected { place.clone().with_passage(None) } else { mark_place(place, span) };
        let (href, class): (AttrValue, _) = (to.fragment().into(), words.class);
        let tip = match mark {
            Mark::Time(time) => format!("{}. {}", format::capital(&days(time)), time.why()),
            Mark::Figure(figure) => format::capital(&value(figure)),
            Mark::Quote(quote) => {
                let laid = if span.end <= outer { "quotation within" } else { class };
                outer = outer.max(span.end);
                overlays.extend(said(quote).into_iter().map(|span| Overlay { span, class: laid, id: None }));
                let paragraph = view.document.raw[..span.start as usize].rfind('\n');
                let label = pin_label(quote, words.sign, last == Some((paragraph, quote.speaker.as_ref())));
                last = Some((paragraph, quote.speaker.as_ref()));
                pins.push(Pin { at: span.start, class, label: label.into(), href, tip: quote_tip(quote).into(), selected });
                continue;
            }
        };
        doors.push(Door { span, class, label: words.sign.into(), href, tip: tip.into(), selected, id: None });
    }
}

/// Letters of a description shown before a quotation.
const LONGEST_LABEL: usize = 32;

/// Who speaks, as it stands before a quotation; doubt is a question mark.
fn pin_label(quote: &QuoteMark, sign: &'static str, again: bool) -> String {
    match &quote.speaker {
        _ if again => sign.to_owned(),
        None => sign.to_owned(),
        Some(speaker) => {
            let mut name: String = speaker.name.chars().take(LONGEST_LABEL).collect();
            if name.len() < speaker.name.len() {
                name.push('…');
            }
            if speaker.certainty == Certainty::Guessed { format!("{name}\u{a0}?") } else { name }
        }
    }
}

/// A quotation with its marks, without what stands between its parts.
fn said(quote: &QuoteMark) -> Vec<Span> {
    let (mut spans, mut start) = (Vec::new(), quote.span.start);
    for (part, next) in quote.parts.iter().zip(quote.parts.iter().skip(1).map(Some).chain([None])) {
        let end = next.map_or(quote.span.end, |_| part.end);
        spans.push(Span { start, end });
        start = next.map_or(end, |next| next.start);
    }
    if spans.is_empty() { vec![quote.span] } else { spans }
}

/// With keys (`j` and `k` at first) the reader goes from one mark to the next, of the name or the layer that is chosen, else of all that
/// are shown; `1` is the first; `a` looks for the chosen passage in the other articles. The keys act within the article and its panels only.
pub fn stepping(explorer: &Explorer, view: Option<&ArticleView>) -> Callback<KeyboardEvent> {
    let Some(view) = view else { return Callback::noop() };
    let place = explorer.place();
    let chosen = mark_at(view, place.passage);
    let named = mentions_here(view, place);
    let all: Vec<Span> = if named.is_empty() {
        let of_layer = marks(view, |layer| chosen.map_or_else(|| explorer.state.shows(layer), |mark| mark.layer() == layer));
        of_layer.into_iter().map(Mark::span).collect()
    } else {
        named
    };
    let (explorer, here) = (explorer.clone(), place.passage);
    Callback::from(move |event: KeyboardEvent| {
        let at = here.and_then(|here| all.iter().position(|span| *span == here));
        let Some(pressed) = shortcuts::pressed(&event) else { return };
        if let (Shortcut::Elsewhere, Some(span)) = (pressed, here) {
            return explorer.go(&elsewhere_place(explorer.place(), span), Step::New);
        }
        let to = match (pressed, at) {
            (Shortcut::First, _) | (Shortcut::Next, None) => 0,
            (Shortcut::Next, Some(at)) => at + 1,
            (Shortcut::Previous, at) => at.unwrap_or(0) + all.len().saturating_sub(1),
            _ => return,
        };
        if !all.is_empty() {
            let (here, to) = (explorer.place(), all[to % all.len()]);
            let place = if here.entity.is_some() { here.clone().with_passage(Some(to)) } else { mark_place(here, to) };
            explorer.go(&place, Step::Same);
        }
    })
}

/// The mentions of the name that is chosen, in order.
fn mentions_here(view: &ArticleView, place: &Place) -> Vec<Span> {
    let entity = view.entities.iter().find(|entity| place.entity.as_ref() == Some(&entity.slug));
    let of = |entity: &Entity| view.mentions.iter().filter(|mention| mention.entity == entity.id).map(|mention| mention.span).collect();
    entity.map_or_else(Vec::new, of)
}

/// What else is marked in the article: each layer opens at its first mark.
pub fn marked_here(view: &ArticleView, place: &Place) -> Html {
    let entry = |layer: Layer| {
        let marks = marks(view, |one| one == layer);
        let to = mark_place(place, marks.first()?.span()).fragment();
        Some(element("li", "", vec![Link::to(to).saying(filtering::is(layer_words(layer).many, &format::number(marks.len())))]))
    };
    let entries: Vec<Html> = MARKS.into_iter().filter_map(entry).collect();
    if entries.is_empty() {
        return Html::default();
    }
    html! { <>{ line("h2", "caps", reading::said_and_counted()) }{ element("ul", "marked-here", entries) }</> }
}
