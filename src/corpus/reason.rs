//! Why a value is a guess, or why one that stands on a page is not believed: data, said in the language of the moment when it is shown.
//!
//! What came as a sentence, from a program or a person, stays that sentence.

use std::fmt::{self, Display, Formatter};

use serde::{Deserialize, Serialize};

use super::calendar::Day;
use crate::say;

/// Displayed as a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// As it was given, whatever its language.
    Sentence(String),
    /// As it was given in each of the languages of the page.
    Sentences {
        french: String,
        english: String,
    },
    /// The file is called so.
    FileName(String),
    /// Whoever is named as author of an office document, and the day on which it was made.
    DocumentAuthor,
    DocumentDay,
    /// What bounds the day of publication, surest first.
    Bounds(Vec<Bound>),
    /// The date is that of the site.
    SiteDate,
    /// The page shows its reader another day.
    PageShows(Day),
    /// The last change came before, on this day.
    ChangedBefore(Day),
    /// The text cannot be of a later day than this one.
    TextBefore(Option<Day>),
    /// The article was published on this day at the latest.
    PublishedBefore(Day),
}

/// What bounds the day of publication on one side or on both. `words` are those of the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    Changed(Day),
    Collected(Day),
    FileNamed(Day),
    Near {
        words: String,
    },
    Past {
        words: String,
    },
    Announced {
        words: String,
    },
    /// A date gets its year from another article.
    OfYear {
        words: String,
        year: i32,
        witness: Witness,
    },
    /// Another article that tells of the same says which day it is.
    Means {
        words: String,
        day: Day,
        side: Side,
        witness: Witness,
    },
    SharedText {
        witness: Witness,
        day: Day,
    },
}

/// On which side of the publication a day lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    Told,
    Ahead,
}

/// Another article, perhaps with its words that say so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Witness {
    pub words: Option<String>,
    pub outlet: Option<String>,
    pub name: String,
    /// Its own day is a guess.
    pub is_inferred: bool,
}

impl From<String> for Reason {
    fn from(sentence: String) -> Self {
        Self::Sentence(sentence)
    }
}

impl From<&str> for Reason {
    fn from(sentence: &str) -> Self {
        Self::Sentence(sentence.to_owned())
    }
}

impl Display for Reason {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.write_str(&match self {
            Self::Sentence(sentence) => return f.write_str(sentence),
            Self::Sentences { french, english } => return f.write_str(say!(french, english)),
            Self::FileName(name) => say!(format!("Le nom du fichier, «\u{a0}{name}\u{a0}»."), format!("The name of the file, “{name}”.")),
            Self::DocumentAuthor => say!("auteur du document bureautique", "author of the office document").to_owned(),
            Self::DocumentDay => {
                say!("jour où le document bureautique a été créé", "day on which the office document was created").to_owned()
            }
            Self::Bounds(bounds) => {
                let said: Vec<String> = bounds.iter().map(ToString::to_string).collect();
                sentence(&said.join(say!("\u{a0}; ", "; ")))
            }
            Self::SiteDate => {
                say!("C’est la date du site, non celle de l’article.", "It is the date of the site, not that of the article.").to_owned()
            }
            Self::PageShows(day) => {
                let day = day.in_words();
                say!(format!("La page affiche le {day}."), format!("The page shows {day}."))
            }
            Self::ChangedBefore(day) => {
                let day = day.in_words();
                say!(format!("La dernière modification est antérieure, du {day}."), format!("The last change is earlier, of {day}."))
            }
            Self::TextBefore(day) => {
                let day = day.map(Day::in_words).unwrap_or_default();
                say!(
                    format!(
                        "Le texte ne peut être postérieur au {day}\u{a0}: la date est sans doute celle d’une reprise ou de la collecte."
                    ),
                    format!("The text cannot be later than {day}: the date is probably that of a reprint or of the collection.")
                )
            }
            Self::PublishedBefore(day) => {
                let day = day.in_words();
                say!(
                    format!("L’article a paru le {day} au plus tard\u{a0}: la date est sans doute celle de la collecte."),
                    format!("The article was published by {day} at the latest: the date is probably that of the collection.")
                )
            }
        })
    }
}

impl Display for Bound {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.write_str(&match self {
            Self::Changed(day) => {
                let day = day.in_words();
                say!(format!("dernière modification le {day}"), format!("last change on {day}"))
            }
            Self::Collected(day) => {
                let day = day.in_words();
                say!(format!("page recueillie au plus tard le {day}"), format!("page collected on {day} at the latest"))
            }
            Self::FileNamed(day) => {
                let day = day.in_words();
                say!(format!("le nom du fichier porte le {day}"), format!("the name of the file bears {day}"))
            }
            Self::Near { words } => {
                let words = in_marks(words);
                say!(format!("{words} est tout proche"), format!("{words} is very near"))
            }
            Self::Past { words } => {
                let words = in_marks(words);
                say!(format!("le texte parle au passé du {words}"), format!("the text speaks of {words} as past"))
            }
            Self::Announced { words } => {
                let words = in_marks(words);
                say!(format!("le texte annonce {words}"), format!("the text announces {words}"))
            }
            Self::OfYear { words, year, witness } => {
                let words = in_marks(words);
                say!(format!("{words} est de {year}, d’après {witness}"), format!("{words} is of {year}, by {witness}"))
            }
            Self::Means { words, day, side, witness } => {
                let (words, day) = (in_marks(words), day.in_words());
                let ahead = if *side == Side::Ahead { say!(", encore à venir", ", still to come") } else { "" };
                say!(
                    format!("{words} est le {day}{ahead}, d’après {witness}, qui parle du même événement"),
                    format!("{words} is {day}{ahead}, by {witness}, which tells of the same event")
                )
            }
            Self::SharedText { witness, day } => {
                let day = day.in_words();
                say!(
                    format!("une bonne part du texte se lit aussi dans {witness}, du {day}"),
                    format!("a good part of the text also stands in {witness}, of {day}")
                )
            }
        })
    }
}

/// `« vendredi » dans France-Soir (003.txt)`
impl Display for Witness {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        if let Some(words) = &self.words {
            write!(f, "{}{}", in_marks(words), say!(" dans ", " in "))?;
        }
        let doubt = say!("de date elle-même déduite", "whose own date is inferred");
        match (&self.outlet, self.is_inferred) {
            (Some(outlet), true) => write!(f, "{outlet} ({}, {doubt})", self.name),
            (Some(outlet), false) => write!(f, "{outlet} ({})", self.name),
            (None, true) => write!(f, "{} ({doubt})", self.name),
            (None, false) => f.write_str(&self.name),
        }
    }
}

fn in_marks(words: &str) -> String {
    say!(format!("«\u{a0}{words}\u{a0}»"), format!("“{words}”"))
}

/// A capital at its head and a stop at its end.
fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).chain(['.']).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};

    #[test]
    fn a_reason_is_said_in_both_languages() {
        let day = Day::of(2015, 3, 1).expect("the day exists");
        let witness = Witness {
            words: Some("vendredi 20 février".to_owned()),
            outlet: Some("Le Pays".to_owned()),
            name: "a.txt".to_owned(),
            is_inferred: true,
        };
        let told = Reason::Bounds(vec![
            Bound::Means { words: "vendredi".to_owned(), day, side: Side::Ahead, witness: witness.clone() },
            Bound::SharedText { witness: Witness { words: None, outlet: None, is_inferred: false, ..witness }, day },
        ]);
        assert_eq!(
            told.to_string(),
            "«\u{a0}vendredi\u{a0}» est le 1er mars 2015, encore à venir, d’après «\u{a0}vendredi 20 février\u{a0}» dans Le Pays (a.txt, de date \
             elle-même déduite), qui parle du même événement\u{a0}; une bonne part du texte se lit aussi dans a.txt, du 1er mars 2015."
        );
        locale::set(Locale::English);
        assert_eq!(
            told.to_string(),
            "“vendredi” is 1 March 2015, still to come, by “vendredi 20 février” in Le Pays (a.txt, whose own date is inferred), which tells of \
             the same event; a good part of the text also stands in a.txt, of 1 March 2015."
        );
        assert_eq!(Reason::Sentences { french: "oui".to_owned(), english: "yes".to_owned() }.to_string(), "yes");
        locale::set(Locale::French);
    }

    #[test]
    fn a_sentence_stays_as_it_came() {
        locale::set(Locale::English);
        assert_eq!(Reason::from("deux dates l’encadrent").to_string(), "deux dates l’encadrent");
        locale::set(Locale::French);
    }
}
