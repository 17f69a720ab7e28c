//! One passage in all other articles: the same statement as each of them says it, what differs marked word by word, and who does not
//! say it.

use std::rc::Rc;

use yew::prelude::*;

use super::Keep;
use super::byline::article_name;
use super::differences::{Text, word_changes};
use super::element::{Link, element, line, text};
use super::elsewhere_door::elsewhere_place;
use super::passage_list::{absent_words, passage_text};
use super::telling::{grounds, manner_words, unlike_lines};
use crate::compare::Closeness;
use crate::id::DocumentId;
use crate::notebook::ClippingKind;
use crate::protocol::{ArticleCard, ElsewhereCard, ElsewhereView, Overview, Request, Response};
use crate::span::Span;
use crate::ui::collecting::Wanted;
use crate::ui::format;
use crate::ui::hooks::{use_answer, use_explorer};
use crate::ui::messages::{collecting as messages, elsewhere, reading};
use crate::ui::route::Place;
use crate::ui::told::is_later;

#[derive(Properties, PartialEq)]
pub struct ElsewherePanelProps {
    pub overview: Rc<Overview>,
    /// The article that is read.
    pub document: DocumentId,
    pub span: Span,
}

#[component]
pub fn ElsewherePanel(props: &ElsewherePanelProps) -> Html {
    let explorer = use_explorer();
    let place = explorer.place();
    let request = Request::Elsewhere { document: props.document, span: props.span };
    let answer = use_answer(Some(request.clone()));
    let view = match answer.response.as_deref() {
        Some(Response::Elsewhere(view)) if answer.is_to(&request) => Some(&**view),
        _ => None,
    };
    let close = Place { elsewhere: false, ..place.clone() }.with_passage(None);
    let close = Link { class: "close", label: Some(reading::close_panel().into()), ..Link::to(close.fragment()) };
    html! {
        <section class="elsewhere-panel" aria-labelledby="elsewhere-title">
            { close.saying("×") }
            <h2 class="caps" id="elsewhere-title">{ elsewhere::passage_elsewhere() }</h2>
            if let Some(view) = view { { found(&props.overview.articles, view, place.until.as_deref()) } }
            if let Some(why) = &answer.failure { <p class="notice" role="alert">{ format::capital(why) }</p> }
        </section>
    }
}

fn found(articles: &[ArticleCard], view: &ElsewhereView, until: Option<&str>) -> Html {
    let known = |id: DocumentId| articles.get(id.index()).filter(|card| !is_later(card, until));
    let cards: Vec<(&ArticleCard, &ElsewhereCard)> = view.found.iter().filter_map(|found| known(found.document).zip(Some(found))).collect();
    let absent: Vec<&ArticleCard> = view.absent.iter().filter_map(|id| known(*id)).collect();
    let mut parts = vec![element("blockquote", "asked", vec![passage_text(&view.asked)])];
    parts.push(html! { <p class="in-words" role="status">{ elsewhere::found_elsewhere(cards.len(), absent.len()) }</p> });
    let told =
        std::iter::once((view.asked.document, view.asked.span)).chain(cards.iter().map(|(_, found)| (found.document, found.passage.span)));
    let card = articles.get(view.asked.document.index());
    let address =
        card.map_or_else(String::new, |card| elsewhere_place(&Place::read(&card.name).with_until(until), view.asked.span).fragment());
    let said = messages::told_by(cards.len() + 1, articles.len());
    let wanted = Wanted::several(ClippingKind::Statement, articles, told, said, address);
    parts.push(html! { <p class="keep-line"><Keep {wanted} /></p> });
    parts.extend(cards.iter().map(|(card, found)| one(card, view, found, until)));
    if !absent.is_empty() {
        parts.push(line("p", "absent", absent_words(elsewhere::not_found_in(), &absent)));
    }
    html! { <>{ for parts }</> }
}

fn one(card: &ArticleCard, view: &ElsewhereView, found: &ElsewhereCard, until: Option<&str>) -> Html {
    let to =
        Place::read(&card.name).with_until(until).with_passage(Some(found.passage.marks.first().copied().unwrap_or(found.passage.span)));
    let words = word_changes(
        Text { text: &view.asked.text, start: view.asked.span.start },
        Text { text: &found.passage.text, start: found.passage.span.start },
        &found.words,
    );
    let mut parts = vec![
        html! { <h3>{ article_name(card) }{ " " }{ manner_words(found.manner, found.closeness, found.score) }</h3> },
        Link { class: "passage", lang: Some(card.language.clone().into()), ..Link::to(to.fragment()) }.around(passage_text(&found.passage)),
    ];
    // Of the same words what changed is what a reader asks for; of other words it says little.
    match found.closeness {
        Closeness::Verbatim => {}
        Closeness::NearVerbatim => parts.push(element("p", "word-changes", vec![words])),
        Closeness::Reworded | Closeness::SameFact => {
            parts.push(html! { <details class="word-changes"><summary>{ elsewhere::word_by_word() }</summary><p>{ words }</p></details> })
        }
    }
    parts.extend(unlike_lines(&found.unlike));
    parts.extend(grounds(&found.grounds));
    if !found.also.is_empty() {
        let more = found.also.iter().zip(1..).flat_map(|(span, n)| {
            let to = Place::read(&card.name).with_until(until).with_passage(Some(*span));
            [
                text(" "),
                Link { label: Some(elsewhere::other_passage(n, &format::label(card)).into()), ..Link::to(to.fragment()) }
                    .saying(n.to_string()),
            ]
        });
        parts.push(element("p", "also", std::iter::once(text(elsewhere::also())).chain(more).collect()));
    }
    html! { <section key={card.id.0} class="one">{ for parts }</section> }
}
