//! What notices say, in the language of the moment.

use std::fmt::{Display, Formatter, Result};

use super::field::FieldName;
use super::notice::{Notice, NoticeKind, PatternFault};
use crate::locale::in_marks;
use crate::say;

/// Dates as they are written.
const DATES: &str = "2015, 2015-02, 2015-02-20, 20/02/2015, 2015-02..2015-04, ..2015-03";
const DAYS: &str = "2015-02-20, 2015-02, 2015";

impl Display for Notice {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        self.kind.fmt(f)
    }
}

impl Display for NoticeKind {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::QueryCut { read, length } => say!(
                write!(f, "requête très longue\u{a0}: seuls les {read} premiers caractères sur {length} sont lus"),
                write!(f, "very long query: only the first {read} of {length} characters are read")
            ),
            Self::PartialMatches { missing } => say!(
                write!(
                    f,
                    "aucun article ne contient tous les mots\u{a0}; voici ceux qui en ont le plus\u{a0}: il y manque {}",
                    marked(missing, " ou ")
                ),
                write!(f, "no article has all the words; here are those with most of them: {} missing", marked(missing, " or "))
            ),
            Self::UnclosedPhrase => f.write_str(say!(
                "guillemet encore ouvert\u{a0}: l’expression va jusqu’à la fin",
                "quotation mark still open: the phrase goes to the end"
            )),
            Self::WordsCut { read } => say!(
                write!(f, "requête de plus de {read} mots\u{a0}: seuls les {read} premiers sont cherchés"),
                write!(f, "query of more than {read} words: only the first {read} are searched")
            ),
            Self::Together { n, n_apart } => together(f, *n, *n_apart),
            Self::Repeated => {
                f.write_str(say!("le même mot plusieurs fois de suite\u{a0}: lu deux fois", "the same word again and again: read twice"))
            }
            Self::ReadAs { word, forms } => {
                let (word, forms) = (in_marks(word), marked(forms, ", "));
                say!(
                    write!(f, "{word} n’est dans aucun texte\u{a0}; cherché {forms}"),
                    write!(f, "{word} is in no text; searched for {forms}")
                )
            }
            Self::NoWord => f.write_str(say!("aucun mot à chercher dans cette requête", "no word to search for in this query")),
            Self::StrayQuote => f.write_str(say!(
                "guillemet fermant sans ouvrant\u{a0}: passé",
                "closing quotation mark without an opening one: passed over"
            )),
            Self::OpenBracket => {
                f.write_str(say!("parenthèse encore ouverte\u{a0}: elle va jusqu’à la fin", "bracket still open: it goes to the end"))
            }
            Self::StrayBracket => {
                f.write_str(say!("parenthèse fermante sans ouvrante\u{a0}: passée", "closing bracket without an opening one: passed over"))
            }
            Self::DeepBrackets { read } => say!(
                write!(f, "plus de {read} parenthèses emboîtées\u{a0}: les plus profondes sont passées"),
                write!(f, "more than {read} brackets inside each other: the innermost are passed over")
            ),
            Self::LoneOperator { operator } => say!(
                write!(f, "«\u{a0}{operator}\u{a0}» attend quelque chose à chercher à côté de lui"),
                write!(f, "“{operator}” expects something to search for beside it")
            ),
            Self::LoneMinus => f.write_str(say!(
                "pour exclure un mot, le tiret doit le toucher\u{a0}: -mot",
                "to exclude a word, the minus sign must touch it: -word"
            )),
            Self::NearWithoutNumber { read } => say!(
                write!(f, "«\u{a0}NEAR\u{a0}» sans nombre\u{a0}: au plus {read} mots entre les deux"),
                write!(f, "“NEAR” without a number: at most {read} words between the two")
            ),
            Self::NearBracket => f.write_str(say!(
                "la proximité ne se dit qu’entre mots, expressions ou choix de mots (a OR b)\u{a0}: lu «\u{a0}AND\u{a0}»",
                "nearness is only between words, phrases or choices of words (a OR b): read as “AND”"
            )),
            Self::NumberCut { asked, read } => say!(
                write!(f, "«\u{a0}{asked}\u{a0}»\u{a0}: le plus grand nombre lu ici est {read}"),
                write!(f, "“{asked}”: the largest number read here is {read}")
            ),
            Self::EmptyValue { field } => empty_value(f, field),
            Self::UnknownField { field } => say!(
                write!(f, "«\u{a0}{field}:\u{a0}» n’est pas un champ connu\u{a0}: cherché comme des mots"),
                write!(f, "“{field}:” is no known field: searched as words")
            ),
            Self::UnknownValue { field, value, known } => {
                let known = known.join(", ");
                say!(
                    write!(f, "«\u{a0}{field}:\u{a0}» ne connaît pas «\u{a0}{value}\u{a0}»\u{a0}: {known}"),
                    write!(f, "“{field}:” does not know “{value}”: {known}")
                )
            }
            Self::DateNotRead { value } => say!(
                write!(f, "«\u{a0}{value}\u{a0}» ne se lit pas comme une date\u{a0}: {DATES}"),
                write!(f, "“{value}” cannot be read as a date: {DATES}")
            ),
            Self::NoSuchMonth { month } => say!(write!(f, "il n’y a pas de mois {month}"), write!(f, "there is no month {month}")),
            Self::NoSuchDay { day } => say!(write!(f, "ce mois n’a pas de jour {day}"), write!(f, "this month has no day {day}")),
            Self::ReversedPeriod => f.write_str(say!(
                "cette période finit avant de commencer\u{a0}: lue dans l’autre sens",
                "this period ends before it begins: read the other way round"
            )),
            Self::OpenPattern => f.write_str(say!(
                "un motif tient en un mot, entre deux barres\u{a0}: /motif/\u{a0}; cherché comme des mots",
                "a pattern is one word between two slashes: /pattern/; searched as words"
            )),
            Self::PatternNotRead { fault } => fault.fmt(f),
            Self::PatternNeedsWhole => f.write_str(say!(
                "les motifs se cherchent avec le moteur complet, qui se charge",
                "patterns are searched by the full engine, which is loading"
            )),
            Self::LoneStar => f.write_str(say!(
                "«\u{a0}*\u{a0}» seul ne dit rien à chercher\u{a0}: début*, *fin",
                "“*” alone says nothing to search for: start*, *end"
            )),
            Self::StarInside { read } => say!(
                write!(f, "«\u{a0}*\u{a0}» ne vaut qu’au début ou à la fin d’un mot\u{a0}: lu «\u{a0}{read}\u{a0}»"),
                write!(f, "“*” works only at the start or the end of a word: read as “{read}”")
            ),
            Self::OnlyFunctionWords => f.write_str(say!(
                "rien que des mots de grammaire\u{a0}: cherchés tels quels",
                "nothing but function words: searched as they are"
            )),
        }
    }
}

/// Each in quotation marks.
fn marked(words: &[String], between: &str) -> String {
    words.iter().map(|word| in_marks(word)).collect::<Vec<_>>().join(between)
}

fn together(f: &mut Formatter<'_>, n: u32, n_apart: u32) -> Result {
    f.write_str(say!("comptés seulement là où ces mots se suivent", "counted only where these words stand together"))?;
    match n_apart {
        0 => Ok(()),
        1 => f.write_str(say!("\u{a0}; un autre article les a, mais séparés", "; one other article has them, but apart")),
        _ => say!(
            write!(f, "\u{a0}; {n_apart} autres articles les ont, mais séparés"),
            write!(f, "; {n_apart} other articles have them, but apart")
        ),
    }?;
    match n {
        0 | 1 => f.write_str(say!(" (un seul article compté)", " (a single article counted)")),
        _ => say!(write!(f, " ({n} articles comptés)"), write!(f, " ({n} articles counted)")),
    }
}

fn empty_value(f: &mut Formatter<'_>, field: &str) -> Result {
    let name = FieldName::of(field);
    let (expected, values) = match name {
        Some(FieldName::Date) => (say!("une date\u{a0}: ", "a date: "), DATES.to_owned()),
        Some(FieldName::When) => (say!("un jour, un mois ou une année\u{a0}: ", "a day, a month or a year: "), DAYS.to_owned()),
        Some(name) if !name.values().is_empty() => (say!("une de ces valeurs\u{a0}: ", "one of these values: "), name.values().join(", ")),
        _ => (say!("une valeur", "a value"), String::new()),
    };
    say!(write!(f, "«\u{a0}{field}:\u{a0}» attend {expected}{values}"), write!(f, "“{field}:” expects {expected}{values}"))
}

impl Display for PatternFault {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::TooLong { most } => say!(
                write!(f, "motif de plus de {most} caractères\u{a0}: non cherché"),
                write!(f, "pattern of more than {most} characters: not searched")
            ),
            Self::TooLarge => f.write_str(say!(
                "motif trop grand une fois ses répétitions déroulées\u{a0}: non cherché",
                "pattern too large once its repetitions are unrolled: not searched"
            )),
            Self::Unbalanced => f.write_str(say!(
                "parenthèse, crochet ou accolade sans sa moitié dans ce motif\u{a0}: non cherché",
                "bracket or brace without its other half in this pattern: not searched"
            )),
            Self::NothingToRepeat => f.write_str(say!(
                "rien à répéter ici dans ce motif\u{a0}: non cherché",
                "nothing to repeat here in this pattern: not searched"
            )),
            Self::Unsupported => f.write_str(say!(
                "les motifs ne savent ni regarder autour ni renvoyer en arrière\u{a0}: non cherché",
                "patterns can neither look around nor refer back: not searched"
            )),
            Self::Malformed => f.write_str(say!("motif illisible\u{a0}: non cherché", "pattern that cannot be read: not searched")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};

    fn both(kind: &NoticeKind) -> [String; 2] {
        let french = kind.to_string();
        locale::set(Locale::English);
        let english = kind.to_string();
        locale::set(Locale::French);
        [french, english].map(|said| said.replace('\u{a0}', " "))
    }

    #[test]
    fn what_was_typed_stands_in_marks_of_the_language() {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            both(&NoticeKind::PartialMatches { missing: words(&["quai", "gare"]) }),
            [
                "aucun article ne contient tous les mots ; voici ceux qui en ont le plus : il y manque « quai » ou « gare »",
                "no article has all the words; here are those with most of them: “quai” or “gare” missing"
            ]
        );
        assert_eq!(
            both(&NoticeKind::ReadAs { word: "quay".to_owned(), forms: words(&["quai", "quais"]) }),
            ["« quay » n’est dans aucun texte ; cherché « quai », « quais »", "“quay” is in no text; searched for “quai”, “quais”"]
        );
        assert_eq!(
            both(&NoticeKind::EmptyValue { field: "when".to_owned() }),
            [
                "« when: » attend un jour, un mois ou une année : 2015-02-20, 2015-02, 2015",
                "“when:” expects a day, a month or a year: 2015-02-20, 2015-02, 2015"
            ]
        );
    }

    #[test]
    fn articles_with_the_words_apart_are_counted_in_both_languages() {
        for (n, n_apart, french, english) in [
            (1, 0, " (un seul article compté)", " (a single article counted)"),
            (
                2,
                1,
                " ; un autre article les a, mais séparés (2 articles comptés)",
                "; one other article has them, but apart (2 articles counted)",
            ),
            (
                0,
                3,
                " ; 3 autres articles les ont, mais séparés (un seul article compté)",
                "; 3 other articles have them, but apart (a single article counted)",
            ),
        ] {
            let said = both(&NoticeKind::Together { n, n_apart });
            let [french_start, english_start] =
                ["comptés seulement là où ces mots se suivent", "counted only where these words stand together"];
            assert_eq!(said, [format!("{french_start}{french}"), format!("{english_start}{english}")]);
        }
    }
}
