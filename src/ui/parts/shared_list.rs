//! What several articles quote, most articles first: each a door to its versions.

use yew::prelude::*;

use super::element::{Link, element, line};
use super::quote_meta::{utterance_place, versions_words};
use crate::protocol::{ArticleCard, Shared};
use crate::span::Span;
use crate::ui::followed::Followed;
use crate::ui::messages::{panorama, values};

/// The list.
pub fn shared_list(articles: &[ArticleCard], shared: &[Shared], followed: Option<&Followed>) -> Html {
    let entry = |shared: &Shared| {
        let place = utterance_place(articles, &shared.card)?;
        let who = shared.speaker.as_ref().map(|name| format!("{name} · ")).unwrap_or_default();
        let forms = panorama::forms(&versions_words(&shared.card), shared.n_wordings, shared.n_spliced);
        let link = Link { class: "passage", ..Link::to(place.fragment()) }.saying(values::in_marks(&shared.text));
        let start = Span { start: shared.card.start, end: shared.card.start + 1 };
        let class = followed.filter(|followed| followed.touches(articles, shared.card.document, start)).map_or("", |_| "followed");
        Some(element("li", class, vec![link, line("small", "", format!("{who}{forms}"))]))
    };
    element("ul", "shared-list", shared.iter().filter_map(entry).collect())
}
