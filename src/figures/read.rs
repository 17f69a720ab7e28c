//! The figures of one article, sentence by sentence.

use super::amount::{self, Amount, Met, Shape};
use super::hedge::{self, Hedge};
use super::{Counted, Figure, Value, counted, label, unit};
use crate::corpus::Document;
use crate::text::token::Joint;
use crate::text::{Language, Line, Number};
use crate::times::Time;

/// The figures of a document; what belongs to one of its `times` is none.
pub(super) fn read(document: &Document, times: &[Time]) -> Vec<Figure> {
    let mut found = Vec::new();
    let mut times = times.iter().map(|time| time.span).peekable();
    for sentence in &document.sentences {
        while times.next_if(|time| time.end <= sentence.span.start).is_some() {}
        let line = Line::of(document.text(), sentence.span);
        let mut at = 0;
        while at < line.len() {
            let start = line.tokens[at].span.start;
            while times.next_if(|time| time.end <= start).is_some() {}
            if times.peek().is_some_and(|time| time.start <= start) {
                at += 1;
                continue;
            }
            let until = times.peek().map_or(u32::MAX, |time| time.start);
            at = match figure(&line, at, until, document) {
                Ok((mut figure, next)) => {
                    // `10 €20`: the sign belongs to the first.
                    let free = found.last().map_or(0, |last: &Figure| last.span.end);
                    figure.span.start = figure.span.start.max(free);
                    found.push(figure);
                    next
                }
                Err(next) => next,
            };
        }
    }
    found
}

/// The figure at a place, or where to go on. `until` is where the next time begins: nothing of a figure lies beyond.
fn figure(line: &Line<'_>, at: usize, until: u32, document: &Document) -> Result<(Figure, usize), usize> {
    let language = document.language;
    if let Some((figure, next)) = money(line, at, document).filter(|(figure, _)| figure.span.end <= until) {
        return Ok((figure, next));
    }
    let amount = match amount::read(line, at, language) {
        Met::Amount(amount) => amount,
        Met::Passed(next) => return Err(next),
        Met::Nothing => return glued(line, at, document).ok_or(at + 1),
    };
    if line.tokens[amount.next - 1].span.end > until {
        return Err(at + 1);
    }
    let (mut hedged, mut first) = hedge::before(line, amount.first);
    if let Some(after) = hedge::after(line, amount.next).filter(|_| hedged == Hedge::default()) {
        hedged = after;
    }
    let measure = unit::after(line, amount.next, language);
    let money = unit::before(line, amount.first);
    let behind = measure.as_ref().map_or(amount.next, |unit| unit.next);
    let of_unit = measure.is_some() && line.word(behind) != "de" && line.word(behind) != "d";
    let noun = if of_unit || amount.shape == Shape::Share { None } else { counted::noun(line, behind, language) };
    let noun = noun.filter(|(counted, _)| counted.span.end <= until);
    let measured = measure.is_some() || money.is_some();
    if !counts(line, &amount, measured, noun.as_ref().map(|(counted, _)| counted), hedged != Hedge::default()) {
        return Err(amount.next);
    }
    let mut value = amount.value;
    if let Some(factor) = measure.as_ref().map(|unit| unit.factor).filter(|factor| *factor > 1) {
        value = multiplied(value, factor).ok_or(amount.next)?;
    }
    let mut code = measure.as_ref().map(|unit| unit.code).or(money.map(|(code, _)| code));
    let mut next = behind;
    if code == Some("fois") && matches!(line.word(next), "plus" | "moins") && line.spaced(next - 1) {
        next += 1;
    }
    match amount.shape {
        Shape::Share => code = code.or(Some("ratio")),
        Shape::Multiple => code = Some("fois"),
        _ => {}
    }
    if matches!(line.before(first, 1), "un" | "une") && amount.shape == Shape::Collective && line.tied(first - 1) {
        first -= 1;
    }
    let mut span = line.span(first, next);
    if let Some(end) = measure.as_ref().and_then(|unit| unit.end) {
        span.end = span.end.max(end);
    }
    if let Some((_, start)) = money {
        span.start = span.start.min(start);
    }
    let approximate = hedged.approximate || amount.shape == Shape::Collective;
    let figure = Figure {
        document: document.id,
        span,
        value,
        approximate,
        bound: hedged.bound,
        unit: code.map(str::to_owned),
        counted: noun.map(|(counted, _)| counted),
    };
    Ok((figure, next.max(at + 1)))
}

fn multiplied(value: Value, factor: u64) -> Option<Value> {
    Some(match value {
        Value::Number(number) => Value::Number(number.times(factor)?),
        Value::Range(least, most) => Value::Range(least.times(factor)?, most.times(factor)?),
        ratio @ Value::Ratio { .. } => ratio,
    })
}

/// `£312m`, `$1.2bn`, `between £18m and £21m`: a sign before, and the scale at the end of the word.
fn money(line: &Line<'_>, at: usize, document: &Document) -> Option<(Figure, usize)> {
    let (least, next) = unit::scaled(line, at)?;
    let (code, start) = unit::before(line, at)?;
    let most = (line.before(at, 1) == "between" && line.word(next) == "and" || matches!(line.word(next), "to" | "a"))
        .then(|| unit::scaled(line, next + 1))
        .flatten()
        .filter(|(most, _)| *most > least);
    let (value, next) = match most {
        Some((most, next)) => (Value::Range(least, most), next),
        None => (Value::Number(least), next),
    };
    let (Hedge { approximate, bound }, first) = hedge::before(line, at);
    let mut span = line.span(first, next);
    span.start = span.start.min(start);
    Some((Figure { document: document.id, span, value, approximate, bound, unit: Some(code.to_owned()), counted: None }, next))
}

/// `90km`, `36kg`.
fn glued(line: &Line<'_>, at: usize, document: &Document) -> Option<(Figure, usize)> {
    let (number, code) = unit::glued(line.word(at), line.written(at))?;
    if label::is_label(line, at, at + 1, true) {
        return None;
    }
    let (hedged, first) = hedge::before(line, at);
    let Hedge { approximate, bound } = hedged;
    let span = line.span(first, at + 1);
    let value = Value::Number(number);
    Some((Figure { document: document.id, span, value, approximate, bound, unit: Some(code.to_owned()), counted: None }, at + 1))
}

/// Whether a number counts something here.
fn counts(line: &Line<'_>, amount: &Amount, measured: bool, noun: Option<&Counted>, hedged: bool) -> bool {
    let is_counting = measured || noun.is_some();
    match amount.shape {
        Shape::Share | Shape::Multiple => true,
        Shape::Collective => !is_pronoun(line, amount),
        Shape::Article => measured && line.tied(amount.next - 1) || noun.is_some_and(|noun| is_toll(line, amount, noun)),
        Shape::Digits if !is_counting && is_age(line, amount) => false,
        Shape::Digits => !label::is_label(line, amount.first, amount.next, is_counting) && !is_year(line, amount, measured, noun, hedged),
        Shape::Words if measured => true,
        Shape::Words => {
            !is_adjective(line, amount, noun) && !is_pronoun(line, amount) && !label::is_label(line, amount.first, amount.next, true)
        }
    }
}

/// `Ted Rowley, 58, a former driver`: the age of somebody, which is a length of time.
fn is_age(line: &Line<'_>, amount: &Amount) -> bool {
    let (first, next) = (amount.first, amount.next);
    let person = first > 1 && line.joint(first - 1) == Joint::Comma && line.is_capital(first - 1) && line.is_capital(first - 2);
    let closed = next >= line.len() || line.joint(next - 1) == Joint::Comma || !line.tied(next - 1);
    let Value::Number(number) = amount.value else { return false };
    person && closed && number.whole().is_some_and(|n| (1..=115).contains(&n))
}

/// Four digits between 1900 and 2060 without a noun are a year that no time has taken.
fn is_year(line: &Line<'_>, amount: &Amount, measured: bool, noun: Option<&Counted>, hedged: bool) -> bool {
    let four = amount.next == amount.first + 1 && line.word(amount.first).len() == 4;
    let Value::Number(number) = amount.value else { return false };
    four && !measured && noun.is_none() && !hedged && number.whole().is_some_and(|n| (1900..2060).contains(&n))
}

/// `un téléphone neuf`.
fn is_adjective(line: &Line<'_>, amount: &Amount, noun: Option<&Counted>) -> bool {
    let word = line.word(amount.first);
    if word != "neuf" || noun.is_some() || amount.next > amount.first + 1 {
        return false;
    }
    let before = line.before(amount.first, 1);
    amount.first > 0 && line.spaced(amount.first - 1) && before.len() > 3 && !matches!(before, "contre" | "dont" | "avec")
}

/// `tous deux`, `l’un des deux`, `à deux`: nothing is counted.
fn is_pronoun(line: &Line<'_>, amount: &Amount) -> bool {
    let next = line.word(amount.next);
    let noun_follows = amount.next < line.len() && line.tied(amount.next - 1) && next.len() > 2 && !Language::French.is_function_word(next);
    let before = line.before(amount.first, 1);
    let two = amount.value == Value::Number(Number::from(2));
    two && !noun_follows && matches!(before, "tous" | "toutes" | "les" | "des" | "a" | "en" | "entre" | "aux" | "deux" | "the")
        || matches!(before, "de") && line.before(amount.first, 2) == "un" && !noun_follows
}

/// An article counts when a toll is told: `un mort`, `a tué une policière et abattu quatre autres personnes`.
fn is_toll(line: &Line<'_>, amount: &Amount, noun: &Counted) -> bool {
    const TOLLS: &[&str] = &["mort", "morte", "blesse", "blessee", "disparu", "disparue", "tue", "rescape", "rescapee", "survivant"];
    if line.word(amount.first) == "l" || !line.spaced(amount.next - 1) {
        return false;
    }
    let told = matches!(line.before(amount.first, 1), "fait" | "faisant" | "compte" | "deplore" | "bilan" | "et" | "plus" | "a" | "");
    // `Mayenne: un mort`, `il a fallu un mort`.
    let told = told || line.before(amount.first, 1) == "fallu" || amount.first > 0 && line.gap(amount.first - 1).contains(':');
    if TOLLS.contains(&noun.key.as_str()) && told {
        return true;
    }
    // `a coûté la vie à un salarié`
    let life = amount.first > 2
        && line.before(amount.first, 1) == "a"
        && line.before(amount.first, 2) == "vie"
        && line.before(amount.first, 3) == "la";
    if life {
        return true;
    }
    const FURTHEST: usize = 6;
    let from = amount.next + 1;
    let until = (from..line.len().min(from + FURTHEST))
        .take_while(|place| *place == from || line.tied(place - 1) || line.joint(place - 1) == Joint::Comma);
    let mut linked = false;
    for place in until {
        linked |= line.word(place) == "et" || line.word(place) == "and";
        let other = crate::text::numerals::numeral(line, place, Language::French).filter(|_| linked);
        if let Some(other) = other.filter(|other| other.number > Number::ONE) {
            let after = line.word(other.next);
            let is_time = matches!(after, "ans" | "mois" | "jours" | "heures" | "semaines" | "minutes" | "euros");
            return !is_time && line.tied(other.next - 1) && after.len() > 3;
        }
    }
    false
}
