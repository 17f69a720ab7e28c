//! An answer as a file or in the clipboard.
//!
//! Where the clipboard is refused, as in another site's frame, the text is shown, chosen, for the reader to copy.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::concordance::{Answer, Form, Separator};
use crate::protocol::{AcrossView, Request, Response};
use crate::ui::clipboard::copy;
use crate::ui::hooks::Explorer;
use crate::ui::messages::tables;
use crate::ui::tool::Tool;
use crate::ui::{download, format};

/// What became of the last wish: words, and a text to be copied by hand.
#[derive(Clone, Default, PartialEq)]
pub struct Said {
    words: AttrValue,
    text: Option<AttrValue>,
}

/// Name of the field with the text to be copied by hand.
const FIELD: &str = "to-copy";

/// A form with the words of its button.
type Offer = (Form, fn() -> &'static str);

/// Tables as files.
pub const TABLES: [Offer; 2] = [(Form::Csv(Separator::Comma), tables::csv), (Form::Csv(Separator::Semicolon), tables::french_csv)];

/// The buttons of a tool, with what became of the last wish.
pub fn sheet_buttons(explorer: &Explorer, tool: &Tool, said: &UseStateHandle<Said>) -> Html {
    let query = &explorer.place().query;
    let offers = [(Form::Text, tables::copy as fn() -> &'static str), TABLES[0], TABLES[1]];
    sheet_offers(explorer, &format!("{} {query}", tool.title()), &offers, &|form| tool.request(query, form), said)
}

/// A button for each of `offers`, of a file called `title`.
pub fn sheet_offers(
    explorer: &Explorer,
    title: &str,
    offers: &[Offer],
    request: &dyn Fn(Form) -> Option<Request>,
    said: &UseStateHandle<Said>,
) -> Html {
    let button = |(form, words): Offer| {
        let (client, said) = (explorer.desk.client().clone(), said.clone());
        let request = request(form);
        let name = format::file_name(title);
        let onclick = Callback::from(move |_| {
            let (client, said, request, name) = (client.clone(), said.clone(), request.clone(), name.clone());
            spawn_local(async move {
                let Some(request) = request else { return };
                said.set(match client.call(request).await {
                    Ok(Response::Concordance(answer)) => match Answer::unpack(&answer) {
                        Some(Answer::Sheet(text)) => hand_over(text, form, &name).await,
                        _ => return,
                    },
                    Ok(Response::Across(answer)) => match AcrossView::unpack(&answer) {
                        Some(AcrossView::Sheet(text)) => hand_over(text, form, &name).await,
                        _ => return,
                    },
                    Ok(Response::Refused { why }) | Err(why) => Said { words: why.into(), text: None },
                    Ok(_) => return,
                });
            });
        });
        html! { <button type="button" {onclick}>{ words() }</button> }
    };
    html! {
        <div class="sheet-buttons">
            { for offers.iter().copied().map(button) }
            <span role="status">{ &said.words }</span>
            if let Some(text) = &said.text { <textarea id={FIELD} readonly=true rows="8" aria-label={tables::text_to_copy()} value={text.clone()} /> }
        </div>
    }
}

/// Chooses the text to be copied by hand, once it is drawn.
fn choose_field() {
    gloo::timers::callback::Timeout::new(0, || {
        let field = gloo::utils::document().get_element_by_id(FIELD).and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
        if let Some(field) = field {
            let _ = field.focus();
            field.select();
        }
    })
    .forget();
}

async fn hand_over(text: String, form: Form, name: &str) -> Said {
    if form != Form::Text {
        download::save(&format!("{name}.csv"), &Uint8Array::from(text.as_bytes()));
        return Said { words: tables::saved().into(), text: None };
    }
    match copy(&text).await {
        Ok(()) => Said { words: tables::copied().into(), text: None },
        Err(_) => {
            choose_field();
            Said { words: tables::copy_from_here().into(), text: Some(text.into()) }
        }
    }
}
