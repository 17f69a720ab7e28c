//! The noun behind a number: `400 citoyens français`, `quatre autres personnes`, `12 millions d’électeurs`.
//!
//! Without a tagger: the first word behind the number that is neither an adjective which French puts before its noun nor a word
//! of grammar. A number with nothing behind it counts what was named before, which is not sought.

use super::Counted;
use crate::text::token::Joint;
use crate::text::{Language, Line};

/// Adjectives and pronouns between a number and its noun.
const BETWEEN: &[&str] = &[
    "autre",
    "autres",
    "nouveau",
    "nouveaux",
    "nouvelle",
    "nouvelles",
    "grand",
    "grands",
    "grande",
    "grandes",
    "petit",
    "petits",
    "petite",
    "petites",
    "jeune",
    "jeunes",
    "ancien",
    "anciens",
    "ancienne",
    "anciennes",
    "principaux",
    "principales",
    "premier",
    "premiers",
    "premiere",
    "premieres",
    "dernier",
    "derniers",
    "derniere",
    "dernieres",
    "prochains",
    "prochaines",
    "gros",
    "grosses",
    "vieux",
    "vieilles",
    "beaux",
    "belles",
    "bons",
    "bonnes",
    "mauvais",
    "longs",
    "longues",
    "hauts",
    "hautes",
    "simples",
    "seuls",
    "seules",
    "seul",
    "seule",
    "memes",
    "vrais",
    "faux",
    "pleins",
    "bonne",
    "other",
    "more",
    "new",
    "young",
    "old",
    "big",
    "large",
    "small",
    "first",
    "last",
    "further",
    "additional",
    "supplementaires",
    "ex",
    "millions",
    "milliers",
];

/// Words of grammar and verbs that stand behind a number and are not counted.
const NEVER: &[&str] = &[
    "a",
    "au",
    "aux",
    "avait",
    "avaient",
    "ont",
    "sont",
    "est",
    "etait",
    "etaient",
    "ete",
    "par",
    "pour",
    "contre",
    "sur",
    "sous",
    "dans",
    "en",
    "et",
    "ou",
    "mais",
    "qui",
    "que",
    "dont",
    "ni",
    "apres",
    "avant",
    "selon",
    "depuis",
    "soit",
    "plus",
    "moins",
    "fois",
    "entre",
    "ne",
    "se",
    "puis",
    "alors",
    "comme",
    "si",
    "chez",
    "vers",
    "chacun",
    "chacune",
    "environ",
    "etant",
    "seront",
    "sera",
    "lors",
    "aussi",
    "deja",
    "encore",
    "la",
    "le",
    "les",
    "l",
    "un",
    "une",
    "ce",
    "cette",
    "ces",
    "il",
    "elle",
    "ils",
    "elles",
    "on",
    "y",
    "leur",
    "son",
    "sa",
    "ses",
    "avec",
    "sans",
    "to",
    "and",
    "or",
    "in",
    "on",
    "at",
    "of",
    "were",
    "was",
    "are",
    "is",
    "had",
    "have",
    "has",
    "who",
    "which",
    "that",
    "by",
    "for",
    "from",
    "with",
    "when",
    "after",
    "before",
    "since",
    "as",
    "but",
    "out",
    "than",
    "the",
    "their",
    "his",
    "her",
    "said",
    "would",
    "will",
    "could",
    "can",
    "should",
    "must",
    "might",
    "grievement",
    "notamment",
    "quand",
];

/// The noun that the number before place `at` counts, and the place behind it.
pub(super) fn noun(line: &Line<'_>, at: usize, language: Language) -> Option<(Counted, usize)> {
    let mut place = at;
    if place >= line.len() || !joined(line, place) {
        return None;
    }
    // `un million d’habitants`, `une centaine de personnes`, `deux des accusés`
    if matches!(line.word(place), "de" | "d" | "of") && line.tied(place) {
        place += 1;
        if matches!(line.word(place), "the" | "entre" | "ses" | "leurs" | "these" | "those") {
            return None;
        }
    }
    while BETWEEN.contains(&line.word(place)) && place < at + 4 && joined(line, place + 1) {
        place += 1;
    }
    let word = line.word(place);
    let is_noun = word.len() > 1 && !NEVER.contains(&word) && !line.is_digits(place) && !word.starts_with(|c: char| c.is_ascii_digit());
    // A capital behind a number is a nationality, or another name.
    let written = line.written(place);
    let name = written.len() > 1 && written.chars().all(|c| !c.is_lowercase()) && language == Language::French;
    (is_noun && !name).then(|| (Counted { span: line.tokens[place].span, key: singular(word, language) }, place + 1))
}

/// Nothing but white space or a hyphen stands before the word.
fn joined(line: &Line<'_>, at: usize) -> bool {
    at > 0 && at < line.len() && matches!(line.joint(at - 1), Joint::Space | Joint::Blank | Joint::Apostrophe | Joint::Hyphen)
}

/// The folded word without the mark of its plural.
pub(crate) fn singular(word: &str, language: Language) -> String {
    const KEPT: &[&str] = &[
        "pays", "fois", "mois", "corps", "temps", "voix", "prix", "cas", "avis", "bras", "repas", "colis", "bus", "proces", "deces",
        "succes", "acces", "choix", "croix", "radis", "francais", "anglais", "news", "species",
    ];
    if KEPT.contains(&word) || word.len() <= 3 {
        return word.to_owned();
    }
    let cut = |n: usize, end: &str| format!("{}{end}", &word[..word.len() - n]);
    match language {
        Language::French if word.ends_with("eaux") || word.ends_with("eux") && word.len() > 4 => cut(1, ""),
        Language::French if word.ends_with("aux") => cut(3, "al"),
        Language::English if word == "people" || word == "persons" => "person".to_owned(),
        Language::English if word.ends_with("ies") && word.len() > 4 => cut(3, "y"),
        Language::English if ["ses", "xes", "ches", "shes"].iter().any(|end| word.ends_with(end)) => cut(2, ""),
        _ if word.ends_with('s') && !word.ends_with("ss") => cut(1, ""),
        _ => word.to_owned(),
    }
}
