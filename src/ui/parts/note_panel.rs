//! The notes beside an article: those on the passage that is chosen, a list of the others, those whose words are gone; and the form.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::add_name::Opened;
use super::block::press;
use super::element::Link;
use super::mark_panel::mark_place;
use super::note_form::{Draft, Drafting, NoteForm};
use super::notes_here::{Standing, cut, focus_soon, label_of, label_sign, notes_here};
use crate::corpus::Document;
use crate::notebook::{Note, Notebook};
use crate::protocol::Response;
use crate::span::Span;
use crate::text::filling;
use crate::ui::covered::{Covered, use_covered, words_of_notes};
use crate::ui::format;
use crate::ui::hooks::use_explorer::{Explorer, Step};
use crate::ui::hooks::use_selection::{Selected, place, selection};
use crate::ui::hooks::{use_explorer, use_selection};
use crate::ui::messages::{noting, reading};
use crate::ui::noted::Noted;
use crate::ui::route::{Place, View};
use crate::ui::shortcuts::{self, Shortcut};
use crate::ui::state::Action;

#[derive(Properties, PartialEq)]
pub struct NotePanelProps {
    pub opened: Opened,
    pub drafting: Drafting,
}

/// Notes listed beside an article; all are on their own page.
const LISTED: usize = 20;
/// Characters of a passage in the list.
const SHOWN: usize = 70;

#[component]
pub fn NotePanel(props: &NotePanelProps) -> Html {
    let explorer = use_explorer();
    let selected = use_selection();
    let is_removed = use_state(|| false);
    let begin = begin(&explorer, props, &selected);
    let covered = use_covered(|| words_of_notes(&explorer.state.held.edits.notebook));
    // What is chosen or written stands first in the panel, however far it was scrolled.
    use_effect_with((explorer.place().passage, props.drafting.is_some()), |_| {
        let panel = gloo::utils::document().query_selector(".elsewhere").ok().flatten();
        panel.inspect(|panel| panel.set_scroll_top(0));
    });
    use_key(&begin);
    let Response::Article(view) = &*props.opened.0 else { return Html::default() };
    let document = &view.document;
    let edits = &explorer.state.held.edits;
    let here = notes_here(edits, document);
    let chosen = explorer.place().passage;
    let (found, lost): (Vec<Standing>, Vec<Standing>) = here.into_iter().partition(|standing| standing.span.is_some());
    let (chosen_notes, others): (Vec<Standing>, Vec<Standing>) = found.into_iter().partition(|standing| standing.span == chosen);
    let card = |standing: &Standing| note_card(&explorer, document, &props.drafting, &is_removed, *standing, &covered);
    let away = explorer.place().clone().with_passage(None);
    let close = Link { class: "close", label: Some(reading::close_panel().into()), ..Link::to(away.fragment()) };
    let words = if chosen.is_some() { noting::note_this_passage() } else { noting::note_a_sentence() };
    let list = Place::of(View::Notes(Noted { article: Some(document.name.clone()), ..Noted::default() }));
    html! {
        <section class={classes!("note-panel", (!chosen_notes.is_empty()).then_some("chosen"))} aria-labelledby="note-panel-title">
            <h2 id="note-panel-title" class="caps">{ noting::your_notes() }</h2>
            if let Some(draft) = (*props.drafting).clone() { <NoteForm opened={props.opened.clone()} drafting={props.drafting.clone()} {draft} /> }
            else {
                if !chosen_notes.is_empty() { { close.saying("×") } }
                <ul class="note-cards">{ for chosen_notes.iter().map(card) }</ul>
                if *is_removed { { removed(&explorer, &is_removed) } }
                { press("note-open", words.to_owned(), begin.reform(|_: MouseEvent| ())) }
                if chosen.is_none() { <p class="hint">{ noting::how_to_note(&shortcuts::key(Shortcut::Note)) }</p> }
            }
            if !others.is_empty() {
                <h3>{ noting::also_noted() }</h3>
                <ul class="note-list">{ for others.iter().take(LISTED).map(|standing| entry(explorer.place(), document, &covered, &edits.notebook, standing)) }</ul>
            }
            if !lost.is_empty() {
                <h3>{ noting::not_found_here(lost.len()) }</h3>
                <ul class="note-cards lost">{ for lost.iter().take(LISTED).map(card) }</ul>
            }
            if !edits.notebook.notes.is_empty() { <p class="all-notes"><a href={list.fragment()}>{ noting::all_notes() }</a></p> }
        </section>
    }
}

/// Opens the form: on what is selected, else on the passage that is chosen, else on the first sentence.
fn begin(explorer: &Explorer, props: &NotePanelProps, selected: &Selected) -> Callback<()> {
    let (explorer, opened, drafting, selected) = (explorer.clone(), props.opened.clone(), props.drafting.clone(), selected.clone());
    Callback::from(move |()| {
        let Response::Article(view) = &*opened.0 else { return };
        let document = &view.document;
        // What was selected just now is not told yet.
        let selected = selection().unwrap_or_else(|| selected.clone());
        if selected.words.is_empty() {
            let chosen = explorer.place().passage.filter(|span| document.raw.get(span.range()).is_some());
            let first = document.sentences.first().map(|sentence| sentence.span);
            if let Some(span) = chosen.or(first) {
                open_draft(&explorer, &drafting, span);
            }
        } else {
            begin_on(&explorer, document, &drafting, &selected);
        }
    })
}

/// Opens the form on what is selected, or says why not.
pub fn begin_on(explorer: &Explorer, document: &Document, drafting: &Drafting, selected: &Selected) {
    match place(document, selected) {
        Some(span) => open_draft(explorer, drafting, span),
        None => explorer.state.dispatch(Action::Notice(noting::no_such_place().to_owned())),
    }
}

fn open_draft(explorer: &Explorer, drafting: &Drafting, span: Span) {
    drafting.set(Some(Draft { span, old: None }));
    explorer.go(&mark_place(explorer.place(), span), Step::Same);
}

/// Hears the key of notes anywhere on the page, for what is selected has no focus.
#[hook]
fn use_key(begin: &Callback<()>) {
    let newest = use_mut_ref(|| begin.clone());
    newest.replace(begin.clone());
    use_effect_with((), move |()| {
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&gloo::utils::document(), "keydown", options, move |event| {
            if event.dyn_ref::<KeyboardEvent>().and_then(shortcuts::pressed) == Some(Shortcut::Note) {
                // The letter is no part of the comment.
                event.prevent_default();
                newest.borrow().emit(());
            }
        });
        move || drop(listener)
    });
}

/// One note with what can be done with it.
fn note_card(
    explorer: &Explorer,
    document: &Document,
    drafting: &Drafting,
    is_removed: &UseStateHandle<bool>,
    standing: Standing,
    covered: &Covered,
) -> Html {
    let Standing { note, span } = standing;
    let words = if span.is_some() { words(document, &standing) } else { covered.of(&note.anchor.exact) };
    // What is covered is not written in: the form would show it.
    let edit = span.filter(|_| *covered == Covered::Plain).map(|span| {
        let (drafting, note) = (drafting.clone(), note.clone());
        let onclick = Callback::from(move |_: MouseEvent| drafting.set(Some(Draft { span, old: Some(note.clone()) })));
        html! { <button type="button" class="note-edit" aria-label={noting::edit_note_on(&words)} {onclick}>{ noting::edit() }</button> }
    });
    let remove = {
        let (desk, note, is_removed) = (explorer.desk.clone(), note.clone(), is_removed.clone());
        Callback::from(move |_: MouseEvent| {
            remove_note(&desk, &note);
            is_removed.set(true);
            focus_soon(&[".note-panel .note-undo"]);
        })
    };
    html! {
        <li class="note-card">
            if span.is_none() { <blockquote>{ &words }</blockquote> }
            { note_body(&covered.labels(&explorer.state.held.edits.notebook), &covered.note(note)) }
            <p class="buttons">{ for edit }<button type="button" class="note-remove" aria-label={noting::remove_note_on(&words)} onclick={remove}>{ noting::remove() }</button></p>
        </li>
    }
}

/// Takes a note out of the notebook.
pub fn remove_note(desk: &crate::ui::desk::Desk, note: &Note) {
    desk.write(Step::New, |notebook| {
        if let Some(at) = notebook.notes.iter().position(|one| one == note) {
            notebook.notes.remove(at);
        }
    });
}

/// Label, comment, who wrote it and when.
pub fn note_body(notebook: &Notebook, note: &Note) -> Html {
    let day = note.made.as_deref().map(|made| format::date(made.split('T').next().unwrap_or(made)));
    html! {
        <>
            <p class="note-head">{ label_sign(label_of(notebook, note)) }{ " " }<span class="who">{ noting::by_and_when(note.author.as_deref(), day.as_deref()) }</span></p>
            if !note.text.is_empty() { <p class="note-text">{ &note.text }</p> }
        </>
    }
}

/// What was removed can be had back.
fn removed(explorer: &Explorer, is_removed: &UseStateHandle<bool>) -> Html {
    let (desk, is_removed) = (explorer.desk.clone(), is_removed.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        desk.unwrite();
        is_removed.set(false);
        focus_soon(&[".note-panel .note-remove", ".note-panel .note-open"]);
    });
    html! { <p class="note-removed" role="status">{ noting::removed() }{ " " }{ press("note-undo", noting::take_back().to_owned(), onclick) }</p> }
}

fn entry(place: &Place, document: &Document, covered: &Covered, notebook: &Notebook, standing: &Standing) -> Html {
    let Some(span) = standing.span else { return Html::default() };
    let words = words(document, standing);
    html! { <li><a href={mark_place(place, span).fragment()}>{ words }</a>{ " " }{ label_sign(label_of(&covered.labels(notebook), &covered.note(standing.note))) }</li> }
}

/// The passage as it reads now; where it stands nowhere, as it was.
fn words(document: &Document, standing: &Standing) -> String {
    let words = standing.span.map_or(&*standing.note.anchor.exact, |span| span.slice(document.text()));
    cut(&filling::in_one_line(words), SHOWN)
}
