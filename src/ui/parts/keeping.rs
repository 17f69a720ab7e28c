//! Whether the corpus will be there next time, what it is called, and the way to take it along.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Embedding, Publishing};
use crate::protocol::{Base, ExportForm};
use crate::ui::hooks::Explorer;
use crate::ui::messages::{embedding, keeping, publishing};
use crate::ui::state::Kept;

/// What is said of keeping a corpus called `title`.
pub fn keeping(explorer: &Explorer, title: Option<&str>) -> Html {
    let held = &explorer.state.held;
    let desk = explorer.desk.clone();
    let rename = {
        let desk = desk.clone();
        Callback::from(move |event: Event| desk.rename(&event.target_unchecked_into::<HtmlInputElement>().value()))
    };
    let keep = {
        let desk = desk.clone();
        Callback::from(move |_| desk.keep())
    };
    let export = Callback::from(move |_| desk.export());
    let own = held.base == Base::Appended;
    let said = match &held.kept {
        Kept::As(_) => Some(keeping::kept().to_owned()),
        Kept::WithPage => Some(publishing::came_with_page().to_owned()),
        Kept::No(why) => Some(keeping::will_not(&why.to_string())),
        Kept::NotAsked if own => Some(keeping::not_yet().to_owned()),
        Kept::NotAsked => None,
    };
    html! {
        <section class="keeping" aria-label={keeping::keep_this()}>
            if own {
                <p class="title-field"><label for="corpus-title">{ keeping::name() }</label>{ " " }<input id="corpus-title" type="text" maxlength="200" value={title.unwrap_or_default().to_owned()} onchange={rename} /></p>
            }
            if let Some(said) = said { <p class={classes!("said", matches!(held.kept, Kept::No(_)).then_some("not"))}>{ said }</p> }
            <p class="actions">
                if own && held.kept == Kept::NotAsked { <button type="button" onclick={keep}>{ keeping::keep_here() }</button> }
                <button type="button" class="export" onclick={export}>{ keeping::export() }</button>
            </p>
            <Publishing title={title.map(str::to_owned)} />
            <p class="actions forms"><span>{ embedding::export_as() }</span>{ for FORMS.into_iter().map(|form| form_button(explorer, form)) }</p>
            <Embedding />
        </section>
    }
}

/// In the order in which they are offered.
const FORMS: [ExportForm; 4] = [ExportForm::Markdown, ExportForm::Exchange, ExportForm::Annotations, ExportForm::Tei];

fn form_button(explorer: &Explorer, form: ExportForm) -> Html {
    let words = match form {
        ExportForm::Markdown => embedding::review(),
        ExportForm::Exchange => embedding::exchange(),
        ExportForm::Annotations => embedding::annotations(),
        ExportForm::Tei => "TEI",
    };
    let desk = explorer.desk.clone();
    let onclick = Callback::from(move |_: MouseEvent| desk.export_as(form));
    html! { <button key={form.label()} type="button" class={classes!("export-as", form.label())} {onclick}>{ words }</button> }
}
