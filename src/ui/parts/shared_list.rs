//! What several articles quote, most articles first: each a door to its versions.

use yew::prelude::*;

use super::element::{Link, element, line};
use super::quote_meta::{utterance_place, versions_words};
use crate::protocol::{ArticleCard, Shared};

/// The list.
pub fn shared_list(articles: &[ArticleCard], shared: &[Shared]) -> Html {
    let entry = |shared: &Shared| {
        let place = utterance_place(articles, &shared.card)?;
        let who = shared.speaker.as_ref().map(|name| format!("{name} · ")).unwrap_or_default();
        let forms = match shared.n_wordings {
            1 => ", mot pour mot".to_owned(),
            n => format!(", {n}\u{a0}formes"),
        };
        let spliced = if shared.n_spliced > 0 { "\u{a0}; des passages éloignés y sont joints" } else { "" };
        let link = Link { class: "passage", ..Link::to(place.fragment()) }.saying(format!("«\u{a0}{}\u{a0}»", shared.text));
        Some(element("li", "", vec![link, line("small", "", format!("{who}{}{forms}{spliced}", versions_words(&shared.card)))]))
    };
    element("ul", "shared-list", shared.iter().filter_map(entry).collect())
}
