//! Passages in line: what stands before, the passage, what follows, and where; each opens its article, or more of its context.

use yew::prelude::*;

use super::byline::article_name;
use super::figure_table::link;
use super::tool_bar::choices;
use crate::concordance::{Choice, Grouping, Line, Lines, Sort, With};
use crate::id::DocumentId;
use crate::protocol::ArticleCard;
use crate::span::Span;
use crate::ui::format;
use crate::ui::messages::counts::n_words;
use crate::ui::messages::tools;
use crate::ui::route::Place;
use crate::ui::tool::{SHOWN, Tool};

/// Widths that are offered, in words on each side.
const WIDTHS: [u32; 4] = [5, 8, 14, 30];
/// Orders that are offered.
const SORTS: [Sort; 4] = [Sort::Place, Sort::Left, Sort::Hit, Sort::Right];
/// Whether lines of one article stay together.
const GROUPINGS: [Grouping; 2] = [Grouping::Together, Grouping::ByArticle];

/// The line that shows more of its context: one at a time.
pub struct Opened<'l> {
    pub place: &'l UseStateHandle<Option<(DocumentId, Span)>>,
    /// As far as it is known.
    pub wide: Option<&'l Line>,
}

/// The lines with their settings; `from` is the number of the first, counted from 0.
pub fn line_table(articles: &[ArticleCard], query: &str, (choice, from): (&Choice, u32), found: &Lines, opened: &Opened) -> Html {
    let heads = [tools::before(), tools::passage_and_after(), tools::article()].map(|words| html! { <th scope="col">{ words }</th> });
    html! {
        <>
            { settings(query, choice) }
            <div role="status" class="status">{ summary(articles, query, choice, found) }</div>
            if found.n_lines > 0 {
                <table class="kwic">
                    <caption class="visually-hidden">{ tools::concordance_caption() }</caption>
                    <thead><tr>{ for heads }</tr></thead>
                    <tbody>{ for rows(articles, query, choice, &found.lines, opened) }</tbody>
                </table>
            }
            { pages(query, choice, from, found) }
        </>
    }
}

fn settings(query: &str, choice: &Choice) -> Html {
    let sort = |at: usize| {
        let sort = SORTS[at];
        (tools::sort(sort).to_owned(), Tool::lines(Choice { sort, ..choice.clone() }), choice.sort == sort)
    };
    let width = |at: usize| {
        let width = WIDTHS[at];
        (n_words(width as usize), Tool::lines(Choice { width, ..choice.clone() }), choice.width == width)
    };
    let group = |at: usize| {
        let grouping = GROUPINGS[at];
        (tools::grouping(grouping).to_owned(), Tool::lines(Choice { grouping, ..choice.clone() }), choice.grouping == grouping)
    };
    html! {
        <div class="settings">
            { choices(tools::sort_by(), query, SORTS.len(), &sort) }
            { choices(tools::on_each_side(), query, WIDTHS.len(), &width) }
            { choices(tools::lines(), query, GROUPINGS.len(), &group) }
        </div>
    }
}

fn summary(articles: &[ArticleCard], query: &str, choice: &Choice, found: &Lines) -> Html {
    if found.n_hits == 0 {
        return html! { <p>{ tools::no_passage_in_articles() }</p> };
    }
    let said = tools::lines_in(found.n_lines as usize, found.n_hits as usize, found.n_documents as usize);
    let condition = |words: String, without: Choice| {
        let label = tools::remove(&words);
        html! { <a class="condition" href={Tool::lines(without).over(query)} aria-label={label}>{ words }{ "\u{a0}×" }</a> }
    };
    let article = choice.article.as_ref().map(|name| {
        let card = articles.iter().find(|card| card.name == *name);
        condition(card.map_or_else(|| name.clone(), format::label), Choice { article: None, ..choice.clone() })
    });
    let with = choice.with.as_ref().map(|with| {
        let words = match with {
            With::Near { word, window } => tools::with(word, *window),
            With::Run(words) => tools::in_run(words),
        };
        condition(words, Choice { with: None, ..choice.clone() })
    });
    html! { <p>{ said }{ article }{ with }</p> }
}

fn rows(articles: &[ArticleCard], query: &str, choice: &Choice, lines: &[Line], opened: &Opened) -> Vec<Html> {
    let mut rows = Vec::new();
    let mut last = None;
    for line in lines {
        let Some(card) = articles.get(line.document.index()) else { continue };
        let begins = last.replace(line.document) != Some(line.document);
        if choice.grouping == Grouping::ByArticle && begins {
            let key = format!("article {}", line.document.0);
            rows.push(html! { <tr {key} class="group"><th scope="rowgroup" colspan="3">{ article_name(card) }</th></tr> });
        }
        rows.push(line_row(card, query, line, opened));
    }
    rows
}

fn line_row(card: &ArticleCard, query: &str, line: &Line, opened: &Opened) -> Html {
    let place = (line.document, line.span);
    let open = **opened.place == Some(place);
    let wide = opened.wide.filter(|wide| open && (wide.document, wide.span) == place);
    let to = Place::read(&card.name).with_query(query).with_hit(line.number as usize);
    let toggle = {
        let state = opened.place.clone();
        Callback::from(move |_: MouseEvent| state.set((!open).then_some(place)))
    };
    let key = format!("{} {}", line.document.0, line.span.start);
    html! {
        <key={key}>
            <tr class="line">
                <td class="left" lang={card.language.clone()}>{ &line.left }</td>
                <td lang={card.language.clone()}>{ link(to.fragment(), html! { { &line.hit } }) }<span class="right">{ &line.right }</span></td>
                <td class="where"><div>
                    <button type="button" aria-expanded={open.to_string()} aria-label={tools::more_context()} onclick={toggle}>{ if open { "−" } else { "+" } }</button>
                    <span>{ article_name(card) }</span>
                </div></td>
            </tr>
            if let Some(wide) = wide {
                <tr class="wide"><td colspan="3" lang={card.language.clone()}><p>{ &wide.left }<mark class="here">{ &wide.hit }</mark>{ &wide.right }</p></td></tr>
            }
        </>
    }
}

/// The way to the lines before and behind.
fn pages(query: &str, choice: &Choice, from: u32, found: &Lines) -> Html {
    let n = found.n_lines;
    if n <= SHOWN && from == 0 {
        return Html::default();
    }
    let to = |from: u32, words: &'static str| link(Tool::Lines { choice: choice.clone(), from }.over(query), html! { { words } });
    let last = from.saturating_add(SHOWN).min(n);
    let [to_first, to_previous, to_next, to_last] = tools::steps();
    html! {
        <nav class="pages" aria-label={tools::pages_of_concordance()}>
            if from > 0 { { to(0, to_first) }{ to(from.saturating_sub(SHOWN), to_previous) } }
            <span>{ tools::lines_of(from.min(n) as usize + 1, last as usize, n as usize) }</span>
            if last < n { { to(last, to_next) }{ to((n - 1) / SHOWN * SHOWN, to_last) } }
        </nav>
    }
}
