//! The words of a passage by which it is known again: stems of what is neither grammar nor number.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::corpus::told;
use crate::span::Span;
use crate::text::{Language, Line, Stems};

/// A stem, by number.
pub(crate) type Stem = u32;

/// All stems that were met.
#[derive(Default)]
pub(crate) struct Lexis {
    numbers: HashMap<String, Stem>,
    stems: Option<(Language, Stems)>,
}

/// Words that say nothing of what is told, beside those of grammar and of the calendar: auxiliaries, numerals, verbs of
/// speech.
const PALE: &[&str] = &[
    "cela",
    "chez",
    "eux",
    "quelque",
    "quelques",
    "ete",
    "avoir",
    "etre",
    "fait",
    "faire",
    "fois",
    "selon",
    "plus",
    "moins",
    "environ",
    "pres",
    "jour",
    "jours",
    "mois",
    "ans",
    "annee",
    "annees",
    "heure",
    "heures",
    "hier",
    "dernier",
    "derniere",
    "prochain",
    "prochaine",
    "indique",
    "annonce",
    "declare",
    "affirme",
    "precise",
    "explique",
    "dit",
    "rapporte",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "quinze",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "cent",
    "cents",
    "mille",
    "million",
    "millions",
    "milliard",
    "milliards",
    "centaine",
    "centaines",
    "dizaine",
    "dizaines",
    "vingtaine",
    "trentaine",
    "milliers",
    "autres",
    "autre",
    "personnes",
    "personne",
    "said",
    "about",
    "people",
    "were",
    "have",
    "been",
    "year",
    "years",
    "day",
    "days",
];

impl Lexis {
    /// The stems of `span`, in order, each once.
    pub(crate) fn stems(&mut self, text: &str, span: Span, language: Language) -> Vec<Stem> {
        let line = Line::of(text, span);
        self.stems_of(&line, 0..line.len(), language)
    }

    /// The stems of some words of a line, in order, each once.
    pub(crate) fn stems_of(&mut self, line: &Line<'_>, places: std::ops::Range<usize>, language: Language) -> Vec<Stem> {
        let mut found: Vec<Stem> =
            places.filter(|at| is_telling(line, *at, language)).map(|at| self.stem(line.word(at), language)).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    pub(crate) fn stem(&mut self, word: &str, language: Language) -> Stem {
        if self.stems.as_ref().is_none_or(|(known, _)| *known != language) {
            self.stems = Some((language, Stems::of(language)));
        }
        let word = if language == Language::French { verb_of(word) } else { Cow::Borrowed(word) };
        let stem = self.stems.as_ref().map_or_else(|| word.clone().into_owned(), |(_, stems)| stems.stem(&word));
        let next = Stem::try_from(self.numbers.len()).expect("fewer stems than bytes");
        *self.numbers.entry(stem).or_insert(next)
    }
}

/// `isolement` and `isolons` as `isoler`, `évacuation` as `évacuer`: what lasted or was said is one deed as a noun and as a verb.
fn verb_of(word: &str) -> Cow<'_, str> {
    const NOUNS: &[&str] = &["ements", "ement", "ations", "ation"];
    const BASE: usize = 4;
    let base = NOUNS.iter().find_map(|ending| word.strip_suffix(ending));
    let base = base.or_else(|| word.strip_suffix("ons").filter(|base| !base.ends_with(['i', 's', 'n'])));
    base.filter(|base| base.len() >= BASE).map_or(Cow::Borrowed(word), |base| Cow::Owned(format!("{base}er")))
}

/// True for a word that says something of what is told.
pub(crate) fn is_telling(line: &Line<'_>, at: usize, language: Language) -> bool {
    let word = line.word(at);
    let pale = language.is_function_word(word) || told::names_calendar(word) || PALE.contains(&word);
    word.len() > 2 && !word.starts_with(|c: char| c.is_ascii_digit()) && !pale
}

/// How many stems two passages share.
pub(crate) fn shared(a: &[Stem], b: &[Stem]) -> usize {
    let (mut a, mut b, mut n) = (a, b, 0);
    while let (Some(x), Some(y)) = (a.first(), b.first()) {
        n += usize::from(x == y);
        (a, b) = (if x <= y { &a[1..] } else { a }, if y <= x { &b[1..] } else { b });
    }
    n
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deed_is_one_word_as_a_noun_and_as_a_verb() {
        let mut lexis = Lexis::default();
        let mut stem = |word: &str| lexis.stem(word, Language::French);
        assert_eq!(stem("isolement"), stem("isoler"));
        assert_eq!(stem("isolons"), stem("isoler"));
        assert_eq!(stem("evacuations"), stem("evacuer"));
        assert_ne!(stem("stations"), stem("ster"));
        assert_ne!(stem("camions"), stem("camer"));
    }
}
