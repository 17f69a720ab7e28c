//! Days that no calendar has, and numbers that nobody can read.
//!
//! `31 février`, `31/04/2021`; more digits than a number of the press has, points and commas in no order (`1.2.3,4`). What may
//! be a version, an address, a telephone number or a reference is left alone.

use super::Damage;
use crate::corpus::calendar::{MONTHS, n_days};
use crate::span::Span;
use crate::text::token::Joint;
use crate::text::{Line, fold};

/// Digits of the longest number that is read.
const MOST_DIGITS: usize = 18;
/// Leap years have the most days.
const LEAP: i32 = 2000;

pub(super) fn examine(text: &str, report: &mut impl FnMut(Span, Damage)) {
    let line = Line::of(text, Span::of(text));
    let months = MONTHS.map(fold);
    let mut at = 0;
    while at < line.len() {
        let from = at;
        at += 1;
        if !line.is_digits(from) {
            continue;
        }
        if let Some(next) = no_day(&line, from, &months) {
            let span = line.span(from, next);
            report(span, Damage::NoSuchDay { written: shown(span.slice(text)) });
            at = next;
            continue;
        }
        while at < line.len() && matches!(line.joint(at - 1), Joint::Glued('.' | ',')) && line.is_digits(at) {
            at += 1;
        }
        if is_unreadable(&line, from, at) {
            let span = line.span(from, at);
            report(span, Damage::NoSuchNumber { written: shown(span.slice(text)) });
        }
    }
}

fn shown(written: &str) -> String {
    const LONGEST: usize = 24;
    let mut shown: String = written.chars().take(LONGEST).collect();
    if shown.len() < written.len() {
        shown.push('…');
    }
    shown
}

/// A day and a month that no calendar has: where it ends.
fn no_day(line: &Line<'_>, at: usize, months: &[String; 12]) -> Option<usize> {
    let number = |at: usize| Some(line.word(at)).filter(|word| line.is_digits(at) && word.len() <= 4)?.parse::<u32>().ok();
    let day = number(at).filter(|day| (1..=31).contains(day))?;
    let month = |at: usize| months.iter().position(|month| month == line.word(at)).and_then(|month| u32::try_from(month + 1).ok());
    if line.spaced(at)
        && let Some(month) = month(at + 1)
    {
        let year = number(at + 2).filter(|year| line.spaced(at + 1) && (1000..3000).contains(year));
        let most = n_days(year.map_or(LEAP, u32::cast_signed), month);
        return (day > most).then_some(if year.is_some() { at + 3 } else { at + 2 });
    }
    // 31/04/2021, and never 04/31/2021, which is an American's last of April but one.
    let slashed = |at: usize| line.joint(at) == Joint::Glued('/');
    let alone = at == 0 || !slashed(at - 1);
    let month = number(at + 1).filter(|month| alone && slashed(at) && slashed(at + 1) && (1..=12).contains(month))?;
    let year = number(at + 2).filter(|year| (1000..3000).contains(year))?;
    (day > n_days(year.cast_signed(), month)).then_some(at + 3)
}

/// Too many digits, or groups of digits that no way of writing numbers parts so.
fn is_unreadable(line: &Line<'_>, from: usize, next: usize) -> bool {
    if next == from + 1 {
        // A reference of some thirty digits is no number, and no damage; a line of them is.
        return line.word(from).len() > 2 * MOST_DIGITS;
    }
    let signs: Vec<Joint> = (from..next - 1).map(|at| line.joint(at)).collect();
    let (point, comma) = (Joint::Glued('.'), Joint::Glued(','));
    // Points alone are versions, dates and addresses; commas alone are lists.
    if !signs.contains(&point) || !signs.contains(&comma) {
        return false;
    }
    let grouped = |sign: Joint, last: Joint| {
        let Some((end, groups)) = signs.split_last() else { return false };
        *end == last && groups.iter().all(|one| *one == sign) && (from + 1..next - 1).all(|at| line.word(at).len() == 3)
    };
    !grouped(point, comma) && !grouped(comma, point)
}
