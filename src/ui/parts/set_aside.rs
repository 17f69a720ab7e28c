//! What was known by then: how many articles that appeared later are set aside, with the one way to have them back.

use yew::prelude::*;

use crate::protocol::ArticleCard;
use crate::ui::format;
use crate::ui::hooks::Explorer;
use crate::ui::hooks::use_explorer::Step;
use crate::ui::messages::comparing;
use crate::ui::told::{appeared, is_later};

/// The line; nothing while everything is shown.
pub fn set_aside(explorer: &Explorer, articles: &[ArticleCard]) -> Html {
    let place = explorer.place();
    let Some(until) = &place.until else { return Html::default() };
    let n = articles.iter().filter(|card| is_later(card, Some(until))).count();
    let n_undated = articles.iter().filter(|card| appeared(card).is_none()).count();
    let (go, all) = (explorer.clone(), place.clone().with_until(None));
    let onclick = Callback::from(move |_| go.go(&all, Step::New));
    html! {
        <p class="set-aside">
            <span role="status">{ comparing::known_by(&format::date(until), n, n_undated) }</span>{ " " }
            <button type="button" {onclick}>{ comparing::show_everything() }</button>
        </p>
    }
}
