//! Dates in cells and headers, made ISO 8601 and as exact as they were written.
//!
//! Printed dates are read as in pages. Cells hold three more forms: seconds or milliseconds since 1970, digits alone
//! (`20150220`), and half a date (`2015-02`, `2015`). A zone of time is not kept: an article's day is the day it was
//! printed under.

use crate::corpus::page;

/// The date that `cell` is; `None` when it holds none, or much besides.
pub(super) fn iso(cell: &str) -> Option<String> {
    let cell = cell.trim();
    // The longest date is a weekday, a day, an hour and a zone: some 60 characters.
    if cell.is_empty() || cell.len() > 80 || !cell.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let seconds = cell.strip_suffix(".0").unwrap_or(cell);
    if seconds.bytes().all(|byte| byte.is_ascii_digit()) {
        return of_digits(seconds);
    }
    partial(cell).or_else(|| page::first_date(cell))
}

/// `2015`, `20150220`, seconds or milliseconds since 1970 from 1973 on.
fn of_digits(digits: &str) -> Option<String> {
    let number: u64 = digits.parse().ok()?;
    match digits.len() {
        4 if (1800..2100).contains(&number) => Some(digits.to_owned()),
        8 => page::first_date(&format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..])),
        9 | 10 => Some(of_seconds(number)),
        12 | 13 => Some(of_seconds(number / 1000)),
        _ => None,
    }
}

/// `2015-02`.
fn partial(cell: &str) -> Option<String> {
    let (year, month) = cell.split_once('-')?;
    let digits = |text: &str, n: usize| text.len() == n && text.bytes().all(|byte| byte.is_ascii_digit());
    let right = digits(year, 4) && digits(month, 2) && matches!(month.parse(), Ok(1..=12));
    right.then(|| cell.to_owned())
}

/// Day and minute of a moment in seconds since 1970, in universal time; the days are counted as in Howard Hinnant,
/// “chrono-Compatible Low-Level Date Algorithms”, 2013.
fn of_seconds(seconds: u64) -> String {
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted / 146_097, shifted % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    // Years begin in March here, so that the leap day is their last.
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    let date = format!("{year:04}-{month:02}-{day:02}");
    if rest == 0 { date } else { format!("{date}T{:02}:{:02}", rest / 3_600, rest % 3_600 / 60) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn dates_of_cells_become_iso() {
        for (cell, expected) in [
            ("2015-02-20", "2015-02-20"),
            ("2015-02-20T11:20:00Z", "2015-02-20T11:20"),
            ("2015-02-20 11:20:31", "2015-02-20T11:20"),
            ("2015-02-20T11:20:00.000+01:00", "2015-02-20T11:20"),
            ("20/02/2015", "2015-02-20"),
            ("20/02/2015 11:20", "2015-02-20T11:20"),
            ("20.02.2015", "2015-02-20"),
            ("20 février 2015", "2015-02-20"),
            ("vendredi 20 février 2015", "2015-02-20"),
            ("1er août 2019", "2019-08-01"),
            ("Feb 20, 2015", "2015-02-20"),
            ("February 20, 2015 Friday 11:20 AM GMT", "2015-02-20"),
            ("Fri, 20 Feb 2015 11:20:00 +0100", "2015-02-20T11:20"),
            ("20150220", "2015-02-20"),
            ("2015-02", "2015-02"),
            ("2015", "2015"),
            ("1424431200", "2015-02-20T11:20"),
            ("1424431200000", "2015-02-20T11:20"),
            ("1424390400.0", "2015-02-20"),
            ("951782400", "2000-02-29"),
        ] {
            assert_eq!(iso(cell).as_deref(), Some(expected), "{cell}");
        }
    }

    #[test]
    fn other_cells_are_no_dates() {
        for cell in ["", "hier", "12", "2015-13", "20151399", "mars", "99999999999999999999", "page 12"] {
            assert_eq!(iso(cell), None, "{cell}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_date_or_none(cell in "\\PC{0,90}") {
            iso(&cell);
        }
    }
}
