//! What was noted, in the order of the articles, filtered by label, article and author; and what is done with all of it.
//!
//! The notes are the page's own, so they are shown at once; where each stands in the texts as they are now is asked of the engine, and until it
//! says so a note stands where it was made.

use std::rc::Rc;

use yew::prelude::*;

use crate::notebook::{Note, Notebook};
use crate::order::Order;
use crate::protocol::{ArticleCard, Location, NotesAnswer, NotesRequest, Overview, Request, Response};
use crate::span::Span;
use crate::text::filling;
use crate::ui::covered::{Covered, use_covered, words_of_notes};
use crate::ui::hooks::{Explorer, use_answer, use_explorer};
use crate::ui::messages::{frame, noting};
use crate::ui::noted::Noted;
use crate::ui::parts::block::press;
use crate::ui::parts::byline::article_name;
use crate::ui::parts::corpus_tabs::corpus_tabs;
use crate::ui::parts::import_report;
use crate::ui::parts::label_list::label_list;
use crate::ui::parts::note_exchange::note_exchange;
use crate::ui::parts::note_filters::{Filed, is_wanted, note_filters};
use crate::ui::parts::note_panel::{note_body, remove_note};
use crate::ui::parts::notes_here::{cut, focus_soon};
use crate::ui::route::{Place, View};

#[derive(Properties, PartialEq)]
pub struct NotesViewProps {
    pub overview: Rc<Overview>,
    pub noted: Noted,
}

/// Notes shown at first, and more each time.
const SHOWN: usize = 100;
/// Characters of a passage.
const SHOWN_PASSAGE: usize = 280;

/// A note and where it stands.
#[derive(Clone, Copy)]
struct Placed<'n> {
    note: &'n Note,
    /// Its article, as far as it is in the corpus.
    card: Option<&'n ArticleCard>,
    span: Option<Span>,
    /// The passage as it reads now.
    words: &'n str,
}

impl<'n> Placed<'n> {
    fn filed(&self) -> Filed<'n> {
        (self.note, self.card.map_or(&*self.note.anchor.article, |card| &*card.name))
    }
}

#[component]
pub fn NotesView(props: &NotesViewProps) -> Html {
    let explorer = use_explorer();
    let notebook = &explorer.state.held.edits.notebook;
    let request = (!notebook.notes.is_empty()).then(|| {
        let anchors = notebook.notes.iter().map(|note| note.anchor.clone()).collect();
        Request::Notes(NotesRequest::Locate(anchors).pack())
    });
    let answer = use_answer(request.clone());
    let located = match answer.response.as_deref() {
        Some(Response::Notes(bytes)) if answer.request == request => NotesAnswer::unpack(bytes),
        _ => None,
    };
    let (locations, otherwise) = match located {
        Some(NotesAnswer::Located(locations, otherwise)) => (locations, otherwise),
        _ => (Vec::new(), Vec::new()),
    };
    let covered = use_covered(|| words_of_notes(notebook));
    let all = placed(notebook, &props.overview.articles, &locations, &otherwise);
    let filed: Vec<Filed> = all.iter().map(Placed::filed).collect();
    let wanted: Vec<Placed> = all.iter().filter(|placed| is_wanted(&props.noted, placed.filed())).copied().collect();
    html! {
        <div class="notes-view">
            { corpus_tabs(&View::Notes(props.noted.clone())) }
            <h1 tabindex="-1">{ frame::notes() }</h1>
            <p class="context">{ props.overview.title.clone() }</p>
            if explorer.state.report.as_ref().is_some_and(|report| !report.taken.is_empty()) { { import_report(&explorer) } }
            if notebook.notes.is_empty() {
                <p class="none">{ noting::none_yet() }{ " " }<a href={Place::of(View::Read(None)).fragment()}>{ noting::open_an_article() }</a></p>
            } else {
                { note_filters(&explorer, &props.noted, notebook, &props.overview.articles, &filed, &covered) }
                <p class="counted" role="status">{ counted(&wanted, all.len()) }</p>
            }
            { undo(&explorer) }
            if wanted.is_empty() && !all.is_empty() {
                <p class="none">{ noting::none_of_these() }{ " " }<a href={Place::of(View::Notes(Noted::default())).fragment()}>{ noting::show_all() }</a></p>
            }
            { list(&explorer, &wanted, &props.noted, &covered) }
            <div class="notes-more">
                if covered == Covered::Plain { { label_list(&explorer) } }
                { note_exchange(&explorer, props.overview.title.as_deref().unwrap_or_default()) }
            </div>
        </div>
    }
}

/// The notes in the order in which they are listed: by article and place, those that stand nowhere behind.
fn placed<'n>(
    notebook: &'n Notebook,
    articles: &'n [ArticleCard],
    locations: &[Location],
    otherwise: &'n [(u32, String)],
) -> Vec<Placed<'n>> {
    let of = |(at, note): (usize, &'n Note)| {
        let (card, span) = match locations.get(at) {
            Some(Location::Here { document, span }) => (articles.get(document.index()), Some(*span)),
            Some(Location::Lost(document)) => (articles.get(document.index()), None),
            Some(Location::Absent) => (None, None),
            None => (articles.iter().find(|card| card.name == note.anchor.article), Some(note.anchor.span)),
        };
        let now = otherwise.binary_search_by_key(&at, |(number, _)| *number as usize).ok();
        let words = now.map_or(&*note.anchor.exact, |now| &*otherwise[now].1);
        Placed { note, card, span: span.filter(|_| card.is_some()), words }
    };
    let mut all: Vec<Placed> = notebook.notes.iter().enumerate().map(of).collect();
    all.order_by_key(|placed| (placed.card.is_none(), placed.span.is_none(), placed.card.map(|card| card.id), placed.span));
    all
}

fn counted(wanted: &[Placed], n_all: usize) -> String {
    let distinct = |mut keys: Vec<&str>| {
        keys.sort_unstable();
        keys.dedup();
        keys.len()
    };
    let authors = distinct(wanted.iter().map(|placed| placed.note.author.as_deref().unwrap_or_default()).collect());
    let articles = distinct(wanted.iter().map(|placed| placed.filed().1).collect());
    noting::counted(wanted.len(), n_all, authors, articles)
}

/// The last change of the notebook can be taken back.
fn undo(explorer: &Explorer) -> Html {
    if explorer.state.held.n_leafed == 0 {
        return Html::default();
    }
    let desk = explorer.desk.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        desk.unwrite();
        focus_soon(&[".notes-view .note-undo", ".notes-view h1"]);
    });
    html! { <p>{ press("note-undo", noting::undo_last().to_owned(), onclick) }</p> }
}

/// The notes by article; then those whose words are gone, then those whose articles are.
fn list(explorer: &Explorer, wanted: &[Placed], noted: &Noted, covered: &Covered) -> Html {
    let n_shown = (explorer.place().shown as usize).max(SHOWN).min(wanted.len());
    let group = |of_one: &[Placed]| {
        let heading = match of_one[0] {
            Placed { card: Some(card), span: Some(_), .. } => {
                html! { <h2><a href={Place::read(&card.name).fragment()}>{ article_name(card) }</a></h2> }
            }
            Placed { card: Some(_), .. } => html! { <h2>{ noting::words_gone() }</h2> },
            Placed { .. } => html! { <h2>{ noting::articles_gone() }</h2> },
        };
        html! { <section>{ heading }<ul class="note-cards">{ for of_one.iter().map(|placed| card(explorer, placed, covered)) }</ul></section> }
    };
    let is_one = |a: &Placed, b: &Placed| {
        let group = |placed: &Placed| (placed.card.is_some(), placed.span.is_some(), placed.span.and(placed.card).map(|card| card.id));
        group(a) == group(b)
    };
    let n_left = wanted.len() - n_shown;
    let next = u32::try_from(n_shown + SHOWN).unwrap_or(u32::MAX);
    let more = Place::of(View::Notes(noted.clone())).with_shown(next);
    html! {
        <>
            { for wanted[..n_shown].chunk_by(is_one).map(group) }
            if n_left > 0 { <p class="more-rows"><a href={more.fragment()}>{ noting::more(n_left) }</a></p> }
        </>
    }
}

fn card(explorer: &Explorer, placed: &Placed, covered: &Covered) -> Html {
    let Placed { note, card, span, words } = *placed;
    // Where it stands the article's own words are covered already.
    let words = if span.is_some() && *words != *note.anchor.exact { words.to_owned() } else { covered.of(words) };
    let words = cut(&filling::in_one_line(&words), SHOWN_PASSAGE);
    let said = cut(&words, 60);
    let passage = match (card, span) {
        (Some(card), Some(span)) => {
            let to = Place::read(&card.name).with_passage(Some(span));
            html! { <a class="passage" href={to.fragment()} lang={card.language.clone()}>{ &words }</a> }
        }
        _ => html! { <>{ &words }if *covered == Covered::Plain { <small class="article">{ &note.anchor.article }</small> }</> },
    };
    let remove = {
        let (desk, note) = (explorer.desk.clone(), note.clone());
        Callback::from(move |_: MouseEvent| {
            remove_note(&desk, &note);
            focus_soon(&[".notes-view .note-undo"]);
        })
    };
    html! {
        <li class="note-card">
            <blockquote>{ passage }</blockquote>
            { note_body(&covered.labels(&explorer.state.held.edits.notebook), &covered.note(note)) }
            <p class="buttons"><button type="button" class="note-remove" aria-label={noting::remove_note_on(&said)} onclick={remove}>{ noting::remove() }</button></p>
        </li>
    }
}
