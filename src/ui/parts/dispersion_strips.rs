//! Where the passages lie: a strip for each article, as long as its text, and the figures beside it.

use yew::prelude::*;

use super::byline::article_name;
use super::figure_table::{figure, figure_table, link, row};
use super::tool_bar::status;
use super::{Keep, PictureButtons};
use crate::concordance::{Choice, Dispersion, Strip};
use crate::protocol::ArticleCard;
use crate::ui::collecting::Wanted;
use crate::ui::format;
use crate::ui::messages::tools::{self, Weight};
use crate::ui::route::{Place, View};
use crate::ui::tool::Tool;

/// Below so many passages evenness is hardly more than chance.
const FEW: u32 = 10;

/// The strips with what they say in words.
pub fn dispersion_strips(articles: &[ArticleCard], query: &str, found: &Dispersion) -> Html {
    let drawn: Vec<(&Strip, &ArticleCard)> =
        found.strips.iter().filter_map(|strip| Some((strip, articles.get(strip.document.index())?))).collect();
    let longest = drawn.iter().map(|(_, card)| card.n_words).max().unwrap_or(1).max(1);
    let said = tools::dispersed(found.n_hits as usize, found.n_documents as usize, articles.len());
    let weight = if found.n_hits < FEW { Weight::Little } else { Weight::Enough };
    let hidden = (found.n_documents as usize).saturating_sub(drawn.len());
    let heads = [tools::article(), tools::from_start_to_end(), tools::passages(), tools::words(), tools::per_ten_thousand()];
    let rows: Vec<Html> = drawn.into_iter().map(|(strip, card)| strip_row(card, query, strip, longest)).collect();
    let n_rows = rows.len();
    html! {
        <>
            { status(said.clone()) }
            <p class="in-words">{ found.deviation.map(|deviation| tools::evenness(deviation, weight)) }</p>
            if !rows.is_empty() { <div class="dispersion">{ figure_table(tools::passages_by_article().to_owned(), &heads, rows) }</div> }
            if hidden > 0 { <p class="absent">{ tools::not_drawn(hidden) }</p> }
            if n_rows > 0 { <p class="keep-line"><Keep wanted={Wanted::chart(tools::kept(query, &said), Place::of(View::Tool(Tool::Dispersion)).with_query(query).fragment())} />{ " " }<PictureButtons said={tools::kept(query, &said)} /></p> }
        </>
    }
}

fn strip_row(card: &ArticleCard, query: &str, strip: &Strip, longest: u32) -> Html {
    let choice = Choice { article: Some(card.name.clone()), ..Choice::default() };
    let percent = |place: Option<&u16>| place.map_or(0, |place| place / 10);
    let said = tools::first_to_last(percent(strip.places.first()), percent(strip.places.last()));
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
