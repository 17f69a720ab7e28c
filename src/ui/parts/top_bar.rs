//! Name, views, search.

use yew::prelude::*;

use super::SearchBox;
use super::corpus_tabs::is_corpus;
use super::index_tabs::is_index;
use crate::locale::Locale;
use crate::ui::hooks::Explorer;
use crate::ui::messages::frame;
use crate::ui::route::{Place, View};
use crate::ui::spoken;
use crate::ui::state::Action;

/// The bar.
pub fn top_bar(explorer: &Explorer) -> Html {
    let place = explorer.place();
    let link = |view: View, words: &'static str, open: bool| {
        let to = Place::of(view).with_query(if open { &place.query } else { "" });
        let to = if matches!(to.view, View::Compare(_)) { to.with_until(place.until.as_deref()) } else { to };
        let to = to.following(place);
        html! { <li><a href={to.fragment()} aria-current={open.then_some("page")}>{ words }</a></li> }
    };
    let open = &place.view;
    html! {
        <header class="top-bar">
            <p class="brand"><a href="#/panorama">{ "Recoupe" }<span aria-hidden="true">{ "." }</span></a></p>
            <nav aria-label={frame::views()}>
                <ul>
                    { link(View::Panorama, frame::panorama(), *open == View::Panorama) }
                    { link(View::Read(None), frame::read(), matches!(open, View::Read(_))) }
                    { link(View::Compare(None), frame::compare(), matches!(open, View::Compare(_) | View::Across(_))) }
                    { link(View::Index, frame::index(), is_index(open)) }
                    { link(View::Corpus, frame::corpus(), is_corpus(open)) }
                </ul>
            </nav>
            <SearchBox />
            { language_switch(explorer) }
        </header>
    }
}

/// The other languages of the page, each called in itself.
fn language_switch(explorer: &Explorer) -> Html {
    let others = Locale::ALL.into_iter().filter(|locale| *locale != explorer.state.locale);
    let switch = |locale: Locale| {
        let state = explorer.state.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            spoken::choose(locale);
            state.dispatch(Action::Speak(locale));
        });
        html! {
            <button key={locale.code()} type="button" class="language" lang={locale.code()} title={frame::speak(locale)} {onclick}>{ locale.name() }</button>
        }
    };
    html! { <>{ for others.map(switch) }</> }
}
