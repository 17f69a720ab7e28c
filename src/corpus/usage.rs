//! Which day a moment means, and when an article was published that names it so: the usage of the press.
//!
//! A weekday without `dernier` lies in the week around the article, a day without its year in the ten months around it.
//! Words in quotation marks count from the day on which they were said, which is not known.

use super::calendar::Day;
use super::dating::Interval;
use super::moment::{Mark, Moment, When};
use super::tense::Aim;
use crate::order::Order;

/// A day without a year lies in these many days around the article: after about ten months the year is written.
const N_DAYS_WITHOUT_YEAR: i32 = 320;

/// Whether more than one weekday says so: a week later the same people may do other things on the same weekday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Corroboration {
    /// Only one weekday does: these many days of doubt.
    Alone(i32),
    Sure,
}

/// The day of a date that has its year.
pub(super) fn absolute(moment: &Moment) -> Option<Day> {
    match moment.when {
        When::Date { year: Some(year), month, day, .. } => Day::of(year, month, day),
        _ => None,
    }
}

/// The day that a moment means in an article of this day.
pub(crate) fn resolve(moment: &Moment, published: Day) -> Option<Day> {
    let relative = !matches!(moment.when, When::Date { .. } | When::Month { .. });
    if relative && moment.quoted {
        return None;
    }
    match (moment.when, moment.aim) {
        (When::Date { year: Some(year), month, day, .. }, _) => Day::of(year, month, day),
        (When::Date { year: None, month, day, weekday }, aim) => {
            let year = published.date().0;
            let near = (year - 1..=year + 1).filter_map(|year| Day::of(year, month, day));
            let near = near.filter(|day| weekday.is_none_or(|weekday| weekday == day.weekday()));
            let allowed = near.filter(|day| match aim {
                Aim::Past => *day <= published,
                Aim::Future => *day >= published,
                Aim::Unclear => (day.0 - published.0).abs() <= 150,
            });
            allowed.min_by_key(|day| (day.0 - published.0).abs()).filter(|day| (day.0 - published.0).abs() <= N_DAYS_WITHOUT_YEAR)
        }
        (When::DayOfMonth { day, weekday }, _) => {
            let near = (-40..=40).map(|n| published.plus(n)).filter(|near| near.date().2 == day && near.weekday() == weekday);
            near.min_by_key(|near| (near.0 - published.0).abs())
        }
        (When::Weekday(weekday), aim) => match (moment.mark, aim) {
            (Mark::Next, _) => None,
            (Mark::Last, _) => Some(published.plus(-1).last(weekday)),
            (_, Aim::Past) => Some(published.last(weekday)),
            (_, Aim::Future) => Some(published.next(weekday)),
            (mark, Aim::Unclear) => (mark == Mark::This && published.weekday() == weekday).then_some(published),
        },
        (When::Deictic(n), _) => Some(published.plus(n)),
        (When::Month { .. }, _) => None,
    }
}

/// True when a moment may mean this day.
pub(super) fn fits(when: When, day: Day) -> bool {
    match when {
        When::Weekday(weekday) => day.weekday() == weekday,
        When::DayOfMonth { day: of_month, weekday } => day.weekday() == weekday && day.date().2 == of_month,
        When::Deictic(_) => true,
        When::Date { .. } | When::Month { .. } => false,
    }
}

/// When an article was published whose weekday or `hier` is `day`, and the likeliest day.
pub(super) fn week(moment: &Moment, day: Day, corroboration: Corroboration) -> (Interval, Day) {
    let doubt = match corroboration {
        Corroboration::Alone(n_days) => n_days,
        Corroboration::Sure => 0,
    };
    let (first, last, guess) = match (moment.when, moment.mark, moment.aim) {
        // Midnight and time zones lie between two accounts of one evening.
        (When::Deictic(n), ..) => (-n - 1, -n + 1, -n),
        (When::DayOfMonth { .. }, _, Aim::Past) => (0, 25, 1),
        (When::DayOfMonth { .. }, _, Aim::Future) => (-25, 0, -1),
        (When::DayOfMonth { .. }, ..) => (-25, 25, 0),
        (_, Mark::Last, _) => (1, 13 + doubt, 3),
        (_, Mark::Next, _) => (-13 - doubt, -1, -4),
        (_, _, Aim::Past) => (0, 6 + doubt, 0),
        (_, _, Aim::Future) => (-6 - doubt, 0, -1),
        (..) => (-6 - doubt, 6 + doubt, 0),
    };
    (Interval::new(day.plus(first), day.plus(last)), day.plus(guess))
}

/// First and last day of a moment in this year.
pub(super) fn days_in(moment: &Moment, year: i32) -> Option<(Day, Day)> {
    match moment.when {
        When::Date { month, day, weekday, .. } => {
            let day = Day::of(year, month, day).filter(|day| weekday.is_none_or(|weekday| day.weekday() == weekday))?;
            Some((day, day))
        }
        When::Month { month, .. } => Day::month(year, month),
        _ => None,
    }
}

/// When an article was published that names the days `first` to `last` without their year, and the likeliest day, if one
/// is: a month alone tells of none, and what is announced may be months away.
pub(super) fn allowed(moment: &Moment, first: Day, last: Day) -> (Interval, Option<Day>) {
    let is_day = first == last;
    let after = |day: Day| Interval::new(day, first.plus(N_DAYS_WITHOUT_YEAR));
    match (moment.aim, moment.mark) {
        // `en février dernier` is written when February is over; a day that needs its month is weeks away.
        (Aim::Past, Mark::Last) => (after(last.plus(1)), Some(last.plus(30))),
        (Aim::Past, _) => (after(first), is_day.then_some(first.plus(1))),
        _ => (Interval { first: None, last: Some(last) }, is_day.then_some(first.plus(-1))),
    }
}

/// The one year in which a moment lies near these days: much nearer than in any other.
pub(super) fn year_near(moment: &Moment, near: Interval) -> Option<i32> {
    let (from, to) = near.ends()?;
    let year = from.date().0;
    let distance = |year: i32| {
        let (first, last) = days_in(moment, year)?;
        Some(((from.0 - last.0).max(first.0 - to.0).max(0), year))
    };
    let mut years: Vec<(i32, i32)> = (year - 2..=year + 2).filter_map(distance).collect();
    years.order();
    let (nearest, year) = *years.first()?;
    let clear = years.get(1).is_none_or(|(second, _)| second - nearest >= 90);
    (nearest <= 150 && clear).then_some(year)
}
