//! Finds the days that an expression means, from the day of the article or from that of which it speaks.
//!
//! Where the article's own day is an interval, an expression is placed from both of its ends as well: its days are then all
//! that lie between. Without any day the value keeps its unknown parts: `XXXX-WXX-5`.

use super::expression::{Edge, Expression, From, Hour};
use super::scene::Scene;
use super::unit::Unit;
use super::{Anchor, Certainty, Day, Time, TimeKind};
use crate::corpus::calendar::n_days;
use crate::corpus::told::{self, Aim, Mark, Moment, When};
use crate::id::DocumentId;
use crate::span::Span;

/// A value with its first and last day.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Placed {
    value: String,
    days: Option<(Day, Day)>,
    certainty: Certainty,
    anchor: Anchor,
}

impl Placed {
    fn new(value: String, days: Option<(Day, Day)>, certainty: Certainty, anchor: Anchor) -> Self {
        let certainty = if days.is_none() { Certainty::Vague } else { certainty };
        Self { value, days, certainty, anchor }
    }

    fn vague(value: impl Into<String>) -> Self {
        Self { value: value.into(), days: None, certainty: Certainty::Vague, anchor: Anchor::None }
    }

    fn day(day: Day, certainty: Certainty, anchor: Anchor) -> Self {
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
struct Start {
    /// That of publication, or of speech.
    day: Option<Day>,
    scene: Option<Day>,
    stretch: Option<Day>,
    aim: Aim,
}

/// The expression as it is kept, and the day to which the text turns by it.
pub(super) fn place(document: DocumentId, span: Span, expression: &Expression, scene: &Scene, aim: Aim) -> (Time, Option<Day>) {
    let from = |day: Option<Day>| Start { day, scene: scene.day(), stretch: scene.stretch(), aim };
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
            Some(day) => Placed::day(day, Certainty::Likely, Anchor::Scene(day)).with_hour(Some(*hour)),
            None => Placed::vague(hour.value()),
        },
        Expression::Year(year) => Placed::new(format!("{year:04}"), years(*year, *year), Certainty::Written, Anchor::None),
        Expression::Decade(year) => Placed::new(format!("{:03}X", year / 10), years(*year, year + 9), Certainty::Written, Anchor::None),
        Expression::Century(n) => {
            Placed::new(format!("{:02}XX", n - 1), years((n - 1) * 100 + 1, n * 100), Certainty::Written, Anchor::None)
        }
        Expression::Season { season, year, mark } => season_of(*season, *year, *mark, from),
        Expression::Part { n, unit, year } => part(*n, *unit, *year, from),
        Expression::Of { unit, mark } => from.day.map_or_else(|| Placed::vague("XXXX"), |day| of_unit(*unit, *mark, day, from.aim)),
        Expression::Edge(inner, edge) => at_edge(of(inner, from), *edge),
        Expression::Shift { n, unit, from: start } => shifted(*n, *unit, *start, from),
        Expression::DayOfScene { n, hour } => match from.scene.or(from.day) {
            Some(day) => {
                let certainty = if from.scene.is_some() { Certainty::Resolved } else { Certainty::Likely };
                Placed::day(day.plus(*n), certainty, Anchor::Scene(day)).with_hour(*hour)
            }
            None => Placed::vague("XXXX-XX-XX").with_hour(*hour),
        },
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
fn years(first: i32, last: i32) -> Option<(Day, Day)> {
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
            (Some(year), _) => in_month(year, month, Certainty::Written, Anchor::None),
            (None, Some(day)) => month_near(month, mark, day, from.aim),
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
    matches!(when, When::Date { year: None, .. }) && mark == Mark::None && n_days_back > N_MONTHS_WITHOUT_YEAR * 30
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

fn in_month(year: i32, month: u32, certainty: Certainty, anchor: Anchor) -> Placed {
    Placed::new(format!("{year:04}-{month:02}"), Day::month(year, month), certainty, anchor)
}

/// A month of the year before that is further back than this has its year, or `dernier`: what seems to say otherwise was read
/// wrong from the verb. Growing, verbs are trusted more.
const N_MONTHS_WITHOUT_YEAR: i32 = 8;

/// A month without its year: the last, the next, or the nearest.
fn month_near(month: u32, mark: Mark, day: Day, aim: Aim) -> Placed {
    let (year, this, _) = day.date();
    let n = |year: i32, month: u32| year * 12 + month.cast_signed();
    let way = |candidate: i32| n(candidate, month) - n(year, this);
    let allowed = |candidate: &i32| match (mark, aim) {
        (Mark::Last, _) => way(*candidate) < 0,
        (Mark::Next, _) => way(*candidate) > 0,
        (_, Aim::Past) => way(*candidate) <= 0,
        (_, Aim::Future) => way(*candidate) >= 0,
        (_, Aim::Unclear) => true,
    };
    let near = |candidate: &i32| way(*candidate).abs();
    let found = (year - 1..=year + 1).filter(allowed).min_by_key(near).unwrap_or(year);
    let too_far = mark == Mark::None && found < year && -way(found) > N_MONTHS_WITHOUT_YEAR;
    let found = if too_far { (year - 1..=year + 1).min_by_key(near).unwrap_or(found) } else { found };
    let certainty = if aim == Aim::Unclear && mark == Mark::None { Certainty::Likely } else { Certainty::Resolved };
    in_month(found, month, certainty, Anchor::Published(day))
}

/// The days of the season that begins in this year; winter ends in the next.
fn season_days(season: usize, year: i32) -> Option<(Day, Day)> {
    let month = 3 + 3 * u32::try_from(season).ok()?;
    let (last_year, last) = if season == 3 { (year + 1, 2) } else { (year, month + 2) };
    Some((Day::of(year, month, 1)?, Day::of(last_year, last, n_days(last_year, last))?))
}

fn season_of(season: usize, year: Option<i32>, mark: Mark, from: Start) -> Placed {
    const CODES: [&str; 4] = ["SP", "SU", "FA", "WI"];
    let value = |year: i32| format!("{year:04}-{}", CODES[season]);
    if let Some(year) = year {
        return Placed::new(value(year), season_days(season, year), Certainty::Written, Anchor::None);
    }
    let Some(day) = from.day else { return Placed::vague(format!("XXXX-{}", CODES[season])) };
    let this = day.date().0;
    let fits = |year: &i32| {
        let Some((first, last)) = season_days(season, *year) else { return false };
        match (mark, from.aim) {
            (Mark::Last, _) => last < day,
            (Mark::Next, _) => first > day,
            (Mark::This, _) => true,
            (Mark::None, Aim::Past) => first <= day,
            (Mark::None, Aim::Future) => last >= day,
            (Mark::None, Aim::Unclear) => true,
        }
    };
    let away = |year: &i32| season_days(season, *year).map_or(i32::MAX, |(first, last)| (first.0 - day.0).max(day.0 - last.0).max(0));
    let found = (this - 1..=this + 1).filter(fits).min_by_key(away).unwrap_or(this);
    Placed::new(value(found), season_days(season, found), Certainty::Likely, Anchor::Published(day))
}

/// A quarter or a half of a year; without its year that which is over, or is to come.
fn part(n: i32, unit: Unit, year: Option<i32>, from: Start) -> Placed {
    let months = if unit == Unit::Quarter { 3 } else { 6 };
    let days = |year: i32| {
        let last = u32::try_from(n * months).ok()?;
        Some((Day::of(year, last + 1 - months.unsigned_abs(), 1)?, Day::month(year, last)?.1))
    };
    let value = |year: i32| match unit {
        Unit::Quarter => format!("{year:04}-Q{n}"),
        _ => format!("{year:04}-{:02}/{year:04}-{:02}", n * 6 - 5, n * 6),
    };
    if let Some(year) = year {
        return Placed::new(value(year), days(year), Certainty::Written, Anchor::None);
    }
    let Some(day) = from.day else { return Placed::vague(format!("XXXX-Q{n}")) };
    let this = day.date().0;
    let begins = |year: i32| days(year).is_some_and(|(first, _)| first <= day);
    let found = match from.aim {
        Aim::Future if begins(this) && days(this).is_some_and(|(_, last)| last < day) => this + 1,
        Aim::Future => this,
        _ if begins(this) => this,
        _ => this - 1,
    };
    Placed::new(value(found), days(found), Certainty::Likely, Anchor::Published(day))
}

/// `la semaine dernière`, `ce mois-ci`, `l’an prochain`.
fn of_unit(unit: Unit, mark: Mark, day: Day, aim: Aim) -> Placed {
    let (year, month, _) = day.date();
    let n = match mark {
        Mark::Last => -1,
        Mark::Next => 1,
        Mark::This | Mark::None => 0,
    };
    let anchor = Anchor::Published(day);
    let placed = |value: String, days: Option<(Day, Day)>| Placed::new(value, days, Certainty::Resolved, anchor);
    match unit {
        Unit::Year => placed(format!("{:04}", year + n), years(year + n, year + n)),
        Unit::Decade => placed(format!("{:03}X", year / 10 + n), years((year / 10 + n) * 10, (year / 10 + n) * 10 + 9)),
        Unit::Month => {
            let (year, month) = month_from(year, month, n);
            in_month(year, month, Certainty::Resolved, anchor)
        }
        Unit::Quarter | Unit::Semester => {
            let months = if unit == Unit::Quarter { 3 } else { 6 };
            let at = year * 12 / months + (month.cast_signed() - 1) / months + n;
            let (year, nth) = (at.div_euclid(12 / months), at.rem_euclid(12 / months) + 1);
            part(nth, unit, Some(year), Start { day: Some(day), scene: None, stretch: None, aim })
        }
        Unit::Weekend => {
            let weekday = day.weekday();
            let saturday = match (mark, weekday) {
                (Mark::Last, 5 | 6) => day.last(5).plus(-7),
                (Mark::Next, 5 | 6) => day.last(5).plus(7),
                (Mark::Last, _) => day.last(5),
                (Mark::Next, _) => day.next(5),
                (_, 5 | 6) => day.last(5),
                (_, 0 | 1) if aim != Aim::Future => day.last(5),
                _ if aim == Aim::Past => day.last(5),
                _ => day.next(5),
            };
            placed(week(saturday) + "-WE", Some((saturday, saturday.plus(1))))
        }
        Unit::Week => {
            let monday = day.last(0).plus(7 * n);
            placed(week(monday), Some((monday, monday.plus(6))))
        }
        _ => Placed::vague("XXXX"),
    }
}

/// ISO week: that of its Thursday.
fn week(day: Day) -> String {
    let thursday = day.last(0).plus(3);
    let year = thursday.date().0;
    let n = Day::of(year, 1, 1).map_or(0, |first| (thursday.0 - first.0) / 7 + 1);
    format!("{year:04}-W{n:02}")
}

/// A month so many months away.
fn month_from(year: i32, month: u32, n: i32) -> (i32, u32) {
    let at = year * 12 + month.cast_signed() - 1 + n;
    (at.div_euclid(12), at.rem_euclid(12).unsigned_abs() + 1)
}

/// `il y a trois ans` is a year, `il y a deux mois` a month, `il y a une semaine` about a day.
fn shifted(n: i32, unit: Unit, start: From, from: Start) -> Placed {
    let day = match start {
        From::Publication => from.day,
        From::Scene => from.scene.or(from.day),
        From::BesideScene => from.stretch.or(from.day),
    };
    let Some(day) = day else { return Placed::vague(if n < 0 { "PAST_REF" } else { "FUTURE_REF" }) };
    let anchor = match start {
        From::Publication => Anchor::Published(day),
        From::Scene | From::BesideScene => Anchor::Scene(day),
    };
    let (year, month, _) = day.date();
    let factor = match unit {
        Unit::Quarter => 3,
        Unit::Semester => 6,
        Unit::Decade => 10,
        Unit::Century => 100,
        _ => 1,
    };
    match unit {
        Unit::Year | Unit::Decade | Unit::Century => {
            let year = year + n * factor;
            if !(1..10_000).contains(&year) {
                return Placed::vague(if n < 0 { "PAST_REF" } else { "FUTURE_REF" });
            }
            Placed::new(format!("{year:04}"), years(year, year), Certainty::Resolved, anchor)
        }
        Unit::Month | Unit::Quarter | Unit::Semester => {
            let (year, month) = month_from(year, month, n * factor);
            in_month(year, month, Certainty::Resolved, anchor)
        }
        Unit::Week if start == From::BesideScene => {
            let monday = day.last(0).plus(7 * n);
            Placed::new(week(monday), Some((monday, monday.plus(6))), Certainty::Resolved, anchor)
        }
        Unit::Week | Unit::Weekend => {
            let near = day.plus(7 * n);
            Placed::new(near.iso(), Some((near.plus(-3), near.plus(3))), Certainty::Likely, anchor)
        }
        _ => Placed::day(day.plus(n), Certainty::Resolved, anchor),
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
