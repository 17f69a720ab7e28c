//! The researcher's tools: concordance, dispersion, what stands around the passages, queries beside each other.

use super::counts::{n_articles, n_passages, n_words};
use super::searching::passages_in;
use super::values::in_marks;
use crate::concordance::{Grouping, MOST_QUERIES, Sort, Window};
use crate::say;
use crate::ui::format::{count, number};
use crate::ui::tool::Tool;

pub fn title(tool: &Tool) -> &'static str {
    match tool {
        Tool::Lines { .. } => say!("Concordance", "Concordance"),
        Tool::Dispersion => say!("Dispersion", "Dispersion"),
        Tool::Surroundings { .. } => say!("Autour des passages", "Collocates and clusters"),
        Tool::Frequencies(_) => say!("Comparer des requêtes", "Compare queries"),
    }
}

pub fn tools() -> &'static str {
    say!("Outils", "Tools")
}

pub fn what_to_type() -> &'static str {
    say!(
        "Tapez dans le champ de recherche ce que vous voulez voir en contexte\u{a0}: un mot, un nom, «\u{a0}une phrase\u{a0}».",
        "Type in the search field what you want to see in context: a word, a name, “a phrase”."
    )
}

pub fn counting() -> &'static str {
    say!("Un instant\u{a0}: le moteur complet compte les mots.", "One moment: the full engine is counting the words.")
}

pub fn one_query_a_line() -> String {
    say!(format!("Une requête par ligne, {MOST_QUERIES} au plus"), format!("One query per line, {MOST_QUERIES} at most"))
}

/// `à 5 mots au plus`, `dans la même phrase`.
pub fn within(window: Window) -> String {
    let words = |n: u32| n_words(n as usize);
    match window {
        Window::Words { left, right } if left == right => say!(format!("à {} au plus", words(left)), format!("within {}", words(left))),
        Window::Words { left, right: 0 } => say!(format!("dans les {} d’avant", words(left)), format!("in the {} before", words(left))),
        Window::Words { left: 0, right } => say!(format!("dans les {} d’après", words(right)), format!("in the {} after", words(right))),
        Window::Words { left, right } => {
            say!(format!("à {} avant ou {right} après", words(left)), format!("within {} before or {right} after", words(left)))
        }
        Window::Sentence => say!("dans la même phrase", "in the same sentence").to_owned(),
    }
}

/// A window as a choice: `5 mots`, `5 avant`.
pub fn window(window: Window) -> String {
    match window {
        Window::Words { left, right: 0 } => say!(format!("{left}\u{a0}avant"), format!("{left}\u{a0}before")),
        Window::Words { left: 0, right } => say!(format!("{right}\u{a0}après"), format!("{right}\u{a0}after")),
        Window::Words { left, .. } => n_words(left as usize),
        Window::Sentence => say!("la phrase", "the sentence").to_owned(),
    }
}

pub fn before() -> &'static str {
    say!("Avant", "Before")
}

pub fn passage_and_after() -> &'static str {
    say!("Passage et suite", "Passage and after")
}

pub fn article() -> &'static str {
    say!("Article", "Article")
}

pub fn words() -> &'static str {
    say!("Mots", "Words")
}

pub fn passages() -> &'static str {
    say!("Passages", "Passages")
}

pub fn concordance_caption() -> &'static str {
    say!(
        "Passages de la requête, un par ligne, avec les mots qui les entourent",
        "Passages of the query, one per line, with the words around them"
    )
}

pub fn sort_by() -> &'static str {
    say!("Trier par", "Sort by")
}

pub fn sort(sort: Sort) -> &'static str {
    match sort {
        Sort::Place => say!("ordre du texte", "text order"),
        Sort::Left => say!("mots d’avant", "words before"),
        Sort::Hit => say!("passage", "passage"),
        Sort::Right => say!("mots d’après", "words after"),
    }
}

pub fn on_each_side() -> &'static str {
    say!("De chaque côté", "On each side")
}

pub fn lines() -> &'static str {
    say!("Lignes", "Lines")
}

pub fn grouping(grouping: Grouping) -> &'static str {
    match grouping {
        Grouping::Together => say!("ensemble", "together"),
        Grouping::ByArticle => say!("par article", "by article"),
    }
}

pub fn no_passage_in_articles() -> &'static str {
    say!("Aucun passage dans les articles.", "No passage in the articles.")
}

/// So many of so many lines, in so many articles.
pub fn lines_in(n_lines: usize, n_hits: usize, n_documents: usize) -> String {
    if n_lines >= n_hits {
        return passages_in(n_lines, n_documents);
    }
    let (lines, of, articles) = (n_passages(n_lines), number(n_hits), n_articles(n_documents));
    say!(format!("{lines} sur {of} dans {articles}"), format!("{lines} out of {of} in {articles}"))
}

pub fn remove(condition: &str) -> String {
    say!(format!("Retirer\u{a0}: {condition}"), format!("Remove: {condition}"))
}

/// Lines with a word near the passage.
pub fn with(word: &str, around: Window) -> String {
    let (word, within) = (in_marks(word), within(around));
    say!(format!("avec {word} {within}"), format!("with {word} {within}"))
}

/// Lines in a run of words.
pub fn in_run(words: &str) -> String {
    let words = in_marks(words);
    say!(format!("dans la suite {words}"), format!("in the cluster {words}"))
}

pub fn more_context() -> &'static str {
    say!("Plus de contexte", "More context")
}

pub fn pages_of_concordance() -> &'static str {
    say!("Pages de la concordance", "Pages of the concordance")
}

/// Ways to the lines before and behind: first, previous, next, last.
pub fn steps() -> [&'static str; 4] {
    say!(["Premières", "Précédentes", "Suivantes", "Dernières"], ["First", "Previous", "Next", "Last"])
}

pub fn lines_of(first: usize, last: usize, all: usize) -> String {
    let [first, last, all] = [first, last, all].map(number);
    say!(format!("Lignes {first} à {last} sur {all}"), format!("Lines {first} to {last} of {all}"))
}

/// So many passages in some of the articles.
pub fn dispersed(n_hits: usize, n_documents: usize, n_all: usize) -> String {
    let (passages, documents, all) = (n_passages(n_hits), number(n_documents), n_articles(n_all));
    say!(format!("{passages} dans {documents} sur {all}"), format!("{passages} in {documents} of {all}"))
}

pub fn from_start_to_end() -> &'static str {
    say!("Du début à la fin du texte", "From start to end of the text")
}

pub fn per_ten_thousand() -> &'static str {
    say!("Pour 10\u{202f}000 mots", "Per 10,000 words")
}

pub fn passages_by_article() -> &'static str {
    say!("Passages par article", "Passages by article")
}

pub fn not_drawn(n: usize) -> String {
    count(
        n,
        say!("autre article a moins de passages et n’est pas dessiné.", "other article has fewer passages and is not drawn."),
        say!("autres articles ont moins de passages et ne sont pas dessinés.", "other articles have fewer passages and are not drawn."),
    )
}

/// Where the first and the last passage lie.
pub fn first_to_last(first: u16, last: u16) -> String {
    say!(
        format!("Du premier, à {first}\u{a0}% du texte, au dernier, à {last}\u{a0}%"),
        format!("From the first, at {first}% of the text, to the last, at {last}%")
    )
}

/// Whether there are enough passages to tell evenness from chance.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Enough,
    Little,
}

/// The deviation of proportions, in thousandths, in words.
pub fn evenness(deviation: u32, weight: Weight) -> String {
    let mark = say!(',', '.');
    let shown = if deviation >= 1000 { "1".to_owned() } else { format!("0{mark}{deviation:03}") };
    let guard = match weight {
        Weight::Little => say!(" Avec si peu de passages, ce chiffre dit peu.", " With so few passages, this figure says little."),
        Weight::Enough => "",
    };
    say!(
        format!(
            "Écart de répartition\u{a0}: {shown} (DP normalisé, Gries 2008, Lijffijt et Gries 2012). À 0, chaque article a sa part des passages \
             selon sa longueur\u{a0}; vers 1, ils se serrent dans peu d’articles.{guard}"
        ),
        format!(
            "Deviation of proportions: {shown} (normalised DP, Gries 2008, Lijffijt and Gries 2012). At 0, each article has the share of the \
             passages that its length gives it; towards 1, they crowd into few articles.{guard}"
        )
    )
}

/// What a query found, away from it.
pub fn kept(query: &str, said: &str) -> String {
    let query = in_marks(query);
    say!(format!("{query}\u{a0}: {said}"), format!("{query}: {said}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};

    #[test]
    fn windows_are_said_in_both_languages() {
        let windows = [(5, 5), (5, 0), (0, 5), (2, 3)].map(|(left, right)| Window::Words { left, right });
        let said = || windows.map(|window| within(window).replace('\u{a0}', " "));
        assert_eq!(said(), ["à 5 mots au plus", "dans les 5 mots d’avant", "dans les 5 mots d’après", "à 2 mots avant ou 3 après"]);
        locale::set(Locale::English);
        assert_eq!(said(), ["within 5 words", "in the 5 words before", "in the 5 words after", "within 2 words before or 3 after"]);
        assert_eq!(with("quai", Window::Sentence), "with “quai” in the same sentence");
        locale::set(Locale::French);
        assert_eq!(with("quai", Window::Sentence), "avec «\u{a0}quai\u{a0}» dans la même phrase");
    }

    #[test]
    fn chosen_lines_are_told_of_all() {
        let said = || [lines_in(1, 1, 1), lines_in(12, 1_200, 5), not_drawn(1)].map(|said| said.replace('\u{a0}', " "));
        assert_eq!(
            said(),
            [
                "1 passage dans 1 article",
                "12 passages sur 1\u{202f}200 dans 5 articles",
                "1 autre article a moins de passages et n’est pas dessiné.",
            ]
        );
        locale::set(Locale::English);
        assert_eq!(
            said(),
            ["1 passage in 1 article", "12 passages out of 1,200 in 5 articles", "1 other article has fewer passages and is not drawn.",]
        );
        assert!(evenness(123, Weight::Little).contains("0.123") && evenness(123, Weight::Little).ends_with("says little."));
        locale::set(Locale::French);
        assert!(evenness(123, Weight::Enough).contains("\u{a0}: 0,123 "));
    }
}
