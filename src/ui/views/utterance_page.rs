//! One utterance with all its versions: the fullest first, the others with what they cut, change or join, word by word.

use std::rc::Rc;

use yew::prelude::*;

use crate::id::DocumentId;
use crate::protocol::{ArticleCard, Overview, Piece, QuoteMark, Request, Response, UtteranceView, VersionView};
use crate::quotes::Relation;
use crate::span::Span;
use crate::ui::collecting::Wanted;
use crate::ui::format;
use crate::ui::hooks::{use_answer, use_explorer};
use crate::ui::messages::{quoting, utterance};
use crate::ui::parts::byline::article_name;
use crate::ui::parts::element::{Link, element, line, text};
use crate::ui::parts::passage_list::absent_words;
use crate::ui::parts::quote_meta::{speaker_name, voice_place};
use crate::ui::parts::{Keep, index_tabs, notice_line, quote_meta};
use crate::ui::route::{Place, View};

#[derive(Properties, PartialEq)]
pub struct UtterancePageProps {
    pub overview: Rc<Overview>,
    pub article: String,
    pub start: u32,
}

#[component]
pub fn UtterancePage(props: &UtterancePageProps) -> Html {
    let explorer = use_explorer();
    let articles = &props.overview.articles;
    let card = articles.iter().find(|card| card.name == props.article);
    let asked = card.map(|card| Request::Utterance { document: card.id, start: props.start });
    let answer = use_answer(asked.clone());
    let view = match answer.response.as_deref() {
        Some(Response::Utterance(view)) if answer.request == asked => Some(&**view),
        _ => None,
    };
    let tabs = index_tabs(&View::Utterance { article: props.article.clone(), start: props.start }, "", explorer.place());
    let Some(view) = view else {
        let title = html! { <h1 tabindex="-1">{ utterance::title() }</h1> };
        if card.is_some() && answer.failure.is_none() {
            return element("div", "utterance-view", vec![tabs, title]);
        }
        let lost = utterance::none_here(&props.article);
        let all = element("p", "", vec![Link::to("#/citations").saying(quoting::all_quotations())]);
        return element("div", "utterance-view", vec![tabs, title, notice_line(lost, None), all]);
    };
    element("div", "utterance-view", vec![tabs, shown(articles, view)])
}

fn shown(articles: &[ArticleCard], view: &UtteranceView) -> Html {
    let Some(fullest) = view.versions.first() else { return Html::default() };
    let who = match &fullest.mark.speaker {
        Some(speaker) => Link::to(voice_place(&speaker.key).fragment()).saying(speaker.name.clone()),
        None => text(speaker_name(None)),
    };
    let absent: Vec<&ArticleCard> = view.absent.iter().filter_map(|id| articles.get(id.index())).collect();
    let hidden = (view.n_wordings as usize).saturating_sub(view.versions.len());
    let title = utterance::title_with(view.n_versions as usize);
    let mut parts =
        vec![html! { <h1 tabindex="-1">{ title }</h1> }, element("p", "counted", vec![who, text(format!(" · {}", in_words(view)))])];
    if view.versions.len() > 1 {
        parts.push(key());
    }
    parts.push(element(
        "ol",
        "versions-list",
        view.versions.iter().enumerate().map(|(at, version)| entry(articles, at, version)).collect(),
    ));
    if hidden > 0 {
        parts.push(line("p", "absent", utterance::other_versions(hidden)));
    }
    if !absent.is_empty() {
        parts.push(line("p", "absent", absent_words(utterance::absent_from(), &absent)));
    }
    if view.versions.len() == 1 {
        let alone = articles.len() == 1;
        parts.push(line("p", "in-words", if alone { utterance::only_one_article() } else { utterance::no_other_quotes_it() }));
    }
    parts.push(element("p", "", vec![Link::to("#/citations").saying(quoting::all_quotations())]));
    html! { <>{ for parts }</> }
}

/// How many articles, how many versions of each relation.
fn in_words(view: &UtteranceView) -> String {
    let n = |version: &VersionView| 1 + version.same.len();
    let of = |relation: Relation| {
        let repeated = if relation == Relation::Full { view.versions.first().map_or(0, |version| version.same.len()) } else { 0 };
        repeated + view.versions.iter().skip(1).filter(|version| version.relation == relation).map(n).sum::<usize>()
    };
    let all = [Relation::Full, Relation::Cut, Relation::Spliced, Relation::Reworded, Relation::Indirect];
    utterance::taken_up(&all.map(|relation| (of(relation), relation)))
}

/// What the marks mean.
fn key() -> Html {
    let one = |tag: &'static str, words: &'static str| element("span", "", vec![line(tag, "", words)]);
    let [against, left, own, aside] = utterance::key();
    let aside = element("span", "", vec![line("i", "aside", aside)]);
    element("p", "key", vec![line("span", "", against), one("del", left), one("ins", own), aside])
}

fn entry(articles: &[ArticleCard], at: usize, version: &VersionView) -> Html {
    let mark = &version.mark;
    let Some(card) = articles.get(mark.document.index()) else { return Html::default() };
    let place = Place::read(&card.name).with_passage(Some(mark.span)).fragment();
    let relation = if at == 0 { utterance::fullest() } else { utterance::relation(version.relation) };
    let mut parts = vec![element("h2", "", vec![article_name(card), text(" "), line("span", "relation", relation)])];
    if at > 0 && version.relation == Relation::Full {
        parts.push(line("p", "said-same", utterance::same_words()));
    } else {
        let pieces = version.pieces.iter().map(|piece| piece_html(version.relation, piece));
        parts.push(html! { <blockquote lang={card.language.clone()}>{ for pieces }</blockquote> });
    }
    if version.relation == Relation::Spliced {
        parts.extend(version.splices.iter().map(|splice| line("p", "splice", utterance::splice(splice))));
    }
    if version.n_beyond > 0 {
        parts.push(line("p", "splice", utterance::not_compared_further(version.n_beyond as usize)));
    }
    // That it has other versions the page says already.
    parts.push(quote_meta(articles, &QuoteMark { utterance: None, ..mark.clone() }));
    if !version.same.is_empty() {
        parts.push(same_words(articles, &version.same));
    }
    parts.push(element("p", "doors", vec![Link::to(place).saying(utterance::read_in_article())]));
    parts.extend(Wanted::quotation(articles, mark).map(|wanted| html! { <p class="keep-line"><Keep {wanted} /></p> }));
    html! { <li data-keep="">{ for parts }</li> }
}

/// Places named of those that have the same words, before the rest is a number.
const NAMED: usize = 12;

fn same_words(articles: &[ArticleCard], same: &[(DocumentId, Span)]) -> Html {
    let door = |(id, span): &(DocumentId, Span)| {
        let card = articles.get(id.index())?;
        let to = Place::read(&card.name).with_passage(Some(*span)).fragment();
        Some(html! { <>{ " " }{ Link::to(to).saying(format::label(card)) }{ "," }</> })
    };
    let more = same.len().saturating_sub(NAMED);
    let mut parts = vec![text(utterance::same_words_again(same.len()))];
    parts.extend(same.iter().take(NAMED).filter_map(door));
    parts.push(text(utterance::and_others(more)));
    element("p", "same-words", parts)
}

/// Of a version that is told without marks only what it keeps is shown: what it leaves out is most of the words.
fn piece_html(relation: Relation, piece: &Piece) -> Html {
    let (tag, class, words) = match piece {
        Piece::Kept(words) => return text(format!("{words} ")),
        Piece::Left(..) if relation == Relation::Indirect => return Html::default(),
        Piece::Left(words, _) => ("del", "", words),
        Piece::Own(words) => ("ins", "", words),
        Piece::Aside(words) => ("i", "aside", words),
    };
    html! { <>{ line(tag, class, words.clone()) }{ " " }</> }
}
