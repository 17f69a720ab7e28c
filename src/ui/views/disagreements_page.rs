//! What articles tell otherwise: both sides of each, the words that differ marked, and why it is called a disagreement.

use std::rc::Rc;

use yew::prelude::*;

use crate::concordance::Separator;
use crate::contradictions::ClashKind;
use crate::id::DocumentId;
use crate::protocol::{ArticleCard, DisagreementsRequest, DisagreementsView, MOST_DISAGREEMENTS, Overview, Request, Response, ToldSheet};
use crate::ui::across::Across;
use crate::ui::format;
use crate::ui::hooks::{Explorer, use_answer, use_explorer};
use crate::ui::messages::{disagreeing, tables};
use crate::ui::opposed::Disagreements;
use crate::ui::parts::article_choice::article_choice;
use crate::ui::parts::disagreement_list::disagreement_list;
use crate::ui::parts::told_filters::sheets;
use crate::ui::route::{Place, View};
use crate::ui::told::is_later;

#[derive(Properties, PartialEq)]
pub struct DisagreementsPageProps {
    pub overview: Rc<Overview>,
    pub asked: Disagreements,
}

#[component]
pub fn DisagreementsPage(props: &DisagreementsPageProps) -> Html {
    let explorer = use_explorer();
    let (articles, asked, until) = (&props.overview.articles, &props.asked, explorer.place().until.clone());
    let article = asked.article.as_ref().and_then(|name| articles.iter().find(|card| card.name == *name));
    let without = later(articles, until.as_deref());
    let n_articles = articles.len() - without.len();
    let request = DisagreementsRequest { kind: asked.kind, article: article.map(|card| card.id), without };
    let answer = use_answer(Some(Request::Disagreements(request.clone())));
    let said = use_state(AttrValue::default);
    let view = match answer.response.as_deref() {
        Some(Response::Disagreements(view)) => Some(view),
        _ => None,
    };
    html! {
        <div class="disagreements tool-view">
            if let Some(view) = view {
                <p class="in-words" role="status">{ in_words(view, n_articles, asked, article) }</p>
                { filters(&explorer, articles, asked, view) }
                { disagreement_list(articles, &view.rows, explorer.place()) }
                if view.n as usize > view.rows.len() { <p class="absent">{ disagreeing::most_serious_shown(MOST_DISAGREEMENTS) }</p> }
                if view.n > 0 {
                    { sheets(&explorer, &said, disagreeing::file(), &[
                        (tables::csv(), "csv", ToldSheet::Disagreements(request.clone(), Separator::Comma)),
                        (tables::french_csv(), "csv", ToldSheet::Disagreements(request, Separator::Semicolon)),
                    ]) }
                }
            } else if answer.failure.is_none() {
                <p class="status" role="status" aria-busy="true">{ tables::comparing_now() }</p>
            }
            if let Some(why) = &answer.failure { <p class="notice" role="alert">{ format::capital(why) }</p> }
        </div>
    }
}

/// Articles that appeared after `until`.
pub fn later(articles: &[ArticleCard], until: Option<&str>) -> Vec<DocumentId> {
    articles.iter().filter(|card| is_later(card, until)).map(|card| card.id).collect()
}

fn in_words(view: &DisagreementsView, n_articles: usize, asked: &Disagreements, article: Option<&ArticleCard>) -> String {
    let n_all = view.n_all as usize;
    if n_all == 0 {
        return if n_articles < 2 { disagreeing::nothing_to_oppose().to_owned() } else { disagreeing::none(n_articles) };
    }
    if asked.kind.is_none() && article.is_none() {
        let kinds: Vec<(ClashKind, u32)> = ClashKind::ALL.into_iter().zip(view.n_kinds).filter(|(_, n)| *n > 0).collect();
        return disagreeing::all(n_all, n_articles, &kinds);
    }
    disagreeing::some(view.n as usize, n_all, n_articles, asked.kind, article.map(format::label).as_deref())
}

fn filters(explorer: &Explorer, articles: &[ArticleCard], asked: &Disagreements, view: &DisagreementsView) -> Html {
    if view.n_all == 0 {
        return Html::default();
    }
    let place = explorer.place().clone();
    let to = move |asked: Disagreements| Place { view: View::Across(Across::Disagreements(asked)), ..place.clone() };
    let choice = |words: &'static str, n: Option<u32>, kind: Option<ClashKind>| {
        let address = to(Disagreements { kind, ..asked.clone() }).fragment();
        html! { <li key={words}><a href={address} aria-current={(asked.kind == kind).then_some("true")}>{ words }if let Some(n) = n { { " " }<span class="count">{ format::number(n as usize) }</span> }</a></li> }
    };
    let present = ClashKind::ALL.into_iter().zip(view.n_kinds).filter(|(kind, n)| *n > 0 || asked.kind == Some(*kind));
    let chosen = {
        let (to, asked) = (to.clone(), asked.clone());
        move |article: Option<String>| to(Disagreements { article, ..asked.clone() })
    };
    html! {
        <div class="settings">
            if articles.len() > 1 { { article_choice(explorer, tables::article(), articles, asked.article.as_ref(), Rc::new(chosen)) } }
            <div class="choices" role="group" aria-label={tables::sort()}><span aria-hidden="true">{ tables::sort() }</span><ul>
                { choice(tables::every_one(), None, None) }
                { for present.map(|(kind, n)| choice(disagreeing::kind(kind).2, Some(n), Some(kind))) }
            </ul></div>
        </div>
    }
}
