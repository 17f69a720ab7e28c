//! The quotation, date or figure that is chosen in an article: what is known of it, and all others of its layer, in step with
//! the text.

use yew::prelude::*;

use super::layers::{of_kind, words};
use super::quote_meta::{quote_meta, speaker_name};
use crate::figures::{Bound, Figure, Value};
use crate::order::Order;
use crate::protocol::{ArticleCard, ArticleView, QuoteMark};
use crate::span::Span;
use crate::text::filling;
use crate::times::{Certainty, Time, TimeKind};
use crate::ui::format;
use crate::ui::route::Place;
use crate::ui::state::Layer;

/// One mark of an article.
#[derive(Clone, Copy)]
pub enum Mark<'v> {
    Quote(&'v QuoteMark),
    Time(&'v Time),
    Figure(&'v Figure),
}

impl Mark<'_> {
    pub fn span(self) -> Span {
        match self {
            Self::Quote(quote) => quote.span,
            Self::Time(time) => time.span,
            Self::Figure(figure) => figure.span,
        }
    }

    pub fn layer(self) -> Layer {
        match self {
            Self::Quote(quote) => of_kind(quote.kind),
            Self::Time(_) => Layer::Dates,
            Self::Figure(_) => Layer::Figures,
        }
    }
}

/// All marks of an article that are wanted, in order.
pub fn marks(view: &ArticleView, wanted: impl Fn(Layer) -> bool) -> Vec<Mark<'_>> {
    let quotes = view.quotes.iter().map(Mark::Quote);
    let all = quotes.chain(view.times.iter().map(Mark::Time)).chain(view.figures.iter().map(Mark::Figure));
    let mut marks: Vec<Mark> = all.filter(|mark| wanted(mark.layer())).collect();
    marks.order_by_key(|mark| (mark.span().start, std::cmp::Reverse(mark.span().end)));
    marks
}

/// The mark that is exactly this passage.
pub fn mark_at(view: &ArticleView, passage: Option<Span>) -> Option<Mark<'_>> {
    let here = |span: Span| Some(span) == passage;
    let quote = view.quotes.iter().find(|quote| here(quote.span)).map(Mark::Quote);
    let time = || view.times.iter().find(|time| here(time.span)).map(Mark::Time);
    quote.or_else(time).or_else(|| view.figures.iter().find(|figure| here(figure.span)).map(Mark::Figure))
}

/// The way to a mark: the place of a reader with it chosen.
pub fn mark_place(place: &Place, span: Span) -> Place {
    place.clone().with_entity(None).with_hit(0).with_passage(Some(span))
}

/// Marks listed around the chosen one.
const LISTED: usize = 60;
/// Letters of a mark in the list.
const LONGEST: usize = 90;

/// The panel of the mark that is chosen.
pub fn mark_panel(articles: &[ArticleCard], view: &ArticleView, place: &Place, chosen: Mark) -> Html {
    let layer = chosen.layer();
    let all = marks(view, |one| one == layer);
    let at = all.iter().position(|mark| mark.span() == chosen.span()).unwrap_or(0);
    let step = |to: usize| mark_place(place, all[to % all.len()].span()).fragment();
    let from = at.saturating_sub(LISTED / 2).min(all.len().saturating_sub(LISTED));
    let names = words(layer);
    let entry = |mark: &Mark| {
        let (span, here) = (mark.span(), mark.span() == chosen.span());
        html! { <li key={span.start}><a href={mark_place(place, span).fragment()} aria-current={here.then_some("true")}>{ listed(view, *mark) }</a></li> }
    };
    html! {
        <section class="mark-panel" aria-labelledby="mark-panel-title">
            <a class="close" href={place.clone().with_passage(None).fragment()} aria-label="Fermer ce volet">{ "×" }</a>
            <p class="caps" id="mark-panel-title">{ names.one }</p>
            { match chosen {
                Mark::Quote(quote) => html! { <><blockquote>{ clipped(view, quote.span, 400) }</blockquote>{ quote_meta(articles, quote) }</> },
                Mark::Time(time) => time_words(view, time),
                Mark::Figure(figure) => figure_words(view, figure),
            } }
            <div class="steps-line">
                <span class="count" role="status">{ format!("{} sur {} dans cet article", format::number(at + 1), format::number(all.len())) }</span>
                <span class="steps"><a class="before" href={step(at + all.len() - 1)} aria-label="Précédent" aria-keyshortcuts="k">{ "‹" }</a><a class="after" href={step(at + 1)} aria-label="Suivant" aria-keyshortcuts="j">{ "›" }</a></span>
            </div>
            <h2 class="caps">{ names.many }</h2>
            <ol class="mark-list" start={(from + 1).to_string()}>{ for all.iter().skip(from).take(LISTED).map(entry) }</ol>
            <p class="hint">{ "Touches " }<kbd>{ "j" }</kbd>{ " et " }<kbd>{ "k" }</kbd>{ "\u{a0}: suivant, précédent." }</p>
        </section>
    }
}

fn listed(view: &ArticleView, mark: Mark) -> Html {
    let text = clipped(view, mark.span(), LONGEST);
    let more = match mark {
        Mark::Quote(quote) => speaker_name(quote.speaker.as_ref()),
        Mark::Time(time) => days(time),
        Mark::Figure(figure) => value(figure),
    };
    html! { <>{ text }<small>{ more }</small></> }
}

fn clipped(view: &ArticleView, span: Span, n_letters: usize) -> String {
    let text = filling::stripped(span.slice(view.document.text())).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut shown: String = text.chars().take(n_letters).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}

fn time_words(view: &ArticleView, time: &Time) -> Html {
    let guess = matches!(time.certainty, Certainty::Likely | Certainty::Vague).then_some("guess");
    html! {
        <>
            <blockquote>{ clipped(view, time.span, LONGEST) }</blockquote>
            <p class={classes!("value", guess)}>{ format::capital(&days(time)) }</p>
            <p class="why">{ time.why() }</p>
        </>
    }
}

/// The days that are meant, in words.
pub fn days(time: &Time) -> String {
    let day = |day: crate::times::Day| format::date(&day.iso());
    match (time.kind, time.earliest, time.latest) {
        (_, Some(first), Some(last)) if first == last => match time.value.split_once('T').filter(|(_, hour)| hour.contains(':')) {
            Some(_) => format::date(&time.value),
            None => day(first),
        },
        (_, Some(first), Some(last)) => format!("du {} au {}", day(first), day(last)),
        (TimeKind::Duration, ..) => "durée".to_owned(),
        (TimeKind::Set, ..) => "ce qui revient".to_owned(),
        _ => "sans place sur le calendrier".to_owned(),
    }
}

fn figure_words(view: &ArticleView, figure: &Figure) -> Html {
    let counted = figure.counted.as_ref().map(|counted| clipped(view, counted.span, LONGEST));
    html! {
        <>
            <blockquote>{ clipped(view, figure.span, LONGEST) }</blockquote>
            <p class={classes!("value", figure.approximate.then_some("guess"))}>{ format::capital(&value(figure)) }</p>
            if let Some(counted) = counted { <p class="why">{ format!("Ce qui est compté\u{a0}: {counted}.") }</p> }
            if figure.approximate { <p class="why">{ "Le texte le donne comme approché." }</p> }
        </>
    }
}

/// The number with its unit, in words.
pub fn value(figure: &Figure) -> String {
    let decimal = |number: crate::text::Number| number.to_string().replace('.', ",");
    let number = match figure.value {
        Value::Number(number) => number.whole().and_then(|n| usize::try_from(n).ok()).map_or_else(|| decimal(number), format::number),
        Value::Range(least, most) => format!("de {} à {}", decimal(least), decimal(most)),
        Value::Ratio { part, of } => format!("{} sur {}", decimal(part), decimal(of)),
    };
    let bound = match figure.bound {
        Some(Bound::AtLeast) => "au moins ",
        Some(Bound::AtMost) => "au plus ",
        None if figure.approximate => "environ ",
        None => "",
    };
    let unit = figure.unit.as_ref().map_or_else(String::new, |unit| format!("\u{a0}{}", if unit == "EUR" { "€" } else { unit }));
    format!("{bound}{number}{unit}")
}
