//! What comes again: `chaque jour`, `tous les deux ans`, `deux fois par an`, `les lundis`, `une lettre mensuelle`, `24 heures sur 24`.

use super::clock;
use super::expression::{Expression, Found};
use super::unit::Unit;
use crate::corpus::told::WEEKDAYS;
use crate::text::numerals::numeral;
use crate::text::{Language, Line, Number};

/// What comes again, from a place on.
pub(super) fn read(line: &Line<'_>, at: usize, language: Language) -> Option<Found> {
    round_the_clock(line, at)
        .or_else(|| times_per(line, at, language))
        .or_else(|| every(line, at, language))
        .or_else(|| adverb(line, at))
        .or_else(|| weekdays(line, at))
}

/// `24 heures sur 24`, `sept jours sur sept`.
fn round_the_clock(line: &Line<'_>, at: usize) -> Option<Found> {
    let same = matches!(line.word(at + 1), "heures" | "jours" | "h") && line.word(at + 2) == "sur" && line.word(at + 3) == line.word(at);
    (same && line.spaced(at)).then(|| Found::new(Expression::Set("P1D".to_owned()), at, at + 4))?
}

/// `deux fois par an` is every six months, `twice a day` every twelve hours.
fn times_per(line: &Line<'_>, at: usize, language: Language) -> Option<Found> {
    let (n, place) = match line.word(at) {
        "once" => (1, at + 1),
        "twice" => (2, at + 1),
        _ => {
            let numeral = numeral(line, at, language)?;
            let times = matches!(line.word(numeral.next), "fois" | "times") && line.spaced(numeral.next - 1);
            (numeral.number.whole().filter(|_| times)?, numeral.next + 1)
        }
    };
    if !matches!(line.word(place), "par" | "a" | "an" | "per")
        || !line.spaced(place)
        || language == Language::French && line.word(place) != "par"
    {
        return None;
    }
    let unit = Unit::named(line.word(place + 1), language)?;
    let parts: (u64, Unit) = match unit {
        Unit::Year => (12, Unit::Month),
        Unit::Day => (24, Unit::Hour),
        Unit::Hour => (60, Unit::Minute),
        other => (1, other),
    };
    let value = match n {
        1 => unit.period(Some(Number::ONE)),
        n if n > 0 && parts.0.is_multiple_of(n) => parts.1.period(Number::new(parts.0 / n, 0)),
        _ => unit.period(Some(Number::ONE)),
    };
    Found::new(Expression::Set(value), at, place + 2)
}

/// `chaque jour`, `tous les deux ans`, `par mois`, `every week`.
fn every(line: &Line<'_>, at: usize, language: Language) -> Option<Found> {
    let word = line.word(at);
    let place = match word {
        "chaque" | "par" | "every" | "each" | "per" => at + 1,
        // `48,000 vehicles a day`
        "a" | "an" if language == Language::English && (line.before(at, 1).ends_with('s') || line.before(at, 1) == "people") => at + 1,
        "tous" | "toutes" if line.word(at + 1) == "les" => at + 2,
        _ => return None,
    };
    if !line.spaced(place - 1) {
        return None;
    }
    let of_week = weekday(line.word(place)).or_else(|| weekday(line.word(place).strip_suffix('s')?).filter(|_| place == at + 2));
    if let Some(day) = of_week.filter(|_| word != "par" && word != "per") {
        let next = clock::part_after(line, place + 1).map_or(place + 1, |(_, next)| next);
        return Found::new(Expression::Set(format!("XXXX-WXX-{day}")), at, next);
    }
    let (n, place) = match numeral(line, place, language).filter(|_| matches!(word, "tous" | "toutes" | "every")) {
        Some(numeral) => (numeral.number, numeral.next),
        None => (Number::ONE, place),
    };
    let part = match line.word(place) {
        "matin" | "matins" | "morning" => Some("XXXX-XX-XXTMO"),
        "soir" | "soirs" | "evening" => Some("XXXX-XX-XXTEV"),
        "nuit" | "nuits" | "night" => Some("XXXX-XX-XXTNI"),
        "ete" | "summer" => Some("XXXX-SU"),
        "hiver" | "winter" => Some("XXXX-WI"),
        _ => None,
    };
    if let Some(part) = part.filter(|_| word != "par") {
        return Found::new(Expression::Set(part.to_owned()), at, place + 1);
    }
    let unit = Unit::named(line.word(place), language).filter(|_| line.tied(place - 1))?;
    if word == "par" && line.word(place) == "moi" {
        return None;
    }
    Found::new(Expression::Set(unit.period(Some(n))), at, place + 1)
}

/// `mensuellement`, and adjectives behind their noun: `une lettre hebdomadaire`, but not `l’hebdomadaire`.
fn adverb(line: &Line<'_>, at: usize) -> Option<Found> {
    let word = line.word(at);
    let value = match word {
        "quotidiennement" | "daily" => "P1D",
        "hebdomadairement" | "weekly" => "P1W",
        "mensuellement" | "monthly" => "P1M",
        "annuellement" | "yearly" | "annually" => "P1Y",
        "quotidien" | "quotidienne" | "quotidiens" | "quotidiennes" => "P1D",
        "hebdomadaire" | "hebdomadaires" => "P1W",
        "mensuel" | "mensuelle" | "mensuels" | "mensuelles" => "P1M",
        "trimestriel" | "trimestrielle" | "trimestriels" | "trimestrielles" => "P3M",
        "semestriel" | "semestrielle" | "semestriels" | "semestrielles" => "P6M",
        "bimestriel" | "bimestrielle" | "bimestriels" | "bimestrielles" => "P2M",
        "biennal" | "biennale" | "biennaux" | "biennales" => "P2Y",
        "triennal" | "triennale" | "triennaux" | "triennales" => "P3Y",
        "quinquennal" | "quinquennale" | "quinquennaux" | "quinquennales" => "P5Y",
        "decennal" | "decennale" | "decennaux" | "decennales" => "P10Y",
        "quarterly" => "P3M",
        "fortnightly" => "P2W",
        "annuel" | "annuelle" | "annuels" | "annuelles" => "P1Y",
        _ => return None,
    };
    let noun = at == 0
        || !line.spaced(at - 1)
        || line.before(at, 1).len() <= 3
        || Language::French.is_function_word(line.before(at, 1))
        || line.is_capital(at)
        || matches!(line.before(at, 1), "notre" | "votre" | "celebre" | "grand" | "the" | "vie");
    let adverb = word.ends_with("ment") || word.ends_with('y');
    (adverb || !noun).then(|| Found::new(Expression::Set(value.to_owned()), at, at + 1))?
}

/// `le lundi` as a habit, `les samedis`, `du lundi au vendredi`, `on Sundays`.
fn weekdays(line: &Line<'_>, at: usize) -> Option<Found> {
    let plural = line.word(at).strip_suffix('s').filter(|_| line.word(at) != "mars");
    if let Some(day) = plural.and_then(weekday) {
        let first = if matches!(line.before(at, 1), "les") { at - 1 } else { at };
        return Found::new(Expression::Set(format!("XXXX-WXX-{day}")), first, at + 1);
    }
    if line.word(at) == "du" && line.word(at + 2) == "au" && line.spaced(at) && line.spaced(at + 1) {
        let (from, to) = (weekday(line.word(at + 1))?, weekday(line.word(at + 3))?);
        if line.is_digits(at + 4) {
            return None;
        }
        return Found::new(Expression::Set(format!("XXXX-WXX-{from}/XXXX-WXX-{to}")), at + 1, at + 4);
    }
    None
}

/// From 1 for Monday.
fn weekday(word: &str) -> Option<usize> {
    WEEKDAYS.iter().position(|names| names.contains(&word)).map(|at| at + 1)
}
