//! Passages in line: what stands before, the passage, what follows, and where; each opens its article, or more of its context.

use yew::prelude::*;

use super::byline::article_name;
use super::tool_bar::choices;
use crate::concordance::{Answer, Choice, Form, Grouping, Line, Lines, Question, Sort, With};
use crate::protocol::{ArticleCard, Request, Response};
use crate::ui::format;
use crate::ui::hooks::use_answer;
use crate::ui::route::{Place, View};
use crate::ui::tool::{SHOWN, Tool, window_words};
use crate::ui::views::tool_view::notices;

/// Widths that are offered, in words on each side.
const WIDTHS: [u32; 4] = [5, 8, 14, 30];

/// The lines with their settings; `from` is the number of the first, counted from 0.
pub fn line_table(articles: &[ArticleCard], query: &str, choice: &Choice, from: u32, found: &Lines) -> Html {
    html! {
        <>
            { settings(query, choice) }
            <div role="status" class="status">{ summary(articles, query, choice, found) }{ notices(&found.notices) }</div>
            if found.n_lines > 0 {
                <div class="kwic-frame">
                    <table class="kwic" role="table">
                        <caption class="visually-hidden">{ "Passages de la requête, un par ligne, avec les mots qui les entourent" }</caption>
                        <thead role="rowgroup"><tr role="row">
                            { for ["Avant", "Passage", "Après", "Article"].map(|words| html! { <th scope="col" role="columnheader">{ words }</th> }) }
                        </tr></thead>
                        <tbody role="rowgroup">{ rows(articles, query, choice, &found.lines) }</tbody>
                    </table>
                </div>
            }
            { pages(query, choice, from, found) }
        </>
    }
}

fn place(query: &str, choice: Choice, from: u32) -> Place {
    Place::of(View::Tool(Tool::Lines { choice, from })).with_query(query)
}

fn settings(query: &str, choice: &Choice) -> Html {
    let sorts = [(Sort::Place, "ordre du texte"), (Sort::Left, "mots d’avant"), (Sort::Hit, "passage"), (Sort::Right, "mots d’après")];
    let sort = |(sort, words): (Sort, &str)| (words.to_owned(), place(query, Choice { sort, ..choice.clone() }, 0), choice.sort == sort);
    let width = |width: u32| (format!("{width}\u{a0}mots"), place(query, Choice { width, ..choice.clone() }, 0), choice.width == width);
    let groupings = [(Grouping::Together, "ensemble"), (Grouping::ByArticle, "par article")];
    let group = |(grouping, words): (Grouping, &str)| {
        (words.to_owned(), place(query, Choice { grouping, ..choice.clone() }, 0), choice.grouping == grouping)
    };
    html! {
        <div class="settings">
            { choices("Trier par", sorts.map(sort).into()) }
            { choices("De chaque côté", WIDTHS.map(width).into()) }
            { choices("Lignes", groupings.map(group).into()) }
        </div>
    }
}

fn summary(articles: &[ArticleCard], query: &str, choice: &Choice, found: &Lines) -> Html {
    let lines = format::count(found.n_lines as usize, "passage", "passages");
    let of = if found.n_lines < found.n_hits { format!(" sur {}", format::number(found.n_hits as usize)) } else { String::new() };
    let inside = format::count(found.n_documents as usize, "article", "articles");
    let without = |choice: Choice, words: String| {
        html! { <a class="condition" href={place(query, choice, 0).fragment()}>{ words }<span aria-hidden="true">{ "\u{a0}×" }</span><span class="visually-hidden">{ ", retirer" }</span></a> }
    };
    let with = choice.with.as_ref().map(|with| match with {
        With::Near { word, window } => format!("avec «\u{a0}{word}\u{a0}» {}", window_words(*window)),
        With::Run(words) => format!("dans la suite «\u{a0}{words}\u{a0}»"),
    });
    let article = choice.article.as_ref().map(|name| {
        articles.iter().find(|card| card.name == *name).map_or_else(|| format!("article inconnu\u{a0}: {name}"), format::label)
    });
    html! {
        <p>
            if found.n_hits == 0 { { "Aucun passage dans les articles." } } else { { format!("{lines}{of} dans {inside}") } }
            if let Some(words) = article { { " " }{ without(Choice { article: None, ..choice.clone() }, words) } }
            if let Some(words) = with { { " " }{ without(Choice { with: None, ..choice.clone() }, words) } }
        </p>
    }
}

fn rows(articles: &[ArticleCard], query: &str, choice: &Choice, lines: &[Line]) -> Html {
    let mut last = None;
    let row = |line: &Line| {
        let card = articles.get(line.document.index())?;
        let begins = choice.grouping == Grouping::ByArticle && last.replace(line.document) != Some(line.document);
        Some(html! {
            <key={format!("{}-{}", line.document.0, line.span.start)}>
                if begins { <tr role="row" class="group"><th role="rowheader" scope="rowgroup" colspan="4">{ article_name(card) }</th></tr> }
                <LineRow line={line.clone()} card={card.clone()} query={query.to_owned()} />
            </>
        })
    };
    html! { <>{ for lines.iter().filter_map(row) }</> }
}

#[derive(Properties, PartialEq)]
struct LineRowProps {
    line: Line,
    card: ArticleCard,
    query: AttrValue,
}

#[component]
fn LineRow(props: &LineRowProps) -> Html {
    let open = use_state(|| false);
    let LineRowProps { line, card, query } = props;
    let question = Question::Context { document: line.document, span: line.span };
    let answer = use_answer(open.then_some(Request::Concordance { question, form: Form::View }));
    let wide = answer.response.as_deref().filter(|_| *open).and_then(|response| match response {
        Response::Concordance(answer) => match &**answer {
            Answer::Context(line) => Some(line),
            _ => None,
        },
        _ => None,
    });
    let to = Place::read(&card.name).with_query(query).with_hit(line.number as usize).with_passage(Some(line.span));
    let toggle = Callback::from({
        let open = open.clone();
        move |_| open.set(!*open)
    });
    html! {
        <>
            <tr role="row" class="line" lang={card.language.clone()}>
                <td role="cell" class="left">{ &line.left }</td>
                <td role="cell" class="hit-cell"><a href={to.fragment()}>{ &line.hit }</a></td>
                <td role="cell" class="right">{ &line.right }</td>
                <td role="cell" class="where" lang="fr">
                    <button type="button" aria-expanded={open.to_string()} aria-label="Plus de contexte" title="Plus de contexte" onclick={toggle}>{ if *open { "−" } else { "+" } }</button>
                    { article_name(card) }
                </td>
            </tr>
            if let Some(wide) = wide {
                <tr role="row" class="wide" lang={card.language.clone()}><td role="cell" colspan="4"><p>{ &wide.left }<mark class="here">{ &wide.hit }</mark>{ &wide.right }</p></td></tr>
            }
        </>
    }
}

/// The way to the lines before and behind.
fn pages(query: &str, choice: &Choice, from: u32, found: &Lines) -> Html {
    let n = found.n_lines;
    let to = |from: u32, words: &'static str| html! { <a href={place(query, choice.clone(), from).fragment()}>{ words }</a> };
    if n <= SHOWN && from == 0 {
        return Html::default();
    }
    let last = from.saturating_add(SHOWN).min(n);
    html! {
        <nav class="pages" aria-label="Pages de la concordance">
            if from > 0 { { to(0, "Premières") }{ to(from.saturating_sub(SHOWN), "Précédentes") } }
            <span>{ format!("Lignes {} à {} sur {}", format::number(from.min(n) as usize + 1), format::number(last as usize), format::number(n as usize)) }</span>
            if last < n { { to(last, "Suivantes") }{ to((n - 1) / SHOWN * SHOWN, "Dernières") } }
        </nav>
    }
}
