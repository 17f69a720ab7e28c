//! What an article says about time: `vendredi 20 février`, `le 6 mars dernier`, `en avril`, `hier`, `this Friday`.
//!
//! A moment keeps what is written, year or none, and which way the sentence looks. Which day it is, is decided where the
//! day of publication is known or sought; durations (`il y a un an`) and hours are not read.

use super::calendar::{Day, is_year};
use super::tense::{self, Aim};
use crate::span::Span;
use crate::text::{Language, Token};

/// A day or a month as a sentence names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    /// Day and month, the year if it is written; `weekday` from 0 for Monday.
    Date {
        year: Option<i32>,
        month: u32,
        day: u32,
        weekday: Option<u32>,
    },
    /// `jeudi 19`
    DayOfMonth {
        day: u32,
        weekday: u32,
    },
    Month {
        year: Option<i32>,
        month: u32,
    },
    Weekday(u32),
    /// Days from that of publication: `hier` is −1.
    Deictic(i32),
}

/// What stands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    None,
    /// `ce`, `this`
    This,
    /// `dernier`, `last`
    Last,
    /// `prochain`, `next`
    Next,
}

/// A place in a sentence that names a day or a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Moment {
    pub when: When,
    pub mark: Mark,
    pub aim: Aim,
    pub span: Span,
    /// Somebody else's words: `aujourd’hui` is then not the day of the article.
    pub quoted: bool,
}

/// From Monday, in French and English, folded.
pub(crate) const WEEKDAYS: [[&str; 2]; 7] = [
    ["lundi", "monday"],
    ["mardi", "tuesday"],
    ["mercredi", "wednesday"],
    ["jeudi", "thursday"],
    ["vendredi", "friday"],
    ["samedi", "saturday"],
    ["dimanche", "sunday"],
];

/// A weekday or a month, folded, in French or English.
pub(crate) fn names_calendar(word: &str) -> bool {
    WEEKDAYS.iter().any(|names| names.contains(&word)) || super::stamp::month(word).is_some()
}

/// Whether the text stands inside quotation marks.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Quotation {
    open: bool,
}

impl Quotation {
    /// Whether what comes next is somebody else's words.
    pub(crate) fn is_open(self) -> bool {
        self.open
    }

    /// Reads on.
    pub(crate) fn pass(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '«' | '“' => self.open = true,
                '»' | '”' => self.open = false,
                '"' => self.open = !self.open,
                _ => {}
            }
        }
    }
}

/// The moments of one sentence. `quotation` is what its paragraph has open before it, and is carried on.
pub(super) fn find(text: &str, sentence: Span, tokens: &[Token], language: Language, quotation: &mut Quotation) -> Vec<Moment> {
    let mut found = Vec::new();
    let (mut at, mut read) = (0, sentence.start as usize);
    while at < tokens.len() {
        let start = tokens[at].span.start as usize;
        quotation.pass(&text[read..start]);
        read = start;
        let Some((when, mark, first, next)) = moment(text, tokens, at) else {
            at += 1;
            continue;
        };
        let aim = match mark {
            Mark::Last => Aim::Past,
            Mark::Next => Aim::Future,
            _ => tense::aim(text, tokens, first, next, language),
        };
        let span = Span { start: tokens[first].span.start, end: tokens[next - 1].span.end };
        found.push(Moment { when, mark, aim, span, quoted: quotation.open });
        at = next;
    }
    quotation.pass(&text[read..sentence.end as usize]);
    found
}

/// The words around a token, for reading what a moment is made of.
struct Line<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl<'a> Line<'a> {
    fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.word.as_str())
    }

    fn before(&self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |at| self.word(at))
    }

    fn gap(&self, at: usize) -> &'a str {
        match (self.tokens.get(at), self.tokens.get(at + 1)) {
            (Some(left), Some(right)) => &self.text[left.span.end as usize..right.span.start as usize],
            _ => "\n\n",
        }
    }

    /// Nothing but a space, a comma or the stop of an abbreviation stands after the token.
    fn joined(&self, at: usize) -> bool {
        let gap = self.gap(at);
        gap.chars().count() <= 2 && gap.chars().all(|c| c.is_whitespace() || matches!(c, ',' | '.')) && gap.contains(char::is_whitespace)
    }

    fn number(&self, at: usize, from: u32, to: u32) -> Option<u32> {
        let word = self.word(at);
        let digits = ["er", "st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
        let plain = (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| digits.parse().ok()).flatten().filter(|n| (from..=to).contains(n))
    }

    fn year(&self, at: usize) -> Option<i32> {
        let year = self.number(at, 1000, 9999)?.cast_signed();
        is_year(year).then_some(year)
    }

    fn weekday(&self, at: usize) -> Option<u32> {
        let word = self.word(at);
        WEEKDAYS.iter().zip(0..).find(|(names, _)| names.contains(&word)).map(|(_, n)| n)
    }

    /// A month by any of its names; English ones have a capital, which tells `May` from `may`.
    fn month(&self, at: usize) -> Option<u32> {
        let token = self.tokens.get(at)?;
        let month = super::stamp::month(&token.word)?;
        let french = matches!(token.word.as_str(), "janvier" | "fevrier" | "mars" | "avril" | "mai" | "juin" | "juillet" | "aout")
            || matches!(token.word.as_str(), "septembre" | "octobre" | "novembre" | "decembre" | "janv" | "fevr" | "fev" | "juil" | "avr");
        // `12 nov 2027`, as wires have it.
        let short =
            matches!(token.word.as_str(), "jan" | "sept" | "oct" | "nov" | "dec") && self.number(at.wrapping_sub(1), 1, 31).is_some();
        (french || short || token.span.slice(self.text).starts_with(char::is_uppercase)).then_some(month)
    }

    /// Its name is written out.
    fn full_month(&self, at: usize) -> Option<u32> {
        let whole = self.word(at).len() > 4 || matches!(self.word(at), "mars" | "mai" | "juin" | "aout" | "june" | "july" | "may");
        self.month(at).filter(|_| whole)
    }

    fn mark_at(&self, at: usize) -> Option<Mark> {
        match self.word(at) {
            "dernier" => Some(Mark::Last),
            "prochain" => Some(Mark::Next),
            _ => None,
        }
    }

    fn mark_before(&self, at: usize) -> Option<Mark> {
        match self.before(at) {
            "ce" | "this" => Some(Mark::This),
            "last" => Some(Mark::Last),
            "next" => Some(Mark::Next),
            _ => None,
        }
    }

    /// The mark before `first` or after `next`, and where the moment then begins and ends.
    fn marked(&self, when: When, first: usize, next: usize) -> (When, Mark, usize, usize) {
        if let Some(mark) = self.mark_at(next).filter(|_| self.joined(next - 1)) {
            return (when, mark, first, next + 1);
        }
        match self.mark_before(first) {
            Some(mark) => (when, mark, first - 1, next),
            None => (when, Mark::None, first, next),
        }
    }
}

/// The moment that begins at token `at`: what, its mark, its first token and the one after it.
pub(crate) fn moment(text: &str, tokens: &[Token], at: usize) -> Option<(When, Mark, usize, usize)> {
    if !can_begin(&tokens[at].word) {
        return None;
    }
    let line = Line { text, tokens };
    let weekday = line.weekday(at);
    let head = if weekday.is_some() && line.joined(at) { at + 1 } else { at };
    if let Some((year, month, day, next)) = date(&line, head) {
        let weekday = weekday.filter(|_| head > at);
        let right = |year| Day::of(year, month, day).is_some();
        // A leap day needs its year to be wrong.
        return right(year.unwrap_or(2000)).then(|| line.marked(When::Date { year, month, day, weekday }, at, next));
    }
    if let Some(weekday) = weekday {
        return of_weekday(&line, weekday, at);
    }
    if let Some(month) = line.full_month(at) {
        if let Some(year) = line.year(at + 1).filter(|_| line.joined(at)) {
            return Some((When::Month { year: Some(year), month }, Mark::None, at, at + 2));
        }
        let (when, mark, first, next) = line.marked(When::Month { year: None, month }, at, at + 1);
        let introduced = mark != Mark::None || matches!(line.before(at), "en" | "in");
        return introduced.then_some((when, mark, first, next));
    }
    deictic(&line, at)
}

/// Passes over most words at once, by their first letters: those of days, months and `hier`, `ce`, `today`.
fn can_begin(word: &str) -> bool {
    let &[first, second, ..] = word.as_bytes() else { return word.starts_with(|c: char| c.is_ascii_digit()) };
    match first {
        b'0'..=b'9' => true,
        b'j' => matches!(second, b'a' | b'e' | b'u'),
        b'f' => matches!(second, b'e' | b'r'),
        b'm' => matches!(second, b'a' | b'e' | b'o'),
        b'a' => matches!(second, b'o' | b'p' | b'u' | b'v'),
        b's' => matches!(second, b'a' | b'e' | b'u'),
        b'o' => second == b'c',
        b'n' => second == b'o',
        b'd' => matches!(second, b'e' | b'i'),
        b'l' => second == b'u',
        b'v' | b'c' | b'w' | b'y' => second == b'e',
        b't' => matches!(second, b'h' | b'o' | b'u'),
        b'h' => second == b'i',
        _ => false,
    }
}

/// Year, month, day and the token after them: `20 février 2015`, `Feb. 20, 2015`, `20/02/2015`, `2015-02-20`, `20th of May`.
fn date(line: &Line<'_>, at: usize) -> Option<(Option<i32>, u32, u32, usize)> {
    let with_year = |month: u32, day: u32, next: usize| match line.year(next).filter(|_| line.joined(next - 1)) {
        Some(year) => Some((Some(year), month, day, next + 1)),
        None => Some((None, month, day, next)),
    };
    if let Some(day) = line.number(at, 1, 31) {
        if let Some(month) = line.month(at + 1).filter(|_| line.joined(at)) {
            return with_year(month, day, at + 2);
        }
        if let Some(month) = line.month(at + 2).filter(|_| line.word(at + 1) == "of") {
            return with_year(month, day, at + 3);
        }
    }
    if let (Some(month), Some(day)) = (line.month(at), line.number(at + 1, 1, 31))
        && line.joined(at)
        && !line.word(at).ends_with("ier")
    {
        return with_year(month, day, at + 2);
    }
    numeric(line, at)
}

/// `20/02/2015`, `20.02.2015`, `2015-02-20`; the month comes second unless it cannot.
fn numeric(line: &Line<'_>, at: usize) -> Option<(Option<i32>, u32, u32, usize)> {
    let mark = line.gap(at);
    if !matches!(mark, "/" | "-" | ".") || line.gap(at + 1) != mark {
        return None;
    }
    if let (Some(year), Some(month), Some(day)) = (line.year(at), line.number(at + 1, 1, 12), line.number(at + 2, 1, 31)) {
        return Some((Some(year), month, day, at + 3));
    }
    let (first, second, year) = (line.number(at, 1, 31)?, line.number(at + 1, 1, 31)?, line.year(at + 2)?);
    let (day, month) = if second > 12 { (second, first) } else { (first, second) };
    Some((Some(year), month, day, at + 3))
}

/// A weekday without a date, unless it is a habit (`le lundi`, `du lundi au vendredi`) or a name (`Black Friday`).
fn of_weekday(line: &Line<'_>, weekday: u32, at: usize) -> Option<(When, Mark, usize, usize)> {
    if let Some(day) = line.number(at + 1, 1, 31).filter(|_| line.joined(at) && !is_count(line, at + 2)) {
        return Some((When::DayOfMonth { day, weekday }, Mark::None, at, at + 2));
    }
    let habit = ["le", "la", "les", "du", "au", "chaque", "tous", "un", "une", "every", "each", "black", "the"];
    let name = ["saint", "gras", "noir", "times", "suivant", "precedent"];
    // `a Monday`; `reporté à lundi` is one day.
    let any = line.before(at) == "a" && line.word(at).ends_with("day");
    if any || habit.contains(&line.before(at)) || name.contains(&line.word(at + 1)) {
        return None;
    }
    Some(line.marked(When::Weekday(weekday), at, at + 1))
}

/// What follows a number makes it an hour or a quantity: `vendredi 20 heures`.
fn is_count(line: &Line<'_>, at: usize) -> bool {
    let hour = matches!(line.word(at), "h" | "heures" | "heure" | "am" | "pm" | "personnes" | "people");
    hour || matches!(line.gap(at - 1), ":" | "%" | " %")
}

fn deictic(line: &Line<'_>, at: usize) -> Option<(When, Mark, usize, usize)> {
    let days = |n: i32, first: usize, next: usize| Some((When::Deictic(n), Mark::None, first, next));
    match (line.word(at), line.word(at + 1)) {
        ("aujourd", "hui") => days(0, at, at + 2),
        ("hier", _) => days(if line.before(at) == "avant" { -2 } else { -1 }, at, at + 1),
        ("demain", _) => match line.before(at) {
            // `le monde de demain`
            "de" => None,
            "apres" => days(2, at, at + 1),
            _ => days(1, at, at + 1),
        },
        ("ce", "matin" | "soir") | ("this", "morning" | "afternoon" | "evening") => days(0, at, at + 2),
        ("today" | "tonight", _) => days(0, at, at + 1),
        ("yesterday", _) => days(-1, at, at + 1),
        ("tomorrow", _) => days(1, at, at + 1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    fn read(text: &str, language: Language) -> Vec<Moment> {
        find(text, Span::of(text), &crate::text::tokens(text, Span::of(text)), language, &mut Quotation::default())
    }

    fn check(language: Language, texts: &[&str], expected: Expect) {
        let show = |text: &&str| {
            let shown = |m: Moment| {
                format!("{:?} {:?} {:?}{} <{}>\n", m.when, m.mark, m.aim, if m.quoted { " quoted" } else { "" }, m.span.slice(text))
            };
            read(text, language).into_iter().map(shown).collect::<String>()
        };
        expected.assert_eq(&texts.iter().map(show).collect::<String>());
    }

    #[test]
    fn french_moments_keep_what_is_written() {
        check(
            Language::French,
            &[
                "Il était en visite à Lyon, vendredi 20 février 2015.",
                "Depuis le 6 mars dernier, il suffit d’une lettre.",
                "En février dernier, il s’est rendu à Lyon.",
                "La veille, jeudi 19, il avait parlé.",
                "Il sera ce vendredi à Lyon et invite à venir en avril.",
                "Hier, il a dit : « Aujourd’hui, tout va bien. »",
                "La loi du 20/02/2015 entrera en vigueur le 1er mars.",
                "La réunion est prévue mardi prochain.",
            ],
            expect![[r#"
                Date { year: Some(2015), month: 2, day: 20, weekday: Some(4) } None Past <vendredi 20 février 2015>
                Date { year: None, month: 3, day: 6, weekday: None } Last Past <6 mars dernier>
                Month { year: None, month: 2 } Last Past <février dernier>
                DayOfMonth { day: 19, weekday: 3 } None Past <jeudi 19>
                Weekday(4) This Future <ce vendredi>
                Month { year: None, month: 4 } None Unclear <avril>
                Deictic(-1) None Past <Hier>
                Deictic(0) None Past quoted <Aujourd’hui>
                Date { year: Some(2015), month: 2, day: 20, weekday: None } None Unclear <20/02/2015>
                Date { year: None, month: 3, day: 1, weekday: None } None Future <1er mars>
                Weekday(1) Next Future <mardi prochain>
            "#]],
        );
    }

    #[test]
    fn english_moments_keep_what_is_written() {
        check(
            Language::English,
            &[
                "He visited the port on Friday, Feb. 20.",
                "Talks will resume on March 3, 2021.",
                "The mayor may visit the plant last May.",
                "She was due to speak this Friday, he said yesterday.",
                "It opened on the 20th of June 2019.",
            ],
            expect![[r#"
                Date { year: None, month: 2, day: 20, weekday: Some(4) } None Past <Friday, Feb. 20>
                Date { year: Some(2021), month: 3, day: 3, weekday: None } None Future <March 3, 2021>
                Month { year: None, month: 5 } Last Past <last May>
                Weekday(4) This Unclear <this Friday>
                Deictic(-1) None Past <yesterday>
                Date { year: Some(2019), month: 6, day: 20, weekday: None } None Past <20th of June 2019>
            "#]],
        );
    }

    #[test]
    fn habits_names_and_wrong_dates_are_no_moments() {
        for text in [
            "Ouvert du lundi au vendredi.",
            "Le marché du 31 février.",
            "Le Black Friday attire.",
            "le monde de demain",
            "30/02/2015",
            "en 9999",
            "1/1/0",
        ] {
            assert_eq!(read(text, Language::French), [], "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "\\PC{0,60}") {
            read(&text, Language::French);
            read(&text, Language::English);
        }

        #[test]
        fn any_words_of_time_are_read(words in proptest::collection::vec(
            proptest::sample::select(vec!["le", "31", "février", "2015", "vendredi", "May", "dernier", "en", "ce", "«", "\"", "/", "-", "aujourd’hui", "0", "9999", "of", "12"]), 0..12,
        )) {
            for joint in [" ", ""] {
                let text = words.join(joint);
                for moment in read(&text, Language::French) {
                    prop_assert!(!moment.span.slice(&text).is_empty());
                }
            }
        }
    }
}
