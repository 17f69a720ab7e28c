//! Which language a text is in, told by its function words.
//!
//! Two languages are read today; a text that shows neither is taken for French, the first language of the tool.

use serde::{Deserialize, Serialize};

use super::{fold, words};
use crate::span::Span;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    #[default]
    French,
    English,
}

/// Words that are frequent in one language and absent from the other.
const FRENCH: &[&str] =
    &["le", "la", "les", "des", "du", "et", "est", "une", "dans", "que", "qui", "pour", "au", "aux", "ce", "pas", "sur", "il"];
const ENGLISH: &[&str] =
    &["the", "of", "and", "to", "in", "is", "was", "that", "for", "with", "by", "it", "his", "has", "have", "from", "were", "are"];

/// How many words are looked at: enough to be sure, few enough to cost nothing.
const LOOKED_AT: usize = 2_000;

impl Language {
    /// The language whose function words are more frequent in `text`.
    pub fn of(text: &str) -> Self {
        let (mut french, mut english) = (0, 0);
        for span in words(text, Span::of(text)).take(LOOKED_AT) {
            let word = fold(span.slice(text));
            french += usize::from(FRENCH.contains(&word.as_str()));
            english += usize::from(ENGLISH.contains(&word.as_str()));
        }
        if english > french { Language::English } else { Language::French }
    }

    /// True for a word that is frequent in this language and tells nothing; folded.
    pub fn is_function_word(self, word: &str) -> bool {
        match self {
            Self::French => FRENCH.contains(&word),
            Self::English => ENGLISH.contains(&word),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn function_words_tell_the_language() {
        assert_eq!(Language::of("Le maire a dit que la route est fermée pour les camions."), Language::French);
        assert_eq!(Language::of("The mayor said that the road was closed to trucks."), Language::English);
        assert_eq!(Language::of(""), Language::French);
    }
}
