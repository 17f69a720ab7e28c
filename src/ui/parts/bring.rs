//! The ways in: files, a folder, a text that is pasted; dropping works anywhere on the page.

use web_sys::{FormData, HtmlFormElement, HtmlInputElement};
use yew::prelude::*;

use crate::protocol::Base;
use crate::ui::brought::{self, Brought};
use crate::ui::desk::Join;
use crate::ui::hooks::Explorer;
use crate::ui::messages::bringing;
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
            <h2 id="bring-title">{ bringing::bring() }</h2>
            <div class="doors">
                <label class="button" for="files">{ bringing::choose_files() }</label>
                <input id="files" class="visually-hidden" type="file" multiple=true onchange={onchange.clone()} />
                <label class="button plain" for="folder">{ bringing::choose_folder() }</label>
                <input id="folder" class="visually-hidden" type="file" webkitdirectory=true multiple=true {onchange} />
            </div>
            <p>{ bringing::what_is_read() }</p>
            if explorer.state.held.base == Base::Appended {
                <fieldset><legend>{ bringing::what_comes() }</legend>{ choose(Join::Corpus, bringing::joins()) }{ choose(Join::Another, bringing::opens_another()) }</fieldset>
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
        let name = if name.trim().is_empty() { bringing::pasted() } else { name.trim() };
        explorer.bring(vec![Brought::text(&format!("{name}.{}", ending(&text)), text)]);
        form.reset();
    });
    html! {
        <details class="paste">
            <summary>{ bringing::paste() }</summary>
            <form {onsubmit}>
                <label for="paste-name">{ bringing::name_if_any() }</label>
                <input id="paste-name" name="name" type="text" autocomplete="off" />
                <label for="paste-text">{ bringing::text_or_code() }</label>
                <textarea id="paste-text" name="text" rows="8" required=true />
                <button type="submit">{ bringing::make_article() }</button>
            </form>
        </details>
    }
}

/// What a pasted text is called by its beginning: a page's code begins with a tag.
fn ending(text: &str) -> &'static str {
    let start = text.trim_start();
    if start.starts_with('<') && start.contains("</") { "html" } else { "txt" }
}
