//! Units of time, in French and English, and lengths written as TimeML writes them.

use crate::text::{Language, Number};

/// A stretch of the calendar or the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Night,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Semester,
    Year,
    Decade,
    Century,
}

impl Unit {
    /// The unit that a folded word names, in the singular or the plural.
    pub(super) fn named(word: &str, language: Language) -> Option<Self> {
        let singular = if word.len() > 4 || matches!(word, "ans") { word.trim_end_matches('s') } else { word };
        Some(match (singular, language) {
            ("seconde" | "sec", Language::French) | ("second", Language::English) => Self::Second,
            ("minute" | "min" | "mn", _) | ("mins", Language::English) => Self::Minute,
            ("heure", Language::French) | ("hour" | "hr" | "hrs", Language::English) => Self::Hour,
            ("nuit" | "nuitee", Language::French) | ("night", Language::English) => Self::Night,
            ("jour" | "journee", Language::French) | ("day" | "days", Language::English) => Self::Day,
            ("week" | "weekend", Language::French) | ("weekend", Language::English) => Self::Weekend,
            ("semaine", Language::French) | ("week", Language::English) => Self::Week,
            ("mois" | "moi", Language::French) if word == "mois" => Self::Month,
            ("month", Language::English) => Self::Month,
            ("trimestre", Language::French) | ("quarter", Language::English) => Self::Quarter,
            ("semestre", Language::French) => Self::Semester,
            ("an" | "annee", Language::French) | ("year" | "yr" | "yrs", Language::English) => Self::Year,
            ("decennie", Language::French) | ("decade", Language::English) => Self::Decade,
            ("siecle", Language::French) | ("century" | "centurie", Language::English) => Self::Century,
            _ => return None,
        })
    }

    /// How many of what letter one of it is, and whether that stands behind the T of hours.
    fn letter(self) -> (u64, &'static str) {
        match self {
            Self::Second => (1, "S"),
            Self::Minute => (1, "M"),
            Self::Hour => (1, "H"),
            Self::Night | Self::Day => (1, "D"),
            Self::Weekend => (1, "WE"),
            Self::Week => (1, "W"),
            Self::Month => (1, "M"),
            Self::Quarter => (3, "M"),
            Self::Semester => (6, "M"),
            Self::Year => (1, "Y"),
            Self::Decade => (10, "Y"),
            Self::Century => (100, "Y"),
        }
    }

    pub(super) fn is_of_clock(self) -> bool {
        matches!(self, Self::Second | Self::Minute | Self::Hour)
    }

    /// `P3W`, `PT2H`, and with nothing for how many `PXD`.
    pub(super) fn period(self, n: Option<Number>) -> String {
        let (factor, letter) = self.letter();
        let n = match n.map(|n| n.times(factor).unwrap_or(n)) {
            Some(n) => n.to_string(),
            None => "X".to_owned(),
        };
        format!("P{}{n}{letter}", if self.is_of_clock() { "T" } else { "" })
    }

    /// About so many days.
    pub(super) fn n_days(self) -> i32 {
        match self {
            Self::Second | Self::Minute | Self::Hour => 0,
            Self::Night | Self::Day => 1,
            Self::Weekend => 2,
            Self::Week => 7,
            Self::Month => 30,
            Self::Quarter => 91,
            Self::Semester => 182,
            Self::Year => 365,
            Self::Decade => 3652,
            Self::Century => 36524,
        }
    }
}
