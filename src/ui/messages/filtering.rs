//! Filters of a search: what it can be divided by, and the conditions that it has.

use super::searching::{byline, source, speaker};
use super::values::in_marks;
use crate::protocol::FacetField;
use crate::say;
use crate::ui::format;

pub fn refine() -> &'static str {
    say!("Affiner", "Refine")
}

pub fn refine_search() -> &'static str {
    say!("Affiner la recherche", "Refine the search")
}

pub fn facet(field: FacetField) -> &'static str {
    match field {
        FacetField::Outlet => say!("Source", "Source"),
        FacetField::Month => say!("Publication", "Published"),
        FacetField::Author => say!("Signature", "Byline"),
        FacetField::Entity(kind) => format::kind(kind).many,
        FacetField::Place => say!("Trouvé dans", "Found in"),
    }
}

/// Values of a facet that are not listed.
pub fn more_to_type(n: usize) -> String {
    let n = format::number(n);
    say!(format!("et {n} de plus\u{a0}: à taper dans la recherche"), format!("and {n} more: type them in the search"))
}

pub fn remove_this_filter() -> &'static str {
    say!(" (retirer ce filtre)", " (remove this filter)")
}

pub fn perhaps_of_another_month(n: usize) -> String {
    let n = format::number(n);
    say!(format!(", dont {n} peut-être d’un autre mois"), format!(", {n} of them perhaps of another month"))
}

pub fn remove_filter(words: &str) -> String {
    let words = in_marks(words);
    say!(format!("Retirer le filtre {words}"), format!("Remove the filter {words}"))
}

pub fn filters() -> &'static str {
    say!("Filtres", "Filters")
}

pub fn remove_all() -> &'static str {
    say!("Tout retirer", "Remove all")
}

/// Before a condition that is excluded.
pub fn without() -> &'static str {
    say!("sans ", "without ")
}

/// What a condition is about, by the name of its field in a query.
pub fn condition(field: &str) -> &str {
    match field {
        "outlet" | "média" | "media" | "journal" | "source" => source(),
        "author" | "auteur" => byline(),
        "date" => say!("publié", "published"),
        "when" | "quand" => say!("jour raconté", "day told"),
        "entity" | "entité" | "nom" => say!("nom", "name"),
        "type" => say!("sorte de nom", "kind of name"),
        "speaker" | "locuteur" | "qui" => speaker(),
        "figure" | "chiffre" => say!("chiffre", "figure"),
        other => other,
    }
}

/// `source : Le Monde`
pub fn is(what: &str, value: &str) -> String {
    say!(format!("{what}\u{a0}: {value}"), format!("{what}: {value}"))
}

pub fn until(day: &str) -> String {
    say!(format!("jusqu’à {day}"), format!("until {day}"))
}

pub fn from(day: &str) -> String {
    say!(format!("à partir de {day}"), format!("from {day}"))
}

/// A period.
pub fn from_to(first: &str, last: &str) -> String {
    say!(format!("{first} à {last}"), format!("{first} to {last}"))
}

/// A part of an article, as the query language calls it.
pub fn place(value: &str) -> &str {
    match value {
        "title" | "titre" => say!("titre", "headline"),
        "lead" | "chapô" | "chapo" => say!("chapô", "standfirst"),
        "body" | "corps" => say!("texte", "body"),
        "caption" | "légende" => say!("légende", "caption"),
        "quote" | "citation" => say!("citation", "quotation"),
        "furniture" | "marge" => say!("autour de l’article", "around the article"),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};

    #[test]
    fn a_condition_is_told_by_any_name_of_its_field() {
        assert_eq!((condition("média"), condition("qui"), condition("dans")), ("source", "qui parle", "dans"));
        locale::set(Locale::English);
        assert_eq!(
            (is(condition("auteur"), "C. Un"), is(condition("date"), &until("May 2015"))),
            ("byline: C. Un".into(), "published: until May 2015".into())
        );
        assert_eq!((place("titre"), place("lead")), ("headline", "standfirst"));
        locale::set(Locale::French);
    }
}
