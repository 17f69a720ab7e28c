//! Verdicts in words: kept as what they say it of, said in the language of the moment.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::telling::Telling;
use crate::locale::in_marks;
use crate::say;
use crate::times::Day;

/// Why two figures stand to each other as they do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    Same,
    Rounding,
    /// The first is the sum.
    Sum,
    Twice,
    Part,
    Narrowed,
    Places,
    Days,
    Sources,
    Undated,
    FirstOlder,
    SecondOlder,
    Hours,
    Unexplained,
}

/// The reason with both figures as they are written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Why {
    pub reason: Reason,
    pub a: String,
    pub b: String,
}

/// Two days of one deed, each as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TwoDays {
    pub a: (Day, String),
    pub b: (Day, String),
}

impl Why {
    pub(super) fn of(reason: Reason, a: &Telling, b: &Telling) -> Self {
        let turned = reason == Reason::Sum && a.amount.written <= b.amount.written;
        let (a, b) = if turned { (b, a) } else { (a, b) };
        Self { reason, a: a.surface.clone(), b: b.surface.clone() }
    }
}

impl fmt::Display for Why {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        let (x, y) = (in_marks(&self.a), in_marks(&self.b));
        to.write_str(&say!(in_french(self, &x, &y), in_english(self, &x, &y)))
    }
}

fn in_french(why: &Why, x: &str, y: &str) -> String {
    match why.reason {
        Reason::Same if why.a == why.b => format!("Tous écrivent {x}."),
        Reason::Same => format!("{x} et {y} disent le même nombre."),
        Reason::Rounding => format!("{x} et {y} s’accordent\u{a0}: l’un arrondit l’autre, ou reste ouvert."),
        Reason::Sum => format!("{x} est la somme de {y} et d’autres chiffres du même article."),
        Reason::Twice => {
            format!("Un même article donne {x} et {y}\u{a0}: ils ne comptent pas la même chose, ou pas au même moment.")
        }
        Reason::Part => format!("De {x} et {y}, l’un n’est qu’une partie («\u{a0}dont\u{a0}»)."),
        Reason::Narrowed => format!("{x} et {y} ne comptent pas la même chose\u{a0}: l’un des deux est plus restreint."),
        Reason::Places => format!("{x} et {y} ne parlent pas des mêmes lieux."),
        Reason::Days => format!("{x} et {y} ne parlent pas des mêmes jours."),
        Reason::Sources => format!("{x} et {y} ne viennent pas de la même source\u{a0}: chacune donne le sien."),
        Reason::Undated => {
            format!("{x} et {y} diffèrent, mais la date d’un article manque\u{a0}: un décompte plus ancien n’est pas exclu.")
        }
        Reason::FirstOlder => format!("{x} est paru avant {y}\u{a0}: le décompte a pu changer entre-temps."),
        Reason::SecondOlder => format!("{y} est paru avant {x}\u{a0}: le décompte a pu changer entre-temps."),
        Reason::Hours => format!("{x} et {y} ne sont pas parus à la même heure\u{a0}: le décompte a pu changer entre-temps."),
        Reason::Unexplained => format!(
            "{x} et {y} pour la même chose\u{a0}: ni arrondi, ni partie, ni autre date, ni autre source ne l’explique dans les textes."
        ),
    }
}

fn in_english(why: &Why, x: &str, y: &str) -> String {
    match why.reason {
        Reason::Same if why.a == why.b => format!("All write {x}."),
        Reason::Same => format!("{x} and {y} are the same number."),
        Reason::Rounding => format!("{x} and {y} agree: one rounds the other, or is left open."),
        Reason::Sum => format!("{x} is the sum of {y} and other figures of the same article."),
        Reason::Twice => format!("One and the same article gives {x} and {y}: they do not count the same thing, or not at the same time."),
        Reason::Part => format!("Of {x} and {y}, one is only a part (“of whom”)."),
        Reason::Narrowed => format!("{x} and {y} do not count the same thing: one of them is narrower."),
        Reason::Places => format!("{x} and {y} do not speak of the same places."),
        Reason::Days => format!("{x} and {y} do not speak of the same days."),
        Reason::Sources => format!("{x} and {y} do not come from the same source: each gives its own."),
        Reason::Undated => format!("{x} and {y} differ, but one article has no date: an older count is not ruled out."),
        Reason::FirstOlder => format!("{x} was published before {y}: the count may have changed in between."),
        Reason::SecondOlder => format!("{y} was published before {x}: the count may have changed in between."),
        Reason::Hours => format!("{x} and {y} were not published at the same hour: the count may have changed in between."),
        Reason::Unexplained => {
            format!("{x} and {y} for the same thing: neither rounding, part, other date nor other source explains it in the texts.")
        }
    }
}

impl fmt::Display for TwoDays {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        let written = |(day, surface): &(Day, String)| {
            let (day, surface) = (day.in_words(), in_marks(surface));
            say!(format!("le {day} ({surface})"), format!("{day} ({surface})"))
        };
        let (a, b) = (written(&self.a), written(&self.b));
        to.write_str(&say!(
            format!("Presque les mêmes mots, deux jours\u{a0}: {a} et {b}."),
            format!("Almost the same words, two days: {a} and {b}.")
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};

    #[test]
    fn a_reason_is_kept_as_data_and_said_in_the_language_of_the_moment() {
        let why = Why { reason: Reason::SecondOlder, a: "12".to_owned(), b: "10".to_owned() };
        let day = Day::of(2021, 3, 1).expect("the day exists");
        let days = TwoDays { a: (day, "lundi".to_owned()), b: (day.plus(1), "mardi".to_owned()) };
        assert_eq!(why.to_string(), "«\u{a0}10\u{a0}» est paru avant «\u{a0}12\u{a0}»\u{a0}: le décompte a pu changer entre-temps.");
        locale::set(Locale::English);
        assert_eq!(why.to_string(), "“10” was published before “12”: the count may have changed in between.");
        assert_eq!(days.to_string(), "Almost the same words, two days: 1 March 2021 (“lundi”) and 2 March 2021 (“mardi”).");
        locale::set(Locale::French);
        assert!(days.to_string().ends_with("le 1er mars 2021 («\u{a0}lundi\u{a0}») et le 2 mars 2021 («\u{a0}mardi\u{a0}»)."));
    }
}
