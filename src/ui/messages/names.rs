//! The names of the corpus: their index, and the panel of one.

use super::counts::{n_articles, n_mentions, n_names, n_others};
use super::values::in_marks;
use crate::protocol::NameSort;
use crate::say;
use crate::ui::format::{number, plural};

pub fn names() -> &'static str {
    say!("Noms", "Names")
}

pub fn index_of_names() -> &'static str {
    say!("Index des noms", "Index of names")
}

pub fn open_the_index() -> &'static str {
    say!("Ouvrir l’index", "Open the index")
}

pub fn no_such_name(slug: &str) -> String {
    let slug = in_marks(slug);
    say!(
        format!("Ce corpus ne nomme pas {slug}. Tous ses noms sont dans l’index."),
        format!("This corpus does not name {slug}. All its names are in the index.")
    )
}

/// So many names answer; a part of them is shown.
pub fn listed(n: usize, n_shown: usize) -> String {
    let (names, shown) = (n_names(n), number(n_shown));
    match n {
        0 => say!("Aucun nom ne répond à ces conditions.", "No name fits these conditions.").to_owned(),
        n if n_shown < n => say!(format!("{names}, dont les {shown} premiers."), format!("{names}, of which the first {shown}.")),
        _ => names + ".",
    }
}

pub fn show_more_names(n: usize) -> String {
    say!(format!("Montrer {} de plus", n_names(n)), format!("Show {} more {}", number(n), plural(n, "name", "names")))
}

pub fn layout() -> &'static str {
    say!("Présentation", "Layout")
}

pub fn as_list() -> &'static str {
    say!("Liste", "List")
}

pub fn as_grid() -> &'static str {
    say!("Noms par articles", "Names by articles")
}

pub fn kind() -> &'static str {
    say!("Sorte", "Kind")
}

pub fn all_kinds() -> &'static str {
    say!("Tous", "All")
}

pub fn descriptions() -> &'static str {
    say!("Désignations", "Descriptions")
}

pub fn name_holding() -> &'static str {
    say!("Nom contenant", "Name containing")
}

pub fn named_by() -> &'static str {
    say!("Nommés par", "Named by")
}

pub fn order() -> &'static str {
    say!("Ordre", "Order")
}

pub fn sort(sort: NameSort) -> &'static str {
    match sort {
        NameSort::Shared => say!("Des plus partagés", "Most shared first"),
        NameSort::Mentions => say!("Des plus nommés", "Most named first"),
        NameSort::Name => say!("De A à Z", "A to Z"),
    }
}

pub fn list_caption() -> &'static str {
    say!("Noms de ce corpus\u{a0}; chaque chiffre ouvre ses phrases", "Names of this corpus; each figure opens its sentences")
}

pub fn name() -> &'static str {
    say!("Nom", "Name")
}

pub fn where_by_article() -> &'static str {
    say!("Où, article après article", "Where, article after article")
}

pub fn where_in_articles() -> &'static str {
    say!("Où, du début à la fin des articles", "Where, from start to end of the articles")
}

pub fn articles() -> &'static str {
    say!("Articles", "Articles")
}

pub fn mentions() -> &'static str {
    say!("Mentions", "Mentions")
}

pub fn nothing_is_sure() -> &'static str {
    say!("L’outil n’est sûr d’aucune de ses mentions", "The tool is sure of none of its mentions")
}

pub fn uncertain() -> &'static str {
    say!(" (incertain)", " (uncertain)")
}

/// Other names that are not shown.
pub fn and_others(n: usize) -> String {
    say!(format!(" et {}", n_others(n)), format!(" and {}", n_others(n)))
}

/// How often which article names it.
pub fn mentions_by_article(named: &str) -> String {
    say!(format!("Mentions\u{a0}: {named}"), format!("Mentions: {named}"))
}

pub fn in_first_quarter(n: usize, n_all: usize) -> String {
    let (n, all) = (number(n), n_mentions(n_all));
    say!(format!("{n} sur {all} dans le premier quart du texte"), format!("{n} of {all} in the first quarter of the text"))
}

pub fn the_whole_page() -> &'static str {
    say!("Sa page\u{a0}: comment on le nomme, ce qu’il dit, avec qui", "Full page: how it is named, what it says, with whom")
}

/// Before the articles that do not name it.
pub fn absent_from() -> &'static str {
    say!("Absent de", "Absent from")
}

pub fn first_passages(n_shown: usize, n: usize) -> String {
    let n = number(n);
    say!(
        format!("Les {n_shown} premiers passages sur {n}\u{a0}; sa page les a tous."),
        format!("The first {n_shown} of {n} passages; its page has them all.")
    )
}

/// `22 mentions dans 5 articles sur 5`.
pub fn tally(n: usize, n_documents: usize, n_all: usize) -> String {
    let (mentions, articles, all) = (n_mentions(n), n_articles(n_documents), number(n_all));
    say!(format!("{mentions} dans {articles} sur {all}"), format!("{mentions} in {} of {}", number(n_documents), n_articles(n_all)))
}

/// Before the other names.
pub fn also() -> &'static str {
    say!("Aussi\u{a0}: ", "Also: ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};

    #[test]
    fn names_and_mentions_are_counted_in_both_languages() {
        let said = || [tally(22, 1, 5), listed(0, 0), listed(150, 100), show_more_names(1)].map(|said| said.replace('\u{a0}', " "));
        assert_eq!(
            said(),
            [
                "22 mentions dans 1 article sur 5",
                "Aucun nom ne répond à ces conditions.",
                "150 noms, dont les 100 premiers.",
                "Montrer 1 nom de plus",
            ]
        );
        locale::set(Locale::English);
        assert_eq!(
            said(),
            ["22 mentions in 1 of 5 articles", "No name fits these conditions.", "150 names, of which the first 100.", "Show 1 more name"]
        );
        locale::set(Locale::French);
    }
}
