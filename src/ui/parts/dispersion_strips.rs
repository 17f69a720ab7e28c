//! Where the passages lie: a strip for each article, as long as its text, and the figures beside it.

use yew::prelude::*;

use super::byline::article_name;
use crate::concordance::{Choice, Dispersion, Strip};
use crate::protocol::ArticleCard;
use crate::ui::format;
use crate::ui::route::{Place, View};
use crate::ui::tool::Tool;
use crate::ui::views::tool_view::notices;

/// Below so many passages evenness is hardly more than chance.
const FEW: u32 = 10;

/// The strips with what they say in words.
pub fn dispersion_strips(articles: &[ArticleCard], query: &str, found: &Dispersion) -> Html {
    let longest = found.strips.iter().filter_map(|strip| articles.get(strip.document.index())).map(|card| card.n_words).max().unwrap_or(1);
    let in_all = format::count(articles.len(), "article", "articles");
    let hidden = (found.n_documents as usize).saturating_sub(found.strips.len());
    html! {
        <>
            <div role="status" class="status">
                <p>{ format!("{} dans {} sur {in_all}", format::count(found.n_hits as usize, "passage", "passages"), format::number(found.n_documents as usize)) }</p>
                { notices(&found.notices) }
            </div>
            if let Some(deviation) = found.deviation { <p class="sentence-in-words">{ evenness(deviation, found.n_hits) }</p> }
            if !found.strips.is_empty() {
                <div class="kwic-frame"><table class="strips">
                    <caption class="visually-hidden">{ "Passages par article, avec leur place dans le texte" }</caption>
                    <thead><tr>
                        <th scope="col">{ "Article" }</th><th scope="col">{ "Du début à la fin du texte" }</th>
                        <th scope="col">{ "Passages" }</th><th scope="col">{ "Mots" }</th><th scope="col">{ "Pour 10\u{202f}000" }</th>
                    </tr></thead>
                    <tbody>{ for found.strips.iter().filter_map(|strip| Some(row(articles.get(strip.document.index())?, query, strip, longest))) }</tbody>
                </table></div>
            }
            if hidden > 0 { <p class="absent">{ format!("{} ont moins de passages et ne sont pas dessinés.", format::count(hidden, "autre article", "autres articles")) }</p> }
        </>
    }
}

fn row(card: &ArticleCard, query: &str, strip: &Strip, longest: u32) -> Html {
    let choice = Choice { article: Some(card.name.clone()), ..Choice::default() };
    let lines = Place::of(View::Tool(Tool::lines(choice))).with_query(query).fragment();
    let percent = |place: Option<&u16>| place.map_or(0, |place| place / 10);
    let said =
        format!("Du premier, à {}\u{a0}% du texte, au dernier, à {}\u{a0}%", percent(strip.places.first()), percent(strip.places.last()));
    // One path for all: an article may have thousands.
    let ticks: String = strip.places.iter().map(|place| format!("M{place} 0V20")).collect();
    let width = format!("{}%", (u64::from(card.n_words) * 100 / u64::from(longest.max(1))).max(4));
    let rate = format::tenths(format::rate(strip.n_hits, card.n_words));
    html! {
        <tr key={strip.document.0}>
            <th scope="row"><a href={Place::read(&card.name).with_query(query).fragment()} title={format::title(card)}>{ article_name(card) }</a></th>
            <td class="strip-cell">
                <svg class="strip" viewBox="-6 0 1012 20" preserveAspectRatio="none" width={width} height="20" role="img" aria-label={said}>
                    <path class="ground" d="M-6 10H1006" /><path class="ticks" d={ticks} />
                </svg>
            </td>
            <td class="figure-cell"><a href={lines}>{ format::number(strip.n_hits as usize) }</a></td>
            <td class="figure-cell">{ format::number(card.n_words as usize) }</td>
            <td class="figure-cell">{ rate }</td>
        </tr>
    }
}

/// The deviation of proportions in words.
fn evenness(deviation: u32, n_hits: u32) -> String {
    let shown = format!("0,{deviation:03}");
    let shown = if deviation >= 1000 { "1".to_owned() } else { shown.trim_end_matches('0').trim_end_matches(',').to_owned() };
    let guard = if n_hits < FEW { " Avec si peu de passages, ce chiffre dit peu." } else { "" };
    format!(
        "Écart de répartition\u{a0}: {shown} (DP normalisé, Gries 2008, Lijffijt et Gries 2012). À 0, chaque article a sa part des passages selon \
         sa longueur\u{a0}; vers 1, ils se serrent dans peu d’articles.{guard}"
    )
}
