//! Notes of one's own about the corpus, kept and exported with it.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::ui::hooks::Explorer;
use crate::ui::messages::keeping;

/// The field.
pub fn notes_field(explorer: &Explorer) -> Html {
    let oninput = {
        let desk = explorer.desk.clone();
        Callback::from(move |event: InputEvent| desk.note(event.target_unchecked_into::<HtmlTextAreaElement>().value()))
    };
    let notes = explorer.state.held.edits.notes.clone();
    html! {
        <section class="notes" aria-labelledby="notes-title">
            <h2 id="notes-title"><label for="notes">{ keeping::notes() }</label></h2>
            <textarea id="notes" rows="4" value={notes} {oninput} placeholder={keeping::about_notes()} />
        </section>
    }
}
