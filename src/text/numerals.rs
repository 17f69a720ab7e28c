//! Numbers written in digits or in words: `12 000`, `1,5 million`, `quatre-vingt-onze`, `septante`, `forty-two`.
//!
//! What a number counts, and whether it is one at all (`Ligue 1`, `l'article 49`), is decided where it is read. Ordinals are
//! not numbers here, and no number has more than eighteen digits.

use super::Language;
use super::number::Number;
use super::token::{Joint, Line};

/// A number at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numeral {
    pub number: Number,
    /// Place of the word behind it.
    pub next: usize,
    pub form: Form,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Digits,
    /// `soixante`, `deux millions`, `2 millions`
    Words,
    /// `un`, `une`, `a`: an article as well.
    Article,
    /// `une centaine`, `deux douzaines`, `des milliers` never.
    Collective,
}

/// Why no number is read at a place that begins like one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    Numeral(Numeral),
    /// `1.2.3,4`, four hundred digits: not to be read in parts either; the place behind.
    Garbled(usize),
    None,
}

/// The number that begins at a place.
pub fn read(line: &Line<'_>, at: usize, language: Language) -> Reading {
    if line.word(at).starts_with(|c: char| c.is_ascii_digit()) {
        return digits(line, at, language);
    }
    let found = match language {
        Language::French => french(line, at),
        Language::English => english(line, at),
    };
    found.map_or(Reading::None, Reading::Numeral)
}

/// The number at a place, if one is read.
pub fn numeral(line: &Line<'_>, at: usize, language: Language) -> Option<Numeral> {
    match read(line, at, language) {
        Reading::Numeral(numeral) => Some(numeral),
        Reading::Garbled(_) | Reading::None => None,
    }
}

/// `12 000`, `12.000`, `12,5`, `1,234.5`, with the scale that may follow.
fn digits(line: &Line<'_>, at: usize, language: Language) -> Reading {
    if !line.is_digits(at) {
        return Reading::None;
    }
    let mut next = at + 1;
    let mut marks: Vec<char> = Vec::new();
    while line.is_digits(next) {
        match line.joint(next - 1) {
            Joint::Glued(mark @ ('.' | ',')) => marks.push(mark),
            Joint::Space if is_group(line, at, next) && marks.iter().all(|mark| *mark == ' ') => marks.push(' '),
            _ => break,
        }
        next += 1;
    }
    if line.word(at).starts_with('0') && line.is_digits(next) && line.joint(next - 1) == Joint::Space {
        // `0 800 130 000`: a telephone.
        let end = (next..line.len()).find(|place| !line.is_digits(*place)).unwrap_or(line.len());
        return Reading::Garbled(end);
    }
    let parts: Vec<&str> = (at..next).map(|at| line.word(at)).collect();
    let Some(number) = joined(&parts, &marks, language) else { return Reading::Garbled(next) };
    let numeral = Numeral { number, next, form: Form::Digits };
    Reading::Numeral(scaled(line, numeral, language).unwrap_or(numeral))
}

/// Three digits behind one to three, or behind other groups of three.
fn is_group(line: &Line<'_>, first: usize, at: usize) -> bool {
    let head = line.word(first);
    line.word(at).len() == 3 && head.len() <= 3 && !head.starts_with('0')
}

/// Groups of digits joined by marks; nothing where the marks contradict each other.
fn joined(parts: &[&str], marks: &[char], language: Language) -> Option<Number> {
    let (head, rest) = parts.split_first()?;
    let Some(last) = marks.last() else { return Number::parse(head, "") };
    let grouped = |rest: &[&str]| rest.iter().all(|part| part.len() == 3) && head.len() <= 3 && !head.starts_with('0');
    let decimal = if language == Language::French { ',' } else { '.' };
    let same = marks.iter().all(|mark| mark == last);
    // `12.000` in French is twelve thousand, and so is `12,000` wherever it stands.
    let thousands = *last == ' ' || (*last != decimal || marks.len() > 1 || (language == Language::French && rest == ["000"]));
    if same && thousands && grouped(rest) {
        return Number::parse(&parts.concat(), "");
    }
    let groups = &marks[..marks.len() - 1];
    let apart = groups.iter().all(|mark| mark != last && *mark == groups[0]);
    let (decimals, whole) = (rest.last()?, &parts[..parts.len() - 1]);
    (apart && *last != ' ' && (groups.is_empty() || grouped(&whole[1..]))).then(|| Number::parse(&whole.concat(), decimals))?
}

/// A number with `million` or `thousand` behind it.
fn scaled(line: &Line<'_>, numeral: Numeral, language: Language) -> Option<Numeral> {
    let scale = scale(line.word(numeral.next), language).filter(|_| line.tied(numeral.next - 1))?;
    Some(Numeral { number: numeral.number.times(scale)?, next: numeral.next + 1, form: Form::Words })
}

/// What a word multiplies by.
fn scale(word: &str, language: Language) -> Option<u64> {
    Some(match (word, language) {
        ("mille", Language::French) | ("thousand", Language::English) => 1_000,
        ("million" | "millions", _) => 1_000_000,
        ("milliard" | "milliards", Language::French) | ("billion" | "billions", Language::English) => 1_000_000_000,
        ("billion" | "billions", Language::French) | ("trillion" | "trillions", Language::English) => 1_000_000_000_000,
        _ => return None,
    })
}

/// What has been read of a number in words.
#[derive(Clone, Copy, Default)]
struct Sum {
    /// Above the thousands.
    total: u64,
    /// Thousands and what is above them in this part.
    thousands: u64,
    /// Below a thousand.
    below: u64,
    /// The scale that was last used: the next must be smaller.
    scale: Option<u64>,
}

impl Sum {
    fn value(self) -> u64 {
        self.total + self.thousands + self.below
    }

    /// Adds what is smaller than the place that is still free.
    fn add(&mut self, n: u64) -> Option<()> {
        let free = match n {
            1..=9 => self.below % 10 == 0 && !matches!(self.below % 100, 11..=19),
            10..=99 => self.below % 100 == 0,
            _ => self.below == 0,
        };
        free.then(|| self.below += n)
    }

    fn multiply(&mut self, scale: u64) -> Option<()> {
        if scale == 1_000 {
            let free = self.thousands == 0 && self.scale.is_none_or(|last| last > scale);
            return free.then(|| {
                self.thousands = self.below.max(1) * 1_000;
                self.below = 0;
            });
        }
        let n = self.thousands + self.below;
        let free = n > 0 && self.scale.is_none_or(|last| last > scale);
        self.total = free.then(|| n.checked_mul(scale)?.checked_add(self.total))??;
        (self.thousands, self.below, self.scale) = (0, 0, Some(scale));
        Some(())
    }
}

fn french_word(word: &str) -> Option<u64> {
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

/// Words that begin a number, by their first two letters: most words are passed over here.
fn may_begin(word: &str) -> bool {
    let &[a, b, ..] = word.as_bytes() else { return word == "a" };
    matches!(
        [a, b],
        [b'z', b'e']
            | [b'u', b'n']
            | [b'd', b'e' | b'i' | b'o']
            | [b't', b'r' | b'w' | b'e' | b'h']
            | [b'q', b'u']
            | [b'c', b'i' | b'e']
            | [b's', b'i' | b'e' | b'o']
            | [b'h', b'u']
            | [b'n', b'e' | b'o' | b'i']
            | [b'o', b'n' | b'c']
            | [b'v', b'i']
            | [b'm', b'i']
            | [b'f', b'o' | b'i']
            | [b'e', b'i' | b'l']
            | [b'a', b'n']
    )
}

/// `vingt-quatre`, `cent soixante et onze mille`, `une centaine`.
fn french(line: &Line<'_>, at: usize) -> Option<Numeral> {
    if !may_begin(line.word(at)) {
        return None;
    }
    let (mut sum, mut next, mut last) = (Sum::default(), at, "");
    while next == at || line.tied(next - 1) && line.joint(next - 1) != Joint::Apostrophe {
        let word = line.word(next);
        let (step, n_words) = french_step(line, next, sum, last);
        let Some(grown) = step else { break };
        (sum, last) = (grown, word);
        next += n_words;
        if word == "zero" {
            break;
        }
    }
    if let Some(collective) = french_collective(line, at, next, sum) {
        return Some(collective);
    }
    if next == at {
        return None;
    }
    let form = if next == at + 1 && matches!(line.word(at), "un" | "une") { Form::Article } else { Form::Words };
    Some(Numeral { number: Number::new(sum.value(), 0)?, next, form })
}

/// The sum with the word at a place, and how many words were read.
fn french_step(line: &Line<'_>, at: usize, mut sum: Sum, last: &str) -> (Option<Sum>, usize) {
    let word = line.word(at);
    let ten = sum.below % 100;
    if word == "et" {
        let goes_on = matches!(line.word(at + 1), "un" | "une" | "onze") && line.tied(at) && ten >= 20 && ten % 10 == 0;
        let n = if line.word(at + 1) == "onze" { 11 } else { 1 };
        let fits = goes_on && (n == 1 || ten == 60);
        return (fits.then(|| Sum { below: sum.below + n, ..sum }), 2);
    }
    let grown = match word {
        "cent" | "cents" if matches!(sum.below, 2..=9) => Some(sum.below *= 100),
        "cent" if sum.below == 0 => Some(sum.below = 100),
        "vingt" | "vingts" if last == "quatre" && ten == 4 => Some(sum.below += 76),
        _ => match (french_word(word), scale(word, Language::French)) {
            (Some(n @ 10..=16), _) if matches!(ten, 60 | 80) && matches!(last, "soixante" | "vingt" | "vingts") => Some(sum.below += n),
            (Some(n @ 7..=9), _) if last == "dix" && ten % 10 == 0 && ten > 0 => Some(sum.below += n),
            // `vingt un` is not how it is written, `vingt-et-un` is; `quatre-vingt-un` and `cent un` are.
            (Some(1), _) if matches!(ten, 20..=79) => None,
            (Some(0), _) => (sum.value() == 0 && last.is_empty()).then_some(()),
            (Some(_), _) if last == "dix" => None,
            (Some(n), _) => sum.add(n),
            (None, Some(n)) => sum.multiply(n),
            (None, None) => None,
        },
    };
    (grown.map(|()| sum), 1)
}

/// `une centaine`, `une dizaine de milliers`, `un millier`, `deux douzaines`.
fn french_collective(line: &Line<'_>, at: usize, next: usize, sum: Sum) -> Option<Numeral> {
    let half = line.reads(next, &["demi", "douzaine"]);
    let place = if half { next + 1 } else { next };
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
    let n_of = if next > at { sum.value() } else { return None };
    if !line.tied(place - 1) {
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

fn english_word(word: &str) -> Option<u64> {
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
fn english(line: &Line<'_>, at: usize) -> Option<Numeral> {
    if !may_begin(line.word(at)) {
        return None;
    }
    if matches!(line.word(at), "a" | "an") {
        return english_article(line, at);
    }
    let (mut sum, mut next, mut first) = (Sum::default(), at, true);
    while first || line.tied(next - 1) && line.joint(next - 1) != Joint::Apostrophe {
        let linked = line.word(next) == "and" && !first && line.spaced(next) && sum.value() >= 100 && sum.value() % 100 == 0;
        let place = if linked { next + 1 } else { next };
        let word = line.word(place);
        let step = match (english_word(word), scale(word, Language::English)) {
            (Some(0), _) => first.then_some(()),
            // `twenty five` may be two numbers, but seldom is.
            (Some(n), _) if linked && n == 0 => None,
            (Some(n), _) => sum.add(n),
            (None, Some(n)) if !linked && !first => sum.multiply(n),
            _ if word == "hundred" && matches!(sum.below, 1..=9) && !linked => Some(sum.below *= 100),
            _ => None,
        };
        if step.is_none() {
            break;
        }
        (next, first) = (place + 1, false);
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
fn english_article(line: &Line<'_>, at: usize) -> Option<Numeral> {
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

#[cfg(test)]
mod tests;
