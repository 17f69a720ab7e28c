//! What a reader corrects: the facts of an article, its stretches, its cut; and the list of what was corrected.

use crate::corpus::{Field, Reach};
use crate::say;
use crate::ui::messages::{counts, values};

pub fn by_you() -> &'static str {
    say!("corrigé par vous", "corrected by you")
}

/// The same beside a name, read aloud.
pub fn by_you_beside() -> &'static str {
    say!(" (corrigé par vous)", " (corrected by you)")
}

pub fn your_corrections() -> &'static str {
    say!("Vos corrections", "Your corrections")
}

pub fn no_effect() -> &'static str {
    say!(" (sans effet dans ces articles)", " (without effect in these articles)")
}

pub fn n_and_last(n: usize, last: &str) -> String {
    let corrections = counts::n_corrections(n);
    say!(format!("{corrections}, la dernière\u{a0}: {last}"), format!("{corrections}, the last one: {last}"))
}

pub fn last(correction: &str) -> String {
    say!(format!("Dernière correction\u{a0}: {correction}."), format!("Last correction: {correction}."))
}

pub fn undo() -> &'static str {
    say!("Annuler la dernière", "Undo the last one")
}

pub fn redo() -> &'static str {
    say!("Rétablir", "Redo")
}

pub fn changes_nothing() -> &'static str {
    say!(
        "Cette correction ne change rien dans ces articles\u{a0}; elle reste dans la liste.",
        "This correction changes nothing in these articles; it stays in the list."
    )
}

pub fn cleared(article: &str, field: Field) -> String {
    let field = self::field(field);
    say!(format!("{article}\u{a0}: {field} effacé"), format!("{article}: {field} cleared"))
}

pub fn set(article: &str, field: Field, value: &str) -> String {
    format!("{article}{}{} = {}", values::colon(), self::field(field), values::in_marks(value))
}

/// `zone` is what the passage is from now on.
pub fn passage_becomes(article: &str, zone: &str) -> String {
    say!(format!("{article}\u{a0}: un passage devient {zone}"), format!("{article}: a passage becomes {zone}"))
}

pub fn cut_in_two(article: &str, second: &str) -> String {
    say!(format!("{article}\u{a0}: coupé en deux, la suite est {second}"), format!("{article}: cut in two, the rest is {second}"))
}

pub fn joined(first: &str, second: &str) -> String {
    say!(format!("{first} et {second} sont réunis"), format!("{first} and {second} are joined"))
}

pub fn set_aside(article: &str) -> String {
    say!(format!("{article}\u{a0}: écarté du corpus"), format!("{article}: set aside from the corpus"))
}

pub fn of_another_version() -> &'static str {
    say!(
        "une correction d’une autre version de cette page, gardée sans être appliquée",
        "a correction of another version of this page, kept without being applied"
    )
}

pub fn is_the_same(name: &str, other: &str) -> String {
    let (name, other) = (values::in_marks(name), values::in_marks(other));
    say!(format!("{name} est {other}"), format!("{name} is {other}"))
}

pub fn mentions_mean(n: usize, name: &str, other: &str) -> String {
    let (mentions, name, other) = (counts::n_mentions(n), values::in_marks(name), values::in_marks(other));
    let means = if n == 1 { "means" } else { "mean" };
    say!(format!("{mentions} de {name} désigne {other}"), format!("{mentions} of {name} {means} {other}"))
}

pub fn is_called(name: &str, other: &str) -> String {
    let (name, other) = (values::in_marks(name), values::in_marks(other));
    say!(format!("{name} s’appelle {other}"), format!("{name} is called {other}"))
}

pub fn becomes(name: &str, kind: &str) -> String {
    let name = values::in_marks(name);
    say!(format!("{name} devient\u{a0}: {kind}"), format!("{name} becomes: {kind}"))
}

pub fn is_no_name(name: &str) -> String {
    let name = values::in_marks(name);
    say!(format!("{name} n’est pas un nom"), format!("{name} is not a name"))
}

pub fn mentions_are_no_name(n: usize, name: &str) -> String {
    let (mentions, name) = (counts::n_mentions(n), values::in_marks(name));
    let are = if n == 1 { "is" } else { "are" };
    say!(format!("{mentions} de {name} n’est pas un nom"), format!("{mentions} of {name} {are} not a name"))
}

pub fn is_a_name(words: &str, kind: &str, reach: Reach) -> String {
    let words = values::in_marks(words);
    let place = match reach {
        Reach::Everywhere => say!("partout", "everywhere"),
        _ => say!("à un endroit", "in one place"),
    };
    say!(format!("{words} est un nom ({kind}), {place}"), format!("{words} is a name ({kind}), {place}"))
}

/// What a field is called.
pub fn field(field: Field) -> &'static str {
    match field {
        Field::Title => say!("titre", "title"),
        Field::Outlet => say!("source", "outlet"),
        Field::Authors => say!("auteurs", "authors"),
        Field::Published => say!("publication", "publication"),
        Field::Updated => say!("mise à jour", "update"),
        Field::Agencies => say!("agences", "agencies"),
        Field::Language => say!("langue", "language"),
    }
}

pub fn no_such_article(name: &str) -> String {
    let name = values::in_marks(name);
    say!(format!("Ce corpus n’a pas d’article {name}."), format!("This corpus has no article {name}."))
}

pub fn correct() -> &'static str {
    say!("Corriger", "Correct")
}

/// Where one is, behind the corpus.
pub fn correcting() -> &'static str {
    say!(" · corriger", " · correct")
}

pub fn correct_it(title: &str) -> String {
    say!(format!("Corriger {title}"), format!("Correct {title}"))
}

pub fn see_corpus() -> &'static str {
    say!("Voir le corpus", "See the corpus")
}

pub fn read_it() -> &'static str {
    say!("lire cet article", "read this article")
}

pub fn facts() -> &'static str {
    say!("Ce que l’on sait de lui", "What is known of it")
}

pub fn french() -> &'static str {
    say!("français", "French")
}

pub fn english() -> &'static str {
    say!("anglais", "English")
}

pub fn several() -> &'static str {
    say!("Plusieurs : séparés par un point-virgule.", "Several: separated by a semicolon.")
}

pub fn form_of_dates() -> &'static str {
    say!(
        "Comme 2015-02-20, 2015-02 ou 2015-02-20T11:20 ; vide si inconnue.",
        "As 2015-02-20, 2015-02 or 2015-02-20T11:20; empty if unknown."
    )
}

pub fn no_date(typed: &str) -> String {
    let typed = values::in_marks(typed);
    say!(
        format!("{typed} n’est pas une date comme 2015-02-20 ou 2015-02-20T11:20."),
        format!("{typed} is not a date such as 2015-02-20 or 2015-02-20T11:20.")
    )
}

/// What a choice of kind is of; `opening` is how the paragraph begins.
pub fn paragraph_is(opening: &str) -> String {
    say!(format!("Sert de, paragraphe {opening}"), format!("Serves as, paragraph {opening}"))
}

pub fn what_for() -> &'static str {
    say!("À quoi sert chaque paragraphe", "What each paragraph is for")
}

pub fn about_zones() -> &'static str {
    say!(
        "Titre, chapeau, texte, intertitre et légende font l’article ; le reste est l’habillage de la page.",
        "Headline, standfirst, text, crosshead and caption make the article; the rest is the page’s furniture."
    )
}

pub fn rest_below() -> &'static str {
    say!("La suite de cette page se corrige ci-dessous.", "The rest of this page is corrected below.")
}

pub fn raw_page() -> &'static str {
    say!("La page brute", "The raw page")
}

pub fn select() -> &'static str {
    say!(
        "Sélectionnez un passage, ou placez le curseur\u{a0}; la page elle-même ne change jamais.",
        "Select a passage, or place the cursor; the page itself never changes."
    )
}

pub fn selection_becomes() -> &'static str {
    say!("La sélection devient", "The selection becomes")
}

pub fn apply() -> &'static str {
    say!("Appliquer", "Apply")
}

pub fn cut() -> &'static str {
    say!("Couper en deux articles au curseur", "Cut into two articles at the cursor")
}

pub fn join_with() -> &'static str {
    say!("Réunir avec ", "Join with ")
}

pub fn remove() -> &'static str {
    say!("Écarter cet article du corpus", "Set this article aside from the corpus")
}

pub fn select_first() -> &'static str {
    say!("Sélectionnez d’abord un passage dans la page brute.", "First select a passage in the raw page.")
}

pub fn place_first() -> &'static str {
    say!("Placez d’abord le curseur là où le second texte commence.", "First place the cursor where the second text begins.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};

    #[test]
    fn a_correction_is_one_sentence_in_both_languages() {
        let told = || (set("a.txt", Field::Outlet, "Le Pays"), mentions_mean(2, "Durand", "Jean Durand"), mentions_are_no_name(1, "Web"));
        let french = told();
        assert_eq!(french.0, "a.txt\u{a0}: source = «\u{a0}Le Pays\u{a0}»");
        assert_eq!(french.1, "2\u{a0}mentions de «\u{a0}Durand\u{a0}» désigne «\u{a0}Jean Durand\u{a0}»");
        locale::set(Locale::English);
        assert_eq!(
            told(),
            (
                "a.txt: outlet = “Le Pays”".into(),
                "2\u{a0}mentions of “Durand” mean “Jean Durand”".into(),
                "1\u{a0}mention of “Web” is not a name".into()
            )
        );
        locale::set(Locale::French);
    }
}
