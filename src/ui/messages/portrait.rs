//! The page of one name: its mentions, how each article names it, with whom it appears.

use yew::prelude::*;

use super::counts::{n_passages, n_sentences};
use crate::protocol::{Manner, Nearness};
use crate::say;
use crate::ui::format::{count, number};

/// Its number at Wikidata.
pub fn wikidata(id: &str) -> String {
    format!("Wikidata, {id}")
}

pub fn outside_page() -> &'static str {
    say!(" (page extérieure)", " (another site)")
}

/// Behind the tally; `door` opens the mentions that are uncertain.
pub fn of_which(door: Html) -> Html {
    html! { <>{ say!(", dont ", ", ") }{ door }</> }
}

pub fn n_uncertain(n: usize) -> String {
    count(n, say!("incertaine", "uncertain"), say!("incertaines", "uncertain"))
}

pub fn all_its_mentions() -> &'static str {
    say!("Toutes ses mentions", "All mentions")
}

pub fn show_the_rest(n: usize) -> String {
    let n = n_passages(n);
    say!(format!("Montrer la suite ({n})"), format!("Show more ({n} left)"))
}

pub fn its_mentions() -> &'static str {
    say!("Ses mentions", "Mentions")
}

pub fn named_so(manner: Manner) -> String {
    let manner = self::manner(manner).to_lowercase();
    say!(format!("Nommé ainsi\u{a0}: {manner}"), format!("Named so: {manner}"))
}

pub fn uncertain_mentions() -> &'static str {
    say!("Mentions incertaines", "Uncertain mentions")
}

pub fn together_with(other: &str, nearness: Nearness) -> String {
    let sentence = nearness == Nearness::Sentence;
    say!(
        format!("Avec {other}, dans {}", if sentence { "la même phrase" } else { "le même alinéa" }),
        format!("With {other}, in the same {}", if sentence { "sentence" } else { "paragraph" })
    )
}

/// A heading about one article only.
pub fn in_article(what: &str, article: &str) -> String {
    say!(format!("{what}, dans {article}"), format!("{what}, in {article}"))
}

pub fn how_each_names_it() -> &'static str {
    say!("Comment chaque article le nomme", "How each article names it")
}

pub fn manner(manner: Manner) -> &'static str {
    match manner {
        Manner::Full => say!("Nom entier", "Full name"),
        Manner::Titled => say!("M., Mme", "Mr, Ms"),
        Manner::Short => say!("Nom seul", "Surname only"),
        Manner::Given => say!("Prénom seul", "First name only"),
        Manner::Acronym => say!("Sigle", "Acronym"),
        Manner::Described => say!("Désignation", "Description"),
        Manner::Other => say!("Autre nom", "Other name"),
    }
}

pub fn manners_caption() -> &'static str {
    say!(
        "Mentions par manière de nommer\u{a0}; la première mention ouvre l’article",
        "Mentions by manner of naming; the first mention opens the article"
    )
}

pub fn at_first() -> &'static str {
    say!("D’abord", "At first")
}

pub fn first_articles(n_shown: usize, n: usize) -> String {
    let n = number(n);
    say!(
        format!("Les {n_shown} premiers articles sur {n}\u{a0}; l’ensemble compte les autres."),
        format!("The first {n_shown} of {n} articles; the total counts the others.")
    )
}

pub fn with_whom() -> &'static str {
    say!("Avec qui il apparaît", "Appears with")
}

/// Columns of the names nearby.
pub fn company_heads() -> [&'static str; 4] {
    say!(["Nom", "Mêmes phrases", "Mêmes alinéas", "Articles"], ["Name", "Same sentences", "Same paragraphs", "Articles"])
}

pub fn company_caption() -> &'static str {
    say!("Noms de la même phrase ou du même alinéa", "Names in the same sentence or paragraph")
}

pub fn the_rest() -> &'static str {
    say!("La suite", "The rest")
}

pub fn next_names(n: usize) -> String {
    let n = number(n);
    say!(format!("Les {n} suivants"), format!("The next {n}"))
}

/// A name with the sentences that it shares.
pub fn with_sentences(name: &str, n: usize) -> String {
    format!("{name} ({})", n_sentences(n))
}

/// Whom it shares sentences with: the nearest first, a few.
pub fn company(near: &[String]) -> String {
    match near {
        [] => say!(
            "Aucun autre nom dans ses phrases\u{a0}; ceux-ci sont dans les mêmes alinéas.",
            "No other name in its sentences; these are in the same paragraphs."
        )
        .to_owned(),
        [only] => {
            say!(format!("Dans ses phrases, un seul autre nom\u{a0}: {only}."), format!("In its sentences, one other name only: {only}."))
        }
        [first, next @ ..] => say!(
            format!("Le plus souvent dans la même phrase que {first}, puis {}.", next.join(" et ")),
            format!("Most often in the same sentence as {first}, then {}.", next.join(" and "))
        ),
    }
}

pub fn company_drawn(whose: &str) -> String {
    say!(
        format!("{whose} relié aux noms de ses phrases, du plus fréquent au moins fréquent\u{a0}; les chiffres sont dans le tableau."),
        format!("{whose} tied to the names in its sentences, most frequent first; the figures are in the table.")
    )
}

pub fn company_legend() -> &'static str {
    say!(
        "Trait épais\u{a0}: plus de phrases. Arcs fins\u{a0}: noms que ses phrases réunissent.",
        "Thicker line: more sentences. Thin arcs: names that its sentences bring together."
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};

    #[test]
    fn the_company_of_a_name_is_a_sentence_in_both_languages() {
        let near: Vec<String> = ["Ana", "Bob", "Cléo"].into_iter().zip(1..).map(|(name, n)| with_sentences(name, n)).collect();
        let said = || [1, 2, 3].map(|n| company(&near[..n]).replace('\u{a0}', " "));
        assert_eq!(
            said(),
            [
                "Dans ses phrases, un seul autre nom : Ana (1 phrase).",
                "Le plus souvent dans la même phrase que Ana (1 phrase), puis Bob (2 phrases).",
                "Le plus souvent dans la même phrase que Ana (1 phrase), puis Bob (2 phrases) et Cléo (3 phrases).",
            ]
        );
        locale::set(Locale::English);
        let near: Vec<String> = ["Ana", "Bob", "Cléo"].into_iter().zip(1..).map(|(name, n)| with_sentences(name, n)).collect();
        assert_eq!(
            company(&near).replace('\u{a0}', " "),
            "Most often in the same sentence as Ana (1 sentence), then Bob (2 sentences) and Cléo (3 sentences)."
        );
        locale::set(Locale::French);
    }
}
