//! What there is to say about a query: which part of it was not read as asked, and how it would be read.
//!
//! A notice never stands in the way of an answer. Its sentence is shown under the field, with a caret under the place and a
//! mend that a click takes over; what somebody is only in the midst of typing is told without blame.

use serde::{Deserialize, Serialize};

use super::field::FieldName;
use crate::span::Span;

/// Something to say about a query, with its place in it and a way to mend it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    pub kind: NoticeKind,
    /// Bytes of the query that it is about.
    pub span: Option<Span>,
    /// The whole query as it would be, mended.
    pub mend: Option<String>,
}

impl Notice {
    /// A notice about the query as a whole.
    pub fn of(kind: NoticeKind) -> Self {
        Self { kind, span: None, mend: None }
    }
}

impl std::fmt::Display for Notice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.kind.fmt(f)
    }
}

/// What there is to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoticeKind {
    /// Only the first part of a very long query was read.
    QueryCut {
        read: u32,
        length: u32,
    },
    /// No document has all words: those with some are shown.
    PartialMatches {
        missing: Vec<String>,
    },
    /// A quotation mark was not closed; it was closed at the end.
    UnclosedPhrase,
    /// Only the first words of a query of very many were read.
    WordsCut {
        read: u32,
    },
    /// The words stand together in `n` articles: only these passages are counted, the `n_apart` other articles with all words are not.
    Together {
        n: u32,
        n_apart: u32,
    },
    /// A word was typed again and again; it was read twice.
    Repeated,
    /// No text holds the word: words one letter away were looked for.
    ReadAs {
        word: String,
        forms: Vec<String>,
    },
    /// Nothing in the query is a word.
    NoWord,
    /// A mark closes quotation marks that nothing opened.
    StrayQuote,
    /// A bracket was not closed; it was closed at the end.
    OpenBracket,
    /// A bracket closes what nothing opened.
    StrayBracket,
    /// Brackets inside brackets beyond this depth are read as if they were not there.
    DeepBrackets {
        read: u32,
    },
    /// An operator has nothing before or after it.
    LoneOperator {
        operator: String,
    },
    /// A minus sign stands alone between words.
    LoneMinus,
    /// NEAR without a number.
    NearWithoutNumber {
        read: u32,
    },
    /// Nearness is not read between groups of words that are more than alternatives.
    NearBracket,
    /// A number beyond what is read: `mot~9`, `NEAR/100000`.
    NumberCut {
        asked: String,
        read: u32,
    },
    /// A field without a value.
    EmptyValue {
        field: String,
    },
    /// No field is called so: its words are searched.
    UnknownField {
        field: String,
    },
    /// The field has no such value.
    UnknownValue {
        field: String,
        value: String,
        known: Vec<String>,
    },
    /// No date that can be read.
    DateNotRead {
        value: String,
    },
    NoSuchMonth {
        month: u32,
    },
    NoSuchDay {
        day: u32,
    },
    /// A period that ends before it begins was turned round.
    ReversedPeriod,
    /// A regular expression without its second bar.
    OpenPattern,
    PatternNotRead {
        fault: PatternFault,
    },
    /// Regular expressions are searched by the whole engine only.
    PatternNeedsWhole,
    /// An asterisk without letters.
    LoneStar,
    /// An asterisk inside a word.
    StarInside {
        read: String,
    },
    /// Nothing but function words.
    OnlyFunctionWords,
}

/// Why a regular expression cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PatternFault {
    TooLong {
        most: u32,
    },
    /// Its repetitions make it too large.
    TooLarge,
    Unbalanced,
    /// A repetition of nothing: `/*a/`.
    NothingToRepeat,
    /// What a search in linear time cannot do: looking around, going back.
    Unsupported,
    Malformed,
}

/// Dates as they are written.
const DATES: &str = "2015, 2015-02, 2015-02-20, 20/02/2015, 2015-02..2015-04, ..2015-03";
const DAYS: &str = "2015-02-20, 2015-02, 2015";

impl std::fmt::Display for NoticeKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::QueryCut { read, length } => {
                write!(f, "requête très longue\u{a0}: seuls les {read} premiers caractères sur {length} sont lus")
            }
            Self::PartialMatches { missing } => {
                write!(
                    f,
                    "aucun article ne contient tous les mots\u{a0}; voici ceux qui en ont le plus\u{a0}: il y manque «\u{a0}{}\u{a0}»",
                    missing.join("\u{a0}» ou «\u{a0}")
                )
            }
            Self::UnclosedPhrase => f.write_str("guillemet encore ouvert\u{a0}: l’expression va jusqu’à la fin"),
            Self::WordsCut { read } => write!(f, "requête de plus de {read} mots\u{a0}: seuls les {read} premiers sont cherchés"),
            Self::Together { n, n_apart } => {
                f.write_str("comptés seulement là où ces mots se suivent")?;
                match n_apart {
                    0 => Ok(()),
                    1 => f.write_str("\u{a0}; un autre article les a, mais séparés"),
                    _ => write!(f, "\u{a0}; {n_apart} autres articles les ont, mais séparés"),
                }?;
                if *n > 1 { write!(f, " ({n} articles comptés)") } else { f.write_str(" (un seul article compté)") }
            }
            Self::Repeated => f.write_str("le même mot plusieurs fois de suite\u{a0}: lu deux fois"),
            Self::ReadAs { word, forms } => {
                write!(f, "«\u{a0}{word}\u{a0}» n’est dans aucun texte\u{a0}; cherché «\u{a0}{}\u{a0}»", forms.join("\u{a0}», «\u{a0}"))
            }
            Self::NoWord => f.write_str("aucun mot à chercher dans cette requête"),
            Self::StrayQuote => f.write_str("guillemet fermant sans ouvrant\u{a0}: passé"),
            Self::OpenBracket => f.write_str("parenthèse encore ouverte\u{a0}: elle va jusqu’à la fin"),
            Self::StrayBracket => f.write_str("parenthèse fermante sans ouvrante\u{a0}: passée"),
            Self::DeepBrackets { read } => write!(f, "plus de {read} parenthèses emboîtées\u{a0}: les plus profondes sont passées"),
            Self::LoneOperator { operator } => write!(f, "«\u{a0}{operator}\u{a0}» attend quelque chose à chercher à côté de lui"),
            Self::LoneMinus => f.write_str("pour exclure un mot, le tiret doit le toucher\u{a0}: -mot"),
            Self::NearWithoutNumber { read } => write!(f, "«\u{a0}NEAR\u{a0}» sans nombre\u{a0}: au plus {read} mots entre les deux"),
            Self::NearBracket => {
                f.write_str("la proximité ne se dit qu’entre mots, expressions ou choix de mots (a OR b)\u{a0}: lu «\u{a0}AND\u{a0}»")
            }
            Self::NumberCut { asked, read } => write!(f, "«\u{a0}{asked}\u{a0}»\u{a0}: le plus grand nombre lu ici est {read}"),
            Self::EmptyValue { field } => match FieldName::of(field) {
                Some(FieldName::Date) => write!(f, "«\u{a0}{field}:\u{a0}» attend une date\u{a0}: {DATES}"),
                Some(FieldName::When) => write!(f, "«\u{a0}{field}:\u{a0}» attend un jour, un mois ou une année\u{a0}: {DAYS}"),
                Some(name) if !name.values().is_empty() => {
                    write!(f, "«\u{a0}{field}:\u{a0}» attend une de ces valeurs\u{a0}: {}", name.values().join(", "))
                }
                _ => write!(f, "«\u{a0}{field}:\u{a0}» attend une valeur"),
            },
            Self::UnknownField { field } => write!(f, "«\u{a0}{field}:\u{a0}» n’est pas un champ connu\u{a0}: cherché comme des mots"),
            Self::UnknownValue { field, value, known } => {
                write!(f, "«\u{a0}{field}:\u{a0}» ne connaît pas «\u{a0}{value}\u{a0}»\u{a0}: {}", known.join(", "))
            }
            Self::DateNotRead { value } => write!(f, "«\u{a0}{value}\u{a0}» ne se lit pas comme une date\u{a0}: {DATES}"),
            Self::NoSuchMonth { month } => write!(f, "il n’y a pas de mois {month}"),
            Self::NoSuchDay { day } => write!(f, "ce mois n’a pas de jour {day}"),
            Self::ReversedPeriod => f.write_str("cette période finit avant de commencer\u{a0}: lue dans l’autre sens"),
            Self::OpenPattern => f.write_str("un motif tient en un mot, entre deux barres\u{a0}: /motif/\u{a0}; cherché comme des mots"),
            Self::PatternNotRead { fault } => fault.fmt(f),
            Self::PatternNeedsWhole => f.write_str("les motifs se cherchent avec le moteur complet, qui se charge"),
            Self::LoneStar => f.write_str("«\u{a0}*\u{a0}» seul ne dit rien à chercher\u{a0}: début*, *fin"),
            Self::StarInside { read } => {
                write!(f, "«\u{a0}*\u{a0}» ne vaut qu’au début ou à la fin d’un mot\u{a0}: lu «\u{a0}{read}\u{a0}»")
            }
            Self::OnlyFunctionWords => f.write_str("rien que des mots de grammaire\u{a0}: cherchés tels quels"),
        }
    }
}

impl std::fmt::Display for PatternFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::TooLong { most } => write!(f, "motif de plus de {most} caractères\u{a0}: non cherché"),
            Self::TooLarge => f.write_str("motif trop grand une fois ses répétitions déroulées\u{a0}: non cherché"),
            Self::Unbalanced => f.write_str("parenthèse, crochet ou accolade sans sa moitié dans ce motif\u{a0}: non cherché"),
            Self::NothingToRepeat => f.write_str("rien à répéter ici dans ce motif\u{a0}: non cherché"),
            Self::Unsupported => f.write_str("les motifs ne savent ni regarder autour ni renvoyer en arrière\u{a0}: non cherché"),
            Self::Malformed => f.write_str("motif illisible\u{a0}: non cherché"),
        }
    }
}

/// Notices about one query, in the order in which it is read.
pub(super) struct Notices<'t> {
    text: &'t str,
    list: Vec<Notice>,
}

/// More is never told of one query: nobody reads on, and every mend is as long as the query.
const MOST_NOTICES: usize = 8;

impl<'t> Notices<'t> {
    /// Of `text`, as far as it is read.
    pub fn of(text: &'t str) -> Self {
        Self { text, list: Vec::new() }
    }

    /// Tells `kind` of `span`.
    pub fn tell(&mut self, kind: NoticeKind, span: Span) {
        self.push(Notice { kind, span: Some(span), mend: None });
    }

    /// Tells `kind` of `span`; with `instead` in place of `replaced` all would be well.
    pub fn mend(&mut self, kind: NoticeKind, span: Span, replaced: Span, instead: &str) {
        let (before, after) = (&self.text[..replaced.start as usize], &self.text[replaced.end as usize..]);
        let mended = if instead.is_empty() { super::condition::rejoin(before, after) } else { [before, instead, after].concat() };
        // Nothing is left to look for: that mends nothing.
        let mend = Some(mended).filter(|mended| !mended.trim().is_empty());
        self.push(Notice { kind, span: Some(span), mend });
    }

    pub fn push(&mut self, notice: Notice) {
        if self.list.len() < MOST_NOTICES {
            self.list.push(notice);
        }
    }

    pub fn into_list(self) -> Vec<Notice> {
        self.list
    }
}
