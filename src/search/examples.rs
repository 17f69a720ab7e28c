//! Examples of the query language, for the help in the page.
//!
//! They name no word: the page fills in words of the open corpus, so that each example finds something there.

use crate::say;

/// A query with gaps, and what it finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// Gaps in braces, see [`GAPS`].
    pub pattern: &'static str,
    french: &'static str,
    english: &'static str,
}

/// What stands in the gaps: two words of the texts that stand in one sentence, the first in a title; the beginning and the end of
/// a long word; two words that follow each other; an outlet, an author, a name, a speaker, a month of publication, a day told in
/// a text, a number, and two articles.
pub const GAPS: &[&str] =
    &["mot", "autre", "début", "fin", "expression", "média", "auteur", "nom", "locuteur", "mois", "jour", "nombre", "article", "second"];

pub const EXAMPLES: &[Example] = &[
    Example { pattern: "{mot} {autre}", french: "les deux mots, sous toutes leurs formes", english: "both words, in all their forms" },
    Example { pattern: "\"{expression}\"", french: "l’expression, telle quelle", english: "the phrase, exactly as it stands" },
    Example {
        pattern: "\"{mot} {autre}\"~5",
        french: "les mots dans n’importe quel ordre, cinq autres au plus entre eux",
        english: "the words in any order, at most five others between them",
    },
    Example { pattern: "{mot} OR {autre}", french: "l’un ou l’autre (OU)", english: "one or the other" },
    Example { pattern: "{mot} -{autre}", french: "le premier sans le second (NOT, SAUF)", english: "the first without the second (NOT)" },
    Example { pattern: "({mot} OR {autre}) {nom}", french: "des parenthèses pour choisir", english: "brackets, to choose" },
    Example { pattern: "{début}*", french: "les mots qui commencent ainsi", english: "words that begin so" },
    Example { pattern: "*{fin}", french: "les mots qui finissent ainsi", english: "words that end so" },
    Example {
        pattern: "{mot}~1", french: "le mot à une lettre près (~2 : deux)", english: "the word, give or take one letter (~2: two)"
    },
    Example {
        pattern: "{mot} NEAR/10 {autre}",
        french: "à dix mots au plus l’un de l’autre (PRES/10)",
        english: "within ten words of each other",
    },
    Example { pattern: "{mot} /s {autre}", french: "dans la même phrase", english: "in the same sentence" },
    Example { pattern: "{mot} /p {autre}", french: "dans le même paragraphe", english: "in the same paragraph" },
    Example {
        pattern: "/{début}.+/",
        french: "les mots qui suivent ce motif (expression régulière)",
        english: "words that fit this pattern (regular expression)",
    },
    Example {
        pattern: "in:title {mot}",
        french: "dans le titre ; aussi lead, body, caption, furniture",
        english: "in the headline; also lead, body, caption, furniture",
    },
    Example {
        pattern: "in:quote {mot}",
        french: "dans une citation ; -in:quote : hors des citations",
        english: "in a quotation; -in:quote: outside quotations",
    },
    Example {
        pattern: "speaker:{locuteur}",
        french: "ce que dit cette personne ; avec des mots : ce qu’elle en dit",
        english: "what this person says; with words: what they say about it",
    },
    Example {
        pattern: "entity:{nom}",
        french: "le nom, partout où il est désigné ; entre guillemets, exactement ce nom",
        english: "the name, wherever it is meant; in quotation marks, exactly this name",
    },
    Example {
        pattern: "type:per {mot}",
        french: "un nom de personne ; aussi org, loc, media, group, event, law, product",
        english: "a name of a person; also org, loc, media, group, event, law, product",
    },
    Example { pattern: "figure:{nombre}", french: "ce chiffre, en chiffres ou en lettres", english: "this figure, in digits or in words" },
    Example {
        pattern: "when:{jour}",
        french: "ce jour, même dit « vendredi » ou « hier »",
        english: "this day, even where it is called “Friday” or “yesterday”",
    },
    Example {
        pattern: "outlet:{média}",
        french: "dans ce média ; -outlet: : dans les autres",
        english: "in this outlet; -outlet:, in the others",
    },
    Example { pattern: "author:{auteur}", french: "de cet auteur", english: "by this author" },
    Example {
        pattern: "date:{mois}",
        french: "publié ce mois-là ; date:2015-02..2015-04, date:2015-02-20..",
        english: "published in that month; date:2015-02..2015-04, date:2015-02-20..",
    },
    Example {
        pattern: "dans:{article} sans:{second}",
        french: "les mots de cet article que l’autre n’a pas",
        english: "the words of this article that the other does not have",
    },
];

impl Example {
    /// What it finds, in the language of the moment.
    pub fn what(&self) -> &'static str {
        say!(self.french, self.english)
    }

    /// The query, with `word` in each gap; nothing when the corpus has nothing for one of them.
    pub fn filled(&self, word: &dyn Fn(&str) -> Option<String>) -> Option<String> {
        let mut query = String::new();
        let mut rest = self.pattern;
        while let Some((before, after)) = rest.split_once('{') {
            let (gap, after) = after.split_once('}')?;
            query.push_str(before);
            let filling = word(gap)?;
            // Values of fields stand in quotation marks where they need them.
            if before.ends_with(':') {
                query.push_str(&super::condition::quoted(&filling))
            } else {
                query.push_str(&filling)
            }
            rest = after;
        }
        query.push_str(rest);
        Some(query)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::parse::parse;

    #[test]
    fn every_example_is_read_without_a_notice() {
        let word = |gap: &str| {
            assert!(GAPS.contains(&gap), "{gap}");
            Some(match gap {
                "média" => "Le Monde".to_owned(),
                "mois" => "2015-02".to_owned(),
                "jour" => "2015-02-20".to_owned(),
                "nombre" => "60".to_owned(),
                _ => "port".to_owned(),
            })
        };
        for example in EXAMPLES {
            let query = example.filled(&word).unwrap();
            let (read, notices) = parse(&query);
            assert!(read.root.is_some() && notices.is_empty(), "{query}: {notices:?}");
        }
    }

    #[test]
    fn an_example_without_its_word_is_left_out() {
        assert_eq!(EXAMPLES[0].filled(&|_| None), None);
    }
}
