//! What the name of a file says of its article: `2015-02-20_lemonde_titre.html`, `Le titre - Le Monde.html`.
//!
//! Weak evidence: whoever saved the page named it, and the day may be the one of saving. It never stands above what the
//! text says, and only a name that is a field of its own counts: `la-liberation-de-paris.txt` is no newspaper's.

use super::calendar::Day;
use super::metadata::{Basis, Fact, Metadata};
use super::outlet;
use super::reason::Reason;

/// Day, outlet and title, each as a guess.
pub(super) fn facts(name: &str) -> Metadata {
    let (day, fields) = read(name);
    let guess = |value: String, day: Option<&str>| {
        let base = base(name);
        let ends = || day.map(str::to_owned);
        Fact { value, basis: Basis::Inferred { earliest: ends(), latest: ends(), why: Reason::FileName(base.to_owned()) } }
    };
    let house = fields.iter().find_map(|field| outlet::named(field));
    let is_title = |field: &&&str| outlet::named(field).is_none() && field.split(' ').filter(|word| word.len() > 1).count() >= 3;
    let title = fields.iter().filter(is_title).max_by_key(|field| field.len());
    Metadata {
        title: title.map(|title| guess((*title).to_owned(), None)),
        outlet: house.map(|house| guess(house.to_owned(), None)),
        published: day.map(Day::iso).map(|day| guess(day.clone(), Some(&day))),
        ..Metadata::default()
    }
}

/// True when the name of the file says this date.
pub(super) fn tells_date(name: &str, date: &str) -> bool {
    read(name).0.is_some_and(|day| day.iso() == date)
}

/// The last part of a path, as it is shown.
fn base(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}

/// The day, and the fields of the name without it.
fn read(name: &str) -> (Option<Day>, Vec<&str>) {
    let base = base(name);
    let stem = match base.rsplit_once('.') {
        Some((stem, end)) if !stem.is_empty() && end.len() <= 5 && end.bytes().all(|b| b.is_ascii_alphanumeric()) => stem,
        _ => base,
    };
    let found = (0..stem.len()).filter(|at| stem.is_char_boundary(*at)).find_map(|at| date_at(stem, at));
    let (before, after) = found.map_or((stem, ""), |(_, from, to)| (&stem[..from], &stem[to..]));
    let mut fields = Vec::new();
    for part in [before, after] {
        let parts =
            part.split(['_', '|']).flat_map(|part| part.split(" - ")).flat_map(|part| part.split(" – ")).flat_map(|part| part.split(" — "));
        fields.extend(parts.map(|field| field.trim_matches([' ', '-', '.', '\u{a0}', '(', ')', '[', ']'])).filter(|field| field.len() > 3));
    }
    (found.map(|(day, ..)| day).or_else(|| of_folders(name)), fields)
}

/// `2015-02-20`, `2015_02_20`, `20150220`, `20-02-2015` at byte `at`, with no digit around it.
fn date_at(stem: &str, at: usize) -> Option<(Day, usize, usize)> {
    let bytes = stem.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    if !digit(at) || at > 0 && digit(at - 1) {
        return None;
    }
    let number = |from: usize, to: usize| stem.get(from..to)?.parse::<u32>().ok().filter(|_| (from..to).all(digit));
    let mark = |at: usize| bytes.get(at).copied().filter(|b| matches!(b, b'-' | b'_' | b'.' | b' '));
    let day = |year: Option<u32>, month: Option<u32>, day: Option<u32>| Day::of(year?.cast_signed(), month?, day?);
    let marked = |first: usize, second: usize| mark(at + first).is_some() && mark(at + first) == mark(at + second);
    let (found, length) = if !digit(at + 4) && marked(4, 7) {
        (day(number(at, at + 4), number(at + 5, at + 7), number(at + 8, at + 10)), 10)
    } else if !digit(at + 2) && marked(2, 5) {
        (day(number(at + 6, at + 10), number(at + 3, at + 5), number(at, at + 2)), 10)
    } else {
        (day(number(at, at + 4), number(at + 4, at + 6), number(at + 6, at + 8)), 8)
    };
    found.filter(|_| !digit(at + length)).map(|day| (day, at, at + length))
}

/// `lemonde/2015/02/20/titre.html`
fn of_folders(name: &str) -> Option<Day> {
    let parts: Vec<&str> = name.split(['/', '\\']).collect();
    let number =
        |text: &str, n: usize| (text.len() <= n && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse::<u32>().ok()).flatten();
    parts.windows(3).find_map(|three| Day::of(number(three[0], 4)?.cast_signed(), number(three[1], 2)?, number(three[2], 2)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(name: &str) -> [Option<String>; 3] {
        let found = facts(name);
        [found.published, found.outlet, found.title].map(|fact| fact.map(|fact| fact.value))
    }

    #[test]
    fn names_of_files_tell_day_house_and_title() {
        let cases: [(&str, [Option<&str>; 3]); 9] = [
            ("2015-02-20_lemonde_titre.html", [Some("2015-02-20"), Some("Le Monde"), None]),
            ("lemonde-20150220.txt", [Some("2015-02-20"), Some("Le Monde"), None]),
            ("Le pont du Moulin est fermé - Le Monde.html", [None, Some("Le Monde"), Some("Le pont du Moulin est fermé")]),
            ("Le pont du Moulin est fermé _ Libération.html", [None, Some("Libération"), Some("Le pont du Moulin est fermé")]),
            ("Le Monde - Le pont du Moulin.html", [None, Some("Le Monde"), Some("Le pont du Moulin")]),
            ("presse/2021/03/04/pont.txt", [Some("2021-03-04"), None, None]),
            ("la-liberation-de-paris.txt", [None, None, None]),
            ("12345678901.txt", [None, None, None]),
            ("20150231.txt", [None, None, None]),
        ];
        for (name, expected) in cases {
            assert_eq!(shown(name), expected.map(|value| value.map(str::to_owned)), "{name}");
        }
    }

    proptest! {
        #[test]
        fn any_name_is_read(name in "[0-9é_ ./-]{0,24}") {
            facts(&name);
        }
    }
}
