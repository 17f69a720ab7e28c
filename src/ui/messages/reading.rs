//! Reading an article: what is marked in it, and what stands beside it.

use super::counts::{n_mentions, n_others, n_passages};
use super::values::in_marks;
use crate::corpus::ZoneKind;
use crate::say;
use crate::ui::format::{count, number};
use crate::ui::state::Layer;

/// An address names an article that is not there.
pub fn no_such_article(name: &str) -> String {
    let name = in_marks(name);
    say!(
        format!("Ce corpus n’a pas d’article {name}\u{a0}: ce lien venait peut-être d’un autre. Voici les articles chargés."),
        format!("This corpus has no article {name}: this link may have come from another one. Here are the articles that are open.")
    )
}

pub fn elsewhere() -> &'static str {
    say!("Ailleurs", "Elsewhere")
}

pub fn articles() -> &'static str {
    say!("Articles", "Articles")
}

pub fn all_articles(n: usize) -> String {
    let n = number(n);
    say!(format!("Les {n} articles"), format!("All {n} articles"))
}

pub fn compare_this() -> &'static str {
    say!("Comparer cet article", "Compare this article")
}

pub fn nothing_here() -> &'static str {
    say!("Rien dans cet article", "Nothing in this article")
}

/// The place among what is stepped through.
pub fn nth_here(at: usize, n: usize) -> String {
    let (at, n) = (number(at), number(n));
    say!(format!("{at} sur {n} dans cet article"), format!("{at} of {n} in this article"))
}

pub fn passages_here(n: usize) -> String {
    in_this_article(&n_passages(n))
}

pub fn mentions_here(n: usize) -> String {
    in_this_article(&n_mentions(n))
}

fn in_this_article(what: &str) -> String {
    say!(format!("{what} dans cet article"), format!("{what} in this article"))
}

/// Ways to the passage before and to the one behind.
pub fn passage_steps() -> [&'static str; 2] {
    say!(["Passage précédent", "Passage suivant"], ["Previous passage", "Next passage"])
}

/// Ways to the mention before, to the one behind, to the first, and what the last is called on the page.
pub fn mention_steps() -> [&'static str; 4] {
    say!(
        ["Mention précédente", "Mention suivante", "Première mention", "1re"],
        ["Previous mention", "Next mention", "First mention", "1st"]
    )
}

pub fn mark_steps() -> [&'static str; 2] {
    say!(["Précédent", "Suivant"], ["Previous", "Next"])
}

pub fn key(key: &str) -> String {
    say!(format!("Touche {key}"), format!("Key {key}"))
}

pub fn untitled(label: &str) -> String {
    say!(format!("Sans titre\u{a0}: {label}"), format!("No headline: {label}"))
}

pub fn supposed_paragraph() -> &'static str {
    say!("(alinéa supposé) ", "(supposed paragraph) ")
}

pub fn why_supposed() -> &'static str {
    say!("Alinéa supposé : la page n’a plus ses paragraphes", "Supposed paragraph: the page no longer has its own")
}

pub fn in_all_articles() -> &'static str {
    say!("Dans tous les articles", "In all articles")
}

pub fn refine_and_sort() -> &'static str {
    say!("Affiner et trier ces résultats", "Refine and sort these results")
}

/// In how many other articles a name stands.
pub fn also_in(n_other: usize) -> String {
    match n_other {
        0 => say!("ici seulement", "here only").to_owned(),
        n => say!(format!("aussi dans {}", n_others(n)), format!("also in {}", n_others(n))),
    }
}

pub fn named_here() -> &'static str {
    say!("Nommés ici", "Named here")
}

pub fn no_name_here() -> &'static str {
    say!("Aucun nom reconnu dans cet article.", "No name recognised in this article.")
}

pub fn choose_a_name() -> &'static str {
    say!(
        "Un nom choisi, ici ou dans le texte, montre tous ses passages dans tous les articles.",
        "Choose a name, here or in the text, to see all its passages in all articles."
    )
}

pub fn said_and_counted() -> &'static str {
    say!("Dit et compté ici", "Said and counted here")
}

/// Title of the legend.
pub fn marks() -> &'static str {
    say!("Repères", "Markers")
}

/// What a layer that is no name is called: sign, one, several.
pub fn layer(layer: Layer) -> (&'static str, &'static str, &'static str) {
    match layer {
        Layer::Names(kind) => super::kinds::name(kind),
        Layer::Quotations => say!(("C", "citation", "Citations"), ("Q", "quotation", "Quotations")),
        Layer::Reported => say!(("R", "parole rapportée", "Paroles rapportées"), ("R", "reported speech", "Reported speech")),
        Layer::OtherMarks => {
            say!(("«»", "autre guillemet", "Autres guillemets"), ("“”", "other quotation marks", "Other quotation marks"))
        }
        Layer::Dates => say!(("D", "date", "Dates"), ("D", "date", "Dates")),
        Layer::Figures => say!(("N", "chiffre", "Chiffres"), ("N", "figure", "Figures")),
    }
}

/// Behind what a name stands for.
pub fn corrected_by_you() -> &'static str {
    say!(", corrigé par vous", ", corrected by you")
}

pub fn close_panel() -> &'static str {
    say!("Fermer ce volet", "Close this panel")
}

pub fn is_counted(words: &str) -> String {
    say!(format!("Ce qui est compté\u{a0}: {words}."), format!("What is counted: {words}."))
}

pub fn given_as_approximate() -> &'static str {
    say!("Le texte le donne comme approché.", "The text gives it as approximate.")
}

pub fn keys(next: &str, previous: &str, elsewhere: &str) -> String {
    say!(
        format!("Touches {next} et {previous}\u{a0}: suivant, précédent\u{a0}; {elsewhere}\u{a0}: ce passage ailleurs."),
        format!("Keys {next} and {previous}: next, previous; {elsewhere}: this passage elsewhere.")
    )
}

/// Lines of the page around the article, and for what they are.
pub fn set_aside(n: usize, kinds: &str) -> String {
    let n = count(
        n,
        say!("ligne de la page mise à part", "line of the page set aside"),
        say!("lignes de la page mises à part", "lines of the page set aside"),
    );
    say!(format!("{n} : {kinds}"), format!("{n}: {kinds}"))
}

/// Behind it, where a search finds something there.
pub fn found_aside(n: usize) -> String {
    say!(
        format!(" · la recherche y trouve {}", count(n, "passage, non compté", "passages, non comptés")),
        format!(" · the search finds {} there, not counted", n_passages(n))
    )
}

/// What a stretch of a page is for.
pub fn zone(kind: ZoneKind) -> &'static str {
    match kind {
        ZoneKind::Title => say!("titre", "headline"),
        ZoneKind::Lead => say!("chapeau", "standfirst"),
        ZoneKind::Heading => say!("intertitre", "crosshead"),
        ZoneKind::Body => say!("texte", "body"),
        ZoneKind::Caption => say!("légende", "caption"),
        ZoneKind::Section => say!("rubrique", "section"),
        ZoneKind::Byline => say!("signature", "byline"),
        ZoneKind::Date => say!("dates", "dates"),
        ZoneKind::Credit => say!("crédits", "credits"),
        ZoneKind::Related => say!("articles liés", "related articles"),
        ZoneKind::Boilerplate => say!("habillage de la page", "boilerplate"),
        ZoneKind::Markup => say!("balises", "markup"),
    }
}

/// Articles that have nothing: some by name, the others as a number.
pub fn absent(words: &str, names: &str, n_more: usize) -> String {
    let more = number(n_more);
    match n_more {
        0 => say!(format!("{words}\u{a0}: {names}."), format!("{words}: {names}.")),
        _ => say!(format!("{words}\u{a0}: {names} et {more} autres."), format!("{words}: {names} and {more} more.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};

    #[test]
    fn what_is_absent_is_told_as_far_as_a_line_goes() {
        let said = || [absent(say!("Absent de", "Absent from"), "A, B", 0), absent(say!("Absent de", "Absent from"), "A, B", 3)];
        assert_eq!(said(), ["Absent de\u{a0}: A, B.", "Absent de\u{a0}: A, B et 3 autres."]);
        locale::set(Locale::English);
        assert_eq!(said(), ["Absent from: A, B.", "Absent from: A, B and 3 more."]);
        locale::set(Locale::French);
    }

    #[test]
    fn lines_set_aside_are_counted_in_both_languages() {
        assert_eq!(
            set_aside(1, "dates") + &found_aside(1),
            "1\u{a0}ligne de la page mise à part : dates · la recherche y trouve 1\u{a0}passage, non compté"
        );
        locale::set(Locale::English);
        assert_eq!(
            set_aside(2, "dates") + &found_aside(2),
            "2\u{a0}lines of the page set aside: dates · the search finds 2\u{a0}passages there, not counted"
        );
        assert_eq!((also_in(0), also_in(1)), ("here only".to_owned(), "also in 1\u{a0}other".to_owned()));
        locale::set(Locale::French);
    }
}
