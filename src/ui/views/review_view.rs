//! What the reader collected, in their order, with their words between; how much of each article it quotes; and the forms in which it is
//! handed on.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use super::ViewProps;
use crate::corpus::Mask;
use crate::notebook::{Item, Length, Review, Shift, html as written_in_html, markdown};
use crate::ui::covered::{use_covered, words_of_review};
use crate::ui::hooks::use_explorer::{Explorer, Step};
use crate::ui::hooks::{use_articles, use_explorer};
use crate::ui::messages::{collecting as messages, frame};
use crate::ui::parts::block::press;
use crate::ui::parts::clipping_card::{Act, Card};
use crate::ui::parts::corpus_tabs::corpus_tabs;
use crate::ui::parts::element::{Link, element, line};
use crate::ui::parts::share_list::share_list;
use crate::ui::press::{Reviewed, articles_of, page_address};
use crate::ui::route::{Place, View};
use crate::ui::shortcuts::{self, Shortcut};
use crate::ui::{download, focus, format};

#[component]
pub fn ReviewView(props: &ViewProps) -> Html {
    let explorer = use_explorer();
    let overview = &props.overview;
    let said = use_state(AttrValue::default);
    // Whether what is typed next is a step of its own.
    let begins = use_mut_ref(|| Step::New);
    let own = &explorer.state.held.edits.notebook.review;
    let review = use_covered(|| words_of_review(own)).review(own);
    let mask = explorer.state.held.edits.mask;
    let documents = use_articles(articles_of(&review, overview));
    let reviewed = Reviewed { overview, review: &review, documents: &documents, mask };
    let tell = {
        let said = said.clone();
        Callback::from(move |words: String| said.set(words.into()))
    };
    let act = {
        let (explorer, tell) = (explorer.clone(), tell.clone());
        Callback::from(move |(at, act): (usize, Act)| {
            let step = if act == Act::Begin { Step::New } else { begins.replace(Step::Same) };
            match act {
                Act::Begin => drop(begins.replace(Step::New)),
                act => change(&explorer, at, act, step, &tell),
            }
        })
    };
    let [ondragstart, ondragover, ondrop, ondragend] = use_dragging(&act);
    let keys = {
        let act = act.clone();
        Callback::from(move |event: KeyboardEvent| key(&event, &act))
    };
    let quotings = reviewed.quotings();
    let mut number = 0;
    let cards = review.items.iter().enumerate().map(|(at, item)| {
        number += usize::from(matches!(item, Item::Clipping(_)));
        Card { reviewed: &reviewed, quotings: &quotings, item, at, number, act: act.clone() }.draw()
    });
    html! {
        <div class="review-view">
            { corpus_tabs(&View::Review) }
            <h1 tabindex="-1">{ reviewed.title() }</h1>
            <p class="context">{ overview.title.clone() }</p>
            if review.items.is_empty() {
                { nothing() }
            } else {
                // What is covered is not written in: it would be kept so.
                if mask == Mask::Off { { title_field(&explorer, &review) } }
                { handing_on(&reviewed, &tell) }
                <p class="hint">{ messages::hint() }</p>
                <ol class="review-items" aria-label={messages::in_order()} onkeydown={keys} {ondragstart} {ondragover} {ondrop} {ondragend}>{ for cards }</ol>
                { share_list(&quotings) }
                <p class="on-paper">{ messages::colophon(env!("CARGO_PKG_VERSION"), quotings.len()) }</p>
            }
            <p class="review-status">{ undo(&explorer, &tell) }<span role="status">{ (*said).clone() }</span></p>
        </div>
    }
}

/// What is said while nothing is kept, and where one begins.
fn nothing() -> Html {
    let to = ["#/citations", "#/comparer/enonces", "#/comparer/desaccords"];
    let door = |(to, words): (&'static str, &'static str)| element("li", "", vec![Link::to(to).saying(words)]);
    let doors = to.into_iter().zip(messages::where_to_collect()).map(door).collect();
    html! {
        <>
            { line("p", "in-words", messages::nothing_yet()) }
            { line("p", "in-words", messages::how_to_collect(&shortcuts::key(Shortcut::Keep))) }
            { element("ul", "review-doors", doors) }
        </>
    }
}

fn title_field(explorer: &Explorer, review: &Review) -> Html {
    let desk = explorer.desk.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        let title = event.target_unchecked_into::<HtmlInputElement>().value();
        let title = Some(title).filter(|title| !title.is_empty());
        desk.write(Step::Same, |notebook| notebook.review.title = title);
    });
    let value = review.title.clone().unwrap_or_default();
    html! {
        <p class="field review-title"><label for="review-title">{ messages::title_of_review() }</label><input id="review-title" type="text" maxlength="200" autocomplete="off" placeholder={frame::review()} {value} {oninput} /></p>
    }
}

/// Files, paper, projector.
fn handing_on(reviewed: &Reviewed, tell: &Callback<String>) -> Html {
    let made = reviewed.press(page_address().as_deref());
    let name = format::file_name(&made.title);
    let save = |ending: &'static str, text: String| {
        let (name, tell) = (format!("{name}.{ending}"), tell.clone());
        Callback::from(move |_| {
            download::save(&name, &Uint8Array::from(text.as_bytes()));
            tell.emit(messages::saved().to_owned());
        })
    };
    let print = Callback::from(|_| {
        // A frame may not be allowed to: the browser's own menu still is.
        let _ = gloo::utils::window().print();
    });
    html! {
        <div class="sheet-buttons handing-on" role="group" aria-label={messages::hand_on()}>
            { press("as-markdown", messages::markdown().to_owned(), save("md", markdown(&made))) }
            { press("as-html", messages::html().to_owned(), save("html", written_in_html(&made))) }
            { press("as-print", messages::print().to_owned(), print) }
            <a class="project" href={Place::of(View::Projector).fragment()}>{ messages::project() }</a>
        </div>
    }
}

fn undo(explorer: &Explorer, tell: &Callback<String>) -> Html {
    if explorer.state.held.n_leafed == 0 {
        return Html::default();
    }
    let (desk, tell) = (explorer.desk.clone(), tell.clone());
    let onclick = Callback::from(move |_| {
        desk.unwrite();
        tell.emit(messages::undone().to_owned());
        keep_focus("#main h1");
    });
    press("undo", messages::undo().to_owned(), onclick)
}

fn change(explorer: &Explorer, at: usize, act: Act, step: Step, tell: &Callback<String>) {
    let review = &explorer.state.held.edits.notebook.review;
    let n = review.items.len();
    let desk = &explorer.desk;
    match act {
        Act::Begin => {}
        Act::Write(words) => desk.write(step, |notebook| {
            if let Some(Item::Heading(own) | Item::Words(own)) = notebook.review.items.get_mut(at) {
                *own = words;
            }
        }),
        Act::Up | Act::Down => {
            let (shift, class) = if act == Act::Up { (Shift::Up, "up") } else { (Shift::Down, "down") };
            let mut to = at;
            desk.write(Step::New, |notebook| to = notebook.review.shift(at, shift));
            tell.emit(messages::moved_to(to + 1, n));
            keep_focus(&format!("#item-{to} .{class}"));
        }
        Act::GroupUp | Act::GroupDown | Act::To(_) => {
            let mut to = at;
            desk.write(Step::New, |notebook| {
                let review = &mut notebook.review;
                to = match act {
                    Act::To(to) => review.carry(review.group(at), to),
                    Act::GroupUp => review.shift_group(at, Shift::Up),
                    _ => review.shift_group(at, Shift::Down),
                };
            });
            tell.emit(messages::moved_to(to + 1, n));
            keep_focus(&format!("#item-{to} .up"));
        }
        Act::HeadingBefore | Act::WordsAfter => {
            let (to, item) = match act {
                Act::HeadingBefore => (at, Item::Heading(String::new())),
                _ => (at + 1, Item::Words(String::new())),
            };
            desk.write(Step::New, |notebook| notebook.review.items.insert(to.min(n), item));
            keep_focus(&format!("#item-{to} :is(input, textarea)"));
        }
        Act::Lengthen => desk.write(Step::New, |notebook| {
            if let Some(Item::Clipping(clipping)) = notebook.review.items.get_mut(at) {
                clipping.length = if clipping.length == Length::Short { Length::Whole } else { Length::Short };
            }
        }),
        Act::TakeOut => {
            desk.write(Step::New, |notebook| {
                if at < notebook.review.items.len() {
                    notebook.review.items.remove(at);
                }
            });
            tell.emit(messages::item_taken_out().to_owned());
            keep_focus(&if n > 1 { format!("#item-{} .take-out", at.min(n - 2)) } else { "#main h1".to_owned() });
        }
    }
}

/// What is drawn anew after a change takes the focus there.
fn keep_focus(selector: &str) {
    let selector = selector.to_owned();
    gloo::timers::callback::Timeout::new(0, move || focus::on(&selector)).forget();
}

/// What is heard of a handle that is dragged: begun, over the list, let go there, ended.
type Dragging = [Callback<DragEvent>; 4];

/// Items are dragged by their handles; a heading takes its group along.
#[hook]
fn use_dragging(act: &Callback<(usize, Act)>) -> Dragging {
    let dragged = use_mut_ref(|| None::<usize>);
    let start = {
        let dragged = dragged.clone();
        Callback::from(move |event: DragEvent| {
            *dragged.borrow_mut() = item_of(&event).map(|(at, _)| at);
            // Without something to carry some browsers do not drag.
            if let Some(carried) = event.data_transfer() {
                let _ = carried.set_data("text/plain", "");
                carried.set_effect_allowed("move");
            }
        })
    };
    let over = {
        let dragged = dragged.clone();
        Callback::from(move |event: DragEvent| {
            if dragged.borrow().is_some() {
                event.prevent_default();
            }
        })
    };
    let drop_here = {
        let (dragged, act) = (dragged.clone(), act.clone());
        Callback::from(move |event: DragEvent| {
            let (Some(from), Some((at, item))) = (dragged.borrow_mut().take(), item_of(&event)) else { return };
            event.prevent_default();
            let place = item.get_bounding_client_rect();
            let is_below = f64::from(event.client_y()) > place.top() + place.height() / 2.0;
            let to = if is_below { at + 1 } else { at };
            act.emit((from, Act::To(to)));
        })
    };
    let end = Callback::from(move |_: DragEvent| *dragged.borrow_mut() = None);
    [start, over, drop_here, end]
}

/// The item in which something happens, and its place.
fn item_of(event: &Event) -> Option<(usize, Element)> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let item = target.closest("[id^='item-']").ok().flatten()?;
    let at = item.id()["item-".len()..].parse().ok()?;
    Some((at, item))
}

/// Keys that move or take out the item in which the focus is.
fn key(event: &KeyboardEvent, act: &Callback<(usize, Act)>) {
    let Some((at, _)) = item_of(event) else { return };
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_field = target.is_some_and(|target| matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA"));
    let wanted = match event.key().as_str() {
        "ArrowUp" if event.alt_key() && event.shift_key() => Act::GroupUp,
        "ArrowDown" if event.alt_key() && event.shift_key() => Act::GroupDown,
        "ArrowUp" if event.alt_key() => Act::Up,
        "ArrowDown" if event.alt_key() => Act::Down,
        "Delete" if !is_field => Act::TakeOut,
        _ => return,
    };
    event.prevent_default();
    act.emit((at, wanted));
}
