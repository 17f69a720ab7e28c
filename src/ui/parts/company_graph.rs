//! With whom an entity appears: a sentence, a small graph of the nearest, and the table of all, each count a way to its
//! sentences or paragraphs.

use yew::prelude::*;

use super::PictureButtons;
use super::block::{line, name, section};
use super::figure_table::{figure, figure_table, row};
use crate::protocol::{Companion, Nearness, Portrait};
use crate::ui::among::Among;
use crate::ui::format;
use crate::ui::messages::counts::n_names;
use crate::ui::messages::portrait;
use crate::ui::route::{Place, View};

/// Names drawn: more than these cannot be told apart.
const DRAWN: usize = 8;
/// Rows before the rest is asked for.
const ROWS: usize = 12;
/// Letters of a name in the drawing.
const LETTERS: usize = 26;

/// The part, if the entity appears with anybody.
pub fn company_graph(portrait: &Portrait) -> Html {
    if portrait.company.is_empty() {
        return Html::default();
    }
    let entity = &portrait.entity;
    let near: Vec<&Companion> = portrait.company.iter().filter(|other| !other.sentences.is_empty()).take(DRAWN).collect();
    let rows = |companions: &[Companion]| companions.iter().map(|other| company_row(&entity.slug, other)).collect::<Vec<_>>();
    let (first, rest) = portrait.company.split_at(portrait.company.len().min(ROWS));
    let heads = portrait::company_heads();
    let mut tables = vec![figure_table(portrait::company_caption().to_owned(), &heads, rows(first))];
    if !rest.is_empty() {
        let rest_table = figure_table(portrait::the_rest().to_owned(), &heads, rows(rest));
        tables.push(html! { <details><summary>{ portrait::next_names(rest.len()) }</summary>{ rest_table }</details> });
    }
    let drawing = if near.len() > 1 { graph(&entity.name, &near) } else { Html::default() };
    let body = vec![line("in-words", sentence(&near)), html! { <div class="company-parts">{ drawing }<div>{ for tables }</div></div> }];
    section("company", portrait::with_whom().to_owned(), n_names(portrait.n_company as usize), body)
}

fn company_row(slug: &str, other: &Companion) -> Html {
    let words = format::kind(other.kind);
    let to = Place::of(View::Entity { slug: other.slug.clone(), article: None }).fragment();
    let beside = |nearness: Nearness| {
        let view = View::Entity { slug: slug.to_owned(), article: None };
        Place::of(view).with_among(Among::With { slug: other.slug.clone(), nearness }).fragment()
    };
    let count = |n: usize, nearness: Nearness| match n {
        0 => figure("0".to_owned(), None, ""),
        n => figure(format::number(n), Some(beside(nearness)), ""),
    };
    let articles = figure(format::number(other.n_documents as usize), Some(beside(Nearness::Paragraph)), "");
    let cells = vec![count(other.sentences.len(), Nearness::Sentence), count(other.n_paragraphs as usize, Nearness::Paragraph), articles];
    row(name(&words, &other.name, Some(to)), cells)
}

/// What the drawing shows.
fn sentence(near: &[&Companion]) -> String {
    let told = |other: &&Companion| portrait::with_sentences(&other.name, other.sentences.len());
    portrait::company(&near.iter().take(3).map(told).collect::<Vec<_>>())
}

/// Lines from the entity to the nearest, thicker with every sentence, and between those that share its sentences.
fn graph(whose: &str, near: &[&Companion]) -> Html {
    const STEP: usize = 26;
    let height = near.len() * STEP + 8;
    let middle = height / 2;
    let most = near.iter().map(|other| other.sentences.len()).max().unwrap_or(1).max(1);
    let y = |place: usize| place * STEP + STEP / 2 + 4;
    let line = |(other, place): (&&Companion, usize)| {
        let width = 1 + other.sentences.len() * 4 / most;
        html! { <path class="tie" d={format!("M8 {middle}C60 {middle} 60 {0} 112 {0}", y(place))} stroke-width={width.to_string()} /> }
    };
    let node = |(other, place): (&&Companion, usize)| {
        let words = format::kind(other.kind);
        html! { <><circle class={words.class} cx="116" cy={y(place).to_string()} r="4" /><text x="150" y={(y(place) + 4).to_string()}>{ cut(&other.name) }</text></> }
    };
    let mut arcs = Vec::new();
    for (one, place) in near.iter().zip(0..) {
        for (other, below) in near.iter().zip(0..).skip(place + 1) {
            if one.sentences.iter().any(|at| other.sentences.binary_search(at).is_ok()) {
                let out = 122 + 4 * (below - place).min(5);
                arcs.push(format!("M120 {0}C{out} {0} {out} {1} 120 {1}", y(place), y(below)));
            }
        }
    }
    let said = portrait::company_drawn(whose);
    html! {
        <figure>
            <svg class="company-graph" viewBox={format!("0 0 360 {height}")} width="360" role="img" aria-label={said}>
                <path class="arcs" d={arcs.concat()} />
                { for near.iter().zip(0..).map(line) }
                <circle class="own" cx="8" cy={middle.to_string()} r="6" />
                { for near.iter().zip(0..).map(node) }
            </svg>
            <figcaption>{ portrait::company_legend() }</figcaption>
            <p class="keep-line"><PictureButtons said={portrait::company_drawn(whose)} /></p>
        </figure>
    }
}

fn cut(name: &str) -> String {
    let mut shown: String = name.chars().take(LETTERS).collect();
    if shown.len() < name.len() {
        shown.push('…');
    }
    shown
}
