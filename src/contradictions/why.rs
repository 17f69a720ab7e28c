//! What a contradiction is about and why it is one: kept as data, said in the language of the moment.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::corpus::Reason;
use crate::facts::{self, TwoDays};
use crate::locale::in_marks;
use crate::say;
use crate::times::Day;

/// What it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Topic {
    /// In the texts' own words.
    Words(String),
    /// One name or the other.
    Either(String, String),
    /// The date that the page gives itself.
    PageDate,
}

/// What stands in one place of one statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Faced {
    Moments,
    Places,
    Lengths,
    Numbers,
}

/// How many of the two say from whom they have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sourced {
    One,
    Alike,
}

/// Why articles cannot all be right, or a page belies itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    Counted(facts::Why),
    TwoDays(TwoDays),
    Faced {
        what: Faced,
        a: String,
        b: String,
        sourced: Sourced,
    },
    /// Lists that are equal but for one name.
    Lists(String, String),
    Speakers(String, String),
    /// Outlets to which the same words were said.
    Outlets(String, String),
    /// Announced by one after another told it as done.
    Announced,
    /// Told as done by one, as not done by the other that appeared later.
    Denied(String, String),
    /// A date of the page that was set aside, with the reason of the dating.
    SetAside(Reason),
    /// The page's own day, and a later one that its text tells as past.
    Outlived {
        published: Day,
        told: Day,
    },
    /// Descriptions of who takes part in what may be one meeting.
    Groups(String, String),
    /// One person's ages, in years.
    Ages(String, String),
}

impl fmt::Display for Topic {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Words(words) => to.write_str(words),
            Self::Either(a, b) => write!(to, "{a} {} {b}", say!("ou", "or")),
            Self::PageDate => to.write_str(say!("Date de la page", "Date of the page")),
        }
    }
}

impl fmt::Display for Why {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Counted(why) => why.fmt(to),
            Self::TwoDays(days) => days.fmt(to),
            Self::Faced { what, a, b, sourced } => {
                let (what, said) = (faced(*what), against(a, b));
                let doubt = match sourced {
                    Sourced::One => say!("un seul des deux dit d’où il le tient", "only one of the two gives its source"),
                    Sourced::Alike => say!("rien dans les textes ne l’explique", "nothing in the texts explains it"),
                };
                to.write_str(&say!(
                    format!("Le même énoncé, {what}\u{a0}: {said}\u{a0}; {doubt}."),
                    format!("The same statement, {what}: {said}; {doubt}.")
                ))
            }
            Self::Lists(a, b) => opposed(to, say!("La même liste de noms, à un près", "The same list of names but for one"), a, b),
            Self::Groups(a, b) => {
                let what = say!(
                    "Au même moment et au même lieu, deux descriptions des participants, peut-être d’une seule réunion",
                    "At the same time and place, two descriptions of who takes part, perhaps of one meeting"
                );
                opposed(to, what, a, b)
            }
            Self::Speakers(a, b) => {
                opposed(to, say!("Les mêmes mots sont prêtés à deux personnes", "The same words are attributed to two people"), a, b)
            }
            Self::Ages(a, b) => opposed(to, say!("La même personne, deux âges", "The same person, two ages"), a, b),
            Self::Outlets(a, b) => {
                let what = say!(
                    "Les mêmes mots sont donnés comme recueillis par deux médias",
                    "The same words are reported as said to two outlets"
                );
                opposed(to, what, a, b)
            }
            Self::Announced => to.write_str(say!(
                "L’un l’annonce encore, l’autre le disait déjà fait dans un article paru avant.",
                "One still announces it; the other already told it as done, in an article published before."
            )),
            Self::Denied(a, b) => opposed(to, say!("Fait pour l’un, pas pour l’autre", "Done for one, not for the other"), a, b),
            Self::SetAside(why) => why.fmt(to),
            Self::Outlived { published, told } => {
                let (published, told) = (published.in_words(), told.in_words());
                to.write_str(&say!(
                    format!("La page se dit parue le {published}, et son texte raconte au passé le {told}."),
                    format!("The page says it was published on {published}, and its text tells of {told} as past.")
                ))
            }
        }
    }
}

fn faced(what: Faced) -> &'static str {
    match what {
        Faced::Moments => say!("deux moments", "two times"),
        Faced::Places => say!("deux lieux", "two places"),
        Faced::Lengths => say!("deux durées", "two lengths of time"),
        Faced::Numbers => say!("deux nombres", "two numbers"),
    }
}

fn opposed(to: &mut fmt::Formatter, what: &str, a: &str, b: &str) -> fmt::Result {
    write!(to, "{what}{} {}.", say!("\u{a0}:", ":"), against(a, b))
}

/// `« a » d’un côté, « b » de l’autre`
fn against(a: &str, b: &str) -> String {
    let (a, b) = (in_marks(a), in_marks(b));
    say!(format!("{a} d’un côté, {b} de l’autre"), format!("{a} on one side, {b} on the other"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};

    #[test]
    fn why_two_differ_is_said_in_the_language_of_the_moment() {
        let why = Why::Faced { what: Faced::Places, a: "Nantes".to_owned(), b: "Brest".to_owned(), sourced: Sourced::One };
        let lists = Why::Lists("Anne".to_owned(), "Jeanne".to_owned());
        assert_eq!(
            why.to_string().replace('\u{a0}', " "),
            "Le même énoncé, deux lieux : « Nantes » d’un côté, « Brest » de l’autre ; un seul des deux dit d’où il le tient."
        );
        locale::set(Locale::English);
        assert_eq!(
            why.to_string(),
            "The same statement, two places: “Nantes” on one side, “Brest” on the other; only one of the two gives its source."
        );
        assert_eq!(lists.to_string(), "The same list of names but for one: “Anne” on one side, “Jeanne” on the other.");
        assert_eq!(Topic::Either("Anne".to_owned(), "Jeanne".to_owned()).to_string(), "Anne or Jeanne");
        locale::set(Locale::French);
    }
}
