//! Searching: the field, what it offers, what was found and what divides it.

use super::counts::{n_articles, n_passages};
use super::values::in_marks;
use crate::protocol::{FacetField, Sorting};
use crate::say;
use crate::ui::format;

pub fn search_the_articles() -> &'static str {
    say!("Chercher dans les articles", "Search the articles")
}

/// In the empty field.
pub fn what_to_type() -> &'static str {
    say!("Chercher un mot, un nom, « une phrase »", "Search for a word, a name, “a phrase”")
}

pub fn help_as_a_page() -> &'static str {
    say!("Cette aide dans une page à elle", "This help on a page of its own")
}

pub fn possible_completions() -> &'static str {
    say!("Suites possibles", "Possible completions")
}

/// Sorts of completions.
pub fn word() -> &'static str {
    say!("mot", "word")
}

pub fn article() -> &'static str {
    say!("article", "article")
}

pub fn field() -> &'static str {
    say!("champ", "field")
}

pub fn source() -> &'static str {
    say!("source", "source")
}

pub fn byline() -> &'static str {
    say!("signature", "byline")
}

pub fn speaker() -> &'static str {
    say!("qui parle", "speaker")
}

pub fn how_words_are_found() -> &'static str {
    say!(
        "Tous les mots doivent être dans l’article. Accents, majuscules, pluriels et conjugaisons ne comptent pas\u{a0}; la forme tapée passe devant. Chaque exemple se lance d’un clic.",
        "All words must be in the article. Accents, capitals, plurals and verb forms make no difference; the form typed comes first. Click an example to run it."
    )
}

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

/// After a number.
pub fn articles(n: usize) -> &'static str {
    format::plural(n, say!(" article", " article"), say!(" articles", " articles"))
}

pub fn perhaps_of_another_month(n: usize) -> String {
    let n = format::number(n);
    say!(format!(", dont {n} peut-être d’un autre mois"), format!(", {n} of them perhaps of another month"))
}

pub fn open_the_article() -> &'static str {
    say!("Ouvrir l’article", "Open the article")
}

pub fn n_other_sentences(n: usize) -> String {
    format::count(n, say!("autre phrase", "other sentence"), say!("autres phrases", "other sentences"))
}

/// Before a query that would do better.
pub fn search_instead() -> &'static str {
    say!("Chercher plutôt\u{a0}: ", "Search instead: ")
}

pub fn how_it_is_understood() -> &'static str {
    say!("Comment la requête est comprise", "How the query is understood")
}

/// Behind how a query is understood.
pub fn together_only() -> &'static str {
    say!(
        "\u{a0}; dans un article où ces mots se suivent, seuls ces passages comptent. ",
        "; in an article where these words stand together, only those passages count. "
    )
}

pub fn each_word_everywhere() -> &'static str {
    say!("Chaque mot partout", "Each word everywhere")
}

/// Behind the count.
pub fn forms_found(forms: &[String]) -> String {
    say!(format!(" · formes trouvées\u{a0}: {}", forms.join("\u{a0}; ")), format!(" · forms found: {}", forms.join("; ")))
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

pub fn nothing_is_asked() -> &'static str {
    say!(
        "Tapez un mot, un nom, ou « une phrase » : les articles répondent à chaque lettre.",
        "Type a word, a name, or “a phrase”: the articles answer at every letter."
    )
}

/// Found around `n` articles alone; around none, not at all.
pub fn nothing_for(query: &str, n_around: usize) -> String {
    let query = in_marks(query);
    let around = n_articles(n_around);
    match n_around {
        0 => say!(format!("Rien pour {query} dans les articles."), format!("Nothing for {query} in the articles.")),
        _ => say!(
            format!("Rien pour {query} dans les articles mêmes\u{a0}; trouvé autour de {around}, plus bas."),
            format!("Nothing for {query} in the articles themselves; found around {around}, below.")
        ),
    }
}

pub fn passages_in(n_found: usize, n_documents: usize) -> String {
    let (passages, articles) = (n_passages(n_found), n_articles(n_documents));
    say!(format!("{passages} dans {articles}"), format!("{passages} in {articles}"))
}

/// Before the articles that have none.
pub fn without_passage() -> &'static str {
    say!("Sans passage", "Without a passage")
}

/// Before the articles that a filter leaves out.
pub fn left_out() -> &'static str {
    say!("Non retenus", "Left out")
}

pub fn sorting(sorting: Sorting) -> &'static str {
    match sorting {
        Sorting::Relevance => say!("pertinence", "relevance"),
        Sorting::Oldest => say!("plus anciens", "oldest"),
        Sorting::Newest => say!("plus récents", "newest"),
        Sorting::Outlet => source(),
    }
}

pub fn order_of_articles() -> &'static str {
    say!("Ordre des articles", "Order of the articles")
}

pub fn order() -> &'static str {
    say!("Ordre\u{a0}:", "Order:")
}

pub fn more(n: usize) -> String {
    say!(format!("Encore {}", n_articles(n)), format!("{} more{}", format::number(n), articles(n)))
}

pub fn refine_for_more() -> &'static str {
    say!("Affinez la recherche pour voir les autres.", "Refine the search to see the others.")
}

pub fn shown_of(shown: usize, all: usize) -> String {
    let (shown, all) = (format::number(shown), format::number(all));
    say!(format!("{shown} montrés sur {all}"), format!("{shown} of {all} shown"))
}

pub fn found_around() -> &'static str {
    say!(
        "Trouvé aussi autour des articles (menus, articles liés, appels), non compté",
        "Also found around the articles (menus, related articles, teasers), not counted"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};

    #[test]
    fn a_search_is_told_in_both_languages() {
        let said = || {
            [nothing_for("quai", 0), nothing_for("quai", 2), more(1), more(20), forms_found(&["crue".to_owned(), "crues".to_owned()])]
                .map(|said| said.replace('\u{a0}', " "))
        };
        assert_eq!(
            said(),
            [
                "Rien pour « quai » dans les articles.",
                "Rien pour « quai » dans les articles mêmes ; trouvé autour de 2 articles, plus bas.",
                "Encore 1 article",
                "Encore 20 articles",
                " · formes trouvées : crue ; crues",
            ]
        );
        locale::set(Locale::English);
        assert_eq!(
            said(),
            [
                "Nothing for “quai” in the articles.",
                "Nothing for “quai” in the articles themselves; found around 2 articles, below.",
                "1 more article",
                "20 more articles",
                " · forms found: crue; crues",
            ]
        );
        locale::set(Locale::French);
    }

    #[test]
    fn a_condition_is_told_by_any_name_of_its_field() {
        assert_eq!((condition("média"), condition("qui"), condition("dans")), ("source", "qui parle", "dans"));
        locale::set(Locale::English);
        assert_eq!(
            (is(condition("auteur"), "C. Un"), is(condition("date"), &until("May 2015"))),
            ("byline: C. Un".into(), "published: until May 2015".into())
        );
        assert_eq!((place("titre"), place("lead"), articles(0), articles(1)), ("headline", "standfirst", " articles", " article"));
        locale::set(Locale::French);
        assert_eq!((articles(0), articles(2)), (" article", " articles"));
    }
}
