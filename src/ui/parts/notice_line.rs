//! One clear line for the reader.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct NoticeLineProps {
    pub text: AttrValue,
    /// Puts the line away; without it the line stays.
    #[prop_or_default]
    pub dismiss: Option<Callback<()>>,
}

#[component]
pub fn NoticeLine(props: &NoticeLineProps) -> Html {
    let dismiss = props.dismiss.clone();
    html! {
        <div class="notice" role="status">
            <p>{ &props.text }</p>
            if let Some(dismiss) = dismiss {
                <button type="button" onclick={dismiss.reform(|_| ())} aria-label="Fermer ce message">{ "×" }</button>
            }
        </div>
    }
}
