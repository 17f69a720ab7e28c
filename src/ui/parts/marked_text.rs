//! A stretch of an article with what is marked in it: names, hits, common words.
//!
//! Names and passages nest and never cross; they are doors, and become elements within elements. What may cross them (hits, common words, the passage
//! that a link points at) is cut at their borders and laid over the text inside.

use std::borrow::Cow;

use yew::prelude::*;

use crate::order::Order;
use crate::span::Span;
use crate::text::filling;

/// A marked stretch that leads somewhere: a name, a passage.
#[derive(Clone, Debug, PartialEq)]
pub struct Door {
    pub span: Span,
    pub class: &'static str,
    /// The written label beside the colour and the line.
    pub label: AttrValue,
    pub href: AttrValue,
    /// What it stands for, as a tip.
    pub tip: AttrValue,
    pub selected: bool,
    /// Identifier, for scrolling to it.
    pub id: Option<AttrValue>,
}

/// Something laid over the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Overlay {
    pub span: Span,
    pub class: &'static str,
    /// Identifier of its first piece, for scrolling to it.
    pub id: Option<String>,
}

/// The part of `raw` inside `span`, with `doors` (in order, longest first at one place) and `overlays` (in order within a class).
pub fn marked_text(raw: &str, span: Span, doors: &[Door], overlays: &[Overlay]) -> Html {
    let inside: Vec<&Door> = doors.iter().filter(|door| span.contains(door.span)).collect();
    let over: Vec<&Overlay> = overlays.iter().filter(|overlay| span.overlaps(overlay.span)).collect();
    with_doors(raw, span, &inside, &over)
}

fn with_doors(raw: &str, span: Span, doors: &[&Door], overlays: &[&Overlay]) -> Html {
    let mut html = Vec::new();
    let mut at = span.start;
    let mut rest = doors;
    while let Some((&door, after)) = rest.split_first() {
        let n_nested = after.iter().take_while(|other| door.span.contains(other.span)).count();
        let (nested, later) = after.split_at(n_nested);
        rest = later;
        if door.span.start < at {
            // Crossing doors cannot both be elements: the first stays.
            continue;
        }
        html.push(with_overlays(raw, Span { start: at, end: door.span.start }, overlays));
        html.push(door_element(door, nested.is_empty(), with_doors(raw, door.span, nested, overlays)));
        at = door.span.end;
    }
    html.push(with_overlays(raw, Span { start: at, end: span.end }, overlays));
    html! { <>{ for html }</> }
}

/// A link within a link is no link: of a door that holds others only the label acts.
fn door_element(door: &Door, acts: bool, inner: Html) -> Html {
    let class = classes!(door.class, door.selected.then_some("selected"));
    let (id, label, title) = (door.id.clone(), door.label.clone(), door.tip.clone());
    if acts {
        html! { <a {class} {id} href={&door.href} {title} data-label={label} aria-current={door.selected.then_some("true")}>{ inner }</a> }
    } else {
        let number = html! { <a class="number" href={&door.href} title={title.clone()}>{ label }</a> };
        html! { <span {class} {id} {title}>{ number }{ inner }</span> }
    }
}

fn with_overlays(raw: &str, span: Span, overlays: &[&Overlay]) -> Html {
    if span.is_empty() {
        return Html::default();
    }
    let mut cuts = vec![span.start, span.end];
    for overlay in overlays.iter().filter(|overlay| overlay.span.overlaps(span)) {
        cuts.extend([overlay.span.start.max(span.start), overlay.span.end.min(span.end)]);
    }
    cuts.order();
    cuts.dedup();
    let pieces = cuts.windows(2).map(|ends| piece(raw, Span { start: ends[0], end: ends[1] }, overlays));
    html! { <>{ for pieces }</> }
}

fn piece(raw: &str, span: Span, overlays: &[&Overlay]) -> Html {
    let over: Vec<&&Overlay> = overlays.iter().filter(|overlay| overlay.span.contains(span)).collect();
    let text = decoded(span.slice(raw));
    let text = filling::stripped(&text);
    if over.is_empty() {
        return html! { { text.into_owned() } };
    }
    let id = over.iter().find(|overlay| overlay.span.start == span.start).and_then(|overlay| overlay.id.clone());
    let class: Classes = over.iter().map(|overlay| overlay.class).collect();
    html! { <mark {class} {id}>{ text.into_owned() }</mark> }
}

/// The text of an HTML page without its character references: `&laquo;` is `«`. The browser knows them all; it is given one
/// reference at a time and nothing else, so that no text of an article is ever read as HTML.
fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        shown.push_str(before);
        let end = from.bytes().take(LONGEST_REFERENCE).position(|byte| byte == b';');
        let (reference, after) = from.split_at(end.filter(|end| is_reference(&from[1..*end])).map_or(1, |end| end + 1));
        shown.push_str(&decode(reference).unwrap_or_else(|| reference.to_owned()));
        rest = after;
    }
    shown.push_str(rest);
    Cow::Owned(shown)
}

/// Longest name of a character reference that HTML knows, and a little more.
const LONGEST_REFERENCE: usize = 33;

fn is_reference(name: &str) -> bool {
    (2..=LONGEST_REFERENCE).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'#')
}

fn decode(reference: &str) -> Option<String> {
    if reference.len() == 1 {
        return None;
    }
    let field = gloo::utils::document().create_element("textarea").ok()?;
    field.set_inner_html(reference);
    field.text_content()
}
