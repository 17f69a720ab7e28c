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

/// What those are called who judge or prosecute: whoever presides over a court too, not over a club.
pub(super) fn is_of_justice(noun: &str) -> bool {
    matches!(noun, "magistrat" | "magistrate")
}

/// What a judge presides over.
pub(super) fn is_court(noun: &str) -> bool {
    matches!(noun, "tribunal" | "cour" | "chambre" | "audience" | "jury" | "assises")
}

/// Of whom one story may have several, so that another article's is no proof: taken up from there only if this article names him.
pub(super) fn is_of_several(noun: &str) -> bool {
    SEVERAL.contains(&noun) || is_general(noun)
}

/// A general word, which fits more people than the one of whom the function was said: it takes up only who is named near it.
pub(super) fn is_general(noun: &str) -> bool {
    GENERAL.iter().any(|(_, words)| words.iter().flatten().any(|word| *word == noun))
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

const SEVERAL: [&str; 38] = [
    "candidat",
    "candidate",
    "avocat",
    "avocate",
    "conseiller",
    "conseillere",
    "directeur",
    "directrice",
    "president",
    "presidente",
    "ministre",
    "depute",
    "deputee",
    "senateur",
    "senatrice",
    "militant",
    "militante",
    "journaliste",
    "medecin",
    "professeur",
    "professeure",
    "juge",
    "policier",
    "representant",
    "representante",
    "delegue",
    "deleguee",
    "porte parole",
    "agriculteur",
    "agricultrice",
    "habitante",
    "secretaire",
    "secretaire general",
    "adjoint",
    "adjointe",
    "opposant",
    "opposante",
    "observateur",
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
const GENERAL: [(&[&str], &[[&str; 2]]); 18] = [
    (&["president", "presidente"], &[["chef de l etat", "cheffe de l etat"]]),
    (&["maire", "bourgmestre"], &[["edile", "edile"]]),
    (&["bourgmestre"], &[["mayeur", "mayeure"], ["maieur", "maieure"]]),
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
            "conseiller municipal",
            "conseillere municipale",
            "conseiller departemental",
            "conseillere departementale",
            "conseiller regional",
            "conseillere regionale",
            "conseiller communal",
            "conseillere communale",
            "adjoint",
            "adjointe",
            "premier adjoint",
            "premiere adjointe",
            "echevin",
            "echevine",
            "bourgmestre",
            "syndic",
            "syndique",
        ],
        &[["elu", "elue"]],
    ),
    (
        &["general", "colonel", "capitaine", "commandant", "commandante", "lieutenant", "amiral", "lieutenant colonel"],
        &[["officier", "officiere"], ["militaire", "militaire"], ["grade", "gradee"]],
    ),
    (
        &[
            "historien",
            "historienne",
            "sociologue",
            "politologue",
            "economiste",
            "philosophe",
            "professeur",
            "professeure",
            "anthropologue",
            "geographe",
            "climatologue",
            "biologiste",
            "physicien",
            "physicienne",
            "virologue",
            "epidemiologiste",
            "juriste",
            "demographe",
            "linguiste",
            "hydrologue",
            "geologue",
            "astrophysicien",
            "astrophysicienne",
        ],
        &[
            ["chercheur", "chercheuse"],
            ["universitaire", "universitaire"],
            ["specialiste", "specialiste"],
            ["scientifique", "scientifique"],
            ["expert", "experte"],
        ],
    ),
    (
        &[
            "delegue",
            "deleguee",
            "secretaire general",
            "secretaire generale",
            "delegue syndical",
            "deleguee syndicale",
            "secretaire departemental",
            "secretaire departementale",
        ],
        &[["syndicaliste", "syndicaliste"], ["responsable", "responsable"]],
    ),
    (
        &[
            "pdg",
            "directeur",
            "directrice",
            "directeur general",
            "directrice generale",
            "president directeur general",
            "presidente directrice generale",
        ],
        &[["patron", "patronne"]],
    ),
    (
        &[
            "pdg",
            "directeur general",
            "directrice generale",
            "president",
            "presidente",
            "patron",
            "patronne",
            "president directeur general",
            "presidente directrice generale",
        ],
        &[["dirigeant", "dirigeante"]],
    ),
    (
        &[
            "president",
            "presidente",
            "procureur",
            "procureure",
            "juge",
            "juge d instruction",
            "avocat general",
            "avocate generale",
            "substitut",
            "substitute",
            "vice procureur",
            "vice procureure",
            "procureur general",
            "procureure generale",
        ],
        &[["magistrat", "magistrate"]],
    ),
    (
        &[
            "medecin",
            "docteur",
            "chirurgien",
            "chirurgienne",
            "generaliste",
            "urgentiste",
            "pediatre",
            "cardiologue",
            "psychiatre",
            "medecin generaliste",
        ],
        &[["praticien", "praticienne"], ["soignant", "soignante"]],
    ),
    (&["infirmier", "infirmiere", "aide soignant", "aide soignante", "sage femme"], &[["soignant", "soignante"]]),
    (
        &[
            "agriculteur",
            "agricultrice",
            "eleveur",
            "eleveuse",
            "maraicher",
            "maraichere",
            "cerealier",
            "cerealiere",
            "viticulteur",
            "viticultrice",
        ],
        &[["paysan", "paysanne"]],
    ),
    (
        &["instituteur", "institutrice", "professeur", "professeure", "prof", "professeur des ecoles", "professeure des ecoles"],
        &[["enseignant", "enseignante"]],
    ),
    (
        &[
            "chanteur",
            "chanteuse",
            "peintre",
            "acteur",
            "actrice",
            "comedien",
            "comedienne",
            "musicien",
            "musicienne",
            "rappeur",
            "rappeuse",
            "sculpteur",
            "sculptrice",
            "danseur",
            "danseuse",
        ],
        &[["artiste", "artiste"]],
    ),
    (
        &["romancier", "romanciere", "poete", "essayiste", "dramaturge"],
        &[["ecrivain", "ecrivaine"], ["auteur", "auteure"], ["auteur", "autrice"]],
    ),
    (&["ambassadeur", "ambassadrice", "consul", "consule"], &[["diplomate", "diplomate"]]),
    (
        &[
            "footballeur",
            "footballeuse",
            "attaquant",
            "attaquante",
            "defenseur",
            "gardien",
            "gardienne",
            "ailier",
            "ailiere",
            "buteur",
            "buteuse",
            "capitaine",
            "sprinteur",
            "sprinteuse",
            "nageur",
            "nageuse",
            "coureur",
            "coureuse",
            "skieur",
            "skieuse",
        ],
        &[["sportif", "sportive"], ["athlete", "athlete"], ["joueur", "joueuse"]],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn called<'a>(noun: &'a str, given: &str) -> Vec<&'a str> {
        general(noun, &Identity::Person(given.into(), "rey".into())).collect()
    }

    #[test]
    fn a_word_of_both_genders_is_said_of_both() {
        assert_eq!(called("sociologue", "jeanne"), ["chercheuse", "universitaire", "specialiste", "scientifique", "experte"]);
        assert_eq!(called("sociologue", "paul"), ["chercheur", "universitaire", "specialiste", "scientifique", "expert"]);
    }

    #[test]
    fn of_whom_no_first_name_is_known_both_are_said_once() {
        let of = |noun| general(noun, &Identity::Surname("rey".into())).collect::<Vec<_>>();
        assert_eq!(of("maire"), ["edile", "elu", "elue"]);
        assert_eq!(of("plombier"), [""; 0]);
    }
}
