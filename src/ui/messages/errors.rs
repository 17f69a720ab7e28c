//! What went wrong between the page, its engine and its readers of files, and what a script is answered.

use crate::say;
use crate::ui::messages::values;

pub fn cancelled() -> &'static str {
    say!("interrompu, rien n’est gardé de ce qui a été lu", "stopped, nothing of what was read is kept")
}

pub fn reading_stopped() -> &'static str {
    say!("la lecture a été interrompue", "reading was stopped")
}

pub fn corpus_being_read() -> &'static str {
    say!("le corpus est en train d’être lu", "the corpus is being read")
}

pub fn another_corpus() -> &'static str {
    say!("un autre corpus a pris la place", "another corpus has taken its place")
}

pub fn another_question() -> &'static str {
    say!("le moteur a répondu à une autre question", "the engine answered another question")
}

pub fn another_greeting() -> &'static str {
    say!("le moteur a répondu autre chose à la poignée de main", "the engine answered the handshake with something else")
}

pub fn answer_lost() -> &'static str {
    say!("la réponse s’est perdue", "the answer got lost")
}

pub fn message_unreadable() -> &'static str {
    say!("un message du moteur ne se lit pas", "a message of the engine cannot be read")
}

pub fn engine_does_not_load() -> &'static str {
    say!("le moteur ne se charge pas", "the engine does not load")
}

pub fn no_articles_given() -> &'static str {
    say!("le moteur n’a pas donné les articles", "the engine did not give the articles")
}

pub fn page_changed() -> &'static str {
    say!("la page a changé depuis son ouverture : il faut la recharger", "the page has changed since it was opened: it must be reloaded")
}

pub fn reading_ended(why: &str) -> String {
    say!(format!("la lecture s’est arrêtée : {why}"), format!("reading has stopped: {why}"))
}

pub fn readers_do_not_load() -> &'static str {
    say!("les lecteurs de fichiers ne se chargent pas", "the readers of files do not load")
}

pub fn readers_unreadable() -> &'static str {
    say!("la réponse des lecteurs ne se lit pas", "the answer of the readers cannot be read")
}

pub fn not_found() -> &'static str {
    say!("introuvable", "not found")
}

pub fn unreadable() -> &'static str {
    say!("illisible", "unreadable")
}

pub fn file_changed() -> &'static str {
    say!("il a changé ou disparu depuis", "it has changed or gone since")
}

/// A file at an address that did not come.
pub fn of_address(address: &str, why: &str) -> String {
    format!("{address}{}{why}", values::colon())
}

pub fn leads_nowhere(shown: &str) -> String {
    let shown = values::in_marks(shown);
    say!(format!("Cette adresse ne mène nulle part ici : {shown}"), format!("This address leads nowhere here: {shown}"))
}

pub fn address_refused() -> &'static str {
    say!("restore : adresse refusée par le navigateur", "restore: the browser refused the address")
}

pub fn query_no_string() -> &'static str {
    say!("search : la requête doit être une chaîne", "search: the query must be a string")
}

pub fn options_unreadable() -> &'static str {
    say!("search : options illisibles (limit doit être un nombre)", "search: options cannot be read (limit must be a number)")
}

pub fn two_names() -> &'static str {
    say!("compare : donnez deux noms d’articles", "compare: give two names of articles")
}

pub fn no_article_to_compare(name: &str) -> String {
    let name = values::in_marks(name);
    say!(format!("compare : pas d’article {name} dans ce corpus"), format!("compare: no article {name} in this corpus"))
}

pub fn no_array() -> &'static str {
    say!("load : donnez un tableau d’articles [{id, text}]", "load: give an array of articles [{id, text}]")
}

pub fn no_string(field: &str) -> String {
    say!(
        format!("load : articles illisibles ({field} doit être une chaîne)"),
        format!("load: articles cannot be read ({field} must be a string)")
    )
}

pub fn text_and_html(article: &str) -> String {
    let article = values::in_marks(article);
    say!(
        format!("load : l’article {article} a un text et un html : lequel lire ?"),
        format!("load: article {article} has a text and an html: which is to be read?")
    )
}

pub fn no_text_nor_html(article: &str) -> String {
    let article = values::in_marks(article);
    say!(format!("load : l’article {article} n’a ni text ni html"), format!("load: article {article} has neither text nor html"))
}

pub fn no_date(typed: &str, article: &str) -> String {
    let (typed, article) = (values::in_marks(typed), values::in_marks(article));
    say!(
        format!("load : {typed} n’est pas une date comme 2015-02-20 ou 2015-02-20T11:20 (article {article})"),
        format!("load: {typed} is not a date such as 2015-02-20 or 2015-02-20T11:20 (article {article})")
    )
}

pub fn page_or_worker() -> &'static str {
    say!("panic : \"page\" ou \"worker\"", "panic: \"page\" or \"worker\"")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};

    #[test]
    fn a_script_is_answered_in_the_language_of_the_page() {
        assert!(leads_nowhere("#/x").ends_with("«\u{a0}#/x\u{a0}»"));
        locale::set(Locale::English);
        assert_eq!(text_and_html("a"), "load: article “a” has a text and an html: which is to be read?");
        locale::set(Locale::French);
    }
}
