//! Finds the days that an expression means, from the day of the article or from that of which it speaks.
//!
//! Where the article's own day is an interval, an expression is placed from both of its ends as well: its days are then all
//! that lie between. Without any day the value keeps its unknown parts: `XXXX-WXX-5`.

use super::expression::{Edge, Expression, Hour};
use super::periods;
use super::scene::Scene;
use super::{Anchor, Certainty, Day, Time, TimeKind};
use crate::corpus::told::{self, Aim, Mark, Moment, When};
use crate::id::DocumentId;
use crate::span::Span;

/// A value with its first and last day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Placed {
    pub value: String,
    pub days: Option<(Day, Day)>,
    pub certainty: Certainty,
    pub anchor: Anchor,
}

impl Placed {
    pub(super) fn new(value: String, days: Option<(Day, Day)>, certainty: Certainty, anchor: Anchor) -> Self {
        let certainty = if days.is_none() { Certainty::Vague } else { certainty };
        Self { value, days, certainty, anchor }
    }

    pub(super) fn vague(value: impl Into<String>) -> Self {
        Self { value: value.into(), days: None, certainty: Certainty::Vague, anchor: Anchor::None }
    }

    pub(super) fn day(day: Day, certainty: Certainty, anchor: Anchor) -> Self {
        Self::new(day.iso(), Some((day, day)), certainty, anchor)
    }

    fn with_hour(mut self, hour: Option<Hour>) -> Self {
        if let Some(hour) = hour {
            self.value += &hour.value();
        }
        self
    }
}

/// Days of doubt about the article from which it is not said on which day `hier` was.
const N_DAYS_KNOWN: i32 = 10;

/// From where a place is sought.
#[derive(Clone, Copy)]
pub(super) struct Start {
    /// That of publication, or of speech.
    pub day: Option<Day>,
    pub scene: Option<Day>,
    pub stretch: Option<Day>,
    /// The text speaks of the night that begins on the day of the scene.
    pub night: bool,
    pub aim: Aim,
}

/// The expression as it is kept, and the day to which the text turns by it.
pub(super) fn place(document: DocumentId, span: Span, expression: &Expression, scene: &Scene, aim: Aim) -> (Time, Option<Day>) {
    let from = |day: Option<Day>| Start { day, scene: scene.day(), stretch: scene.stretch(), night: scene.is_night(), aim };
    let spoken = scene.spoken();
    let mut placed = of(expression, from(spoken));
    let own = placed.days;
    if let (Anchor::Published(_), Some((first, last))) =
        (placed.anchor, scene.ends.filter(|(first, last)| first != last && spoken == scene.published))
    {
        let days = [first, last].into_iter().filter_map(|day| of(expression, from(Some(day))).days);
        placed.days = days.chain(own).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
        if placed.days != own {
            placed.certainty = placed.certainty.max(Certainty::Likely);
            let wide = placed.days.is_some_and(|(first, last)| last.0 - first.0 > N_DAYS_KNOWN);
            if wide && own.is_some_and(|(first, last)| first == last) {
                // A day that is counted from one which nobody knows would be too exact.
                placed.value.truncate("2015-02".len());
            }
        }
    }
    let kind = match expression {
        Expression::Duration(_) => TimeKind::Duration,
        Expression::Set(_) => TimeKind::Set,
        _ => TimeKind::Date,
    };
    let turns = match expression {
        Expression::Moment { when, .. } => !matches!(when, When::Month { .. }),
        Expression::DayOfScene { .. } | Expression::Shift { .. } => true,
        _ => false,
    };
    let of_days = matches!(expression, Expression::Range(_, last) if matches!(**last, Expression::Moment { when: When::Date { .. }, .. }));
    let day = own.filter(|(first, last)| turns && first == last || of_days).map(|days| days.1);
    let Placed { value, days, certainty, anchor } = placed;
    let (earliest, latest) = (days.map(|days| days.0), days.map(|days| days.1));
    (Time { document, span, kind, value, earliest, latest, certainty, anchor }, day)
}

fn of(expression: &Expression, from: Start) -> Placed {
    match expression {
        Expression::Moment { when, mark, hour } => moment(*when, *mark, from).with_hour(*hour),
        Expression::Hour(hour) => match from.scene.or(from.day) {
            Some(day) => {
                let next = from.night && hour.is_early();
                Placed::day(day.plus(i32::from(next)), Certainty::Likely, Anchor::Scene(day)).with_hour(Some(*hour))
            }
            None => Placed::vague(hour.value()),
        },
        Expression::Year(year) => Placed::new(format!("{year:04}"), years(*year, *year), Certainty::Written, Anchor::None),
        Expression::Decade(year) => Placed::new(format!("{:03}X", year / 10), years(*year, year + 9), Certainty::Written, Anchor::None),
        Expression::Century(n) => {
            Placed::new(format!("{:02}XX", n - 1), years((n - 1) * 100 + 1, n * 100), Certainty::Written, Anchor::None)
        }
        Expression::Season { season, year, mark } => periods::season_of(*season, *year, *mark, from),
        Expression::Part { n, unit, year } => periods::part(*n, *unit, *year, from),
        Expression::Of { unit, mark } => {
            from.day.map_or_else(|| Placed::vague("XXXX"), |day| periods::of_unit(*unit, *mark, day, from.aim))
        }
        Expression::Edge(inner, edge) => at_edge(of(inner, from), *edge),
        Expression::Shift { n, unit, from: start } => periods::shifted(*n, *unit, *start, from),
        Expression::DayOfScene { n, hour } => match from.scene.or(from.day) {
            Some(day) => {
                let certainty = if from.scene.is_some() { Certainty::Resolved } else { Certainty::Likely };
                Placed::day(day.plus(*n), certainty, Anchor::Scene(day)).with_hour(*hour)
            }
            None => Placed::vague("XXXX-XX-XX").with_hour(*hour),
        },
        Expression::Night => {
            let told = from.scene.filter(|day| Some(*day) != from.day);
            match told.or_else(|| from.day.map(|day| day.plus(-1))) {
                Some(day) => Placed::day(day, Certainty::Likely, Anchor::Scene(day)).with_hour(Some(Hour::Part("NI"))),
                None => Placed::vague("XXXX-XX-XXTNI"),
            }
        }
        Expression::Duration(value) | Expression::Set(value) => Placed::vague(value.clone()),
        Expression::Reference(value) => Placed::vague(*value),
        Expression::Range(first, last) => range(first, last, from),
    }
}

fn range(first: &Expression, last: &Expression, from: Start) -> Placed {
    if let (Expression::Hour(a), Expression::Hour(b)) = (first, last) {
        return Placed::vague(format!("{}/{}", a.value(), b.value()));
    }
    let (a, mut b) = (of(first, from), of(last, from));
    // `de vendredi à lundi`: the second follows the first.
    if let (Some(begin), Some(end)) = (a.days, b.days)
        && end.1 < begin.0
        && matches!(last, Expression::Moment { when: When::Weekday(_), .. })
    {
        let day = end.0.plus((begin.0.0 - end.0.0 + 6) / 7 * 7);
        b = Placed::day(day, b.certainty, b.anchor);
    }
    let days = a.days.zip(b.days).map(|(a, b)| (a.0.min(b.0), a.1.max(b.1)));
    Placed::new(format!("{}/{}", a.value, b.value), days, a.certainty.max(b.certainty), a.anchor)
}

/// The first day of one year and the last of another.
pub(super) fn years(first: i32, last: i32) -> Option<(Day, Day)> {
    Some((Day::in_history(first, 1, 1)?, Day::in_history(last, 12, 31)?))
}

fn moment(when: When, mark: Mark, from: Start) -> Placed {
    if let When::Date { year: Some(year), month, day, .. } = when {
        return match Day::of(year, month, day) {
            Some(day) => Placed::day(day, Certainty::Written, Anchor::None),
            None => Placed::vague("XXXX-XX-XX"),
        };
    }
    if let When::Month { year, month } = when {
        return match (year, from.day) {
            (Some(year), _) => periods::in_month(year, month, Certainty::Written, Anchor::None),
            (None, Some(day)) => periods::month_near(month, mark, day, from.aim),
            (None, None) => Placed::vague(format!("XXXX-{month:02}")),
        };
    }
    let Some(anchor) = from.day else { return Placed::vague(unplaced(when)) };
    let asked = Moment { when, mark, aim: from.aim, span: Span::default(), quoted: false };
    let published = Anchor::Published(anchor);
    let found = told::resolve(&asked, anchor).filter(|day| !is_too_far(when, mark, anchor.0 - day.0));
    match (found, when) {
        (Some(day), _) => Placed::day(day, Certainty::Resolved, published),
        (None, When::Weekday(weekday)) => {
            // A weekday of no visible tense is the nearest one.
            let (last, next) = (anchor.last(weekday), anchor.plus(1).next(weekday));
            let ahead = mark == Mark::Next || next.0 - anchor.0 < anchor.0 - last.0;
            let day = if ahead { next } else { last };
            let certainty = if mark == Mark::Next { Certainty::Resolved } else { Certainty::Likely };
            Placed::day(day, certainty, published)
        }
        (None, When::Date { month, day, .. }) => {
            let year = anchor.date().0;
            let near = (year - 1..=year + 1).filter_map(|year| Day::of(year, month, day));
            match near.min_by_key(|day| (day.0 - anchor.0).abs()) {
                Some(day) => Placed::day(day, Certainty::Likely, published),
                None => Placed::vague(unplaced(when)),
            }
        }
        (None, _) => Placed::vague(unplaced(when)),
    }
}

/// A day without its year, nearly a year back: what is to come was taken for what has been.
fn is_too_far(when: When, mark: Mark, n_days_back: i32) -> bool {
    matches!(when, When::Date { year: None, .. }) && mark == Mark::None && n_days_back > periods::N_MONTHS_WITHOUT_YEAR * 30
}

/// The value of what has no day to count from.
fn unplaced(when: When) -> String {
    match when {
        When::Weekday(weekday) => format!("XXXX-WXX-{}", weekday + 1),
        When::Date { month, day, .. } => format!("XXXX-{month:02}-{day:02}"),
        When::DayOfMonth { day, .. } => format!("XXXX-XX-{day:02}"),
        When::Deictic(_) | When::Month { .. } => "XXXX-XX-XX".to_owned(),
    }
}

/// The first, the middle or the last third.
fn at_edge(placed: Placed, edge: Edge) -> Placed {
    let days = placed.days.map(|(first, last)| {
        let third = (last.0 - first.0 + 1) / 3;
        match edge {
            Edge::Start => (first, first.plus(third)),
            Edge::Middle => (first.plus(third), last.plus(-third)),
            Edge::End => (last.plus(-third), last),
        }
    });
    Placed { days, ..placed }
}
