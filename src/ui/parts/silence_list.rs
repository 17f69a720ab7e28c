//! Statements that an article does not tell: each with how many do, and their sentences behind it.

use yew::prelude::*;

use super::disagreement_list::quoted;
use super::passage_list::passage_text;
use crate::protocol::{ArticleCard, LaterRow, MOST_LATER, MOST_SILENCES, Passage, SilenceRow, SilencesView};
use crate::ui::format;
use crate::ui::route::Place;

/// The rows, most surprising first.
pub fn silence_list(articles: &[ArticleCard], view: &SilencesView, until: Option<&str>) -> Html {
    if view.rows.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <ol class="silent">{ for view.rows.iter().map(|row| entry(articles, view.n_others, row, until)) }</ol>
            if view.n as usize > view.rows.len() { <p class="absent">{ format!("Les {MOST_SILENCES} plus surprenants sont montrés\u{a0}: le fichier les a tous.") }</p> }
        </>
    }
}

fn entry(articles: &[ArticleCard], n_others: u32, row: &SilenceRow, until: Option<&str>) -> Html {
    let sentence = |passage: &Passage| Some(quoted(articles.get(passage.document.index())?, passage, until));
    let tellers = format!(
        "dit par {} sur {}",
        format::number(row.n_tellers as usize),
        format::count(n_others as usize, "autre article", "autres articles")
    );
    html! {
        <li key={format!("{}-{}", row.title.document.0, row.title.span.start)}>
            { title(articles, &row.title, until) }
            <details class="sides">
                <summary>{ tellers }if row.is_after { { "\u{a0}; tous parus après" } }</summary>
                <ul>{ for row.told.iter().filter_map(sentence) }</ul>
            </details>
        </li>
    }
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
            <li key={format!("{}-{}", row.title.document.0, row.title.span.start)}>
                <p class="who">{ format!("le {}", format::date(&row.day.iso())) }</p>
                { title(articles, &row.title, until) }
            </li>
        }
    };
    html! {
        <details class="later">
            <summary>{ format!("Arrivé après sa parution ({})", format::number(view.n_later as usize)) }</summary>
            <ul>{ for view.later.iter().map(entry) }</ul>
            if view.n_later as usize > view.later.len() { <p class="absent">{ format!("Les {MOST_LATER} premiers sont montrés.") }</p> }
        </details>
    }
}
