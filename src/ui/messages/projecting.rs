//! One finding at a time, on a wall.

use crate::say;
use crate::ui::format::{count, number};

pub fn nth_of(n: usize, all: usize) -> String {
    format!("{} / {}", number(n), number(all))
}

/// Titles of what the panorama finds.
pub fn named_instead() -> &'static str {
    say!("Un nom à la place d’un autre", "One name in place of another")
}

pub fn common_text() -> &'static str {
    say!("Texte commun", "Common text")
}

pub fn named_by_all() -> &'static str {
    say!("Nommé par tous", "Named by all")
}

pub fn named_by_one() -> &'static str {
    say!("Nommé par un seul", "Named by one alone")
}

pub fn same_words() -> &'static str {
    say!("Les mêmes paroles, ici et là", "The same words, here and there")
}

pub fn nothing_to_show() -> &'static str {
    say!(
        "Rien à projeter\u{a0}: ces articles n’ont rien de remarquable en commun, et la revue de presse est vide.",
        "Nothing to project: these articles have nothing remarkable in common, and the press review is empty."
    )
}

pub fn controls() -> &'static str {
    say!("Commandes", "Controls")
}

pub fn before() -> &'static str {
    say!("Précédent", "Previous")
}

pub fn after() -> &'static str {
    say!("Suivant", "Next")
}

pub fn leave() -> &'static str {
    say!("Quitter", "Leave")
}

pub fn full_screen() -> &'static str {
    say!("Plein écran", "Full screen")
}

pub fn in_full() -> &'static str {
    say!("Lire en entier", "Read in full")
}

pub fn shorten() -> &'static str {
    say!("Abréger", "Shorten")
}

pub fn others(n: usize) -> String {
    say!(format!("et {}", count(n, "autre passage", "autres passages")), format!("and {}", count(n, "other passage", "other passages")))
}

pub fn open() -> &'static str {
    say!("Ouvrir", "Open")
}
