//! What the inflected forms of one word have in common.
//!
//! Snowball (Porter, <https://snowballstem.org/algorithms/french/stemmer.html>) also brings together words that are derived
//! from each other: it gives `terrorisme` and `terroriste`, `journal` and `journaliste` one stem. Who compares articles asks
//! for the forms of a word, not for its relatives, so French words with a derivational ending only lose their plural here;
//! all others go through Snowball. Stems are folded: they meet whatever the accents. A stem is a key, never shown.

use std::borrow::Cow;

use waken_snowball::SnowballEnv;
use waken_snowball::algorithms::{english_stemmer, french_stemmer};

use super::{Language, fold};

/// Endings that make another word out of a word, without the plural.
const DERIVED: &[&str] =
    &["isme", "iste", "ique", "able", "ible", "ateur", "atrice", "tion", "sion", "ité", "ance", "ence", "ment", "age", "erie"];

/// A derivational ending is one only if a word of at least so many letters remains: `page` and `liste` are whole words.
const SHORTEST_BASE: usize = 3;

/// Endings of the simple past, which Snowball cuts off short nouns too: without this `délai` and `délit` would be one word.
const RARE: &[&str] = &["ai", "as", "a", "it"];

/// A stem of fewer letters is believed only if no [`RARE`] ending was cut. At 0 all are believed; growing, more verbs lose
/// their simple past, which the press hardly uses.
const SHORTEST_STEM: usize = 4;

/// Words that end in `s` and would be another word without it.
const SINGULAR_IN_S: &[&str] =
    &["bois", "cours", "fois", "mais", "mars", "mois", "moins", "nous", "paris", "plus", "puis", "sous", "tous", "trois", "vers", "vous"];

/// Plurals in `x` of words in `eu`; other words in `eux` are adjectives.
const PLURAL_IN_X: &[&str] = &["adieux", "aveux", "cheveux", "enjeux", "feux", "jeux", "lieux", "milieux", "neveux", "vœux", "voeux"];

/// Nouns and adjectives in `ent`; other words in `ent`, but not in `ment`, are taken for verbs in the plural, which Snowball
/// leaves as they are.
const NOUNS_IN_ENT: &str = "absent accent accident adhérent adolescent agent antécédent ardent argent cent client cohérent compétent \
    concurrent conscient content continent convalescent couvent dent différent dissident décent excellent fréquent \
    imminent impatient incident inconscient indifférent innocent insolent intelligent négligent occident opulent \
    orient parent patient permanent prudent précédent présent président pénitent récent récipient référent régent \
    résident serpent souvent strident succulent talent torrent transparent turbulent urgent vent violent virulent \
    équivalent évident";

/// A word of fewer letters that ends in `s` is no plural: `pas`, `ans`.
const SHORTEST_PLURAL: usize = 4;

/// What Snowball makes of `word`, given in lower case with its accents.
pub fn snowball(language: Language, word: &str) -> Cow<'_, str> {
    let mut env = SnowballEnv::create(word);
    match language {
        Language::French => french_stemmer::stem(&mut env),
        Language::English => english_stemmer::stem(&mut env),
    };
    env.get_current()
}

/// Stems the words of one language.
pub struct Stems {
    language: Language,
}

impl Stems {
    pub fn of(language: Language) -> Self {
        Self { language }
    }

    /// The folded stem of `word`, given in lower case with its accents.
    pub fn stem(&self, word: &str) -> String {
        match self.language {
            Language::English => fold(&snowball(self.language, word)),
            Language::French => {
                let singular = singular(word);
                let derived = DERIVED.iter().filter_map(|ending| singular.strip_suffix(ending));
                if derived.into_iter().any(|base| base.chars().count() >= SHORTEST_BASE) {
                    return fold(&singular);
                }
                let stem = snowball(self.language, third_person(&singular));
                let kept = stem.chars().count();
                let cut: String = singular.chars().skip(kept).collect();
                if kept < SHORTEST_STEM && RARE.contains(&cut.as_str()) {
                    return fold(&singular);
                }
                fold(&stem)
            }
        }
    }
}

/// The word without its plural. Snowball leaves the `s` after `a`, `i`, `o`, `u`: `lois`, `euros`, `élus` would stand alone.
fn singular(word: &str) -> Cow<'_, str> {
    if word.ends_with("eux") && PLURAL_IN_X.contains(&word) {
        return Cow::Borrowed(&word[..word.len() - 1]);
    }
    let keeps = word.ends_with("ss") || word.chars().count() < SHORTEST_PLURAL || SINGULAR_IN_S.contains(&word);
    match word.strip_suffix('s') {
        Some(singular) if !keeps => Cow::Borrowed(singular),
        _ => Cow::Borrowed(word),
    }
}

/// `annoncent` as `annonce`.
fn third_person(word: &str) -> &str {
    let is_verb = word.ends_with("ent") && !NOUNS_IN_ENT.split(' ').any(|noun| noun == word);
    if is_verb { &word[..word.len() - "nt".len()] } else { word }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(language: Language, words: &[&str]) -> bool {
        let stems = Stems::of(language);
        words.iter().all(|word| stems.stem(word) == stems.stem(words[0]))
    }

    #[test]
    fn inflected_forms_meet() {
        assert!(same(Language::French, &["contenu", "contenus", "contenue"]));
        assert!(same(Language::French, &["journal", "journaux"]));
        assert!(same(Language::French, &["loi", "lois"]));
        assert!(same(Language::French, &["euro", "euros"]));
        assert!(same(Language::French, &["enjeu", "enjeux"]));
        assert!(same(Language::French, &["blessé", "blessées", "blesser"]));
        assert!(same(Language::French, &["grève", "grèves"]));
        assert!(same(Language::French, &["voter", "votent", "vote"]));
        assert!(same(Language::French, &["résident", "résidents", "résidente"]));
        assert!(same(Language::French, &["fermer", "fermera", "fermé", "fermées"]));
        assert!(same(Language::French, &["pompiste", "pompistes"]));
        assert!(same(Language::English, &["strike", "strikes", "striking"]));
    }

    #[test]
    fn derived_words_stay_apart() {
        assert!(!same(Language::French, &["mois", "moi"]));
        assert!(!same(Language::French, &["tourisme", "touriste"]));
        assert!(!same(Language::French, &["journal", "journaliste"]));
        assert!(!same(Language::French, &["inonder", "inondation"]));
        assert!(!same(Language::French, &["ministre", "ministère"]));
        assert!(!same(Language::French, &["délai", "délit"]));
    }
}
