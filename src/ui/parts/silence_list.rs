//! Statements that an article does not tell: each with how many do, and their sentences behind it.

use yew::prelude::*;

use super::disagreement_list::quoted;
use super::passage_list::passage_text;
use crate::protocol::{ArticleCard, LaterRow, MOST_LATER, MOST_SILENCES, Passage, SilenceRow, SilencesView};
use crate::ui::format;
use crate::ui::messages::disagreeing;
use crate::ui::route::Place;

/// The rows, most surprising first.
pub fn silence_list(articles: &[ArticleCard], view: &SilencesView, until: Option<&str>) -> Html {
    if view.rows.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <ol class="silent">{ for view.rows.iter().map(|row| entry(articles, view.n_others, row, until)) }</ol>
            if view.n as usize > view.rows.len() { <p class="absent">{ disagreeing::most_surprising_shown(MOST_SILENCES) }</p> }
        </>
    }
}

fn entry(articles: &[ArticleCard], n_others: u32, row: &SilenceRow, until: Option<&str>) -> Html {
    let sentence = |passage: &Passage| Some(quoted(articles.get(passage.document.index())?, passage, until));
    let tellers = disagreeing::told_by_of(row.n_tellers as usize, n_others as usize);
    html! {
        <li key={key(&row.title)}>
            { title(articles, &row.title, until) }
            <details class="sides">
                <summary>{ tellers }if row.is_after { { disagreeing::all_after() } }</summary>
                <ul>{ for row.told.iter().filter_map(sentence) }</ul>
            </details>
        </li>
    }
}

/// Of one sentence several parts may be told by the others.
fn key(title: &Passage) -> String {
    let at = title.marks.first().copied().unwrap_or(title.span);
    format!("{}-{}-{}", title.document.0, at.start, at.end)
}

fn title(articles: &[ArticleCard], passage: &Passage, until: Option<&str>) -> Html {
    let Some(card) = articles.get(passage.document.index()) else { return Html::default() };
    let at = passage.marks.first().copied().unwrap_or(passage.span);
    let to = Place::read(&card.name).with_passage(Some(at)).with_until(until).fragment();
    html! { <p><a class="passage" lang={card.language.clone()} href={to}>{ passage_text(passage) }</a></p> }
}

/// What happened after the article appeared, folded.
pub fn later_list(articles: &[ArticleCard], view: &SilencesView, until: Option<&str>) -> Html {
    if view.later.is_empty() {
        return Html::default();
    }
    let entry = |row: &LaterRow| {
        html! {
            <li key={key(&row.title)}>
                <p class="who">{ disagreeing::on(&format::date(&row.day.iso())) }</p>
                { title(articles, &row.title, until) }
            </li>
        }
    };
    html! {
        <details class="later">
            <summary>{ disagreeing::happened_after(view.n_later as usize) }</summary>
            <ul>{ for view.later.iter().map(entry) }</ul>
            if view.n_later as usize > view.later.len() { <p class="absent">{ disagreeing::first_shown(MOST_LATER) }</p> }
        </details>
    }
}
