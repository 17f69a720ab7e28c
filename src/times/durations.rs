//! Lengths that are counted: `plus de neuf ans`, `quelques heures`, `une heure et demie`.
//!
//! Ages are lengths too. A length that leads from one day to another (`deux jours plus tard`) is a place on the calendar.

use super::expression::{Expression, Found, From};
use super::unit::Unit;
use super::{relative, stretches};
use crate::text::numerals::{Form, numeral};
use crate::text::token::Joint;
use crate::text::{Language, Line, Number};

/// So many of a unit; nothing for how many of `quelques heures`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Length {
    pub number: Option<Number>,
    /// The upper end of `deux à trois ans`.
    pub most: Option<Number>,
    pub unit: Unit,
    pub next: usize,
    /// `une journée`, which is not always counted.
    article: bool,
}

pub(super) fn read(line: &Line<'_>, at: usize, language: Language) -> Option<Found> {
    clock_length(line, at)
        .or_else(|| hours_and_minutes(line, at, language))
        .or_else(|| stretches::read(line, at, language))
        .or_else(|| duration(line, at, language))
}

/// A number or a word of number with its unit, hedged or not.
pub(super) fn length(line: &Line<'_>, at: usize, language: Language) -> Option<Length> {
    let place = after_hedge(line, at);
    let place = if matches!(line.word(place), "les" | "ces" | "ses" | "the" | "these") && line.spaced(place) { place + 1 } else { place };
    let place = if place > at && is_adjective(line.word(place)) { place + 1 } else { place };
    bare(line, place, language)
}

/// Behind `plus de`, `un peu moins d’`, `près de`, `environ`, `at least`.
fn after_hedge(line: &Line<'_>, at: usize) -> usize {
    const HEDGES: [&[&str]; 33] = [
        &["un", "peu", "plus", "d"],
        &["un", "peu", "plus", "de"],
        &["un", "peu", "moins", "d"],
        &["un", "peu", "moins", "de"],
        &["pas", "moins", "de"],
        &["plus", "d"],
        &["plus", "de"],
        &["moins", "d"],
        &["moins", "de"],
        &["pres", "d"],
        &["pres", "de"],
        &["au", "moins"],
        &["au", "plus"],
        &["a", "peine"],
        &["environ"],
        &["presque"],
        &["quasi"],
        &["a", "peu", "pres"],
        &["quelque"],
        &["more", "than"],
        &["less", "than"],
        &["at", "least"],
        &["at", "most"],
        &["nearly"],
        &["almost"],
        &["about"],
        &["around"],
        &["over"],
        &["roughly"],
        &["just", "over"],
        &["just", "under"],
        &["up", "to"],
        &["jusqu", "a"],
    ];
    HEDGES.iter().find(|words| line.reads(at, words)).map_or(at, |words| at + words.len())
}

fn is_adjective(word: &str) -> bool {
    matches!(
        word,
        "dernier"
            | "derniers"
            | "derniere"
            | "dernieres"
            | "prochains"
            | "prochaines"
            | "premiers"
            | "premieres"
            | "longs"
            | "longues"
            | "long"
            | "longue"
            | "bonne"
            | "bonnes"
            | "petites"
            | "petits"
            | "last"
            | "past"
            | "next"
            | "first"
            | "courtes"
            | "courts"
    )
}

/// Without hedges or determiners before.
fn bare(line: &Line<'_>, at: usize, language: Language) -> Option<Length> {
    if line.reads(at, &["demi"]) || line.reads(at, &["une", "demi"]) || line.reads(at, &["half", "an"]) {
        let place = if line.word(at) == "demi" { at + 1 } else { at + 2 };
        let unit = Unit::named(line.word(place), language).filter(|_| line.tied(place - 1))?;
        return half(unit, place + 1);
    }
    if let Some(place) = quarters(line, at) {
        return Some(place);
    }
    if matches!(line.word(at), "quelques" | "plusieurs" | "several" | "few" | "some") && line.spaced(at) || line.reads(at, &["a", "few"]) {
        let place = if line.word(at) == "a" { at + 2 } else { at + 1 };
        let place = if is_adjective(line.word(place)) { place + 1 } else { place };
        let unit = unit_at(line, place, language)?;
        return Some(Length { number: None, most: None, unit: unit.0, next: unit.1, article: false });
    }
    let (number, place, form) = match numeral(line, at, language) {
        Some(numeral) => (numeral.number, numeral.next, numeral.form),
        // `an hour`, `a week`
        None if language == Language::English && matches!(line.word(at), "a" | "an") => (Number::ONE, at + 1, Form::Article),
        None => return glued(line, at),
    };
    if place > line.len() || !line.tied(place - 1) {
        return None;
    }
    let article = form == Form::Article;
    // `deux à trois ans`, `18-25 ans`
    let (most, place) = match upper(line, place, language) {
        Some((most, next)) if !article => (Some(most), next),
        _ => (None, place),
    };
    let place = if matches!(line.word(place), "de" | "d") && form == Form::Collective { place + 1 } else { place };
    let place = if is_adjective(line.word(place)) { place + 1 } else { place };
    let (unit, next) = unit_at(line, place, language)?;
    let (number, next) = and_half(line, number, next);
    Some(Length { number: Some(number), most, unit, next, article })
}

/// The upper end behind the first number of a length.
fn upper(line: &Line<'_>, at: usize, language: Language) -> Option<(Number, usize)> {
    let place = match line.joint(at.checked_sub(1)?) {
        Joint::Hyphen => at,
        _ if matches!(line.word(at), "a" | "ou" | "et" | "to" | "or" | "and") && line.spaced(at) => at + 1,
        _ => return None,
    };
    let most = numeral(line, place, language).filter(|numeral| numeral.form != Form::Article)?;
    unit_at(line, most.next, language).filter(|_| line.spaced(most.next - 1))?;
    Some((most.number, most.next))
}

/// A unit and the place behind it.
fn unit_at(line: &Line<'_>, at: usize, language: Language) -> Option<(Unit, usize)> {
    if at > 0 && !line.tied(at - 1) {
        return None;
    }
    if line.reads(at, &["week", "end"]) || line.reads(at, &["week", "ends"]) {
        return Some((Unit::Weekend, at + 2));
    }
    let unit = match (line.word(at), line.before(at, 1)) {
        ("h", _) => Unit::Hour,
        ("s", _) | ("quarter" | "quarters" | "second", _) if language == Language::English => return None,
        (word, _) => Unit::named(word, language)?,
    };
    Some((unit, at + 1))
}

fn half(unit: Unit, next: usize) -> Option<Length> {
    let (n, unit) = match unit {
        Unit::Hour => (30, Unit::Minute),
        Unit::Day => (12, Unit::Hour),
        Unit::Year => (6, Unit::Month),
        Unit::Century => (50, Unit::Year),
        Unit::Month => (15, Unit::Day),
        _ => return None,
    };
    Some(Length { number: Some(Number::from(n)), most: None, unit, next, article: false })
}

/// `un quart d’heure`, `trois quarts d’heure`.
fn quarters(line: &Line<'_>, at: usize) -> Option<Length> {
    let n = match line.word(at) {
        "un" if line.word(at + 1) == "quart" => 15,
        "trois" if line.word(at + 1) == "quarts" => 45,
        _ => return None,
    };
    line.reads(at + 1, &[line.word(at + 1), "d", "heure"]).then(|| Length {
        number: Some(Number::from(n)),
        most: None,
        unit: Unit::Minute,
        next: at + 4,
        article: false,
    })
}

/// `et demi` behind a unit.
fn and_half(line: &Line<'_>, number: Number, next: usize) -> (Number, usize) {
    let half = matches!(line.word(next + 1), "demi" | "demie") && line.word(next) == "et" && line.spaced(next);
    let longer = || Some((Number::new(number.whole()? * 10 + 5, 1)?, next + 2));
    if half { longer().unwrap_or((number, next)) } else { (number, next) }
}

/// `23-year-old` is read by its parts; `17ans`, `36h`, `2min` are one word.
fn glued(line: &Line<'_>, at: usize) -> Option<Length> {
    let word = line.word(at);
    let digits = word.find(|c: char| !c.is_ascii_digit()).filter(|n| (1..=4).contains(n))?;
    let unit = match &word[digits..] {
        "ans" => Unit::Year,
        "mois" => Unit::Month,
        "min" | "mn" => Unit::Minute,
        "h" => Unit::Hour,
        "j" => Unit::Day,
        _ => return None,
    };
    Some(Length { number: Number::parse(&word[..digits], ""), most: None, unit, next: at + 1, article: false })
}

/// `2h30` behind a word of length, `1 h 45`.
fn clock_length(line: &Line<'_>, at: usize) -> Option<Found> {
    if !matches!(line.before(at, 1), "en" | "pendant" | "durant") || at == 0 || !line.spaced(at - 1) {
        return None;
    }
    let (hours, minutes) = line.word(at).split_once('h')?;
    let number = |digits: &str| digits.parse::<u32>().ok().filter(|n| *n < 100);
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    Found::new(Expression::Duration(format!("PT{hours}H{minutes}M")), at, at + 1)
}

/// `une heure trente de vol`, `deux heures quarante-cinq`; behind `à` and `vers` it is an hour of the day.
fn hours_and_minutes(line: &Line<'_>, at: usize, language: Language) -> Option<Found> {
    let hours = numeral(line, at, language).filter(|numeral| numeral.form != Form::Collective && language == Language::French)?;
    let unit = hours.next;
    let of_clock = at > 0 && line.tied(at - 1) && matches!(line.before(at, 1), "vers" | "des" | "jusqu" | "avant" | "apres");
    if of_clock || !matches!(line.word(unit), "heure" | "heures") || !line.spaced(unit - 1) || unit + 1 >= line.len() || !line.spaced(unit)
    {
        return None;
    }
    let minutes = numeral(line, unit + 1, language).filter(|minutes| matches!(minutes.form, Form::Words | Form::Digits))?;
    let n = minutes.number.whole().filter(|n| (5..60).contains(n))?;
    let closes = minutes.next >= line.len() || !line.tied(minutes.next - 1) || matches!(line.word(minutes.next), "de" | "d" | "en");
    let hours = hours.number.whole()?;
    closes.then(|| Found::new(Expression::Duration(format!("PT{hours}H{n}M")), at, minutes.next))?
}

/// Words before `une journée` that make it a length.
fn measures(line: &Line<'_>, first: usize) -> bool {
    matches!(
        line.before(first, 1),
        "pendant"
            | "durant"
            | "en"
            | "depuis"
            | "apres"
            | "de"
            | "d"
            | "dure"
            | "duree"
            | "for"
            | "in"
            | "after"
            | "within"
            | "during"
            | "than"
            | "lasted"
            | "bout"
    ) || matches!(line.before(first, 2), "pendant" | "durant" | "depuis")
}

fn duration(line: &Line<'_>, at: usize, language: Language) -> Option<Found> {
    let length = length(line, at, language)?;
    let first = at;
    let hedged = after_hedge(line, at) > at;
    if length.article && !hedged {
        let always =
            matches!(length.unit, Unit::Hour | Unit::Year | Unit::Month | Unit::Week | Unit::Minute | Unit::Decade | Unit::Century);
        let in_words = matches!(line.word(length.next - 1), "an" | "mois" | "heure" | "semaine" | "minute" | "siecle" | "decennie")
            || language == Language::English && always;
        let moves = moved(line, &length, language).is_some() || length.number != Some(Number::ONE);
        let is_length = always && in_words && is_a_length(line, first, language);
        if !(moves || is_length || measures(line, first)) {
            return None;
        }
    }
    if let Some((expression, next)) = moved(line, &length, language) {
        return Found::new(expression, first, next);
    }
    let next = behind(line, length.next);
    let value = match length.most {
        Some(most) => format!("{}/{}", length.unit.period(length.number), length.unit.period(Some(most))),
        None => length.unit.period(length.number),
    };
    Found::new(Expression::Duration(value), first, next)
}

/// `un an` is a length; `an hour` only where it is measured, `a week` not in `twice a week`.
fn is_a_length(line: &Line<'_>, first: usize, language: Language) -> bool {
    language == Language::French || line.word(first) == "one" || measures(line, first)
}

/// `plus tard`, `ago`, `avant` behind a length make it a place on the calendar.
fn moved(line: &Line<'_>, length: &Length, language: Language) -> Option<(Expression, usize)> {
    let at = length.next;
    if at >= line.len() || !line.spaced(at - 1) {
        return None;
    }
    let closes = |place: usize| place >= line.len() || !line.spaced(place - 1);
    let (sign, next, from) = match (line.word(at), language) {
        ("plus", Language::French) if line.word(at + 1) == "tot" => (-1, at + 2, From::Scene),
        ("plus", Language::French) if line.word(at + 1) == "tard" => (1, at + 2, From::Scene),
        ("auparavant", _) => (-1, at + 1, From::Scene),
        ("avant", _) if closes(at + 1) => (-1, at + 1, From::Scene),
        ("apres", _) if closes(at + 1) => (1, at + 1, From::Scene),
        ("ago", _) => (-1, at + 1, From::Publication),
        ("earlier" | "before", Language::English) if closes(at + 1) || line.word(at) == "earlier" => (-1, at + 1, From::Scene),
        ("later", Language::English) => (1, at + 1, From::Scene),
        _ => return None,
    };
    Some((relative::shift(length, sign, from)?, next))
}

/// `les deux jours qui ont suivi`, `deux jours durant`.
fn behind(line: &Line<'_>, at: usize) -> usize {
    if line.reads(at, &["qui", "ont", "suivi"]) || line.reads(at, &["qui", "ont", "precede"]) || line.reads(at, &["qui", "ont", "suivi"]) {
        return at + 3;
    }
    if line.reads(at, &["qui", "suivent"]) {
        return at + 2;
    }
    if at < line.len() && line.joint(at - 1) == Joint::Hyphen && matches!(line.word(at), "old") {
        return at + 1;
    }
    let follows =
        matches!(line.word(at), "suivants" | "suivantes" | "precedents" | "precedentes" | "durant" | "old" | "ecoules" | "ecoulees");
    if at < line.len() && follows && line.spaced(at - 1) { at + 1 } else { at }
}
