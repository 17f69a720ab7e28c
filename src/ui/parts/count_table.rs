//! What is counted × articles: the figure of each article as it is written, each a door to its sentence.

use yew::prelude::*;

use super::Keep;
use crate::facts::Verdict;
use crate::notebook::{ClippingKind, TOPIC_END};
use crate::protocol::{ArticleCard, CountCell, CountRow, CountsView, MOST_COUNTS};
use crate::ui::collecting::Wanted;
use crate::ui::format;
use crate::ui::messages::{counted as messages, counting, frame};
use crate::ui::route::{Place, View};
use crate::ui::told::{Figures, is_later};

/// Columns that a table holds; more articles make each row a list.
const COLUMNS: usize = 12;

/// The rows that several articles share, without the articles that appeared after `until`.
pub fn count_table(articles: &[ArticleCard], view: &CountsView, until: Option<&str>) -> Html {
    let known = |row: &&CountRow| row.cells.iter().any(|cell| is_known(articles, cell, until));
    let rows: Vec<&CountRow> = view.rows.iter().filter(|row| row.verdict != Verdict::Single).filter(known).collect();
    if rows.is_empty() {
        return Html::default();
    }
    let wide = articles.len() <= COLUMNS;
    let columns: Vec<&ArticleCard> = format::chronological(articles).into_iter().filter(|card| wide && !is_later(card, until)).collect();
    let heading = |card: &&ArticleCard| {
        html! { <th scope="col" key={card.id.0}><a href={Place::read(&card.name).with_until(until).fragment()} title={format::title(card)}>{ format::label(card) }</a></th> }
    };
    let hidden = (view.n_shared as usize).saturating_sub(MOST_COUNTS);
    html! {
        <section>
            <h2>{ messages::counted_by_several() }</h2>
            <div class="count-frame" tabindex="0" role="group" aria-label={messages::figures_by_article()}>
                <table class={classes!("counts", (!wide).then_some("listed"))}>
                    <caption class="visually-hidden">{ messages::caption() }</caption>
                    <thead><tr><th scope="col">{ messages::what_is_counted() }</th>{ for columns.iter().map(heading) }if !wide { <th scope="col">{ frame::figures() }</th> }</tr></thead>
                    <tbody>{ for rows.into_iter().map(|row| entry(articles, &columns, until, row)) }</tbody>
                </table>
            </div>
            if hidden > 0 { <p class="absent">{ messages::filter_for_more(hidden) }</p> }
        </section>
    }
}

fn is_known(articles: &[ArticleCard], cell: &CountCell, until: Option<&str>) -> bool {
    articles.get(cell.document.index()).is_some_and(|card| !is_later(card, until))
}

fn entry(articles: &[ArticleCard], columns: &[&ArticleCard], until: Option<&str>, row: &CountRow) -> Html {
    let cell = |card: &&ArticleCard| {
        let label = format::label(card);
        let mut own = row.cells.iter().filter(|cell| cell.document == card.id).peekable();
        if own.peek().is_none() {
            return html! { <td class="none" key={card.id.0} data-label={label}><span aria-hidden="true">{ "·" }</span><span class="visually-hidden">{ messages::absent() }</span></td> };
        }
        html! { <td key={card.id.0} data-label={label}>{ for own.map(|cell| figure(card, &row.counted, until, cell)) }</td> }
    };
    let listed = || {
        let cells = row.cells.iter().filter(|cell| is_known(articles, cell, until));
        let cards = cells.filter_map(|cell| Some((articles.get(cell.document.index())?, cell)));
        let entry = |(card, cell): (&ArticleCard, &CountCell)| html! { <li key={cell.span.start}>{ figure(card, &row.counted, until, cell) }{ " " }<small>{ format::label(card) }</small></li> };
        html! { <td><ul>{ for cards.map(entry) }</ul></td> }
    };
    let key = row.cells.first().map_or_else(String::new, |cell| format!("{}-{}", cell.document.0, cell.span.start));
    html! {
        <tr {key} class={row.verdict.label()} data-keep="">
            <th scope="row">{ counted(&row.counted) }{ verdict(articles, until, row) }<Keep wanted={wanted(articles, until, row)} /></th>
            { for columns.iter().map(cell) }
            if columns.is_empty() { { listed() } }
        </tr>
    }
}

/// The row for the press review: what really differs is a disagreement.
fn wanted(articles: &[ArticleCard], until: Option<&str>, row: &CountRow) -> Wanted {
    let kind = if row.verdict == Verdict::Conflict { ClippingKind::Disagreement } else { ClippingKind::Statement };
    let told = row.cells.iter().filter(|cell| is_known(articles, cell, until)).map(|cell| (cell.document, cell.span));
    let counted = if row.counted.is_empty() { messages::not_said() } else { &row.counted };
    let address = Place::of(View::Figures(Figures { verdict: Some(row.verdict), article: None })).with_until(until);
    Wanted::several(
        kind,
        articles,
        told,
        format!("{}{TOPIC_END}{}", format::capital(counted), format::capital(counting::verdict(row.verdict).1)),
        address.fragment(),
    )
}

fn counted(words: &str) -> Html {
    html! { <span class="counted">{ if words.is_empty() { messages::not_said() } else { words } }</span> }
}

/// The verdict with its reason, and the sentences to judge it by.
fn verdict(articles: &[ArticleCard], until: Option<&str>, row: &CountRow) -> Html {
    let between = [row.between.0, row.between.1].into_iter().filter_map(|at| row.cells.get(at as usize));
    if between.clone().any(|cell| !is_known(articles, cell, until)) {
        return html! { <span class="why">{ messages::not_known_yet() }</span> };
    }
    let (sign, word, _) = counting::verdict(row.verdict);
    let side = |cell: &CountCell| {
        let card = articles.get(cell.document.index())?;
        let to = Place::read(&card.name).with_passage(Some(cell.span)).with_until(until).fragment();
        Some(
            html! { <li><a class="passage" lang={card.language.clone()} href={to}>{ &cell.text }</a>{ " " }<small>{ format::label(card) }</small></li> },
        )
    };
    html! {
        <>
            <span class="why"><b class="verdict"><span aria-hidden="true">{ sign }</span>{ format!("\u{a0}{word}.") }</b>{ " " }{ row.why.as_ref().map(ToString::to_string) }</span>
            if row.verdict != Verdict::Same { <details class="sides"><summary>{ messages::sentences() }</summary><ul>{ for between.filter_map(side) }</ul></details> }
        </>
    }
}

/// One figure as it is written, a door to its sentence.
fn figure(card: &ArticleCard, counted: &str, until: Option<&str>, cell: &CountCell) -> Html {
    let to = Place::read(&card.name).with_passage(Some(cell.span)).with_until(until).fragment();
    let label = messages::open_sentence(&cell.surface, counted, &format::label(card));
    html! { <a class="figure" href={to} aria-label={label} title={cell.text.clone()}>{ &cell.surface }</a> }
}

/// What one article alone counts, folded.
pub fn single_counts(articles: &[ArticleCard], view: &CountsView, until: Option<&str>) -> Html {
    let alone = |row: &&CountRow| row.verdict == Verdict::Single && row.cells.iter().any(|cell| is_known(articles, cell, until));
    let rows: Vec<&CountRow> = view.rows.iter().filter(alone).collect();
    if rows.is_empty() {
        return Html::default();
    }
    let entry = |row: &&CountRow| {
        let cell = row.cells.first()?;
        let card = articles.get(cell.document.index())?;
        let key = format!("{}-{}", cell.document.0, cell.span.start);
        Some(
            html! { <li {key}>{ figure(card, &row.counted, until, cell) }{ " " }{ counted(&row.counted) }{ " " }<small>{ format::label(card) }</small></li> },
        )
    };
    let hidden = (view.n_single as usize).saturating_sub(MOST_COUNTS);
    html! {
        <details class="single">
            <summary>{ messages::counted_by_one(view.n_single as usize) }</summary>
            <ul>{ for rows.iter().filter_map(entry) }</ul>
            if hidden > 0 { <p class="absent">{ messages::filter_for_more(hidden) }</p> }
        </details>
    }
}
