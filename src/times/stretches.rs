//! Lengths that nobody counts: `ces derniers mois`, `pendant des heures`, `toute la nuit`, `recent years`.

use super::expression::{Expression, Found};
use super::unit::Unit;
use crate::text::{Language, Line, Number};

pub(super) fn read(line: &Line<'_>, at: usize, language: Language) -> Option<Found> {
    several(line, at).or_else(|| whole(line, at)).or_else(|| english(line, at, language))
}

/// `ces derniers mois`, `ces dernières années`, `les prochains jours`, `pendant des heures`.
fn several(line: &Line<'_>, at: usize) -> Option<Found> {
    if !matches!(line.word(at), "ces" | "les" | "des" | "aux") || !line.spaced(at) {
        return None;
    }
    let word = line.word(at + 1);
    let adjective = matches!(word, "derniers" | "dernieres" | "prochains" | "prochaines" | "premiers" | "premieres" | "toutes");
    if adjective && line.word(at) != "des" {
        let place = if word == "toutes" { at + 3 } else { at + 2 };
        let unit = Unit::named(line.word(place), Language::French).filter(|_| line.spaced(at + 1) && line.word(place).ends_with('s'))?;
        let first = if line.word(at) == "aux" { at + 1 } else { at };
        return Found::new(Expression::Duration(unit.period(None)), first, place + 1);
    }
    if line.word(at) == "ces" && line.word(at + 2).starts_with("ci") {
        let unit = Unit::named(word, Language::French)?;
        return Found::new(Expression::Duration(unit.period(None)), at, at + 3);
    }
    let measured = matches!(line.before(at, 1), "pendant" | "durant" | "depuis" | "apres" | "dure");
    if line.word(at) == "des" && measured && word.ends_with('s') {
        let unit = Unit::named(word, Language::French)?;
        return Found::new(Expression::Duration(unit.period(None)), at, at + 2);
    }
    None
}

/// `toute la nuit`, `toute l’année`, `all day`.
fn whole(line: &Line<'_>, at: usize) -> Option<Found> {
    let (place, language) = match (line.word(at), line.word(at + 1)) {
        ("toute", "la" | "l") | ("tout", "le" | "l") => (at + 2, Language::French),
        ("all", _) => (at + 1, Language::English),
        _ => return None,
    };
    let part = matches!(line.word(place), "matinee" | "soiree").then_some(Unit::Day);
    let unit = part.or_else(|| Unit::named(line.word(place), language)).filter(|_| line.tied(at) && line.tied(place - 1))?;
    Found::new(Expression::Duration(unit.period(Some(Number::ONE))), at, place + 1)
}

/// `recent months`, `the past few days`, `in recent years`.
fn english(line: &Line<'_>, at: usize, language: Language) -> Option<Found> {
    if language != Language::English || !matches!(line.word(at), "recent" | "coming") {
        return None;
    }
    let unit = Unit::named(line.word(at + 1), language).filter(|_| line.spaced(at) && line.word(at + 1).ends_with('s'))?;
    Found::new(Expression::Duration(unit.period(None)), at, at + 2)
}
