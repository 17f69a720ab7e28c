//! All names of the corpus: as a list with where each stands, or against the articles.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::protocol::{NameFilter, NameSort, NamesRequest, NamesView, Overview, Request, Response};
use crate::ui::format;
use crate::ui::hooks::use_explorer::{Explorer, Step};
use crate::ui::hooks::{use_answer, use_explorer};
use crate::ui::listing::{Layout, Listing};
use crate::ui::messages::names;
use crate::ui::parts::article_choice::article_choice;
use crate::ui::parts::block::{choices, way};
use crate::ui::parts::correction_list::correction_steps;
use crate::ui::parts::name_list::name_list;
use crate::ui::parts::{Grid, index_tabs};
use crate::ui::route::{Place, View};
use crate::ui::views::ViewProps;

/// Rows shown at first, and more at each step.
const SHOWN: u32 = 100;

#[component]
pub fn IndexView(props: &ViewProps) -> Html {
    let explorer = use_explorer();
    let overview = &props.overview;
    let place = explorer.place().clone();
    let listing = &place.listing;
    let document = listing.article.as_ref().and_then(|name| overview.articles.iter().find(|card| card.name == *name)).map(|card| card.id);
    let limit = if place.shown > 0 { place.shown } else { SHOWN };
    let typed = listing.typed.clone();
    let request = NamesRequest { kind: listing.kind, sort: listing.sort, document, typed, limit };
    let answer = use_answer(Some(Request::Names(request)));
    let view = match answer.response.as_deref() {
        Some(Response::Names(view)) => Some(view),
        _ => None,
    };
    html! {
        <div class="index-view">
            { index_tabs(&View::Index, "", &place) }
            <h1 tabindex="-1">{ names::index_of_names() }</h1>
            { correction_steps(&explorer) }
            { layouts(&place) }
            if listing.layout == Layout::Grid {
                <Grid overview={overview.clone()} first={SHOWN as usize} />
            } else if let Some(view) = view {
                { filters(&explorer, overview, view) }
                <p role="status" class="context">{ names::listed(view.n as usize, view.rows.len()) }</p>
                if !view.rows.is_empty() { { name_list(&overview.articles, &view.rows, place.followed.as_ref()) } }
                if view.n > limit { { way("more-names", place.clone().with_shown(limit + SHOWN).fragment(), names::show_more_names((view.n - limit).min(SHOWN) as usize)) } }
            }
            if let Some(why) = answer.failure { <p role="alert">{ why }</p> }
        </div>
    }
}

fn layouts(place: &Place) -> Html {
    let choice = |layout: Layout, words: &'static str| {
        let to = Place::of(View::Index).with_listing(Listing { layout, ..place.listing.clone() });
        (to.fragment(), words, None, place.listing.layout == layout)
    };
    choices(names::layout(), vec![choice(Layout::List, names::as_list()), choice(Layout::Grid, names::as_grid())])
}

fn filters(explorer: &Explorer, overview: &Rc<Overview>, view: &NamesView) -> Html {
    let listing = &explorer.place().listing;
    let to = |listing: Listing| Place::of(View::Index).with_listing(listing);
    let kind = |(kind, n): &(NameFilter, u32)| {
        let words = match kind {
            NameFilter::Named => names::all_kinds(),
            NameFilter::Kind(kind) => format::kind(*kind).many,
            NameFilter::Described => names::descriptions(),
        };
        let current = listing.kind == *kind;
        let to = to(Listing { kind: *kind, ..listing.clone() });
        (*n > 0 || current).then(|| (to.fragment(), words, Some(format::number(*n as usize)), current))
    };
    let sort = |sort: NameSort| (to(Listing { sort, ..listing.clone() }).fragment(), names::sort(sort), None, listing.sort == sort);
    let sorts = [NameSort::Shared, NameSort::Mentions, NameSort::Name].map(sort).to_vec();
    let typing = {
        let explorer = explorer.clone();
        Callback::from(move |event: InputEvent| {
            let typed = event.target_unchecked_into::<HtmlInputElement>().value();
            let listing = Listing { typed, ..explorer.place().listing.clone() };
            explorer.go(&Place::of(View::Index).with_listing(listing), Step::Same);
        })
    };
    let named_by = {
        let listing = listing.clone();
        move |article: Option<String>| Place::of(View::Index).with_listing(Listing { article, ..listing.clone() })
    };
    html! {
        <div class="name-filters">
            { choices(names::kind(), view.counts.iter().filter_map(kind).collect()) }
            <div class="settings">
                <p><label for="name-typed">{ names::name_holding() }</label>{ " " }<input id="name-typed" type="search" autocomplete="off" maxlength="80" value={listing.typed.clone()} oninput={typing} /></p>
                { article_choice(explorer, names::named_by(), &overview.articles, listing.article.as_ref(), Rc::new(named_by)) }
                { choices(names::order(), sorts) }
            </div>
        </div>
    }
}
