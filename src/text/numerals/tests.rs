use proptest::prelude::*;

use super::*;
use crate::span::Span;

fn value(text: &str, language: Language) -> Option<String> {
    let line = Line::of(text, Span::of(text));
    numeral(&line, 0, language).filter(|numeral| numeral.next == line.len()).map(|numeral| numeral.number.to_string())
}

fn below_hundred(n: u64) -> String {
    const SMALL: [&str; 17] = [
        "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze",
        "quinze", "seize",
    ];
    const TENS: [&str; 9] = ["", "dix", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt"];
    match n {
        0..=16 => SMALL[n as usize].to_owned(),
        17..=19 => format!("dix-{}", SMALL[n as usize - 10]),
        80 => "quatre-vingts".to_owned(),
        81..=99 => format!("quatre-vingt-{}", below_hundred(n - 80)),
        71 => "soixante et onze".to_owned(),
        70..=79 => format!("soixante-{}", below_hundred(n - 60)),
        _ if n.is_multiple_of(10) => TENS[(n / 10) as usize].to_owned(),
        _ if n % 10 == 1 => format!("{} et un", TENS[(n / 10) as usize]),
        _ => format!("{}-{}", TENS[(n / 10) as usize], SMALL[(n % 10) as usize]),
    }
}

fn below_thousand(n: u64) -> String {
    let rest = |text: String| if n.is_multiple_of(100) { text } else { format!("{text} {}", below_hundred(n % 100)) };
    match n / 100 {
        0 => below_hundred(n),
        1 => rest("cent".to_owned()),
        hundreds => rest(format!("{} cent{}", below_hundred(hundreds), if n.is_multiple_of(100) { "s" } else { "" })),
    }
}

fn in_french(n: u64) -> String {
    let mut parts = Vec::new();
    match n / 1_000_000 {
        0 => {}
        1_000 => parts.push("un milliard".to_owned()),
        1 => parts.push("un million".to_owned()),
        millions => parts.push(format!("{} millions", below_thousand(millions))),
    }
    match n / 1_000 % 1_000 {
        0 => {}
        1 => parts.push("mille".to_owned()),
        thousands => parts.push(format!("{} mille", below_thousand(thousands).replace("cents", "cent").replace("vingts", "vingt"))),
    }
    if !n.is_multiple_of(1_000) || n == 0 {
        parts.push(below_thousand(n % 1_000));
    }
    parts.join(" ")
}

fn in_english(n: u64) -> String {
    const SMALL: [&str; 20] = [
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
    const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let rest = |head: String, rest: u64, and: &str| if rest == 0 { head } else { format!("{head} {and}{}", in_english(rest)) };
    match n {
        0..=19 => SMALL[n as usize].to_owned(),
        20..=99 if n.is_multiple_of(10) => TENS[(n / 10) as usize].to_owned(),
        20..=99 => format!("{}-{}", TENS[(n / 10) as usize], SMALL[(n % 10) as usize]),
        100..=999 => rest(format!("{} hundred", SMALL[(n / 100) as usize]), n % 100, "and "),
        1_000..=999_999 => rest(format!("{} thousand", in_english(n / 1_000)), n % 1_000, ""),
        _ => rest(format!("{} million", in_english(n / 1_000_000)), n % 1_000_000, ""),
    }
}

fn grouped(n: u64, mark: &str) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push_str(mark);
        }
        text.push(digit);
    }
    text
}

#[test]
fn numbers_of_the_press_are_read() {
    let french = [
        ("1,5 million", "1500000"),
        ("12 000", "12000"),
        ("12.000", "12000"),
        ("1,35 milliard", "1350000000"),
        ("0,5", "0.5"),
        ("septante-deux", "72"),
        ("nonante et un", "91"),
        ("quatre-vingt-onze", "91"),
        ("quatre-vingts", "80"),
        ("mille neuf cent quatre-vingt-dix-neuf", "1999"),
        ("une centaine", "100"),
        ("une dizaine de milliers", "10000"),
        ("deux douzaines", "24"),
        ("80 mille", "80000"),
        ("deux cent mille millions", "200000000000"),
    ];
    for (text, expected) in french {
        assert_eq!(value(text, Language::French).as_deref(), Some(expected), "{text}");
    }
    for (text, expected) in [("1,234.5", "1234.5"), ("1.2 million", "1200000"), ("a hundred", "100"), ("a dozen", "12")] {
        assert_eq!(value(text, Language::English).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn what_is_no_number_is_not_read_in_parts() {
    let long = "7".repeat(400);
    for text in ["1.2.3,4", "1,2,3", "12.34.567", &long, "1.000,000,0"] {
        let line = Line::of(text, Span::of(text));
        assert_eq!(read(&line, 0, Language::French), Reading::Garbled(line.len()), "{text}");
    }
}

proptest! {
    #[test]
    fn a_number_in_french_words_reads_back(n in prop_oneof![0..2_000_u64, 0..=1_000_000_000_u64]) {
        prop_assert_eq!(value(&in_french(n), Language::French), Some(n.to_string()), "{}", in_french(n));
    }

    #[test]
    fn a_number_in_english_words_reads_back(n in prop_oneof![0..2_000_u64, 0..1_000_000_000_u64]) {
        prop_assert_eq!(value(&in_english(n), Language::English), Some(n.to_string()), "{}", in_english(n));
    }

    #[test]
    fn a_number_in_digits_reads_back(n in 0..=1_000_000_000_u64, mark in prop::sample::select(vec!["", " ", "\u{a0}", "\u{202f}"])) {
        prop_assert_eq!(value(&grouped(n, mark), Language::French), Some(n.to_string()));
        prop_assert_eq!(value(&grouped(n, ","), Language::English), Some(n.to_string()));
    }

    #[test]
    fn decimals_read_back(whole in 0..1_000_000_u64, decimal in 1..10_u64) {
        prop_assert_eq!(value(&format!("{whole},{decimal}"), Language::French), Some(format!("{whole}.{decimal}")));
        prop_assert_eq!(value(&format!("{whole}.{decimal}"), Language::English), Some(format!("{whole}.{decimal}")));
    }
}
