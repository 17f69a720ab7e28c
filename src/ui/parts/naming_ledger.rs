//! How each article names an entity: first in which words, then how often in which manner; each count opens its sentences.

use yew::prelude::*;

use super::block::{line, section};
use super::byline::article_name;
use super::figure_table::{figure, figure_table, link, row};
use crate::id::DocumentId;
use crate::protocol::{ArticleCard, Manner, Mentioned, Portrait};
use crate::text::filling;
use crate::ui::among::Among;
use crate::ui::format;
use crate::ui::messages::{portrait, tool_lists, tools};
use crate::ui::route::{Place, View};

/// Articles that have a row.
const ROWS: usize = 30;

/// The table.
pub fn naming_ledger(articles: &[ArticleCard], portrait: &Portrait) -> Html {
    let slug = &portrait.entity.slug;
    let manners: Vec<Manner> = Manner::ALL.into_iter().filter(|manner| n_of(&portrait.mentions, *manner) > 0).collect();
    let naming = format::chronological(articles).into_iter().filter(|card| portrait.entity.n_in(card.id) > 0).collect::<Vec<_>>();
    let of = |id: DocumentId| -> &[Mentioned] {
        let start = portrait.mentions.partition_point(|mention| mention.document < id);
        let end = portrait.mentions.partition_point(|mention| mention.document <= id);
        &portrait.mentions[start..end]
    };
    let cells = |mentions: &[Mentioned], article: Option<&ArticleCard>| {
        let cell = |manner: &Manner| match n_of(mentions, *manner) {
            0 => html! { <td class="none"><span aria-hidden="true">{ "·" }</span><span class="visually-hidden">{ "0" }</span></td> },
            n => {
                let view = View::Entity { slug: slug.clone(), article: article.map(|card| card.name.clone()) };
                figure(format::number(n), Some(Place::of(view).with_among(Among::Manner(*manner)).fragment()), "")
            }
        };
        manners.iter().map(cell).collect::<Vec<Html>>()
    };
    let of_article = |card: &&ArticleCard| {
        let mentions = of(card.id);
        let first = mentions.first().map(|mention| {
            let to = Place::read(&card.name).with_entity(Some(slug)).with_passage(Some(mention.span));
            html! { <td class="first" lang={card.language.clone()}>{ link(to.fragment(), html! { { words(portrait, mention) } }) }</td> }
        });
        let cells = first.into_iter().chain(cells(mentions, Some(card))).collect();
        row(link(Place::read(&card.name).with_entity(Some(slug)).fragment(), article_name(card)), cells)
    };
    let mut rows: Vec<Html> = naming.iter().take(ROWS).map(of_article).collect();
    if naming.len() > 1 {
        let all = std::iter::once(html! { <td></td> }).chain(cells(&portrait.mentions, None)).collect();
        rows.push(row(html! { <strong>{ tool_lists::all_together() }</strong> }, all));
    }
    let heads: Vec<&str> =
        [tools::article(), portrait::at_first()].into_iter().chain(manners.iter().map(|manner| portrait::manner(*manner))).collect();
    let table = figure_table(portrait::manners_caption().to_owned(), &heads, rows);
    let mut body = vec![table];
    if naming.len() > ROWS {
        body.push(line("absent", portrait::first_articles(ROWS, naming.len())));
    }
    section("naming-ledger", portrait::how_each_names_it().to_owned(), String::new(), body)
}

fn n_of(mentions: &[Mentioned], manner: Manner) -> usize {
    mentions.iter().filter(|mention| mention.manner == manner).count()
}

/// The words of a mention.
fn words(portrait: &Portrait, mention: &Mentioned) -> String {
    let Some(passage) = portrait.passages.get(mention.passage as usize) else { return String::new() };
    let start = mention.span.start.saturating_sub(passage.span.start) as usize;
    let words = passage.text.get(start..start + mention.span.len()).unwrap_or_default();
    filling::stripped(words).into_owned()
}
