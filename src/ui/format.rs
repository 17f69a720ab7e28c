//! Numbers, dates and names as the page's language writes them.

use crate::corpus::calendar::{self, MONTHS};
use crate::corpus::{Basis, Fact};
use crate::entities::EntityKind;
use crate::locale;
use crate::order::Order;
use crate::protocol::ArticleCard;
use crate::say;
use crate::ui::messages::{kinds, values};

/// `2127` → `2 127`, with a narrow no-break space; `2,127`.
pub fn number(n: usize) -> String {
    let digits = n.to_string();
    let mut shown = String::new();
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            shown.push(say!('\u{202f}', ','));
        }
        shown.push(digit);
    }
    shown
}

/// The one of both forms that so many take.
pub fn plural<'w>(n: usize, one: &'w str, many: &'w str) -> &'w str {
    if locale::current().is_one(n) { one } else { many }
}

/// `1, "article", "articles"` → `1 article`.
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{}\u{a0}{}", number(n), plural(n, one, many))
}

/// `0.163` → `16 %`; a share above nothing is never shown as nothing.
pub fn percent(share: f32) -> String {
    match whole_percent(share) {
        0 if share > 0.0 => say!("moins de 1\u{a0}%", "less than 1%").to_owned(),
        rounded => say!(format!("{rounded}\u{a0}%"), format!("{rounded}%")),
    }
}

/// `1234` tenths → `123,4`; `123.4`.
pub fn tenths(n: u32) -> String {
    format!("{}{}{}", number((n / 10) as usize), say!(',', '.'), n % 10)
}

/// `964` tenths → `96,4 %`; `96.4%`.
pub fn tenths_percent(n: u32) -> String {
    say!(format!("{}\u{a0}%", tenths(n)), format!("{}%", tenths(n)))
}

/// So many for ten thousand words, in tenths.
pub fn rate(n: u32, n_words: u32) -> u32 {
    let n_words = u64::from(n_words.max(1));
    u32::try_from((u64::from(n) * 100_000 + n_words / 2) / n_words).unwrap_or(u32::MAX)
}

/// `0.163` → 16. A whole number: writing fractions would bring their whole printer into the page.
pub fn whole_percent(share: f32) -> u32 {
    (share.clamp(0.0, 1.0) * 100.0 + 0.5) as u32
}

/// `2015-02-20T11:20` → `20 février 2015, 11 h 20`; `20 February 2015, 11:20`; what is no date is shown as it is.
pub fn date(iso: &str) -> String {
    let (day, time) = iso.split_once('T').unwrap_or((iso, ""));
    let parts: Vec<&str> = day.split('-').collect();
    let months = say!(&MONTHS, &calendar::ENGLISH_MONTHS);
    let month = |number: &str| number.parse::<usize>().ok().and_then(|n| months.get(n.wrapping_sub(1)));
    let first = |d: u32| if d == 1 { say!("er", "") } else { "" };
    let shown = match parts.as_slice() {
        [year, m] => month(m).map(|m| format!("{m} {year}")),
        [year, m, d] => month(m).zip(d.parse::<u32>().ok()).map(|(m, d)| format!("{d}{}\u{a0}{m} {year}", first(d))),
        _ => None,
    };
    let shown = shown.unwrap_or_else(|| day.to_owned());
    match time.split_once(':') {
        Some((hour, minute)) => format!("{shown}, {hour}{}{}", say!("\u{a0}h\u{a0}", ":"), minute.get(..2).unwrap_or(minute)),
        None => shown,
    }
}

/// True for `2015`, `2015-02`, `2015-02-20` and `2015-02-20T11:20…`.
pub fn is_iso(text: &str) -> bool {
    let day = text.split('T').next().unwrap_or_default();
    let parts: Vec<&str> = day.split('-').collect();
    let number = |part: &str, n: usize| {
        let digits = part.len() == n && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse::<u32>().ok()).flatten()
    };
    let month = |part: &str| number(part, 2).filter(|month| (1..=12).contains(month));
    let [year, rest @ ..] = &parts[..] else { return false };
    match (number(year, 4), rest) {
        (Some(_), []) => true,
        (Some(_), [m]) => month(m).is_some(),
        (Some(year), [m, d]) => {
            month(m).zip(number(d, 2)).is_some_and(|(month, day)| (1..=calendar::n_days(year.cast_signed(), month)).contains(&day))
        }
        _ => false,
    }
}

/// Why a value is shown as a guess, if it is one.
pub fn doubt<T>(fact: &Fact<T>) -> Option<String> {
    match &fact.basis {
        Basis::Inferred { earliest, latest, why } => {
            let between = match (earliest, latest) {
                (Some(a), Some(b)) if a != b => values::between(&date(a), &date(b)) + ". ",
                (Some(a), None) => values::at_the_earliest(&date(a)) + ". ",
                (None, Some(b)) => values::at_the_latest(&date(b)) + ". ",
                _ => String::new(),
            };
            Some(values::inferred(&between, &why.to_string()))
        }
        _ => None,
    }
}

/// Letters of an outlet's name shown where many names stand together.
const LONGEST_LABEL: usize = 48;

/// What an article is called in few words: its outlet, with a number where several are of one, else its file name without the
/// ending.
pub fn bare_label(card: &ArticleCard) -> String {
    let name = card.outlet().unwrap_or_else(|| stem(&card.name));
    let mut shown: String = name.chars().take(LONGEST_LABEL).collect();
    if shown.len() < name.len() {
        shown.push('…');
    }
    if card.place > 0 {
        shown = format!("{shown} ({})", card.place);
    }
    shown
}

/// As [`bare_label`], with a question mark where the outlet is a guess: for places that cannot show it otherwise.
pub fn label(card: &ArticleCard) -> String {
    let guess = card.metadata.outlet.as_ref().is_some_and(Fact::is_inferred);
    format!("{}{}", bare_label(card), if guess { "\u{a0}?" } else { "" })
}

/// A date no more exact than it is known: a guess between distant days is a month, between near ones `vers le …`; where
/// one side is open, the other is told.
pub fn fact_date(fact: &Fact<String>) -> String {
    let (earliest, latest) = match &fact.basis {
        Basis::Inferred { earliest: Some(earliest), latest: Some(latest), .. } => (earliest, latest),
        Basis::Inferred { earliest: Some(earliest), .. } => return values::at_the_earliest(&date(earliest)),
        Basis::Inferred { latest: Some(latest), .. } => return values::at_the_latest(&date(latest)),
        _ => return date(&fact.value),
    };
    let month = |iso: &str| iso.get(..7).map(str::to_owned);
    if earliest == latest {
        date(&fact.value)
    } else if month(earliest) == month(latest) {
        values::about_the(&date(&fact.value))
    } else {
        values::about(&date(&month(&fact.value).unwrap_or_else(|| fact.value.clone())))
    }
}

/// The articles, oldest first, those without a date last.
pub fn chronological(articles: &[ArticleCard]) -> Vec<&ArticleCard> {
    let mut sorted: Vec<&ArticleCard> = articles.iter().collect();
    sorted.order_by_key(|card| {
        let published = card.metadata.published.as_ref().map(|published| published.value.clone());
        (published.is_none(), published, card.id)
    });
    sorted
}

/// `texte` → `Texte`.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The title, else the opening in quotation marks.
pub fn title(card: &ArticleCard) -> String {
    card.metadata.title.as_ref().map_or_else(|| values::in_marks(&card.opening), |title| title.value.clone())
}

/// A file name without its ending.
pub fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem })
}

/// A title as a file name: no sign that a system of files minds, and not too long.
pub fn file_name(title: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ' ') { c } else { ' ' };
    let name: String = title.chars().map(plain).take(60).collect();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() { "corpus".to_owned() } else { name }
}

/// One kind in words: class in the style sheets, the same with that of a name, letter of its label, singular, plural.
pub struct KindWords {
    pub class: &'static str,
    pub name_class: &'static str,
    pub letter: &'static str,
    pub one: &'static str,
    pub many: &'static str,
}

/// How a kind of entity is written.
pub fn kind(kind: EntityKind) -> KindWords {
    let name_class = match kind {
        EntityKind::Person => "name person",
        EntityKind::Organisation => "name organisation",
        EntityKind::Place => "name place",
        EntityKind::Media => "name media",
        EntityKind::Group => "name group",
        EntityKind::Event => "name event",
        EntityKind::Law => "name law",
        EntityKind::Product => "name product",
    };
    let (letter, one, many) = kinds::name(kind);
    KindWords { class: &name_class["name ".len()..], name_class, letter, one, many }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_as_exact_as_known() {
        assert_eq!(date("2015-02-20T11:20"), "20\u{a0}février 2015, 11\u{a0}h\u{a0}20");
        assert_eq!(date("2015-04"), "avril 2015");
        assert_eq!(date("2015-03-01"), "1er\u{a0}mars 2015");
        assert_eq!(date("hier"), "hier");
        assert_eq!(date("2015-13-01"), "2015-13-01");
    }

    #[test]
    fn a_guessed_date_is_no_more_exact_than_known() {
        let guess = |earliest: &str, latest: &str| {
            let basis = Basis::Inferred { earliest: Some(earliest.to_owned()), latest: Some(latest.to_owned()), why: "".into() };
            fact_date(&Fact { value: "2015-04-20".to_owned(), basis })
        };
        assert_eq!(guess("2015-03-07", "2015-07-24"), "vers avril 2015");
        assert_eq!(guess("2015-04-19", "2015-04-22"), "vers le 20\u{a0}avril 2015");
        assert_eq!(fact_date(&Fact::given("2015-04-20".to_owned())), "20\u{a0}avril 2015");
        let open = Basis::Inferred { earliest: Some("2015-04-20".to_owned()), latest: None, why: "".into() };
        assert_eq!(fact_date(&Fact { value: "2015-04-20".to_owned(), basis: open }), "au plus tôt le 20\u{a0}avril 2015");
    }

    #[test]
    fn a_day_that_no_calendar_has_is_no_date() {
        for (text, is_date) in [
            ("2015", true),
            ("2015-02", true),
            ("2016-02-29T11:20", true),
            ("2015-02-29", false),
            ("2023-04-31", false),
            ("2023-13", false),
            ("2023-1-01", false),
            ("hier", false),
        ] {
            assert_eq!(is_iso(text), is_date, "{text}");
        }
    }

    #[test]
    fn english_writes_its_own_way() {
        locale::set(locale::Locale::English);
        assert_eq!(date("2015-03-01T09:05"), "1\u{a0}March 2015, 09:05");
        assert_eq!((percent(0.001), percent(0.163), tenths(12_345)), ("less than 1%".into(), "16%".into(), "1,234.5".into()));
        assert_eq!((count(0, "word", "words"), count(1, "word", "words")), ("0\u{a0}words".into(), "1\u{a0}word".into()));
        locale::set(locale::Locale::French);
    }

    #[test]
    fn a_small_share_is_not_nothing() {
        assert_eq!(percent(0.001), "moins de 1\u{a0}%");
        assert_eq!(percent(0.0), "0\u{a0}%");
        assert_eq!(percent(0.163), "16\u{a0}%");
    }

    #[test]
    fn numbers_are_grouped_and_plurals_begin_at_two() {
        assert_eq!(number(2_127), "2\u{202f}127");
        assert_eq!(count(0, "passage", "passages"), "0\u{a0}passage");
        assert_eq!(count(1_000_000, "mot", "mots"), "1\u{202f}000\u{202f}000\u{a0}mots");
    }

    #[test]
    fn a_name_without_ending_is_its_own_stem() {
        assert_eq!((stem("003.txt"), stem(".txt"), stem("a")), ("003", ".txt", "a"));
    }
}
