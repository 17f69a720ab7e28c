//! What the others tell and one article does not: most surprising first, with what was set aside and why.

use std::rc::Rc;

use yew::prelude::*;

use crate::concordance::Separator;
use crate::protocol::{ArticleCard, Overview, Request, Response, SilencesRequest, SilencesView, ToldSheet};
use crate::ui::across::Across;
use crate::ui::format;
use crate::ui::hooks::use_explorer::Step;
use crate::ui::hooks::{Explorer, use_answer, use_explorer};
use crate::ui::messages::disagreeing::{self, Aside, Tellers};
use crate::ui::messages::tables;
use crate::ui::opposed::Silences;
use crate::ui::parts::silence_list::{later_list, silence_list};
use crate::ui::parts::told_filters::sheets;
use crate::ui::route::{Place, View};
use crate::ui::told::is_later;
use crate::ui::views::disagreements_page::later;

#[derive(Properties, PartialEq)]
pub struct SilencesPageProps {
    pub overview: Rc<Overview>,
    pub asked: Silences,
}

#[component]
pub fn SilencesPage(props: &SilencesPageProps) -> Html {
    let explorer = use_explorer();
    let (articles, asked, until) = (&props.overview.articles, &props.asked, explorer.place().until.clone());
    let named = |name: &Option<String>| name.as_ref().and_then(|name| articles.iter().find(|card| card.name == *name));
    let known: Vec<&ArticleCard> = format::chronological(articles).into_iter().filter(|card| !is_later(card, until.as_deref())).collect();
    let article = named(&asked.article).or_else(|| known.first().copied());
    let told_by = named(&asked.told_by).filter(|card| Some(card.id) != article.map(|article| article.id));
    let without = later(articles, until.as_deref());
    let request = article.map(|card| SilencesRequest { article: card.id, told_by: told_by.map(|card| card.id), without });
    let answer = use_answer(request.clone().map(Request::Silences));
    let said = use_state(AttrValue::default);
    let view = match answer.response.as_deref() {
        Some(Response::Silences(view)) => Some(&**view),
        _ => None,
    };
    html! {
        <div class="silences tool-view">
            if let (Some(view), Some(card), Some(request)) = (view, article, request) {
                <p class="in-words" role="status">{ in_words(view, card, told_by) }</p>
                if view.n_others > 0 { { choices(&explorer, &known, card, told_by) } }
                { silence_list(articles, view, until.as_deref()) }
                { later_list(articles, view, until.as_deref()) }
                if view.n > 0 {
                    { sheets(&explorer, &said, disagreeing::silences_file(), &[
                        (tables::csv(), "csv", ToldSheet::Silences(request.clone(), Separator::Comma)),
                        (tables::french_csv(), "csv", ToldSheet::Silences(request, Separator::Semicolon)),
                    ]) }
                }
            } else if answer.failure.is_none() {
                <p class="status" role="status" aria-busy="true">{ tables::comparing_now() }</p>
            }
            if let Some(why) = &answer.failure { <p class="notice" role="alert">{ format::capital(why) }</p> }
        </div>
    }
}

fn in_words(view: &SilencesView, card: &ArticleCard, told_by: Option<&ArticleCard>) -> String {
    if view.n_others == 0 {
        return disagreeing::no_other_tells().to_owned();
    }
    let other = told_by.map(format::label);
    let tellers = match &other {
        Some(other) => Tellers::One(other),
        None if view.n_others == 1 => Tellers::TheOther,
        None => Tellers::Several,
    };
    let aside = Aside { n_later: view.n_later as usize, n_few: view.n_few as usize, is_undated: view.horizon.is_none() };
    disagreeing::untold(&format::label(card), tellers, view.n as usize, aside)
}

fn choices(explorer: &Explorer, known: &[&ArticleCard], card: &ArticleCard, told_by: Option<&ArticleCard>) -> Html {
    let place = explorer.place().clone();
    let to = move |silences: Silences| Place { view: View::Across(Across::Silences(silences)), ..place.clone() };
    let asked = Silences { article: Some(card.name.clone()), told_by: told_by.map(|card| card.name.clone()) };
    let option = |card: &&&ArticleCard, chosen: Option<&ArticleCard>| {
        let selected = chosen.is_some_and(|chosen| chosen.id == card.id);
        html! { <option key={card.id.0} value={card.name.clone()} {selected}>{ format::label(card) }</option> }
    };
    let change = |set: fn(&Silences, String) -> Silences| {
        let (go, to, asked) = (explorer.clone(), to.clone(), asked.clone());
        Callback::from(move |event: Event| {
            let name = event.target_unchecked_into::<web_sys::HtmlSelectElement>().value();
            go.go(&to(set(&asked, name)), Step::New);
        })
    };
    let silent = change(|asked, name| {
        let told_by = asked.told_by.clone().filter(|told_by| *told_by != name);
        Silences { article: Some(name), told_by }
    });
    let telling = change(|asked, name| Silences { told_by: (!name.is_empty()).then_some(name), ..asked.clone() });
    html! {
        <div class="settings">
            <label class="choices"><span>{ disagreeing::not_told_by() }</span><select id="silent" onchange={silent}>{ for known.iter().map(|one| option(&one, Some(card))) }</select></label>
            <label class="choices"><span>{ disagreeing::and_told_by() }</span><select id="telling" onchange={telling}>
                <option value="" selected={told_by.is_none()}>{ disagreeing::two_others() }</option>
                { for known.iter().filter(|one| one.id != card.id).map(|one| option(&one, told_by)) }
            </select></label>
        </div>
    }
}
