//! What several articles tell × articles: the grid of statements, with ways to narrow it.

use std::rc::Rc;

use yew::prelude::*;

use crate::compare::Manner;
use crate::concordance::Separator;
use crate::protocol::{ArticleCard, MOST_STATEMENTS, Overview, Request, Response, StatementsRequest, StatementsView, ToldSheet};
use crate::ui::across::Across;
use crate::ui::format;
use crate::ui::hooks::use_explorer::Step;
use crate::ui::hooks::{Explorer, use_answer, use_explorer};
use crate::ui::messages::statements::{self as words, Asked};
use crate::ui::messages::tables;
use crate::ui::parts::article_choice::article_choice;
use crate::ui::parts::element::{Link, element, line};
use crate::ui::parts::statement_grid::{single_statements, statement_grid};
use crate::ui::parts::told_filters::sheets;
use crate::ui::route::{Place, View};
use crate::ui::stated::Statements;
use crate::ui::told::is_later;

#[derive(Properties, PartialEq)]
pub struct StatementsPageProps {
    pub overview: Rc<Overview>,
    pub statements: Statements,
}

#[component]
pub fn StatementsPage(props: &StatementsPageProps) -> Html {
    let explorer = use_explorer();
    let (articles, statements, place) = (&props.overview.articles, &props.statements, explorer.place().clone());
    let request = request(articles, statements, &place);
    let answer = use_answer(Some(Request::Statements(request.clone())));
    let said = use_state(AttrValue::default);
    let view = match answer.response.as_deref() {
        Some(Response::Statements(view)) => Some(&**view),
        _ => None,
    };
    html! {
        <>
            if let Some(view) = view {
                <p class="in-words" role="status">{ in_words(view, statements, &place) }</p>
                { filters(&explorer, articles, statements) }
                { statement_grid(&props.overview, view) }
                { single_statements(articles, view) }
                { pages(view, statements, &place) }
                { sheets(&explorer, &said, words::file(), &[
                    (tables::csv(), "csv", ToldSheet::Statements(request.clone(), Separator::Comma)),
                    (tables::french_csv(), "csv", ToldSheet::Statements(request, Separator::Semicolon)),
                ]) }
                { other_grids(&place) }
            }
            if view.is_none() && answer.failure.is_none() { <p class="status" role="status" aria-busy="true">{ tables::comparing_now() }</p> }
            if let Some(why) = &answer.failure { <p class="notice" role="alert">{ format::capital(why) }</p> }
        </>
    }
}

/// What the address asks for. Articles that appeared later than what is known by then have no column.
fn request(articles: &[ArticleCard], statements: &Statements, place: &Place) -> StatementsRequest {
    let named = |name: &Option<String>| name.as_ref().and_then(|name| articles.iter().find(|card| card.name == *name)).map(|card| card.id);
    let until = place.until.as_deref();
    let known = |card: &&ArticleCard| !is_later(card, until);
    StatementsRequest {
        articles: if until.is_some() { articles.iter().filter(known).map(|card| card.id).collect() } else { Vec::new() },
        text: place.query.clone(),
        told_by: named(&statements.told_by),
        absent_from: named(&statements.absent_from),
        manner: statements.manner,
        closeness: None,
        from: statements.page * MOST_STATEMENTS as u32,
    }
}

/// What the grid shows, in words.
fn in_words(view: &StatementsView, statements: &Statements, place: &Place) -> String {
    let asked = !place.query.is_empty() || Statements { page: 0, ..statements.clone() } != Statements::default();
    let (n_shared, n_single, n_articles) = (view.n_shared as usize, view.n_single as usize, view.articles.len());
    if n_articles < 2 {
        return words::only_one_article().to_owned();
    }
    if n_shared + n_single == 0 {
        return if asked { words::none_meets() } else { words::no_sentence() }.to_owned();
    }
    let n_first = view.rows.first().map_or(0, |row| row.cells.len());
    let first = (n_first > 1 && statements.page == 0).then_some((n_first, n_articles));
    let said = words::shown(if asked { Asked::Something } else { Asked::Nothing }, n_shared, first, n_single);
    if view.n_compared == view.n_pairs {
        return said;
    }
    said + &words::pairs_compared(view.n_compared as usize, view.n_pairs as usize)
}

fn filters(explorer: &Explorer, articles: &[ArticleCard], statements: &Statements) -> Html {
    let place = explorer.place().clone();
    let to = {
        let place = place.clone();
        move |statements: Statements| Place {
            view: View::Across(Across::Statements(Statements { page: 0, ..statements })),
            ..place.clone()
        }
    };
    let typed = {
        let (go, to, statements) = (explorer.clone(), to.clone(), statements.clone());
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<web_sys::HtmlInputElement>().value();
            go.go(&to(statements.clone()).with_query(&text), Step::Same);
        })
    };
    let told_by = {
        let (to, statements) = (to.clone(), statements.clone());
        move |told_by: Option<String>| to(Statements { told_by, ..statements.clone() })
    };
    let absent_from = {
        let (to, statements) = (to.clone(), statements.clone());
        move |absent_from: Option<String>| to(Statements { absent_from, ..statements.clone() })
    };
    let choice = |words: &'static str, wanted: Option<Manner>| {
        let made = statements.manner == wanted;
        let link = Link { current: made.then_some("true"), ..Link::to(to(Statements { manner: wanted, ..statements.clone() }).fragment()) };
        element("li", "", vec![link.saying(words)])
    };
    let manners = Manner::ALL.map(|one| choice(words::manner(one).1, Some(one)));
    html! {
        <div class="settings">
            <label class="choices"><span>{ tables::contains() }</span><input id="statement-words" type="text" autocomplete="off" value={place.query.clone()} oninput={typed} /></label>
            { article_choice(explorer, words::told_by(), articles, statements.told_by.as_ref(), Rc::new(told_by)) }
            { article_choice(explorer, words::absent_from(), articles, statements.absent_from.as_ref(), Rc::new(absent_from)) }
            <div class="choices" role="group" aria-label={words::manner_choice()}><span aria-hidden="true">{ words::manner_choice() }</span><ul>{ choice(tables::every_one(), None) }{ for manners }</ul></div>
        </div>
    }
}

/// Ways to the rows before and after.
fn pages(view: &StatementsView, statements: &Statements, place: &Place) -> Html {
    let most = MOST_STATEMENTS as u32;
    let n_pages = view.n_shared.max(view.n_single).div_ceil(most);
    if n_pages < 2 {
        return Html::default();
    }
    let to =
        |page: u32| Place { view: View::Across(Across::Statements(Statements { page, ..statements.clone() })), ..place.clone() }.fragment();
    let mut parts = Vec::new();
    if statements.page > 0 {
        parts.push(Link::to(to(statements.page - 1)).saying(words::previous()));
    }
    parts.push(line("span", "count", words::page_of(statements.page as usize + 1, n_pages as usize)));
    if statements.page + 1 < n_pages {
        parts.push(Link::to(to(statements.page + 1)).saying(words::next()));
    }
    element("p", "pages", parts)
}

/// The other things that are told in one article and not in another have their grids too.
fn other_grids(place: &Place) -> Html {
    use crate::ui::ledger::Ledger;
    use crate::ui::listing::{Layout, Listing};
    use crate::ui::told::{Days, Figures};
    let until = place.until.as_deref();
    let link = |words: &'static str, place: Place| element("li", "", vec![Link::to(place.with_until(until).fragment()).saying(words)]);
    let names = Place::of(View::Index).with_listing(Listing { layout: Layout::Grid, ..Listing::default() });
    let [names_by, quotes_by, figures_by, dates] = words::other_grids();
    html! {
        <section class="other-grids">
            <h2 class="caps">{ words::otherwise_arranged() }</h2>
            <ul>
                { link(names_by, names) }
                { link(quotes_by, Place::of(View::Quotes(Ledger::default()))) }
                { link(figures_by, Place::of(View::Figures(Figures::default()))) }
                { link(dates, Place::of(View::Days(Days::default()))) }
            </ul>
        </section>
    }
}
