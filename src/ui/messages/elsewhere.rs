//! A passage of the article that is read, in all the others.

use super::counts::n_other_articles;
use crate::locale::in_marks;
use crate::say;
use crate::ui::format::number;

/// A passage looked for in the other articles.
pub fn look_elsewhere() -> &'static str {
    say!("Ce passage dans les autres articles", "This passage in the other articles")
}

pub fn copy_link() -> &'static str {
    say!("Copier le lien", "Copy the link")
}

pub fn link_copied() -> &'static str {
    say!("Le lien vers ce passage est copié.", "The link to this passage is copied.")
}

pub fn link_in_address() -> &'static str {
    say!("Le lien vers ce passage est dans la barre d’adresse.", "The link to this passage is in the address bar.")
}

/// Of a link that was made on other texts than these.
pub fn found_by_words() -> &'static str {
    say!(
        "Ce lien vient d’un autre corpus\u{a0}: le passage est retrouvé par ses mots.",
        "This link comes from another corpus: the passage was found by its words."
    )
}

pub fn beginning_found_by_words() -> &'static str {
    say!(
        "Ce lien vient d’un autre corpus\u{a0}: seul le début du passage est retrouvé par ses mots.",
        "This link comes from another corpus: only the beginning of the passage was found by its words."
    )
}

pub fn not_in_these_articles(words: &str) -> String {
    let words = in_marks(words);
    say!(
        format!("Ce lien vient d’un autre corpus, et son passage n’est pas dans celui-ci\u{a0}: {words}"),
        format!("This link comes from another corpus, and its passage is not in this one: {words}")
    )
}

pub fn passage_elsewhere() -> &'static str {
    say!("Ce passage ailleurs", "This passage elsewhere")
}

pub fn not_found_in() -> &'static str {
    say!("Non trouvé dans", "Not found in")
}

pub fn found_elsewhere(n_found: usize, n_absent: usize) -> String {
    let found = n_other_articles(n_found);
    match (n_found, n_absent) {
        (0, 0) => say!("Il n’y a pas d’autre article.", "There is no other article.").to_owned(),
        (0, _) => say!("Trouvé dans aucun autre article.", "Found in no other article.").to_owned(),
        (_, 0) => say!(format!("Trouvé dans {found}\u{a0}: tous."), format!("Found in {found}: all of them.")),
        (_, m) => {
            let all = number(n_found + m);
            say!(format!("Trouvé dans {found} sur {all}."), format!("Found in {} of {all} other articles.", number(n_found)))
        }
    }
}

pub fn word_by_word() -> &'static str {
    say!("Mot à mot", "Word by word")
}

/// Before the numbers of other passages.
pub fn also() -> &'static str {
    say!("Aussi\u{a0}:", "Also:")
}

pub fn other_passage(n: usize, article: &str) -> String {
    say!(format!("Autre passage {n} de {article}"), format!("Other passage {n} in {article}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};

    #[test]
    fn a_passage_elsewhere_is_counted_in_both_languages() {
        let said = || [(0, 0), (0, 2), (1, 0), (2, 1)].map(|(found, absent)| found_elsewhere(found, absent).replace('\u{a0}', " "));
        assert_eq!(
            said(),
            [
                "Il n’y a pas d’autre article.",
                "Trouvé dans aucun autre article.",
                "Trouvé dans 1 autre article : tous.",
                "Trouvé dans 2 autres articles sur 3.",
            ]
        );
        locale::set(Locale::English);
        assert_eq!(
            said(),
            [
                "There is no other article.",
                "Found in no other article.",
                "Found in 1 other article: all of them.",
                "Found in 2 of 3 other articles.",
            ]
        );
        locale::set(Locale::French);
    }
}
