//! Names as a table: how often each is named, in how many articles, under which other names, and where in them.

use yew::prelude::*;

use super::block;
use super::corrected::corrected_sign;
use super::entity_panel::other_names;
use super::figure_table::{figure, figure_table, followed_row, row};
use crate::protocol::{ArticleCard, NameRow};
use crate::ui::followed::Followed;
use crate::ui::format;
use crate::ui::messages::names;
use crate::ui::route::{Place, View};

/// Articles that are drawn one beside the other; of more, their texts are laid one over the other.
const APART: usize = 12;
/// Length of an article in a drawing, and the gap to the next.
const LENGTH: u32 = 100;
const GAP: u32 = 14;
/// Stretches of a text in which mentions are counted together.
const STRETCHES: usize = 50;
/// Other names shown of one name.
const ALIASES: usize = 4;

/// The table.
pub fn name_list(articles: &[ArticleCard], rows: &[NameRow], followed: Option<&Followed>) -> Html {
    let in_time = format::chronological(articles);
    let apart = in_time.len() <= APART;
    let where_ = if apart { names::where_by_article() } else { names::where_in_articles() };
    let heads = [names::name(), where_, names::articles(), names::mentions()];
    let rows = rows.iter().map(|name| name_row(name, &in_time, apart, followed)).collect();
    html! { <div class="name-list">{ figure_table(names::list_caption().to_owned(), &heads, rows) }</div> }
}

fn name_row(name: &NameRow, articles: &[&ArticleCard], apart: bool, followed: Option<&Followed>) -> Html {
    let entity = &name.entity;
    let words = format::kind(entity.kind);
    let to = Place::of(View::Entity { slug: entity.slug.clone(), article: None }).fragment();
    let others = other_names(entity);
    let more = others.len().checked_sub(ALIASES).filter(|more| *more > 0);
    let aliases = others.iter().take(ALIASES).map(String::as_str).collect::<Vec<_>>().join(", ");
    let head = html! {
        <>
            { block::name(&words, &entity.name, Some(to.clone())) }<span class="visually-hidden">{ format!(", {}", words.one) }</span>
            { corrected_sign(entity) }
            if name.doubtful { <span class="guess" title={names::nothing_is_sure()}>{ "\u{a0}?" }<span class="visually-hidden">{ names::uncertain() }</span></span> }
            if !aliases.is_empty() { <small class="other-names">{ aliases }if let Some(more) = more { { names::and_others(more) } }</small> }
        </>
    };
    let drawing = if apart { beside(name, articles) } else { over(name) };
    let cells = vec![
        html! { <td>{ drawing }</td> },
        figure(format::number(entity.n_documents()), Some(to.clone()), ""),
        figure(format::number(entity.n_total() as usize), Some(to), ""),
    ];
    if followed.is_some_and(|followed| followed.is_entity(&entity.slug)) { followed_row(head, cells) } else { row(head, cells) }
}

/// Each article a line, each mention a tick on it.
fn beside(name: &NameRow, articles: &[&ArticleCard]) -> Html {
    let mut lines = String::new();
    let mut ticks = String::new();
    for (card, start) in articles.iter().zip((0..).step_by((LENGTH + GAP) as usize)) {
        lines.push_str(&format!("M{start} 10H{}", start + LENGTH));
        for (_, place) in name.places.iter().filter(|(document, _)| *document == card.id) {
            ticks.push_str(&format!("M{} 2V18", start + u32::from(*place) * LENGTH / 1000));
        }
    }
    let named = name.entity.n_mentions.iter().filter_map(|(id, n)| articles.iter().find(|card| card.id == *id).map(|card| (card, *n)));
    let named: Vec<String> = named.map(|(card, n)| format!("{} {n}", format::label(card))).collect();
    let width = u32::try_from(articles.len()).unwrap_or(1) * (LENGTH + GAP) - GAP;
    strip(lines, ticks, width, names::mentions_by_article(&named.join(", ")))
}

/// All articles as one line, higher where more of them name it.
fn over(name: &NameRow) -> Html {
    let mut counts = [0_u32; STRETCHES];
    for (_, place) in &name.places {
        counts[(usize::from(*place) * STRETCHES / 1001).min(STRETCHES - 1)] += 1;
    }
    let most = counts.iter().max().copied().unwrap_or(1).max(1);
    let tick =
        |(n, at): (&u32, usize)| if *n == 0 { String::new() } else { format!("M{} 19V{}", at * 20 + 10, 19 - (n * 17 / most).max(2)) };
    let ticks = counts.iter().zip(0..).map(tick).collect();
    let first = name.places.iter().filter(|(_, place)| *place < 250).count();
    let said = names::in_first_quarter(first, name.places.len());
    strip("M0 19.5H1000".to_owned(), ticks, 1000, said)
}

fn strip(lines: String, ticks: String, width: u32, said: String) -> Html {
    html! {
        <svg class="strip" viewBox={format!("-4 0 {} 20", width + 8)} preserveAspectRatio="none" width="100%" height="18" role="img" aria-label={said}>
            <path d={lines} /><path class="ticks" d={ticks} />
        </svg>
    }
}
