//! How much: a number, a range, a fraction or a share, `dix fois plus`.

use super::Value;
use crate::text::numerals::{self, Form, Numeral, Reading};
use crate::text::token::Joint;
use crate::text::{Language, Line, Number};

/// An amount at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Amount {
    pub value: Value,
    pub first: usize,
    pub next: usize,
    pub shape: Shape,
}

/// How it is written: what stands around decides whether it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Digits,
    Words,
    /// `un`, `une`
    Article,
    /// `une centaine`
    Collective,
    /// A share of a whole.
    Share,
    /// `le double`
    Multiple,
}

/// What stands at a place.
pub(super) enum Met {
    Amount(Amount),
    /// Not to be read in parts: the place behind.
    Passed(usize),
    Nothing,
}

pub(super) fn read(line: &Line<'_>, at: usize, language: Language) -> Met {
    if let Some(amount) = fraction(line, at, language) {
        return Met::Amount(amount);
    }
    let numeral = match numerals::read(line, at, language) {
        Reading::Numeral(numeral) => numeral,
        Reading::Garbled(next) => return Met::Passed(next),
        Reading::None => return Met::Nothing,
    };
    // `un 4 × 4`, `3 x 100 mètres`: a name or a reckoning.
    let times = |place: usize| place < line.len() && line.word(place) == "x";
    if numeral.form == Form::Digits
        && (crossed(line, numeral.next - 1) || at > 0 && crossed(line, at - 1) || times(numeral.next) || at > 0 && times(at - 1))
    {
        return Met::Passed(numeral.next);
    }
    let numeral = with_half(line, numeral);
    if let Some(share) = share(line, at, numeral, language) {
        return Met::Amount(share);
    }
    Met::Amount(range(line, at, numeral, language).unwrap_or_else(|| single(at, numeral)))
}

/// A cross between two numbers, `4 × 4`.
fn crossed(line: &Line<'_>, at: usize) -> bool {
    at + 1 < line.len() && line.gap(at).contains('×')
}

/// `deux millions et demi`, `trois milliards et demi`: half of the last scale more.
fn with_half(line: &Line<'_>, numeral: Numeral) -> Numeral {
    let factor = scale_of(line, numeral, Language::French).filter(|_| numeral.next > 1);
    let half = line.reads(numeral.next, &["et", "demi"]) && line.spaced(numeral.next - 1);
    let more = factor.filter(|_| half).and_then(|factor| {
        let whole = numeral.number.whole()?.checked_add(factor / 2)?;
        Number::new(whole, 0)
    });
    more.map_or(numeral, |number| Numeral { number, next: numeral.next + 2, ..numeral })
}

fn single(at: usize, numeral: Numeral) -> Amount {
    let shape = match numeral.form {
        Form::Digits => Shape::Digits,
        Form::Words => Shape::Words,
        Form::Article => Shape::Article,
        Form::Collective => Shape::Collective,
    };
    Amount { value: Value::Number(numeral.number), first: at, next: numeral.next, shape }
}

/// `de dix à douze`, `entre 3 et 4 %`, `200 à 300 euros`, `10-15`, `deux ou trois`.
fn range(line: &Line<'_>, at: usize, least: Numeral, language: Language) -> Option<Amount> {
    let link = least.next;
    if link >= line.len() || least.form == Form::Article {
        return None;
    }
    let before = line.before(at, 1);
    let between = matches!(before, "entre" | "between");
    // `entre 3 % et 4 %`: the sign stands between.
    let signed = {
        let gap = line.gap(link - 1).trim();
        matches!(gap, "%" | "€") && between
    };
    let spaced = (line.spaced(link - 1) || signed) && line.spaced(link);
    let place = match line.word(link) {
        "a" | "ou" | "to" | "or" if spaced => link + 1,
        "et" | "and" if spaced && between => link + 1,
        _ if matches!(line.joint(link - 1), Joint::Hyphen | Joint::Glued('–')) && least.form == Form::Digits => link,
        _ => return None,
    };
    let most = numerals::numeral(line, place, language).filter(|numeral| numeral.form != Form::Article)?;
    // `deux à trois millions` are millions both, and so are `entre 1,5 et 2 millions`.
    let factor = scale_of(line, most, language).filter(|_| {
        least.next - at == 1 || between && line.joint(at) == Joint::Glued(if language == Language::French { ',' } else { '.' })
    });
    let low = match factor {
        Some(factor) if least.number < most.number && least.number.times(factor)? <= most.number => least.number.times(factor)?,
        _ => least.number,
    };
    // A score or a reference is no range.
    let hyphen = place == link;
    let rises = low < most.number && !(hyphen && most.number.whole().is_some_and(|n| n < 10));
    rises.then_some(Amount { value: Value::Range(low, most.number), first: at, next: most.next, shape: Shape::Digits })
}

/// What the last word of a number multiplies by.
fn scale_of(line: &Line<'_>, numeral: Numeral, language: Language) -> Option<u64> {
    Some(match (line.word(numeral.next - 1), language) {
        ("mille", Language::French) | ("thousand", _) => 1_000,
        ("millions" | "million", _) => 1_000_000,
        ("milliards" | "milliard", Language::French) | ("billion", Language::English) => 1_000_000_000,
        _ => return None,
    })
}

/// `un Français sur trois`, `9 sur 10`, `one in three`.
fn share(line: &Line<'_>, at: usize, part: Numeral, language: Language) -> Option<Amount> {
    const FURTHEST: usize = 4;
    let links: &[&str] = if language == Language::French { &["sur"] } else { &["in", "out"] };
    let link = (part.next..line.len().min(part.next + FURTHEST))
        .take_while(|place| line.spaced(place - 1))
        .find(|place| links.contains(&line.word(*place)))?;
    let place = if line.reads(link, &["out", "of"]) { link + 2 } else { link + 1 };
    let of = numerals::numeral(line, place, language).filter(|of| of.form != Form::Article && line.spaced(link))?;
    // `dix morts sur 20 km` measures.
    let small = |number: Number| number.whole().is_some_and(|n| n <= 1_000);
    let closes = of.next >= line.len() || !line.tied(of.next - 1) || !is_unit(line.word(of.next));
    let english = language == Language::French || part.form == Form::Article || line.word(link) == "out";
    let right = part.number < of.number && small(part.number) && small(of.number) && closes && english;
    right.then_some(Amount { value: Value::Ratio { part: part.number, of: of.number }, first: at, next: of.next, shape: Shape::Share })
}

fn is_unit(word: &str) -> bool {
    matches!(
        word,
        "km" | "kilometres" | "metres" | "m" | "cm" | "hectares" | "ha" | "points" | "ans" | "mois" | "jours" | "heures" | "euros"
    )
}

/// `la moitié`, `un tiers`, `les trois quarts`, `le double`, `half`, `two-thirds`.
fn fraction(line: &Line<'_>, at: usize, language: Language) -> Option<Amount> {
    let share = |part: u32, of: u32, next: usize| {
        Some(Amount { value: Value::Ratio { part: Number::from(part), of: Number::from(of) }, first: at, next, shape: Shape::Share })
    };
    match (line.word(at), line.word(at + 1), language) {
        ("moitie", next, Language::French) if matches!(line.before(at, 1), "la" | "bonne") && next != "prix" => return share(1, 2, at + 1),
        ("double" | "triple" | "quadruple", "de" | "d" | "du" | "des", Language::French) if line.before(at, 1) == "le" => {
            let n = match line.word(at) {
                "double" => 2,
                "triple" => 3,
                _ => 4,
            };
            return Some(Amount { value: Value::Number(Number::from(n)), first: at, next: at + 1, shape: Shape::Multiple });
        }
        ("twice", "as" | "the", Language::English) => {
            return Some(Amount { value: Value::Number(Number::from(2)), first: at, next: at + 1, shape: Shape::Multiple });
        }
        ("tiers", _, Language::French) if line.before(at, 1) == "le" => return share(1, 3, at + 1),
        ("quart", next, Language::French) if line.before(at, 1) == "le" && !matches!(next, "d" | "de") => return share(1, 4, at + 1),
        ("half", next, Language::English)
            if matches!(next, "of" | "the" | "a" | "its" | "their")
                || matches!(line.before(at, 1), "by" | "nearly" | "about" | "than" | "in") =>
        {
            return share(1, 2, at + 1);
        }
        _ => {}
    }
    if !line.tied(at) {
        return None;
    }
    let part = match (line.word(at), language) {
        ("a", Language::English) => Some(1),
        (_, _) => {
            let numeral = numerals::numeral(line, at, language).filter(|numeral| numeral.next == at + 1)?;
            numeral.number.whole().and_then(|n| u32::try_from(n).ok()).filter(|n| (1..=9).contains(n))
        }
    }?;
    let of = match (line.word(at + 1), language) {
        ("tiers", Language::French) | ("third" | "thirds", Language::English) => 3,
        ("quart" | "quarts", Language::French) | ("quarter" | "quarters", Language::English) => 4,
        ("cinquieme" | "cinquiemes", Language::French) | ("fifth" | "fifths", Language::English) => 5,
        ("sixieme" | "sixiemes", Language::French) => 6,
        ("dixieme" | "dixiemes", Language::French) | ("tenth" | "tenths", Language::English) => 10,
        ("centieme" | "centiemes", Language::French) => 100,
        _ => return None,
    };
    // `a third man`, `a quarter past`
    let english = language == Language::French || line.word(at + 2) == "of" || line.word(at + 1).ends_with('s');
    // `un cinquième homme` is a rank.
    let rank = part == 1 && of >= 5 && !matches!(line.word(at + 2), "de" | "des" | "du" | "d");
    (english && !rank && part < of).then(|| share(part, of, at + 2))?
}
