//! What stands on the page around the article: folded, one click away, never lost.

use yew::prelude::*;

use super::marked_text::marked_text;
use crate::corpus::{Document, Zone, ZoneKind};

/// What stands around the article, where anything does; `hits` of a search in it.
pub fn furniture(document: &Document, hits: usize) -> Html {
    let zones = document.paragraphs_of(|kind| !kind.is_article() && kind != ZoneKind::Markup);
    if zones.is_empty() {
        return Html::default();
    }
    let n = crate::ui::format::count(zones.len(), "ligne de la page mise à part", "lignes de la page mises à part");
    html! {
        <details class="furniture">
            <summary>{ n }{ " : " }{ kinds(&zones) }
                if hits > 0 { <strong>{ format!(" · la recherche y trouve {} passage(s), non compté(s)", hits) }</strong> }
            </summary>
            <dl>
                for zone in &zones {
                    <dt>{ zone_words(zone.kind) }</dt><dd>{ marked_text(document.text(), zone.span, &[], &[]) }</dd>
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

/// What a stretch of a page is for, in words.
pub fn zone_words(kind: ZoneKind) -> &'static str {
    match kind {
        ZoneKind::Title => "titre",
        ZoneKind::Lead => "chapeau",
        ZoneKind::Heading => "intertitre",
        ZoneKind::Body => "texte",
        ZoneKind::Caption => "légende",
        ZoneKind::Section => "rubrique",
        ZoneKind::Byline => "signature",
        ZoneKind::Date => "dates",
        ZoneKind::Credit => "crédits",
        ZoneKind::Related => "articles liés",
        ZoneKind::Boilerplate => "habillage de la page",
        ZoneKind::Markup => "balises",
    }
}
