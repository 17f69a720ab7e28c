//! Places on the calendar by their own names: days and months, years, seasons, decades, centuries, quarters.

use super::clock;
use super::expression::{Edge, Expression, Found};
use super::unit::Unit;
use crate::corpus::told::{self, Mark, When};
use crate::text::token::Joint;
use crate::text::{Language, Line};

/// The expression of the calendar that begins at a place, with the article before it.
pub(super) fn read(line: &Line<'_>, at: usize, language: Language) -> Option<Found> {
    edge(line, at, language).or_else(|| plain(line, at, language))
}

fn plain(line: &Line<'_>, at: usize, language: Language) -> Option<Found> {
    day_or_month(line, at, language)
        .or_else(|| feast(line, at))
        .or_else(|| month(line, at, language))
        .or_else(|| season(line, at))
        .or_else(|| part_of_year(line, at))
        .or_else(|| decade(line, at))
        .or_else(|| century(line, at))
        .or_else(|| year(line, at))
}

/// An article belongs to the expression: `le 7 janvier`, `l’été 2007`.
fn with_article(line: &Line<'_>, first: usize) -> usize {
    let article = matches!(line.before(first, 1), "le" | "la" | "l" | "les" | "the") && line.tied(first.saturating_sub(1));
    if article { first - 1 } else { first }
}

/// What the reader of days finds, with hour or part of the day behind it.
fn day_or_month(line: &Line<'_>, at: usize, language: Language) -> Option<Found> {
    let (when, mark, first, next) = told::moment(line.text, &line.tokens, at)?;
    if let When::Date { year, month, day, .. } = when {
        // `le 31 février` is no day.
        super::Day::of(year.unwrap_or(2000), month, day)?;
    }
    let is_day = !matches!(when, When::Month { .. });
    // `30 février 2015`: the day makes the whole of it none.
    if !is_day && first > 0 && line.is_digits(first - 1) && line.tied(first - 1) {
        return None;
    }
    let by_name = |word: &str| match word {
        "matin" => Some("MO"),
        "soir" => Some("EV"),
        "morning" => Some("MO"),
        "afternoon" => Some("AF"),
        "evening" | "tonight" => Some("EV"),
        _ => None,
    };
    let named = by_name(line.word(next - 1)).filter(|_| matches!(when, When::Deictic(_))).map(super::expression::Hour::Part);
    let part = if is_day && named.is_none() { clock::part_after(line, next) } else { None };
    let (mut hour, mut end) = part.map_or((named, next), |(hour, end)| (Some(hour), end));
    if is_day && let Some((exact, after)) = clock::hour_after(line, end, language) {
        (hour, end) = (Some(exact), after);
    }
    let first = match when {
        When::Deictic(-2) if line.before(first, 1) == "avant" => first - 1,
        When::Deictic(2) if line.before(first, 1) == "apres" => first - 1,
        When::Date { .. } => with_article(line, first),
        _ => first,
    };
    Found::new(Expression::Moment { when, mark, hour }, first, end)
}

/// `avant Noël`, `à la Toussaint`, `Noël 2015`: feasts of one day, behind a word of time or before their year.
fn feast(line: &Line<'_>, at: usize) -> Option<Found> {
    let (month, day, next) = match line.word(at) {
        "noel" | "christmas" => (12, 25, at + 1),
        "toussaint" => (11, 1, at + 1),
        "assomption" => (8, 15, at + 1),
        "halloween" => (10, 31, at + 1),
        "saint" if matches!(line.word(at + 1), "sylvestre") && line.tied(at) => (12, 31, at + 2),
        "saint" if matches!(line.word(at + 1), "valentin") && line.tied(at) => (2, 14, at + 2),
        _ => return None,
    };
    let first = with_article(line, at);
    let (mark, behind) = mark_around(line, at);
    let behind = behind.max(next);
    let year = written_year(line, behind).filter(|_| line.spaced(behind - 1));
    const BEFORE: &[&str] =
        &["a", "avant", "apres", "depuis", "des", "pour", "jusqu", "ici", "by", "before", "after", "since", "at", "until"];
    let introduced = first > 0 && line.tied(first - 1) && BEFORE.contains(&line.before(first, 1));
    if !line.is_capital(at) || !(introduced || year.is_some() || mark != Mark::None) {
        return None;
    }
    let end = if year.is_some() { behind + 1 } else { behind };
    let when = When::Date { year, month, day, weekday: None };
    Found::new(Expression::Moment { when, mark, hour: None }, first, end)
}

/// `avril`, `mars 2018`: in lower case a month wherever it stands, in English only behind its preposition.
fn month(line: &Line<'_>, at: usize, language: Language) -> Option<Found> {
    let word = line.word(at);
    let month =
        told::month(word).filter(|_| word.len() > 4 || matches!(word, "mars" | "mai" | "juin" | "aout" | "june" | "july" | "may"))?;
    let capital = line.is_capital(at);
    let introduced = matches!(
        line.before(at, 1),
        "in" | "since" | "until" | "by" | "from" | "of" | "during" | "before" | "after" | "early" | "late" | "mid"
    );
    let is_month = match language {
        Language::French => {
            !capital && !matches!(line.before(at, 1), "le" | "la" | "un" | "planete") && !super::grammar::is_glued(line, at)
        }
        Language::English => capital && introduced,
    };
    // Two numbers around it are read as a day, or as no day at all: `31 février`.
    let of_day = at > 0 && line.is_digits(at - 1) && line.tied(at - 1);
    if !is_month || of_day {
        return None;
    }
    let year = written_year(line, at + 1).filter(|_| line.spaced(at));
    let next = if year.is_some() { at + 2 } else { at + 1 };
    // `le mois d’août`
    let named =
        at > 1 && matches!(line.before(at, 1), "d" | "de") && line.before(at, 2) == "mois" && line.tied(at - 1) && line.tied(at - 2);
    let first = if named { with_article(line, at - 2) } else { at };
    // `depuis août`: whatever verb stands there.
    let since = matches!(line.before(first, 1), "depuis" | "since") && year.is_none();
    let mark = if since { Mark::Last } else { Mark::None };
    Found::new(Expression::Moment { when: When::Month { year, month }, mark, hour: None }, first, next)
}

/// A year of four digits.
pub(super) fn written_year(line: &Line<'_>, at: usize) -> Option<i32> {
    let year: i32 = Some(line.word(at)).filter(|word| word.len() == 4 && line.is_digits(at))?.parse().ok()?;
    let grouped = line.word(at + 1).len() == 3 && line.is_digits(at + 1) && line.spaced(at);
    (crate::corpus::calendar::is_year(year) && !grouped).then_some(year)
}

/// A year before those of the press, behind a word that makes it one.
fn old_year(line: &Line<'_>, at: usize) -> Option<i32> {
    let digits = Some(line.word(at)).filter(|word| (3..=4).contains(&word.len()) && line.is_digits(at) && !word.starts_with('0'))?;
    let introduced = matches!(line.before(at, 1), "en" | "depuis" | "des" | "in" | "since") && at > 0 && line.spaced(at - 1);
    let closes = at + 1 >= line.len() || !line.spaced(at) || is_small(line.word(at + 1));
    digits.parse().ok().filter(|year| introduced && closes && (400..1800).contains(year))
}

/// Words before four digits that make them a year.
const BEFORE_YEARS: &[&str] = &[
    "en",
    "depuis",
    "des",
    "avant",
    "apres",
    "fin",
    "debut",
    "mi",
    "courant",
    "annee",
    "annees",
    "an",
    "vers",
    "jusqu",
    "printemps",
    "ete",
    "automne",
    "hiver",
    "trimestre",
    "semestre",
    "in",
    "since",
    "by",
    "until",
    "before",
    "after",
    "during",
    "year",
    "late",
    "early",
    "mid",
    "circa",
    "ici",
    "horizon",
    "dans",
    "exercice",
    "millesime",
    "rentree",
    "saison",
    "session",
    "edition",
    "noel",
    "budget",
];

/// Four digits that count nothing.
fn year(line: &Line<'_>, at: usize) -> Option<Found> {
    let year = written_year(line, at).or_else(|| old_year(line, at))?;
    if super::grammar::is_glued(line, at) || matches!(line.joint(at), Joint::Hyphen | Joint::Glued('/' | '.' | ',' | '%' | '€' | '$')) {
        return None;
    }
    let after = line.text[line.tokens[at].span.end as usize..].trim_start();
    if after.starts_with(['%', '€', '$', '°', '£']) {
        return None;
    }
    if at > 0 && told::month(line.before(at, 1)).is_some() && line.tied(at - 1) {
        return None;
    }
    // `un rapport de 2024 consulté`: a noun that is counted would be plural.
    let of_noun = at > 1
        && line.before(at, 1) == "de"
        && line.tied(at - 1)
        && line.before(at, 2).len() > 3
        && !matches!(line.before(at, 2), "plus" | "moins" | "pres" | "ordre" | "nombre" | "autour" | "minimum" | "maximum" | "total")
        && !line.word(at + 1).ends_with(['s', 'x']);
    let behind_word = !of_noun && line.spaced(at) && line.written(at + 1).starts_with(char::is_lowercase) && !is_small(line.word(at + 1));
    let introduced = at > 0 && line.tied(at - 1) && BEFORE_YEARS.contains(&line.before(at, 1));
    // `2000 personnes` is a number, `en 2000 personnes` is one too, but nobody writes it.
    let likely = (1900..2060).contains(&year)
        && !behind_word
        && (at == 0 || !matches!(line.before(at, 1), "numero" | "no" | "n" | "article" | "boeing" | "airbus" | "loi" | "ligne" | "rue"));
    if !introduced && !likely {
        return None;
    }
    let article = if matches!(line.before(at, 1), "annee" | "an") && matches!(line.before(at, 2), "l" | "cette") { at - 2 } else { at };
    Found::new(Expression::Year(year), article, at + 1)
}

/// Function words and verbs that may follow a year.
fn is_small(word: &str) -> bool {
    word.len() <= 3
        || Language::French.is_function_word(word)
        || Language::English.is_function_word(word)
        || matches!(
            word,
            "avaient"
                | "auront"
                | "seront"
                | "marque"
                | "contre"
                | "lors"
                | "mais"
                | "puis"
                | "where"
                | "when"
                | "alors"
                | "jusqu"
                | "sous"
        )
}

const SEASONS: [[&str; 2]; 4] = [["printemps", "spring"], ["ete", "summer"], ["automne", "autumn"], ["hiver", "winter"]];

/// `l’été 2007`, `cet hiver`, `au printemps dernier`, `last summer`.
fn season(line: &Line<'_>, at: usize) -> Option<Found> {
    let word = line.word(at);
    let season = SEASONS.iter().position(|names| names.contains(&word))?;
    let before = line.before(at, 1);
    let determined = matches!(
        before,
        "l" | "cet" | "le" | "ce" | "au" | "du" | "en" | "d" | "un" | "the" | "this" | "last" | "next" | "in" | "fin" | "debut" | "mi"
    );
    if at == 0 || !determined || !line.tied(at - 1) || word == "ete" && before == "en" && line.before(at, 2) == "ont" {
        return None;
    }
    let (mark, mut next) = mark_around(line, at);
    let year = written_year(line, next).filter(|_| line.spaced(next - 1));
    next += usize::from(year.is_some());
    let first = if matches!(before, "l" | "cet" | "le" | "ce" | "the" | "this" | "last" | "next") { at - 1 } else { at };
    Found::new(Expression::Season { season, year, mark }, first, next)
}

/// `dernier` behind or `ce` before a word, and the place behind all of it.
pub(super) fn mark_around(line: &Line<'_>, at: usize) -> (Mark, usize) {
    let tied = line.spaced(at);
    match line.word(at + 1) {
        "dernier" | "derniere" | "derniers" | "dernieres" | "passe" | "passee" | "precedent" | "precedente" if tied => (Mark::Last, at + 2),
        "prochain" | "prochaine" | "suivant" | "suivante" if tied => (Mark::Next, at + 2),
        "ci" if line.tied(at) => (Mark::This, at + 2),
        _ => match line.before(at, 1) {
            "ce" | "cet" | "cette" | "this" => (Mark::This, at + 1),
            "last" | "dernier" | "derniere" => (Mark::Last, at + 1),
            "next" | "prochain" | "prochaine" => (Mark::Next, at + 1),
            _ => (Mark::None, at + 1),
        },
    }
}

/// The rank of a part of the year, in words or as `1er`, `2e`.
fn rank(word: &str) -> Option<i32> {
    Some(match word {
        "premier" | "1er" | "first" => 1,
        "deuxieme" | "second" | "2e" | "2eme" => 2,
        "troisieme" | "3e" | "3eme" | "third" => 3,
        "quatrieme" | "4e" | "4eme" | "fourth" | "dernier" => 4,
        _ => return None,
    })
}

/// `le troisième trimestre 2008`, `au premier semestre`.
fn part_of_year(line: &Line<'_>, at: usize) -> Option<Found> {
    let n = rank(line.word(at)).filter(|_| line.spaced(at))?;
    let unit = match line.word(at + 1) {
        "trimestre" | "quarter" => Unit::Quarter,
        "semestre" if n <= 2 => Unit::Semester,
        _ => return None,
    };
    // `le dernier trimestre` is the last of the year or the one before this: not told here.
    if line.word(at) == "dernier" {
        return None;
    }
    let of = matches!(line.word(at + 2), "de" | "of");
    let place = if of { at + 3 } else { at + 2 };
    let year = written_year(line, place).filter(|_| line.spaced(place - 1));
    let next = if year.is_some() { place + 1 } else { at + 2 };
    Found::new(Expression::Part { n, unit, year }, with_article(line, at), next)
}

/// `les années 80`, `les années 1980`, `the 1990s`.
fn decade(line: &Line<'_>, at: usize) -> Option<Found> {
    let of_two = |digits: &str| Some(1900 + digits.parse::<i32>().ok()?).filter(|_| digits.len() == 2 && digits.ends_with('0'));
    let of_four = |digits: &str| {
        digits.parse::<i32>().ok().filter(|year| digits.len() == 4 && year % 10 == 0 && crate::corpus::calendar::is_year(*year))
    };
    if line.word(at) == "annees" && line.spaced(at) {
        let word = line.word(at + 1);
        let digits = if line.is_digits(at + 1) { of_two(word).or_else(|| of_four(word)) } else { None };
        let in_words = || {
            let numeral = crate::text::numerals::numeral(line, at + 1, Language::French)?;
            let n = i32::try_from(numeral.number.whole()?).ok().filter(|n| n % 10 == 0 && (20..100).contains(n))?;
            Some((1900 + n, numeral.next))
        };
        let (first_year, next) = digits.map(|year| (year, at + 2)).or_else(in_words)?;
        return Found::new(Expression::Decade(first_year), with_article(line, at), next);
    }
    let digits = line.word(at).strip_suffix('s').filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))?;
    let year = of_four(digits).or_else(|| of_two(digits).filter(|_| line.before(at, 1) == "the"))?;
    Found::new(Expression::Decade(year), with_article(line, at), at + 1)
}

/// `XXe siècle`, `21e siècle`.
fn century(line: &Line<'_>, at: usize) -> Option<Found> {
    if !matches!(line.word(at + 1), "siecle" | "century") || !line.tied(at) {
        return None;
    }
    let word = line.word(at);
    let stem = ["eme", "er", "e", "th", "st", "nd", "rd"].iter().find_map(|end| word.strip_suffix(end))?;
    let n = stem.parse::<i32>().ok().or_else(|| roman(stem)).filter(|n| (1..=21).contains(n))?;
    Found::new(Expression::Century(n), with_article(line, at), at + 2)
}

/// Roman numerals of centuries.
fn roman(word: &str) -> Option<i32> {
    let value = |c| match c {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        _ => None,
    };
    let digits: Vec<i32> = word.chars().map(value).collect::<Option<_>>()?;
    let less = |place: usize| digits.get(place + 1).is_some_and(|next| digits[place] < *next);
    (!digits.is_empty() && digits.len() < 6).then(|| (0..digits.len()).map(|at| if less(at) { -digits[at] } else { digits[at] }).sum())
}

/// `début mars`, `la fin 2010`, `mi-mai`, `fin de l’année`, `la fin du mois`, `late 2015`.
fn edge(line: &Line<'_>, at: usize, language: Language) -> Option<Found> {
    let edge = match line.word(at) {
        "debut" | "early" | "beginning" | "start" => Edge::Start,
        "mi" | "milieu" | "courant" | "mid" => Edge::Middle,
        "fin" | "late" | "end" => Edge::End,
        _ => return None,
    };
    let mut place = at + 1;
    while matches!(line.word(place), "de" | "du" | "d" | "of" | "the") && place < at + 3 && line.tied(place - 1) {
        place += 1;
    }
    if !line.tied(place - 1) {
        return None;
    }
    let of_unit =
        matches!(line.word(place), "l" | "la" | "ce" | "cette" | "mois" | "semaine" | "year" | "month" | "week" | "this" | "last");
    let inner = if of_unit {
        let place = if matches!(line.word(place), "l" | "la" | "ce" | "cette" | "this" | "last") { place + 1 } else { place };
        let unit = Unit::named(line.word(place), language).filter(|unit| unit.n_days() >= 7 && line.tied(place - 1))?;
        let (mark, next) = mark_around(line, place);
        let mark = if mark == Mark::None { Mark::This } else { mark };
        Found { expression: Expression::Of { unit, mark }, first: place, next }
    } else {
        plain(line, place, language).filter(|found| found.first >= place && is_long(&found.expression))?
    };
    Found::new(Expression::Edge(Box::new(inner.expression), edge), with_article(line, at), inner.next)
}

/// Longer than a day.
fn is_long(expression: &Expression) -> bool {
    !matches!(
        expression,
        Expression::Moment { when: When::Date { .. } | When::DayOfMonth { .. } | When::Deictic(_) | When::Weekday(_), .. }
    )
}
