//! Links between the pages of one place: which one is open, or stands below one that is.

use yew::prelude::*;

use crate::ui::route::{Place, View};

/// One page: its name here, its view as it comes, and which views belong to it.
pub type Page = (fn() -> &'static str, fn() -> View, fn(&View) -> bool);

/// Whether a page is the one that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Open,
    Elsewhere,
}

/// A link to each of `pages`; `open` is the view that is shown, `to` the address of a page.
pub fn tabs(label: &'static str, pages: &[Page], open: &View, to: &dyn Fn(View, Standing) -> Place) -> Html {
    let item = |(name, view, holds): &Page| {
        let (view, standing) = (view(), if holds(open) { Standing::Open } else { Standing::Elsewhere });
        let current = (standing == Standing::Open).then_some(if *open == view { "page" } else { "true" });
        html! { <li><a href={to(view, standing).fragment()} aria-current={current}>{ name() }</a></li> }
    };
    html! { <nav class="index-tabs" aria-label={label}><ul>{ for pages.iter().map(item) }</ul></nav> }
}
