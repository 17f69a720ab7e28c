//! What an expression of time says by its words alone, before anybody asks which day it is.

use super::unit::Unit;
use crate::corpus::told::{Mark, When};

/// A place on the calendar, a length or a habit as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Expression {
    /// A day or a month, with an hour or a part of the day.
    Moment {
        when: When,
        mark: Mark,
        hour: Option<Hour>,
    },
    /// `à 14 heures`: on the day of which the text speaks.
    Hour(Hour),
    Year(i32),
    /// By its first year.
    Decade(i32),
    /// `20` for the years 1901 to 2000.
    Century(i32),
    /// 0 for spring.
    Season {
        season: usize,
        year: Option<i32>,
        mark: Mark,
    },
    /// From 1; `unit` is a quarter or a half of a year.
    Part {
        n: i32,
        unit: Unit,
        year: Option<i32>,
    },
    /// `la semaine dernière`, `cette année`.
    Of {
        unit: Unit,
        mark: Mark,
    },
    /// Beginning, middle or end of another.
    Edge(Box<Expression>, Edge),
    /// `il y a trois ans`, `dans deux jours`, `trois jours plus tard`.
    Shift {
        n: i32,
        unit: Unit,
        from: From,
    },
    /// `la veille`, `le lendemain`, `ce jour-là`.
    DayOfScene {
        n: i32,
        hour: Option<Hour>,
    },
    /// `pendant la nuit`: that before the day of the article, or of another day of which the text speaks.
    Night,
    /// A TimeML length.
    Duration(String),
    /// A TimeML length or pattern that comes again.
    Set(String),
    /// `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`
    Reference(&'static str),
    Range(Box<Expression>, Box<Expression>),
}

/// An hour, or a part of the day by its TimeML letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hour {
    At(u32, u32),
    Part(&'static str),
}

impl Hour {
    /// After midnight, for whoever tells of a night.
    pub(super) fn is_early(self) -> bool {
        matches!(self, Self::At(0..=11, _) | Self::Part("MO"))
    }

    /// `T11:20`, `TMO`
    pub(super) fn value(self) -> String {
        match self {
            Self::At(hour, minute) => format!("T{hour:02}:{minute:02}"),
            Self::Part(part) => format!("T{part}"),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    Start,
    Middle,
    End,
}

/// From which day a shift counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    Publication,
    Scene,
    /// `la semaine suivante`: the whole of the unit beside that of the scene.
    BesideScene,
}

/// An expression with the words that it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub expression: Expression,
    pub first: usize,
    pub next: usize,
}

impl Found {
    pub(super) fn new(expression: Expression, first: usize, next: usize) -> Option<Self> {
        Some(Self { expression, first, next })
    }
}
