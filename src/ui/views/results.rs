//! What a query found in all articles: sentences first, by article.

use yew::prelude::*;

use super::ViewProps;
use crate::protocol::{ArticleCard, Passage, Request, Response, SearchView};
use crate::search::SearchResults;
use crate::text::fold;
use crate::ui::format;
use crate::ui::hooks::{use_answer, use_explorer};
use crate::ui::parts::passage_list::{Passages, passage_list};
use crate::ui::parts::tool_bar::tool_links;
use crate::ui::route::Place;

/// Articles asked for at once.
pub const LIMIT: u32 = 100;

#[component]
pub fn Results(props: &ViewProps) -> Html {
    let explorer = use_explorer();
    let query = explorer.place().query.clone();
    let asked = !query.trim().is_empty();
    let answer = use_answer(asked.then(|| Request::Search { query: query.clone(), limit: LIMIT }));
    let found = match answer.response.as_deref() {
        Some(Response::Search(found)) if asked => Some(found.clone()),
        _ => None,
    };
    html! {
        <div class="results">
            <h1 tabindex="-1">{ "Chercher" }</h1>
            <div role="status" class="status">
                if let Some(found) = &found { { summary(&found.results, answer.query()) } } else if !asked { <p>{ "Tapez un mot, un nom, ou « une phrase » : les articles répondent à chaque lettre." }</p> }
            </div>
            if asked { { tool_links(&query, None) } }
            if let Some(why) = &answer.failure { <p class="notice" role="alert">{ why }</p> }
            if let Some(found) = found { { list(props, &found, answer.query()) } }
        </div>
    }
}

/// What was found, in one sentence, and what there is to say about the query.
pub fn summary(results: &SearchResults, query: &str) -> Html {
    let passages = format::count(results.n_spans as usize, "passage", "passages");
    let articles = format::count(results.n_documents as usize, "article", "articles");
    let shown: String = query.trim().chars().take(60).collect();
    html! {
        <>
            if results.n_documents == 0 { <p>{ format!("Rien pour «\u{a0}{shown}\u{a0}» dans les articles.") }</p> }
            else { <p>{ format!("{passages} dans {articles}") }{ forms(results) }</p> }
            for notice in &results.notices { <p class="query-notice">{ format::capital(&notice.to_string()) }</p> }
        </>
    }
}

/// Forms listed for a word.
const FORMS: usize = 6;

/// Which forms answered, where they are not just the word itself.
fn forms(results: &SearchResults) -> Html {
    let told: Vec<String> = results
        .terms
        .iter()
        .filter(|term| term.forms.iter().any(|form| fold(form) != fold(&term.query)))
        .map(|term| term.forms.iter().take(FORMS).cloned().collect::<Vec<_>>().join(", "))
        .collect();
    if told.is_empty() {
        Html::default()
    } else {
        html! { <small>{ format!(" · formes trouvées\u{a0}: {}", told.join("\u{a0}; ")) }</small> }
    }
}

fn list(props: &ViewProps, found: &SearchView, query: &str) -> Html {
    let articles = &props.overview.articles;
    let in_articles = Passages {
        articles,
        passages: &found.passages,
        to: &|card, passage| hit_place(found, query, card, passage),
        totals: &[],
        heading: "h2",
        absent: "Sans passage",
        one: "passage",
        many: "passages",
    };
    let totals: Vec<_> = found.results.hits.iter().map(|hit| (hit.document, hit.spans.len())).collect();
    let around = Passages { passages: &found.furniture, to: &|card, _| Place::read(&card.name).with_query(query), ..in_articles };
    html! {
        <>
            <div class="hit-list">{ passage_list(&Passages { totals: &totals, ..in_articles }) }</div>
            if !found.furniture.is_empty() {
                <details class="furniture">
                    <summary>{ "Trouvé aussi autour des articles (menus, articles liés, appels), non compté" }</summary>
                    <div class="passage-list-around">{ passage_list(&around) }</div>
                </details>
            }
        </>
    }
}

/// A passage of a result opens its article at its first hit.
pub fn hit_place(found: &SearchView, query: &str, card: &ArticleCard, passage: &Passage) -> Place {
    let spans = found.results.hits.iter().find(|hit| hit.document == card.id).map_or(&[][..], |hit| &hit.spans);
    let hit = passage.marks.first().and_then(|mark| spans.iter().position(|span| span == mark)).map_or(0, |at| at + 1);
    Place::read(&card.name).with_query(query).with_hit(hit)
}
