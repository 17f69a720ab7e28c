//! Tables to choose from, and to take along: what every room says around its own.

use crate::say;

pub fn article() -> &'static str {
    say!("Article", "Article")
}

pub fn articles() -> &'static str {
    say!("Articles", "Articles")
}

/// Of what is masculine in French: articles, verbs.
pub fn all() -> &'static str {
    say!("tous", "all")
}

/// A choice that stands alone, of masculine things.
pub fn all_of_them() -> &'static str {
    say!("Tous", "All")
}

/// A choice that stands alone, of feminine things: dates, quotations.
pub fn every_one() -> &'static str {
    say!("Toutes", "All")
}

pub fn contains() -> &'static str {
    say!("Contient", "Contains")
}

pub fn sort() -> &'static str {
    say!("Sorte", "Kind")
}

pub fn absent() -> &'static str {
    say!("absent", "absent")
}

pub fn nothing() -> &'static str {
    say!("rien", "nothing")
}

pub fn close() -> &'static str {
    say!("Fermer", "Close")
}

pub fn comparing_now() -> &'static str {
    say!("Un instant\u{a0}: le moteur complet compare les articles.", "One moment: the full engine is comparing the articles.")
}

pub fn csv() -> &'static str {
    say!("CSV", "CSV")
}

/// The one with semicolons, which a spreadsheet set to French opens by itself.
pub fn french_csv() -> &'static str {
    say!("CSV pour tableur français", "CSV with semicolons")
}

pub fn json() -> &'static str {
    say!("JSON", "JSON")
}

pub fn saved() -> &'static str {
    say!("Fichier enregistré.", "File saved.")
}

pub fn copy() -> &'static str {
    say!("Copier", "Copy")
}

pub fn copied() -> &'static str {
    say!("Copié.", "Copied.")
}

pub fn clipboard_refused() -> &'static str {
    say!("Le presse-papiers est refusé\u{a0}: prenez le fichier.", "The clipboard is refused: take the file.")
}

pub fn copy_from_here() -> &'static str {
    say!("Le presse-papiers est refusé\u{a0}: copiez d’ici.", "The clipboard is refused: copy from here.")
}

pub fn text_to_copy() -> &'static str {
    say!("Texte à copier", "Text to copy")
}
