//! One activity: its questions below each other, each answered and checked by itself or all at once, and the count of them.
//!
//! All stand on one page, so that a pupil goes back and forth as on paper; what was answered is kept (see [`crate::ui::answers`]).

use std::rc::Rc;

use js_sys::Uint8Array;
use yew::prelude::*;

use crate::protocol::{Activity, ActivityKind, ClassRequest, ClassView, LessonRequest, LessonView, Overview, Question, Request, Response};
use crate::ui::classroom::Classroom;
use crate::ui::guess::{self, Guess, Score, Stage};
use crate::ui::hooks::{Answer, Explorer, use_answer, use_explorer};
use crate::ui::messages::activities;
use crate::ui::parts::class_link::ClassLink;
use crate::ui::parts::class_tabs::class_place;
use crate::ui::parts::question_card::QuestionCard;
use crate::ui::{answers, download, focus, format, results};

/// Questions that are asked at first, and those that can be asked for.
const AT_FIRST: u32 = 5;
const NUMBERS: [u32; 3] = [5, 10, 20];

#[derive(Properties, PartialEq)]
pub struct ActivityPageProps {
    pub overview: Rc<Overview>,
    pub kind: ActivityKind,
    pub classroom: Classroom,
}

#[component]
pub fn ActivityPage(props: &ActivityPageProps) -> Html {
    let explorer = use_explorer();
    let (articles, kind, classroom) = (&props.overview.articles, props.kind, &props.classroom);
    let asked = lesson_request(LessonRequest {
        kinds: vec![kind],
        seed: classroom.seed,
        n_questions: if classroom.n == 0 { AT_FIRST } else { classroom.n },
        articles: classroom
            .articles
            .iter()
            .filter_map(|name| articles.iter().find(|card| card.name == *name))
            .map(|card| card.id)
            .collect(),
        words: classroom.words,
    });
    let answer = use_answer(Some(asked.clone()));
    let activity = use_memo(answer.clone(), move |answer| {
        lesson(answer)?.activities.into_iter().find(|activity| answer.is_to(&asked) && activity.kind == kind)
    });
    let corpus = use_memo(articles.clone(), |articles| answers::corpus(articles));
    let redraw = use_force_update();
    let before = use_state(Vec::<Guess>::new);
    let keys: Rc<[String]> =
        activity.iter().flat_map(|activity| &activity.questions).map(|question| key(&corpus, classroom.seed, kind, question)).collect();
    let on_guess = {
        let (redraw, keys) = (redraw.clone(), keys.clone());
        Callback::from(move |(number, guess): (usize, Guess)| {
            if let Some(key) = keys.get(number) {
                answers::set(key, &guess.written());
            }
            redraw.force_update();
        })
    };
    let guesses: Vec<Guess> = match &*activity {
        Some(activity) => activity.questions.iter().zip(keys.iter()).map(|(question, key)| kept(key, question)).collect(),
        None => Vec::new(),
    };
    let other = Classroom { seed: classroom.seed + 1, ..classroom.clone() };
    html! {
        <>
            <h1 tabindex="-1">{ activities::name(kind) }</h1>
            <p class="in-words">{ activities::task(kind) }</p>
            <div class="settings">
                { numbers(&explorer, classroom) }
                <div class="choices"><a class="other-questions" href={class_place(&explorer, other).fragment()}>{ activities::other_questions() }</a></div>
            </div>
            if let Some(why) = &answer.failure { <p class="notice" role="alert">{ format::capital(why) }</p> }
            if answer.failure.is_none() && activity.is_none() { <p class="status" role="status" aria-busy="true">{ activities::making_now() }</p> }
            if let Some(activity) = &*activity {
                if activity.questions.is_empty() {
                    <p class="none" role="status">{ activity.why_none.as_deref().map_or_else(|| activities::none().to_owned(), format::capital) }</p>
                } else {
                    <p class="trust">{ activities::tool_is_right(kind) }</p>
                    { fewer(classroom, activity) }
                    { questions(props, activity, &guesses, &on_guess) }
                    { ending(props, activity, &guesses, &on_guess, &before) }
                    <ClassLink classroom={classroom.clone()} />
                }
            }
        </>
    }
}

/// Asks for activities.
pub fn lesson_request(request: LessonRequest) -> Request {
    Request::Class(ClassRequest::Lesson(request).pack())
}

/// What was answered.
pub fn lesson(answer: &Answer) -> Option<LessonView> {
    match answer.response.as_deref() {
        Some(Response::Class(bytes)) => match ClassView::unpack(bytes) {
            Some(ClassView::Lesson(view)) => Some(view),
            _ => None,
        },
        _ => None,
    }
}

/// Under which the guess at a question is kept. Its answer is part of it: what was guessed before the corpus was corrected is no guess
/// at what is asked now.
fn key(corpus: &str, seed: u32, kind: ActivityKind, question: &Question) -> String {
    let Question { shown, choices, answers, .. } = question;
    let answers: Vec<String> = answers.iter().map(u32::to_string).collect();
    let (document, span, n) = (shown.document.0, shown.span, choices.len());
    format!("{corpus}/{}/{seed}/{document}/{}-{}/{n}/{}", kind.label(), span.start, span.end, answers.join("."))
}

fn kept(key: &str, question: &Question) -> Guess {
    answers::get(key).map(|line| Guess::read(&line, question)).unwrap_or_default()
}

/// How many questions are asked.
fn numbers(explorer: &Explorer, classroom: &Classroom) -> Html {
    let asked = if classroom.n == 0 { AT_FIRST } else { classroom.n };
    let choice = |n: u32| {
        let to = class_place(explorer, Classroom { n: if n == AT_FIRST { 0 } else { n }, ..classroom.clone() }).fragment();
        html! { <li key={n}><a href={to} aria-current={(asked == n).then_some("true")}>{ format::number(n as usize) }</a></li> }
    };
    html! {
        <div class="choices" role="group" aria-label={activities::n_questions()}><span aria-hidden="true">{ activities::n_questions() }</span><ul>{ for NUMBERS.map(choice) }</ul></div>
    }
}

fn fewer(classroom: &Classroom, activity: &Activity) -> Html {
    let asked = if classroom.n == 0 { AT_FIRST } else { classroom.n } as usize;
    let n = activity.questions.len();
    html! { if n < asked { <p class="hint">{ activities::fewer(n) }</p> } }
}

fn questions(props: &ActivityPageProps, activity: &Activity, guesses: &[Guess], on_guess: &Callback<(usize, Guess)>) -> Html {
    let form = guess::form(activity);
    let of = activity.questions.len();
    let card = |(number, (question, guess)): (usize, (&Question, &Guess))| {
        html! {
            <QuestionCard key={format!("{}-{number}", props.classroom.seed)} articles={props.overview.articles.clone()} kind={activity.kind} {form} {number} {of}
                question={question.clone()} guess={guess.clone()} on_guess={on_guess.clone()} />
        }
    };
    html! { <ol class="questions">{ for activity.questions.iter().zip(guesses).enumerate().map(card) }</ol> }
}

/// The count, and what to do with it.
fn ending(
    props: &ActivityPageProps,
    activity: &Activity,
    guesses: &[Guess],
    on_guess: &Callback<(usize, Guess)>,
    before: &UseStateHandle<Vec<Guess>>,
) -> Html {
    let score = guess::score(activity, guesses);
    let set_all = |guesses: Vec<Guess>, then: &'static str| {
        let on_guess = on_guess.clone();
        Callback::from(move |_: MouseEvent| {
            guesses.iter().cloned().enumerate().for_each(|guess| on_guess.emit(guess));
            gloo::timers::callback::Timeout::new(0, move || focus::on(then)).forget();
        })
    };
    let check_all = set_all(guesses.iter().map(|guess| Guess { stage: Stage::Shown, ..guess.clone() }).collect(), "#score");
    let clear = {
        let (clear, before, guesses) = (set_all(vec![Guess::default(); guesses.len()], "#score"), before.clone(), guesses.to_vec());
        Callback::from(move |event: MouseEvent| {
            before.set(guesses.clone());
            clear.emit(event);
        })
    };
    let bring_back = {
        let (bring, before) = (set_all((**before).clone(), "#score"), before.clone());
        Callback::from(move |event: MouseEvent| {
            before.set(Vec::new());
            bring.emit(event);
        })
    };
    let is_empty = guesses.iter().all(|guess| *guess == Guess::default());
    let take = {
        let (articles, activity, guesses) = (props.overview.articles.clone(), activity.clone(), guesses.to_vec());
        Callback::from(move |_: MouseEvent| {
            let now = String::from(js_sys::Date::new_0().to_iso_string());
            let table = results::table(&articles, &activity, &guesses, now.get(..10).unwrap_or(&now));
            let name = format!("{}.csv", format::file_name(&activities::file(activity.kind)));
            download::save(&name, &Uint8Array::from(table.as_bytes()));
        })
    };
    html! {
        <section class="score" aria-labelledby="score">
            <h2 id="score" tabindex="-1">{ activities::score_title() }</h2>
            <div role="status">{ said(activity, &score) }if is_empty && !before.is_empty() { <p>{ activities::was_begun_again() }</p> }</div>
            <p class="actions">
                if score.n_shown < score.n_questions { <button type="button" class="check-all" onclick={check_all}>{ activities::check_all() }</button> }
                if score.n_shown > 0 { <button type="button" class="take-results" onclick={take}>{ activities::take_results() }</button> }
                if !is_empty { <button type="button" class="begin-again" onclick={clear}>{ activities::begin_again() }</button> }
                if is_empty && !before.is_empty() { <button type="button" class="bring-back" onclick={bring_back}>{ activities::take_back_begin_again() }</button> }
            </p>
            <p class="hint">{ activities::results_stay_here() }</p>
        </section>
    }
}

fn said(activity: &Activity, score: &Score) -> Html {
    let form = guess::form(activity);
    html! {
        <>
            if score.n_shown > 0 { <p class="total"><strong>{ results::in_words(form, score) }</strong></p> }
            <p class="hint">{ activities::of_all(score.n_shown as usize, score.n_questions as usize) }</p>
        </>
    }
}
