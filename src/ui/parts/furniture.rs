//! What stands on the page around the article: folded, one click away, never lost.

use yew::prelude::*;

use super::marked_text::marked_text;
use crate::corpus::{Document, Zone, ZoneKind};
use crate::locale;
use crate::ui::messages::reading;
pub use crate::ui::messages::reading::zone as zone_words;

/// What stands around the article, where anything does; `hits` of a search in it.
pub fn furniture(document: &Document, hits: usize) -> Html {
    let zones = document.paragraphs_of(|kind| !kind.is_article() && kind != ZoneKind::Markup);
    if zones.is_empty() {
        return Html::default();
    }
    // Within the text of the article, which may be in another language.
    let lang = locale::current().code();
    html! {
        <details class="furniture">
            <summary lang={lang}>{ reading::set_aside(zones.len(), &kinds(&zones)) }
                if hits > 0 { <strong>{ reading::found_aside(hits) }</strong> }
            </summary>
            <dl>
                for zone in &zones {
                    <dt {lang}>{ zone_words(zone.kind) }</dt><dd>{ marked_text(document.text(), zone.span, &[], &[]) }</dd>
                }
            </dl>
        </details>
    }
}

fn kinds(zones: &[Zone]) -> String {
    let mut seen: Vec<&str> = Vec::new();
    for zone in zones {
        if !seen.contains(&zone_words(zone.kind)) {
            seen.push(zone_words(zone.kind));
        }
    }
    seen.join(", ")
}
