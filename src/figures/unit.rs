//! What a number is measured in: per cent, money, measures, `fois`.

use crate::text::token::Joint;
use crate::text::{Language, Line, Number, filling};

/// A unit, what the number is multiplied by before it (`M€`), and the places behind it: in words, and in bytes of the text for
/// what is a sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub code: &'static str,
    pub factor: u64,
    /// Place of the word behind it.
    pub next: usize,
    /// End of the sign in the text, if it is one.
    pub end: Option<u32>,
}

impl Unit {
    fn word(code: &'static str, next: usize) -> Option<Self> {
        Some(Self { code, factor: 1, next, end: None })
    }
}

/// Signs that follow a number.
const SIGNS: [(&str, &str); 8] = [("%", "%"), ("٪", "%"), ("€", "EUR"), ("$", "USD"), ("£", "GBP"), ("¥", "JPY"), ("°C", "°C"), ("‰", "‰")];

/// The unit behind the number whose last word is at `at - 1`.
pub(super) fn after(line: &Line<'_>, at: usize, language: Language) -> Option<Unit> {
    sign(line, at).or_else(|| word(line, at, language))
}

/// `90%`, `1 €`, `35 °C`: the sign stands between two words, or behind the last.
fn sign(line: &Line<'_>, at: usize) -> Option<Unit> {
    let end = line.tokens[at - 1].span.end;
    let behind = line.text.get(end as usize..)?;
    let near: String = behind.chars().take(8).collect();
    let skipped = near.find(|c: char| !c.is_whitespace() && !filling::is_tag(c) && c != '\u{34f}' && c != '\u{fe00}')?;
    if near[..skipped].contains('\n') || near[..skipped].chars().filter(|c| c.is_whitespace()).count() > 1 {
        return None;
    }
    let (mark, code) = SIGNS.iter().find(|(mark, _)| near[skipped..].starts_with(mark))?;
    let length = u32::try_from(skipped + mark.len()).ok()?;
    let next = if *mark == "°C" { at + 1 } else { at };
    Some(Unit { code, factor: 1, next, end: Some(end + length) })
}

/// `$1.2 million`, `€ 30`: the code of a sign before the number, and where it begins.
pub(super) fn before(line: &Line<'_>, at: usize) -> Option<(&'static str, u32)> {
    let start = line.tokens[at].span.start;
    let before = line.text[..start as usize].trim_end_matches([' ', '\u{a0}', '\u{202f}']);
    let (mark, code) =
        SIGNS.iter().filter(|(_, code)| matches!(*code, "EUR" | "USD" | "GBP" | "JPY")).find(|(mark, _)| before.ends_with(mark))?;
    let begins = before.len() - mark.len();
    // `10 $ 20` belongs to what is before.
    let own = !before[..begins].trim_end().ends_with(|c: char| c.is_ascii_digit());
    (own && begins + mark.len() + 2 >= start as usize).then(|| Some((*code, u32::try_from(begins).ok()?)))?
}

fn word(line: &Line<'_>, at: usize, language: Language) -> Option<Unit> {
    if at >= line.len() || !line.spaced(at - 1) && line.joint(at - 1) != Joint::Hyphen {
        return None;
    }
    // `M€`, `Md€`, `k€`
    let scale = match line.word(at) {
        "m" => Some(1_000_000),
        "md" | "mds" | "mrd" => Some(1_000_000_000),
        "k" => Some(1_000),
        _ => None,
    };
    if let Some(factor) = scale
        && let Some(money) = sign(line, at + 1).filter(|unit| matches!(unit.code, "EUR" | "USD" | "GBP"))
    {
        return Some(Unit { factor, ..money });
    }
    let of = usize::from(matches!(line.word(at), "d" | "de" | "of")) + at;
    if of > at && !line.tied(at) {
        return None;
    }
    match (line.word(of), line.word(of + 1)) {
        ("pour", "cent") | ("per", "cent") if of == at => return Unit::word("%", at + 2),
        ("livres", "sterling") => return Unit::word("GBP", of + 2),
        ("francs", "suisses") => return Unit::word("CHF", of + 2),
        ("metres", "carres") | ("square", "metres") => return Unit::word("m2", of + 2),
        ("metres", "cubes") => return Unit::word("m3", of + 2),
        ("kilometres", "carres") => return Unit::word("km2", of + 2),
        ("km" | "kilometres", "h" | "heure") if matches!(line.joint(of), Joint::Glued('/') | Joint::Hyphen | Joint::Space) => {
            return Unit::word("km/h", of + 2);
        }
        _ => {}
    }
    let code = match line.word(of) {
        "euro" | "euros" | "eur" => "EUR",
        "dollar" | "dollars" | "usd" => "USD",
        "pounds" if language == Language::English => "GBP",
        "percent" | "pourcent" | "pct" => "%",
        "fois" | "times" if of == at => "fois",
        "km" | "kilometre" | "kilometres" | "kilometer" | "kilometers" => "km",
        "metre" | "metres" | "meter" | "meters" => "m",
        "m" if of == at && line.is_digits(at - 1) && line.written(at) == "m" => "m",
        "cm" | "centimetre" | "centimetres" => "cm",
        "mm" | "millimetre" | "millimetres" => "mm",
        "m2" => "m2",
        "m3" => "m3",
        "km2" => "km2",
        "hectare" | "hectares" | "ha" => "ha",
        "kg" | "kilo" | "kilos" | "kilogramme" | "kilogrammes" | "kilograms" => "kg",
        "tonne" | "tonnes" | "tons" => "t",
        "kwh" => "kWh",
        "mw" | "megawatts" => "MW",
        "gw" | "gigawatts" => "GW",
        _ => return None,
    };
    Unit::word(code, of + 1)
}

/// `312m`, `1.2bn`: a number with its scale in the same word, as it stands behind the sign of a currency.
pub(super) fn scaled(line: &Line<'_>, at: usize) -> Option<(Number, usize)> {
    let split = |word: &'_ str| word.find(|c: char| !c.is_ascii_digit()).filter(|end| (1..=6).contains(end));
    let whole = line.word(at);
    let (digits, decimals, last) = match split(whole) {
        Some(end) => (&whole[..end], "", &whole[end..]),
        None if line.is_digits(at) && line.joint(at) == Joint::Glued('.') => {
            let word = line.word(at + 1);
            let end = split(word)?;
            (whole, &word[..end], &word[end..])
        }
        None => return None,
    };
    let factor = match last {
        "k" => 1_000,
        "m" | "mn" | "mln" => 1_000_000,
        "b" | "bn" | "md" | "mds" => 1_000_000_000,
        "tn" => 1_000_000_000_000,
        _ => return None,
    };
    let next = if decimals.is_empty() { at + 1 } else { at + 2 };
    Some((Number::parse(digits, decimals)?.times(factor)?, next))
}

/// A number and its unit in one word: `90km`, `36kg`, `80M`.
pub(super) fn glued(word: &str, written: &str) -> Option<(Number, &'static str)> {
    let end = word.find(|c: char| !c.is_ascii_digit()).filter(|end| (1..=6).contains(end))?;
    let code = match &word[end..] {
        "km" => "km",
        "kg" => "kg",
        "cm" => "cm",
        "mm" => "mm",
        "m" if written.ends_with('m') => "m",
        "m2" => "m2",
        "ha" => "ha",
        "t" if written.ends_with('t') => "t",
        "kwh" => "kWh",
        "mw" => "MW",
        _ => return None,
    };
    Some((Number::parse(&word[..end], "")?, code))
}
