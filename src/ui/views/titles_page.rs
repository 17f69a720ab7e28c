//! The headlines side by side, in order of time: what each claims, whether its own text says it, and how it is told.

use std::rc::Rc;

use yew::prelude::*;

use crate::compare::{Claim, Headline, Mood};
use crate::concordance::Form;
use crate::locale;
use crate::protocol::{AcrossRequest, AcrossView, ArticleCard, HeadlineView, Overview, RankRow, Request, Response};
use crate::span::Span;
use crate::ui::across::Across;
use crate::ui::collecting::Wanted;
use crate::ui::format;
use crate::ui::hooks::{use_answer, use_explorer};
use crate::ui::messages::titles::{self, Told};
use crate::ui::messages::values;
use crate::ui::parts::byline::{article_name, value};
use crate::ui::parts::sheet_buttons::{Said, TABLES, sheet_offers};
use crate::ui::parts::slope_chart::Slopes;
use crate::ui::parts::{Keep, PictureButtons};
use crate::ui::route::{Place, View};
use crate::ui::told::{is_later, later};

/// Headlines shown at first, and added at a time.
const SHOWN: usize = 100;

#[derive(Properties, PartialEq)]
pub struct TitlesPageProps {
    pub overview: Rc<Overview>,
    /// Number of the statement that is followed in the chart; 0 for none.
    pub followed: u32,
}

#[component]
pub fn TitlesPage(props: &TitlesPageProps) -> Html {
    let explorer = use_explorer();
    let place = explorer.place().clone();
    let until = place.until.as_deref();
    let known: Vec<&ArticleCard> =
        format::chronological(&props.overview.articles).into_iter().filter(|card| !is_later(card, until)).collect();
    let n_shown = (if place.shown == 0 { SHOWN } else { place.shown as usize }).min(known.len());
    let cards = &known[..n_shown];
    let asked = |cards: &[&ArticleCard]| AcrossRequest::Headlines(cards.iter().map(|card| card.id).collect());
    let request = Request::Across(asked(cards).pack(Form::View));
    let answer = use_answer(Some(request.clone()));
    let said = use_state(Said::default);
    let found = match answer.response.as_deref() {
        Some(Response::Across(bytes)) if answer.is_to(&request) => AcrossView::unpack(bytes),
        _ => None,
    };
    let headlines = match found {
        Some(AcrossView::Headlines(headlines)) => Some(headlines),
        _ => None,
    };
    let of = |card: &ArticleCard| headlines.as_ref().and_then(|found| found.iter().find(|view| view.document == card.id));
    html! {
        <>
            if let Some(found) = &headlines { <p class="in-words" role="status">{ sentence(cards, found) }</p> }
            if headlines.is_none() && answer.failure.is_none() { <p class="status" role="status" aria-busy="true">{ titles::reading_now() }</p> }
            if let Some(why) = &answer.failure { <p class="notice" role="alert">{ format::capital(why) }</p> }
            <table class="headlines">
                <caption class="visually-hidden">{ titles::oldest_first() }</caption>
                <thead><tr>{ for titles::heads().map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
                <tbody>{ for cards.iter().map(|card| row(card, of(card), until)) }</tbody>
            </table>
            if n_shown < known.len() {
                <p class="more-rows"><a href={place.clone().with_shown((n_shown + SHOWN) as u32).fragment()}>{ titles::show_more(SHOWN.min(known.len() - n_shown), known.len()) }</a></p>
            }
            if headlines.is_some() {
                <p class="absent in-words">{ titles::explained() }</p>
                { sheet_offers(&explorer, titles::file(), &TABLES, &|form| Some(Request::Across(asked(&known).pack(form))), &said) }
                <Order overview={props.overview.clone()} followed={props.followed} />
            }
        </>
    }
}

/// In which order the articles tell what several of them tell.
#[component]
fn Order(props: &TitlesPageProps) -> Html {
    let explorer = use_explorer();
    let place = explorer.place().clone();
    let until = place.until.as_deref();
    let question = AcrossRequest::Ranks(later(&props.overview.articles, until));
    let request = |form| Request::Across(question.pack(form));
    let answer = use_answer(Some(request(Form::View)));
    let said = use_state(Said::default);
    let view = match answer.response.as_deref() {
        Some(Response::Across(bytes)) if answer.is_to(&request(Form::View)) => AcrossView::unpack(bytes),
        _ => None,
    };
    let drawn = match &view {
        Some(AcrossView::Ranks(view)) => {
            let in_time = format::chronological(&props.overview.articles).into_iter();
            let cards = in_time.filter(|card| view.articles.binary_search(&card.id).is_ok()).collect();
            let to = |number| Place { view: View::Across(Across::Titles(number)), ..place.clone() }.fragment();
            let touches = |row: &RankRow| {
                let followed = place.followed.as_ref();
                row.cells
                    .iter()
                    .any(|cell| followed.is_some_and(|followed| followed.touches(&props.overview.articles, cell.document, cell.span)))
            };
            let followed = match props.followed {
                0 => (1..).zip(&view.rows).find(|(_, row)| touches(row)).map_or(0, |(number, _)| number),
                chosen => chosen,
            };
            let slopes = Slopes { cards, view, followed, until, to: &to };
            html! {
                <>
                    <p class="in-words" role="status">{ slopes.sentence() }</p>
                    { slopes.chart() }
                    if !view.rows.is_empty() { <p class="keep-line"><Keep wanted={Wanted::chart(slopes.sentence(), place.fragment())} />{ " " }<PictureButtons said={slopes.explained()} /></p> }
                    { slopes.table() }
                    if !view.rows.is_empty() { { sheet_offers(&explorer, titles::order_file(), &TABLES, &|form| Some(request(form)), &said) } }
                </>
            }
        }
        _ if answer.failure.is_some() => Html::default(),
        _ => html! { <p class="status" role="status" aria-busy="true">{ titles::aligning_now() }</p> },
    };
    html! {
        <section aria-labelledby="order-title">
            <h2 id="order-title">{ titles::in_which_order() }</h2>
            if let Some(why) = &answer.failure { <p class="notice" role="alert">{ format::capital(why) }</p> }
            { drawn }
        </section>
    }
}

/// What the table shows.
fn sentence(cards: &[&ArticleCard], found: &[HeadlineView]) -> String {
    let untitled = titles::untitled(cards.len() - found.len());
    if found.is_empty() {
        return format!("{}{untitled}", titles::none_to_compare());
    }
    let n = |is: &dyn Fn(&Headline) -> bool| found.iter().filter(|view| is(&view.headline)).count();
    let told = Told {
        conditional: n(&|headline| headline.mood == Mood::Conditional),
        indicative: n(&|headline| headline.mood == Mood::Indicative),
        unclear: n(&|headline| headline.mood == Mood::Unclear),
        asking: n(&|headline| headline.asks),
        quoting: n(&|headline| headline.n_quoted > 0),
    };
    let n_claims: usize = found.iter().map(|view| view.headline.claims.len()).sum();
    let missing = |view: &HeadlineView| view.headline.claims.iter().filter(|claim| claim.found.is_none()).count();
    let n_missing: usize = found.iter().map(missing).sum();
    let most = found.iter().max_by_key(|view| (missing(view), std::cmp::Reverse(view.document))).filter(|view| missing(view) > 0);
    let most = most.and_then(|view| Some((cards.iter().find(|card| card.id == view.document)?, missing(view))));
    let most = match most {
        Some((card, n)) if found.len() > 1 => titles::most_missing(&format::label(card), n),
        _ => String::new(),
    };
    let claims = match n_missing {
        _ if n_claims == 0 => String::new(),
        0 => titles::all_in_text(n_claims),
        n => titles::missing_in_text(n_claims, n, &most),
    };
    format!("{}{claims}{untitled}", titles::told(found.len(), told))
}

fn row(card: &ArticleCard, view: Option<&HeadlineView>, until: Option<&str>) -> Html {
    let published = card.metadata.published.as_ref();
    let when = published.map_or_else(|| html! { values::undated() }, |fact| value(fact, format::fact_date(fact)));
    let to = |span: Option<Span>| Place::read(&card.name).with_passage(span).with_until(until).fragment();
    html! {
        <tr key={card.id.0}>
            <th scope="row">{ article_name(card) }<small>{ when }</small></th>
            <td lang={card.language.clone()}>
                <a class="headline" href={to(None)}>{ format::title(card) }</a>
                if let Some(view) = view { { marks(&view.headline) }{ contrast(view, &to) } }
            </td>
            <td>if let Some(view) = view { { claims(&view.headline, &card.language, &to) } }</td>
        </tr>
    }
}

/// How a headline is told.
fn marks(headline: &Headline) -> Html {
    let mood = titles::mood(headline.mood);
    let asks = headline.asks.then(titles::question);
    let quoted = (headline.n_quoted > 0).then(titles::marks);
    html! { <ul class="headline-marks" lang={locale::current().code()}>{ for mood.into_iter().chain(asks).chain(quoted).map(|mark| html! { <li key={mark}>{ mark }</li> }) }</ul> }
}

/// The nearest sentence of the text, where it is told in another mood than the headline.
fn contrast(view: &HeadlineView, to: &dyn Fn(Option<Span>) -> String) -> Html {
    let Some((span, mood)) = view.headline.nearest else { return Html::default() };
    let words = match (view.headline.mood, mood) {
        (Mood::Indicative | Mood::Unclear, Mood::Conditional) => titles::text_is_conditional(),
        (Mood::Conditional, Mood::Indicative) => titles::text_is_indicative(),
        _ => return Html::default(),
    };
    html! { <p class="contrast"><span lang={locale::current().code()}>{ words }</span><a class="passage" href={to(Some(span))}>{ &view.nearest }</a></p> }
}

/// What a headline claims: each a way to where its text says it, and what is not met there.
fn claims(headline: &Headline, language: &str, to: &dyn Fn(Option<Span>) -> String) -> Html {
    let (found, missing): (Vec<&Claim>, Vec<&Claim>) = headline.claims.iter().partition(|claim| claim.found.is_some());
    let entry = |claim: &&Claim| match claim.found {
        Some(span) => html! { <li><a href={to(Some(span))} lang={language.to_owned()}>{ &claim.shown }</a></li> },
        None => html! { <li><span lang={language.to_owned()}>{ &claim.shown }</span></li> },
    };
    html! {
        <dl class="claims">
            if !found.is_empty() { <dt>{ titles::in_text() }</dt><dd><ul>{ for found.iter().map(entry) }</ul></dd> }
            if !missing.is_empty() { <dt class="missing">{ titles::not_found() }</dt><dd class="missing"><ul>{ for missing.iter().map(entry) }</ul></dd> }
        </dl>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::ClaimKind;
    use crate::corpus::Metadata;
    use crate::id::DocumentId;

    fn card(at: u32) -> ArticleCard {
        let (opening, language) = (String::new(), "fr".to_owned());
        ArticleCard {
            id: DocumentId(at),
            name: format!("{at}.txt"),
            metadata: Metadata::default(),
            place: 0,
            opening,
            n_words: 9,
            language,
        }
    }

    fn view(at: u32, mood: Mood, found: &[bool]) -> HeadlineView {
        let claim = |found: &bool| Claim { kind: ClaimKind::Word, shown: "pont".to_owned(), found: found.then_some(Span::new(0, 4)) };
        let headline = Headline { mood, asks: at == 1, n_quoted: at, claims: found.iter().map(claim).collect(), nearest: None };
        HeadlineView { document: DocumentId(at), headline, nearest: String::new() }
    }

    #[test]
    fn the_sentence_counts_what_the_table_shows() {
        let cards = [card(0), card(1), card(2)];
        let cards: Vec<&ArticleCard> = cards.iter().collect();
        let said = |found: &[HeadlineView]| sentence(&cards, found).replace('\u{a0}', " ");
        assert_eq!(
            said(&[view(0, Mood::Conditional, &[true, true]), view(1, Mood::Unclear, &[true, false])]),
            "2 titres : 1 au conditionnel, 1 sans verbe reconnu, 1 pose une question, 1 a des guillemets. \
             De 4 éléments avancés, 1 manque dans le texte de l’article ; c’est 1 qui en a le plus (1). Un article n’a pas de titre."
        );
        assert_eq!(said(&[]), "Aucun titre à comparer. 3 articles n’ont pas de titre.");
    }
}
