//! Expressions of time: spans that share half of both lengths together, and what they mean.
//!
//! Values are compared as stretches of days, lengths by their months, days and seconds, all else as it is written. A habit or a
//! length is right when its sort is.

use super::{Figure, Measure, Place, assign};

pub struct Date {
    pub place: Place,
    pub time_type: String,
    pub value: String,
    /// Other values that are right, and whether any day inside the last is.
    pub others: Vec<String>,
    pub inside: Option<String>,
}

pub fn score(names: [&'static str; 2], gold: &[Date], predicted: &[&Date]) -> Vec<Figure> {
    let dice = |g: &Date, p: &Date| f64::from(2 * g.place.common(&p.place)) / f64::from(g.place.len() + p.place.len());
    let pairs = assign(gold, predicted, |g, p: &&Date| Some((dice(g, p), u8::from(is_right(g, p)))).filter(|(dice, _)| *dice >= 0.5));
    let right = pairs.iter().filter(|(g, p)| is_right(&gold[*g], predicted[*p])).count();
    let figure = |name, n| Figure { name, measure: Measure::paired(n, predicted.len(), gold.len()) };
    vec![figure(names[0], pairs.len()), figure(names[1], right)]
}

/// What was missed, read wrong or made up.
pub fn wrong(gold: &[Date], predicted: &[&Date], text_of: &dyn Fn(&Place) -> String) -> Vec<String> {
    let dice = |g: &Date, p: &Date| f64::from(2 * g.place.common(&p.place)) / f64::from(g.place.len() + p.place.len());
    let pairs = assign(gold, predicted, |g, p: &&Date| Some((dice(g, p), u8::from(is_right(g, p)))).filter(|(dice, _)| *dice >= 0.5));
    let mut told = Vec::new();
    for (at, g) in gold.iter().enumerate() {
        match pairs.iter().find(|(of, _)| *of == at) {
            None => told.push(format!("{} missed «{}» {} {}", g.place.doc, text_of(&g.place), g.time_type, g.value)),
            Some((_, p)) if !is_right(g, predicted[*p]) => {
                let p = predicted[*p];
                told.push(format!("{} «{}» {} {}, not {} {}", g.place.doc, text_of(&p.place), p.time_type, p.value, g.time_type, g.value));
            }
            Some(_) => {}
        }
    }
    let alone = predicted.iter().enumerate().filter(|(at, _)| pairs.iter().all(|(_, of)| of != at));
    told.extend(alone.map(|(_, p)| format!("{} made up «{}» {} {}", p.place.doc, text_of(&p.place), p.time_type, p.value)));
    told
}

fn is_right(g: &Date, p: &Date) -> bool {
    if g.time_type != "DATE" {
        return p.time_type == g.time_type && (g.value == "*" || same(&g.value, &p.value));
    }
    let inside = |within: &String| {
        let (Some((first, last)), Some((a, b))) = (days(within), days(&p.value)) else { return false };
        first <= a && b <= last
    };
    g.value == "*"
        || same(&g.value, &p.value)
        || g.others.iter().any(|other| same(other, &p.value))
        || g.inside.as_ref().is_some_and(inside)
}

fn same(a: &str, b: &str) -> bool {
    a == b || days(a).is_some_and(|days_of_a| days(b) == Some(days_of_a)) || length(a).is_some_and(|of_a| length(b) == Some(of_a))
}

/// First and last day as numbers that can be compared: `2015-02` is 1 to 31 February.
fn days(value: &str) -> Option<(u32, u32)> {
    if value.contains(['T', 'W', 'P', 'S', 'F', 'Q']) {
        return None;
    }
    if let Some((a, b)) = value.split_once('/') {
        return Some((days(a)?.0, days(b)?.1));
    }
    let mut parts = value.split('-').map(|part| part.parse::<u32>().ok());
    let year = parts.next()??;
    if value.len() < 4 {
        return None;
    }
    let month = parts.next().flatten();
    let day = parts.next().flatten();
    let last = |month: u32| recoupe::corpus::calendar::n_days(year.cast_signed(), month);
    Some(match (month, day) {
        (Some(month), Some(day)) => (year * 10_000 + month * 100 + day, year * 10_000 + month * 100 + day),
        (Some(month), None) => (year * 10_000 + month * 100 + 1, year * 10_000 + month * 100 + last(month)),
        (None, _) => (year * 10_000 + 101, year * 10_000 + 1231),
    })
}

/// Months and seconds of `P1Y2M3DT4H`.
fn length(value: &str) -> Option<(u64, u64)> {
    let rest = value.strip_prefix('P')?;
    let (mut months, mut seconds, mut number, mut of_clock) = (0.0, 0.0, String::new(), false);
    for c in rest.chars() {
        if c.is_ascii_digit() || c == '.' {
            number.push(c);
            continue;
        }
        if c == 'T' {
            of_clock = true;
            continue;
        }
        let n: f64 = number.parse().ok()?;
        number.clear();
        match (c, of_clock) {
            ('Y', _) => months += 12.0 * n,
            ('M', false) => months += n,
            ('W', _) => seconds += 7.0 * 86_400.0 * n,
            ('D', _) => seconds += 86_400.0 * n,
            ('H', _) => seconds += 3_600.0 * n,
            ('M', true) => seconds += 60.0 * n,
            ('S', _) => seconds += n,
            _ => return None,
        }
    }
    Some(((months * 1000.0) as u64, (seconds * 1000.0) as u64))
}
