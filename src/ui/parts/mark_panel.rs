//! The quotation, date or figure that is chosen in an article: what is known of it, and all others of its layer, in step with
//! the text.

use yew::prelude::*;

use super::element::{Link, element, line};
use super::elsewhere_door::elsewhere_link;
use super::layers::{of_kind, words};
use super::quote_meta::{quote_meta, speaker_name};
use crate::figures::{Figure, Value};
use crate::order::Order;
use crate::protocol::{ArticleCard, ArticleView, QuoteMark};
use crate::span::Span;
use crate::text::filling;
use crate::times::{Certainty, Time, TimeKind};
use crate::ui::format;
use crate::ui::messages::{reading, told_values};
use crate::ui::route::Place;
use crate::ui::shortcuts::{self, Shortcut};
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

/// All marks of an article that are wanted, in order: those of the text that is shown, not of the lines around it.
pub fn marks(view: &ArticleView, wanted: impl Fn(Layer) -> bool) -> Vec<Mark<'_>> {
    let quotes = view.quotes.iter().map(Mark::Quote);
    let all = quotes.chain(view.times.iter().map(Mark::Time)).chain(view.figures.iter().map(Mark::Figure));
    let zones = view.document.paragraphs();
    let is_shown = |span: Span| {
        let before = zones.partition_point(|zone| zone.span.start <= span.start);
        before > 0 && zones[before - 1].span.end > span.start
    };
    let mut marks: Vec<Mark> = all.filter(|mark| wanted(mark.layer()) && is_shown(mark.span())).collect();
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
    let mut all = marks(view, |one| one == layer);
    if all.is_empty() {
        // It stands in a line around the text, and is alone.
        all.push(chosen);
    }
    let at = all.iter().position(|mark| mark.span() == chosen.span()).unwrap_or(0);
    let from = at.saturating_sub(LISTED / 2).min(all.len().saturating_sub(LISTED));
    let names = words(layer);
    let entry = |mark: &Mark| {
        let (span, here) = (mark.span(), mark.span() == chosen.span());
        let link = Link { current: here.then_some("true"), ..Link::to(mark_place(place, span).fragment()) };
        html! { <li key={span.start}>{ link.around(listed(view, *mark)) }</li> }
    };
    let close =
        Link { class: "close", label: Some(reading::close_panel().into()), ..Link::to(place.clone().with_passage(None).fragment()) };
    let mut parts = vec![close.saying("×"), html! { <p class="caps" id="mark-panel-title">{ names.one }</p> }];
    parts.push(line("blockquote", "", clipped(view, chosen.span(), 400)));
    match chosen {
        Mark::Quote(quote) => parts.push(quote_meta(articles, quote)),
        Mark::Time(time) => {
            let guess = matches!(time.certainty, Certainty::Likely | Certainty::Vague);
            parts.push(line("p", if guess { "value guess" } else { "value" }, format::capital(&days(time))));
            parts.push(line("p", "why", time.why()));
        }
        Mark::Figure(figure) => {
            parts.push(line("p", if figure.approximate { "value guess" } else { "value" }, format::capital(&value(figure))));
            if let Some(counted) = &figure.counted {
                parts.push(line("p", "why", reading::is_counted(&clipped(view, counted.span, LONGEST))));
            }
            if figure.approximate {
                parts.push(line("p", "why", reading::given_as_approximate()));
            }
        }
    }
    parts.push(elsewhere_link(place, chosen.span()));
    let step = |class: &'static str, label: &'static str, to: usize| Link {
        class,
        label: Some(label.into()),
        ..Link::to(mark_place(place, all[to % all.len()].span()).fragment())
    };
    let count = reading::nth_here(at + 1, all.len());
    let [before, after] = reading::mark_steps();
    let steps = vec![step("before", before, at + all.len() - 1).saying("‹"), step("after", after, at + 1).saying("›")];
    parts.push(element(
        "div",
        "steps-line",
        vec![html! { <span class="count" role="status">{ count }</span> }, element("span", "steps", steps)],
    ));
    parts.push(line("h2", "caps", names.many));
    parts.push(element("ol", "mark-list", all.iter().skip(from).take(LISTED).map(entry).collect()));
    let keys = [Shortcut::Next, Shortcut::Previous, Shortcut::Elsewhere].map(shortcuts::key);
    if let [next, previous, elsewhere] = &keys
        && keys.iter().all(|key| !key.is_empty())
    {
        parts.push(line("p", "hint", reading::keys(next, previous, elsewhere)));
    }
    html! { <section class="mark-panel" aria-labelledby="mark-panel-title">{ for parts }</section> }
}

fn listed(view: &ArticleView, mark: Mark) -> Html {
    let words = clipped(view, mark.span(), LONGEST);
    let more = match mark {
        Mark::Quote(quote) => speaker_name(quote.speaker.as_ref()),
        Mark::Time(time) => days(time),
        Mark::Figure(figure) => value(figure),
    };
    html! { <>{ words }{ line("small", "", more) }</> }
}

fn clipped(view: &ArticleView, span: Span, n_letters: usize) -> String {
    let text = filling::in_one_line(span.slice(view.document.text()));
    let mut shown: String = text.chars().take(n_letters).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}

/// The days that are meant, in words.
pub fn days(time: &Time) -> String {
    let day = |day: crate::times::Day| format::date(&day.iso());
    match (time.kind, time.earliest, time.latest) {
        (_, Some(first), Some(last)) if first == last => match time.value.split_once('T').filter(|(_, hour)| hour.contains(':')) {
            Some(_) => format::date(&time.value),
            None => day(first),
        },
        (_, Some(first), Some(last)) => told_values::from_to(&day(first), &day(last)),
        (TimeKind::Duration, ..) => told_values::duration().to_owned(),
        (TimeKind::Set, ..) => told_values::recurring().to_owned(),
        _ => told_values::not_on_calendar().to_owned(),
    }
}

/// The number with its unit, in words.
pub fn value(figure: &Figure) -> String {
    let decimal = |number: crate::text::Number| told_values::decimal(&number.to_string());
    let number = match figure.value {
        Value::Number(number) => number.whole().and_then(|n| usize::try_from(n).ok()).map_or_else(|| decimal(number), format::number),
        Value::Range(least, most) => told_values::range(&decimal(least), &decimal(most)),
        Value::Ratio { part, of } => told_values::ratio(&decimal(part), &decimal(of)),
    };
    let bound = match figure.bound {
        Some(bound) => told_values::bound(bound),
        None if figure.approximate => told_values::about(),
        None => "",
    };
    let measured = match &figure.unit {
        Some(unit) => told_values::measured(&number, unit),
        None => number,
    };
    bound.to_owned() + &measured
}
