//! The ways in: files, a folder, a text that is pasted; dropping works anywhere on the page.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::ui::brought::{self, Brought};
use crate::ui::desk::Join;
use crate::ui::hooks::use_explorer;
use crate::ui::state::Action;

#[derive(Properties, PartialEq)]
pub struct BringProps {
    /// True when the corpus is the reader's own, so that files can join it.
    pub own: bool,
}

#[component]
pub fn Bring(props: &BringProps) -> Html {
    let explorer = use_explorer();
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
            if props.own {
                <fieldset><legend>{ "Ce qui arrive" }</legend>{ choose(Join::Corpus, "rejoint ce corpus") }{ choose(Join::Another, "ouvre un autre corpus") }</fieldset>
            }
            <Paste />
        </section>
    }
}

/// A text that is pasted becomes an article.
#[component]
fn Paste() -> Html {
    let explorer = use_explorer();
    let field = use_node_ref();
    let name = use_node_ref();
    let n_pasted = use_state(|| 1_u32);
    let onsubmit = Callback::from({
        let (field, name, n_pasted) = (field.clone(), name.clone(), n_pasted.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let (Some(area), Some(title)) = (field.cast::<HtmlTextAreaElement>(), name.cast::<HtmlInputElement>()) else { return };
            let text = area.value();
            let typed = title.value();
            let stem = if typed.trim().is_empty() { format!("texte collé {}", *n_pasted) } else { typed.trim().to_owned() };
            explorer.bring(vec![Brought::text(&format!("{stem}.{}", ending(&text)), text)]);
            n_pasted.set(*n_pasted + 1);
            area.set_value("");
            title.set_value("");
        }
    });
    html! {
        <details class="paste">
            <summary>{ "Coller un texte" }</summary>
            <form {onsubmit}>
                <label for="paste-name">{ "Nom (facultatif)" }</label>
                <input id="paste-name" type="text" ref={name} autocomplete="off" />
                <label for="paste-text">{ "Texte, ou code d’une page web" }</label>
                <textarea id="paste-text" rows="8" required=true ref={field} />
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
