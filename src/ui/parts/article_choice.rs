//! A choice of one article, or of all.

use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::ArticleCard;
use crate::ui::format;
use crate::ui::hooks::Explorer;
use crate::ui::hooks::use_explorer::Step;
use crate::ui::messages::tables;
use crate::ui::route::Place;

/// Articles to choose from: in a list of more nobody finds one.
const CHOICES: usize = 300;

/// One article or all of them; `label` says what for, `to` is where a choice leads.
pub fn article_choice(
    explorer: &Explorer,
    label: &'static str,
    articles: &[ArticleCard],
    chosen: Option<&String>,
    to: Rc<dyn Fn(Option<String>) -> Place>,
) -> Html {
    let go = explorer.clone();
    let onchange = Callback::from(move |event: Event| {
        let name = event.target_unchecked_into::<web_sys::HtmlSelectElement>().value();
        go.go(&to((!name.is_empty()).then_some(name)), Step::New);
    });
    let option = |card: &ArticleCard| {
        html! { <option key={card.id.0} value={card.name.clone()} selected={chosen == Some(&card.name)}>{ format::label(card) }</option> }
    };
    html! {
        <label class="choices"><span>{ label }</span>
            <select {onchange}><option value="" selected={chosen.is_none()}>{ tables::all() }</option>{ for format::chronological(articles).into_iter().take(CHOICES).map(option) }</select>
        </label>
    }
}
