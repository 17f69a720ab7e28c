//! Handing on the page with a corpus inside, and what a page says that came with one.

use crate::say;

pub fn save_explorer() -> &'static str {
    say!("Enregistrer l’explorateur (.html)", "Save the explorer (.html)")
}

/// Before the view that it opens on.
pub fn opens_on() -> &'static str {
    say!("ouvert sur", "opening on")
}

pub fn what_is_saved() -> &'static str {
    say!(
        "Un seul fichier, avec l’outil, ces articles, vos corrections et vos notes\u{a0}: il s’ouvre d’un double-clic, sans réseau, et \
         peut à son tour être enregistré.",
        "A single file, with the tool, these articles, your corrections and your notes: it opens with a double click, without a network, \
         and can be saved in its turn."
    )
}

pub fn where_you_were() -> &'static str {
    say!("la vue d’où vous venez", "the view you came from")
}

pub fn on_lesson() -> &'static str {
    say!("le cours, pour une classe", "the lesson, for a class")
}

pub fn on_panorama() -> &'static str {
    say!("le panorama", "the overview")
}

pub fn on_first_article() -> &'static str {
    say!("le premier article", "the first article")
}

pub fn on_two_articles() -> &'static str {
    say!("deux articles face à face", "two articles side by side")
}

pub fn on_statements() -> &'static str {
    say!("les énoncés de tous les articles", "the statements of all articles")
}

pub fn on_names() -> &'static str {
    say!("l’index des noms", "the index of names")
}

pub fn on_quotations() -> &'static str {
    say!("les citations", "the quotations")
}

pub fn on_figures() -> &'static str {
    say!("les chiffres", "the figures")
}

pub fn on_timeline() -> &'static str {
    say!("la chronologie", "the timeline")
}

/// What could not be saved, and why.
pub fn not_saved(why: &str) -> String {
    say!(format!("L’explorateur n’a pas pu être enregistré\u{a0}: {why}"), format!("The explorer could not be saved: {why}"))
}

pub fn not_whole_any_more() -> &'static str {
    say!("cette page n’est plus entière\u{a0}: il faut la recharger", "this page is no longer whole: it has to be reloaded")
}

pub fn corpus_unreadable() -> &'static str {
    say!("le corpus de cette page ne se lit pas", "the corpus of this page cannot be read")
}

/// Of a corpus that the page was made to show.
pub fn came_with_page() -> &'static str {
    say!(
        "Ce corpus est venu avec la page. Ce que vous y changez est oublié à sa fermeture, à moins d’enregistrer l’explorateur ou \
         d’exporter le corpus.",
        "This corpus came with the page. What you change in it is forgotten when the page closes, unless you save the explorer or \
         export the corpus."
    )
}
