//! Places counted from another day: `il y a trois ans`, `la semaine dernière`, `le lendemain`, `deux jours plus tard`, `récemment`.

use super::calendar::mark_around;
use super::clock;
use super::durations::{self, Length};
use super::expression::{Expression, Found, From, Hour};
use super::unit::Unit;
use crate::corpus::told::{Mark, When};
use crate::text::{Language, Line};

pub(super) fn read(line: &Line<'_>, at: usize, language: Language) -> Option<Found> {
    match language {
        Language::French => {
            of_unit(line, at, language).or_else(|| ago(line, at)).or_else(|| of_scene(line, at)).or_else(|| vague(line, at))
        }
        Language::English => of_unit(line, at, language).or_else(|| english_scene(line, at)).or_else(|| vague(line, at)),
    }
}

/// `la semaine dernière`, `le mois prochain`, `cette année`, `ce week-end`, `last year`.
fn of_unit(line: &Line<'_>, at: usize, language: Language) -> Option<Found> {
    let determined = matches!(line.word(at), "la" | "le" | "l" | "ce" | "cet" | "cette" | "du" | "au" | "this" | "last" | "next");
    let bare = matches!(line.word(at), "week" | "an") || Unit::named(line.word(at), language).is_some();
    let place = match (determined, bare) {
        (true, _) if line.tied(at) => at + 1,
        (false, true) => at,
        _ => return None,
    };
    // `la même année`
    let same = line.word(place) == "meme";
    let place = if same { place + 1 } else { place };
    // `le dernier week-end`
    let place = if matches!(line.word(place), "dernier" | "derniere" | "prochain" | "prochaine") { place + 1 } else { place };
    let split = line.reads(place, &["week", "end"]);
    let (unit, last) = if split { (Unit::Weekend, place + 1) } else { (Unit::named(line.word(place), language)?, place) };
    let (mut mark, next) = mark_around(line, last);
    if mark == Mark::None && split {
        mark = mark_around(line, place).0;
    }
    if mark == Mark::This && line.reads(last + 1, &["la"]) && line.tied(last) {
        // `cette semaine-là`
        return None;
    }
    let first = if matches!(line.word(at), "du" | "au") { at + 1 } else { at };
    match (unit, mark) {
        (Unit::Night, Mark::Last) => Found::new(moment(-1, Hour::Part("NI")), first, next),
        (Unit::Night, Mark::None) if is_last_night(line, at, next) => Found::new(Expression::Night, first, next),
        (Unit::Night, Mark::This) if line.word(at) != "last" => Found::new(moment(0, Hour::Part("NI")), first, next),
        (
            Unit::Weekend | Unit::Week | Unit::Month | Unit::Quarter | Unit::Semester | Unit::Year | Unit::Decade,
            Mark::This | Mark::Last | Mark::Next,
        ) => {
            // `l’année suivante` counts from the year of which the text speaks.
            let shifts = matches!(line.word(next - 1), "suivant" | "suivante" | "precedent" | "precedente");
            let n = if mark == Mark::Next { 1 } else { -1 };
            let expression = if shifts { Expression::Shift { n, unit, from: From::BesideScene } } else { Expression::Of { unit, mark } };
            Found::new(expression, first, next)
        }
        (Unit::Year, Mark::None) if same => Found::new(Expression::Shift { n: 0, unit, from: From::BesideScene }, at, next),
        _ => None,
    }
}

/// `pendant la nuit`, `dans la nuit`, `au cours de la nuit`: the one of which the news tells; not `dans la nuit de samedi`.
fn is_last_night(line: &Line<'_>, at: usize, next: usize) -> bool {
    let one = line.word(at) == "la" && line.word(next - 1) == "nuit" && at > 0 && line.tied(at - 1);
    let during = matches!(line.before(at, 1), "pendant" | "dans" | "durant") || line.before(at, 1) == "de" && line.before(at, 2) == "cours";
    const KINDS: &[&str] =
        &["de", "du", "d", "des", "noire", "froide", "glaciale", "blanche", "polaire", "tombante", "qui", "et", "ou", "glacee"];
    one && during && !(next < line.len() && line.tied(next - 1) && KINDS.contains(&line.word(next)))
}

fn moment(n: i32, hour: Hour) -> Expression {
    Expression::Moment { when: When::Deictic(n), mark: Mark::None, hour: Some(hour) }
}

/// `il y a trois ans`, `voici deux jours`, `dans deux semaines`.
fn ago(line: &Line<'_>, at: usize) -> Option<Found> {
    if line.reads(at, &["il", "y", "a"]) {
        if line.word(at + 3) == "peu" {
            return Found::new(Expression::Reference("PAST_REF"), at, at + 4);
        }
        if matches!(line.word(at + 3), "longtemps" | "quelque" | "quelques" | "plusieurs" | "des") {
            let next = if line.word(at + 3) == "longtemps" { at + 4 } else { at + 5 };
            if matches!(line.word(next - 1), "longtemps" | "temps") {
                return Found::new(Expression::Reference("PAST_REF"), at, next);
            }
        }
        let place = if matches!(line.word(at + 3), "encore" | "deja") { at + 4 } else { at + 3 };
        let length = durations::length(line, place, Language::French).filter(|_| line.tied(at + 2))?;
        return shift(&length, -1, From::Publication).and_then(|expression| Found::new(expression, at, length.next));
    }
    let sign = match line.word(at) {
        "voici" | "voila" => -1,
        "dans" => 1,
        _ => return None,
    };
    let length = durations::length(line, at + 1, Language::French).filter(|_| line.spaced(at))?;
    // `dans les deux ans` is a length.
    if matches!(line.word(at + 1), "les" | "ces" | "des" | "l" | "le" | "la") {
        return None;
    }
    shift(&length, sign, From::Publication).and_then(|expression| Found::new(expression, at, length.next))
}

/// A length as a way from a day.
pub(super) fn shift(length: &Length, sign: i32, from: From) -> Option<Expression> {
    let Some(n) = length.number else {
        return Some(Expression::Reference(if sign < 0 { "PAST_REF" } else { "FUTURE_REF" }));
    };
    if length.unit.is_of_clock() {
        return (length.unit == Unit::Hour).then(|| {
            let days = n.whole().filter(|n| n % 24 == 0).and_then(|n| i32::try_from(n / 24).ok());
            Expression::Shift { n: days.unwrap_or(0) * sign, unit: Unit::Day, from }
        });
    }
    // Half a year is six months.
    let (n, unit) = match (n.whole(), length.unit) {
        (Some(n), unit) => (n, unit),
        (None, Unit::Year) => (n.times(12)?.whole()?, Unit::Month),
        (None, _) => return Some(Expression::Reference(if sign < 0 { "PAST_REF" } else { "FUTURE_REF" })),
    };
    let n = i32::try_from(n).ok().filter(|n| n.checked_mul(unit.n_days()).is_some_and(|days| days < 300_000))?;
    Some(Expression::Shift { n: n * sign, unit, from })
}

/// `la veille`, `l’avant-veille`, `le lendemain`, `ce jour-là`, `le même jour`.
fn of_scene(line: &Line<'_>, at: usize) -> Option<Found> {
    let day = |n: i32, next: usize| {
        let first = if matches!(line.before(at, 1), "le" | "la" | "l" | "ce") && line.tied(at - 1) { at - 1 } else { at };
        // `au lendemain du sommet`: the day that is told of is that one.
        let of_event = matches!(line.word(next), "de" | "du" | "des" | "d") && line.tied(next - 1);
        let n = if of_event { 0 } else { n };
        match clock::part_after(line, next).filter(|_| !of_event) {
            Some((hour, end)) => Found::new(Expression::DayOfScene { n, hour: Some(hour) }, first, end),
            None => Found::new(Expression::DayOfScene { n, hour: None }, first, next),
        }
    };
    let spoken_of = at > 0 && line.tied(at - 1) && matches!(line.before(at, 1), "la" | "le" | "au" | "du" | "l" | "avant" | "des");
    match line.word(at) {
        "veille" if matches!(line.before(at, 1), "la") => day(-1, at + 1),
        "avant" if line.reads(at, &["avant", "veille"]) => day(-2, at + 2),
        "lendemain" if spoken_of => day(1, at + 1),
        "surlendemain" if spoken_of => day(2, at + 1),
        "jour" if line.reads(at + 1, &["la"]) && line.tied(at) && line.before(at, 1) == "ce" => day(0, at + 2),
        "jour" if line.word(at + 1) == "meme" && line.before(at, 1) == "le" && line.tied(at) => day(0, at + 2),
        "meme" if line.word(at + 1) == "jour" && line.before(at, 1) == "le" && line.tied(at) => day(0, at + 2),
        "dernier" | "premier" | "deuxieme" | "troisieme" | "second"
            if matches!(line.word(at + 1), "jour") && line.tied(at) && matches!(line.word(at + 2), "de" | "du" | "d" | "des") =>
        {
            day(0, at + 2)
        }
        _ => None,
    }
}

fn english_scene(line: &Line<'_>, at: usize) -> Option<Found> {
    let after = |n: i32, length: usize| Found::new(Expression::DayOfScene { n, hour: None }, at, at + length);
    match line.word(at) {
        "the" if line.reads(at, &["the", "day", "before"]) || line.reads(at, &["the", "previous", "day"]) => after(-1, 3),
        "the"
            if line.reads(at, &["the", "next", "day"])
                || line.reads(at, &["the", "following", "day"])
                || line.reads(at, &["the", "day", "after"]) =>
        {
            after(1, 3)
        }
        "that" if line.reads(at, &["that", "day"]) => after(0, 2),
        "the" if line.reads(at, &["the", "same", "day"]) => after(0, 3),
        _ => None,
    }
}

/// `récemment`, `bientôt`, `actuellement`.
fn vague(line: &Line<'_>, at: usize) -> Option<Found> {
    let word = |value: &'static str| Found::new(Expression::Reference(value), at, at + 1);
    match line.word(at) {
        "recemment" | "auparavant" | "naguere" | "autrefois" | "jadis" | "dernierement" | "recently" | "previously" | "formerly" => {
            word("PAST_REF")
        }
        "actuellement" | "currently" | "nowadays" => word("PRESENT_REF"),
        "bientot" | "prochainement" | "ulterieurement" | "soon" => word("FUTURE_REF"),
        "passe" if line.before(at, 1) == "le" && matches!(line.before(at, 2), "par" | "dans") => {
            Found::new(Expression::Reference("PAST_REF"), at - 1, at + 1)
        }
        "l" if line.reads(at, &["l", "avenir"]) && line.before(at, 1) == "a" => Found::new(Expression::Reference("FUTURE_REF"), at, at + 2),
        "nos" if line.reads(at, &["nos", "jours"]) && line.before(at, 1) == "de" => {
            Found::new(Expression::Reference("PRESENT_REF"), at, at + 2)
        }
        _ => None,
    }
}
