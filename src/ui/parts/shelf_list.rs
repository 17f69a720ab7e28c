//! The corpora that this browser keeps, side by side, and the one that ships.

use yew::prelude::*;

use crate::protocol::Base;
use crate::ui::format;
use crate::ui::hooks::Explorer;
use crate::ui::messages::keeping;
use crate::ui::state::Kept;

/// The list.
pub fn shelf_list(explorer: &Explorer) -> Html {
    let held = &explorer.state.held;
    let back = {
        let desk = explorer.desk.clone();
        Callback::from(move |_| desk.bring_back())
    };
    let cards = match &explorer.state.shelf {
        Ok(cards) => cards,
        Err(why) => {
            return html! { <section class="shelf"><h2>{ keeping::in_this_browser() }</h2><p>{ format::capital(&why.to_string()) }{ "." }</p>{ example(held.base, &back) }</section> };
        }
    };
    let entry = |card: &crate::ui::shelf::Card| {
        let open = held.kept == Kept::As(card.id.clone());
        let title = card.title.clone().unwrap_or_else(|| keeping::untitled().to_owned());
        let reopen = {
            let (desk, id) = (explorer.desk.clone(), card.id.clone());
            Callback::from(move |_| desk.reopen(id.clone()))
        };
        let forget = {
            let (desk, id) = (explorer.desk.clone(), card.id.clone());
            Callback::from(move |_| desk.forget(id.clone()))
        };
        html! {
            <li key={card.id.clone()}>
                <p><b>{ &title }</b>{ " " }<small>{ keeping::kept_on(card.n_articles as usize, &day(card.kept_at)) }</small></p>
                <p class="actions">
                    if open { <span class="said">{ keeping::is_open() }</span> }
                    else { <button type="button" onclick={reopen} aria-label={keeping::open_it(&title)}>{ keeping::open() }</button> }
                    { confirmed(forget, &title) }
                </p>
            </li>
        }
    };
    html! {
        <section class="shelf" aria-labelledby="shelf-title">
            <h2 id="shelf-title">{ keeping::in_this_browser() }</h2>
            if cards.is_empty() { <p>{ keeping::nothing_kept() }</p> }
            <ul>{ for cards.iter().map(entry) }</ul>
            { taken(explorer) }
            { example(held.base, &back) }
        </section>
    }
}

/// What was forgotten last, with the way back.
fn taken(explorer: &Explorer) -> Html {
    let Some(title) = &explorer.state.taken else { return Html::default() };
    let title = if title.is_empty() { keeping::untitled() } else { title };
    let desk = explorer.desk.clone();
    let onclick = Callback::from(move |_: MouseEvent| desk.put_back());
    html! { <p class="taken" role="status">{ keeping::was_removed(title) }{ " " }<button type="button" {onclick}>{ keeping::put_back() }</button></p> }
}

/// What was open before the last import, where the list has it not, with the way back.
pub fn open_earlier(explorer: &Explorer) -> Html {
    let Some(title) = &explorer.state.earlier else { return Html::default() };
    let desk = explorer.desk.clone();
    let onclick = Callback::from(move |_: MouseEvent| desk.back());
    html! { <p class="earlier" role="status">{ keeping::was_open(title) }{ " " }<button type="button" {onclick}>{ keeping::open_it_again() }</button></p> }
}

fn example(base: Base, back: &Callback<MouseEvent>) -> Html {
    match base {
        Base::Shipped => Html::default(),
        Base::Appended => html! { <p><button type="button" onclick={back}>{ keeping::back_to_example() }</button></p> },
    }
}

/// The local day of a moment.
fn day(at: f64) -> String {
    let date = js_sys::Date::new(&at.into());
    format::date(&format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date()))
}

/// Asks once more before a corpus is forgotten: once the page closes there is no way back.
fn confirmed(forget: Callback<MouseEvent>, title: &str) -> Html {
    html! {
        <details class="confirm"><summary aria-label={keeping::remove_it(title)}>{ keeping::remove() }</summary><button type="button" onclick={forget}>{ keeping::remove_now() }</button></details>
    }
}
