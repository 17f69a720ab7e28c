//! What several parts are made of, each made by one call: written out in every place they would be most of a part's code.

use yew::prelude::*;

/// A section under its heading.
#[inline(never)]
pub fn section(class: &'static str, heading: String, count: String, body: Vec<Html>) -> Html {
    let id = format!("{class}-title");
    html! {
        <section {class} aria-labelledby={id.clone()}>
            <h2 {id}>{ heading }{ " " }<span class="count">{ count }</span></h2>
            { for body }
        </section>
    }
}

/// A line of text.
#[inline(never)]
pub fn line(class: &'static str, words: String) -> Html {
    html! { <p {class}>{ words }</p> }
}

/// A line that leads somewhere.
#[inline(never)]
pub fn way(class: &'static str, to: String, words: String) -> Html {
    html! { <p><a {class} href={to}>{ words }</a></p> }
}

/// A button.
#[inline(never)]
pub fn press(class: &'static str, words: String, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" {class} {onclick}>{ words }</button> }
}

/// A field under its label.
#[inline(never)]
pub fn field(id: String, label: &'static str, input: Html) -> Html {
    html! { <p class="field"><label for={id}>{ label }</label>{ input }</p> }
}

/// Choices as links: where each leads, its words, how many it is about, whether it is made.
#[inline(never)]
pub fn choices(label: &'static str, choices: Vec<(String, &'static str, Option<String>, bool)>) -> Html {
    let choice = |(to, words, count, made): (String, &'static str, Option<String>, bool)| {
        html! { <li><a href={to} aria-current={made.then_some("true")}>{ words }if let Some(count) = count { { " " }<span class="count">{ count }</span> }</a></li> }
    };
    html! { <div class="choices" role="group" aria-label={label}><ul>{ for choices.into_iter().map(choice) }</ul></div> }
}

/// A name under its kind: colour, line and letter.
#[inline(never)]
pub fn name(words: &crate::ui::format::KindWords, name: &str, to: Option<String>) -> Html {
    html! { <a class={words.name_class} data-label={words.letter} href={to}>{ name.to_owned() }</a> }
}
