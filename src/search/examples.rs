//! Examples of the query language, for the help in the page.
//!
//! They name no word: the page fills in words of the open corpus, so that each example finds something there.

/// A query with gaps, and what it finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// Gaps in braces, see [`GAPS`].
    pub pattern: &'static str,
    /// In French.
    pub what: &'static str,
}

/// What stands in the gaps: two words of the texts that stand in one sentence, the first in a title; the beginning and the end of
/// a long word; two words that follow each other; an outlet, an author, a name, a speaker, a month of publication, a day told in
/// a text, a number, and two articles.
pub const GAPS: &[&str] =
    &["mot", "autre", "début", "fin", "expression", "média", "auteur", "nom", "locuteur", "mois", "jour", "nombre", "article", "second"];

pub const EXAMPLES: &[Example] = &[
    Example { pattern: "{mot} {autre}", what: "les deux mots, sous toutes leurs formes" },
    Example { pattern: "\"{expression}\"", what: "l’expression, telle quelle" },
    Example { pattern: "\"{mot} {autre}\"~5", what: "les mots dans n’importe quel ordre, cinq autres au plus entre eux" },
    Example { pattern: "{mot} OR {autre}", what: "l’un ou l’autre (OU)" },
    Example { pattern: "{mot} -{autre}", what: "le premier sans le second (NOT, SAUF)" },
    Example { pattern: "({mot} OR {autre}) {nom}", what: "des parenthèses pour choisir" },
    Example { pattern: "{début}*", what: "les mots qui commencent ainsi" },
    Example { pattern: "*{fin}", what: "les mots qui finissent ainsi" },
    Example { pattern: "{mot}~1", what: "le mot à une lettre près (~2 : deux)" },
    Example { pattern: "{mot} NEAR/10 {autre}", what: "à dix mots au plus l’un de l’autre (PRES/10)" },
    Example { pattern: "{mot} /s {autre}", what: "dans la même phrase" },
    Example { pattern: "{mot} /p {autre}", what: "dans le même paragraphe" },
    Example { pattern: "/{début}.+/", what: "les mots qui suivent ce motif (expression régulière)" },
    Example { pattern: "in:title {mot}", what: "dans le titre ; aussi lead, body, caption, furniture" },
    Example { pattern: "in:quote {mot}", what: "dans une citation ; -in:quote : hors des citations" },
    Example { pattern: "speaker:{locuteur}", what: "ce que dit cette personne ; avec des mots : ce qu’elle en dit" },
    Example { pattern: "entity:{nom}", what: "le nom, partout où il est désigné" },
    Example { pattern: "type:per {mot}", what: "un nom de personne ; aussi org, loc, media, group, event, law, product" },
    Example { pattern: "figure:{nombre}", what: "ce chiffre, en chiffres ou en lettres" },
    Example { pattern: "when:{jour}", what: "ce jour, même dit « vendredi » ou « hier »" },
    Example { pattern: "outlet:{média}", what: "dans ce média ; -outlet: : dans les autres" },
    Example { pattern: "author:{auteur}", what: "de cet auteur" },
    Example { pattern: "date:{mois}", what: "publié ce mois-là ; date:2015-02..2015-04, date:2015-02-20.." },
    Example { pattern: "dans:{article} sans:{second}", what: "les mots de cet article que l’autre n’a pas" },
];

impl Example {
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
