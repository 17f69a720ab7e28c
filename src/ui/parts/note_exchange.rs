//! Notes as files, and files of notes: under which name one writes, what is saved, what is joined.

use js_sys::Uint8Array;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::block::press;
use crate::concordance::Separator;
use crate::locale::{self, Locale};
use crate::notebook::label_name;
use crate::protocol::{NoteSheet, NotesAnswer, NotesRequest, Request, Response};
use crate::ui::brought;
use crate::ui::hooks::Explorer;
use crate::ui::hooks::use_explorer::Step;
use crate::ui::messages::{errors, noting};
use crate::ui::state::Action;
use crate::ui::{download, format};

/// All of it.
pub fn note_exchange(explorer: &Explorer, title: &str) -> Html {
    let notebook = &explorer.state.held.edits.notebook;
    let onchange = {
        let desk = explorer.desk.clone();
        Callback::from(move |event: Event| {
            let name = label_name(&event.target_unchecked_into::<HtmlInputElement>().value());
            desk.write(Step::New, |notebook| notebook.author = Some(name).filter(|name| !name.is_empty()));
        })
    };
    let join = {
        let desk = explorer.desk.clone();
        Callback::from(move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            if let Some(list) = field.files() {
                desk.bring(brought::listed(&list), crate::ui::desk::Join::Corpus);
            }
            // The same file can then be chosen again.
            field.set_value("");
        })
    };
    let separator = if locale::current() == Locale::French { Separator::Semicolon } else { Separator::Comma };
    let sheets = [
        (NoteSheet::Annotations, "jsonld", noting::save_notes()),
        (NoteSheet::Markdown, "md", noting::save_markdown()),
        (NoteSheet::Table(separator), "csv", noting::save_table()),
    ];
    html! {
        <section class="note-exchange" aria-labelledby="note-exchange-title">
            <h2 id="note-exchange-title">{ noting::exchange() }</h2>
            <p class="field"><label for="note-author">{ noting::your_name() }</label><input id="note-author" type="text" autocomplete="off" maxlength="80" aria-describedby="note-author-why" value={notebook.author.clone().unwrap_or_default()} {onchange} /></p>
            <p id="note-author-why" class="hint">{ noting::why_your_name() }</p>
            if !notebook.notes.is_empty() {
                <p class="sheet-buttons">{ for sheets.map(|(sheet, ending, words)| save(explorer, title, sheet, ending, words)) }</p>
            }
            <p class="doors"><label class="button" for="note-files">{ noting::join_notes() }</label><input id="note-files" class="visually-hidden" type="file" multiple=true accept=".jsonld,.json,application/ld+json,.zip" onchange={join} /></p>
            <p class="hint">{ noting::what_is_joined() }</p>
        </section>
    }
}

/// A button that saves the notes in one form.
fn save(explorer: &Explorer, title: &str, sheet: NoteSheet, ending: &'static str, words: &'static str) -> Html {
    let (explorer, title) = (explorer.clone(), title.to_owned());
    let onclick = Callback::from(move |_: MouseEvent| {
        let (explorer, title) = (explorer.clone(), title.clone());
        spawn_local(async move {
            let notebook = explorer.state.held.edits.notebook.clone();
            let whose = notebook.author.clone().unwrap_or_else(|| title.clone());
            let request = NotesRequest::Sheet { notebook, title, sheet };
            let why = match explorer.desk.client().call(Request::Notes(request.pack())).await {
                Ok(Response::Notes(bytes)) => match NotesAnswer::unpack(&bytes) {
                    Some(NotesAnswer::Sheet(text)) => {
                        let name = format!("{}-{}.{ending}", noting::file_name(), format::file_name(&whose));
                        return download::save(&name, &Uint8Array::from(text.as_bytes()));
                    }
                    _ => errors::another_question().to_owned(),
                },
                Ok(Response::Refused { why }) | Err(why) => why,
                Ok(_) => errors::another_question().to_owned(),
            };
            explorer.state.dispatch(Action::Notice(why));
        });
    });
    press("save-notes", words.to_owned(), onclick)
}
