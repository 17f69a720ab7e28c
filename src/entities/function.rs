//! What is known of functions beside their names: those that one has at a place, those that head a firm, and what each is also called.

use super::lexicon::{self, Gender};
use super::link::Identity;

/// A function that one has at a place, which is a part of its name: `le consul du Chili à Lyon`.
pub(super) fn is_seated(noun: &str) -> bool {
    SEATED.contains(&noun)
}

/// A general word for whoever heads a firm, which is said with its name too.
pub(super) fn heads_a_firm(noun: &str) -> bool {
    HEADS.contains(&noun)
}

/// Of whom an event commonly has several, each in an article of its own: taken up only where the function was said.
pub(super) fn is_one_of_many(noun: &str) -> bool {
    matches!(noun, "syndicaliste" | "responsable" | "specialiste")
}

/// What a president is called who presides over a state.
pub(super) fn is_of_state(noun: &str) -> bool {
    matches!(noun, "chef de l etat" | "cheffe de l etat")
}

/// The general words for a function, of the gender of the person's first name where that has one: `l’élu` is not the mayor Jeanne Rey.
pub(super) fn general<'a>(noun: &'a str, identity: &Identity) -> impl Iterator<Item = &'a str> + use<'a> {
    let gender = if let Identity::Person(given, _) = identity { Some(lexicon::shipped().gender(given)) } else { None };
    let words = GENERAL.iter().filter(move |(functions, _)| functions.contains(&noun)).flat_map(|(_, words)| *words);
    words.flat_map(move |[masculine, feminine]| {
        let (his, hers) = match gender {
            None => (true, masculine != feminine),
            Some(gender) => (gender != Gender::Feminine, gender == Gender::Feminine),
        };
        [(his, *masculine), (hers, *feminine)].into_iter().filter_map(|(fits, word)| fits.then_some(word))
    })
}

/// Words that any number of people in an article may be called by: alone they tell nobody.
pub(super) fn is_vague(noun: &str) -> bool {
    VAGUE.contains(&noun)
}

const VAGUE: [&str; 44] = [
    "chef",
    "cheffe",
    "membre",
    "responsable",
    "ami",
    "amie",
    "proche",
    "victime",
    "temoin",
    "voisin",
    "voisine",
    "habitant",
    "habitante",
    "client",
    "cliente",
    "collegue",
    "frere",
    "soeur",
    "fils",
    "fille",
    "mere",
    "pere",
    "femme",
    "mari",
    "cousin",
    "cousine",
    "salarie",
    "salariee",
    "employe",
    "employee",
    "agent",
    "cadre",
    "suspect",
    "eleve",
    "patient",
    "patiente",
    "specialiste",
    "expert",
    "experte",
    "joueur",
    "joueuse",
    "milieu",
    "pilier",
    "principal",
];

const SEATED: [&str; 10] = [
    "consul",
    "consule",
    "consul general",
    "consule generale",
    "ambassadeur",
    "ambassadrice",
    "correspondant",
    "correspondante",
    "envoye special",
    "envoyee speciale",
];

const HEADS: [&str; 4] = ["patron", "patronne", "dirigeant", "dirigeante"];

/// Functions, masculine and feminine, and what they are also called for short.
const GENERAL: [(&[&str], &[[&str; 2]]); 8] = [
    (&["president", "presidente"], &[["chef de l etat", "cheffe de l etat"]]),
    (&["maire"], &[["edile", "edile"]]),
    (
        &[
            "maire",
            "depute",
            "deputee",
            "senateur",
            "senatrice",
            "eurodepute",
            "eurodeputee",
            "conseiller",
            "conseillere",
            "adjoint",
            "adjointe",
        ],
        &[["elu", "elue"]],
    ),
    (&["general", "colonel", "capitaine", "commandant", "lieutenant", "amiral"], &[["officier", "officiere"], ["militaire", "militaire"]]),
    (
        &["historien", "historienne", "sociologue", "politologue", "economiste", "philosophe", "professeur", "professeure"],
        &[["chercheur", "chercheuse"], ["universitaire", "universitaire"], ["specialiste", "specialiste"]],
    ),
    (&["delegue", "deleguee"], &[["syndicaliste", "syndicaliste"], ["responsable", "responsable"]]),
    (&["pdg", "directeur", "directrice", "directeur general", "directrice generale"], &[["patron", "patronne"]]),
    (&["pdg", "directeur general", "directrice generale"], &[["dirigeant", "dirigeante"]]),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn called<'a>(noun: &'a str, given: &str) -> Vec<&'a str> {
        general(noun, &Identity::Person(given.into(), "rey".into())).collect()
    }

    #[test]
    fn a_word_of_both_genders_is_said_of_both() {
        assert_eq!(called("sociologue", "jeanne"), ["chercheuse", "universitaire", "specialiste"]);
        assert_eq!(called("sociologue", "paul"), ["chercheur", "universitaire", "specialiste"]);
    }

    #[test]
    fn of_whom_no_first_name_is_known_both_are_said_once() {
        let of = |noun| general(noun, &Identity::Surname("rey".into())).collect::<Vec<_>>();
        assert_eq!(of("maire"), ["edile", "elu", "elue"]);
        assert_eq!(of("peintre"), [""; 0]);
    }
}
