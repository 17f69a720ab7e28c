//! Hours and parts of the day: `20h30`, `à 14 heures`, `11:20`, `3 p.m.`, `vendredi soir`, `hier dans la matinée`.

use super::expression::Hour;
use crate::text::numerals::{Form, numeral};
use crate::text::token::Joint;
use crate::text::{Language, Line};

const MORNING: Hour = Hour::Part("MO");
const NOON: Hour = Hour::At(12, 0);
const LUNCH: Hour = Hour::Part("MI");
const AFTERNOON: Hour = Hour::Part("AF");
const EVENING: Hour = Hour::Part("EV");
const NIGHT: Hour = Hour::Part("NI");

/// Words before an hour that make `14 heures` one, and not a length.
const BEFORE_HOURS: &[&str] =
    &["a", "vers", "des", "jusqu", "avant", "apres", "at", "by", "until", "around", "about", "before", "after", "from"];

/// The part of the day that a word names.
fn part(line: &Line<'_>, at: usize) -> Option<(Hour, usize)> {
    let one = |hour| Some((hour, at + 1));
    match line.word(at) {
        "matin" | "matinee" | "morning" | "aube" => one(MORNING),
        "midi" | "noon" => one(NOON),
        "lunchtime" => one(LUNCH),
        "apres" if line.word(at + 1) == "midi" && line.tied(at) => Some((AFTERNOON, at + 2)),
        "afternoon" => one(AFTERNOON),
        "soir" | "soiree" | "evening" => one(EVENING),
        "journee" if line.before(at, 2) == "fin" => one(EVENING),
        "nuit" | "night" | "minuit" => one(NIGHT),
        _ => None,
    }
}

/// A part of the day behind a day: `soir`, `au matin`, `dans la soirée`, `en fin d’après-midi`.
pub(super) fn part_after(line: &Line<'_>, at: usize) -> Option<(Hour, usize)> {
    if at == 0 || !line.spaced(at - 1) && line.joint(at - 1) != Joint::Comma {
        return None;
    }
    let comma = line.joint(at - 1) == Joint::Comma;
    if let Some(found) = part(line, at).filter(|_| !comma) {
        return Some(found);
    }
    let mut place = at;
    let preposition = matches!(line.word(at), "au" | "en" | "dans" | "a" | "in" | "pendant" | "tard" | "tot");
    if !preposition {
        return None;
    }
    place += 1;
    while matches!(
        line.word(place),
        "la" | "l" | "le" | "fin" | "debut" | "milieu" | "de" | "d" | "cours" | "the" | "dans" | "premiere" | "late" | "early"
    ) && place < at + 6
        && line.tied(place - 1)
    {
        place += 1;
    }
    part(line, place).filter(|_| line.tied(place - 1))
}

/// An hour that begins at a place. `Bare` asks for what can only be an hour.
pub(super) fn hour(line: &Line<'_>, at: usize, language: Language) -> Option<(Hour, usize)> {
    let word = line.word(at);
    let introduced = BEFORE_HOURS.contains(&line.before(at, 1)) && at > 0 && line.tied(at - 1);
    let after_hour = |hour: Hour, next: usize| Some((hour, next));
    match word {
        "midi" | "minuit" if matches!(line.before(at, 1), "a" | "vers" | "avant" | "apres" | "des" | "jusqu") && line.spaced(at - 1) => {
            return after_hour(Hour::At(if word == "midi" { 12 } else { 0 }, 0), at + 1);
        }
        "noon" | "midnight" if introduced => return after_hour(Hour::At(if word == "noon" { 12 } else { 0 }, 0), at + 1),
        _ => {}
    }
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return if language == Language::French { in_words(line, at) } else { None };
    }
    if language == Language::English {
        return english(line, at);
    }
    // `20h30`, `20h`
    if let Some((hour, minute)) = word.split_once('h') {
        let hour = number(hour, 24)?;
        if minute.is_empty() {
            if let Some(minute) = number(line.word(at + 1), 59).filter(|_| line.spaced(at) && line.word(at + 1).len() == 2) {
                return after_hour(Hour::At(hour, minute), at + 2);
            }
            let length = matches!(line.before(at, 1), "en" | "pendant" | "durant" | "plus" | "moins" | "de") && !is_between(line, at);
            return if length { None } else { after_hour(Hour::At(hour, 0), at + 1) };
        }
        let length = matches!(line.before(at, 1), "en" | "pendant" | "durant");
        return number(minute, 59).filter(|_| !length).and_then(|minute| after_hour(Hour::At(hour, minute), at + 1));
    }
    let hour = number(word, 24)?;
    match line.word(at + 1) {
        "h" if line.spaced(at) => match number(line.word(at + 2), 59).filter(|_| line.word(at + 2).len() == 2 && line.spaced(at + 1)) {
            Some(minute) => after_hour(Hour::At(hour, minute), at + 3),
            None if introduced => after_hour(Hour::At(hour, 0), at + 2),
            None => None,
        },
        "heure" | "heures" if line.spaced(at) => {
            if let Some((hour, next)) = of_day(line, hour, at + 2) {
                return after_hour(hour, next);
            }
            let minute = number(line.word(at + 2), 59).filter(|_| line.word(at + 2).len() == 2 && line.spaced(at + 1));
            let length = matches!(line.word(at + 2), "de" | "d" | "du" | "plus" | "apres" | "avant") && line.tied(at + 1);
            match minute {
                Some(minute) if introduced => after_hour(Hour::At(hour, minute), at + 3),
                _ if introduced && !length => after_hour(Hour::At(hour, 0), at + 2),
                _ => None,
            }
        }
        minute if line.joint(at) == Joint::Glued(':') && minute.len() == 2 => {
            number(minute, 59).and_then(|minute| after_hour(Hour::At(hour, minute), at + 2))
        }
        _ => None,
    }
}

/// `du matin`, `du soir`, `de l’après-midi` behind `six heures`.
fn of_day(line: &Line<'_>, hour: u32, at: usize) -> Option<(Hour, usize)> {
    let (part, next) = match (line.word(at), line.word(at + 1)) {
        ("du", part @ ("matin" | "soir")) => (part, at + 2),
        ("de", "l") if line.word(at + 2) == "apres" && line.word(at + 3) == "midi" => ("soir", at + 4),
        _ => return None,
    };
    let later = part == "soir" && hour < 12;
    line.tied(at).then_some((Hour::At(if later { hour + 12 } else { hour } % 24, 0), next))
}

/// `vers six heures`, `peu avant dix-huit heures trente`, `six heures du matin`; `après six heures` is a length as often.
fn in_words(line: &Line<'_>, at: usize) -> Option<(Hour, usize)> {
    let spoken = |at: usize| numeral(line, at, Language::French).filter(|numeral| numeral.form != Form::Collective);
    let found = spoken(at)?;
    let hour = found.number.whole().and_then(|n| u32::try_from(n).ok()).filter(|n| *n <= 24)?;
    let unit = found.next;
    if !matches!(line.word(unit), "heure" | "heures") || !line.spaced(unit - 1) {
        return None;
    }
    if let Some(found) = of_day(line, hour, unit + 1) {
        return Some(found);
    }
    let before = line.before(at, 1);
    let introduced = match before {
        "vers" => true,
        "a" | "des" | "jusqu" => at > 0 && line.tied(at - 1) && !matches!(line.before(at, 2), "d" | "grace"),
        "avant" | "apres" => line.before(at, 2) == "peu" || before == "avant" && found.form == Form::Words,
        _ => false,
    };
    let behind = line.word(unit + 1);
    let tied = unit + 1 < line.len() && line.tied(unit);
    let length = tied && matches!(behind, "de" | "d" | "du" | "des" | "plus" | "apres" | "avant" | "par");
    if !introduced || length {
        return None;
    }
    let minute = match behind {
        "et" if tied && matches!(line.word(unit + 2), "demi" | "demie") => Some((30, unit + 3)),
        "et" if tied && line.word(unit + 2) == "quart" => Some((15, unit + 3)),
        _ if tied => spoken(unit + 1)
            .filter(|minute| minute.form == Form::Words)
            .and_then(|minute| Some((u32::try_from(minute.number.whole()?).ok().filter(|n| (5..60).contains(n))?, minute.next))),
        _ => None,
    };
    let (minute, next) = minute.unwrap_or((0, unit + 1));
    // `à une heure trente de vol`
    if next < line.len() && line.tied(next - 1) && matches!(line.word(next), "de" | "d") {
        return None;
    }
    Some((Hour::At(hour, minute), next))
}

/// `à l’aube`, `en fin de matinée`, `dans la soirée`, `au petit matin`: a part of the day of which the text speaks.
pub(super) fn bare_part(line: &Line<'_>, at: usize) -> Option<(Hour, usize)> {
    const OPENINGS: [(&[&str], usize); 9] = [
        (&["a", "l", "aube"], 2),
        (&["des", "l", "aube"], 2),
        (&["en", "fin", "de"], 3),
        (&["en", "debut", "de"], 3),
        (&["en", "milieu", "de"], 3),
        (&["en", "fin", "d"], 3),
        (&["en", "debut", "d"], 3),
        (&["dans", "la"], 2),
        (&["au", "petit"], 2),
    ];
    let (_, length) = OPENINGS.iter().find(|(words, _)| line.reads(at, words))?;
    let place = at + length;
    let of_night = matches!(line.word(place), "nuit" | "night");
    let (hour, next) = part(line, place).filter(|_| !of_night && line.tied(place - 1))?;
    // `dans la soirée de vendredi`, `à l’aube du siècle`.
    let complemented = next < line.len() && line.tied(next - 1) && matches!(line.word(next), "de" | "du" | "d" | "des" | "qui");
    (!complemented).then_some((hour, next))
}

/// Between two hours, the first is one as well: `de 8h à 12h`.
fn is_between(line: &Line<'_>, at: usize) -> bool {
    line.word(at + 1) == "a" && line.word(at + 2).starts_with(|c: char| c.is_ascii_digit()) && line.word(at + 2).contains('h')
}

/// `11:15 p.m.`, `3 pm`, `3pm`.
fn english(line: &Line<'_>, at: usize) -> Option<(Hour, usize)> {
    let word = line.word(at);
    let digits = word.trim_end_matches(['a', 'p', 'm']);
    let glued = &word[digits.len()..];
    let hour = number(digits, 24)?;
    let (minute, next) = match number(line.word(at + 1).trim_end_matches(['a', 'p', 'm']), 59) {
        Some(minute) if line.joint(at) == Joint::Glued(':') && glued.is_empty() => (Some(minute), at + 2),
        _ => (None, at + 1),
    };
    let half = |word: &str, place: usize| match word {
        "am" | "pm" => Some((word.starts_with('p'), place + 1)),
        "a" | "p" if line.word(place + 1) == "m" && line.joint(place) == Joint::Glued('.') => Some((word == "p", place + 2)),
        _ => None,
    };
    let last = line.word(next - 1).trim_start_matches(|c: char| c.is_ascii_digit());
    let found = match last {
        "am" | "pm" => Some((last == "pm", next)),
        _ if line.spaced(next - 1) => half(line.word(next), next),
        _ => None,
    };
    match (found, minute) {
        (Some((afternoon, next)), minute) => {
            let hour = if afternoon && hour < 12 { hour + 12 } else { hour };
            Some((Hour::At(hour, minute.unwrap_or(0)), next))
        }
        (None, Some(minute)) => Some((Hour::At(hour, minute), next)),
        (None, None) => None,
    }
}

fn number(digits: &str, most: u32) -> Option<u32> {
    let plain = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten().filter(|n| *n <= most)
}

/// An hour behind a day: `vendredi à 14 heures`, `20 février 2015 - 11:20`, `ce lundi, vers 20h`.
pub(super) fn hour_after(line: &Line<'_>, at: usize, language: Language) -> Option<(Hour, usize)> {
    if at == 0 || at >= line.len() {
        return None;
    }
    let gap = line.gap(at - 1);
    let near = gap.chars().count() <= 3 && !gap.contains(['\n', '(', '.', ';', ':']);
    if !near {
        return None;
    }
    let word = line.word(at);
    if matches!(word, "a" | "vers" | "at" | "around" | "des" | "peu") {
        let place = if word == "peu" && matches!(line.word(at + 1), "avant" | "apres") { at + 2 } else { at + 1 };
        return hour(line, place, language).filter(|_| line.spaced(place - 1));
    }
    hour(line, at, language)
}
