//! The ways in: files, a folder, a text that is pasted; dropping works anywhere on the page.

use web_sys::{FormData, HtmlFormElement, HtmlInputElement};
use yew::prelude::*;

use crate::protocol::Base;
use crate::ui::brought::{self, Brought};
use crate::ui::desk::Join;
use crate::ui::hooks::Explorer;
use crate::ui::state::Action;

/// All of them. Where the corpus is the reader's own, files can join it.
pub fn bring(explorer: &Explorer) -> Html {
    let onchange = Callback::from({
        let explorer = explorer.clone();
        move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            if let Some(list) = field.files() {
                explorer.bring(brought::listed(&list));
            }
            // The same file can then be chosen again.
            field.set_value("");
        }
    });
    let choose = |wanted: Join, words: &'static str| {
        let state = explorer.state.clone();
        let onchange = Callback::from(move |_| state.dispatch(Action::Join(wanted)));
        html! { <label><input type="radio" name="join" checked={explorer.state.join == wanted} {onchange} />{ " " }{ words }</label> }
    };
    html! {
        <section class="bring" aria-labelledby="bring-title">
            <h2 id="bring-title">{ "Apporter ses articles" }</h2>
            <div class="doors">
                <label class="button" for="files">{ "Choisir des fichiers…" }</label>
                <input id="files" class="visually-hidden" type="file" multiple=true onchange={onchange.clone()} />
                <label class="button plain" for="folder">{ "Choisir un dossier…" }</label>
                <input id="folder" class="visually-hidden" type="file" webkitdirectory=true multiple=true {onchange} />
            </div>
            <p>{ "ou déposez-les n’importe où dans la page. Texte, Markdown, pages web enregistrées, Word (docx), tableaux (csv, jsonl) d’un article par ligne, exports Europresse et Factiva, zip de tout cela, corpus exporté d’ici (.recoupe). Rien ne quitte cette page : vos fichiers sont lus ici même." }</p>
            if explorer.state.held.base == Base::Appended {
                <fieldset><legend>{ "Ce qui arrive" }</legend>{ choose(Join::Corpus, "rejoint ce corpus") }{ choose(Join::Another, "ouvre un autre corpus") }</fieldset>
            }
            { paste(explorer) }
        </section>
    }
}

/// A text that is pasted becomes an article.
fn paste(explorer: &Explorer) -> Html {
    let explorer = explorer.clone();
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let form: HtmlFormElement = event.target_unchecked_into();
        let Ok(data) = FormData::new_with_form(&form) else { return };
        let text = data.get("text").as_string().unwrap_or_default();
        let name = data.get("name").as_string().unwrap_or_default();
        let name = if name.trim().is_empty() { "texte collé" } else { name.trim() };
        explorer.bring(vec![Brought::text(&format!("{name}.{}", ending(&text)), text)]);
        form.reset();
    });
    html! {
        <details class="paste">
            <summary>{ "Coller un texte" }</summary>
            <form {onsubmit}>
                <label for="paste-name">{ "Nom (facultatif)" }</label>
                <input id="paste-name" name="name" type="text" autocomplete="off" />
                <label for="paste-text">{ "Texte, ou code d’une page web" }</label>
                <textarea id="paste-text" name="text" rows="8" required=true />
                <button type="submit">{ "En faire un article" }</button>
            </form>
        </details>
    }
}

/// What a pasted text is called by its beginning: a page's code begins with a tag.
fn ending(text: &str) -> &'static str {
    let start = text.trim_start();
    if start.starts_with('<') && start.contains("</") { "html" } else { "txt" }
}
