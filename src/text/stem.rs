//! What the inflected forms of one word have in common.
//!
//! Snowball (Porter, <https://snowballstem.org/algorithms/french/stemmer.html>) also brings together words that are derived
//! from each other: it gives `terrorisme` and `terroriste`, `journal` and `journaliste` one stem. Who compares articles asks
//! for the forms of a word, not for its relatives, so French words with a derivational ending only lose their plural here;
//! all others go through Snowball. Stems are folded: they meet whatever the accents. A stem is a key, never shown.

use std::borrow::Cow;

use snowball_stemmers_rs::{Algorithm, Stemmer};

use super::{Language, fold};

/// Endings that make another word out of a word, without the plural.
const DERIVED: &[&str] =
    &["isme", "iste", "ique", "able", "ible", "ateur", "atrice", "ation", "ition", "ution", "ité", "ance", "ence", "ment", "age", "erie"];

/// A derivational ending is one only if a word of at least so many letters remains: `page` and `liste` are whole words.
const SHORTEST_BASE: usize = 3;

/// Endings of the simple past, which Snowball cuts off short nouns too: without this `délai` and `délit` would be one word.
const RARE: &[&str] = &["ai", "as", "a", "it"];

/// A stem of fewer letters is believed only if no [`RARE`] ending was cut. At 0 all are believed; growing, more verbs lose
/// their simple past, which the press hardly uses.
const SHORTEST_STEM: usize = 4;

/// Stems the words of one language.
pub struct Stems {
    language: Language,
    snowball: Stemmer,
}

impl Stems {
    pub fn of(language: Language) -> Self {
        let algorithm = match language {
            Language::French => Algorithm::French,
            Language::English => Algorithm::English,
        };
        Self { language, snowball: Stemmer::create(algorithm) }
    }

    /// The folded stem of `word`, given in lower case with its accents.
    pub fn stem(&self, word: &str) -> String {
        match self.language {
            Language::English => fold(&self.snowball.stem(word)),
            Language::French => {
                let singular = singular(word);
                let derived = DERIVED.iter().filter_map(|ending| singular.strip_suffix(ending));
                if derived.into_iter().any(|base| base.chars().count() >= SHORTEST_BASE) {
                    return fold(&singular);
                }
                let stem = self.snowball.stem(&singular);
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

/// The word without the plural `s` that Snowball leaves after `u` (`contenus`, `détenus`) or that hides an ending.
fn singular(word: &str) -> Cow<'_, str> {
    let Some(base) = word.strip_suffix('s') else { return Cow::Borrowed(word) };
    let hides = DERIVED.iter().any(|ending| base.ends_with(ending));
    let participle = base.ends_with('u') && !base.ends_with("ou") && base.chars().count() > 3;
    Cow::Borrowed(if hides || participle { base } else { word })
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
        assert!(same(Language::French, &["grève", "grèves"]));
        assert!(same(Language::French, &["fermer", "fermera", "fermé", "fermées"]));
        assert!(same(Language::French, &["pompiste", "pompistes"]));
        assert!(same(Language::English, &["strike", "strikes", "striking"]));
    }

    #[test]
    fn derived_words_stay_apart() {
        assert!(!same(Language::French, &["tourisme", "touriste"]));
        assert!(!same(Language::French, &["journal", "journaliste"]));
        assert!(!same(Language::French, &["inonder", "inondation"]));
        assert!(!same(Language::French, &["ministre", "ministère"]));
        assert!(!same(Language::French, &["délai", "délit"]));
    }
}
