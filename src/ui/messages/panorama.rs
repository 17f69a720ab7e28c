//! The first view below its opening: headlines in time, the grid of names, and what stands beside it.

use yew::prelude::*;

use crate::say;
use crate::ui::format;

pub fn articles_in_order() -> &'static str {
    say!("Les articles, du plus ancien au plus récent", "The articles, oldest first")
}

pub fn n_more_articles(n: usize) -> String {
    format::count(n, say!("autre article", "more article"), say!("autres articles", "more articles"))
}

pub fn all_articles() -> &'static str {
    say!("Tous les articles, avec un filtre", "All articles, with a filter")
}

pub fn undated() -> &'static str {
    say!("sans date", "undated")
}

pub fn outlet_not_stated() -> &'static str {
    say!("source non dite", "outlet not stated")
}

pub fn who_names_whom() -> &'static str {
    say!("Qui nomme qui", "Who names whom")
}

pub fn grid() -> &'static str {
    say!("Tableau des noms par article", "Table of names by article")
}

pub fn grid_caption() -> &'static str {
    say!(
        "Nombre de mentions de chaque nom dans chaque article, des plus partagés aux plus rares",
        "Number of mentions of each name in each article, from the most shared to the rarest"
    )
}

pub fn most_shared_first() -> &'static str {
    say!("Du plus partagé au plus rare", "Most shared first")
}

pub fn articles() -> &'static str {
    say!("Articles", "Articles")
}

pub fn mentions() -> &'static str {
    say!("Mentions", "Mentions")
}

pub fn show_fewer() -> &'static str {
    say!("Montrer moins", "Show fewer")
}

pub fn show_names(n: usize, of: usize) -> String {
    let (n, of) = (format::number(n), format::number(of));
    say!(format!("Montrer {n} noms sur {of}"), format!("Show {n} of {of} names"))
}

pub fn kinds_of_names() -> &'static str {
    say!("Sortes de noms", "Kinds of names")
}

/// Names of every kind.
pub fn all() -> &'static str {
    say!("Tous", "All")
}

pub fn descriptions() -> &'static str {
    say!("Désignations", "Descriptions")
}

pub fn absent() -> &'static str {
    say!("absent", "absent")
}

/// What a cell of the grid says aloud.
pub fn cell(name: &str, article: &str, mentions: &str) -> String {
    say!(format!("{name} dans {article} : {mentions}"), format!("{name} in {article}: {mentions}"))
}

pub fn findings() -> &'static str {
    say!("Ce qui se recoupe", "Where the articles meet")
}

pub fn who_is_quoted() -> &'static str {
    say!("Qui est cité", "Who is quoted")
}

pub fn same_words() -> &'static str {
    say!("La même parole", "The same words")
}

/// How an utterance stands in several articles; `versions` says in how many.
pub fn forms(versions: &str, n_forms: u32, n_spliced: u32) -> String {
    let forms = match n_forms {
        1 => say!("mot pour mot", "word for word").to_owned(),
        n => say!(format!("{n}\u{a0}formes"), format!("{n}\u{a0}forms")),
    };
    let spliced = if n_spliced > 0 { say!("\u{a0}; des passages éloignés y sont joints", "; distant passages are joined") } else { "" };
    format!("{versions}, {forms}{spliced}")
}

pub fn common_text() -> &'static str {
    say!("Texte commun", "Common text")
}

pub fn no_common_text() -> &'static str {
    say!("Aucun passage ne se lit mot pour mot dans deux articles.", "No passage stands word for word in two articles.")
}

/// A share of one article stands in another.
pub fn share_in(share: &str, article: Html, other: Html) -> Html {
    say!(
        html! { <>{ share }{ " de " }{ article }{ " dans " }{ other }</> },
        html! { <>{ share }{ " of " }{ article }{ " in " }{ other }</> }
    )
}

pub fn named_by_one() -> &'static str {
    say!("Nommés par un seul article", "Named by one article alone")
}

pub fn none_by_one() -> &'static str {
    say!("Chaque nom est donné par deux articles au moins.", "Every name is given by two articles at least.")
}

pub fn all_in_index(n: usize) -> String {
    let n = format::number(n);
    say!(format!("Les {n} dans l’index"), format!("All {n} in the index"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};

    #[test]
    fn plurals_and_order_are_those_of_each_language() {
        let told = || [0, 1, 2].map(n_more_articles);
        assert_eq!(told(), ["0\u{a0}autre article", "1\u{a0}autre article", "2\u{a0}autres articles"]);
        assert_eq!(forms("3 versions", 2, 1), "3 versions, 2\u{a0}formes\u{a0}; des passages éloignés y sont joints");
        assert_eq!(show_names(212, 1_500), "Montrer 212 noms sur 1\u{202f}500");
        locale::set(Locale::English);
        assert_eq!(told(), ["0\u{a0}more articles", "1\u{a0}more article", "2\u{a0}more articles"]);
        assert_eq!(forms("3 versions", 1, 0), "3 versions, word for word");
        assert_eq!(show_names(212, 1_500), "Show 212 of 1,500 names");
        locale::set(Locale::French);
    }
}
