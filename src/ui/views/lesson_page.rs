//! The teacher's page: one hour with this corpus, to be read, opened from and printed.
//!
//! Of the corpus that ships it says what is worth asking, written by hand; of any other what it offers, each number with the door to its
//! passages.

use std::rc::Rc;

use yew::prelude::*;

use super::activity_page::{lesson, lesson_request};
use crate::corpus::Mask;
use crate::facts::Verdict;
use crate::protocol::{
    Activity, ActivityKind, Base, CountsRequest, LedgerRequest, LessonRequest, LessonView, MOST_QUESTIONS, Overview, Request, Response,
};
use crate::ui::across::Across;
use crate::ui::classroom::{ClassPage, Classroom};
use crate::ui::format;
use crate::ui::hooks::{Explorer, use_answer, use_explorer};
use crate::ui::ledger::Ledger;
use crate::ui::messages::lesson::{self as messages, Door};
use crate::ui::messages::{activities, class_pages, frame};
use crate::ui::noted::Noted;
use crate::ui::opposed::{Disagreements, Silences};
use crate::ui::parts::class_link::ClassLink;
use crate::ui::parts::class_tabs::class_place;
use crate::ui::route::{Place, View};
use crate::ui::stated::Statements;
use crate::ui::told::Figures;

#[derive(Properties, PartialEq)]
pub struct LessonPageProps {
    pub overview: Rc<Overview>,
}

#[component]
pub fn LessonPage(props: &LessonPageProps) -> Html {
    let explorer = use_explorer();
    let asked = lesson_request(LessonRequest {
        kinds: ActivityKind::ALL.to_vec(),
        seed: 0,
        n_questions: MOST_QUESTIONS,
        articles: Vec::new(),
        words: 0,
    });
    let answer = use_answer(Some(asked));
    let offered = use_memo(answer.clone(), lesson);
    let print = Callback::from(|_: MouseEvent| {
        // A page in a frame may not be allowed to print; its reader still can.
        let _ = gloo::utils::window().print();
    });
    html! {
        <article class="lesson">
            <h1 tabindex="-1">{ messages::title() }</h1>
            <p class="in-words">{ messages::purpose() }</p>
            <dl class="lesson-frame">{ for messages::frame().map(|(name, said)| html! { <div key={name}><dt>{ name }</dt><dd>{ said }</dd></div> }) }</dl>
            <p class="actions"><button type="button" class="print" onclick={print}>{ messages::print() }</button></p>
            <ClassLink classroom={Classroom::default()} />
            { part("lesson-corpus", messages::corpus_title(), html! { <Worth overview={props.overview.clone()} /> }) }
            { part("lesson-steps", messages::steps_title(), steps(&explorer, offered.as_ref().as_ref())) }
            { part("lesson-activities", messages::activities_title(), offer(&explorer, offered.as_ref().as_ref(), answer.failure.as_deref())) }
            { part("lesson-mask", messages::mask_title(), mask_choice(&explorer)) }
            { part("lesson-score", messages::score_title(), html! { <ul class="said">{ for messages::score().map(|said| html! { <li>{ said }</li> }) }</ul> }) }
            { part("lesson-limits", messages::limits_title(), limits()) }
            { part("lesson-doors", messages::doors_title(), doors(&explorer)) }
        </article>
    }
}

fn part(id: &'static str, title: &'static str, content: Html) -> Html {
    html! { <section aria-labelledby={id}><h2 {id}>{ title }</h2>{ content }</section> }
}

fn door(to: &Place, words: &str) -> Html {
    html! { <a href={to.fragment()}>{ words }</a> }
}

/// What this corpus gives to look for.
#[component]
fn Worth(props: &LessonPageProps) -> Html {
    let explorer = use_explorer();
    let ships = explorer.state.held.base == Base::Shipped;
    let ledger = use_answer((!ships).then(|| Request::Ledger(LedgerRequest::default())));
    let counts = use_answer((!ships).then(|| Request::Counts(CountsRequest::default())));
    if ships {
        let line =
            |worth: messages::Worth| html! { <li key={worth.door}>{ worth.asked }{ " " }{ door(&place(worth.to), worth.door) }</li> };
        return html! { <><p>{ messages::story() }</p><ol class="said">{ for messages::worth_asking().map(line) }</ol></> };
    }
    let articles = &props.overview.articles;
    let mut outlets: Vec<&str> = articles.iter().filter_map(|card| card.outlet()).collect();
    outlets.sort_unstable();
    outlets.dedup();
    let line = |to: Place, said: String, asked: &'static str| html! { <li>{ door(&to, &said) }{ messages::then(asked) }</li> };
    let versions = match ledger.response.as_deref() {
        Some(Response::Ledger(view)) => Some(view.n_shared as usize),
        _ => None,
    };
    let conflicts = match counts.response.as_deref() {
        Some(Response::Counts(view)) => Some(view.n_verdicts[0] as usize),
        _ => None,
    };
    html! {
        <ul class="said">
            { line(Place::of(View::Corpus), messages::n_articles(articles.len(), outlets.len()), messages::articles_ask(articles.len())) }
            if let (Some(n), true) = (versions, articles.len() > 1) { { line(Place::of(View::Quotes(Ledger::default())), messages::n_versions(n), messages::versions_ask(n)) } }
            if let (Some(n), true) = (conflicts, articles.len() > 1) { { line(Place::of(View::Figures(figures(n))), messages::n_conflicts(n), messages::conflicts_ask(n)) } }
        </ul>
    }
}

/// The figures that differ, where some do.
fn figures(n: usize) -> Figures {
    Figures { verdict: (n > 0).then_some(Verdict::SHARED[0]), article: None }
}

fn place(door: Door) -> Place {
    Place::of(match door {
        Door::Search(query) => return Place::of(View::Results).with_query(query),
        Door::CommonText => View::Across(Across::CommonText(None)),
        Door::Disagreements => View::Across(Across::Disagreements(Disagreements::default())),
        Door::Headlines => View::Across(Across::Titles(0)),
        Door::Quotations => View::Quotes(Ledger::default()),
        Door::Corpus => View::Corpus,
    })
}

/// The steps, each with what it opens.
fn steps(explorer: &Explorer, offered: Option<&LessonView>) -> Html {
    let class = |page: ClassPage, words: &str| door(&class_place(explorer, Classroom::of(page)), words);
    let view = |view: View, words: &str| door(&Place::of(view), words);
    let activity = |kind: ActivityKind| {
        let n =
            offered.and_then(|view| view.activities.iter().find(|activity| activity.kind == kind)).map(|activity| activity.questions.len());
        // What this corpus does not offer has no door.
        html! {
            if n != Some(0) {
                <>{ class(ClassPage::Activity(kind), activities::name(kind)) }if let Some(n) = n { { " " }<span class="count">{ messages::n_questions(n, MOST_QUESTIONS as usize) }</span> }</>
            }
        }
    };
    let doors = [
        vec![view(View::Read(None), messages::reading()), class(ClassPage::Worksheet, class_pages::worksheet())],
        vec![class(ClassPage::FiveW(None), class_pages::five_questions())],
        [
            ActivityKind::Teller,
            ActivityKind::Speaker,
            ActivityKind::Figure,
            ActivityKind::Reach,
            ActivityKind::Headlines,
            ActivityKind::Order,
        ]
        .map(activity)
        .to_vec(),
        vec![
            view(View::Projector, frame::projector()),
            view(View::Across(Across::Statements(Statements::default())), messages::statements()),
            view(View::Across(Across::CommonText(None)), messages::common_text()),
            view(View::Across(Across::Disagreements(Disagreements::default())), messages::disagreements()),
            view(View::Across(Across::Silences(Silences::default())), messages::silences()),
        ],
        [ActivityKind::Quotations, ActivityKind::Sources, ActivityKind::Dates]
            .map(activity)
            .into_iter()
            .chain([view(View::Notes(Noted::default()), frame::notes()), view(View::Review, frame::review())])
            .collect(),
    ];
    let step = |(step, doors): (messages::StepWords, Vec<Html>)| {
        html! {
            <li key={step.name}>
                <h3>{ step.name }{ " " }<span class="count">{ messages::minutes(step.minutes) }</span></h3>
                <p>{ step.done }</p>
                <ul class="opens">{ for doors.into_iter().filter(|door| *door != Html::default()).map(|door| html! { <li>{ door }</li> }) }</ul>
            </li>
        }
    };
    html! { <ol class="hour">{ for messages::steps().into_iter().zip(doors).map(step) }</ol> }
}

/// Each activity with how many questions this corpus gives, or why none.
fn offer(explorer: &Explorer, offered: Option<&LessonView>, failure: Option<&str>) -> Html {
    let Some(view) = offered else {
        return match failure {
            Some(why) => html! { <p class="notice" role="alert">{ format::capital(why) }</p> },
            None => html! { <p class="status" role="status" aria-busy="true">{ messages::counting_now() }</p> },
        };
    };
    let row = |activity: &Activity| {
        let (n, name) = (activity.questions.len(), activities::name(activity.kind));
        let to = class_place(explorer, Classroom::of(ClassPage::Activity(activity.kind)));
        let none = activity.why_none.as_deref().map_or_else(|| activities::none().to_owned(), format::capital);
        html! {
            <tr key={name}>
                <th scope="row">{ door(&to, name) }</th>
                <td>{ activities::task(activity.kind) }if n == 0 { <small>{ none }</small> }</td>
                <td>{ if n == 0 { messages::no_question().to_owned() } else { messages::n_questions(n, MOST_QUESTIONS as usize) } }</td>
            </tr>
        }
    };
    let [name, done, n] = messages::activities_heads();
    html! {
        <table class="offer">
            <caption class="visually-hidden">{ messages::activities_title() }</caption>
            <thead><tr><th scope="col">{ name }</th><th scope="col">{ done }</th><th scope="col">{ n }</th></tr></thead>
            <tbody>{ for view.activities.iter().map(row) }</tbody>
        </table>
    }
}

/// Three states of what is hidden.
fn mask_choice(explorer: &Explorer) -> Html {
    let now = explorer.state.held.edits.mask;
    let choice = |mask: Mask| {
        let hide = explorer.clone();
        let onchange = Callback::from(move |_: Event| hide.desk.mask(mask));
        let (name, meaning) = messages::mask(mask);
        html! {
            <label key={name}><input type="radio" name="mask" id={format!("mask-{}", mask.label())} checked={mask == now} {onchange} /><span>{ name }{ " " }<small>{ meaning }</small></span></label>
        }
    };
    html! {
        <fieldset class="mask-choice">
            <legend>{ messages::about_mask() }</legend>
            { for Mask::ALL.map(choice) }
        </fieldset>
    }
}

fn limits() -> Html {
    let row = |layer: crate::ui::messages::about::Layer| {
        html! { <tr key={layer.name()}><th scope="row">{ layer.name() }</th><td>{ format::number(((layer.elsewhere() + 5) / 10) as usize) }</td></tr> }
    };
    let [what, right] = messages::limits_heads();
    html! {
        <>
            <ul class="said">{ for messages::limits().map(|said| html! { <li>{ said }</li> }) }</ul>
            <table class="offer">
                <caption class="visually-hidden">{ messages::limits_title() }</caption>
                <thead><tr><th scope="col">{ what }</th><th scope="col">{ right }</th></tr></thead>
                <tbody>{ for messages::layers().map(row) }</tbody>
            </table>
            <p class="more-figures">{ door(&Place::of(View::About), messages::all_figures()) }</p>
        </>
    }
}

fn doors(explorer: &Explorer) -> Html {
    let class = |page: ClassPage, words: &str| door(&class_place(explorer, Classroom::of(page)), words);
    let view = |view: View, words: &str| door(&Place::of(view), words);
    let doors = [
        class(ClassPage::Worksheet, class_pages::worksheet()),
        class(ClassPage::Key, class_pages::key()),
        class(ClassPage::FiveW(None), class_pages::five_questions()),
        view(View::Projector, frame::projector()),
        view(View::Notes(Noted::default()), frame::notes()),
        view(View::Review, frame::review()),
    ];
    html! { <ul class="opens">{ for doors.map(|door| html! { <li>{ door }</li> }) }</ul> }
}
