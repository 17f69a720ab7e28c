//! The five questions: empty cells that a class fills, then what the tool proposes beside them, each proposal with its passage.
//!
//! Few articles stand side by side, so that what one says and another does not is seen in a row; of many one is chosen.

use std::rc::Rc;

use js_sys::Uint8Array;
use web_sys::{HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::id::DocumentId;
use crate::protocol::{ArticleCard, Ask, ClassRequest, ClassView, FiveWCell, FiveWView, Overview, Request, Response};
use crate::ui::classroom::{ClassPage, Classroom};
use crate::ui::clipboard::copy;
use crate::ui::hooks::use_explorer::Step;
use crate::ui::hooks::{Explorer, use_explorer};
use crate::ui::messages::{class_pages, errors, five_questions as messages, tables};
use crate::ui::parts::byline::article_name;
use crate::ui::parts::class_link::ClassLink;
use crate::ui::parts::class_tabs::class_place;
use crate::ui::route::Place;
use crate::ui::{answers, download, format, results};

/// Articles that still have room beside each other.
const SIDE_BY_SIDE: usize = 5;
/// Proposals in a cell before the rest is folded.
const SHOWN: usize = 3;

#[derive(Properties, PartialEq)]
pub struct FiveWPageProps {
    pub overview: Rc<Overview>,
    pub article: Option<String>,
}

#[component]
pub fn FiveWPage(props: &FiveWPageProps) -> Html {
    let explorer = use_explorer();
    let articles = &props.overview.articles;
    let corpus = use_memo(articles.clone(), |articles| answers::corpus(articles));
    let redraw = use_force_update();
    let shown = shown(articles, props.article.as_deref());
    let sheet = Sheet { corpus: &corpus, articles: &shown };
    let is_compared = !shown.is_empty() && shown.iter().all(|card| sheet.is_compared(card));
    let asked = if is_compared { shown.iter().map(|card| card.id).collect() } else { Vec::new() };
    let proposals = use_proposals(asked);
    let said = use_state(|| "");
    let turn = {
        let (keys, redraw) = (shown.iter().map(|card| sheet.compared_key(card)).collect::<Vec<_>>(), redraw.clone());
        Callback::from(move |_: MouseEvent| {
            keys.iter().for_each(|key| answers::set(key, if is_compared { "" } else { "v" }));
            redraw.force_update();
        })
    };
    let classroom = Classroom::of(ClassPage::FiveW(props.article.clone()));
    html! {
        <>
            <h1 tabindex="-1">{ class_pages::five_questions() }</h1>
            <p class="in-words">{ messages::task() }</p>
            if articles.len() > 1 { { chooser(&explorer, articles, &shown, props.article.as_deref()) } }
            if let (Some(name), true) = (&props.article, shown.is_empty()) { <p class="notice" role="alert">{ messages::no_such_article(name) }</p> }
            if !shown.is_empty() {
                { table(&sheet, &proposals.views) }
                <p class="actions">
                    <button type="button" class="compare" aria-expanded={if is_compared { "true" } else { "false" }} onclick={turn}>{ if is_compared { messages::hide_proposals() } else { messages::compare() } }</button>
                    { handing_over(&sheet, &proposals.views, &said) }
                    <span role="status">{ *said }</span>
                </p>
                if let Some(why) = &proposals.failure { <p class="notice" role="alert">{ format::capital(why) }</p> }
                if is_compared && proposals.failure.is_none() && proposals.views.len() < shown.len() { <p class="status" role="status" aria-busy="true">{ messages::comparing_now() }</p> }
                if is_compared { <p class="hint">{ messages::proposals_are_no_key() }</p> }
                <p class="hint">{ messages::stays_here() }</p>
                <ClassLink {classroom} />
            }
        </>
    }
}

/// The articles of the table: the one that is asked for, else all that have room, else the first.
fn shown<'a>(articles: &'a [ArticleCard], asked: Option<&str>) -> Vec<&'a ArticleCard> {
    match asked {
        Some(name) => articles.iter().filter(|card| card.name == name).take(1).collect(),
        None if articles.len() <= SIDE_BY_SIDE => articles.iter().collect(),
        None => articles.iter().take(1).collect(),
    }
}

/// What is written in the cells.
struct Sheet<'s> {
    corpus: &'s str,
    articles: &'s [&'s ArticleCard],
}

impl Sheet<'_> {
    fn key(&self, card: &ArticleCard, ask: usize) -> String {
        format!("{}/5w/{}/{ask}", self.corpus, card.id.0)
    }

    fn compared_key(&self, card: &ArticleCard) -> String {
        format!("{}/5w/{}/v", self.corpus, card.id.0)
    }

    fn written(&self, card: &ArticleCard, ask: usize) -> String {
        answers::get(&self.key(card, ask)).unwrap_or_default()
    }

    fn is_compared(&self, card: &ArticleCard) -> bool {
        answers::get(&self.compared_key(card)).is_some_and(|kept| !kept.is_empty())
    }

    /// Each cell as a line: article, question, the pupil's words, the tool's.
    fn rows(&self, views: &[FiveWView]) -> Vec<[String; 4]> {
        let tool = |card: &ArticleCard, ask: usize| {
            let said = |cell: &FiveWCell| if cell.is_guess { format!("{} ({})", cell.said, messages::guess()) } else { cell.said.clone() };
            cells(views, card.id, ask).iter().map(said).collect::<Vec<_>>().join(" / ")
        };
        let row = |card: &ArticleCard, ask: usize| {
            [format::label(card), messages::ask(Ask::ALL[ask]).0.to_owned(), self.written(card, ask), tool(card, ask)]
        };
        self.articles.iter().flat_map(|card| (0..Ask::ALL.len()).map(move |ask| row(card, ask))).collect()
    }
}

fn cells(views: &[FiveWView], document: DocumentId, ask: usize) -> &[FiveWCell] {
    let view = views.iter().find(|view| view.document == document);
    view.and_then(|view| view.rows.get(ask)).map_or(&[], |row| &row.cells)
}

fn chooser(explorer: &Explorer, articles: &[ArticleCard], shown: &[&ArticleCard], asked: Option<&str>) -> Html {
    let go = explorer.clone();
    let onchange = Callback::from(move |event: Event| {
        let name = event.target_unchecked_into::<HtmlSelectElement>().value();
        let page = ClassPage::FiveW((!name.is_empty()).then_some(name));
        go.go(&class_place(&go, Classroom::of(page)), Step::New);
    });
    let has_room = articles.len() <= SIDE_BY_SIDE;
    let is_chosen = |card: &ArticleCard| (asked.is_some() || !has_room) && shown.iter().any(|shown| shown.id == card.id);
    let option = |card: &ArticleCard| html! { <option key={card.id.0} value={card.name.clone()} selected={is_chosen(card)}>{ format::label(card) }</option> };
    html! {
        <div class="settings"><label class="choices"><span>{ tables::article() }</span>
            <select id="five-article" {onchange}>
                if has_room { <option value="" selected={asked.is_none()}>{ tables::all() }</option> }
                { for articles.iter().map(option) }
            </select>
        </label></div>
    }
}

fn table(sheet: &Sheet, views: &[FiveWView]) -> Html {
    let head = |card: &&ArticleCard| {
        html! { <th scope="col" key={card.id.0}>{ article_name(card) }{ " " }<a href={Place::read(&card.name).fragment()} aria-label={messages::cell(messages::read_it(), &format::label(card))}>{ messages::read_it() }</a></th> }
    };
    let row = |(ask, kind): (usize, &Ask)| {
        let (name, meaning) = messages::ask(*kind);
        html! {
            <tr key={name}>
                <th scope="row">{ name }<small>{ meaning }</small></th>
                { for sheet.articles.iter().map(|card| cell(sheet, card, ask, views)) }
            </tr>
        }
    };
    html! {
        <div class="five-frame"><table class={classes!("five-w", (sheet.articles.len() == 1).then_some("alone"))}>
            <caption class="visually-hidden">{ class_pages::five_questions() }</caption>
            <thead><tr><th scope="col">{ messages::question() }</th>{ for sheet.articles.iter().map(head) }</tr></thead>
            <tbody>{ for Ask::ALL.iter().enumerate().map(row) }</tbody>
        </table></div>
    }
}

fn cell(sheet: &Sheet, card: &ArticleCard, ask: usize, views: &[FiveWView]) -> Html {
    let key = sheet.key(card, ask);
    let oninput =
        Callback::from(move |event: InputEvent| answers::set(&key, &event.target_unchecked_into::<HtmlTextAreaElement>().value()));
    let label = format::label(card);
    let is_here = views.iter().any(|view| view.document == card.id);
    let found = cells(views, card.id, ask);
    let (first, rest) = found.split_at(found.len().min(SHOWN));
    html! {
        <td key={card.id.0} data-label={label.clone()}>
            <textarea rows="2" aria-label={messages::cell(messages::ask(Ask::ALL[ask]).0, &label)} value={sheet.written(card, ask)} {oninput} />
            if is_here {
                if found.is_empty() { <p class="absent">{ messages::nothing_found() }</p> } else {
                    <p class="caps">{ messages::proposals() }</p>
                    <ul class="proposals">{ for first.iter().map(|cell| proposal(card, cell)) }</ul>
                }
                if !rest.is_empty() { <details><summary>{ messages::more(rest.len()) }</summary><ul class="proposals">{ for rest.iter().map(|cell| proposal(card, cell)) }</ul></details> }
            }
        </td>
    }
}

fn proposal(card: &ArticleCard, cell: &FiveWCell) -> Html {
    let at = cell.passage.marks.first().copied().unwrap_or(cell.passage.span);
    let to = Place::read(&card.name).with_passage(Some(at)).fragment();
    html! {
        <li key={format!("{}-{}", at.start, at.end)}>
            <a class={cell.is_guess.then_some("guess")} lang={card.language.clone()} href={to}>{ &cell.said }</a>
            if cell.is_guess { <small>{ " (" }{ messages::guess() }{ ")" }</small> }
        </li>
    }
}

/// The table as a file or in the clipboard.
fn handing_over(sheet: &Sheet, views: &[FiveWView], said: &UseStateHandle<&'static str>) -> Html {
    let heads = [tables::article(), messages::question(), messages::your_words(), messages::tool_words()].map(str::to_owned);
    // Made when it is asked for: what is written in a cell does not draw the page.
    let rows = {
        let (corpus, articles, views) =
            (sheet.corpus.to_owned(), sheet.articles.iter().map(|card| (*card).clone()).collect::<Vec<_>>(), views.to_vec());
        Rc::new(move || Sheet { corpus: &corpus, articles: &articles.iter().collect::<Vec<_>>() }.rows(&views))
    };
    let save = {
        let (rows, said) = (rows.clone(), said.clone());
        Callback::from(move |_: MouseEvent| {
            let lines: String = std::iter::once(&heads).chain(&rows()).map(|row| results::line(row)).collect();
            download::save(
                &format!("{}.csv", format::file_name(messages::file())),
                &Uint8Array::from(format!("\u{feff}{lines}").as_bytes()),
            );
            said.set(tables::saved());
        })
    };
    let onclick = {
        let said = said.clone();
        Callback::from(move |_: MouseEvent| {
            let (text, said) = (rows().iter().map(|row| row.join("\t")).collect::<Vec<_>>().join("\n"), said.clone());
            wasm_bindgen_futures::spawn_local(async move {
                said.set(if copy(&text).await.is_ok() { tables::copied() } else { tables::clipboard_refused() });
            });
        })
    };
    html! { <><button type="button" {onclick}>{ tables::copy() }</button><button type="button" onclick={save}>{ tables::csv() }</button></> }
}

/// What the tool proposes for these articles.
#[derive(Clone, Debug, Default, PartialEq)]
struct Proposals {
    views: Vec<FiveWView>,
    failure: Option<String>,
}

/// Asks for each of `documents`, anew with every corpus; none are asked for nothing.
#[hook]
fn use_proposals(documents: Vec<DocumentId>) -> Proposals {
    let explorer = use_explorer();
    let known = use_state(|| (Vec::new(), 0, Proposals::default()));
    let generation = explorer.state.generation;
    {
        let known = known.setter();
        use_effect_with((documents.clone(), generation), move |(documents, generation)| {
            let (documents, generation) = (documents.clone(), *generation);
            let wanted = Rc::new(std::cell::Cell::new(true));
            let is_wanted = wanted.clone();
            wasm_bindgen_futures::spawn_local(async move {
                let mut proposals = Proposals::default();
                for document in &documents {
                    let request = Request::Class(ClassRequest::FiveW { document: *document }.pack());
                    match explorer.desk.client().call(request).await.map(|response| five_w(&response)) {
                        Ok(Ok(view)) => proposals.views.push(view),
                        Ok(Err(why)) | Err(why) => proposals.failure = Some(why),
                    }
                }
                if is_wanted.get() {
                    known.set((documents, generation, proposals));
                }
            });
            move || wanted.set(false)
        });
    }
    // What was said of other articles is no answer here.
    if known.0 == documents && known.1 == generation { known.2.clone() } else { Proposals::default() }
}

fn five_w(response: &Response) -> Result<FiveWView, String> {
    match response {
        Response::Class(bytes) => match ClassView::unpack(bytes) {
            Some(ClassView::FiveW(view)) => Ok(view),
            _ => Err(errors::another_question().to_owned()),
        },
        Response::Refused { why } => Err(why.clone()),
        _ => Err(errors::another_question().to_owned()),
    }
}
