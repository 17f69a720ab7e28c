//! The buttons that hand a chart over as a picture.

use js_sys::Uint8Array;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

use crate::notebook::Picture;
use crate::protocol::{Request, Response};
use crate::ui::drawn::picture_beside;
use crate::ui::hooks::use_explorer;
use crate::ui::messages::{pictures, tables};
use crate::ui::{download, format, picture};

#[derive(Properties, PartialEq)]
pub struct PictureButtonsProps {
    /// What the chart shows, in words.
    pub said: AttrValue,
}

/// The form of a file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Svg,
    Png,
}

/// They stand beside their chart: the one that is nearest is the one that is saved.
#[component]
pub fn PictureButtons(props: &PictureButtonsProps) -> Html {
    let explorer = use_explorer();
    let told = use_state(AttrValue::default);
    let save = |form: Form| {
        let (client, chart, told) = (explorer.desk.client().clone(), props.said.clone(), told.setter());
        Callback::from(move |event: MouseEvent| {
            let Some((drawing, hues)) = event.target_dyn_into::<Element>().as_ref().and_then(picture_beside) else { return };
            let (client, chart, told) = (client.clone(), chart.clone(), told.clone());
            spawn_local(async move {
                let (title, n) = match client.call(Request::Overview).await {
                    Ok(Response::Overview(overview)) => (overview.title.clone(), overview.articles.len()),
                    Ok(Response::Refused { why }) | Err(why) => return told.set(why.into()),
                    Ok(_) => return,
                };
                let today = String::from(js_sys::Date::new_0().to_iso_string());
                let day = format::date(today.split('T').next().unwrap_or_default());
                let provenance = pictures::provenance(title.as_deref(), n, &day);
                let picture = Picture { drawing: &drawing, hues: &hues, said: &chart, provenance: &provenance };
                let name = format::file_name(title.as_deref().unwrap_or_default());
                told.set(match form {
                    Form::Svg => {
                        download::save(&format!("{name}.svg"), &Uint8Array::from(picture.svg().as_bytes()));
                        saved().into()
                    }
                    Form::Png => match picture::png(&picture).await {
                        Ok(bytes) => {
                            download::save(&format!("{name}.png"), &bytes);
                            saved().into()
                        }
                        Err(_) => pictures::no_png().into(),
                    },
                });
            });
        })
    };
    let button = |form: Form, word: &'static str| {
        html! { <button type="button" class="picture" onclick={save(form)}>{ word }<span class="visually-hidden">{ pictures::of_chart() }</span></button> }
    };
    html! {
        <span class="picture-buttons">{ button(Form::Svg, pictures::svg()) }{ " " }{ button(Form::Png, pictures::png()) }{ " " }<span role="status">{ (*told).clone() }</span></span>
    }
}

/// What is said of a file that was handed to the browser.
fn saved() -> &'static str {
    let window = gloo::utils::window();
    let is_framed = window.parent().ok().flatten().is_some_and(|parent| parent != window);
    if is_framed && window.origin() == "null" { pictures::maybe_saved() } else { tables::saved() }
}
