//! A passage whose words are marked, with the mouse, a finger or the keyboard; below it the marks, each to be taken away.
//!
//! To assistive technology the passage is a list of words of which several can be chosen. The browser's own selection chooses with the
//! mouse and the finger; the keyboard has a cursor of its own, as a page has none.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::marked_text::marked_text;
use crate::protocol::Question;
use crate::span::Span;
use crate::ui::guess::{Guess, Stage};
use crate::ui::messages::activities;
use crate::ui::{focus, format, results, stepping};

#[derive(Properties, PartialEq)]
pub struct WordMarksProps {
    pub number: usize,
    pub question: Question,
    pub guess: Guess,
    pub language: Option<AttrValue>,
    pub on_guess: Callback<(usize, Guess)>,
}

/// Where the keyboard is, and from where it extends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Cursor {
    at: usize,
    from: usize,
}

impl Cursor {
    fn holds(self, at: usize) -> bool {
        (self.at.min(self.from)..=self.at.max(self.from)).contains(&at)
    }
}

#[component]
pub fn WordMarks(props: &WordMarksProps) -> Html {
    let WordMarksProps { number, question, guess, .. } = props;
    let (number, text, base) = (*number, &question.shown.text, question.shown.span.start);
    let words = stepping::words(text);
    let openings = stepping::openings(text, &words);
    let cursor = use_state(Cursor::default);
    let said = use_state(AttrValue::default);
    let field = use_node_ref();
    if guess.stage == Stage::Shown {
        return html! { <blockquote lang={props.language.clone()}>{ words.iter().enumerate().map(|(at, _)| word(props, &words, at, None)).collect::<Html>() }</blockquote> };
    }
    // Marks the words from the first to the last, or takes the mark away that the first of them is in.
    let mark = {
        let (on_guess, guess, question, said, words) =
            (props.on_guess.clone(), guess.clone(), question.clone(), said.clone(), words.clone());
        Callback::from(move |(first, last): (usize, usize)| {
            let (Some(first), Some(last)) = (words.get(first), words.get(last)) else { return };
            let span = Span { start: base + first.start, end: base + last.end };
            let mut next = guess.clone();
            if guess.marks.iter().any(|mark| mark.contains(span)) {
                next.unmark(span);
                said.set(activities::unmarked().into());
            } else {
                next.mark(span);
                said.set(activities::marked(results::words_of(&question, span)).into());
            }
            on_guess.emit((number, next));
        })
    };
    let onkeydown = {
        let (cursor, mark) = (cursor.clone(), mark.clone());
        Callback::from(move |event: KeyboardEvent| {
            let now = *cursor;
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            match event.key().as_str() {
                "Enter" | " " => {
                    mark.emit((now.at.min(now.from), now.at.max(now.from)));
                    cursor.set(Cursor { from: now.at, ..now });
                }
                "Escape" if now.at != now.from => cursor.set(Cursor { from: now.at, ..now }),
                key => {
                    let Some(at) = stepping::step(key, now.at, &openings) else { return };
                    // To the end of a sentence, not into the next one.
                    let extends = event.shift_key();
                    let at = if extends && key == "ArrowDown" && at > now.at + 1 && openings.get(at) == Some(&at) { at - 1 } else { at };
                    cursor.set(Cursor { at, from: if extends { now.from } else { at } });
                }
            }
            event.prevent_default();
        })
    };
    let n_words = words.len();
    let of_selection = {
        let (mark, field) = (mark.clone(), field.clone());
        Callback::from(move |clicked: Option<usize>| match (selected(&field, number, n_words), clicked) {
            (Some(range), _) => mark.emit(range),
            (None, Some(at)) => mark.emit((at, at)),
            (None, None) => {}
        })
    };
    let onmouseup = {
        let (of_selection, cursor) = (of_selection.clone(), cursor.clone());
        Callback::from(move |event: MouseEvent| {
            let word = event.target_dyn_into::<HtmlElement>().and_then(|element| element.closest("[role='option']").ok().flatten());
            let at = word.and_then(|word| word.id().rsplit('-').next().and_then(|at| at.parse().ok()));
            if let Some(at) = at {
                cursor.set(Cursor { at, from: at });
            }
            of_selection.emit(at);
        })
    };
    let by_button = Callback::from(move |_: MouseEvent| of_selection.emit(None));
    html! {
        <>
            <p class="hint" id={format!("how-{number}")}>{ activities::how_to_mark() }</p>
            <div ref={field} class="to-mark" role="listbox" tabindex="0" aria-multiselectable="true" aria-label={activities::words_to_mark()} aria-describedby={format!("how-{number}")}
                aria-activedescendant={word_id(number, cursor.at)} lang={props.language.clone()} {onkeydown} {onmouseup}>
                { (0..words.len()).map(|at| word(props, &words, at, Some(*cursor))).collect::<Html>() }
            </div>
            <p class="actions"><button type="button" class="quiet" onclick={by_button}>{ activities::mark_selection() }</button><span role="status" class="hint">{ (*said).clone() }</span></p>
            { list(props) }
        </>
    }
}

fn word_id(number: usize, at: usize) -> String {
    format!("word-{number}-{at}")
}

/// A word with the blank behind it, which belongs to a mark that goes on.
fn word(props: &WordMarksProps, words: &[Span], at: usize, cursor: Option<Cursor>) -> Html {
    let (question, text) = (&props.question, &props.question.shown.text);
    let base = question.shown.span.start;
    let raw = |span: Span| Span { start: base + span.start, end: base + span.end };
    let own = raw(words[at]);
    let mark = props.guess.marks.iter().find(|mark| mark.overlaps(own));
    let next = words.get(at + 1);
    let goes_on = mark.is_some_and(|mark| next.is_some_and(|next| mark.overlaps(raw(*next))));
    let shown = marked_text(text, words[at], &[], &[]);
    let blank = if next.is_some() { " " } else { "" };
    let inner = html! { <>{ shown }if goes_on { { blank } }</> };
    let after = html! { if !goes_on { { blank } } };
    let Some(cursor) = cursor else {
        let tool = question.marks.iter().any(|mark| mark.overlaps(own));
        let class = match (mark.is_some(), tool) {
            (true, true) => "by-both",
            (true, false) => "by-you",
            (false, true) => "by-tool",
            (false, false) => return html! { <>{ inner }{ after }</> },
        };
        return html! { <><mark class={classes!("word", class)}>{ inner }</mark>{ after }</> };
    };
    let class =
        classes!("word", mark.is_some().then_some("marked"), cursor.holds(at).then_some("reached"), (cursor.at == at).then_some("cursor"));
    html! { <><span id={word_id(props.number, at)} role="option" aria-selected={if mark.is_some() { "true" } else { "false" }} {class}>{ inner }</span>{ after }</> }
}

/// The marks, each with a button that takes it away.
fn list(props: &WordMarksProps) -> Html {
    let number = props.number;
    let entry = |mark: &Span| {
        let words = results::words_of(&props.question, *mark);
        let onclick = {
            let (on_guess, guess, mark) = (props.on_guess.clone(), props.guess.clone(), *mark);
            Callback::from(move |_: MouseEvent| {
                let mut next = guess.clone();
                next.unmark(mark);
                on_guess.emit((number, next));
                gloo::timers::callback::Timeout::new(0, move || focus::on(&format!("#marks-{number}"))).forget();
            })
        };
        html! {
            <li key={mark.start}><span lang={props.language.clone()}>{ words }</span>{ " " }<button type="button" class="quiet" aria-label={activities::take_away_words(words)} {onclick}>{ activities::take_away() }</button></li>
        }
    };
    let marks = &props.guess.marks;
    html! {
        <>
            <h3 id={format!("marks-{number}")} tabindex="-1">{ activities::your_marks(marks.len()) }</h3>
            if marks.is_empty() { <p class="absent">{ format::capital(activities::no_mark_yet()) }</p> }
            <ul class="own-marks">{ for marks.iter().map(entry) }</ul>
        </>
    }
}

/// First and last word of the browser's selection, if it holds some of this passage; the selection is dropped.
fn selected(field: &NodeRef, number: usize, n_words: usize) -> Option<(usize, usize)> {
    let selection = gloo::utils::window().get_selection().ok()??;
    let passage = field.cast::<web_sys::Node>()?;
    if selection.is_collapsed() || !selection.contains_node_with_allow_partial_containment(&passage, true).ok()? {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let page = gloo::utils::document();
    let word = |at: usize| page.get_element_by_id(&word_id(number, at));
    let is_in = |at: &usize| word(*at).is_some_and(|word| selection.contains_node_with_allow_partial_containment(&word, true) == Ok(true));
    let first = (0..n_words).find(is_in)?;
    let last = (first..n_words).take_while(is_in).last()?;
    // A selection that only touches a word at its edge does not mean it.
    let (start, end) = (range.start_container().ok()?, range.end_container().ok()?);
    let starts_behind = word(first).is_some_and(|word| word.contains(Some(&start)))
        && start
            .node_value()
            .is_some_and(|text| range.start_offset().is_ok_and(|at| at as usize >= text.trim_end().encode_utf16().count()));
    let ends_before = word(last).is_some_and(|word| word.contains(Some(&end))) && range.end_offset() == Ok(0);
    let (first, last) = (first + usize::from(starts_behind), if ends_before { last.checked_sub(1)? } else { last });
    let _ = selection.remove_all_ranges();
    (first <= last).then_some((first, last))
}
