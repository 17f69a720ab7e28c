//! Disagreements one below the other: what kind, why, and both sides' sentences side by side.

use yew::prelude::*;

use super::Keep;
use super::byline::{article_name, value};
use super::passage_list::passage_text;
use crate::contradictions::Topic;
use crate::notebook::ClippingKind;
use crate::protocol::{ArticleCard, DisagreementRow, DisagreementSide, Passage};
use crate::ui::across::Across;
use crate::ui::collecting::Wanted;
use crate::ui::followed::{self, Followed};
use crate::ui::format;
use crate::ui::messages::{disagreeing, values};
use crate::ui::opposed::Disagreements;
use crate::ui::route::{Place, View};

/// Letters of a topic that stand as a heading.
const LONGEST: usize = 160;

/// The list.
pub fn disagreement_list(articles: &[ArticleCard], rows: &[DisagreementRow], here: &Place) -> Html {
    if rows.is_empty() {
        return Html::default();
    }
    html! { <ol class="opposed">{ for rows.iter().map(|row| entry(articles, row, here)) }</ol> }
}

fn entry(articles: &[ArticleCard], row: &DisagreementRow, here: &Place) -> Html {
    let until = here.until.as_deref();
    let touches = |followed: &Followed| {
        row.sides.iter().flat_map(|side| &side.passages).any(|passage| followed.touches(articles, passage.document, passage.span))
    };
    let is_followed = here.followed.as_ref().is_some_and(touches);
    let key = row
        .sides
        .first()
        .and_then(|side| side.passages.first())
        .map_or_else(String::new, |passage| format!("{}-{}-{}", row.kind.label(), passage.document.0, passage.span.start));
    let of_article = |passage: &Passage| articles.get(passage.document.index()).map(|card| card.language.clone());
    let is_quoted = matches!(row.topic, Topic::Words(_));
    let language = row.sides.iter().flat_map(|side| &side.passages).next().filter(|_| is_quoted).and_then(of_article);
    html! {
        <li {key} data-keep="" class={followed::class(is_followed)} aria-current={followed::current(is_followed)}>
            <p class="sort"><b>{ format::capital(disagreeing::kind(row.kind).0) }</b>{ " " }<small>{ disagreeing::severity(row.severity) }</small></p>
            <h2 lang={language}>{ cut(&row.topic.to_string()) }</h2>
            <p class="why">{ row.why.to_string() }</p>
            <div class="facing">{ for row.sides.iter().map(|one| side(articles, one, until)) }</div>
            <p class="keep-line"><Keep wanted={wanted(articles, row, until)} /></p>
        </li>
    }
}

/// Both sides for the press review: a sentence of each.
fn wanted(articles: &[ArticleCard], row: &DisagreementRow, until: Option<&str>) -> Wanted {
    let told = row.sides.iter().filter_map(|side| side.passages.first()).map(|passage| (passage.document, passage.span));
    let said = disagreeing::kept(row.kind, &topic(&row.topic), &row.why.to_string());
    let address = Place::of(View::Across(Across::Disagreements(Disagreements { kind: Some(row.kind), article: None }))).with_until(until);
    Wanted::several(ClippingKind::Disagreement, articles, told, said, address.fragment())
}

/// What it is about in words that are the same in either language of the page; nothing where there are none.
fn topic(topic: &Topic) -> String {
    match topic {
        Topic::Words(words) => cut(words),
        Topic::Either(one, other) => cut(&format!("{one} / {other}")),
        Topic::PageDate => String::new(),
    }
}

fn cut(topic: &str) -> String {
    let mut shown: String = topic.chars().take(LONGEST).collect();
    if shown.len() < topic.len() {
        shown.push('…');
    }
    format::capital(&shown)
}

fn side(articles: &[ArticleCard], side: &DisagreementSide, until: Option<&str>) -> Html {
    let sentence = |passage: &Passage| Some(quoted(articles.get(passage.document.index())?, passage, until));
    html! {
        <section key={side.value.clone()}>
            <h3>{ &side.value }</h3>
            <ul>{ for side.passages.iter().filter_map(sentence) }</ul>
        </section>
    }
}

/// A sentence that opens its article, with the outlet and the date of publication.
pub fn quoted(card: &ArticleCard, passage: &Passage, until: Option<&str>) -> Html {
    let at = passage.marks.first().copied().unwrap_or(passage.span);
    let to = Place::read(&card.name).with_passage(Some(at)).with_until(until).fragment();
    let published = card.metadata.published.as_ref();
    let when = published.map_or_else(|| html! { values::undated() }, |fact| value(fact, format::fact_date(fact)));
    html! {
        <li key={format!("{}-{}", passage.document.0, passage.span.start)}>
            <p class="who">{ article_name(card) }{ ", " }{ when }</p>
            <a class="passage" lang={card.language.clone()} href={to}>{ passage_text(passage) }</a>
        </li>
    }
}
