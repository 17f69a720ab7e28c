//! The lines to paste where the explorer is to stand: a frame, which works whatever the other page allows, with a link for who has no scripts.
//!
//! No live frame is shown beside them: the page's policy frames nothing. A tab shows what a frame will.

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::locale;
use crate::protocol::Base;
use crate::text::markup::escaped;
use crate::ui::clipboard::copy;
use crate::ui::hooks::use_explorer;
use crate::ui::messages::{embedding as messages, tables};

/// Pixels of a frame at first.
const HEIGHT: u32 = 640;

#[component]
pub fn Embedding() -> Html {
    let explorer = use_explorer();
    let part = use_state(|| "bare");
    let height = use_state(|| HEIGHT);
    let copied = use_state(|| false);
    let location = gloo::utils::window().location();
    let here = format!("{}{}", location.origin().unwrap_or_default(), location.pathname().unwrap_or_default());
    let on_site = here.starts_with("http") && explorer.state.held.base == Base::Shipped;
    let address = framed(if on_site { &here } else { messages::elsewhere() }, &part, &explorer.state.before.fragment());
    let snippet = lines(&address, *height);
    let choose = {
        let (part, copied) = (part.clone(), copied.clone());
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            part.set(messages::parts().into_iter().map(|(word, _)| word).find(|word| *word == chosen).unwrap_or_default());
            copied.set(false);
        })
    };
    let resize = {
        let (height, copied) = (height.clone(), copied.clone());
        Callback::from(move |event: Event| {
            height.set(event.target_unchecked_into::<HtmlInputElement>().value().parse().unwrap_or(HEIGHT).clamp(120, 4_000));
            copied.set(false);
        })
    };
    let field = use_node_ref();
    let onclick = {
        let (field, copied, snippet) = (field.clone(), copied.clone(), snippet.clone());
        Callback::from(move |_: MouseEvent| {
            let (field, copied, snippet) = (field.clone(), copied.clone(), snippet.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let done = copy(&snippet).await.is_ok();
                copied.set(done);
                // Where the clipboard is refused the lines are chosen, for the reader to copy.
                if let (false, Some(field)) = (done, field.cast::<HtmlTextAreaElement>()) {
                    let _ = field.focus();
                    field.select();
                }
            });
        })
    };
    let option = |(word, said): (&'static str, &'static str)| html! { <option value={word} selected={word == *part}>{ said }</option> };
    html! {
        <details class="embedding">
            <summary>{ messages::title() }</summary>
            <p class="actions">
                <label for="embed-part">{ messages::part() }</label>
                <select id="embed-part" onchange={choose}>{ for messages::parts().into_iter().map(option) }</select>
                <label for="embed-height">{ messages::height() }</label>
                <input id="embed-height" type="number" min="120" max="4000" value={height.to_string()} onchange={resize} />
            </p>
            if !on_site { <p class="said">{ messages::publish_first() }</p> }
            <p><label for="embed-lines">{ messages::snippet() }</label></p>
            <textarea id="embed-lines" ref={field} readonly=true rows="4" spellcheck="false" value={snippet} />
            <p class="actions">
                <button type="button" {onclick}>{ tables::copy() }</button>
                <span role="status">{ if *copied { tables::copied() } else { "" } }</span>
                if on_site { <a href={address} target="_blank" rel="noopener">{ messages::preview() }</a> }
            </p>
        </details>
    }
}

/// The address of a frame that shows `part` of the page at `home`, opened at `fragment`.
fn framed(home: &str, part: &str, fragment: &str) -> String {
    let lang = locale::current().code();
    match part {
        "" => format!("{home}?lang={lang}{fragment}"),
        "bare" => format!("{home}?lang={lang}&bare{fragment}"),
        part => format!("{home}?lang={lang}&bare&only={part}#/panorama"),
    }
}

fn lines(address: &str, height: u32) -> String {
    let safe = escaped(address);
    format!(
        "<iframe src=\"{safe}\" title=\"Recoupe\" width=\"100%\" height=\"{height}\" loading=\"lazy\" allow=\"clipboard-write\">\n  <a href=\"{safe}\">{}</a>\n</iframe>",
        messages::fallback()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_an_address_leaves_the_lines() {
        let pasted = lines(&framed("https://example.org/", "bare", "#/chercher?q=\"><script>&h=1"), 300);
        assert!(!pasted.contains("\"><script") && pasted.contains("&amp;h=1") && pasted.contains("height=\"300\""), "{pasted}");
    }
}
