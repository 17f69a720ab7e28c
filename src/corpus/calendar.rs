//! Days of the Gregorian calendar, counted from 1 January 1970.
//!
//! The conversions are Howard Hinnant's (`chrono`-compatible low-level date algorithms, 2013). A library of dates would
//! bring time zones, parsers and their errors into the page for two formulas. Hours are not kept: nothing here needs them.

use serde::{Deserialize, Serialize};

use crate::say;

/// A day, by its number from 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day(pub i32);

/// In French, from January.
pub const MONTHS: [&str; 12] =
    ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

pub const ENGLISH_MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// Years of the press: what lies outside is no date of an article.
pub const FIRST_YEAR: i32 = 1800;
pub const LAST_YEAR: i32 = 2099;

/// True for a year of the press.
pub fn is_year(year: i32) -> bool {
    (FIRST_YEAR..=LAST_YEAR).contains(&year)
}

impl Day {
    /// The day of this date; nothing for the 31st of February and for years outside [`is_year`].
    pub fn of(year: i32, month: u32, day: u32) -> Option<Self> {
        (is_year(year) && (1..=12).contains(&month) && (1..=n_days(year, month)).contains(&day)).then(|| Self(days(year, month, day)))
    }

    /// The day of this date in any year from 1 to 9999, as if the calendar had always been this one.
    pub fn in_history(year: i32, month: u32, day: u32) -> Option<Self> {
        ((1..10_000).contains(&year) && (1..=12).contains(&month) && (1..=n_days(year, month)).contains(&day))
            .then(|| Self(days(year, month, day)))
    }

    /// The first and the last day of a date as exact as it is written: `2015`, `2015-02`, `2015-02-20T11:20`.
    pub fn range_of(iso: &str) -> Option<(Self, Self)> {
        let mut parts = iso.split('T').next()?.split('-');
        let year: i32 = parts.next()?.parse().ok()?;
        let number = |part: Option<&str>| part.map_or(Some(None), |part| part.parse::<u32>().ok().map(Some));
        match (number(parts.next())?, number(parts.next())?) {
            (Some(month), Some(day)) => Self::of(year, month, day).map(|day| (day, day)),
            (Some(month), None) => Self::month(year, month),
            (None, _) => Some((Self::of(year, 1, 1)?, Self::of(year, 12, 31)?)),
        }
    }

    /// The first and the last day of a month.
    pub fn month(year: i32, month: u32) -> Option<(Self, Self)> {
        Some((Self::of(year, month, 1)?, Self::of(year, month, n_days(year, month))?))
    }

    /// Year, month from 1, day from 1.
    pub fn date(self) -> (i32, u32, u32) {
        let z = self.0 + 719_468;
        let era = z.div_euclid(146_097);
        let of_era = z.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        (year_of_era + era * 400 + i32::from(month <= 2), month.unsigned_abs(), day.unsigned_abs())
    }

    /// 0 for Monday, 6 for Sunday.
    pub fn weekday(self) -> u32 {
        (self.0 + 3).rem_euclid(7).unsigned_abs()
    }

    pub fn plus(self, n_days: i32) -> Self {
        Self(self.0 + n_days)
    }

    /// The last day of this weekday up to and with this one.
    pub fn last(self, weekday: u32) -> Self {
        Self(self.0 - (self.weekday() + 7 - weekday).rem_euclid(7).cast_signed())
    }

    /// The next day of this weekday, from this one on.
    pub fn next(self, weekday: u32) -> Self {
        Self(self.0 + (weekday + 7 - self.weekday()).rem_euclid(7).cast_signed())
    }

    /// ISO 8601.
    pub fn iso(self) -> String {
        let (year, month, day) = self.date();
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// In the language of the moment: `20 février 2015`, `20 February 2015`.
    pub fn in_words(self) -> String {
        let (year, month, day) = self.date();
        say!(self.in_french(), format!("{day} {} {year}", ENGLISH_MONTHS[month as usize - 1]))
    }

    /// `20 février 2015`, `1er mars 2021`.
    pub fn in_french(self) -> String {
        let (year, month, day) = self.date();
        format!("{day}{} {} {year}", if day == 1 { "er" } else { "" }, MONTHS[month as usize - 1])
    }
}

/// Days of a month, from 1, of a year.
pub fn n_days(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Days from 1 January 1970; the year begins in March, so that the leap day is its last.
fn days(year: i32, month: u32, day: u32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let shifted = (month + 9) % 12;
    let of_year = ((153 * shifted + 2) / 5 + day - 1).cast_signed();
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn days_that_are_not_in_the_calendar_are_none() {
        assert_eq!(Day::of(2015, 2, 31), None);
        assert_eq!(Day::of(2100, 2, 28), None);
        assert_eq!(Day::of(1900, 2, 29), None);
        assert_eq!(Day::of(0, 1, 1), None);
        assert_eq!(Day::of(9999, 1, 1), None);
        assert!(Day::of(2000, 2, 29).is_some());
        for text in ["", "2015-13", "2015-02-30", "x", "2015-02-x", "0000-01-01", "9999"] {
            assert_eq!(Day::range_of(text), None, "{text}");
        }
    }

    #[test]
    fn known_days_have_their_weekday() {
        let day = Day::of(2015, 2, 20).expect("the day exists");
        assert_eq!((day.weekday(), day.iso(), day.in_french()), (4, "2015-02-20".to_owned(), "20 février 2015".to_owned()));
        assert_eq!(Day::of(1970, 1, 1), Some(Day(0)));
        assert_eq!((day.last(3).iso(), day.last(4), day.next(0).iso()), ("2015-02-19".to_owned(), day, "2015-02-23".to_owned()));
    }

    proptest! {
        #[test]
        fn a_day_is_the_day_of_its_date(n in -60_000..47_000_i32) {
            let (year, month, day) = Day(n).date();
            prop_assert_eq!(Day::of(year, month, day), Some(Day(n)));
            prop_assert_eq!(Day::range_of(&Day(n).iso()), Some((Day(n), Day(n))));
        }
    }
}
