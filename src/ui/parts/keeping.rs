//! Whether the corpus will be there next time, what it is called, and the way to take it along.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{Embedding, Publishing};
use crate::protocol::{Base, ExportForm};
use crate::ui::hooks::{Explorer, use_explorer};
use crate::ui::messages::{embedding, keeping, publishing};
use crate::ui::state::Kept;

/// What is said of keeping a corpus called `title`.
pub fn keeping(explorer: &Explorer, title: Option<&str>) -> Html {
    let held = &explorer.state.held;
    let desk = explorer.desk.clone();
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
                <TitleField title={title.unwrap_or_default().to_owned()} />
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

#[derive(Properties, PartialEq)]
struct TitleFieldProps {
    title: AttrValue,
}

/// What the corpus is called. What is typed stays while the page is drawn anew around it, until the field is left.
#[component]
fn TitleField(props: &TitleFieldProps) -> Html {
    let desk = use_explorer().desk;
    let typed = use_state_eq(|| props.title.clone());
    {
        let typed = typed.setter();
        use_effect_with(props.title.clone(), move |title| typed.set(title.clone()));
    }
    let oninput = {
        let typed = typed.setter();
        Callback::from(move |event: InputEvent| typed.set(event.target_unchecked_into::<HtmlInputElement>().value().into()))
    };
    let onchange = Callback::from(move |event: Event| desk.rename(&event.target_unchecked_into::<HtmlInputElement>().value()));
    html! {
        <p class="title-field">
            <label for="corpus-title">{ keeping::name() }</label>{ " " }
            <input id="corpus-title" type="text" maxlength="200" value={(*typed).clone()} {oninput} {onchange} />
        </p>
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
