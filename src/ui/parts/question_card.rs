//! One question: what is shown, what is chosen or marked, and, once it was checked, what became of it with the passages behind.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::byline::article_name;
use super::order_choice::order_choice;
use super::passage_list::{Passages, passage_list, passage_text};
use super::word_marks::WordMarks;
use crate::id::DocumentId;
use crate::protocol::{ActivityKind, ArticleCard, Choice, Passage, Question, Wording};
use crate::span::Span;
use crate::ui::guess::{self, Finds, Form, Guess, Outcome, Stage};
use crate::ui::messages::{activities, counts};
use crate::ui::route::Place;
use crate::ui::{focus, format, results};

/// Choices that are still a list of buttons and not one to open.
const MOST_BUTTONS: usize = 8;

#[derive(Properties, PartialEq)]
pub struct QuestionCardProps {
    pub articles: Rc<[ArticleCard]>,
    pub kind: ActivityKind,
    pub form: Form,
    /// From 0, of so many.
    pub number: usize,
    pub of: usize,
    pub question: Question,
    pub guess: Guess,
    /// The new guess at this question.
    pub on_guess: Callback<(usize, Guess)>,
}

/// Where the focus goes when the answer is shown.
pub fn verdict_id(number: usize) -> String {
    format!("verdict-{number}")
}

#[component]
pub fn QuestionCard(props: &QuestionCardProps) -> Html {
    let QuestionCardProps { question, guess, form, number, .. } = props;
    let is_shown = guess.stage == Stage::Shown;
    let language = language(props, &question.shown);
    let check = {
        let (on_guess, guess, number) = (props.on_guess.clone(), guess.clone(), *number);
        Callback::from(move |_: MouseEvent| {
            on_guess.emit((number, Guess { stage: Stage::Shown, ..guess.clone() }));
            // Drawn first.
            gloo::timers::callback::Timeout::new(0, move || focus::on(&format!("#{}", verdict_id(number)))).forget();
        })
    };
    html! {
        <li class="question">
            <fieldset>
                <legend><h2>{ activities::question(number + 1, props.of) }</h2></legend>
                if asks_words(props) { <p class="hint">{ activities::exact_words() }</p> }
                if !matches!(form, Form::Order | Form::Marks) { <blockquote lang={language.clone()}>{ passage_text(&question.shown) }</blockquote> }
                { match form {
                    Form::Marks => html! { <WordMarks number={*number} question={question.clone()} guess={guess.clone()} {language} on_guess={props.on_guess.clone()} /> },
                    Form::Order => order_choice(&props.articles, *number, question, guess, &props.on_guess),
                    Form::One if question.choices.len() > MOST_BUTTONS => list(props),
                    _ => buttons(props),
                } }
                if !is_shown { <p class="actions"><button type="button" class="check" onclick={check}>{ activities::check() }</button></p> }
            </fieldset>
            if is_shown { { verdict(props) } }
        </li>
    }
}

/// True where other words that tell the same are no answer.
fn asks_words(props: &QuestionCardProps) -> bool {
    matches!(props.kind, ActivityKind::Teller | ActivityKind::Reach) && props.question.wording == Wording::Exact
}

fn language(props: &QuestionCardProps, passage: &Passage) -> Option<AttrValue> {
    props.articles.get(passage.document.index()).map(|card| card.language.clone().into())
}

/// A button for each choice.
fn buttons(props: &QuestionCardProps) -> Html {
    let QuestionCardProps { question, guess, form, number, .. } = props;
    let is_shown = guess.stage == Stage::Shown;
    let button = |(place, choice): (u32, &Choice)| {
        let onchange = {
            let (on_guess, guess, form, number) = (props.on_guess.clone(), guess.clone(), *form, *number);
            Callback::from(move |_: Event| {
                let mut next = guess.clone();
                next.choose(form, place);
                on_guess.emit((number, next));
            })
        };
        let is_chosen = guess.chosen.contains(&place);
        let kind = if *form == Form::Several { "checkbox" } else { "radio" };
        html! {
            <li key={place}><label>
                <input type={kind} name={format!("question-{number}")} checked={is_chosen} disabled={is_shown} {onchange} />
                <span>{ choice_words(props, choice) }{ signs(is_shown && is_chosen, is_shown && question.answers.contains(&place)) }</span>
            </label></li>
        }
    };
    html! {
        <>
            if *form == Form::Several { <p class="hint">{ activities::several_may_be_right() }</p> }
            <ul class="answers">{ for (0..).zip(&question.choices).map(button) }</ul>
        </>
    }
}

/// The choices in a list to open.
fn list(props: &QuestionCardProps) -> Html {
    let QuestionCardProps { question, guess, number, .. } = props;
    let onchange = {
        let (on_guess, guess, number) = (props.on_guess.clone(), guess.clone(), *number);
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            on_guess.emit((number, Guess { chosen: chosen.parse().into_iter().collect(), ..guess.clone() }));
        })
    };
    let option = |(place, choice): (u32, &Choice)| {
        html! { <option value={place.to_string()} selected={guess.chosen.contains(&place)}>{ results::choice(&props.articles, choice) }</option> }
    };
    html! {
        <p><select aria-label={activities::choose_one()} disabled={guess.stage == Stage::Shown} {onchange}>
            <option value="" selected={guess.chosen.is_empty()}>{ activities::choose_one() }</option>
            { for (0..).zip(&question.choices).map(option) }
        </select></p>
    }
}

/// A choice: of an article its title too, so that nobody needs to know outlets by heart.
fn choice_words(props: &QuestionCardProps, choice: &Choice) -> Html {
    match choice {
        Choice::Article(id) => props.articles.get(id.index()).map_or_else(Html::default, |card| {
            html! { <>{ article_name(card) }{ " " }<small lang={card.language.clone()}>{ format::title(card) }</small></> }
        }),
        other => html! { { format::capital(&results::choice(&props.articles, other)) } },
    }
}

fn signs(is_chosen: bool, is_right: bool) -> Html {
    let sign = |sign: &'static str, words: &'static str, class: &'static str| {
        html! { <em class={classes!("sign", class)}>{ " " }<span aria-hidden="true">{ sign }{ "\u{a0}" }</span>{ words }</em> }
    };
    html! {
        <>
            if is_right { { sign("✓", activities::the_answer(), "is-right") } }
            if is_chosen { { sign("←", activities::your_choice(), "is-chosen") } }
        </>
    }
}

fn verdict(props: &QuestionCardProps) -> Html {
    let QuestionCardProps { question, guess, form, number, articles, kind, .. } = props;
    let outcome = guess::outcome(*form, question, guess);
    let (class, sign, words) = match &outcome {
        Outcome::Right => ("right", "✓", activities::right().to_owned()),
        Outcome::Wrong => ("wrong", "✗", activities::wrong().to_owned()),
        Outcome::Unanswered => ("none", "–", activities::unanswered().to_owned()),
        Outcome::Placed(n, of) => {
            (if n == of { "right" } else { "wrong" }, if n == of { "✓" } else { "✗" }, activities::placed(*n as usize, *of as usize))
        }
        Outcome::Marked(finds) => ("marked", "≈", activities::found(finds.both.len(), finds.pupil.len(), finds.tool.len())),
    };
    let answer = match form {
        Form::Marks => Html::default(),
        _ => html! { <p>{ activities::answer() }{ " " }<strong>{ results::said(articles, question, &question.answers) }</strong></p> },
    };
    html! {
        <div class={classes!("revealed", class)} id={verdict_id(*number)} tabindex="-1">
            <p class="outcome"><span class="sign" aria-hidden="true">{ sign }</span>{ " " }<b>{ words }</b></p>
            { answer }
            if let Outcome::Marked(finds) = &outcome { { found(props, finds) } }
            if question.is_doubtful { <p class="doubt">{ activities::tool_doubts() }</p> }
            if matches!(outcome, Outcome::Wrong) { <p class="trust">{ activities::tool_is_right(*kind) }</p> }
            // Of marks each opens its own place.
            if question.marks.is_empty() || *form != Form::Marks { { behind(props) } }
        </div>
    }
}

/// Every answer opens its passages.
fn behind(props: &QuestionCardProps) -> Html {
    let to = |card: &ArticleCard, passage: &Passage| {
        Place::read(&card.name).with_passage(Some(passage.marks.first().copied().unwrap_or(passage.span)))
    };
    let shown = std::slice::from_ref(&props.question.shown);
    let passages = if props.question.evidence.is_empty() { shown } else { &props.question.evidence };
    // Passages are counted, not the words that are marked in them.
    let totals: Vec<(DocumentId, usize)> =
        passages.iter().map(|one| (one.document, passages.iter().filter(|other| other.document == one.document).count())).collect();
    html! {
        <>
            <p>{ activities::passages_behind() }</p>
            { passage_list(&Passages { articles: &props.articles, passages, to: &to, totals: &totals, heading: "h3", absent: "", count: counts::n_passages }) }
        </>
    }
}

/// Who marked what; the words that the tool found lead into their article.
fn found(props: &QuestionCardProps, finds: &Finds) -> Html {
    let question = &props.question;
    let words = |mark: Span| results::words_of(question, mark).to_owned();
    let door = |mark: Span| match props.articles.get(question.shown.document.index()) {
        Some(card) => html! { <a href={Place::read(&card.name).with_passage(Some(mark)).fragment()}>{ words(mark) }</a> },
        None => html! { { words(mark) } },
    };
    let group = |title: &'static str, class: &'static str, sign: &'static str, items: Vec<Html>| {
        html! {
            if !items.is_empty() {
                <h3><span aria-hidden="true">{ sign }{ "\u{a0}" }</span><mark class={classes!("word", class)}>{ title }</mark>{ " " }<span class="count">{ format::number(items.len()) }</span></h3>
                <ul>{ for items.into_iter().map(|item| html! { <li>{ item }</li> }) }</ul>
            }
        }
    };
    let both = finds.both.iter().map(|(pupil, tool)| {
        html! { <>{ door(*tool) }if words(*pupil) != words(*tool) { <small>{ " " }{ activities::you_marked(&words(*pupil)) }</small> }</> }
    });
    html! {
        <div class="finds" lang={language(props, &question.shown)}>
            { group(activities::by_both(), "by-both", "✓", both.collect()) }
            { group(activities::by_you(), "by-you", "+", finds.pupil.iter().map(|mark| door(*mark)).collect()) }
            { group(activities::by_tool(), "by-tool", "○", finds.tool.iter().map(|mark| door(*mark)).collect()) }
            <p class="trust">{ activities::neither_is_right() }</p>
        </div>
    }
}
