//! From one to another: `du 3 au 7 mars`, `entre 2015 et 2018`, `de 8 h à 12 h`, `les 7 et 8 janvier`, `la nuit de vendredi à samedi`.

use super::expression::{Expression, Found, Hour};
use super::{calendar, clock};
use crate::corpus::told::{Mark, When};
use crate::text::token::Joint;
use crate::text::{Language, Line};

/// The range whose opening word stands at a place.
pub(super) fn read(line: &Line<'_>, at: usize, language: Language) -> Option<Found> {
    let (links, first): (&[&str], usize) = match line.word(at) {
        "de" | "du" | "des" => (&["a", "au", "aux"], at + 1),
        "entre" => (&["et"], at + 1),
        "from" => (&["to", "until", "through"], at + 1),
        "between" => (&["and"], at + 1),
        "les" | "le" => (&["et", "ou"], at + 1),
        _ if line.joint(at) == Joint::Hyphen => return of_years(line, at),
        _ => return None,
    };
    if !line.tied(at) || first >= line.len() {
        return None;
    }
    if matches!(line.word(at), "les" | "le") && !line.is_digits(first) {
        return None;
    }
    let from = side(line, first, language).or_else(|| number(line, first))?;
    let link = from.next;
    if !links.contains(&line.word(link)) || !line.spaced(link - 1) || !line.spaced(link) {
        return None;
    }
    let mut to = side(line, link + 1, language)?;
    let mut from = from.expression?;
    complete(&mut from, &mut to.expression.clone()?)?;
    let to_expression = to.expression.take()?;
    if line.before(at, 1) == "nuit" && matches!(line.word(at), "de" | "du") {
        return night(line, at, from, to.next);
    }
    let begin = if matches!(line.word(at), "les" | "le") { at } else { first.min(from_first(line, first)) };
    Found::new(Expression::Range(Box::new(from), Box::new(to_expression)), begin, to.next)
}

fn from_first(line: &Line<'_>, first: usize) -> usize {
    if line.before(first, 1) == "entre" || line.before(first, 1) == "between" { first - 1 } else { first }
}

/// One side of a range.
struct Side {
    expression: Option<Expression>,
    next: usize,
}

fn side(line: &Line<'_>, at: usize, language: Language) -> Option<Side> {
    let at = if matches!(line.word(at), "le" | "l" | "the") && line.tied(at) { at + 1 } else { at };
    if let Some((hour, next)) = clock::hour(line, at, language).or_else(|| in_range(line, at)) {
        return Some(Side { expression: Some(Expression::Hour(hour)), next });
    }
    let found = calendar::read(line, at, language)?;
    Some(Side { expression: Some(found.expression), next: found.next })
}

/// `8 heures` and `12 h` between `de` and `à`.
fn in_range(line: &Line<'_>, at: usize) -> Option<(Hour, usize)> {
    let hour = plain_number(line, at, 24)?;
    let unit = matches!(line.word(at + 1), "heures" | "h") && line.spaced(at);
    if unit {
        return Some((Hour::At(hour, 0), at + 2));
    }
    None
}

/// A number whose meaning the other side tells.
fn number(line: &Line<'_>, at: usize) -> Option<Side> {
    let day = plain_number(line, at.max(1), 31)?;
    Some(Side { expression: Some(Expression::Year(i32::try_from(day).ok()?)), next: at + 1 })
}

fn plain_number(line: &Line<'_>, at: usize, most: u32) -> Option<u32> {
    let digits = line.word(at);
    let digits = digits.strip_suffix("er").unwrap_or(digits);
    let plain = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten().filter(|n| *n <= most)
}

/// What the first side leaves out is that of the second: a bare number becomes a day or an hour, a month gets its year.
fn complete(from: &mut Expression, to: &mut Expression) -> Option<()> {
    let bare = match from {
        Expression::Year(n) if *n <= 31 => u32::try_from(*n).ok(),
        _ => None,
    };
    match (bare, &*to) {
        (Some(first), Expression::Moment { when: When::Date { year, month, day, .. }, .. }) => {
            let when = When::Date { year: *year, month: *month, day: first, weekday: None };
            (first < *day).then(|| *from = Expression::Moment { when, mark: Mark::None, hour: None })
        }
        (Some(first), Expression::Hour(Hour::At(..))) => (first <= 24).then(|| *from = Expression::Hour(Hour::At(first, 0))),
        (Some(_), _) => None,
        (None, to) => share_year(from, to),
    }
}

/// True where the two sides are of one sort.
fn share_year(from: &mut Expression, to: &Expression) -> Option<()> {
    match (&mut *from, to) {
        (Expression::Year(a), Expression::Year(b)) => (*a < *b).then_some(()),
        (Expression::Hour(_), Expression::Hour(_)) | (Expression::Decade(_), Expression::Decade(_)) => Some(()),
        (Expression::Century(_), Expression::Century(_)) | (Expression::Season { .. }, Expression::Season { .. }) => Some(()),
        (Expression::Moment { when: first, .. }, Expression::Moment { when: last, .. }) => match (first, last) {
            (When::Date { year, .. } | When::Month { year, .. }, When::Date { year: later, .. } | When::Month { year: later, .. }) => {
                *year = year.or(*later);
                Some(())
            }
            (When::Weekday(_) | When::DayOfMonth { .. }, When::Weekday(_) | When::DayOfMonth { .. }) => Some(()),
            _ => None,
        },
        (Expression::Moment { when: When::Month { .. } | When::Date { .. }, .. }, Expression::Year(_)) => None,
        _ => None,
    }
}

/// `la nuit de vendredi à samedi`, `la nuit du 17 au 18 mars` is that of the first day.
fn night(line: &Line<'_>, at: usize, from: Expression, next: usize) -> Option<Found> {
    let Expression::Moment { when, mark, .. } = from else { return None };
    let first = if line.before(at, 2) == "la" { at - 2 } else { at - 1 };
    Found::new(Expression::Moment { when, mark, hour: Some(Hour::Part("NI")) }, first, next)
}

/// `2015-2018`
fn of_years(line: &Line<'_>, at: usize) -> Option<Found> {
    let from = calendar::written_year(line, at)?;
    let to = calendar::written_year(line, at + 1).filter(|to| *to > from && line.joint(at + 1) != Joint::Hyphen)?;
    Found::new(Expression::Range(Box::new(Expression::Year(from)), Box::new(Expression::Year(to))), at, at + 2)
}
