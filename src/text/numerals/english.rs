//! Numbers in English words: `forty-two`, `a hundred and five thousand`, `two dozen`.

use super::{Form, Numeral, Sum, may_begin, scale};
use crate::text::token::{Joint, Line};
use crate::text::{Language, Number};

fn word_of(word: &str) -> Option<u64> {
    const WORDS: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let unit = WORDS.iter().zip(0..).find(|(name, _)| **name == word).map(|(_, n)| n);
    unit.or_else(|| TENS.iter().zip(2..).find(|(name, _)| **name == word).map(|(_, n)| n * 10))
}

/// `forty-two`, `a hundred and five thousand`, `a dozen`.
pub(super) fn read(line: &Line<'_>, at: usize) -> Option<Numeral> {
    if !may_begin(line.word(at)) {
        return None;
    }
    if matches!(line.word(at), "a" | "an") {
        return article(line, at);
    }
    let (mut sum, mut next, mut first) = (Sum::default(), at, true);
    while first || line.tied(next - 1) && line.joint(next - 1) != Joint::Apostrophe {
        let linked = line.word(next) == "and" && !first && line.spaced(next) && sum.value() >= 100 && sum.value().is_multiple_of(100);
        let place = if linked { next + 1 } else { next };
        let word = line.word(place);
        let step = match (word_of(word), scale(word, Language::English)) {
            (Some(0), _) => first.then_some(sum),
            // `twenty five` may be two numbers, but seldom is.
            (Some(n), _) => sum.add(n),
            (None, Some(n)) if !linked && !first => sum.multiply(n),
            _ if word == "hundred" && sum.below == 1 && !linked => Some(sum.more(99)),
            _ if word == "hundred" && !linked => sum.hundreds(),
            _ => None,
        };
        let Some(grown) = step else { break };
        (sum, next, first) = (grown, place + 1, false);
        if word == "zero" {
            break;
        }
    }
    if first {
        return None;
    }
    if line.word(next) == "dozen" && line.spaced(next - 1) {
        return Some(Numeral { number: Number::new(sum.value() * 12, 0)?, next: next + 1, form: Form::Collective });
    }
    let form = if line.word(at) == "one" && next == at + 1 { Form::Article } else { Form::Words };
    Some(Numeral { number: Number::new(sum.value(), 0)?, next, form })
}

/// `a hundred`, `a million`, `a dozen`; `a` alone is an article.
fn article(line: &Line<'_>, at: usize) -> Option<Numeral> {
    let word = line.word(at + 1);
    let dozen = |number: u32, next| Some(Numeral { number: Number::from(number), next, form: Form::Collective });
    match word {
        "dozen" => return dozen(12, at + 2),
        "half" if line.word(at + 2) == "dozen" => return dozen(6, at + 3),
        _ => {}
    }
    let number = if word == "hundred" { 100 } else { scale(word, Language::English)? };
    Some(Numeral { number: Number::new(number, 0)?, next: at + 2, form: Form::Words })
}
