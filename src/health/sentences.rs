//! What is wrong, said in French for the reader.

use std::fmt::{self, Display, Formatter};

use super::{Cut, Damage, IssueKind};
use crate::corpus::Encoding;

impl Display for IssueKind {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self {
            Self::NoText => f.write_str("Aucun texte lisible."),
            Self::NoBody => f.write_str("Seul le titre a été trouvé : le texte de l’article manque."),
            Self::NoTitle => f.write_str("Aucun titre trouvé."),
            Self::NoOutlet => f.write_str("Aucun média trouvé."),
            Self::NoDate { inferred: false } => f.write_str("Aucune date de publication trouvée."),
            Self::ContradictedDate { value, why } => write!(f, "La date « {value} » est écartée : {why}"),
            Self::NoDate { inferred: true } => f.write_str("La date de publication n’est que supposée."),
            Self::Short { n_words: 1 } => f.write_str("Texte très court : un mot."),
            Self::Short { n_words } => write!(f, "Texte très court : {n_words} mots."),
            Self::Long { n_words, median } => write!(f, "Texte très long : {n_words} mots ; l’article médian en compte {median}."),
            Self::ForeignArticle { language, most } => {
                write!(f, "Article en {}, alors que la plupart sont en {}.", language.name(), most.name())
            }
            Self::ForeignParagraphs { language, n: 1 } => write!(f, "Un paragraphe est en {}.", language.name()),
            Self::ForeignParagraphs { language, n } => write!(f, "{n} paragraphes sont en {}.", language.name()),
            Self::Reencoded { encoding } => write!(f, "Le fichier était écrit en {} ; il a été converti.", encoding_name(encoding)),
            Self::Damaged { first, n } => damaged(f, first, *n),
        }
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

fn damaged(f: &mut Formatter, first: &Damage, n: usize) -> fmt::Result {
    let (one, many) = match first {
        Damage::Cut(Cut::Unfinished) => return f.write_str("Le texte finit sans point : il est sans doute coupé."),
        Damage::Cut(Cut::Ellipsis) => return f.write_str("Le texte est coupé : il finit par des points de suspension."),
        Damage::Cut(Cut::Paywall) => return f.write_str("Le texte est incomplet : la suite est ailleurs ou réservée aux abonnés."),
        Damage::LostDate => return f.write_str("Une date annoncée par la page a disparu."),
        Damage::Misread { shown, repaired } => {
            let places = if n == 1 { String::new() } else { format!(" ({n} mots)") };
            return write!(f, "Caractères mal décodés{places} : « {shown} » se lit sans doute « {repaired} ».");
        }
        Damage::LostWords => ("Des mots manquent", "Des mots manquent"),
        Damage::Unreadable => ("Un caractère est illisible", "Des caractères sont illisibles"),
        Damage::UnpairedMark => ("Un guillemet est seul", "Des guillemets sont seuls"),
        Damage::MismatchedMarks => ("Une citation ouverte par un guillemet est fermée par un autre", "Des guillemets sont dépareillés"),
        Damage::NoStop => ("Un paragraphe a perdu son point final", "Des paragraphes ont perdu leur point final"),
        Damage::NoSpace => ("Une espace manque entre deux phrases", "Des espaces manquent entre deux phrases"),
        Damage::CutWord { joined } if n == 1 => return write!(f, "Un mot est coupé en fin de ligne : « {joined} »."),
        Damage::CutWord { .. } => ("Un mot est coupé en fin de ligne", "Des mots sont coupés en fin de ligne"),
        Damage::NoSuchDay { written } if n == 1 => {
            return write!(f, "Un jour n’existe pas\u{a0}: «\u{a0}{written}\u{a0}». Il n’est placé nulle part.");
        }
        Damage::NoSuchDay { written } => {
            return write!(f, "{n} jours n’existent pas, dont «\u{a0}{written}\u{a0}». Ils ne sont placés nulle part.");
        }
        Damage::NoSuchNumber { written } => {
            let places = if n == 1 { String::new() } else { format!(" et {} ailleurs", n - 1) };
            return write!(f, "Un nombre ne se lit pas\u{a0}: «\u{a0}{written}\u{a0}»{places}. Il n’est pas compté.");
        }
        Damage::Residue => ("Du code de la page est resté dans le texte", "Du code de la page est resté dans le texte"),
    };
    if n == 1 { write!(f, "{one}.") } else { write!(f, "{many} ({n} endroits).") }
}
