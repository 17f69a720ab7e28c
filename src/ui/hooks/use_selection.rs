//! What the reader has selected in the text of the open article, and where in its raw text that is.
//!
//! The page's words are not the raw text: blanks are folded, fillings left out. So a selection is found again by its words and by what
//! stands before them in their paragraph.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};
use yew::prelude::*;

use crate::corpus::Document;
use crate::span::Span;
use crate::text::{filling, runs};

/// Selected words, with what stands before them in their paragraph, without blanks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selected {
    pub words: String,
    pub before: String,
}

/// Letters before a selection by which its place is told from others with the same words.
const BEFORE: usize = 60;
/// Letters of a selection that is looked at: more is a page that is copied, not a passage.
const MOST: usize = 3_000;
/// Milliseconds for which a selection stands still before it is looked at.
const PAUSE: u32 = 150;

/// What is selected in the article; while a form is used it stays.
#[hook]
pub fn use_selection() -> UseStateHandle<Selected> {
    let selected = use_state_eq(Selected::default);
    {
        let selected = selected.setter();
        use_effect_with((), move |()| {
            let page = gloo::utils::document();
            let pause = Rc::new(std::cell::RefCell::new(None));
            let listener = gloo::events::EventListener::new(&page, "selectionchange", move |_| {
                let selected = selected.clone();
                let look = gloo::timers::callback::Timeout::new(PAUSE, move || selected.set(selection().unwrap_or_default()));
                *pause.borrow_mut() = Some(look);
            });
            move || drop(listener)
        });
    }
    selected
}

/// The words that are selected in the text of the article at this moment.
pub fn selection() -> Option<Selected> {
    let selection = gloo::utils::window().get_selection().ok()??;
    let range = selection.get_range_at(0).ok()?;
    // What the page puts before quotations and lines cannot be selected (see the style sheets), and is not among these words.
    let words = one_blank(&String::from(selection.to_string()));
    if words.is_empty() || words.chars().count() > MOST {
        return None;
    }
    let start: Node = range.start_container().ok()?;
    let element: Element = start.dyn_ref::<Element>().cloned().or_else(|| start.parent_element())?;
    element.closest("article.text").ok()??;
    let paragraph = element.closest("p, h1, h2, h3, li").ok()??;
    let before = gloo::utils::document().create_range().ok()?;
    before.set_start(&paragraph, 0).ok()?;
    before.set_end(&start, range.start_offset().ok()?).ok()?;
    Some(Selected { words, before: without_blanks(&String::from(before.to_string())) })
}

pub fn one_blank(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !filling::is_filling(*c)).collect()
}

/// Where the article has these words: of several places that with most of the same before it.
pub fn place(document: &Document, selected: &Selected) -> Option<Span> {
    let (text, words) = (document.text(), one_blank(&selected.words));
    let found = document.paragraphs().into_iter().flat_map(|zone| runs(text, zone.span, &words)).collect::<Vec<_>>();
    let alike = |span: &Span| {
        let paragraph = document.zones.iter().find(|zone| zone.span.contains(*span)).map_or(0, |zone| zone.span.start);
        let before = without_blanks(&text[paragraph as usize..span.start as usize]);
        before.chars().rev().take(BEFORE).zip(selected.before.chars().rev()).take_while(|(one, other)| one == other).count()
    };
    // The first of those that are equal.
    let mut best: Option<(usize, Span)> = None;
    for span in found {
        let n = alike(&span);
        if best.is_none_or(|(most, _)| n > most) {
            best = Some((n, span));
        }
    }
    best.map(|(_, span)| span)
}
