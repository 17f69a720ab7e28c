//! The worksheet and its key: chosen on the screen, printed on two A4 pages each.
//!
//! What is printed stands below the choices as it will be on paper, so its length is measured where it is read. Everything that is
//! chosen is in the address: a sheet can be handed on as a link, and its key is the same address with another name.

use std::cell::Cell;
use std::rc::Rc;

use web_sys::{Element, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::protocol::{ActivityKind, ArticleCard, Overview};
use crate::ui::classroom::{ClassPage, Classroom};
use crate::ui::format;
use crate::ui::hooks::use_explorer::Step;
use crate::ui::hooks::{Explorer, use_explorer};
use crate::ui::messages::{activities, worksheet as messages};
use crate::ui::parts::sheet_paper::{key, paper};
use crate::ui::route::{Place, View};
use crate::ui::sheet::{self, Choice, MOST_ARTICLES, Sheet, WHOLE};

/// Articles to choose from: in a longer list nobody finds one.
const LISTED: usize = 300;
/// Lengths that are offered.
const LENGTHS: [u32; 6] = [80, 120, 160, 240, 400, WHOLE];
/// Numbers of questions that are offered.
const NUMBERS: std::ops::RangeInclusive<u32> = 1..=6;
/// Height of an A4 page between its margins (`@page` in worksheet.css: 297 mm − 2 × 11 mm), in the pixels of a style sheet.
const PAGE_HEIGHT: f64 = 275.0 / 25.4 * 96.0;

#[derive(Properties, PartialEq)]
pub struct WorksheetPageProps {
    pub overview: Rc<Overview>,
    pub classroom: Classroom,
}

#[component]
pub fn WorksheetPage(props: &WorksheetPageProps) -> Html {
    let explorer = use_explorer();
    let choice = Choice::of(&props.classroom, &props.overview.articles);
    let made = use_sheet(&explorer, &choice);
    let (on_paper, pages) = (use_node_ref(), use_state(|| 0_u32));
    {
        let (on_paper, pages) = (on_paper.clone(), pages.clone());
        use_effect_with((made.sheet.clone(), props.classroom.clone()), move |_| {
            let height = on_paper.cast::<Element>().map_or(0, |paper| paper.scroll_height());
            pages.set((f64::from(height) / PAGE_HEIGHT * 10.0).ceil() as u32);
        });
    }
    let is_key = props.classroom.page == ClassPage::Key;
    let print = Callback::from(|_| {
        // A browser that cannot print says so itself.
        let _ = gloo::utils::window().print();
    });
    let articles = &props.overview.articles;
    let is_waiting = made.sheet.is_none() && made.failure.is_none();
    html! {
        <div class="worksheet">
            <div class="sheet-controls">
                { choices(&explorer, &props.classroom, &choice, articles) }
                <p class="sheet-steps">
                    <button type="button" class="print" onclick={print} disabled={made.sheet.is_none()}>{ messages::print() }</button>
                    <a href={to(&explorer, Classroom { seed: props.classroom.seed + 1, ..props.classroom.clone() }).fragment()}>{ activities::other_questions() }</a>
                    <span role="status" aria-busy={is_waiting.then_some("true")}>{ status(&made, *pages) }</span>
                </p>
                if let Some(why) = &made.failure { <p class="notice" role="alert">{ format::capital(why) }</p> }
            </div>
            if let Some(sheet) = &made.sheet {
                <div class="sheet-frame" role="region" tabindex="0" aria-label={messages::preview()}>
                    <div class="sheet" ref={on_paper}>
                        { if is_key { key(sheet, props.overview.title.as_deref(), articles) } else { paper(sheet, props.overview.title.as_deref(), articles) } }
                    </div>
                </div>
            }
        </div>
    }
}

/// What is known of the sheet that was asked for.
#[derive(Clone, Default, PartialEq)]
struct Made {
    choice: Option<Choice>,
    generation: u32,
    sheet: Option<Rc<Sheet>>,
    failure: Option<String>,
}

/// Makes the sheet whenever what is chosen or the corpus changes; until then the one before stays.
#[hook]
fn use_sheet(explorer: &Explorer, choice: &Choice) -> Made {
    let made = use_state(Made::default);
    let newest = use_mut_ref(|| Rc::new(Cell::new(false)));
    let generation = explorer.state.generation;
    let (set, client) = (made.clone(), explorer.desk.client().clone());
    use_effect_with((choice.clone(), generation), move |(choice, _)| {
        let wanted = Rc::new(Cell::new(true));
        newest.replace(wanted.clone()).set(false);
        let choice = choice.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let answer = sheet::gather(client, choice.clone()).await;
            if wanted.get() {
                let (sheet, failure) = answer.map_or_else(|why| (None, Some(why)), |sheet| (Some(sheet), None));
                set.set(Made { choice: Some(choice), generation, sheet, failure });
            }
        });
    });
    // What was made of another corpus speaks of other articles.
    if made.generation == generation { (*made).clone() } else { Made::default() }
}

fn status(made: &Made, tenths: u32) -> String {
    match &made.sheet {
        None if made.failure.is_some() => String::new(),
        None => messages::making().to_owned(),
        Some(_) => messages::fits(tenths),
    }
}

fn to(explorer: &Explorer, classroom: Classroom) -> Place {
    Place { view: View::Class(classroom), ..explorer.place().clone() }
}

fn choices(explorer: &Explorer, classroom: &Classroom, choice: &Choice, articles: &[ArticleCard]) -> Html {
    let kinds = ActivityKind::ALL.into_iter().map(|kind| {
        let is_chosen = choice.kinds.contains(&kind);
        let mut with: Vec<ActivityKind> = choice.kinds.iter().copied().filter(|known| *known != kind).collect();
        if !is_chosen {
            with.push(kind);
            with = ActivityKind::ALL.into_iter().filter(|kind| with.contains(kind)).collect();
        }
        // The last one cannot be taken away: nothing chosen means what a sheet begins with.
        let is_last = with.is_empty();
        tick(explorer, is_chosen, is_last, messages::activity(kind).into(), Classroom { with, ..classroom.clone() })
    });
    let listed = articles.iter().take(LISTED).map(|card| {
        let is_chosen = choice.articles.contains(&card.id);
        let stays = |other: &&ArticleCard| if other.id == card.id { !is_chosen } else { choice.articles.contains(&other.id) };
        let names: Vec<String> = articles.iter().filter(stays).map(|card| card.name.clone()).collect();
        let is_barred = names.is_empty() || names.len() > MOST_ARTICLES;
        tick(
            explorer,
            is_chosen,
            is_barred,
            format!("{} – {}", format::label(card), format::title(card)),
            Classroom { articles: names, ..classroom.clone() },
        )
    });
    html! {
        <div class="sheet-choices">
            <details><summary>{ messages::articles() }{ " " }<span class="count">{ messages::chosen(choice.articles.len(), articles.len()) }</span></summary><ul>{ for listed }</ul></details>
            <details><summary>{ activities::activities() }{ " " }<span class="count">{ messages::chosen(choice.kinds.len(), ActivityKind::ALL.len()) }</span></summary><ul>{ for kinds }</ul></details>
            { numbers(explorer, classroom, choice) }
        </div>
    }
}

fn tick(explorer: &Explorer, checked: bool, disabled: bool, words: String, classroom: Classroom) -> Html {
    let (go, place) = (explorer.clone(), to(explorer, classroom));
    let onchange = Callback::from(move |event: Event| {
        // What is shown follows the address, which may be refused.
        event.target_unchecked_into::<HtmlInputElement>().set_checked(checked);
        go.go(&place, Step::New);
    });
    html! { <li key={words.clone()}><label><input type="checkbox" {checked} {disabled} {onchange} />{ words }</label></li> }
}

fn numbers(explorer: &Explorer, classroom: &Classroom, choice: &Choice) -> Html {
    let select = |label: &'static str, chosen: u32, offers: Vec<(u32, String)>, with: Rc<dyn Fn(u32) -> Place>| {
        let go = explorer.clone();
        let onchange = Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value().parse().unwrap_or(0);
            go.go(&with(value), Step::New);
        });
        let option = |(value, words): (u32, String)| html! { <option key={value} value={value.to_string()} selected={value == chosen}>{ words }</option> };
        html! { <label class="choices"><span>{ label }</span><select {onchange}>{ for offers.into_iter().map(option) }</select></label> }
    };
    let place = |change: fn(&mut Classroom, u32)| -> Rc<dyn Fn(u32) -> Place> {
        let (explorer, classroom) = (explorer.clone(), classroom.clone());
        Rc::new(move |value| {
            let mut classroom = classroom.clone();
            change(&mut classroom, value);
            to(&explorer, classroom)
        })
    };
    let mut lengths = LENGTHS.to_vec();
    if classroom.words != 0 && !lengths.contains(&classroom.words) {
        lengths.push(classroom.words);
    }
    crate::order::Order::order(&mut lengths[..]);
    let length = |words: u32| (words, if words >= WHOLE { messages::whole_text().to_owned() } else { messages::first_words(words) });
    let offers = std::iter::once((0, messages::as_fits(choice.fitting))).chain(lengths.into_iter().map(length)).collect();
    let mut counts: Vec<u32> = NUMBERS.collect();
    if !counts.contains(&choice.n_questions) {
        counts.push(choice.n_questions);
    }
    let counts = counts.into_iter().map(|n| (n, format::number(n as usize))).collect();
    html! {
        <>
            { select(messages::how_many(), choice.n_questions, counts, place(|classroom, n| classroom.n = n)) }
            { select(messages::how_long(), classroom.words, offers, place(|classroom, words| classroom.words = words)) }
        </>
    }
}
