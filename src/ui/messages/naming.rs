//! Names added and corrected by the reader.

use super::counts::n_articles;
use super::values::in_marks;
use crate::say;
use crate::ui::format::{count, number};

pub fn add_a_name_door() -> &'static str {
    say!("Ajouter un nom…", "Add a name…")
}

pub fn add_as_name(words: &str) -> String {
    let words = in_marks(words);
    say!(format!("Ajouter {words} comme nom…"), format!("Add {words} as a name…"))
}

pub fn add_a_name() -> &'static str {
    say!("Ajouter un nom", "Add a name")
}

pub fn words_of_the_text() -> &'static str {
    say!("Mots du texte", "Words of the text")
}

pub fn no_such_words() -> &'static str {
    say!("Cet article n’a pas ces mots.", "This article does not have these words.")
}

pub fn wherever_they_are() -> &'static str {
    say!(" partout où ces mots sont", " wherever these words are")
}

pub fn add() -> &'static str {
    say!("Ajouter", "Add")
}

pub fn close() -> &'static str {
    say!("Fermer", "Close")
}

pub fn correct_this_name() -> &'static str {
    say!("Corriger ce nom", "Correct this name")
}

pub fn what_corrections_do() -> &'static str {
    say!(
        "Ce que vous corrigez vaut pour tous les articles, se garde avec le corpus et s’annule.",
        "What you correct holds for all articles, is kept with the corpus and can be undone."
    )
}

pub fn no_name() -> &'static str {
    say!("Ce n’est pas un nom", "This is not a name")
}

pub fn called_otherwise() -> &'static str {
    say!("Il s’appelle autrement", "It has another name")
}

pub fn rename() -> &'static str {
    say!("Renommer", "Rename")
}

pub fn same_as_another() -> &'static str {
    say!("C’est le même qu’un autre nom", "It is the same as another name")
}

pub fn look_for_it() -> &'static str {
    say!("Chercher ce nom", "Look for that name")
}

pub fn nobody() -> &'static str {
    say!("Aucun autre nom de ce corpus ne contient cela.", "No other name of this corpus contains that.")
}

pub fn merge_with(name: &str, kind: &str, n_documents: usize) -> String {
    let articles = n_articles(n_documents);
    say!(format!("Réunir avec {name} ({kind}, {articles})"), format!("Merge with {name} ({kind}, {articles})"))
}

pub fn some_mean_another() -> &'static str {
    say!("Certaines mentions désignent autre chose", "Some mentions mean something else")
}

pub fn tick_mentions() -> &'static str {
    say!("Cocher des mentions", "Tick mentions")
}

pub fn ticked_of(n: usize, n_all: usize) -> String {
    let (ticked, all) = (count(n, say!("cochée", "ticked"), say!("cochées", "ticked")), number(n_all));
    say!(format!("{ticked} sur {all}"), format!("{ticked} of {all}"))
}

pub fn first_mentions_only(n: usize) -> String {
    say!(format!("Les {n} premières mentions seulement."), format!("The first {n} mentions only."))
}

pub fn they_mean_this_name() -> &'static str {
    say!("Elles désignent ce nom", "They mean this name")
}

pub fn they_are_no_name() -> &'static str {
    say!("Elles ne sont pas un nom", "They are not a name")
}
