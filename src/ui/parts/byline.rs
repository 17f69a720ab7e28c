//! Outlet, authors, dates and length of an article; a guess looks like one and says why.

use yew::prelude::*;

use crate::corpus::Fact;
use crate::protocol::ArticleCard;
use crate::ui::format;
use crate::ui::messages::{byline, counts};

/// What is known of an article, in one line.
pub fn byline(card: &ArticleCard) -> Html {
    let metadata = &card.metadata;
    let mut parts = Vec::new();
    if let Some(outlet) = &metadata.outlet {
        parts.push(value(outlet, outlet.value.clone()));
    }
    parts.extend(metadata.authors.iter().map(|author| value(author, author.value.clone())));
    match &metadata.published {
        Some(published) if published.is_inferred() => parts.push(value(published, byline::published(&format::fact_date(published)))),
        Some(published) => parts.push(value(published, byline::published_on(&format::date(&published.value)))),
        None => parts.push(html! { <span>{ byline::no_day() }</span> }),
    }
    if let Some(updated) = &metadata.updated {
        parts.push(value(updated, byline::updated_on(&format::date(&updated.value))));
    }
    parts.extend(metadata.agencies.iter().map(|agency| value(agency, byline::after_agency(&agency.value))));
    parts.push(html! { <span>{ counts::n_words(card.n_words as usize) }</span> });
    let doubts = doubts(card);
    html! {
        <div class="byline">
            <p>{ for parts }</p>
            if !doubts.is_empty() {
                <details class="doubts">
                    <summary>{ byline::why_inferred() }</summary>
                    <dl>{ for doubts.into_iter().map(|(what, why)| html! { <><dt>{ what }</dt><dd>{ why }</dd></> }) }</dl>
                </details>
            }
        </div>
    }
}

/// What an article is called in few words, marked when its outlet is a guess.
pub fn article_name(card: &ArticleCard) -> Html {
    match card.metadata.outlet.as_ref().and_then(format::doubt) {
        Some(why) => {
            html! { <span class="guess" title={why}>{ format::bare_label(card) }<span class="visually-hidden">{ byline::outlet_inferred() }</span></span> }
        }
        None => html! { { format::bare_label(card) } },
    }
}

/// A value, marked when nobody stated it.
pub fn value<T>(fact: &Fact<T>, shown: String) -> Html {
    match format::doubt(fact) {
        Some(why) => html! { <span class="guess" title={why}>{ shown }<small>{ byline::inferred() }</small></span> },
        None => html! { <span>{ shown }</span> },
    }
}

fn doubts(card: &ArticleCard) -> Vec<(&'static str, String)> {
    let metadata = &card.metadata;
    [
        (byline::title(), metadata.title.as_ref().and_then(format::doubt)),
        (byline::outlet(), metadata.outlet.as_ref().and_then(format::doubt)),
        (byline::publication(), metadata.published.as_ref().and_then(format::doubt)),
        (byline::update(), metadata.updated.as_ref().and_then(format::doubt)),
        (byline::agency(), metadata.agencies.first().and_then(format::doubt)),
    ]
    .into_iter()
    .filter_map(|(what, why)| Some((what, why?)))
    .collect()
}
