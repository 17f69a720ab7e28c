//! An answer as a file or in the clipboard.
//!
//! Where the clipboard is refused, as in another site's frame, the text is shown, chosen, for the reader to copy.

use js_sys::{Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::concordance::{Answer, Form, Separator};
use crate::protocol::Response;
use crate::ui::hooks::use_explorer;
use crate::ui::tool::Tool;
use crate::ui::{download, format};

#[derive(Properties, PartialEq)]
pub struct SheetButtonsProps {
    pub tool: Tool,
    pub query: AttrValue,
}

/// What became of the last wish.
#[derive(Clone, Default, PartialEq)]
struct Said {
    words: AttrValue,
    /// To be copied by hand.
    text: Option<AttrValue>,
}

#[component]
pub fn SheetButtons(props: &SheetButtonsProps) -> Html {
    let explorer = use_explorer();
    let said = use_state(Said::default);
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with(said.text.clone(), move |_| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                let _ = field.focus();
                field.select();
            }
        });
    }
    let button = |form: Form, words: &'static str| {
        let (client, said) = (explorer.desk.client().clone(), said.clone());
        let request = props.tool.request(&props.query, form);
        let name = format::file_name(&format!("{} {}", props.tool.title(), props.query));
        let onclick = Callback::from(move |_| {
            let (client, said, request, name) = (client.clone(), said.clone(), request.clone(), name.clone());
            spawn_local(async move {
                let Some(request) = request else { return };
                said.set(match client.call(request).await {
                    Ok(Response::Concordance(answer)) => match Answer::unpack(&answer) {
                        Some(Answer::Sheet(text)) => hand_over(text, form, &name).await,
                        _ => return,
                    },
                    Ok(Response::Refused { why }) | Err(why) => Said { words: why.into(), text: None },
                    Ok(_) => return,
                });
            });
        });
        html! { <button type="button" {onclick}>{ words }</button> }
    };
    html! {
        <div class="sheet-buttons">
            { button(Form::Text, "Copier") }
            { button(Form::Csv(Separator::Comma), "CSV") }
            { button(Form::Csv(Separator::Semicolon), "CSV pour tableur français") }
            <span role="status">{ &said.words }</span>
            if let Some(text) = &said.text { <textarea ref={field} readonly=true rows="8" aria-label="Texte à copier" value={text.clone()} /> }
        </div>
    }
}

async fn hand_over(text: String, form: Form, name: &str) -> Said {
    if form != Form::Text {
        download::save(&format!("{name}.csv"), &Uint8Array::from(text.as_bytes()));
        return Said { words: "Fichier enregistré.".into(), text: None };
    }
    match copy(&text).await {
        Ok(()) => Said { words: "Copié.".into(), text: None },
        Err(_) => Said { words: "Le presse-papiers est refusé\u{a0}: copiez d’ici.".into(), text: Some(text.into()) },
    }
}

/// Puts `text` in the clipboard, if the browser has one and lets the page write there.
async fn copy(text: &str) -> Result<(), JsValue> {
    let navigator = Reflect::get(&gloo::utils::window(), &"navigator".into())?;
    let clipboard = Reflect::get(&navigator, &"clipboard".into())?;
    let write: Function = Reflect::get(&clipboard, &"writeText".into())?.dyn_into()?;
    let written = write.call1(&clipboard, &text.into())?;
    JsFuture::from(written.dyn_into::<js_sys::Promise>()?).await.map(|_| ())
}
