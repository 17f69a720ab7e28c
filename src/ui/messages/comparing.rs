//! Two articles side by side, the pages of the comparison, and what was known by then.

use crate::compare::{Closeness, CommonPassage};
use crate::say;
use crate::ui::format;
use crate::ui::messages::counts;

pub fn two_articles() -> &'static str {
    say!("Deux articles", "Two articles")
}

pub fn statements() -> &'static str {
    say!("Énoncés", "Statements")
}

pub fn common_text() -> &'static str {
    say!("Texte commun", "Common text")
}

pub fn disagreements() -> &'static str {
    say!("Désaccords", "Disagreements")
}

pub fn silences() -> &'static str {
    say!("Silences", "Silences")
}

pub fn words() -> &'static str {
    say!("Mots", "Words")
}

pub fn titles() -> &'static str {
    say!("Titres", "Headlines")
}

pub fn titles_and_order() -> &'static str {
    say!("Titres et ordre", "Headlines and order")
}

pub fn distances() -> &'static str {
    say!("Distances", "Distances")
}

/// Between the two choices.
pub fn and() -> &'static str {
    say!("et", "and")
}

pub fn same_twice() -> &'static str {
    say!("C’est deux fois le même article\u{a0}: choisissez-en un autre.", "This is the same article twice: choose another.")
}

pub fn not_both(a: &str, b: &str) -> String {
    say!(
        format!("Ce corpus n’a pas à la fois «\u{a0}{a}\u{a0}» et «\u{a0}{b}\u{a0}»."),
        format!("This corpus does not have both “{a}” and “{b}”.")
    )
}

pub fn needs_two() -> &'static str {
    say!("Comparer demande deux articles : ce corpus n’en a qu’un.", "Comparing takes two articles: this corpus has only one.")
}

pub fn choose_two() -> &'static str {
    say!("Choisir deux articles", "Choose two articles")
}

pub fn first_article() -> &'static str {
    say!("Premier article", "First article")
}

pub fn second_article() -> &'static str {
    say!("Second article", "Second article")
}

/// Behind an article that cannot be chosen.
pub fn published_later() -> &'static str {
    say!(" (paru plus tard)", " (published later)")
}

/// What the marks of the columns mean: common, nearly so, close, its own.
pub fn key() -> [&'static str; 4] {
    say!(
        ["texte commun", "presque le même", "proche, à vérifier", "propre à cet article"],
        ["common text", "almost the same", "close, to be checked", "this article’s own"]
    )
}

pub fn scroll_together() -> &'static str {
    say!("Faire défiler les deux ensemble", "Scroll both together")
}

pub fn nothing_common(a: &str, b: &str) -> String {
    say!(format!("Aucun texte commun trouvé entre {a} et {b}."), format!("No common text found between {a} and {b}."))
}

pub fn n_identical(n: usize) -> String {
    format::count(n, say!("passage identique", "identical passage"), say!("passages identiques", "identical passages"))
}

pub fn n_almost_identical(n: usize) -> String {
    let (one, many) =
        say!(("passage presque identique", "passages presque identiques"), ("almost identical passage", "almost identical passages"));
    format::count(n, one, many)
}

/// So many passages, and the share of each article that they make up.
pub fn common_shares(passages: &str, of_a: (&str, &str), of_b: (&str, &str)) -> String {
    let ((share_a, a), (share_b, b)) = (of_a, of_b);
    say!(format!("{passages}\u{a0}: {share_a} de {a} et {share_b} de {b}."), format!("{passages}: {share_a} of {a} and {share_b} of {b}."))
}

pub fn n_close(n: usize) -> String {
    let n = format::count(n, say!("passage proche", "close passage"), say!("passages proches", "close passages"));
    say!(format!("{n}, à vérifier."), format!("{n}, to be checked."))
}

pub fn passage_of(number: usize, n: usize, closeness: &str) -> String {
    say!(format!("Passage {number} sur {n} · {closeness}"), format!("Passage {number} of {n} · {closeness}"))
}

pub fn passage_is(number: usize, closeness: &str) -> String {
    say!(format!("Passage {number}\u{a0}: {closeness}"), format!("Passage {number}: {closeness}"))
}

pub fn previous_passage() -> &'static str {
    say!("Passage précédent", "Previous passage")
}

pub fn next_passage() -> &'static str {
    say!("Passage suivant", "Next passage")
}

pub fn close_panel() -> &'static str {
    say!("Fermer ce volet", "Close this panel")
}

pub fn closeness(passage: &CommonPassage) -> &'static str {
    match (passage.closeness, passage.quoted) {
        (Closeness::SameFact, _) => say!("même fait, à vérifier", "same fact, to be checked"),
        (Closeness::Reworded, _) => say!(
            "proche, à vérifier\u{a0}: peut-être la même chose dite autrement",
            "close, to be checked: perhaps the same thing told otherwise"
        ),
        (Closeness::Verbatim, true) => say!("même citation", "same quotation"),
        (Closeness::Verbatim, false) => say!("texte commun", "common text"),
        (Closeness::NearVerbatim, true) => say!("même citation, mots changés", "same quotation, words changed"),
        (Closeness::NearVerbatim, false) => say!("presque le même texte", "almost the same text"),
    }
}

pub fn common_share_of(label: &str) -> String {
    say!(format!("Part commune de {label}"), format!("Common share of {label}"))
}

pub fn in_common(share: &str) -> String {
    say!(format!("{share} en commun"), format!("{share} in common"))
}

pub fn one_names_alone() -> &'static str {
    say!("Ce que l’un nomme et que l’autre ne nomme pas", "What one names and the other does not")
}

pub fn named_only_by(label: &str) -> String {
    say!(format!("Nommés par {label} seul"), format!("Named by {label} alone"))
}

pub fn named_by_both() -> &'static str {
    say!("Nommés par les deux", "Named by both")
}

pub fn no_name() -> &'static str {
    say!("Aucun nom.", "No name.")
}

pub fn from_one_to_the_other() -> &'static str {
    say!("D’un texte à l’autre", "From one text to the other")
}

pub fn nothing_changed() -> &'static str {
    say!("Les deux articles disent la même chose, phrase pour phrase.", "Both articles say the same, sentence for sentence.")
}

pub fn moved() -> &'static str {
    say!("déplacé", "moved")
}

pub fn left_only() -> &'static str {
    say!("à gauche seulement", "on the left only")
}

pub fn right_only() -> &'static str {
    say!("à droite seulement", "on the right only")
}

pub fn changed() -> &'static str {
    say!("changé", "changed")
}

/// What is known is what had appeared by `date`: how many articles are set aside, how many kept without a date.
pub fn known_by(date: &str, n_later: usize, n_undated: usize) -> String {
    let (later, undated) = (counts::n_articles(n_later), counts::n_articles(n_undated));
    let aside = match n_later {
        0 => say!("aucun article n’est mis de côté.", "no article is set aside.").to_owned(),
        1 => say!(format!("{later} paru plus tard est mis de côté."), format!("{later} published later is set aside.")),
        _ => say!(format!("{later} parus plus tard sont mis de côté."), format!("{later} published later are set aside.")),
    };
    let undated = match n_undated {
        0 => String::new(),
        1 => say!(" Un article sans date est gardé.", " An article without a date is kept.").to_owned(),
        _ => say!(format!(" {undated} sans date sont gardés."), format!(" {undated} without a date are kept.")),
    };
    say!(format!("Ce qu’on savait le {date}\u{a0}: {aside}{undated}"), format!("What was known on {date}: {aside}{undated}"))
}

pub fn show_everything() -> &'static str {
    say!("Tout montrer", "Show everything")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};

    #[test]
    fn what_is_set_aside_and_what_is_common_is_said_in_both_languages() {
        assert_eq!(
            known_by("20 février 2015", 1, 2).replace('\u{a0}', " "),
            "Ce qu’on savait le 20 février 2015 : 1 article paru plus tard est mis de côté. 2 articles sans date sont gardés."
        );
        locale::set(Locale::English);
        assert_eq!(
            known_by("20 February 2015", 2, 1).replace('\u{a0}', " "),
            "What was known on 20 February 2015: 2 articles published later are set aside. An article without a date is kept."
        );
        assert_eq!(known_by("20 February 2015", 0, 0), "What was known on 20 February 2015: no article is set aside.");
        assert_eq!(
            common_shares(&n_identical(1), ("16%", "Le Port"), ("less than 1%", "La Rade")).replace('\u{a0}', " "),
            "1 identical passage: 16% of Le Port and less than 1% of La Rade."
        );
        locale::set(Locale::French);
    }
}
