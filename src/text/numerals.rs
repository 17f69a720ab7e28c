//! Numbers written in digits or in words: `12 000`, `1,5 million`, `quatre-vingt-onze`, `septante`, `forty-two`.
//!
//! What a number counts, and whether it is one at all (`Ligue 1`, `l'article 49`), is decided where it is read. Ordinals are
//! not numbers here, and no number has more than eighteen digits.

mod english;
mod french;

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

/// Groups of digits that are looked at together: no number has as many, and a chain of them would be read again at each.
const MOST_MARKS: usize = 12;

/// The number that begins at a place.
pub fn read(line: &Line<'_>, at: usize, language: Language) -> Reading {
    if line.word(at).starts_with(|c: char| c.is_ascii_digit()) {
        return digits(line, at, language);
    }
    let found = match language {
        Language::French => french::read(line, at),
        Language::English => english::read(line, at),
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
    while line.is_digits(next) && marks.len() < MOST_MARKS {
        match line.joint(next - 1) {
            Joint::Glued(mark @ ('.' | ',')) => marks.push(mark),
            Joint::Space if is_group(line, at, next) && marks.iter().all(|mark| *mark == ' ') => marks.push(' '),
            _ => break,
        }
        next += 1;
    }
    if line.word(at).starts_with('0') && line.is_digits(next) && line.joint(next - 1) == Joint::Space {
        // `0 800 130 000`: a telephone.
        let end = (next..next + MOST_MARKS).find(|place| !line.is_digits(*place)).unwrap_or(next + MOST_MARKS);
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
    fn add(self, n: u64) -> Option<Self> {
        let free = match n {
            1..=9 => self.below.is_multiple_of(10) && !matches!(self.below % 100, 11..=19),
            10..=99 => self.below.is_multiple_of(100),
            _ => self.below == 0,
        };
        free.then(|| self.more(n))
    }

    /// Adds without asking.
    fn more(self, n: u64) -> Self {
        Self { below: self.below + n, ..self }
    }

    fn multiply(self, scale: u64) -> Option<Self> {
        let free = self.scale.is_none_or(|last| last > scale);
        if scale == 1_000 {
            return (free && self.thousands == 0).then(|| Self { thousands: self.below.max(1) * 1_000, below: 0, ..self });
        }
        let n = self.thousands + self.below;
        let total = n.checked_mul(scale)?.checked_add(self.total)?;
        (free && n > 0).then_some(Self { total, thousands: 0, below: 0, scale: Some(scale) })
    }

    /// `deux cents`, `two hundred`
    fn hundreds(self) -> Option<Self> {
        matches!(self.below, 2..=9).then(|| Self { below: self.below * 100, ..self })
    }
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

#[cfg(test)]
mod tests;
