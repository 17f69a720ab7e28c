//! What is wrong, said for the reader in the language of the moment.

use std::fmt::{self, Display, Formatter};

use super::{Cut, Damage, IssueKind};
use crate::corpus::Encoding;
use crate::say;

impl Display for IssueKind {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.write_str(&match self {
            Self::NoText => say!("Aucun texte lisible.", "No readable text.").to_owned(),
            Self::NoBody => say!(
                "Seul le titre a été trouvé : le texte de l’article manque.",
                "Only the headline was found: the text of the article is missing."
            )
            .to_owned(),
            Self::NoTitle => say!("Aucun titre trouvé.", "No headline found.").to_owned(),
            Self::NoOutlet => say!("Aucun média trouvé.", "No outlet found.").to_owned(),
            Self::NoDate { inferred: false } => say!("Aucune date de publication trouvée.", "No date of publication found.").to_owned(),
            Self::NoDate { inferred: true } => {
                say!("La date de publication n’est que supposée.", "The date of publication is only presumed.").to_owned()
            }
            Self::ContradictedDate { value, why } => {
                say!(format!("La date « {value} » est écartée : {why}"), format!("The date “{value}” is set aside: {why}"))
            }
            Self::Short { n_words: 1 } => say!("Texte très court : un mot.", "Very short text: one word.").to_owned(),
            Self::Short { n_words } => {
                say!(format!("Texte très court : {n_words} mots."), format!("Very short text: {n_words} words."))
            }
            Self::Long { n_words, median } => say!(
                format!("Texte très long : {n_words} mots ; l’article médian en compte {median}."),
                format!("Very long text: {n_words} words; the median article has {median}.")
            ),
            Self::ForeignArticle { language, most } => {
                let (language, most) = (language.name(), most.name());
                say!(
                    format!("Article en {language}, alors que la plupart sont en {most}."),
                    format!("Article in {language}, while most are in {most}.")
                )
            }
            Self::ForeignParagraphs { language, n } => foreign_paragraphs(language.name(), *n),
            Self::Reencoded { encoding } => {
                let encoding = encoding_name(encoding);
                say!(
                    format!("Le fichier était écrit en {encoding} ; il a été converti."),
                    format!("The file was written in {encoding}; it was converted.")
                )
            }
            Self::Damaged { first, n } => damaged(first, *n),
        })
    }
}

fn foreign_paragraphs(language: &str, n: usize) -> String {
    match n {
        1 => say!(format!("Un paragraphe est en {language}."), format!("One paragraph is in {language}.")),
        n => say!(format!("{n} paragraphes sont en {language}."), format!("{n} paragraphs are in {language}.")),
    }
}

fn encoding_name(encoding: &Encoding) -> &str {
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16 => "UTF-16",
        Encoding::Windows1252 => "Windows-1252",
        Encoding::Other(name) => name,
    }
}

fn damaged(first: &Damage, n: usize) -> String {
    match first {
        Damage::Cut(cut) => end(*cut).to_owned(),
        Damage::LostDate => say!("Une date annoncée par la page a disparu.", "A date that the page announces is gone.").to_owned(),
        Damage::Misread { shown, repaired } => misread(shown, repaired, n),
        Damage::CutWord { joined } if n == 1 => {
            say!(format!("Un mot est coupé en fin de ligne : « {joined} »."), format!("A word is cut at the end of a line: “{joined}”."))
        }
        Damage::NoSuchDay { written } => no_such_day(written, n),
        Damage::NoSuchNumber { written } => no_such_number(written, n),
        damage => {
            let (one, many) = in_places(damage);
            if n == 1 { format!("{one}.") } else { say!(format!("{many} ({n} endroits)."), format!("{many} ({n} places).")) }
        }
    }
}

/// How a text ends before its end.
fn end(cut: Cut) -> &'static str {
    match cut {
        Cut::Unfinished => {
            say!("Le texte finit sans point : il est sans doute coupé.", "The text ends without a full stop: it is probably cut short.")
        }
        Cut::Ellipsis => {
            say!("Le texte est coupé : il finit par des points de suspension.", "The text is cut short: it ends with an ellipsis.")
        }
        Cut::Paywall => say!(
            "Le texte est incomplet : la suite est ailleurs ou réservée aux abonnés.",
            "The text is incomplete: the rest is elsewhere or for subscribers only."
        ),
    }
}

fn misread(shown: &str, repaired: &str, n: usize) -> String {
    let places = if n == 1 { String::new() } else { say!(format!(" ({n} mots)"), format!(" ({n} words)")) };
    say!(
        format!("Caractères mal décodés{places} : « {shown} » se lit sans doute « {repaired} »."),
        format!("Characters wrongly decoded{places}: “{shown}” probably reads “{repaired}”.")
    )
}

fn no_such_day(written: &str, n: usize) -> String {
    match n {
        1 => say!(
            format!("Un jour n’existe pas\u{a0}: «\u{a0}{written}\u{a0}». Il n’est placé nulle part."),
            format!("A day does not exist: “{written}”. It is placed nowhere.")
        ),
        n => say!(
            format!("{n} jours n’existent pas, dont «\u{a0}{written}\u{a0}». Ils ne sont placés nulle part."),
            format!("{n} days do not exist, “{written}” among them. They are placed nowhere.")
        ),
    }
}

fn no_such_number(written: &str, n: usize) -> String {
    let others = n - 1;
    let places = if n == 1 { String::new() } else { say!(format!(" et {others} ailleurs"), format!(" and {others} elsewhere")) };
    say!(
        format!("Un nombre ne se lit pas\u{a0}: «\u{a0}{written}\u{a0}»{places}. Il n’est pas compté."),
        format!("A number cannot be read: “{written}”{places}. It is not counted.")
    )
}

/// What is said of one place, and of several.
fn in_places(damage: &Damage) -> (&'static str, &'static str) {
    match damage {
        Damage::LostWords => say!(("Des mots manquent", "Des mots manquent"), ("Words are missing", "Words are missing")),
        Damage::Unreadable => say!(
            ("Un caractère est illisible", "Des caractères sont illisibles"),
            ("A character is unreadable", "Characters are unreadable")
        ),
        Damage::UnpairedMark => {
            say!(("Un guillemet est seul", "Des guillemets sont seuls"), ("A quotation mark is unpaired", "Quotation marks are unpaired"))
        }
        Damage::MismatchedMarks => say!(
            ("Une citation ouverte par un guillemet est fermée par un autre", "Des guillemets sont dépareillés"),
            ("A quotation opened by one mark is closed by another", "Quotation marks do not match")
        ),
        Damage::NoStop => say!(
            ("Un paragraphe a perdu son point final", "Des paragraphes ont perdu leur point final"),
            ("A paragraph has lost its full stop", "Paragraphs have lost their full stop")
        ),
        Damage::NoSpace => say!(
            ("Une espace manque entre deux phrases", "Des espaces manquent entre deux phrases"),
            ("A space is missing between two sentences", "Spaces are missing between sentences")
        ),
        Damage::Residue => say!(
            ("Du code de la page est resté dans le texte", "Du code de la page est resté dans le texte"),
            ("Code of the page was left in the text", "Code of the page was left in the text")
        ),
        // Others than a cut word are told with what is written there.
        _ => say!(
            ("Un mot est coupé en fin de ligne", "Des mots sont coupés en fin de ligne"),
            ("A word is cut at the end of a line", "Words are cut at the ends of lines")
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};

    #[test]
    fn damage_is_told_in_both_languages() {
        let told = || {
            [
                (Damage::NoSuchNumber { written: "1,2,3".to_owned() }, 3),
                (Damage::Unreadable, 2),
                (Damage::CutWord { joined: "pont".to_owned() }, 1),
            ]
            .map(|(first, n)| IssueKind::Damaged { first, n }.to_string())
        };
        assert_eq!(told()[1], "Des caractères sont illisibles (2 endroits).");
        locale::set(Locale::English);
        assert_eq!(
            told(),
            [
                "A number cannot be read: “1,2,3” and 2 elsewhere. It is not counted.",
                "Characters are unreadable (2 places).",
                "A word is cut at the end of a line: “pont”."
            ]
        );
        locale::set(Locale::French);
    }
}
