//! What is followed from view to view, with the way to where a view tells it, and the way to let it go.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::protocol::Overview;
use crate::ui::focus;
use crate::ui::followed::Followed;
use crate::ui::format;
use crate::ui::hooks::Explorer;
use crate::ui::hooks::use_scroll_to::into_sight;
use crate::ui::messages::frame;
use crate::ui::route::{Place, View};

/// The line, where something is followed.
pub fn follow_line(explorer: &Explorer, overview: &Overview) -> Html {
    let place = explorer.place();
    let Some(followed) = &place.followed else { return Html::default() };
    let (words, to) = match followed {
        Followed::Entity(slug) => {
            let Some(entity) = overview.entities.iter().find(|entity| entity.slug == *slug) else { return Html::default() };
            (entity.name.clone(), Place::of(View::Entity { slug: slug.clone(), article: None }))
        }
        Followed::Passage { article, span } => {
            let Some(card) = overview.articles.iter().find(|card| card.name == *article) else { return Html::default() };
            (frame::a_passage_of(&format::label(card)), Place::read(article).with_passage(Some(*span)))
        }
    };
    let show = Callback::from(|_: MouseEvent| {
        let found = gloo::utils::document().query_selector("#main .followed, #main #passage-a").ok().flatten();
        let Some(row) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) else { return };
        into_sight(&row);
        focus::on("#main .followed a, #main .followed button, #main #passage-a");
    });
    let let_go = Place { followed: None, ..place.clone() }.fragment();
    html! {
        <div class="notice following">
            <p>{ frame::following() }{ " " }<a href={to.fragment()}>{ words }</a></p>
            <button type="button" onclick={show}>{ frame::show_it_here() }</button>
            <a href={let_go}>{ frame::let_go() }</a>
        </div>
    }
}
