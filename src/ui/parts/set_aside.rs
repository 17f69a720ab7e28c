//! What was known by then: how many articles that appeared later are set aside, with the one way to have them back.

use yew::prelude::*;

use crate::protocol::ArticleCard;
use crate::ui::format;
use crate::ui::hooks::Explorer;
use crate::ui::hooks::use_explorer::Step;
use crate::ui::told::{appeared, is_later};

/// The line; nothing while everything is shown.
pub fn set_aside(explorer: &Explorer, articles: &[ArticleCard]) -> Html {
    let place = explorer.place();
    let Some(until) = &place.until else { return Html::default() };
    let n = articles.iter().filter(|card| is_later(card, Some(until))).count();
    let n_undated = articles.iter().filter(|card| appeared(card).is_none()).count();
    let aside = match n {
        0 => "aucun article n’est mis de côté.".to_owned(),
        1 => "1\u{a0}article paru plus tard est mis de côté.".to_owned(),
        n => format!("{} parus plus tard sont mis de côté.", format::count(n, "article", "articles")),
    };
    let undated = match n_undated {
        0 => String::new(),
        1 => " Un article sans date est gardé.".to_owned(),
        n => format!(" {} sans date sont gardés.", format::count(n, "article", "articles")),
    };
    let (go, all) = (explorer.clone(), place.clone().with_until(None));
    let onclick = Callback::from(move |_| go.go(&all, Step::New));
    html! {
        <p class="set-aside">
            <span role="status">{ format!("Ce qu’on savait le {}\u{a0}: {aside}{undated}", format::date(until)) }</span>{ " " }
            <button type="button" {onclick}>{ "Tout montrer" }</button>
        </p>
    }
}
