//! One clear line for the reader.

use yew::prelude::*;

use crate::ui::messages::frame;

/// The line, with a way to put it away where there is one.
pub fn notice_line(text: impl Into<AttrValue>, dismiss: Option<Callback<()>>) -> Html {
    let text: AttrValue = text.into();
    html! {
        <div class="notice" role="status">
            <p>{ text }</p>
            if let Some(dismiss) = dismiss {
                <button type="button" onclick={dismiss.reform(|_| ())} aria-label={frame::close_message()}>{ "×" }</button>
            }
        </div>
    }
}
