//! Whether a sentence or a headline tells as fact or as heard: the mood of its verb, by its ending.
//!
//! No dictionary of verbs: auxiliaries, endings, and where a verb must stand. French endings of the conditional are those of
//! the imperfect of some verbs (`tirait`), and of a few nouns; these are listed. A headline without a verb that is known for
//! one is unclear, which is an answer too.

use super::function_words::is_function_word;
use super::headline::Mood;
use crate::span::Span;
use crate::text::{Language, Token, tokens};

/// Third persons that end like a conditional and are none, folded; with `-ent` for `-t` also their plurals.
const NOT_CONDITIONAL: &[&str] = &[
    "admirait",
    "aspirait",
    "attirait",
    "attrait",
    "cadrait",
    "chavirait",
    "cirait",
    "conspirait",
    "dechirait",
    "delirait",
    "desirait",
    "effondrait",
    "empirait",
    "encadrait",
    "engendrait",
    "enterrait",
    "errait",
    "etirait",
    "expirait",
    "ferrait",
    "fourrait",
    "hydrait",
    "inspirait",
    "mirait",
    "poudrait",
    "respirait",
    "retirait",
    "saupoudrait",
    "serrait",
    "soupirait",
    "soutirait",
    "terrait",
    "tirait",
    "transpirait",
    "virait",
];
/// What stands before `-rait` in the conditional, where the imperfect of a verb in `-rer` never ends so.
const STEMS: &[&str] = &[
    "e", "i", "d", "mett", "batt", "ait", "oit", "dev", "cev", "suiv", "viv", "pleuv", "ouv", "au", "ur", "ver", "uer", "omp", "ainc",
    "clu", "mour",
];
/// The imperfect of verbs in `-vrir`, `-vrer`, whose stem is like one of those.
const NOT_STEMS: &[&str] = &["couv", "ouv", "trouv", "souv"];

/// Finite verbs of the indicative that headlines are made of, folded.
const FRENCH: &[&str] = &[
    "a", "ont", "est", "sont", "avait", "avaient", "etait", "etaient", "va", "vont", "fait", "font", "veut", "veulent", "doit", "doivent",
    "peut", "peuvent", "dit", "disent", "sait", "savent", "vient", "viennent", "tient", "tiennent", "met", "mettent", "prend", "prennent",
    "perd", "rend", "devient", "reste", "restent", "fut", "furent", "eut", "faut", "vaut", "suit", "vit", "ouvre", "ferme",
];
const ENGLISH: &[&str] = &[
    "is", "are", "was", "were", "has", "have", "had", "will", "does", "did", "says", "said", "tells", "told", "wants", "takes", "took",
    "makes", "made", "goes", "went", "gets", "got", "can", "must",
];
/// Verbs that put what they tell in doubt, and adverbs that do.
const ENGLISH_CONDITIONAL: &[&str] = &["would", "could", "might", "may", "should", "reportedly", "allegedly", "supposedly"];

/// The mood of the words of `text` inside `within`. `names` end where a verb may follow: `Le maire demande que …`.
pub(super) fn mood(text: &str, within: Span, language: Language, names: &[Span]) -> Mood {
    let words = tokens(text, within);
    let is_conditional = |at: usize| match language {
        Language::French => is_french_conditional(&words[at].word),
        Language::English => ENGLISH_CONDITIONAL.contains(&&*words[at].word),
    };
    if (0..words.len()).any(is_conditional) {
        return Mood::Conditional;
    }
    let is_indicative = |at: usize| match language {
        Language::French => is_french_indicative(text, &words, at) || follows_name(text, &words, at, names, &["e", "t", "d", "nt"]),
        Language::English => ENGLISH.contains(&&*words[at].word) || follows_name(text, &words, at, names, &["s", "ed"]),
    };
    if (0..words.len()).any(is_indicative) { Mood::Indicative } else { Mood::Unclear }
}

/// True for a folded word that is a verb of every headline, and no claim of its own.
pub(super) fn is_finite(language: Language, folded: &str) -> bool {
    match language {
        Language::French => FRENCH.contains(&folded),
        Language::English => ENGLISH.contains(&folded),
    }
}

/// `aurait`, `demanderaient`; not `portrait`, `tirait`.
fn is_french_conditional(folded: &str) -> bool {
    let stem = match folded.strip_suffix("raient") {
        Some(stem) => stem,
        None => match folded.strip_suffix("rait") {
            Some(stem) => stem,
            None => return false,
        },
    };
    let listed = |list: &[&str]| list.iter().any(|word| word.strip_suffix("rait") == Some(stem));
    let is_stem = || STEMS.iter().any(|end| stem.ends_with(end)) && !NOT_STEMS.iter().any(|end| stem.ends_with(end));
    !stem.is_empty() && !listed(NOT_CONDITIONAL) && is_stem()
}

fn is_french_indicative(text: &str, words: &[Token], at: usize) -> bool {
    let Token { word, span } = &words[at];
    // The preposition `à` folds to the verb.
    if word == "a" {
        return matches!(span.slice(text), "a" | "A") && words.get(at + 1).is_some();
    }
    let is_lower = span.slice(text).starts_with(char::is_lowercase);
    let is_future =
        word.len() > 4 && (word.ends_with("era") || word.ends_with("eront") || word.ends_with("ira") || word.ends_with("iront"));
    FRENCH.contains(&&**word) || is_lower && is_future && !matches!(&**word, "opera" | "camera")
}

/// A word right behind a name, before a word of grammar or another name: `Cazeneuve demande à`, `Google refuse de`.
fn follows_name(text: &str, words: &[Token], at: usize, names: &[Span], endings: &[&str]) -> bool {
    let Token { word, span } = &words[at];
    let is_verb_like = word.len() > 3 && span.slice(text).starts_with(char::is_lowercase) && endings.iter().any(|end| word.ends_with(end));
    if !is_verb_like || is_function_word(word) || matches!(&**word, "face" | "contre" | "suite" | "faute") {
        return false;
    }
    let behind = |name: &Span| name.end <= span.start && text[name.end as usize..span.start as usize].trim().is_empty();
    let next = words.get(at + 1);
    let goes_on = next.is_none_or(|next| is_function_word(&next.word) || next.span.slice(text).starts_with(char::is_uppercase));
    goes_on && names.iter().any(behind)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, language: Language, mood_of: Mood) {
        assert_eq!(mood(text, Span::of(text), language, &[]), mood_of, "{text}");
    }

    #[test]
    fn the_conditional_is_told_from_nouns_and_from_the_imperfect() {
        for text in [
            "Le suspect aurait fui",
            "Les élus voteraient contre",
            "Le pont finirait en mai",
            "Il faudrait attendre",
            "La loi mettrait fin au tri",
            "Le maire devrait partir",
            "Ils recevraient une aide",
            "Il courrait un risque",
            "Elle conclurait un accord",
            "Il verrait d’un bon œil",
            "Le parti connaîtrait sa fin",
            "La digue romprait",
        ] {
            check(text, Language::French, Mood::Conditional);
        }
        for text in [
            "Un portrait du maire",
            "Le retrait du texte",
            "Il tirait sur tout",
            "Elle ouvrait la porte",
            "La foule entrait",
            "Un extrait",
            "Il respirait mal",
        ] {
            assert_ne!(mood(text, Span::of(text), Language::French, &[]), Mood::Conditional, "{text}");
        }
        check("The bridge could close", Language::English, Mood::Conditional);
    }

    #[test]
    fn a_headline_with_a_known_verb_is_of_the_indicative_and_one_without_is_unclear() {
        check("Le pont est fermé", Language::French, Mood::Indicative);
        check("Le pont fermera lundi", Language::French, Mood::Indicative);
        check("Google face à la ville", Language::French, Mood::Unclear);
        check("The bridge is closed", Language::English, Mood::Indicative);
        let text = "Marie Roy demande à Google de céder";
        assert_eq!(mood(text, Span::of(text), Language::French, &[Span::new(0, 9)]), Mood::Indicative);
        let text = "Marie Roy face à Google";
        assert_eq!(mood(text, Span::of(text), Language::French, &[Span::new(0, 9)]), Mood::Unclear);
    }
}
