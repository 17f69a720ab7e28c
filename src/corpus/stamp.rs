//! Dates and hours of publication as pages print them: `le 20 février 2015 - 11:20`, `23/02/2015`, `March 3, 2021`.
//!
//! Only complete dates that stand in the furniture of a page. What a text says about time is read elsewhere.

use super::calendar::{self, Day};
use crate::span::Span;
use crate::text::{fold, words};

/// A date and where it stands; the value is ISO 8601, as exact as it was printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    pub value: String,
    pub span: Span,
}

/// What a date in the furniture says of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Event {
    Published,
    Updated,
    /// `Dernière mise à jour du site`
    Site,
}

const MONTHS: [&[&str]; 12] = [
    &["janvier", "janv", "january", "jan"],
    &["fevrier", "fevr", "fev", "february", "feb"],
    &["mars", "march", "mar"],
    &["avril", "avr", "april", "apr"],
    &["mai", "may"],
    &["juin", "june", "jun"],
    &["juillet", "juil", "july", "jul"],
    &["aout", "august", "aug"],
    &["septembre", "sept", "september", "sep"],
    &["octobre", "oct", "october"],
    &["novembre", "nov", "november"],
    &["decembre", "dec", "december"],
];

/// Words that stand in a line of date and hour beside numbers and months.
const FILLERS: &[&str] = &[
    "le",
    "la",
    "a",
    "du",
    "au",
    "de",
    "et",
    "the",
    "on",
    "at",
    "of",
    "to",
    "in",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "lun",
    "mer",
    "jeu",
    "ven",
    "sam",
    "dim",
    "h",
    "am",
    "pm",
    "min",
    "cet",
    "cest",
    "gmt",
    "utc",
    "est",
    "edt",
    "bst",
    "heure",
    "heures",
    "paris",
    "local",
    "publie",
    "publiee",
    "published",
    "posted",
    "mis",
    "mise",
    "jour",
    "date",
    "modifie",
    "modification",
    "derniere",
    "updated",
    "last",
    "actualise",
    "ligne",
    "en",
    "paru",
    "hier",
    "aujourd",
    "hui",
    "today",
    "yesterday",
    "il",
    "y",
    "ago",
    "hours",
    "first",
    "article",
    "page",
    "il",
    "publication",
    "cree",
    "created",
    "modified",
    "update",
    "poste",
];

const UPDATED: &[&str] = &["mis a jour", "mise a jour", "actualise", "modifie", "modification", "updated", "update", "modified"];
const PUBLISHED: &[&str] =
    &["publie", "publiee", "publication", "published", "posted", "poste", "mis en ligne", "mise en ligne", "paru", "cree", "created"];

/// A word of datelines, weekdays among them.
pub(super) fn is_filler(word: &str) -> bool {
    FILLERS.contains(&word)
}

/// A month by one of its names, folded, from 1.
pub(crate) fn month(word: &str) -> Option<u32> {
    MONTHS.iter().zip(1..).find(|(names, _)| names.contains(&word)).map(|(_, month)| month)
}

/// What a change was made to, if not the article.
const SITE: &[&str] = &["du site", "of the site", "of this site", "site updated"];

fn number(word: &str) -> Option<u32> {
    let digits = ["er", "st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    (digits.len() <= 4 && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok()).flatten()
}

fn is_year(n: u32) -> bool {
    calendar::is_year(n.cast_signed())
}

/// The date in ISO 8601, if there is such a day.
fn day_of(year: u32, month: u32, day: u32) -> Option<String> {
    Day::of(year.cast_signed(), month, day).map(Day::iso)
}

/// True when these folded words are a date or an hour, with little else.
pub(super) fn is_dateline(words: &[String]) -> bool {
    let known = |w: &String| FILLERS.contains(&w.as_str()) || month(w).is_some() || hour_word(w).is_some() || number(w).is_some();
    let n_other = words.iter().filter(|w| !known(w)).count();
    let numeric = words.iter().any(|w| w.starts_with(|c: char| c.is_ascii_digit()));
    words.len() <= 24 && n_other * 4 <= words.len() && numeric
}

struct Token {
    word: String,
    span: Span,
}

/// Dates inside `within`, in order, not overlapping. Looks at some hundred words at most.
pub(super) fn all(raw: &str, within: Span) -> Vec<Stamp> {
    // Most lines hold no figure at all.
    if !within.slice(raw).contains(char::is_numeric) {
        return Vec::new();
    }
    let tokens: Vec<Token> = words(raw, within).take(200).map(|span| Token { word: fold(span.slice(raw)), span }).collect();
    let (mut found, mut at) = (Vec::new(), 0);
    while at < tokens.len() {
        match date(raw, &tokens, at) {
            Some((value, next)) => {
                let span = Span { start: tokens[at].span.start, end: tokens[next - 1].span.end };
                found.push(Stamp { value, span });
                at = next;
            }
            None => at += 1,
        }
    }
    found
}

/// The first complete date of a short text, in ISO 8601.
#[cfg(feature = "readers")]
pub(crate) fn first(text: &str) -> Option<String> {
    all(text, Span::of(text)).into_iter().next().map(|stamp| stamp.value)
}

/// The stretch from a label such as `Publié le` to the end of its date, if one stands in `within`.
pub(super) fn labelled(raw: &str, within: Span) -> Option<Span> {
    let stamp = all(raw, within).into_iter().next()?;
    let before: Vec<Span> = words(raw, Span { start: within.start, end: stamp.span.start }).collect();
    let mut start = None;
    for span in before.iter().rev().take(5) {
        let word = fold(span.slice(raw));
        if !FILLERS.contains(&word.as_str()) {
            break;
        }
        let label = matches!(
            word.as_str(),
            "publie"
                | "publiee"
                | "published"
                | "posted"
                | "mis"
                | "mise"
                | "modifie"
                | "updated"
                | "actualise"
                | "derniere"
                | "last"
                | "paru"
        );
        let capital = span.slice(raw).starts_with(char::is_uppercase);
        if label && (capital || start.is_none()) {
            start = Some(span.start);
        }
    }
    start.map(|start| Span { start, end: stamp.span.end })
}

/// Dates of `within` with what their label says; an unlabelled date after a labelled one has no label of its own.
pub(super) fn events(raw: &str, within: Span) -> Vec<(Option<Event>, Stamp)> {
    let mut from = within.start;
    let mut found = Vec::new();
    for stamp in all(raw, within) {
        let label: Vec<String> =
            words(raw, Span { start: from, end: stamp.span.start.max(from) }).map(|span| fold(span.slice(raw))).collect();
        from = stamp.span.end;
        found.push((event(&label.join(" ")), stamp));
    }
    found
}

/// What a label says, its last words first.
pub(super) fn event(label: &str) -> Option<Event> {
    let last = |keys: &[&str]| keys.iter().filter_map(|key| label.rfind(key)).max();
    match (last(PUBLISHED), last(UPDATED)) {
        (None, None) => None,
        (_, Some(at)) if SITE.iter().any(|site| label[at..].contains(site)) => Some(Event::Site),
        (published, updated) => Some(if updated > published { Event::Updated } else { Event::Published }),
    }
}

/// The date that begins at token `at`, and the token after it.
fn date(raw: &str, tokens: &[Token], at: usize) -> Option<(String, usize)> {
    let n = |i: usize| tokens.get(i).and_then(|t| number(&t.word));
    let m = |i: usize| tokens.get(i).and_then(|t| month(&t.word));
    let near = |i: usize| gap(raw, tokens, i).is_some_and(|gap| gap.chars().count() <= 3 && !gap.contains('\n'));
    let same_mark = |i: usize| {
        gap(raw, tokens, i).filter(|mark| ["/", "-", "."].contains(mark)).is_some_and(|mark| gap(raw, tokens, i + 1) == Some(mark))
    };
    let day = n(at).filter(|d| (1..=31).contains(d));
    if let (Some(day), Some(month), Some(year)) = (day, m(at + 1), n(at + 2).filter(|y| is_year(*y)))
        && near(at)
        && near(at + 1)
    {
        return day_of(year, month, day).map(|date| with_hour(raw, tokens, date, at + 3));
    }
    if let (Some(month), Some(day), Some(year)) = (m(at), n(at + 1).filter(|d| (1..=31).contains(d)), n(at + 2).filter(|y| is_year(*y)))
        && near(at)
        && near(at + 1)
    {
        return day_of(year, month, day).map(|date| with_hour(raw, tokens, date, at + 3));
    }
    if !same_mark(at) {
        return None;
    }
    if let (Some(first), Some(second), Some(year)) = (day, n(at + 1), n(at + 2)) {
        let year = if year < 100 && tokens[at + 2].word.len() == 2 { 2000 + year } else { year };
        let (day, month) = if second > 12 { (second, first) } else { (first, second) };
        if day_of(year, month, day).is_some() {
            return day_of(year, month, day).map(|date| with_hour(raw, tokens, date, at + 3));
        }
    }
    iso(raw, tokens, at)
}

/// `2015-02-20`, `2015-02-20T11:20`.
fn iso(raw: &str, tokens: &[Token], at: usize) -> Option<(String, usize)> {
    let year = number(&tokens[at].word).filter(|y| is_year(*y))?;
    let month = number(&tokens[at + 1].word).filter(|m| (1..=12).contains(m))?;
    let (day, hour) = match tokens[at + 2].word.split_once('t') {
        Some((day, hour)) => (number(day)?, number(hour)),
        None => (number(&tokens[at + 2].word)?, None),
    };
    let date = day_of(year, month, day)?;
    let minute = tokens.get(at + 3).and_then(|t| number(t.word.trim_end_matches('z')));
    Some(match (hour, minute) {
        (Some(hour), Some(minute)) if hour < 24 && minute < 60 && gap(raw, tokens, at + 2) == Some(":") => {
            (format!("{date}T{hour:02}:{minute:02}"), at + 4)
        }
        (Some(_), _) => (date, at + 3),
        (None, _) => with_hour(raw, tokens, date, at + 3),
    })
}

/// What stands between token `i` and the next.
fn gap<'a>(raw: &'a str, tokens: &[Token], i: usize) -> Option<&'a str> {
    let (left, right) = (tokens.get(i)?, tokens.get(i + 1)?);
    raw.get(left.span.end as usize..right.span.start as usize)
}

/// `14h05`, `14h`.
fn hour_word(word: &str) -> Option<(u32, u32)> {
    let (hour, minute) = word.split_once('h')?;
    let hour = number(hour).filter(|h| *h < 24)?;
    let minute = if minute.is_empty() { 0 } else { number(minute).filter(|m| *m < 60)? };
    Some((hour, minute))
}

/// `date` with the hour that follows it at token `at`, if one does.
fn with_hour(raw: &str, tokens: &[Token], date: String, mut at: usize) -> (String, usize) {
    let plain = (date, at);
    let near = |i: usize| gap(raw, tokens, i).is_some_and(|gap| gap.chars().count() <= 5 && !gap.contains(['\n', '(']));
    if !near(at - 1) {
        return plain;
    }
    if tokens.get(at).is_some_and(|t| matches!(t.word.as_str(), "a" | "at" | "vers")) {
        at += 1;
    }
    let Some(token) = tokens.get(at) else { return plain };
    if let Some((hour, minute)) = hour_word(&token.word) {
        return (format!("{}T{hour:02}:{minute:02}", plain.0), at + 1);
    }
    let Some(hour) = number(&token.word).filter(|h| *h < 24) else { return plain };
    let between = gap(raw, tokens, at).unwrap_or("");
    let next = tokens.get(at + 1).map_or("", |t| t.word.as_str());
    let clock = |word: &str| word.trim_end_matches(['a', 'p', 'm']).parse::<u32>().ok().filter(|m| *m < 60);
    let (hour, minute, half, end) = match next {
        "h" => match tokens.get(at + 2).and_then(|t| clock(&t.word)).filter(|_| gap(raw, tokens, at + 1).is_some_and(|g| g.len() <= 3)) {
            Some(minute) => (hour, minute, "", at + 3),
            None => (hour, 0, "", at + 2),
        },
        word if between == ":" || between == "." => {
            let Some(minute) = clock(word) else { return plain };
            match tokens.get(at + 2).map(|t| t.word.as_str()).filter(|half| matches!(*half, "am" | "pm")) {
                Some(half) => (hour, minute, half, at + 3),
                None => (hour, minute, if word.ends_with("pm") { "pm" } else { "" }, at + 2),
            }
        }
        half @ ("am" | "pm") => (hour, 0, half, at + 2),
        _ => return plain,
    };
    let hour = if half == "pm" && hour < 12 { hour + 12 } else { hour };
    (format!("{}T{hour:02}:{minute:02}", plain.0), end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    fn check(text: &str, expected: Expect) {
        let found: Vec<_> =
            events(text, Span::of(text)).into_iter().map(|(e, s)| format!("{} {e:?} <{}>", s.value, s.span.slice(text))).collect();
        expected.assert_eq(&found.join("\n"));
    }

    #[test]
    fn dates_of_french_pages_read_with_their_hour() {
        check("Publié le 20 février 2015 - 11:20", expect!["2015-02-20T11:20 Some(Published) <20 février 2015 - 11:20>"]);
        check(
            "Publié le 3 mars 2021 à 14h05, mis à jour le 4 mars 2021 à 9 h",
            expect![[r#"
                2021-03-03T14:05 Some(Published) <3 mars 2021 à 14h05>
                2021-03-04T09:00 Some(Updated) <4 mars 2021 à 9 h>"#]],
        );
        check("Dernière modification : 23/02/2015", expect!["2015-02-23 Some(Updated) <23/02/2015>"]);
        check("le 1er août 2019", expect!["2019-08-01 None <1er août 2019>"]);
    }

    #[test]
    fn dates_of_english_pages_read_too() {
        check("Published: March 3, 2021 at 2:05 pm", expect!["2021-03-03T14:05 Some(Published) <March 3, 2021 at 2:05 pm>"]);
        check("Updated 2021-03-03T14:05:00Z", expect!["2021-03-03T14:05 Some(Updated) <2021-03-03T14:05>"]);
        check("12/25/2020", expect!["2020-12-25 None <12/25/2020>"]);
    }

    #[test]
    fn half_a_date_is_none() {
        check("date 2021-10", expect![""]);
        check("le 6 mars dernier", expect![""]);
    }
}
