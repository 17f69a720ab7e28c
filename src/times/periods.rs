//! The days of months, seasons, quarters, weeks and years: those that are named without saying which, and those so many away.

use super::expression::From;
use super::place::{Placed, Start, years};
use super::unit::Unit;
use super::{Anchor, Certainty, Day};
use crate::corpus::calendar::n_days;
use crate::corpus::told::{Aim, Mark};

pub(super) fn in_month(year: i32, month: u32, certainty: Certainty, anchor: Anchor) -> Placed {
    Placed::new(format!("{year:04}-{month:02}"), Day::month(year, month), certainty, anchor)
}

/// A month of the year before that is further back than this has its year, or `dernier`: what seems to say otherwise was read
/// wrong from the verb. Growing, verbs are trusted more.
pub(super) const N_MONTHS_WITHOUT_YEAR: i32 = 8;

/// A month without its year: the last, the next, or the nearest.
pub(super) fn month_near(month: u32, mark: Mark, day: Day, aim: Aim) -> Placed {
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

pub(super) fn season_of(season: usize, year: Option<i32>, mark: Mark, from: Start) -> Placed {
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
pub(super) fn part(n: i32, unit: Unit, year: Option<i32>, from: Start) -> Placed {
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
pub(super) fn of_unit(unit: Unit, mark: Mark, day: Day, aim: Aim) -> Placed {
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
            part(nth, unit, Some(year), Start { day: Some(day), scene: None, stretch: None, night: false, aim })
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
pub(super) fn shifted(n: i32, unit: Unit, start: From, from: Start) -> Placed {
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
