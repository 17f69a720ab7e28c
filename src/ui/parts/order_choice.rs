//! Articles to be put in order, by buttons that a keyboard and a finger reach alike.

use yew::prelude::*;

use crate::protocol::{ArticleCard, Choice, Question};
use crate::ui::guess::{self, Guess, Stage};
use crate::ui::messages::{activities, values};
use crate::ui::{focus, format, results};

/// The list. Before the answer is shown each line has its two buttons, afterwards what it should be.
pub fn order_choice(
    articles: &[ArticleCard],
    number: usize,
    question: &Question,
    guess: &Guess,
    on_guess: &Callback<(usize, Guess)>,
) -> Html {
    let order = guess::ordered(question, guess);
    let is_shown = guess.stage == Stage::Shown;
    let days = guess::days(question);
    let line = |(at, place): (usize, &u32)| {
        let Some(choice) = question.choices.get(*place as usize) else { return Html::default() };
        let is_right = days.get(at).is_some_and(|day| question.answers[day.clone()].contains(place));
        let (name, day) = named(articles, choice);
        let sign = if is_right { ("✓", activities::right()) } else { ("✗", activities::wrong()) };
        html! {
            <li>
                <span class="place">{ format::number(at + 1) }</span>
                if !is_shown { { for [Way::Earlier, Way::Later].map(|way| button(way, at, number, &order, &plain(articles, choice), guess, on_guess)) } }
                <span class="what">{ name }if is_shown { { " " }<em class={classes!("sign", if is_right { "is-right" } else { "is-wrong" })}><span aria-hidden="true">{ sign.0 }{ "\u{a0}" }</span>{ sign.1 }</em>{ " " }<small>{ day }</small> }</span>
            </li>
        }
    };
    html! {
        <>
            if !is_shown { <p class="hint">{ activities::shown_order_counts() }</p> }
            <ol class="ordering">{ for order.iter().enumerate().map(line) }</ol>
        </>
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Earlier,
    Later,
}

fn plain(articles: &[ArticleCard], choice: &Choice) -> String {
    results::choice(articles, choice)
}

/// What an article is called, and when it appeared.
fn named(articles: &[ArticleCard], choice: &Choice) -> (Html, String) {
    let card = match choice {
        Choice::Article(id) => articles.get(id.index()),
        _ => None,
    };
    let Some(card) = card else { return (html! { { plain(articles, choice) } }, String::new()) };
    let day = card.metadata.published.as_ref().map_or_else(|| values::undated().to_owned(), format::fact_date);
    (html! { <>{ format::label(card) }{ " " }<small lang={card.language.clone()}>{ format::title(card) }</small></> }, day)
}

/// Moves the line `at` one place.
fn button(way: Way, at: usize, number: usize, order: &[u32], name: &str, guess: &Guess, on_guess: &Callback<(usize, Guess)>) -> Html {
    let (sign, label, other) = match way {
        Way::Earlier => ("↑", activities::earlier(name), at.checked_sub(1)),
        Way::Later => ("↓", activities::later(name), Some(at + 1).filter(|other| *other < order.len())),
    };
    let id = move |at: usize| format!("order-{number}-{at}-{}", if way == Way::Earlier { "up" } else { "down" });
    let onclick = {
        let (on_guess, guess, order) = (on_guess.clone(), guess.clone(), order.to_vec());
        Callback::from(move |_: MouseEvent| {
            let Some(other) = other else { return };
            let mut chosen = order.clone();
            chosen.swap(at, other);
            on_guess.emit((number, Guess { chosen, ..guess.clone() }));
            // The focus goes along with what was moved.
            gloo::timers::callback::Timeout::new(0, move || focus::on(&format!("#{}", id(other)))).forget();
        })
    };
    html! { <button type="button" class="move" id={id(at)} aria-label={label} aria-disabled={other.is_none().then_some("true")} {onclick}>{ sign }</button> }
}
