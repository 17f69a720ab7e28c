//! Which language a text is in, told by its function words.
//!
//! Two languages are read today; a text that shows neither is taken for French, the first language of the tool.

use serde::{Deserialize, Serialize};

use super::{WordSet, fold, words};
use crate::span::Span;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    #[default]
    French,
    English,
}

/// Words that are frequent in one language and absent from the other, folded.
static FRENCH: WordSet = WordSet::new(
    "le la les des du et est une un dans que qui pour au aux ce pas sur il de en par avec se ne sa ses leur leurs mais ou \
     ont ete cette ces elle ils elles nous vous etre etait avait sont d l qu selon apres dont entre",
);
static ENGLISH: WordSet = WordSet::new(
    "the of and to in is was that for with by it his has have from were are an at be but he she they this not said will who \
     which their its had been would after her there when about into than over",
);

/// How many words are looked at: enough to be sure, few enough to cost nothing.
const LOOKED_AT: usize = 2_000;
/// What a word outside quotation marks weighs beside one inside.
const OF_ITS_OWN: usize = 3;
/// A text contradicts the language that its page declares when it has so many function words of the other, and so many
/// times as many: less is a quotation or a title.
const N_CONTRADICTING: usize = 12 * OF_ITS_OWN;
const TIMES_CONTRADICTING: usize = 4;

impl Language {
    /// The language whose function words are more frequent in `text`.
    pub fn of(text: &str) -> Self {
        let [french, english] = counts(text);
        if english > french { Self::English } else { Self::French }
    }

    /// The language that is declared for `text`, unless the text clearly is in the other.
    pub fn declared(self, text: &str) -> Self {
        let [french, english] = counts(text);
        let (ours, theirs, other) = match self {
            Self::French => (french, english, Self::English),
            Self::English => (english, french, Self::French),
        };
        if theirs >= N_CONTRADICTING && theirs >= ours * TIMES_CONTRADICTING { other } else { self }
    }

    /// True for a word that is frequent in this language and tells nothing; folded.
    pub fn is_function_word(self, word: &str) -> bool {
        self.function_words().contains(word)
    }

    fn function_words(self) -> &'static WordSet {
        match self {
            Self::French => &FRENCH,
            Self::English => &ENGLISH,
        }
    }

    /// The language of an ISO 639-1 code, with or without a region; `None` for one that is not read.
    pub fn from_code(code: &str) -> Option<Self> {
        match code.get(..2)?.to_ascii_lowercase().as_str() {
            "fr" => Some(Self::French),
            "en" => Some(Self::English),
            _ => None,
        }
    }

    /// ISO 639-1 code.
    pub fn code(self) -> &'static str {
        match self {
            Language::French => "fr",
            Language::English => "en",
        }
    }
}

/// Function words of French and of English at the head of `text`; those in quotation marks are somebody else's and count
/// for a third. A letter with a French accent counts for French: short titles have few function words.
fn counts(text: &str) -> [usize; 2] {
    let (mut counts, mut quoted, mut read) = ([0; 2], false, 0);
    for span in words(text, Span::of(text)).take(LOOKED_AT) {
        for c in text[read..span.start as usize].chars() {
            quoted = if quoted { !matches!(c, '»' | '”' | '\n') } else { matches!(c, '«' | '“') };
        }
        read = span.start as usize;
        let written = span.slice(text);
        let word = fold(written);
        let accented = written.starts_with(char::is_lowercase) && written.contains(['é', 'è', 'ê', 'à', 'ç', 'ù', 'œ']);
        let weight = if quoted { 1 } else { OF_ITS_OWN };
        counts[0] += if accented || FRENCH.contains(&word) { weight } else { 0 };
        counts[1] += if ENGLISH.contains(&word) { weight } else { 0 };
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn function_words_tell_the_language() {
        assert_eq!(Language::of("Le maire a dit que la route est fermée pour les camions."), Language::French);
        assert_eq!(Language::of("The mayor said that the road was closed to trucks."), Language::English);
        assert_eq!(Language::of(""), Language::French);
    }

    #[test]
    fn short_and_mixed_texts_are_told_too() {
        for text in [
            "Pont fermé",
            "Crue de la Vesle",
            "Un « think tank » of the City réclame l’abandon du projet",
            "Le Brexit, c’est « the will of the people », dit-il",
        ] {
            assert_eq!(Language::of(text), Language::French, "{text}");
        }
        for text in [
            "Bridge closed after floods",
            "Macron said “la France est là” to the crowd in Lille, and was cheered",
            "The mayor of Saint-Brice on Le Monde and La Croix",
        ] {
            assert_eq!(Language::of(text), Language::English, "{text}");
        }
    }

    #[test]
    fn a_declared_language_holds_until_the_text_clearly_is_in_another() {
        let french = "Le maire a dit que la route est fermée pour les camions. ".repeat(4);
        assert_eq!(Language::English.declared(&french), Language::French);
        assert_eq!(Language::English.declared("Crue de la Vesle"), Language::English);
        assert_eq!(Language::English.declared(""), Language::English);
    }
}
