//! The ledger of figures: what is counted × articles, with the verdict of each row in words.

use std::rc::Rc;

use yew::prelude::*;

use crate::concordance::Separator;
use crate::protocol::{ArticleCard, CountsRequest, CountsView, Overview, Request, Response, ToldSheet};
use crate::ui::format;
use crate::ui::hooks::use_explorer::Step;
use crate::ui::hooks::{Explorer, use_answer, use_explorer};
use crate::ui::messages::{counting, frame, tables};
use crate::ui::parts::article_choice::article_choice;
use crate::ui::parts::count_table::{count_table, single_counts};
use crate::ui::parts::index_tabs::index_tabs_until;
use crate::ui::parts::set_aside::set_aside;
use crate::ui::parts::told_filters::{sheets, verdict_choice};
use crate::ui::route::{Place, View};
use crate::ui::told::Figures;

#[derive(Properties, PartialEq)]
pub struct FiguresViewProps {
    pub overview: Rc<Overview>,
    pub figures: Figures,
}

#[component]
pub fn FiguresView(props: &FiguresViewProps) -> Html {
    let explorer = use_explorer();
    let (articles, figures, place) = (&props.overview.articles, &props.figures, explorer.place().clone());
    let article = figures.article.as_ref().and_then(|name| articles.iter().find(|card| card.name == *name));
    let request = CountsRequest { text: place.query.clone(), verdict: figures.verdict, article: article.map(|card| card.id) };
    let answer = use_answer(Some(Request::Counts(request.clone())));
    let said = use_state(AttrValue::default);
    let view = match answer.response.as_deref() {
        Some(Response::Counts(view)) => Some(view),
        _ => None,
    };
    let until = place.until.as_deref();
    html! {
        <div class="figures-view tool-view">
            { index_tabs_until(&place.view, "", until, &place) }
            <h1 tabindex="-1">{ frame::figures() }</h1>
            if let Some(view) = view {
                <p class="in-words" role="status">{ in_words(view, &place) }</p>
                { set_aside(&explorer, articles) }
                { filters(&explorer, articles, figures, view) }
                { count_table(articles, view, until) }
                { single_counts(articles, view, until) }
                { sheets(&explorer, &said, counting::file(), &[
                    (tables::csv(), "csv", ToldSheet::Counts(request.clone(), Separator::Comma)),
                    (tables::french_csv(), "csv", ToldSheet::Counts(request, Separator::Semicolon)),
                ]) }
            }
            if let Some(why) = &answer.failure { <p class="notice" role="alert">{ format::capital(why) }</p> }
        </div>
    }
}

fn in_words(view: &CountsView, place: &Place) -> String {
    let (n, all) = (view.n_shared as usize, (view.n_shared + view.n_single) as usize);
    if all == 0 {
        let asked = !place.query.is_empty() || place.view != View::Figures(Figures::default());
        let none = if asked { counting::none_meets() } else { counting::no_figure() };
        return none.to_owned();
    }
    counting::counted(all, n, view.n_verdicts[0] as usize)
}

fn filters(explorer: &Explorer, articles: &[ArticleCard], figures: &Figures, view: &CountsView) -> Html {
    let place = explorer.place().clone();
    let to = {
        let place = place.clone();
        move |figures: Figures| Place { view: View::Figures(figures), ..place.clone() }
    };
    let typed = {
        let (go, place) = (explorer.clone(), place.clone());
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<web_sys::HtmlInputElement>().value();
            go.go(&place.clone().with_query(&text), Step::Same);
        })
    };
    let chosen = {
        let (to, figures) = (to.clone(), figures.clone());
        move |article: Option<String>| to(Figures { article, ..figures.clone() })
    };
    html! {
        <div class="settings">
            <label class="choices"><span>{ tables::contains() }</span><input id="count-words" type="text" autocomplete="off" value={place.query.clone()} oninput={typed} /></label>
            if articles.len() > 1 { { article_choice(explorer, tables::article(), articles, figures.article.as_ref(), Rc::new(chosen)) } }
            if view.n_verdicts.iter().any(|n| *n > 0) || figures.verdict.is_some() { { verdict_choice(view, figures, &to) } }
        </div>
    }
}
