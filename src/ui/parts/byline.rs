//! Outlet, authors, dates and length of an article; a guess looks like one and says why.

use yew::prelude::*;

use crate::corpus::Fact;
use crate::protocol::ArticleCard;
use crate::ui::format;

/// What is known of an article, in one line.
pub fn byline(card: &ArticleCard) -> Html {
    let metadata = &card.metadata;
    let mut parts = Vec::new();
    if let Some(outlet) = &metadata.outlet {
        parts.push(value(outlet, outlet.value.clone()));
    }
    parts.extend(metadata.authors.iter().map(|author| value(author, author.value.clone())));
    match &metadata.published {
        Some(published) if published.is_inferred() => parts.push(value(published, format!("publié {}", format::fact_date(published)))),
        Some(published) => parts.push(value(published, format!("publié le {}", format::date(&published.value)))),
        None => parts.push(html! { <span>{ "sans date de publication" }</span> }),
    }
    if let Some(updated) = &metadata.updated {
        parts.push(value(updated, format!("mis à jour le {}", format::date(&updated.value))));
    }
    parts.extend(metadata.agencies.iter().map(|agency| value(agency, format!("d’après {}", agency.value))));
    parts.push(html! { <span>{ format::count(card.n_words as usize, "mot", "mots") }</span> });
    let doubts = doubts(card);
    html! {
        <div class="byline">
            <p>{ for parts }</p>
            if !doubts.is_empty() {
                <details class="doubts">
                    <summary>{ "Pourquoi « déduit » ?" }</summary>
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
            html! { <span class="guess" title={why}>{ format::bare_label(card) }<span class="visually-hidden">{ " (source déduite)" }</span></span> }
        }
        None => html! { { format::bare_label(card) } },
    }
}

/// A value, marked when nobody stated it.
pub fn value<T>(fact: &Fact<T>, shown: String) -> Html {
    match format::doubt(fact) {
        Some(why) => html! { <span class="guess" title={why}>{ shown }<small>{ " déduit" }</small></span> },
        None => html! { <span>{ shown }</span> },
    }
}

fn doubts(card: &ArticleCard) -> Vec<(&'static str, String)> {
    let metadata = &card.metadata;
    [
        ("Titre", metadata.title.as_ref().and_then(format::doubt)),
        ("Source", metadata.outlet.as_ref().and_then(format::doubt)),
        ("Publication", metadata.published.as_ref().and_then(format::doubt)),
        ("Mise à jour", metadata.updated.as_ref().and_then(format::doubt)),
        ("Agence", metadata.agencies.first().and_then(format::doubt)),
    ]
    .into_iter()
    .filter_map(|(what, why)| Some((what, why?)))
    .collect()
}
