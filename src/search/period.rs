//! Dates in queries: years, months, days, and from one to another.
//!
//! Read as ISO writes them (`2015-02-20`), as the French do (`20/02/2015`, `20 février 2015`), and between two dots
//! (`2015-02..2015-04`, `2015..`, `..2015`). A date without its year is none.

use crate::corpus::calendar::{FIRST_YEAR, LAST_YEAR, MONTHS, is_year, n_days};
use crate::text::fold;

/// From the first to the last day, both included, ISO 8601.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    pub first: String,
    pub last: String,
    pub order: Turn,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    AsTyped,
    /// It was typed from the last to the first.
    Reversed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodError {
    NotRead,
    NoSuchMonth(u32),
    NoSuchDay(u32),
}

/// A date as exact as it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Told {
    year: i32,
    month: Option<u32>,
    day: Option<u32>,
}

/// The two ends of a period that `text` tells, as they are typed; `None` for one date.
pub fn ends(text: &str) -> Option<(&str, &str)> {
    let (start, after) = ["...", "..", "…"].into_iter().find_map(|dots| text.split_once(dots))?;
    Some((start.trim(), after.trim()))
}

/// Reads a date or a period.
pub fn read(text: &str) -> Result<Period, PeriodError> {
    let Some((from, to)) = ends(text) else {
        let told = told(text)?;
        return Ok(Period { first: told.first(), last: told.last(), order: Turn::AsTyped });
    };
    if from.is_empty() && to.is_empty() {
        return Err(PeriodError::NotRead);
    }
    let from = if from.is_empty() { None } else { Some(told(from)?) };
    let to = if to.is_empty() { None } else { Some(told(to)?) };
    let first = from.map_or_else(|| format!("{FIRST_YEAR}-01-01"), Told::first);
    let last = to.map_or_else(|| format!("{LAST_YEAR}-12-31"), Told::last);
    Ok(match (from, to) {
        (Some(from), Some(to)) if last < first => Period { first: to.first(), last: from.last(), order: Turn::Reversed },
        _ => Period { first, last, order: Turn::AsTyped },
    })
}

/// One date as the ISO writes it, as exact as it is told: `2015`, `2015-02`, `2015-02-20`.
pub fn date(text: &str) -> Result<String, PeriodError> {
    let told = told(text)?;
    let mut iso = format!("{:04}", told.year);
    for part in [told.month, told.day].into_iter().flatten() {
        iso.push_str(&format!("-{part:02}"));
    }
    Ok(iso)
}

impl Told {
    fn of(year: i32, month: Option<u32>, day: Option<u32>) -> Result<Self, PeriodError> {
        if !is_year(year) {
            return Err(PeriodError::NotRead);
        }
        if let Some(month) = month {
            if !(1..=12).contains(&month) {
                return Err(PeriodError::NoSuchMonth(month));
            }
            if let Some(day) = day.filter(|day| !(1..=n_days(year, month)).contains(day)) {
                return Err(PeriodError::NoSuchDay(day));
            }
        }
        Ok(Self { year, month, day })
    }

    fn first(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    fn last(self) -> String {
        let month = self.month.unwrap_or(12);
        format!("{:04}-{month:02}-{:02}", self.year, self.day.unwrap_or_else(|| n_days(self.year, month)))
    }
}

fn told(text: &str) -> Result<Told, PeriodError> {
    // Hours are passed over: no article is published within an hour that one would ask for.
    let text = text.trim().split_once('T').map_or(text.trim(), |(day, _)| day);
    let parts: Vec<&str> = text.split(['-', '/', '.', ' ', '\u{a0}', '\u{202f}', '_']).filter(|part| !part.is_empty()).collect();
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() <= 2);
    let year = |part: &str| part.parse::<i32>().ok().filter(|_| part.len() == 4);
    let month = |part: &str| number(part).or_else(|| month_called(part));
    let day = |part: &str| number(part.strip_suffix("er").unwrap_or(part));
    let read = match parts.as_slice() {
        [y] => year(y).map(|y| (y, None, None)),
        [y, m] if year(y).is_some() => year(y).zip(number(m)).map(|(y, m)| (y, Some(m), None)),
        [m, y] => month(m).zip(year(y)).map(|(m, y)| (y, Some(m), None)),
        [y, m, d] if year(y).is_some() => year(y).zip(number(m)).zip(number(d)).map(|((y, m), d)| (y, Some(m), Some(d))),
        [d, m, y] => day(d).zip(month(m)).zip(year(y)).map(|((d, m), y)| (y, Some(m), Some(d))),
        _ => None,
    };
    let (year, month, day) = read.ok_or(PeriodError::NotRead)?;
    Told::of(year, month, day)
}

/// The number of the month called `name`, of which three letters and more may be written: `févr`.
fn month_called(name: &str) -> Option<u32> {
    let name = fold(name);
    let mut months = (1..=12).filter(|month| fold(MONTHS[*month as usize - 1]).starts_with(&name));
    let only = months.next().filter(|_| name.len() >= 3)?;
    months.next().is_none().then_some(only)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(text: &str) -> String {
        match read(text) {
            Ok(Period { first, last, order }) => format!("{first} {last}{}", if order == Turn::Reversed { " reversed" } else { "" }),
            Err(why) => format!("{why:?}"),
        }
    }

    #[test]
    fn a_date_is_as_exact_as_it_is_told() {
        assert_eq!(period("2015"), "2015-01-01 2015-12-31");
        assert_eq!(period("2016-2"), "2016-02-01 2016-02-29");
        assert_eq!(period("2015-02-20T11:20"), "2015-02-20 2015-02-20");
        assert_eq!(period("20/02/2015"), "2015-02-20 2015-02-20");
        assert_eq!(period("1er mars 2015"), "2015-03-01 2015-03-01");
        assert_eq!(period("févr. 2015"), "2015-02-01 2015-02-28");
        assert_eq!(date("20 février 2015"), Ok("2015-02-20".to_owned()));
    }

    #[test]
    fn periods_may_be_open_or_turned_round() {
        assert_eq!(period("2015-02..2015-04"), "2015-02-01 2015-04-30");
        assert_eq!(period("..2015"), "1800-01-01 2015-12-31");
        assert_eq!(period("2015-02…"), "2015-02-01 2099-12-31");
        assert_eq!(period("2015-04..2015-02"), "2015-02-01 2015-04-30 reversed");
        assert_eq!(period("2015..2015-03"), "2015-01-01 2015-03-31");
    }

    #[test]
    fn what_is_not_in_the_calendar_says_so() {
        assert_eq!(period("2015-13"), "NoSuchMonth(13)");
        assert_eq!(period("2015-02-30"), "NoSuchDay(30)");
        for text in ["", "..", "hier", "20", "15-02-20", "ma 2015", "0000", "99999999999"] {
            assert_eq!(period(text), "NotRead", "{text}");
        }
    }
}
