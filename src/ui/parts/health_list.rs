//! What is wrong with the corpus, each line a way to its place; and which articles are one text.

use std::rc::Rc;

use yew::prelude::*;

use super::byline::article_name;
use crate::compare::Family;
use crate::health::Issue;
use crate::protocol::{ArticleCard, HealthView, Overview, Request, Response};
use crate::ui::hooks::use_answer;
use crate::ui::messages::{counts, health as messages, opening, values};
use crate::ui::route::{Place, View};

#[derive(Properties, PartialEq)]
pub struct HealthListProps {
    pub overview: Rc<Overview>,
}

/// Lines shown of each sort before the rest is a number.
const SHOWN: usize = 60;

#[component]
pub fn HealthList(props: &HealthListProps) -> Html {
    let answer = use_answer(Some(Request::Health));
    let Some(Response::Health(health)) = answer.response.as_deref() else { return Html::default() };
    let articles = &props.overview.articles;
    html! {
        <>
            { families(articles, health) }
            <section class="health" aria-labelledby="health-title">
                <h2 id="health-title">{ messages::state_of_texts() }</h2>
                if health.issues.is_empty() { <p>{ messages::nothing_wrong() }</p> }
                else { <p class="context">{ messages::about_issues() }</p> }
                <ul>{ for health.issues.iter().take(SHOWN).filter_map(|one| issue(articles, one)) }</ul>
                { rest(health.issues.len()) }
            </section>
        </>
    }
}

fn rest(n: usize) -> Html {
    if n <= SHOWN {
        return Html::default();
    }
    html! { <p>{ counts::and_n_lines(n - SHOWN) }</p> }
}

fn issue(articles: &[ArticleCard], issue: &Issue) -> Option<Html> {
    let card = articles.get(issue.document.index())?;
    let place = match issue.span {
        Some(span) => Place::read(&card.name).with_passage(Some(span)),
        // What is not known is given where it can be corrected.
        None => Place::of(View::Record(card.name.clone())),
    };
    Some(html! { <li><a href={place.fragment()}><b>{ article_name(card) }</b>{ values::colon() }{ issue.kind.to_string() }</a></li> })
}

fn families(articles: &[ArticleCard], health: &HealthView) -> Html {
    if health.families.is_empty() {
        return Html::default();
    }
    html! {
        <section class="families" aria-labelledby="families-title">
            <h2 id="families-title">{ messages::same_text() }</h2>
            <p class="context">{ messages::each_counts() }</p>
            <ul>{ for health.families.iter().take(SHOWN).map(|one| family(articles, one)) }</ul>
            { rest(health.families.len()) }
        </section>
    }
}

fn family(articles: &[ArticleCard], family: &Family) -> Html {
    let ties = family.ties.iter().take(SHOWN).filter_map(|tie| {
        let (one, other) = (articles.get(tie.document.index())?, articles.get(tie.with.index())?);
        let pair = Place::of(View::Compare(Some((other.name.clone(), one.name.clone())))).fragment();
        Some(html! { <li><a href={pair}>{ article_name(other) }{ " (" }{ &other.name }{ ")" }{ opening::and() }{ article_name(one) }{ " (" }{ &one.name }{ ")" }</a>{ values::colon() }{ messages::tie(tie.kind) }</li> })
    });
    html! {
        <li>
            <p><b>{ messages::family(family.kind, family.members.len()) }</b></p>
            <ul>{ for ties }</ul>
        </li>
    }
}
