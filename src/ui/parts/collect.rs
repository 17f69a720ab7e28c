//! The button that keeps something for the press review, and takes it out where it is kept.

use web_sys::Element;
use yew::prelude::*;

use crate::ui::collecting::{Wanted, toggle};
use crate::ui::hooks::use_explorer;
use crate::ui::messages::collecting;

/// How much room the button takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Room {
    #[default]
    Words,
    /// A sign alone, in a row of a table; its words are read out.
    Sign,
}

#[derive(Properties, PartialEq)]
pub struct KeepProps {
    pub wanted: Wanted,
    #[prop_or_default]
    pub room: Room,
}

/// What stands in an element with `data-keep` is pressed by the key too, while the focus is in that element.
#[component]
pub fn Keep(props: &KeepProps) -> Html {
    let explorer = use_explorer();
    let is_kept = props.wanted.is_kept(&explorer.state.held.edits.notebook.review);
    let (sign, word, rest) = if is_kept { collecting::kept_button() } else { collecting::keep_button() };
    let onclick = {
        let (explorer, wanted) = (explorer.clone(), props.wanted.clone());
        Callback::from(move |event: MouseEvent| toggle(&explorer, wanted.clone(), event.target_dyn_into::<Element>()))
    };
    let said = match props.room {
        Room::Words => html! { <>{ word }<span class="visually-hidden">{ rest }</span></> },
        Room::Sign => html! { <span class="visually-hidden">{ word }{ rest }</span> },
    };
    let class = classes!("keep", is_kept.then_some("kept"), (props.room == Room::Sign).then_some("sign"));
    html! { <button type="button" {class} title={format!("{word}{rest}")} {onclick}><span aria-hidden="true">{ sign }</span>{ said }</button> }
}
