//! Several queries side by side: how often each is met in every article, as it is and by length; a small chart and a table.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::byline::article_name;
use crate::concordance::{Choice, Frequency, MOST_QUERIES};
use crate::id::DocumentId;
use crate::order::Order;
use crate::protocol::{ArticleCard, Overview};
use crate::ui::format;
use crate::ui::hooks::use_explorer;
use crate::ui::hooks::use_explorer::Step;
use crate::ui::route::{Place, View};
use crate::ui::tool::Tool;
use crate::ui::views::tool_view::notices;

/// Articles that have a row; of more, those with most passages.
const ROWS: usize = 100;
/// Bars of a chart; of more articles several share one.
const BARS: usize = 60;

#[derive(Properties, PartialEq)]
pub struct FrequencyTableProps {
    pub overview: Rc<Overview>,
    pub queries: Vec<String>,
    /// As far as it is known.
    pub found: Option<Vec<Frequency>>,
}

#[component]
pub fn FrequencyTable(props: &FrequencyTableProps) -> Html {
    let explorer = use_explorer();
    let field = use_node_ref();
    let onsubmit = Callback::from({
        let field = field.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            let Some(field) = field.cast::<HtmlTextAreaElement>() else { return };
            let text = field.value();
            let queries = text.lines().map(str::trim).filter(|query| !query.is_empty()).take(MOST_QUERIES).map(str::to_owned);
            explorer.go(&Place::of(View::Tool(Tool::Frequencies(queries.collect()))), Step::New);
        }
    });
    html! {
        <>
            <form class="queries" {onsubmit}>
                <label for="queries">{ format!("Une requête par ligne, {MOST_QUERIES} au plus") }</label>
                <textarea ref={field} id="queries" rows="4" spellcheck="false" value={props.queries.join("\n")} />
                <button type="submit">{ "Comparer" }</button>
            </form>
            if let Some(found) = &props.found { { charts(&props.overview.articles, found) }{ table(&props.overview.articles, found) } }
        </>
    }
}

fn n_in(frequency: &Frequency, id: DocumentId) -> u32 {
    frequency.documents.binary_search_by_key(&id, |(document, _)| *document).map_or(0, |at| frequency.documents[at].1)
}

/// A small chart for each query, all on one scale, with what it says in words.
fn charts(articles: &[ArticleCard], found: &[Frequency]) -> Html {
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
    let chart = |(frequency, rates): (&Frequency, &Vec<u32>)| {
        let bars: String = rates.iter().zip(0..).map(|(rate, at)| bar(at, u64::from(*rate) * 40 / u64::from(highest))).collect();
        html! {
            <figure key={frequency.query.clone()} class="frequency">
                <figcaption><strong>{ &frequency.query }</strong><br />{ sentence(articles, frequency) }</figcaption>
                <svg viewBox={format!("0 0 {} 41", rates.len() * 10)} preserveAspectRatio="none" width="100%" height="44" role="img" aria-label={sentence(articles, frequency)}>
                    <path class="ground" d={format!("M0 40.5H{}", rates.len() * 10)} /><path class="bars" d={bars} />
                </svg>
                { notices(&frequency.notices) }
            </figure>
        }
    };
    html! {
        <>
            <p class="status" role="status">{ format!("{} dans {}", format::count(found.len(), "requête comparée", "requêtes comparées"), format::count(articles.len(), "article", "articles")) }</p>
            <div class="frequencies">{ for found.iter().zip(&rates).map(chart) }</div>
            <p class="absent">{ if size == 1 { "Une barre par article, du plus ancien au plus récent\u{a0}; hauteur\u{a0}: passages pour 10\u{202f}000 mots, même échelle pour toutes.".to_owned() }
                else { format!("Une barre pour {size} articles, du plus ancien au plus récent\u{a0}; hauteur\u{a0}: passages pour 10\u{202f}000 mots, même échelle pour toutes.") } }</p>
        </>
    }
}

fn bar(at: u32, height: u64) -> String {
    if height == 0 { String::new() } else { format!("M{} 40v-{height}h8v{height}z", at * 10 + 1) }
}

/// What a chart shows.
fn sentence(articles: &[ArticleCard], frequency: &Frequency) -> String {
    let rate = |id: DocumentId, n: u32| articles.get(id.index()).map_or(0, |card| format::rate(n, card.n_words));
    let most = frequency.documents.iter().max_by_key(|(id, n)| (rate(*id, *n), std::cmp::Reverse(*id)));
    let Some((id, n)) = most else { return "Aucun passage.".to_owned() };
    let name = articles.get(id.index()).map_or_else(String::new, format::label);
    format!(
        "{} dans {}\u{a0}; le plus souvent, pour sa longueur, dans {name}\u{a0}: {} pour 10\u{202f}000 mots.",
        format::count(frequency.n_hits as usize, "passage", "passages"),
        format::count(frequency.documents.len(), "article", "articles"),
        format::tenths(rate(*id, *n))
    )
}

fn table(articles: &[ArticleCard], found: &[Frequency]) -> Html {
    let mut cards = format::chronological(articles);
    if cards.len() > ROWS {
        let n = |card: &ArticleCard| found.iter().map(|frequency| n_in(frequency, card.id)).sum::<u32>();
        cards.order_by_key(|card| std::cmp::Reverse(n(card)));
        cards.truncate(ROWS);
    }
    let n_words = articles.iter().map(|card| card.n_words).sum();
    let cell = |frequency: &Frequency, article: Option<&ArticleCard>| {
        let (n, n_words) = article.map_or((frequency.n_hits, n_words), |card| (n_in(frequency, card.id), card.n_words));
        if n == 0 {
            return html! { <td class="figure-cell none">{ "0" }</td> };
        }
        let choice = Choice { article: article.map(|card| card.name.clone()), ..Choice::default() };
        let lines = Place::of(View::Tool(Tool::lines(choice))).with_query(&frequency.query).fragment();
        html! { <td class="figure-cell"><a href={lines}>{ format::number(n as usize) }</a><small>{ " " }{ format::tenths(format::rate(n, n_words)) }</small></td> }
    };
    let row = |card: &&ArticleCard| {
        html! {
            <tr key={card.id.0}>
                <th scope="row"><a href={Place::read(&card.name).fragment()} title={format::title(card)}>{ article_name(card) }</a></th>
                <td class="figure-cell">{ format::number(card.n_words as usize) }</td>
                { for found.iter().map(|frequency| cell(frequency, Some(card))) }
            </tr>
        }
    };
    html! {
        <>
            <div class="kwic-frame" tabindex="0" role="group" aria-label="Tableau des requêtes par article"><table class="strips">
                <caption>{ "Passages de chaque requête\u{a0}; en petit, pour 10\u{202f}000 mots" }</caption>
                <thead><tr><th scope="col">{ "Article" }</th><th scope="col">{ "Mots" }</th>{ for found.iter().map(|frequency| html! { <th scope="col">{ &frequency.query }</th> }) }</tr></thead>
                <tbody>
                    { for cards.iter().map(row) }
                    <tr class="all"><th scope="row">{ "Ensemble" }</th><td class="figure-cell">{ format::number(n_words as usize) }</td>{ for found.iter().map(|frequency| cell(frequency, None)) }</tr>
                </tbody>
            </table></div>
            if articles.len() > ROWS { <p class="absent">{ format!("Les {ROWS} articles qui ont le plus de passages\u{a0}; le CSV les a tous.") }</p> }
        </>
    }
}
