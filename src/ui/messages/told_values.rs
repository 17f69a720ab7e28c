//! Days and figures that an article tells, in words.

use crate::figures::Bound;
use crate::say;

pub fn from_to(first: &str, last: &str) -> String {
    say!(format!("du {first} au {last}"), format!("{first} to {last}"))
}

pub fn duration() -> &'static str {
    say!("durée", "duration")
}

pub fn recurring() -> &'static str {
    say!("ce qui revient", "something that recurs")
}

pub fn not_on_calendar() -> &'static str {
    say!("sans place sur le calendrier", "no place on the calendar")
}

/// A number of the figures with its decimals.
pub fn decimal(number: &str) -> String {
    say!(number.replace('.', ","), number.to_owned())
}

pub fn range(least: &str, most: &str) -> String {
    say!(format!("de {least} à {most}"), format!("{least} to {most}"))
}

pub fn ratio(part: &str, of: &str) -> String {
    say!(format!("{part} sur {of}"), format!("{part} out of {of}"))
}

/// Before a figure.
pub fn bound(bound: Bound) -> &'static str {
    match bound {
        Bound::AtLeast => say!("au moins ", "at least "),
        Bound::AtMost => say!("au plus ", "at most "),
    }
}

/// A number with what it is measured in, by its code.
pub fn measured(number: &str, unit: &str) -> String {
    let sign = match unit {
        "EUR" => "€",
        "fois" => say!("fois", "times"),
        other => other,
    };
    match unit {
        "%" => say!(format!("{number}\u{a0}%"), format!("{number}%")),
        "EUR" => say!(format!("{number}\u{a0}{sign}"), format!("{sign}{number}")),
        _ => format!("{number}\u{a0}{sign}"),
    }
}

pub fn about() -> &'static str {
    say!("environ ", "about ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};

    #[test]
    fn figures_carry_their_unit_as_the_language_writes_it() {
        let said = || {
            [("5,5", "EUR"), ("12", "%"), ("3", "fois"), ("7", "km")].map(|(number, unit)| measured(number, unit).replace('\u{a0}', " "))
        };
        assert_eq!(said(), ["5,5 €", "12 %", "3 fois", "7 km"]);
        locale::set(Locale::English);
        assert_eq!(said(), ["€5,5", "12%", "3 times", "7 km"]);
        assert_eq!((decimal("5.5"), range("5", "10"), ratio("9", "10")), ("5.5".into(), "5 to 10".into(), "9 out of 10".into()));
        locale::set(Locale::French);
        assert_eq!((decimal("5.5"), range("5", "10"), ratio("9", "10")), ("5,5".into(), "de 5 à 10".into(), "9 sur 10".into()));
    }
}
