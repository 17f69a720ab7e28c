//! The pages of the comparison over all articles as addresses: which page, and how it is set. What is set as it comes is not
//! written; what is damaged is left out.
//!
//! ```text
//! #/comparer/enonces?maniere=autrement&a=003.txt&sans=002.txt&q=réseau&page=2     see `stated`
//! #/comparer/commun?a=003.txt
//! #/comparer/desaccords?sorte=figure&a=003.txt           #/comparer/silences?a=002.txt          see `opposed`
//! #/comparer/mots?par=media&a=Le+Port&suite=2&grammaire=oui&tri=vraisemblance
//! #/comparer/titres?enonce=3
//! #/comparer/distances?par=mots
//! ```
//! A page is a variant here, a line in `parts/compare_tabs.rs`, and a file of `views` that `views/across_view.rs` opens.

use super::opposed::{Disagreements, Silences};
use super::stated::Statements;
use crate::concordance::{Form, Kept, KeynessRequest, LONGEST_RUN, Measure, Parting, Question};
use crate::id::DocumentId;
use crate::protocol::{DistanceBy, Request};
use crate::ui::messages::comparing;

/// A page over all articles.
#[derive(Clone, Debug, PartialEq)]
pub enum Across {
    /// What several articles tell × articles.
    Statements(Statements),
    /// Text that several have nearly word for word, and what the article of this name adds.
    CommonText(Option<String>),
    /// What they tell otherwise.
    Disagreements(Disagreements),
    /// What one of them does not tell.
    Silences(Silences),
    /// The words that are one article's or outlet's own.
    Words(Words),
    /// The headlines, in order of time, and in which order articles tell what several tell: the number of the statement that
    /// is followed, from 1, 0 for none.
    Titles(u32),
    /// What is near what, by one measure.
    Distances(DistanceBy),
}

/// Measures with the word of the address.
pub const GROUNDS: [(DistanceBy, &str); 3] =
    [(DistanceBy::Text, "texte"), (DistanceBy::Statements, "enonces"), (DistanceBy::Words, "mots")];

/// Which words are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    pub parting: Parting,
    /// Name of an article, or of an outlet.
    pub chosen: Option<String>,
    /// In a row.
    pub length: u32,
    pub kept: Kept,
    pub measure: Measure,
}

impl Default for Words {
    fn default() -> Self {
        Self { parting: Parting::Article, chosen: None, length: 1, kept: Kept::Content, measure: Measure::Specificity }
    }
}

impl Across {
    /// The page called `word`, as it comes.
    pub fn at(word: &str) -> Option<Self> {
        Some(match word {
            "enonces" => Self::Statements(Statements::default()),
            "commun" => Self::CommonText(None),
            "desaccords" => Self::Disagreements(Disagreements::default()),
            "silences" => Self::Silences(Silences::default()),
            "mots" => Self::Words(Words::default()),
            "titres" => Self::Titles(0),
            "distances" => Self::Distances(DistanceBy::default()),
            _ => return None,
        })
    }

    /// How it is called in an address.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Statements(_) => "enonces",
            Self::CommonText(_) => "commun",
            Self::Disagreements(_) => "desaccords",
            Self::Silences(_) => "silences",
            Self::Words(_) => "mots",
            Self::Titles(_) => "titres",
            Self::Distances(_) => "distances",
        }
    }

    /// What its page is called.
    pub fn title(&self) -> &'static str {
        match self {
            Self::Statements(_) => comparing::statements(),
            Self::CommonText(_) => comparing::common_text(),
            Self::Disagreements(_) => comparing::disagreements(),
            Self::Silences(_) => comparing::silences(),
            Self::Words(_) => comparing::words(),
            Self::Titles(_) => comparing::titles_and_order(),
            Self::Distances(_) => comparing::distances(),
        }
    }

    /// The same page as it comes.
    pub fn page(&self) -> Self {
        match self {
            Self::Statements(_) => Self::Statements(Statements::default()),
            Self::CommonText(_) => Self::CommonText(None),
            Self::Disagreements(_) => Self::Disagreements(Disagreements::default()),
            Self::Silences(_) => Self::Silences(Silences::default()),
            Self::Words(_) => Self::Words(Words::default()),
            Self::Titles(_) => Self::Titles(0),
            Self::Distances(_) => Self::Distances(DistanceBy::default()),
        }
    }

    /// Writes how it is set, pair by pair.
    pub fn write(&self, pair: &mut dyn FnMut(&str, &str)) {
        match self {
            Self::Statements(statements) => statements.write(pair),
            Self::CommonText(Some(article)) => pair("a", article),
            Self::CommonText(None) => {}
            Self::Disagreements(asked) => asked.write(pair),
            Self::Silences(asked) => asked.write(pair),
            Self::Words(words) => words.write(pair),
            Self::Titles(0) => {}
            Self::Titles(number) => pair("enonce", &number.to_string()),
            Self::Distances(ground) => {
                if let Some((_, word)) = GROUNDS.iter().find(|(of, ..)| of == ground && *of != DistanceBy::default()) {
                    pair("par", word);
                }
            }
        }
    }

    /// Takes one pair of an address, if it is the page's.
    pub fn take(&mut self, key: &str, value: &str) -> bool {
        match self {
            Self::Statements(statements) => statements.take(key, value),
            Self::CommonText(article) if key == "a" => {
                *article = Some(value.to_owned());
                true
            }
            Self::CommonText(_) => false,
            Self::Disagreements(asked) => asked.take(key, value),
            Self::Silences(asked) => asked.take(key, value),
            Self::Words(words) => words.take(key, value),
            Self::Titles(number) if key == "enonce" => {
                *number = value.parse().unwrap_or(0);
                true
            }
            Self::Titles(_) => false,
            Self::Distances(ground) if key == "par" => {
                *ground = GROUNDS.iter().find(|(_, word)| *word == value).map_or(*ground, |(ground, ..)| *ground);
                true
            }
            Self::Distances(_) => false,
        }
    }
}

impl Words {
    fn write(&self, pair: &mut dyn FnMut(&str, &str)) {
        if self.parting == Parting::Outlet {
            pair("par", "media");
        }
        if let Some(name) = &self.chosen {
            pair("a", name);
        }
        if self.length > 1 {
            pair("suite", &self.length.to_string());
        }
        if self.kept == Kept::All {
            pair("grammaire", "oui");
        }
        if self.measure == Measure::Likelihood {
            pair("tri", "vraisemblance");
        }
    }

    fn take(&mut self, key: &str, value: &str) -> bool {
        match (key, value) {
            ("par", "media") => self.parting = Parting::Outlet,
            ("a", _) => self.chosen = Some(value.to_owned()),
            ("suite", _) => self.length = value.parse().ok().filter(|length| (1..=LONGEST_RUN).contains(length)).unwrap_or(1),
            ("grammaire", "oui") => self.kept = Kept::All,
            ("tri", "vraisemblance") => self.measure = Measure::Likelihood,
            _ => return false,
        }
        true
    }

    /// The same as a request, without the articles `aside`.
    pub fn request(&self, aside: Vec<DocumentId>, form: Form) -> Request {
        let Self { parting, chosen, length, kept, measure } = self.clone();
        Request::Concordance(Question::Keyness(KeynessRequest { parting, chosen, length, kept, measure, aside }).pack(form))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::route::{Place, View};

    #[test]
    fn every_page_reads_back_from_its_address() {
        let words = Words {
            parting: Parting::Outlet,
            chosen: Some("Le Port & la Rade".to_owned()),
            length: 3,
            kept: Kept::All,
            measure: Measure::Likelihood,
        };
        let grounds = GROUNDS.map(|(ground, ..)| Across::Distances(ground));
        for across in
            [Across::Words(Words::default()), Across::Words(words), Across::Titles(0), Across::Titles(3)].into_iter().chain(grounds)
        {
            let place = Place::of(View::Across(across)).with_until(Some("2015-02-20"));
            assert_eq!(Place::parse(&place.fragment()).as_ref(), Ok(&place), "{}", place.fragment());
        }
    }

    #[test]
    fn a_damaged_setting_is_left_as_it_comes() {
        let place = Place::parse("#/comparer/mots?par=zz&suite=9&grammaire=peut-etre&tri=").expect("the page is known");
        assert_eq!(place.view, View::Across(Across::Words(Words::default())));
        let place = Place::parse("#/comparer/distances?par=zz").expect("the page is known");
        assert_eq!(place.view, View::Across(Across::Distances(DistanceBy::Text)));
    }
}
