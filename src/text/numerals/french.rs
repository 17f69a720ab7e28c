//! Numbers in French words, those of Belgium and Switzerland among them: `quatre-vingt-onze`, `nonante et un`, `une centaine`.

use super::{Form, Numeral, Sum, may_begin, scale};
use crate::text::token::{Joint, Line};
use crate::text::{Language, Number};

fn word_of(word: &str) -> Option<u64> {
    const WORDS: [&str; 17] = [
        "zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze",
        "quinze", "seize",
    ];
    const TENS: [(&str, u64); 10] = [
        ("une", 1),
        ("vingt", 20),
        ("trente", 30),
        ("quarante", 40),
        ("cinquante", 50),
        ("soixante", 60),
        ("septante", 70),
        ("huitante", 80),
        ("octante", 80),
        ("nonante", 90),
    ];
    let unit = WORDS.iter().zip(0..).find(|(name, _)| **name == word).map(|(_, n)| n);
    unit.or_else(|| TENS.iter().find(|(name, _)| *name == word).map(|(_, n)| *n))
}

/// `vingt-quatre`, `cent soixante et onze mille`, `une centaine`.
pub(super) fn read(line: &Line<'_>, at: usize) -> Option<Numeral> {
    if !may_begin(line.word(at)) {
        return None;
    }
    let (mut sum, mut next, mut last) = (Sum::default(), at, "");
    while next == at || line.tied(next - 1) && line.joint(next - 1) != Joint::Apostrophe {
        let word = line.word(next);
        let (grown, n_words) = step(line, next, sum, last);
        let Some(grown) = grown else { break };
        (sum, last) = (grown, word);
        next += n_words;
        if word == "zero" {
            break;
        }
    }
    if let Some(collective) = collective(line, at, next, sum) {
        return Some(collective);
    }
    if next == at {
        return None;
    }
    let form = if next == at + 1 && matches!(line.word(at), "un" | "une") { Form::Article } else { Form::Words };
    Some(Numeral { number: Number::new(sum.value(), 0)?, next, form })
}

/// The sum with the word at a place, and how many words were read.
fn step(line: &Line<'_>, at: usize, sum: Sum, last: &str) -> (Option<Sum>, usize) {
    let word = line.word(at);
    let ten = sum.below % 100;
    if word == "et" {
        let goes_on = matches!(line.word(at + 1), "un" | "une" | "onze") && line.tied(at) && ten >= 20 && ten.is_multiple_of(10);
        let n = if line.word(at + 1) == "onze" { 11 } else { 1 };
        let fits = goes_on && (n == 1 || ten == 60);
        return (fits.then(|| sum.more(n)), 2);
    }
    let grown = match word {
        "cent" if sum.below == 0 => Some(sum.more(100)),
        "cent" | "cents" => sum.hundreds(),
        "vingt" | "vingts" if last == "quatre" && ten == 4 => Some(sum.more(76)),
        _ => match (word_of(word), scale(word, Language::French)) {
            (Some(n @ 10..=16), _) if matches!(ten, 60 | 80) && matches!(last, "soixante" | "vingt" | "vingts") => Some(sum.more(n)),
            (Some(n @ 7..=9), _) if last == "dix" && ten.is_multiple_of(10) && ten > 0 => Some(sum.more(n)),
            // `vingt un` is not how it is written, `vingt-et-un` is; `quatre-vingt-un` and `cent un` are.
            (Some(1), _) if matches!(ten, 20..=79) => None,
            (Some(0), _) => (sum.value() == 0 && last.is_empty()).then_some(sum),
            (Some(_), _) if last == "dix" => None,
            (Some(n), _) => sum.add(n),
            (None, Some(n)) => sum.multiply(n),
            (None, None) => None,
        },
    };
    (grown, 1)
}

/// `une centaine`, `une dizaine de milliers`, `un millier`, `deux douzaines`.
fn collective(line: &Line<'_>, at: usize, next: usize, sum: Sum) -> Option<Numeral> {
    let half = line.reads(next, &["demi", "douzaine"]);
    // `une petite centaine`
    let sized = next > at && matches!(line.word(next), "petite" | "bonne" | "grosse" | "grande") && line.spaced(next);
    let place = if half || sized { next + 1 } else { next };
    let word = line.word(place);
    let n: u64 = match word.trim_end_matches('s') {
        "dizaine" => 10,
        "douzaine" => 12,
        "quinzaine" => 15,
        "vingtaine" => 20,
        "trentaine" => 30,
        "quarantaine" => 40,
        "cinquantaine" => 50,
        "soixantaine" => 60,
        "centaine" => 100,
        "millier" => 1_000,
        "million" if line.before(next, 1) == "demi" => 1_000_000,
        _ => return None,
    };
    // `des dizaines`, `plusieurs centaines`: how many is not said.
    // `la vingtaine de bénévoles`, but `la quarantaine`.
    let the = matches!(line.before(at, 1), "la" | "cette" | "sa" | "leur") && line.word(place + 1) == "de" && line.spaced(place);
    let n_of = match next > at {
        true => sum.value(),
        false if the => 1,
        false => return None,
    };
    if place == 0 || !line.tied(place - 1) {
        return None;
    }
    let n = if half { n / 2 } else { n };
    let mut numeral = Numeral { number: Number::new(n_of.checked_mul(n)?, 0)?, next: place + 1, form: Form::Collective };
    let of = line.word(place + 1) == "de" && line.spaced(place);
    let more: Option<u64> = match line.word(place + 2) {
        "milliers" => Some(1_000),
        "millions" => Some(1_000_000),
        "milliards" => Some(1_000_000_000),
        _ => None,
    };
    if let Some(more) = more.filter(|_| of) {
        numeral = Numeral { number: numeral.number.times(more)?, next: place + 3, form: Form::Collective };
    }
    Some(numeral)
}
