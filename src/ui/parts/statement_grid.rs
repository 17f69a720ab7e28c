//! Statements × articles: who tells it wholly, partly, otherwise or not at all. Each cell is a door to its sentence; each row opens the
//! sentences of all who tell it.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::Keep;
use super::byline::article_name;
use super::collect::Room;
use super::element::{Link, element, line, text};
use super::passage_list::passage_text;
use super::telling::{grounds, manner_sign, manner_words, unlike_lines};
use crate::compare::Manner;
use crate::id::DocumentId;
use crate::notebook::ClippingKind;
use crate::protocol::{ArticleCard, MOST_STATEMENTS, Overview, StatementCell, StatementRow, StatementsView};
use crate::span::Span;
use crate::text::filling;
use crate::ui::collecting::Wanted;
use crate::ui::followed::{self, Followed};
use crate::ui::format;
use crate::ui::hooks::{Explorer, use_explorer};
use crate::ui::messages::{collecting, counts, statements, tables};
use crate::ui::parts::elsewhere_door::elsewhere_place;
use crate::ui::route::Place;

/// Columns that a table holds; more articles make each row a number.
const COLUMNS: usize = 12;

/// The rows of several articles.
pub fn statement_grid(overview: &Rc<Overview>, view: &StatementsView) -> Html {
    let rows: Vec<&StatementRow> = view.rows.iter().filter(|row| row.cells.len() > 1).collect();
    if rows.is_empty() {
        return Html::default();
    }
    let wide = view.articles.len() <= COLUMNS;
    let columns: Rc<[ArticleCard]> =
        format::chronological(&overview.articles).into_iter().filter(|card| wide && view.articles.contains(&card.id)).cloned().collect();
    let heading = |card: &ArticleCard| {
        html! { <th scope="col" key={card.id.0}><a href={Place::read(&card.name).fragment()} title={format::title(card)}>{ format::bare_label(card) }</a></th> }
    };
    let row = |row: &&StatementRow| {
        html! { <Row key={key(row)} overview={overview.clone()} columns={columns.clone()} row={(*row).clone()} n_articles={view.articles.len()} /> }
    };
    html! {
        <section>
            <h2>{ statements::in_several() }</h2>
            { legend() }
            <div class="statement-frame" tabindex="0" role="group" aria-label={statements::by_article()} onkeydown={Callback::from(step)}>
                <table class={classes!("statements", (!wide).then_some("listed"))}>
                    <caption class="visually-hidden">{ statements::who_tells_how() }</caption>
                    <thead><tr><th scope="col">{ statements::most_shared_first() }</th>{ for columns.iter().map(heading) }if !wide { <th scope="col">{ tables::articles() }</th> }</tr></thead>
                    <tbody>{ for rows.iter().map(row) }</tbody>
                </table>
            </div>
        </section>
    }
}

fn key(row: &StatementRow) -> String {
    format!("{}-{}", row.title.document.0, start(row))
}

fn start(row: &StatementRow) -> u32 {
    row.title.marks.first().map_or(row.title.span.start, |mark| mark.start)
}

fn legend() -> Html {
    let entry = |how: Manner| html! { <span><b aria-hidden="true" class={class(how)}>{ manner_sign(how) }</b>{ statements::manner_means(how) }</span> };
    let keep = collecting::keep_button();
    html! { <p class="key">{ for Manner::ALL.into_iter().map(entry) }<span><b aria-hidden="true">{ "·" }</b>{ "\u{a0}" }{ statements::not_found() }</span><span><b aria-hidden="true">{ keep.0 }</b>{ "\u{a0}" }{ collecting::keep_in_words() }</span></p> }
}

fn class(how: Manner) -> &'static str {
    match how {
        Manner::Full => "full",
        Manner::Partly => "partly",
        Manner::Otherwise => "otherwise",
    }
}

#[derive(Properties, PartialEq)]
struct RowProps {
    overview: Rc<Overview>,
    columns: Rc<[ArticleCard]>,
    row: StatementRow,
    n_articles: usize,
}

/// One statement; opened, with the sentences of all who tell it.
#[component]
fn Row(props: &RowProps) -> Html {
    let explorer = use_explorer();
    let open = use_state(|| false);
    let row = &props.row;
    let articles = &props.overview.articles;
    let told = || row.cells.iter().flat_map(|cell| cell.passages.iter().map(|passage| (cell.document, passage.span)));
    let touches = |followed: &Followed| told().any(|(document, span)| followed.touches(articles, document, span));
    let is_followed = explorer.place().followed.as_ref().is_some_and(touches);
    let until = explorer.place().until.clone();
    let toggle = {
        let open = open.clone();
        Callback::from(move |_| open.set(!*open))
    };
    let id = format!("sentences-{}", key(row));
    let language = language(&props.overview.articles, row.title.document);
    let cell = |card: &ArticleCard| match row.cells.iter().find(|cell| cell.document == card.id) {
        Some(cell) => {
            html! { <td class={class(cell.manner)} key={card.id.0} data-label={format::label(card)}>{ door(card, cell, until.as_deref()) }</td> }
        }
        None => {
            html! { <td class="none" key={card.id.0} data-label={format::label(card)}><span aria-hidden="true">{ "·" }</span><span class="visually-hidden">{ statements::not_found() }</span></td> }
        }
    };
    let n = row.cells.len();
    html! {
        <>
            <tr data-keep="" class={followed::class(is_followed)} aria-current={followed::current(is_followed)}>
                <th scope="row">
                    <button type="button" class="statement" lang={language} aria-expanded={(*open).to_string()} aria-controls={id.clone()} onclick={toggle}>{ marked(row) }</button>
                    <Keep wanted={wanted(props, &explorer)} room={Room::Sign} />
                </th>
                { for props.columns.iter().map(cell) }
                if props.columns.is_empty() { <td>{ counts::n_of(n, props.n_articles) }</td> }
            </tr>
            if *open {
                <tr class="sentences" {id}><td colspan={(props.columns.len().max(1) + 1).to_string()}>{ sentences(&props.overview.articles, row, until.as_deref()) }</td></tr>
            }
        </>
    }
}

/// The row for the press review: the sentence of each who tells it, the clearest first.
fn wanted(props: &RowProps, explorer: &Explorer) -> Wanted {
    let row = &props.row;
    let cells = row.cells.iter().filter(|cell| cell.document != row.title.document);
    let others = cells.filter_map(|cell| cell.passages.first()).map(|passage| (passage.document, passage.span));
    let told = std::iter::once((row.title.document, row.title.span)).chain(others);
    let said = collecting::told_by(row.cells.len(), props.n_articles);
    Wanted::several(ClippingKind::Statement, &props.overview.articles, told, said, explorer.place().fragment())
}

fn language(articles: &[ArticleCard], id: DocumentId) -> Option<String> {
    articles.get(id.index()).map(|card| card.language.clone())
}

/// The sentence of the clearest passage, in which what others tell too stands out.
fn marked(row: &StatementRow) -> Html {
    let title = &row.title;
    let Some(span) = title.marks.iter().copied().reduce(Span::cover) else { return text(filling::in_one_line(&title.text)) };
    let (start, end) = ((span.start - title.span.start) as usize, (span.end - title.span.start) as usize);
    let around = |words: &str| element("span", "around", vec![text(filling::in_one_line(words))]);
    let (before, words, after) = (&title.text[..start], &title.text[start..end], &title.text[end..]);
    // In one line each part has lost its ends; a space stands where one of two neighbours had it.
    let space =
        |left: &str, right: &str| if left.ends_with(char::is_whitespace) || right.starts_with(char::is_whitespace) { " " } else { "" };
    let inside = text(format!("{}{}{}", space(before, words), filling::in_one_line(words), space(words, after)));
    html! { <>{ around(before) }{ inside }{ around(after) }</> }
}

/// The way to where an article tells it.
fn door(card: &ArticleCard, cell: &StatementCell, until: Option<&str>) -> Html {
    let Some(passage) = cell.passages.first() else { return Html::default() };
    let span = passage.marks.first().copied().unwrap_or(passage.span);
    let link = Link {
        label: Some(statements::open_sentence(&format::label(card), statements::manner(cell.manner).0).into()),
        title: Some(passage.text.clone().into()),
        ..Link::to(Place::read(&card.name).with_until(until).with_passage(Some(span)).fragment())
    };
    link.saying(manner_sign(cell.manner))
}

/// The sentences of all who tell it, that of the title first.
fn sentences(articles: &[ArticleCard], row: &StatementRow, until: Option<&str>) -> Html {
    let is_title = |cell: &StatementCell| cell.document == row.title.document;
    let cells = row.cells.iter().filter(|cell| is_title(cell)).chain(row.cells.iter().filter(|cell| !is_title(cell)));
    let one = |cell: &StatementCell| {
        let card = articles.get(cell.document.index())?;
        let said = if is_title(cell) {
            line("small", "manner", statements::clearest())
        } else {
            manner_words(cell.manner, cell.closeness, cell.score)
        };
        let mut parts = vec![html! { <h3>{ article_name(card) }{ " " }{ said }</h3> }];
        parts.extend(cell.passages.iter().map(|passage| {
            let span = passage.marks.first().copied().unwrap_or(passage.span);
            let to = Place::read(&card.name).with_until(until).with_passage(Some(span));
            Link { class: "passage", lang: Some(card.language.clone().into()), ..Link::to(to.fragment()) }.around(passage_text(passage))
        }));
        parts.extend(unlike_lines(&cell.unlike));
        parts.extend(grounds(&cell.grounds));
        Some(element("li", "", parts))
    };
    let elsewhere = articles.get(row.title.document.index()).map(|card| {
        let span = row.title.marks.iter().copied().reduce(Span::cover).unwrap_or(row.title.span);
        let to = elsewhere_place(&Place::read(&card.name).with_until(until), span);
        element("p", "", vec![Link::to(to.fragment()).saying(statements::elsewhere())])
    });
    html! { <>{ element("ul", "tellings", cells.filter_map(one).collect()) }{ elsewhere }</> }
}

/// Sentences found in one article alone, folded, by article.
pub fn single_statements(articles: &[ArticleCard], view: &StatementsView) -> Html {
    let rows: Vec<&StatementRow> = view.rows.iter().filter(|row| row.cells.len() == 1).collect();
    if rows.is_empty() {
        return Html::default();
    }
    let of = |card: &&ArticleCard| {
        let own: Vec<Html> = rows.iter().filter(|row| row.title.document == card.id).map(|row| alone(card, row)).collect();
        (!own.is_empty()).then(|| {
            html! { <section key={card.id.0}><h3>{ article_name(card) }{ " " }<span class="count">{ format::number(own.len()) }</span></h3><ul>{ for own }</ul></section> }
        })
    };
    let hidden = (view.n_single as usize).saturating_sub(MOST_STATEMENTS);
    html! {
        <details class="single alone">
            <summary>{ statements::in_one_alone(view.n_single as usize) }</summary>
            { for format::chronological(articles).iter().filter_map(of) }
            if hidden > 0 { <p class="absent">{ statements::so_many_at_a_time(MOST_STATEMENTS) }</p> }
        </details>
    }
}

fn alone(card: &ArticleCard, row: &StatementRow) -> Html {
    let span = row.title.marks.first().copied().unwrap_or(row.title.span);
    let link = Link {
        class: "passage",
        lang: Some(card.language.clone().into()),
        ..Link::to(Place::read(&card.name).with_passage(Some(span)).fragment())
    };
    element("li", "", vec![link.saying(row.title.text.clone())])
}

/// Arrows go from one door of the grid to the next: rows are of different lengths, so a step up or down looks for the column.
fn step(event: KeyboardEvent) {
    let Some(cell) = event.target_dyn_into::<Element>().and_then(|target| target.closest("td, th").ok().flatten()) else { return };
    let to = match event.key().as_str() {
        "ArrowRight" => beside(&cell, Element::next_element_sibling),
        "ArrowLeft" => beside(&cell, Element::previous_element_sibling),
        "ArrowDown" => above(&cell, Element::next_element_sibling),
        "ArrowUp" => above(&cell, Element::previous_element_sibling),
        _ => return,
    };
    if let Some(door) = to {
        event.prevent_default();
        let _ = door.focus();
    }
}

fn door_in(cell: &Element) -> Option<HtmlElement> {
    cell.query_selector("a, button").ok().flatten()?.dyn_into().ok()
}

fn beside(cell: &Element, next: fn(&Element) -> Option<Element>) -> Option<HtmlElement> {
    std::iter::successors(next(cell), next).find_map(|cell| door_in(&cell))
}

fn above(cell: &Element, next: fn(&Element) -> Option<Element>) -> Option<HtmlElement> {
    let row = cell.parent_element()?;
    let column = std::iter::successors(cell.previous_element_sibling(), Element::previous_element_sibling).count();
    std::iter::successors(next(&row), next).find_map(|row| door_in(&row.children().item(u32::try_from(column).ok()?)?))
}
