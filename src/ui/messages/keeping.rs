//! Whether a corpus will be there next time, what it is called, and what this browser keeps.

use crate::say;
use crate::ui::messages::counts;

pub fn keep_this() -> &'static str {
    say!("Garder ce corpus", "Keep this corpus")
}

pub fn kept() -> &'static str {
    say!("Gardé dans ce navigateur : il sera là à la prochaine visite.", "Kept in this browser: it will be here at your next visit.")
}

pub fn will_not(why: &str) -> String {
    say!(format!("Ne sera pas gardé : {why}."), format!("Will not be kept: {why}."))
}

pub fn not_yet() -> &'static str {
    say!("Pas encore gardé : il sera oublié quand cette page se fermera.", "Not kept yet: it will be forgotten when this page closes.")
}

pub fn name() -> &'static str {
    say!("Nom du corpus", "Name of the corpus")
}

pub fn keep_here() -> &'static str {
    say!("Garder dans ce navigateur", "Keep in this browser")
}

pub fn export() -> &'static str {
    say!("Exporter ce corpus (.recoupe)", "Export this corpus (.recoupe)")
}

pub fn notes() -> &'static str {
    say!("Notes", "Notes")
}

pub fn about_notes() -> &'static str {
    say!("Gardées et exportées avec le corpus", "Kept and exported with the corpus")
}

/// What the corpus that ships is called.
pub fn example() -> &'static str {
    say!("Corpus d’exemple", "Example corpus")
}

/// What a corpus without a title is called where it is kept.
pub fn untitled_corpus() -> &'static str {
    say!("Corpus sans titre", "Untitled corpus")
}

pub fn untitled() -> &'static str {
    say!("sans titre", "untitled")
}

pub fn in_this_browser() -> &'static str {
    say!("Dans ce navigateur", "In this browser")
}

pub fn nothing_kept() -> &'static str {
    say!("Aucun corpus n’est gardé ici.", "No corpus is kept here.")
}

pub fn kept_on(n: usize, day: &str) -> String {
    let articles = counts::n_articles(n);
    say!(format!("{articles}, gardé le {day}"), format!("{articles}, kept on {day}"))
}

/// The one that is shown.
pub fn is_open() -> &'static str {
    say!("ouvert", "open")
}

pub fn open() -> &'static str {
    say!("Ouvrir", "Open")
}

pub fn open_it(title: &str) -> String {
    say!(format!("Ouvrir {title}"), format!("Open {title}"))
}

pub fn back_to_example() -> &'static str {
    say!("Revenir au corpus d’exemple", "Back to the example corpus")
}

pub fn remove() -> &'static str {
    say!("Retirer…", "Remove…")
}

pub fn remove_it(title: &str) -> String {
    say!(format!("Retirer {title}"), format!("Remove {title}"))
}

pub fn remove_now() -> &'static str {
    say!("Le retirer de ce navigateur", "Remove it from this browser")
}

pub fn was_removed(title: &str) -> String {
    say!(
        format!("{title} n’est plus gardé ici. Tant que cette page reste ouverte, il peut être remis."),
        format!("{title} is no longer kept here. While this page stays open it can be put back.")
    )
}

pub fn put_back() -> &'static str {
    say!("Le remettre", "Put it back")
}

pub fn was_open(title: &str) -> String {
    say!(
        format!("{title} était ouvert avant. Tant que cette page reste ouverte, on peut le rouvrir tel qu’il était."),
        format!("{title} was open before. While this page stays open it can be opened again as it was.")
    )
}

pub fn open_it_again() -> &'static str {
    say!("Le rouvrir", "Open it again")
}

pub fn gone() -> &'static str {
    say!("Ce corpus n’est plus dans ce navigateur.", "This corpus is no longer in this browser.")
}

pub fn not_exported(why: &str) -> String {
    say!(format!("Le corpus n’a pas pu être exporté\u{a0}: {why}"), format!("The corpus could not be exported: {why}"))
}

pub fn no_storage() -> &'static str {
    say!(
        "ce navigateur ne garde rien ici : le corpus sera oublié à la fermeture",
        "this browser keeps nothing here: the corpus will be forgotten when the page closes"
    )
}

pub fn full() -> &'static str {
    say!("plus de place dans ce navigateur : le corpus n’est pas gardé", "no room left in this browser: the corpus is not kept")
}

pub fn removed() -> &'static str {
    say!("retiré de ce navigateur : il sera oublié à la fermeture", "removed from this browser: it will be forgotten when the page closes")
}

pub fn removed_elsewhere() -> &'static str {
    say!("une autre page l’a retiré de ce navigateur", "another page removed it from this browser")
}

pub fn does_not_answer(why: &str) -> String {
    say!(
        format!("ce qui est gardé dans ce navigateur ne répond pas : {why}"),
        format!("what is kept in this browser does not answer: {why}")
    )
}

pub fn older_tab() -> &'static str {
    say!(
        "un autre onglet l’utilise encore dans une version plus ancienne, il faut le fermer",
        "another tab still uses it in an older version and has to be closed"
    )
}

pub fn unknown_reason() -> &'static str {
    say!("raison inconnue", "unknown reason")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};

    #[test]
    fn what_is_kept_is_told_in_both_languages() {
        let told = || (kept_on(1, "3 mars"), will_not(full()));
        assert_eq!(told().0, "1\u{a0}article, gardé le 3 mars");
        assert!(told().1.starts_with("Ne sera pas gardé"));
        locale::set(Locale::English);
        assert_eq!(told().0, "1\u{a0}article, kept on 3 mars");
        assert_eq!(told().1, "Will not be kept: no room left in this browser: the corpus is not kept.");
        locale::set(Locale::French);
    }
}
