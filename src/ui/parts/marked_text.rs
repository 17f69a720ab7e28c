//! A stretch of an article with what is marked in it: names, days, figures, quotations, hits, common words.
//!
//! Names and passages nest; they are doors, and become elements within elements. What may cross them (quotations, hits, common
//! words, the passage that a link points at) is cut at their borders and laid over the text inside; a pin says beside it what it
//! is. Of two doors that cross the second is laid over the text too. All is emitted in one walk from the first letter to the
//! last, so that an article with ten thousand marks takes ten thousand steps.

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

/// A written label that stands before the letter `at`, and leads somewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Pin {
    pub at: u32,
    pub class: &'static str,
    pub label: AttrValue,
    pub href: AttrValue,
    pub tip: AttrValue,
    pub selected: bool,
}

/// The part of `raw` inside `span`, with `doors` (in order, longest first at one place) and `overlays`.
pub fn marked_text(raw: &str, span: Span, doors: &[Door], overlays: &[Overlay]) -> Html {
    Marks::new(doors.to_vec(), overlays.to_vec(), Vec::new()).text(raw, span)
}

/// What is marked in one text, ready to be drawn from its beginning to its end.
pub struct Marks {
    doors: Vec<Door>,
    overlays: Vec<Overlay>,
    pins: Vec<Pin>,
    /// Where the walk is: doors and overlays before it are behind, those of `over` hold it.
    next_door: usize,
    next_overlay: usize,
    next_pin: usize,
    over: Vec<usize>,
    /// Doors around the walk: a pin within one would be a link within a link, and waits.
    depth: u32,
}

impl Marks {
    pub fn new(mut doors: Vec<Door>, mut overlays: Vec<Overlay>, mut pins: Vec<Pin>) -> Self {
        doors.order_by_key(|door| (door.span.start, std::cmp::Reverse(door.span.end)));
        let mut around: Vec<Span> = Vec::new();
        doors.retain(|door| {
            while around.last().is_some_and(|outer| outer.end <= door.span.start) {
                around.pop();
            }
            let crosses = around.last().is_some_and(|outer| door.span.end > outer.end);
            if crosses {
                overlays.push(Overlay { span: door.span, class: door.class, id: None });
                let Door { class, label, href, tip, selected, .. } = door.clone();
                pins.push(Pin { at: door.span.start, class, label, href, tip, selected });
            } else {
                around.push(door.span);
            }
            !crosses
        });
        overlays.order_by_key(|overlay| overlay.span.start);
        pins.order_by_key(|pin| pin.at);
        Self { doors, overlays, pins, next_door: 0, next_overlay: 0, next_pin: 0, over: Vec::new(), depth: 0 }
    }

    /// The part of `raw` inside `span`. Spans are asked for in order; one before the last asked for begins anew.
    pub fn text(&mut self, raw: &str, span: Span) -> Html {
        let behind = self.over.iter().any(|at| self.overlays[*at].span.start > span.start);
        if behind || self.next_overlay > 0 && self.overlays[self.next_overlay - 1].span.start > span.start {
            (self.next_overlay, self.over) = (0, Vec::new());
        }
        self.next_door = self.doors.partition_point(|door| door.span.start < span.start);
        self.next_pin = self.pins.partition_point(|pin| pin.at < span.start);
        self.inside(raw, span)
    }

    /// The text of `span` with the doors that stand in it, from the next one on.
    fn inside(&mut self, raw: &str, span: Span) -> Html {
        let mut html = Vec::new();
        let mut at = span.start;
        while let Some(door) = self.doors.get(self.next_door).filter(|door| door.span.start < span.end) {
            let own = door.span;
            self.next_door += 1;
            // A door that leaves the stretch is no element of it.
            if own.start < at || own.end > span.end {
                continue;
            }
            self.laid_over(raw, Span { start: at, end: own.start }, &mut html);
            // What is pinned where a door begins stands before it.
            self.pinned(own.start, &mut html);
            let (place, nested) = (self.next_door - 1, self.doors.get(self.next_door).is_some_and(|next| own.contains(next.span)));
            self.depth += 1;
            let inner = self.inside(raw, own);
            self.depth -= 1;
            html.push(door_element(&self.doors[place], !nested, inner));
            at = own.end;
        }
        self.laid_over(raw, Span { start: at, end: span.end }, &mut html);
        html! { <>{ for html }</> }
    }

    /// The text of `span`, cut where an overlay begins or ends or a pin stands.
    fn laid_over(&mut self, raw: &str, span: Span, html: &mut Vec<Html>) {
        let mut at = span.start;
        while at < span.end {
            self.pinned(at, html);
            while self.overlays.get(self.next_overlay).is_some_and(|overlay| overlay.span.start <= at) {
                self.over.push(self.next_overlay);
                self.next_overlay += 1;
            }
            let overlays = &self.overlays;
            self.over.retain(|place| overlays[*place].span.end > at);
            let ends = self.over.iter().map(|place| self.overlays[*place].span.end);
            let begins = self.overlays.get(self.next_overlay).map(|overlay| overlay.span.start);
            let pinned = self.pins.get(self.next_pin).map(|pin| pin.at).filter(|pin| *pin > at);
            let end = ends.chain(begins).chain(pinned).fold(span.end, u32::min);
            let over: Vec<&Overlay> = self.over.iter().map(|place| &self.overlays[*place]).collect();
            html.push(piece(raw, Span { start: at, end }, &over));
            at = end;
        }
    }

    /// The labels that stand here.
    fn pinned(&mut self, at: u32, html: &mut Vec<Html>) {
        while let Some(pin) = self.pins.get(self.next_pin).filter(|pin| pin.at <= at && self.depth == 0) {
            self.next_pin += 1;
            let class = classes!("pin", pin.class, pin.selected.then_some("selected"));
            let (href, title, label) = (pin.href.clone(), pin.tip.clone(), pin.label.clone());
            html.push(html! { <a {class} {href} {title} aria-current={pin.selected.then_some("true")}>{ label }</a> });
        }
    }
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

fn piece(raw: &str, span: Span, over: &[&Overlay]) -> Html {
    let text = decoded(span.slice(raw));
    let text = bound(&filling::stripped(&text));
    if over.is_empty() {
        return html! { { text } };
    }
    let id = over.iter().filter(|overlay| overlay.span.start == span.start).find_map(|overlay| overlay.id.clone());
    let class: Classes = over.iter().map(|overlay| overlay.class).collect();
    html! { <mark {class} {id}>{ text }</mark> }
}

/// As French sets it: no line begins with a mark that a blank stands before, or ends with « and its blank. Blanks are blanks to
/// whoever looks for words that are selected.
fn bound(text: &str) -> String {
    let mut bound = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut before = None;
    while let Some(c) = chars.next() {
        let binds = c == ' ' && (before == Some('«') || chars.peek().is_some_and(|next| matches!(next, ':' | ';' | '!' | '?' | '»')));
        bound.push(if binds { '\u{a0}' } else { c });
        before = Some(c);
    }
    bound
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

#[cfg(test)]
mod tests {
    use super::bound;

    #[test]
    fn no_line_begins_with_a_mark_that_a_blank_stands_before() {
        assert_eq!(bound("Il dit : « Non ! » ; puis part."), "Il dit\u{a0}: «\u{a0}Non\u{a0}!\u{a0}»\u{a0}; puis part.");
        assert_eq!(bound("What? A line : b"), "What? A line\u{a0}: b");
        assert_eq!(bound(" "), " ");
    }
}
