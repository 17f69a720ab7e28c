//! The notes that stand in one article: laid over its text as highlights, each with its own line and with its label written before it.

use web_sys::Element;
use yew::prelude::*;

use super::mark_panel::mark_place;
use super::marked_text::{Overlay, Pin};
use crate::corpus::{Document, Edits};
use crate::notebook::{Colour, Label, Note, Notebook};
use crate::order::Order;
use crate::span::Span;
use crate::ui::messages::noting;
use crate::ui::route::Place;

/// A note of this article, and where it stands; nowhere when its words are gone.
#[derive(Clone, Copy, Debug)]
pub struct Standing<'n> {
    pub note: &'n Note,
    pub span: Option<Span>,
}

/// The notes of an article, those found in the order of the text, then those that are not found.
pub fn notes_here<'n>(edits: &'n Edits, document: &Document) -> Vec<Standing<'n>> {
    let of_article = edits.notebook.notes.iter().filter_map(|note| {
        let (article, start) = edits.home(&note.anchor);
        (article == document.name).then(|| Standing { note, span: document.find(&note.anchor, start) })
    });
    let mut standing: Vec<Standing> = of_article.collect();
    standing.order_by_key(|standing| (standing.span.is_none(), standing.span));
    standing
}

/// The passages that are noted, as overlays with a written label before each. Several notes on one passage have one label.
pub fn note_marks(edits: &Edits, document: &Document, place: &Place) -> (Vec<Overlay>, Vec<Pin>) {
    let standing = notes_here(edits, document);
    let (mut overlays, mut pins) = (Vec::new(), Vec::new());
    for on_one in standing.chunk_by(|a, b| a.span == b.span) {
        let (Some(Standing { note, .. }), Some(span)) = (on_one.first(), on_one[0].span) else { continue };
        let label = label_of(&edits.notebook, note);
        let class = noted_class(label.map(|label| label.colour));
        let selected = place.passage == Some(span);
        let to = if selected { place.clone().with_passage(None) } else { mark_place(place, span) };
        let more = if on_one.len() > 1 { format!("\u{a0}×{}", on_one.len()) } else { String::new() };
        let sign = label.map_or_else(|| noting::note().to_owned(), |label| cut(&label.name, LONGEST_SIGN));
        let tip = on_one.iter().map(|standing| tip(standing.note)).collect::<Vec<_>>().join(" · ");
        overlays.push(Overlay { span, class, id: None });
        let (label, href, tip) = ((sign + &more).into(), to.fragment().into(), cut(&tip, LONGEST_TIP).into());
        pins.push(Pin { at: span.start, class, label, href, tip, selected });
    }
    (overlays, pins)
}

/// Characters of a label's name on the screen: what fits a phone beside other words.
const LONGEST_SIGN: usize = 28;
/// Characters of the tip of a passage.
const LONGEST_TIP: usize = 300;

fn tip(note: &Note) -> String {
    let whole = note.label.clone().unwrap_or_else(|| noting::note().to_owned());
    let by = note.author.as_ref().map_or_else(String::new, |author| format!(" ({author})"));
    let said = if note.text.is_empty() { String::new() } else { format!("\u{a0}: {}", note.text) };
    whole + &by + &said
}

/// The label of a note, if it has one that is known.
pub fn label_of<'n>(notebook: &'n Notebook, note: &Note) -> Option<&'n Label> {
    note.label.as_deref().and_then(|name| notebook.label(name))
}

/// The class of a label's colour, which has its own line too.
pub fn noted_class(colour: Option<Colour>) -> &'static str {
    match colour {
        None => "noted",
        Some(Colour::Yellow) => "noted yellow",
        Some(Colour::Green) => "noted green",
        Some(Colour::Blue) => "noted blue",
        Some(Colour::Pink) => "noted pink",
        Some(Colour::Orange) => "noted orange",
        Some(Colour::Grey) => "noted grey",
    }
}

/// A label as it is shown beside a note: its name, cut where it is long, on its colour and line.
pub fn label_sign(label: Option<&Label>) -> Html {
    match label {
        Some(label) => {
            html! { <span class={classes!("label-sign", noted_class(Some(label.colour)))} title={label.name.clone()}>{ cut(&label.name, LONGEST_SIGN) }</span> }
        }
        None => html! { <span class="label-sign noted">{ noting::no_label() }</span> },
    }
}

/// The first `most` characters, with a sign where more was.
pub fn cut(text: &str, most: usize) -> String {
    let mut shown: String = text.chars().take(most).collect();
    if shown.len() < text.len() {
        shown.truncate(shown.trim_end().len());
        shown.push('…');
    }
    shown
}

/// Moves the focus to the first match once what was changed is drawn.
pub fn focus_soon(selectors: &'static [&'static str]) {
    gloo::timers::callback::Timeout::new(0, move || {
        let found = |selector: &&&str| -> Option<Element> { gloo::utils::document().query_selector(selector).ok().flatten() };
        if let Some(selector) = selectors.iter().find(|selector| found(selector).is_some()) {
            crate::ui::focus::on(selector);
        }
    })
    .forget();
}
