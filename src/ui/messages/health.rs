//! What is wrong with the corpus, and which of its articles are one text. The sentence of each issue is beside its shape.

use crate::compare::CopyKind;
use crate::say;
use crate::ui::messages::counts;

pub fn state_of_texts() -> &'static str {
    say!("État des textes", "State of the texts")
}

pub fn nothing_wrong() -> &'static str {
    say!("Rien à signaler.", "Nothing to report.")
}

pub fn about_issues() -> &'static str {
    say!("Ce qui manque ou paraît abîmé. Chaque ligne ouvre son endroit.", "What is missing or looks damaged. Each line opens its place.")
}

pub fn same_text() -> &'static str {
    say!("Articles qui sont un même texte", "Articles that are one text")
}

pub fn each_counts() -> &'static str {
    say!("Ils comptent chacun pour un article dans les autres vues.", "In the other views each of them counts as one article.")
}

/// One family of articles.
pub fn family(kind: CopyKind, n: usize) -> String {
    let articles = counts::n_articles(n);
    match kind {
        CopyKind::Same => say!(
            format!("Le même texte plusieurs fois\u{a0}: groupe de {articles}"),
            format!("The same text several times: a group of {articles}")
        ),
        CopyKind::Version => say!(
            format!("Versions d’un même article\u{a0}: groupe de {articles}"),
            format!("Versions of one article: a group of {articles}")
        ),
        CopyKind::Syndicated => say!(
            format!("Un même texte dans plusieurs médias\u{a0}: groupe de {articles}"),
            format!("One text in several outlets: a group of {articles}")
        ),
        CopyKind::Excerpt => {
            say!(format!("Extraits d’un même texte\u{a0}: groupe de {articles}"), format!("Excerpts of one text: a group of {articles}"))
        }
    }
}

/// What two articles of a family are to each other.
pub fn tie(kind: CopyKind) -> &'static str {
    match kind {
        CopyKind::Same => say!("le même article", "the same article"),
        CopyKind::Version => say!("deux versions", "two versions"),
        CopyKind::Syndicated => say!("le même texte chez deux médias", "the same text in two outlets"),
        CopyKind::Excerpt => say!("l’un contient l’autre", "one contains the other"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};

    #[test]
    fn a_family_is_told_in_both_languages() {
        assert_eq!(family(CopyKind::Version, 2), "Versions d’un même article\u{a0}: groupe de 2\u{a0}articles");
        locale::set(Locale::English);
        assert_eq!(family(CopyKind::Syndicated, 3), "One text in several outlets: a group of 3\u{a0}articles");
        locale::set(Locale::French);
    }
}
