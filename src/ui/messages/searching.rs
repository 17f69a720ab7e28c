//! Searching: the field, what it offers, how a query is understood, what was found.

use super::counts::{n_articles, n_passages};
use super::values::in_marks;
use crate::protocol::Sorting;
use crate::say;
use crate::ui::format;

pub fn search_the_articles() -> &'static str {
    say!("Chercher dans les articles", "Search the articles")
}

/// In the empty field.
pub fn what_to_type() -> &'static str {
    say!("Chercher un mot, un nom, «\u{a0}une phrase\u{a0}»", "Search for a word, a name, “a phrase”")
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

/// After a number.
pub fn articles(n: usize) -> &'static str {
    format::plural(n, say!(" article", " article"), say!(" articles", " articles"))
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

pub fn nothing_is_asked() -> &'static str {
    say!(
        "Tapez un mot, un nom, ou «\u{a0}une phrase\u{a0}»\u{a0}: les articles répondent à chaque lettre.",
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
        assert_eq!((articles(0), articles(2)), (" article", " articles"));
        locale::set(Locale::English);
        assert_eq!((articles(0), articles(1)), (" articles", " article"));
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
}
