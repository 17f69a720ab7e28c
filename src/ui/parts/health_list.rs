//! What is wrong with the corpus, each line a way to its place; and which articles are one text.

use std::rc::Rc;

use yew::prelude::*;

use super::byline::article_name;
use crate::compare::{CopyKind, Family};
use crate::health::Issue;
use crate::protocol::{ArticleCard, HealthView, Overview, Request, Response};
use crate::ui::format;
use crate::ui::hooks::use_answer;
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
                <h2 id="health-title">{ "État des textes" }</h2>
                if health.issues.is_empty() { <p>{ "Rien à signaler." }</p> }
                else { <p class="context">{ "Ce qui manque ou paraît abîmé. Chaque ligne ouvre son endroit." }</p> }
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
    html! { <p>{ format!("et {} de plus.", format::count(n - SHOWN, "ligne", "lignes")) }</p> }
}

fn issue(articles: &[ArticleCard], issue: &Issue) -> Option<Html> {
    let card = articles.get(issue.document.index())?;
    let place = match issue.span {
        Some(span) => Place::read(&card.name).with_passage(Some(span)),
        // What is not known is given where it can be corrected.
        None => Place::of(View::Record(card.name.clone())),
    };
    Some(html! { <li><a href={place.fragment()}><b>{ article_name(card) }</b>{ "\u{a0}: " }{ issue.kind.to_string() }</a></li> })
}

fn families(articles: &[ArticleCard], health: &HealthView) -> Html {
    if health.families.is_empty() {
        return Html::default();
    }
    html! {
        <section class="families" aria-labelledby="families-title">
            <h2 id="families-title">{ "Articles qui sont un même texte" }</h2>
            <p class="context">{ "Ils comptent chacun pour un article dans les autres vues." }</p>
            <ul>{ for health.families.iter().take(SHOWN).map(|one| family(articles, one)) }</ul>
            { rest(health.families.len()) }
        </section>
    }
}

fn family(articles: &[ArticleCard], family: &Family) -> Html {
    let ties = family.ties.iter().take(SHOWN).filter_map(|tie| {
        let (one, other) = (articles.get(tie.document.index())?, articles.get(tie.with.index())?);
        let pair = Place::of(View::Compare(Some((other.name.clone(), one.name.clone())))).fragment();
        Some(html! { <li><a href={pair}>{ article_name(other) }{ " (" }{ &other.name }{ ") et " }{ article_name(one) }{ " (" }{ &one.name }{ ")" }</a>{ "\u{a0}: " }{ kind_words(tie.kind) }</li> })
    });
    html! {
        <li>
            <p><b>{ format::capital(&format!("{} de {}", plural(family.kind), format::count(family.members.len(), "article", "articles"))) }</b></p>
            <ul>{ for ties }</ul>
        </li>
    }
}

fn plural(kind: CopyKind) -> &'static str {
    match kind {
        CopyKind::Same => "le même texte plusieurs fois\u{a0}: groupe",
        CopyKind::Version => "versions d’un même article\u{a0}: groupe",
        CopyKind::Syndicated => "un même texte dans plusieurs médias\u{a0}: groupe",
        CopyKind::Excerpt => "extraits d’un même texte\u{a0}: groupe",
    }
}

fn kind_words(kind: CopyKind) -> &'static str {
    match kind {
        CopyKind::Same => "le même article",
        CopyKind::Version => "deux versions",
        CopyKind::Syndicated => "le même texte chez deux médias",
        CopyKind::Excerpt => "l’un contient l’autre",
    }
}
