//! Text that several articles have nearly word for word: who shares it, where it probably comes from, the text put back in order, and what
//! an article adds of its own.

use std::rc::Rc;

use yew::prelude::*;

use crate::compare::Member;
use crate::corpus::Document;
use crate::locale;
use crate::protocol::{ArticleCard, CommonPiece, CommonTextGroup, CommonTextView, Overview, ProbableSource, Request, Response};
use crate::span::Span;
use crate::text::words;
use crate::ui::across::Across;
use crate::ui::format;
use crate::ui::hooks::{use_answer, use_explorer};
use crate::ui::messages::{common_text, counts, values};
use crate::ui::parts::byline::{article_name, value};
use crate::ui::parts::element::{Link, element, text};
use crate::ui::parts::marked_text::{Overlay, marked_text};
use crate::ui::route::{Place, View};

#[derive(Properties, PartialEq)]
pub struct CommonPageProps {
    pub overview: Rc<Overview>,
    /// The article of which what it adds is shown, by name.
    pub article: Option<String>,
}

#[component]
pub fn CommonPage(props: &CommonPageProps) -> Html {
    let explorer = use_explorer();
    let (articles, place) = (&props.overview.articles, explorer.place());
    let answer = use_answer(Some(Request::CommonText));
    let chosen = props.article.as_ref().and_then(|name| articles.iter().find(|card| card.name == *name));
    let read = use_answer(chosen.map(|card| Request::Read { document: card.id }));
    let view = match answer.response.as_deref() {
        Some(Response::CommonText(view)) => Some(&**view),
        _ => None,
    };
    let document = match read.response.as_deref() {
        Some(Response::Article(view)) if Some(view.document.id) == chosen.map(|card| card.id) => Some(&view.document),
        _ => None,
    };
    html! {
        <>
            if let Some(view) = view {
                <p class="in-words" role="status">{ in_words(view) }</p>
                for group in &view.groups { { shown(articles, group, chosen.zip(document), place) } }
            }
            if let Some(why) = answer.failure.as_ref().or(read.failure.as_ref()) { <p class="notice" role="alert">{ format::capital(why) }</p> }
        </>
    }
}

fn in_words(view: &CommonTextView) -> String {
    let n: usize = view.groups.iter().map(|group| group.members.len()).sum();
    common_text::groups(n, view.n_groups as usize, view.groups.len())
}

fn shown(articles: &[ArticleCard], group: &CommonTextGroup, chosen: Option<(&ArticleCard, &Document)>, place: &Place) -> Html {
    let member =
        chosen.and_then(|(card, document)| Some((group.members.iter().find(|member| member.document == card.id)?, card, document)));
    let key = group.members.first().map_or(0, |member| member.document.0);
    html! {
        <section class="common-group" key={key}>
            <h2>{ common_text::common_to(group.members.len()) }</h2>
            { source(articles, group) }
            { members(articles, group, place) }
            if let Some((member, card, document)) = member { { own_text(card, document, member) } }
            <details class="dispatch" open={member.is_none()}>
                <summary>{ common_text::put_back_in_order(n_words(group)) }</summary>
                <ol>{ for group.pieces.iter().filter_map(|piece| put_back(articles, piece)) }</ol>
            </details>
        </section>
    }
}

fn n_words(group: &CommonTextGroup) -> usize {
    group.pieces.iter().map(|piece| words(&piece.passage.text, Span::of(&piece.passage.text)).count()).sum()
}

/// Where the text probably comes from, and by what that is told.
fn source(articles: &[ArticleCard], group: &CommonTextGroup) -> Html {
    let label = |id: &crate::id::DocumentId| articles.get(id.index()).map_or_else(String::new, format::label);
    let said = match &group.source {
        Some(ProbableSource::Agency { document, name }) => common_text::from_agency(&label(document), name),
        Some(ProbableSource::Credited { name, by }) => {
            let who = by.iter().map(label).collect::<Vec<_>>().join(", ");
            common_text::from_dispatch(name, &who, group.members.len() - by.len())
        }
        Some(ProbableSource::Earliest { document, fullest }) => {
            let most = if *fullest { common_text::Most::Own } else { common_text::Most::Another };
            common_text::from_earliest(&label(document), most)
        }
        None => common_text::source_unknown().to_owned(),
    };
    html! { <p class="source">{ said }</p> }
}

fn members(articles: &[ArticleCard], group: &CommonTextGroup, place: &Place) -> Html {
    let heads = common_text::heads();
    let row = |member: &Member| {
        let card = articles.get(member.document.index())?;
        let to = Place::of(View::Across(Across::CommonText(Some(card.name.clone())))).with_until(place.until.as_deref());
        let share = member.n_common as f32 / member.n_words.max(1) as f32;
        let published =
            card.metadata.published.as_ref().map_or_else(|| text(values::undated()), |fact| value(fact, format::fact_date(fact)));
        let agencies: Vec<Html> = card.metadata.agencies.iter().map(|fact| value(fact, fact.value.clone())).collect();
        let own = (member.n_words - member.n_common) as usize;
        Some(html! {
            <tr key={card.id.0}>
                <th scope="row">{ article_name(card) }</th>
                <td data-label={heads[1]}>{ published }</td>
                <td data-label={heads[2]}>if agencies.is_empty() { { common_text::no_agency() } }{ for agencies }</td>
                <td data-label={heads[3]}><meter min="0" max="100" value={format::whole_percent(share).to_string()} aria-hidden="true"></meter>{ " " }{ format!("{} ({})", format::percent(share), counts::n_words(member.n_common as usize)) }</td>
                <td data-label={heads[4]}>{ Link::to(to.fragment()).saying(counts::n_words(own)) }</td>
            </tr>
        })
    };
    html! {
        <table class="common-members">
            <caption class="visually-hidden">{ common_text::who_has_how_much() }</caption>
            <thead><tr>{ for heads.map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
            <tbody>{ for group.members.iter().filter_map(row) }</tbody>
        </table>
    }
}

/// A piece, who else has it, and the way to each.
fn put_back(articles: &[ArticleCard], piece: &CommonPiece) -> Option<Html> {
    let card = articles.get(piece.passage.document.index())?;
    let open = |card: &ArticleCard, span: Span| Place::read(&card.name).with_passage(Some(span)).fragment();
    let link = Link { class: "passage", lang: Some(card.language.clone().into()), ..Link::to(open(card, piece.passage.span)) };
    let mut also = vec![text(common_text::also(&format::label(card)))];
    for (at, (id, span)) in piece.also.iter().enumerate() {
        let other = articles.get(id.index())?;
        also.extend((at > 0).then(|| text(", ")));
        also.push(Link::to(open(other, *span)).saying(format::label(other)));
    }
    Some(element("li", "", vec![link.saying(piece.passage.text.clone()), element("small", "", also)]))
}

/// The article with its common text set back: what it adds.
fn own_text(card: &ArticleCard, document: &Document, member: &Member) -> Html {
    let own = (member.n_words - member.n_common) as usize;
    let paragraph = |zone: crate::corpus::Zone| {
        let inside = member.common.iter().filter(|span| span.overlaps(zone.span));
        let overlays: Vec<Overlay> = inside
            .map(|span| Span { start: span.start.max(zone.span.start), end: span.end.min(zone.span.end) })
            .map(|span| Overlay { span, class: "common-words", id: None })
            .collect();
        element("p", "", vec![marked_text(document.text(), zone.span, &[], &overlays)])
    };
    html! {
        <section class="own-text" lang={card.language.clone()}>
            <h3 lang={locale::current().code()}>{ common_text::what_adds(&format::label(card), own) }</h3>
            <p class="hint" lang={locale::current().code()}>{ common_text::common_is_grey() }</p>
            { for document.paragraphs().into_iter().map(paragraph) }
        </section>
    }
}
