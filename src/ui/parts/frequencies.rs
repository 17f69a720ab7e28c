//! Several queries side by side: how often each is met in every article, as it is and by length; a small chart and a table.

use yew::prelude::*;

use super::byline::article_name;
use super::figure_table::{figure, figure_table, link, row};
use super::tool_bar::status;
use super::{PictureButtons, query_notices};
use crate::concordance::{Choice, Frequency};
use crate::id::DocumentId;
use crate::order::Order;
use crate::protocol::ArticleCard;
use crate::ui::format;
use crate::ui::messages::{tool_lists, tools};
use crate::ui::route::{Place, View};
use crate::ui::tool::Tool;

/// Articles that have a row; of more, those with most passages.
const ROWS: usize = 100;
/// Bars of a chart; of more articles several share one.
const BARS: usize = 60;
/// Bars for which there is place at least: fewer would be slabs.
const FEWEST_BARS: usize = 12;
/// Height of the highest bar.
const HIGHEST: u64 = 40;

/// The queries compared.
pub fn frequencies(articles: &[ArticleCard], found: &[Frequency]) -> Html {
    let in_time = format::chronological(articles);
    let size = in_time.len().div_ceil(BARS).max(1);
    let rates = |frequency: &Frequency| -> Vec<u32> {
        let rate = |cards: &[&ArticleCard]| {
            format::rate(cards.iter().map(|card| n_in(frequency, card.id)).sum(), cards.iter().map(|card| card.n_words).sum())
        };
        in_time.chunks(size).map(rate).collect()
    };
    let rates: Vec<Vec<u32>> = found.iter().map(rates).collect();
    let highest = rates.iter().flatten().copied().max().unwrap_or(0).max(1);
    html! {
        <>
            { status(tool_lists::compared(found.len(), articles.len())) }
            <div class="frequencies">{ for found.iter().zip(&rates).map(|(frequency, rates)| chart(articles, frequency, rates, highest)) }</div>
            <p class="absent">{ tool_lists::bars_explained(size) }</p>
            { table(articles, in_time, found) }
        </>
    }
}

fn n_in(frequency: &Frequency, id: DocumentId) -> u32 {
    frequency.documents.binary_search_by_key(&id, |(document, _)| *document).map_or(0, |at| frequency.documents[at].1)
}

/// A small chart of one query, with what it says in words.
fn chart(articles: &[ArticleCard], frequency: &Frequency, rates: &[u32], highest: u32) -> Html {
    let bar = |(rate, at): (&u32, usize)| match u64::from(*rate) * HIGHEST / u64::from(highest) {
        0 => String::new(),
        height => format!("M{} {HIGHEST}v-{height}h8v{height}z", at * 10 + 1),
    };
    let (bars, width) = (rates.iter().zip(0..).map(bar).collect::<String>(), rates.len().max(FEWEST_BARS) * 10);
    let sentence = sentence(articles, frequency);
    html! {
        <figure>
            <figcaption><strong>{ &frequency.query }</strong><p>{ sentence.clone() }</p>{ query_notices(&frequency.notices, &Place::of(View::Tool(Tool::default())).with_query(&frequency.query)) }</figcaption>
            <svg viewBox={format!("0 0 {width} 41")} preserveAspectRatio="none" width="100%" height="44" role="img" aria-label={sentence.clone()}>
                <path d={format!("M0 40.5H{width}")} /><path class="bars" d={bars} />
            </svg>
            <p class="keep-line"><PictureButtons said={tools::kept(&frequency.query, &sentence)} /></p>
        </figure>
    }
}

/// What a chart shows.
fn sentence(articles: &[ArticleCard], frequency: &Frequency) -> String {
    let rate = |id: DocumentId, n: u32| articles.get(id.index()).map_or(0, |card| format::rate(n, card.n_words));
    let most = frequency.documents.iter().map(|(id, n)| (rate(*id, *n), std::cmp::Reverse(*id))).max();
    let Some((most, std::cmp::Reverse(id))) = most else { return tool_lists::no_passage().to_owned() };
    let article = articles.get(id.index()).map_or_else(String::new, format::label);
    tool_lists::most_in(frequency.n_hits as usize, frequency.documents.len(), &article, &format::tenths(most))
}

fn table(articles: &[ArticleCard], mut cards: Vec<&ArticleCard>, found: &[Frequency]) -> Html {
    let cut = cards.len() > ROWS;
    if cut {
        let n = |card: &ArticleCard| found.iter().map(|frequency| n_in(frequency, card.id)).sum::<u32>();
        cards.order_by_key(|card| std::cmp::Reverse(n(card)));
        cards.truncate(ROWS);
    }
    let cells = |n_words: u32, article: Option<&ArticleCard>| {
        let cell = |frequency: &Frequency| match article.map_or(frequency.n_hits, |card| n_in(frequency, card.id)) {
            0 => figure("0".to_owned(), None, ""),
            n => {
                let choice = Choice { article: article.map(|card| card.name.clone()), ..Choice::default() };
                let rate = format!(" {}", format::tenths(format::rate(n, n_words)));
                figure(format::number(n as usize), Some(Tool::lines(choice).over(&frequency.query)), &rate)
            }
        };
        std::iter::once(figure(format::number(n_words as usize), None, "")).chain(found.iter().map(cell)).collect()
    };
    let article = |card: &&ArticleCard| row(link(Place::read(&card.name).fragment(), article_name(card)), cells(card.n_words, Some(card)));
    let all = row(html! { <strong>{ tool_lists::all_together() }</strong> }, cells(articles.iter().map(|card| card.n_words).sum(), None));
    let mut rows: Vec<Html> = cards.iter().map(article).collect();
    rows.push(all);
    let heads: Vec<&str> =
        [tools::article(), tools::words()].into_iter().chain(found.iter().map(|frequency| frequency.query.as_str())).collect();
    html! {
        <>
            { figure_table(tool_lists::frequencies_caption().to_owned(), &heads, rows) }
            if cut { <p class="absent">{ tool_lists::most_only(ROWS) }</p> }
        </>
    }
}
