//! Where the passages lie: a strip for each article, as long as its text, and the figures beside it.

use yew::prelude::*;

use super::byline::article_name;
use super::figure_table::{figure, figure_table, link, row};
use super::tool_bar::status;
use crate::concordance::{Choice, Dispersion, Strip};
use crate::protocol::ArticleCard;
use crate::ui::format;
use crate::ui::route::Place;
use crate::ui::tool::Tool;

/// Below so many passages evenness is hardly more than chance.
const FEW: u32 = 10;

/// The strips with what they say in words.
pub fn dispersion_strips(articles: &[ArticleCard], query: &str, found: &Dispersion) -> Html {
    let drawn: Vec<(&Strip, &ArticleCard)> =
        found.strips.iter().filter_map(|strip| Some((strip, articles.get(strip.document.index())?))).collect();
    let longest = drawn.iter().map(|(_, card)| card.n_words).max().unwrap_or(1).max(1);
    let said = format!(
        "{} dans {} sur {}",
        format::count(found.n_hits as usize, "passage", "passages"),
        format::number(found.n_documents as usize),
        format::count(articles.len(), "article", "articles")
    );
    let hidden = (found.n_documents as usize).saturating_sub(drawn.len());
    let heads = ["Article", "Du début à la fin du texte", "Passages", "Mots", "Pour 10\u{202f}000 mots"];
    let rows: Vec<Html> = drawn.into_iter().map(|(strip, card)| strip_row(card, query, strip, longest)).collect();
    html! {
        <>
            { status(said) }
            <p class="in-words">{ found.deviation.map(|deviation| evenness(deviation, found.n_hits)) }</p>
            if !rows.is_empty() { <div class="dispersion">{ figure_table("Passages par article".to_owned(), &heads, rows) }</div> }
            if hidden > 0 { <p class="absent">{ format!("{} ont moins de passages et ne sont pas dessinés.", format::count(hidden, "autre article", "autres articles")) }</p> }
        </>
    }
}

fn strip_row(card: &ArticleCard, query: &str, strip: &Strip, longest: u32) -> Html {
    let choice = Choice { article: Some(card.name.clone()), ..Choice::default() };
    let percent = |place: Option<&u16>| place.map_or(0, |place| place / 10);
    let said =
        format!("Du premier, à {}\u{a0}% du texte, au dernier, à {}\u{a0}%", percent(strip.places.first()), percent(strip.places.last()));
    // One path for all: an article may have thousands.
    let ticks: String = strip.places.iter().map(|place| format!("M{place} 0V20")).collect();
    let width = format!("{}%", (u64::from(card.n_words) * 100 / u64::from(longest)).max(4));
    let drawing = html! {
        <td>
            <svg class="strip" viewBox="-6 0 1012 20" preserveAspectRatio="none" width={width} height="20" role="img" aria-label={said}>
                <path d="M-6 10H1006" /><path class="ticks" d={ticks} />
            </svg>
        </td>
    };
    let cells = vec![
        drawing,
        figure(format::number(strip.n_hits as usize), Some(Tool::lines(choice).over(query)), ""),
        figure(format::number(card.n_words as usize), None, ""),
        figure(format::tenths(format::rate(strip.n_hits, card.n_words)), None, ""),
    ];
    row(link(Place::read(&card.name).with_query(query).fragment(), article_name(card)), cells)
}

/// The deviation of proportions in words.
fn evenness(deviation: u32, n_hits: u32) -> String {
    let shown = if deviation >= 1000 { "1".to_owned() } else { format!("0,{deviation:03}") };
    let guard = if n_hits < FEW { " Avec si peu de passages, ce chiffre dit peu." } else { "" };
    format!(
        "Écart de répartition\u{a0}: {shown} (DP normalisé, Gries 2008, Lijffijt et Gries 2012). À 0, chaque article a sa part des passages selon \
         sa longueur\u{a0}; vers 1, ils se serrent dans peu d’articles.{guard}"
    )
}
