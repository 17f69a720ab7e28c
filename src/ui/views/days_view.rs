//! The time line: what happened as all articles tell it, what was published, and what was known by then.

use std::rc::Rc;

use yew::prelude::*;

use crate::concordance::Separator;
use crate::corpus::Fact;
use crate::notebook::ClippingKind;
use crate::protocol::{ArticleCard, Overview, Request, Response, TimelineEvent, TimelinePassage, TimelineView, ToldSheet};
use crate::times::{Certainty, Day};
use crate::ui::collecting::Wanted;
use crate::ui::format;
use crate::ui::hooks::use_explorer::Step;
use crate::ui::hooks::{Explorer, use_answer, use_explorer};
use crate::ui::messages::{days as messages, frame, tables};
use crate::ui::parts::article_choice::article_choice;
use crate::ui::parts::index_tabs::index_tabs_until;
use crate::ui::parts::set_aside::set_aside;
use crate::ui::parts::time_line::{Mark, time_line};
use crate::ui::parts::told_filters::sheets;
use crate::ui::parts::{Keep, PictureButtons};
use crate::ui::route::{Place, View};
use crate::ui::told::{CERTAINTIES, Days, is_later, moments};

#[derive(Properties, PartialEq)]
pub struct DaysViewProps {
    pub overview: Rc<Overview>,
    pub days: Days,
}

/// A line of the table: an event with the passages that are shown, or an article.
enum Entry<'v> {
    Event(usize, &'v TimelineEvent, Vec<&'v TimelinePassage>),
    Article(&'v ArticleCard, Day, Day),
}

#[component]
pub fn DaysView(props: &DaysViewProps) -> Html {
    let explorer = use_explorer();
    let (articles, place) = (&props.overview.articles, explorer.place().clone());
    let answer = use_answer(Some(Request::Timeline));
    let said = use_state(AttrValue::default);
    let view = match answer.response.as_deref() {
        Some(Response::Timeline(view)) => Some(view),
        _ => None,
    };
    let until = place.until.as_deref();
    html! {
        <div class="days-view tool-view">
            { index_tabs_until(&place.view, "", until, &place) }
            <h1 tabindex="-1">{ frame::timeline() }</h1>
            if let Some(view) = view {
                { shown(&explorer, articles, &props.days, view) }
                { sheets(&explorer, &said, messages::file(), &[
                    (tables::csv(), "csv", ToldSheet::Events(Separator::Comma)),
                    (tables::french_csv(), "csv", ToldSheet::Events(Separator::Semicolon)),
                    (tables::json(), "jsonl", ToldSheet::EventLines),
                ]) }
            }
            if let Some(why) = &answer.failure { <p class="notice" role="alert">{ format::capital(why) }</p> }
        </div>
    }
}

fn shown(explorer: &Explorer, articles: &[ArticleCard], days: &Days, view: &TimelineView) -> Html {
    let until = explorer.place().until.as_deref();
    let is_shown = |card: &ArticleCard| !is_later(card, until) && days.article.as_ref().is_none_or(|name| *name == card.name);
    let told = |passage: &&TimelinePassage| {
        let sure = days.certainty.is_none_or(|certainty| certainty == passage.certainty);
        sure && articles.get(passage.document.index()).is_some_and(is_shown)
    };
    let events = view.events.iter().enumerate().map(|(at, event)| (at, event, event.passages.iter().filter(told).collect::<Vec<_>>()));
    let events: Vec<_> = events.filter(|(.., passages)| !passages.is_empty()).collect();
    let published: Vec<(&ArticleCard, Day, Day)> = articles.iter().filter(|card| is_shown(card)).filter_map(appearance).collect();
    let said = in_words(articles, &events, &published);
    let above: Vec<Mark> = events.iter().map(|(at, event, passages)| event_mark(*at, event, passages)).collect();
    let mut below: Vec<Mark> = published.iter().map(|(card, first, last)| article_mark(card, *first, *last)).collect();
    crate::order::Order::order_by_key(&mut below[..], |mark| mark.first);
    let until_day = until.and_then(Day::range_of).map(|(day, _)| day);
    let is_empty = above.is_empty() && below.is_empty();
    let mut entries: Vec<Entry> = events.into_iter().map(|(at, event, passages)| Entry::Event(at, event, passages)).collect();
    entries.extend(published.into_iter().map(|(card, first, last)| Entry::Article(card, first, last)));
    crate::order::Order::order_by_key(&mut entries[..], |entry| match entry {
        Entry::Event(at, event, _) => (event.earliest, 0, *at),
        Entry::Article(card, first, _) => (*first, 1, card.id.index()),
    });
    let hidden = (view.n_events as usize).saturating_sub(view.events.len());
    html! {
        <>
            <p class="in-words" role="status">{ &said }</p>
            { slider(explorer, articles) }
            { set_aside(explorer, articles) }
            { filters(explorer, articles, days) }
            if !is_empty {
                { time_line(&above, &below, until_day, said.clone()) }{ legend() }
                <p class="keep-line"><Keep wanted={Wanted::chart(said.clone(), explorer.place().fragment())} />{ " " }<PictureButtons said={said.clone()} /></p>
            }
            if !entries.is_empty() { { table(articles, &entries, until) } }
            if hidden > 0 { <p class="absent">{ messages::other_moments(hidden) }</p> }
        </>
    }
}

/// When an article appeared, as exactly as known.
fn appearance(card: &ArticleCard) -> Option<(&ArticleCard, Day, Day)> {
    let published = card.metadata.published.as_ref()?;
    let (first, last) = Day::range_of(&published.value)?;
    Some((card, first, last))
}

fn is_guess(card: &ArticleCard) -> bool {
    card.metadata.published.as_ref().is_some_and(Fact::is_inferred)
}

type Told<'v> = (usize, &'v TimelineEvent, Vec<&'v TimelinePassage>);

fn in_words(articles: &[ArticleCard], events: &[Told], published: &[(&ArticleCard, Day, Day)]) -> String {
    let n_documents = |passages: &[&TimelinePassage]| {
        let mut documents: Vec<u32> = passages.iter().map(|passage| passage.document.0).collect();
        documents.dedup();
        documents.len()
    };
    let happened = match (events.first(), events.iter().map(|(_, event, _)| event.latest).max()) {
        (Some((_, first, _)), Some(last)) => {
            let most = events.iter().fold(None, |best: Option<(usize, &TimelineEvent)>, (_, event, passages)| {
                let n = n_documents(passages);
                if best.is_some_and(|(most, _)| most >= n) { best } else { Some((n, event)) }
            });
            let most = most
                .filter(|(n, _)| *n > 1)
                .map_or_else(String::new, |(n, event)| messages::most_told(&messages::days(event.earliest, event.latest), n));
            messages::placed(events.len(), first.earliest, last, &most)
        }
        _ => messages::none_placed().to_owned(),
    };
    let undated = articles.iter().filter(|card| appearance(card).is_none()).count();
    let guessed = published.iter().filter(|(card, ..)| is_guess(card)).count();
    happened + &messages::dates_inferred(guessed) + &messages::undated(undated)
}

fn event_mark(at: usize, event: &TimelineEvent, passages: &[&TimelinePassage]) -> Mark {
    let mut documents: Vec<u32> = passages.iter().map(|passage| passage.document.0).collect();
    documents.dedup();
    Mark {
        first: event.earliest,
        last: event.latest,
        n: u32::try_from(documents.len()).unwrap_or(u32::MAX),
        is_guess: passages.iter().all(|passage| passage.certainty == Certainty::Likely),
        title: messages::moment(&messages::days(event.earliest, event.latest), &cut(&passages[0].text)),
        row: format!("moment-{at}"),
    }
}

fn article_mark(card: &ArticleCard, first: Day, last: Day) -> Mark {
    Mark {
        first,
        last,
        n: 1,
        is_guess: is_guess(card),
        title: format!("{}, {}", format::label(card), format::title(card)),
        row: format!("parution-{}", card.id.0),
    }
}

/// The opening of a long sentence: the rest is in the article.
fn cut(text: &str) -> String {
    const LONGEST: usize = 220;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// "What was known on": one step for each moment at which an article appeared, and the last for everything.
fn slider(explorer: &Explorer, articles: &[ArticleCard]) -> Html {
    let steps = moments(articles);
    if steps.len() < 2 {
        return Html::default();
    }
    let place = explorer.place().clone();
    let until = place.until.as_deref();
    let at = until.map_or(steps.len(), |until| steps.partition_point(|step| step.as_str() <= until).saturating_sub(1));
    let words = until.map_or_else(|| messages::everything().to_owned(), |until| messages::known_on(&format::date(until)));
    let oninput = {
        let (go, place, steps) = (explorer.clone(), place.clone(), steps.clone());
        Callback::from(move |event: InputEvent| {
            let at: usize = event.target_unchecked_into::<web_sys::HtmlInputElement>().value().parse().unwrap_or(usize::MAX);
            go.go(&place.clone().with_until(steps.get(at).map(String::as_str)), Step::Same);
        })
    };
    html! {
        <p class="known-by">
            <label for="known-by">{ messages::what_was_known() }</label>
            <input id="known-by" type="range" min="0" max={steps.len().to_string()} step="1" value={at.to_string()} aria-valuetext={words.clone()} {oninput} />
            <output for="known-by">{ words }</output>
        </p>
    }
}

fn filters(explorer: &Explorer, articles: &[ArticleCard], days: &Days) -> Html {
    let place = explorer.place().clone();
    let to = {
        let place = place.clone();
        move |days: Days| Place { view: View::Days(days), ..place.clone() }
    };
    let chosen = {
        let (to, days) = (to.clone(), days.clone());
        move |article: Option<String>| to(Days { article, ..days.clone() })
    };
    let choice = |words: &'static str, certainty: Option<Certainty>| {
        let made = days.certainty == certainty;
        html! { <li key={words}><a href={to(Days { certainty, ..days.clone() }).fragment()} aria-current={made.then_some("true")}>{ words }</a></li> }
    };
    html! {
        <div class="settings">
            if articles.len() > 1 { { article_choice(explorer, tables::article(), articles, days.article.as_ref(), Rc::new(chosen)) } }
            <div class="choices" role="group" aria-label={messages::certainty_choice()}><span aria-hidden="true">{ messages::dates() }</span><ul>
                { choice(tables::every_one(), None) }
                { for CERTAINTIES.iter().map(|(certainty, _)| choice(messages::certainty(*certainty), Some(*certainty))) }
            </ul></div>
        </div>
    }
}

fn legend() -> Html {
    html! {
        <p class="key">{ messages::legend() }</p>
    }
}

/// The same data as a table, by date.
fn table(articles: &[ArticleCard], entries: &[Entry], until: Option<&str>) -> Html {
    let row = |entry: &Entry| match entry {
        Entry::Event(at, event, passages) => event_row(articles, *at, event, passages, until),
        Entry::Article(card, first, last) => article_row(card, *first, *last, until),
    };
    html! {
        <div class="count-frame" tabindex="0" role="group" aria-label={messages::as_table()}>
            <table class="days">
                <caption class="visually-hidden">{ messages::in_calendar_order() }</caption>
                <thead><tr>{ for messages::heads().map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
                <tbody>{ for entries.iter().map(row) }</tbody>
            </table>
        </div>
    }
}

fn event_row(articles: &[ArticleCard], at: usize, event: &TimelineEvent, passages: &[&TimelinePassage], until: Option<&str>) -> Html {
    let passage = |passage: &&&TimelinePassage| {
        let card = articles.get(passage.document.index())?;
        let to = Place::read(&card.name).with_passage(Some(passage.span)).with_until(until).fragment();
        let guess = passage.certainty == Certainty::Likely;
        Some(html! {
            <li key={format!("{}-{}", passage.document.0, passage.span.start)}>
                <a class="passage" lang={card.language.clone()} href={to}>{ cut(&passage.text) }</a>
                <small>{ messages::written_in(&format::label(card), &passage.surface) }if guess { <span class="guess">{ format!(" · {}", passage.why) }</span> }</small>
            </li>
        })
    };
    let guess = passages.iter().all(|passage| passage.certainty == Certainty::Likely);
    // Most of an often told moment is folded: the first two say what it is.
    const FIRST: usize = 2;
    let (first, rest) = passages.split_at(passages.len().min(FIRST));
    let told = passages.iter().map(|passage| (passage.document, passage.span));
    let when = messages::days(event.earliest, event.latest);
    let said = if guess { format!("{when} ({})", messages::probable_date()) } else { when };
    let address = Place::of(View::Days(Days::default())).with_until(until).fragment();
    let wanted = Wanted::several(ClippingKind::Statement, articles, told, said, address);
    html! {
        <tr key={format!("e{at}")} id={format!("moment-{at}")} class="moment" data-keep="">
            <th scope="row"><span class={classes!(guess.then_some("guess"))}>{ messages::days(event.earliest, event.latest) }</span>if guess { <small>{ messages::probable_date() }</small> }<Keep {wanted} /></th>
            <td>
                <ul>{ for first.iter().filter_map(|one| passage(&one)) }</ul>
                if !rest.is_empty() { <details><summary>{ messages::other_passages(rest.len()) }</summary><ul>{ for rest.iter().filter_map(|one| passage(&one)) }</ul></details> }
            </td>
        </tr>
    }
}

fn article_row(card: &ArticleCard, first: Day, last: Day, until: Option<&str>) -> Html {
    let published = card.metadata.published.as_ref();
    let when = published.map_or_else(|| messages::days(first, last), format::fact_date);
    let why = published.and_then(format::doubt);
    html! {
        <tr key={format!("a{}", card.id.0)} id={format!("parution-{}", card.id.0)} class="appearance">
            <th scope="row"><span class={classes!(why.is_some().then_some("guess"))}>{ when }</span></th>
            <td><span class="what">{ messages::publication() }</span>{ " " }<a lang={card.language.clone()} href={Place::read(&card.name).with_until(until).fragment()}>{ format::title(card) }</a>{ " " }<small>{ format::label(card) }if let Some(why) = why { <span class="guess">{ format!(" · {why}") }</span> }</small></td>
        </tr>
    }
}
